"""Lines that tell no story: what a page puts between paragraphs, captions with credits, topics of an interview."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.role_lexicon import words_of
from quotes.page_lines import MAX_CHARS, is_page_line

# Ada Quill on the pier on Monday. (Tide Press)   The pier on Monday. Picture: Tom Ferrow   The pier.Credit:Tom Ferrow
# Tom Ferrow via Tide Images.   TOM FERROW/Tide Press   Ada Quill on the pier on Monday (Tide Press)
_NAMED = r"\p{Lu}[\p{L}.’'-]*+"
_CREDIT = regex.compile(
    rf"^\(?{_NAMED}(?:\s{_NAMED}){{0,4}}+\s?(?:/|\bvia\b)\s?{_NAMED}(?:[\s/]{_NAMED}){{0,4}}+\)?$"
    r"|^\p{Lu}[^.!?:;()\"“”‘\n]{12,200}\s\((?:(?:Images?|Pictures?|Pics?|Photos?|Credit):\s?[^()\n]{2,50}"
    rf"|{_NAMED}(?:[ /]{_NAMED}){{1,4}}+)\)$"
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

_RIGHTS = words_of("picture_lines.txt", "rights")
_RIGHTS_WORD = regex.compile(r"[^\s/|,.()©-]+")
_VIDEO = words_of("picture_lines.txt", "video")
_BARE_CLOSERS = "\"'”’"
_SMALL_WORD = regex.compile(r"(?<!\S)\p{Ll}{2}")
_SHORTEST_CAPTION = 5
"""Words of a line that comes twice; fewer, or only names, may be whose the words below are: Deputy Mayor Ida Oland."""
_NEAR = 4
"""Paragraphs from a caption to the same line as text of its picture."""


def find_asides(paragraphs: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the paragraphs that are none of the report's: also captions that only their place betrays.

    A line that comes twice at one place, as caption and as text of its picture; one beside a line of picture rights;
    the title of a film below “Play video”. None of them ends as a sentence does.
    """
    found: set[int] = set()
    seen: dict[str, int] = {}
    last = len(paragraphs) - 1
    for i, paragraph in enumerate(paragraphs):
        if len(paragraph) > MAX_CHARS:
            continue
        line = paragraph.strip()
        if not line:
            continue
        if is_bare(line):
            if line.casefold() in _VIDEO:
                found.add(i)
                if i < last and is_bare(paragraphs[i + 1]):
                    found.add(i + 1)
            elif _is_rights(line):
                found.add(i)
                found.update(_beside_rights(paragraphs, i))
            elif len(_WORD.findall(line)) >= _SHORTEST_CAPTION and _SMALL_WORD.search(line):
                before = seen.get(line, -_NEAR - 1)
                seen[line] = i
                if i - before <= _NEAR:
                    found |= {before, i}
        if stands_aside(line):
            found.add(i)
    return frozenset(found)


def is_bare(paragraph: str) -> bool:
    """Tell whether a short paragraph does not end as a sentence does: a caption, a heading, a label."""
    if len(paragraph) > MAX_CHARS:
        return False
    line = paragraph.rstrip().rstrip(_BARE_CLOSERS)
    return bool(line) and line[-1].isalnum()


def _is_rights(line: str) -> bool:
    words = _RIGHTS_WORD.findall(line.casefold()) if len(line) <= 60 else []
    return bool(words) and all(word in _RIGHTS for word in words)


def _beside_rights(paragraphs: Sequence[str], i: int) -> list[int]:
    """Return the caption before a line of picture rights, and a picture's number and caption behind it.

    Roe on the pier / TIDE IMAGES / 4 / Roe on the pier. The first line is the title: Roe wins / Reuters
    """
    found = [i - 1] if i > 1 and is_bare(paragraphs[i - 1]) else []
    behind = i + 1
    if behind < len(paragraphs) and paragraphs[behind].strip().isdecimal():
        found.append(behind)
        if behind + 1 < len(paragraphs) and is_bare(paragraphs[behind + 1]):
            found.append(behind + 1)
    return found


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
