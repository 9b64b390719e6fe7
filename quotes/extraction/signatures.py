"""Signed quotes: “…” — Ann Roe, on the same line or on the next one."""

from __future__ import annotations

import regex

from quotes.extraction.entities import NameMention
from quotes.extraction.narration import QUOTE_SIGN
from quotes.extraction.scene import Scene

_LINE = 1500
"""Characters behind a quote's end in which its line has to end for its signature to be looked for."""
_DASHES = r"(?:[—–―~]|--|-(?=\s))"
_OPENS_LINE = regex.compile(r"(?:\A|\n)[^\S\n]*\Z")
_TAIL = regex.compile(rf"[”\"’']\s{{0,3}}{_DASHES}\s{{0,3}}(?=\p{{Lu}})[^\n.!?:;“”\"]{{2,80}}\.?\s*$")
_NEXT_LINE = regex.compile(rf"\s{{0,6}}{_DASHES}\s{{0,3}}(?=\p{{Lu}})[^\n.!?:;“”\"]{{2,80}}\.?\s*(?:\n|$)")
_SIGN = regex.compile(rf"[{QUOTE_SIGN}\n”\"’']\s{{0,6}}{_DASHES}\s{{0,3}}$")


def signature_of(scene: Scene, span_index: int) -> NameMention | None:
    """Return the name that signs the quote which a line begins with; None if the line is not signed.

    “It rained all day.” — Ann Roe. Also where a mark inside it is amiss: “They call it ‘rain all day.” — Ann Roe.
    Somebody quoted inside a signed quote is not the business of its signature.
    """
    text = scene.text
    span = scene.spans[span_index]
    if not _OPENS_LINE.search(text, max(0, span.start - 4), span.start):
        return None
    end = text.find("\n", span.end, span.end + _LINE)
    if end < 0:
        end = len(text)
        if end - span.end > _LINE:
            return None
    if span.closed:
        found = _NEXT_LINE.match(text, span.end, min(len(text), span.end + 100))
    else:
        found = _TAIL.search(text, max(span.end - 1, end - 100), end)
    if found is None:
        return None
    names = scene.names.within(found.start(), found.end())
    return names[0] if names and scene.names.entities[names[0].entity].kind == "person" else None


def stands_as_signature(scene: Scene, start: int) -> bool:
    """Tell whether what begins at an offset stands behind a dash that follows a quote or opens a line."""
    return _SIGN.search(scene.mask, max(0, start - 14), start) is not None
