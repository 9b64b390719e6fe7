"""Who speaks behind an opening phrase: In an interview with Ada Quill, Tom Ferrow, who runs the port, said …"""

from __future__ import annotations

from quotes.extraction.clauses import Clauses
from quotes.extraction.lexicon import reporting_verb_forms

_TALKS = frozenset(
    "interview conversation call statement release letter email e-mail memo message note post tweet speech address"
    " briefing testimony filing report column op-ed video podcast book memoir essay article court".split()
)
_WITH = frozenset(["speaking", "talking", "appearing", "writing", "testifying", "unlike"])
"""What opens such a phrase by itself: Speaking to Ada Quill, Tom Ferrow, who runs the port, said …"""
_PHRASE = frozenset(["DT", "PRP$", "POS", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "HYPH"])
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_OPENING = 20
"""Tokens of the opening phrase, at most."""
_NAME = 10
_ASIDE = 30
"""Tokens of an aside between the one who speaks and the verb."""


def mend_opening(clauses: Clauses) -> None:
    """Make whoever stands between the opening phrase and an aside the subject of the verb behind the aside.

    Parsers take the reporter within the opening phrase for the subject, and the speaker for another name of hers.
    """
    words, tags = clauses.words, clauses.tags
    if not words or not (words[0] in _WITH or (words[0] in ("in", "during") and not _TALKS.isdisjoint(words[1:6]))):
        return
    low = _comma(clauses, 1, _OPENING)
    if low is None or words[low + 1 : low + 2] in (["a"], ["an"]):  # Speaking to Ada Quill, a reporter, …
        return
    high = _comma(clauses, low + 1, _NAME)
    if high is None or not all(tag in _PHRASE for tag in tags[low + 1 : high]) or tags[high - 1] not in _NOUNS:
        return
    if tags[high + 1 : high + 2] == ["NNP"]:  # in an interview in Halden, Norway, Tom Ferrow, who …
        return
    verb, forms = None, reporting_verb_forms()
    for i in range(high + 2, min(len(words), high + _ASIDE)):
        if clauses.in_quote[i]:
            return
        if words[i - 1] == "," and words[i] in forms and tags[i] in ("VBD", "VBZ"):
            verb = i
            break
    if verb is None:
        return
    subjects = clauses.below(verb, "nsubj")
    if any(low < i < high or i > verb or (i > high and tags[i] == "NNP") for i in subjects):
        return
    speaker = high - 1
    clauses.hang(speaker, verb, "nsubj")
    if clauses.heads[speaker] != verb:
        return
    for i in subjects:
        if i > high:
            clauses.hang(i, speaker, "appos")
        elif (leads := _preposition(clauses, i)) is not None:
            clauses.hang(i, leads, "pobj")


def _comma(clauses: Clauses, start: int, most: int) -> int | None:
    """Return the first comma from a token on; None if a quote or nothing comes first."""
    for i in range(start, min(len(clauses.words), start + most)):
        if clauses.in_quote[i]:
            return None
        if clauses.words[i] == ",":
            return i
    return None


def _preposition(clauses: Clauses, token: int) -> int | None:
    return next((i for i in range(token - 1, -1, -1) if clauses.tags[i] in ("IN", "TO")), None)
