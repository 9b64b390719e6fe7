"""What an article says each entity is: office and trade, party, home, age, kind of body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from quotes.extraction.entities import Entity
from quotes.extraction.homes import homes_in, parties_in
from quotes.extraction.kinds import body_kinds, kinds_by_name, kinds_by_possession, person_kinds
from quotes.extraction.name_lexicons import fold, given_names
from quotes.extraction.nouns import ADDRESS_TITLES
from quotes.extraction.role_lexicon import ends_phrase, is_role_noun
from quotes.extraction.scene import Scene
from quotes.extraction.statements import Statement
from quotes.extraction.telling_words import relative_of, told_behind
from quotes.extraction.word_tokens import Token, token_at

MAX_MENTIONS = 40
"""Mentions of one entity that are read: what somebody is gets said early."""
MAX_BEARERS = 12
"""Entities of one noun that are remembered, those named most: bounds what one description can cost."""
_AGED, _SURNAMED, _FROM = "aged ", "surnamed ", "from "
_ADHERENTS = frozenset(["republican", "democrat"])
_COPULAS = frozenset(["is", "was"])
_ARTICLES = frozenset(["the", "a", "an", "one"])
_APPOSING = frozenset(",(–—-")
_COURTESY = frozenset("mr mrs ms miss mx sir madam messrs".split())
_PAST = frozenset(["former", "ex", "ex-", "then", "late", "retired", "onetime", "one-time", "ousted", "outgoing"])
_ONE_SPELLING = {
    "front-runner": "frontrunner",
    "front-runners": "frontrunner",
    "congressman": "representative",
    "congresswoman": "representative",
}

# Roe, 36, / Roe (36) / Roe, aged 36
_AGE_BEHIND = regex.compile(
    r"(?:,| \(|, aged|, now|, just| is| was| who is) ?(\d{1,3})(?=[,.);:\s])(?! (?:per|million|billion|years? ago|%))"
)
# 36-year-old Roe / the 36-year-old actor Roe
_AGE_BEFORE = regex.compile(r"(\d{1,3})-year-old(?:\s\p{Ll}[\p{Ll}-]*){0,3}\s$")
# Roe (R-Ohio) / Roe, D-N.Y., / Roe of Ohio / Roe, Republican of Ohio
_SEAT_BEHIND = regex.compile(
    r"(?: \(|, )(?:\p{Lu}\p{Ll}+ )?[RDI][-–—.]\p{Lu}[\p{L}.]*(?: \p{Lu}\p{L}+)?"
    r"|,? (?:(?:Republican|Democrat) )?(?:of|from) \p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of a person: `deputy prime minister`."""

    head: str
    words: frozenset[str]
    past: bool


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """What is said of one entity anywhere in the article."""

    said: tuple[Said, ...] = ()
    kinds: frozenset[str] = frozenset()
    """Of person or of body, as `kinds` has them; empty where nothing tells."""
    homes: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    """Lower-case words of the bodies that a person is said to belong to."""
    nouns: frozenset[str] = frozenset()
    """The nouns themselves: heads of what is said of a person, nouns beside or in the name of a body."""
    hinted: frozenset[str] = frozenset()
    """Kinds and trades that something else tells of: Roe’s campaign; Roe, prosecuting; Flydune, which flies to Oslo."""


@dataclass(slots=True)
class _Draft:
    """The facts of one entity while they are gathered."""

    said: dict[Said, None] = field(default_factory=dict)
    kinds: set[str] = field(default_factory=set)
    homes: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    hinted: set[str] = field(default_factory=set)

    def say(self, head: str, words: list[str]) -> None:
        """Take in that somebody is called something; Mr and Ms say nothing."""
        if head not in _COURTESY:
            self.said.setdefault(Said(head, frozenset(words), not _PAST.isdisjoint(words)))
            self.nouns.add(head)
            self.kinds |= person_kinds(head)

    def shorten(self, words: Sequence[str]) -> None:
        """Take in the initials of an office: District Commissioner ▶ the DC, Superintendent of Police ▶ the SP."""
        words = [word for word in words if word.lower() not in _ARTICLES]
        letters = "".join(word[0] for word in words if word[0].isupper()).lower()
        if 2 <= len(letters) <= 4 and words[0][0].isupper() and words[-1][0].isupper():
            self.said.setdefault(Said(letters, frozenset([letters]), past=False))
            self.nouns.add(letters)

    def place(self, written: str) -> None:
        """Take in the places and parties of a piece of text."""
        self.homes |= homes_in(written)
        self.parties |= parties_in(written)

    def facts(self) -> EntityFacts:
        return EntityFacts(
            tuple(self.said),
            frozenset(self.kinds),
            frozenset(self.homes),
            frozenset(self.parties),
            frozenset(self.ages),
            frozenset(self.bodies),
            frozenset(self.nouns),
            frozenset(self.hinted),
        )


class FactReader:
    """Reads the facts of the entities of one article, each when it is first asked for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._known: dict[int, EntityFacts] = {}
        self._index: dict[str, list[int]] | None = None
        self._bodies_around: dict[str, set[str]] | None = None

    def __call__(self, entity: int) -> EntityFacts:
        """Return the facts of an entity."""
        found = self._known.get(entity)
        if found is None:
            known = self.scene.names.entities[entity]
            if known.kind == "person":
                found = self._person(entity, known)
            elif known.kind in (
                "organization",
                "other",
            ):  # a name of unknown kind may be a body: Tideyard, which sells boats
                found = self._body(known)
            else:
                found = EntityFacts(homes=homes_in(known.name), kinds=frozenset(["place"]))
            self._known[entity] = found
        return found

    def witness(self, entity: int) -> str:
        """Return what tells that a person is one: what is said of them, a `name`, or nothing but `capitals`."""
        known = self.scene.names.entities[entity]
        facts = self(entity)
        if facts.said or facts.ages or any(mention.title for mention in known.mentions[:MAX_MENTIONS]):
            return "said"
        return "name" if fold(known.name.split(" ", 1)[0]) in given_names() else "capitals"

    def bearers(self, noun: str, age: str | None, surname: str | None, home: str | None = None) -> list[int]:
        """Return the entities of which a noun, an age, a surname or a home is told, those most often named first."""
        if self._index is None:
            self._index = {}
            entities = self.scene.names.entities
            for entity in sorted(range(len(entities)), key=lambda e: -len(entities[e].mentions)):
                facts = self(entity)
                *given, last = entities[entity].name.lower().split(" ")
                keys = facts.nouns | facts.parties
                if entities[entity].kind == "person":
                    keys |= {_FROM + home for home in facts.homes}
                keys |= {_AGED + age for age in facts.ages} | ({_SURNAMED + last} if given else set())
                for key in keys:
                    bearing = self._index.setdefault(key, [])
                    if len(bearing) < MAX_BEARERS:
                        bearing.append(entity)
        keys_asked = (noun, f"{_AGED}{age}", f"{_SURNAMED}{surname}", f"{_FROM}{home}")
        return list(dict.fromkeys(entity for key in keys_asked for entity in self._index.get(key, ())))

    def _person(self, entity: int, known: Entity) -> EntityFacts:
        draft = _Draft()
        tokens, text = self.scene.reading.tokens, self.scene.text
        for statement in self.scene.reading.stated(entity):
            _take_statement(draft, text, tokens, statement)
        for mention in known.mentions[:MAX_MENTIONS]:
            start, end = mention.span.start, mention.span.end
            if mention.title is not None:
                title = [one_spelling(word.lower()) for word in mention.title.split()]
                if title[-1] not in draft.nouns:
                    draft.say(title[-1], title)
                    draft.shorten(mention.title.split())
                    if title[-1] == "doctor":
                        draft.hinted.add("learning")  # Dr Roe treats patients, or teaches history
                draft.homes |= homes_in(mention.title)
            first = token_at(tokens, start)
            if 1 < first < len(tokens) and tokens[first - 1].lower == "'s":
                draft.homes |= homes_in(tokens[first - 2].text)  # Norway’s Roe
            behind = token_at(tokens, end - 1) + 1
            draft.hinted |= _by_possession(tokens, behind) | told_behind(tokens, behind, bodies=False)
            relative = relative_of(tokens, behind)
            if relative is not None:
                draft.say(relative, [relative])
            age = _AGE_BEHIND.match(text, end, end + 24) or _AGE_BEFORE.search(text, max(0, start - 60), start)
            if age is not None:
                draft.ages.add(age[1])
            seat = _SEAT_BEHIND.match(text, end, end + 60)
            if seat is not None:
                draft.place(seat[0])
        draft.parties |= draft.nouns & _ADHERENTS
        draft.hinted |= self._around().get(known.name.lower().rsplit(" ", 1)[-1], set())
        return draft.facts()

    def _around(self) -> dict[str, set[str]]:
        """Return what the bodies around people tell of them, by surname: the Roe campaign, Roe’s administration."""
        if self._bodies_around is None:
            self._bodies_around = {}
            for entity in self.scene.names.entities:
                *before, last = entity.name.lower().replace("’", "'").split(" ")
                kinds = kinds_by_possession(last) if before and entity.kind == "organization" else None
                if kinds:
                    self._bodies_around.setdefault(before[-1].removesuffix("'s"), set()).update(kinds)
        return self._bodies_around

    def _body(self, known: Entity) -> EntityFacts:
        draft = _Draft(homes=set(homes_in(known.name)))
        for form in known.forms:
            for word in form.split():
                draft.nouns.add(word.lower().strip("."))
                draft.kinds |= kinds_by_name(word.lower())
        tokens = self.scene.reading.tokens
        for mention in known.mentions[:MAX_MENTIONS]:
            first = token_at(tokens, mention.span.start)
            if first < len(tokens):
                _before_body(draft, tokens, first)
                behind = token_at(tokens, mention.span.end - 1) + 1
                _behind_body(draft, tokens, behind)
                draft.hinted |= told_behind(tokens, behind, bodies=True)
        for noun in draft.nouns:
            draft.kinds |= body_kinds(noun)
        return draft.facts()


def one_spelling(lower: str) -> str:
    """Return the noun that takes up a title or a noun: sens. ▶ senator, front-runners ▶ frontrunner."""
    word = lower.rstrip(".")
    word = ADDRESS_TITLES.get(word) or ADDRESS_TITLES.get(word.removesuffix("s"), word)
    return _ONE_SPELLING.get(word, word)


def _take_statement(draft: _Draft, text: str, tokens: Sequence[Token], statement: Statement) -> None:
    """Take in what the words beside a name say: the noun with all its words, its body, its places."""
    if statement.organization is not None:
        named = tokens[slice(*statement.organization)]
        draft.bodies.update(token.lower for token in named)
        draft.homes |= homes_in(" ".join(token.text for token in named))
    if statement.phrase is not None:
        start, end = statement.phrase.begin, statement.phrase.stop
    elif statement.role is not None:
        start, end = statement.role
    else:
        return
    start = _with_modifiers(tokens, start)
    draft.place(text[tokens[start].start : tokens[end - 1].end])
    if statement.head is not None:
        words = [one_spelling(token.lower) for token in tokens[start:end] if token.word]
        draft.say(one_spelling(tokens[statement.head].lower), words)
        draft.shorten([token.text for token in tokens[start:end] if token.word])


def _with_modifiers(tokens: Sequence[Token], start: int) -> int:
    """Step back over `former`, `then` and a state or a party before a role: Utah Republican Sen."""
    for _ in range(3):
        before = tokens[start - 1] if start > 0 else None
        if before is None or not before.word:
            break
        if before.lower not in _PAST and not (before.capital and (homes_in(before.text) or parties_in(before.text))):
            break
        start -= 1
    return start


def _by_possession(tokens: Sequence[Token], behind: int) -> frozenset[str]:
    """Return the kinds of person that what stands behind a name tells: Roe’s campaign, the Roe campaign."""
    owned = behind < len(tokens) and tokens[behind].lower == "'s"
    for token in tokens[behind + owned : behind + owned + (3 if owned else 1)]:
        if not token.word or ends_phrase(token):
            break
        kinds = kinds_by_possession(token.lower)
        if kinds:
            return kinds
    return frozenset()


def _before_body(draft: _Draft, tokens: Sequence[Token], first: int) -> None:
    """Take in what stands before a body's name: the Dutch airline Flydune, Norway’s Flydune, shares in Flydune."""
    index = first - 1
    if index >= 1 and tokens[index].lower in ("in", "at", "of"):
        draft.nouns.add(tokens[index - 1].lower)
    elif index >= 1 and tokens[index].lower == "'s":
        draft.homes |= homes_in(tokens[index - 1].text)
    else:
        for before in range(index, max(-1, index - 3), -1):  # investment banking giant Flydune
            if tokens[before].capital or ends_phrase(tokens[before]):
                break
            draft.nouns.add(tokens[before].lower)
            if before == index and "company" not in body_kinds(tokens[before].lower):
                break  # telecoms regulator Tarrow
    for before in range(index, max(-1, index - 4), -1):
        if ends_phrase(tokens[before]):
            break
        draft.homes |= homes_in(tokens[before].text)


def _behind_body(draft: _Draft, tokens: Sequence[Token], behind: int) -> None:
    """Take in the noun behind a body's name: a Flydune plane, Flydune’s yearly profits, Flydune, the Dutch airline."""
    if behind >= len(tokens):
        return
    token = tokens[behind]
    if token.lower == "'s":
        noun = _last_common(draft, tokens[behind + 1 : behind + 4])
    elif token.word and not token.capital and not ends_phrase(token):
        noun = token.lower
    else:
        start = _apposed(tokens, behind)
        noun = _last_common(draft, tokens[start : start + 8])
    if noun is not None:
        draft.nouns.add(noun)


def _apposed(tokens: Sequence[Token], behind: int) -> int:
    """Return where what a name is said to be begins (Flydune, which is a …), after the article; the end if nowhere."""
    index = behind
    if tokens[index].text in _APPOSING:
        index += 1
        if index < len(tokens) and tokens[index].lower == "which":
            index += 1
            if index >= len(tokens) or tokens[index].lower not in _COPULAS:
                return len(tokens)
    if index < len(tokens) and tokens[index].lower in _COPULAS:
        index += 1
    if index > behind and index < len(tokens) and tokens[index].lower in _ARTICLES:
        return index + 1
    return len(tokens)


def _last_common(draft: _Draft, words: Sequence[Token]) -> str | None:
    """Return the last noun of a phrase that begins here, if it is in small letters; take in the places on the way."""
    noun = None
    for word in words:
        if ends_phrase(word) or is_role_noun(word):
            break
        if word.capital:
            draft.homes |= homes_in(word.text)
        else:
            noun = word.lower
    return noun
