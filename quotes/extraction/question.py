"""A noun phrase without a name, and how everybody who could be meant answers it."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.document_issuers import Issuers, find_issuers
from quotes.extraction.entities import EntityKind
from quotes.extraction.history import Occasion
from quotes.extraction.nominals import TIE, Description, Fit, body_level, fit
from quotes.extraction.nouns import HUMAN_CLASSES, WORD, head_word
from quotes.types import SpeakerType

_OPENING = 12
"""Characters in which an owner's name begins: Prof. Roe’s letter; but the timing of Roe’s letter is not Roe’s."""


_FARTHEST = 4
"""Sentences back beyond which all introductions are equally far."""


@dataclass(slots=True)
class Question:
    """A noun phrase without a name, and what it asks of those who could be meant."""

    occasion: Occasion
    told: Description
    own: SpeakerType
    """What it is if it stands for itself."""
    introduced: str
    """How its noun came up earlier: `new`, `named`, `no`, or `-` where that tells nothing."""
    fits: dict[int, Fit]
    wanted: EntityKind
    owners: frozenset[int]
    """Entities that it belongs to: Roe in Roe’s letter."""
    named: frozenset[int]
    """Entities named in it: Roe in the Roe campaign."""
    issuers: Issuers
    """Who can speak in it, if it is a document."""
    again: bool
    """Whether the last speaker was called by the same noun: the club said … the club added."""
    ago: str = "-"
    """Sentences since its noun was brought in without a name, `-` if it was not: a judge … the judge."""
    since: int = 0
    """How many of the wanted kind are named since then, two at most."""
    place: int | None = None
    """Where its noun, or another for somebody new, was brought in."""
    brought: bool = False
    """Whether another noun brings somebody in who can be called so: a shopper … the woman."""
    opening: bool = False
    """Whether it stands where articles speak of people before they name them."""
    best: float = -9.0
    second: float = -9.0
    """How well the best of those named before answers it, and the next best."""
    tied: int = 0
    level: str = "nobody"

    @classmethod
    def ask(
        cls,
        occasion: Occasion,
        told: Description,
        own: SpeakerType,
        introduced: str,
        opening: bool,
        entities: list[int],
    ) -> Question:
        """Compare a description with everybody who could be meant."""
        scene, mention = occasion.scene, occasion.mention
        known = scene.names.entities
        inside = scene.names.within(mention.span.start, mention.span.end)
        begun = mention.span.start + _OPENING
        owners = frozenset(
            m.entity for m in inside if m.span.start < begun and scene.text[m.span.end : m.span.end + 1] in ("'", "’")
        )
        issuers = find_issuers(occasion, told)
        owners |= {e for e, tie in issuers.ties.items() if tie == "owner"}
        question = cls(
            occasion,
            told,
            own,
            introduced,
            {e: fit(told, occasion.tracks.facts(e), known[e]) for e in entities},
            "person" if told.noun in HUMAN_CLASSES else "organization",
            owners,
            frozenset(m.entity for m in inside) - owners,
            issuers,
            _said_again(occasion, told),
            opening=opening,
        )
        # the cardinal is not the one who is named ten lines further down, if anybody fits
        able = [
            answer
            for e, answer in question.fits.items()
            if known[e].kind == question.wanted and e not in owners and question.named_before(e)
        ]
        if able:
            top = max(able, key=lambda answer: answer.score)
            question.best, question.level = top.score, top.level
            question.tied = sum(1 for answer in able if answer.score >= top.score - TIE)
            question.second = max((answer.score for answer in able if answer is not top), default=question.second)
        return question

    def lead(self, entity: int) -> float:
        """Return how much better somebody answers than the best of the others."""
        score = self.fits[entity].score
        return score - (self.second if score >= self.best else self.best)

    def as_body(self, entity: int) -> str:
        """Return how a name that is taken for a person or a place answers as the body that is asked for."""
        facts = self.occasion.tracks.facts
        return body_level(self.told, facts.as_body(entity))

    def introduce(self, place: int | None, other: int | None) -> None:
        """Take in where the noun was brought in, and where another that it can take up, if they were."""
        occasion = self.occasion
        self.brought = other is not None and (place is None or other > place)
        self.place = place if place is not None else other
        if place is not None:
            self.ago = str(min(_FARTHEST, occasion.mention.sentence - occasion.scene.sentence_at(place)))
            self.since = occasion.tracks.count_between(self.wanted, place, occasion.mention.span.start)

    def named_before(self, entity: int) -> bool:
        """Tell whether the narration names an entity before the description, as `the` takes for granted."""
        track = self.occasion.tracks.by_entity[entity]
        return bool(track.traces) and (
            self.told.determiner != "the" or track.last(self.occasion.mention.span.start) >= 0
        )


def _said_again(occasion: Occasion, told: Description) -> bool:
    """Tell whether a source of the last quote's sentence had the noun that a description has."""
    last = occasion.previous_sentence
    here = occasion.scene.sources.get(last) if last is not None else None
    return here is not None and any(
        m.kind == "nominal" and m.roles and m is not occasion.mention and head_word(WORD.findall(m.text)) == told.head
        for m in here.mentions
    )
