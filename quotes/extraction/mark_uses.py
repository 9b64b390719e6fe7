"""How an article uses its quotation marks: what is worth knowing of all of them before one is judged."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from quotes.extraction.scene import Scene

WORD = re.compile(r"[^\W_]+(?:['’-]+[^\W_]*)*+")
_LONG = 7
"""Words from which on hardly anything between marks is a term or a scare quote."""
_TERM = 4
"""Words of the longest span that is looked for outside of marks."""

_HABIT = 3
"""Spans from which on their shares are a habit."""


@dataclass(frozen=True, slots=True)
class MarkUses:
    """What the marked spans of one article have in common."""

    headings: frozenset[int]
    """The paragraphs that look like a title, a section heading, a standfirst or a caption."""
    quoted: Counter[str]
    """How often the same words stand between marks, by `folded_words`."""
    plain: frozenset[str]
    """Which of the short spans' words stand outside of all marks as well: a term, or what the writer took up."""
    echoed: frozenset[str]
    """Which of the short spans' words stand within a longer span, too: a piece of what is quoted in full elsewhere."""
    long_share: str
    """How many of the spans are long: none (scare quotes), few, some or most; alone where there are hardly any."""
    told_share: str
    """How many stand in a sentence with a reporting word: few, some or most; alone where there are hardly any."""
    single: bool
    """Whether most stand between single marks."""


def folded_words(text: str) -> str:
    """Return the words of a span, in small letters, without what else stands between them."""
    return " ".join(_words(text))


def read_mark_uses(scene: Scene, headings: frozenset[int]) -> MarkUses:
    """Return how a parsed article uses its marks; one pass over the text."""
    quoted = Counter(folded_words(span.inner.of(scene.text)) for span in scene.spans)
    lengths = {folded: folded.count(" ") + 1 for folded in quoted}
    total = max(1, len(scene.spans))
    long = sum(times for folded, times in quoted.items() if lengths[folded] >= _LONG) / total
    told = sum(reports(scene, k) for k in scene.sentence_of) / total
    few = total < _HABIT
    short = {folded for folded, length in lengths.items() if length <= _TERM}
    return MarkUses(
        headings,
        quoted,
        _runs(_words(scene.mask), short),
        _runs([w for folded, length in lengths.items() if length > _TERM for w in (*folded.split(), "")], short),
        "alone" if few else "none" if not long else "few" if long < 0.25 else "some" if long < 0.5 else "most",
        "alone" if few else "few" if told < 0.4 else "some" if told < 0.7 else "most",
        sum(span.single for span in scene.spans) * 2 > total,
    )


def _words(text: str) -> list[str]:
    found: list[str] = WORD.findall(text.lower().replace("’", "'"))
    return found


def reports(scene: Scene, k: int) -> bool:
    """Tell whether a sentence was parsed and holds a verb of saying or the like."""
    here = scene.sources.get(k)
    return here is not None and any(cue.kind != "noun" for cue in here.cues)


def _runs(words: list[str], wanted: set[str]) -> frozenset[str]:
    """Return which of the runs of up to `_TERM` words stand among the words."""
    firsts = {folded.split(" ", 1)[0] for folded in wanted}
    found: set[str] = set()
    for i in [i for i, word in enumerate(words) if word in firsts]:
        found.update(run for n in range(1, _TERM + 1) if (run := " ".join(words[i : i + n])) in wanted)
    return frozenset(found)
