"""Quotes whose words come again beside a name."""

from __future__ import annotations

from quotes.extraction.coreference import references_for
from quotes.extraction.echoes import find_echoes
from quotes.extraction.pipeline import Extractor
from quotes.extraction.tracks import Tracks


def test_a_quote_whose_words_come_again_is_tied_to_who_says_them_there(extractor: Extractor) -> None:
    text = (
        "An expert has called the harbour “a cold bath”.\n\nAda Quill was there.\n\n"
        "“It is a cold bath for old boats,” Jonas Feld said."
    )
    (scene,) = extractor.scenes([text])
    (first,) = {scene.names.entities[e].name for e in find_echoes(scene)[0]}
    assert first == "Jonas Feld"
    (mention,) = [m for here in scene.sources.values() for m in here.mentions if m.text == "expert"]
    found = references_for(Tracks(scene), mention, None, None, 0)
    echo = {r.referent.name: f for r in found for f in r.features if f.startswith("nom|echo")}
    assert echo["Ada Quill"] == "nom|echo=False"
    assert echo["Jonas Feld"] == "nom|echo=True"


def test_a_short_word_that_comes_again_tells_nothing(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Some call it “cold”.\n\n“It is cold,” Jonas Feld said."])
    assert find_echoes(scene) == {}
