"""Which words of a phrase name the body that somebody speaks for, and what kind of name stands there."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quotes.extraction.role_lexicon import (
    carries_name_on,
    ends_phrase,
    is_body,
    is_made_adjective,
    is_named_body,
    is_party,
    is_people,
    is_place,
    is_plural_role,
    is_role_noun,
    is_show,
    is_title,
    words_of,
)
from quotes.extraction.word_tokens import Token

NameKind = Literal["body", "place", "people", "party", "person"]

MAX_NAME = 16
"""Words of one organisation's name that are looked at."""
MAX_QUOTED = 9
"""Words of a programme's name in quotation marks."""
_LONGEST_FIELD = 5
"""Words behind `in` inside a body's name, the noun for the body included."""
_SEVERAL = frozenset(["women", "men", "people", "children", "youth"])
_OPENING_MARKS = frozenset("“\"‘'")
_CLOSING_MARKS = frozenset("”\"’'")

_JOINS = words_of("capacity_words.txt", "joins")
_INSIDE = _JOINS | {"the", "a", "an", "in"}
_CIVIL = words_of("capacity_words.txt", "civil")
_LOCAL_BODIES = words_of("capacity_words.txt", "local-bodies")
_EVENTS = words_of("capacity_words.txt", "events")
_AREAS = words_of("capacity_words.txt", "areas")
_DETERMINERS = words_of("capacity_words.txt", "determiners")


_NUMBERED = words_of("capacity_words.txt", "numbered")
_NUMBER_WORDS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What a preposition governs, in indices of tokens (ends exclusive)."""

    start: int
    """After the article."""
    end: int
    name: tuple[int, int] | None
    """The capitalised name in it, with the body noun that may follow (`Ngātiwai tribe`)."""
    kind: NameKind | None
    body: bool
    """Whether its last word is a noun for a body: `the ministry`."""
    definite: bool
    owner: tuple[int, int] | None = None
    """A capitalised possessor in it: `BT` in BT's wireless broadband."""
    described: bool = False
    """Whether a noun for a body stands right before the name: `(the) magazine Modern Barge`."""


class Known:
    """Which tokens are persons or places, as far as the article's names tell."""

    def __init__(
        self,
        persons: frozenset[int] = frozenset(),
        places: frozenset[int] = frozenset(),
        bodies: Sequence[tuple[int, int]] = (),
        campaigns: Mapping[str, tuple[int, int]] | None = None,
        titles: Mapping[str, int] | None = None,
        departments: Mapping[str, tuple[int, int]] | None = None,
        headline: int = 0,
    ) -> None:
        self.persons = persons
        """Indices of tokens inside mentions of persons."""
        self.places = places
        self.bodies = bodies
        """First and last token (exclusive) of each mention of a body, in text order."""
        self.campaigns = campaigns or {}
        """Where the text first names somebody's campaign, by the candidate's name in lower case."""
        self.titles = titles or {}
        """Where each short title (`sen`) first stands in the text."""
        self.departments = departments or {}
        """Where the text first names each department of a government, by its field in lower case."""
        self.headline = headline
        """How many tokens the headline has, if the text begins with one."""

    def bodies_before(self, index: int) -> int:
        """Return the place in `bodies` of the last one that begins before a token; -1 if none does."""
        return bisect_left(self.bodies, (index, 0)) - 1

    def named(self, index: int) -> bool:
        """Whether a token is part of any name that the article's names hold."""
        return index in self.persons or index in self.places or self.body_at(index) is not None

    def body_at(self, index: int) -> tuple[int, int] | None:
        """Return first token and end of the mention of a body that holds a token."""
        place = bisect_left(self.bodies, (index + 1, 0)) - 1
        return self.bodies[place] if place >= 0 and index < self.bodies[place][1] else None

    def kind(self, tokens: Sequence[Token], start: int, end: int) -> NameKind:
        """Say what a capitalised name (tokens `start` to `end`) is; a body unless something speaks against it."""
        words = tokens[start:end]
        name = " ".join(token.text for token in words)
        if is_named_body(name):
            return "body"
        if is_party(name):
            return "party"
        if is_place(name):
            return "place"
        if is_people(name):
            return "people"
        if end - 1 in self.persons and start not in self.persons and any(is_role_noun(token) for token in words[:-1]):
            return "person"  # Senate Majority Leader Jo Hale
        if any(is_title(token) and token.text.endswith(".") for token in words[1:-1]):
            return "person"  # Ohio Sen. Jo Hale
        if any(is_body(token) for token in words):
            return "body"
        if any(index in self.persons for index in range(start, end)) and not all(token.capital for token in words):
            return "person"  # Kentucky and Jo Hale of Ohio
        if words[0].lower in _CIVIL or is_title(words[0]) or all(index in self.persons for index in range(start, end)):
            return "person"
        if (
            len(words) > 1
            and is_role_noun(words[0])
            and words[1].capital
            and not is_plural_role(words[0].lower)
            and not is_role_noun(words[-1])
        ):
            return "person"  # President Roe
        if len(words) > 1 and words[-1].capital and words[-1].lower in _AREAS:
            return "place"
        named = [token for token in words if token.lower not in ("and", "&")]  # England and Wales
        if all(is_place(token.text) or is_people(token.text) or is_party(token.text) for token in named):
            return "people" if is_people(words[-1].text) else "place"
        if all(index in self.places for index in range(start, end)):
            return "place"
        return "body"


def read_noun_phrase(tokens: Sequence[Token], index: int, known: Known, limit: int | None = None) -> NounPhrase | None:
    """Read what stands after a preposition: `the Council on Foreign Relations`, `public policy`, `a firm`.

    None if no noun phrase begins at `index`. Looks at no more than MAX_NAME words and never past `limit`.
    """
    stop = min(len(tokens) if limit is None else limit, index + MAX_NAME)
    start = index
    definite = False
    # a spokesperson for An Bord Farrowa: with a capital in the middle of a sentence `An` is Irish
    irish = start + 1 < stop and tokens[start].text == "An" and tokens[start + 1].capital
    if start < stop and tokens[start].lower in _DETERMINERS and not irish:
        # The Nation, The Daily Planet: a capital article may be part of a name, and is left out all the same
        definite = tokens[start].lower not in ("a", "an")
        start += 1
    end = start + irish
    while end < stop:
        whole = known.body_at(end)
        if whole is not None and whole[0] == end and end + 1 < whole[1] <= stop:
            end = whole[1]  # Straighten the Record, as the article's names have it
            continue
        inside = end > start and (
            carries_name_on(tokens[end - 1], tokens[end]) or _joins(tokens, start, end, stop, known)
        )
        # research firm The Tide Group: the article is the name's own
        titled = (
            tokens[end].text == "The"
            and end > start
            and is_body(tokens[end - 1])
            and end + 1 < stop
            and tokens[end + 1].capital
        )
        # in The Evening Gazette: a capital article opens a name, whatever comes next
        named = end == start > index and tokens[index].text == "The" and end + 1 < stop and tokens[end + 1].capital
        inside = inside or titled or (named and tokens[end].capital)
        gerund = end > start and tokens[end].lower.endswith("ing") and not (end + 1 < stop and tokens[end + 1].word)
        if end > start and tokens[end].lower in _NUMBER_WORDS and not tokens[end - 1].capital:
            break  # for Jo Hale's campaign | four years ago
        inside = inside or gerund or (end > start and is_show(tokens[end - 1], tokens[end]))
        if ends_phrase(tokens[end]) and not inside:
            break
        end += 1
    while end > start and not tokens[end - 1].word:
        end -= 1
    if end == start:
        return None
    name = _name_in(tokens, start, end, known)
    kind = known.kind(tokens, *name) if name else None
    described = (
        name is not None and name[0] > start and is_body(tokens[name[0] - 1]) and not tokens[name[0] - 1].capital
    )
    if described and kind == "person":
        kind = "body"
    possessive = next((i for i in range(start + 1, end) if tokens[i].lower == "'s"), None)
    owner = (start, possessive) if possessive is not None and tokens[start].capital else None
    return NounPhrase(start, end, name, kind, is_body(tokens[end - 1]), definite, owner, described)


def _joins(tokens: Sequence[Token], start: int, index: int, stop: int, known: Known) -> bool:
    """Whether a preposition, `and` or `'s` inside a noun phrase carries it on."""
    token = tokens[index]
    if index + 1 >= stop:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if token.lower in ("the", "a", "an"):  # Museum of the Moving Image, Committee for a Better Budget
        if token.text == "the" and before.capital and after.capital:
            return index - 1 not in known.persons  # Straighten the Record
        return tokens[index - 1].lower in _JOINS and after.capital and index - 2 >= start
    if token.lower == "'s":
        return not ends_phrase(after)
    if token.lower == "in" and before.lower != "church":
        return _in_name(tokens, index, stop)
    if not before.word or (token.lower not in _JOINS and token.lower != "in"):
        return False
    if before.capital:
        if after.lower in ("the", "a", "an") and index + 2 < stop:
            return token.lower not in ("and", "&", "at") and tokens[index + 2].capital
        if not after.capital or ends_phrase(after):
            return False
        if token.lower in ("for", "at") and is_place(" ".join(word.text for word in tokens[start:index])):
            return False  # in Leeds at Tide Bank
        if token.lower in ("on", "at") and index - 1 in known.persons and known.body_at(index - 1) is None:
            return False  # an aide to Jo Hale on harbours
        if token.lower in ("and", "&") and index + 1 in known.persons and index - 1 not in known.persons:
            return False  # of the Tide Court and Jo Hale
        return token.lower not in ("and", "&") or not _role_follows(tokens, index + 1, stop)
    # lower case: planning and public administration; never on to another role
    return (
        token.lower in ("and", "&")
        and not ends_phrase(after)
        and not after.capital
        and not _role_follows(tokens, index + 1, stop)
    )


def _in_name(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Whether `in` stands inside a body's name: Women in Rowing Trust; but the Board in Leeds."""
    before = tokens[index - 1]
    if not before.capital or not (before.lower.endswith("s") or before.lower in _SEVERAL):
        return False
    for place in range(index + 1, min(stop, index + _LONGEST_FIELD)):
        if not tokens[place].capital or ends_phrase(tokens[place]):
            return False
        if place > index + 1 and is_body(tokens[place]):
            return True
    return False


def _role_follows(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """Whether the words from `index` on make a role themselves: president of Acme and [Labour MP]."""
    end = index
    while end < stop and (not ends_phrase(tokens[end]) or tokens[end].lower == "'s"):
        end += 1
    last = tokens[end - 1]
    return end > index and is_role_noun(last) and not (last.capital and is_plural_role(last.lower))


def _name_in(tokens: Sequence[Token], start: int, end: int, known: Known) -> tuple[int, int] | None:
    """Find the name in a noun phrase: `America Rising` in (the) conservative super PAC America Rising."""
    first = next((i for i in range(start, end) if tokens[i].capital and not is_made_adjective(tokens[i])), None)
    if first is None:
        return None
    last = max(i for i in range(first, end) if tokens[i].capital)
    while last > first and is_title(tokens[last]):
        last -= 1  # of the House Rep. Hale
    following = [tokens[i] for i in range(last + 1, end)]
    if following:
        # Ngātiwai tribe, Clinton campaign; but European affairs names no body
        if len(following) == 1 and following[0].text.isdigit() and tokens[last].lower in _NUMBERED:
            return first, end  # Dockers Local 29
        if not is_body(following[-1]):
            named = known.body_at(first)
            return named if named == (first, last + 1) and last > first else None  # the Tide League swept to power
        if tokens[last + 1].lower == "'s" and last + 2 < end and tokens[last + 2].lower == "campaign":
            return (first, last + 3)
        if tokens[last + 1].lower == "'s" and known.kind(tokens, first, last + 1) == "body":
            return (first, last + 1)  # Acme's Leeds office
        last = end - 1
    else:
        # conservative super PAC America Rising; hardware maker U.S. Robotics: after the last lower-case body noun
        for i in range(last, first, -1):
            if tokens[i].lower == "super" and i + 1 == last:
                continue  # the Dene super PAC
            if tokens[i].word and not tokens[i].capital and tokens[i].lower not in _INSIDE:
                first = i + 1
                break
        if first > start and tokens[first - 1].lower == "super" and tokens[first].text == "PAC" and first + 1 <= last:
            first += 1
    if tokens[first].text == "The" and first < last:
        first += 1
    if first > start and _ORDINAL.fullmatch(tokens[first - 1].lower):
        first -= 1  # the 5th Street Gym
    owner = next((i for i in range(last, first, -1) if tokens[i].lower == "'s"), None)
    kind = known.kind(tokens, first, owner) if owner is not None else None
    white_house = (
        kind == "person" and is_named_body(" ".join(token.text for token in tokens[owner + 1 : last + 1]))
        if owner
        else False
    )
    # Port Tide's Rivers University: a town, known or not; but Tide University's Rivers College
    campus = (
        owner is not None
        and last > owner + 1
        and tokens[last].lower in ("university", "college")
        and not any(is_body(token) or is_named_body(token.text) for token in tokens[first:owner])
    )
    if owner is not None and (kind in ("place", "people") or white_house or campus):
        # Singapore’s Nanyang Technological University; Mr. Roe's White House; but Ohio's roads department, which is all
        first = next((i for i in range(owner + 1, last + 1) if tokens[i].capital), first)
    return (first, last + 1)


def body_after(tokens: Sequence[Token], index: int, known: Known) -> tuple[int, int] | None:
    """Return the body behind a preposition or verb at `index`: (Jo Hale) of the Tide Trust; None if none is there."""
    preposition = tokens[index].lower
    body = read_noun_phrase(tokens, index + 1, known)
    if body is None:
        return quoted_body(tokens, index + 1) if preposition in ("of", "from") else None  # Jo Hale of “Night Desk”
    if body.name is None and body.body and body.start > index + 1 and not body.definite:
        return (body.start, body.end) if preposition in ("for", "with") else None  # who works for a nonprofit
    if body.name is None or body.kind != "body" or _is_town(tokens, body.name, body.end):
        return None
    if body.name[1] - body.name[0] == 1 and len(tokens[body.name[0]].text) == 1 and tokens[body.name[0]].text != "X":
        return None  # Jo with middle initial M
    apart = preposition == "of" and index > 0 and not tokens[index - 1].word
    if (preposition == "from" or apart) and not _is_known_body(tokens, body.name, known):
        return None  # Jo Hale, 51, from Tidewick; Jo Hale, of Ropewalk Lane
    last = tokens[body.end - 1]
    if (is_role_noun(last) and not is_body(last)) or last.text == "house":
        return None  # compared Jo Hale with Ohio Democratic Governor Al Dene; met Jo Hale at the Leeds guest house
    if preposition == "at" and any(token.lower in _EVENTS for token in tokens[body.name[0] : body.name[1]]):
        return None  # Jo Hale at the Governors Forum
    return body.name


def _is_known_body(tokens: Sequence[Token], name: tuple[int, int], known: Known) -> bool:
    """Whether the article's names or a word of its own tell a body from a town."""
    if any(is_body(tokens[index]) for index in range(*name)) or tokens[name[0]].text.isupper():
        return True
    return any(known.body_at(index) is not None for index in range(*name))


def _is_town(tokens: Sequence[Token], name: tuple[int, int], end: int) -> bool:
    """Whether a state or country after a comma makes a place of a name without a word for a body: Tidewater, N.J."""
    if end + 1 >= len(tokens) or tokens[end].text != "," or any(is_body(tokens[index]) for index in range(*name)):
        return False
    for after in (end + 2, end + 3):  # Tidewater, N.J. / Tidewater, North Dakota
        follows = tokens[after] if after < len(tokens) else None
        closed = follows is None or not (follows.capital or follows.lower == "'s")  # Tideway, Germany's largest bank
        if closed and is_place(" ".join(token.text for token in tokens[end + 1 : after])):
            return True
    return False


def quoted_body(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Return the name in quotation marks that begin at a token, as programmes and papers have: host of “Night Desk”."""
    if index + 2 >= len(tokens) or tokens[index].text not in _OPENING_MARKS or not tokens[index + 1].capital:
        return None
    for end in range(index + 2, min(len(tokens), index + MAX_QUOTED)):
        if tokens[end].text in _CLOSING_MARKS:
            return (index + 1, end if tokens[end - 1].word else end - 1)
        if not tokens[end].word and tokens[end].text not in "&,'":
            return None
    return None


def local_body(tokens: Sequence[Token], start: int, head: int) -> tuple[int, int] | None:
    """Return the body of a place before a role's noun: [Leeds city council] leader; None if none stands there.

    A capital, one word or more in lower case, and a noun for a body that a place has.
    """
    field = head - 1
    while field > start and tokens[field].lower not in _LOCAL_BODIES:
        field -= 1
    first = field
    while (
        first > start
        and tokens[first - 1].word
        and not tokens[first - 1].capital
        and not ends_phrase(tokens[first - 1])
    ):
        first -= 1
    if field == start or tokens[field].capital or first in (field, start) or not tokens[first - 1].capital:
        return None
    name = first - 1
    while name > start and tokens[name - 1].capital:
        name -= 1
    if is_people(tokens[name].text) or is_party(tokens[name].text) or is_made_adjective(tokens[name]):
        return None
    return name, field + 1
