"""What stands behind the marks, and what the sentences around their own hold."""

from __future__ import annotations

import regex

from quotes.extraction.mark_contexts import context_words
from quotes.extraction.mark_uses import WORD, reports
from quotes.extraction.nouns import noun_cues
from quotes.extraction.scene import Scene

_REACH = 60
"""Characters behind the marks that are looked at."""
_NEAR = 4
"""Words behind the marks among which what the span is called counts."""
_OPENING = frozenset("a an the its his her their".split())
_VERBS = frozenset("means meant is was are were has".split())
_TIES = frozenset("as or meaning".split())
_BY_NAME = regex.compile(r"\W*by\s(?:the\s)?\p{Lu}")
_BREAKS = (",", "—", "–", "-", "(")


def behind(scene: Scene, span_index: int) -> str:
    """Return what follows a span: `term` (“creep”, a word for …), `remark` (his “grim” remark), `is`; empty if nothing.

    A term is told by what the writer calls it behind it, somebody's words by the remark that they belong to.
    """
    span = scene.spans[span_index]
    words = scene.mask[span.end : span.end + _REACH].split("\n", 1)[0]
    following = [w.lower() for w in WORD.findall(words)[:_NEAR]]
    if not following:
        return ""
    first = following[0]
    if span.inner.of(scene.text).endswith(",") or words.lstrip().startswith(_BREAKS):
        if first in _OPENING:
            called = context_words("word") | context_words("term")
            return "term" if called.intersection(following[1:]) else "apposition" if first in ("a", "an") else ""
        if first == "which":
            return "which-is" if following[1:2] and following[1] in _VERBS else "which"
        # “A Lamp for the Pier,” by Ann Roe
        if first == "by" and _BY_NAME.match(words) is not None:
            return "byline"
        return first if first in _TIES else ""
    if first in noun_cues():
        return "remark"
    return first if first in _VERBS else "word" if first in context_words("word") else ""


def sentences_around(scene: Scene, span_index: int) -> tuple[str, str, str]:
    """Return what the sentence before, its own and the one behind it in the paragraph hold: reports (C) and quotes (q).

    She said it was late. The lamps were “grim”: a fragment without a cue of its own leans on the report beside it.
    """
    k = scene.sentence_of[span_index]
    return _holds(scene, k - 1, k), "C" if reports(scene, k) else "c", _holds(scene, k + 1, k)


def _holds(scene: Scene, other: int, k: int) -> str:
    """Return what a sentence beside sentence `k` holds; x where none of the same paragraph stands, n if not parsed."""
    if not 0 <= other < len(scene.sentences) or scene.sentences[other].paragraph != scene.sentences[k].paragraph:
        return "x"
    known = "n" if other not in scene.sources else "C" if reports(scene, other) else "c"
    return known + ("q" if scene.sentences[other].quotes else "")
