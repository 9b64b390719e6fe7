"""Who hears a quote, or is spoken of in it, is never given as its speaker, however much else points to them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Said

BEFORE = "Petra Oland spoke to reporters at the pier for an hour. “We have plans,” she said.\n\n"


@pytest.mark.parametrize(
    "asked",
    ["Petra Oland was asked: “Will the pier ever open again?”", "When she was asked, “Will it ever open?”, she left."],
    ids=["name", "pronoun"],
)
def test_who_was_asked_did_not_ask(said: Said, asked: str) -> None:
    quotes = said(BEFORE + asked)
    assert [speaker for words, speaker in quotes if words.startswith("Will")] == [None]


def test_who_answers_is_found_behind_the_question(said: Said) -> None:
    quotes = said(BEFORE + "When she was asked, “Will it ever open?”, Oland answered: “It will, in May.”")
    assert [speaker for words, speaker in quotes if words.startswith("It will")] == ["Petra Oland"]


@pytest.mark.parametrize(
    "accused",
    [
        "Petra Oland was charged with “setting fire to the pier”.",
        "Two guards accused of “sleeping through the fire” were freed.",
        "Petra Oland, who is suspected of “setting fire to the pier”, left.",
    ],
    ids=["charged", "behind-a-noun", "relative"],
)
def test_whoever_is_accused_did_not_say_of_what(said: Said, accused: str) -> None:
    assert [speaker for words, speaker in said(accused) if "fire" in words] in ([], [None])


def test_whoever_accuses_says_of_what(said: Said) -> None:
    assert ("sleeping through the fire", "Petra Oland") in said(
        "Petra Oland accused them of “sleeping through the fire”."
    )


def test_a_thing_that_was_reported_says_nothing(said: Said) -> None:
    quotes = said("Petra Oland said crews came. “We were still at dinner,” when the second fire was reported.")
    assert quotes == [("We were still at dinner,", "Petra Oland")]


def test_whose_statement_is_challenged_made_it(said: Said) -> None:
    quotes = said(BEFORE + "Petra Oland was challenged over her statement that the pier was “a lost cause”.")
    assert ("a lost cause", "Petra Oland") in quotes
