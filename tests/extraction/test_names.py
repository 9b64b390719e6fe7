"""Who is in an article: each phenomenon of names by a sentence of our own."""

from __future__ import annotations

from quotes.extraction.entities import Entity, Names
from quotes.extraction.names import find_names


def people(text: str) -> list[str]:
    """Return the names of the persons found, in text order."""
    return [e.name for e in find_names(text).entities if e.kind == "person"]


def entity_at(text: str, words: str, occurrence: int = -1) -> Entity:
    """Return the entity that the text names at an occurrence (default: the last) of `words`."""
    names: Names = find_names(text)
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    start = starts[occurrence]
    for mention in names.mentions:
        if mention.span.start < start + len(words) and mention.span.end > start:
            return names.entities[mention.entity]
    raise AssertionError(f"nothing is named at {words!r}; found {[m.text for m in names.mentions]}")


def test_surname_leads_to_the_full_name() -> None:
    text = "The bridge will reopen, said Petra Oland. Oland added that tolls would stay."
    assert people(text) == ["Petra Oland"]
    assert entity_at(text, "Oland").name == "Petra Oland"


def test_surname_first_is_decided_by_what_the_article_uses_later() -> None:
    text = "The ministry's spokesman, Gao Linfeng, denied it. “Never,” Gao said. Minh Dao disagreed. “Often,” Dao said."
    assert entity_at(text, "Gao").name == "Gao Linfeng"
    assert entity_at(text, "Dao").name == "Minh Dao"


def test_slices_of_the_text_in_order_without_overlap() -> None:
    text = "Mr Amos Quill, of the Harbour Office, met Dr. Nora O’Dell Jr. in Lisbon on Monday.\nQuill’s boat sank."
    names = find_names(text)
    end = 0
    for mention in names.mentions:
        assert mention.span.start >= end
        end = mention.span.end
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention in names.entities[mention.entity].mentions
