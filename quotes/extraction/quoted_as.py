"""Somebody whom another quotes, and who is the one that speaks: the agency quoted Roe as saying it was “…”."""

from __future__ import annotations

from collections.abc import Sequence

QUOTING = frozenset("quote quoted quotes cite cited cites quoting citing".split())
_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT", "JJ"])
_PHRASE = 14
"""Tokens between the verb and `as saying`, at most."""
_ENDS = frozenset([",", "of", "in", "from", "at", "with", "who", "(", "—", "–", "-"])
"""Words right before which the noun of a phrase stands."""
_PASSIVE = frozenset("is are was were be been being".split())


def whom_it_quotes(words: Sequence[str], tags: Sequence[str], in_quote: Sequence[bool], verb: int) -> int | None:
    """Return the noun of whoever is quoted, given the verb that quotes or the participle behind `as`; None elsewhere.

    Read off the words, as parsers take `quote` for a noun: local papers quote Roe as saying. Not in: Roe was quoted by
    the Post as saying, whose subject is the one who speaks.
    """
    if words[verb] in QUOTING:
        start = verb
        end = next((i for i in range(verb + 2, min(len(words) - 1, verb + _PHRASE)) if words[i] == "as"), None)
    elif tags[verb] == "VBG" and words[verb - 1] == "as":
        end = verb - 1
        start = next((i for i in range(end - 2, max(-1, end - _PHRASE), -1) if words[i] in QUOTING), -1)
    else:
        return None
    if end is None or start < 0 or tags[end + 1] != "VBG" or any(in_quote[start:end]):
        return None
    if tags[start + 1] == "IN" or _PASSIVE & set(words[max(0, start - 2) : start]):
        return None
    noun = next((i for i in range(start + 2, end) if words[i] in _ENDS), end) - 1
    return noun if tags[noun] in _NOUNS else None
