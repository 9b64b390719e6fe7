"""The lists of words that the rules stand on, read once from the plain files in data/."""

from __future__ import annotations

from functools import cache
from importlib import resources

_VOWELS = frozenset("aeiou")


def data_lines(name: str) -> list[str]:
    """Return the lines of a data file, without comments (`#` …) and blank lines."""
    text = resources.files("quotes.extraction").joinpath("data", name).read_text(encoding="utf-8")
    stripped = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return [line for line in stripped if line]


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a data file by the `[section]` they stand in; below `[one two]` they stand in both."""
    found: dict[str, list[str]] = {"": []}
    current = [""]
    for line in data_lines(name):
        if line.startswith("[") and line.endswith("]"):
            current = line[1:-1].split()
        for section in current:
            words = found.setdefault(section, [])
            if not line.startswith("["):
                words.extend(line.split())
    return {section: tuple(words) for section, words in found.items()}


def verb_forms(entry: str) -> set[str]:
    """Return the inflected forms of `lemma` or `lemma/past/participle`."""
    lemma, *irregular = entry.split("/")
    forms = {lemma, _third_person(lemma), _ing(lemma)}
    if irregular:
        forms.update(irregular)
        if irregular[0].endswith(lemma[-1] + "ed") and lemma[-1] not in _VOWELS:
            forms.add(lemma + lemma[-1] + "ing")
    else:
        forms.add(_past(lemma))
    return forms


def _third_person(lemma: str) -> str:
    if lemma in ("have", "be"):
        return {"have": "has", "be": "is"}[lemma]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma + "s"


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    if lemma in ("begin", "run", "get", "put", "set", "hit"):
        return lemma + lemma[-1] + "ing"
    return lemma + "ing"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


@cache
def verbs_that(does: str, name: str = "verb_classes.txt") -> frozenset[str]:
    """Return the forms of the verbs in a section of a data file."""
    return frozenset(form for entry in sections(name)[does] for form in verb_forms(entry))


@cache
def reporting_verb_forms() -> dict[str, str]:
    """Return every form of every reporting verb, with its lemma."""
    forms: dict[str, str] = {}
    for entry in sections("reporting_verbs.txt")["verbs"]:
        lemma = entry.split("/")[0]
        for form in verb_forms(entry):
            forms.setdefault(form, lemma)
    return forms
