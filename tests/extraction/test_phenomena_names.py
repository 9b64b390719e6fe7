"""The speaker by the fullest name that the article uses, however the sentence beside the quote names them."""

from __future__ import annotations

import pytest

from tests.extraction.conftest import Said

CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "surname-alone",
        "Harbour master Petra Oland closed the pier on Monday. “It is no longer safe,” Oland said.",
        [("It is", "Petra Oland")],
    ),
    (
        "surname-first",
        "The ministry's spokesman, Gao Linfeng, answered questions on Monday. “The talks go on,” Gao said.",
        [("The talks", "Gao Linfeng")],
    ),
    (
        "given-name-last-word",
        "Minh Dao, a lecturer in Halden, was less sure. “The talks have failed,” Dao said.",
        [("The talks", "Minh Dao")],
    ),
    (
        "double-surname",
        "Lucia Marin Solano runs the port. “We are full,” Marin Solano said on Monday.",
        [("We are", "Lucia Marin Solano")],
    ),
    (
        "particle",
        "Joost van der Meij runs the port. “We are full,” van der Meij said on Monday.",
        [("We are", "Joost van der Meij")],
    ),
    (
        "particle-capital",
        "The port is run by Joost van der Meij. “We are full,” said Van der Meij.",
        [("We are", "Joost van der Meij")],
    ),
    ("al", "Karim al-Rashad runs the port. “We are full,” al-Rashad said on Monday.", [("We are", "Karim al-Rashad")]),
    ("initials", "J. K. Oland wrote the report. “We are full,” Oland said on Monday.", [("We are", "J. K. Oland")]),
    (
        "middle-initial",
        "Petra B. Oland wrote the report. “We are full,” Ms. Oland said on Monday.",
        [("We are", "Petra B. Oland")],
    ),
    (
        "hyphen",
        "Ada Quill-Ferrow wrote the report. “We are full,” Quill-Ferrow said on Monday.",
        [("We are", "Ada Quill-Ferrow")],
    ),
    (
        "honorific",
        "Petra Oland wrote the report. “We are full,” Mrs Oland said on Monday.",
        [("We are", "Petra Oland")],
    ),
    (
        "title-goes",
        "Sen. Ada Quill voted against the bridge. “We are broke,” Sen. Quill said.",
        [("We are", "Ada Quill")],
    ),
    (
        "suffix-stays",
        "Tom Ferrow Jr. owns three trawlers. “We are broke,” Ferrow said.",
        [("We are", "Tom Ferrow Jr.")],
    ),
    (
        "letters-behind-go",
        "Ada Quill MP voted against the bridge. “We are broke,” Ms Quill said.",
        [("We are", "Ada Quill")],
    ),
    (
        "party-and-state",
        "Sen. Ada Quill (R-Ohio) voted against the bridge. “We are broke,” Quill said.",
        [("We are", "Ada Quill")],
    ),
    (
        "possessive",
        "Petra Oland’s report came out on Monday. “The pier is rotten,” it was Oland’s blunt verdict.",
        [("The pier", "Petra Oland")],
    ),
    ("accents", "José Núñez runs the port. “We are full,” Núñez said on Monday.", [("We are", "José Núñez")]),
    (
        "first-named-behind-the-quote",
        (
            "“We are full,” said Oland on Monday, as trawlers queued outside.\n\n"
            "Petra Oland has run the port for ten years."
        ),
        [("We are", "Petra Oland")],
    ),
    (
        "father-and-son",
        (
            "Tom Ferrow built the yard, and his son Will Ferrow runs it. “I never liked boats,” Will Ferrow "
            "said. “He gets sick,” Tom Ferrow said."
        ),
        [("I never", "Will Ferrow"), ("He gets", "Tom Ferrow")],
    ),
    (
        "couple",
        (
            "Petra Oland and her husband, Ivo Oland, run the inn. “We are full,” Mrs Oland said. “She works "
            "too much,” Mr Oland said."
        ),
        [("We are", "Petra Oland"), ("She works", "Ivo Oland")],
    ),
    ("one-name", "The singer Zorana cancelled her tour on Monday. “I am tired,” Zorana said.", [("I am", "Zorana")]),
    (
        "organisation",
        ("The Harbour Trust closed the pier on Monday. “It is no longer safe,” the Harbour Trust said in a statement."),
        [("It is", "Harbour Trust")],
    ),
    (
        "acronym-in-brackets",
        ("The North Sea Fishing Council (NSFC) met on Monday. “The quota must fall,” the NSFC said in a statement."),
        [("The quota", "North Sea Fishing Council")],
    ),
    (
        "acronym-without-brackets",
        "The North Sea Fishing Council met on Monday. “The quota must fall,” the NSFC said.",
        [("The quota", "North Sea Fishing Council")],
    ),
    (
        "document",
        ("A government report on the pier came out on Monday. The piles are “rotten to the core”, the report says."),
        [("rotten to", "report")],
    ),
    (
        "outlet",
        ("The talks collapsed overnight. “Both sides walked out at dawn,” the Halden Times reported on Monday."),
        [("Both sides", "Halden Times")],
    ),
    (
        "unnamed-official",
        "The talks collapsed overnight. “Both sides walked out,” a senior government official said.",
        [("Both sides", "senior government official")],
    ),
    (
        "spokesman-without-name",
        "The talks collapsed overnight. “Both sides walked out,” said a spokesman for the ministry.",
        [("Both sides", "spokesman for the ministry")],
    ),
    (
        "in-charge",
        "Two men were held. “It is over,” said special agent in charge Petra Oland. Mary Roe, an officer, agreed.",
        [("It is", "Petra Oland")],
    ),
    (
        "office-of-initials",
        "MLP national president Petra Oland spoke on Monday. “They are bankrupt,” said the MLP President.",
        [("They are", "Petra Oland")],
    ),
    (
        "father-within-daughter's-name",
        "The guide Petra Amos Oland, 20, was on board. Petra’s father, Amos Oland, said: “We want her back.”",
        [("We want", "Amos Oland")],
    ),
    (
        "daughter-around-father's-name",
        "Amos Oland was on board. Amos Oland’s daughter, Petra Amos Oland, said: “We want him back.”",
        [("We want", "Petra Amos Oland")],
    ),
    (
        "wife-of-one-surname",
        "Petra Oland, 20, was on board. Amos Oland’s wife, Petra Ann Oland, said: “We were cold.” It rained.",
        [("We were", "Petra Ann Oland")],
    ),
]
"""id, article, and for each quote its first words and its speaker, in text order."""


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_gives_the_full_name(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    found = said(text)
    assert [(words[: len(first)], name) for (words, name), (first, _) in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found
