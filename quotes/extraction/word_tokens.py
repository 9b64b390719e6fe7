"""A text cut into words and signs, for rules that look at words without a parse."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import NamedTuple

from quotes.extraction.lexicon import sections
from quotes.types import Span

# an ex-MI6 chief; the world number one; a think tank; the editor in chief; a word with inner hyphens, apostrophes,
# dots (vice-president, O'Hara, U.S); a line's end; a sign, but none of the marks without width that pages carry along
_TOKEN = re.compile(
    r"(?:[Ee]x|[Tt]hen)-(?=[A-Z])|[Nn]umber (?:one|two)\b|[Tt]hink tanks?\b|[Ee]ditors? in [Cc]hief\b"
    r"|[Ff]irst [Ll]ad(?:y|ies)\b|[Rr]unning mates?\b"
    r"|\d{1,3}(?:,\d{3})+\w*|\w+(?:(?:\.-|[-‑'’.&/])\w+)*|\n"
    r"|[^\w\s\u00ad\u200b-\u200f\u2060-\u2064\ufe0f\ufeff]"
)
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")  # the U.S. and the J. of J. K. Roe
ENDS = frozenset(".?!\n")
"""Signs that a sentence ends with."""
_END = attrgetter("end")
_ABBREVIATIONS = frozenset(sections("capacity_words.txt")["abbreviations"])


_KNOWN_WORDS = 32_768
_LONGEST_KNOWN = 40
"""How many words, and of how many characters at most, are remembered from one text to the next: a few megabytes."""


@dataclass(slots=True)
class Token:
    """One word or sign: what it says, where it stands (characters, `end` exclusive), its lower-case form.

    Never changed, but not frozen: that takes three times as long to make, and there is one for each word of an article.
    """

    text: str
    start: int
    end: int
    lower: str
    word: bool
    """False for signs, line ends and the possessive `'s`, which is a token of its own."""
    capital: bool
    """Whether it begins like a name: with a capital, or with a digit before a capital (3M)."""


@cache
def _short_words() -> frozenset[str]:
    """Words whose full stop is part of them: `Sen.`, `Calif.`, `Inc.`"""
    states = {name[:-1] for name in sections("regions_and_parties.txt")["abbreviated"] if name.endswith(".")}
    return _ABBREVIATIONS | states | frozenset(sections("roles.txt")["title"])


class _Reading(NamedTuple):
    """What a word or sign is, wherever it stands."""

    lower: str
    sign: bool
    possessive: bool
    """Ends in `'s`."""
    takes_stop: bool
    """A full stop behind it is part of it: `Sen.`, `J.`"""
    capital: bool


def _read(word: str) -> _Reading:
    first = word[0]
    sign = len(word) == 1 and not word.isalnum() and word != "_"
    return _Reading(
        word.lower(),
        sign,
        len(word) > 2 and word[-2] in "'’" and word[-1] in "sS",
        not sign and (word in _short_words() or (first.isupper() and _INITIALS.fullmatch(word) is not None)),
        first.isupper() or (first.isdigit() and word[-1].isupper()),
    )


_read_again = lru_cache(maxsize=_KNOWN_WORDS)(_read)


# Plain tuples: there is one for each word of an article.
_Piece = tuple[str, int, int, str, bool, bool]
"""What a token is and where it stands in a stretch of text: the fields of `Token`."""
_JOINED = ("umber one", "umber two", "hink tank", " in chief", " in Chief", "irst lad", "irst Lad", "unning mate")
"""What a text has that holds a token of several words."""


def _cut(stretch: str) -> tuple[_Piece, ...]:
    """Return the words, signs and line ends of a stretch of text between spaces: two words and a sign of `(Roe’s`."""
    pieces: list[_Piece] = []
    length = len(stretch)
    taken = 0
    for match in _TOKEN.finditer(stretch):
        start, end = match.span()
        if start < taken:  # the full stop that an abbreviation took
            continue
        word = match.group()
        reading = _read_again(word) if end - start <= _LONGEST_KNOWN else _read(word)
        lower, sign, possessive, takes_stop, capital = reading
        if sign:
            plural = word in "'’" and pieces and pieces[-1][2] == start and pieces[-1][3].endswith("s")
            if plural and end < length and stretch[end] == " ":  # the brewers’ spokesman
                word = "'s"
            pieces.append((word, start, end, word, False, False))
        elif possessive:
            word = word[:-2]
            bare = _read(word)
            pieces.append((word, start, end - 2, bare.lower, True, bare.capital))
            pieces.append(("'s", end - 2, end, "'s", False, False))
        elif takes_stop and end < length and stretch[end] == ".":
            taken = end + 1
            pieces.append((word + ".", start, taken, lower + ".", True, word[0].isupper()))
        else:
            pieces.append((word, start, end, lower, True, capital))
    return tuple(pieces)


_cut_again = lru_cache(maxsize=_KNOWN_WORDS)(_cut)


def tokenize(text: str) -> list[Token]:
    """Cut a text into words, signs and line ends, in order; other white space is left out. Linear in its length."""
    tokens: list[Token] = []
    append = tokens.append
    # nothing but the space behind it tells what a stretch is: the same one is cut once
    stretches = [text] if any(part in text for part in _JOINED) else text.split(" ")
    last = len(stretches) - 1
    at = 0
    for number, stretch in enumerate(stretches):
        length = len(stretch)
        if stretch.isalpha() and length <= _LONGEST_KNOWN:
            lower, _, _, _, capital = _read_again(stretch)
            append(Token(stretch, at, at + length, lower, True, capital))
        elif stretch:
            closed = stretch + " " if number < last else stretch
            for word, start, end, lower, is_word, capital in (
                _cut_again(closed) if length <= _LONGEST_KNOWN else _cut(closed)
            ):
                append(Token(word, at + start, at + end, lower, is_word, capital))
        at += length + 1
    return tokens


def token_at(tokens: list[Token], offset: int) -> int:
    """Return the index of the first token that ends after a character offset (`len(tokens)` if none does)."""
    return bisect_left(tokens, offset + 1, key=_END)


def span_of(tokens: list[Token], start: int, end: int) -> Span:
    """Return the characters that tokens `start` to `end` (exclusive, at least one) cover."""
    return Span(tokens[start].start, tokens[end - 1].end)
