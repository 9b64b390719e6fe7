"""What the words before the marks make of a span, and what its own words are like."""

from __future__ import annotations

import pytest

from quotes.extraction.mark_contexts import context_before
from quotes.extraction.pipeline import Extractor

USES = {
    "so-called": ("The so-called “creep” slows the clock.", "so-called"),
    "so-called-apart": ("The so- called “creep” slows the clock.", "so-called"),
    "known-as": ("A fault known in the trade as the “creep” slows the clock.", "known"),
    "known-to-friends": ("Petra Oland, known to her friends as “Lamp”, is back.", "known"),
    "known-for-something-else": ("Oland is known for the lamps, which she described as “grim”.", ""),
    "known-to-have-said": ("Oland is known to have described the lamps as “grim”.", ""),
    "named": ("Oland opened a shop called “Salt”.", "named"),
    "usually-called": ("It is a fault sometimes called “the creep”.", "usually"),
    "usually-referred-to": ("The fault is often referred to as “the creep”.", "usually"),
    "called-by-anybody": ("That is what the trade calls a “creeper”.", "anybody"),
    "called-by-somebody": ("That is what the mayor calls a “creeper”.", ""),
    "word": ("Nobody liked the word “ferry”.", "word"),
    "somebody's-words": ("It was, in Oland's words, “a wet day”.", "own-words"),
    "counted-words": ("Asked about the pier, she answered with one word: “Salt”.", "counted"),
    "other-words": ("It was, in other words, “a wet day”.", "gloss"),
    "translated": ("He wrote “lumen”, Latin for “light”.", "gloss"),
    "cry": ("She left to cries of “shame” from the crowd.", "cry"),
    "sign": ("They held placards reading “Boats not bombs”.", "sign"),
    "signs-such-as": ("They held placards with inscriptions such as “Boats not bombs”.", "sign"),
    "signs-like": ("They held placards bearing inscriptions like “Boats not bombs”.", "sign"),
    "one-of-the-signs": ("Placards were raised. One was torn. Another read, “Boats not bombs”.", "sign"),
    "note": ("She left a note that said, “Boats not bombs”.", ""),
    "one-of-the-reviews": ("Reviews were mixed. One read, “Boats not bombs”.", ""),
    "signs-of": ("The hall was full of signs of “Boats not bombs”.", "sign"),
    "work": ("Oland spoke in an episode of “Good Evening”.", "work"),
    "outlet": ("Oland spoke on Harbour Radio's “Good Evening”.", "outlet"),
    "example": ("Take “The lamp was lit by us” and turn it round.", "example"),
    "nothing": ("Oland thinks it was “a wet day”.", ""),
}


@pytest.mark.parametrize(("text", "use"), USES.values(), ids=USES)
def test_the_words_before_say_what_it_is(extractor: Extractor, text: str, use: str) -> None:
    (scene,) = extractor.scenes([text])
    assert context_before(scene, len(scene.spans) - 1).use == use


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("A lamp called “Salt”.", ""),
        ("A lamp called the “Salt”.", "article"),
        ("She had one word: “Salt”.", "colon"),
    ],
    ids=["none", "article", "colon"],
)
def test_what_joins_the_words_to_the_marks_is_known(extractor: Extractor, text: str, link: str) -> None:
    (scene,) = extractor.scenes([text])
    assert context_before(scene, 0).link == link


def test_what_stands_before_a_list_holds_for_all_of_it(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["He liked the words “salt”, “lamp” and “ferry”, but the mayor thought them “dull”."])
    assert [context_before(scene, number).use for number in range(4)] == ["word", "word", "word", ""]


def test_the_line_before_says_nothing(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["A lamp called\n\n“Salt,” Oland said."])
    assert context_before(scene, 0).use == ""


@pytest.mark.parametrize(
    ("text", "shunned"),
    [
        ("Oland would not use the word “wreck”.", True),
        ("Oland couldn't utter the word “wreck”.", True),
        ("Oland spoke for an hour without the term “wreck”.", True),
        ("Oland used the word “wreck”.", False),
        ("Oland did not call the pier “wet”.", False),
    ],
    ids=["not", "n't", "without", "used", "no-word"],
)
def test_words_that_somebody_shuns_are_known(extractor: Extractor, text: str, shunned: bool) -> None:
    (scene,) = extractor.scenes([text])
    assert context_before(scene, 0).shunned == shunned


@pytest.mark.parametrize("verb", ["considered", "deemed", "seen as"])
def test_what_somebody_takes_it_for_is_no_grade(extractor: Extractor, verb: str) -> None:
    (scene,) = extractor.scenes([f"The quay is {verb} “near residential”, said Petra Oland."])
    assert context_before(scene, 0).use != "graded"


@pytest.mark.parametrize("text", ["The pier was rated “amber”.", "The alarm was upgraded to “amber”."])
def test_a_grade_of_a_scale_is_known(extractor: Extractor, text: str) -> None:
    (scene,) = extractor.scenes([text])
    assert context_before(scene, 0).use == "graded"
