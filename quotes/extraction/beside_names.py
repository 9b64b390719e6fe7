"""What the words of an article say beside its names, read once for all who ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.extraction.bracketed_acronyms import without_acronyms
from quotes.extraction.departments import departments_in
from quotes.extraction.entities import Entity, Names
from quotes.extraction.identified import before_age, identified_before
from quotes.extraction.implied_bodies import campaigns_in
from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import words_of
from quotes.extraction.role_phrases import role_at
from quotes.extraction.shared_titles import shared_behind, shared_title, singular, titles_in
from quotes.extraction.stated_bodies import bodies_around
from quotes.extraction.statements import Statement, as_statement, stated_before
from quotes.extraction.statements_behind import LETTERS, stated_behind
from quotes.extraction.word_tokens import Token, token_at, tokenize
from quotes.types import Span

_PRESENTING = words_of("capacity_words.txt", "presenting")
_HOLDING = words_of("capacity_words.txt", "holding")
MAX_HEADLINE = 40
"""Words of a first line that may be a headline."""
MAX_STATED = 60
"""Mentions of one person that are looked at: what somebody is gets said early."""


class Reading:
    """An article's words, and what they say directly beside each mention of a person."""

    def __init__(self, tokens: list[Token], names: Names, known: Known) -> None:
        self.tokens = tokens
        self.names = names
        self.known = known
        self._stated: dict[int, list[Statement]] = {}

    @classmethod
    def of(cls, text: str, names: Names) -> Reading:
        """Cut a text into words and gather what the names tell of them."""
        tokens = without_acronyms(tokenize(text))
        return cls(tokens, names, known_from(tokens, names))

    def stated(self, entity: int) -> list[Statement]:
        """Return what is said of an entity directly beside its mentions."""
        if entity not in self._stated:
            self._stated[entity] = stated_beside(self.tokens, self.names, entity, self.known)
        return self._stated[entity]


def stated_beside(
    tokens: list[Token], names: Names, entity: int, known: Known, most: int = MAX_STATED
) -> list[Statement]:
    """Return what is said of an entity directly beside its mentions, `most` of them."""
    found: list[Statement] = []
    for order, mention in enumerate(names.entities[entity].mentions[:most]):
        beside = [singular(tokens, c, known) for c in statements_around(tokens, mention.span, order, known)]
        if not states_role(beside):
            first = token_at(tokens, mention.span.start)
            beside += shared_title(tokens, first, order, known)
            beside += shared_behind(tokens, first, token_at(tokens, mention.span.end - 1) + 1, order, known)
        found += beside
        found += bodies_around(tokens, mention.span, order, known, names.entities[entity].gender)
    return found


def statements_around(tokens: list[Token], span: Span, order: int, known: Known) -> Iterator[Statement]:
    """Yield what is said of a person directly before and after one mention."""
    first = token_at(tokens, span.start)
    last = token_at(tokens, span.end - 1) + 1
    if first >= len(tokens):
        return
    if last - first > 2 and tokens[last - 1].text in LETTERS:
        last -= 1  # Jo Hale MP, as one name
    first = before_age(tokens, first)
    yield from identified_before(tokens, first, order, known)
    yield from stated_before(tokens, first, last, order, known)
    yield from stated_behind(tokens, first, last, order, known)
    presented = first > 0 and tokens[first - 1].lower in _PRESENTING
    if presented and first > 1 and tokens[first - 1].lower == "with" and tokens[first - 2].lower in _HOLDING:
        presented = False  # Dene worked with Hale as counsel: Dene was counsel
    if presented and last < len(tokens) and tokens[last].lower == "as":
        phrase = role_at(tokens, last + 1, known)
        if phrase is not None:
            yield as_statement("copula", order, phrase)


def states_role(candidates: Sequence[Statement]) -> bool:
    """Tell whether any of some statements names a role."""
    return any(candidate.role is not None for candidate in candidates)


def known_from(tokens: list[Token], names: Names, low: int = 0, high: int | None = None) -> Known:
    """Gather what the names tell of the tokens of a text, or of its characters from `low` to `high`."""
    marked: dict[str, set[int]] = {"person": set(), "place": set()}
    bodies: list[tuple[int, int]] = []
    doubtful = {index for index, entity in enumerate(names.entities) if entity.kind == "person" and _doubtful(entity)}
    for mention in names.mentions if high is None else names.within(low, high):
        entity = names.entities[mention.entity]
        kind = entity.kind
        if mention.entity in doubtful:
            continue
        first = token_at(tokens, mention.span.start - low)
        end = token_at(tokens, mention.span.end - low - 1) + 1
        if first == len(tokens) or tokens[first].start >= mention.span.end - low:
            continue  # an acronym left out
        if kind in marked:
            marked[kind].update(range(first, end))
        elif kind == "organization":
            bodies.append((first, end))
    return Known(
        frozenset(marked["person"]),
        frozenset(marked["place"]),
        bodies,
        campaigns_in(tokens),
        titles_in(tokens),
        departments_in(tokens),
        _headline(tokens) if low == 0 else 0,
    )


def _headline(tokens: list[Token]) -> int:
    """Return how many words the headline has: the first line, unless it ends as a sentence does."""
    end = next((index for index, token in enumerate(tokens[:MAX_HEADLINE]) if token.text == "\n"), 0)
    return 0 if end and tokens[end - 1].text == "." else end


def _doubtful(entity: Entity) -> bool:
    """Whether a person is two capitalised words and nothing else tells them from Exxon Mobil."""
    untold = entity.gender is None and all(mention.title is None for mention in entity.mentions)
    return untold and len(entity.forms) == 1 and " " in entity.name
