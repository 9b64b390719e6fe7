"""Verbs in a row with one subject, one of which the parser hangs elsewhere: she backs it, calls it so and adds: “…”"""

from __future__ import annotations

from quotes.extraction.clauses import AUXILIARIES, SUBJECTS, Clauses


def mend_row(clauses: Clauses, verb: int) -> None:
    """Join a reporting verb to the first of the verbs that it stands in a row with."""
    _mend_series(clauses, verb)
    _mend_listed(clauses, verb)
    _mend_enumerated(clauses, verb)


def _mend_series(clauses: Clauses, verb: int) -> None:
    """Join verbs in a row to the first, which has the subject: Roe backs “fair” pay, calls it “good” and adds: “…”"""
    up = clauses.heads[verb] if clauses.deps[verb] == "conj" else verb
    if clauses.in_quote[up] or clauses.deps[up] != "ROOT" or clauses.below(up, *SUBJECTS):
        return
    first = next((i for i in clauses.below(up, "ccomp") if i < up and clauses.below(i, *SUBJECTS)), up)
    if first == up or clauses.in_quote[first] or clauses.tags[first] != clauses.tags[up]:
        return
    if clauses.below(up, *AUXILIARIES) or clauses.below(first, "mark"):
        return
    clauses.hang(first, first, "ROOT")
    clauses.hang(up, first, "conj")


def _mend_listed(clauses: Clauses, verb: int) -> None:
    """Join a verb in a row within what is told to the one before it: Roe added that Doe rose, yelled “…” and left."""
    if clauses.deps[verb] != "ccomp" or clauses.tags[verb] != "VBD" or clauses.words[verb - 1 : verb] != [","]:
        return
    told = clauses.heads[verb]
    if told > verb or clauses.below(verb, *SUBJECTS, *AUXILIARIES, "mark"):
        return
    first = [i for i in clauses.below(told, "ccomp") if told < i < verb and clauses.tags[i] == "VBD"]
    if first and clauses.below(first[-1], "mark") and clauses.below(first[-1], *SUBJECTS):
        clauses.hang(verb, first[-1], "conj")


def _mend_enumerated(clauses: Clauses, verb: int) -> None:
    """Join a verb with an object to the main one: he asked about the guild, called Doe a “coward” and said, “…”

    Nothing that the guild is called, though the parse hangs it there: that would have no object.
    """
    tag = clauses.tags[verb]
    if clauses.deps[verb] != "acl" or tag not in ("VBN", "VBD") or clauses.words[verb - 1 : verb] != [","]:
        return
    objects = clauses.below(verb, "dobj", "oprd", "dative")
    if not objects or clauses.start_of(objects[0]) != verb + 1 or clauses.in_quote[verb + 1]:
        return  # also where the verb is the last word, and the object stands before it
    up = clauses.heads[verb]
    for _ in range(_LONGEST_CLIMB):
        if clauses.heads[up] == up or clauses.tags[up] == "VBD":
            break
        up = clauses.heads[up]
    last = [i for i in clauses.below(up, "conj") if i > verb and clauses.tags[i] == "VBD"]
    if clauses.tags[up] == "VBD" and not clauses.in_quote[up] and up < verb and last and clauses.below(up, *SUBJECTS):
        clauses.tags[verb] = "VBD"
        clauses.hang(verb, up, "conj")


_LONGEST_CLIMB = 4
"""Steps from the noun that a verb hangs on up to the main verb."""
