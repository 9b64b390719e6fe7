"""What the head of a noun phrase without a name is: somebody, a body, a document, words, or nothing that speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from quotes.extraction.lexicon import sections
from quotes.extraction.name_lexicons import demonyms
from quotes.extraction.role_lexicon import role_word

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")

_PREPOSITIONS = frozenset("of for from at in with to on behind close familiar who that which".split())
_IN_NAMES = frozenset("of for in at on".split())
"""Prepositions inside the names of bodies."""
_AGENT_ENDINGS = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "woman", "women", "eur")

ADDRESS_TITLES = {
    "adm": "admiral",
    "gen": "general",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
    "maj": "major",
    "prof": "professor",
    "dr": "doctor",
    "rev": "reverend",
    "supt": "superintendent",
    "insp": "inspector",
    "pres": "president",
}
"""Written titles and the nouns that take them up again: Adm. Roe ▶ the admiral."""

HUMAN_CLASSES = ("person", "person-like", "demonym")
"""The classes of nouns that he and she can take up."""
_MALE = frozenset(
    (
        "man father son brother husband king prince boy spokesman chairman businessman actor uncle grandfather "
        "congressman male dad grandson nephew boyfriend gentleman widower policeman cameraman salesman clergyman "
        "guy bloke lad chap fella dude gent"
    ).split()
)
_FEMALE = frozenset(
    (
        "woman mother daughter sister wife queen princess girl spokeswoman chairwoman businesswoman actress aunt "
        "grandmother congresswoman widow female mom mum granddaughter niece girlfriend lady policewoman waitress "
        "lass"
    ).split()
)


_VERBS = frozenset(
    (
        "read writes wrote says said told predicts predicted argues argued insists insisted warns "
        "warned suggests suggested believes believed contends contended adds added thinks thought concludes concluded "
        "asserts asserted maintains maintained admits admitted denies denied complains complained recalls recalled "
        "explains explained agrees agreed acknowledges acknowledged"
    ).split()
)
"""Verbs that a parse takes for the head of the phrase in front of them."""


def noun_gender(phrase: str) -> Literal["male", "female"] | None:
    """Return the gender that a noun phrase tells: the spokeswoman, his brother; None where it tells none."""
    words = {w.lower() for w in WORD.findall(phrase)}
    return "male" if words & _MALE else "female" if words & _FEMALE else None


def without_verb(words: Sequence[str]) -> list[str]:
    """Return the words of a phrase without the verb that a parse took for its head: Ms. Quill notes.

    A word with a capital is no such verb: the United States, Member States.
    """
    return list(words[:-1]) if len(words) > 1 and words[-1] in _VERBS else list(words)


def head_word(words: Sequence[str]) -> str:
    """Return the head of a noun phrase in lower case, given its words: senior official of the ministry ▶ official."""
    for i, word in enumerate(words):
        if i and word.lower() in _PREPOSITIONS:
            # Department for Harbours spokeswoman, Bank of Halden governor: what stands before is a name's part
            named = words[i - 1][0].isupper() and not role_word(words[i - 1].lower())
            rest = next((n for n in range(len(words), i, -1) if words[n - 1][0].isupper()), len(words))
            if named and word in _IN_NAMES and i + 1 < rest < len(words):
                return head_word(words[rest:])
            return words[i - 1].lower()
    return words[-1].lower() if words else ""


@lru_cache(maxsize=32_768)
def noun_class(text: str) -> str:
    """Return `person`, `person-like` (by its ending), `people`, `organization`, `document`, `cue` or `other`."""
    head = head_word(WORD.findall(text))
    lexicon = noun_sets()
    single = head[:-1] if head.endswith("s") else head
    single_ies = head[:-3] + "y" if head.endswith("ies") else single
    tail = head.rsplit("-", 1)[-1]
    for kind in ("person", "document", "organization"):
        if {head, single, single_ies, tail} & lexicon[kind]:
            return kind
    if head.endswith("year-old"):
        return "person"
    original = WORD.findall(text)
    if head in demonyms() and original and any(w.lower() == head and w[0].isupper() for w in original):
        return "demonym"
    if role_word(head) or role_word(single):
        return "person"
    if head.endswith(_AGENT_ENDINGS):
        return "person-like"
    if head in noun_cues():
        return "cue"
    return "people" if {head, single_ies} & lexicon["people"] else "other"


@cache
def noun_sets() -> dict[str, frozenset[str]]:
    """Return the lists of data/source_nouns.txt."""
    return {name: frozenset(words) for name, words in sections("source_nouns.txt").items()}


@cache
def noun_cues() -> frozenset[str]:
    """Return the nouns that hold somebody's words, singular and plural."""
    singular = sections("noun_cues.txt")["words"]
    return (
        frozenset(singular) | {word + "s" for word in singular} | {w[:-1] + "ies" for w in singular if w.endswith("y")}
    )
