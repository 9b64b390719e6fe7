"""Capacities stated in the sentence beside a name's: `She is a nurse at …`; `A designer said … Jo Hale told …`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import is_kin, is_plural_role, is_verb, role_gender, words_of
from quotes.extraction.role_phrases import RolePhrase, role_at
from quotes.extraction.role_predicates import predicate_role, read_as, read_copula
from quotes.extraction.statements import Statement, as_statement
from quotes.extraction.statements_behind import read_heading
from quotes.extraction.word_tokens import ENDS, Token
from quotes.types import Gender

MAX_SENTENCE = 60
"""Words of one sentence that are looked at."""
MAX_SENTENCES = 3
"""Sentences in a row, each beginning with the pronoun, that may say what somebody is."""
MAX_OPENING = 60
"""Words of an article in which a paragraph's subject is taken for the article's."""
MAX_LEAD = 110
"""Words between a description and the first name after it that may be its bearer's."""

_PRONOUN_GENDER: dict[str, Gender] = {"he": "male", "she": "female"}
_CLOSING = frozenset("”\"’'»")
_ADVERBS = words_of("capacity_words.txt", "adverbs")
_BY = frozenset(["by", "to", "from"])
_VAGUE = words_of("capacity_words.txt", "vague-leads")


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where the text names a person: first token, end (exclusive), which entity, of what gender."""

    first: int
    end: int
    entity: int
    gender: Gender | None


@cache
def _says() -> frozenset[str]:
    return frozenset(form for form in reporting_verb_forms() if not form.endswith("ing"))


def stated_by_pronoun(
    tokens: Sequence[Token], namings: Sequence[Naming], place: int, order: int, known: Known
) -> Iterator[Statement]:
    """Yield what the sentence after a name's says of `he` or `she`: Jo Hale agreed. She also heads the Tide Trust.

    `place` is the name's index in `namings` (text order), `order` its number among those of its bearer. Nothing if
    another person who could be meant is named before the pronoun.
    """
    naming = namings[place]
    index = naming.end
    for _ in range(MAX_SENTENCES):
        index = _next_sentence(tokens, index)
        if index + 2 >= len(tokens) or tokens[index].text not in ("He", "She"):
            return
        yield from _said_of_pronoun(tokens, namings, place, index, order, known)


def _next_sentence(tokens: Sequence[Token], index: int) -> int:
    """Return where the sentence after the one at `index` begins, or where there is no more to look at."""
    limit = min(len(tokens), index + MAX_SENTENCE)
    while index < limit and tokens[index].text not in ENDS:
        index += 1
    while index < limit and (tokens[index].text in ENDS or tokens[index].text in _CLOSING):
        index += 1
    return index if index < limit else len(tokens)


def _said_of_pronoun(
    tokens: Sequence[Token], namings: Sequence[Naming], place: int, index: int, order: int, known: Known
) -> Iterator[Statement]:
    """Yield what a sentence that begins with a pronoun at token `index` says, if the pronoun is for that name."""
    naming = namings[place]
    limit = min(len(tokens), index + MAX_SENTENCE)
    gender = _PRONOUN_GENDER[tokens[index].lower]
    if naming.gender not in (None, gender):
        return
    for other in range(place + 1, len(namings)):
        if namings[other].first >= index:
            break
        if namings[other].entity != naming.entity and namings[other].gender in (None, gender):
            return
    if place > 0 and namings[place - 1].entity != naming.entity and namings[place - 1].gender in (None, gender):
        between = tokens[namings[place - 1].end : naming.first]
        if len(between) < MAX_SENTENCE and not any(token.text in ENDS for token in between):
            return  # Al Dene met Jo Hale. She is …
    verb = index + 1
    while verb < limit and tokens[verb].lower in _ADVERBS:
        verb += 1
    after = read_copula(tokens, verb) if verb < limit else None
    if after is not None and after < len(tokens):
        phrase = predicate_role(tokens, after, known)
    else:
        phrase = read_as(tokens, verb, known)  # She has taken over as chair
    if phrase is not None and not phrase.single:
        yield as_statement("pronoun", order, phrase)
    elif after is None and verb < limit:
        yield from read_heading(tokens, verb, order, known)


def lead_descriptions(
    tokens: Sequence[Token], namings: Sequence[Naming], known: Known
) -> Iterator[tuple[RolePhrase, int]]:
    """Yield each `a` + role that speaks or is quoted before the name of its bearer is given, with that entity.

    A harbour pilot has said … Jo Hale told the Gazette: the first person who speaks after it, within MAX_LEAD words,
    if none of the same name stood before; for what the article opens with, also the first who opens a paragraph.
    """
    speaking = [_speaks(tokens, naming) for naming in namings]
    leading = [said or _opens_paragraph(tokens, naming.first) for said, naming in zip(speaking, namings, strict=True)]
    starts = [naming.first for naming in namings]
    firsts: dict[int, int] = {}
    for naming in namings:
        firsts.setdefault(naming.entity, naming.first)
    inside = {index for naming in namings for index in range(naming.first, naming.end)}
    for index, token in enumerate(tokens):
        opens = index < MAX_OPENING and token.capital and _opens_paragraph(tokens, index)
        if token.lower not in ("a", "an") and not (token.text == "The" and _is_headed(tokens, index)) and not opens:
            continue
        place = bisect_right(starts, index)
        last = bisect_right(starts, index + MAX_LEAD)
        bearer = next((namings[i] for i in range(place, last) if (leading if opens else speaking)[i]), None)
        if bearer is None or firsts[bearer.entity] < index:
            continue
        phrase = role_at(tokens, index, known)
        if phrase is None or not _is_lead(tokens, phrase, inside, opens):
            continue
        if any(tokens[i].text in ENDS for i in range(phrase.stop, bearer.first)) and _fits(tokens, phrase, bearer):
            yield phrase, bearer.entity


def _opens_paragraph(tokens: Sequence[Token], index: int) -> bool:
    return index == 0 or tokens[index - 1].text == "\n"


def _is_headed(tokens: Sequence[Token], index: int) -> bool:
    """Whether `The` opens a unique office: The head of …, The director of …"""
    return index + 2 < len(tokens) and tokens[index + 2].lower == "of"


def _fits(tokens: Sequence[Token], phrase: RolePhrase, bearer: Naming) -> bool:
    told = role_gender(tokens[phrase.head].lower)
    return bearer.gender is None or told in (None, bearer.gender)


def _is_lead(tokens: Sequence[Token], phrase: RolePhrase, inside: set[int], opens: bool) -> bool:
    """Whether a description speaks or is quoted, and stands for a single person who is not named beside it.

    `opens`: it is what a paragraph near the top opens with, so that whatever it does it is the subject of the article.
    """
    noun = tokens[phrase.head].lower
    if is_plural_role(noun) or is_kin(noun) or noun in _VAGUE or phrase.stop >= len(tokens):
        return False
    if any(index in inside for index in range(phrase.begin, min(phrase.stop + 2, len(tokens)))):
        return False
    after = tokens[phrase.stop]
    following = tokens[phrase.stop + 1].lower if phrase.stop + 1 < len(tokens) else ""
    if after.lower in _says() or (after.lower in ("has", "have") and following in _says()):
        return True
    if opens and phrase.determined and is_verb(after):
        return True  # Ruritania's defence minister has opened …
    if after.lower == "who" and following in _says():
        return True  # by a harbour pilot who denied it
    quoted = phrase.begin > 1 and tokens[phrase.begin - 1].lower in _BY
    verb = tokens[phrase.begin - 2].lower if quoted else ""
    return quoted and (verb == "according" or (verb in _says() and is_verb(tokens[phrase.begin - 2])))


def _speaks(tokens: Sequence[Token], naming: Naming) -> bool:
    """Whether a reporting verb stands right before or soon after a name."""
    if naming.first > 0 and tokens[naming.first - 1].lower in _says():
        return True
    for index in range(naming.end, min(naming.end + 6, len(tokens))):
        if not tokens[index].word:
            return False
        if tokens[index].lower in _says():
            return True
    return False
