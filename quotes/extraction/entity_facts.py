"""What an article says each entity is: office and trade, party, home, age, kind of body."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotes.extraction.entities import Entity
from quotes.extraction.homes import homes_in, parties_in
from quotes.extraction.kinds import body_kinds, kinds_by_name, kinds_by_possession, person_kinds
from quotes.extraction.name_lexicons import fold, given_names
from quotes.extraction.nouns import ADDRESS_TITLES
from quotes.extraction.role_lexicon import ends_phrase, is_role_noun
from quotes.extraction.scene import Scene
from quotes.extraction.statements import Statement
from quotes.extraction.telling_words import called_by_doing, relative_of, told_before, told_behind
from quotes.extraction.told_of import ARTICLES, PAST, Draft, EntityFacts
from quotes.extraction.word_tokens import ENDS, Token, token_at

MAX_MENTIONS = 40
"""Mentions of one entity that are read: what somebody is gets said early."""
MAX_BEARERS = 12
"""Entities of one noun that are remembered, those named most: bounds what one description can cost."""
_AGED, _SURNAMED, _FROM = "aged ", "surnamed ", "from "
_ADHERENTS = frozenset(["republican", "democrat"])
_COPULAS = frozenset(["is", "was"])
_DETERMINERS = frozenset("the a an its his her their one another".split())
_RELATIVES = frozenset(["who", "that", "which", "whose"])
_APPOSITION = 7
"""Words of an apposition behind a name that may tell where somebody is from."""
_RELATIVE = 14
"""Words of a relative clause between a description and a name."""
_APPOSING = frozenset(",(–—-")
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


class FactReader:
    """Reads the facts of the entities of one article, each when it is first asked for."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._known: dict[int, EntityFacts] = {}
        self._bodies: dict[int, EntityFacts] = {}
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

    def as_body(self, entity: int) -> EntityFacts:
        """Return the facts of an entity as if it were a body: Quillmark and Mercer Dunne may be firms."""
        found = self._bodies.get(entity)
        if found is None:
            found = self._bodies[entity] = self._body(self.scene.names.entities[entity])
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
                keys = facts.nouns | facts.parties | {said.head for said in facts.said}
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
        draft = Draft()
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
            behind = token_at(tokens, end - 1) + 1
            _around_person(draft, tokens, first, behind)
            draft.hinted |= _by_possession(tokens, behind) | told_behind(tokens, behind, bodies=False)
            draft.hinted |= told_before(tokens, first)
            for noun in called_by_doing(tokens, behind):
                draft.call(noun)
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
        draft = Draft(homes=set(homes_in(known.name)))
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


def _take_statement(draft: Draft, text: str, tokens: Sequence[Token], statement: Statement) -> None:
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
        if statement.head + 1 < end:
            # District Commissioner of Tern ▶ the DC
            draft.shorten([token.text for token in tokens[start : statement.head + 1] if token.word])


def _with_modifiers(tokens: Sequence[Token], start: int) -> int:
    """Step back over `former`, `then` and a state or a party before a role: Utah Republican Sen."""
    for _ in range(3):
        before = tokens[start - 1] if start > 0 else None
        if before is None or not before.word:
            break
        if before.lower not in PAST and not (before.capital and (homes_in(before.text) or parties_in(before.text))):
            break
        start -= 1
    return start


def _around_person(draft: Draft, tokens: Sequence[Token], first: int, behind: int) -> None:
    """Take in what is no role: Norway’s Roe; The man who beat her, Roe, left; Roe, the Danish liberal."""
    if 1 < first < len(tokens):
        if tokens[first - 1].lower == "'s":
            draft.homes |= homes_in(tokens[first - 2].text)
        elif tokens[first - 1].text == "," and first > 3:
            noun = _described_before(tokens, first - 1)
            if noun is not None and noun not in draft.nouns and person_kinds(noun):
                draft.say(noun, [noun])
    if behind + 2 < len(tokens) and tokens[behind].text == "," and tokens[behind + 1].lower in ARTICLES:
        words = []
        for token in tokens[behind + 2 : behind + 2 + _APPOSITION]:
            if ends_phrase(token):
                break
            words.append(token.text)
        draft.place(" ".join(words))
        noun = words[-1].lower() if words else ""
        several = noun.endswith("s") and not noun.endswith("ss")  # As Doe attacked Roe, the nurses sang
        if noun not in draft.nouns and words[-1:] == [noun] and person_kinds(noun) and not several:
            draft.say(noun, [word.lower() for word in words])  # Roe, a crossbencher who sat for years


_MARKS = frozenset("“\"‘'")
_MAKES_WORKS = frozenset(["arts", "maker", "writer", "singer"])


def _by_possession(tokens: Sequence[Token], behind: int) -> frozenset[str]:
    """Return the kinds of person that what stands behind a name tells: Roe’s campaign, the Roe campaign."""
    owned = behind < len(tokens) and tokens[behind].lower == "'s"
    if owned and behind + 2 < len(tokens) and tokens[behind + 1].text in _MARKS and tokens[behind + 2].capital:
        return _MAKES_WORKS  # Ann Roe's “Low Water”
    for token in tokens[behind + owned : behind + owned + (3 if owned else 1)]:
        if not token.word or ends_phrase(token):
            break
        kinds = kinds_by_possession(token.lower)
        if kinds:
            return kinds
    return frozenset()


def _before_body(draft: Draft, tokens: Sequence[Token], first: int) -> None:
    """Take in what stands before a body's name: the Dutch airline Flydune, Norway’s Flydune, shares in Flydune."""
    index = first - 1
    if index >= 1 and tokens[index].lower in ("in", "at", "of"):
        draft.nouns.add(tokens[index - 1].lower)
    elif index >= 1 and tokens[index].text in _APPOSING:
        noun = _described_before(tokens, index)
        if noun is not None and body_kinds(noun):
            draft.nouns.add(noun)
    elif index >= 1 and tokens[index].lower == "'s":
        draft.homes |= homes_in(tokens[index - 1].text)
    else:
        for before in range(index, max(-1, index - 3), -1):  # investment banking giant Flydune; Rival Flydune said
            opens = before == 0 or tokens[before - 1].text in ENDS
            if (tokens[before].capital and not opens) or ends_phrase(tokens[before]):
                break
            draft.nouns.add(tokens[before].lower)
            if before == index and "company" not in body_kinds(tokens[before].lower):
                break  # telecoms regulator Tarrow
    for before in range(index, max(-1, index - 4), -1):
        if ends_phrase(tokens[before]):
            break
        draft.homes |= homes_in(tokens[before].text)


def _described_before(tokens: Sequence[Token], comma: int) -> str | None:
    """Return the noun of a description in front of a name and a comma: Its owner, / The channel that shows it, Flydune.

    The noun must stand right before the comma, or before a relative clause that ends there and be its sentence's first.
    """
    noun = tokens[comma - 1]
    low = max(0, comma - _RELATIVE)
    for place in range(comma - 1, low, -1):
        token = tokens[place]
        if token.text in ENDS:
            break
        before = tokens[place - 1]
        if token.lower in _RELATIVES and before.word and not before.capital and _opens(tokens, place - 1):
            return before.lower
    if noun.capital or ends_phrase(noun):
        return None
    for place in range(comma - 2, max(-1, comma - 6), -1):
        if tokens[place].lower in _DETERMINERS or tokens[place].lower == "'s":
            return noun.lower
        if ends_phrase(tokens[place]):
            return None
    return None


def _opens(tokens: Sequence[Token], head: int) -> bool:
    """Tell whether the phrase of a noun opens its sentence: The (harbour) judge."""
    for place in range(head - 1, max(-1, head - 5), -1):
        if tokens[place].lower in _DETERMINERS:
            return place == 0 or tokens[place - 1].text in ENDS
        if not tokens[place].word:
            return False
    return False


def _behind_body(draft: Draft, tokens: Sequence[Token], behind: int) -> None:
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
    if index > behind and index < len(tokens) and tokens[index].lower in ARTICLES:
        return index + 1
    return len(tokens)


def _last_common(draft: Draft, words: Sequence[Token]) -> str | None:
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
