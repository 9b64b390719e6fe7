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
    _mend_slips(sentence)


_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_RELATIVES = frozenset(["which", "that"])
_GIVING = frozenset(
    (
        "gave give gives given giving had has have offered offers offer issued issues issue made makes make sent sends "
        "send posted posts post added adds adding put puts released releases left leaves shared shares delivered "
        "delivers issuing making sending releasing offering"
    ).split()
)
"""Verbs whose object may be words of their subject's."""
_REACH_BACK = 14
"""Tokens before `which` that are searched for the document it may go back to."""


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


def _mend_slips(sentence: SentenceSources) -> None:
    """Put right the roles that parsers often hang on the wrong word."""
    main = next((m for m in sentence.mentions if m.subject), None)
    for cue in sentence.cues:
        if cue.kind == "noun":
            _give_giver(sentence, cue)
            continue
        if cue.kind != "verb":
            continue
        at = cue.token
        held = [m for m in sentence.mentions if any(token == at for token, _ in m.roles)]
        if sentence.tags[at] == "VBG" and at and sentence.words[at - 1] == "," and main is not None:
            # the mayor dropped a plan drawn up by Roe that had cost a million, calling it “…”
            if main not in held and main.first < at:
                main.roles.append((at, "main"))
        elif sentence.tags[at] in _FINITE:
            if at > 1 and sentence.words[at - 1] in _RELATIVES:
                _give_far_document(sentence, at, held)
            elif at and sentence.words[at - 1] == ",":
                _give_before_participle(sentence, at)
        if any(how.startswith("passive") and m.text.lower() == "it" for m in held for t, how in m.roles if t == at):
            # it is alleged in her statement of claim that …
            for mention in sentence.mentions:
                head = mention.head
                prep = sentence.heads[head]
                if sentence.deps[head] == "pobj" and sentence.words[prep] == "in" and sentence.heads[prep] == at:
                    mention.roles.append((at, "said-in"))


def _give_giver(sentence: SentenceSources, cue: Cue) -> None:
    """Say who gives the words that a noun names: an agent gave him a one-word answer / shared it with a comment."""
    at = cue.token
    verb = sentence.heads[at]
    if sentence.deps[at] == "pobj" and sentence.words[verb] == "with":
        verb = sentence.heads[verb]
    elif sentence.deps[at] != "dobj" or sentence.words[verb] not in _GIVING:
        return
    if not sentence.tags[verb].startswith("VB"):
        return
    subjects = dict(_subjects_of(sentence, verb))
    for mention in sentence.mentions:
        how = subjects.get(mention.head)
        if how in ("subject", "conj") and not any(token == at for token, _ in mention.roles):
            mention.roles.append((at, "giver-" + sentence.deps[at]))


def _give_far_document(sentence: SentenceSources, verb: int, held: list[SourceMention]) -> None:
    """Let `which says` go back past a body or a date to a document: a letter to five towns, seen by Roe, which says."""
    nearest = next((m for m in held if any(t == verb and how == "relative" for t, how in m.roles)), None)
    for mention in reversed(sentence.mentions):
        if mention.first < verb - _REACH_BACK:
            break
        if mention.first >= verb or mention is nearest or noun_class(mention.text) not in ("document", "cue"):
            continue
        if any(
            tag in _FINITE or word == ";"
            for tag, word in zip(
                sentence.tags[mention.head + 1 : verb - 1], sentence.words[mention.head + 1 : verb - 1], strict=True
            )
        ):
            break
        if nearest is not None and sentence.words[verb - 1] == "which" and not _is_body(nearest):
            nearest.roles = [role for role in nearest.roles if role[0] != verb]
            mention.roles.append((verb, "relative"))
        else:
            mention.roles.append((verb, "relative-far"))
        break


def _is_body(mention: SourceMention) -> bool:
    """Tell whether `which says` may go back to a mention: not to a person, a date or a box."""
    if mention.kind == "name":
        return mention.entity_kind == "organization"
    return noun_class(mention.text) in ("organization", "document", "cue")


def _give_before_participle(sentence: SentenceSources, verb: int) -> None:
    """Give a verb the subject that the parse hung on a participle before it: the decree, read out by Roe, says."""
    if any(sentence.heads[i] == verb and sentence.deps[i] in SUBJECTS for i in range(len(sentence.words))):
        return
    for mention in sentence.mentions:
        if mention.last + 1 >= verb:
            break
        up = sentence.heads[mention.head]
        if (
            sentence.deps[mention.head] in SUBJECTS
            and sentence.words[mention.last + 1] == ","
            and mention.last + 2 <= up <= mention.last + 3
            and sentence.deps[up] in ("ccomp", "advcl")
            and sentence.heads[up] == verb
        ):
            mention.roles = [(verb, "subject"), *(r for r in mention.roles if r[0] != up)]
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


_PROMPTING = frozenset(
    (
        "prompt prompts prompted prompting lead leads led leading move moved moving drive drove driven driving cause "
        "caused causing spur spurred spurring force forced forcing inspire inspired inspiring provoked provoking"
    ).split()
)


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
    if dep in ("xcomp", "ccomp") and sentence.words[head] in _PROMPTING and sentence.words[verb - 1] == "to":
        # prompting a union to accuse it of “…”
        prompted = [i for i in range(head + 1, verb) if sentence.heads[i] == head and sentence.deps[i] == "dobj"]
        if prompted:
            return [(prompted[-1], "subject")]
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
    if found and first and here.words[first - 1] == ":":
        found = _reported_before_colon(here, first, found)
    if not found:
        # “…,” said Roe, read with the quote as the main clause and the cue below it
        found = [(cue, "below") for cue in here.cues if first <= here.heads[cue.token] <= last]
    return found


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
