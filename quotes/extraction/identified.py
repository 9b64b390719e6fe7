"""Whom somebody was identified as: the driver was named as Jo Hale; a resident, who gave her name as Jo Hale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import is_plural_role
from quotes.extraction.role_phrases import RolePhrase, role_at, role_before
from quotes.extraction.statements import Statement, as_statement
from quotes.extraction.word_tokens import Token

_IDENTIFIED = frozenset(["identified", "named", "introduced", "identifies", "identify", "names"])
_BE = frozenset(["was", "is", "been", "being", "were"])
_ADVERBS = frozenset("has have had later since also now then only just simply".split())
_LONGEST = 8
"""Words between a verb and its `as`, at most: named in court papers as."""
_AGE = "-year-old"


def before_age(tokens: Sequence[Token], index: int) -> int:
    """Return where the age begins that ends at a token: the driver, [24-year-old] Jo Hale."""
    return index - 1 if index > 1 and tokens[index - 1].lower.endswith(_AGE) else index


def identified_before(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Yield what the bearer of a name was called before, if `as` stands in front of the name: at token `index`."""
    if index < 4 or tokens[index - 1].lower != "as":
        return
    found = _identified(tokens, index - 1, known)
    if found is not None and not is_plural_role(tokens[found.head].lower):
        yield as_statement("apposition-before", order, found)


def _identified(tokens: Sequence[Token], at: int, known: Known) -> RolePhrase | None:
    """Return who is identified by the verb that an `as` goes with, at token `at`."""
    for verb in range(at - 1, max(0, at - 1 - _LONGEST), -1):
        word = tokens[verb].lower
        if not tokens[verb].word:
            return None
        if word == "name" and verb > 3 and tokens[verb - 1].lower in ("his", "her", "their"):
            return _who(tokens, verb - 3, known) if tokens[verb - 2].lower in ("gave", "gives") else None
        if word in _IDENTIFIED:
            before = tokens[verb - 1].lower
            if tokens[verb + 1].lower in ("himself", "herself", "themselves"):
                return _who(tokens, verb - 1, known)
            if before in _BE or (before in _ADVERBS and verb > 1 and tokens[verb - 2].lower in _BE):
                return _determined(role_before(tokens, _before_auxiliaries(tokens, verb), known))
            if before == ",":
                return _determined(role_before(tokens, verb - 1, known))
            # police named the driver as Jo Hale; else a man identified only as Jo Hale
            phrase = role_at(tokens, verb + 1, known, limit=at)
            if phrase is not None and phrase.stop == at:
                return _determined(phrase)
            return _determined(role_before(tokens, verb, known))
    return None


def _who(tokens: Sequence[Token], pronoun: int, known: Known) -> RolePhrase | None:
    """Return of whom `who` tells: a retired cook, who gave her name as Jo Hale."""
    if pronoun < 2 or tokens[pronoun].lower != "who":
        return None
    return _determined(role_before(tokens, pronoun - (tokens[pronoun - 1].text == ","), known))


def _before_auxiliaries(tokens: Sequence[Token], verb: int) -> int:
    while verb > 1 and (tokens[verb - 1].lower in _BE or tokens[verb - 1].lower in _ADVERBS):
        verb -= 1
    return verb


def _determined(phrase: RolePhrase | None) -> RolePhrase | None:
    return phrase if phrase is not None and phrase.determined else None
