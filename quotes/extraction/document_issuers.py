"""Who speaks in a document: the paper in its editorial, somebody in a statement, the report itself, a book by title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from quotes.extraction.history import Occasion
from quotes.extraction.nominals import Description
from quotes.extraction.nouns import noun_sets
from quotes.types import Span

_KINDS = ("press", "issued", "official", "paper", "work", "part")
_REACH = 3000
"""Characters in which a document's earlier mentions are looked for."""
_OCCURRENCES = 4
"""Earlier mentions of a document that are looked at, from the last one back."""
_TITLE = 140
"""Characters in which a title stands beside the noun that says what it is."""
_PHRASE = 60
"""Characters of a phrase around a document's noun."""
_TIES = ("owner", "by", "named", "subject", "sentence")
"""How somebody is tied to a document, the strongest tie first."""

# Roe’s fundraising letter / the Tide Post’s Sunday editorial
_OWNING = regex.compile(r"(?:['’]s?)(?:\s[\p{L}-]+){0,3}\s?$")
# a Tide Post editorial / the Roe campaign letter
_BEFORE_NOUN = regex.compile(
    r"(?:\s(?!(?:on|in|of|at|for|to|by|with|from|and|or|about|over|as|that|than|is|was)\b)\p{Ll}[\p{L}-]*){0,2}\s?$"
)
# a letter from the governor, Ann Roe / the report, published on Monday by Harbour Watch / an editorial in The Tide
_BEHIND_NOUN = regex.compile(
    r"(?:,?\s(?:published|issued|released|written|sent|signed|posted|commissioned|produced|filed)(?:\s\p{L}+){0,3})?"
    r"\s(?:by|from|in)(?:\s\p{Ll}[\p{L}-]*){0,5}\s$"
)
_WORD_OF_TITLE = r"(?:\p{Lu}[\p{L}\p{N}'’-]*|\p{N}+)"
_SMALL = r"(?:of|the|and|a|an|in|for|to|on|at|from|by|with)"
_RUN = rf"{_WORD_OF_TITLE}(?:\s(?:{_SMALL}\s){{0,2}}{_WORD_OF_TITLE}){{1,8}}"
# the 1961 novel “A Measure of Salt” / a new book called ‘Low Water’ / a book, Low Water at Noon, in which
_TITLE_BEHIND = regex.compile(
    r"s?,?\s(?:(?:called|titled|entitled)\s)?(?:[“\"‘'«](?P<marked>\p{Lu}[^“”\"‘»\n]{2,80}?),?[”\"’'»](?!\p{L})"
    rf"|(?<=,\s|called\s|titled\s)(?P<plain>{_RUN})(?=[,.;:)\n]|\sby\s))"
)
# “A Measure of Salt,” a novel / Low Water at Noon, his first book; but “It was cold,” the book ends
_TITLE_BEFORE = regex.compile(
    rf"(?:[“\"‘'«](?P<marked>\p{{Lu}}[^“”\"‘’»\n]{{2,80}}?),?[”\"’'»],?|(?<![\p{{L}}\p{{N}}]\s)(?P<plain>{_RUN}),)"
    r"\s(?:a|an|his|her|their)(?:\s[\p{Ll}\p{N}][\p{L}\p{N}-]*){0,3}\s$"
)


@dataclass(frozen=True, slots=True)
class Issuers:
    """What a document is, and who is tied to it."""

    kind: str
    """`press`, `issued`, `official`, `paper` (which is either), `work`, `part`, or `-` for no document."""
    ties: dict[int, str]
    """How each entity is tied to it: `owner`, `by`, `named`, `subject` or `sentence`; with `early-` at an earlier
    mention of it."""

    @property
    def strongest(self) -> str:
        """The strongest of all ties."""
        found = {tie.removeprefix("early-") for tie in self.ties.values()}
        return next((tie for tie in _TIES if tie in found), "-")


def document_kind(noun: str) -> str:
    """Return the kind of document that a lower-case noun names, by who speaks in it; `-` for anything else."""
    return _kinds().get(noun) or _kinds().get(noun.removesuffix("s"), "-")


@cache
def _kinds() -> dict[str, str]:
    return {noun: kind for kind in _KINDS for noun in noun_sets()[kind]}


def find_issuers(occasion: Occasion, told: Description) -> Issuers:
    """Return who can be speaking in the document that a description names, and how the text ties them to it."""
    kind = document_kind(told.head)
    if kind == "-":
        return Issuers(kind, {})
    here = occasion.mention
    low = max(0, here.span.start - _REACH)
    ties: dict[int, str] = {}
    places = _mentions_of(occasion, told, low)
    start = next((at for at in places if at.start >= here.span.start), here.span).start
    _tie(occasion, start, here.span.end, "", ties)
    for place in reversed([at for at in places if at.start < here.span.start][-_OCCURRENCES:]):
        _tie(occasion, place.start, place.end, "early-", ties)
    return Issuers(kind, ties)


def _mentions_of(occasion: Occasion, told: Description, low: int) -> list[Span]:
    """Return where the narration has the noun of a description, from `low` to the end of its mention."""
    noun = told.head if told.head in _kinds() else told.head.removesuffix("s")
    pattern = regex.compile(rf"(?<!\p{{L}}){regex.escape(noun)}(?=s?(?!\p{{L}}))", regex.IGNORECASE)
    return [Span(*found.span()) for found in pattern.finditer(occasion.scene.mask, low, occasion.mention.span.end)]


def _tie(occasion: Occasion, start: int, end: int, when: str, ties: dict[int, str]) -> None:
    """Take in who is tied to a document at one of its mentions; earlier knowledge stands."""
    scene = occasion.scene
    sentence = scene.sentences[scene.sentence_at(start)]
    for name in reversed(scene.names.within(max(sentence.start, start - 4 * _PHRASE), start)):
        between = scene.mask[name.span.end : start]
        if len(between) <= _PHRASE and _OWNING.fullmatch(between):
            tie = "owner"
        elif len(between) <= _PHRASE and _BEFORE_NOUN.fullmatch(between):
            tie = "named"
        else:
            track = occasion.tracks.by_entity[name.entity]
            place = track.last(name.span.start + 1)
            tie = "subject" if place >= 0 and track.traces[place].subject else "sentence"
        ties.setdefault(name.entity, when + tie)
    for name in scene.names.within(end, end + _PHRASE):
        if _BEHIND_NOUN.fullmatch(scene.mask[end : name.span.start]):
            ties.setdefault(name.entity, when + "by")


def title_of_work(occasion: Occasion, told: Description) -> Span | None:
    """Return where the title stands of the book that a description takes up: the book; None if no title is told."""
    if document_kind(told.head) != "work":
        return None
    scene, here = occasion.scene, occasion.mention
    low = max(0, here.span.start - _REACH)
    for place in reversed(_mentions_of(occasion, told, low)[-_OCCURRENCES - 1 :]):
        found = _TITLE_BEHIND.match(scene.text, place.end, place.end + _TITLE)
        if found is None:
            found = _TITLE_BEFORE.search(scene.text, max(low, place.start - _TITLE), place.start)
        if found is not None:
            title = Span(*found.span("marked" if found["marked"] is not None else "plain"))
            inside = scene.names.within(title.start, title.end)
            if not any(m.span == title and scene.names.entities[m.entity].kind == "person" for m in inside):
                return title  # but not: in his book, Gordon Roe, who …
    return None


def document_features(issuers: Issuers, kind: str, entity: int, news: bool, occasion: Occasion, the: str) -> list[str]:
    """Return what tells that an entity speaks in a document; `kind` is its own, `news` whether it is a news outlet."""
    if issuers.kind == "-":
        return []
    tie = issuers.ties.get(entity, "-")
    tag = f"doc={issuers.kind}|{kind}"
    track = occasion.tracks.by_entity[entity]
    at = track.last(occasion.mention.span.start)
    heard = "-"
    if at >= 0:
        trace = track.traces[at]
        steps = occasion.mention.sentence - trace.sentence
        heard = f"{min(steps, 3)}|{trace.subject}|{trace.speaks}"
    return [
        tag,
        f"{tag}|tie={tie}",
        f"{tag}|tie={tie}|{the}",
        f"doc|{kind}|tie={tie}",
        f"{tag}|news={news}",
        f"{tag}|news={news}|tie={tie.removeprefix('early-')}",
        f"{tag}|heard={heard}",
        f"{tag}|last={occasion.was_last(entity)}|tied={tie != '-'}",
    ]
