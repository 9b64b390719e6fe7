"""Quotes that stand without a reporting word: who spoke shows in the layout and in the sentences around."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Said

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "carried-on-in-the-paragraph",
        "The pier will close in May. “It is no longer safe,” said Petra Oland. “Nobody should walk on it.”",
        [("It is", "Petra Oland"), ("Nobody", "Petra Oland")],
    ),
    (
        "carried-on-in-the-next-paragraph",
        (
            "“It is no longer safe,” said Petra Oland, the harbour master.\n\n"
            "“Nobody should walk on it.”\n\n"
            "The council meets on Friday."
        ),
        [("It is", "Petra Oland"), ("Nobody", "Petra Oland")],
    ),
    (
        "sentence-before-sets-the-speaker",
        (
            "Petra Oland was clear about the pier at Wrenmouth.\n\n"
            "“It is no longer safe. Nobody should walk on it.”\n\n"
            "The council meets on Friday."
        ),
        [("It is", "Petra Oland")],
    ),
    (
        "sentence-before-with-a-colon",
        (
            "Petra Oland gave three reasons for closing the pier at once:\n\n"
            "“It is rotten, it is dear and nobody uses it.”"
        ),
        [("It is rotten", "Petra Oland")],
    ),
    (
        "answer-of-another",
        "“It is no longer safe,” said Petra Oland.\n\nTom Ferrow shook his head. “It will stand for years.”",
        [("It is", "Petra Oland"), ("It will", "Tom Ferrow")],
    ),
    (
        "transcript",
        (
            "The full exchange:\n\n"
            "QUILL: “Is the pier safe?”\n\n"
            "OLAND: “It is not.”\n\n"
            "Ada Quill chairs the council, and Petra Oland runs the harbour."
        ),
        [("Is the pier", "Ada Quill"), ("It is not.", "Petra Oland")],
    ),
    (
        "question-and-answer",
        (
            "Ada Quill asked Petra Oland about the pier.\n\n"
            "Quill: “Is it safe?”\n\n"
            "Oland: “It is not.”\n\n"
            "Quill: “Since when?”"
        ),
        [("Is it", "Ada Quill"), ("It is not.", "Petra Oland"), ("Since when?", "Ada Quill")],
    ),
    (
        "press-release-header",
        (
            "The pier will close in May.\n\n"
            "From Petra Oland, harbour master: “The pier is no longer safe, and the trust will not take the "
            "risk.”"
        ),
        [("The pier is", "Petra Oland")],
    ),
    (
        "reader-comment",
        (
            "What our readers think of the closure:\n\n"
            "“I learned to swim there.” — Tom Ferrow, Wrenmouth\n\n"
            "“Good riddance.” — Ada Quill, Halden"
        ),
        [("I learned", "Tom Ferrow"), ("Good riddance.", "Ada Quill")],
    ),
]
"""id, article, and for each quote its first words and its speaker, in text order."""


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_attributes_without_a_reporting_word(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    found = said(text)
    assert [(words[: len(first)], name) for (words, name), (first, _) in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found
