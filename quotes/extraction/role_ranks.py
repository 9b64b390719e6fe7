"""Ranks and styles between a role and a name: army spokesman Navy Lt. Col. Jo Hale."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.role_lexicon import is_attached, is_party, is_role_noun, is_title, is_weak_title, words_of
from quotes.extraction.word_tokens import Token

_SERVICES = words_of("capacity_words.txt", "services")
_STYLES = frozenset(["Barrister", "Advocate", "Engineer", "Comrade", "Chief"])
_GRADES = frozenset(["Senior", "Assistant", "Deputy", "Acting", "Additional"])


def before_rank(tokens: Sequence[Token], end: int, low: int) -> int:
    """Step back over a rank that follows a role: army spokesman [Navy Lt. Col.] Jo Hale."""
    index = end
    while index - 1 > low and tokens[index - 1].capital and is_role_noun(tokens[index - 1]):
        index -= 1
    while index < end and index - 1 > low and tokens[index - 1].text in _GRADES:
        index -= 1
    if end - index > 1 and tokens[index].text in _GRADES and is_role_noun(tokens[index - 1]):
        return index  # police spokesman [Senior Assistant Commissioner] Jo Hale
    index = end
    while index - 1 > low and is_title(tokens[index - 1]):
        index -= 1
    if index < end and tokens[index - 1].text in ("Rear", "Vice"):
        index -= 1  # Rear Adm.
    while index - 1 > low and tokens[index - 1].lower in _SERVICES:
        index -= 1
    if index < end and index - 2 > low and tokens[index - 1].lower == "the" and is_role_noun(tokens[index - 2]):
        index -= 1  # trust spokesman [the Rev.] Jo Hale
    if index == end:
        before, last = tokens[end - 2], tokens[end - 1]
        # neuroscientist [Baroness] Hale; but Attorney General Hale
        style = end - 2 > low and is_weak_title(last.lower) and last.capital and not before.capital
        style = style or (end - 2 > low and last.text in _STYLES)  # Harbour Party chairman [Barrister] Jo Hale
        return end - 1 if style and is_role_noun(before) else end
    before = tokens[index - 1]  # but Republican Sen. Hale
    if is_party(before.text) and not is_attached(tokens[index - 2]):
        return end
    return index if is_role_noun(before) and not is_title(before) else end
