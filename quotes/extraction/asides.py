"""Lines that tell no story: what a page puts between paragraphs, captions with credits, topics of an interview."""

from __future__ import annotations

import regex

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.page_lines import MAX_CHARS, is_page_line

# Ada Quill on the pier on Monday. (Tide Press)   The pier on Monday. Picture: Tom Ferrow   The pier.Credit:Tom Ferrow
# Tom Ferrow via Tide Images.   TOM FERROW/Tide Press
_NAMED = r"\p{Lu}[\p{L}.’'-]*+"
_CREDIT = regex.compile(
    rf"^\(?{_NAMED}(?:\s{_NAMED}){{0,4}}+\s?(?:/|\bvia\b)\s?{_NAMED}(?:[\s/]{_NAMED}){{0,4}}+\)?$"
    r"|(?:[.!?]\s?\(\p{Lu}[^()\n.]{1,60}\)"
    r"|(?:^|[.!?)]\s?)(?:Photo(?:graph)?s?|Pictures?|Pic|Images?|Credit|Illustration|Graphic)\s?[:/]\s?\p{Lu}[^:\n]{1,60})$"
)

# Opening statement: “…”   On the crowd in the fourth quarter: “…”   On whether he will stay: “…”
_TOPIC = regex.compile(
    r"(?:(?:Opening|Closing) (?:statement|remarks|comments)"
    r"|On (?P<clause>whether|what|how|why|who|if|when|where)\b[^.!?:\n\ue000]{2,150}"
    r"|On (?P<thing>[^.!?:,\n\ue000]{2,150})):\s*"
)
_WORD = regex.compile(r"\p{L}+")


def stands_aside(paragraph: str) -> bool:
    """Tell whether a paragraph is none of the report's: what stands before it goes on behind it."""
    paragraph = paragraph.strip()
    return len(paragraph) <= MAX_CHARS and (is_page_line(paragraph) or _CREDIT.search(paragraph) is not None)


def is_topic(lead: str) -> bool:
    """Tell whether the words that open a paragraph, up to a quote or its end, only say what the quote is about.

    On the goalkeeper’s future: “…” But: On Monday the goalkeeper told reporters: “…”
    """
    found = _TOPIC.fullmatch(lead)
    if found is None:
        return False
    forms = reporting_verb_forms()
    return found["thing"] is None or not any(word.lower() in forms for word in _WORD.findall(found["thing"]))
