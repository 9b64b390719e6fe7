"""Who shares a surname with somebody of another office: President Oland … Senator Petra Oland are two."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.extraction.name_people import Person
from quotes.extraction.name_pieces import Piece

_SEATS = {
    "president": "president",
    "premier": "premier",
    "chancellor": "chancellor",
    "king": "king",
    "queen": "queen",
    "pope": "pope",
    "governor": "governor",
    "gov": "governor",
    "mayor": "mayor",
    "senator": "senator",
    "sen": "senator",
    "congressman": "representative",
    "congresswoman": "representative",
    "representative": "representative",
    "rep": "representative",
    "judge": "judge",
}
"""Offices of which nobody has two at once, by how they are written."""
_NOT_NOW = frozenset("vice deputy former ex then late acting candidate nominee elect".split())


def seat_of(text: str, piece: Piece) -> str | None:
    """Return the office right before a name, if it is one that rules out the others and is held now."""
    if piece.title_start is None:
        return None
    words = text[piece.title_start : piece.start].lower().replace(".", " ").replace("-", " ").split()
    return _SEATS.get(words[-1]) if words and _NOT_NOW.isdisjoint(words) else None


def bearers_apart(text: str, pieces: Iterable[Piece], people: Iterable[Person]) -> dict[str, Person]:
    """Return by surname who is somebody else than the one whom an office alone introduces before: President Oland.

    The full name must come later and with an office of its own: Senator Petra Oland. Whoever is called by the surname
    alone is then the one introduced first.
    """
    introduced: dict[str, tuple[int, str]] = {}
    for piece in pieces:
        seat = seat_of(text, piece) if len(piece.keys) == 1 else None
        if seat is not None:
            introduced.setdefault(piece.keys[0], (piece.start, seat))
    apart: dict[str, Person] = {}
    for person in people if introduced else ():
        full = [piece for piece in person.pieces if len(piece.keys) > 1]
        first = min(full, key=lambda piece: piece.start, default=None)
        if first is None or first.keys[-1] not in introduced:
            continue
        start, seat = introduced[first.keys[-1]]
        if start < first.start and seat_of(text, first) not in (None, seat):
            apart[first.keys[-1]] = person
    return apart


def has_seat(text: str, piece: Piece, person: Person) -> bool:
    """Tell whether a surname stands with the office that a person's full name stands with: Senator Oland."""
    seat = seat_of(text, piece)
    return seat is not None and any(seat_of(text, full) == seat for full in person.pieces)
