"""Which nouns for people and bodies can take each other up: senator and lawmaker, airline and carrier."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotes.extraction.lexicon import sections

_NONE: frozenset[str] = frozenset()


@cache
def _index(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, nouns in sections(name).items():
        for noun in nouns:
            found.setdefault(noun, set()).add(kind)
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


def _kinds(name: str, noun: str) -> frozenset[str]:
    index = _index(name)
    kinds = index.get(noun) or index.get(_singular(noun))
    if kinds is None and "-" in noun:  # ex-striker, co-owner
        kinds = index.get(noun.rsplit("-", 1)[1])
    return kinds or _NONE


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith("men"):
        return noun[:-3] + "man"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def person_kinds(noun: str) -> frozenset[str]:
    """Return the kinds of person that a lower-case noun can name; empty for a noun that is in no list."""
    return frozenset(kind for kind in _kinds("person_kinds.txt", noun) if kind != "office" and "-" not in kind)


def kinds_by_possession(noun: str) -> frozenset[str]:
    """Return the kinds of person that have what a lower-case noun names: Roe’s campaign, Quill’s album."""
    return frozenset(kind[5:] for kind in _kinds("person_kinds.txt", noun) if kind.startswith("owns-"))


def is_office(noun: str) -> bool:
    """Tell whether a noun names one office, which excludes others: senator, but not lawmaker."""
    return noun in _index("person_kinds.txt") and "office" in _index("person_kinds.txt")[noun]


def body_kinds(noun: str) -> frozenset[str]:
    """Return the kinds of body that a lower-case noun can name or betray; empty for a noun that is in no list."""
    return _kinds("body_kinds.txt", noun)


def kinds_of_body(words: Sequence[str]) -> frozenset[str]:
    """Return the kinds of body that the last of some lower-case words names, given the word before it: aid agency."""
    if len(words) > 1:
        both = _index("body_kinds.txt").get("-".join(words[-2:]))
        if both is not None:
            return both
    return body_kinds(words[-1]) if words else _NONE
