"""Full names that an article writes where no person stands: in headlines, and in the names of bodies and works."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotes.extraction.name_gender import named_gender
from quotes.extraction.name_lexicons import common_words, given_names
from quotes.extraction.name_pieces import Groups, Piece, can_be_given
from quotes.extraction.name_words import Word
from quotes.types import Span


def add_from_headlines(full: Groups, headlines: Sequence[Piece], words: list[Word], alone: Mapping[str, int]) -> None:
    """Take a full name from a headline if the body uses its surname alone and no full name that has it."""
    known = {word for keys in full for word in (keys[0], keys[-1])}
    for piece in headlines:
        for index in range(piece.first, piece.last):
            given, surname = words[index], words[index + 1]
            if alone.get(surname.key, 0) > 0 and surname.key not in known and can_be_given(given):
                # the mention itself is found with those of all headlines
                full.setdefault((given.key, surname.key), [])


def add_from_bodies(full: Groups, pieces: Sequence[Piece]) -> dict[tuple[str, ...], Span]:
    """Take a full name that stands only in the name of a body: Petra Oland’s campaign … Oland left.

    One whose surname others have, too, only if they are of the other gender, and the text has a Mrs or Mr of hers or
    his: Petra Oland’s campaign … Mrs. Oland said … her husband, Amos Oland.
    Return where the names stand.
    """
    known = {keys[-1] for keys in full}
    styled = {(p.keys[0], p.gender) for p in pieces if p.honorific and p.gender is not None and len(p.keys) == 1}
    for surname, gender in styled:
        bearers = {named_gender((keys,), full[keys]) for keys in full if keys[-1] == surname}
        if bearers and bearers.isdisjoint({gender, None}):
            known.discard(surname)
    found = {}
    for piece in pieces:
        keys = piece.keys
        if piece.body_after is not None and len(keys) > 1 and keys[0] in given_names() and keys[-1] not in known:
            full.setdefault(keys, [])
            found[keys] = Span(piece.start, piece.end)
    return found


def add_from_longer(
    full: Groups, groups: Groups, words: list[Word], alone: Mapping[str, int]
) -> dict[tuple[str, ...], Span]:
    """Take a full name that stands only in a longer one: on The Petra Oland Show … Oland asked.

    Return where the names stand.
    """
    known = {word for keys in full for word in keys}
    found = {}
    for keys, pieces in groups.items():
        if len(keys) < 3 or keys in full or keys[0] not in given_names() or keys[1] in known:
            continue
        if alone.get(keys[1], 0) > 0 and keys[1] not in common_words():
            full[keys[:2]] = []
            first = pieces[0].first
            found[keys[:2]] = Span(words[first].start, words[first + 1].end)
    return found
