"""Which words are somebody's role, and which of several: one small invented sentence a phenomenon."""

from __future__ import annotations

import pytest

from tests.extraction.test_affiliation import affiliation

READINGS = [
    ("a-plural-ends-before-a-title", "If the island refugees President Hale met agree, Jo Hale goes.", "President"),
    (
        "two-roles-one-with-a-complement",
        "Former Secretary of State and Tide candidate Jo Hale said no.",
        "Former Secretary of State and Tide candidate",
    ),
    (
        "an-imperative-is-no-part",
        "Count former Ruritanian President Jo Hale among them.",
        "former Ruritanian President",
    ),
    ("a-participle-after-has", "The group has used real estate mogul Jo Hale in a film.", "real estate mogul"),
    ("an-infinitive", "They came to assist Tidewater Mayor Jo Hale with that.", "Tidewater Mayor"),
    ("won-by", "Critics include Nobel Prize-winning economist Jo Hale.", "Nobel Prize-winning economist"),
    ("two-peoples", "It was Mexican-American reporter Jo Hale.", "Mexican-American reporter"),
    ("the-sentence's-capital", "Investigative reporter Jo Hale will speak.", "Investigative reporter"),
    ("a-title-after-an-article", "Vatican spokesman the Rev. Jo Hale told them so.", "spokesman"),
    ("portfolio", "Tide MEC for Roads and Harbours, Jo Hale, said so.", "Tide MEC for Roads and Harbours"),
    ("of-a-kind", "A military analyst, Jo Hale, found it.", "military analyst"),
]


@pytest.mark.parametrize(("text", "role"), [case[1:] for case in READINGS], ids=[case[0] for case in READINGS])
def test_reads_the_words_of_a_role(text: str, role: str) -> None:
    assert affiliation(text, "Jo Hale")[0] == role


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Palm County Supervisor of Elections Jo Hale said no.", "Supervisor of Elections", "Palm County"),
        (
            "Jo Hale, the United Nations High Commissioner for Refugees, spoke.",
            "High Commissioner for Refugees",
            "United Nations",
        ),
    ],
    ids=["own-office", "high-commissioner"],
)
def test_parts_an_office_from_its_body(text: str, role: str, organization: str) -> None:
    assert affiliation(text, "Jo Hale") == (role, organization)


def test_takes_a_surname_for_no_trade() -> None:
    text = "“We tried,” Ann Weaver, Hale’s friend, said. Jo Hale met her."
    assert affiliation(text, "Jo Hale", "Ann Weaver") == (None, None)


def test_takes_a_department_of_justice_for_no_justice() -> None:
    assert affiliation("Jo Hale spoke. The Department of Justice said it would sue.", "Jo Hale") == (None, None)
