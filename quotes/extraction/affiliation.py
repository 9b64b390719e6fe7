"""In what capacity someone speaks: role and organisation, wherever the article states them.

The raw text is read around each mention of a person: a title before the name, an apposition on either side, a relative
clause, `is the …`, `of …`. Each way of saying it makes a candidate; `_choose` takes what a careful reader would.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from quotes.extraction.beside_names import MAX_STATED, Reading, known_from, stated_beside, states_role
from quotes.extraction.body_descriptions import described_body, document_body, owner_of_body
from quotes.extraction.bracketed_acronyms import without_acronyms
from quotes.extraction.departments import department_of
from quotes.extraction.descriptions import Capacities, PersonMention, described
from quotes.extraction.entities import Names
from quotes.extraction.implied_bodies import body_meant, common_body
from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import (
    is_body,
    is_plural_role,
    is_regular_plural,
    role_gender,
)
from quotes.extraction.role_phrases import RolePhrase, role_at
from quotes.extraction.role_sentences import Naming, lead_descriptions, stated_by_pronoun
from quotes.extraction.stated_bodies import body_at_end
from quotes.extraction.statement_worth import PROFESSORS, is_past, refers_to_body, worth
from quotes.extraction.statements import Statement, as_statement
from quotes.extraction.statements_behind import second_role
from quotes.extraction.word_tokens import Token, span_of, token_at, tokenize
from quotes.types import Affiliation, Gender, Span

MAX_BEFORE = 700
"""Characters before a source without a name in which its body is looked for."""
MAX_AFTER = 160
"""Characters after it that may go on with it: a report … filed by the Tide Board."""
MAX_PHRASE = 700
"""Characters of the source itself that are read, however many blanks stand in it."""
MAX_STATED_OF_OTHERS = 8
"""Mentions that are looked at of persons whose capacity is not asked for, but who may be the ones described."""

_YEARS = ("-year", "-year-old")
"""With these a word tells how long or how old, and no capacity."""
_PLURAL_OFFICES = frozenset(["officials", "ministers", "senators", "spokesmen", "spokespeople", "prosecutors"])
_UNIVERSITIES = frozenset(["university", "college", "school", "institute"])
# The full stop at the end of a sentence is the last point of N.L.R.B.
_DOTTED = re.compile(r"\.[A-Z]\Z")
# What says what else somebody does, as `is a champion of the Tide Trust` need not.
_HOLDS = frozenset(["apposition", "relative", "relative-past", "second", "now", "leads", "pronoun"])


def find_affiliations(
    text: str,
    names: Names,
    wanted: Collection[int],
    references: Mapping[int, Collection[Span]] | None = None,
    reading: Reading | None = None,
) -> dict[int, Affiliation]:
    """Find role and organisation of some of an article's entities.

    `wanted` holds indices into `names.entities`; the result has an `Affiliation` for each of them that the text says
    anything about. `references` are places known to speak of an entity without its name (`the former governor`, as
    coreference found them), by entity: they count where nothing better is said. `reading` is the text's, where it has
    been read before. Spans are characters of `text`. Time is linear in the text and the mentions.
    """
    reading = reading if reading is not None else Reading.of(text, names)
    tokens, known = reading.tokens, reading.known
    found = _bodies(text, tokens, names, wanted, known)
    wanted = [entity for entity in wanted if names.entities[entity].kind == "person"]
    namings = _namings(tokens, names)
    pronouns = _by_pronoun(tokens, namings, wanted, known)
    stated = {
        entity: _of_gender(tokens, [*reading.stated(entity), *pronouns.get(entity, ())], names.entities[entity].gender)
        for entity in wanted
    }
    descriptions: dict[int, list[RolePhrase]] = {}
    leads: dict[int, list[RolePhrase]] = {}
    if any(not states_role(candidates) for candidates in stated.values()):
        descriptions = _descriptions(tokens, names, known, stated)
        for phrase, entity in lead_descriptions(tokens, namings, known):
            leads.setdefault(entity, []).append(phrase)
    for entity, beside in stated.items():
        candidates = [*beside, *_referring(tokens, (references or {}).get(entity, ()), known)]
        if not states_role(candidates):
            candidates = [
                *candidates,
                *(as_statement("lead", not _is_indefinite(tokens, phrase), phrase) for phrase in leads.get(entity, ())),
                *(as_statement("description", 0, phrase) for phrase in descriptions.get(entity, ())),
            ]
        affiliation = _choose(text, tokens, known, candidates)
        if affiliation is not None:
            found[entity] = affiliation
    return found


def _bodies(
    text: str, tokens: list[Token], names: Names, wanted: Collection[int], known: Known
) -> dict[int, Affiliation]:
    """Return what the bodies among the wanted entities are said to be: a charity, an airline. No office is theirs."""
    found: dict[int, Affiliation] = {}
    for entity in wanted:
        if names.entities[entity].kind != "person":
            for order, mention in enumerate(names.entities[entity].mentions[:MAX_STATED]):
                described_as = described_body(tokens, mention.span, order)
                owned = owner_of_body(tokens, known, mention.span, order)
                if described_as is not None or owned is not None:
                    owner = owned.organization if owned is not None else None
                    statement = replace(described_as or Statement("of", order, None, None), organization=owner)
                    found[entity] = _affiliation(text, tokens, statement, 0)
                    break
    return found


def _referring(tokens: list[Token], spans: Collection[Span], known: Known) -> Iterator[Statement]:
    """Yield what the phrases that stand for a name say themselves."""
    for span in spans:
        first = token_at(tokens, span.start)
        limit = token_at(tokens, span.end - 1) + 1
        phrase = role_at(tokens, first, known, limit=min(limit, len(tokens))) if first < limit else None
        if phrase is not None and not is_plural_role(tokens[phrase.head].lower):
            yield as_statement("reference", 0, phrase)
            # the former mayor and current nominee
            yield from (c for c in second_role(tokens, phrase.stop, 0, known) if c.construction == "now")


def _by_pronoun(
    tokens: list[Token], namings: Sequence[Naming], wanted: Collection[int], known: Known
) -> dict[int, list[Statement]]:
    """Return what the sentences after mentions say of `he` or `she`, by entity."""
    found: dict[int, list[Statement]] = {}
    orders: dict[int, int] = {}
    for place, naming in enumerate(namings):
        order = orders.get(naming.entity, 0)
        orders[naming.entity] = order + 1
        if naming.entity in wanted and order < MAX_STATED:
            found.setdefault(naming.entity, []).extend(stated_by_pronoun(tokens, namings, place, order, known))
    return found


def _of_gender(tokens: list[Token], statements: list[Statement], gender: Gender | None) -> list[Statement]:
    """Leave out what can only be said of somebody of the other gender: Ida Hale, husband expecting."""
    if gender is None:
        return statements
    heads = [(s, role_gender(tokens[s.head].lower) if s.head is not None else None) for s in statements]
    return [statement for statement, told in heads if told in (None, gender)]


def _is_indefinite(tokens: list[Token], phrase: RolePhrase) -> bool:
    """Whether `a` opens a phrase: what introduces somebody says more than what a headline takes as known."""
    return tokens[phrase.begin].lower in ("a", "an")


def _descriptions(
    tokens: list[Token], names: Names, known: Known, stated: dict[int, list[Statement]]
) -> dict[int, list[RolePhrase]]:
    """Link descriptions without a name to persons: by nearness, and not against what is said of anybody elsewhere."""
    persons = _persons(tokens, names)
    said = {
        entity: stated[entity]
        if entity in stated
        else stated_beside(tokens, names, entity, known, MAX_STATED_OF_OTHERS)
        for entity in sorted({mention.entity for mention in persons})
    }
    return described(tokens, known, persons, Capacities(tokens, names, said).fit)


def phrase_affiliation(text: str, span: Span, names: Names | None = None) -> Affiliation:
    """Read role and organisation off a source without a name: `a spokesman for the ministry`.

    `span` is the phrase, in characters of `text`. For a body (`the ministry`) both are None; a document (`the Tide
    Board's report`) has only an organisation. With the article's `names`, a bare `spokesman` speaks for the body that
    the text before it is about. Looks at MAX_BEFORE characters before it and MAX_AFTER behind it, and no further.
    """
    low = _paragraph_start(text, span.start)
    span = Span(span.start, min(span.end, span.start + MAX_PHRASE))
    tokens = without_acronyms(tokenize(text[low : span.end + MAX_AFTER]))
    at = token_at(tokens, span.start - low)
    stop = token_at(tokens, span.end - low - 1) + 1
    known = known_from(tokens, names, low, span.end + MAX_AFTER) if names is not None else Known()
    document = document_body(tokens, known, at, min(stop, len(tokens)))
    if document is not None:
        return _affiliation(text, tokens, Statement("phrase", 0, None, document), low)
    phrase = role_at(tokens, at, known, limit=min(stop, len(tokens))) if at < len(tokens) else None
    if phrase is None:
        return _affiliation(text, tokens, Statement("phrase", 0, None, body_at_end(tokens, known, at, stop)), low)
    organization = phrase.organization
    plural = is_plural_role(tokens[phrase.head].lower)
    if organization is None and phrase.anaphor is not None and is_body(tokens[phrase.anaphor]):
        organization = body_meant(tokens, known, phrase, True) or common_body(tokens, phrase.anaphor)
    elif organization is None and not plural:
        organization = body_meant(tokens, known, phrase, True)
    if organization is None and plural and tokens[phrase.head].lower not in _PLURAL_OFFICES:
        return Affiliation()  # critics, demonstrators: who they are, and no office
    return _affiliation(text, tokens, Statement("phrase", 0, (phrase.start, phrase.end), organization), low)


def _paragraph_start(text: str, offset: int) -> int:
    """Return where to begin to read for a phrase: at a word, at most MAX_BEFORE characters before it."""
    low = max(0, offset - MAX_BEFORE)
    while 0 < low < offset and not text[low - 1].isspace():
        low += 1
    return low


def _persons(tokens: list[Token], names: Names) -> list[PersonMention]:
    return [
        PersonMention(token_at(tokens, mention.span.start), token_at(tokens, mention.span.end - 1) + 1, mention.entity)
        for mention in names.mentions
        if names.entities[mention.entity].kind == "person"
    ]


def _namings(tokens: list[Token], names: Names) -> list[Naming]:
    return [
        Naming(mention.first, mention.end, mention.entity, names.entities[mention.entity].gender)
        for mention in _persons(tokens, names)
    ]


def _is_owned(statement: Statement) -> bool:
    """Whether somebody is a body's own: is the Tide administration's top lawyer."""
    body, role = statement.organization, statement.role
    return statement.construction == "copula" and body is not None and role is not None and body[1] < role[0]


def _choose(text: str, tokens: list[Token], known: Known, candidates: Sequence[Statement]) -> Affiliation | None:
    """Take the statement worth most, and a body for it from another one or from the text before."""
    if not candidates:
        return None
    candidates = [_with_university(tokens, candidate, candidates) for candidate in candidates]
    best = max(candidates, key=lambda candidate: worth(tokens, known, candidate))
    if best.organization is None:
        best = replace(best, organization=_body_elsewhere(tokens, known, best, candidates))
    return _affiliation(text, tokens, _with_owner_in_name(tokens, known, best), 0)


def _with_owner_in_name(tokens: list[Token], known: Known, statement: Statement) -> Statement:
    """Give a body back the possessive that is part of its name: [Harker’s] Bay District Council."""
    body = statement.organization
    if body is None or body[0] == 0 or tokens[body[0] - 1].lower != "'s":
        return statement
    whole = known.body_at(body[0])
    return replace(statement, organization=whole) if whole is not None and whole[1] == body[1] else statement


def _with_university(tokens: list[Token], title: Statement, candidates: Sequence[Statement]) -> Statement:
    """Give a professor the body behind the name, and so a post: Professor Hale of Tern University."""
    if title.construction != "title" or title.organization is not None or title.head is None:
        return title
    if tokens[title.head].lower not in PROFESSORS:
        return title
    for told in candidates:
        body = told.organization if told.construction == "of" and told.mention == title.mention else None
        if body is not None and any(token.lower in _UNIVERSITIES for token in tokens[slice(*body)]):
            return replace(title, organization=body)
    return title


def _body_elsewhere(
    tokens: list[Token], known: Known, best: Statement, candidates: Sequence[Statement]
) -> tuple[int, int] | None:
    """Return the body of a capacity that is stated without one: its department, what is said elsewhere, what is meant.

    Of what other statements name, first what has no role of its own (Hale of the Tide Trust), then what is said of the
    same office (captain; the Tideway captain), then whatever else the person is, is head of or founded.
    """
    noun = tokens[best.head].lower if best.head is not None else None
    for told in (best, *candidates):  # Secretary Hale; Hale, a former secretary of state
        if told.phrase is not None and told.head is not None and tokens[told.head].lower == noun:
            department = department_of(tokens, known.departments, told.phrase)
            if department is not None:
                return department
    others = [c for c in candidates if c.organization is not None]
    lone = [c for c in others if c.role is None]
    same = [c for c in others if c.head is not None and tokens[c.head].lower == noun]
    held = [c for c in others if (c.construction in _HOLDS or _is_owned(c)) and not is_past(tokens, c)]
    # the hospital's director, who is an army reservist, is no director of the army
    for group in (lone, same, [] if refers_to_body(tokens, best) else held):
        if group:
            return max(group, key=lambda c: worth(tokens, known, c)).organization
    if best.phrase is None:
        return None
    bare = best.construction in ("title", "apposition-before")
    bare = bare or (best.construction == "apposition" and not best.phrase.determined)
    return body_meant(tokens, known, best.phrase, bare)


def _affiliation(text: str, tokens: list[Token], candidate: Statement, offset: int) -> Affiliation:
    role_span = organization_span = None
    if candidate.role is not None:
        first, last = candidate.role
        first += last - first > 1 and (tokens[first].text == "late" or tokens[first].lower.endswith(_YEARS))
        span = span_of(tokens, first, last)
        if (
            candidate.head is not None
            and candidate.head + 1 == candidate.role[1]
            and is_regular_plural(tokens[candidate.head])
        ):
            span = Span(span.start, span.end - 1)  # each of the analysts is an analyst
        role_span = Span(span.start + offset, span.end + offset)
    if candidate.organization is not None:
        span = span_of(tokens, *candidate.organization)
        if _DOTTED.search(text, max(span.start, span.end - 8) + offset, span.end + offset):
            span = Span(span.start, span.end + (text[span.end + offset : span.end + offset + 1] == "."))
        organization_span = Span(span.start + offset, span.end + offset)
    return Affiliation(
        role_span.of(text) if role_span else None,
        organization_span.of(text) if organization_span else None,
        role_span,
        organization_span,
    )
