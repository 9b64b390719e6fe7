"""Descriptions that stand in for a name: the senator from Vermont, the billionaire businessman, the company."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quotes.extraction.entities import Names
from quotes.extraction.kinds import person_kinds
from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.nouns import ADDRESS_TITLES
from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import (
    ends_phrase,
    is_kin,
    is_plural_role,
    is_title,
    is_verb,
    role_gender,
    words_of,
)
from quotes.extraction.role_phrases import RolePhrase, role_at
from quotes.extraction.statements import Statement
from quotes.extraction.word_tokens import ENDS, Token

MAX_BACK = 90
"""Words between a name and a description of its bearer."""

MAX_MENTIONS = 24
"""Mentions of persons before a description that are looked at."""

MAX_CALLED = 40
"""Different ways of saying one capacity (Sen., the Ohio senator …) that are compared with a description."""

MAX_NAMED_NEXT = 14
"""Words after a description and `is` in which the person meant may be named."""

MAX_WORDS = 5
"""Words from an article to the noun of somebody brought in without a name."""

_BRINGING_IN = frozenset(["a", "an", "one", "another"])
_SUBJECT = 1.0  # being the first person of its sentence weighs as much as _DISTANCE words of nearness
_DISTANCE = 30.0
_CALLED_SO = 0.7
_POSSESSOR = 0.5  # Hale was in Dene's film. The actor plays a clerk: Hale
_OWN_SENTENCE = 1.5
_ASIDE = 8
"""Words of an aside between a name and its verb."""
_NOBLE = frozenset("king queen prince princess duke duchess earl countess pope emperor empress emir sultan".split())
_MARKS = frozenset('“”"')
_IS = frozenset(["is", "was"])
_BEING = words_of("capacity_words.txt", "copulas", "chosen", "being")
_PREPOSITIONS = words_of("capacity_words.txt", "prepositions")
_PASSING = frozenset(["former", "ex", "ex-", "then", "then-", "longtime", "veteran", "current", "the", "of", "and"])
_VAGUE = words_of("capacity_words.txt", "vague")
_VAGUE_ALONE = words_of("capacity_words.txt", "vague-alone")
_PAPERS = words_of("capacity_words.txt", "papers")
_YET_TO_BE = words_of("capacity_words.txt", "yet-to-be")
_FOLLOWERS = words_of("capacity_words.txt", "followers")
"""What leaves open what else somebody is: a resident may be the scientist."""
_LOOSE = words_of("capacity_words.txt", "loose")
_IN_POLITICS = frozenset(["legislature", "government", "race"])


@dataclass(frozen=True, slots=True)
class PersonMention:
    """One place where the text names a person: first token, end (exclusive), and which entity."""

    first: int
    end: int
    entity: int


class Capacities:
    """What is said of each person by name, against which a description is held."""

    def __init__(self, tokens: Sequence[Token], names: Names, said: Mapping[int, Sequence[Statement]]) -> None:
        self._tokens = tokens
        self._names = names
        self._nouns: dict[int, set[str]] = {entity: set() for entity in said}
        self._called: dict[str, dict[frozenset[str], set[int]]] = {}
        for entity, statements in said.items():
            for statement in statements:
                if statement.role is not None and statement.head is not None:
                    noun = _office(tokens[statement.head].lower)
                    self._nouns[entity].add(noun)
                    called = self._called.setdefault(noun, {})
                    if len(called) < MAX_CALLED:
                        called.setdefault(_words(tokens, *statement.role), set()).add(entity)

    def fit(self, entity: int, phrase: RolePhrase) -> float | None:
        """Return how well a person can be what a phrase says, 0 if nothing is known; None if not at all.

        The senator is who has been called one, not somebody who has been called something else; where nobody has, or
        another senator than this, it may be somebody of whom nothing is said.
        """
        noun = _office(self._tokens[phrase.head].lower)
        gender = self._names.entities[entity].gender
        if gender is not None and role_gender(noun) not in (None, gender):
            return None
        words = _words(self._tokens, phrase.start, phrase.head + 1)
        called = [them for theirs, them in self._called.get(noun, {}).items() if words <= theirs or theirs <= words]
        if any(entity in them for them in called):
            return _CALLED_SO
        if not self._nouns[entity] <= _FOLLOWERS:
            return 0.0 if noun in self._nouns[entity] else self._called_more_loosely(entity, noun)
        return -_CALLED_SO if called else 0.0

    def _called_more_loosely(self, entity: int, noun: str) -> float | None:
        """Return how well somebody in office can be a politician or an incumbent, 0; None where the office is none."""
        if noun in _LOOSE and any(person_kinds(held) & _IN_POLITICS for held in self._nouns[entity]):
            return 0.0
        return None


def _office(noun: str) -> str:
    """Return one word for a capacity's several: `senator` for Sen. and senator."""
    return ADDRESS_TITLES.get(noun.rstrip("."), noun)


def _words(tokens: Sequence[Token], start: int, end: int) -> frozenset[str]:
    """Return the words of a capacity, so that two can be compared: former Sen. ▶ senator."""
    return frozenset(_office(token.lower) for token in tokens[start:end]) - _PASSING


def described(
    tokens: Sequence[Token],
    known: Known,
    persons: Sequence[PersonMention],
    fits: Callable[[int, RolePhrase], float | None],
) -> dict[int, list[RolePhrase]]:
    """Link each `the` + role without a name to the person spoken of.

    `persons` are in text order; `fits` says how well an entity can be what the phrase says, None if it cannot. Returns
    the descriptions of each entity, in text order. A description before the first mention of anybody belongs to nobody.
    """
    starts = [mention.first for mention in persons]
    inside = {index for mention in persons for index in range(mention.first, mention.end)}
    subjects = _subjects(tokens, persons)
    found: dict[int, list[RolePhrase]] = {}
    quoted = False
    opened = 0
    for index, token in enumerate(tokens):
        if token.text in ENDS:
            opened = index
            quoted = quoted and token.text != "\n"
        elif token.text in _MARKS:
            quoted = token.text == "“" or (token.text != "”" and not quoted)
        if token.lower != "the" or quoted:
            continue  # whom a speaker means is another matter
        phrase = role_at(tokens, index, known)
        if phrase is None or is_title(tokens[phrase.head]) or not _stands_alone(tokens, phrase, inside):
            continue
        if _takes_up_nameless(tokens, phrase, inside):
            continue
        place = bisect_left(starts, index)
        scores: dict[int, float] = {}
        told: int | None = None
        reporting = tokens[index - 1 - (tokens[index - 1].lower == "that")].lower
        in_report = reporting in reporting_verb_forms()  # Hale, prosecuting, said the defendant lied
        is_object = is_verb(tokens[index - 1]) and not tokens[phrase.stop].word
        says = tokens[index - 1].lower.endswith("ing") and tokens[index - 1].lower in reporting_verb_forms()
        for before in range(place - 1, max(-1, place - 1 - MAX_MENTIONS), -1):
            mention = persons[before]
            distance = index - mention.end
            if distance > MAX_BACK:
                break
            fit = fits(mention.entity, phrase)
            if fit is not None:
                score = fit + _SUBJECT * (before in subjects) - distance / _DISTANCE
                tells = is_object or (says and before in subjects) or _says_next(tokens, mention.end)
                if told is None and mention.first >= opened and tells:
                    # Hale says the champion is late, Hale beat the champion, Hale left, saying the champion …: another
                    told = mention.entity
                if mention.entity == told:
                    if in_report:
                        continue
                    score -= _OWN_SENTENCE
                if mention.end < len(tokens) and tokens[mention.end].lower == "'s":
                    score -= _POSSESSOR + _SUBJECT * (before in subjects)
                scores[mention.entity] = max(score, scores.get(mention.entity, -99.0))
        if scores:
            found.setdefault(max(scores, key=lambda entity: scores[entity]), []).append(phrase)
    return found


def _takes_up_nameless(tokens: Sequence[Token], phrase: RolePhrase, inside: set[int]) -> bool:
    """Whether a description is for somebody brought in without a name: said one legal expert … the expert warned."""
    noun = tokens[phrase.head].lower
    for index in range(phrase.begin - 1, max(-1, phrase.begin - MAX_BACK), -1):
        if tokens[index].lower != noun:
            continue
        for first in range(index - 1, max(-1, index - MAX_WORDS), -1):
            if tokens[first].lower in _BRINGING_IN:
                before = first - 1 - (first > 0 and tokens[first - 1].text == ",")
                return inside.isdisjoint((before, index + 1 + (tokens[index + 1].text == ",")))
            if ends_phrase(tokens[first]):
                break
    return False


def _says_next(tokens: Sequence[Token], end: int) -> bool:
    """Whether a reporting verb comes right after a name, an adverb or an aside perhaps between: Hale still believes.

    Hale, prosecuting, said the defendant had lied.
    """
    if end + 1 < len(tokens) and tokens[end].text == ",":
        for place in range(end + 1, min(len(tokens) - 1, end + _ASIDE)):
            if tokens[place].text == ",":
                end = place + 1
            if not tokens[place].word:
                break
    return any(token.lower in reporting_verb_forms() for token in tokens[end : end + 2])


def _is_named_next(tokens: Sequence[Token], verb: int, inside: set[int]) -> bool:
    """Whether a sentence names whom its subject is: The reporter in question is the paper's new editor, Jo Hale."""
    for index in range(verb + 1, min(len(tokens), verb + MAX_NAMED_NEXT)):
        if tokens[index].text in ENDS:
            return False
        if index in inside:
            return tokens[index - 1].text == "," or index == verb + 1
    return False


def _governs(token: Token) -> bool:
    """Whether a word before a name makes it an object: to attack Jo Hale, with Jo Hale; but said Jo Hale."""
    return token.lower in _PREPOSITIONS or (is_verb(token) and token.lower not in reporting_verb_forms())


def _subjects(tokens: Sequence[Token], persons: Sequence[PersonMention]) -> frozenset[int]:
    """Return which mentions (indices into `persons`) are the first person of their sentence, as its subject is."""
    found = set()
    last_end = -1
    for place, mention in enumerate(persons):
        governed = mention.first > 0 and _governs(tokens[mention.first - 1])
        between = tokens[last_end + 1 if last_end >= 0 else 0 : mention.first]
        if not governed and (last_end < 0 or any(token.text in ENDS for token in between[-60:])):
            found.add(place)
        last_end = mention.end - 1
    return frozenset(found)


def _stands_alone(tokens: Sequence[Token], phrase: RolePhrase, inside: set[int]) -> bool:
    """Whether a description is all that names one person: not `the actor Jo Hale`, `the ministers`, `the mother`."""
    noun = tokens[phrase.head].lower
    bare = phrase.head == phrase.start and not phrase.topical
    body = phrase.organization
    if body is not None and body[1] < phrase.start and tokens[body[1]].lower == "'s":
        return False  # the Tide Board's chief economist is new to the story, and named next
    if tokens[phrase.head].capital and noun in _PAPERS:
        return False  # told the Washington Examiner
    if any(tokens[index].lower in _YET_TO_BE for index in range(phrase.start, phrase.head)):
        return False
    if noun in _VAGUE or (bare and (noun in _VAGUE_ALONE or noun in _NOBLE)):
        return False
    if is_plural_role(noun) or is_kin(noun) or any(index in inside for index in range(phrase.begin, phrase.stop)):
        return False
    if phrase.stop >= len(tokens):
        return False
    after = tokens[phrase.stop]
    if phrase.begin > 0 and tokens[phrase.begin - 1].lower in _BEING:
        return False  # if she becomes the nominee
    if after.lower in ("'s", "who", "whose") or (after.word and after.capital):
        return False  # the clerk who had told him: which of many, and nobody named before
    if after.lower in _IS and _is_named_next(tokens, phrase.stop, inside):
        return False
    before = tokens[phrase.begin - 1] if phrase.begin > 0 else None
    opens = before is None or not before.word
    follows = tokens[phrase.stop + 1].lower if phrase.stop + 1 < len(tokens) else ""
    apposed = after.text == "," and follows in ("a", "an", "who", "which")  # The champion, a winner in May, said so
    if is_verb(after) or (opens and (after.word or apposed)):
        return True
    return before is not None and is_verb(before) and before.lower not in _BEING and not after.word
