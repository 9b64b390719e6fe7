"""What is said in the plural of a list of names, and so of each: `Sens. Hale and Dene`; `Hale and Dene, cooks at …`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.extraction.listed_names import MAX_LISTED, is_shared, is_work_of_several, list_end, previous_listed
from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import is_title
from quotes.extraction.role_phrases import role_at, role_before
from quotes.extraction.statements import Statement, as_statement
from quotes.extraction.word_tokens import Token


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


def shared_behind(tokens: Sequence[Token], first: int, last: int, order: int, known: Known) -> Iterator[Statement]:
    """Yield what is said behind a list that holds the name from token `first` to `last`: Hale and Dene, cooks at sea.

    Only what tells in the plural what somebody does, and so what each of them does.
    """
    if last >= len(tokens) or tokens[last].lower not in (",", "and", "&"):
        return
    end = list_end(tokens, last, known)
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return
    if end == last and previous_listed(tokens, first, known) is None:
        return
    phrase = role_at(tokens, end + 1, known)
    if phrase is None or not is_work_of_several(tokens[phrase.head]):
        return
    if phrase.stop < len(tokens) and tokens[phrase.stop].text in _CLOSES:
        yield as_statement("apposition", order, phrase)


_CLOSES = frozenset([",", ".", ";", ")", "—", "–", "\n"])


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
