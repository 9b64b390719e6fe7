"""What a noun phrase without a name asks of whom it stands for, and how well an entity answers: the Utah Republican."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quotes.extraction.entities import Entity
from quotes.extraction.entity_facts import one_spelling
from quotes.extraction.homes import homes_in, parties_in
from quotes.extraction.kinds import is_office, kinds_of_body, person_kinds, person_trades
from quotes.extraction.lexicon import sections
from quotes.extraction.nouns import HUMAN_CLASSES, WORD, head_word, noun_class, without_verb
from quotes.extraction.role_lexicon import role_gender
from quotes.extraction.told_of import EntityFacts, Said
from quotes.types import Gender

POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our"])
_OWN_DETERMINERS = POSSESSIVES | {"this", "that", "these", "those", "one", "another", "some", "many", "both"}
_PAST = frozenset(["former", "ex", "onetime", "one-time", "retired", "ousted"])
_RANKS = frozenset("deputy vice shadow assistant associate junior acting interim under lieutenant".split())
"""Words that make another office of one: the minister is not the deputy minister."""
_SECONDS = frozenset(["deputy", "assistant"])
"""What somebody is called for short: deputy campaign manager Roe … the deputy."""
_BELOW = frozenset(["deputy", "vice", "shadow", "under", "assistant", "lieutenant"])
"""Those of them whose bearer is never called by the office: the interim coach is the coach, a deputy mayor no mayor."""
_LIGHT = frozenset("the a an of for in at on to and s who with from own same".split())
_HONORIFICS = frozenset("mr mrs ms miss dr sir dame lord lady".split())
_INDEFINITE = frozenset(
    "someone somebody anyone anybody everyone everybody others another many some most both one".split()
)
_MALE = frozenset("man father son brother husband king prince boy uncle grandfather widower dad gentleman".split())
_FEMALE = frozenset("woman mother daughter sister wife queen princess girl aunt grandmother widow mum mom lady".split())


_OLD = frozenset(["old", "elderly", "aged"])
_AGES = {
    "toddler": (0, 4),
    "child": (0, 17),
    "boy": (0, 19),
    "girl": (0, 24),
    "schoolboy": (4, 19),
    "schoolgirl": (4, 19),
    "youngster": (4, 24),
    "teenager": (13, 19),
    "teen": (13, 19),
    "youth": (12, 35),
    "man": (16, 120),
    "woman": (16, 120),
    "pensioner": (60, 120),
    "retiree": (50, 120),
    "septuagenarian": (70, 79),
    "octogenarian": (80, 89),
    "nonagenarian": (90, 99),
    "centenarian": (100, 120),
}
"""Ages of which a noun tells, from and to."""
_TOO_WIDE = 100
"""Years between the ages of a noun from which on being between them tells nothing: a man is 16 to 120."""


@cache
def _own_words() -> frozenset[str]:
    return frozenset(sections("source_nouns.txt")["own-words"])


@cache
def _nameless() -> frozenset[str]:
    return frozenset(sections("source_nouns.txt")["nameless"])


@dataclass(frozen=True, slots=True)
class Description:
    """A noun phrase without a name, read."""

    text: str
    words: tuple[str, ...]
    head: str
    determiner: str
    """`the`, `a`, a possessive or another determiner, or `no`."""
    noun: str
    """The class of its head: `person`, `organization`, `document` …"""
    kinds: frozenset[str]
    """Kinds of person that the head names."""
    trades: frozenset[str]
    """Trades within these: `bench` in the judge; empty where the noun takes up all of its kind."""
    body: str
    """The noun that a body must answer: the head, or whose it is (newspaper in the newspaper’s editorial)."""
    body_kinds: frozenset[str]
    homes: frozenset[str]
    parties: frozenset[str]
    age: str | None
    ages: tuple[int, int] | None
    """How old it is at least and at most: 13 to 19 for a teenager."""
    gender: Gender | None
    past: bool
    modifiers: frozenset[str]
    """What else it says: `prime` in prime minister, `United` in United boss."""
    complement: bool
    """Whether `of …`, `for …` goes on behind the head."""
    own_words: bool
    """Whether it is something that its owner says or writes: letter, tweet, remarks."""
    nameless: bool
    """Whether the press calls people so whom it does not name: official, insider, neighbour."""
    surname: str | None
    """The surname that it may be after all, in lower case: Ms. Boxer, Mr. Singer, Baron."""

    @property
    def detail(self) -> str:
        """How much it says: whose somebody is (the port’s pilot), how many words before its noun, any behind it."""
        possessed = any(word.endswith(("'s", "’s", "s'", "s’")) for word in self.words)
        return f"poss={possessed}|more={min(2, len(self.modifiers))}|{self.complement}"

    def bare_modifiers(self, said: Said) -> bool:
        """Tell whether something is said that this does not say: the prime minister is no welfare minister."""
        return bool(said.words - self.modifiers - {self.head, said.head} - _LIGHT - _OWN_DETERMINERS - _PAST)


def read_description(text: str, before: str) -> Description:
    """Read a noun phrase; `before` is the lower-case word in front of it, its article if it has one."""
    original = without_verb(WORD.findall(text))
    words = [word.lower() for word in original]
    head = head_word(words)
    age = None
    if head.endswith("-year-old"):
        age = head.split("-")[0]
    else:
        age = next((word.split("-")[0] for word in words if word.endswith("-year-old")), None)
    if before in ("the", "a", "an"):
        determiner = "a" if before == "an" else before
    else:
        determiner = next((word for word in words[:2] if word in _OWN_DETERMINERS or word in ("a", "an", "the")), "no")
    if head in _INDEFINITE:
        determiner = "some"
    at = words.index(head) if head in words else len(words) - 1
    homes = homes_in(text)
    parties = parties_in(text)
    noun = noun_class(text)
    owner = next((word[:-2] for word in words[:at] if word.endswith(("'s", "’s"))), None)
    if owner is None or noun not in ("document", "cue") or not kinds_of_body([owner]):
        body, body_kinds = head, kinds_of_body(words[max(0, at - 1) : at + 1])
    else:
        body, body_kinds = owner, kinds_of_body([owner])
    modifiers = {
        word
        for word, written in zip(words, original, strict=True)
        if word != head
        and word not in _LIGHT
        and word not in _OWN_DETERMINERS
        and word not in _PAST
        and not word.endswith("-year-old")
        and not homes_in(written)
        and not parties_in(written)
    }
    gender: Gender | None = role_gender(head)
    if gender is None:
        gender = "male" if head in _MALE else "female" if head in _FEMALE else None
    return Description(
        text,
        tuple(words),
        head,
        determiner,
        noun,
        person_kinds(head) if age is None or not head.endswith("-year-old") else frozenset(["anyone"]),
        person_trades(head),
        body,
        body_kinds,
        homes,
        parties,
        age,
        _ages(words, head),
        gender,
        not _PAST.isdisjoint(words) or any(word.startswith("ex-") for word in words),
        frozenset(modifiers),
        at < len(words) - 1,
        head in _own_words() or (head.endswith("s") and head[:-1] in _own_words()),
        head in _nameless(),
        _surname(original, determiner),
    )


def _ages(words: list[str], head: str) -> tuple[int, int] | None:
    """Return between which ages a description is true of somebody: teenager, the old surgeon."""
    found = _AGES.get(head)
    if found is None and words:
        return _AGES["pensioner"] if words[0] in _OLD else _AGES["youth"] if words[0] == "young" else None
    return found


def _surname(words: list[str], determiner: str) -> str | None:
    """Return the word that may be a surname which is a noun, too."""
    rest = words[1:] if len(words) > 1 and words[0].lower() in _HONORIFICS else words
    if determiner != "no" or len(rest) != 1 or not rest[0][0].isupper():
        return None
    return rest[0].lower()


@dataclass(frozen=True, slots=True)
class Fit:
    """How well an entity answers a description."""

    level: str
    """How it answers the noun.

    `all` of the phrase is said of it, `some` (the bare noun is) or `part` (the noun is, with something else); another
    `rank`, an office `below` it or another `office`; the same `trade` or at least `kind`, another trade `within` the
    kind, an `other` kind or a `near` one; `hinted` at; `anyone` is meant; `surname`: it is its name; `written`: a text
    is meant, and no body; `untold`: the article does not say what it is.
    """
    home: str
    party: str
    age: str
    gender: str
    past: str
    """Whether both are `same` in being former, or it `differs`; `left`: the article says that the former one has."""
    score: float
    """The same as one number, to tell who fits best."""


_POLITICS = frozenset(["legislature", "government", "race"])
_LOOSE = frozenset(["kin", "campaign", "anyone", "crime"])
"""Kinds that anybody can be of beside what else they are: a donor, a friend."""
_BROAD = frozenset(["company"])
TIE = 0.1
"""Scores of `Fit` that are no further apart than this are the same."""
_PAST_WEIGHT = -1.5
_LEFT_WEIGHT = 1.5
_LEVELS = {
    "office": -0.5,
    "near": 0.5,
    "within": 0.5,
    "trade": 3.5,
    "hinted": 2.0,
    "surname": 12.0,
    "all": 6.0,
    "some": 4.5,
    "part": 3.0,
    "kind": 3.0,
    "anyone": 1.5,
    "untold": 1.0,
    "rank": 3.0,
    "below": -0.5,
    "written": 1.0,
    "other": -1.0,
}


def fit(description: Description, facts: EntityFacts, entity: Entity) -> Fit:
    """Say how well what the article says of an entity answers a description."""
    past = "-"
    if entity.kind == "person":
        level, past = _person_level(description, facts)
        if description.surname is not None and description.surname in entity.name.lower().split()[1:]:
            level = "surname"
        if past == "-" and description.past and ("left" in facts.hinted or "predecessor" in facts.nouns):
            past = "left"  # Roe, who quit in May: the former minister
    else:
        level = body_level(description, facts)
    home = _agreement(description.homes, facts.homes)
    party = _agreement(description.parties, facts.parties)
    if home == party == "yes" and level in ("kind", "untold", "other") and not description.modifiers:
        level = "all"  # the Utah Republican, whatever else he is
    age = _age(description, facts)
    gender = "-"
    if description.gender is not None and entity.kind == "person":
        gender = "unknown" if entity.gender is None else "yes" if entity.gender == description.gender else "no"
    score = _LEVELS[level] + _PAST_WEIGHT * (past == "differs")
    score += _LEFT_WEIGHT * (past == "left") + {"yes": 2.0, "no": -2.0}.get(home, 0.0)
    score += {"yes": 2.0, "no": -3.0}.get(party, 0.0)
    score += {"yes": 6.0, "within": 2.0, "no": -4.0}.get(age, 0.0)
    score += {"yes": 0.5, "no": -6.0}.get(gender, 0.0)
    return Fit(level, home, party, age, gender, past, score)


def _age(description: Description, facts: EntityFacts) -> str:
    """Say whether somebody is as old as a description says: exactly (`yes`), or between its ages (`within`)."""
    if description.age is not None or description.ages is None:
        return _agreement(frozenset([description.age]) if description.age is not None else frozenset(), facts.ages)
    if not facts.ages:
        return "-"
    low, high = description.ages
    if not any(low <= int(age) <= high for age in facts.ages):
        return "no"
    return "within" if high - low < _TOO_WIDE else "-"


def _agreement(wanted: frozenset[str], told: frozenset[str]) -> str:
    if not wanted:
        return "-"
    if not told:
        return "untold"
    return "yes" if wanted & told else "no"


def _person_level(description: Description, facts: EntityFacts) -> tuple[str, str]:
    head = one_spelling(description.head)
    answers = []
    for said in facts.said:
        both = "and" in said.words or head in _SECONDS
        if said.head != head and not (head in said.words and both):
            continue  # striker and captain Roe: one phrase, two roles; deputy campaign manager Roe: the deputy
        past = "same" if said.past == description.past else "differs"
        missing = description.modifiers - said.words - facts.bodies
        if said.head == head and said.words & _RANKS - set(description.words):
            # who stands in for the coach is called the coach; a deputy mayor is never called the mayor
            level = "below" if said.words & _BELOW - set(description.words) else "rank"
        elif said.head == head and description.modifiers & _BELOW - said.words:
            level = "below"  # nor is the minister ever called the shadow minister
        elif not missing:
            level = "all"
        else:
            level = "part" if description.bare_modifiers(said) else "some"
        answers.append((_LEVELS[level] + _PAST_WEIGHT * (past == "differs"), level, past))
    if answers:
        return max(answers)[1:]
    past = "-"
    if "anyone" in description.kinds:
        return "anyone", past
    if head in ("republican", "democrat", "tory", "conservative", "liberal"):
        return ("kind" if facts.parties & description.parties else "other" if facts.parties else "untold"), past
    hinted = _agrees(description, facts.hinted & description.kinds, facts.hinted)
    if not facts.kinds - _LOOSE or not description.kinds:
        return ("hinted" if hinted else "untold"), past
    if facts.kinds & description.kinds:
        trade = _trade(description, facts)
        if trade == "within" and hinted:
            return "hinted", past
        if trade == "within" and description.past:
            return "kind", past  # the former striker coaches now
        offices = is_office(head) and any(is_office(said.head) for said in facts.said)
        return ("office" if offices else trade), past
    if hinted:
        return "hinted", past
    return ("near" if facts.kinds & _POLITICS and description.kinds & _POLITICS else "other"), past


def _trade(description: Description, facts: EntityFacts) -> str:
    """Tell whether somebody is called anything of the same `trade`, of the same `kind` at least, or of other trades."""
    found = "within"
    for noun in facts.nouns:
        shared = person_kinds(noun) & description.kinds
        if _agrees(description, shared, person_trades(noun)):
            if person_trades(noun) & description.trades:
                return "trade"
            found = "kind"
    return found


def _agrees(description: Description, shared: frozenset[str], trades: frozenset[str]) -> bool:
    """Tell whether in one of the shared kinds a description and what is told of somebody are no two trades."""
    for kind in shared:
        wanted = {trade for trade in description.trades if trade.startswith(f"{kind}/")}
        told = {trade for trade in trades if trade.startswith(f"{kind}/")}
        if not wanted or not told or wanted & told:
            return True
    return False


def body_level(description: Description, facts: EntityFacts) -> str:
    """Say how well a body answers the noun of a description."""
    noun = description.body
    if description.noun == "document" and not description.body_kinds:
        return "written"
    if description.noun in HUMAN_CLASSES and not description.body_kinds:
        return "untold"  # Rovers manager Ann Roe: the manager is not Rovers
    singular = noun[:-1] if noun.endswith("s") else noun
    if noun in facts.nouns or singular in facts.nouns:
        return "some" if description.modifiers - facts.nouns else "all"
    if "any" in description.body_kinds and "place" not in facts.kinds:
        return "anyone"
    if not description.body_kinds:
        return "untold"
    hinted = bool(facts.hinted & description.body_kinds)
    if not facts.kinds:
        return "hinted" if hinted else "untold"
    if not facts.kinds & description.body_kinds:
        return "hinted" if hinted else "other"
    # both companies: but no bank is a carrier
    one, other = description.body_kinds - _BROAD, facts.kinds - _BROAD
    return "near" if one and other and not one & other else "kind"
