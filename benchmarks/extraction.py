"""How fast extraction is beside its peers, where its time goes, and how it grows.

    python -m benchmarks.extraction [PATH] [--gold FILE --judge FOLDER] [--growth docs/extraction-growth.svg]

Every system reads the same texts in a process of its own, one after the other, on one core; what loading took is left
out. Times are seconds of processor time, which other work on the machine disturbs least, and are told as ratios.
"""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from benchmarks.growth import Point, by_length, by_quotes, exponent, measure, write_plot
from benchmarks.step_times import time_steps
from quotes.extraction.marks import find_marked_spans
from quotes.extraction.name_lexicons import common_words
from quotes.readers import read_path
from quotes.settings import Settings
from quotes.types import Article

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
TEXTACY = "textacy==0.13.0"
TEXTACY_HOME = ROOT / "build" / "textacy"
NAMES = {"quotes": "this program", "spacy": "spaCy's full pipeline", "textacy": "textacy on top of it"}

_MARKS = re.compile(r"[“”„‟\"«»‘’‚‹›「」『』`´]|'(?!\w)|(?<!\w)'")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{4,}\b")
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Run:
    """What one system took for all texts."""

    system: str
    cpu: float
    """Seconds of processor time."""
    peak: int
    """Bytes of memory at most, the model included."""
    batch_size: int | None
    quotes: int
    predictions: Path


def read_texts(path: Path) -> list[Article]:
    """Return the articles of a file or folder. Raises click.ClickException if there are none."""
    articles = [value for value in read_path(path, Settings.from_environment()) if isinstance(value, Article)]
    if not articles:
        raise click.ClickException(f"{path}: no article in it")
    return articles


def vary(text: str, number: int) -> str:
    """Return `text` with other names in it: the vowels of capitalised words that news does not write small go round.

    The same text again would be found in every cache there is, and no archive is like that.
    """

    def renamed(match: re.Match[str]) -> str:
        word = match.group()
        if word.lower() in common_words():
            return word
        return "".join(_VOWELS[(_VOWELS.index(c) + number) % 5] if c in _VOWELS else c for c in word)

    return _CAPITALISED.sub(renamed, text) if number else text


def write_texts(path: Path, texts: Sequence[tuple[str, str]]) -> None:
    """Write (id, text) pairs as JSON lines."""
    path.write_text("".join(json.dumps({"id": key, "text": text}) + "\n" for key, text in texts), encoding="utf-8")


@cache
def one_core() -> dict[str, str]:
    """Return an environment in which the libraries for arrays start no threads: one process is one core."""
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")
    return {**os.environ, **dict.fromkeys(threads, "1"), "PYTHONPATH": str(ROOT)}


def run_systems(systems: Sequence[tuple[str, Path]], model: str, texts: Path, repeat: int) -> list[Run]:
    """Run each system, by its name and Python, over a file of texts; return the fastest run of each.

    Every run has a process of its own. The systems take turns, so that what else the machine does slows them all.
    """
    contender = ROOT / "benchmarks" / "contender.py"
    fastest: dict[str, Run] = {}
    for _ in range(repeat):
        for system, python in systems:
            report, predictions = texts.with_suffix(f".{system}.json"), texts.with_suffix(f".{system}.pred")
            command = [python, contender, system, texts, report, model, predictions]
            subprocess.run(list(map(str, command)), check=True, env=one_core())
            taken = json.loads(report.read_text(encoding="utf-8"))
            run = Run(system, taken["cpu"], taken["peak"], taken["batch_size"], taken["quotes"], predictions)
            fastest[system] = min(fastest.get(system, run), run, key=lambda one: one.cpu)
    return list(fastest.values())


def textacy_python(model: str) -> Path | None:
    """Return the Python of textacy's environment, made if need be; None, with a message, if it cannot be made."""
    python = TEXTACY_HOME / "bin" / "python"
    if not (TEXTACY_HOME / ".made").exists():
        click.echo(f"making an environment for textacy in {TEXTACY_HOME.relative_to(ROOT)} …", err=True)
        venv.create(TEXTACY_HOME, with_pip=True, clear=True)
        wanted = [TEXTACY, f"spacy=={version('spacy')}", f"{model}=={version(model)}"]
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode:
            reason = (made.stderr.strip().splitlines() or ["pip says nothing"])[-1]
            click.echo(f"textacy is left out, for its environment cannot be made: {reason}", err=True)
            return None
        (TEXTACY_HOME / ".made").touch()
    return python


def judge_accuracy(folder: Path, documents: Path, gold: Path, predictions: Path) -> str:
    """Return detect, resolved, role and organisation F1 by the judge (`score.py`) in a folder."""
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
    judge: Any = importlib.import_module("score")
    scores, _ = judge.score(*(judge.load(str(path)) for path in (documents, gold, predictions)))
    return "  ".join(f"{what} {scores[what]['f1']}" for what in ("detect", "resolved", "role", "organization"))


def report_runs(runs: Sequence[Run], words: int) -> None:
    """Print each system's pace, and how many times faster this program is."""
    ours = runs[0]
    for run in runs:
        ratio = "" if run is ours else f"   this program is {run.cpu / ours.cpu:.1f} × as fast"
        batch = f", batches of {run.batch_size}" if run.batch_size else ""
        pace = f"{words / run.cpu:>9,.0f} words/s   {run.peak / 1e6:>5,.0f} MB at most"
        click.echo(f"  {NAMES[run.system]:22} {pace}{ratio}{batch}")


def seconds_of_child(command: Sequence[str | Path]) -> float:
    """Return the processor time of a command, from its start to its end, the better of three."""
    import resource

    def spent() -> float:
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    taken = []
    for _ in range(3):
        before = spent()
        subprocess.run(list(map(str, command)), check=True, env=one_core(), stdout=subprocess.DEVNULL)
        taken.append(spent() - before)
    return min(taken)


def report_start(model: str, folder: Path) -> None:
    """Print what the first result takes against importing spaCy and loading the model, and commands without a model."""
    small = folder / "small.txt"
    small.write_text("“The quay is closed,” said Petra Oland, the harbour master.\n", encoding="utf-8")
    load = seconds_of_child([sys.executable, "-c", f"import spacy; spacy.load({model!r})"])
    app: list[str | Path] = [sys.executable, ROOT / "app.py"]
    first = seconds_of_child([*app, "extract", small])
    click.echo(f"Start to first result: {first / load:.2f} × importing spaCy and loading the model ({load:.1f} s)")
    click.echo(f"Start to `--help`, which needs no model: {seconds_of_child([*app, '--help']) / load:.2f} ×")


def report_growth(model: str, longest: int, most: int, picture: Path | None) -> None:
    """Print the power with which time grows, and draw it."""
    from quotes.extraction.pipeline import Extractor

    extractor = Extractor(model)

    def quotes_in(text: str) -> int:
        return len(find_marked_spans(text))

    measure([by_quotes(40, 1)[0]], len, extractor.extract)
    series: list[tuple[str, str, list[Point]]] = [
        ("one text of growing length", "characters", measure(by_length(longest), len, extractor.extract)),
        ("one text of ever more quotes", "quotes", measure(by_quotes(most), quotes_in, extractor.extract)),
    ]
    for title, unit, points in series:
        steps = "  ".join(f"{point.size:,}: {point.seconds:.1f} s" for point in points)
        click.echo(f"Growth, {title}: time grows with the power {exponent(points):.2f} of the {unit} ({steps})")
    if picture is not None:
        write_plot(picture, series)


def report_steps(model: str, texts: Sequence[str]) -> None:
    """Print the share of each step in the time of extraction."""
    from quotes.extraction.pipeline import Extractor

    extractor = Extractor(model)
    extractor.extract(texts[0])
    spent = time_steps(lambda: list(extractor.extract_many(texts)))
    total = sum(spent.values())
    for step, seconds in spent.items():
        click.echo(f"  {step:20} {seconds / total:6.1%}")


@click.command(context_settings={"max_content_width": 110})
@click.argument("path", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--copies", default=12, show_default=True, help="How often the samples are repeated, with other names.")
@click.option("--repeat", default=3, show_default=True, help="Runs of each system; the fastest one counts.")
@click.option("--gold", type=click.Path(exists=True, path_type=Path), help="Annotations of the articles in PATH.")
@click.option(
    "--judge", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The folder that holds score.py."
)
@click.option("--peers/--no-peers", default=True, show_default=True, help="Run spaCy and textacy too.")
@click.option("--growth", type=click.Path(dir_okay=False, path_type=Path), help="Measure growth; draw it to this file.")
@click.option("--longest", default=1_000_000, show_default=True, help="Characters of the longest text for --growth.")
@click.option("--most", default=5_000, show_default=True, help="Quotes in the fullest text for --growth.")
def main(
    path: Path | None,
    copies: int,
    repeat: int,
    gold: Path | None,
    judge: Path | None,
    peers: bool,
    growth: Path | None,
    longest: int,
    most: int,
) -> None:
    """Compare extraction with spaCy's full pipeline and with textacy on the articles in PATH.

    PATH is a folder or a file, such as JSON lines of {"id", "text"}; without one, the sample articles are repeated with
    variations. spaCy and textacy run at the batch size that is fastest here; textacy in an environment of its own, made
    under build/ the first time.

    \b
    Example: python -m benchmarks.extraction articles.jsonl --gold gold.jsonl --judge judge/
    """
    if (gold is None) != (judge is None):
        raise click.UsageError("--gold and --judge go together")
    model = Settings.from_environment().model
    if path is not None:
        texts = [(article.key, article.text) for article in read_texts(path)]
    else:
        articles = read_texts(SAMPLES)
        texts = [(f"{article.key} {n}", vary(article.text, n)) for n in range(copies) for article in articles]
    words = sum(len(text.split()) for _, text in texts)
    systems = [("quotes", Path(sys.executable))]
    if peers:
        systems.append(("spacy", Path(sys.executable)))
        python = textacy_python(model)
        systems += [("textacy", python)] if python is not None else []
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        whole, bare = folder / "texts.jsonl", folder / "bare.jsonl"
        write_texts(whole, texts)
        write_texts(bare, [(key, _MARKS.sub(" ", text)) for key, text in texts])
        runs = run_systems(systems, model, whole, repeat)
        click.echo(f"{len(texts):,} articles, {words:,} words, {runs[0].quotes:,} quotes:")
        report_runs(runs, words)
        if gold is not None and judge is not None:
            for run in runs:
                if run.system != "spacy":
                    click.echo(f"  {NAMES[run.system]:22} {judge_accuracy(judge, whole, gold, run.predictions)} (F1)")
        click.echo("The same without a quotation mark:")
        report_runs(run_systems(systems[:2], model, bare, repeat), words)
        click.echo("Where the time goes:")
        report_steps(model, [text for _, text in texts])
        report_start(model, folder)
    if growth is not None:
        report_growth(model, longest, most, growth)


if __name__ == "__main__":
    main()
