"""Verbs whose subject, object and what is said of it parsers mix up, put right by what such verbs always have."""

from __future__ import annotations

from quotes.extraction.clauses import Clauses
from quotes.extraction.lexicon import reporting_verb_forms, verbs_that

_LONGEST_OBJECT = 30
"""Tokens from a verb that calls something to what it calls it."""
_LONGEST_RELATIVE = 6
"""Tokens from `whom` to its verb."""
_LONGEST_TIME = 4
"""Tokens between a verb and its `that`: claimed on Tuesday that."""
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_NAME = frozenset(["NNP", "NNPS"])
_MEANWHILE = frozenset(["as", "while", "although", "though", "whereas"])
_WHOM = frozenset(["who", "whom", "which"])
_NAMED = frozenset(
    "term word phrase slogan motto title song album film movie book novel play show series programme program hashtag "
    "nickname label name question answer chant sign banner post tweet headline message".split()
)
"""Nouns that a quote right behind them is the name or the wording of: called the film “…” a success."""


def mend_frames(clauses: Clauses, quote: tuple[int, int]) -> None:
    """Put right the verbs around a quote, given as its first and last token."""
    first = quote[0]
    _mend_called(clauses, quote)
    if first and clauses.words[first - 1] == "that":
        _mend_meanwhile(clauses, quote)


def _head_of(clauses: Clauses, quote: tuple[int, int]) -> int:
    first, last = quote
    for i in range(first, last + 1):
        if clauses.tags[i][:1].isalpha() and not first <= clauses.heads[i] <= last:
            return i
    return last


def _mend_called(clauses: Clauses, quote: tuple[int, int]) -> None:
    """Hang what something is called on the verb, past a long object: called a report that Roe wrote last year “absurd”.

    Nothing else brings a quote right behind a noun that is not its name or its wording.
    """
    first = quote[0]
    before = first - 1
    if before < 2 or clauses.tags[before] not in _NOUNS or clauses.in_quote[before] or clauses.words[before] in _NAMED:
        return
    head = _head_of(clauses, quote)
    calls = verbs_that("calls")
    for verb in range(before - 2, max(-1, before - _LONGEST_OBJECT), -1):
        if clauses.in_quote[verb] or clauses.words[verb] in (":", ";"):
            return
        if clauses.words[verb] not in calls or not clauses.tags[verb].startswith("VB"):
            continue
        told = clauses.heads[head] == verb or clauses.below(verb, "auxpass", "agent")
        if not told and any(verb < i < first for i in clauses.below(verb, "dobj", "oprd", "ccomp", "nsubj")):
            clauses.hang(head, verb, "oprd")
        return


def _mend_meanwhile(clauses: Clauses, quote: tuple[int, int]) -> None:
    """Leave a quote behind `that` to the verb before it: even as Roe claimed that “…,” an aide said it was not so."""
    first, last = quote
    that = first - 1
    head = _head_of(clauses, quote)
    later = clauses.heads[head]
    if later <= last or "," not in clauses.words[last - 1 : last + 2]:
        return
    forms = reporting_verb_forms()
    for verb in range(that - 1, max(-1, that - 1 - _LONGEST_TIME), -1):
        if clauses.in_quote[verb] or clauses.words[verb] == ",":
            return
        if clauses.tags[verb] in _FINITE and clauses.words[verb] in forms:
            opens = any(clauses.words[i] in _MEANWHILE for i in clauses.below(verb, "mark", "advmod"))
            if opens and clauses.deps[verb] == "advcl":
                clauses.hang(head, verb, "ccomp")
                clauses.hang(that, head, "mark")
            return


def mend_object_relative(clauses: Clauses, verb: int) -> None:
    """Give a relative clause the name that the parse took for its verb: Doe, who Roe on Monday called “a menace”."""
    noun = clauses.heads[verb]
    if clauses.deps[verb] not in ("acl", "relcl") or clauses.below(verb, "nsubj", "nsubjpass", "auxpass", "agent"):
        return
    for name in range(verb - 1, max(noun, verb - _LONGEST_RELATIVE), -1):
        if clauses.in_quote[name]:
            return
        if clauses.deps[name] != "relcl" or clauses.heads[name] != noun or clauses.tags[name] not in _NAME:
            continue
        who = next(
            (i for i in range(name - 1, noun, -1) if clauses.heads[i] != name or clauses.words[i] in _WHOM), noun
        )
        if clauses.words[who] not in _WHOM:
            return
        clauses.tags[verb] = "VBD"
        clauses.hang(verb, noun, "relcl")
        clauses.hang(name, verb, "nsubj")
        clauses.hang(who, verb, "dobj")
        return


def mend_name_between(clauses: Clauses, verb: int) -> None:
    """Make a verb of what stands between two names that the parse took for one: Roe accused Doe, the mayor, of “…”"""
    if verb == 0 or clauses.deps[verb] != "amod" or clauses.tags[verb] not in ("VBN", "VBD"):
        return
    behind, before = clauses.heads[verb], verb - 1
    if behind <= verb or any(clauses.tags[i] != "NNP" for i in (before, verb + 1, behind)):
        return
    if clauses.in_quote[before] or clauses.deps[before] not in ("compound", "nmod") or clauses.heads[before] != behind:
        return
    fronted = [i for i in clauses.children.get(behind, ()) if i < before]
    if any(clauses.deps[i] in ("det", "amod", "poss", "nummod") for i in fronted):
        return
    clauses.tags[verb] = "VBD"
    up = clauses.heads[behind]
    if up == behind:
        clauses.hang(verb, verb, "ROOT")
    else:
        clauses.hang(verb, up, clauses.deps[behind])
    clauses.hang(behind, verb, "dobj")
    clauses.hang(before, verb, "nsubj")
    for i in fronted:
        named = clauses.deps[i] in ("compound", "nmod") and clauses.tags[i] == "NNP"
        clauses.hang(i, before if named else verb, clauses.deps[i])
    for i in [i for i in clauses.below(behind, "prep") if clauses.words[i] == "of" and clauses.words[i - 1] == ","]:
        clauses.hang(i, verb, "prep")
