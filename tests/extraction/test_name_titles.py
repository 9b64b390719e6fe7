"""Titles and styles of many countries stand before a name and are no part of it."""

from __future__ import annotations

import pytest

from quotes.extraction.entities import Entity
from quotes.extraction.names import find_names


def people(text: str) -> list[Entity]:
    """Return the persons found, in text order."""
    return [e for e in find_names(text).entities if e.kind == "person"]


@pytest.mark.parametrize(
    "title",
    [
        "Tan Sri",
        "Datuk Seri",
        "Dato' Sri",
        "Datin",
        "Ratu",
        "Madam",
        "Atty.",
        "Sardar",
        "SP",
        "Reeve",
        "Coroner",
        "Sarpanch",
        "Cr",
        "Bailie",
        "CP",
        "District Collector",
        "Shri",
        "Smt",
        "Maulana",
        "Cde",
        "Adv",
        "MEC",
        "PM",
        "AG",
        "Alhaji",
        "Engr",
        "Barr.",
        "Ald.",
        "Rt Hon",
        "Kgosi",
        "Air Commodore",
        "Group Captain",
        "Lance Corporal",
        "Lance Cpl.",
        "Kentuckian",
        "Navy SEAL",
        "Supreme Court Justice",
        "His Excellency",
    ],
)
def test_title_is_no_part_of_the_name(title: str) -> None:
    text = f"The crowd heard {title} Ahmad Quorvan speak. Quorvan left."
    (found,) = people(text)
    assert found.name == "Ahmad Quorvan"
    assert [m.text for m in found.mentions] == ["Ahmad Quorvan", "Quorvan"]


@pytest.mark.parametrize("title", ["Tan Sri", "Datuk", "Cde", "Adv", "MEC", "PM", "Mallam", "DSP", "ACP"])
def test_title_before_a_surname_alone_leads_to_the_full_name(title: str) -> None:
    (found,) = people(f"{title} Quorvan spoke on Monday. Ahmad Quorvan had been asked to.")
    assert found.name == "Ahmad Quorvan"


def test_given_name_that_is_half_a_title_elsewhere() -> None:
    assert [e.name for e in people("Lance Quorvan, 49, spoke. Quorvan left.")] == ["Lance Quorvan"]


@pytest.mark.parametrize(
    "text",
    ["Will Quorvan, the owner, left.", "May Quorvan, 49, left.", "Will Quorvan said no.", "Will Quorvan was late."],
)
def test_auxiliary_that_opens_a_sentence_is_a_given_name_by_what_follows(text: str) -> None:
    (found,) = people(text)
    assert found.name == text[: text.index("Quorvan") + 7]


def test_auxiliary_that_opens_a_question_is_none() -> None:
    assert "Will Quorvan" not in [e.name for e in find_names("Will Quorvan win? Petra Quorvan may.").entities]


def test_hour_is_no_prime_minister() -> None:
    assert people("They met at 3 PM Eastern and left.") == []


def test_adjective_before_a_place_is_no_given_name() -> None:
    (found,) = find_names("Mountainous Nepal said no.").entities
    assert (found.name, found.kind) == ("Nepal", "place")


@pytest.mark.parametrize(
    "before",
    ["", "King’s plan passes\n\n", "King urges calm\n\nThey listened to King read it out. "],
    ids=["all-behind-the", "owner-in-the-title", "title-and-slip"],
)
def test_king_alone_is_an_office(before: str) -> None:
    text = f"{before}The plan will pass, the King said. The King added: “It must.” King Charles left."
    assert [e.name for e in find_names(text).entities] == ["King Charles"]


def test_heading_in_capitals_names_nobody() -> None:
    assert people("FIREWORKS FLY\n\nThe two met on Monday.\n\nU.N. PANEL RULES\n\nIt said no.") == []


def test_long_surname_with_a_slip_is_the_same_person() -> None:
    (found,) = people("Harold Bjornstein wrote it. Bjornsteen's letter was short.")
    assert [m.text for m in found.mentions] == ["Harold Bjornstein", "Bjornsteen"]


def test_surname_that_is_a_job() -> None:
    text = "Barbara Boxer came. Boxer left. Ms. Boxer sang. Boxer Ada Quill won; the boxer bowed. Mr. Singer left."
    assert [(e.name, [m.text for m in e.mentions]) for e in people(text)] == [
        ("Barbara Boxer", ["Barbara Boxer", "Boxer", "Boxer"]),
        ("Ada Quill", ["Ada Quill"]),
        ("Singer", ["Singer"]),
    ]


def test_office_addressed_is_nobody() -> None:
    assert people("Mr. President, no. Mr. Speaker, yes. Madam Chair, perhaps.") == []


@pytest.mark.parametrize("name", ["Islamic State", "Sunday Times", "Muslim Council of Tern", "Catholic Church"])
def test_body_that_begins_with_a_day_or_a_creed(name: str) -> None:
    assert [(e.name, e.kind) for e in find_names(f"He left the {name} in May.").entities] == [(name, "organization")]


@pytest.mark.parametrize("name", ["Tarrow County", "Lake Tarrow", "Fort Tarrow", "Upper Harlem"])
def test_place_named_for_somebody(name: str) -> None:
    assert [(e.name, e.kind) for e in find_names(f"He left {name} in May.").entities] == [(name, "place")]


def test_body_of_a_common_given_name_is_none_however_often_it_is_named() -> None:
    text = "The Petra Foundation gave much. " * 3 + "The Petra Foundation said no."
    assert [(e.name, e.kind) for e in find_names(text).entities] == [("Petra Foundation", "organization")]


def test_head_of_a_body_stands_for_it_unless_two_have_it() -> None:
    one = find_names("The Tern Commission said no. The Commission added it.").entities
    assert [e.forms for e in one] == [("Tern Commission", "Commission")]
    two = find_names("The Tern Commission and the Halden Commission met. The Commission left.").entities
    assert [e.name for e in two] == ["Tern Commission", "Halden Commission", "Commission"]


def test_initials_without_full_stops() -> None:
    assert [e.name for e in people("KP Quorvan, 52, left. Quorvan said no.")] == ["KP Quorvan"]
    assert [e.name for e in people("Spokesman KP Quorvan left.")] == ["KP Quorvan"]
    assert people("KPQ Quorvan said it would be sold.") == []
    assert [e.name for e in people("Superintendent KRTS Quorvan said no. Quorvan left.")] == ["KRTS Quorvan"]
    assert people("KRTS Quorvan said it would be sold.") == []


def test_the_field_of_an_office_is_no_part_of_the_name() -> None:
    (person,) = people("A note by Undersecretary for Harbour Affairs Petra Oland said so.")
    assert person.name == "Petra Oland"


@pytest.mark.parametrize("title", ["QB", "WR", "HC", "OC", "GM"])
def test_initials_of_a_playing_position_stand_before_a_given_name(title: str) -> None:
    assert "Tom Ferrow" in [e.name for e in people(f"The Herons missed {title} Tom Ferrow on Monday. Ferrow slept.")]


@pytest.mark.parametrize("name", ["GM Canada", "RB Leipzig", "OC Transpo"])
def test_initials_of_a_body_stay_with_it(name: str) -> None:
    assert name in [e.name for e in find_names(f"On Monday {name} closed its gates.").entities]


def test_body_by_its_initials_is_parted_from_an_office_alone() -> None:
    found = find_names("“No,” said the MLP President. An SDA Special Agent had left, and so had the MLP.").entities
    assert [(e.name, e.kind) for e in found] == [("MLP", "organization"), ("SDA", "organization")]


def test_charge_somebody_is_in_is_part_of_the_title() -> None:
    text = "“No,” said SDA Special Agent in Charge Petra Quorvan."
    assert [e.name for e in find_names(text).entities] == ["SDA", "Petra Quorvan"]


def test_flight_is_nobody_and_no_body() -> None:
    text = "Ternair TN8501 climbed fast before it fell. All on board TN8501 died. Flight TN8501 had left late, he said."
    assert not find_names(text).entities


def test_group_by_a_short_number_stays_a_name() -> None:
    text = "The rebels of Nyalo M23 said no. Nyalo M23 has left."
    assert [e.name for e in find_names(text).entities] == ["Nyalo M23"]
