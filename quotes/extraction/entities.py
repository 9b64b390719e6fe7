"""Who is in an article: entities and the places where the text names them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Literal

from quotes.types import Gender, Span

_START = attrgetter("span.start")

EntityKind = Literal["person", "organization", "place", "other"]


@dataclass(frozen=True, slots=True)
class NameMention:
    """One place where the text names an entity. The span leaves titles, honorifics and `'s` out."""

    span: Span
    text: str
    entity: int
    """Index into `Names.entities`."""
    title: str | None = None
    """The honorific or job title written directly before the name (`Sen.`, `Prime Minister`), as written."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body or place, by the fullest form of its name that the article uses."""

    name: str
    """Without honorifics and job titles: `Mike Pence`, not `Gov. Mike Pence`."""
    kind: EntityKind
    gender: Gender | None = None
    """As far as the text (Mr, Mrs, she) or the given name tells; None when it does not, or for no person."""
    gender_doubtful: bool = False
    """Whether only a pronoun or two behind the name tell the gender, which are somebody else's now and then."""
    forms: tuple[str, ...] = ()
    """Every surface form the article uses for it, fullest first: full name, surname, acronym …"""
    mentions: tuple[NameMention, ...] = ()
    """In text order."""


@dataclass(frozen=True, slots=True)
class Names:
    """All entities of one article."""

    entities: Sequence[Entity] = ()
    mentions: Sequence[NameMention] = field(default_factory=tuple)
    """All mentions of all entities, in text order, not overlapping."""

    def within(self, start: int, end: int) -> list[NameMention]:
        """Return the mentions that lie between two offsets, in text order."""
        found = []
        for at in range(bisect_left(self.mentions, start, key=_START), len(self.mentions)):
            mention = self.mentions[at]
            if mention.span.start >= end:
                break
            if mention.span.end <= end:
                found.append(mention)
        return found
