"""Participles that are part of a role, and those behind it: a plumbing contractor; a reporter visiting Leeds."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.role_lexicon import ends_phrase, is_participle, is_role_noun, is_show
from quotes.extraction.word_tokens import Token

_BEFORE_PARTICIPLE = frozenset(["a", "an", "another"])
_DOING = frozenset(["visiting", "serving", "sitting", "managing", "operating", "representing", "leading"])
"""Participles that also stand inside a role: a visiting professor."""
_AFTER_DONE = frozenset(["to", "by", "with", "in", "at", "for", "from", "as", "on"])


def stands_inside(tokens: Sequence[Token], index: int, start: int, stop: int) -> bool:
    """Whether a word at which phrases mostly end stands inside a role: a plumbing contractor, a talk show host.

    A Border Patrol tunneling expert; an outside adviser; but not: a company employing workers.
    """
    if index + 1 >= stop or index == 0:
        return False
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    if token.lower == "outside":
        named = index + 2 < stop and after.capital and is_role_noun(tokens[index + 2])
        return is_role_noun(after) or named
    if is_show(before, token):
        return index > start
    if not is_participle(token) or ends_phrase(after):
        return False
    if index == start:
        return before.lower in _BEFORE_PARTICIPLE
    return before.capital and is_role_noun(after) and not after.capital


def tells_what_they_do(tokens: Sequence[Token], index: int) -> bool:
    """Whether a participle behind a role's noun tells what they do: a reporter visiting Leeds, serving on the board.

    Or what was done with them: a nurse assigned to the ward.
    """
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is None:
        return False
    if tokens[index].lower in _DOING:
        return after.capital or ends_phrase(after)
    return tokens[index].lower.endswith("ed") and is_participle(tokens[index]) and after.lower in _AFTER_DONE
