"""Whom her mother can be: nobody of whom the article says nothing of the kind."""

from __future__ import annotations

import pytest

from quotes.extraction.coreference import references_for
from quotes.extraction.pipeline import Extractor
from quotes.extraction.tracks import Tracks


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Petra Oland left the pier. Ada Quill came. “It is late,” her mother said.", "her mother", set()),
        ("Petra Oland left with her mum Ada Quill. “It is late,” her mum said.", "her mum", {"Ada Quill"}),
        ("Ada Quill lost her son in May. “He was kind,” his mother said.", "his mother", {"Ada Quill"}),
        ("Ada Quill, a mother of two, left. “He was kind,” his mother said.", "his mother", {"Ada Quill"}),
        ("Petra Oland was found by her sister. “It is late,” her sister said.", "her sister", set()),
        ("Mary Oland left. “It is late,” his brother said.", "his brother", set()),
        ("Mary Oland and her husband left. “It is late,” his wife said.", "his wife", {"Mary Oland"}),
        ("The girl was “brave”, her mother has said. Ada Quill told the court so.", "her mother", {"Ada Quill"}),
        ("Petra Oland left the pier. “It is late,” her boss said.", "her boss", set()),
        ("Petra Oland saw Ada Quill. “It is late,” her boss said.", "her boss", {"Petra Oland", "Ada Quill"}),
        ("Petra Oland saw Tom Ferrow. “It is late,” her boss said.", "her boss", {"Tom Ferrow"}),
    ],
    ids=[
        "nobody",
        "called-so",
        "has-a-son",
        "mother-of",
        "not-the-owner",
        "gender",
        "wife",
        "later",
        "hers-alone",
        "of-two",
        "other",
    ],
)
def test_who_can_be_a_relative(extractor: Extractor, text: str, words: str, names: set[str]) -> None:
    (scene,) = extractor.scenes([text])
    mentions = [m for here in scene.sources.values() for m in here.mentions if m.text == words]
    found = references_for(Tracks(scene), mentions[-1], None, None, 0)
    assert {r.referent.name for r in found if r.referent.entity is not None} == names
