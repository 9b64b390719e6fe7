"""Words of a text and the capitalised sequences (runs) among them that may hold names. Linear in the length."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import NamedTuple

import regex

from quotes.extraction.name_lexicons import (
    abbreviated_before_names,
    common_words,
    family_first_names,
    fold,
    function_words,
    given_names,
    is_place,
    organization_words,
    particles,
    place_words,
    portfolios,
    suffixes,
    title_modifiers,
    titles,
)

# J.D. and U.S. are one word with their full stops; so is A. before a capital (A. R. Rahman); O’Neill and Jae-myung are
# one word each, and so are TomÃ¡s, of a page read in the wrong encoding, and Jos&#233;, of one that was escaped twice.
# Tern.net is a word, not the end of a sentence; the full stop of `by B&W. Then` is no part of the name.
# No two branches of a loop can take the same character, so the pattern cannot run away.
_ESCAPED = r"&(?:#(?:19[2-9]|[23]\d\d)|[A-Za-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|slash|ring|lig|caron));"
_WORD = regex.compile(
    r"(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{M}\p{N}]))?+"
    r"|(?<!&)\p{Lu}\.(?=[\s\p{Lu}])"
    r"|(?:[\p{L}\p{M}\p{N}]|" + _ESCAPED + r")[\p{L}\p{M}\p{N}]*+"
    r"(?:['’‐‑\-][\p{L}\p{M}\p{N}]++"
    r"|(?<=Ã)[\x80-\xbf][\p{L}\p{M}\p{N}]*+"
    r"|" + _ESCAPED + r"[\p{L}\p{M}\p{N}]*+)*+"
    r"(?:\.(?:com|net|org|co\.uk)\b)?+"
)
# al-Sadr, d’Arcy, Ó hUallacháin
_PARTICLE_JOINED = regex.compile(r"(?:al|el|as|ad|an|ar|ash|at|az|bin|ben|d|l|de|ter|van)[-'’]\p{Lu}|h\p{Lu}\p{Ll}{3}")
_SENTENCE_END = regex.compile(r"[.!?…:;\n\r\u2028\u2029•|*]|[–—-]{1,2}\s*$|[“\"‘«„]$|(?:^|\s)['\(]$")
_LINE_BREAK = regex.compile(r"[\n\r\u2028\u2029]")
_OWNED_PLACES = frozenset(
    "row street lane wood cross yard wharf quay mews corner gate alley hill green end mill".split()
)
"""What is named after somebody and has their name for good: Potter’s Lane."""
_SMALL_NAMES = frozenset(("nor", "so", "an", "do"))
"""Small words that are surnames or given names, too."""
_OPEN_NICKNAME = frozenset((' "', " ''", " ``", " “", " '", " ‘", " (", " «"))
_CLOSE_NICKNAME = frozenset(('" ', "'' ", "” ", "' ", "’ ", ") ", "» "))
_SPACES = frozenset((" ", "\u00a0", "  ", "\u202f"))
_AMPERSANDS = frozenset((" & ", "&", " &amp; ", "&amp;"))
_PLURAL_POSSESSIVE = frozenset(("' ", "’ "))
_LONGEST_RUN = 24
"""Words; a longer sequence of capitals is no name, and is cut."""
_KNOWN_WORDS = 32_768
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


@dataclass(slots=True)
class Run:
    """A sequence of words, by index, `last` inclusive, that may hold a title and names."""

    first: int
    last: int
    body_joined: bool = False
    """Holds `of`, `for`, `and` or `&` inside the name of a body: Bank of England, Marks & Spencer."""


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


def split_words(text: str) -> list[Word]:
    """Return the words of `text` in order."""
    words: list[Word] = []
    append = words.append
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match.group()
        if written == "amp" and text[start - 1 : start] == "&" and text[end : end + 1] == ";":
            continue
        reading = _read_again(written) if end - start <= _LONGEST_KNOWN else _read(written)
        shown, key, capital, possessive, adjective = reading
        if possessive:
            end -= 2
        if adjective:
            # Trump-backed and Boston-based are adjectives; Jae-myung is a name, and so is Jae-young after Lee
            capital = bool(words) and words[-1].capital and words[-1].key in family_first_names()
        append(Word(start, end, shown, key, capital, possessive))
    _mark_openings(text, words)
    _mark_headlines(text, words)
    return words


def gap(text: str, words: list[Word], index: int) -> str:
    """Return what stands between word `index` and the next one; at most 8 characters of it."""
    left = words[index]
    end = left.end + 2 if left.possessive else left.end
    return text[end : min(words[index + 1].start, end + 8)]


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
            if between not in _SPACES:
                abbreviated = between == ". " and (is_abbreviation(previous) or len(previous.text) == 1)
                word.opens = not abbreviated and _SENTENCE_END.search(between) is not None
        end = word.end
        previous = word


def _mark_headlines(text: str, words: list[Word]) -> None:
    """Mark the words of lines where capitals mean nothing: Trump Says He Will Run."""
    starts = [word.start for word in words]
    first = 0
    for match in _LINE_BREAK.finditer(text):
        last = bisect_left(starts, match.start(), first)
        if last > first:
            _mark_if_headline(words[first:last])
            first = last
    _mark_if_headline(words[first:])


def _mark_if_headline(line: list[Word]) -> None:
    if not 4 <= len(line) <= 40:
        return
    # a list of names is no headline; nor is a line of two or three words
    long_words = [w for w in line if len(w.text) >= 4]
    if len(long_words) < 3:
        return
    small = sum(1 for w in long_words if not w.capital and w.key not in function_words())
    if small > max(1, len(long_words) // 10):
        return
    if sum(1 for w in long_words if w.capital and _is_ordinary(w.key)) >= 2:
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


def find_runs(text: str, words: list[Word]) -> list[Run]:
    """Return the capitalised sequences of the text in order, not overlapping."""
    runs: list[Run] = []
    openers = particles()
    index = 0
    while index < len(words):
        word = words[index]
        # de Blasio said: a particle opens a surname that stands alone
        if not word.capital and not (openers.get(word.text, False) and _particle_end(text, words, index) is not None):
            index += 1
            continue
        run = Run(index, index)
        while run.last - run.first < _LONGEST_RUN:
            following = _extend(text, words, run)
            if following is None:
                break
            run.last = following
        if words[run.last].capital:
            runs.append(run)
        index = run.last + 1
    return runs


def _particle_end(text: str, words: list[Word], index: int) -> int | None:
    """Return the capitalised word that up to three particles from `index` on lead to."""
    known = particles()
    for ahead in range(index, min(index + 4, len(words))):
        if ahead > index and gap(text, words, ahead - 1) not in _SPACES:
            return None
        if words[ahead].capital:
            return ahead if ahead > index and words[ahead].key not in function_words() else None
        if words[ahead].text not in known:
            return None
    return None


def _extend(text: str, words: list[Word], run: Run) -> int | None:
    """Return the index of the last word if the run goes on after `run.last`, else None."""
    last = run.last
    if last + 1 >= len(words):
        return None
    word, following = words[last], words[last + 1]
    between = gap(text, words, last)
    if word.possessive:
        # Tanner’s Row
        own = between in _SPACES and following.capital and following.key in _OWNED_PLACES
        return last + 1 if own else None
    if between in _SPACES:
        if following.capital:
            # This Week With Petra Oland: a small word with a capital is no part of a name
            breaks = (
                following.key in function_words()
                and not following.text.endswith(".")
                and following.key not in given_names()
                and following.key not in family_first_names()
                and word.key not in family_first_names()
                and not _ends_name(text, words, last + 1)
            )
            return None if breaks or following.headline != word.headline else last + 1
        if not word.capital:
            return _particle_end(text, words, last)
        if following.text in particles():
            return _particle_end(text, words, last + 1)
        return _extend_body(text, words, run)
    if between == ". " and following.capital and is_abbreviation(word):
        return last + 1
    if between == ", " and suffixes().get(following.key) and len(following.key) <= 3:
        return last + 1
    if following.capital and is_ampersand(text, words, last):
        run.body_joined = True
        return last + 1
    if between in _PLURAL_POSSESSIVE and following.key in organization_words() and following.capital:
        # Workers' Party
        return last + 1
    if between in _PLURAL_POSSESSIVE and following.capital and word.key in titles() and not word.key.endswith("s"):
        # Dato' Amos Quill
        return last + 1
    if between in _OPEN_NICKNAME and following.capital:
        return _nickname_end(text, words, last + 1)
    return None


def _ends_name(text: str, words: list[Word], index: int) -> bool:
    """Tell whether a small word ends a name: Rahmah Mat Nor said; but Neither Oland Nor Quill."""
    if words[index].key not in _SMALL_NAMES or words[index].text.isupper():
        return False
    return index + 1 == len(words) or not words[index + 1].capital or gap(text, words, index) not in _SPACES


def _nickname_end(text: str, words: list[Word], index: int) -> int | None:
    """Return the word after the closing mark of a nickname of up to three words: Joe "Big Shorty" Smith."""
    given = words[index - 1].key in given_names() or len(words[index - 1].key) <= 2
    if not given:
        return None
    for ahead in range(index, min(index + 3, len(words) - 1)):
        between = gap(text, words, ahead)
        if between in _CLOSE_NICKNAME:
            return ahead + 1 if words[ahead + 1].capital else None
        if between not in _SPACES or not words[ahead + 1].capital:
            return None
    return None


def _extend_body(text: str, words: list[Word], run: Run) -> int | None:
    """Return where the name of a body or a title goes on over a connector: Bank of England, Secretary of State."""
    last = run.last
    connector = words[last + 1].key
    if connector not in ("of", "for", "on", "and"):
        return None
    start = last + 2
    if start < len(words) and words[start].key == "the" and connector != "and":
        start += 1
    if start >= len(words) or not words[start].capital:
        return None
    if any(gap(text, words, i) not in _SPACES for i in range(last + 1, start)):
        return None
    key = words[last].key
    previous = titles().get(words[last - 1].key) if last > run.first else None
    style = titles().get(key) or previous
    if (
        connector == "of"
        and start == last + 2
        and style is not None
        and style.regnal
        and words[last].end < words[start].start
    ):
        # Lord Marwick of Tern, the Duchess of Marwick
        return start
    if key in titles() and connector in ("of", "for"):
        return _portfolio_end(words, last + 2)
    flags = organization_words().get(key)
    if flags is not None and connector in flags and words[start].key not in function_words():
        run.body_joined = True
        return start
    if connector == "and" and _joins_body(text, words, run, start):
        run.body_joined = True
        return start
    return None


def _portfolio_end(words: list[Word], start: int) -> int | None:
    for length in (4, 3, 2, 1):
        if tuple(w.key for w in words[start : start + length]) in portfolios():
            return start + length - 1
    return None


def _joins_body(text: str, words: list[Word], run: Run, start: int) -> bool:
    """Tell whether `and` joins words of one body: Food and Drug Administration, not Biden and Fox News."""
    left = words[run.last]
    if left.opens or left.key not in common_words() or left.key in given_names():
        return False
    end = start
    while end + 1 < len(words) and end - start < 4 and words[end + 1].capital and gap(text, words, end) in _SPACES:
        end += 1
    right = words[end].key
    if words[start].key in given_names() or words[start].key in titles():
        return False
    if is_place((right,)) and left.key in organization_words():
        # Harbour Services and Procurement Portugal
        return end > start and (words[start].key in common_words() or words[start].key in organization_words())
    return right in organization_words() or (run.body_joined and right in common_words())
