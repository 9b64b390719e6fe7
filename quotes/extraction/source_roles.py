"""How the mentions of a sentence hang on its cues (subject, agent, owner …), and which description goes with a name."""

from __future__ import annotations

from quotes.extraction.nouns import noun_class
from quotes.extraction.sources import SUBJECTS, Cue, SentenceSources, SourceMention

# Roe was asked, “…?” / was told that “…”: whoever it is, not the speaker
_HEARD = frozenset("asked told reminded informed questioned advised warned urged".split())


def assign_roles(sentence: SentenceSources) -> None:
    """Say of each mention how it hangs on each cue; an apposition hands its role on to the name beside it."""
    by_head: dict[int, SourceMention] = {}
    for mention in sentence.mentions:
        by_head[mention.head] = mention
    for cue in sentence.cues:
        if cue.kind == "verb":
            for head, how in _subjects_of(sentence, cue.token):
                _give(sentence, by_head, head, cue.token, how)
        elif cue.kind == "according":
            for i in range(cue.token + 1, min(len(sentence.words), cue.token + 25)):
                if i in by_head and sentence.deps[i] == "pobj" and sentence.heads[i] in (cue.token + 1, cue.token):
                    _give(sentence, by_head, i, cue.token, "according")
                    break
        else:
            _noun_cue_roles(sentence, cue)
    _lend_beside(sentence)


_FINITE = frozenset(["VBD", "VBZ", "VBP"])


def _lend_beside(sentence: SentenceSources) -> None:
    """Give a cue for which the parse found nobody the mention that stands beside it.

    “It rained,” Jo Hale barked and left. / “Rain?” asked the boy, who laughed.
    """
    held = {token for mention in sentence.mentions for token, _ in mention.roles}
    for cue in sentence.cues:
        at = cue.token
        if cue.kind != "verb" or at in held or sentence.tags[at] not in _FINITE:
            continue
        quoted = at > 0 and (sentence.in_quote[at - 1] or (at > 1 and sentence.in_quote[at - 2]))
        for mention in sentence.mentions:
            if mention.modifier:
                continue
            if mention.last == at - 1:
                mention.roles.append((at, "beside"))
            elif (
                quoted
                and at < mention.first <= at + 5
                and not any(at < other.first < mention.first and other.kind != "name" for other in sentence.mentions)
            ):
                mention.roles.append((at, "inverted"))
                break


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
        if not noun_class(mention.text).startswith("person"):
            continue
        for name in names:
            beside = sentence.deps[name.head] == "appos" and mention.first <= sentence.heads[name.head] <= mention.last
            beside = beside or (sentence.deps[mention.head] == "appos" and sentence.heads[mention.head] == name.head)
            between = sentence.words[mention.last + 1 : name.first]
            # the carrier’s spokesman Capt. Jon Doe, torn by the parse
            beside = beside or (
                bool(mention.roles)
                and all(how.startswith("relative") for _, how in name.roles)
                and mention.last < name.first
                and between in ([], ["."])
                and sentence.tags[mention.head] in ("NN", "NNP")
            )
            # her spokesman, Jon Doe, said: a name between commas right behind a description in the singular
            beside = beside or (
                between == [","]
                and sentence.words[name.last + 1 : name.last + 2] in ([","], ["("], ["said"], ["told"], ["says"])
                and sentence.tags[mention.head] in ("NN", "NNP")
            )
            if beside:
                name.roles = list(dict.fromkeys([*(r for r in mention.roles), *name.roles]))
                name.subject = name.subject or mention.subject
                dropped.add(id(mention))
                break
    if dropped:
        sentence.mentions[:] = [m for m in sentence.mentions if id(m) not in dropped]


def _is_called(sentence: SentenceSources, mention: SourceMention, name: SourceMention) -> bool:
    """Tell whether a body's name stands directly behind its description: the analysts Tidewatch said."""
    return (
        name.entity_kind == "organization"
        and name.first == mention.last + 1
        and sentence.deps[name.head] == "appos"
        and sentence.heads[name.head] == mention.head
    )


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


def _subjects_of(sentence: SentenceSources, verb: int, depth: int = 0) -> list[tuple[int, str]]:
    """Return the heads of a verb's subjects, with the way that led there."""
    found: list[tuple[int, str]] = []
    passive = False
    agent = None
    for i in range(len(sentence.words)):
        if sentence.heads[i] != verb or i == verb:
            continue
        dep = sentence.deps[i]
        if dep == "agent":
            passive = True
            agent = next(
                (j for j in range(i + 1, len(sentence.words)) if sentence.heads[j] == i and sentence.deps[j] == "pobj"),
                None,
            )
        elif dep in SUBJECTS:
            if dep == "nsubjpass":
                passive = True
            if sentence.words[i] in ("who", "which", "that") and sentence.deps[verb] == "relcl":
                found.append((sentence.heads[verb], "relative"))
            else:
                how = "subject" if dep != "nsubjpass" else "hearer" if sentence.words[verb] in _HEARD else "passive"
                found.append((i, how))
    if agent is not None:
        return [(agent, "agent"), *found]
    if sentence.words[verb] in ("quoted", "quotes", "cited", "cites", "quoting", "citing"):
        # the paper quoted Ms Roe as saying
        objects = [
            i for i in range(verb + 1, len(sentence.words)) if sentence.heads[i] == verb and sentence.deps[i] == "dobj"
        ]
        if objects:
            return [(objects[0], "quoted"), *((i, "quoting") for i, _ in found)]
    if found or depth > 4:
        return found
    dep = sentence.deps[verb]
    head = sentence.heads[verb]
    if dep == "conj" and head != verb:
        return [
            (h, "conj" if how in ("subject", "conj") else how + "-conj")
            for h, how in _subjects_of(sentence, head, depth + 1)
        ]
    if dep in ("xcomp", "advcl", "pcomp", "ccomp", "prep", "aux", "parataxis") and head != verb and not passive:
        return [(h, "via-" + dep if how == "subject" else "via") for h, how in _subjects_of(sentence, head, depth + 1)]
    if dep in ("acl", "relcl") and head != verb:
        return [(head, "acl-" + sentence.tags[verb])]
    return found


def _noun_cue_roles(sentence: SentenceSources, cue: Cue) -> None:
    for mention in sentence.mentions:
        head = mention.head
        if sentence.heads[head] == cue.token and sentence.deps[head] == "poss":
            mention.roles.append((cue.token, "owner"))
        elif sentence.deps[head] == "pobj":
            prep = sentence.heads[head]
            if sentence.heads[prep] == cue.token and sentence.words[prep] in ("of", "from", "by"):
                mention.roles.append((cue.token, "noun-" + sentence.words[prep]))


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
        if up in cues:
            found.append((cues[up], here.deps[below]))
        below = up
    if not found:
        # “…,” said Roe, read with the quote as the main clause and the cue below it
        found = [(cue, "below") for cue in here.cues if first <= here.heads[cue.token] <= last]
    return found


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
