"""Which body a speaker is of, wherever and however the article says it."""

from __future__ import annotations

import pytest

from quotes.extraction.affiliation import find_affiliations, phrase_affiliation
from quotes.extraction.author_notes import author_in_note
from quotes.extraction.names import find_names
from quotes.types import Span

CASES = [
    ("both of them", "Both analysts at Tide Bank, Ann Roe and Al Dene agree.", ("Ann Roe", "Tide Bank")),
    ("a debate is where one speaks", "At the Tide Debate, Ann Roe called it mild.", ("Ann Roe", None)),
    (
        "a firm by its abbreviated form, which is no corporal",
        "“It is late,” said Ann Roe, president and co-owner of Taymor International Corp. in Leeds.",
        ("Ann Roe", "Taymor International Corp."),
    ),
    (
        "a firm before a role that holds a country",
        "“It is late,” said Ann Roe, Tide Research chief U.S. regional economist, who is based in Leeds.",
        ("Ann Roe", "Tide Research"),
    ),
    (
        "the office of an officer",
        "Ann Roe, the lawyer with the attorney general’s office who asked, sat down.",
        ("Ann Roe", "attorney general’s office"),
    ),
    ("a town that begins with a party", "Green Bay coach Ann Roe was late.", ("Ann Roe", "Green Bay")),
    (
        "the force of a chief of a part of it",
        "Patrol Chief Ann Roe with the Tidewell Police Department said so.",
        ("Ann Roe", "Tidewell Police Department"),
    ),
    (
        "the department of a secretary",
        "The Labor Department opened an inquiry. Labor Secretary Ann Roe said it would take months.",
        ("Ann Roe", "Labor Department"),
    ),
    (
        "the department of a secretary of",
        "Mails left the State Department. Ann Roe, a former secretary of state, said so.",
        ("Ann Roe", "State Department"),
    ),
    (
        "the department of an office said in full elsewhere",
        "Mails left the State Department. Secretary Ann Roe knew. Roe, a former secretary of state, said so.",
        ("Ann Roe", "State Department"),
    ),
    (
        "and runs",
        "“It is late,” said Ann Roe, a barge historian and runs the Tidewell website.",
        ("Ann Roe", "Tidewell website"),
    ),
    (
        "no department for who shadows it",
        "The Home Office opened an inquiry. Shadow Home Secretary Ann Roe said it was late.",
        ("Ann Roe", None),
    ),
    (
        "the same office named with its body elsewhere",
        "Norway captain Ann Roe is hurt. Roe, stand-in captain since May, said it would heal.",
        ("Ann Roe", "Norway"),
    ),
    (
        "what else somebody founded",
        "Widow Ann Roe wrote a letter. Ann Roe, who founded the Barge Museum in 1979, said so.",
        ("Ann Roe", "Barge Museum"),
    ),
    ("wrote in", "“It is late,” wrote Sarah Hale in The Evening Gazette.", ("Sarah Hale", "Evening Gazette")),
    ("writing for", "Ann Roe, writing for Tidewater News, called it bold.", ("Ann Roe", "Tidewater News")),
    ("a column on", "As Ann Roe points out in a column on Tidewater News, it is late.", ("Ann Roe", "Tidewater News")),
    ("a post on a network is no body", "Ann Roe wrote on Facebook that it was late.", ("Ann Roe", None)),
    (
        "somebody's party",
        "Ann Roe's ruling conservative Harbour Party lost. “It was close,” Ann Roe said.",
        ("Ann Roe", "Harbour Party"),
    ),
    (
        "no headline where the body says it better",
        "Mayor Praises Tidewatch Editor Ann Roe\n\nTidewatch News editor Ann Roe won a prize.",
        ("Ann Roe", "Tidewatch News"),
    ),
    ("her party", "Ann Roe said her Harbour League swept the vote.", ("Ann Roe", "Harbour League")),
    ("somebody else's party", "Ann Roe said Tom Ferrow had left his Harbour League.", ("Ann Roe", None)),
    (
        "a state's department in lower case",
        "Ann Roe, a lawyer for Ohio's child services department, said so.",
        ("Ann Roe", "Ohio's child services department"),
    ),
    (
        "a description that is no role",
        "“It is late,” said Ann Roe, a sea history and harbour law faculty regular at Halden University.",
        ("Ann Roe", "Halden University"),
    ),
    ("formerly of", "“It is late,” said Ann Roe, formerly of Halden Bank.", ("Ann Roe", "Halden Bank")),
    ("an event is no body", "Ann Roe, a star guest at the Harbour Convention, said so.", ("Ann Roe", None)),
    ("a town with its state", "“It is late,” said Ann Roe of Brackwater, N.J.", ("Ann Roe", None)),
    (
        "a degree with a full stop",
        "The team of Ann Roe, Ph.D., of Halden University, said so.",
        ("Ann Roe", "Halden University"),
    ),
    (
        "the subject behind its description",
        "Barge analysts Tidewell backed the plan, adding Halden Bank had agreed.\n\n"
        '"It is bold," research director Ann Roe said.',
        ("Ann Roe", "Tidewell"),
    ),
    (
        "a bare office behind a name",
        "The Harbour Trust will hire ten people. Ann Roe, controller of pensions, said it was time.",
        ("Ann Roe", "Harbour Trust"),
    ),
    (
        "the campaign of who is spoken for",
        "The Dene campaign closed its office. Ann Roe, a spokeswoman for Mr. Dene, said it would reopen.",
        ("Ann Roe", "Dene campaign"),
    ),
    (
        "the office of who has no campaign",
        "Dene’s office sent a letter. Dene spokeswoman Ann Roe said it was the last.",
        ("Ann Roe", "Dene’s office"),
    ),
    ("a trade is no office", "Halden Bank lent the money. Film director Ann Roe said it was time.", ("Ann Roe", None)),
    (
        "a place's council",
        "Brackwater city council leader Ann Roe said it was time.",
        ("Ann Roe", "Brackwater city council"),
    ),
    ("a band named like a person", "Former Oscar Quill singer Ann Roe said it was time.", ("Ann Roe", "Oscar Quill")),
    (
        "an article inside the name",
        "Ann Roe, senior adviser to the centrist Committee for a Better Harbour, said so.",
        ("Ann Roe", "Committee for a Better Harbour"),
    ),
    (
        "an article in a slogan's name",
        "Ann Roe, who heads Straighten the Harbour, said so.",
        ("Ann Roe", "Straighten the Harbour"),
    ),
    ("a foreign article", "Ann Roe, a columnist for Gazzetta della Riva, said so.", ("Ann Roe", "Gazzetta della Riva")),
    (
        "the campaign behind an owner",
        "Ann Roe, a member of Dene’s campaign team, said so.",
        ("Ann Roe", "Dene’s campaign"),
    ),
    (
        "a department's field is no body",
        "Ann Roe, Halden Bank’s trade and government outreach director, said so.",
        ("Ann Roe", "Halden Bank"),
    ),
    (
        "nobody else in the name",
        "Judge Ann Roe of the Harbour Court of Appeals and Tom Ferrow, a lawyer, said so.",
        ("Ann Roe", "Harbour Court of Appeals"),
    ),
    (
        "a firm's partner",
        "Ann Roe, managing partner of the investment bank Halden Capital, said so.",
        ("Ann Roe", "Halden Capital"),
    ),
    (
        "the body of a programme",
        "Ann Roe, co-director of the Harbour Law Program at the Halden Institute, said so.",
        ("Ann Roe", "Halden Institute"),
    ),
    (
        "a body in lower case",
        "Ann Roe, a driver for a haulage company, said so.",
        ("Ann Roe", "haulage company"),
    ),
    ("a programme in quotation marks", "Ann Roe, host of “Night Desk,” said so.", ("Ann Roe", "Night Desk")),
    ("a place before at", "Ann Roe, head of research in Leeds at Halden Bank, said so.", ("Ann Roe", "Halden Bank")),
    ("a minister owns no adviser", "The Prime Minister’s adviser, Ann Roe, said so.", ("Ann Roe", None)),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_body_a_person_is_of(text: str, wanted: tuple[str, str | None]) -> None:
    names = find_names(text)
    entity = next(index for index, found in enumerate(names.entities) if found.name == wanted[0])
    affiliation = find_affiliations(text, names, [entity]).get(entity)
    assert (affiliation.organization if affiliation is not None else None) == wanted[1]


PHRASES = [
    (
        "a report released by",
        "A report released on Monday by the Harbour Board says so. The report found leaks.",
        "report found",
        "Harbour Board",
    ),
    (
        "a department's memo",
        "An internal Harbour Security memo said so.",
        "internal Harbour Security memo",
        "Harbour Security",
    ),
    ("a study by a person", "A study by Ann Roe of Halden University said so.", "study by", None),
    (
        "people at a body",
        "The jokers over at Tidewater News said so.",
        "jokers over at Tidewater News",
        "Tidewater News",
    ),
    (
        "an Irish body",
        "A spokesperson for An Bord Farrowa told Halden News that it was shut.",
        "spokesperson for An Bord Farrowa",
        "An Bord Farrowa",
    ),
    (
        "the company's spokesman",
        "Halden Bank lost the case. The company’s spokesman said so.",
        "company’s spokesman",
        "Halden Bank",
    ),
]


@pytest.mark.parametrize(("text", "phrase", "body"), [case[1:] for case in PHRASES], ids=[case[0] for case in PHRASES])
def test_the_body_of_a_source_without_a_name(text: str, phrase: str, body: str | None) -> None:
    start = text.rindex(phrase)
    noun = phrase.removesuffix(" found").removesuffix(" by")
    assert phrase_affiliation(text, Span(start, start + len(noun)), find_names(text)).organization == body


def test_a_division_is_of_the_body_it_is_part_of() -> None:
    text = "“It is late,” said Harbour Security Investigations, a division of the Halden Coast Guard, on Monday."
    names = find_names(text)
    entity = next(
        index for index, found in enumerate(names.entities) if found.name == "Harbour Security Investigations"
    )
    assert find_affiliations(text, names, [entity])[entity].organization == "Halden Coast Guard"


@pytest.mark.parametrize(
    ("end", "author"),
    [
        ("\n\nSarah Hale is a lecturer at Halden University.", "Sarah Hale"),
        ("\n\nSarah Hale left the room.", None),
        ("\n\nFirst reported by Sarah Hale, a lecturer.", None),
    ],
    ids=["note", "no-note", "not-at-its-start"],
)
def test_the_note_at_the_end_tells_the_author(end: str, author: str | None) -> None:
    text = "I crossed the harbour at dawn." + end
    names = find_names(text)
    found = author_in_note(text, names)
    assert (names.entities[found].name if found is not None else None) == author
