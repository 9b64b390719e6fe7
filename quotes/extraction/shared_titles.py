"""A title in the plural before a list of names, which each of them bears: `Sens. Jo Hale (D-Ohio) and Al Dene`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import is_title
from quotes.extraction.role_phrases import role_before
from quotes.extraction.statements import Statement, as_statement, is_shared
from quotes.extraction.word_tokens import Token

MAX_LISTED = 6
"""Names before one in a list that are looked at."""
MAX_BRACKET = 6
"""Words in brackets between two names of a list."""


def titles_in(tokens: Sequence[Token]) -> dict[str, int]:
    """Return where each short title (`Sen.`) first stands in a text, by its letters in lower case."""
    found: dict[str, int] = {}
    for index, token in enumerate(tokens):
        if token.capital and is_title(token):
            found.setdefault(token.lower.rstrip("."), index)
    return found


def shared_title(tokens: Sequence[Token], first: int, order: int, known: Known) -> Iterator[Statement]:
    """Yield the title that a name, beginning at token `first`, shares with the names listed before it."""
    index = first
    for _ in range(MAX_LISTED):
        before = _previous_listed(tokens, index, known)
        if before is None:
            return
        index = before
        apposed = index > 1 and tokens[index - 1].text == ","
        phrase = role_before(tokens, index - apposed, known)
        shared = phrase is not None and is_shared(tokens, phrase)
        if phrase is not None and shared and (phrase.determined or not apposed):
            # Sens. Jo Hale and Al Dene; two analysts, Jo Hale and Al Dene, say so
            yield singular(tokens, as_statement("apposition-before" if apposed else "title", order, phrase), known)
            return
        if phrase is not None and not apposed:
            return


def _previous_listed(tokens: Sequence[Token], index: int, known: Known) -> int | None:
    """Return the first token of the name before `, ` or ` and ` (and a bracket) in a list of persons."""
    at = index - 1
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


def singular(tokens: Sequence[Token], statement: Statement, known: Known) -> Statement:
    """Return the statement with `Sen.`, as the text writes it elsewhere, for `Sens.`; unchanged if it does not."""
    if statement.head is None:
        return statement
    title = tokens[statement.head]
    letters = title.lower.rstrip(".")
    if not is_title(title) or not letters.endswith("s"):
        return statement
    alone = (statement.head, statement.head + 1)
    place = known.titles.get(letters[:-1])
    return replace(statement, role=alone if place is None else (place, place + 1), head=statement.head)
