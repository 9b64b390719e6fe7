"""Which bodies are in an article: each phenomenon of their names by a sentence of our own."""

from __future__ import annotations

import pytest

from quotes.extraction.names import find_names
from tests.extraction.named import bodies, entity_at, people


@pytest.mark.parametrize(
    "name",
    [
        "University of Marwick",
        "Ministry of Harbours",
        "Food and Water Administration",
        "Marwick Police",
        "Oland & Sons",
        "Marwick Daily Times",
        "Tern Energy Inc",
        "Committee on Foreign Relations",
        "Workers' Party",
        "Warders' Benevolent Association",
        "People’s Gazette",
        "Patrolmen's Association",
        "USA TODAY",
        "Lord & Tarrow",
        "Major League Rowing",
        "Los Angeles Harriers",
        "Harbour Services and Procurement Portugal",
        "Tern Port Authority",
        "Rentwell.co.uk",
        "Sky News Portugal",
        "Royal Society for the Protection of Boats",
        "Students for Fair Harbours",
        "Club for Growth",
        "Doctors Without Borders",
        "Rock the Vote",
        "Times of Tern",
        "Marwick Institute for Near East Policy",
        "Marwick Division of Harbour Safety and Health",
    ],
)
def test_body_by_its_words(name: str) -> None:
    assert name in bodies(f"The plan was leaked to the {name} on Monday.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Amos York fell. The dean of New York University rose.", "New York University"),
        ("Amos Church fell. The dean of Liberty Harbour Church rose.", "Liberty Harbour Church"),
    ],
)
def test_a_surname_of_the_text_takes_no_word_off_a_body(text: str, name: str) -> None:
    assert name in bodies(text)


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        pytest.param(
            "The Marwick Central News Agency (MCNA) reported it. MCNA gave no source.",
            "MCNA",
            "Marwick Central News Agency",
            id="bracketed",
        ),
        pytest.param(
            "The Northern Ports Council met. The NPC gave no source.", "NPC", "Northern Ports Council", id="initials"
        ),
        pytest.param("Quarle Tarrow Ovum said no. QTO left.", "QTO", "Quarle Tarrow Ovum", id="initials-of-no-person"),
        pytest.param("Dretz Quarle Tarrow said no. DrQT left.", "DrQT", "Dretz Quarle Tarrow", id="small-letter"),
        pytest.param("It hit Tarrow & Sons hard. Then T&S left.", "T&S", "Tarrow & Sons", id="ampersand"),
        pytest.param(
            "A letter says that the Northern Ports Council met the Northern Pilots Company (NPC). Later NPC left.",
            "NPC",
            "Northern Pilots Company",
            id="brackets-decide",
        ),
        pytest.param(
            "Amos Hill told The Hill. Then The Hill said so.", "The Hill", "The Hill", id="article-in-the-name"
        ),
        pytest.param("Ternvall Corp lost money. Ternvall denied it.", "Ternvall", "Ternvall Corp", id="company-form"),
        pytest.param(
            "Ternvall Technologies lost money. Ternvall denied it.",
            "Ternvall",
            "Ternvall Technologies",
            id="first-word",
        ),
    ],
)
def test_short_form_leads_to_the_body(text: str, short: str, full: str) -> None:
    entity = entity_at(text, short)
    assert (entity.name, entity.kind) == (full, "organization")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(
            "A report on the website Rentwell suggested so. Rentwell said rents fell.", "Rentwell", id="website"
        ),
        pytest.param("“No,” a Rentwell spokesman said.", "Rentwell", id="spokesman"),
        pytest.param("It was in Plover magazine last week.", "Plover", id="magazine"),
        pytest.param("City analysts Orvum cut the target.", "Orvum", id="analysts"),
        pytest.param("“No,” said Amos Quill, an economist at Quarle Tarrow.", "Quarle Tarrow", id="economist-at"),
        pytest.param("It was hit by the takeover of Quarle Tarrow.", "Quarle Tarrow", id="takeover-of"),
        pytest.param("Con Tarrow said its yard was shut. Con Tarrow said no.", "Con Tarrow", id="said-its"),
        pytest.param("Con Tarrow said it would shut the yard.", "Con Tarrow", id="said-it-would"),
        pytest.param("It was good, Simple Syndication said.", "Simple Syndication", id="abstract-noun"),
        pytest.param("“No,” Gauteng Cogta said in a statement.", "Gauteng Cogta", id="place-and-word"),
        pytest.param(
            "The fashion chain Laura Ardley fell. Laura Ardley, which sells hats, sank. A Laura Ardley boss wept.",
            "Laura Ardley",
            id="shop-by-its-founder",
        ),
    ],
)
def test_body_by_the_noun_beside_it(text: str, name: str) -> None:
    assert name in bodies(text)


def test_body_before_a_title_without_a_name() -> None:
    text = "The plan was leaked to the Tern Green Party Leader on Monday."
    assert (bodies(text), people(text)) == (["Tern Green Party"], [])


def test_body_joined_by_an_ampersand() -> None:
    text = "He rang B&W. Then AT&T rang B&amp;W."
    assert [m.text for m in find_names(text).mentions] == ["B&W", "AT&T", "B&amp;W"]
    assert entity_at(text, "B&W") is not entity_at(text, "AT&T")
    assert entity_at(text, "B&W").mentions[-1].text == "B&amp;W"


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("Petra Oland won. The Oland administration fell.", "Oland administration", id="administration"),
        pytest.param("Petra Oland won. The Oland Foundation fell.", "Oland Foundation", id="foundation"),
        pytest.param("Petra Oland won. Oland’s office denied it.", "Oland’s office", id="office"),
    ],
)
def test_body_named_for_a_person_is_not_the_person(text: str, body: str) -> None:
    assert people(text) == ["Petra Oland"]
    assert entity_at(text, "Oland").name == body


def test_full_name_that_stands_only_before_a_body() -> None:
    text = "Petra Oland’s campaign denied it. Later Oland left."
    assert [(e.name, e.kind) for e in find_names(text).entities] == [
        ("Petra Oland’s campaign", "organization"),
        ("Petra Oland", "person"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The lender fell. Tarrow says it is calm. Shares rose at Tarrow magazine.", id="says-and-noun"),
        pytest.param("He left. The regulator Tarrow said in May it would act.", id="regulator"),
        pytest.param("The managing director of Tarrow said no.", id="director-of"),
        pytest.param("He ran for England when Tarrow have lost so often.", id="one-with-a-plural"),
        pytest.param("It rose. Then Tarrow founder Ada Quill left.", id="founder"),
    ],
)
def test_body_of_one_unknown_word(text: str) -> None:
    assert "Tarrow" in bodies(text)


@pytest.mark.parametrize(
    "text",
    ["Quill and Tarrow have left. He met Tarrow himself.", "Why did Tarrow have to go? He met Tarrow himself."],
)
def test_plural_that_makes_no_body(text: str) -> None:
    assert "Tarrow" not in bodies(text)


def test_a_branch_is_named_for_its_country() -> None:
    assert "Quarle Portugal" in bodies("The lender Quarle Portugal said no.")


def test_a_country_is_not_a_body_of_its_initials() -> None:
    assert entity_at("The United Stevedores met. They met in the US.", "US").kind == "place"


def test_who_is_named_as_a_source_in_ordinary_words_is_a_body() -> None:
    assert bodies("As reported by Western Journalism, it rained.") == ["Western Journalism"]


def test_a_party_in_a_state_is_no_body_before_its_members() -> None:
    assert bodies("The U.S. Democratic leaders left.") == []


def test_members_are_no_body_without_their_cause() -> None:
    assert bodies("It was said of the Turkish Americans and the Young Students.") == []


def test_a_line_that_reports_is_no_headline() -> None:
    assert bodies("“No,” said the Royal Society for Ports. It rained on.") == ["Royal Society for Ports"]


def test_a_noun_between_a_people_and_a_name_is_no_part_of_a_body() -> None:
    text = "The Norwegian newspaper Haarstad noted that the Norwegian bank lost. The Norwegian army left."
    assert "Norwegian newspaper" not in bodies(text)
    assert "Haarstad" in bodies(text)
