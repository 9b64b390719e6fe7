"""Whose the statement is that a sentence takes up."""

from __future__ import annotations

import pytest

from quotes.extraction.coreference import references_for
from quotes.extraction.pipeline import Extractor
from quotes.extraction.referents import Referent
from quotes.extraction.tracks import Tracks

MADE = [
    ("said-in-one", "Tern Transit said in a press release that it was “late.” It cited the ice.", "Tern Transit"),
    ("issued-one", "Tern Transit issued a brief statement on Monday.", "Tern Transit"),
    ("the-statement-went-on", "“It is late,” the statement said.", "Tern Transit"),
    ("by-somebody-else", "Tern Transit said in a statement by its lawyer that it was “late.”", "statement"),
    ("said-without-one", "Tern Transit said that it was “late.”", "statement"),
    ("nobody-named", "The owners issued a brief statement on Monday.", "statement"),
    ("another-noun", "Tern Transit said in a report that it was “late.”", "statement"),
]


@pytest.mark.parametrize(("before", "name"), [case[1:] for case in MADE], ids=[case[0] for case in MADE])
def test_the_statement_is_of_whoever_made_it(extractor: Extractor, before: str, name: str) -> None:
    (scene,) = extractor.scenes([f"Ada Quill left. {before} “It rained,” the statement read."])
    mention = [m for here in scene.sources.values() for m in here.mentions if m.text == "statement"][-1]
    previous, sentence = (Referent("Tern Transit", "organization"), 1) if "“" in before else (None, None)
    found = references_for(Tracks(scene), mention, previous, sentence, len(scene.spans) - 1)
    assert found[0].referent.name == name
