"""Names that the text joins: Ann and Tom Roe … the couple said."""

from __future__ import annotations

import pytest

from quotes.extraction.coreference import references_for
from quotes.extraction.joint_references import joint_source
from quotes.extraction.pipeline import Extractor
from quotes.extraction.tracks import Tracks

JOINED = {
    "two people": ("Petra Oland and Tom Ferrow fish.", ["Petra Oland and Tom Ferrow"]),
    "a given name and a full name": ("The boat of Jil and Tom Ferrow sank.", ["Jil and Tom Ferrow"]),
    "what each is": (
        "Senators Petra Oland, Republican of Iowa, and Tom Ferrow, Democrat of Ohio, fish.",
        ["Petra Oland, Republican of Iowa, and Tom Ferrow"],
    ),
    "his wife": ("Tom Ferrow and his wife, Petra Oland, fish.", ["Tom Ferrow and his wife, Petra Oland"]),
    "three": ("Petra Oland, Tom Ferrow and Jan Weir fish.", ["Petra Oland, Tom Ferrow and Jan Weir"]),
    "two bodies": ("The Harbour Trust and the Oland Society met.", ["Harbour Trust and the Oland Society"]),
    "one goes on": ("Petra Oland fished, and Tom Ferrow slept.", []),
    "two sentences": ("They saw Petra Oland. And Tom Ferrow slept.", []),
    "the same twice": ("Petra Oland and Oland fish.", []),
    "in a quote": ("“Petra Oland and Tom Ferrow fish.”", []),
}


@pytest.mark.parametrize(("text", "wanted"), JOINED.values(), ids=JOINED)
def test_names_are_joined_as_the_text_has_them(extractor: Extractor, text: str, wanted: list[str]) -> None:
    (scene,) = extractor.scenes([text + " “It rained,” they said."])
    assert [joint.span.of(scene.text) for joint in Tracks(scene).joint] == wanted


def test_names_in_a_list_right_before_the_verb_speak_together(extractor: Extractor) -> None:
    text = "Her three girls, Petra, Ida and Jil Oland said to the court: “It rained.”"
    (scene,) = extractor.scenes([text])
    first = next(m for m in scene.sources[0].mentions if m.text == "Petra")
    source = joint_source(Tracks(scene), first)
    assert source is not None and source.name == "Petra, Ida and Jil Oland"


def offered(extractor: Extractor, text: str, words: str) -> set[tuple[str, str]]:
    (scene,) = extractor.scenes([text])
    (mention,) = [m for here in scene.sources.values() for m in here.mentions if m.text == words]
    found = references_for(Tracks(scene), mention, None, None, 0)
    return {(r.referent.name, r.referent.type) for r in found}


PAIR = ("Petra Oland and Tom Ferrow", "group")


@pytest.mark.parametrize("words", ["they", "couple", "two", "fishermen"])
def test_joined_names_are_offered_to_what_stands_for_several(extractor: Extractor, words: str) -> None:
    the = "" if words == "they" else "the "
    text = f"Petra Oland and Tom Ferrow live by the sea. “It rained,” {the}{words} said."
    assert PAIR in offered(extractor, text, words)


@pytest.mark.parametrize("words", ["she", "fisherman"])
def test_joined_names_are_not_offered_to_what_stands_for_one(extractor: Extractor, words: str) -> None:
    the = "" if words == "she" else "the "
    text = f"Petra Oland and Tom Ferrow live by the sea. “It rained,” {the}{words} said."
    assert PAIR not in offered(extractor, text, words)


def test_a_pair_long_gone_is_not_offered(extractor: Extractor) -> None:
    text = "Petra Oland and Tom Ferrow fish.\n\n" + "It was cold.\n\n" * 20 + "“It rained,” the couple said."
    assert PAIR not in offered(extractor, text, "couple")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Petra Oland and Tom Ferrow said in a joint statement that it was “far too cold”.", PAIR[0]),
        ("Petra Oland said to Tom Ferrow that it was “far too cold”.", "Petra Oland"),
        ("Petra Oland of the Harbour Trust and the Oland Society said it was “far too cold”.", "Petra Oland"),
    ],
    ids=["together", "to the other", "of two bodies"],
)
def test_names_that_speak_together_are_one_speaker(extractor: Extractor, text: str, speaker: str) -> None:
    (quote,) = extractor.extract(text)
    assert quote.speaker is not None
    assert quote.speaker.name == speaker


def test_an_endless_list_is_no_speaker(extractor: Extractor) -> None:
    # its length, and what it costs, would have no bound
    people = ", ".join(
        f"{given} {family}"
        for given in ("Ann", "Tom", "Petra", "Jonas")
        for family in ("Roe", "Quill", "Oland", "Ferrow")
    )
    text = f"The talks began with {people} and Ada Holt. They left early. “We wait,” they said."
    assert all(name.count(",") < 8 for name in offered(extractor, text, "they"))
