"""In what capacity someone speaks: role and organisation, wherever the article states them.

The raw text is read around each mention of a person: a title before the name, an apposition on either side, a relative
clause, `is the …`, `of …`. Each way of saying it makes a candidate; `_choose` takes what a careful reader would.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from quotes.extraction.entities import Names
from quotes.extraction.organizations import Known, read_noun_phrase
from quotes.extraction.role_lexicon import ends_phrase, is_body, is_party, is_plural_role, is_weak_title, words_of
from quotes.extraction.role_phrases import RolePhrase, role_at, role_before
from quotes.extraction.word_tokens import Token, span_of, token_at, tokenize
from quotes.types import Affiliation, Span

_HONORIFICS = words_of("capacity_words.txt", "honorifics")
_COPULAS = words_of("capacity_words.txt", "copulas")
_WHO_IS = words_of("capacity_words.txt", "who-is")
_DASHES = frozenset("—–-―")
_LEADS = words_of("capacity_words.txt", "leads")
_SERVES = words_of("capacity_words.txt", "serves")
_AFTER_APPOSITION = frozenset(",.;:)—–-―]?!\n”\"“'")
_OFFICES = words_of("capacity_words.txt", "offices")
_RANK = {
    "title": 3.0,
    "apposition": 4.0,
    "apposition-before": 3.5,
    "relative": 3.6,
    "copula": 2.6,
    "of": 1.5,
    "owner": 1.5,
    "after": 1.0,
    "leads": 2.0,
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """One statement of somebody's capacity; indices of tokens."""

    construction: str
    mention: int
    """Which of the entity's mentions it stands at, from 0."""
    role: tuple[int, int] | None
    organization: tuple[int, int] | None
    anaphor: int | None = None
    head: int | None = None


def find_affiliations(text: str, names: Names, wanted: Collection[int]) -> dict[int, Affiliation]:
    """Find role and organisation of some of an article's entities.

    `wanted` holds indices into `names.entities`; the result has an `Affiliation` for each of them that the text says
    anything about. Spans are characters of `text`. Time is linear in the text and the mentions.
    """
    tokens = tokenize(text)
    known = _known(tokens, names)
    found: dict[int, Affiliation] = {}
    for entity in wanted:
        candidates: list[_Candidate] = []
        for order, mention in enumerate(names.entities[entity].mentions):
            candidates.extend(_around(tokens, mention.span, order, known))
        affiliation = _choose(text, tokens, candidates)
        if affiliation is not None:
            found[entity] = affiliation
    return found


def phrase_affiliation(text: str, span: Span) -> Affiliation:
    """Read role and organisation off a source without a name: `a spokesman for the ministry`.

    `span` is the phrase, in characters of `text`. For a body or a document (`the ministry`, `the report`)
    both are None.
    """
    phrase_text = span.of(text)
    tokens = tokenize(phrase_text)
    phrase = role_at(tokens, 0, Known())
    if phrase is None:
        return Affiliation()
    organization = phrase.organization
    if organization is None and phrase.anaphor is not None and is_body(tokens[phrase.anaphor]):
        organization = (phrase.anaphor, phrase.anaphor + 1)
    return _affiliation(text, tokens, _Candidate("phrase", 0, (phrase.start, phrase.end), organization), span.start)


def _known(tokens: list[Token], names: Names) -> Known:
    marked: dict[str, set[int]] = {"person": set(), "place": set()}
    for mention in names.mentions:
        kind = names.entities[mention.entity].kind
        if kind in marked:
            index = token_at(tokens, mention.span.start)
            while index < len(tokens) and tokens[index].start < mention.span.end:
                marked[kind].add(index)
                index += 1
    return Known(frozenset(marked["person"]), frozenset(marked["place"]))


def _around(tokens: list[Token], span: Span, order: int, known: Known) -> Iterator[_Candidate]:
    """Yield what is said of a person directly before and after one mention."""
    first = token_at(tokens, span.start)
    last = token_at(tokens, span.end - 1) + 1
    if first >= len(tokens):
        return
    yield from _before(tokens, first, last, order, known)
    yield from _after(tokens, last, order, known)


def _before(tokens: list[Token], first: int, last: int, order: int, known: Known) -> Iterator[_Candidate]:
    index = first
    while index > 0 and tokens[index - 1].lower in _HONORIFICS:
        index -= 1
    if index == 0:
        return
    previous = tokens[index - 1]
    if previous.word:
        phrase = role_before(tokens, index, known)
        if phrase is not None:
            yield _candidate("title", order, phrase)
    elif previous.lower == "'s" and index > 1:
        owner = index - 1
        start = owner
        while start > max(0, owner - 8) and tokens[start - 1].capital and not ends_phrase(tokens[start - 1]):
            start -= 1
        if start < owner and known.kind(tokens, start, owner) == "body":
            yield _Candidate("owner", order, None, (start, owner))
    elif previous.text == "," or previous.text in _DASHES:
        follows = tokens[last].text if last < len(tokens) else "\n"
        phrase = role_before(tokens, index - 1, known)
        if phrase is not None and follows in _AFTER_APPOSITION | {"'s"} | {"who", "and"}:
            opens = phrase.start == 0 or not tokens[phrase.start - 1].word
            if phrase.determined or opens:
                yield _candidate("apposition-before", order, phrase)


def _after(tokens: list[Token], last: int, order: int, known: Known) -> Iterator[_Candidate]:
    end = len(tokens)
    if last >= end:
        return
    token = tokens[last]
    if token.text in ("MP", "MEP", "MSP", "QC", "KC"):
        yield _Candidate("after", order, (last, last + 1), None, head=last)
        last += 1
        if last >= end:
            return
        token = tokens[last]
    if token.lower in ("of", "from", "at", "with"):
        yield from _body_after(tokens, last, order, known)
    elif (verb := _copula(tokens, last)) is not None:
        phrase = role_at(tokens, verb, known)
        if phrase is not None and (phrase.determined or phrase.organization is not None or phrase.topical):
            yield _candidate("copula", order, phrase)
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


def _copula(tokens: list[Token], index: int) -> int | None:
    """Return the index after `is`, `became`, `has been`; None if the token begins no such verb."""
    if tokens[index].lower in _COPULAS:
        return index + 1
    if tokens[index].lower in ("has", "had") and index + 1 < len(tokens) and tokens[index + 1].lower == "been":
        return index + 2
    return None


def _apposition(tokens: list[Token], index: int, order: int, known: Known) -> Iterator[_Candidate]:
    token = tokens[index]
    if token.lower in ("who", "whose"):
        yield from _relative(tokens, index, order, known)
        return
    if token.lower in ("of", "from", "at", "with"):
        yield from _body_after(tokens, index, order, known)
        return
    phrase = role_at(tokens, index, known)
    if phrase is not None:
        if (is_party(tokens[phrase.head].text) and phrase.head == phrase.start) or is_plural_role(
            tokens[phrase.head].lower
        ):
            return  # Jane Roe, Republican of Ohio, is a senator by her title
        after = tokens[phrase.stop] if phrase.stop < len(tokens) else None
        if after is None or not after.capital or not after.word:
            yield _candidate("apposition", order, phrase)
            stop = phrase.stop
            if after is not None and after.text == "," and phrase.organization is None and stop + 1 < len(tokens):
                # Jane Roe, Chief Executive, Acme Housing
                name = read_noun_phrase(tokens, stop + 1, known)
                if (
                    name is not None
                    and name.kind == "body"
                    and name.name == (stop + 1, name.end)
                    and any(is_body(t) for t in tokens[stop + 1 : name.end])
                ):
                    yield _Candidate("apposition", order, (phrase.start, phrase.end), name.name, head=phrase.head)


def _relative(tokens: list[Token], index: int, order: int, known: Known) -> Iterator[_Candidate]:
    """Read `who is a …`, `who heads the …`."""
    end = len(tokens)
    verb = index + 1
    start = verb
    while verb < end and tokens[verb].lower in _WHO_IS and verb - start < 4:
        verb += 1
    if verb > start:
        phrase = role_at(tokens, verb, known)
        if phrase is not None:
            yield _candidate("relative", order, phrase)
            return
    if verb < end and tokens[verb].lower in _LEADS:
        body = read_noun_phrase(tokens, verb + 1, known)
        if body is not None:
            organization = body.name if body.kind == "body" else None
            yield _Candidate("leads", order, (verb, body.end), organization)
    elif verb + 1 < end and tokens[verb].lower in _SERVES:
        for at in range(verb + 1, min(verb + 10, end)):
            if tokens[at].lower in ("at", "for"):
                yield from _body_after(tokens, at, order, known)
            elif not tokens[at].word:
                return


def _body_after(tokens: list[Token], index: int, order: int, known: Known) -> Iterator[_Candidate]:
    body = read_noun_phrase(tokens, index + 1, known)
    if body is not None and body.name is not None and body.kind == "body":
        yield _Candidate("of", order, None, body.name)


def _candidate(construction: str, order: int, phrase: RolePhrase) -> _Candidate:
    return _Candidate(construction, order, (phrase.start, phrase.end), phrase.organization, phrase.anaphor, phrase.head)


def _choose(text: str, tokens: list[Token], candidates: Sequence[_Candidate]) -> Affiliation | None:
    """Take the fullest statement; the first of equals."""
    if not candidates:
        return None

    def worth(candidate: _Candidate) -> float:
        value = _RANK[candidate.construction]
        if candidate.head is not None and candidate.role is not None:
            noun = tokens[candidate.head].lower
            alone = candidate.role[1] - candidate.role[0] == 1
            if candidate.construction == "title" and alone and is_weak_title(noun):
                value -= 2.5
            elif candidate.construction == "title" and noun in _OFFICES:
                value += 1.5
            if is_plural_role(noun):
                value -= 1
        if candidate.role is None:
            value -= 3
        if candidate.organization is not None:
            value += 1.0
        return value - 0.01 * candidate.mention

    best = max(candidates, key=worth)
    if best.organization is None:
        others = [c for c in candidates if c.organization is not None and c.role is None]
        if others:
            best = _Candidate(
                best.construction, best.mention, best.role, others[0].organization, best.anaphor, best.head
            )
    return _affiliation(text, tokens, best, 0)


def _affiliation(text: str, tokens: list[Token], candidate: _Candidate, offset: int) -> Affiliation:
    role_span = organization_span = None
    if candidate.role is not None:
        span = span_of(tokens, *candidate.role)
        role_span = Span(span.start + offset, span.end + offset)
    if candidate.organization is not None:
        span = span_of(tokens, *candidate.organization)
        organization_span = Span(span.start + offset, span.end + offset)
    return Affiliation(
        role_span.of(text) if role_span else None,
        organization_span.of(text) if organization_span else None,
        role_span,
        organization_span,
    )
