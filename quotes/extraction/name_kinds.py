"""Person, body or place: decided for a name by all the evidence that the whole article holds."""

from __future__ import annotations

import re

from quotes.extraction.entities import EntityKind
from quotes.extraction.name_lexicons import (
    common_words,
    days_and_months,
    demonyms,
    family_first_names,
    given_names,
    is_known_organization,
    is_place,
    known_organization_keys,
    never_names,
    organization_words,
    particles,
    place_words,
    place_words_in_names,
    surnames,
    thing_word,
    titles,
)
from quotes.extraction.name_people import core
from quotes.extraction.name_pieces import Piece

Keys = tuple[str, ...]
_COMPASS = frozenset(("north", "south", "east", "west"))
_ONE_OF_THEM = frozenset(("republican", "democrat", "democratic", "tory"))
"""“It rained,” the Ohio Republican said: one of them, in the singular; U.S. Democratic leaders."""
_PARTS = frozenset(("upper", "lower", "midtown", "downtown", "inner", "greater", "old", "southeast", "northeast"))
_BEFORE_PLACE = frozenset(
    ("lake", "mount", "fort", "mt", "cape", "port", "casa", "villa", "palazzo", "plaza", "calle", "rua", "praia")
)
_ADDRESSES = (".com", ".net", ".org", ".co.uk")
_NUMBERED = re.compile(r"[a-z]{1,3}[0-9]{3,5}")
"""A number of a flight, a train or a road behind its letters."""
_ABSTRACT = ("ation", "ations", "ution", "ition", "ology", "ologies", "ivity", "ility")
"""Ends of words that no surname has: Simple Syndication."""
_DATELINE = re.compile(r"(?:, [A-Z][A-Za-z. ]{1,24})?,?(?: \([A-Z][A-Za-z]{1,12}\))? ?(?:—|–|--| - )")
_OWNER = re.compile(r"\w+['’]s ")
_VOWEL = re.compile(r"[AEIOU]")
_FEW_INITIALS, _MOST_INITIALS = 3, 5
"""Initials written together: KP Quorvan; more only where they make no word and Quorvan is alone later: PVRT Quorvan."""
_HUMPS = re.compile(r"([A-Z][a-z]{2,})[A-Z][A-Za-z]+")
_FINITE = re.compile(r"\s(?:is|was|has|had|who|did|does|would)\s")
_IN_BRANDS = frozenset(("sun", "sky", "tech", "metro", "cloud"))
_PRONOUN = re.compile(r"\b(?:(he|his|him|she|her|himself|herself)|(?:it|its|itself))\b")


def kind_of_full(text: str, keys: Keys, pieces: list[Piece], later_alone: bool) -> EntityKind:
    """Return the kind of a name of two words or more.

    `later_alone`: its last or first word stands alone elsewhere in the article where a person would (Hong said).
    """
    written = text[pieces[0].start : pieces[0].end]
    numbered = core(keys)
    if len(numbered) < len(keys) and numbered[-1] in place_words():
        # World War II
        return "other"
    known = is_known_organization(written) or keys in known_organization_keys()
    if known or any(p.joined_body for p in pieces) or written.endswith(_ADDRESSES):
        return "organization"
    if is_numbered(keys):
        # Harbourair TN8501, whose radar …: a flight, and nobody who is meant by he
        return "other"
    person = sum(p.person for p in pieces) + 2 * later_alone
    body = sum(p.body for p in pieces)
    # a verb of saying stands beside people and bodies alike: what is left without it tells
    says = sum(p.says for p in pieces)
    only_body, only_person = body - says, person - 2 * says
    honorific = any(p.honorific for p in pieces)
    if len(numbered) == 1 < len(keys) and keys[1] in ("jr", "sr") and not is_known_organization(written.split()[0]):
        # PQO Jr.
        return "person"
    # Queen’s University Tern: who a body is named after is no given name
    given = keys[0] in given_names() and _OWNER.match(written) is None
    initial = len(keys[0]) <= 3 and written[1:2] == "."
    if is_place(keys) and not honorific:
        return "place"
    if not given and not honorific and not _is_label(text, pieces) and _is_shouted(text, keys, pieces):
        # FIREWORKS FLY: a heading's ordinary words
        return "other"
    if keys[-1] in demonyms() and is_place(keys[:-1]):
        # Texas GOP, New York Republicans; but a North Korean, and the Ohio Republican, is nobody in particular
        return "other" if keys[0] in _COMPASS or keys[-1] in _ONE_OF_THEM else "organization"
    if keys[-1] in days_and_months() and not given and not honorific:
        # Remembrance Sunday
        return "other"
    if keys[1] == "of" and max((p.person for p in pieces), default=0) >= 6:
        # Duchess of Marwick
        return "person"
    if keys[0] in _BEFORE_PLACE and not given and not honorific and only_person < 4:
        return "place"
    # Amos Church and Jude Law are people; Faith Church and Virginia Law are not
    surely_given = given and not is_place(keys[:1]) and keys[0] not in common_words() and len(keys) <= 3
    with_initial = len(keys) > 2 and len(keys[1]) == 1  # Amos B. Church
    surely_given = surely_given or (given and with_initial)
    # what is left without the given name and verbs of saying: Oland Foundation said, again and again
    beyond = person - 2 * says - 3 * given * len(pieces)
    flags = organization_words().get(keys[-1])
    if flags is not None and not (
        honorific or (surely_given and beyond >= (0 if "name" in flags or with_initial else 3))
    ):
        return "organization"
    if is_place(keys[-1:]) and not honorific and any(key in organization_words() for key in keys[1:-1]):
        # Sky News Australia
        return "organization"
    thing = thing_word(keys)
    # Robert Street is a person; Robert Tarrow Street is a street
    likely = surely_given and beyond >= 0 and (len(keys) == 2 or with_initial)
    # Singer Brynoa Vale, whose given name is in no list
    titled = len(keys) == 2 and beyond >= 3 and any(p.titled for p in pieces)
    likely = (likely or titled) and keys[-1] in place_words_in_names()
    if thing is not None and not (honorific or likely or (given and beyond >= 3)):
        return "place" if thing == "p" else "other"
    if not given and not honorific:
        if any(k in organization_words() for k in keys) and person < 6:
            return "organization"
        if all(k in common_words() or k in demonyms() or k in never_names() for k in keys):
            # Dimension Data calls it …: what speaks is a body
            return "organization" if any(p.body and p.person >= 2 for p in pieces) else "other"
        if keys[0] in common_words() and is_place(keys[1:]) and only_person < 4:
            # Modern Nepal, Upper Harlem; but Working America said
            if keys[0] in _PARTS:
                return "place"
            return "organization" if any(p.body for p in pieces) or keys[-1] == "usa" else "other"
        if (keys[0] in demonyms() or is_place(keys[:1])) and only_person < 3:
            return "organization" if any(p.body for p in pieces) or keys[-1] not in common_words() else "other"
        alone = later_alone and (len(keys[0]) > _FEW_INITIALS or _goes_on_with_person(text, pieces))
        told = only_person >= 3 or alone
        if len(keys) == 2 and told and _are_initials(written.split()[0], keys):
            # spokesman KP Quorvan; KP Quorvan said … she
            return "person"
        if (_is_acronym(written.split()[0]) and not initial) or _is_acronym(written.split()[-1]):
            return "organization" if person < 4 or keys[0] not in family_first_names() else "person"
    if given or initial or honorific:
        if not honorific and only_body >= 8 and only_person <= 3 * len(pieces):
            # the fashion chain Laura Oland, which …: a shop by the name of its founder
            return "organization"
        return "person" if person > 0 or not body else "other"
    if only_body >= 4 and only_body > only_person:
        return "organization"
    many = keys[-1].endswith("s") and keys[-1][:-1] in demonyms()
    if many or (keys[-1] in demonyms() and keys[0] in common_words()):
        # Ottoman Turks, Disconsolate Republican
        return "other"
    known = is_known_organization(written.split()[-1])
    branch = (is_place(keys[-1:]) or known) and keys[-1] not in surnames() and only_person < 3 and not later_alone
    if (branch and (body > 0 or all(key in common_words() for key in keys[:-1]))) or _are_team(keys):
        # Harbour Advisers Portugal, Bookmakers Ladbrokes, the Port Louis Herons
        return "organization"
    place = sum(p.place for p in pieces)
    if place >= 2 and place > 2 * only_person and not later_alone:
        # the market in Tarrow Ferris
        return "place"
    if person >= 2 and person >= body:
        return "organization" if keys[-1].endswith(_ABSTRACT) and only_person <= 0 else "person"
    if person < 0:
        return "organization" if body > 0 else "other"
    if sum(key not in particles() for key in keys) > 4 or keys[-1].endswith(_ABSTRACT):
        return "other"
    return "person" if any(k not in common_words() for k in keys[-1:]) and person >= 0 else "other"


def is_numbered(keys: Keys) -> bool:
    """Tell whether a name ends in the number of a flight or a type: Flight TN8501, Airship A350; but not M23."""
    return _NUMBERED.fullmatch(keys[-1]) is not None


def _are_team(keys: Keys) -> bool:
    """Tell whether a place of two words or more has a plural behind it: Los Angeles Harriers."""
    return len(keys) > 2 and is_place(keys[:-1]) and keys[-1].endswith("s") and keys[-1] not in surnames()


def _is_shouted(text: str, keys: Keys, pieces: list[Piece]) -> bool:
    """Tell whether a name stands in capitals alone and holds an ordinary word: U.N. PANEL RULES."""
    if not any(key in common_words() and len(key) > 2 for key in keys) or keys[-1] in organization_words():
        return False
    return all(text[p.start : p.end].isupper() for p in pieces)


def _is_label(text: str, pieces: list[Piece]) -> bool:
    return any(text[p.end : p.end + 1] == ":" for p in pieces)


def is_person_like(keys: Keys) -> bool:
    """Tell whether words before `administration` or `campaign` can be a person's name: Bush yes, Labour no."""
    return not (
        is_place(keys)
        or keys[0] in demonyms()
        or keys[-1] in organization_words()
        or all(k in common_words() and k not in given_names() for k in keys)
    )


def kind_of_single(text: str, keys: Keys, pieces: list[Piece]) -> EntityKind | None:
    """Return the kind of a name of one word that is no part of a full name; None if it is no name at all."""
    key = keys[0]
    written = text[pieces[0].start : pieces[0].end]
    if any(p.honorific for p in pieces):
        return "person"
    if key in titles() and titles()[key].regnal and _is_office(text, pieces):
        # the King said, and Pope urges calm above it; but a band or a town by that name is seldom named so
        return None
    if written.endswith(_ADDRESSES):
        return "organization"
    if is_numbered(keys) or key in never_names() or (key in demonyms() and not _is_party_that_speaks(written, pieces)):
        return None
    if is_known_organization(written) or is_known_organization(text[pieces[0].start : pieces[0].end + 2]):
        # the second: McDonald's
        return "organization"
    if is_place(keys):
        return "place"
    if max(p.person for p in pieces) >= 6:
        return "person"
    if _is_brand(written):
        return "organization"
    if written.isupper() and all(_is_dateline(text, p) for p in pieces):
        return "place"
    if _is_acronym(written):
        return "organization" if key not in common_words() else None
    if key in organization_words():
        return "organization" if not all(p.opens for p in pieces) and sum(p.body for p in pieces) > 0 else None
    inside = [p for p in pieces if not p.opens]
    body = sum(p.body for p in pieces)
    # a verb of saying stands beside people and bodies alike: what is left without it tells
    says = sum(p.says for p in pieces)
    only_body, only_person = body - says, sum(p.person for p in pieces) - 2 * says
    told = only_body >= 4 and only_body > only_person and key not in common_words()
    if inside and (told or (body >= 4 and body > sum(p.person for p in pieces))):
        return "organization"
    if key in common_words() and (not inside or key not in given_names()):
        return None
    person = sum(p.person for p in pieces)
    place = sum(p.place for p in pieces)
    if key in given_names() and person > 0:
        return "person"
    if person >= 2 and person > place:
        only_says = person <= 2 * sum(p.says for p in pieces)
        likely = not only_says or key in surnames() or _goes_on_with_person(text, pieces)
        return "person" if likely else "organization"
    if place >= 2:
        return "place"
    if inside and key in given_names() and person >= 0 and not body and not place and key.isalpha():
        # with his sister Sandra; told Sandra
        return "person"
    if not inside and key in given_names() and len(key) > 3 and not body and not place and _is_or_has(text, pieces):
        # Maureen is 74
        return "person"
    return "other" if inside else None


def _is_office(text: str, pieces: list[Piece]) -> bool:
    """Tell whether a title without a name mostly has `the` before it, where its sentence does not begin with it."""
    inside = [_behind_the(text, piece) for piece in pieces if not piece.opens or _behind_the(text, piece)]
    return 2 * sum(inside) > len(inside)


def _is_or_has(text: str, pieces: list[Piece]) -> bool:
    return any(_FINITE.match(text, piece.end) for piece in pieces)


def _behind_the(text: str, piece: Piece) -> bool:
    return text[max(0, piece.start - 4) : piece.start].casefold() == "the "


def _goes_on_with_person(text: str, pieces: list[Piece]) -> bool:
    """Tell whether he or she, rather than it, follows a name: Rentwell said it … but Zarina said she …"""
    score = 0
    for piece in pieces:
        for match in _PRONOUN.finditer(text, piece.end, piece.end + 160):
            score += 1 if match.group(1) else -1
    return score > 0


def _are_initials(written: str, keys: Keys) -> bool:
    """Tell whether the first of two words can be initials without full stops before a surname."""
    if not (written.isupper() and written.isalpha()) or is_known_organization(written):
        return False
    if not 2 <= len(written) <= (_FEW_INITIALS if _VOWEL.search(written) else _MOST_INITIALS):
        return False
    return not (
        is_place(keys[:1]) or keys[1] in common_words() or is_place(keys[1:]) or keys[1] in organization_words()
    )


def _is_dateline(text: str, piece: Piece) -> bool:
    """Tell whether a line begins with where it was written: NYALO, Kiremba — Voters …"""
    opens = piece.start == 0 or text[piece.start - 1] == "\n"
    return opens and _DATELINE.match(text, piece.end, piece.end + 60) is not None


def _is_party_that_speaks(written: str, pieces: list[Piece]) -> bool:
    """Tell whether a party by a word that mostly says whose somebody is speaks: Labour has claimed; not Democrats."""
    return not written.endswith("s") and is_known_organization(written) and any(piece.says for piece in pieces)


def _is_brand(written: str) -> bool:
    """Tell whether a word is an ordinary word and another capital: SunSaver, TechLines; but RoseMarie."""
    humps = _HUMPS.fullmatch(written)
    first = humps[1].lower() if humps is not None else ""
    if first in _IN_BRANDS:
        return True
    return first in common_words() and first not in given_names()


def _is_acronym(written: str) -> bool:
    letters = written.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()
