"""One surname written in two ways in one article: Anjali Mukherjee said …, Mukerjee added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from quotes.extraction.name_lexicons import common_words, demonyms, given_names, is_place, surnames

Keys = tuple[str, ...]
_SHORTEST = 5
"""Letters: shorter surnames one letter apart (Hall, Ball) are two more often than one."""
_LONGEST = 24


class Spellings:
    """Surnames to be compared with, found by a slip of one letter: left out, put in, changed, or two swapped.

    Each surname is kept under every form that lacks one of its letters, so that a look-up takes the same time however
    many there are.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = {word for word in known if _SHORTEST <= len(word) <= _LONGEST}
        self._by_form: dict[str, set[str]] = {}
        for word in self._known:
            for form in _shortened(word):
                self._by_form.setdefault(form, set()).add(word)

    def meant(self, word: str) -> str | None:
        """Return the one surname that `word`, folded, can be a slip of; None if there is none, or more than one.

        A word that is a name or word in its own right is no slip: Petersen is not Peterson.
        """
        if not _SHORTEST <= len(word) <= _LONGEST or word in self._known or _is_word(word):
            return None
        near = {
            other
            for form in _shortened(word)
            for other in self._by_form.get(form, ())
            if other[0] == word[0] and one_slip(word, other)
        }
        return near.pop() if len(near) == 1 else None


def one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter more, less or changed, or by two neighbours swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _shortened(word: str) -> set[str]:
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def _is_word(word: str) -> bool:
    return (
        word in surnames() or word in given_names() or word in common_words() or word in demonyms() or is_place((word,))
    )


_UMLAUTS = frozenset("äöüøåÄÖÜØÅ")
_WRITTEN_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


def has_umlaut(written: str) -> bool:
    """Tell whether a name has a letter that is also written as two: Müller, Mueller; Håkon, Haakon."""
    return not _UMLAUTS.isdisjoint(written)


def without_umlauts(word: str) -> str:
    """Return a folded word as it would be without the letter for an umlaut: mueller ▶ muller."""
    for two, one in _WRITTEN_OUT:
        word = word.replace(two, one)
    return word


_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("ou", "u"), ("y", "i"), ("sh", "s"))


def sounds_like(one: str, other: str) -> bool:
    """Tell whether two given names are one name spelt in two ways: Brian, Bryan; Sara, Sarah; Mohamed, Mohammed."""
    return _sound(one) == _sound(other)


def _sound(word: str) -> str:
    for spelt, heard in _SOUNDS:
        word = word.replace(spelt, heard)
    return "".join(letter for letter, _ in groupby(word.rstrip("he")))


def is_misspelt_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two full names without suffix are one, with a slip in it: Angela Correy, Angela Corey.

    Two surnames that both are common ones are two people’s: Amos Peterson, Amos Petersen; but not Müller, Mueller.
    """
    if one[:-1] == other[:-1] and without_umlauts(one[-1]) == without_umlauts(other[-1]):
        return len(one) > 1
    if len(one) != len(other) or len(one) < 2:
        return False
    if one[-1] == other[-1]:
        given = sounds_like(one[0], other[0]) and len(one[0]) > 2
    else:
        short = min(len(one[-1]), len(other[-1])) < _SHORTEST
        listed = one[-1] in surnames() and other[-1] in surnames()
        given = one[0] == other[0] and len(one[0]) > 1 and not short and not listed and one_slip(one[-1], other[-1])
    middle = zip(one[1:-1], other[1:-1], strict=True)
    return given and all(a == b or (min(len(a), len(b)) > 2 and one_slip(a, b)) for a, b in middle)
