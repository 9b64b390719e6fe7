"""Whom a pronoun or a noun phrase stands for: he, they, the minister, the 43-year-old, the company.

Every possible referent gets named features (agreement, recency, subject, the last speaker, words shared with what the
article says beside the name); a trained linear model ranks them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.extraction.history import Occasion, Reference
from quotes.extraction.nominal_references import nominal_references
from quotes.extraction.pronouns import gender_of, pronoun_references
from quotes.extraction.ranking import LinearModel, softmax
from quotes.extraction.referents import Referent
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SentenceSources, SourceMention
from quotes.extraction.tracks import Tracks
from quotes.types import Gender

NEGLIGIBLE = 0.02
"""What is less probable than this is not followed up."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A quote whose speaker is settled."""

    referent: Referent | None
    sentence: int
    """The index of the sentence in which it stands."""


def stands_for(
    tracks: Tracks, mention: SourceMention, said: Sequence[Saying], quoted: int | None, model: LinearModel
) -> list[tuple[Referent, float]]:
    """Return whom a pronoun or a nominal stands for, with probabilities; what is negligible is left out.

    A pronoun that takes up a description stands for whomever the description stands for: The mayor laughed. “…,” she
    said. `said` has the quotes before it, in text order.
    """
    if mention.kind == "pronoun":
        follow(tracks, mention, said, model)
    return _ranked(tracks, mention, said, quoted, model)


def _ranked(
    tracks: Tracks, mention: SourceMention, said: Sequence[Saying], quoted: int | None, model: LinearModel
) -> list[tuple[Referent, float]]:
    last = said[-1] if said else None
    references = references_for(
        tracks,
        mention,
        last.referent if last is not None else None,
        last.sentence if last is not None else None,
        quoted,
    )
    totals: dict[Referent, float] = {}
    for reference, share in zip(references, softmax([model.score(r.features) for r in references]), strict=True):
        if share < NEGLIGIBLE:
            continue
        for referent, part in behind(tracks, mention, reference, said, model):
            totals[referent] = totals.get(referent, 0.0) + share * part
    return [(referent, share) for referent, share in totals.items() if share >= NEGLIGIBLE]


def behind(
    tracks: Tracks,
    mention: SourceMention,
    reference: Reference,
    said: Sequence[Saying],
    model: LinearModel,
) -> list[tuple[Referent, float]]:
    """Return whom a pronoun means if it takes a referent up: whomever a description stands for, but no woman by `he`.

    Ms Roe smiled. Her counterpart did not. “…,” he said.
    """
    if reference.described is None:
        return [(reference.referent, 1.0)]
    options = _settled(tracks, reference.described, said, model)
    wanted = gender_of(mention)
    fitting = [(r, share) for r, share in options if r.entity is None or not _clashes(tracks.scene, r.entity, wanted)]
    total = sum(share for _, share in fitting)
    return [(r, share / total) for r, share in fitting] if total else [(reference.referent, 1.0)]


def _clashes(scene: Scene, entity: int, wanted: Gender | None) -> bool:
    known = scene.names.entities[entity]
    return wanted is not None and known.gender not in (None, wanted) and not known.gender_doubtful


def _settled(
    tracks: Tracks, earlier: SourceMention, said: Sequence[Saying], model: LinearModel
) -> list[tuple[Referent, float]]:
    """Return whom a description or pronoun before a pronoun stands for; asked of the model once for each."""
    known = tracks.described.get(earlier.span)
    if known is None:
        before = [saying for saying in said[-SAID:] if saying.sentence < earlier.sentence]
        known = _ranked(tracks, earlier, before, None, model)
        tracks.described[earlier.span] = known
    return known


def follow(tracks: Tracks, mention: SourceMention, said: Sequence[Saying], model: LinearModel) -> None:
    """Let the descriptions and the pronouns before a pronoun count for those whom they stand for.

    Mr Roe beat Mr Doe. The Spaniard hid no delight. “…,” he said: Mr Roe is the subject of the sentence before.
    """
    start, sentence, wanted = mention.span.start, mention.sentence, gender_of(mention)
    before = [
        (trace.start, described)
        for referent, trace in tracks.unnamed_before(start, sentence - _FOLLOWED)
        if not trace.new and (described := tracks.unnamed_at(trace.start, referent.name)) is not None
    ]
    for k in range(max(0, sentence - _FOLLOWED), sentence + 1):
        there = tracks.scene.sources.get(k)
        if there is not None:
            before += [(m.span.start, m) for m in _takers_up(there) if m.span.end <= start]
    for _, earlier in sorted(before, key=lambda one: one[0]):
        if earlier.span in tracks.taken_up:
            continue
        options = _settled(tracks, earlier, said, model)
        best, share = max(options, key=lambda option: option[1], default=(None, 0.0))
        if best is None or best.entity is None or best.entity not in tracks.by_entity or share < _SURE:
            continue
        if not _clashes(tracks.scene, best.entity, wanted) or earlier.kind == "pronoun":
            tracks.take_up(best.entity, earlier)


def _takers_up(there: SentenceSources) -> list[SourceMention]:
    """Return each he and she of a sentence that tells of somebody known by then.

    Not so in Asked by Ms Roe what she meant, the mayor shrugged.
    """
    subject = next((m for m in there.mentions if m.subject and m.kind != "pronoun"), None)
    return [
        m
        for m in there.mentions
        if m.kind == "pronoun" and m.text.lower() in _FOLLOWED_PRONOUNS and (subject is None or m.first > subject.first)
    ]


_FOLLOWED_PRONOUNS = frozenset(["he", "she"])
_FOLLOWED = 3
"""Sentences before a pronoun whose descriptions and pronouns are followed."""
_SURE = 0.5
"""The least probability of whom one of these stands for that is taken as settled."""
SAID = 12
"""Quotes before a pronoun among which the last one before the description is looked for."""


def references_for(
    tracks: Tracks,
    mention: SourceMention,
    previous: Referent | None,
    previous_sentence: int | None,
    quoted: int | None,
) -> list[Reference]:
    """Return the possible referents of a pronoun or a nominal, unranked.

    `previous` is the last speaker; `quoted` is the marked span that the mention may have said, by its index;
    None if it is a source of no quote.
    """
    scene = tracks.scene
    inside = _named_in(scene, quoted) if quoted is not None else set()
    beside = _named_beside(scene, quoted) if quoted is not None else set()
    echoed = tracks.echoes.get(quoted, frozenset()) if quoted is not None else frozenset()
    occasion = Occasion(tracks, mention, previous, previous_sentence, inside, beside, echoed)
    return pronoun_references(occasion) if mention.kind == "pronoun" else nominal_references(occasion)


def _named_in(scene: Scene, i: int) -> set[int]:
    return {named.entity for named in scene.names.within(scene.spans[i].start, scene.spans[i].end)}


def _named_beside(scene: Scene, i: int) -> set[int]:
    """Return the entities that the quotes beside a quote in its paragraph name."""
    paragraph = scene.paragraph_of(i)
    return {
        entity
        for j in (i - 1, i + 1, i + 2)
        if 0 <= j < len(scene.spans) and scene.paragraph_of(j) == paragraph
        for entity in _named_in(scene, j)
    }
