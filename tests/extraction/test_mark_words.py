"""What the words between the marks are like."""

from __future__ import annotations

import pytest

from quotes.extraction.mark_words import cried, edges, tone


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["utterly", "wet"], "judges"),
        (["shameful"], "judges"),
        (["unlit"], "denying+-"),
        (["seasickness"], "ness"),
        (["lamp"], "-"),
        ([], "-"),
    ],
)
def test_words_that_judge_are_told_from_words_for_things(words: list[str], expected: str) -> None:
    assert tone(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["to", "mend", "the", "pier"], ["first=to|3", "last=-|3"]),
        (["wet"], ["first=-|1", "last=-|1"]),
        (["badly", "lit"], ["first=ly|2", "last=-|2"]),
        (["lacking", "all", "one", "hopes", "for"], ["first=ing|5", "last=for|5"]),
        ([], []),
    ],
    ids=["piece", "word", "-ly", "-ing", "none"],
)
def test_how_a_span_begins_and_ends_is_known(words: list[str], expected: list[str]) -> None:
    assert edges(words) == expected


@pytest.mark.parametrize(
    ("last", "expected"), [("!", ["cried|T3", "cried|T"]), ("?", ["cried|T3", "cried|T"]), (".", [])]
)
def test_a_cry_is_known(last: str, expected: list[str]) -> None:
    assert cried(last, "T3") == expected
