"""Descriptions that stand in for a name: the senator from Vermont, the billionaire businessman, the company."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import (
    is_kin,
    is_plural_role,
    is_title,
    is_verb,
    words_of,
)
from quotes.extraction.role_phrases import RolePhrase, role_at
from quotes.extraction.word_tokens import Token

MAX_BACK = 90
"""Words between a name and a description of its bearer."""

MAX_MENTIONS = 24
"""Mentions of persons before a description that are looked at."""

_SUBJECT = 1.0  # being the first person of its sentence weighs as much as _DISTANCE words of nearness
_DISTANCE = 30.0
_VAGUE = words_of("capacity_words.txt", "vague")
_VAGUE_ALONE = words_of("capacity_words.txt", "vague-alone")
_YET_TO_BE = words_of("capacity_words.txt", "yet-to-be")


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where the text names a person: first token, end (exclusive), and which entity."""

    first: int
    end: int
    entity: int


def described(
    tokens: Sequence[Token],
    known: Known,
    persons: Sequence[PersonMention],
    fits: Callable[[int, RolePhrase], bool],
) -> dict[int, list[RolePhrase]]:
    """Link each `the` + role without a name to the person spoken of.

    `persons` are in text order; `fits` says whether an entity can be what the phrase says. Returns the descriptions of
    each entity, in text order. A description before the first mention of anybody belongs to the first one named.
    """
    starts = [mention.first for mention in persons]
    inside = {index for mention in persons for index in range(mention.first, mention.end)}
    subjects = _subjects(tokens, persons)
    found: dict[int, list[RolePhrase]] = {}
    for index, token in enumerate(tokens):
        if token.lower != "the":
            continue
        phrase = role_at(tokens, index, known)
        if phrase is None or is_title(tokens[phrase.head]) or not _stands_alone(tokens, phrase, inside):
            continue
        place = bisect_left(starts, index)
        scores: dict[int, float] = {}
        for before in range(place - 1, max(-1, place - 1 - MAX_MENTIONS), -1):
            mention = persons[before]
            distance = index - mention.end
            if distance > MAX_BACK:
                break
            if fits(mention.entity, phrase):
                score = _SUBJECT * (before in subjects) - distance / _DISTANCE
                scores[mention.entity] = max(score, scores.get(mention.entity, -99.0))
        if scores:
            found.setdefault(max(scores, key=lambda entity: scores[entity]), []).append(phrase)
    return found


def _subjects(tokens: Sequence[Token], persons: Sequence[PersonMention]) -> frozenset[int]:
    """Return which mentions (indices into `persons`) are the first person of their sentence, as its subject is."""
    found = set()
    last_end = -1
    for place, mention in enumerate(persons):
        between = tokens[last_end + 1 if last_end >= 0 else 0 : mention.first]
        if last_end < 0 or any(token.text in ".?!\n" for token in between[-60:]):
            found.add(place)
        last_end = mention.end - 1
    return frozenset(found)


def _stands_alone(tokens: Sequence[Token], phrase: RolePhrase, inside: set[int]) -> bool:
    """Whether a description is all that names one person: not `the actor Jo Hale`, `the ministers`, `the mother`."""
    noun = tokens[phrase.head].lower
    bare = phrase.head == phrase.start and not phrase.topical
    if any(tokens[index].lower in _YET_TO_BE for index in range(phrase.start, phrase.head)):
        return False
    if noun in _VAGUE or (bare and noun in _VAGUE_ALONE):
        return False
    if is_plural_role(noun) or is_kin(noun) or any(index in inside for index in range(phrase.begin, phrase.stop)):
        return False
    if phrase.stop >= len(tokens):
        return False
    after = tokens[phrase.stop]
    if after.lower == "'s" or (after.word and after.capital):
        return False
    before = tokens[phrase.begin - 1] if phrase.begin > 0 else None
    opens = before is None or not before.word
    follows = tokens[phrase.stop + 1].lower if phrase.stop + 1 < len(tokens) else ""
    apposed = after.text == "," and follows in ("a", "an", "who", "which")  # The champion, a winner in May, said so
    if is_verb(after) or (opens and (after.word or apposed)):
        return True
    return before is not None and is_verb(before) and not after.word
