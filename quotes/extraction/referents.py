"""Whom a mention can stand for: an entity of the article, or a source without a name."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotes.extraction.entities import Names
from quotes.extraction.nouns import WORD, head_word, noun_sets, without_verb
from quotes.extraction.sources import SourceMention
from quotes.types import Span, SpeakerType


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something that a mention can stand for."""

    name: str
    """The full name of an entity, or the noun phrase of a source without a name."""
    type: SpeakerType
    entity: int | None = None
    """Index into `Names.entities`; None for a source without a name."""
    span: Span | None = field(default=None, compare=False)
    """Where a source without a name is described; None for an entity."""


def entity_referent(names: Names, entity: int) -> Referent:
    """Return an entity as a referent: a person, or a body (a place speaks as one)."""
    known = names.entities[entity]
    return Referent(known.name, "person" if known.kind == "person" else "organization", entity)


def person_or_group(mention: SourceMention) -> Referent:
    """Return a mention without a name as its own referent: senior official, critics, the report."""
    lexicon = noun_sets()
    head = head_word(without_verb(WORD.findall(mention.text)))
    if mention.text.lower() in ("i", "my", "me", "we", "our", "us"):
        return Referent("author", "author")
    if head in lexicon["document"]:
        kind: SpeakerType = "document"
    elif head in lexicon["organization"]:
        kind = "organization"
    elif (
        head in lexicon["people"]
        or head.endswith(("men", "children"))
        or (head.endswith("s") and not head.endswith("ss") and head not in lexicon["singular"])
    ):
        kind = "group"
    else:
        kind = "unnamed"
    return Referent(mention.text, kind, span=mention.span)
