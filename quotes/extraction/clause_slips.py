"""Clauses that parsers build wrongly around quotes, put right before anything is read off them."""

from __future__ import annotations

from collections.abc import Iterable

from quotes.extraction.clauses import AUXILIARIES, LONGEST_PHRASE, SUBJECTS, Clauses
from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.opening_slips import mend_opening
from quotes.extraction.verb_frames import mend_frames, mend_name_between, mend_object_relative
from quotes.extraction.verb_rows import mend_row

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])


def mend_clauses(clauses: Clauses, quotes: Iterable[tuple[int, int]]) -> None:
    """Put right what parsers often get wrong; `quotes` are the first and last token of each quote."""
    mend_opening(clauses)
    forms = reporting_verb_forms()
    for verb, word in enumerate(clauses.words):
        if clauses.in_quote[verb] or word not in forms:
            continue
        if verb and clauses.deps[verb - 1] == "compound" and clauses.heads[verb - 1] == verb:
            _mend_compound(clauses, verb)
        if not clauses.tags[verb].startswith("VB"):
            continue
        if verb and clauses.words[verb - 1] in _ORDINALS and clauses.heads[verb - 1] == verb:
            _mend_ordinal(clauses, verb)
        mend_name_between(clauses, verb)
        mend_object_relative(clauses, verb)
        _mend_passive(clauses, verb)
        _mend_two_subjects(clauses, verb)
        _mend_aside(clauses, verb)
        _mend_fronted(clauses, verb)
        _mend_joined(clauses, verb)
        _mend_tense(clauses, verb)
        _mend_participle(clauses, verb)
        _mend_inserted(clauses, verb)
        mend_row(clauses, verb)
        if clauses.tags[verb] == "VBG":
            _mend_adding(clauses, verb)
            _mend_and_adding(clauses, verb)
    for quote in quotes:
        mend_frames(clauses, quote)
        _mend_verbless(clauses, quote)
        _mend_agent(clauses, quote)


def _mend_compound(clauses: Clauses, verb: int) -> None:
    """Give a verb the noun before it, which is no part of its name: the pumps failed, the paper reports, “in a row”."""
    noun, tag = verb - 1, clauses.tags[verb]
    if clauses.tags[noun] not in _NOUNS or clauses.below(verb, *SUBJECTS):
        return
    # prices will fall, the bank forecasts: what has a clause of its own is a verb, however it is tagged
    if tag not in ("VBZ", "VBD", "VBP") and not (tag == "NNS" and clauses.below(verb, "ccomp", "parataxis")):
        return
    clauses.tags[verb] = "VBZ" if tag == "NNS" else tag
    for before in clauses.below(verb, "det", "amod", "poss", "compound", "nmod", "nummod"):
        if before < noun:
            clauses.hang(before, noun, clauses.deps[before])
    clauses.hang(noun, verb, "nsubj")


def _mend_ordinal(clauses: Clauses, verb: int) -> None:
    """Make whoever comes next the subject of what the parse took for a participle: A fourth added: “…”"""
    last = verb - 1
    if clauses.tags[verb] not in ("VBN", "VBD") or clauses.below(verb, *SUBJECTS, *AUXILIARIES):
        return
    clauses.tags[verb] = "VBD"
    for before in clauses.below(verb, "det"):
        clauses.hang(before, last, "det")
    clauses.hang(last, verb, "nsubj")


def _mend_passive(clauses: Clauses, verb: int) -> None:
    """Make a passive without a form of `be` active: charges that Ann Roe, for one, called “…”

    And an active one with it passive: the two cooks had been shot “in cold blood,” the mayor said.
    """
    if clauses.tags[verb] == "VBN" and clauses.below(verb, "auxpass"):
        for subject in clauses.below(verb, "nsubj"):
            if subject < verb:
                clauses.deps[subject] = "nsubjpass"
        return
    subjects = clauses.below(verb, "nsubjpass")
    if clauses.tags[verb] not in ("VBN", "VBD") or not subjects or clauses.below(verb, *AUXILIARIES, "agent"):
        return
    clauses.tags[verb] = "VBD"
    for subject in subjects:
        clauses.deps[subject] = "nsubj"


def _mend_two_subjects(clauses: Clauses, verb: int) -> None:
    """Leave a verb the nearer of two subjects: the mayor, who owed her seat to, as one aide put it, “…”, resigned."""
    subjects = [i for i in clauses.below(verb, *SUBJECTS) if i < verb]
    if len(subjects) > 1 and any(subjects[-2] < i < subjects[-1] for i in clauses.below(verb, "mark")):
        for subject in subjects[:-1]:
            clauses.deps[subject] = "dep"


def _mend_aside(clauses: Clauses, verb: int) -> None:
    """Give a verb the description right before it, which no comma closes: no apposition to the name in front.

    Roe, a top aide said, “was sure” / In an interview with Ann Roe, the candidate said it was “…”
    """
    noun = verb - 1
    if noun < 2 or clauses.deps[noun] != "appos" or clauses.tags[noun] not in _NOUNS or clauses.in_quote[noun]:
        return
    name = clauses.heads[noun]
    first = clauses.start_of(noun)
    if name >= first or clauses.words[first - 1] != ",":
        return
    subjects = clauses.below(verb, *SUBJECTS)
    if subjects == [name]:
        # “…,” Ann Roe, a cook from Tern said: a comma forgotten
        if clauses.words[verb + 1 : verb + 2] != [","]:
            return
        up = clauses.heads[verb]
        clauses.hang(name, up if up != verb else name, "nsubj" if up != verb else "dep")
    elif subjects or clauses.deps[verb] == "acl" or clauses.below(verb, *AUXILIARIES):
        return
    clauses.hang(noun, verb, "nsubj")


def _mend_fronted(clauses: Clauses, verb: int) -> None:
    """Give a verb the name and the description before it that the parse added to the name in front of them.

    After a call with Halden Water, the mayor, Ann Roe, said / In a memo seen by the Post, Ann Roe, 51, the mayor, said
    """
    if clauses.tags[verb] not in ("VBD", "VBZ", "VBP") or clauses.words[verb - 1 : verb] != [","]:
        return
    if clauses.deps[verb] in ("acl", "relcl") or clauses.below(verb, *SUBJECTS, *AUXILIARIES):
        return
    last = _before_comma(clauses, verb - 1)
    noun = _before_comma(clauses, clauses.start_of(last) - 1) if last > 0 else -1
    first = clauses.start_of(noun) if noun > 1 else 0
    if first == 0 or clauses.words[first - 1] != ",":
        return
    if any(clauses.deps[i] != "appos" or clauses.in_quote[i] for i in (last, noun)) or clauses.heads[noun] >= noun:
        return
    if clauses.deps[clauses.heads[noun]] in SUBJECTS or clauses.heads[last] not in (noun, clauses.heads[noun]):
        return
    clauses.hang(noun, verb, "nsubj")
    clauses.hang(last, noun, "appos")


def _before_comma(clauses: Clauses, comma: int) -> int:
    """Return the noun that ends right before a comma, past an age between commas; -1 if there is none."""
    last = comma - 1
    if last > 1 and clauses.words[comma : comma + 1] == [","]:
        if clauses.words[last].isdigit() and clauses.words[last - 1] == ",":
            last -= 2
        if clauses.tags[last] in _NOUNS:
            return last
    return -1


def _mend_joined(clauses: Clauses, verb: int) -> None:
    """Give a joined verb the noun right before it that the parse joined to an object: sold a boat and Doe called it."""
    if clauses.deps[verb] != "conj" or clauses.below(verb, *SUBJECTS):
        return
    helpers = clauses.below(verb, *AUXILIARIES, "advmod", "neg")
    noun = min([i for i in helpers if i < verb and not clauses.in_quote[i]], default=verb) - 1
    if noun < 2 or clauses.in_quote[noun] or clauses.deps[noun] != "conj" or clauses.tags[noun] not in _NOUNS:
        return
    first = clauses.start_of(noun)
    before = clauses.heads[noun]
    if before >= first or clauses.words[first - 1] not in ("and", "but") or clauses.heads[verb] >= before:
        return
    if clauses.deps[before] in SUBJECTS:
        return
    clauses.hang(noun, verb, "nsubj")


def _mend_tense(clauses: Clauses, verb: int) -> None:
    """Join a verb in the past to one in the past, not to a bare one: Roe said it would sink, and called it “mad”."""
    if clauses.deps[verb] != "conj" or clauses.tags[verb] not in ("VBD", "VBZ") or clauses.below(verb, *SUBJECTS):
        return
    up = clauses.heads[verb]
    if clauses.deps[up] == "ccomp" and clauses.words[clauses.heads[up]] in _HAVING and not clauses.in_quote[up]:
        # Roe had his car stolen and told police
        if clauses.heads[up] < up and clauses.tags[up] in ("VBN", "VBD") and not clauses.below(up, *AUXILIARIES):
            clauses.hang(verb, clauses.heads[up], "conj")
        return
    if clauses.tags[up] != "VB" or clauses.in_quote[up]:
        return
    while clauses.tags[up] not in ("VBD", "VBZ", "VBP"):
        if clauses.heads[up] == up or clauses.in_quote[up]:
            return
        up = clauses.heads[up]
    if up < verb and not clauses.in_quote[up]:
        clauses.hang(verb, up, "conj")


def _mend_participle(clauses: Clauses, verb: int) -> None:
    """Make a verb of what the parse took for a participle though it has an object: one aide called Doe “the prince”."""
    noun = clauses.heads[verb]
    if clauses.deps[verb] != "acl" or clauses.tags[verb] not in ("VBN", "VBD") or noun != verb - 1:
        return
    if clauses.tags[noun] not in _NOUNS or clauses.deps[noun] not in ("appos", "dep", "npadvmod", "ROOT"):
        return
    objects = clauses.below(verb, "dobj", "oprd", "ccomp")
    if not any(i == verb + 1 or not clauses.in_quote[i] for i in objects) or clauses.below(verb, "agent"):
        return
    first = clauses.start_of(noun)
    if first and clauses.words[first - 1] not in _BREAKS:
        return
    up = clauses.heads[noun]
    clauses.tags[verb] = "VBD"
    if up == noun:
        clauses.hang(verb, verb, "ROOT")
    else:
        clauses.hang(verb, up, "parataxis")
    clauses.hang(noun, verb, "nsubj")


def _mend_inserted(clauses: Clauses, verb: int) -> None:
    """Give a verb slipped in between commas the name behind it: Any “fair” reading, said Roe, a clerk, would help."""
    if verb < 2 or clauses.words[verb - 1] != "," or clauses.tags[verb] not in ("VBD", "VBZ"):
        return
    subjects = [i for i in clauses.below(verb, "nsubj") if i < verb - 1]
    if not subjects:
        return
    last = verb
    while last + 1 < len(clauses.words) and clauses.tags[last + 1] in ("NNP", "NNPS"):
        last += 1
    if last > verb and clauses.words[last + 1 : last + 2] == [","]:
        late = last + 2  # The reason cooks quit, writes Roe, is “salt”
        if clauses.tags[late : late + 1] and clauses.tags[late] in _FINITE and not clauses.in_quote[late]:
            clauses.hang(last, verb, "nsubj")
            for subject in subjects:
                clauses.hang(subject, late, "nsubj")
            return
    for noun in range(verb + 1, min(len(clauses.words), verb + _LONGEST_NAME)):
        late = clauses.heads[noun]
        if clauses.deps[noun] != "nsubj":
            continue
        if late > noun + 1 and clauses.heads[late] == verb and clauses.words[noun + 1] == ",":
            clauses.hang(noun, verb, "nsubj")
            clauses.hang(subjects[-1], late, "nsubj")
        return


def _mend_adding(clauses: Clauses, verb: int) -> None:
    """Hang a participle behind a comma on who reports: Roe said that Doe “…,” adding, “…” / as Roe spoke, saying …

    Not on a verb inside the quote, nor on `it was`: It was a strong show, as Roe echoed the mayor, saying …
    """
    up = clauses.heads[verb]
    if clauses.deps[verb] not in ("advcl", "conj", "ccomp", "xcomp", "acl", "dep") or up > verb:
        return
    if clauses.in_quote[up]:
        while clauses.heads[up] != up and (clauses.in_quote[up] or not clauses.below(up, *SUBJECTS)):
            up = clauses.heads[up]
        if up < verb and not clauses.in_quote[up] and clauses.below(up, *SUBJECTS):
            clauses.hang(verb, up, "advcl")
    elif clauses.words[verb - 1] == "," and any(clauses.words[i] in _EMPTY for i in clauses.below(up, *SUBJECTS)):
        spoken = [i for i in clauses.below(up, "advcl") if up < i < verb and clauses.below(i, *SUBJECTS)]
        if spoken:
            clauses.hang(verb, spoken[-1], "advcl")


_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_LONGEST_NAME = 6
"""Tokens from a verb to the end of the name behind it."""
_EMPTY = frozenset(["it", "there"])


def _mend_and_adding(clauses: Clauses, verb: int) -> None:
    """Join a participle to a participle: telling the town that Doe is “…” and asking how he had “…”"""
    up = clauses.heads[verb]
    if clauses.deps[verb] != "conj" or clauses.tags[up] not in ("VBD", "VBZ", "VBP") or up > verb:
        return
    if clauses.below(verb, *AUXILIARIES, *SUBJECTS):
        return
    for _ in range(_LONGEST_CHAIN):
        above = clauses.heads[up]
        if above == up or clauses.in_quote[above]:
            return
        up = above
        if clauses.tags[up] == "VBG":
            if up < verb:
                clauses.hang(verb, up, "conj")
            return


_LONGEST_CHAIN = 4
"""Steps up from a participle to the one it is joined to."""


_ORDINALS = frozenset(["second", "third", "fourth", "fifth", "sixth", "seventh"])
_HAVING = frozenset(["had", "has", "have", "having", "got"])
_BREAKS = frozenset([",", ";", ":", "—", "–", "-", "--"])


def _mend_verbless(clauses: Clauses, quote: tuple[int, int]) -> None:
    """Make a verb of the participle right behind a quote's speaker, if the parse found no verb: “…?” the cook asked.

    Also behind a long aside: Ann Roe, who ran the firm for a year, called it “…”
    """
    root = next((i for i, dep in enumerate(clauses.deps) if dep == "ROOT"), -1)
    if root < 0 or clauses.in_quote[root] or clauses.tags[root] not in _NOUNS | {"JJ"}:
        return
    first, last = quote
    forms = reporting_verb_forms()
    for verb in range(root + 1, min(len(clauses.words), root + _LONGEST_ASIDE)):
        if clauses.in_quote[verb] or clauses.tags[verb] != "VBN" or clauses.words[verb] not in forms:
            continue
        if clauses.deps[verb] not in ("acl", "relcl") or clauses.below(verb, *AUXILIARIES, *SUBJECTS, "agent"):
            continue
        behind = verb == root + 1 and last + 1 <= clauses.start_of(root) <= last + 2 and root - last < LONGEST_PHRASE
        closed = clauses.words[root + 1] == "," and verb < first and _is_behind_comma(clauses, verb)
        if behind or (closed and clauses.below(verb, "oprd", "dobj", "ccomp")):
            clauses.tags[verb] = "VBD"
            clauses.hang(verb, verb, "ROOT")
            clauses.hang(root, verb, "nsubj")
            return


def _is_behind_comma(clauses: Clauses, verb: int) -> bool:
    """Tell whether nothing but a day stands between a comma and a verb: Roe, a cook, on Tuesday called it “…”"""
    before = clauses.words[max(0, verb - 3) : verb]
    return before[-1:] == [","] or (before[:2] == [",", "on"] and before[-1] in _DAYS)


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_LONGEST_ASIDE = 30
"""Tokens from a name to its verb, past what is said of it between commas."""


def _mend_agent(clauses: Clauses, quote: tuple[int, int]) -> None:
    """Hang `by` right behind a quote on the passive before the quote: was called a “true friend” by Ann Roe."""
    first, last = quote
    by = last + 1
    if by + 1 >= len(clauses.words) or clauses.words[by] != "by" or clauses.deps[by] == "agent":
        return
    if not clauses.below(by, "pobj"):
        return
    forms = reporting_verb_forms()
    for verb in range(first - 1, max(-1, first - LONGEST_PHRASE), -1):
        if clauses.words[verb] in (",", ";", ":", "—", "–"):
            return
        if clauses.tags[verb].startswith("VB") and clauses.words[verb] in forms:
            reduced = clauses.tags[verb] == "VBN" and clauses.deps[verb] in ("acl", "relcl", "advcl")
            if (clauses.below(verb, "auxpass") or reduced) and not clauses.below(verb, "agent"):
                clauses.hang(by, verb, "agent")
            return
