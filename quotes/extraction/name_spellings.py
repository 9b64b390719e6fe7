"""One surname written in two ways in one article: Anjali Mukherjee said …, Mukerjee added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotes.extraction.name_lexicons import common_words, demonyms, given_names, is_place, surnames
from quotes.extraction.name_people import Person, gender_of
from quotes.extraction.name_pieces import Piece

Keys = tuple[str, ...]
_SHORTEST = 5
"""Letters: shorter surnames one letter apart (Hall, Ball) are two more often than one."""
_LONGEST = 24
_LONG_SURNAME = 7
"""Letters from which a slip of one needs nothing else to speak for it."""


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


def can_be_misspelt(person: Person, pieces: Sequence[Piece]) -> bool:
    """Tell whether what is said of a misspelt surname fits a person: Mr Mukerjee is not Anjali Mukherjee."""
    genders = {p.gender for p in pieces if p.gender is not None} | {gender_of(person) or "unknown"}
    # Bjornsten’s letter
    spoken_for = any(p.person > 0 for p in pieces) or (
        len(pieces[0].keys[0]) >= _LONG_SURNAME and all(p.person >= 0 and p.body == 0 for p in pieces)
    )
    return len(genders - {"unknown"}) <= 1 and spoken_for and not any(p.place > 0 for p in pieces)
