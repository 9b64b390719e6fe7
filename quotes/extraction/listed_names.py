"""Persons named one after the other, who may share what is said before them: novelists Jo Hale, Cy Poe and Al Dene."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import is_kin, is_party, is_plural_role, is_title, words_of
from quotes.extraction.role_phrases import RolePhrase
from quotes.extraction.word_tokens import Token

MAX_BRACKET = 6
"""Words in brackets between two names of a list."""

MAX_LISTED = 6
"""Names of a list beside one that are looked at."""

_HONORIFICS = words_of("capacity_words.txt", "honorifics")
_OFFICES = words_of("capacity_words.txt", "offices")
_PRAISE = words_of("capacity_words.txt", "praise")


def is_shared(tokens: Sequence[Token], phrase: RolePhrase) -> bool:
    """Whether a role before a name may be that of each in a list: Sens., ministers; not leaders in Leeds, Democrats."""
    noun = tokens[phrase.head]
    if is_title(noun) or noun.lower[:-1] in _OFFICES:
        return noun.lower.endswith(("s", "s."))
    return is_work_of_several(noun) and phrase.head + 1 == phrase.stop


def is_work_of_several(noun: Token) -> bool:
    """Whether a noun says what several persons do: analysts; not Democrats, brothers, heroes."""
    one = noun.lower[:-1]
    return is_plural_role(noun.lower) and not (is_party(noun.text[:-1]) or is_kin(one) or one in _PRAISE)


def heads_list(tokens: Sequence[Token], last: int, known: Known) -> bool:
    """Whether another person is listed after a name, which ends before token `last`."""
    if last + 1 >= len(tokens) or tokens[last].lower not in (",", "and", "&"):
        return False
    index = last + 1
    while index < last + 4 and index < len(tokens) and tokens[index].capital and index not in known.persons:
        index += 1  # Jo Hale and Senator Al Dene
    return index in known.persons


def list_end(tokens: Sequence[Token], last: int, known: Known) -> int:
    """Return where a list of persons ends, one of whom is named right before token `last`; `last` if none follows."""
    end = last
    for _ in range(MAX_LISTED):
        index = end
        while index < min(len(tokens), end + 2) and tokens[index].lower in (",", "and", "&"):
            index += 1
        if index == end or index >= len(tokens) or index not in known.persons:
            break
        while index in known.persons:
            index += 1
        end = index
    return end


def previous_listed(tokens: Sequence[Token], index: int, known: Known) -> int | None:
    """Return the first token of the name before `, ` or ` and ` (and a bracket) in a list of persons."""
    at = index - 1
    while at > 0 and tokens[at].lower in _HONORIFICS:
        at -= 1
    joined = False
    while at >= 0 and tokens[at].lower in (",", "and", "&"):
        at -= 1
        joined = True
    if not joined or at < 0:
        return None
    if tokens[at].text == ")":
        opening = next((i for i in range(at - 1, max(-1, at - 2 - MAX_BRACKET), -1) if tokens[i].text == "("), None)
        if opening is None:
            return None
        at = opening - 1
    end = at
    while at >= 0 and at in known.persons and end - at < MAX_BRACKET:
        at -= 1
    return at + 1 if at < end else None
