"""Which of several statements of somebody's capacity counts: what each is worth."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import is_body, is_kin, is_plural_role, is_weak_title, words_of
from quotes.extraction.statements import Statement
from quotes.extraction.word_tokens import Token

PROFESSORS = frozenset(["professor", "prof", "prof."])
"""Ranks that are offices where a university follows."""
_OFFICES = words_of("capacity_words.txt", "offices")
_SERVICES = words_of("capacity_words.txt", "services") - {"retired"}
_RIVALS = words_of("capacity_words.txt", "rivals")
_FOLLOWERS = words_of("capacity_words.txt", "followers")
_CHOSEN = frozenset(["nominee", "candidate"])
# Which of several statements counts, as annotators choose: one that names the body (chair of the Rivers Committee)
# before one that does not (Rep.); an office held, as a title, before a description; what one is now before what one
# was; a rank, a style or a plural only where nothing better is said; of equals the one stated first.
_BODY_BONUS = 2.0
_OFFICE_BONUS = 1.5
_OFFICE_DESCRIBED = 2.5
_RANK_ALONE = -3.0
_PLURAL = -1.0
_FOLLOWING = -2.0  # a voter, a widow: what they do says more, where it is said
_RACE = -2.0  # his rival: an office says more
_PAST_RACE = -2.5  # the party's nominee in 2008
_KIN = -1.8
_ONE_WORD = -0.5  # Sprinter Hale, of a headline, says less than former European champion Jo Hale
_NO_ROLE = -3.0
_HEADLINE = -1.0  # Hale Lauds Tidewatch Editor Dene: where each word has its capital no name has an end
_LATER = -0.4  # for each mention before, up to _LATEST of them
_LATEST = 6
_RANK = {
    "title": 4.0,
    "apposition": 4.0,
    "apposition-before": 3.0,
    "relative": 3.6,
    "relative-past": 1.8,
    "second": 3.2,
    "once": 1.8,
    "holds": 2.4,
    "now": 4.5,
    "copula": 2.6,
    "of": 1.5,
    "owner": 1.5,
    "after": 1.0,
    "tied": 0.0,
    "leads": 2.0,
    "pronoun": 1.0,
    "lead": 0.7,
    "reference": 0.5,
    "description": 0.0,
}


def worth(tokens: Sequence[Token], known: Known, statement: Statement) -> float:
    """Return what a statement is worth among those of one person."""
    value = _RANK[statement.construction] + _LATER * min(statement.mention, _LATEST)
    stated = statement.role or statement.organization
    if stated is not None and stated[1] <= known.headline:
        value += _HEADLINE
    if statement.organization is not None or refers_to_body(tokens, statement):
        value += _BODY_BONUS
    if statement.role is None:
        return value + _NO_ROLE
    if statement.head is None:
        return value
    noun = tokens[statement.head].lower
    if statement.construction == "title":
        alone = statement.role[1] - statement.role[0] == 1
        ranks = all(is_weak_title(token.lower) or token.lower in _SERVICES for token in tokens[slice(*statement.role)])
        behind = statement.organization is not None and statement.organization[0] > statement.role[1]
        if ranks and is_weak_title(noun) and not (noun in PROFESSORS and behind):
            value += _RANK_ALONE
        elif noun in _OFFICES or (noun == "general" and not ranks):  # the Solicitor General
            value += _OFFICE_BONUS
        elif alone and statement.organization is None:
            value += _ONE_WORD
    if statement.construction in ("reference", "description") and noun in _OFFICES:
        value += _OFFICE_DESCRIBED  # the nominee before the businessman
    if noun in _RIVALS:
        value += _RACE
    elif noun in _CHOSEN and statement.phrase is not None and _is_of_year(tokens, statement.phrase.stop):
        value += _PAST_RACE
    if noun in _FOLLOWERS:
        value += _FOLLOWING
    elif is_kin(noun):
        value += _KIN
    return value + (_PLURAL if is_plural_role(noun) else 0.0)


def is_past(tokens: Sequence[Token], statement: Statement) -> bool:
    """Tell whether a role is said to be a former one."""
    return statement.role is not None and tokens[statement.role[0]].lower in ("former", "ex", "late", "onetime")


def refers_to_body(tokens: Sequence[Token], statement: Statement) -> bool:
    """Whether a capacity is that of a body which is named elsewhere: the hospital's director."""
    phrase = statement.phrase
    return phrase is not None and phrase.anaphor is not None and is_body(tokens[phrase.anaphor])


def _is_of_year(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a year follows a capacity: the party's nominee in 2008."""
    if index + 1 >= len(tokens) or tokens[index].lower != "in":
        return False
    year = tokens[index + 1].text
    return len(year) == 4 and year.isdigit() and year[:2] in ("19", "20")
