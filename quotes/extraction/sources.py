"""Who could have spoken: the mentions in a parsed sentence of the narration, and what the syntax says of each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from quotes.extraction.clause_slips import mend_clauses
from quotes.extraction.clauses import Clauses
from quotes.extraction.cue_words import CueKind, cue_words
from quotes.extraction.entities import EntityKind, NameMention, Names
from quotes.extraction.lexicon import reporting_verb_forms, verbs_that
from quotes.extraction.name_lexicons import demonyms
from quotes.extraction.named_offices import field_before, part_from_office
from quotes.extraction.narration import Folded
from quotes.extraction.nouns import noun_sets
from quotes.extraction.phrase_edges import hyphened, left_edge, right_edge
from quotes.extraction.quoted_as import whom_it_quotes
from quotes.extraction.role_lexicon import role_word
from quotes.extraction.torn_verbs import mend_torn_verb
from quotes.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MentionKind = Literal["pronoun", "name", "nominal"]

_PRONOUNS = frozenset(["i", "we", "he", "she", "they", "it", "you"])
_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}
OBJECTS = frozenset(["him", "her", "them", "me", "us"])
"""Pronouns that are no subject; `her` may be a possessive, too."""
_SPEAKS_BEHIND = frozenset(["by", "according", "to", "for", "from"])
"""Words before a pronoun that may speak: told by him that, according to her, for him it was “…”."""
_SOMEBODY_ELSE = frozenset(["one", "another", "others"])
_POSTNOMINALS = frozenset("kc qc mp msp mep td obe cbe mbe esq phd md".split())
_NOMINAL_ROLES = frozenset(
    "nsubj nsubjpass dobj pobj attr appos conj ROOT npadvmod oprd dep ccomp poss agent dative nmod".split()
)
SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
_CALENDAR = frozenset(
    (
        "january february march april june july august september october november december jan feb mar apr jun jul "
        "aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow "
        "week month year day morning afternoon evening night weekend weeks months years days time moment hour hours "
        "minutes percent"
    ).split()
)
_ARTICLES = frozenset(["the", "a", "an"])
_NOUN_TAGS = frozenset(["NN", "NNS", "NNP", "NNPS"])


@dataclass(slots=True)
class SourceMention:
    """A noun phrase of the narration that could name a source."""

    span: Span
    """Offsets in the article; without a leading article and without `'s`."""
    text: str
    kind: MentionKind
    head: int
    """Index of the head token in the sentence's parse."""
    first: int
    last: int
    """Token indices, `last` inclusive."""
    sentence: int
    """Index of its sentence."""
    entity: int | None = None
    """Index into `Names.entities`, for a name."""
    entity_kind: EntityKind | None = None
    modifier: bool = False
    """True for a name inside another phrase: Trump’s campaign manager, Clinton supporters."""
    possessive: bool = False
    subject: bool = False
    """True for the grammatical subject of the sentence's main verb."""
    roles: list[tuple[int, str]] = field(default_factory=list)
    """(token index of a cue, how the mention hangs on it)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word in a sentence."""

    token: int
    lemma: str
    kind: CueKind
    span: Span


@dataclass
class SentenceSources:
    """A parsed sentence: its mentions, its cues, and where its quotes stand among the tokens."""

    index: int
    folded: Folded
    words: list[str]
    """Lower-case tokens."""
    tags: list[str]
    heads: list[int]
    deps: list[str]
    stand_ins: dict[int, tuple[int, int]]
    """First and last token (marks included) of each marked span, by its index."""
    in_quote: list[bool]
    mentions: list[SourceMention]
    cues: list[Cue]

    @cached_property
    def cue_at(self) -> dict[int, Cue]:
        """The cues by their token; asked for only when all of them have been found."""
        return {cue.token: cue for cue in self.cues}

    def quotes_between(self, low: int, high: int) -> int:
        """Return how many quotes begin at the tokens from `low` to `high`, end exclusive."""
        starts = [first for first, _ in self.stand_ins.values()]  # in text order
        return max(0, bisect_left(starts, high) - bisect_left(starts, low))

    def has_subject(self, verb: int) -> bool:
        """Tell whether a verb has a subject of its own."""
        return any(head == verb and dep in SUBJECTS for head, dep in zip(self.heads, self.deps, strict=True))

    def governors(self, token: int) -> list[int]:
        """Return the tokens above `token`, nearest first."""
        chain: list[int] = []
        while self.heads[token] != token and len(chain) < 40:
            token = self.heads[token]
            chain.append(token)
        return chain


def read_sentence(index: int, folded: Folded, doc: Doc, names: Names) -> SentenceSources:
    """Return what the parse `doc` of `folded.text` says about possible sources.

    Needs the tags and dependencies of an English pipeline in the scheme of spaCy's own models.
    """
    tokens = list(doc)
    words = [t.lower_ for t in tokens]
    tags = [t.tag_ for t in tokens]
    heads = [t.head.i for t in tokens]
    deps = [t.dep_ for t in tokens]
    offsets = [t.idx for t in tokens]
    in_quote = [False] * len(tokens)
    stand_ins: dict[int, tuple[int, int]] = {}
    position = 0
    for start, end, span_index in folded.stand_ins:
        while position < len(tokens) and offsets[position] + len(tokens[position]) <= start:
            position += 1
        first = position
        while position < len(tokens) and offsets[position] < end:
            in_quote[position] = True
            position += 1
        stand_ins[span_index] = (first, max(first, position - 1))
    mend_torn_verb(words, tags, heads, deps, in_quote)
    mend_clauses(Clauses(words, tags, heads, deps, in_quote), stand_ins.values())
    sentence = SentenceSources(index, folded, words, tags, heads, deps, stand_ins, in_quote, [], [])
    named = _name_mentions(sentence, offsets, tokens, names)
    _add_other_mentions(sentence, offsets, tokens, named)
    sentence.mentions.sort(key=lambda m: m.first)
    _find_cues(sentence, tokens)
    _mark_subject(sentence)
    return sentence


def _name_mentions(sentence: SentenceSources, offsets: list[int], tokens: list[Token], names: Names) -> list[bool]:
    """Add the names that stand outside quotes; return which tokens they cover."""
    covered = [False] * len(tokens)
    folded = sentence.folded
    place = {offset: i for i, offset in enumerate(offsets)}
    before: tuple[int, int] | None = None
    for name in names.within(folded.sentence.start, folded.sentence.end):
        mention = _token_range(sentence, offsets, tokens, place, name)
        if mention is None:
            continue
        first, last = mention
        if names.entities[name.entity].kind == "person" and first > 2:
            body = before if before is not None and before[1] + 1 == first else field_before(sentence.words, first)
            if body is not None:
                part_from_office(sentence.words, sentence.heads, sentence.deps, body, mention)
        before = mention
        if any(sentence.in_quote[first : last + 1]):
            continue
        if sentence.words[first - 1 : first] == ["via"] and sentence.words[last + 1 : last + 2] in ([")"], ["]"], []):
            covered[first : last + 1] = [True] * (last + 1 - first)
            continue  # “It rained.” (via Tern Weekly): where it was found
        entity = names.entities[name.entity]
        if entity.kind == "person" and last + 1 < len(tokens) and sentence.words[last + 1] in _POSTNOMINALS:
            last += 1  # Ann Roe KC
        if entity.kind == "person" and _is_office(name.text):
            continue
        head = _head_of(sentence.heads, first, last)
        parent = sentence.heads[head]
        possessive = last + 1 < len(tokens) and sentence.tags[last + 1] == "POS"
        modifier = possessive or (
            sentence.deps[head] in ("compound", "nmod", "amod", "poss")
            and sentence.tags[parent] in _NOUN_TAGS
            and parent > last
        )
        for i in range(first, last + 1):
            covered[i] = True
        sentence.mentions.append(
            SourceMention(
                name.span,
                name.text,
                "name",
                head,
                first,
                last,
                sentence.index,
                name.entity,
                entity.kind,
                modifier,
                possessive,
            )
        )
    return covered


def _is_office(name: str) -> bool:
    """Tell whether what looks like a name is an office: Palestinian Ambassador."""
    first, _, rest = name.lower().partition(" ")
    return bool(rest) and first in demonyms() and role_word(rest.rsplit(" ", 1)[-1])


def _token_range(
    sentence: SentenceSources, offsets: list[int], tokens: list[Token], place: dict[int, int], name: NameMention
) -> tuple[int, int] | None:
    start = sentence.folded.folded_offset(name.span.start)
    end = start + len(name.span)
    if sentence.folded.text[start:end] != name.text:
        return None
    first = place.get(start)
    if first is None:  # the tokeniser cut elsewhere: anti-Trump
        first = bisect_right(offsets, start) - 1
        if first < 0:
            return None
    last = first
    while last + 1 < len(tokens) and offsets[last + 1] < end:
        last += 1
    return first, last


def _head_of(heads: list[int], first: int, last: int) -> int:
    for i in range(last, first - 1, -1):
        if not first <= heads[i] <= last or heads[i] == i:
            return i
    return last


def _add_other_mentions(
    sentence: SentenceSources, offsets: list[int], tokens: list[Token], covered: list[bool]
) -> None:
    joined = hyphened(sentence.words, offsets, tokens)
    for i, word in enumerate(sentence.words):
        if sentence.in_quote[i] or covered[i]:
            continue
        tag = sentence.tags[i]
        start, end = joined.get(i, (i, i))
        if i != end:
            continue
        if word in _PRONOUNS and tag == "PRP":
            _add_token(sentence, offsets, tokens, i, i, i, "pronoun")
        elif word in _POSSESSIVES and tag == "PRP$":
            _add_token(sentence, offsets, tokens, i, i, i, "pronoun", possessive=True)
        elif word in OBJECTS and tag == "PRP" and _may_speak(sentence, i):
            _add_token(sentence, offsets, tokens, i, i, i, "pronoun")
        elif word.rstrip(".") in _CALENDAR or (word == "order" and _is_in_order(sentence, i)):
            continue
        elif (
            (tag in _NOUN_TAGS and sentence.deps[i] in _NOMINAL_ROLES)
            or (
                (
                    sentence.deps[i] in SUBJECTS
                    or (word == "one" and _is_quoted(sentence, i))
                    or (word in _SOMEBODY_ELSE and _ends_quote(sentence, i))
                )
                and (tag in ("JJ", "DT", "CD", "NNP", "VBG", "JJS") or word == "one")
                and word not in ("that", "this", "which")
            )
            or (tag in ("VBN", "VBD") and _is_somebody(sentence, i))
        ):
            first = left_edge(sentence, i, start)
            last = right_edge(sentence, i)
            possessive = i + 1 < len(tokens) and sentence.tags[i + 1] == "POS"
            _add_token(sentence, offsets, tokens, first, last, i, "nominal", possessive=possessive)


def _is_somebody(sentence: SentenceSources, i: int) -> bool:
    """Tell whether a participle is whom it tells of: the accused told the court, the injured said."""
    if i == 0 or sentence.tags[i - 1] not in ("DT", "PRP$", "CD", "JJ") or sentence.heads[i - 1] != i:
        return False
    known = sentence.words[i] in noun_sets()["person"] and sentence.deps[i] in _NOMINAL_ROLES
    return known or (sentence.deps[i] in SUBJECTS and sentence.words[i - 1] == "the")


def _is_quoted(sentence: SentenceSources, i: int) -> bool:
    """Tell whether somebody is quoted by the verb right before: the agency quoted him, one of his aides, as saying."""
    return i > 0 and whom_it_quotes(sentence.words, sentence.tags, sentence.in_quote, i - 1) == i


def _ends_quote(sentence: SentenceSources, i: int) -> bool:
    """Tell whether a word ends what a quote opens, right behind its verb: “…,” claimed another."""
    return (
        i > 1
        and sentence.in_quote[i - 2]
        and not sentence.in_quote[i - 1]
        and sentence.words[i - 1] in reporting_verb_forms()
        and sentence.words[i + 1 : i + 2] in ([], ["."], [","], [";"])
    )


def _is_in_order(sentence: SentenceSources, i: int) -> bool:
    """Tell whether `order` is no order: in order to show that she was “first”."""
    return sentence.words[i - 1 : i] == ["in"] and sentence.words[i + 1 : i + 2] in (["to"], ["that"], ["for"])


def _may_speak(sentence: SentenceSources, i: int) -> bool:
    """Tell whether a pronoun that is no subject may have spoken: told by him that / heard him shout: “…”"""
    if i and sentence.words[i - 1] in _SPEAKS_BEHIND:
        return True
    if _is_quoted(sentence, i):
        return True
    behind = sentence.tags[i + 1 : i + 3]
    return behind[:1] in (["VB"], ["VBG"]) or (
        behind == ["TO", "VB"] and sentence.words[sentence.heads[i]] in verbs_that("prompts")
    )


def _add_token(
    sentence: SentenceSources,
    offsets: list[int],
    tokens: list[Token],
    first: int,
    last: int,
    head: int,
    kind: MentionKind,
    possessive: bool = False,
) -> None:
    while first < last and (sentence.words[first] in _ARTICLES or sentence.words[first] in "\"'“,"):
        first += 1
    start = sentence.folded.article_offset(offsets[first])
    end = sentence.folded.article_offset(offsets[last]) + len(tokens[last])
    text = sentence.folded.text[offsets[first] : offsets[last] + len(tokens[last])]
    sentence.mentions.append(
        SourceMention(
            Span(start, end), text, kind, head, first, last, sentence.index, possessive=possessive, modifier=possessive
        )
    )


def _find_cues(sentence: SentenceSources, tokens: list[Token]) -> None:
    for at, last, lemma, kind in cue_words(
        sentence.words, sentence.tags, sentence.heads, sentence.deps, sentence.in_quote
    ):
        sentence.cues.append(Cue(at, lemma, kind, _token_span(sentence, tokens, at, last)))


def _token_span(sentence: SentenceSources, tokens: list[Token], first: int, last: int) -> Span:
    start = sentence.folded.article_offset(tokens[first].idx)
    return Span(start, sentence.folded.article_offset(tokens[last].idx) + len(tokens[last]))


def _mark_subject(sentence: SentenceSources) -> None:
    root = next((i for i, dep in enumerate(sentence.deps) if dep == "ROOT"), None)
    if root is None:
        return
    for mention in sentence.mentions:
        if sentence.heads[mention.head] == root and sentence.deps[mention.head] in SUBJECTS:
            mention.subject = True
