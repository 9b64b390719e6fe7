"""What part somebody has in a sentence, and who else is in the foreground where a pronoun takes somebody up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.extraction.nouns import noun_class
from quotes.extraction.sources import SUBJECTS, SentenceSources, SourceMention

_BY = frozenset(["by", "from", "of"])
_SENT = frozenset(
    "sent received got written posted had penned signed shared reposted forwarded emailed dictated".split()
)
_MISSIVES = frozenset("postcard inscription telegram fax".split())
"""Written things that `noun_class` knows neither as documents nor as words."""
INTRODUCING = frozenset(["a", "an", "one", "another"])
"""Words that bring somebody in who has not come up yet."""
_BELOW = frozenset(["xcomp", "advcl", "relcl", "acl", "pcomp"])
"""Clauses that hang on a word of another one."""
_MOST_LINKS = 6
"""Conjuncts and appositions that are climbed: the mayor, Ann Roe, a lawyer, and …"""

BESIDE = ("hearer", "object", "prep")
"""Parts of whoever stands beside the subject in its own clause, and is another: she told Roe, she said of Roe."""
FOREGROUND = ("teller", "subject", "attr", "inner-teller", "author", "side-subject", "inner-subject")
"""Parts in a sentence that the next one may take up with a pronoun, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Stand:
    """How somebody stands before a pronoun: all that a rival needs to know."""

    steps: int
    """Sentences back to the last mention."""
    part: str
    kind: str
    """`named`, `new` for somebody just brought in without a name (a nurse), or `unnamed`."""
    agreement: str

    @property
    def weight(self) -> tuple[int, int]:
        """Order stands: the smaller is the further in the foreground."""
        return self.steps, FOREGROUND.index(self.part) if self.part in FOREGROUND else len(FOREGROUND)

    @property
    def name(self) -> str:
        return f"{min(self.steps, 2)}{self.part}{'' if self.kind == 'named' else '-' + self.kind}"

    @property
    def leads(self) -> bool:
        """Whether the next sentence may take it up with a pronoun, by its part."""
        return self.part in FOREGROUND or self.part == "?subject"


def part_in(there: SentenceSources, mention: SourceMention) -> str:
    """Return the part that a mention has in its sentence: who tells it, whom it is about, by whom a letter is.

    `inner-` stands before those in what somebody else tells: Doe in Roe said that Doe had left; `side-` before those of
    another clause below the main one: Doe in Roe, who had met Doe’s son when Doe led the bank, …
    """
    head = mention.head
    for _ in range(_MOST_LINKS):
        if there.deps[head] not in ("conj", "appos") or there.heads[head] == head:
            break
        head = there.heads[head]
    dep, above = there.deps[head], there.heads[head]
    if any(how.startswith("according") for _, how in mention.roles):
        return "teller"
    if dep in SUBJECTS:
        teller = any(how.startswith(("subject", "conj")) for _, how in mention.roles)
        verb = _first_of_conjuncts(there, above)
        inner = "inner-" if _is_told(there, verb) else "side-" if not teller and there.deps[verb] in _BELOW else ""
        return f"{inner}{'teller' if teller else 'subject'}"
    if dep == "attr":
        return "attr"
    if dep in ("dobj", "dative"):
        return "hearer" if above in there.cue_at else "object"
    if dep == "poss":
        return "author" if _is_written(there, above) else "owner"
    if dep == "pobj":
        governor = there.heads[above]
        if there.words[above] in _BY and (
            _is_written(there, governor) or (there.words[above] != "of" and there.words[governor] in _SENT)
        ):
            return "author"
        if there.deps[above] == "agent":
            return "hearer" if governor in there.cue_at else "agent"
        return "hearer" if governor in there.cue_at and there.words[above] == "to" else "prep"
    return "other"


def _is_written(there: SentenceSources, token: int) -> bool:
    word = there.words[token]
    return there.tags[token].startswith("NN") and (word in _MISSIVES or noun_class(word) in ("document", "cue"))


def _first_of_conjuncts(there: SentenceSources, verb: int) -> int:
    """Return the verb that a second verb of the same subject goes on from."""
    for _ in range(_MOST_LINKS):
        if there.deps[verb] != "conj" or there.heads[verb] == verb:
            break
        verb = there.heads[verb]
    return verb


def _is_told(there: SentenceSources, verb: int) -> bool:
    """Tell whether a clause is what somebody tells."""
    if there.deps[verb] not in ("ccomp", *_BELOW):
        return False
    return any(there.cue_at[up].kind == "verb" for up in there.governors(verb) if up in there.cue_at)


def clause_of(there: SentenceSources, mention: SourceMention, other: SourceMention) -> str:
    """Return how the clause of `other` stands to the one of `mention`: `own`, `above`, `below` it, or `side`.

    In a letter to Roe she wrote: she is not Roe, who stands in her own clause. Asked by Roe, he said: nor is he.
    """
    verb = mention.roles[0][0] if mention.roles else verb_above(there, mention.head)
    theirs = verb_above(there, other.head)
    if verb == theirs:
        return "own"
    if theirs in there.governors(verb):
        return "above"
    return "below" if verb in there.governors(theirs) else "side"


def verb_above(there: SentenceSources, token: int) -> int:
    """Return the verb of the clause that a token stands in; the token itself where there is none."""
    return next((up for up in there.governors(token) if there.tags[up].startswith("VB")), token)


def is_introduced(there: SentenceSources, mention: SourceMention) -> bool:
    """Tell whether a phrase without a name brings somebody in: a spokeswoman, one shopper, another of the nurses."""
    words = there.words[max(0, mention.first - 1) : mention.head]
    return not INTRODUCING.isdisjoint(words[:2])


def duels(tag: str, stands: Sequence[Stand | None]) -> list[list[str]]:
    """Return, for each of those who could be meant, how they stand beside the first of the others."""
    ranked = sorted(
        (stand.weight, i) for i, stand in enumerate(stands) if stand is not None and stand.agreement != "clash"
    )
    found: list[list[str]] = []
    for i, stand in enumerate(stands):
        if stand is None:
            found.append([])
            continue
        first = next((stands[j] for _, j in ranked[:2] if j != i), None)
        if first is None:
            found.append([f"{tag}|alone|{stand.name}"])
            continue
        agreement = f"{stand.agreement}:{first.agreement}"
        ahead = stand.weight < first.weight
        found.append(
            [
                f"{tag}|stand={stand.name}",
                f"{tag}|duel={stand.name}:{first.name}",
                f"{tag}|duel={ahead}|{agreement}|{stand.kind}:{first.kind}",
                f"{tag}|duel={stand.name}|{ahead}|{agreement}",
            ]
        )
    return found
