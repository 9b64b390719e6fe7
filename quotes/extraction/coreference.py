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
    quoted: int,
) -> list[Reference]:
    """Return the possible referents of a pronoun or a nominal, unranked.

    `previous` is the last speaker; `quoted` is the marked span that the mention may have said, by its index.
    """
    inside = _named_in(scene, quoted)
    paragraph = scene.paragraph_of(quoted)
    beside = {
        entity
        for i in (quoted - 1, quoted + 1, quoted + 2)
        if 0 <= i < len(scene.spans) and scene.paragraph_of(i) == paragraph
        for entity in _named_in(scene, i)
    }
    occasion = Occasion(scene, tracks, mention, previous, previous_sentence, inside, beside)
    return pronoun_references(occasion) if mention.kind == "pronoun" else nominal_references(occasion)


def _named_in(scene: Scene, i: int) -> set[int]:
    return {named.entity for named in scene.names.within(scene.spans[i].start, scene.spans[i].end)}
