"""Offices called by their initials: District Commissioner Ann Roe … the DC said; no body is named so."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import regex

from quotes.extraction.name_lexicons import is_known_organization, is_place
from quotes.extraction.name_pieces import Piece
from quotes.extraction.role_lexicon import role_word

_RUN = regex.compile(r"\b\p{Lu}\p{Ll}{2,20}(?:\s(?:of\s)?\p{Lu}\p{Ll}{2,20}){1,6}")
_LONGEST = 4
"""Letters of such initials at most."""


class OfficeInitials:
    """The initials of the offices that one text writes out with capitals: Superintendent of Police ▶ SP."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _written_out(self) -> frozenset[str]:
        found = set()
        for run in _RUN.finditer(self._text):
            words = run[0].split()
            for start in range(len(words)):
                letters = words[start][0]
                of = False
                for word in words[start + 1 :]:
                    if word == "of":
                        of = of or len(letters) == 1
                        continue
                    letters += word[0]
                    if len(letters) > _LONGEST:
                        break
                    if role_word((words[start] if of else word).lower()):
                        found.add(letters)
        return frozenset(found)

    @cached_property
    def _headline(self) -> int:
        """Where the first line ends: no article stands in a headline."""
        return self._text.find("\n")

    def is_office(self, pieces: Sequence[Piece]) -> bool:
        """Tell whether every one of some capitals stands for an office, as `the` or brackets say: the DC, (DC)."""
        written = self._text[pieces[0].start : pieces[0].end]
        if not (written.isalpha() and written.isupper() and len(written) <= _LONGEST) or _is_well_known(written):
            return False
        if any(self._text[piece.start : piece.end] not in self._written_out for piece in pieces):
            return False
        body = [piece for piece in pieces if piece.start > self._headline]
        return bool(body) and all(self._is_said_of_office(piece) for piece in body)

    def _is_said_of_office(self, piece: Piece) -> bool:
        written = self._text[piece.start : piece.end]
        before = self._text[max(0, piece.start - 4) : piece.start].lower()
        return before == "the " or self._text[max(0, piece.start - 1) : piece.end + 1] == f"({written})"


def _is_well_known(written: str) -> bool:
    """Tell the AP of an article with an Assistant Professor; but Washington is never `the DC`."""
    return is_known_organization(written) or (is_place((written.lower(),)) and written != "DC")
