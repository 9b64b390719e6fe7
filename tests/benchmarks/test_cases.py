"""Which candidates count as right when the models learn: whoever spoke, under each name the text has for them."""

from __future__ import annotations

import pytest

from benchmarks.annotation import Truth
from benchmarks.cases import source_cases
from quotes.extraction.pipeline import Extractor


def right(extractor: Extractor, text: str, truths: dict[int, Truth], quote: int = 0) -> set[str]:
    (scene,) = extractor.scenes([text])
    found = {i: (candidates, case) for i, candidates, case in source_cases(scene, truths, 1.0)}
    candidates, case = found[quote]
    mentions = [candidates[n].mention for n in case.right]
    return {mention.text for mention in mentions if mention is not None}


def test_the_mention_of_the_same_speakers_next_quote(extractor: Extractor) -> None:
    text = "The tents were wet. “It rained.” “It poured,” she said."
    truths = {
        0: Truth("speech", "Petra Oland", "person"),
        1: Truth("speech", "Petra Oland", "person", "she", "said"),
    }
    assert right(extractor, text, truths) == {"she"}
    truths[1].speaker = "Ida Brandt"
    assert right(extractor, text, truths) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ferry firm said it was “sorry”.", {"ferry firm", "it"}),
        ("The ferry firm said it said it was “sorry”.", {"it"}),
    ],
    ids=["subject-of-the-cue", "another-has-the-cue"],
)
def test_the_description_that_a_pronoun_takes_up(extractor: Extractor, text: str, expected: set[str]) -> None:
    assert right(extractor, text, {0: Truth("speech", "Gull Ferries", "organization", "it", "said")}) == expected


@pytest.mark.parametrize(("judged", "weight"), [(True, 0.0), (False, 1.0)], ids=["unknown-source", "no-source"])
def test_nothing_is_learned_behind_a_quote_of_which_we_only_know_that_it_is_one(
    extractor: Extractor, judged: bool, weight: float
) -> None:
    text = "“The lamp is out.” It was late. “The pier is shut,” Oland said."
    (scene,) = extractor.scenes([text])
    truths = {
        0: Truth("speech", judged=judged),
        1: Truth("speech", sources=[(text.index("Oland"), text.index(" said"))]),
    }
    assert [case.weight for _, _, case in source_cases(scene, truths, 1.0)] == [1.0, weight]
