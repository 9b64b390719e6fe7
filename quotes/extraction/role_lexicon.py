"""What a word can be in a role phrase: its noun, a word inside it, the end of it, a body, a place."""

from __future__ import annotations

from functools import cache, lru_cache

from quotes.extraction.lexicon import data_lines, reporting_verb_forms, sections
from quotes.extraction.word_tokens import Token
from quotes.types import Gender

_ROLE_ENDINGS = ("ologist", "ologists", "ographer", "ographers", "ticians", "tician")
_MOST_INITIALS = 3
_PERSON_ENDINGS = ("woman", "women", "sman", "smen", "person")
# capitals do not make these part of a name: The, But, At
_OPEN_CAPITALS = ("function", "time", "opener")
_NAMES_TOO = frozenset(["may", "march", "sun", "jan", "will", "us", "it", "al"])


def _forms(noun: str) -> set[str]:
    """Return a noun's singular and plural: ally, allies; spokesman, spokesmen."""
    if noun.endswith("man"):
        return {noun, noun[:-3] + "men"}
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return {noun, noun[:-1] + "ies"}
    if noun.endswith(("ch", "ss", "sh")):
        return {noun, noun + "es"}
    if noun.endswith("wife"):
        return {noun, noun[:-2] + "ves"}
    return {noun, noun + "s"}


@cache
def words_of(file: str, *groups: str) -> frozenset[str]:
    """Return the words of some sections of a data file, `_` read as a space."""
    return frozenset(word.replace("_", " ") for group in groups for word in sections(file)[group])


@cache
def _nouns(*groups: str) -> frozenset[str]:
    # Sec. is a title and SEC a body
    wanted = groups or tuple(group for group in sections("roles.txt") if group not in ("", "title"))
    return frozenset(form for word in words_of("roles.txt", *wanted) for form in _forms(word.lower()))


@cache
def _titles() -> frozenset[str]:
    return words_of("roles.txt", "title")


@cache
def _attached() -> frozenset[str]:
    return words_of("role_modifiers.txt", "attached")


@cache
def _never_breaks() -> frozenset[str]:
    return words_of("role_modifiers.txt", "attached", "lower") | _nouns()


@cache
def _breaks() -> frozenset[str]:
    forms = {form for form, lemma in reporting_verb_forms().items() if form != lemma}
    verbs = forms | words_of("phrase_breaks.txt", "verb")
    return frozenset(verbs - _never_breaks()) | words_of("phrase_breaks.txt", "function", "time")


@cache
def _said() -> frozenset[str]:
    """Verb forms that are capitalised in headlines only: `Endorses`, `Warned`; not the States of a name."""
    forms = {form for form in reporting_verb_forms() if form.endswith("ed")}
    return frozenset(forms | words_of("phrase_breaks.txt", "headline")) - _never_breaks()


@cache
def _capital_breaks() -> frozenset[str]:
    return words_of("phrase_breaks.txt", *_OPEN_CAPITALS) - _NAMES_TOO - _attached()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(form for noun in words_of("bodies.txt", "body") for form in _forms(noun))


@lru_cache(maxsize=32_768)
def role_word(lower: str) -> bool:
    """Whether a lower-case word can be the noun of a role: `spokeswoman`, `co-founder`, `lawyer-turned-actor`."""
    nouns = _nouns()
    if lower in nouns:
        return True
    if lower.endswith(_ROLE_ENDINGS) and len(lower) > 8:
        return True
    if lower.endswith(_PERSON_ENDINGS) and len(lower) > 7:
        return True
    # ex-champion; mother-of-two
    return "-" in lower and (lower.rsplit("-", 1)[1] in nouns or lower.split("-of-", 1)[0] in nouns)


def is_role_noun(token: Token) -> bool:
    """Whether a word can be the noun of a role: Co-Founder; but not the union HVZ-CIO."""
    return token.word and role_word(token.lower) and not _joins_initials(token.text)


def _joins_initials(word: str) -> bool:
    """Whether a word is two sets of initials, as a body's name."""
    return "-" in word and word.isupper() and all(len(part) <= _MOST_INITIALS for part in word.split("-"))


def is_title(token: Token) -> bool:
    """Whether a word is a short title as stands before a name only: `Sen.`, `Lt`."""
    return token.capital and token.text.rstrip(".") in _titles()


def is_kin(lower: str) -> bool:
    """Whether a word says whose relative or friend somebody is."""
    return lower.rsplit("-", 1)[-1] in _nouns("kin") or lower in _nouns("kin")


def is_sporting(lower: str) -> bool:
    """Whether a role is held in a team, so that a place before it is the team: `England captain`."""
    return lower in _nouns("sport") or lower == "boss"


def is_attached(token: Token) -> bool:
    """Whether a word before the noun belongs to the role even with a capital: `Chief`, `Deputy`, `Foreign`."""
    return token.lower in _attached() or ("-" in token.lower and token.lower.rsplit("-", 1)[1] in _attached())


def ends_phrase(token: Token) -> bool:
    """Whether a noun phrase cannot go on with this token: a sign, a verb, a preposition, a pronoun, a day."""
    if not token.word:
        return True
    text = token.text
    lower = token.lower
    if token.capital:
        if len(text) > 1 and text.isupper():
            # US, IT and WHO are names; the AS and THE of a sentence in capitals are not
            return lower in _capital_breaks() and lower not in _NAMES_TOO
        return lower in _capital_breaks() or (len(lower) > 4 and lower in _said())
    if lower in _breaks():
        return True
    if lower in _never_breaks() or "-" in lower or lower in _bodies():
        return False  # the assembly is no adverb
    return len(lower) > 4 and lower.endswith(("ed", "ing", "ly"))


def is_look(token: Token) -> bool:
    """Whether a lower-case word could be an adjective made of a verb that nobody's title holds: `bespectacled`."""
    lower = token.lower
    long = len(lower) > 4 and lower.endswith(("ed", "ing"))
    return token.word and not token.capital and long and "-" not in lower and lower not in _never_breaks()


def is_participle(token: Token) -> bool:
    """Whether a lower-case word ends as participles do, and means nothing else: plumbing, unaligned; but not during."""
    lower = token.lower
    return not token.capital and len(lower) > 4 and lower.endswith(("ed", "ing")) and lower not in _breaks()


def is_show(before: Token, token: Token) -> bool:
    """Whether `show` after another word is a programme and no verb: talk show, reality show."""
    return token.lower == "show" and before.lower in words_of("capacity_words.txt", "kinds-of-show")


@cache
def _verbs() -> frozenset[str]:
    return (words_of("phrase_breaks.txt", "verb") | frozenset(reporting_verb_forms())) - _never_breaks()


def is_verb(token: Token) -> bool:
    """Whether a lower-case word is likely a verb: `has`, `vowed`."""
    return token.lower in _verbs() or (
        token.word and not token.capital and len(token.lower) > 4 and token.lower.endswith("ed")
    )


def carries_name_on(before: Token, token: Token) -> bool:
    """Whether a capital makes a word part of the name it stands in, whatever it means: Vote No, Black Girls Rock."""
    if not (before.capital and token.capital and token.word) or token.text == "I":
        return False
    return token.lower not in words_of("phrase_breaks.txt", "time") and token.lower not in _said()


def is_made_adjective(token: Token) -> bool:
    """Whether a word is a name made an adjective, and so no name: `Leeds-based`."""
    return "-" in token.lower and token.lower.rsplit("-", 1)[1] in words_of("capacity_words.txt", "made-adjectives")


def is_adjective_like(token: Token) -> bool:
    """Whether a lower-case word can be the first of two adjectives: a `fierce`, uncompromising elder."""
    return is_attached(token) or token.lower.endswith(
        (
            "y",
            "ing",
            "ed",
            "ive",
            "al",
            "ous",
            "ful",
            "ent",
            "ant",
            "ic",
            "ish",
            "able",
            "ible",
            "less",
            "rce",
            "ong",
            "old",
            "born",
        )
    )


def is_body(token: Token) -> bool:
    """Whether a word is a noun for an organisation: `ministry`, `University`."""
    return token.lower in _bodies()


def is_common_body(token: Token) -> bool:
    """Whether a lower-case noun names one body by its field: (foreign) `ministry`."""
    return token.lower in words_of("bodies.txt", "common") and not token.capital


def is_named_body(name: str) -> bool:
    """Whether a short name is a body that reads like an ordinary word: `White House`, `Treasury`."""
    return name in words_of("bodies.txt", "named")


@cache
def _places() -> frozenset[str]:
    return frozenset(data_lines("place_names.txt")) | words_of(
        "regions_and_parties.txt", "abbreviated", "region", "capital"
    )


@cache
def _peoples() -> frozenset[str]:
    return frozenset(data_lines("demonyms.txt")) | words_of("regions_and_parties.txt", "people")


@cache
def _common_words() -> frozenset[str]:
    return frozenset(data_lines("common_words.txt"))


def is_common(token: Token) -> bool:
    """Whether a word is an ordinary one, so that its capital may be that of the sentence: `Auction`."""
    return not token.text.isupper() and token.lower in _common_words()


def is_place(name: str) -> bool:
    """Whether a name, as written, is a country, a region or a city."""
    return name in _places()


def is_state(name: str) -> bool:
    """Whether a place is so large that a business officer is not of it: the UK, Ohio by its abbreviation, Europe."""
    return name in words_of("regions_and_parties.txt", "abbreviated", "region")


def is_country(name: str) -> bool:
    """Whether a name is that of a country (no adjective), which stands for its government before a state's office."""
    return name in words_of("regions_and_parties.txt", "country")


def is_capital(name: str) -> bool:
    """Whether a name is a capital city, by which its government may be meant."""
    return name in words_of("regions_and_parties.txt", "capital")


def is_people(name: str) -> bool:
    """Whether a name is an adjective of a people: `Israeli`."""
    return name in _peoples()


def is_party_name(name: str) -> bool:
    """Whether a name is a party and no adjective: `Labour`, not `Republican`."""
    return name in words_of("regions_and_parties.txt", "party-name")


def is_party(name: str) -> bool:
    """Whether a name is a party or its adherent: `Labour`, `Republican`."""
    return name in words_of("regions_and_parties.txt", "party", "party-name")


def is_plural_role(lower: str) -> bool:
    """Whether a role's noun speaks of several: `officials`, `spokesmen`."""
    plural = lower.endswith(("men", "people", "ies")) or (lower.endswith("s") and role_word(lower[:-1]))
    return plural and role_word(lower)


def is_regular_plural(token: Token) -> bool:
    """Whether a role's noun is one without its last letter: analysts; but not spokesmen, Sens."""
    return token.lower.endswith("s") and role_word(token.lower[:-1]) and not is_title(token) and role_word(token.lower)


def keeps_modifiers(lower: str) -> bool:
    """Whether the name before a role's noun is no body spoken for: `Aviator star`, `Hartley supporter`."""
    return lower in words_of("roles.txt", "kept")


def is_courtesy(lower: str) -> bool:
    """Whether a noun right before a name, without an article, states no capacity: `veteran Smith`."""
    return lower in words_of("roles.txt", "courtesy")


def is_weak_title(lower: str) -> bool:
    """Whether a word before a name is a rank or a style, which any other statement of capacity beats."""
    return lower in words_of("roles.txt", "weak")


def role_gender(lower: str) -> Gender | None:
    """Return the gender that a role's noun tells: `actress`, `congressman`; None if it tells none."""
    if lower.endswith(("woman", "mother", "daughter")) or lower in words_of("roles.txt", "female"):
        return "female"
    if lower.endswith("father") or lower in words_of("roles.txt", "male"):
        return "male"
    return None
