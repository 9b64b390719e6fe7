"""Capitalised sequences (runs) of a text's words that may hold names. Linear in the length."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.name_lexicons import (
    common_words,
    family_first_names,
    function_words,
    given_names,
    is_place,
    known_organization_keys,
    organization_words,
    particles,
    place_words,
    portfolios,
    suffixes,
    titles,
)
from quotes.extraction.name_words import SPACES, Word, gap, is_abbreviation, is_ampersand

_OWNED_PLACES = frozenset(
    "row street lane road wood cross yard wharf quay mews corner gate alley hill green end mill bay cove creek".split()
)
"""What is named after somebody and has their name for good: Potter’s Lane, Harker’s Bay District Council."""
_SAINTS = frozenset(("st", "saint"))
_PATRONS = frozenset(("king", "queen", "prince", "princess", "bishop", "women", "christ"))
"""What bodies are named after, with saints: King’s College London, the Prince’s Fund, St Petra’s Hospital."""
_SMALL_NAMES = frozenset(("nor", "so", "an", "do"))
"""Small words that are surnames or given names, too."""
_OPEN_NICKNAME = frozenset((' "', " ''", " ``", " “", " '", " ‘", " (", " «"))
_CLOSE_NICKNAME = frozenset(('" ', "'' ", "” ", "' ", "’ ", ") ", "» "))
_MEMBERS = frozenset(("americans", "students", "parents", "mothers", "democracy"))
_PLURALS = frozenset(("people", "women", "men", "children"))
_PLURAL_POSSESSIVE = frozenset(("' ", "’ "))
_LONGEST_RUN = 24
"""Words; a longer sequence of capitals is no name, and is cut."""


@dataclass(slots=True)
class Run:
    """A sequence of words, by index, `last` inclusive, that may hold a title and names."""

    first: int
    last: int
    body_joined: bool = False
    """Holds `of`, `for`, `and` or `&` inside the name of a body: Bank of England, Marks & Spencer."""


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
        if ahead > index and gap(text, words, ahead - 1) not in SPACES:
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
        # Tanner’s Row, People’s Gazette, Patrolmen’s Association
        if between not in SPACES or not following.capital:
            return None
        own = following.key in _OWNED_PLACES or (word.key in _PLURALS and not word.headline)
        trade = word.key.endswith("men") and _leads_to_body(text, words, last) and not is_place((word.key,))
        saint = last > run.first and words[last - 1].key in _SAINTS
        crown = word.key in _PATRONS and (last == run.first or words[last - 1].key in function_words())
        named_for = (saint or crown) and (_leads_to_body(text, words, last) or following.key in place_words())
        return last + 1 if own or trade or named_for else None
    if between in SPACES:
        if following.capital:
            return None if _breaks(text, words, run) or following.headline != word.headline else last + 1
        if not word.capital:
            return _particle_end(text, words, last)
        if following.text in particles():
            return _particle_end(text, words, last + 1)
        further = _extend_body(text, words, run)
        return _end_of_known(words, run) if further is None else further
    if between == ". " and following.capital and is_abbreviation(word):
        # … said Petra Oland Jr. Oland left
        return None if suffixes().get(word.key) and last > run.first else last + 1
    if between == ", " and suffixes().get(following.key) and len(following.key) <= 3:
        return last + 1
    if following.capital and is_ampersand(text, words, last):
        run.body_joined = True
        return last + 1
    if between in _PLURAL_POSSESSIVE and following.capital and _leads_to_body(text, words, last):
        # Workers' Party, Warders' Benevolent Association
        return last + 1
    if between in _PLURAL_POSSESSIVE and following.capital and word.key in titles() and not word.key.endswith("s"):
        # Dato' Amos Quill
        return last + 1
    if between in _OPEN_NICKNAME and following.capital:
        return _nickname_end(text, words, last + 1)
    return None


def _breaks(text: str, words: list[Word], run: Run) -> bool:
    """Tell whether a word with a capital is no part of the name before it: This Week | With Petra Oland."""
    word, following = words[run.last], words[run.last + 1]
    if following.key not in function_words() or following.text.endswith("."):
        return False
    if _end_of_known(words, run) is not None:
        # USA Today, Doctors Without Borders
        return False
    if word.text.endswith(".") and is_place((word.key,)):
        # in Washington D.C. He left: He and May are names as well
        return True
    named = (
        following.key in given_names()
        or following.key in family_first_names()
        or word.key in family_first_names()
        or _ends_name(text, words, run.last + 1)
    )
    return not named


def _end_of_known(words: list[Word], run: Run) -> int | None:
    """Return where the name of a well-known body ends with which a run and what follows it begin: Rock | the Vote."""
    length = run.last - run.first + 1
    if length > 3:
        return None
    keys = tuple(w.key for w in words[run.first : run.last + 4])
    ends = (end for end in range(length + 1, len(keys) + 1) if keys[:end] in known_organization_keys())
    return next((run.first + end - 1 for end in ends if words[run.first + end - 1].capital), None)


def _leads_to_body(text: str, words: list[Word], index: int) -> bool:
    """Tell whether the capitalised words behind a plural possessive end in a word for a body."""
    for ahead in range(index + 1, min(index + 5, len(words))):
        if not words[ahead].capital or (ahead > index + 1 and gap(text, words, ahead - 1) not in SPACES):
            return False
        if words[ahead].key in organization_words():
            return True
    return False


def _ends_name(text: str, words: list[Word], index: int) -> bool:
    """Tell whether a small word ends a name: Rahmah Mat Nor said; but Neither Oland Nor Quill."""
    if words[index].key not in _SMALL_NAMES or words[index].text.isupper():
        return False
    return index + 1 == len(words) or not words[index + 1].capital or gap(text, words, index) not in SPACES


def _nickname_end(text: str, words: list[Word], index: int) -> int | None:
    """Return the word after the closing mark of a nickname of up to three words: Joe "Big Shorty" Smith."""
    given = words[index - 1].key in given_names() or len(words[index - 1].key) <= 2
    if not given:
        return None
    for ahead in range(index, min(index + 3, len(words) - 1)):
        between = gap(text, words, ahead)
        if between in _CLOSE_NICKNAME:
            return ahead + 1 if words[ahead + 1].capital else None
        if between not in SPACES or not words[ahead + 1].capital:
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
    if any(gap(text, words, i) not in SPACES for i in range(last + 1, start)):
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
    if key in _MEMBERS and connector == "for":
        # Young Students for Change is a body where Young Students are none
        run.body_joined = True
        return start
    if flags is not None and connector in flags and not _is_small(words, start):
        run.body_joined = True
        return start
    further = connector in ("of", "for") and key in common_words() and not is_place((key,))
    if further and run.body_joined and not _is_small(words, start):
        # Society for the Protection of Birds
        return start
    if connector == "and" and _joins_body(text, words, run, start):
        run.body_joined = True
        return start
    return None


def _is_small(words: list[Word], index: int) -> bool:
    """Tell whether a small word has a capital, and does not begin a place: Institute for | Near East Policy."""
    return words[index].key in function_words() and not is_place(tuple(w.key for w in words[index : index + 2]))


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
    while end + 1 < len(words) and end - start < 4 and words[end + 1].capital and gap(text, words, end) in SPACES:
        end += 1
    right = words[end].key
    if words[start].key in given_names() or words[start].key in titles():
        return False
    if is_place((right,)) and left.key in organization_words():
        # Harbour Services and Procurement Portugal
        return end > start and (words[start].key in common_words() or words[start].key in organization_words())
    return right in organization_words() or (run.body_joined and right in common_words())
