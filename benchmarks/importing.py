"""What an import costs beside extraction, what processes make of it, and who waits for whom.

    python -m benchmarks.importing [PATH] [--processes 2] [--repeat 3]

The same documents are imported into new databases, in one process and in several. Each import has a Python of its own,
which knows no word yet, and is timed from the first extraction to the end: loading models and making the database are
left out. Shares and CPU are seconds of processor time; waiting and the ratio are by the clock, and mean something
only on a machine that has nothing else to do.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any
from unittest.mock import patch

import click

from benchmarks.extraction import SAMPLES, read_texts, vary, write_texts
from benchmarks.step_times import time_steps
from quotes.extraction.pipeline import Extractor
from quotes.readers import read_path
from quotes.service.extracting import usable_cores
from quotes.service.importing import Importer, ImportReport
from quotes.settings import Settings
from quotes.store import writing  # noqa: F401  here, before anything is timed
from quotes.store.database import open_database
from quotes.types import Quote

READING, HASHING, EXTRACTION, WRITING = "reading", "hashing, comparing", "extraction", "writing and index"
OTHER = "batches, reporting"
START_SECONDS = 60.0
LIMIT = 0.15
"""What everything but extraction may take of an import."""


@cache
def loaded(model: str) -> Extractor:
    """Return the extractor of this process."""
    return Extractor(model)


@dataclass(frozen=True, slots=True)
class Timed:
    """The extractor, and a note of each batch: when it began and ended, and the processor time of its process then."""

    model: str
    notes: Path

    def extract_many(self, texts: Iterable[str]) -> Iterator[list[Quote]]:
        """Extract, and write it down."""
        before = time.monotonic(), time.process_time()
        found = list(loaded(self.model).extract_many(texts))
        with (self.notes / f"{os.getpid()}.jsonl").open("a", encoding="utf-8") as out:
            out.write(json.dumps([*before, time.monotonic(), time.process_time()]) + "\n")
        return iter(found)


def make_timed(model: str, notes: Path, processes: int) -> Timed:
    """Return the timed extractor, as soon as so many processes have one."""
    # the first quote of a process pays for tables that are read once
    list(loaded(model).extract_many(["“The quay is closed,” said Petra Oland, the harbour master."]))
    (notes / f"{os.getpid()}.loaded").touch()
    end = time.monotonic() + START_SECONDS
    while len(list(notes.glob("*.loaded"))) < processes and time.monotonic() < end:
        time.sleep(0.01)
    return Timed(model, notes)


@dataclass(frozen=True, slots=True)
class Used:
    """What one process did between the first extraction and the end."""

    cpu: float
    waited: float
    """Seconds in which it had nothing to do."""
    longest: float
    """The longest of these times."""
    batches: int = 0


@dataclass(slots=True)
class Run:
    """One import. Seconds by the clock; the process that writes, and those that extract if they are others."""

    report: ImportReport
    wall: float
    writer: Used
    extractors: list[Used] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        return self.writer.cpu + sum(each.cpu for each in self.extractors)


def import_apart(source: Path, folder: Path, model: str, processes: int) -> Run:
    """Do what `import_once` does in a new process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        return apart.submit(import_once, source, folder, model, processes).result()


def import_once(
    source: Path,
    folder: Path,
    model: str,
    processes: int,
    run: Callable[[Callable[[], ImportReport]], ImportReport] = lambda importing: importing(),
) -> Run:
    """Import into a new database in a new folder; `run` does it, all else being ready."""
    folder.mkdir()
    settings = Settings(database=f"sqlite:///{folder / 'quotes.db'}", model=model)
    open_database(settings.database, create=True).close()
    extractor = partial(make_timed, model, folder, processes)
    if processes == 1:
        extractor()
    importer = Importer(settings, extractor=extractor, version="1", processes=processes)
    waits: list[tuple[float, float]] = []

    def timed_wait(*args: Any) -> list[Any]:
        begun = time.monotonic()
        ready = wait(*args)
        waits.append((begun, time.monotonic()))
        return ready

    before = time.process_time()
    with patch("quotes.service.workers.wait", timed_wait):
        report = run(lambda: importer.run(read_path(source, settings)))
    end, cpu = time.monotonic(), time.process_time() - before
    noted = {int(path.stem): [json.loads(line) for line in path.open()] for path in folder.glob("*.jsonl")}
    if not noted:
        raise click.ClickException(f"{source}: nothing was extracted")
    begin = min(lines[0][0] for lines in noted.values())
    idle = [until - max(since, begin) for since, until in waits if until > begin]
    writer = Used(cpu, sum(idle), max(idle, default=0.0))
    others = [used_by(lines, begin) for pid, lines in sorted(noted.items()) if pid != os.getpid()]
    return Run(report, end - begin, writer, others)


def used_by(lines: list[list[float]], begin: float) -> Used:
    """Return what a process did, by its notes. What it waits for is its first batch, and each after the one before."""
    gaps = [lines[0][0] - begin, *(after[0] - before[2] for before, after in pairwise(lines))]
    return Used(lines[-1][3] - lines[0][1], sum(gaps), max(gaps), len(lines))


def step_of(frame: FrameType | None) -> str:
    """Return which step of an import a stack is in, by its innermost part that belongs to one."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        room = path.parent.name
        if room == "extraction":
            return EXTRACTION
        if room == "readers":
            return READING
        if room == "store":
            return HASHING if path.stem == "known" or frame.f_code.co_name == "article_row" else WRITING
        if frame.f_code.co_name in ("_accepted", "_compared", "_known"):
            return HASHING
        frame = frame.f_back
    return OTHER


def report_steps(source: Path, folder: Path, model: str) -> None:
    """Print the share of each step in the processor time of an import in one process, this one."""
    spent: dict[str, float] = {}

    def timed(importing: Callable[[], ImportReport]) -> ImportReport:
        reports: list[ImportReport] = []
        spent.update(time_steps(lambda: reports.append(importing()), step_of))
        return reports[0]

    import_once(source, folder, model, 1, timed)
    total = sum(spent.values())
    for step, seconds in spent.items():
        click.echo(f"  {step:20} {seconds / total:6.1%}")
    others = 1 - spent[EXTRACTION] / total
    click.echo(f"  everything but extraction: {others:.1%}, {'under' if others < LIMIT else 'OVER'} {LIMIT:.0%}")


def report_run(run: Run) -> None:
    """Print what each process did."""

    def line(name: str, used: Used, waited: str) -> None:
        click.echo(
            f"    {name:14} {used.cpu:6.1f} s of CPU  {used.cpu / run.wall:4.0%} busy   "
            f"waited {used.waited:5.1f} s ({used.waited / run.wall:.0%}) for {waited}, {used.longest:.2f} s at most"
        )

    line("reads, writes", run.writer, "extractors")
    for each in run.extractors:
        line(f"extracts ({each.batches})", each, "articles")


@click.command(context_settings={"max_content_width": 110})
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--copies", default=24, show_default=True, help="How often the samples are repeated, with other names.")
@click.option("--processes", default=2, show_default=True, type=click.IntRange(2), help="Beside one.")
@click.option("--repeat", default=1, show_default=True, help="Runs of each; the fastest one counts.")
def main(path: Path | None, copies: int, processes: int, repeat: int) -> None:
    """Time the import of the documents in PATH, in one process and in several.

    PATH is a folder or a file of anything that can be imported; without one, the sample articles are repeated with
    variations.

    \b
    Example: python -m benchmarks.importing articles.jsonl --repeat 3
    """
    model = Settings.from_environment().model
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        source = path or folder / "samples.jsonl"
        if path is None:
            articles = read_texts(SAMPLES)
            write_texts(
                source, [(f"{article.key} {n}", vary(article.text, n)) for n in range(copies) for article in articles]
            )
        best: dict[int, Run] = {}
        for number in range(repeat):
            for count in (1, processes):
                run = import_apart(source, folder / f"{count} {number}", model, count)
                if count not in best or run.wall < best[count].wall:
                    best[count] = run
        click.echo(f"{best[1].report.new:,} articles, {best[1].report.quotes:,} quotes; {usable_cores()} cores")
        for count, run in best.items():
            ratio = (
                f", {best[1].wall / run.wall:.2f} × as fast as one for {run.cpu / best[1].cpu:.2f} × its processor time"
                if count > 1
                else ""
            )
            named = "1 process" if count == 1 else f"{count} processes that extract"
            click.echo(f"{named}: {run.wall:.1f} s, {run.cpu / run.wall:.2f} cores busy{ratio}")
            report_run(run)
        click.echo("Processor time of an import in one process:")
        report_steps(source, folder / "steps", model)


if __name__ == "__main__":
    main()
