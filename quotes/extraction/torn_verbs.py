"""Reporting verbs that the parser took for the last noun of the phrase in front of them: “…,” the leaflet read."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.lexicon import reporting_verb_forms

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_SUBJECT_TAGS = _NOUNS | {"CD", "JJ"}
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_UNCHANGED = frozenset(["read", "hit", "put", "cut"])
"""Verbs whose past looks like a noun or a stem: the plaque read."""
_LONGEST = 8
"""Words of a subject, at most."""
_IN_PHRASE = frozenset(["det", "amod", "compound", "nmod", "poss", "nummod", "advmod"])


def mend_torn_verb(
    words: Sequence[str], tags: list[str], heads: list[int], deps: list[str], in_quote: Sequence[bool]
) -> None:
    """Give a sentence around a quote its verb back, if the parse found none in it; changes tags, heads and deps.

    “…,” the 71-year-old recalled / “…,” the two write / The 71-year-old hit back, saying it was “…”
    """
    if True not in in_quote:
        return
    root = next((i for i, dep in enumerate(deps) if dep == "ROOT"), -1)
    if root < 1 or in_quote[root] or in_quote[root - 1] or tags[root] not in _NOUNS | {"JJ"}:
        return
    stem = reporting_verb_forms().get(words[root])
    subject = words[root - 1]
    if stem is None or tags[root - 1] not in _SUBJECT_TAGS or subject.isdigit():
        return
    plural = tags[root - 1] in ("NNS", "NNPS", "CD")
    if stem == words[root] and words[root] not in _UNCHANGED and not plural:
        return
    if any(tag in _FINITE and not quoted for tag, quoted in zip(tags[:root], in_quote, strict=False)):
        return
    behind = words[root + 1 : root + 3]
    back = behind[:1] == ["back"]
    ends = len(behind) == 0 or not behind[0][0].isalnum()
    if not back and not (ends and _quote_beside(words, in_quote, root)):
        return
    tags[root] = "VBZ" if words[root].endswith("s") else "VBD"
    for i in range(root - 1):
        if heads[i] == root and deps[i] in _IN_PHRASE:
            heads[i] = root - 1
    heads[root - 1], deps[root - 1] = root, "nsubj"


def _quote_beside(words: Sequence[str], in_quote: Sequence[bool], root: int) -> bool:
    """Tell whether a quote stands right behind a verb (a colon between), or right before its subject."""
    if any(in_quote[root + 1 : root + 3]):
        return True
    for i in range(root - 1, max(-1, root - _LONGEST), -1):
        if in_quote[i]:
            return True
        if words[i] in (";", ":", "."):
            return False
    return False
