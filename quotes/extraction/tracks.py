"""Where the narration names each entity of an article, and what it says beside the names."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import attrgetter

import regex

from quotes.extraction.echoes import find_echoes
from quotes.extraction.entities import EntityKind
from quotes.extraction.entity_facts import FactReader
from quotes.extraction.joint_names import JointNames, join_names
from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.narration import QUOTE_SIGN
from quotes.extraction.nouns import HUMAN_CLASSES, noun_class
from quotes.extraction.platforms import only_posted_on
from quotes.extraction.referents import Referent, person_or_group
from quotes.extraction.salience import is_introduced, part_in
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SUBJECTS, SentenceSources, SourceMention
from quotes.types import Gender, Span

# Graham told / Graham, a senator from Ohio, has also said
_VERB_BEHIND = regex.compile(
    r"(?:’s\b|'s\b)?(?:,[^.,;:\n]{1,80},)?\s+(?:(?:\p{Ll}+ly|also|has|have|had|later|then|who|previously|once)\s+){0,3}(\p{Ll}+)"
)
# said Graham / asked Senator Lee Graham
_VERB_BEFORE = regex.compile(r"(?<!\p{Ll})(?:said|says|added|wrote|asked)\s+(?:\p{Lu}[\p{L}.]*\s+){0,3}$")


# how a mention stands in its sentence, by the parser's label of its head
_PLACES = {
    "pobj": "pobj",
    "dobj": "obj",
    "dative": "obj",
    "poss": "poss",
    "conj": "conj",
    "appos": "appos",
} | dict.fromkeys(SUBJECTS, "subj")


_FOREMOST = SUBJECTS | {"attr"}
_START = attrgetter("start")

# Doe asked Roe / pressed Ms Roe: whoever it is, the answer is theirs
_HEARER = regex.compile(
    r"\b(?:ask(?:s|ed|ing)|press(?:es|ed|ing)|question(?:s|ed|ing)|challeng(?:es|ed|ing)|interview(?:s|ed|ing)|grill(?:s|ed|ing))"
    r"\s(?:\p{Lu}[\p{L}.]*\s){0,3}$"
)
# Doe asked how high it would be
_ASKER = regex.compile(
    r"(?:\s(?:also|then|has|had|later|repeatedly)){0,2}\s(?:asks|asked|pressed|questioned|challenged)\b"
)


@dataclass(frozen=True, slots=True)
class Trace:
    """One mention of somebody in the narration."""

    start: int
    sentence: int
    subject: bool
    speaks: bool
    """Whether a reporting verb stands beside it."""
    place: str
    """How it stands in its sentence (subj, obj, pobj, poss …); `?` where the sentence is not parsed."""
    lead: int = 0
    """2 for the first person or body named in its paragraph, 1 for the first in its sentence, else 0."""
    part: str = "?"
    """Its part in a parsed sentence (salience.part_in); else `?` or, for what looks like a subject, `?subject`."""
    new: bool = False
    """Whether somebody without a name is brought in: a spokeswoman."""
    by: str = "name"
    """What mentions them: a `name`, or a `description` or a `pronoun` that was found to stand for them."""


@dataclass(slots=True)
class EntityTrack:
    """Where the narration speaks of somebody, in text order."""

    traces: list[Trace] = field(default_factory=list)
    """Where its name stands."""

    def last(self, offset: int) -> int:
        """Return the index of the last trace before an offset; -1 if there is none."""
        return bisect_left(self.traces, offset, key=_START) - 1

    def last_trace(self, offset: int) -> Trace | None:
        """Return the last trace before an offset; None if there is none."""
        at = self.last(offset)
        return self.traces[at] if at >= 0 else None


class Tracks:
    """The tracks of all entities of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.facts = FactReader(scene)
        self.by_entity: dict[int, EntityTrack] = {}
        self.unnamed: dict[str, EntityTrack] = {}
        """The tracks of sources without a name, by their lower-case phrase."""
        self.described: dict[Span, list[tuple[Referent, float]]] = {}
        """Whom descriptions and pronouns were found to stand for, by where they stand."""
        self._followed: dict[int, EntityTrack] = {}
        """The tracks of those with a name with what stands for them besides it."""
        self._taken: list[tuple[int, int]] = []
        """Where each of these stands, and for which entity, in text order."""
        self.taken_up: set[Span] = set()
        """The descriptions and pronouns that were found to stand for somebody with a name."""
        self.first_pronouns: dict[tuple[int, Gender], int | None] = {}
        """Where the first `he` or `she` stands, by sentence and gender, for those that were asked for."""
        self._unnamed_order: list[tuple[int, int, str]] = []
        self._unnamed_mentions: dict[tuple[int, str], SourceMention] = {}
        self._unnamed_referents: dict[str, Referent] = {}
        total = 0
        seen = (-1, -1)
        for mention in scene.names.mentions:
            track = self.by_entity.setdefault(mention.entity, EntityTrack())
            start = mention.span.start
            if scene.mask[start] == QUOTE_SIGN:
                continue
            k = scene.sentence_at(start)
            if k in scene.labels or start >= scene.sentences[k].end:
                continue  # The pier on Monday. Photo: Jo Quill
            paragraph = scene.sentences[k].paragraph
            lead = 0 if k == seen[0] else 1 if paragraph == seen[1] else 2
            if scene.names.entities[mention.entity].kind != "place":
                seen = (k, paragraph)
            track.traces.append(_trace(scene, k, mention.span, lead))
            total += 1
        self.total = max(1, total)
        persons = [(len(t.traces), -e) for e, t in self.by_entity.items() if scene.names.entities[e].kind == "person"]
        self.main_person = -max(persons)[1] if persons else None
        media = only_posted_on(scene.mask, scene.names)
        bodies = [
            (len(t.traces), -e)
            for e, t in self.by_entity.items()
            if scene.names.entities[e].kind == "organization" and e not in media
        ]
        self.main_body = -max(bodies)[1] if bodies else None
        self._ordered = sorted(
            (trace.start, e) for e, t in self.by_entity.items() if e not in media for trace in t.traces
        )
        for k in sorted(scene.sources):
            for m in sorted(scene.sources[k].mentions, key=lambda m: m.span.start):
                if m.kind == "nominal" and _may_be_taken_up(scene.sources[k], m):
                    self._note_unnamed(m)

    def _note_unnamed(self, mention: SourceMention) -> None:
        referent = person_or_group(mention)
        phrase = referent.name.lower()
        self._unnamed_referents.setdefault(phrase, referent)
        first = not any(
            m.span.start < mention.span.start and m.kind != "pronoun"
            for m in self.scene.sources[mention.sentence].mentions
        )
        trace = trace_of(self.scene, mention, bool(mention.roles), int(first))
        self.unnamed.setdefault(phrase, EntityTrack()).traces.append(trace)
        self._unnamed_order.append((trace.start, trace.sentence, phrase))
        self._unnamed_mentions[trace.start, phrase] = mention

    def unnamed_before(self, offset: int, sentence: int, reach: int = 12) -> list[tuple[Referent, Trace]]:
        """Return the sources without a name that stand before an offset, from a sentence on, each once, nearest first.

        With each, its last trace.
        """
        found: dict[str, tuple[Referent, Trace]] = {}
        at = bisect_left(self._unnamed_order, (offset,))
        for _, k, phrase in reversed(self._unnamed_order[max(0, at - reach) : at]):
            if k < sentence:
                break
            if phrase not in found:
                track = self.unnamed[phrase]
                found[phrase] = (self._unnamed_referents[phrase], track.traces[track.last(offset)])
        return list(found.values())

    def spoken_of(self, entity: int) -> EntityTrack:
        """Return the track of an entity with what has been found to stand for it besides its name."""
        return self._followed.get(entity) or self.by_entity[entity]

    def take_up(self, entity: int, mention: SourceMention) -> None:
        """Note that a description or a pronoun stands for an entity, for the pronouns behind it."""
        if mention.span in self.taken_up:
            return
        self.taken_up.add(mention.span)
        track = self._followed.setdefault(entity, EntityTrack(list(self.by_entity[entity].traces)))
        by = "pronoun" if mention.kind == "pronoun" else "description"
        trace = replace(trace_of(self.scene, mention, bool(mention.roles)), by=by, new=False)
        insort(track.traces, trace, key=_START)
        insort(self._taken, (trace.start, entity))

    def unnamed_at(self, offset: int, phrase: str) -> SourceMention | None:
        """Return the source without a name that begins at an offset with a phrase: not the teacher’s letter for her."""
        return self._unnamed_mentions.get((offset, phrase.lower()))

    @cached_property
    def echoes(self) -> dict[int, frozenset[int]]:
        """The entities beside another quote of the same words, for each marked span whose words come again."""
        return find_echoes(self.scene)

    @cached_property
    def joint(self) -> list[JointNames]:
        """The names that the narration joins, in text order."""
        return join_names(self.scene.mask, self.scene.names)

    def joint_before(self, offset: int) -> Iterator[JointNames]:
        """Return the last eight joined names that begin before an offset, nearest first."""
        at = bisect_left(self.joint, offset, key=attrgetter("span.start"))
        return reversed(self.joint[max(0, at - 8) : at])

    def count_between(self, kind: EntityKind, start: int, end: int) -> int:
        """Return how many entities of a kind are named between two offsets, two at most."""
        known = self.scene.names.entities
        return min(2, sum(known[entity].kind == kind for _, entity in self.named_between(start, end)))

    def named_between(self, start: int, end: int, most: int = 30) -> list[tuple[int, int]]:
        """Return where an entity is named between two offsets, the first time each, in text order."""
        at = bisect_left(self._ordered, (start, -1))
        found: dict[int, int] = {}
        for offset, entity in self._ordered[at : at + most]:
            if offset >= end:
                break
            found.setdefault(entity, offset)
        return [(offset, entity) for entity, offset in found.items()]

    def recent(self, offset: int, reach: int = 14, followed: bool = False) -> list[int]:
        """Return the entities named before an offset, nearest first, each once.

        With those whom descriptions and pronouns were found to stand for, if these are `followed`.
        """
        at = bisect_left(self._ordered, (offset, -1))
        last = self._ordered[max(0, at - 60) : at]
        if followed and self._taken:
            at = bisect_left(self._taken, (offset, -1))
            last = sorted(last + self._taken[max(0, at - 20) : at])
        seen: list[int] = []
        for _, entity in reversed(last):
            if entity not in seen:
                seen.append(entity)
                if len(seen) >= reach:
                    break
        return seen


def _may_be_taken_up(there: SentenceSources, mention: SourceMention) -> bool:
    """Tell whether a phrase without a name may be whom a pronoun means: whoever does something or has just come in."""
    if mention.subject or mention.roles:
        return True
    noun = noun_class(mention.text)
    if noun == "document":
        return True
    if noun not in HUMAN_CLASSES or mention.possessive:
        return False
    # among those in the queue was a former cook / a card from a girl of nine / as one shopper looked on
    mine = there.words[mention.first] == "my"
    return mine or there.deps[mention.head] in _FOREMOST or is_introduced(there, mention)


def _speaks(mask: str, span: Span) -> bool:
    forms = reporting_verb_forms()
    behind = _VERB_BEHIND.match(mask, span.end, span.end + 150)
    if behind is not None and behind[1] in forms:
        return True
    return _VERB_BEFORE.search(mask[max(0, span.start - 40) : span.start]) is not None


def _trace(scene: Scene, k: int, span: Span, lead: int) -> Trace:
    speaks = _speaks(scene.mask, span)
    hearer = _HEARER.search(scene.mask[max(0, span.start - 40) : span.start]) is not None
    asker = _ASKER.match(scene.mask, span.end, span.end + 60) is not None
    here = scene.sources.get(k)
    if here is None:
        sentence = scene.sentences[k]
        short = span.start - sentence.start < 45
        subject = short and "," not in scene.mask[sentence.start : max(sentence.start, span.start - 3)] and not hearer
        part = "?subject" if subject else "?"
        return Trace(span.start, k, subject, speaks, "hearer" if hearer else "asker" if asker else "?", lead, part)
    for mention in here.mentions:
        if mention.span == span:
            return trace_of(scene, mention, speaks, lead, "hearer" if hearer else "asker" if asker else "")
    return Trace(span.start, k, False, speaks, "inside", lead)


def trace_of(scene: Scene, mention: SourceMention, speaks: bool, lead: int = 0, told_place: str = "") -> Trace:
    """Return the trace of a mention of a parsed sentence."""
    subject = mention.subject or any(how.startswith(("subject", "conj", "according")) for _, how in mention.roles)
    there = scene.sources[mention.sentence]
    place = told_place or _PLACES.get(there.deps[mention.head], "other")
    if mention.subject and place == "subj":
        place = "main"
    new = mention.kind == "nominal" and is_introduced(there, mention)
    return Trace(mention.span.start, mention.sentence, subject, speaks, place, lead, part_in(there, mention), new)
