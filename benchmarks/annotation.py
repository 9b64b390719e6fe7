"""What annotations say of the marked spans of an article: a gold file's lines and PolNeAR's attributions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.gold import Line
from benchmarks.scoring import between_marks
from quotes.extraction.nesting import verb_class
from quotes.extraction.nouns import noun_class
from quotes.extraction.scene import Scene
from quotes.extraction.source_roles import cues_above
from quotes.extraction.sources import SourceMention


@dataclass
class Truth:
    """What the annotation says of one marked span."""

    kind: str
    speaker: str | None = None
    type: str | None = None
    mention: str | None = None
    cue: str | None = None
    sources: list[tuple[int, int]] = field(default_factory=list)
    place: tuple[int, int] | None = None
    """Where the mention stands, if that is known."""
    judged: bool = False
    """Whether we judged ourselves if it is speech, where the annotation is another corpus's."""


def gold_truths(scene: Scene, line: Line) -> dict[int, Truth]:
    """Return the truth of each marked span that the annotation numbers."""
    text = scene.text
    by_inner = {between_marks(text, span.start, span.end): number for number, span in enumerate(line.spans)}
    by_end = {inner.end: number for inner, number in by_inner.items()}
    by_start = {inner.start: number for inner, number in by_inner.items()}
    truths = {}
    for i, span in enumerate(scene.spans):
        inner = between_marks(text, span.start, span.end)
        number = by_inner.get(inner, by_start.get(inner.start, by_end.get(inner.end)))
        if number is None:
            continue
        label = line.annotation.labels[number]
        if label.kind == "speech":
            speaker = line.annotation.speakers[label.speaker] if label.speaker is not None else None
            truths[i] = Truth("speech", label.speaker, speaker.type if speaker else None, label.mention, label.cue)
        else:
            truths[i] = Truth(label.kind)
    return truths


def polnear_truths(
    scene: Scene,
    document: dict[str, Any],
    references: Sequence[tuple[int, int, str, str]] = (),
    judged: Sequence[tuple[int, int, str]] = (),
) -> dict[int, Truth]:
    """Return the truth of each marked span: speech where it lies in the content of an attribution.

    `references` (start, end, full name, type) says for whom a source without a name stands. `judged` (start, end,
    kind) says of single spans what they are by the guidelines of the gold, in place of what PolNeAR has.
    """
    kinds = {between_marks(scene.text, start, end): kind for start, end, kind in judged}
    truths: dict[int, Truth] = {}
    for i, span in enumerate(scene.spans):
        best: Truth | None = None
        content = (0, 0)
        smallest = 1 << 30
        for attribution in document["attributions"]:
            for start, end in attribution["content"]:
                if start <= span.inner.start + 1 and span.inner.end <= end + 1 and end - start < smallest:
                    smallest = end - start
                    content = (start, end)
                    sources = [(s, _without_possessive(scene.text, s, e)) for s, e in attribution.get("source") or []]
                    best = Truth("speech", sources=sources)
        if best is not None:
            best.sources = _speaking(scene, i, best.sources, content)
        kind = kinds.get(between_marks(scene.text, span.start, span.end))
        if kind == "not":
            best = None
        elif kind == "speech" and best is None:
            best = Truth("speech")
        truths[i] = best or Truth("not")
        truths[i].judged = kind is not None
        if best is not None and references:
            for start, end in best.sources:
                # Jon Doe / campaign manager Jon Doe / Jon Doe, the manager; not Doe’s manager
                named = [
                    n for n in scene.names.within(start, end) if n.span.end == end or scene.text[n.span.end] in ",("
                ]
                for low, high, name, kind in references:
                    if start < high and low < end:
                        best.speaker, best.type, best.mention = name, kind, scene.text[low:high]
                        best.place = low, high
                if best.speaker is None and named:
                    entity = scene.names.entities[named[0].entity]
                    best.speaker, best.type = entity.name, entity.kind if entity.kind == "person" else "organization"
    return truths


_HELD = frozenset(["subject", "agent"])
_RELATIVES = frozenset(["who", "whom", "which", "that"])


def _speaking(
    scene: Scene, span_index: int, sources: list[tuple[int, int]], content: tuple[int, int]
) -> list[tuple[int, int]]:
    """Return the sources as the gold counts them: PolNeAR's scheme is flat, and takes words where they stand.

    The innermost of nested sources (the Post reported that Roe had said “…”: Roe, where PolNeAR has the paper), for a
    relative pronoun the name before it (Roe, who said), for somebody's words whose they are (Roe's claim that).
    """
    here = scene.sources.get(scene.sentence_of[span_index])
    if here is None or not sources:
        return sources
    for cue, _ in cues_above(here, span_index):
        if cue.kind != "verb" or not content[0] <= cue.span.start < content[1]:
            break
        if verb_class(cue.lemma) in ("says", "names"):
            inner = [m for m in here.mentions if any(t == cue.token and how in _HELD for t, how in m.roles)]
            if inner:
                return [(m.span.start, m.span.end) for m in inner]
    start, end = sources[0]
    if len(sources) == 1 and scene.text[start:end].lower() in _RELATIVES:
        before = _antecedent(scene, here.mentions, start)
        return [(before.span.start, before.span.end)] if before is not None else sources
    owners = [m for m in here.mentions if m.possessive and start <= m.span.start and m.span.end < end]
    if owners and noun_class(scene.text[start:end]) in ("cue", "document"):
        return [(m.span.start, m.span.end) for m in owners[:1]]
    return sources


def _without_possessive(text: str, start: int, end: int) -> int:
    return end - 2 if text[start:end].endswith(("'s", "’s")) else end


def _antecedent(scene: Scene, mentions: list[SourceMention], pronoun: int) -> SourceMention | None:
    before = [m for m in mentions if m.span.end <= pronoun]
    beside = [m for m in before if not any(c.isalnum() for c in scene.text[m.span.end : pronoun])]
    relative = [m for m in before if any(how.startswith("relative") for _, how in m.roles)]
    return next(iter(beside or relative[-1:]), None)
