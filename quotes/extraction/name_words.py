"""Words of a text: where each begins and ends, and what it is wherever it stands. Linear in the length."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

import regex

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.misread_letters import SIGN
from quotes.extraction.name_lexicons import (
    abbreviated_before_names,
    common_words,
    family_first_names,
    fold,
    function_words,
    given_names,
    organization_words,
    place_words,
    title_modifiers,
    titles,
)

# J.D. and U.S. are one word with their full stops; so is A. before a capital (A. R. Rahman); O’Neill and Jae-myung are
# one word each, and so are O' Neill, O`Neill and D´Alvo, however the apostrophe was typed; TomÃ¡s, of a page read in
# the wrong encoding; and Jos&#233;, of one that was escaped twice.
# Tern.net is a word, not the end of a sentence; the full stop of `by B&W. Then` is no part of the name.
# No two branches of a loop can take the same character, so the pattern cannot run away.
_ESCAPED = r"&(?:#(?:19[2-9]|[23]\d\d)|[A-Za-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|slash|ring|lig|caron));"
_APOSTROPHIZED = (
    r"(?<![\p{L}\p{M}\p{N}'’‘“\"])"
    r"(?:O['’‘`´ʼ][ \u00a0]?|D['’‘`´ʼ][ \u00a0]?(?=[AEIOUH])|[DLMN][‘`´])(?=\p{Lu}\p{L})"
)
_WORD = regex.compile(
    r"(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{M}\p{N}]))?+"
    r"|(?<!&)\p{Lu}\.(?=[\s\p{Lu}])"
    r"|(?:" + _APOSTROPHIZED + r")?+(?:[\p{L}\p{M}\p{N}]|" + _ESCAPED + r")[\p{L}\p{M}\p{N}]*+"
    r"(?:['’‐‑\-][\p{L}\p{M}\p{N}]++"
    r"|" + SIGN + r"[\p{L}\p{M}\p{N}]*+"
    r"|" + _ESCAPED + r"[\p{L}\p{M}\p{N}]*+)*+"
    r"(?:\.(?:com|net|org|co\.uk)\b)?+"
)
# al-Sadr, d’Arcy, Ó hUallacháin
_PARTICLE_JOINED = regex.compile(r"(?:al|el|as|ad|an|ar|ash|at|az|bin|ben|d|l|de|ter|van)[-'’]\p{Lu}|h\p{Lu}\p{Ll}{3}")
_SENTENCE_END = regex.compile(r"[.!?…:;\n\r\u2028\u2029•|*]|[–—-]{1,2}\s*$|[“\"‘«„]$|(?:^|\s)['\(]$")
_LINE_BREAK = regex.compile(r"[\n\r\u2028\u2029]")
SPACES = frozenset((" ", "\u00a0", "  ", "\u202f"))
_AMPERSANDS = frozenset((" & ", "&", " &amp; ", "&amp;"))
_KNOWN_WORDS = 32_768
_KNOWN_GAPS = 4096
_LONGEST_KNOWN = 40
"""How many words, and of how many characters at most, are remembered from one text to the next: a few megabytes."""


@dataclass(slots=True)
class Word:
    """One word of the text; `end` leaves a possessive 's out."""

    start: int
    end: int
    text: str
    key: str
    """Folded: for looking up."""
    capital: bool
    possessive: bool
    opens: bool = False
    """Stands at the start of a sentence, a line or a quotation, where any word has a capital."""
    headline: bool = False
    """Stands in a line whose words mostly have capitals, or is in capitals throughout inside such a line."""


class _Reading(NamedTuple):
    """What a word is wherever it stands; see `Word`."""

    text: str
    key: str
    capital: bool
    possessive: bool
    adjective: bool
    """Has a capital and goes on in small letters behind a hyphen: Trump-backed, Boston-based, Jae-young."""


def _read(written: str) -> _Reading:
    possessive = len(written) > 2 and written[-1] in "sS" and written[-2] in "'’"
    if possessive:
        written = written[:-2]
    first = unescape(written[: written.index(";") + 1])[0] if written[0] == "&" else written[0]
    capital = first.isupper() or (first.islower() and _PARTICLE_JOINED.match(written) is not None)
    tail = written.rpartition("-")[2] if capital and "-" in written else ""
    adjective = tail.islower() and len(tail) > 2 and tail in common_words()
    return _Reading(written, fold(written), capital, possessive, adjective)


_read_again = lru_cache(maxsize=_KNOWN_WORDS)(_read)
# Plain tuples: there is one for each word of an article.
_Piece = tuple[int, int, _Reading]
"""Where a word begins and ends in a stretch of text, and what it is."""
# O' Neill, and what a control character and a space have left of a misread letter: all words with a space in them
_SPACED = re.compile(r"[OD\x80-\x9f](?:(?<![OD])|['’‘`´ʼ]) ")


def _cut(stretch: str) -> tuple[_Piece, ...]:
    """Return the words of a stretch of text between spaces: `Roe-backed` of `(Roe-backed),`."""
    pieces: list[_Piece] = []
    for match in _WORD.finditer(stretch):
        start, end = match.span()
        written = match.group()
        if written == "amp" and stretch[start - 1 : start] == "&" and stretch[end : end + 1] == ";":
            continue
        reading = _read_again(written) if end - start <= _LONGEST_KNOWN else _read(written)
        pieces.append((start, end - 2 if reading.possessive else end, reading))
    return tuple(pieces)


_cut_again = lru_cache(maxsize=_KNOWN_WORDS)(_cut)


def split_words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    words: list[Word] = []
    append = words.append
    # what stands beyond a space or a line's end makes no difference to a word: the same stretch is cut once
    stretches = [text] if _SPACED.search(text) else text.replace("\n", " ").split(" ")
    last = len(stretches) - 1
    at = 0
    for number, stretch in enumerate(stretches):
        length = len(stretch)
        if stretch.isalpha() and length <= _LONGEST_KNOWN:
            shown, key, capital, _, _ = _read_again(stretch)
            append(Word(at, at + length, shown, key, capital, False))
        elif stretch:
            closed = stretch + " " if number < last else stretch
            for start, end, reading in _cut_again(closed) if length <= _LONGEST_KNOWN else _cut(closed):
                shown, key, capital, possessive, adjective = reading
                if adjective:
                    # Trump-backed and Boston-based are adjectives; Jae-myung is a name, and so is Jae-young after Lee
                    capital = bool(words) and words[-1].capital and words[-1].key in family_first_names()
                append(Word(at + start, at + end, shown, key, capital, possessive))
        at += length + 1
    _mark_openings(text, words)
    _mark_headlines(text, words)
    return words


def gap(text: str, words: list[Word], index: int) -> str:
    """Return what stands between word `index` and the next one; at most 8 characters of it, and no soft hyphen."""
    left = words[index]
    end = left.end + 2 if left.possessive else left.end
    between = text[end : min(words[index + 1].start, end + 8)]
    return between.replace("\xad", "") if "\xad" in between else between


def is_ampersand(text: str, words: list[Word], index: int) -> bool:
    """Tell whether word `index` and the next one are joined by &: B&W, Tarrow & Sons."""
    return index + 1 < len(words) and gap(text, words, index) in _AMPERSANDS


def _mark_openings(text: str, words: list[Word]) -> None:
    end = 0
    previous: Word | None = None
    for word in words:
        start = word.start
        if previous is None:
            word.opens = True
        elif start != end + 1 or text[end] != " ":
            between = text[max(end, start - 12) : start]
            if between not in SPACES:
                abbreviated = between == ". " and (is_abbreviation(previous) or len(previous.text) == 1)
                word.opens = not abbreviated and _parts_sentences(between)
        end = word.end
        previous = word


@lru_cache(maxsize=_KNOWN_GAPS)
def _parts_sentences(between: str) -> bool:
    """Tell whether a sentence begins behind what stands between two words, of which there are few kinds."""
    return _SENTENCE_END.search(between) is not None


def _mark_headlines(text: str, words: list[Word]) -> None:
    """Mark the words of lines where capitals mean nothing: Trump Says He Will Run."""
    starts = [word.start for word in words]
    first = 0
    for match in _LINE_BREAK.finditer(text):
        last = bisect_left(starts, match.start(), first)
        if last > first:
            _mark_if_headline(words[first:last], title=first == 0)
            first = last
    _mark_if_headline(words[first:])


def _mark_if_headline(line: list[Word], title: bool = False) -> None:
    if not 4 <= len(line) <= 40:
        return
    # a list of names is no headline; nor is a line of two or three words
    long_words = [w for w in line if len(w.text) >= 4]
    if len(long_words) < 3:
        return
    small = sum(1 for w in long_words if not w.capital and w.key not in function_words())
    if small > max(1, len(long_words) // 10):
        return
    if any(not w.capital and w.key in reporting_verb_forms() for w in line):
        # “No,” said the Royal Society for the Protection of Birds: a headline says it with a capital
        return
    # Petra Oland Joins Tern’s Ruling Council: one ordinary word is enough for the title, if no other word is small
    enough = 1 if title and small == 0 else 2
    if sum(1 for w in long_words if w.capital and _is_ordinary(w.key)) >= enough:
        for word in line:
            word.headline = True


def _is_ordinary(key: str) -> bool:
    """Tell whether a word has a capital only because it stands in a headline (or shouts)."""
    if key in titles() or key in title_modifiers() or key in organization_words() or key in place_words():
        return False
    return key in common_words() and key not in given_names()


def is_abbreviation(word: Word) -> bool:
    """Tell whether a full stop after `word` belongs to it: Sen., Jr., St."""
    return word.key in abbreviated_before_names()
