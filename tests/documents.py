"""README.md and docs/*.md as programs: their commands are run, and what they show is what the commands print.

    python -m tests.documents            run every command again and write down what it prints (`make docs`)
    python -m tests.documents --picture  take docs/search.png anew too (needs Chromium)

In a ```console block a line that begins with `$ ` is a command, `\\` continues it, and the lines below it are what it
prints on standard output and error, in that order. Shown output that ends with a line `…` stands for its beginning.
A ```sh block is all commands.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from urllib.error import URLError

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
PICTURE = ROOT / "docs" / "search.png"

NOT_RUN = {
    "make test": "it runs these very commands",
    "make serve": "it goes on until it is stopped; the commands that ask a server are run against one",
}
"""Commands that are shown but not run, and why."""

CUT = "…"
ADDRESS = "127.0.0.1:8000"
_PROGRESS = re.compile(r"^\d+ articles, .* a second.*\n", re.MULTILINE)
"""Printed only on a machine that is slow or busy."""
_BLOCK = re.compile(r"^```(console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """One command of a document."""

    command: str
    shown: tuple[str, ...]
    """The lines that the document shows below it."""


def steps_of(block: re.Match[str]) -> list[Step]:
    """Return the commands of one block, with what it shows below each."""
    lines = block[2].splitlines()
    if block[1] == "sh":
        return [Step(line, ()) for line in lines if line and not line.startswith("#")]
    found: list[tuple[list[str], list[str]]] = []
    continued = False
    for line in lines:
        if continued:
            found[-1][0].append(line)
        elif line.startswith("$ "):
            found.append(([line.removeprefix("$ ")], []))
        else:
            found[-1][1].append(line)
        continued = line.endswith("\\") and (continued or line.startswith("$ "))
    return [Step("\n".join(command), tuple(shown)) for command, shown in found]


def steps_in(markdown: str) -> list[Step]:
    """Return all commands of a document."""
    return [step for block in _BLOCK.finditer(markdown) for step in steps_of(block)]


@dataclass
class Workshop:
    """A folder with what a clone has, a demo database and a server, where a document's commands can be run."""

    folder: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="quotes-documents-")))
    port: int = 0
    _demo: subprocess.CompletedProcess[str] | None = None
    _server: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Workshop:
        for name in ("app.py", "Makefile", "requirements.txt", "pyproject.toml", "samples", "benchmarks"):
            (self.folder / name).symlink_to(ROOT / name)
        (self.folder / ".venv").symlink_to(sys.prefix)
        (self.folder / "build").mkdir()
        try:
            # The environment that runs this stands already, whatever the dates of the files say.
            self._demo = self.run("make --no-print-directory --assume-old=.venv/.installed demo")
            self.check(self._demo)
            self._serve()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._server is not None:
            self._server.terminate()
            self._server.wait(timeout=30)
        shutil.rmtree(self.folder)

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """Run a command line as a reader of the document would, standard error after standard output."""
        if command == "make demo" and self._demo is not None:
            return self._demo  # as it is the first time, with a new database
        return subprocess.run(
            ["bash", "-euo", "pipefail", "-c", command.replace(ADDRESS, f"127.0.0.1:{self.port}")],
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def printed(self, step: Step) -> tuple[str, ...]:
        """Return the lines that a step prints, cut where the document cuts them."""
        result = self.run(step.command)
        self.check(result)
        lines = tuple(line.rstrip() for line in self._as_written(result.stdout).splitlines())
        return (*lines[: len(step.shown) - 1], CUT) if CUT in step.shown[-1:] else lines

    def check(self, result: subprocess.CompletedProcess[str]) -> None:
        """Raise AssertionError, with what it printed, if a command failed."""
        assert result.returncode == 0, f"{result.args}: exit code {result.returncode}\n{result.stdout}"

    def _as_written(self, output: str) -> str:
        output = _PROGRESS.sub("", output)
        return output.replace(f"127.0.0.1:{self.port}", ADDRESS).replace(f"127.0.0.1%3A{self.port}", "127.0.0.1%3A8000")

    def _environment(self) -> dict[str, str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("QUOTES_", "MAKE"))}
        here = str(self.folder / ".venv" / "bin")
        return environment | {"PATH": f"{here}:{os.environ['PATH']}", "COLUMNS": "100", "PYTHONUTF8": "1"}

    def _serve(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        command = ["python", "app.py", "serve", "--workers", "1", "--port", str(self.port)]
        with (self.folder / "build" / "server.log").open("wb") as log:
            self._server = subprocess.Popen(
                [*command, "--database", "sqlite:///build/demo.db"],
                cwd=self.folder,
                env=self._environment(),
                executable=str(self.folder / ".venv" / "bin" / "python"),
                stdout=log,
                stderr=log,
            )
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5):
                    return
            except URLError:
                time.sleep(0.1)
        raise AssertionError((self.folder / "build" / "server.log").read_text(encoding="utf-8"))


def refreshed(markdown: str, workshop: Workshop) -> str:
    """Return a document with what its commands print now."""

    def rewrite(block: re.Match[str]) -> str:
        if block[1] == "sh":
            return block[0]
        return "\n".join(("```console", *_block_lines(steps_of(block), workshop), "```"))

    return _BLOCK.sub(rewrite, markdown)


def _block_lines(steps: list[Step], workshop: Workshop) -> Iterator[str]:
    for step in steps:
        yield f"$ {step.command}"
        yield from step.shown if step.command in NOT_RUN else workshop.printed(step)


def take_picture(workshop: Workshop) -> None:
    """Write docs/search.png: the search page with something found."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1000, "height": 860})
        page.goto(f"http://127.0.0.1:{workshop.port}/?q=harbour")
        page.screenshot(path=PICTURE)
        browser.close()


def main() -> None:
    """Refresh all documents."""
    with Workshop() as workshop:
        for path in DOCUMENTS:
            written = path.read_text(encoding="utf-8")
            fresh = refreshed(written, workshop)
            if fresh != written:
                path.write_text(fresh, encoding="utf-8")
                print(f"{path.relative_to(ROOT)} refreshed")
        if "--picture" in sys.argv[1:]:
            take_picture(workshop)


if __name__ == "__main__":
    main()
