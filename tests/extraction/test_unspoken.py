"""What the words beside the marks alone show to be nobody's speech, and what only looks so."""

from __future__ import annotations

import pytest

from quotes.extraction.mark_contexts import context_before
from quotes.extraction.pipeline import Extractor
from quotes.extraction.scene import Scene
from quotes.extraction.unspoken import is_unspoken

NOBODYS = {
    "titled": "Oland wrote a paper titled “Lamps and Harbours”.",
    "entitled-with-colon": "Her second album, entitled: “Salt”, sold well.",
    "advice": "You don't need to say “at this moment in time” in a letter.",
    "condition": "If you say “I am fine”, nobody will ask again.",
    "imperative": "Keep it short. Don’t write “utilise” where a plain word will do.",
    "so-called": "Oland said the so-called “two-key rule” was kept.",
    "known-as": "Oland spoke of a fault known on the quay as the “creep”.",
    "language": "She called the clock lumen, Latin for “what is it that burns in the night, then?”",
    "short-for": "The panel is the Petra, short for “personal transport”, Oland said.",
    "asked-title": "Her new play’s title? “The Ferry Left: A Year Ashore.” It runs in May.",
    "anyone-who": "They will watch anyone who tells people to “mind the step”.",
    "stage-direction": "“(APPLAUSE.)",
    "stage-direction-in-capitals": "“(CROWD CHANTING)”",
    "carried": "Some of them held up placards: “Save our ferry”.",
    "read-on-banners": "Marchers with home-made banners that read “Boats not bombs” sang.",
    "banner": "“Follow Petra Oland on Twitter @petraoland.”",
}
SOMEBODYS = {
    "one-sign": "Oland held up a sign: “I built this quay.”",
    "thanks-to-a-people": "He thanked the Danish for “a dry bed and a warm lamp”.",
    "bracket": "“(PS) No boats today,” Oland wrote.",
    "title-of-a-person": "The duke, a titled man, said “no” and left.",
    "what-you-said": "As you said, “nobody will ask again”.",
    "known-to-say": "She is known to say “never” in the village.",
    "known-for-long": "He was known as “the man who never lit a lamp in his life”, Oland said.",
    "they-told-you": "I can tell you they say “never” in the village.",
    "told-not-to": "Oland said: “Follow me on foot.”",
    "someone-who": "Oland was someone who said “never” and meant it.",
    "do-not-believe": "I don't believe what they say: “nobody will ask”.",
}


def unspoken(scene: Scene, number: int) -> bool:
    return is_unspoken(scene, number, context_before(scene, number))


@pytest.mark.parametrize("text", NOBODYS.values(), ids=NOBODYS)
def test_nobodys_words_are_known(extractor: Extractor, text: str) -> None:
    (scene,) = extractor.scenes([text])
    assert unspoken(scene, 0)


@pytest.mark.parametrize("text", SOMEBODYS.values(), ids=SOMEBODYS)
def test_what_somebody_said_is_left_to_be_weighed(extractor: Extractor, text: str) -> None:
    (scene,) = extractor.scenes([text])
    assert not unspoken(scene, 0)


def test_a_name_makes_no_name_of_what_is_listed_behind_it(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Oland found the so-called “creep” and “no clock that runs”."])
    assert [unspoken(scene, number) for number in range(2)] == [True, False]


def test_only_the_words_of_the_same_line_count(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["A paper is titled\n\n“The pier is closed,” Oland said."])
    assert not unspoken(scene, 0)


@pytest.mark.parametrize(("thing", "nobodys"), [("banner", True), ("letter", False)])
def test_what_another_banner_reads_is_nobodys(extractor: Extractor, thing: str, nobodys: bool) -> None:
    (scene,) = extractor.scenes(
        [f"They stood there.\n\n“No toll,” read one {thing}.\n\n“Boats, not bombs,” read another."]
    )
    assert unspoken(scene, 1) is nobodys
