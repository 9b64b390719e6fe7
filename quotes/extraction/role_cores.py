"""The noun of a role phrase, with the nouns joined to it: a fact checker and staff writer."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.role_insides import stands_inside, tells_what_they_do
from quotes.extraction.role_lexicon import (
    carries_name_on,
    ends_phrase,
    is_adjective_like,
    is_body,
    is_role_noun,
    is_title,
    words_of,
)
from quotes.extraction.word_tokens import Token

MAX_CORE = 14
"""Words up to the role's noun that are looked at."""

_PREDICATIVE = frozenset("last next hot fresh familiar best responsible".split())
"""Words behind a role's noun that are no noun: a painter fresh from a show."""
_PREPOSITIONS = words_of("capacity_words.txt", "prepositions")
_RUN_FIELDS = words_of("capacity_words.txt", "run-fields")
_POSTNOMINAL = words_of("capacity_words.txt", "postnominal")


def core_of(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int] | None:
    """Find the noun of a role and the end of the nouns joined to it: `fact checker and staff writer`."""
    head = -1
    first_head = -1
    index = start
    while index < min(stop, start + MAX_CORE):
        token = tokens[index]
        goes_on = index > start and head < 0 and carries_name_on(tokens[index - 1], token)
        goes_on = goes_on or (head < 0 and not token.capital and stands_inside(tokens, index, start, stop))
        if not ends_phrase(token) or is_title(token) or goes_on:
            if (is_role_noun(token) or is_title(token) or (index > start and _is_lead(tokens, index, stop))) and not (
                index > start + 1 and token.capital and tokens[index - 1].lower == "of" and is_body(tokens[index - 2])
            ):  # the Department of Justice is no justice
                head = index
                first_head = index if first_head < 0 else first_head
        elif (
            token.lower in ("and", "&", ",", "/", "-")
            and index > start
            and index + 1 < stop
            and not ends_phrase(tokens[index + 1])
        ):
            joins_roles = head == index - 1
            joins_adjectives = head < 0 and not tokens[index - 1].capital and not tokens[index + 1].capital
            joins_names = (
                head < index - 1  # International Relations and Cooperation director: the first is no role
                and tokens[index - 1].capital
                and tokens[index + 1].capital
                and token.lower in ("and", "&")
                and not is_role_noun(tokens[index + 1])
                and not is_title(tokens[index + 1])
            )
            if token.lower == "," and not (joins_adjectives and is_adjective_like(tokens[index - 1])):
                break
            if joins_roles:
                following = core_of(tokens, index + 1, min(stop, index + 6))
                joined = tokens[index + 1]
                if following is None or (joined.capital and not joined.text.isupper() and not tokens[head].capital):
                    break
                return first_head, following[1]
            if not (joins_adjectives or joins_names):
                break
        elif token.lower in ("of", "for", "on") and head < index - 1 and index > start and tokens[index - 1].capital:
            article = index + 2 < stop and tokens[index + 1].lower == "the" and head < 0
            if index + 1 + article >= stop or not tokens[index + 1 + article].capital:
                break
            index += article
        else:
            break
        index += 1
    if head < 0:
        return None
    if index > head + 1:
        rest = tokens[head + 1]
        if rest.lower in _POSTNOMINAL and index == head + 2:
            return _head_of(tokens, start, head), head + 2
        field_end = _field_end(tokens, head, stop)
        if field_end is not None:
            return _head_of(tokens, start, head), field_end
        # a lawyer specialising in …; but a leader board is no leader
        if (
            rest.word
            and not ends_phrase(rest)
            and rest.lower not in _PREDICATIVE
            and not tells_what_they_do(tokens, head + 1)
        ):
            return None
    return _head_of(tokens, start, head), head + 1


def _field_end(tokens: Sequence[Token], head: int, stop: int) -> int | None:
    """Return where the field ends that stands behind an officer's title: vice-president research and international."""
    officer = tokens[head].lower
    vice = officer == "vice-president" or (officer == "president" and head > 0 and tokens[head - 1].lower == "vice")
    if not (vice or officer in ("director", "manager")) or tokens[head + 1].text not in _RUN_FIELDS:
        return None
    end = head + 2
    if end + 1 < stop and tokens[end].lower == "and" and tokens[end + 1].text in _RUN_FIELDS:
        end += 2
    after = tokens[end] if end < stop else None
    return end if after is None or not after.word or after.lower in _PREPOSITIONS else None


def _head_of(tokens: Sequence[Token], start: int, head: int) -> int:
    """Return the last role's noun up to `head`, which may be a short title."""
    heads = [i for i in range(start, head + 1) if is_role_noun(tokens[i]) or (i == head and tokens[i].lower == "lead")]
    return heads[-1] if heads else head


def _is_lead(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Whether `lead` is a role's noun: climate lead for the Tide Trust; but lead author."""
    after = tokens[index + 1] if index + 1 < stop else None
    return tokens[index].lower == "lead" and (
        after is None or (not after.word and after.text != ";") or after.lower in ("for", "at", "of", "on")
    )
