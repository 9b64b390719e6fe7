"""Roles that parsers hang on the wrong word, or on none, put right after they have been assigned."""

from __future__ import annotations

from quotes.extraction.lexicon import verbs_that
from quotes.extraction.nouns import HUMAN_CLASSES, noun_class
from quotes.extraction.sources import SUBJECTS, Cue, SentenceSources, SourceMention
from quotes.extraction.verb_subjects import subjects_of

_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_HAVE_BEHIND_COMMA = ([",", "had"], [",", "has"], [",", "have"])
_RELATIVES = frozenset(["which", "that"])
_THINGS = frozenset(["other", "document", "cue"])
_REACH_BACK = 14
"""Tokens before `which` that are searched for the document it may go back to."""


def lend_beside(sentence: SentenceSources) -> None:
    """Give a cue for which the parse found nobody the mention that stands beside it.

    “It rained,” Jo Hale barked and left. / “Rain?” asked the boy, who laughed.
    """
    held = {token for mention in sentence.mentions for token, _ in mention.roles}
    for cue in sentence.cues:
        at = cue.token
        if cue.kind != "verb" or at in held or not _is_finite(sentence, at):
            continue
        before = _before_bracket(sentence, at)
        quoted = at > 0 and (sentence.in_quote[at - 1] or (at > 1 and sentence.in_quote[at - 2]))
        given = False
        for mention in sentence.mentions:
            if mention.modifier:
                continue
            if mention.last == before:
                (_whose_place(sentence, mention) or mention).roles.append((at, "beside"))
                given = True
            elif (
                quoted
                and not given
                and at < mention.first <= at + 5
                and not any(at < other.first < mention.first and other.kind != "name" for other in sentence.mentions)
            ):
                mention.roles.append((at, "inverted"))
                break


def _is_finite(sentence: SentenceSources, verb: int) -> bool:
    """Tell whether a verb is in the past or present, also where the tagger sees a participle: “Out,” Roe barked."""
    if sentence.tags[verb] in _FINITE:
        return True
    return (
        sentence.tags[verb] == "VBN"
        and sentence.deps[verb] in ("ROOT", "ccomp", "parataxis")
        and not any(
            sentence.heads[i] == verb and sentence.deps[i] in ("aux", "auxpass")
            for i in range(max(0, verb - _LONGEST_GROUP), verb)
        )
    )


_LONGEST_GROUP = 5
"""Tokens from a verb's first helper to the verb."""
_LONGEST_BRACKET = 8


def _before_bracket(sentence: SentenceSources, verb: int) -> int:
    """Return the last token before a verb, and before a bracket in front of it: Ann Roe (R-Tern) said."""
    before = verb - 1
    if before > 0 and sentence.words[before] == ")":
        for i in range(before - 1, max(0, before - _LONGEST_BRACKET), -1):
            if sentence.words[i] == "(":
                return i - 1
    return before


_LONGEST_DESCRIPTION = 30
"""Tokens between a name right behind a quote and its verb."""
_CLAUSE_WORDS = frozenset("who which that whose whom and but because as while when where ; : . ( —".split())


def _give_behind_quotes(sentence: SentenceSources) -> None:
    """Give the verb to the name right behind a quote: “…,” Ann Roe, head of Tern, a grain firm in Halden told us."""
    for name in sentence.mentions:
        after = name.last + 1
        if name.entity_kind != "person" or not name.first or not sentence.in_quote[name.first - 1]:
            continue
        if sentence.words[after : after + 1] != [","]:
            continue
        for i in range(after + 1, min(len(sentence.words), after + _LONGEST_DESCRIPTION)):
            if sentence.in_quote[i] or sentence.words[i] in _CLAUSE_WORDS:
                break
            if sentence.tags[i] in _FINITE:
                cue = sentence.cue_at.get(i)
                if cue is not None and cue.kind == "verb" and not _names_its_subject(sentence, name, i):
                    for other in sentence.mentions:
                        if name.last < other.first < i:
                            other.roles = [role for role in other.roles if role[0] != i]
                    name.roles = [(i, "subject"), *(role for role in name.roles if role[0] != i)]
                break


_LONGEST_TITLE = 3
"""Tokens before a name that may be its title, with a comma in front: , Mr Roe / , the Rev. Roe."""


def _names_its_subject(sentence: SentenceSources, name: SourceMention, verb: int) -> bool:
    """Tell whether a name or a pronoun of its own stands right before a verb: named “after” Doe, Roe wrote."""
    return any(
        m.last == verb - 1
        and m.first > name.last
        and m.kind != "nominal"
        and not m.modifier
        and "," in sentence.words[max(name.last, m.first - _LONGEST_TITLE) : m.first]
        for m in sentence.mentions
        if sentence.heads[m.head] == verb and sentence.deps[m.head] in SUBJECTS
    )


def _whose_place(sentence: SentenceSources, place: SourceMention) -> SourceMention | None:
    """Return the person whom a phrase places: Ann Roe of Halden said."""
    if place.kind != "name" or sentence.words[place.first - 1] not in ("of", "from"):
        return None
    before = (m for m in sentence.mentions if m.entity_kind == "person" and m.last == place.first - 2)
    return next(before, None)


def mend_slips(sentence: SentenceSources) -> None:
    """Put right the roles that parsers often hang on the wrong word."""
    _give_behind_quotes(sentence)
    main = next((m for m in sentence.mentions if m.subject and m.text.lower() != "it"), None)
    for cue in sentence.cues:
        if cue.kind == "noun":
            _give_giver(sentence, cue)
            continue
        if cue.kind != "verb":
            continue
        at = cue.token
        if _give_before_bare_verb(sentence, at):
            continue
        _give_message(sentence, at)
        held = [m for m in sentence.mentions if any(token == at for token, _ in m.roles)]
        if sentence.tags[at] == "VBG" and at and sentence.words[at - 1] == "," and main is not None:
            # the mayor dropped a plan drawn up by Roe that had cost a million, calling it “…”
            if main not in held and main.first < at:
                main.roles.append((at, "main"))
        elif sentence.tags[at] in _FINITE:
            if at > 1 and sentence.words[at - 1] in _RELATIVES:
                _give_far_document(sentence, at, held)
            elif at > 1 and sentence.words[at - 1] == "who":
                _give_far_person(sentence, at, held)
            elif at and sentence.words[at - 1] == ",":
                _give_before_participle(sentence, at)
        elif sentence.tags[at] == "VBN" and at > 1 and sentence.words[at - 2 : at] in _HAVE_BEHIND_COMMA:
            _give_before_participle(sentence, at)
        if any(
            how == "hearer" or (how.startswith("passive") and m.text.lower() == "it")
            for m in held
            for t, how in m.roles
            if t == at
        ):
            # it is alleged in her statement of claim that … / in one memo she was told that …
            for mention in sentence.mentions:
                head = mention.head
                prep = sentence.heads[head]
                if sentence.deps[head] == "pobj" and sentence.words[prep] == "in" and sentence.heads[prep] == at:
                    mention.roles.append((at, "said-in"))


def _give_message(sentence: SentenceSources, verb: int) -> None:
    """Let a letter say what the parse hung on who gets it: an e-mail to members saying “…”"""
    for hearer in sentence.mentions:
        if not any(token == verb and how.startswith("acl") for token, how in hearer.roles):
            continue
        prep = sentence.heads[hearer.head]
        if sentence.deps[hearer.head] != "pobj" or sentence.words[prep] not in ("to", "for"):
            return
        message = next((m for m in sentence.mentions if m.head < prep <= m.last + 1 and m is not hearer), None)
        if message is None or noun_class(message.text) not in ("document", "cue"):
            return
        moved = [role for role in hearer.roles if role[0] == verb]
        hearer.roles = [role for role in hearer.roles if role[0] != verb]
        message.roles.extend(role for role in moved if role not in message.roles)
        return


def _give_before_bare_verb(sentence: SentenceSources, verb: int) -> bool:
    """Give a verb without a subject of its own whoever stands before it: heard him shout / with Roe telling them."""
    tag = sentence.tags[verb]
    mention = next((m for m in sentence.mentions if m.last == verb - 1 and not m.modifier), None)
    if tag == "VB":
        if mention is None:
            return False
        before = mention.first - 1
        if before >= 0 and sentence.words[before] in ("the", "a", "an"):
            before -= 1
        if before < 0 or sentence.words[before] not in verbs_that("hears"):
            return False
    elif tag == "VBG":
        mention = _absolute(sentence, verb, mention)
        if mention is None:
            return False
    else:
        return False
    for other in sentence.mentions:
        if other is not mention:
            other.roles = [(at, how) for at, how in other.roles if at != verb or not how.startswith("via")]
    mention.roles = [(verb, "subject"), *(role for role in mention.roles if role[0] != verb)]
    return True


_LONGEST_ASIDE = 25
"""Tokens between a subject behind `with` and its participle."""


def _absolute(sentence: SentenceSources, verb: int, beside: SourceMention | None) -> SourceMention | None:
    """Return the subject of a participle that has one of its own: with Roe, who owns the farm, telling them “…”."""
    if beside is None and sentence.words[verb - 1 : verb] != [","]:
        return None
    shown = _shown(sentence, verb)
    if shown is not None:
        return shown
    for mention in reversed(sentence.mentions):
        if mention.first < verb - _LONGEST_ASIDE:
            break
        head = mention.head
        prep = sentence.heads[head]
        if mention.last >= verb or sentence.deps[head] != "pobj" or sentence.words[prep] != "with":
            continue
        if mention is beside or sentence.words[mention.last + 1 : mention.last + 3] in ([",", "who"], [",", "whose"]):
            return mention
    return None


_SHOWS = frozenset("show shows showed showing feature features featured capture captures captured".split())


def _shown(sentence: SentenceSources, verb: int) -> SourceMention | None:
    """Return whoever is shown to speak, where the parse lets the video: it shows an aide, Ann Roe, saying “…”."""
    if verb < _NEAREST_SHOWN or sentence.words[verb - 1] != "," or sentence.words[sentence.heads[verb]] not in _SHOWS:
        return None
    shows = sentence.heads[verb]
    return next(
        (
            m
            for m in sentence.mentions
            if shows < m.first and m.last == verb - 2 and (m.entity_kind == "person" or m.kind == "nominal")
        ),
        None,
    )


_NEAREST_SHOWN = 3


def _give_giver(sentence: SentenceSources, cue: Cue) -> None:
    """Say who gives the words that a noun names: an agent gave him a one-word answer / shared it with a comment."""
    at = cue.token
    verb = sentence.heads[at]
    if sentence.deps[at] == "pobj" and sentence.words[verb] == "with":
        verb = sentence.heads[verb]
    elif sentence.deps[at] != "dobj" or sentence.words[verb] not in verbs_that("gives"):
        return
    if not sentence.tags[verb].startswith("VB"):
        return
    subjects = dict(subjects_of(sentence, verb))
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


def _give_far_person(sentence: SentenceSources, verb: int, held: list[SourceMention]) -> None:
    """Let `who says` go back past a thing to whoever stands before it: told Roe on the pier, who replied / on camera"""
    nearest = next((m for m in held if any(t == verb and how == "relative" for t, how in m.roles)), None)
    if nearest is None or nearest.kind != "nominal" or sentence.deps[nearest.head] != "pobj":
        return
    if noun_class(nearest.text) not in _THINGS or sentence.tags[nearest.head] not in ("NN", "NNP"):
        return
    for mention in reversed(sentence.mentions):
        if mention.first < verb - _REACH_BACK:
            break
        if mention.last >= nearest.first or mention.modifier:
            continue
        person = mention.entity_kind == "person" or noun_class(mention.text) in HUMAN_CLASSES
        if mention.kind != "pronoun" and person:
            nearest.roles = [role for role in nearest.roles if role[0] != verb]
            mention.roles.append((verb, "relative"))
            break


def _is_body(mention: SourceMention) -> bool:
    """Tell whether `which says` may go back to a mention: not to a person, a date or a box."""
    if mention.kind == "name":
        return mention.entity_kind == "organization"
    return noun_class(mention.text) in ("organization", "document", "cue")


def _give_before_participle(sentence: SentenceSources, verb: int) -> None:
    """Give a verb the subject that the parse hung on a participle before it: the decree, read out by Roe, says.

    Also a subject that the parse took for the object of `after`: it came up after Roe, asked about the fog, had said
    """
    if sentence.has_subject(verb):
        return
    for mention in sentence.mentions:
        if mention.last + 2 >= verb:
            break
        if sentence.words[mention.last + 1] != ",":
            continue
        up = sentence.heads[mention.head]
        clause = sentence.words[mention.last + 2] in _OPENS_RELATIVE  # Roe, whose firm uses data, said
        below = (
            sentence.deps[mention.head] in SUBJECTS
            and (clause or mention.last + 2 <= up <= mention.last + 3)
            and mention.last < up < verb
            and sentence.deps[up] in ("ccomp", "advcl")
            and sentence.heads[up] == verb
        )
        opens = (
            sentence.deps[mention.head] == "pobj"
            and sentence.words[up] in _OPENING
            and sentence.tags[mention.last + 2] in ("VBN", "VBD", "VBG")
            and verb - mention.last < _LONGEST_ASIDE
        )
        if below or opens:
            if opens:
                for other in sentence.mentions:
                    other.roles = [role for role in other.roles if role[0] != verb]
            mention.roles = [(verb, "subject"), *(r for r in mention.roles if r[0] not in (up, verb))]
            break


_OPENS_RELATIVE = frozenset(["who", "whose", "which", "whom"])
_OPENING = frozenset(["after", "before", "until", "since", "as"])
"""Words before a clause that may also stand before a noun."""
