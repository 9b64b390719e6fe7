"""Whom descriptions and pronouns stand for that no quote hangs on: The actress said that it rained.

Quotes alone give few of them to learn from; what is only reported gives as many again. Their sentences are parsed
for the sake of learning only, one at a time, so that all else in the article is as it is when quotes are extracted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from benchmarks.annotation import Truth
from benchmarks.cases import Case, is_meant, sayings_before
from benchmarks.scoring import is_resolved
from quotes.extraction.coreference import follow, references_for
from quotes.extraction.narration import fold
from quotes.extraction.nouns import HUMAN_CLASSES, WORD, head_word, noun_class
from quotes.extraction.pipeline import Extractor
from quotes.extraction.ranking import LinearModel
from quotes.extraction.scene import LONGEST_SENTENCE, Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks

Reference = tuple[int, int, str, str]
"""Start, end, full name and type: for whom a source without a name stands."""


def reported_cases(
    scene: Scene,
    truths: dict[int, Truth],
    references: Sequence[Reference],
    extractor: Extractor,
    weight: float,
    descriptions: LinearModel | None = None,
) -> list[Case]:
    """Return the choices of a referent for the references that no quote hangs on.

    `descriptions` tells for whom the descriptions before a pronoun stand; without it they are not followed.
    """
    quoting = {span for truth in truths.values() for span in truth.sources}
    cases = []
    for start, end, name, kind in references:
        if not scene.sentences or any(s < end and start < e for s, e in quoting):
            continue
        k = scene.sentence_at(start)
        parsed = k in scene.sources or _parse(scene, k, extractor)
        mention = _mention(scene, k, start, end) if k in scene.sources else None
        if mention is not None and _is_all_of(mention, start, end, name, kind):
            tracks = Tracks(scene)
            said = sayings_before(scene, truths, _span_behind(scene, start))
            if descriptions is not None and mention.kind == "pronoun":
                follow(tracks, mention, said, descriptions)
            previous, sentence = (said[-1].referent, said[-1].sentence) if said else (None, None)
            options = references_for(tracks, mention, previous, sentence, None)
            right = [n for n, option in enumerate(options) if is_meant(option.referent, name, kind)]
            cases.append(Case([option.features for option in options], right, weight))
        if not parsed:
            scene.sources.pop(k, None)
    return cases


def _parse(scene: Scene, k: int, extractor: Extractor) -> bool:
    """Parse one sentence more; tell whether it had been parsed before, which it had not."""
    folded = fold(scene.text, scene.sentences[k], scene.spans)
    if len(folded.text) <= LONGEST_SENTENCE:
        scene.read(folded, extractor.nlp(folded.text))
    return False


def _mention(scene: Scene, k: int, start: int, end: int) -> SourceMention | None:
    """Return the description or the pronoun that covers most of a reference's words."""
    best, most = None, 0
    for mention in scene.sources[k].mentions:
        common = min(end, mention.span.end) - max(start, mention.span.start)
        if mention.kind != "name" and common > most:
            best, most = mention, common
    return best


def _is_all_of(mention: SourceMention, start: int, end: int, name: str, kind: str) -> bool:
    """Tell whether what a reference tells of is a whole mention, and no phrase within it.

    In `a spokesman for the governor` and in `the governor’s letter` it is the governor whom a reference behind the
    governor tells of, and neither the spokesman nor the letter is him. In `the mother of three` she is.
    """
    if start <= mention.span.start:
        return True
    at = end - mention.span.start
    if mention.text[at : at + 1] in ("'", "’"):
        return False
    words = list(WORD.finditer(mention.text))
    head = head_word([word[0] for word in words])
    last = next((word for word in words if word.end() >= at), words[-1])
    if last[0].lower() == head:
        return True
    if kind not in _FITTING:
        return is_resolved(mention.text, name, kind)
    return noun_class(mention.text) in _FITTING[kind] and noun_class(last[0]) not in _FITTING[kind]


_FITTING = {"person": HUMAN_CLASSES, "organization": ("organization",)}
"""The classes of nouns that describe a speaker of a type."""


def _span_behind(scene: Scene, offset: int) -> int:
    """Return the index of the first marked span that begins at or behind an offset."""
    return bisect_left(scene.spans, offset, key=lambda span: span.start)
