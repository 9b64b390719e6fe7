"""What stands between marks and is nobody's speech by the words around it alone: no weighing needed."""

from __future__ import annotations

import regex

from quotes.extraction.scene import Scene

_REACH = 80
"""Characters before the marks that are looked at."""

# a paper titled “Lamps and Harbours” / her second album, entitled: “Salt”
_TITLED = regex.compile(r"\b(?:titled|entitled|subtitled)[,:]?\s*$")

# You need not say “at this moment in time”. / If you say “I am fine”, … / Don’t write “utilise”.
_ADVICE = regex.compile(
    r"\b(?:you|anyone|nobody)\s(?:(?:don[’']t|do|not|never|need|to|can|can[’']t|cannot|could|should|shouldn[’']t|might"
    r"|may|would|will|have|want|must|just|simply|also|often|ever)\s){0,5}(?:say|write)[,:]?\s*$"
    r"|(?:^|[.!?\ue000]\s|\n)(?:don[’']t|do\snot|never)\s(?:just\s)?(?:say|write)[,:]?\s*$",
    regex.I,
)

# “Follow Ann Roe on Twitter @annroe”
_BANNER = regex.compile(r"Follow\b.{1,50}\bon\s(?:Twitter|Facebook|Instagram|X)\b", regex.S)


def is_unspoken(scene: Scene, span_index: int) -> bool:
    """Tell whether a span is a title that is called one, an example of how to put things, or a page's own banner."""
    span = scene.spans[span_index]
    low = max(0, span.start - _REACH)
    line = scene.mask.rfind("\n", low, span.start)
    before = scene.mask[max(low, line + 1) : span.start]
    if _TITLED.search(before) or _ADVICE.search(before):
        return True
    return _BANNER.match(scene.text, span.inner.start, min(span.inner.end, span.inner.start + _REACH)) is not None
