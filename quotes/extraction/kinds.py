"""Which nouns for people and bodies can take each other up: senator and lawmaker, airline and carrier."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from quotes.extraction.lexicon import sections

_NONE: frozenset[str] = frozenset()
_TRADE = "="
_ALL_TRADES = frozenset(["work", "kin"])
"""Kinds of which every noun is a trade of its own: no farmer is a teacher, no aunt a wife."""
_IN_NAMES = frozenset(["named-news"])
"""Sections of words that tell a kind of body only as part of its name."""


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
    return _person_index(noun)[0]


def person_trades(noun: str) -> frozenset[str]:
    """Return the trades of a lower-case noun within its kinds: law/bench of a judge, law/bar of a lawyer."""
    return _person_index(noun)[1]


@lru_cache(maxsize=4096)
def _person_index(noun: str) -> tuple[frozenset[str], frozenset[str]]:
    found = _kinds("person_kinds.txt", noun)
    kinds = frozenset(kind for kind in found if kind != "office" and "-" not in kind and kind[0] != _TRADE)
    trades = frozenset(kind[1:] for kind in found if kind[0] == _TRADE)
    grouped = {trade.partition("/")[0] for trade in trades}
    # a sister is a nun in a church, and nobody's aunt in a family
    own = frozenset(f"{kind}/{noun}" for kind in (kinds & _ALL_TRADES) - grouped)
    return kinds, trades | own


def kinds_by_possession(noun: str) -> frozenset[str]:
    """Return the kinds of person that have what a lower-case noun names: Roe’s campaign, Quill’s album."""
    return frozenset(kind[5:] for kind in _kinds("person_kinds.txt", noun) if kind.startswith("owns-"))


def is_office(noun: str) -> bool:
    """Tell whether a noun names one office, which excludes others: senator, but not lawmaker."""
    return noun in _index("person_kinds.txt") and "office" in _index("person_kinds.txt")[noun]


def body_kinds(noun: str) -> frozenset[str]:
    """Return the kinds of body that a lower-case noun can name or betray; empty for a noun that is in no list."""
    return _kinds("body_kinds.txt", noun) - _IN_NAMES


def kinds_by_name(word: str) -> frozenset[str]:
    """Return the kinds of body that have a lower-case word in their name: the Tern Courier, the Evening Star."""
    return frozenset(kind.removeprefix("named-") for kind in _kinds("body_kinds.txt", word) if kind in _IN_NAMES)


def kinds_of_body(words: Sequence[str]) -> frozenset[str]:
    """Return the kinds of body that the last of some lower-case words names, given the word before it: aid agency."""
    if len(words) > 1:
        both = _index("body_kinds.txt").get("-".join(words[-2:]))
        if both is not None:
            return both
    return body_kinds(words[-1]) if words else _NONE
