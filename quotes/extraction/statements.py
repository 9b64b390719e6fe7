"""What the words around a name say of its bearer's capacity: a title, an apposition, a relative clause, `is the …`.

Each way of saying it makes a statement; which of them counts is decided in `affiliation`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quotes.extraction.courtesy_styles import before_styles
from quotes.extraction.listed_names import heads_list, is_shared
from quotes.extraction.organizations import Known, body_after, read_noun_phrase
from quotes.extraction.role_lexicon import (
    ends_phrase,
    is_body,
    is_courtesy,
    is_party,
    is_party_name,
    is_plural_role,
    is_role_noun,
    is_title,
    words_of,
)
from quotes.extraction.role_phrases import RolePhrase, role_at, role_before
from quotes.extraction.role_predicates import (
    in_quotation,
    is_finite,
    is_supposed,
    predicate_role,
    read_as,
    read_copula,
    read_led,
)
from quotes.extraction.word_tokens import Token, token_at
from quotes.types import Span

_WHO_IS = words_of("capacity_words.txt", "who-is")
_HEADING = words_of("capacity_words.txt", "heading-verbs")
_DEGREES = words_of("capacity_words.txt", "degrees")
_OPENING = frozenset("“\"‘'")
_CLOSING = frozenset("”\"’'")
_JUDGED = _OPENING | {"a", "an", "the"}
"""What somebody is called begins with these."""
_HAS = words_of("capacity_words.txt", "has")
_JOINED = words_of("capacity_words.txt", "joined")
_SECOND = words_of("capacity_words.txt", "second")
MAX_RELATIVE = 18
"""Words of a relative clause in which a second statement is looked for."""
_DASHES = frozenset("—–-―")
_LEADS = words_of("capacity_words.txt", "leads")
_SERVES = words_of("capacity_words.txt", "serves")
_WERE = words_of("capacity_words.txt", "were")
_STILL = words_of("capacity_words.txt", "still")
_OFFICES = words_of("capacity_words.txt", "offices")
_PRESENTING = words_of("capacity_words.txt", "presenting")
_FOLLOWERS = words_of("capacity_words.txt", "followers")
_SAYS = frozenset(["said", "says", "told", "added"])
_LETTERS = frozenset(["MP", "MEP", "MSP", "MLA", "MPP", "TD", "QC", "KC"])
_AFTER_APPOSITION = frozenset(",.;:)—–-―]?!\n”\"“'")


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


def statements_around(tokens: list[Token], span: Span, order: int, known: Known) -> Iterator[Statement]:
    """Yield what is said of a person directly before and after one mention."""
    first = token_at(tokens, span.start)
    last = token_at(tokens, span.end - 1) + 1
    if first >= len(tokens):
        return
    if last - first > 2 and tokens[last - 1].text in _LETTERS:
        last -= 1  # Jo Hale MP, as one name
    yield from _before(tokens, first, last, order, known)
    yield from _after(tokens, first, last, order, known)
    if last < len(tokens) and tokens[last].lower == "as" and first > 0 and tokens[first - 1].lower in _PRESENTING:
        phrase = role_at(tokens, last + 1, known)
        if phrase is not None:
            yield as_statement("copula", order, phrase)


def _before(tokens: Sequence[Token], first: int, last: int, order: int, known: Known) -> Iterator[Statement]:
    index = before_styles(tokens, first)
    if index == 0:
        return
    previous = tokens[index - 1]
    judged = last < len(tokens) and tokens[last].lower in _JUDGED  # one baker called Hale “a liar”
    if (previous.lower == "named" or (previous.lower == "called" and not judged)) and index > 1:
        index -= 1  # a dentist named Jane Roe
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
            yield as_statement("title", order, phrase)
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
    if index > 1 and (previous.text == "," or previous.text in _DASHES):
        phrase = role_before(tokens, index - 1, known)
        if phrase is None:
            yield from _role_comma_body(tokens, index - 1, order, known)
            return
        opens = phrase.begin == 0 or not tokens[phrase.begin - 1].word
        follows = tokens[last].text if last < len(tokens) else "\n"
        if is_plural_role(tokens[phrase.head].lower) and not heads_list(tokens, last, known):
            return  # the analysts, Jo Hale said
        closed = follows in _AFTER_APPOSITION or follows in ("'s", "who", "and", "said")
        # closed on both sides: the minister, Jo Hale, said; or opening the sentence: A keen gardener, Hale said
        if (closed and (phrase.determined or opens)) or (opens and phrase.determined):
            yield as_statement("apposition-before", order, phrase)
        elif not opens and tokens[phrase.begin - 1].lower == "as" and follows not in ("would", "could", "might"):
            yield as_statement("once", order, phrase)  # As finance minister, Jo Hale raised taxes


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


def _after(tokens: Sequence[Token], first: int, last: int, order: int, known: Known) -> Iterator[Statement]:
    end = len(tokens)
    if last >= end:
        return
    last = _after_degrees(tokens, last)
    if last >= end:
        return
    token = tokens[last]
    if token.text in _LETTERS:
        yield Statement("after", order, (last, last + 1), None, head=last)
        last += 1
        if last >= end:
            return
        token = tokens[last]
    if token.lower in ("of", "from", "at", "with"):
        yield from _body_after(tokens, last, order, known)
    elif token.lower == "for":  # Jane Roe for the RSPCA said; but not: Jane Roe, for Leeds
        yield from (
            c for c in _body_after(tokens, last, order, known) if c.organization and known.body_at(c.organization[0])
        )
    elif (verb := read_copula(tokens, last)) is not None:
        phrase = predicate_role(tokens, verb, known)
        if phrase is not None and not (is_supposed(tokens, first, last) or in_quotation(tokens, first)):
            yield as_statement("copula", order, phrase)
    elif token.text == "," or token.text in _DASHES or token.text == "(":
        index = last + 1
        while index < end and tokens[index].text in _DASHES:
            index += 1
        if (
            index + 1 < end
            and tokens[index].text.isdigit()
            and len(tokens[index].text) <= 3
            and tokens[index + 1].text == ","
        ):
            index += 2
        if index < end:
            yield from _apposition(tokens, index, order, known)
    elif token.lower == "who":
        yield from _relative(tokens, last, order, known)
    else:
        yield from read_heading(tokens, last, order, known)
        if token.word and (held := read_as(tokens, last, known)) is not None:
            yield as_statement("holds", order, held)  # Jo Hale earns £9 as a cook


def read_heading(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Read `heads the Tide Trust` at a token."""
    over = index + 1 < len(tokens) and tokens[index].lower in ("took", "takes") and tokens[index + 1].lower == "over"
    if over or tokens[index].lower in _JOINED:
        yield from _body_after(tokens, index + over, order, known)
    if index + 1 < len(tokens) and tokens[index + 1].lower == "for" and tokens[index].lower in _SERVES:
        # works for the Tide Trust, sits for the Tide Party
        yield from _body_after(tokens, index + 1, order, known)
    if tokens[index].lower not in _HEADING:
        return
    led = read_led(tokens, index, known)
    if led is not None and led[1] is not None:
        yield Statement("leads", order, (index, led[0]), led[1])


def _after_degrees(tokens: Sequence[Token], index: int) -> int:
    """Step over `, PhD,`, `, MD` and `(D-Ohio)` after a name, to the sign before what is said of the person."""
    end = len(tokens)
    while index + 1 < end and tokens[index].text == "," and tokens[index + 1].lower in _DEGREES:
        index += 2
        if index + 1 < end and tokens[index].text == "." and tokens[index + 1].text == ",":
            index += 1  # the full stop of Ph.D.
    if index < end and tokens[index].text == "(":
        for close in range(index + 1, min(index + 5, end)):
            if tokens[close].text == ")":
                follows = close + 1 < end and tokens[close + 1].text == ","
                short = tokens[index + 1].capital and not is_role_noun(tokens[index + 1])
                return close + 1 if follows and short else index
    return index


def _apposition(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    token = tokens[index]
    if token.lower == "who":
        yield from _relative(tokens, index, order, known)
        return
    if (verb := read_copula(tokens, index)) is not None and tokens[index].lower != "being":
        phrase = role_at(tokens, verb, known)  # Her rival, Jane Roe, is the candidate of the Tide Party
        if phrase is not None and (phrase.organization is not None or phrase.topical):
            yield as_statement("copula", order, phrase)
        return
    if token.lower == "whose":
        body = read_noun_phrase(tokens, index + 1, known)
        if body is not None and body.name is not None and body.kind == "body" and is_body(tokens[body.end - 1]):
            yield Statement("of", order, None, body.name)
        return
    if token.lower in ("of", "from", "at", "with", "in"):
        yield from (_body_after(tokens, index, order, known) if token.lower != "in" else ())
        place = read_noun_phrase(tokens, index + 1, known)
        if place is None or place.end + 1 >= len(tokens) or tokens[place.end].text != ",":
            return
        index = place.end + 1  # Jane Roe, from Leeds, a retired dentist
        token = tokens[index]
        if token.lower not in ("a", "an", "the"):
            return
    if token.lower == "and" and index + 1 < len(tokens) and tokens[index + 1].lower in ("a", "an", "the"):
        index += 1  # Jane Roe, 45, and a dentist
    if token.lower == "speaking" and index + 1 < len(tokens) and tokens[index + 1].lower in ("for", "on"):
        at = index + 1 if tokens[index + 1].lower == "for" else index + 3  # on behalf of
        yield from _body_after(tokens, min(at, len(tokens) - 1), order, known)
        return
    if token.capital:
        yield from _bare_body(tokens, index, order, known)
    phrase = role_at(tokens, index, known)
    if phrase is None:
        yield from _role_and_body(tokens, index, order, known)
    if phrase is not None:
        lone_party = is_party(tokens[phrase.head].text) and phrase.head == phrase.start
        if lone_party or (is_plural_role(tokens[phrase.head].lower) and not phrase.single):
            return  # Jane Roe, Republican of Ohio, is a senator by her title
        after = tokens[phrase.stop] if phrase.stop < len(tokens) else None
        if after is not None and tokens[index].lower == "the" and is_finite(after):
            return  # Now that it is up to Jo Hale, the minister has left
        if after is None or not after.capital or not after.word:
            yield as_statement("apposition", order, phrase)
            stop = phrase.stop
            if after is not None and after.lower == "who" and tokens[phrase.head].lower in _FOLLOWERS:
                # a veteran of the Tide Board who retired as its head
                for told in _relative(tokens, stop, order, known):
                    yield replace(told, organization=told.organization or phrase.organization)
            elif after is not None and after.lower == "who" and phrase.organization is None:
                # a physicist who is co-director of the Tide Programme: what has a body says more
                yield from (
                    c for c in _relative(tokens, stop, order, known) if c.role is None or c.organization is not None
                )
            yield from second_role(tokens, stop, order, known)
            if after is not None and after.text == "," and stop + 1 < len(tokens):
                yield from (c for c in read_heading(tokens, stop + 1, order, known) if c.role is None)
            if after is not None and after.lower == "and" and stop + 1 < len(tokens):
                yield from read_heading(tokens, stop + 1, order, known)  # a historian and runs the Tide website
            if after is not None and after.text == "," and phrase.organization is None and stop + 1 < len(tokens):
                named = _body_after_comma(tokens, stop, known)
                if named is not None:
                    yield Statement("apposition", order, (phrase.start, phrase.end), named, head=phrase.head)


def _body_after_comma(tokens: Sequence[Token], comma: int, known: Known) -> tuple[int, int] | None:
    """Read the body behind a role: Jane Roe, Chief Executive, Acme Housing; Jane Roe, Partner, Head of Ships, Tideway.

    Without a telling word it is one that the names hold, or capitals, and a sign closes it: CEO, DSI.
    """
    second = role_at(tokens, comma + 1, known)
    if second is not None and tokens[comma + 1].capital and tokens[second.stop : second.stop + 1]:
        comma = second.stop if tokens[second.stop].text == "," else comma
    name = read_noun_phrase(tokens, comma + 1, known)
    if name is None or name.kind != "body" or name.name != (comma + 1, name.end):
        return None
    if any(is_body(token) for token in tokens[comma + 1 : name.end]):
        return name.name
    sure = known.body_at(comma + 1) == name.name or tokens[comma + 1].text.isupper()
    closed = name.end == len(tokens) or tokens[name.end].text in _AFTER_APPOSITION
    return name.name if sure and closed and len(tokens[comma + 1].text) > 2 else None


def _role_and_body(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Read a role and a body with no word between them: Jane Roe, senior vice president Acme."""
    for place in range(index + 1, min(index + 6, len(tokens))):
        named = known.body_at(place)
        if not tokens[place].word:
            return
        if named is not None and named[0] == place:
            phrase = role_at(tokens, index, known, limit=place)
            closed = named[1] == len(tokens) or not tokens[named[1]].word
            if phrase is not None and phrase.stop == place and closed:
                yield Statement("apposition", order, (phrase.start, phrase.end), named, head=phrase.head)
            return


def second_role(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Read the role after the first: an aide during the campaign [and now director of the Tide Trust]."""
    for place in range(index, min(index + 12, len(tokens) - 1)):
        follows = tokens[place + 1].lower
        if tokens[place].lower == "and" and (follows in ("now", "current") or (place == index and follows in _SECOND)):
            second = role_at(tokens, place + 1, known)
            if second is not None:
                yield as_statement("now" if follows in ("now", "current") else "second", order, second)
            return
        if not tokens[place].word:
            return


def _bare_body(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Read a body that stands alone after a name: Jane Roe, Reuters, said; Jane Roe (Labour)."""
    body = read_noun_phrase(tokens, index, known)
    if body is None or body.name != (index, body.end):
        return
    if body.end < len(tokens) and tokens[body.end].word and tokens[body.end].lower not in _SAYS:
        return
    name = " ".join(token.text for token in tokens[index : body.end])
    if (
        known.body_at(index) == body.name
        or is_body(tokens[body.end - 1])
        or (tokens[index - 1].text == "(" and is_party_name(name))
    ):
        yield Statement("of", order, None, body.name)


def _relative(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Read `who is a …`, `who heads the …`, and what follows it: who founded the Tide Trust and is a councillor."""
    first = list(_who(tokens, index, order, known))
    yield from first
    for place in range(index + 2, min(index + MAX_RELATIVE, len(tokens) - 2)):
        if not tokens[place].word or place in known.persons:
            return
        if tokens[place].lower == "and" and tokens[place + 1].lower in ("is", "was"):
            phrase = predicate_role(tokens, place + 2, known)
            if phrase is not None:
                second = as_statement(
                    "relative-past" if tokens[place + 1].lower == "was" else "relative", order, phrase
                )
                body = next((told.organization for told in first if told.construction == "leads"), None)
                yield replace(second, organization=second.organization or body)
            return


def _who(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Read the first thing that a relative clause says."""
    end = len(tokens)
    verb = index + 1
    start = verb
    while verb < end and tokens[verb].lower in _WHO_IS and verb - start < 4:
        verb += 1
    if verb > start:
        phrase = role_at(tokens, verb, known)
        if phrase is not None:
            past = tokens[start].lower in _WERE and not any(tokens[i].lower in _STILL for i in range(start, verb))
            yield as_statement("relative-past" if past else "relative", order, phrase)
            return
    verb = start
    while (
        verb < end and (tokens[verb].lower in _HAS or tokens[verb].lower in ("is", "was", "been")) and verb - start < 3
    ):
        verb += 1
    if verb < end and tokens[verb].lower in _LEADS:
        led = read_led(tokens, verb, known)
        if led is not None:
            yield Statement("leads", order, (verb, led[0]), led[1])
    elif verb < end and tokens[verb].lower in _JOINED:
        yield from _body_after(tokens, verb, order, known)
    elif verb + 1 < end and tokens[verb].lower in _SERVES:
        for at in range(verb + 1, min(verb + 10, end)):
            if tokens[at].lower in ("at", "for", "with"):
                yield from _body_after(tokens, at, order, known)
                yield from _serving_as(tokens, at, order, known)
            elif tokens[at].lower == "as":
                phrase = role_at(tokens, at + 1, known)
                if phrase is not None:
                    yield as_statement("relative", order, phrase)
                return
            elif not tokens[at].word:
                return
    elif verb < end and (held := read_as(tokens, verb, known)) is not None:
        yield as_statement("relative", order, held)  # who retired as acting director


def _serving_as(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    """Read the role after the body: who works with the Tide Trust as programme officer."""
    body = read_noun_phrase(tokens, index + 1, known)
    if body is None or body.name is None or body.end + 1 >= len(tokens) or tokens[body.end].lower != "as":
        return
    phrase = role_at(tokens, body.end + 1, known)
    if phrase is not None:
        organization = phrase.organization or (body.name if body.kind == "body" else None)
        yield Statement("relative", order, (phrase.start, phrase.end), organization, phrase.head, phrase)


def _body_after(tokens: Sequence[Token], index: int, order: int, known: Known) -> Iterator[Statement]:
    body = body_after(tokens, index, known)
    if body is not None:
        yield Statement("of", order, None, body)


def as_statement(construction: str, order: int, phrase: RolePhrase) -> Statement:
    return Statement(construction, order, (phrase.start, phrase.end), phrase.organization, phrase.head, phrase)
