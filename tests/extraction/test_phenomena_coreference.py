"""Whom a pronoun or a description stands for, by agreement, by what was said before, and not always the nearest."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Said

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("he", "Tom Ferrow owns three trawlers. “We are broke,” he said.", [("We are", "Tom Ferrow")]),
    ("she", "Petra Oland runs the harbour. “We are full,” she said.", [("We are", "Petra Oland")]),
    (
        "they-is-a-body",
        (
            "The Wrenmouth Rowing Club lost its boathouse in the storm. “We have nothing left,” they said in a "
            "statement."
        ),
        [("We have", "Wrenmouth Rowing Club")],
    ),
    (
        "the-minister",
        (
            "Ada Quill became minister of fisheries in May. Her first act was to halve the quota. “The sea is "
            "empty,” the minister said."
        ),
        [("The sea", "Ada Quill")],
    ),
    (
        "the-43-year-old",
        "Tom Ferrow, 43, owns three trawlers. “We are broke,” the 43-year-old said.",
        [("We are", "Tom Ferrow")],
    ),
    (
        "the-texas-senator",
        "Republican Sen. Al Dene of Texas voted against the bridge. “We are broke,” the Texas senator said.",
        [("We are", "Al Dene")],
    ),
    (
        "the-company",
        (
            "Halden Shipping said on Monday that it would sell two ferries. “The route no longer pays,” the "
            "company said."
        ),
        [("The route", "Halden Shipping")],
    ),
    (
        "its-chief-executive",
        (
            "Halden Shipping will sell two ferries. Its chief executive, Greta Holm, blamed the price of oil. "
            "“The route no longer pays,” she said."
        ),
        [("The route", "Greta Holm")],
    ),
    (
        "last-speaker",
        (
            "Petra Oland and Greta Holm run the harbour. “We are full,” said Oland. “It has never been so "
            "bad,” she added."
        ),
        [("We are", "Petra Oland"), ("It has", "Petra Oland")],
    ),
    (
        "subject-not-nearest",
        "Petra Oland wrote to the minister, Ada Quill, on Monday. “We are full,” she wrote.",
        [("We are", "Petra Oland")],
    ),
    (
        "i-in-a-letter",
        "I first saw the pier in 1962. “It is a beauty,” I told my father, and he agreed.",
        [("It is", "author")],
    ),
    (
        "new-paragraph",
        (
            "Tom Ferrow owns three trawlers.\n\n"
            "The yard has been in the family since 1920.\n\n"
            "“My father would weep,” he said."
        ),
        [("My father", "Tom Ferrow")],
    ),
]
"""id, article, and for each quote its first words and its speaker, in text order."""


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_knows_whom_it_stands_for(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    found = said(text)
    assert [(words[: len(first)], name) for (words, name), (first, _) in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found
