"""Where somebody is from and which party is theirs, by every word that says so: Utah, Utahn, (R-Utah), Republican."""

from __future__ import annotations

from functools import cache, lru_cache

import regex

from quotes.extraction.lexicon import data_lines

_CAPITAL_WORD = regex.compile(r"\p{Lu}[\p{L}.]*(?:['’]\p{L}+)?")
_BRACKETED = regex.compile(
    r"[(,]\s?(?:\p{Lu}\p{L}+\s)?(?P<party>[RDI])[-–—.](?P<home>\p{Lu}[\p{L}.]*(?:\s\p{Lu}\p{L}+)?)"
)
_ALWAYS_CAPITAL = frozenset(["us", "eu", "uae", "prc", "ind", "ill", "ore"])
"""Forms that are other words unless written in capitals throughout or with a full stop."""


def _forms(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in data_lines(name):
        key, *rest = line.split()
        for form in (key, *rest):
            found.setdefault(form.replace("_", " "), key)
    return found


@cache
def _homes() -> dict[str, str]:
    return _forms("homes.txt")


@cache
def _parties() -> dict[str, str]:
    return _forms("parties.txt")


@cache
def _postal_codes() -> dict[str, str]:
    return _forms("postal_codes.txt")


@lru_cache(maxsize=8192)
def homes_in(text: str) -> frozenset[str]:
    """Return the places that the capitalised words of a short text are of: South Korean ▶ south_korea; (R-PA)."""
    codes = (_postal_codes().get(match["home"].lower()) for match in _BRACKETED.finditer(text))
    return _found(text, _homes()) | frozenset(key for key in codes if key is not None)


@lru_cache(maxsize=8192)
def parties_in(text: str) -> frozenset[str]:
    """Return the parties that a short text names: Tory ▶ conservative, (R-Ohio) ▶ republican."""
    letters = _parties()
    return _found(text, letters) | frozenset(letters[match["party"]] for match in _BRACKETED.finditer(text))


def _found(text: str, known: dict[str, str]) -> frozenset[str]:
    words = _CAPITAL_WORD.findall(text)
    found = set()
    index = 0
    while index < len(words):
        two = " ".join(words[index : index + 2])
        for written, step in ((two, 2), (words[index], 1)):
            key = _key(written, known)
            if key is not None:
                found.add(key)
                index += step
                break
        else:
            index += 1
    return frozenset(found)


def _key(written: str, known: dict[str, str]) -> str | None:
    word = written.replace("’", "'")
    if word.endswith("'s"):
        word = word[:-2]
    lower = word.lower()
    if lower not in known:
        lower = lower.rstrip(".")
    if lower in _ALWAYS_CAPITAL and not (word.isupper() or word.endswith(".")):
        return None
    return known.get(lower)
