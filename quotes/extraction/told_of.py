"""What an article says of one entity, and how that is gathered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.extraction.homes import homes_in, parties_in
from quotes.extraction.kinds import person_kinds

ARTICLES = frozenset(["the", "a", "an", "one"])
_COURTESY = frozenset("mr mrs ms miss mx sir madam messrs".split())
PAST = frozenset(["former", "ex", "ex-", "then", "late", "retired", "onetime", "one-time", "ousted", "outgoing"])


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of a person: `deputy prime minister`."""

    head: str
    words: frozenset[str]
    past: bool


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """What is said of one entity anywhere in the article."""

    said: tuple[Said, ...] = ()
    kinds: frozenset[str] = frozenset()
    """Of person or of body, as `kinds` has them; empty where nothing tells."""
    homes: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    """Lower-case words of the bodies that a person is said to belong to."""
    nouns: frozenset[str] = frozenset()
    """The nouns themselves: heads of what is said of a person, nouns beside or in the name of a body."""
    hinted: frozenset[str] = frozenset()
    """Kinds and trades that something else tells of: Roe’s campaign; Roe, prosecuting; Flydune, which flies to Oslo."""


@dataclass(slots=True)
class Draft:
    """The facts of one entity while they are gathered."""

    said: dict[Said, None] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    hinted: set[str] = field(default_factory=set)

    def say(self, head: str, words: list[str]) -> None:
        """Take in that somebody is called something; Mr and Ms say nothing."""
        if head not in _COURTESY:
            self.said.setdefault(Said(head, frozenset(words), not PAST.isdisjoint(words)))
            self.nouns.add(head)
            self.kinds |= person_kinds(head)

    def call(self, noun: str) -> None:
        """Take in what somebody may be called: who leads a panel is its leader, but no head of a company."""
        self.said.setdefault(Said(noun, frozenset([noun]), past=False))

    def shorten(self, words: Sequence[str]) -> None:
        """Take in the initials of an office: District Commissioner ▶ the DC, Superintendent of Police ▶ the SP."""
        words = [word for word in words if word.lower() not in ARTICLES]
        letters = "".join(word[0] for word in words if word[0].isupper()).lower()
        if 2 <= len(letters) <= 4 and words[0][0].isupper() and words[-1][0].isupper():
            self.said.setdefault(Said(letters, frozenset([letters]), past=False))
            self.nouns.add(letters)

    def place(self, written: str) -> None:
        """Take in the places and parties of a piece of text."""
        self.homes |= homes_in(written)
        self.parties |= parties_in(written)

    def facts(self) -> EntityFacts:
        return EntityFacts(
            tuple(self.said),
            frozenset(self.kinds),
            frozenset(self.homes),
            frozenset(self.parties),
            frozenset(self.ages),
            frozenset(self.bodies),
            frozenset(self.nouns),
            frozenset(self.hinted),
        )
