"""Runs of capitalised words ▶ pieces: one name each, its title apart."""

from __future__ import annotations

import re
from itertools import pairwise

from quotes.extraction.name_evidence import weigh
from quotes.extraction.name_lexicons import (
    TitleWord,
    common_words,
    days_and_months,
    demonyms,
    family_first_names,
    function_words,
    given_names,
    is_known_organization,
    is_place,
    is_word_or_name,
    known_organization_keys,
    never_names,
    organization_words,
    particles,
    place_words,
    places,
    suffixes,
    title_modifiers,
    titles,
)
from quotes.extraction.name_patterns import Run
from quotes.extraction.name_pieces import Piece
from quotes.extraction.name_titles import (
    ONE_OF_PARTY,
    after_portfolio,
    body_end,
    field_end,
    is_only_title,
    owner_of_title,
    portfolio_before,
    seat_end,
    title_end,
    title_of_two,
    title_start_before,
)
from quotes.extraction.name_words import Word, gap, is_ampersand

_PLAIN = TitleWord()
_LIST_JOINTS = frozenset((" and ", ", ", ", and ", " & "))
_PARTY_AND_STATE = re.compile(r"[RDI]-[A-Z]")
_APPOSED = frozenset(("a", "an", "the", "who", "whose", "one"))
_FINITE = frozenset(("said", "says", "told", "tells", "was", "is", "has", "had", "wrote", "writes", "added", "who"))
"""Forms that no verb has behind `will Oland` and `may Oland`."""
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_FEASTS = frozenset(("christmas", "year", "years", "xmas", "day", "easter", "passover", "diwali", "eid"))
_ADJECTIVE_ENDS = ("ous", "ful", "less")
_ADJECTIVE_OR_NOUN_ENDS = ("ed", "ing", "est", "ish", "tiny")
_CONTRACTED = ("n't", "'re", "'ll", "'ve", "'d", "'m")
"""You’re and Don’t are no names; O’Neill and D’Souza are."""


def cut_pieces(text: str, words: list[Word], runs: list[Run]) -> list[Piece]:
    """Return the names in the runs, in text order, not overlapping."""
    pieces: list[Piece] = []
    for run in runs:
        for piece in _cut(text, words, run):
            weigh(text, words, piece)
            pieces.append(piece)
    _share(text, pieces)
    return pieces


def _share(text: str, pieces: list[Piece]) -> None:
    """Let neighbours in a list share what is written once: Sens. Quill and Oland; Amos and Petra Oland."""
    for piece, following in pairwise(pieces):
        start = following.start if following.title_start is None else following.title_start
        between = text[piece.end : min(start, piece.end + 8)]
        if piece.group and between in _LIST_JOINTS:
            following.person += 4
            following.group = True
        if (
            between == " and "
            and len(piece.keys) == 1
            and len(following.keys) > 1
            and not piece.honorific
            and piece.keys[0] in given_names()
            and following.keys[0] in given_names()
        ):
            piece.shares = following.keys[-1]
            piece.person += 4


def _cut(text: str, words: list[Word], run: Run) -> list[Piece]:
    first, last = run.first, run.last
    if first == last and is_word_or_name(words[first].key) and not words[first].headline:
        # English said, Will said: somebody, if the text has a Petra English, a Jo Will
        return [_office(text, words, first, None)]
    while first <= last and _is_opener(text, words, first, last) and not is_ampersand(text, words, first):
        first += 1
    if first <= last and words[first].key in ("am", "pm") and first > 0 and words[first - 1].text[0].isdigit():
        # at 3 PM Petra Oland spoke
        first += 1
    if first == last and _PARTY_AND_STATE.match(words[first].text):
        return []
    while first <= last and (suffixes().get(words[last].key) is False or _is_date_after(words, first, last)):
        last -= 1
    if first > last:
        return []
    if first == last and (_is_from_somewhere(words, first) or _is_day_before(words, first)):
        return []
    if words[first].headline:
        return [_piece(text, words, first, last, None, run.body_joined)]
    body = first if _is_joined_place(text, words, first, last) else _body_before_name(words, first, last)
    if body is not None:
        found = _split_untitled(text, words, first, body, run.body_joined)
        return [*found, _piece(text, words, body + 1, last, None, False)]
    end = body_end(text, words, first, last)
    if end is not None:
        found = _split_untitled(text, words, first, end, run.body_joined)
        return [*found, _piece(text, words, end + 1, last, None, False)]
    lower_title = portfolio_before(text, words, first, last)
    if lower_title is not None:
        start, name = lower_title
        return _split_untitled(text, words, name, last, run.body_joined, start)
    seat = seat_end(text, words, first, last) or field_end(text, words, first, last)
    if seat is not None:
        start, end = seat
        found = _split_untitled(text, words, first, end, False)
        return found + _split_untitled(text, words, end + 1, last, run.body_joined, start)
    if last - first >= 2 and words[first + 1].key == "of" and titles().get(words[first].key, _PLAIN).regnal:
        style = _piece(text, words, first, last, None, False)
        style.person += 6
        return [style]
    head = title_end(words, first, last)
    if head is not None and is_ampersand(text, words, head):
        # Lord & Tarrow
        head = None
    if head is None:
        if is_only_title(words, first, last):
            return [_office(text, words, last, None)] if first == last else []
        owner = owner_of_title(words, first, last)
        if owner is not None:
            return _split_untitled(text, words, first, owner, run.body_joined)
        return _split_untitled(text, words, first, last, run.body_joined)
    title_start = title_start_before(words, first, head)
    found = []
    if title_start > first:
        found.extend(_split_untitled(text, words, first, title_start - 1, run.body_joined))
    named = _split_untitled(text, words, after_portfolio(words, head + 1, last), last, False, title_start)
    if len(named) == 1 and words[head].key in ONE_OF_PARTY and len(named[0].keys) > 1:
        named[0].person += 3  # Democrat Austin Oland is somebody, and no body of the town Austin
    return found + named


def _body_before_name(words: list[Word], first: int, last: int) -> int | None:
    """Return the last word of a body right before a full name: [Tern Road Residents Association] Amos Quill.

    The body's name ends in a word that may stand for it, the Association; no ordinary word, place or body is a surname.
    """
    end, given, surname = last - 2, words[last - 1].key, words[last].key
    if end <= first or "alone" not in organization_words().get(words[end].key, ()) or words[end].possessive:
        return None
    if given not in given_names() or given in common_words() or is_place((given,)) or is_place((given, surname)):
        return None
    other = surname in organization_words() or surname in place_words() or is_place((surname,))
    return None if other or surname in common_words() else end


def _is_joined_place(text: str, words: list[Word], first: int, last: int) -> bool:
    """Tell whether a slash sets a word apart from the full name behind it: MP for Ternmouth/[Marsh] Petra Oland."""
    if last - first < 2 or text[words[first].start - 1 : words[first].start] != "/" or not first:
        return False
    places = words[first].key not in given_names() and words[first].key not in titles()
    return places and words[first - 1].capital and words[first + 1].key in given_names()


def _is_from_somewhere(words: list[Word], index: int) -> bool:
    """Tell whether a word says no more than where somebody is from: the Dutchwoman, a Galwayman."""
    key = words[index].key
    stem = next((key[: -len(end)] for end in ("woman", "women", "man", "men") if key.endswith(end)), "")
    if len(stem) < 3 or index == 0 or words[index - 1].key not in ("the", "a", "an", "another", "one"):
        return False
    # any compound with `woman`, but no signalman
    return key.endswith(("woman", "women")) or stem in demonyms() or is_place((stem,))


def _is_day_before(words: list[Word], index: int) -> bool:
    """Tell whether Eve is no woman: on Christmas Eve, New Year’s Eve."""
    before = words[index - 1] if index else None
    return words[index].key == "eve" and before is not None and before.capital and before.key in _FEASTS


def _is_date_after(words: list[Word], first: int, last: int) -> bool:
    """Tell whether a run ends in a day or month that is no part of the name: told Oland Friday."""
    return last > first and words[last].key in never_names() and words[last].key not in given_names()


_HYPHENATED_GIVEN = re.compile(r"[A-Z][a-z]+-[a-z]+")


def _is_opener(text: str, words: list[Word], index: int, last: int) -> bool:
    key = words[index].key
    if key.endswith(_CONTRACTED):
        return True
    if key == "the" and index < last and is_known_organization(f"The {words[index + 1].text}"):
        # told The Hill
        return False
    written = words[index].text
    if written.endswith(".") or (written.isupper() and (is_place((key,)) or is_known_organization(written))):
        # A. R. Menon; US and WHO are no small words
        return False
    if index < last and key in family_first_names() and _HYPHENATED_GIVEN.fullmatch(words[index + 1].text):
        # Oh Min-jae is no exclamation
        return False
    if (
        index < last
        and key in given_names()
        and not words[index].opens
        and not words[index + 1].capital
        and words[index + 1].text in particles()
    ):
        # the guide, Said bin Oland
        return False
    if key == "said" and words[index].opens and index + 1 < last and words[index + 1].key in given_names():
        # Said Petra Oland, who was there: “No.” But Said Karim Oland was there
        return last + 1 >= len(words) or words[last + 1].key not in _FINITE or gap(text, words, last) != " "
    if key in _WEEKDAYS and index < last and index and words[index - 1].key in ("on", "by", "until", "since", "last"):
        # on Sunday Oland left
        return True
    if key in function_words():
        # Will Smith and May Chidiac keep their names, in the middle of a sentence or before another name
        given = key in given_names() and index < last
        return not (given and (not words[index].opens or _goes_on_as_name(text, words, last)))
    if key in never_names() and _opens_body(words, index, last):
        # Islamic State, the Sunday Times
        return False
    if key in never_names():
        # April Ryan and Jan Kowalski keep theirs; April 5 and Sunday do not
        return not (key in given_names() and index < last)
    if (
        words[index].opens
        and index < last
        and key.endswith("ly")
        and key in common_words()
        and key not in given_names()
    ):
        # Interestingly Oland left
        return True
    if words[index].opens and index < last and _describes_place(words, index, last):
        return True
    # Critics Trump …: a common word that opens a sentence before a known given name
    return (
        words[index].opens
        and index < last
        and key in common_words()
        and key not in titles()
        and key not in title_modifiers()
        and key not in given_names()
        and words[index + 1].key in given_names()
        and words[index + 1].start == words[index].end + 1
    )


def _opens_body(words: list[Word], index: int, last: int) -> bool:
    """Tell whether a well-known body's name begins at a word, or a body named for a religion or language does."""
    keys = tuple(w.key for w in words[index : min(last + 1, index + 4)])
    if any(keys[:length] in known_organization_keys() for length in range(2, len(keys) + 1)):
        return True
    if words[index].key in days_and_months() or last - index > 4:
        return False
    return any(word.key in organization_words() for word in words[index + 1 : last + 1])


def _goes_on_as_name(text: str, words: list[Word], last: int) -> bool:
    """Tell whether what follows a run takes its first word for a name: Will Oland, the owner; Will Oland was."""
    if last + 1 >= len(words) or words[last].possessive:
        return False
    between = gap(text, words, last)
    following = words[last + 1].key
    if between == ", ":
        return following in _APPOSED or following.isdigit()
    return between == " " and following in _FINITE


def _describes_place(words: list[Word], index: int, last: int) -> bool:
    """Tell whether an adjective opens a sentence before a place: Mountainous Malta said no."""
    key = words[index].key
    adjective = key.endswith(_ADJECTIVE_ENDS) or (key.endswith(_ADJECTIVE_OR_NOUN_ENDS) and key in common_words())
    if not adjective or last - index > 2:
        return False
    keys = tuple(w.key for w in words[index : last + 1])
    return is_place(keys[1:]) and not is_place(keys)


def _split_untitled(
    text: str, words: list[Word], first: int, last: int, joined: bool, title_start: int | None = None
) -> list[Piece]:
    """Return the pieces of a run without a title inside; a place in front of a person's name is set apart."""
    while last >= first and not words[last].capital:
        last -= 1
    if title_start is None:
        while first <= last and _is_opener(text, words, first, last) and not is_ampersand(text, words, first):
            first += 1
    if first > last:
        return []
    if title_start is not None and _is_no_name(words, first, last):
        return [_office(text, words, last, title_start)] if first == last and words[last].key in titles() else []
    if not joined:
        for length in (3, 2, 1):
            split = first + length
            if split >= last + 1 or words[split].key not in given_names() or split == last:
                continue
            keys = tuple(w.key for w in words[first:split])
            known = keys in places() or keys in known_organization_keys()
            if known and words[first].key not in given_names() and words[last].key not in organization_words():
                return [
                    _piece(text, words, first, split - 1, None, False),
                    _piece(text, words, split, last, title_start, False),
                ]
    return [_piece(text, words, first, last, title_start, joined)]


def _office(text: str, words: list[Word], index: int, title_start: int | None) -> Piece:
    """Return the piece of an office or job that stands alone, or after a title."""
    piece = _piece(text, words, index, index, title_start, False)
    piece.office = True
    return piece


def _is_no_name(words: list[Word], first: int, last: int) -> bool:
    """Tell whether what follows a title is none: Mr. President, as Secretary I said."""
    if all(words[i].key in never_names() or words[i].key in function_words() for i in range(first, last + 1)):
        # but Mr. English is somebody
        title = titles().get(words[first - 1].key, _PLAIN)
        return not (first == last and title.gender and words[last].key in demonyms())
    if first < last and words[first].key in title_modifiers() and words[first].key not in given_names():
        # the Lord | Chief Justice
        return all(words[i].key in titles() or words[i].key in title_modifiers() for i in range(first, last + 1))
    return first == last and words[last].key in titles() and not titles()[words[last].key].also_name


def _piece(text: str, words: list[Word], first: int, last: int, title_start: int | None, joined: bool) -> Piece:
    end = words[last].end
    if words[last].key in ("jr", "sr", "jnr", "snr") and text[end : end + 1] == ".":
        end += 1
    piece = Piece(
        first,
        last,
        words[first].start,
        end,
        tuple(w.key for w in words[first : last + 1]),
        joined_body=joined,
        opens=words[first].opens,
        headline=words[first].headline,
    )
    if title_start is not None:
        piece.title_start = words[title_start].start
        for index in range(title_start, first):
            _apply_title(piece, title_of_two(words, title_start, index) or titles().get(words[index].key))
        while title_start > 0 and gap(text, words, title_start - 1) == " " and not words[title_start - 1].capital:
            # former US President
            if words[title_start - 1].key not in title_modifiers():
                break
            title_start -= 1
        piece.title_start = words[title_start].start
    elif not piece.headline:
        _lower_title(text, words, piece)
    return piece


def _apply_title(piece: Piece, title: TitleWord | None) -> None:
    if title is None:
        return
    piece.titled = True
    piece.honorific = piece.honorific or title.honorific
    piece.gender = title.gender or piece.gender
    piece.regnal = piece.regnal or title.regnal
    piece.group = piece.group or title.group


def _lower_title(text: str, words: list[Word], piece: Piece) -> None:
    """Take a title in small letters right before the name: spokesman John Smith, former prime minister Tony Blair."""
    index = piece.first - 1
    if index < 0 or gap(text, words, index) != " " or words[index].capital or words[index].possessive:
        return
    head = titles().get(words[index].key)
    if head is None or head.group:
        if head is not None:
            piece.person += 1
            piece.group = True
        return
    start = index
    while start > 0 and gap(text, words, start - 1) in (" ", "-") and not words[start - 1].capital:
        before = words[start - 1].key
        if before not in titles() and before not in title_modifiers():
            break
        start -= 1
    piece.title_start = words[start].start
    for i in range(start, piece.first):
        _apply_title(piece, titles().get(words[i].key))
    piece.honorific = False
