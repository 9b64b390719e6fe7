"""Whom a pronoun or a noun phrase stands for: he, they, the minister, the 43-year-old, the company.

Every possible referent gets named features (agreement, recency, subject, the last speaker, words shared with what the
article says beside the name); a trained linear model ranks them.
"""

from __future__ import annotations

from quotes.extraction.history import Occasion, Reference
from quotes.extraction.nominal_references import nominal_references
from quotes.extraction.pronouns import pronoun_references
from quotes.extraction.referents import Referent
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks


def references_for(
    scene: Scene,
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
    inside = _named_in(scene, quoted) if quoted is not None else set()
    beside = _named_beside(scene, quoted) if quoted is not None else set()
    occasion = Occasion(scene, tracks, mention, previous, previous_sentence, inside, beside)
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
