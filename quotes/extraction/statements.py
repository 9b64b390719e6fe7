"""Statements of somebody's capacity, and those that stand before a name: a title, a list, `the cook,`.

Each way of saying it makes a statement; which of them counts is decided in `affiliation`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.extraction.courtesy_styles import before_styles
from quotes.extraction.listed_names import heads_list, is_shared
from quotes.extraction.organizations import Known, read_noun_phrase
from quotes.extraction.role_lexicon import ends_phrase, is_body, is_courtesy, is_plural_role, is_title, words_of
from quotes.extraction.role_phrases import RolePhrase, role_at, role_before
from quotes.extraction.word_tokens import Token

_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’'")
_JUDGED = _OPENING | {"a", "an", "the"}
"""What somebody is called begins with these."""
_LONGEST_BRACKET = 6
"""Tokens from a bracket between a role and a name to its end."""
DASHES = frozenset("—–-―")
_LATELY = frozenset(["recently", "newly", "just", "freshly"])
_OFFICES = words_of("capacity_words.txt", "offices")
_LONGEST_PLACE = 8
"""Words before a comma in which a role says where its bearer is found, or for whom."""
_PLACING = frozenset(["on", "in", "for", "with", "at", "near"])
_DETERMINING = frozenset(["the", "a", "an", "his", "her", "its", "their", "this", "that"])
AFTER_APPOSITION = frozenset(",.;:)—–-―]?!\n”\"“'")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of somebody's capacity; indices of tokens."""

    construction: str
    mention: int
    """Which of the entity's mentions it stands at, from 0."""
    role: tuple[int, int] | None
    organization: tuple[int, int] | None
    head: int | None = None
    phrase: RolePhrase | None = None


def as_statement(construction: str, order: int, phrase: RolePhrase) -> Statement:
    return Statement(construction, order, (phrase.start, phrase.end), phrase.organization, phrase.head, phrase)


def stated_before(tokens: Sequence[Token], first: int, last: int, order: int, known: Known) -> Iterator[Statement]:
    """Yield what is said of a person right before tokens `first` to `last` (exclusive): a title, a role, a list."""
    index = before_styles(tokens, first)
    if index == 0:
        return
    previous = tokens[index - 1]
    judged = last < len(tokens) and tokens[last].lower in _JUDGED  # one baker called Hale “a liar”
    if (previous.lower == "named" or (previous.lower == "called" and not judged)) and index > 1:
        index -= 1  # a dentist named Jane Roe
    if previous.lower == "elder":
        return  # the elder Mr Hale: which of two, and no office in a church
    if previous.text == ")":
        # Superintendent of Police (Tern Range) Jo Hale
        bracket = next((i for i in range(index - 2, max(0, index - _LONGEST_BRACKET), -1) if tokens[i].text == "("), 0)
        phrase = role_before(tokens, bracket, known) if bracket else None
        if phrase is not None and not is_plural_role(tokens[phrase.head].lower):
            yield as_statement("title", order, phrase)
        return
    if previous.word:
        phrase = role_before(tokens, index, known)
        alone = phrase is not None and phrase.head == phrase.begin and is_courtesy(previous.lower)
        several = phrase is not None and _is_unofficial_plural(tokens[phrase.head])
        if phrase is not None and several and is_shared(tokens, phrase) and heads_list(tokens, last, known):
            several = False  # actors Jo Hale and Al Dene
        once = phrase is not None and phrase.begin > 0 and tokens[phrase.begin - 1].lower == "as"
        if phrase is not None and once and phrase.determined:
            yield as_statement("once", order, phrase)  # as a student Mr Hale sang
        elif phrase is not None and not alone and not several:  # leaders in Leeds Jo Hale met are no title
            told = as_statement("title", order, phrase)
            yield told if told.organization is not None else replace(told, organization=_new_at(tokens, phrase, known))
            yield from _quoted_title(tokens, phrase, order)
            index = phrase.begin
            previous = tokens[index - 1]
    elif previous.lower == "'s" and index > 1:
        owner = index - 1
        start = owner
        while start > max(0, owner - 8) and tokens[start - 1].capital and not ends_phrase(tokens[start - 1]):
            start -= 1
        if start + 1 < owner and is_plural_role(tokens[start].lower):
            start += 1  # Bookmakers Tideway's Jo Hale
        named = tokens[start - 1].text not in _OPENING if start > 0 else True  # ‘Quitters’ Hale and Dene
        if (
            start < owner
            and named
            and (
                known.kind(tokens, start, owner) == "body"
                or (known.kind(tokens, start, owner) == "person" and start + 1 == owner)
            )
        ):
            yield Statement("owner", order, None, (start, owner))
    if index > 1 and (previous.text == "," or previous.text in DASHES):
        phrase = role_before(tokens, index - 1, known)
        if phrase is None and last < len(tokens) and tokens[last].text in AFTER_APPOSITION:
            placed = _placed_role(tokens, index - 1, known)
            if placed is not None:
                yield as_statement("apposition-before", order, placed)
                return
        if phrase is None:
            yield from _role_comma_body(tokens, index - 1, order, known)
            return
        opens = phrase.begin == 0 or not tokens[phrase.begin - 1].word
        follows = tokens[last].text if last < len(tokens) else "\n"
        if is_plural_role(tokens[phrase.head].lower) and not heads_list(tokens, last, known):
            return  # the analysts, Jo Hale said
        closed = follows in AFTER_APPOSITION or follows in ("'s", "who", "and")
        # closed on both sides: the minister, Jo Hale, said; or opening the sentence: A keen gardener, Hale said
        # or a style between: the force's spokesperson, Captain Jo Hale, said; Tern Commissioner, Ms Hale said
        styled = index < first and opens
        if styled and not phrase.determined:
            yield as_statement("title", order, phrase)
        elif (closed and (phrase.determined or opens)) or (opens and phrase.determined) or styled:
            yield as_statement("apposition-before", order, phrase)
        elif not opens and tokens[phrase.begin - 1].lower == "as" and follows not in ("would", "could", "might"):
            yield as_statement("once", order, phrase)  # As finance minister, Jo Hale raised taxes


def _placed_role(tokens: Sequence[Token], comma: int, known: Known) -> RolePhrase | None:
    """Read a role that opens its sentence and says where or for whom, in words of no office: A nurse on the ward, Hale,

    Only with a name between commas: A lawyer for the family, Jo Hale said, had called.
    """
    for at in range(comma - 2, max(0, comma - _LONGEST_PLACE), -1):
        if tokens[at].lower in _PLACING:
            begin = at
            while begin > max(0, at - _LONGEST_PLACE) and tokens[begin - 1].word:
                begin -= 1
            phrase = role_at(tokens, begin, known, limit=at)
            several = phrase is not None and is_plural_role(tokens[phrase.head].lower)
            return phrase if phrase is not None and phrase.stop == at and phrase.determined and not several else None
        if not tokens[at].word or (ends_phrase(tokens[at]) and tokens[at].lower not in _DETERMINING):
            return None
    return None


def _new_at(tokens: Sequence[Token], phrase: RolePhrase, known: Known) -> tuple[int, int] | None:
    """Read whose a title new to its bearer is: [Acme]'s recently named chairwoman Jo Hale."""
    mark = phrase.begin - 3
    if mark < 1 or tokens[mark].lower != "'s" or tokens[mark + 1].lower not in _LATELY:
        return None
    start = mark
    while start > max(0, mark - 8) and tokens[start - 1].capital and not ends_phrase(tokens[start - 1]):
        start -= 1
    return (start, mark) if start < mark and known.kind(tokens, start, mark) == "body" else None


def _is_unofficial_plural(noun: Token) -> bool:
    """Whether a noun speaks of several without being their title: stars; but Senators, Sens."""
    office = is_title(noun) or noun.lower[:-1] in _OFFICES
    return is_plural_role(noun.lower) and not office


def _role_comma_body(tokens: Sequence[Token], comma: int, order: int, known: Known) -> Iterator[Statement]:
    """Read a role and a body with commas around it before a name: The Director, Tide Institute, Jo Hale, said."""
    for before in range(comma - 2, max(0, comma - 10), -1):
        if tokens[before].text != ",":
            continue
        body = read_noun_phrase(tokens, before + 1, known, comma)
        phrase = role_before(tokens, before, known)
        if body is None or phrase is None or body.end != comma or phrase.organization is not None:
            return
        if body.kind == "body" and any(is_body(token) for token in tokens[before + 1 : comma]):
            yield Statement("apposition-before", order, (phrase.start, phrase.end), body.name, phrase.head, phrase)
        return


def _quoted_title(tokens: Sequence[Token], phrase: RolePhrase, order: int) -> Iterator[Statement]:
    """Read the programme or paper in quotation marks before a role: “Night Desk” host Jo Hale."""
    close = phrase.begin - 1
    if close < 2 or tokens[close].text not in _CLOSING or tokens[close - 1].text in ",.?!":
        return
    for index in range(close - 1, max(-1, close - 7), -1):
        if tokens[index].text in _OPENING:
            if tokens[index + 1].capital and index + 1 < close:
                yield Statement("title", order, (phrase.start, phrase.end), (index + 1, close), head=phrase.head)
            return
        if not tokens[index].word:
            return
