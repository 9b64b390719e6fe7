"""What stands between marks and is nobody's speech, and what is speech in spite of its size."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Said

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "title-of-a-film",
        (
            "Greta Holm grew up by the sea. Her first film, “The Lamp Keeper”, opened in Oslo last week. “I "
            "wanted it to be quiet,” she said."
        ),
        [("I wanted", "Greta Holm")],
    ),
    (
        "title-of-a-song",
        "The band closed with “Salt and Thunder”, their best-known song, and left without an encore.",
        [],
    ),
    (
        "title-of-a-show",
        "Ivo Lenz was a guest on “Good Evening Halden” on Monday night, where he played the piano.",
        [],
    ),
    (
        "name-of-a-law",
        ("Parliament passed the “Clean Harbours Act” by a wide margin on Thursday. The vote took ten minutes."),
        [],
    ),
    ("name-of-a-ship", "The trawler “Northern Lass” ran aground off Wrenmouth at dawn. No one was hurt.", []),
    ("nickname", "William “Shorty” Ferrow scored twice for Rovers on Saturday. The match ended 2-1.", []),
    (
        "nickname-beside-speech",
        "Rovers captain William “Shorty” Ferrow scored twice. “I just hit it,” Ferrow said.",
        [("I just hit it,", "William “Shorty” Ferrow")],
    ),
    ("word-as-word", "The word “ferry” comes from an old verb that meant to carry.", []),
    ("scare-quotes", "The so-called “experts” left the room before lunch and did not return to the hall.", []),
    (
        "heading-repeats-the-body",
        (
            "Pier to close in May\n\n"
            "The pier at Wrenmouth will close, harbour master Petra Oland said.\n\n"
            "“No longer safe”\n\n"
            "“The pier is no longer safe,” Oland said on Monday. The council will vote on Friday."
        ),
        [("The pier is", "Petra Oland")],
    ),
    (
        "headline-repeats-the-body",
        (
            "Pier “no longer safe”, says harbour master\n\n"
            "The pier at Wrenmouth will close in May. “The pier is no longer safe,” Petra Oland said on Monday."
        ),
        [("The pier is", "Petra Oland")],
    ),
    (
        "one-word-that-someone-said",
        "The minister, Ada Quill, attacked the plan in parliament. She called it “irresponsible”.",
        [("irresponsible", "Ada Quill")],
    ),
    (
        "fragment-in-reported-speech",
        "Ada Quill said the closure was “a scandal” and that someone should pay for it.",
        [("a scandal", "Ada Quill")],
    ),
    (
        "two-fragments",
        "Ada Quill described the bridge as “ugly” and “far too dear”, and promised to vote against it.",
        [("ugly", "Ada Quill"), ("far too dear", "Ada Quill")],
    ),
]
"""id, article, and for each quote its first words and its speaker, in text order."""


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_tells_speech_from_what_only_stands_between_marks(
    said: Said, text: str, expected: list[tuple[str, str]]
) -> None:
    found = said(text)
    assert [(words[: len(first)], name) for (words, name), (first, _) in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found
