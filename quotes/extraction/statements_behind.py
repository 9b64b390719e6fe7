"""What the words behind a name say of its bearer: an apposition, a relative clause, `is the …`, letters, a body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotes.extraction.organizations import Known, body_after, read_noun_phrase
from quotes.extraction.role_lexicon import (
    is_body,
    is_kin,
    is_party,
    is_party_name,
    is_plural_role,
    is_role_noun,
    is_verb,
    words_of,
)
from quotes.extraction.role_phrases import role_at
from quotes.extraction.role_predicates import (
    in_quotation,
    is_finite,
    is_supposed,
    predicate_role,
    read_as,
    read_copula,
    read_led,
)
from quotes.extraction.statements import AFTER_APPOSITION, DASHES, Statement, as_statement
from quotes.extraction.word_tokens import Token

_WHO_IS = words_of("capacity_words.txt", "who-is")
_HEADING = words_of("capacity_words.txt", "heading-verbs")
_DEGREES = words_of("capacity_words.txt", "degrees")
_HAS = words_of("capacity_words.txt", "has")
_JOINED = words_of("capacity_words.txt", "joined")
_AUTHORS = frozenset(["author", "co-author", "coauthor"])
_SECOND = words_of("capacity_words.txt", "second")
MAX_RELATIVE = 18
"""Words of a relative clause in which a second statement is looked for."""
MAX_ONCE = 7
"""Words of a relative clause, up to its verb, that say when it was."""
MAX_BRACKET = 12
"""Words of a bracket between a name and what is said of its bearer."""
_LEADS = words_of("capacity_words.txt", "leads")
_SERVES = words_of("capacity_words.txt", "serves")
_WERE = words_of("capacity_words.txt", "were")
_STILL = words_of("capacity_words.txt", "still")
_FOLLOWERS = words_of("capacity_words.txt", "followers")
_POINTING = frozenset(["see", "left", "right", "centre", "center", "pictured", "above", "below", "far", "second"])
"""With these a bracket behind a name points elsewhere: to a picture, a page."""
_PEERS = frozenset(["Lord", "Lady", "Baron", "Baroness", "Viscount", "Viscountess"])
_SAYS = frozenset(["said", "says", "told", "added"])
LETTERS = frozenset(["MP", "MEP", "MSP", "MLA", "MPP", "TD", "QC", "KC"])
"""Offices and honours that stand behind a name without a comma."""


def stated_behind(tokens: Sequence[Token], first: int, last: int, order: int, known: Known) -> Iterator[Statement]:
    """Yield what is said of a person right behind tokens `first` to `last` (exclusive): an apposition, who was …"""
    end = len(tokens)
    if last >= end:
        return
    last = _after_degrees(tokens, last)
    if last >= end:
        return
    token = tokens[last]
    if token.text in LETTERS:
        yield Statement("after", order, (last, last + 1), None, head=last)
        last += 1
        if last >= end:
            return
        token = tokens[last]
    if token.lower == "of" and first and tokens[first - 1].text in _PEERS:
        return  # Lord Hale of Leeds: a style
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
    elif token.text == "," or token.text in DASHES or token.text == "(":
        index = last + 1
        while index < end and tokens[index].text in DASHES:
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
        for close in range(index + 1, min(index + MAX_BRACKET, end)):
            if tokens[close].text == ")":
                follows = close + 1 < end and tokens[close + 1].text == ","
                # (D-Ohio), (left), (see “Lamps”); but (the mayor), (Tide Party chair)
                pointer = tokens[index + 1].lower in _POINTING or (close < index + 5 and tokens[index + 1].capital)
                return close + 1 if follows and pointer and not is_role_noun(tokens[index + 1]) else index
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
        if place is None or place.kind == "person" or place.end + 1 >= len(tokens) or tokens[place.end].text != ",":
            return  # Jane Roe, with Al Dene, the mayor, in tow
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
        if lone_party and phrase.end > phrase.head + 2 and tokens[phrase.head + 1].lower == "and":
            # a Republican and former mayor of Tern
            second = role_at(tokens, phrase.head + 2, known)
            phrase, lone_party = (second, False) if second is not None else (phrase, True)
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
            of_little = is_kin(tokens[phrase.head].lower) or tokens[phrase.head].lower in _AUTHORS
            if after is not None and after.lower == "and" and of_little:
                # Al's husband and the Gazette's editor in chief; author of the study and professor at Tern University
                other = role_at(tokens, stop + 1, known)
                if other is not None and other.organization is not None:
                    yield as_statement("second", order, other)
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
    closed = name.end == len(tokens) or tokens[name.end].text in AFTER_APPOSITION
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
    if any(token.text in ("AT", "At", "FOR", "For") for token in tokens[index : body.end]):
        return  # JANE ROE, STRATEGIST AT ACME BANK; but the Centre for Tide Research is a body
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
    verb = _after_age(tokens, index + 1)
    start = verb
    while verb < end and tokens[verb].lower in _WHO_IS and verb - start < 4:
        verb += 1
    if verb > start:
        phrase = role_at(tokens, verb, known)
        if phrase is not None and is_plural_role(tokens[phrase.head].lower) and not phrase.single:
            return  # who is close friends with the Dene family
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
        if led is not None and (led[1] is not None or tokens[verb].lower != "led"):
            yield Statement("leads", order, (verb, led[0]), led[1])  # but who led a march once leads nothing
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


def _after_age(tokens: Sequence[Token], index: int) -> int:
    """Step over when it was: who [as a teenager] served as secretary, who [as a young cook] ran the kitchen."""
    if index + 1 < len(tokens) and tokens[index].lower == "as" and tokens[index + 1].lower in ("a", "an"):
        for verb in range(index + 3, min(index + MAX_ONCE, len(tokens))):
            if is_verb(tokens[verb]) or tokens[verb].lower in _WHO_IS:
                return verb
            if not tokens[verb].word:
                break
    return index


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
