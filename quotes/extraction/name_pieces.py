"""A place where a text may name somebody or something, before it is known whom or what."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.name_lexicons import (
    common_words,
    demonyms,
    function_words,
    given_names,
    never_names,
    organization_words,
    places,
    titles,
)
from quotes.extraction.name_words import Word
from quotes.types import Gender


@dataclass(slots=True)
class Piece:
    """One place where the text may name somebody or something."""

    first: int
    last: int
    """Words by index, inclusive, without title and post-nominals."""
    start: int
    end: int
    keys: tuple[str, ...]
    """The folded words of the name."""
    title_start: int | None = None
    """Offset where the title before the name starts."""
    honorific: bool = False
    titled: bool = False
    gender: Gender | None = None
    regnal: bool = False
    group: bool = False
    """The title is several people's: Sens., Messrs."""
    opens: bool = False
    headline: bool = False
    person: int = 0
    place: int = 0
    body: int = 0
    """What speaks for a person, a place, a body: see `weigh`."""
    said_by: Gender | None = None
    """Who says so by the pronoun right behind the verb: Oland said she."""
    says: int = 0
    """Times a verb of saying stands beside it, counted in `person` too; but bodies say things as well."""
    joined_body: bool = False
    subject: bool = True
    """May be what its sentence is about: no preposition, verb or noun stands right before it."""
    body_after: int | None = None
    """Offset of the end of `administration` in `Bush administration`, `office` in `Oland’s office`."""
    shares: str | None = None
    """The surname, folded, that a given name alone shares with the full name after it: Amos and Petra Oland."""
    office: bool = False
    """A word for an office or job, alone: a name only if somebody of the text is called so (Petra Boxer; Boxer)."""
    noun_after: int | None = None
    """Offset of the end of `magazine` in `Vulture magazine`."""
    kin_of: tuple[str, ...] = ()
    """The folded words, last name first, of whoever the text calls a relative of this one: Petra’s father, Amos."""


Groups = dict[tuple[str, ...], list[Piece]]
"""The pieces of one text by their folded words."""


def can_be_given(word: Word) -> bool:
    """Tell whether a word of a headline, before a known surname, can be the given name."""
    key = word.key
    if key in given_names():
        return True
    if word.possessive or key in common_words() or key in function_words() or key in never_names():
        return False
    return not (key in titles() or key in demonyms() or key in organization_words() or (key,) in places())
