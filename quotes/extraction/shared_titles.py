"""A title in the plural before a list of names, which each of them bears: `Sens. Jo Hale (D-Ohio) and Al Dene`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.extraction.listed_names import is_shared, previous_listed
from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import is_title
from quotes.extraction.role_phrases import role_before
from quotes.extraction.statements import Statement, as_statement
from quotes.extraction.word_tokens import Token

MAX_LISTED = 6
"""Names before one in a list that are looked at."""


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
        before = previous_listed(tokens, index, known)
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
