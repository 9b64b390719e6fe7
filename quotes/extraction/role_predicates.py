"""What a verb says somebody is: `is the …`, `works as a …`, `took over as …`; and what only looks like it."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.organizations import Known, read_noun_phrase
from quotes.extraction.role_lexicon import ends_phrase, is_attached, is_plural_role, words_of
from quotes.extraction.role_phrases import RolePhrase, role_at
from quotes.extraction.word_tokens import Token

MAX_CLAUSE = 16
"""Words after a name in which `as a …` may say what its bearer does."""
MAX_QUOTED = 80
"""Words before a name, in its paragraph, in which a quotation that holds it may open."""
MAX_LED = 6
"""Words of what somebody leads, after the body that has it, that are looked at."""

_COPULAS = words_of("capacity_words.txt", "copulas")
_CHOSEN = words_of("capacity_words.txt", "chosen")
_WORKS = words_of("capacity_words.txt", "works")
_HOLDING = words_of("capacity_words.txt", "holding")
_OFFERING = words_of("capacity_words.txt", "offering")
_PASSING = words_of("capacity_words.txt", "passing")
_RANKED = frozenset(["first", "last", "only", "second", "latest", "next"])
_FINITE = words_of("capacity_words.txt", "finite")
_SORTS = frozenset(["kind", "sort", "type", "form"])
_CONDITIONS = words_of("capacity_words.txt", "conditions")


def read_copula(tokens: Sequence[Token], index: int) -> int | None:
    """Return the index after `is`, `became`, `has been`; None if the token begins no such verb."""
    if tokens[index].lower in _COPULAS:
        chosen = index + 1 < len(tokens) and tokens[index + 1].lower in _CHOSEN  # was elected president
        return index + 2 if chosen else index + 1
    if tokens[index].lower in _WORKS and index + 1 < len(tokens) and tokens[index + 1].lower == "as":
        return index + 2
    if tokens[index].lower in ("has", "had") and index + 1 < len(tokens) and tokens[index + 1].lower == "been":
        return index + 2
    return None


def predicate_role(tokens: Sequence[Token], index: int, known: Known) -> RolePhrase | None:
    """Read what somebody is said to be after a copula, if it is a capacity and nothing that passes.

    Not: Jo Hale is raising for harbour candidates; Jo Hale was the first candidate to say so.
    """
    if index < len(tokens) and tokens[index].lower.endswith("ing") and not is_attached(tokens[index]):
        return None
    phrase = role_at(tokens, index, known)
    if phrase is None or not (phrase.determined or phrase.organization is not None or phrase.topical):
        return None
    noun = tokens[phrase.head].lower
    if noun in _PASSING or (is_plural_role(noun) and not phrase.single):
        return None
    ranked = any(tokens[i].lower in _RANKED for i in range(phrase.start, phrase.head))
    told = phrase.stop < len(tokens) and tokens[phrase.stop].lower in ("to", "who")
    return None if ranked and told else phrase


def is_finite(token: Token) -> bool:
    """Whether a word is a verb that needs a subject before it, and can be no participle: has, was, will."""
    return token.lower in _FINITE


def in_quotation(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands inside a quotation, where `Hale is a dictator` is an opinion."""
    odd = False
    for place in range(index - 1, max(-1, index - 1 - MAX_QUOTED), -1):
        mark = tokens[place].text
        if mark in "“”":
            return mark == "“"
        if mark == "\n":
            break
        odd ^= mark == '"'
    return odd


def is_supposed(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Whether a name (from token `first`) is only supposed to become something: if Hale becomes the nominee."""
    return tokens[verb].lower == "becomes" and first > 0 and tokens[first - 1].lower in _CONDITIONS


def read_as(tokens: Sequence[Token], index: int, known: Known) -> RolePhrase | None:
    """Read the role in a clause whose verb is at `index` or soon after: retired as acting director; earns £9 as a cook.

    None if another person is named before `as`, or no word says that somebody holds what follows.
    """
    holding = False
    for at in range(index, min(index + MAX_CLAUSE, len(tokens) - 1)):
        token = tokens[at]
        if (not token.word and token.text not in ("$", "£", "€", "'s", "%")) or at in known.persons:
            return None
        if token.lower in _OFFERING:
            return None  # Hale offered the man a job as a cook
        if holding and token.lower == "as":
            phrase = role_at(tokens, at + 1, known)
            return None if phrase is None or is_plural_role(tokens[phrase.head].lower) else phrase
        holding = holding or token.lower in _HOLDING
    return None


def read_led(tokens: Sequence[Token], verb: int, known: Known) -> tuple[int, tuple[int, int] | None] | None:
    """Read what somebody leads: where it ends and which body it is or is of: heads a unit at the Tide Trust."""
    body = read_noun_phrase(tokens, verb + 1, known)
    if body is None or tokens[body.end - 1].lower in _SORTS:
        return None  # who represents a kind of politics that is gone
    organization = body.name if body.kind == "body" else None
    if organization is None and body.end + 1 < len(tokens) and tokens[body.end].lower in ("at", "for", "of"):
        over = read_noun_phrase(tokens, body.end + 1, known)
        organization = over.name if over is not None and over.kind == "body" else None
    return _led_until(tokens, body.end), organization


def _led_until(tokens: Sequence[Token], end: int) -> int:
    """Return where what is led ends: the Tide Trust's [lobbying arm]."""
    if end >= len(tokens) or tokens[end].lower != "'s":
        return end
    index = end + 1
    while index < min(len(tokens), end + MAX_LED) and tokens[index].word:
        if index > end + 1 and ends_phrase(tokens[index]):
            break
        index += 1
    return index if index > end + 1 else end
