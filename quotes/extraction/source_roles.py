"""How the mentions of a sentence hang on its cues: subject, agent, owner …, and which cues stand above a quote."""

from __future__ import annotations

from quotes.extraction.nouns import noun_class
from quotes.extraction.role_slips import lend_beside, mend_slips
from quotes.extraction.sources import SUBJECTS, Cue, SentenceSources, SourceMention
from quotes.extraction.verb_subjects import subjects_of


def assign_roles(sentence: SentenceSources) -> None:
    """Say of each mention how it hangs on each cue; an apposition hands its role on to the name beside it."""
    by_head: dict[int, SourceMention] = {}
    for mention in sentence.mentions:
        by_head[mention.head] = mention
    for cue in sentence.cues:
        if cue.kind == "verb":
            for head, how in subjects_of(sentence, cue.token):
                _give(sentence, by_head, head, cue.token, how)
        elif cue.kind == "according":
            for i in range(cue.token + 1, min(len(sentence.words), cue.token + 25)):
                if i in by_head and sentence.deps[i] == "pobj" and sentence.heads[i] in (cue.token + 1, cue.token):
                    _give(sentence, by_head, i, cue.token, "according")
                    break
        else:
            _noun_cue_roles(sentence, cue)
    lend_beside(sentence)
    mend_slips(sentence)


def _give(sentence: SentenceSources, by_head: dict[int, SourceMention], head: int, cue: int, how: str) -> None:
    mention = by_head.get(head)
    if mention is not None:
        mention.roles.append((cue, how))
    for other in sentence.mentions:
        if other is mention:
            continue
        parent = sentence.heads[other.head]
        # the company's chief executive, Ann Roe, said / Ann Roe, the chief executive, said
        if sentence.deps[other.head] == "appos" and parent == head:
            other.roles.append((cue, how + "-appos"))
        elif sentence.deps[other.head] == "conj" and parent == head:
            other.roles.append((cue, how + "-conj"))
        elif (
            mention is not None
            and mention.kind == "nominal"
            and other.first >= mention.first
            and other.last <= mention.last
        ):
            inside = _inside(sentence, mention, other)
            if inside:
                other.roles.append((cue, how + inside))


def _inside(sentence: SentenceSources, phrase: SourceMention, other: SourceMention) -> str:
    """Return how a mention lies in the phrase of a subject; nothing where it cannot be who speaks.

    Roe’s letter says, a report by Roe says; but not: Roe’s lawyer says, a friend of Roe says.
    """
    if other.possessive or sentence.deps[other.head] == "pobj":
        words = noun_class(phrase.text) in ("document", "cue")
        return ("-owner" if other.possessive else "-of") if words else ""
    return "-inside"  # chief executive Ann Roe said, with the name as a modifier by a slip of the parse


# sharp criticism of Roe, the praise of Roe: whom it is about, and not who speaks
_AIMED = frozenset("criticism criticisms condemnation denunciation dismissal endorsement description depiction".split())


def _noun_cue_roles(sentence: SentenceSources, cue: Cue) -> None:
    for mention in sentence.mentions:
        head = mention.head
        if sentence.heads[head] == cue.token and sentence.deps[head] == "poss":
            mention.roles.append((cue.token, "owner"))
        elif sentence.deps[head] == "pobj":
            prep = sentence.heads[head]
            word = sentence.words[prep]
            hangs = sentence.heads[prep] == cue.token
            # a claim by Roe, hung on the verb by the parse
            of = word == "of" and hangs and sentence.words[cue.token] not in _AIMED
            if (word in ("from", "by") and (hangs or prep == cue.token + 1)) or of:
                mention.roles.append((cue.token, "noun-" + word))


def cues_above(here: SentenceSources, span_index: int) -> list[tuple[Cue, str]]:
    """Return the cues above the quote's words in the parse, nearest first, each with the dependency that leads to it.

    The innermost source is the speaker, unless its cue only looks like one: she said that he continued to “dither”.
    """
    place = here.stand_ins.get(span_index)
    if place is None:
        return []
    cues = here.cue_at
    first, last = place
    head = last
    for i in range(first, last + 1):
        if not first <= here.heads[i] <= last or here.heads[i] == i:
            head = i
            if here.tags[i][:1].isalpha():
                break
    found = []
    below = head
    for up in here.governors(head):
        if up in cues and not _stands_beside(here, below):
            found.append((cues[up], here.deps[below]))
        below = up
    if found and found[0][0].kind == "noun" and _stands_for(here, found[0][0].token, first):
        del found[0]
    torn = _torn_noun(here, first, [cue.token for cue, _ in found])
    if torn is not None:
        found.insert(0, (torn, "torn"))
    if found and first and here.words[first - 1] == ":":
        found = _reported_before_colon(here, first, found)
    aside = _parenthesis(here, head, [cue.token for cue, _ in found])
    if aside is not None:
        found.append((aside, "aside"))
    if not found:
        # “…,” said Roe, read with the quote as the main clause and the cue below it
        found = [(cue, "below") for cue in here.cues if first <= here.heads[cue.token] <= last]
    return found


def _stands_beside(here: SentenceSources, verb: int) -> bool:
    """Tell whether a verb is only joined to the one it hangs on: Roe made an offer, but Doe rejected it as “mad”."""
    if here.deps[verb] != "conj" or not here.tags[verb].startswith("VB"):
        return False
    return any(here.heads[i] == verb and here.deps[i] in SUBJECTS for i in range(here.heads[verb] + 1, verb))


_DESCRIBES = frozenset(
    "description descriptions characterization characterisation depiction portrayal denunciation dismissal".split()
)


def _stands_for(here: SentenceSources, noun: int, quote: int) -> bool:
    """Tell whether a quote says what becomes of somebody's words and is not in them: dismissed Doe's claims as “…”"""
    if here.deps[noun] != "dobj" or here.heads[noun] not in here.cue_at or here.words[noun] in _DESCRIBES:
        return False
    return any(here.words[i] == "as" and here.heads[i] == noun for i in range(noun + 1, quote))


def _parenthesis(here: SentenceSources, quote: int, above: list[int]) -> Cue | None:
    """Return the verb that is only slipped in, between commas: the club, Roe said, was “…”"""
    over = {quote, *here.governors(quote)}
    for cue in here.cues:
        at = cue.token
        if cue.kind != "verb" or at in above or here.deps[at] != "parataxis" or here.heads[at] not in over:
            continue
        if here.words[at + 1 : at + 2] == [","] and any(
            here.heads[i] == at and here.deps[i] == "nsubj" for i in range(max(0, at - 8), at)
        ):
            return cue
    return None


_LONGEST_CLAUSE = 20
"""Tokens back from a quote in which the `that` of its clause is looked for."""


def _torn_noun(here: SentenceSources, quote: int, above: list[int]) -> Cue | None:
    """Return the noun whose clause a quote stands in, hung by the parse on the verb: knocked a claim by Roe that “…”"""
    for i in range(quote - 1, max(0, quote - _LONGEST_CLAUSE), -1):
        if here.words[i] in (",", ";", ":", ".") or (i in here.cue_at and here.cue_at[i].kind == "verb"):
            return None
        if here.words[i] != "that" or here.tags[i] not in ("IN", "WDT"):
            continue
        noun = here.cue_at.get(i - 1)
        if noun is None:
            by = next((m for m in here.mentions if m.last in (i - 1, i - 2) and not m.modifier), None)
            tokens = [t for t, how in by.roles if how in ("noun-by", "noun-from")] if by is not None else []
            noun = here.cue_at[tokens[0]] if tokens else None
        if noun is None or noun.kind != "noun" or noun.token in above:
            return None
        return noun
    return None


def _reported_before_colon(here: SentenceSources, quote: int, above: list[tuple[Cue, str]]) -> list[tuple[Cue, str]]:
    """Put the verb next to a colon below the one that the parse hung the quote on: Roe said Doe had told her: “…”"""
    top = above[0][0].token
    for cue in reversed(here.cues):
        hangs = here.deps[cue.token] in ("ccomp", "conj", "relcl") and top in here.governors(cue.token)
        if cue.kind == "verb" and top < cue.token < quote and hangs:
            return [(cue, "colon"), *above]
    return above


def leaves_open(here: SentenceSources, span_index: int) -> bool:
    """Tell whether a quote's own sentence leaves it to the one before who speaks.

    “…,” she said; the minister said that “…”; nothing but “…” is done there. But not “…,” said Ann Roe, nor Ann Roe and
    her “…”: what was said before has no say in these.
    """
    above = cues_above(here, span_index)
    cue = above[0][0].token if above else None
    holders = {
        mention.kind
        for mention in here.mentions
        if not (mention.kind == "name" and mention.modifier) and any(token == cue for token, _ in mention.roles)
    }
    if holders:
        return "name" not in holders
    return not any(mention.kind == "name" for mention in here.mentions)
