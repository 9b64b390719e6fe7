"""Who can be meant by her mother, his wife, their lawyer, and who cannot."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cache

import regex

from quotes.extraction.nominals import Description, Fit
from quotes.extraction.role_lexicon import is_kin
from quotes.extraction.tracks import Tracks
from quotes.types import Gender

WHOSE: dict[str, Gender | None] = {"his": "male", "her": "female", "their": None}
"""Whom a word before a noun tells of: his lawyer, her mother."""
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


def without_owner(
    tracks: Tracks, told: Description, entities: list[int], fits: Mapping[int, Fit], entering: Container[int]
) -> list[int]:
    """Return who can be meant by her mother, his lawyer; `entering` are those who get their names behind it.

    Petra Oland left. “She was tired,” her mother said: she whom alone `her` can mean is nobody of hers, and whoever is
    nobody's mother is the daughter, or a friend.
    """
    owner, known = WHOSE[told.determiner], tracks.scene.names.entities
    able = [e for e in entities if e not in entering and known[e].kind == "person"]
    owners = [e for e in able if owner is not None and known[e].gender in (None, owner)]
    if not is_kin(told.head):
        return [e for e in entities if fits[e].level in _STATED or owners != [e]]
    return [
        e
        for e in entities
        if fits[e].gender != "no"
        and (fits[e].level in _STATED or known[e].kind != "person" or e in entering or _has_in_turn(tracks, e, told))
    ]


def _has_in_turn(tracks: Tracks, entity: int, told: Description) -> bool:
    """Tell whether a person is told to have a relative who can call them so."""
    pattern = _in_turn(told.head)
    mask = tracks.scene.mask
    return any(pattern.match(mask, t.start, t.start + _NEAR) for t in tracks.by_entity[entity].traces[:_FEW])


@cache
def _in_turn(head: str) -> regex.Pattern[str]:
    """Return what is said of somebody whom another can call so: Roe and her son ▶ his mother; Roe, a mother of two."""
    other = _IN_TURN.get(head)
    own = rf"{regex.escape(head)}[ -]of\b"
    return regex.compile(rf"[^.!?\n]*?\b(?:{own}{f'|(?:{other})' if other is not None else ''})\b")
