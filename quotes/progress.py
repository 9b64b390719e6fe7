"""Progress on stderr: how many and how fast, redrawn on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

REDRAW_SECONDS = 0.2
LINE_SECONDS = 10.0


class Progress:
    """Counts things (`articles`) as they are done; a context manager that wipes its line at the end."""

    def __init__(self, things: str) -> None:
        """Begin now; nothing is shown until there is something to count."""
        self._things = things
        self._begun = self._shown = time.monotonic()
        self._terminal = sys.stderr.isatty()
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._wipe()

    def count(self, done: int) -> None:
        """Show that so many are done, unless something was shown a moment ago."""
        now = time.monotonic()
        if now - self._shown < (REDRAW_SECONDS if self._terminal else LINE_SECONDS):
            return
        self._shown = now
        rate = done / max(now - self._begun, 0.001)
        line = f"{done} {self._things}, {rate:.1f} a second"
        if self._terminal:
            sys.stderr.write(f"\r\x1b[K{line}")
            self._drawn = True
        else:
            sys.stderr.write(f"{line}\n")
        sys.stderr.flush()

    def say(self, message: str) -> None:
        """Print a line without disturbing the count."""
        self._wipe()
        sys.stderr.write(f"{message}\n")
        sys.stderr.flush()

    def _wipe(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            self._drawn = False
