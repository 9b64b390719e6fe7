"""The reporting words of a parsed sentence: verbs, nouns that hold somebody's words, `according to` and its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.nouns import noun_cues

CueKind = Literal["verb", "noun", "according"]

# Israel continued to act with “impunity”: a report of what was done, not of words
_ASPECTUAL = frozenset("continue begin go proceed".split())
# per the by-laws, per Roe's letter; but not: twice per week
_DETERMINED = frozenset(["DT", "PRP$", "NNP", "NNPS"])
# brought in for questioning, under police questioning: what is done with a suspect
_UNDER = frozenset(["for", "under", "during", "police"])
# as the draft has it
_HAS = frozenset(["has", "have", "had"])
# in the language of the contract, it is “…” / to her mind, it is “…”: words that hold somebody's only there
_VIEWS = frozenset("language eyes mind telling reckoning parlance retelling".split())
_REACH = 8
"""Tokens back from `has it` in which `as` is looked for."""


def cue_words(
    words: Sequence[str], tags: Sequence[str], heads: Sequence[int], deps: Sequence[str], in_quote: Sequence[bool]
) -> Iterator[tuple[int, int, str, CueKind]]:
    """Yield each reporting word outside quotes: its token, the last token of its phrase, its lemma and its kind."""
    forms = reporting_verb_forms()
    nouns = noun_cues()
    for i, word in enumerate(words):
        if in_quote[i]:
            continue
        tag = tags[i]
        if tag.startswith("VB") and word in forms:
            if forms[word] in _ASPECTUAL and any(
                heads[j] == i and deps[j] == "xcomp" for j in range(i + 1, min(len(words), i + 8))
            ):
                continue
            if forms[word] == "qualify" and words[i + 1 : i + 2] in (["as"], ["for"]):
                continue  # the cottage qualified as a “heritage site”
            if forms[word] == "commit" and words[i + 1 : i + 2] != ["to"]:
                continue  # the army committed “crimes”; but the states committed to “hold” it
            if word == "questioning" and i and words[i - 1] in _UNDER and words[i + 1 : i + 2] != ["the"]:
                continue  # brought in for questioning over “fraud”
            yield i, i, forms[word], "verb"
        elif word in _HAS and words[i + 1 : i + 2] == ["it"] and _follows_as(words, in_quote, i):
            yield i, i + 1, "put", "verb"
        elif word == "according" and i + 1 < len(words):
            yield i, i + 1, "according", "according"
        elif word == "per" and i + 1 < len(words) and tags[i + 1] in _DETERMINED:
            yield i, i, "per", "according"
        elif tag in ("NN", "NNS") and (word in nouns or (word in _VIEWS and _is_view(words, tags, i))):
            yield i, i, word, "noun"
        elif tag in ("VBD", "VBZ") and _speaks_behind_quote(words, tags, heads, deps, in_quote, i):
            yield i, i, UNLISTED, "verb"
        elif (
            word in forms
            and tag in ("NN", "NNS", "NNP", "JJ")
            and word.endswith(("ed", "said", "says", "told", "wrote"))
        ):
            yield i, i, forms[word], "verb"


def _speaks_behind_quote(
    words: Sequence[str],
    tags: Sequence[str],
    heads: Sequence[int],
    deps: Sequence[str],
    in_quote: Sequence[bool],
    verb: int,
) -> bool:
    """Tell whether a verb that is no reporting one reports by its place: “Choke!” blared the page; “Out,” a cook raved.

    It stands right behind the quote with a noun behind it, or ends its clause with its subject right behind the quote.
    """
    behind = verb + 1
    if verb == 0:
        return False
    if in_quote[verb - 1]:
        quote = verb - 1
        stands = behind < len(tags) and tags[behind] in _OPENS_NOUN
    else:
        subject = next((j for j in range(verb - 1, max(-1, verb - _REACH), -1) if heads[j] == verb), verb)
        quote = next((j for j in range(verb - 1, max(-1, verb - _REACH), -1) if in_quote[j]), 0)
        clear = all(tags[j] in _IN_SUBJECT for j in range(quote + 1, verb))
        stands = clear and deps[subject] == "nsubj" and (behind >= len(words) or words[behind] in (".", ","))
    return stands and quote > 1 and in_quote[quote] and words[quote - 1] in (",", "!", "?")


UNLISTED = "unlisted"
"""Stands for the lemma of a verb that reports by its place alone."""
_OPENS_NOUN = frozenset(["DT", "NNP", "PRP$", "NN", "NNS", "JJ"])
_IN_SUBJECT = _OPENS_NOUN | {"POS", "NNPS", "CD", "PRP", "VBN", "RB"}


def _is_view(words: Sequence[str], tags: Sequence[str], noun: int) -> bool:
    before = words[max(0, noun - 5) : noun]
    owned = noun > 0 and tags[noun - 1] in ("PRP$", "POS")
    return ("in" in before and (owned or words[noun + 1 : noun + 2] == ["of"])) or ("to" in before and owned)


def _follows_as(words: Sequence[str], in_quote: Sequence[bool], verb: int) -> bool:
    for i in range(verb - 1, max(-1, verb - _REACH), -1):
        if in_quote[i] or words[i] in (",", ";", "."):
            return False
        if words[i] == "as":
            return True
    return False
