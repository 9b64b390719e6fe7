"""Where the narration names each entity of an article, and what it says beside the names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import regex

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.narration import QUOTE_SIGN
from quotes.extraction.nouns import ADDRESS_TITLES, WORD
from quotes.extraction.scene import Scene
from quotes.types import Span

# …, the company's chief executive, Ann Roe / Prime Minister Roe
_BEFORE_NAME = regex.compile(r"[^.,;:!?()\n\ue000]*,?\s?$")
# Roe, 36, a former mayor of Halden, / Roe (Lab) / Roe is a nurse / Roe, who leads
_BEHIND_NAME = regex.compile(r"(?:’s|'s)?\s?((?:[,(–—-]|(?:is|was|became|has been)\s)[^.;!?\n\ue000]{2,90})")

# Graham told / Graham, a senator from Ohio, has also said
_VERB_BEHIND = regex.compile(
    r"(?:’s\b|'s\b)?(?:,[^.,;:\n]{1,80},)?\s+(?:(?:\p{Ll}+ly|also|has|have|had|later|then|who|previously|once)\s+){0,3}(\p{Ll}+)"
)
_VERB_BEFORE = regex.compile(r"(\p{Ll}+)\s+(?:\p{Lu}[\p{L}.]*\s+){0,3}$")


@dataclass(slots=True)
class EntityTrack:
    """Where the narration names an entity, in text order."""

    starts: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    subjects: list[bool] = field(default_factory=list)
    speaks: list[bool] = field(default_factory=list)
    """Whether a reporting verb stands beside the name."""
    nearby: frozenset[str] | None = None
    """Lower-case words that say beside the name what it is; None until they are asked for."""


class Tracks:
    """The tracks of all entities of one article."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.by_entity: dict[int, EntityTrack] = {}
        total = 0
        for mention in scene.names.mentions:
            track = self.by_entity.setdefault(mention.entity, EntityTrack())
            start = mention.span.start
            if scene.mask[start] == QUOTE_SIGN:
                continue
            k = scene.sentence_at(start)
            track.starts.append(start)
            track.sentences.append(k)
            track.subjects.append(_looks_like_subject(scene, k, mention.span))
            track.speaks.append(_speaks(scene.mask, mention.span))
            total += 1
        self.total = max(1, total)
        persons = [(len(t.starts), -e) for e, t in self.by_entity.items() if scene.names.entities[e].kind == "person"]
        self.main_person = -max(persons)[1] if persons else None
        bodies = [
            (len(t.starts), -e) for e, t in self.by_entity.items() if scene.names.entities[e].kind == "organization"
        ]
        self.main_body = -max(bodies)[1] if bodies else None
        self._ordered = sorted((start, e) for e, t in self.by_entity.items() for start in t.starts)
        self._starts = [start for start, _ in self._ordered]
        self._bearers: dict[str, list[int]] | None = None

    def nearby(self, entity: int) -> frozenset[str]:
        """Return the words that say beside its name what an entity is, titles written out.

        the film's director Ann Roe / Roe, 36, a former mayor / Roe is the mayor: but not what merely follows a name.
        """
        track = self.by_entity[entity]
        if track.nearby is None:
            words: set[str] = set()
            mask = self.scene.mask
            for mention in self.scene.names.entities[entity].mentions:
                start, end = mention.span.start, mention.span.end
                if mask[start] == QUOTE_SIGN:
                    continue
                before = _BEFORE_NAME.search(mask[max(0, start - 60) : start])
                behind = _BEHIND_NAME.match(mask, end, end + 110)
                beside = (before[0] if before else "") + " " + (behind[1] if behind else "")
                for word in WORD.findall(beside):
                    lower = word.lower()
                    words.add(lower)
                    words.add(ADDRESS_TITLES.get(lower, lower))
            track.nearby = frozenset(words)
        return track.nearby

    def bearers(self, word: str) -> list[int]:
        """Return the entities beside whose names a word says what they are, in the order of their first mention."""
        if self._bearers is None:
            self._bearers = {}
            for entity in self.by_entity:
                for near in self.nearby(entity):
                    self._bearers.setdefault(near, []).append(entity)
        return self._bearers.get(word, [])

    def recent(self, offset: int, reach: int = 14) -> list[int]:
        """Return the entities named before an offset, nearest first, each once."""
        at = bisect_left(self._starts, offset)
        seen: list[int] = []
        for _, entity in reversed(self._ordered[max(0, at - 60) : at]):
            if entity not in seen:
                seen.append(entity)
                if len(seen) >= reach:
                    break
        return seen


def _speaks(mask: str, span: Span) -> bool:
    forms = reporting_verb_forms()
    behind = _VERB_BEHIND.match(mask, span.end, span.end + 150)
    if behind is not None and behind[1] in forms:
        return True
    before = _VERB_BEFORE.search(mask[max(0, span.start - 40) : span.start])
    return before is not None and before[1] in ("said", "says", "added", "wrote", "asked")


def _looks_like_subject(scene: Scene, k: int, span: Span) -> bool:
    here = scene.sources.get(k)
    if here is not None:
        return any(
            m.span == span
            and (m.subject or any(how.startswith(("subject", "conj", "according")) for _, how in m.roles))
            for m in here.mentions
        )
    sentence = scene.sentences[k]
    before = scene.mask[sentence.start : span.start]
    return len(before) < 45 and "," not in before[:-3]
