"""What follows a role's noun: `of public policy`, `at the March of Dimes`, `for the ministry`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quotes.extraction.name_lexicons import portfolios
from quotes.extraction.organizations import Known, NounPhrase, quoted_body, read_noun_phrase
from quotes.extraction.role_lexicon import (
    ends_phrase,
    is_body,
    is_kin,
    is_place,
    is_plural_role,
    is_role_noun,
    words_of,
)
from quotes.extraction.word_tokens import Token

MAX_FIELDS = 6
MAX_FIELD_WORDS = 3
"""How many fields a list has at most, and how many words each: for population, refugees, and labour migration."""
MAX_COMPLEMENTS = 3
"""Prepositional phrases after one noun that are looked at."""

Verdict = Literal["role", "body", "referred", "beside", "stop"]
"""role: part of the role; body: names the organisation; referred: speaks of a body named elsewhere; beside: neither,
but the phrase goes on; stop: no part of the phrase."""

_PREPOSITIONS = words_of("capacity_words.txt", "prepositions")
_NO_COMPLEMENT_ROLE = words_of("capacity_words.txt", "no-complement-role")
_ADDRESSED = words_of("capacity_words.txt", "addressed")
_ADVISING = words_of("capacity_words.txt", "advising")
_OFFICERS = words_of("capacity_words.txt", "officers")
_HOLDERS = words_of("capacity_words.txt", "portfolio-holders")
_MAKERS = words_of("capacity_words.txt", "makers")
_OWN_OFFICES = words_of("capacity_words.txt", "own-offices")
_SEATED = words_of("capacity_words.txt", "seated")
_PARTS = words_of("capacity_words.txt", "parts")
_PRESENTERS = words_of("capacity_words.txt", "presenters")
_OCCASIONS = words_of("capacity_words.txt", "occasions")
_ISSUES = frozenset(["weekly", "fortnightly", "monthly", "quarterly"])
_OFFICES = words_of("roles.txt", "office") | {"general"}
_WHOLE = {"at": "large", "in": "charge"}
_LED = frozenset(["office", "department", "cabinet", "campaign"])
_SPANS_OF_TIME = words_of("capacity_words.txt", "spans-of-time")


@dataclass(frozen=True, slots=True)
class Complements:
    """What stands after a role's noun, in indices of tokens (ends exclusive)."""

    role_end: int
    stop: int
    """Where the last complement ends."""
    organization: tuple[int, int] | None
    anaphor: int | None
    """The last word of a body that is only referred to: `ministry` in a spokesman for the ministry."""
    topical: bool
    """Whether the role has a complement of its own."""


def read_complements(tokens: Sequence[Token], index: int, head: int, known: Known, stop: int) -> Complements:
    """Read the prepositional phrases from `index` on, which complete the noun at `head`; none goes past `stop`."""
    role_end = index
    organization: tuple[int, int] | None = None
    anaphor: int | None = None
    topical = False
    noun = tokens[head].lower
    if tokens[index - 1].lower in _MAKERS:
        noun = tokens[index - 1].lower  # an activist and author of The Long Barge
    for _ in range(MAX_COMPLEMENTS):
        if index >= stop or tokens[index].capital or tokens[index].lower not in _PREPOSITIONS:
            break
        preposition = tokens[index].lower
        if index + 1 < len(tokens) and _WHOLE.get(preposition) == tokens[index + 1].lower:
            role_end = index = index + 2  # editor at large; Special Agent in Charge Jo Hale
            continue
        phrase = read_noun_phrase(tokens, index + 1, known, stop)
        if phrase is None:
            programme = quoted_body(tokens, index + 1) if noun in _PRESENTERS else None
            if programme is not None and programme[1] < stop:
                return Complements(role_end, programme[1] + 1, programme, None, topical)  # host of “Night Desk”
            break
        last = tokens[phrase.end - 1]
        titled = quoted_body(tokens, phrase.end) if is_body(last) or last.lower in _ISSUES else None
        if titled is not None and titled[1] < stop and noun not in _MAKERS:
            return Complements(role_end, titled[1] + 1, titled, None, topical)  # editor of the weekly “Nordwind”
        if noun in _HOLDERS and preposition == "of":
            phrase = _before_possessive(tokens, phrase)
        phrase = _before_body(tokens, phrase, preposition)
        phrase = _reconsidered(tokens, phrase, preposition, noun, known)
        bare = phrase.start == index + 1
        followed = preposition == "of" and _body_follows(tokens, phrase.end, known, stop)
        from_body = preposition == "from" and phrase.name is not None and known.body_at(phrase.name[0]) == phrase.name
        verdict = _verdict(tokens, phrase, preposition, noun, bare, followed, organization is not None, from_body)
        if verdict == "stop":
            break
        index = phrase.end
        if verdict == "role":
            if phrase.name is None and preposition != "from":
                index = _list_end(tokens, index, stop)
            role_end = index
            topical = topical or preposition != "from"
        elif verdict == "body" and preposition == "of" and _is_part(tokens, phrase, known, stop):
            continue  # co-director of the Tides Programme at [the Sea Institute]
        elif verdict == "body":
            organization = phrase.name or (phrase.start, phrase.end)
            if preposition not in ("of", "to") and not (index < stop and tokens[index].lower == "for"):
                break
        elif verdict == "referred" and anaphor is None:
            anaphor = index - 1
    return Complements(role_end, index, organization, anaphor, topical)


def _list_end(tokens: Sequence[Token], index: int, stop: int) -> int:
    """Return where a list of fields ends that goes on at `index`: minister for housing[, planning and roads]."""
    place = index
    for _ in range(MAX_FIELDS):
        if place + 1 >= stop or tokens[place].text not in (",", "and"):
            break
        final = "and" in (tokens[place].text, tokens[place + 1].text)
        first = last = place + 1 + (tokens[place + 1].text == "and")
        while last < stop and last - first < MAX_FIELD_WORDS and _is_of_field(tokens[last]):
            last += 1
        if last == first:
            break
        place = last
        if final:
            follows = tokens[place] if place < stop else None
            return place if follows is None or not follows.word or ends_phrase(follows) else index
    return index


def _is_of_field(token: Token) -> bool:
    field = not is_role_noun(token) or is_plural_role(token.lower)  # refugees; but not: of history, author and poet
    return token.word and not token.capital and not ends_phrase(token) and field


def _before_possessive(tokens: Sequence[Token], phrase: NounPhrase) -> NounPhrase:
    """Cut `state` before what its secretary owns: secretary of state['s approach]; but of the Dockers' Union."""
    mark = phrase.start + 1
    if mark >= phrase.end or tokens[mark].lower != "'s" or tokens[phrase.start].lower != "state":
        return phrase
    return NounPhrase(phrase.start, mark, None, None, False, phrase.definite)


def _before_body(tokens: Sequence[Token], phrase: NounPhrase, preposition: str) -> NounPhrase:
    """Cut a field before the body that it is seen to for: director of Communications [of the Harbour Party]."""
    after = phrase.start + 1
    if (
        preposition != "of"
        or phrase.name is None
        or after + 1 >= phrase.end
        or tokens[after].lower not in ("of", "for")
    ):
        return phrase
    if (tokens[phrase.start].lower,) not in portfolios() or tokens[after + 1].lower != "the":
        return phrase
    return NounPhrase(phrase.start, after, None, None, False, phrase.definite)


def _reconsidered(tokens: Sequence[Token], phrase: NounPhrase, preposition: str, noun: str, known: Known) -> NounPhrase:
    """Let the preposition decide where a name could be a person, a place or a body."""
    if phrase.name is None:
        if phrase.owner is not None and preposition in ("for", "at", "with"):  # for BT's wireless broadband
            return replace(phrase, name=phrase.owner, kind=known.kind(tokens, *phrase.owner))
        return phrase
    one_word = phrase.name == (phrase.end - 1, phrase.end)
    body = False
    if phrase.kind == "person":
        # president of Wealth-X, founder of Bright Futures: companies that read like people
        advising = noun in _NO_COMPLEMENT_ROLE or noun in _ADVISING
        body = one_word and preposition in ("of", "at", "with") and not advising
        body = body or preposition == "at" or (preposition == "of" and noun in _OFFICERS)
    elif phrase.kind == "body" and one_word and preposition == "to" and noun in _ADVISING:
        if not tokens[phrase.end - 1].text.isupper():
            return replace(phrase, kind="person")  # an adviser to Dene
    elif phrase.kind == "place" and preposition == "for" and noun in _NO_COMPLEMENT_ROLE:
        body = True  # a spokesman for Tide River, a firm
    elif phrase.kind == "place" and preposition == "at":  # at Emory; but at Leeds
        body = not is_place(" ".join(token.text for token in tokens[phrase.name[0] : phrase.name[1]]))
    return replace(phrase, kind="body") if body else phrase


def _verdict(
    tokens: Sequence[Token],
    phrase: NounPhrase,
    preposition: str,
    noun: str,
    bare: bool,
    followed: bool,
    has_body: bool,
    from_body: bool,
) -> Verdict:
    """Say what a complement is to the role.

    `bare`: no article opens it; `followed`: a body's name comes after it; `has_body`: one was found before it;
    `from_body`: it is `from` what the article's names hold for a body: a geologist from the Ordnance Survey.
    """
    first = tokens[phrase.start]
    bodies = from_body or any(is_body(token) for token in tokens[phrase.start : phrase.end])
    if first.text[0].isdigit() and not first.capital:
        return "stop"  # undersecretary in 2013
    firm = phrase.name is not None and phrase.kind == "body" and bodies  # partner of the investment bank Tideway
    if is_kin(noun) and preposition in ("of", "to") and not firm:
        return "role"  # mother of the victim
    single = phrase.end == phrase.start + 1 or not tokens[phrase.start + 1].capital
    if preposition == "of" and bare and single and first.lower in _OWN_OFFICES:
        return "role"  # Superintendent of Police, Member of Parliament for Tide South
    if preposition in ("of", "for") and noun in _HOLDERS and not bodies:
        return "role"  # Secretary of State, Minister for Health
    if preposition in ("for", "from") and noun in _SEATED and not bodies:
        return "role"  # MP for Tidewater East
    if preposition == "of" and noun in _MAKERS:
        return "role"  # author of The Long Barge
    if phrase.name is not None and phrase.kind in ("body", "party"):
        if preposition == "on" and not has_body and first.text.isupper() and len(first.text) > 2:
            return "body"  # an analyst on KTDE
        if not (has_body or bodies) and preposition in ("in", "on") and phrase.name == (phrase.end - 1, phrase.end):
            return "beside"  # a nurse on Koviru, most likely a place
        if has_body or (preposition in ("in", "on", "under", "from") and not bodies):
            return "stop"
        if followed and not bodies:
            return "role"  # head of Distribution and Exhibition at the UK Film Council
        return "role" if preposition == "to" and noun in _ADDRESSED else "body"
    if phrase.name is not None:  # a place, a people, a person
        wanted = preposition in ("of", "from", "to") and not has_body and noun not in _NO_COMPLEMENT_ROLE
        return "role" if wanted else "beside"
    if phrase.body and phrase.definite and not has_body and _is_office(tokens, phrase):
        return "body"  # a lawyer with the attorney general's office
    if phrase.body and followed:
        return "role"  # deputy head of the natural disasters department at Acme Re
    if phrase.body and not has_body and not bare and not phrase.definite and preposition in ("at", "with", "for"):
        return "body"  # an engineer with a bridge company
    if phrase.body and (phrase.definite or preposition in ("at", "with")):
        return "referred"
    if preposition == "in" and tokens[phrase.end - 1].lower in _OCCASIONS:
        return "stop"
    if has_body or noun in _NO_COMPLEMENT_ROLE or tokens[phrase.end - 1].lower in _SPANS_OF_TIME:
        return "stop"
    if preposition == "of" or bare == (preposition in ("for", "in", "on")):  # the only one to endorse is no complement
        return "role"
    return "stop"


def _is_office(tokens: Sequence[Token], phrase: NounPhrase) -> bool:
    """Whether a body in small letters is named by the office of whoever leads it: the mayor's office."""
    mark = phrase.end - 2
    return (
        mark > phrase.start
        and tokens[mark].lower == "'s"
        and tokens[mark + 1].lower in _LED
        and tokens[mark - 1].lower in _OFFICES
    )


def _is_part(tokens: Sequence[Token], phrase: NounPhrase, known: Known, stop: int) -> bool:
    """Whether a name is that of a part of the body named right after it."""
    return tokens[phrase.end - 1].lower in _PARTS and _body_follows(tokens, phrase.end, known, stop)


def _body_follows(tokens: Sequence[Token], index: int, known: Known, stop: int) -> bool:
    """Whether `at`, `for` or `with` and a body's name come next."""
    if index >= stop or tokens[index].lower not in ("at", "for", "with"):
        return False
    phrase = read_noun_phrase(tokens, index + 1, known, stop)
    return phrase is not None and phrase.name is not None and phrase.kind == "body"
