"""What `as` before the marks hangs on: she described the plan, rather unkindly, as “grim”.

Between the verb and `as` stands whatever is called so, and the parse often loses the one or the other on the way.
"""

from __future__ import annotations

from quotes.extraction.lexicon import reporting_verb_forms, verbs_that
from quotes.extraction.mark_contexts import context_words
from quotes.extraction.mark_uses import WORD
from quotes.extraction.scene import Scene

_REACH = 140
"""Characters before the marks that are looked at."""
_FAR = 9
"""Words before `as` among which its verb is looked for."""
_NEAR = 4
"""Words before the marks among which `as` is: as a mere “joke”, as part of the “cartel”."""
_PASSIVE = frozenset("is are was were be been being 's widely often commonly sometimes generally also".split())


def linked_as(scene: Scene, span_index: int) -> str:
    """Return what sort of verb stands before `as`; empty without `as`, `bare` where no such verb stands.

    `names` (dismissed it as “grim”), `casts` (framed it as “grim”) or `tells`; with `+passive` after was, often.
    """
    span = scene.spans[span_index]
    low = max(scene.sentences[scene.sentence_of[span_index]].start, span.start - _REACH)
    words = [w.lower() for w in WORD.findall(scene.mask[low : span.start].replace("’", "'"))]
    link = next((i for i in range(len(words) - 1, max(-1, len(words) - 1 - _NEAR), -1) if words[i] == "as"), None)
    if link is None:
        return ""
    for i in range(link - 1, max(-1, link - 1 - _FAR), -1):
        sort = _sort(words[i])
        if sort:
            return sort + ("+passive" if i and words[i - 1] in _PASSIVE else "")
    return "bare"


def _sort(word: str) -> str:
    if word in verbs_that("names"):
        return "names"
    if word in context_words("casting"):
        return "casts"
    return "tells" if word in reporting_verb_forms() else ""
