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


def merge_appositions(sentence: SentenceSources) -> None:
    """Let a name stand for the description beside it: her spokesman, Jon Doe, said / Jon Doe, her spokesman, said."""
    names = [m for m in sentence.mentions if m.kind == "name" and m.entity_kind == "person" and not m.modifier]
    if not names:
        return
    dropped: set[int] = set()
    for mention in sentence.mentions:
        if mention.kind != "nominal" or not noun_class(mention.text).startswith("person"):
            continue
        for name in names:
            beside = sentence.deps[name.head] == "appos" and mention.first <= sentence.heads[name.head] <= mention.last
            beside = beside or (sentence.deps[mention.head] == "appos" and sentence.heads[mention.head] == name.head)
            between = sentence.words[mention.last + 1 : name.first]
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
        # chief executive Ann Roe said, with the name as a modifier by a slip of the parse
        elif (
            mention is not None
            and mention.kind == "nominal"
            and other.first >= mention.first
            and other.last <= mention.last
        ):
            other.roles.append((cue, how + "-inside"))


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
