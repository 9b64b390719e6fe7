"""An extractor of quotes that needs no model, in a module that a new process imports quickly."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quotes.extraction.marks import find_marked_spans
from quotes.service.extracting import QuoteExtractor
from quotes.types import Quote


@dataclass(frozen=True)
class MarkedWords:
    """What stands between marks is a quote, and nobody said it. Some words are too much for it.

    It notes, if it is told where, which process read what.
    """

    notes: Path | None = None

    def extract_many(self, texts: Iterable[str]) -> Iterator[list[Quote]]:
        """Yield the quotes of each text."""
        for text in texts:
            if self.notes is not None:
                with self.notes.open("a") as notes:
                    notes.write(f"{os.getpid()} {text[:20]}\n")
            if "stumble" in text:
                raise ZeroDivisionError("stumbled")
            if "die at once" in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "leave early" in text:
                os._exit(7)
            inside = [(span.start, span.end) for span in find_marked_spans(text)]
            yield [Quote(text[start:end], start, end, "direct", None) for start, end in inside]


def die_while_loading() -> QuoteExtractor:
    """Make no extractor."""
    os._exit(9)


def load_only_once(seen: Path) -> QuoteExtractor:
    """Make an extractor in the first process that asks; any other ends."""
    try:
        seen.touch(exist_ok=False)
    except FileExistsError:
        os._exit(9)
    return MarkedWords()
