"""To whom a quote was said: told AFP ▶ AFP, in a letter to the minister ▶ minister.

Reads the narration around the cue as written, without a parse; what it reads is bounded, so many quotes cost no more
than their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from quotes.extraction.lexicon import sections, verbs_that
from quotes.extraction.narration import QUOTE_SIGN
from quotes.types import Span

_REACH: Final = 250
"""How far from the quote, in characters, a letter or an interview is looked for."""
_LONGEST: Final = 100
"""Characters in which the hearer must be named in full."""
_MOST_WORDS: Final = 9

_WORD = re.compile(r"\s*([^\s\ue000,;:()\[\]{}“”\"«»—–!?…]+)")
_ARTICLE = re.compile(r"\s+(?:the|an?)(?=\s)", re.I)
_LAST_WORD = re.compile(r"([^\W\d_]+)\W*$")
_OWNERS = frozenset(["his", "her", "their", "its", "my", "our", "your"])
_PASSIVE = frozenset(["was", "were", "been", "being", "be", "is", "are", "am", "got", "gets"])

# in an interview with the Daily Post, in a letter sent to the minister, testified before the panel
_WRITTEN = (
    r"(?:letter|e-?mail|memo|memorandum|message|note|statement|remarks?|comments?|speech|address|testimony|evidence"
    r"|submission|appeal|plea|briefing|presentation)(?:\s(?:sent|given|made|addressed|delivered|emailed|provided))?\sto"
)
_SPOKEN = r"(?:interviews?|conversation)\swith|interview\s(?:given\s)?to|testif(?:y|ied|ies|ying)\sbefore"


@dataclass(frozen=True, slots=True)
class _Lists:
    tell: frozenset[str]
    ends: frozenset[str]
    days: frozenset[str]
    after_a_name: frozenset[str]
    medium_before_a_name: frozenset[str]
    person_before_a_name: frozenset[str]
    ing_nouns: frozenset[str]
    bare: frozenset[str]
    s_modifiers: frozenset[str]


def find_addressee(text: str, cue: Span | None, quote: Span, sentence: Span, mask: str) -> str | None:
    """Return to whom the text says a quote was said, without a leading article; None where it does not say.

    `mask` has the length of `text`, with QUOTE_SIGN over each quote; `sentence` is the sentence of the narration that
    holds `quote`, and `cue` the reporting word, None if there is none. Pronouns (told him) name nobody.
    """
    if cue is not None:
        heard = _object_of(mask, cue, sentence)
        if heard is not None:
            return heard.of(text)
    low = max(sentence.start, quote.start - _REACH)
    high = min(sentence.end, quote.end + _REACH)
    near = [quote] if cue is None else [quote, cue]
    found: list[tuple[int, Span]] = []
    for match in _led_by().finditer(mask, low, high):
        if not match.group().split()[-1].islower():
            continue  # a headline's Message To Voters
        heard = _read_hearer(mask, match.end(), sentence.end)
        if heard is not None and not (match.group().endswith("to") and _is_verb(heard.of(mask), mask, match.end())):
            found.append((min(_distance(match.span(), place) for place in near), heard))
    return min(found)[1].of(text) if found else None


def _distance(place: tuple[int, int], other: Span) -> int:
    return max(0, other.start - place[1], place[0] - other.end)


def _object_of(mask: str, cue: Span, sentence: Span) -> Span | None:
    """Return the object of a cue such as `told`: not the subject behind it (“Why?” asked Roe), nor of a passive."""
    word = mask[cue.start : cue.end].lower()
    if word not in _lists().tell:
        return None
    before = mask[max(sentence.start, cue.start - 40) : cue.start].rstrip()
    if not before or before[-1] == QUOTE_SIGN or (before[-1] == "," and before[:-1].endswith(QUOTE_SIGN)):
        return None
    last = _LAST_WORD.search(before)
    if last is not None and last[1].lower() in _PASSIVE:
        return None
    return _read_hearer(mask, cue.end, sentence.end)


def _read_hearer(mask: str, at: int, stop: int) -> Span | None:
    """Return the noun phrase that begins at an offset, without its article; None if there is none, or no end to it."""
    stop = min(stop, at + _LONGEST)
    article = _ARTICLE.match(mask, at, stop)
    if article is not None:
        at = article.end()
    taken: list[tuple[str, Span]] = []
    for word, span in _words(mask, at, stop):
        if _ends_before(taken, word, article is not None):
            taken = _without_torn_title(taken, word)
            break
        if len(taken) == _MOST_WORDS:
            return None
        taken.append((word, span))
        if _is_last(mask, word, span):
            break
    while taken and taken[-1][0].lower() in ("of", "and", "the", "a", "an", "&", "-"):
        taken.pop()
    if not taken or (len(taken) == 1 and taken[0][0].lower().rstrip(".") in _OWNERS):
        return None
    start, end = taken[0][1].start, taken[-1][1].end
    if mask[end - 2 : end] in ("'s", "’s"):  # told Halden’s “Daybreak”
        end -= 2
    while end > start and mask[end - 1] in ".'’" and not _keeps_stop(taken[-1][0]):
        end -= 1
    return Span(start, end) if any(c.isalpha() for c in mask[start:end]) else None


def _words(mask: str, at: int, stop: int) -> Iterator[tuple[str, Span]]:
    """Yield the words from an offset to the first comma, bracket or quote; a word cut off at `stop` is not one."""
    while at < stop:
        match = _WORD.match(mask, at, stop)
        if match is None:
            return
        yield match[1], Span(match.start(1), match.end(1))
        at = match.end()


def _without_torn_title(taken: list[tuple[str, Span]], word: str) -> list[tuple[str, Span]]:
    """Return the words without what is no whole name: told Halden’s Face the Tide, told the Senate 18 months ago."""
    if word.lower() in ("months", "years", "weeks", "days", "hours", "minutes") and taken and taken[-1][0].isdigit():
        return taken[:-1]
    if word.lower() in ("the", "with", "at"):
        for k in range(len(taken) - 2, -1, -1):
            if _is_possessive(taken[k][0]):
                return taken[: k + 1]
    return taken


def _is_verb(heard: str, mask: str, at: int) -> bool:
    """Tell whether what stands behind `to` is an infinitive: spoke to denounce it, not: spoke to reporters."""
    words = heard.split()
    if not words[0][0].islower() or _ARTICLE.match(mask, at) is not None or words[0] in _OWNERS:
        return False
    return not any(_is_plural(word) or word in _lists().bare for word in words)


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and word not in _OWNERS


def _is_possessive(word: str) -> bool:
    return word.lower().endswith(("'s", "’s", "s'", "s’"))


def _keeps_stop(word: str) -> bool:
    return "." in word[:-1]  # the U.S.


def _is_last(mask: str, word: str, span: Span) -> bool:
    """Tell whether a word ends in the full stop of its sentence: told the Post. / told Sen. Roe."""
    if not word.endswith(".") or _keeps_stop(word):
        return False
    return len(word) > 4 or not word[0].isupper() or not mask[span.end : span.end + 2].strip()[:1].isupper()


def _ends_before(taken: list[tuple[str, Span]], word: str, article: bool) -> bool:
    """Tell whether the hearer's name has ended before `word`."""
    lists = _lists()
    low = word.lower().rstrip(".")
    if word[0].isupper():
        if low in lists.days or low == "i":
            return True
    elif low in lists.ends:
        return True
    if not taken:
        return not (word[0].isalnum() or word[0] in "'’#@")
    previous = taken[-1][0]
    name_before = previous[:1].isupper() or previous[:1].isdigit()
    if low == "of":
        return False
    if low in ("and", "&"):
        # the Ways and Means Committee is one; reporters and fans are two
        return not name_before or (low == "and" and not article)
    if previous.lower() in ("and", "&"):
        return not word[0].isupper()  # the BBC and the Post
    if previous.lower() in ("of", "the", "a", "an"):
        return False
    if low in ("the", "a", "an"):
        return True
    if word[0].isupper():
        # told reporters Roe was ill / told state news agency Halden
        if name_before or _is_possessive(previous) or previous in lists.person_before_a_name:
            return False
        named = any(one[:1].isupper() for one, _ in taken)
        return named or previous not in lists.medium_before_a_name
    if word[0].isdigit():
        return not name_before
    if low.endswith("ly"):
        return True
    if name_before:
        possessive = _is_possessive(previous)
        return not possessive and low not in lists.after_a_name
    if low.endswith("ing") and low not in lists.ing_nouns:
        return True
    # told fans aboard the ship: one noun ends before another word begins
    return _is_plural(previous) and previous not in lists.s_modifiers


_FILE = "addressee_words.txt"


@cache
def _lists() -> _Lists:
    found = sections(_FILE)
    rest = (
        "ends",
        "days",
        "after-a-name",
        "medium-before-a-name",
        "person-before-a-name",
        "ing-nouns",
        "bare",
        "s-modifiers",
    )
    return _Lists(verbs_that("tell", _FILE), *(frozenset(found[name]) for name in rest))


@cache
def _led_by() -> re.Pattern[str]:
    """Return what stands before a hearer: speaking to, a letter to, an interview with."""
    verbs = sorted(verbs_that("to", _FILE))
    return re.compile(rf"\b(?:(?:{'|'.join(map(re.escape, verbs))})\sto|{_WRITTEN}|{_SPOKEN})(?=\s)", re.I)
