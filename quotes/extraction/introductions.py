"""With which article a noun stands, and whether it came up before: a designer … the designer."""

from __future__ import annotations

import regex

from quotes.extraction.salience import INTRODUCING
from quotes.extraction.scene import Scene

_DETERMINERS = INTRODUCING | {"the", "his", "her", "its", "their", "this", "that"}
_REACH = 8000
"""Characters in which the introduction of a noun is looked for."""

# the former harbour secretary and current Green nominee: one person, though the parser makes two of them
_COORDINATED = regex.compile(r"\b(the|a|an)(?:\s(?!and\b|the\b|an?\b)[\p{L}-]+){1,7}\sand\s$", regex.IGNORECASE)


def article_before(text: str) -> str:
    """Return the article of a phrase, given the text before it.

    The word in front of it, or what a phrase with `and` begins with.
    """
    coordinated = _COORDINATED.search(text)
    if coordinated is not None:
        return str(coordinated[1]).lower()
    words = text[-8:].lower().split()
    return words[-1] if words else ""


def how_introduced(scene: Scene, head: str, before: int) -> tuple[str, int | None]:
    """Tell how a noun came up earlier: `new` as one without a name (a designer …), `named` beside a name, or not.

    With it, where it last came up as new.
    """
    how, place = "no", None
    low = max(0, before - _REACH)
    lower = scene.mask[low:before].lower()
    for match in regex.finditer(rf"\b{regex.escape(head)}\b", lower):
        lead = lower[max(0, match.start() - 40) : match.start()].split()[-4:]
        determiner = next((word for word in reversed(lead) if word in _DETERMINERS), "")
        end = low + match.end()
        if any(mention.span.start - end < 40 for mention in scene.names.within(end, end + 60)):
            if place is None:
                how = "named"
        elif determiner in INTRODUCING:
            how, place = "new", low + match.start()
    return how, place
