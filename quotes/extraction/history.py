"""A pronoun or a description where it stands, and what the article has told of somebody up to there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from quotes.extraction.lexicon import verbs_that
from quotes.extraction.ranking import bucket
from quotes.extraction.referents import Referent
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import EntityTrack, Tracks

_RECENT = 40
"""Traces of somebody that are looked at, from the last one back."""


@dataclass(slots=True)
class Reference:
    """One possible referent of a mention, with its features."""

    referent: Referent
    features: list[str]
    described: SourceMention | None = None
    """For what a pronoun stands for: the description, which may stand for somebody itself (the mayor … she)."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """A pronoun or a description, and what is known where it stands."""

    tracks: Tracks
    mention: SourceMention
    previous: Referent | None
    """The last speaker."""
    previous_sentence: int | None
    """The sentence of the last quote."""
    inside: Collection[int]
    """The entities that the quote itself names, who are seldom its speaker."""
    beside: Collection[int]
    """The entities that the quotes beside it in its paragraph name."""
    echoed: Collection[int] = ()
    """The entities beside another quote of the same words."""

    @property
    def scene(self) -> Scene:
        return self.tracks.scene

    def was_last(self, entity: int) -> bool:
        """Tell whether an entity is the last speaker."""
        return self.previous is not None and self.previous.entity == entity

    def history(self, track: EntityTrack, order: int, tag: str) -> list[str]:
        """Return what the traces before the mention say for their bearer, the `order`-th from the mention back."""
        at = track.last(self.mention.span.start)
        if at < 0:
            return [f"{tag}|later"]
        sentences = self.scene.sentences
        k = self.mention.sentence
        last = track.traces[at]
        steps = k - last.sentence
        paragraphs = sentences[k].paragraph - sentences[last.sentence].paragraph
        recent = track.traces[max(0, at + 1 - _RECENT) : at + 1][::-1]
        spoke = next((t.sentence for t in recent if t.speaks), None)
        subject = next((t.sentence for t in recent if t.subject), None)
        return [
            f"{tag}|steps={bucket(steps)}",
            f"{tag}|steps={bucket(steps)}|subj={last.subject}",
            f"{tag}|place={last.place}|steps={min(steps, 2)}",
            f"{tag}|lead={last.lead}|steps={min(steps, 2)}",
            f"{tag}|lead={last.lead}|steps={min(steps, 2)}|place={last.place}",
            f"{tag}|lead={last.lead}|paras={bucket(paragraphs)}",
            f"{tag}|paras={bucket(paragraphs)}",
            f"{tag}|order={min(order, 6)}",
            f"{tag}|order={min(order, 3)}|steps={min(steps, 3)}",
            f"{tag}|speaks={last.speaks}|steps={bucket(steps)}",
            f"{tag}|lastspoke={bucket(k - spoke) if spoke is not None else 'none'}",
            f"{tag}|lastsubj={bucket(k - subject) if subject is not None else 'none'}",
            f"{tag}|dense={min(sum(1 for t in recent if k - t.sentence <= 3), 4)}",
            f"{tag}|before={bucket(at + 1)}",
        ]

    def entity_history(self, entity: int, order: int, tag: str) -> list[str]:
        """Return what the article has told of an entity."""
        tracks = self.tracks
        track = tracks.spoken_of(entity)
        features = self.history(track, order, tag)
        features += [
            f"{tag}|title={bool(track.traces) and track.traces[0].sentence == 0}",
            f"{tag}|share={len(track.traces) * 10 // tracks.total}",
            f"{tag}|main={entity in (tracks.main_person, tracks.main_body)}",
        ]
        last = self.was_last(entity)
        features += self.turn(last, tag)
        if self.inside:
            features.append(f"{tag}|inquote={entity in self.inside}")
            features.append(f"{tag}|inquote={entity in self.inside}|last={last}")
        if self.beside:
            features.append(f"{tag}|nearquote={entity in self.beside}|last={last}")
        if last and self.previous_sentence is not None:
            features.append(f"{tag}|lastspeaker|{bucket(self.mention.sentence - self.previous_sentence)}")
            sentences = self.scene.sentences
            gap = sentences[self.mention.sentence].paragraph - sentences[self.previous_sentence].paragraph
            features.append(f"{tag}|lastspeaker|paras={bucket(gap)}|order={min(order, 3)}")
        else:
            features.append(self.not_last(tag))
        return features

    def turn(self, last: bool, tag: str) -> list[str]:
        """Return what a verb that answers, asks or goes on says of the last speaker: Roe shouted “…” “…,” she added."""
        there = self.scene.sources.get(self.mention.sentence)
        if there is None or not self.mention.roles or self.previous_sentence is None:
            return []
        word = there.words[self.mention.roles[0][0]]
        verb = _turning().get(word)
        steps = min(2, self.mention.sentence - self.previous_sentence)
        return [f"{tag}|{verb}|last={last}|steps={steps}"] if verb is not None else []

    def not_last(self, tag: str) -> str:
        return f"{tag}|notlast|{'some' if self.previous is not None else 'none'}"

    def since(self, track: EntityTrack) -> str:
        """Tell how somebody was spoken of between the sentence of the last quote and the mention."""
        if self.previous_sentence is None:
            return "-"
        found = "no"
        for trace in reversed(track.traces[: track.last(self.mention.span.start) + 1]):
            if trace.sentence <= self.previous_sentence:
                break
            if trace.subject:
                return "subject"
            found = "named"
        return found


@cache
def _turning() -> dict[str, str]:
    """Return the forms of the verbs that ask, answer or go on; one that can ask and answer answers."""
    return {form: name for name in ("asks", "responds", "adds") for form in verbs_that(name, "turn_verbs.txt")}
