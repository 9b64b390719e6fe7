"""Nouns in the singular that stand for several people: a family, a jury, a couple."""

from __future__ import annotations

import pytest

from quotes.extraction.nouns import noun_class
from quotes.extraction.pipeline import Extractor
from quotes.extraction.referents import person_or_group


@pytest.mark.parametrize("words", ["Petra Oland's family", "jury", "couple next door", "families of the crew"])
def test_people_taken_together_are_a_group(extractor: Extractor, words: str) -> None:
    (scene,) = extractor.scenes([f"In a statement, the {words} said it was “a long year”."])
    mention = next(m for m in scene.sources[0].mentions if m.kind == "nominal" and m.roles)
    assert (noun_class(mention.text), person_or_group(mention).type) == ("people", "group")


@pytest.mark.parametrize("words", ["two women", "firemen", "schoolchildren"])
def test_plurals_without_an_s_are_groups(extractor: Extractor, words: str) -> None:
    (scene,) = extractor.scenes([f"Outside, {words} said it was “a long year”."])
    mention = next(m for m in scene.sources[0].mentions if m.kind == "nominal" and m.roles)
    assert person_or_group(mention).type == "group"


@pytest.mark.parametrize(
    ("text", "mention", "how"),
    [
        ("The accused then sent a picture and added: “It rained.”", "accused", "conj"),
        ("“It rained,” the accused told the court.", "accused", "subject"),
        ("He was described by the accused as “a friend”.", "accused", "agent"),
        ("The injured said the bus was “too fast”.", "injured", "subject"),
    ],
)
def test_a_participle_can_be_somebody(extractor: Extractor, text: str, mention: str, how: str) -> None:
    (scene,) = extractor.scenes([text])
    (found,) = (m for m in scene.sources[0].mentions if m.text == mention)
    assert how in {role for _, role in found.roles}
