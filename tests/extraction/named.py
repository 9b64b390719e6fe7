"""What the names of a text are, for the tests that ask."""

from __future__ import annotations

from quotes.extraction.entities import Entity, NameMention
from quotes.extraction.names import find_names


def people(text: str) -> list[str]:
    """Return the names of the persons found, in text order."""
    return [e.name for e in find_names(text).entities if e.kind == "person"]


def bodies(text: str) -> list[str]:
    """Return the names of the organisations found, in text order."""
    return [e.name for e in find_names(text).entities if e.kind == "organization"]


def mention_at(text: str, words: str, occurrence: int = -1) -> NameMention:
    """Return the mention that the text holds at an occurrence (default: the last) of `words`."""
    start = [i for i in range(len(text)) if text.startswith(words, i)][occurrence]
    names = find_names(text)
    for mention in names.mentions:
        if mention.span.start < start + len(words) and mention.span.end > start:
            return mention
    raise AssertionError(f"nothing is named at {words!r}; found {[m.text for m in names.mentions]}")


def entity_at(text: str, words: str, occurrence: int = -1) -> Entity:
    """Return the entity that the text names at an occurrence (default: the last) of `words`."""
    return find_names(text).entities[mention_at(text, words, occurrence).entity]
