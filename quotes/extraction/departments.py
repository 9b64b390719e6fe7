"""The department that a secretary or minister runs, where the text names it anywhere: Harbour Secretary Jo Hale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from quotes.extraction.role_lexicon import ends_phrase, is_people, is_place, words_of
from quotes.extraction.role_phrases import RolePhrase
from quotes.extraction.word_tokens import Token

MAX_FIELD = 4
"""Words that say what a department is for."""

_DEPARTMENTS = frozenset(["department", "ministry", "office"])
_MINISTERS = words_of("capacity_words.txt", "department-heads")
_IN_WAITING = frozenset(["shadow", "opposition", "press", "private", "general"])


def departments_in(tokens: Sequence[Token]) -> dict[str, tuple[int, int]]:
    """Return where a text first names each department, by its field in lower case: `harbour`, `homeland security`."""
    found: dict[str, tuple[int, int]] = {}
    for index, token in enumerate(tokens):
        if token.lower not in _DEPARTMENTS:
            continue
        for first, end, field in _named_at(tokens, index):
            found.setdefault(field, (first, end))
    return found


def _named_at(tokens: Sequence[Token], index: int) -> Iterator[tuple[int, int, str]]:
    """Yield first token, end and field of what a department's noun is part of: Harbour Office, Department of Harbours.

    In lower case (the interior ministry) only a ministry is one: a foreign office may be a firm's.
    """
    capital = tokens[index].capital
    if not capital and tokens[index].lower != "ministry":
        return
    first = index
    while first > 0 and index - first < MAX_FIELD and tokens[first - 1].capital == capital:
        if ends_phrase(tokens[first - 1]) or is_place(tokens[first - 1].text) or is_people(tokens[first - 1].text):
            break
        first -= 1
    if first < index:
        yield first, index + 1, " ".join(token.lower for token in tokens[first:index])
        if index - first > 1 and not capital:
            yield index - 1, index + 1, tokens[index - 1].lower  # the embattled interior ministry
    elif index + 2 < len(tokens) and tokens[index + 1].lower in ("of", "for"):
        start = index + 2 + (tokens[index + 2].lower == "the")
        end = start
        while (
            end < min(len(tokens), start + MAX_FIELD)
            and tokens[end].capital == capital
            and not ends_phrase(tokens[end])
        ):
            end += 1
            if not capital:
                break
        if end > start:
            yield index, end, " ".join(token.lower for token in tokens[start:end])


def department_of(
    tokens: Sequence[Token], departments: Mapping[str, tuple[int, int]], phrase: RolePhrase
) -> tuple[int, int] | None:
    """Return the department that an office is the head of: Harbour Secretary, minister of (the) harbour; None if none.

    Nothing for who only shadows the office, nor for a secretary of another kind (press secretary, secretary-general).
    """
    if not departments or tokens[phrase.head].lower not in _MINISTERS:
        return None
    if any(tokens[index].lower in _IN_WAITING for index in range(phrase.start, phrase.head)):
        return None
    if is_place(tokens[phrase.start].text) and phrase.head > phrase.start:
        return None  # Ohio secretary of state
    for first in range(phrase.start, phrase.head):
        field = " ".join(token.lower for token in tokens[first : phrase.head])
        if field in departments:
            return departments[field]
    start = phrase.head + 1
    if start + 1 < len(tokens) and tokens[start].lower in ("of", "for"):
        start += 1 + (tokens[start + 1].lower == "the")
        for end in range(min(len(tokens), start + MAX_FIELD), start, -1):
            field = " ".join(token.lower for token in tokens[start:end])
            if field in departments:
                return departments[field]
    return None
