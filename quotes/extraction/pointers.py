"""A sentence that says whose the words before it are: “…” That, at any rate, was the verdict of Roe."""

from __future__ import annotations

from quotes.extraction.sources import SentenceSources, SourceMention

_DEMONSTRATIVES = frozenset("that this those these such".split())
_WORDS = frozenset(["words", "remarks", "comments"])
_MESSAGES = frozenset("message post letter note text reply answer email e-mail tweet postcard telegram".split())


def _points_back(there: SentenceSources) -> str:
    """Return how a sentence points back at words that stand before it; nothing where it does not.

    That was the verdict of Roe: `that`. With those words, Roe had opened the case: `with`. So wrote Roe: `so`.
    The message was from Roe: `message`.
    """
    words = there.words[:2]
    if words and words[0] == "so":
        return "so"
    if len(words) == 2 and words[0] == "the" and words[1] in _MESSAGES:
        return "message"
    if words and words[0] in _DEMONSTRATIVES:
        return "that"
    return "with" if len(words) == 2 and words[0] in ("with", "at") and words[1] in _DEMONSTRATIVES else ""


_BE = frozenset("is was are were".split())
COME = frozenset("came comes".split())
"""That take came from Roe; “I am,” came the reply."""


def tells_back(there: SentenceSources) -> SourceMention | None:
    """Return whose words stand before a sentence where it says so; None where it does not.

    That was the verdict of Roe / Those were Roe's own words / That take came from Roe / With those words, Roe left /
    The message was from Roe / So said Roe.
    """
    points = _points_back(there)
    if points == "with":
        # With that, Roe left: no words; With those words, Roe left
        spoken = there.words[2:3] and there.words[2] in _WORDS
        return next((m for m in there.mentions if m.subject), None) if spoken else None
    root = next((i for i, dep in enumerate(there.deps) if dep == "ROOT"), None)
    if not points or root is None or there.in_quote[root]:
        return None
    words = there.words
    if points == "so":
        verb = root in there.cue_at and there.cue_at[root].kind == "verb"
        subjects = (m for m in there.mentions if m.subject and m.first > root)
        return next(subjects, None) if verb else None
    for mention in there.mentions:
        head = mention.head
        prep = there.heads[head]
        if words[root] in COME or (points == "message" and words[root] in _BE):
            if there.deps[head] == "pobj" and words[prep] == "from" and there.heads[prep] == root:
                return mention
        elif words[root] in _BE and mention.first > root:
            nouns = [t for t, how in mention.roles if there.cue_at[t].kind == "noun" and how in ("noun-of", "owner")]
            if any(there.heads[t] == root and there.deps[t] in ("attr", "nsubj") for t in nouns):
                return mention
    return None
