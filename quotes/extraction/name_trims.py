"""Words that a capital put in front of a name or behind it, and what the rest of the article says against them."""

from __future__ import annotations

from dataclasses import replace

from quotes.extraction.name_lexicons import (
    common_words,
    days_and_months,
    given_names,
    is_place,
    organization_words,
    particles,
)
from quotes.extraction.name_pieces import Groups, Piece
from quotes.extraction.name_words import Word


def take_off(groups: Groups, words: list[Word]) -> list[Piece]:
    """Take such words off the names of one text, in place; return the pieces that turn out to be headlines."""
    surnames = {keys[-1] for keys in groups if len(keys) > 1 and keys[0] in given_names()}
    headlines = _two_names(groups)
    _part_from_bodies(groups, words)
    _take_off_days(groups, words, surnames)
    for keys in list(groups):
        # Former Oland aide, Vote Oland: the surname is known, and the word in front is no given name
        ordinary = len(keys) > 1 and keys[0] in common_words() and keys[0] not in given_names()
        if not ordinary or keys[-1] not in surnames or len(keys) > 3 or keys[0] in organization_words():
            continue
        if is_place(keys[:2]) or (len(keys) > 2 and keys[-1] in organization_words()):
            # North Carolina Church, Liberty Baptist Church, in an article with an Amos Church
            continue
        if all(p.opens or p.person <= 0 for p in groups[keys]):
            for piece in groups.pop(keys):
                piece.first += 1
                piece.start, piece.keys = words[piece.first].start, keys[1:]
                groups.setdefault(piece.keys, []).append(piece)
    return headlines


def _two_names(groups: Groups) -> list[Piece]:
    """Poll: Petra Oland Beats Amos Quill. A line too short to be seen as a headline; two names are in it."""
    found = []
    for keys in [k for k in groups if len(k) > 4 and k[-1] not in organization_words() and k[1] not in particles()]:
        ends = (keys[:2], keys[-2:])
        if all(end[0] in given_names() for end in ends) and any(end in groups for end in ends):
            found.extend(groups.pop(keys))
    return found


def _part_from_bodies(groups: Groups, words: list[Word]) -> None:
    """Part a body from whom the text names in full elsewhere, too: director of the New Harbour Party Tamsa Oland."""
    for keys in [k for k in groups if len(k) > 3]:
        cut = next((n for n in (2, 3) if keys[-n:] in groups and len(keys) > n + 1), 0)
        if not cut or keys[-cut - 1] not in organization_words():
            continue
        rest = keys[-cut:]
        if is_place(rest) or any(key in organization_words() for key in rest):
            continue
        for piece in groups.pop(keys):
            first = piece.last - cut + 1
            name = replace(piece, first=first, start=words[first].start, keys=rest, title_start=None, opens=False)
            # what stands before the body speaks of the body: the New Harbour Party | Tamsa Oland
            name.person, name.body, name.place, name.joined_body = max(0, piece.person), 0, 0, False
            groups[rest].append(name)
            piece.last, piece.keys, piece.person = first - 1, keys[:-cut], 0
            piece.end = words[piece.last].end
            groups.setdefault(piece.keys, []).append(piece)


def _take_off_days(groups: Groups, words: list[Word], surnames: set[str]) -> None:
    """Oland Sunday said: Sunday is a given name, too; but a name that the text has without it ends before it."""
    for keys in [k for k in groups if len(k) > 1 and k[-1] in days_and_months()]:
        rest = keys[:-1]
        if rest in groups or (len(rest) == 1 and rest[0] in surnames):
            for piece in groups.pop(keys):
                piece.last -= 1
                piece.end, piece.keys = words[piece.last].end, rest
                groups.setdefault(rest, []).append(piece)
