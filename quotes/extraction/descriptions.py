"""Descriptions that stand in for a name: the senator from Vermont, the billionaire businessman, the company."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import (
    ends_phrase,
    is_attached,
    is_common_body,
    is_kin,
    is_plural_role,
    is_title,
    is_verb,
    words_of,
)
from quotes.extraction.role_phrases import RolePhrase, role_at
from quotes.extraction.word_tokens import Token

MAX_BACK = 90
"""Words between a name and a description of its bearer, or between a body and a word for it."""

MAX_MENTIONS = 24
"""Mentions of persons before a description that are looked at."""

_SUBJECT = 1.0  # being the first person of its sentence weighs as much as _DISTANCE words of nearness
_DISTANCE = 30.0
_GENERIC = words_of("capacity_words.txt", "generic-bodies")
_VAGUE = words_of("capacity_words.txt", "vague")
_VAGUE_ALONE = words_of("capacity_words.txt", "vague-alone")
_YET_TO_BE = words_of("capacity_words.txt", "yet-to-be")
_NO_EMPLOYERS = words_of("capacity_words.txt", "no-employers")
_OFFICERS = words_of("capacity_words.txt", "officers")


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
    if is_verb(after) or (opens and (after.word or follows == "who")):
        return True
    return before is not None and is_verb(before) and not after.word


def body_meant(tokens: Sequence[Token], known: Known, phrase: RolePhrase, title: bool) -> tuple[int, int] | None:
    """Find the body, named before, that `the company` in a role or a bare `chief executive` before a name speaks of.

    `title` says whether the phrase stands before the name. A body whose name holds the very word is preferred (the
    council ▶ Muslim Council); else the last one named within MAX_BACK words. None if there is none, or if the role does
    not ask for a body.
    """
    word = tokens[phrase.anaphor].lower if phrase.anaphor is not None else None
    if word is None and not (title and _asks_for_body(tokens, phrase)):
        return None
    last = bisect_left(known.bodies, (phrase.begin, 0)) - 1
    if word is not None and word not in ("its", "their"):
        for place in range(last, max(-1, last - 40), -1):
            first, end = known.bodies[place]
            if any(tokens[index].lower == word for index in range(first, end)):
                return first, end
        if word not in _GENERIC and not is_common_body(tokens[phrase.anaphor or 0]):
            return None
    if phrase.anaphor is not None and is_common_body(tokens[phrase.anaphor]):
        return common_body(tokens, phrase.anaphor)
    for place in range(last, max(-1, last - 6), -1):
        first, end = known.bodies[place]
        if phrase.begin - end > MAX_BACK:
            break
        if (
            tokens[end - 1].capital
            and tokens[end - 1].text not in _NO_EMPLOYERS
            and not (first > 0 and tokens[first - 1].text == "(")
        ):
            return first, end
    return None


def _asks_for_body(tokens: Sequence[Token], phrase: RolePhrase) -> bool:
    """Whether a title names an officer and nothing of whom: chief executive Jo Hale; not President Hale."""
    if phrase.determined or tokens[phrase.head].lower not in _OFFICERS or tokens[phrase.head].text == "President":
        return False
    return all(
        is_attached(tokens[index]) and tokens[index].lower != "former" for index in range(phrase.start, phrase.head)
    )


def common_body(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Return a body named by its field with the field: the (health) `ministry`."""
    before = tokens[index - 1] if index > 0 else None
    return (index - 1 if before is not None and not ends_phrase(before) else index, index + 1)
