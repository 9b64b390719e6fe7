"""Offices called by their initials: District Commissioner Ann Roe … the DC said; no body is named so."""

from __future__ import annotations

import regex

from quotes.extraction.role_lexicon import role_word

_RUN = regex.compile(r"\b\p{Lu}\p{Ll}{2,20}(?:\s(?:of\s)?\p{Lu}\p{Ll}{2,20}){1,6}")
_LONGEST = 4
"""Letters of such initials at most."""


def office_initials(text: str) -> frozenset[str]:
    """Return the initials of the offices that a text writes out with capitals: Superintendent of Police ▶ SP."""
    found = set()
    for run in _RUN.finditer(text):
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


def stands_for_office(text: str, written: str, start: int, offices: frozenset[str]) -> bool:
    """Tell whether capitals at an offset are an office, as `the` before them says: the DC."""
    return written in offices and text[max(0, start - 4) : start].lower() == "the "
