"""Whose the statement is: the port said in a press release that it was “late” … “It rained,” the statement read."""

from __future__ import annotations

import re

from quotes.extraction.history import Occasion
from quotes.extraction.nominals import Description
from quotes.extraction.referents import Referent, entity_referent

_SENTENCES = 4
"""Sentences back in which a statement is made that is called `the statement`."""
_NOUNS = ("statement", "release")
_MADE = re.compile(
    r"\b(?:in|issued|released|published|posted|sent|made|gave|provided) (?:out )?(?:a|an|its|his|her|their|another)"
    r" (?:[\w’'-]{1,20} ){0,3}(?:statement|release)\b"
    r"(?! (?:(?:issued|released|published|posted|put out) )?by\b)",
    re.IGNORECASE,
)
_WENT_ON = re.compile(
    r"\bthe (?:[\w’'-]{1,20} )?(?:statement|release) (?:said|says|reads?|added|adds|continued|went on|noted)\b"
    r"|\b(?:said|read|added|continued) the (?:statement|release)\b",
    re.IGNORECASE,
)


def issuer(occasion: Occasion, told: Description) -> Referent | None:
    """Return who made the statement that a description takes up, if the sentences before tell it.

    The last speaker has made it if the sentence of that quote says so; else the one name that is a subject where a
    statement is made.
    """
    if told.head not in _NOUNS or told.determiner not in ("the", "this", "that"):
        return None
    scene, previous, last = occasion.scene, occasion.previous, occasion.previous_sentence
    here = occasion.mention.sentence
    for k in range(here - 1, max(-1, here - 1 - _SENTENCES), -1):
        said = scene.mask[scene.sentences[k].start : scene.sentences[k].end]
        made = _MADE.search(said) is not None
        if k == last and previous is not None:
            return previous if made or (_WENT_ON.search(said) and previous.type != "document") else None
        if made:
            found = scene.sources.get(k)
            subjects = [m for m in found.mentions if found.deps[m.head] == "nsubj"] if found is not None else []
            entities = {m.entity for m in subjects}
            if len(entities) != 1 or None in entities:
                return None
            return next(entity_referent(scene.names, e) for e in entities if e is not None)
    return None
