"""Who said what, whatever the marks: each convention and each accident of the press by an invented article."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Said

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "curly",
        ("The pier at Wrenmouth will close in May. “It is no longer safe,” said harbour master Petra Oland on Monday."),
        [("It is no longer safe,", "Petra Oland")],
    ),
    (
        "straight",
        ('The pier at Wrenmouth will close in May. "It is no longer safe," said harbour master Petra Oland on Monday.'),
        [("It is no longer safe,", "Petra Oland")],
    ),
    (
        "single-quote-press",
        (
            "The pier at Wrenmouth will close in May. ‘It isn’t safe and the sailors’ union knows it,’ said "
            "harbour master Petra Oland. She added: ‘We’ve waited since the ’90s.’"
        ),
        [("It isn’t safe", "Petra Oland"), ("We’ve waited", "Petra Oland")],
    ),
    (
        "straight-single-press",
        (
            "The pier at Wrenmouth will close in May. 'It isn't safe,' said harbour master Petra Oland. She "
            "added: 'We've waited since the '90s.'"
        ),
        [("It isn't safe,", "Petra Oland"), ("We've waited", "Petra Oland")],
    ),
    (
        "guillemets",
        "The pier at Wrenmouth will close in May. «It is no longer safe», said harbour master Petra Oland.",
        [("It is no longer safe", "Petra Oland")],
    ),
    (
        "low-high",
        "The pier at Wrenmouth will close in May. „It is no longer safe“, said harbour master Petra Oland.",
        [("It is no longer safe", "Petra Oland")],
    ),
    (
        "two-curly-singles",
        (
            "The pier at Wrenmouth will close in May. ‘‘It isn’t safe, ’’ said harbour master Petra Oland. ‘‘The ropes "
            "are what we call ‘tired’.’’"
        ),
        [("It isn’t safe,", "Petra Oland"), ("The ropes are what we call ‘tired’.", "Petra Oland")],
    ),
    (
        "two-curly-singles-both-closing",
        "The pier at Wrenmouth will close. ‘’The sailors’ union knows it is unsafe’’, said harbour master Petra Oland.",
        [("The sailors’ union knows it is unsafe", "Petra Oland")],
    ),
    (
        "typewriter",
        ("The pier at Wrenmouth will close in May. ``It is no longer safe,'' said harbour master Petra Oland."),
        [("It is no longer safe,", "Petra Oland")],
    ),
    (
        "reopened-at-each-paragraph",
        (
            "Harbour master Petra Oland explained the closure.\n\n"
            "“The pier is no longer safe,” she said. “We looked at the piles in March.\n\n"
            "“Half of them were rotten.\n\n"
            "“Nobody should walk on it.”\n\n"
            "The council meets on Friday."
        ),
        [
            ("The pier is", "Petra Oland"),
            ("We looked", "Petra Oland"),
            ("Half of them", "Petra Oland"),
            ("Nobody should", "Petra Oland"),
        ],
    ),
    (
        "paragraph-breaks-lost",
        (
            'The pier will close in May, Petra Oland said. "It is no longer safe," she said. "We looked at the '
            'piles. "Half of them were rotten."'
        ),
        [("It is no", "Petra Oland"), ("We looked", "Petra Oland"), ("Half of them", "Petra Oland")],
    ),
    (
        "stray-mark",
        ("Petra Oland opened the meeting at nine.” Few came.\n\n“It is no longer safe,” Oland said of the pier."),
        [("It is no longer safe,", "Petra Oland")],
    ),
    (
        "quote-in-quote-not-its-own-record",
        "Petra Oland recalled the vote. “The mayor said ‘never’ and walked out,” she told the council.",
        [("The mayor said", "Petra Oland")],
    ),
    (
        "gloss-and-ellipsis",
        "Petra Oland read from the report. “It [the pier] is … no longer safe,” she said.",
        [("It [the pier]", "Petra Oland")],
    ),
    (
        "feet-and-decades",
        ('The wave was 6\' 2" high, said Petra Oland. "We had seen nothing like it since the \'80s," she added.'),
        [("We had seen", "Petra Oland")],
    ),
]
"""id, article, and for each quote its first words and its speaker, in text order."""


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_attributes_whatever_the_marks(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    found = said(text)
    assert [(words[: len(first)], name) for (words, name), (first, _) in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found


def test_a_missing_mark_costs_the_next_paragraph_nothing(said: Said) -> None:
    text = "Petra Oland spoke. “It is not safe, she said.\n\nTom Ferrow disagreed. “It will stand for years,” he said."
    assert said(text)[-1] == ("It will stand for years,", "Tom Ferrow")
