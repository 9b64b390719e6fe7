"""What stands around a name and tells a person, a place or a body: verbs of saying, appositions, nouns beside it."""

from __future__ import annotations

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.name_lexicons import (
    body_nouns,
    common_words,
    demonyms,
    family_first_names,
    fold,
    given_names,
    never_names,
    titles,
)
from quotes.extraction.name_pieces import Piece
from quotes.extraction.name_words import Word, gap
from quotes.extraction.nouns import noun_class
from quotes.types import Gender

_PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "across", "throughout", "outside", "inside", "around", "into"))
_SEATED = frozenset(
    """mayor mayors mayoress reeve governor provost prefect emir bishop archbishop town city village hamlet suburb port
    island county parish province district municipality outskirts streets residents""".split()
)
"""Nouns behind whose `of` a place stands."""
_LEADING_TO_SOURCE = frozenset((("according", "to"), ("reported", "by"), ("quoted", "by"), ("published", "by")))
_BEFORE_VERB = frozenset(("then", "also", "later", "again", "once", "further", "even", "has", "had"))
"""What may stand between who speaks and the word for speaking."""
_PLURAL = frozenset(("have", "are", "were"))
_NOT_BEFORE_PLURAL = frozenset(
    "and or nor did does do will would can could should must may might shall let make made help to by with for from "
    "like of as than if in on at".split()
)
_JOINING = frozenset(("and", "but", "that", "as", "when", "while"))
_OF_BODIES = frozenset(("would", "will", "has", "had", "plans", "planned", "expects", "expected", "intends", "hopes"))
"""What follows `said it` where `it` is who says so: said it would close the yard."""
_PERSONS: dict[str, Gender] = {"man": "male", "woman": "female", "boy": "male", "girl": "female", "lady": "female"}
_ENDS_NOUN_PHRASE = frozenset(
    ("of", "in", "at", "for", "with", "on", "from", "by", "to", "that", "which", "who", "whose", "and", "based", "said")
)


def weigh(text: str, words: list[Word], piece: Piece) -> None:
    """Count what stands around a piece for a person, a place or a body."""
    first, last, keys = piece.first, piece.last, piece.keys
    piece.person += 4 * piece.honorific + 3 * piece.titled
    piece.subject = not words[last].possessive and not _is_secondary(text, words, piece)
    if first > 0 and words[first - 1].key in body_nouns("kin") and gap(text, words, first - 1) in (" ", ", "):
        # his wife, Sophie
        piece.person += 3
        piece.kin_of = _relative(text, words, first - 2)
        kin = titles().get(words[first - 1].key)
        if kin is not None and not words[first - 1].possessive:
            piece.gender = piece.gender or kin.gender
    if first > 1 and len(keys) == 1 and _is_introduced(text, words, first):
        piece.person += 4
    before = _neighbour(text, words, first - 1, first - 1)
    if before is not None and piece.title_start is None:
        key = before.key
        if key == "the":
            piece.person -= 3
            # told The Advocate: a capital in the middle of a sentence belongs to the name
            piece.body += 4 if before.text == "The" and not before.opens else 1
        elif before.text == "An" and not before.opens:
            # told An Bord Farrowa: Irish for the board
            piece.person -= 3
            piece.body += 4
        elif _governs_body(text, words, first):
            piece.body += 4
        elif key == "of" and _governs_place(text, words, first):
            piece.place += 4
            piece.person -= 4
        elif key in _PLACE_PREPOSITIONS:
            piece.place += 2
            piece.person -= 1
        elif (key in reporting_verb_forms() and not before.capital) or _is_source(words, first):
            piece.person += 2
            piece.body += 1
            piece.says += 1
        elif _names_body(text, key, piece):
            piece.body += 4
    if _is_seat_of(text, words, piece):
        piece.place += 2
    _weigh_following(text, words, piece)
    if _is_label(text, words, piece):
        piece.person += 6
    if not words[last].possessive:
        after = text[piece.end : piece.end + 60]
        if after.startswith((", ", " (")):
            _weigh_apposition(after, piece)
    if len(keys) > 1 and keys[0] in given_names():
        piece.person += 3
    elif len(keys) > 1 and keys[0] in family_first_names():
        piece.person += 2


def _is_introduced(text: str, words: list[Word], first: int) -> bool:
    """Tell whether one of several people gets a name behind a comma: another resident, Marsh, said; one man, Quill."""
    noun, one = words[first - 1], words[first - 2]
    if one.key not in ("one", "another") or noun.capital or gap(text, words, first - 1) != ", ":
        return False
    return not words[first].possessive and noun_class(noun.key) == "person"


def _names_body(text: str, noun: str, piece: Piece) -> bool:
    """Tell whether the noun right before a name says that it is a body: the website Rentwell, market analysts Orvum."""
    several = noun in body_nouns("before-several") and not text.startswith((" and ", ", ", " of "), piece.end)
    return several or noun in body_nouns("before")


def _governs_body(text: str, words: list[Word], first: int) -> bool:
    """Tell whether what stands before a name governs a body: an economist at Tarrow; the takeover of Tarrow."""
    if first < 2 or words[first - 2].capital or gap(text, words, first - 2) != " ":
        return False
    noun, preposition = words[first - 2].key, words[first - 1].key
    if preposition == "at":
        return noun in titles()
    return preposition in ("of", "in") and noun in body_nouns("before-of")


def _governs_place(text: str, words: list[Word], first: int) -> bool:
    """Tell whether what stands before `of` says that a place follows: the mayor of Tern Falls, the village of Orvum."""
    return (
        first > 1
        and words[first - 2].key in _SEATED
        and not words[first - 2].capital
        and gap(text, words, first - 2) == " "
    )


_WHERE_FROM = frozenset(("from", "in", "near", "at"))


def _is_seat_of(text: str, words: list[Word], piece: Piece) -> bool:
    """Tell whether a word says in what a place before it lies: in Lower Quill, Tern, the mayor said.

    But not one of several: she believes in Amos Quill, Oland, and Vale.
    """
    at = piece.first - 1
    if at < 1 or len(piece.keys) > 1 or gap(text, words, at) != ", ":
        return False
    after = text[piece.end : piece.end + 6]
    if not after.startswith((". ", ", ")) or (after[0] == "," and not after[2:3].islower()):
        return False
    if after.startswith((", and ", ", or ")):
        return False
    while at > 0 and words[at].capital and piece.first - at <= _LONGEST_PLACE:
        at -= 1
    return at < piece.first - 1 and words[at].key in _PLACE_PREPOSITIONS and gap(text, words, at) == " "


_LONGEST_PLACE = 3
"""Words of the place before the one that it lies in."""


def _is_source(words: list[Word], first: int) -> bool:
    """Tell whether what stands before a name says that it tells something: reported by Oland, according to Tarrow."""
    return first > 1 and (words[first - 2].key, words[first - 1].key) in _LEADING_TO_SOURCE


def _relative(text: str, words: list[Word], owner: int) -> tuple[str, ...]:
    """Return the words, last one first, of the name whose `'s` stands before a relative: Petra Anna’s late father."""
    if owner > 0 and not words[owner].possessive and not words[owner].capital:
        owner -= 1
    if owner < 0 or not (words[owner].possessive and words[owner].capital):
        return ()
    found = [words[owner].key]
    for i in range(owner - 1, max(-1, owner - 4), -1):
        if not words[i].capital or gap(text, words, i) != " ":
            break
        found.append(words[i].key)
    return tuple(found)


def _is_secondary(text: str, words: list[Word], piece: Piece) -> bool:
    """Tell whether a mention is governed by what stands before it: mother of Sean Oland; her husband, Bill Oland."""
    first = piece.first
    while first > 0 and piece.title_start is not None and words[first - 1].start >= piece.title_start:
        first -= 1
    if first == 0 or words[first].opens:
        return False
    before = words[first - 1]
    if before.key in body_nouns("kin"):
        # Sean Oland's mother, Petra Oland, said …: she is the subject; in `her husband, Sean Oland` she stays it
        return not (first > 1 and words[first - 2].possessive)
    return gap(text, words, first - 1) in (" ", "\u00a0") and before.key not in _JOINING


def _is_label(text: str, words: list[Word], piece: Piece) -> bool:
    """Tell whether a name in capitals opens a line of a transcript: OLAND: No."""
    end = piece.end
    if text[end : end + 2] == " (":
        # SEN. PETRA OLAND (I-ME): …; TERN (voice-over): …
        close = text.find(")", end, end + 20)
        end = close + 1 if close > 0 else end
    if text[end : end + 1] == "]":
        end += 1
    if text[end : end + 1] != ":":
        return False
    start = piece.start if piece.title_start is None else piece.title_start
    opens_line = start == 0 or text[start - 1] in "\n\r["
    named = words[piece.first : piece.last + 1]
    # within a line only a longer word: US: and EU: head lists
    opens = opens_line or (piece.opens and piece.end - piece.start >= 4)
    shouted = all(word.text.isupper() and len(word.text) > 1 for word in named)
    return opens and shouted and not all(key in common_words() and key not in given_names() for key in piece.keys)


def _weigh_following(text: str, words: list[Word], piece: Piece) -> None:
    """Count what the word right after a name tells: a verb of saying, `who`, `magazine`, `administration`."""
    following = _neighbour(text, words, piece.last + 1, piece.last)
    if following is None or following.capital:
        return
    key = following.key
    said = piece.last + 1
    if key in _BEFORE_VERB or (key.endswith("ly") and key[:-2] in common_words()):
        # Oland then asked, Oland quickly added
        verb = _neighbour(text, words, said + 1, said)
        if verb is not None and verb.key in reporting_verb_forms() and not words[piece.last].possessive:
            key, said = verb.key, said + 1
    if words[piece.last].possessive:
        piece.body += key in body_nouns("after-role")
        if key in body_nouns("of-person-possessive"):
            piece.body_after = following.end
    elif key in body_nouns("of-person"):
        piece.body_after = following.end
    elif key in reporting_verb_forms():
        piece.person += 2
        piece.body += 1
        piece.says += 1
        _weigh_said(text, words, piece, said)
    elif key in _PLURAL and len(piece.keys) == 1 and _is_subject_of_plural(text, words, piece):
        piece.body += 4
    elif key == "who" and piece.first and words[piece.first - 1].key in _WHERE_FROM and len(piece.keys) == 1:
        # a baker from Tern who sang
        piece.place += 2
    elif key in ("who", "himself", "herself"):
        piece.person += 3
    elif key in body_nouns("after") and piece.keys[0] in demonyms() and _names_follow(text, words, said):
        # the Norwegian newspaper Tarrow: what follows is the name
        return
    elif key in body_nouns("after"):
        piece.body += 4
        piece.noun_after = following.end
    elif key in body_nouns("after-role"):
        piece.body += 4


def _names_follow(text: str, words: list[Word], noun: int) -> bool:
    """Tell whether a name comes right behind a noun for a body: neither a day nor somebody's title."""
    name = _neighbour(text, words, noun + 1, noun)
    return name is not None and name.capital and name.key not in titles() and name.key not in never_names()


def _is_subject_of_plural(text: str, words: list[Word], piece: Piece) -> bool:
    """Tell whether one name is the subject of a plural: Tarrow have signed him; not Quill and Oland have."""
    name = piece.keys[0]
    if name in common_words() or name in titles() or name.endswith("s"):
        # Women have; the Olands have
        return False
    if piece.first == 0 or words[piece.first].opens:
        return True
    before = words[piece.first - 1]
    return not before.capital and before.key not in _NOT_BEFORE_PLURAL and gap(text, words, piece.first - 1) == " "


def _weigh_said(text: str, words: list[Word], piece: Piece, verb: int) -> None:
    """Count what the first words of what is said tell of who says so: said it would, said its; said she, said his.

    `verb` is the index of the word for saying.
    """
    said = [word.key for word in words[verb + 1 : verb + 4]]
    if said[:1] == ["that"]:
        del said[0]
    if said[:1] == ["its"] or (said[:1] == ["it"] and said[1:2] and said[1] in _OF_BODIES):
        piece.body += 4
    elif said and said[0] in ("he", "she", "his", "her"):
        piece.person += 2
        plain = gap(text, words, verb) == " "  # and no quotation mark
        if said[0] in ("he", "she") and plain:
            piece.said_by = "male" if said[0] == "he" else "female"


def _weigh_apposition(after: str, piece: Piece) -> None:
    body = after[2:]
    if body[:2].isdigit() and body[2:3] in (",", ".", ")"):
        piece.person += 4
    elif body.startswith("who "):
        piece.person += 3
    elif body.startswith("which "):
        does = body[6:].split(" ", 1)[0]
        piece.body += 4 if does in body_nouns("which-does") or does in reporting_verb_forms() else 2
    elif body.startswith(("a ", "an ", "the ")):
        head = _head_noun(body)
        if head in titles():
            piece.person += 2
            piece.gender = piece.gender or titles()[head].gender
        elif head in _PERSONS:
            piece.person += 2
            piece.gender = piece.gender or _PERSONS[head]
        elif head in body_nouns("before"):
            piece.body += 4
    elif body.startswith(("R-", "D-", "R–", "D–")):
        piece.person += 4


def _head_noun(phrase: str) -> str:
    """Return the noun that an apposition is about: lecturer in `a senior lecturer in law at the college`."""
    head = ""
    for word in phrase.split()[1:]:
        bare = word.rstrip(",.;:)")
        if bare in _ENDS_NOUN_PHRASE:
            break
        head = bare
        if bare != word:
            break
    return fold(head)


def _neighbour(text: str, words: list[Word], index: int, left: int) -> Word | None:
    """Return the word at `index` if only a space is between it and the piece; `left` is the left one of the two."""
    if index < 0 or index >= len(words) or left < 0 or gap(text, words, left) not in (" ", "\u00a0"):
        return None
    return words[index]
