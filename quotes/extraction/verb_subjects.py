"""Who is the subject of a verb: its own, or that of the verb that it hangs on, with the way that led there."""

from __future__ import annotations

from quotes.extraction.lexicon import verbs_that
from quotes.extraction.nouns import HUMAN_CLASSES, noun_class
from quotes.extraction.quoted_as import QUOTING, whom_it_quotes
from quotes.extraction.sources import SUBJECTS, SentenceSources

# Roe was asked, “…?” / was told that “…”: whoever it is, not the speaker
_HEARD = frozenset("asked told reminded informed questioned advised warned urged".split())
# guards accused of “sleeping”, charged with “causing a fire”: what others say that they did
_ACCUSED = frozenset("accused charged suspected convicted".split())
_OCCASIONS = frozenset("point points time times stage moment occasion occasions".split())


def subjects_of(sentence: SentenceSources, verb: int, depth: int = 0) -> list[tuple[int, str]]:
    """Return the heads of a verb's subjects, with the way that led there."""
    quoted = whom_it_quotes(sentence.words, sentence.tags, sentence.in_quote, verb)
    if quoted is not None:
        return [(quoted, "subject")]
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
            accused = passive and sentence.words[verb] in _ACCUSED
            if sentence.words[i] in ("who", "which", "that") and sentence.deps[verb] == "relcl":
                found.append((sentence.heads[verb], "hearer" if accused else "relative"))
            else:
                heard = accused or sentence.words[verb] in _HEARD
                how = "subject" if dep != "nsubjpass" else "hearer" if heard else "passive"
                found.append((i, how))
    if len(found) > 1 and any(how == "subject" for _, how in found):
        # Doe, who Roe on Monday called a “menace”: `who` is the object
        found = [(i, how) for i, how in found if how != "relative"]
    if agent is not None:
        return [(agent, "agent"), *found]
    if sentence.words[verb] in QUOTING:
        # the paper quoted Ms Roe, in its Sunday issue, “…”
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
        above = subjects_of(sentence, head, depth + 1)
        if sentence.words[verb] not in _HEARD | _ACCUSED:
            # Roe was asked about it, or charged, and said “…”: who hears the first verb holds the second
            above = [(h, "passive" if how == "hearer" else how) for h, how in above]
        return [(h, "conj" if how in ("subject", "conj") else how + "-conj") for h, how in above]
    if dep in ("xcomp", "ccomp") and sentence.words[head] in verbs_that("prompts") and sentence.words[verb - 1] == "to":
        # prompting a union to accuse it of “…”
        prompted = [i for i in range(head + 1, verb) if sentence.heads[i] == head and sentence.deps[i] == "dobj"]
        if prompted:
            return [(prompted[-1], "subject")]
    if dep == "pcomp" and sentence.words[head] in _OF_THE_OBJECT and not passive:
        blamed = _blamed(sentence, head)
        if blamed is not None:
            return [(blamed, "subject")]
    if dep in ("xcomp", "advcl", "pcomp", "ccomp", "prep", "aux", "parataxis") and head != verb and not passive:
        above = subjects_of(sentence, head, depth + 1)
        # Roe was quoted by the paper as saying
        if sentence.words[head] in QUOTING:
            return [(h, "via-" + how) for h, how in above]
        if sentence.words[head] == "as" and sentence.words[sentence.heads[head]] in QUOTING:
            return above
        return [(h, "via-" + dep if how == "subject" else "via") for h, how in above]
    if dep == "acl" and sentence.words[head] in _OCCASIONS and sentence.deps[sentence.heads[head]] == "prep":
        # he fought them for years, at one point calling them “thieves”
        above = subjects_of(sentence, sentence.heads[sentence.heads[head]], depth + 1)
        return [(h, "via-advcl" if how == "subject" else "via") for h, how in above]
    if dep in ("acl", "relcl") and head != verb and not _is_described(sentence, verb):
        accused = sentence.words[verb] in _ACCUSED and sentence.tags[verb] in ("VBN", "VBD")
        if accused:
            first = sentence.heads[head] if sentence.deps[head] == "conj" else head
            return [(one, "hearer") for one in dict.fromkeys([first, head])]  # Roe and six others charged with “…”
        return [(head, "acl-" + sentence.tags[verb])]
    return found


def _is_described(sentence: SentenceSources, verb: int) -> bool:
    """Tell whether a participle says what others make of somebody: Roe, described as a “…”; not quoted as saying."""
    word, behind = sentence.words[verb], sentence.words[verb + 1 : verb + 2]
    return behind == ["as"] and sentence.tags[verb] in ("VBN", "VBD") and word in verbs_that("names")


_OF_THE_OBJECT = frozenset(["for", "of", "from"])


def _blamed(sentence: SentenceSources, preposition: int) -> int | None:
    """Return whom a verb blames or praises for what they say: Roe mocked Doe for calling himself a “…”

    Not things: Roe made headlines for saying “…”
    """
    verb = sentence.heads[preposition]
    if not sentence.tags[verb].startswith("VB") or verb > preposition:
        return None
    objects = [i for i in range(verb + 1, preposition) if sentence.heads[i] == verb and sentence.deps[i] == "dobj"]
    if not objects:
        return None
    last = objects[-1]
    name = sentence.tags[last] in ("NNP", "NNPS")
    return last if name or noun_class(sentence.words[last]) in HUMAN_CLASSES else None
