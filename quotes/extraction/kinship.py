"""Who can be somebody's relative: her mother, his wife."""

from __future__ import annotations

from functools import cache

import regex

from quotes.extraction.nominals import Description, Fit
from quotes.extraction.role_lexicon import is_kin
from quotes.extraction.tracks import Tracks

_WHOSE = frozenset(["his", "her", "their"])
_STATED = frozenset(["all", "some", "part", "surname", "hinted"])
"""How somebody answers a description whom the article calls so."""
_CHILDREN = "daughter|son|child|children|baby|boy|girl|twins|toddler|stepson|stepdaughter"
_WOMEN = "wife|girlfriend|fiancée|fiancee|ex-wife"
_MEN = "husband|boyfriend|fiancé|fiance|ex-husband"
_IN_TURN = {
    **dict.fromkeys("mother father mum mom mam dad parent stepmother stepfather".split(), _CHILDREN),
    **dict.fromkeys(_WOMEN.split("|"), _MEN),
    **dict.fromkeys(_MEN.split("|"), _WOMEN),
    **dict.fromkeys(["daughter", "son"], "mother|father|mum|mom|dad|parents?"),
    "brother": "sisters?",
    "sister": "brothers?",
}
"""What somebody has whom another can call so: whoever has a son is his mother."""
_FEW = 30
"""Places at which somebody is named that are read for a relative."""
_NEAR = 70
"""Characters behind a name in which the relative stands."""


def is_relative(told: Description) -> bool:
    """Tell whether a description calls somebody by whose relative it is: her mother, but not the mother."""
    return told.determiner in _WHOSE and is_kin(told.head)


def may_be_relative(tracks: Tracks, entity: int, told: Description, answer: Fit) -> bool:
    """Tell whether a person can be the relative: of the right gender, and called so or told to have one in turn.

    Petra Oland left. “She was tired,” her mother said: whoever is nobody's mother is the daughter, or a friend.
    """
    if answer.gender == "no":
        return False
    if answer.level in _STATED:
        return True
    pattern = _in_turn(told.head)
    mask = tracks.scene.mask
    return any(pattern.match(mask, t.start, t.start + _NEAR) for t in tracks.by_entity[entity].traces[:_FEW])


@cache
def _in_turn(head: str) -> regex.Pattern[str]:
    """Return what is said of somebody whom another can call so: Roe and her son ▶ his mother; Roe, a mother of two."""
    other = _IN_TURN.get(head)
    own = rf"{regex.escape(head)}[ -]of\b"
    return regex.compile(rf"[^.!?\n]*?\b(?:{own}{f'|(?:{other})' if other is not None else ''})\b")
