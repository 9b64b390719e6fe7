"""Every way in which a text says that somebody spoke: each by an invented sentence or two."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Said

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "said",
        "The pier at Wrenmouth will close in May. “It is no longer safe,” Petra Oland said.",
        [("It is", "Petra Oland")],
    ),
    (
        "said-inverted",
        "The pier at Wrenmouth will close in May. “It is no longer safe,” said Petra Oland.",
        [("It is", "Petra Oland")],
    ),
    (
        "verb-before",
        "The pier at Wrenmouth will close in May. Petra Oland said: “It is no longer safe.”",
        [("It is", "Petra Oland")],
    ),
    (
        "verb-in-the-middle",
        "The pier at Wrenmouth will close in May. “It is,” Petra Oland warned, “no longer safe.”",
        [("It is,", "Petra Oland"), ("no longer safe.", "Petra Oland")],
    ),
    (
        "rare-verb",
        "The pier at Wrenmouth will close in May. “It is no longer safe,” Petra Oland lamented.",
        [("It is", "Petra Oland")],
    ),
    (
        "verb-of-manner",
        "The pier at Wrenmouth will close in May. “I told you so,” Petra Oland chuckled.",
        [("I told", "Petra Oland")],
    ),
    (
        "present-tense",
        ("The pier at Wrenmouth will close in May. “It is no longer safe,” says Petra Oland, who runs the harbour."),
        [("It is", "Petra Oland")],
    ),
    (
        "perfect",
        ("The pier at Wrenmouth will close in May. Petra Oland has said it is “no longer safe” and should go."),
        [("no longer safe", "Petra Oland")],
    ),
    (
        "passive",
        "The pier at Wrenmouth will close in May. It was described by Petra Oland as “no longer safe”.",
        [("no longer safe", "Petra Oland")],
    ),
    (
        "participle",
        (
            "The pier at Wrenmouth will close in May. Petra Oland closed the gate herself, saying it was “no "
            "longer safe”."
        ),
        [("no longer safe", "Petra Oland")],
    ),
    (
        "participle-first",
        ("The pier at Wrenmouth will close in May. Calling it “no longer safe”, Petra Oland closed the gate herself."),
        [("no longer safe", "Petra Oland")],
    ),
    (
        "quoted-as-saying",
        "The pier at Wrenmouth will close in May. Petra Oland was quoted as saying it was “no longer safe”.",
        [("no longer safe", "Petra Oland")],
    ),
    (
        "an-agency-quotes-him",
        "Tom Ferrow closed the pier in May. The Tidewell Post quoted him as saying it was “no longer safe”.",
        [("no longer safe", "Tom Ferrow")],
    ),
    (
        "according-to-behind",
        "The pier at Wrenmouth will close in May. It is “no longer safe”, according to Petra Oland.",
        [("no longer safe", "Petra Oland")],
    ),
    (
        "according-to-before",
        "The pier at Wrenmouth will close in May. According to Petra Oland, it is “no longer safe”.",
        [("no longer safe", "Petra Oland")],
    ),
    (
        "in-a-statement",
        (
            "The pier at Wrenmouth will close in May. In a statement, the Harbour Trust said: “The pier is no "
            "longer safe.”"
        ),
        [("The pier is", "Harbour Trust")],
    ),
    (
        "noun-cue-his-claim",
        ("Tom Ferrow came under fire for his claim that the pier is “as good as new”. The council met on Monday."),
        [("as good as new", "Tom Ferrow")],
    ),
    (
        "noun-cue-warning-from",
        "The closure follows a warning from Petra Oland that the pier is “no longer safe”.",
        [("no longer safe", "Petra Oland")],
    ),
    (
        "colon-without-verb",
        "The pier at Wrenmouth will close in May. Petra Oland: “It is no longer safe.”",
        [("It is", "Petra Oland")],
    ),
    (
        "dash-with-signature",
        ("Readers on the closure of the pier:\n\n“It was never safe and we all knew it.” — Petra Oland, Wrenmouth"),
        [("It was never", "Petra Oland")],
    ),
    (
        "tweeted",
        "The pier at Wrenmouth will close in May. “What a day for the harbour,” Petra Oland tweeted.",
        [("What a day", "Petra Oland")],
    ),
    (
        "wrote-on",
        ("The pier at Wrenmouth will close in May. Petra Oland wrote on Facebook: “What a day for the harbour.”"),
        [("What a day", "Petra Oland")],
    ),
    (
        "posted",
        ("The pier at Wrenmouth will close in May. “What a day for the harbour,” Petra Oland posted on her page."),
        [("What a day", "Petra Oland")],
    ),
    (
        "for-him",
        "For Tom Ferrow, the pier is “a piece of my childhood”. He learned to swim there.",
        [("a piece of", "Tom Ferrow")],
    ),
    (
        "subject-far-away",
        (
            "The pier at Wrenmouth will close in May. “It is no longer safe,” Petra Oland, who has run the "
            "harbour for ten years, said on Monday."
        ),
        [("It is", "Petra Oland")],
    ),
    (
        "inverted-with-role",
        ("The pier at Wrenmouth will close in May. “It is no longer safe,” said the harbour master, Petra Oland."),
        [("It is", "Petra Oland")],
    ),
    (
        "question",
        "The pier at Wrenmouth will close in May. “Who will pay?” asked Petra Oland. Nobody answered.",
        [("Who will", "Petra Oland")],
    ),
    (
        "told-with-hearer",
        "The pier at Wrenmouth will close in May. “It is no longer safe,” Petra Oland told Ada Quill.",
        [("It is", "Petra Oland")],
    ),
    (
        "two-in-one-sentence",
        "Petra Oland called the pier “unsafe”, while Tom Ferrow said it was “as good as new”.",
        [("unsafe", "Petra Oland"), ("as good as new", "Tom Ferrow")],
    ),
]
"""id, article, and for each quote its first words and its speaker, in text order."""


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_reads_the_cue(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    found = said(text)
    assert [(words[: len(first)], name) for (words, name), (first, _) in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found
