"""Which description goes with a name beside it: her spokesman, Jon Doe, said; the owner, Halden Transit, told them."""

from __future__ import annotations

from quotes.extraction.nouns import noun_class
from quotes.extraction.role_lexicon import role_word
from quotes.extraction.sources import SentenceSources, SourceMention


def merge_appositions(sentence: SentenceSources) -> None:
    """Let a name stand for the description beside it: her spokesman, Jon Doe, said / Jon Doe, her spokesman, said."""
    named = [m for m in sentence.mentions if m.kind == "name" and not m.modifier]
    names = [m for m in named if m.entity_kind == "person"]
    if not named:
        return
    dropped: set[int] = set()
    for mention in sentence.mentions:
        if mention.kind != "nominal":
            continue
        called = next((name for name in named if mention.roles and _is_called(sentence, mention, name)), None)
        if called is not None:
            called.roles = list(dict.fromkeys([*mention.roles, *called.roles]))
            called.subject = called.subject or mention.subject
            dropped.add(id(mention))
            continue
        noun = noun_class(mention.text)
        if not noun.startswith("person") and not (noun == "organization" and mention.roles):
            continue  # the poet’s publisher, Jon Doe, said: a publisher may be a body or a man
        for name in names:
            beside = sentence.deps[name.head] == "appos" and mention.first <= sentence.heads[name.head] <= mention.last
            beside = beside or (sentence.deps[mention.head] == "appos" and sentence.heads[mention.head] == name.head)
            between = sentence.words[mention.last + 1 : name.first]
            if noun == "organization":
                beside = beside and between == [","]
            # the carrier’s spokesman Capt. Jon Doe, torn by the parse
            beside = beside or (
                noun != "organization"
                and bool(mention.roles)
                and all(how.startswith("relative") for _, how in name.roles)
                and mention.last < name.first
                and between in ([], ["."])
                and sentence.tags[mention.head] in ("NN", "NNP")
            )
            # her spokesman, Jon Doe, said: a name between commas right behind a description in the singular
            beside = beside or (
                noun != "organization"
                and between == [","]
                and sentence.words[name.last + 1 : name.last + 2] in ([","], ["("], ["said"], ["told"], ["says"])
                and sentence.tags[mention.head] in ("NN", "NNP")
            )
            # Ann Roe, the engineer hired to mend the pier, said: whom the parse takes for two
            beside = beside or (
                noun != "organization"
                and name.first == 0
                and mention.subject
                and sentence.words[name.last + 1 : mention.first] in ([",", "the"], [",", "a"], [",", "an"])
                and sentence.tags[mention.last + 1 : mention.last + 2] in (["VBD"], ["VBN"])
                and sentence.words[mention.last + 2 : mention.last + 3] in (["to"], ["by"], ["with"], ["in"])
                and mention.last + 1 not in sentence.cue_at
            )
            # her old colleague and friend Ann Roe said: one person, whom no second article sets apart
            beside = beside or (
                noun != "organization"
                and bool(mention.roles)
                and sentence.deps[name.head] == "conj"
                and sentence.heads[name.head] == mention.head
                and between[:1] == ["and"]
                and 2 <= len(between) <= 4
                and all(tag == "NN" for tag in sentence.tags[mention.last + 2 : name.first])
            )
            if beside:
                name.roles = list(dict.fromkeys([*mention.roles, *name.roles]))
                name.subject = name.subject or mention.subject
                dropped.add(id(mention))
                break
    if dropped:
        sentence.mentions[:] = [m for m in sentence.mentions if id(m) not in dropped]


_LONGEST_OFFICE = 6
"""Tokens of an office in front of a name."""
_LONGEST_BRACKET = 4
"""Tokens of a bracket in front of the office."""
_OFFICE_TAGS = frozenset(["NN", "NNP", "NNS", "JJ", "HYPH"])


def give_officers(sentence: SentenceSources) -> None:
    """Let the officer speak and not the body: the Tern Nurses Association (TNA) general secretary Ann Roe told us.

    The bracket tears the parse: the body is the verb's subject, and the name an apposition of it.
    """
    for name in sentence.mentions:
        if name.entity_kind != "person":
            continue
        close = name.first - 1
        while close > 0 and sentence.tags[close] in _OFFICE_TAGS and name.first - close <= _LONGEST_OFFICE:
            close -= 1
        office = sentence.words[close + 1 : name.first]
        if sentence.words[close] != ")" or not any(map(role_word, office)):
            continue
        bracket = next(
            (i for i in range(close - 1, max(0, close - _LONGEST_BRACKET), -1) if sentence.words[i] == "("), 0
        )
        body = next((m for m in sentence.mentions if m.kind == "name" and m.last == bracket - 1), None)
        if body is None or body is name or not any(how == "subject" for _, how in body.roles):
            continue
        name.roles = list(dict.fromkeys([*body.roles, *(r for r in name.roles if not r[1].endswith("-appos"))]))
        name.subject = name.subject or body.subject
        body.subject = False
        for other in sentence.mentions:
            if body.first <= other.first < name.first:
                other.roles = []


def _is_called(sentence: SentenceSources, mention: SourceMention, name: SourceMention) -> bool:
    """Tell whether a body's name stands behind its description: the analysts Tidewatch said; its owner, Halden Bus."""
    if name.entity_kind not in ("organization", "other") or sentence.deps[name.head] != "appos":
        return False
    if name.entity_kind == "other" and not noun_class(mention.text).startswith(("person", "organization")):
        return False
    between = sentence.words[mention.last + 1 : name.first]
    return sentence.heads[name.head] == mention.head and between in ([], [","], [",", "the"])
