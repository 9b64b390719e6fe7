"""A report inside a report: Roe said that Doe had told her “…”. Whose words are they, the inner or the outer one's?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from quotes.extraction.lexicon import sections, verbs_that
from quotes.extraction.nouns import HUMAN_CLASSES, noun_class
from quotes.extraction.sources import Cue, SentenceSources, SourceMention

_INNER = frozenset(["subject", "conj", "agent", "subject-appos"])
_OUTER = frozenset([*_INNER, "via-advcl", "via-xcomp", "inverted", "main", "beside"])
"""How a mention may hang on a verb that it surely is the subject of; on an outer one, more loosely."""
_BEHIND = frozenset([*_INNER, "inverted"])
_WRITTEN_BY = frozenset(["noun-by", "noun-from"])
_MODALS = frozenset("would will could can should may might must to".split())
_NOT = frozenset(["not", "n't", "n’t", "never", "no"])


@dataclass(frozen=True, slots=True)
class Nesting:
    """Two verbs above one quote, each with a subject of its own."""

    inner: frozenset[int]
    outer: frozenset[int]
    """First tokens of the mentions that hold the inner and the outer verb."""
    names: tuple[str, ...]
    """What decides between them, as short names for features."""
    cried: bool = False
    """Whether the inner verb gives a voice, right before the quote: nobody else's words can stand behind it."""

    def shuts_out(self, mention: SourceMention) -> bool:
        """Tell whether a mention only reports a cry: Roe said Doe screamed, “…”"""
        return self.cried and mention.first in self.outer

    def features(self, mention: SourceMention) -> list[str]:
        """Return the features of a mention that holds one of the two verbs; none for any other."""
        if mention.first in self.inner:
            return [f"nest-in|{name}" for name in self.names]
        if mention.first in self.outer:
            return [f"nest-out|{name}" for name in self.names]
        return []


def find_nesting(here: SentenceSources, above: list[tuple[Cue, str]], quote: int) -> Nesting | None:
    """Return how the two innermost verbs above a quote are nested.

    None where there are no two with different subjects, or the inner one is in no class (held, offered). `above` are
    the cues above the quote, nearest first; `quote` is its first token.
    """
    held: list[tuple[Cue, SourceMention, frozenset[int]]] = []
    for cue, _ in above:
        if cue.kind != "verb":
            continue
        wanted = _OUTER if held else _INNER
        holders = [m for m in here.mentions if any(t == cue.token and how in wanted for t, how in m.roles)]
        firsts = frozenset(m.first for m in holders)
        if holders and not (held and firsts & held[0][2]):
            held.append((cue, holders[0], firsts))
        if len(held) == 2:
            break
    if len(held) < 2:
        return None
    (inner, holder, those), (outer, _, others) = held
    kind = _holder(holder)
    verb = verb_class(inner.lemma)
    cried = inner.lemma in verbs_that("cries") and 0 < quote - inner.token <= _LONGEST_CRY
    if verb == "other" and not cried:
        return None
    hearer = _hearer(here, inner.token)
    after = inner.token + 1
    colon = next((i for i in range(after, min(len(here.words), after + 16)) if here.words[i] == ":"), None)
    quote_next = colon is not None and colon + 1 < len(here.words) and here.in_quote[colon + 1]
    joined = here.deps[inner.token] == "conj"
    mood = _mood(here, here.heads[inner.token] if joined else inner.token)
    names: tuple[str, ...] = (
        verb,
        f"{verb}|{kind}",
        f"{verb}|{mood}",
        f"{verb}|{hearer}",
        f"{verb}|{hearer}|{mood}",
        f"{verb}>{verb_class(outer.lemma)}|{joined}",
    )
    if any(how == "agent" for token, how in holder.roles if token == inner.token):
        names += ("agent",)  # Roe said she had been told by Doe that “…”
    if verb == "says" and (quote_next or (hearer != "nobody" and mood == "had")):
        names += ("surely",)  # Roe said Doe had told her “…” / Roe said Doe called and told her: “…”
    return Nesting(those, others, names, cried)


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's claim that a verb does something to: Roe rejected Doe's charge that “…”."""

    noun: int
    """Token of the noun."""
    holders: frozenset[int]
    """First tokens of the mentions whose claim it is."""
    verb: str
    """`reacts` for a verb that only answers to what another has said, else `other`."""

    def features(self, mention: SourceMention) -> list[str]:
        """Return where a mention stands: whose claim it is, in the claim's own clause, or outside it."""
        where = "holds" if mention.first in self.holders else "inside" if mention.first > self.noun else "outside"
        return [f"claim-{where}|{self.verb}", f"claim-{where}|{self.verb}|{mention.kind}"]


_CLAUSES = frozenset(["acl", "relcl", "ccomp", "torn"])
"""How the quote's clause hangs on the noun whose content it is."""
_CLAIM_OF = frozenset(["owner", "noun-by", "noun-from", "noun-of"])


def find_claim(here: SentenceSources, above: list[tuple[Cue, str]]) -> Claim | None:
    """Return the claim that a quote stands in; None where there is none that is said to be somebody's."""
    noun = next((cue.token for cue, hangs in above[:3] if cue.kind == "noun" and hangs in _CLAUSES), None)
    of = False
    if above and above[0][1] == "prep":
        # called Doe's claim of “fraud” absurd; but the comment that described Doe as “…” does not say so
        nearest = above[0][0]
        of = noun is None and nearest.kind == "noun" and here.words[nearest.token + 1 : nearest.token + 2] == ["of"]
        noun = nearest.token if of else None
    if noun is None:
        return None
    holders = frozenset(
        m.first for m in here.mentions if any(token == noun and how in _CLAIM_OF for token, how in m.roles)
    )
    if not holders:
        return None
    verb = next((up for up in here.governors(noun)[:3] if here.tags[up].startswith("VB")), None)
    reacts = verb is not None and here.words[verb] in verbs_that("reacts")
    kind = "reacts" if reacts else "other"
    return Claim(noun, holders, f"of|{above[0][0].lemma}" if of else kind)


def hands_on(here: SentenceSources) -> frozenset[int]:
    """Return the first tokens of the mentions that only pass on another's words: Roe reposted a message by Doe: “…”

    Also: reading from a statement by Doe, the lawyer said: “…”; the lawyer read a statement written by Doe: “…”
    """
    found: set[int] = set()
    for cue in here.cues:
        if cue.lemma not in _messages() or here.deps[cue.token] not in ("dobj", "pobj"):
            continue
        verb = here.heads[cue.token]
        if here.deps[cue.token] == "pobj":
            verb = here.heads[verb]
        if here.words[verb] not in verbs_that("passes"):
            continue
        writers = [m for m in here.mentions if _writes(here, m, cue.token)]
        if writers:
            found.update(
                m.first
                for m in here.mentions
                if m not in writers and (m.subject or any(token == verb for token, _ in m.roles))
            )
    return frozenset(found)


def vouches(here: SentenceSources, span_index: int) -> frozenset[int]:
    """Return the first tokens of the mentions that only vouch for a report: Doe said, “…,” the police said.

    The verb right before the quote has its words; what stands behind the quote has told of both. Or the verb right
    behind it has them: “…,” admitted a clerk, according to the police.
    """
    first, last = here.stand_ins[span_index]
    behind = next((c for c in here.cues if c.token > last), None)
    if behind is None or behind.kind == "noun" or behind.token - last > _LONGEST_VOUCHER:
        return frozenset()
    if first > 1 and here.words[first - 1] in (",", ":") and _sayers(here, first - 2, _INNER):
        return _held_by(here, behind.token, last)
    further = next((c for c in here.cues if c.token > behind.token), None)
    if (
        further is not None
        and further.kind == "according"
        and here.words[further.token - 1] == ","
        and further.token - behind.token <= _LONGEST_VOUCHER
        and any(
            m.first > last and _LINKING.issuperset(here.words[last + 1 : min(m.first, behind.token)])
            for m in _sayers(here, behind.token, _BEHIND)
        )
    ):
        return _held_by(here, further.token, behind.token)
    return frozenset()


_LINKING = frozenset([",", "the", "a", "an", "then", "also", "later"])
"""What may stand between a quote and whoever said it, or the verb."""


def _sayers(here: SentenceSources, token: int, hows: frozenset[str]) -> list[SourceMention]:
    """Return the mentions that hold a verb of saying."""
    cue = here.cue_at.get(token)
    if cue is None or cue.kind != "verb" or verb_class(cue.lemma) != "says":
        return []
    return [m for m in here.mentions if any(at == token and how in hows for at, how in m.roles)]


def _held_by(here: SentenceSources, token: int, after: int) -> frozenset[int]:
    """Return the first tokens of the mentions behind a token that hold a cue."""
    return frozenset(m.first for m in here.mentions if m.first > after and any(t == token for t, _ in m.roles))


_LONGEST_CRY = 3
"""Tokens from a verb that gives a voice to what is cried, which no quote before it is: Roe said, “…,” as Doe yelled."""
_LONGEST_VOUCHER = 12
"""Tokens from a quote to the verb behind it."""
_LONGEST_INTRODUCTION = 20
"""Tokens from a message to the colon that its words follow."""


def _writes(here: SentenceSources, mention: SourceMention, message: int) -> bool:
    """Tell whether somebody has written a message: a letter by Roe, a letter written by Roe, a letter that Roe sent."""
    if any(token == message and how in _WRITTEN_BY for token, how in mention.roles):
        return True
    if ":" not in here.words[message : message + _LONGEST_INTRODUCTION]:
        return False  # “…,” said Doe, reading a letter that Roe had sent
    up = here.heads[mention.head]
    if here.deps[mention.head] == "pobj" and here.words[up] == "by":
        up = here.heads[up]
    elif here.deps[mention.head] != "nsubj":
        return False
    return here.heads[up] == message and here.deps[up] in ("acl", "relcl") and here.words[up] in verbs_that("writes")


@cache
def _messages() -> frozenset[str]:
    return frozenset(sections("verb_classes.txt")["messages"])


def verb_class(lemma: str) -> str:
    """Return whether a verb says (tell), names (call), thinks (believe), finds (conclude), or does anything (offer)."""
    return _classes().get(lemma, "other")


@cache
def _classes() -> dict[str, str]:
    classes = sections("verb_classes.txt")
    return {lemma: name for name in ("says", "names", "thinks", "finds") for lemma in classes[name]}


def _holder(mention: SourceMention) -> str:
    if mention.kind != "nominal":
        return mention.kind if mention.entity_kind in (None, "person") else "body"
    kind = noun_class(mention.text)
    return "human" if kind in HUMAN_CLASSES else "thing" if kind == "other" else kind


def _hearer(here: SentenceSources, verb: int) -> str:
    """Return who is told, if the object stands right behind the verb: told her, assured the caucus."""
    for i in range(verb + 1, min(len(here.words), verb + 4)):
        if here.in_quote[i]:
            break
        if here.heads[i] == verb and here.deps[i] in ("dobj", "dative", "iobj"):
            return "pronoun" if here.tags[i] == "PRP" and here.words[i] != "it" else "noun"
    return "nobody"


def _mood(here: SentenceSources, verb: int) -> str:
    before = here.words[max(0, verb - 4) : verb]
    if _NOT.intersection(before):
        return "not"
    if "had" in before:
        return "had"
    return "modal" if _MODALS.intersection(before) else here.tags[verb]
