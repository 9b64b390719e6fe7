"""In what capacity the speaker of a quote speaks, wherever the article states it: (speaker, role, organisation)."""

from __future__ import annotations

import pytest

from quotes.extraction.pipeline import Extractor

CASES: list[tuple[str, str, tuple[str, str | None, str | None]]] = [
    (
        "apposition-behind",
        "“The talks have failed,” said Petra Oland, director of the Harbour Trust.",
        ("Petra Oland", "director", "Harbour Trust"),
    ),
    (
        "apposition-before",
        "The Harbour Trust’s director, Petra Oland, spoke on Monday. “The talks have failed,” she said.",
        ("Petra Oland", "director", "Harbour Trust"),
    ),
    (
        "title-before",
        "“The talks have failed,” Foreign Secretary Ada Quill said.",
        ("Ada Quill", "Foreign Secretary", None),
    ),
    (
        "body-before-role",
        "“The talks have failed,” said Harbour Trust spokesman Tom Ferrow.",
        ("Tom Ferrow", "spokesman", "Harbour Trust"),
    ),
    (
        "of",
        "“The talks have failed,” said Minh Dao, a professor of sea law at the University of Halden.",
        ("Minh Dao", "professor of sea law", "University of Halden"),
    ),
    (
        "for",
        "“The talks have failed,” said Tom Ferrow, a spokesman for the Drivers Union.",
        ("Tom Ferrow", "spokesman", "Drivers Union"),
    ),
    (
        "with",
        "“The talks have failed,” said Tom Ferrow, an analyst with Halden Bank.",
        ("Tom Ferrow", "analyst", "Halden Bank"),
    ),
    (
        "style-between-office-and-name",
        "Harbours Minister Datuk Seri Dr Amos Quill said so. “The talks have failed,” he told reporters.",
        ("Amos Quill", "Harbours Minister", None),
    ),
    (
        "style-of-two-words",
        "Former harbours minister Tan Sri Amos Quill said so. “The talks have failed,” he told reporters.",
        ("Amos Quill", "Former harbours minister", None),
    ),
    (
        "abbreviated-style",
        "“The talks have failed,” said Tern North MP Hon. Petra Oland.",
        ("Petra Oland", "Tern North MP", None),
    ),
    (
        "style-behind-a-comma",
        "The widow’s lawyer, Dato’ Petra Oland, left. “The talks have failed,” she said.",
        ("Petra Oland", "lawyer", None),
    ),
    (
        "chief-as-a-style",
        "Tide Party chairman Chief Amos Quill spoke. “The talks have failed,” he said.",
        ("Amos Quill", "chairman", "Tide Party"),
    ),
    (
        "police-rank-in-capitals",
        "Tern district police chief ACP Amos Quill spoke. “The talks have failed,” he said.",
        ("Amos Quill", "chief", "Tern district police"),
    ),
    (
        "style-is-no-office",
        "“The talks have failed,” Sheikh Amos Quill said.",
        ("Amos Quill", None, None),
    ),
    (
        "noun-before-a-comma",
        "Outside the assembly, opposition leader Petra Oland shook her head. “The talks have failed,” she said.",
        ("Petra Oland", "opposition leader", None),
    ),
    (
        "plural-owner-of-a-lower-case-body",
        "Farmers’ co-operative chairperson Petra Oland spoke. “The talks have failed,” she said.",
        ("Petra Oland", "chairperson", "Farmers’ co-operative"),
    ),
    (
        "capital-of-the-sentence",
        "Village headman Amos Quill spoke. “The talks have failed,” he said.",
        ("Amos Quill", "Village headman", None),
    ),
    (
        "hyphenated-capital-of-the-sentence",
        "Left-arm spinner Amos Quill spoke. “The talks have failed,” he said.",
        ("Amos Quill", "Left-arm spinner", None),
    ),
    (
        "district-is-no-body",
        "Resident District Commissioner Amos Quill spoke. “The talks have failed,” he said.",
        ("Amos Quill", "Resident District Commissioner", None),
    ),
    (
        "commas-and-capitals",
        "“The talks have failed,” said Petra Oland, CEO, TDX.",
        ("Petra Oland", "CEO", "TDX"),
    ),
    (
        "two-roles-and-a-body-with-commas",
        "“The talks have failed,” said Petra Oland, Partner, Head of Ships, Tern Consultancy, which advised the port.",
        ("Petra Oland", "Partner", "Tern Consultancy"),
    ),
    (
        "on-an-unknown-place",
        "A nurse on Koviru, Petra Oland, went home. “The talks have failed,” she said.",
        ("Petra Oland", "nurse", None),
    ),
    (
        "police-rank-is-of-no-firm",
        "Tern Electric is to blame. Senior Superintendent of Police Amos Quill left. “The talks have failed,” he said.",
        ("Amos Quill", "Senior Superintendent of Police", None),
    ),
    ("only-a-body", "“The talks have failed,” said Tom Ferrow of Halden Bank.", ("Tom Ferrow", None, "Halden Bank")),
    (
        "relative-clause",
        "“The talks have failed,” said Petra Oland, who is a lawyer for the Tenants Union.",
        ("Petra Oland", "lawyer", "Tenants Union"),
    ),
    (
        "place-owns-body",
        "“The talks have failed,” said Minh Dao, a lecturer at Singapore’s Merlion University.",
        ("Minh Dao", "lecturer", "Merlion University"),
    ),
    (
        "body-owns-role",
        "“The talks have failed,” said Ida Holm, the SEC’s chief accountant.",
        ("Ida Holm", "chief accountant", "SEC"),
    ),
    (
        "three-paragraphs-earlier",
        (
            "Petra Oland, director of the Harbour Trust, closed the pier on Monday.\n\n"
            "The gates were locked at noon.\n\n"
            "A storm is forecast for Friday.\n\n"
            "“The talks have failed,” Oland said."
        ),
        ("Petra Oland", "director", "Harbour Trust"),
    ),
    (
        "stated-later",
        (
            "“The talks have failed,” Oland said on Monday.\n\n"
            "The gates were locked at noon.\n\n"
            "Petra Oland is the director of the Harbour Trust."
        ),
        ("Petra Oland", "director", "Harbour Trust"),
    ),
    (
        "former",
        "“The talks have failed,” said former Rovers captain Al Dene.",
        ("Al Dene", "former Rovers captain", "Rovers"),
    ),
    (
        "acronym-stands-for-the-body",
        ("The North Sea Fishing Council (NSFC) met on Monday. “The talks have failed,” said NSFC chairman Tom Ferrow."),
        ("Tom Ferrow", "chairman", "NSFC"),
    ),
    (
        "through-a-pronoun",
        "Ada Quill, the minister of fisheries, flew home. “The talks have failed,” she told reporters.",
        ("Ada Quill", "minister of fisheries", None),
    ),
    (
        "unnamed",
        "“The talks have failed,” said a spokesman for the Harbour Trust.",
        ("spokesman for the Harbour Trust", "spokesman", "Harbour Trust"),
    ),
    ("none", "Petra Oland left early. “The talks have failed,” she said.", ("Petra Oland", None, None)),
    ("state-and-party", "“The talks have failed,” said Sen. Al Dene (R-Texas).", ("Al Dene", "Sen.", None)),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_says_in_what_capacity(extractor: Extractor, text: str, expected: tuple[str, str | None, str | None]) -> None:
    (quote,) = extractor.extract(text)
    assert quote.speaker is not None
    told = quote.affiliation
    assert (quote.speaker.name, told.role, told.organization) == expected
    for value, span in ((told.role, told.role_span), (told.organization, told.organization_span)):
        assert (value is None) == (span is None)
        assert span is None or span.of(text) == value
