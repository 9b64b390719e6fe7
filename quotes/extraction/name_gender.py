"""He or she: what titles, given names and the pronouns of the narration tell of a person's gender."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import sqrt

import regex

from quotes.extraction.name_lexicons import doubtful_given_names, family_first_names, given_names
from quotes.extraction.name_pieces import Piece
from quotes.types import Gender

Keys = tuple[str, ...]
_MOST_MENTIONS = 12
"""Mentions of one person that are looked at for pronouns."""
_MOST_CHARACTERS = 200
"""From a name to the end of its sentence, at most."""

# Weights in the way of log-odds, as counted on names whose gender is known: the first pronoun after a name is its
# bearer's about nine times in ten, `said she` nearly always.
_GIVEN = 5.0
_MIDDLE = 4.0
_MARKED = 4.0
_LAST = 2.0
_DOUBTFUL = 2.0
_SAID = 4.0
_REFLEXIVE = 3.0
_POSSESSIVE = 2.0
_OPENS_NEXT = 2.0
_OTHER = 1.5
_SURE = 3.5
"""Below it the gender is doubtful."""
_ENOUGH = 1.5
"""Below it the gender stays unknown."""

_FEMALE_WORDS = frozenset(("kaur", "begum", "khatun", "khatoon", "devi", "binti", "binte", "bint", "kumari"))
_MALE_WORDS = frozenset(("singh", "bin", "ibn", "kumar"))
_FEMALE_ENDS = ("ova", "eva", "skaya", "ovna", "evna", "dottir", "iene", "aite", "yte")
"""Of surnames that tell a woman's from a man's: Ludmila Petrova."""
_PRONOUN = re.compile(r"\b(?:(he|his|him|himself)|(she|her|hers|herself))\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][”\"’']*\s|\n")
_NEXT_OPENS = re.compile(r"\s*[“\"]?(?:(?:But|And|When|While|As) )?(?:([Hh]e|[Hh]is)|([Ss]he|[Hh]er))\b")
_QUOTE_MARKS = frozenset('“"«„')


def gender_of_given(forms: Sequence[Keys]) -> float:
    """Weigh what the words of full names tell: positive for a man's, negative for a woman's, 0 for nothing."""
    for keys in forms:
        weight = _weigh_words(keys)
        if weight:
            return weight
    return 0.0


def named_gender(forms: Sequence[Keys], pieces: Sequence[Piece]) -> Gender | None:
    """Return the gender that titles tell, else the one of the name alone, without the text around it."""
    return _titled(pieces) or _decide(gender_of_given(forms))


# Oland said in her statement / Quill, in his first speech: one's own, behind a preposition
_OWN = regex.compile(
    r",?(?:\s(?!and\b|but\b|or\b)\p{Ll}+){0,2}?\s(?:in|on|at|during|from|by|after|before)\s(?P<own>his|her)\s\p{Ll}"
)


def own_gender(text: str, end: int) -> Gender | None:
    """Return the gender that `his` or `her` soon behind a name, which ends at an offset, tells of its bearer."""
    found = _OWN.match(text, end, end + 60)
    return None if found is None else "male" if found["own"] == "his" else "female"


def told_gender(
    text: str, forms: Sequence[Keys], pieces: Sequence[Piece], following: dict[int, int]
) -> tuple[Gender | None, bool]:
    """Return a person's gender by titles, or else by the given name and the pronouns after mentions together.

    With it, whether it is doubtful: one pronoun behind a name that tells nothing may be somebody else's.

    `following` leads from where a person is named to where the next one is. A given name is overruled only where the
    narration goes on with the other pronoun again and again. None if nothing tells, or not enough.
    """
    titled = _titled(pieces)
    if titled is not None:
        return titled, False
    counts: dict[tuple[float, bool], int] = {}
    for piece in pieces[:_MOST_MENTIONS]:
        if piece.said_by is not None:
            vote = (_SAID, piece.said_by == "male")
            counts[vote] = counts.get(vote, 0) + 1
        found = _pronoun_after(text, piece, following.get(piece.start, len(text)))
        if found is not None:
            counts[found] = counts.get(found, 0) + 1
    named = gender_of_given(forms)
    # one who is named often is followed by others' pronouns often, too
    told = sum((1 if male else -1) * vote * sqrt(count) for (vote, male), count in counts.items())
    gender = _decide(named + told) or (_decide(named) if abs(named) >= _MIDDLE else None)
    return gender, max(abs(named), abs(named + told)) < _SURE


def _titled(pieces: Sequence[Piece]) -> Gender | None:
    return next((piece.gender for piece in pieces if piece.gender is not None), None)


def _decide(weight: float) -> Gender | None:
    return None if abs(weight) < _ENOUGH else "male" if weight > 0 else "female"


def _weigh_words(keys: Keys) -> float:
    known = given_names()
    if len(keys) == 1:
        # Shelby said he: who is never named in full may go by a surname
        return max(-_DOUBTFUL, min(_DOUBTFUL, _weigh_given(keys[0])))
    family_first = keys[0] in family_first_names()
    rest = "-".join(keys[1:])
    if family_first and known.get(rest) is not None and ("-" in rest or known.get(keys[0]) is None):
        # Park Geun Hye, Lee Jae-myung
        return _weigh_given(rest)
    if not (family_first and len(keys) > 2):
        # Kim Jong Un: the first word is the family's
        given = keys[0] if keys[0] in known else keys[0].partition("-")[0]
        if known.get(given) is not None:
            return _weigh_given(given)
        if len(keys) > 2 and len(keys[0]) <= 2 and known.get(keys[1]) is not None:
            # J. Petra Oland
            return _signed(known[keys[1]], _MIDDLE)
    if any(word in _FEMALE_WORDS for word in keys[1:]):
        return -_MARKED
    if any(word in _MALE_WORDS for word in keys[1:]):
        return _MARKED
    if len(keys) == 2 and keys[0] not in known and known.get(keys[1]) is not None:
        # Nagy Péter: the given name stands last
        return _signed(known[keys[1]], _LAST)
    if keys[-1].endswith(_FEMALE_ENDS) and len(keys[-1]) > 5:
        return -_LAST
    return 0.0


def _weigh_given(name: str) -> float:
    return _signed(given_names().get(name), _DOUBTFUL if name in doubtful_given_names() else _GIVEN)


def _signed(gender: Gender | None, weight: float) -> float:
    return 0.0 if gender is None else weight if gender == "male" else -weight


def _pronoun_after(text: str, piece: Piece, stop: int) -> tuple[float, bool] | None:
    """Return how much the first pronoun after a name weighs and whether it is a man's.

    It stands in the same sentence, before anybody else is named, and outside quotes; or opens the next sentence.
    """
    start = piece.end
    end = _SENTENCE_END.search(text, start, start + _MOST_CHARACTERS)
    last = end.start() if end is not None else start + _MOST_CHARACTERS
    match = _PRONOUN.search(text, start, min(last, stop))
    if match is not None:
        if not _QUOTE_MARKS.isdisjoint(text[start : match.start()]):
            return None
        word = match.group().casefold()
        weight = _REFLEXIVE if word.endswith("self") else _POSSESSIVE if word in ("his", "her") else _OTHER
        return weight, match.group(1) is not None
    if end is None or end.end() > stop:
        return None
    match = _NEXT_OPENS.match(text, end.end())
    return None if match is None else (_OPENS_NEXT, match.group(1) is not None)
