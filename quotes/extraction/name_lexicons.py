"""The word lists that tell people, bodies and places apart, read once from the plain files in data/.

All keys are folded (see `fold`): lower case, no accents, straight apostrophes, no full stops.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from html import unescape

from quotes.extraction.lexicon import data_lines, sections
from quotes.extraction.misread_letters import reread
from quotes.types import Gender

_APOSTROPHES = re.compile("[’‘´ʼ]\u00a0?")


def fold(text: str) -> str:
    """Return `text` for comparing: lower case, without accents and full stops, apostrophes straight.

    García ▶ garcia, Jos&#233; ▶ jose, GarcÃ­a ▶ garcia, O’Neill and O' Neill ▶ o'neill, J.D. ▶ jd.
    """
    if "&" in text:
        text = unescape(text)
    if not text.isascii():
        text = _APOSTROPHES.sub("'", reread(text))
    folded = text.casefold().replace(".", "").replace("`", "'").replace("' ", "'")
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFKD", folded.replace("ł", "l").replace("ø", "o").replace("ß", "ss"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("\u2010", "-").replace("\u2011", "-")


@dataclass(frozen=True, slots=True)
class TitleWord:
    """What a word before a name tells."""

    honorific: bool = False
    """A person is certain, and a bare surname may follow: Mr, Sen, President."""
    gender: Gender | None = None
    also_name: bool = False
    """Dean, Major, King: a title only where a name follows, and never the last word of a name."""
    regnal: bool = False
    """Kept in the name of somebody without a given name: Lord Winston, Pope Francis."""
    group: bool = False
    """Several people: Sens., Messrs."""
    capitals: bool = False
    """A title in capitals and before a known given name alone: GM Ada Quill, but GM Canada."""


def _words(name: str, section: str = "") -> frozenset[str]:
    return frozenset(fold(word) for word in sections(name)[section])


@cache
def titles() -> dict[str, TitleWord]:
    """Return the words that can end a title before a name."""
    found = {}
    for line in data_lines("titles.txt"):
        word, _, flags = line.partition(" ")
        gender: Gender | None = "male" if "m" in flags else "female" if "f" in flags else None
        found[fold(word)] = TitleWord("h" in flags, gender, "n" in flags, "r" in flags, "g" in flags, "c" in flags)
    return found


@cache
def abbreviated_before_names() -> frozenset[str]:
    """Return the words whose full stop does not end a sentence because a name follows: Sen, St."""
    return _words("name_abbreviations.txt")


@cache
def title_modifiers() -> frozenset[str]:
    """Return the words that stand inside a title: deputy, prime, former."""
    return frozenset(fold(line) for line in data_lines("title_modifiers.txt"))


@cache
def portfolios() -> frozenset[tuple[str, ...]]:
    """Return what may follow `Secretary of`: (state,), (the, treasury)."""
    return frozenset(tuple(fold(line).split()) for line in data_lines("portfolios.txt"))


@cache
def suffixes() -> dict[str, bool]:
    """Return what may follow a name, and whether it is part of it (Jr is, MP is not)."""
    return {fold(word): place == "in" for word, place in (line.split() for line in data_lines("suffixes.txt"))}


@cache
def particles() -> dict[str, bool]:
    """Return lower-case words inside surnames, and whether they can open one: van yes, der no."""
    found = {}
    for line in data_lines("particles.txt"):
        word, _, flag = line.partition(" ")
        found[word] = flag == "open"
    return found


@cache
def organization_words() -> dict[str, frozenset[str]]:
    """Return the words that make a phrase a body, with the connectors that may follow (`of`, `for`, `on`)."""
    found = {}
    for line in data_lines("organization_words.txt"):
        word, *flags = line.split()
        found[fold(word)] = frozenset(flags)
    return found


@cache
def place_words() -> dict[str, str]:
    """Return the words that make a phrase a place (`p`) or a thing such as a law or an event (`t`)."""
    return {fold(line.split()[0]): line.split()[1] for line in data_lines("place_words.txt")}


@cache
def place_words_in_names() -> frozenset[str]:
    """Return those of them that are surnames, too: Hill, Law."""
    return frozenset(fold(line.split()[0]) for line in data_lines("place_words.txt") if line.endswith(" name"))


@cache
def body_nouns(section: str) -> frozenset[str]:
    """Return nouns beside a name by what they tell: `before`, `after`, `after-role`, `of-person`, `kin` …"""
    return _words("body_nouns.txt", section)


@cache
def known_organizations() -> frozenset[str]:
    """Return well-known bodies, as written: the case tells Apple from apple."""
    return frozenset(data_lines("known_organizations.txt"))


@cache
def known_organization_keys() -> frozenset[tuple[str, ...]]:
    """Return the same, folded, word by word."""
    return frozenset(tuple(fold(line).split()) for line in data_lines("known_organizations.txt"))


@cache
def places() -> frozenset[tuple[str, ...]]:
    """Return countries, states, regions and cities, folded, word by word."""
    return frozenset(tuple(fold(line).split()) for line in data_lines("place_names.txt"))


@cache
def demonyms() -> frozenset[str]:
    """Return peoples, parties' adjectives and regions' adjectives."""
    return frozenset(fold(line) for line in data_lines("demonyms.txt"))


@cache
def never_names() -> frozenset[str]:
    """Return capitalised words that name nobody: months, days (on Mondays), languages, religions."""
    several = frozenset(word + "s" for word in days_and_months() if word.endswith("day"))
    return days_and_months() | several | _words("months_days_languages.txt", "other")


def is_word_or_name(key: str) -> bool:
    """Tell whether a word with a capital most likely is no name, and a surname if somebody has it: English, Will."""
    return key == "will" or key in never_names()


@cache
def days_and_months() -> frozenset[str]:
    """Return the names of days and months, long and short."""
    return _words("months_days_languages.txt", "days-and-months")


@cache
def common_words() -> frozenset[str]:
    """Return words that news writes in lower case."""
    return frozenset(data_lines("common_words.txt"))


@cache
def family_first_names() -> frozenset[str]:
    """Return family names that stand first: Kim, Nguyen, Chong."""
    return _words("family_first_names.txt")


@cache
def given_names() -> dict[str, Gender | None]:
    """Return given names, with the gender that most bearers have; None where it does not tell."""
    return _given_names()[0]


@cache
def doubtful_given_names() -> frozenset[str]:
    """Return the given names whose gender is not the same everywhere: Robin, Jean, Andrea."""
    return _given_names()[1]


@cache
def _given_names() -> tuple[dict[str, Gender | None], frozenset[str]]:
    found: dict[str, Gender | None] = {}
    doubtful: set[str] = set()
    genders: tuple[tuple[str, Gender | None], ...] = (("male", "male"), ("female", "female"), ("either", None))
    for name in ("given_names_us.txt", "given_names_world.txt", "given_names_regions.txt"):
        known = dict(found)
        for section, gender in genders:
            for word in _words(name, section):
                if word in found and found[word] != gender:
                    # the census decides where it has an opinion and the other list contradicts it
                    found[word] = known.get(word)
                    doubtful.add(word)
                else:
                    found[word] = gender
    # Young Oland supporters: what is also an ordinary word is no given name for that
    found.update({word: None for word in _words("given_names_any.txt") if word in found or word not in common_words()})
    return found, frozenset(doubtful)


@cache
def surnames() -> frozenset[str]:
    """Return common surnames, for a name that the text gives in one word only."""
    return _words("surnames_us.txt")


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return short forms of given names with the full names they stand for: bill ▶ {william}."""
    pairs = (entry.partition("=") for entry in sections("given_names_world.txt")["nickname"])
    return {fold(short): frozenset(full.split(",")) for short, _, full in pairs}


@cache
def function_words() -> frozenset[str]:
    """Return words that open a sentence and are no part of the name that follows: However Smith is Smith."""
    return _words("opening_words.txt")


def is_known_organization(written: str) -> bool:
    """Tell whether a piece, as written, is a well-known body."""
    return written in known_organizations() or written.replace("’", "'") in known_organizations()


def is_place(keys: tuple[str, ...]) -> bool:
    """Tell whether folded words are a known place."""
    return keys in places()


def thing_word(keys: tuple[str, ...]) -> str | None:
    """Return what the last word makes of a phrase: `p` a place, `t` a thing, None neither."""
    return place_words().get(keys[-1]) if len(keys) > 1 else None
