"""He or she: by title, by given name the world over, and by what the narration goes on with."""

from __future__ import annotations

import pytest

from quotes.extraction.entities import Entity
from quotes.extraction.name_lexicons import given_names
from quotes.extraction.names import find_names


def person(text: str, surname: str) -> Entity:
    """Return the person of a surname."""
    return next(e for e in find_names(text).entities if e.kind == "person" and e.name.endswith(surname))


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        pytest.param("sipho", "male", id="southern-africa"),
        pytest.param("nomvula", "female", id="southern-africa-f"),
        pytest.param("chukwuemeka", "male", id="western-africa"),
        pytest.param("wanjiku", "female", id="eastern-africa-f"),
        pytest.param("abdelkrim", "male", id="northern-africa"),
        pytest.param("shahrzad", "female", id="iran-f"),
        pytest.param("yevhen", "male", id="ukraine"),
        pytest.param("svitlana", "female", id="ukraine-f"),
        pytest.param("venkatesh", "male", id="india"),
        pytest.param("kalpana", "female", id="india-f"),
        pytest.param("yuichiro", "male", id="japan"),
        pytest.param("makiko", "female", id="japan-f"),
        pytest.param("somchai", "male", id="thailand"),
        pytest.param("gulmira", "female", id="central-asia-f"),
        pytest.param("gurpreet", None, id="either"),
        pytest.param("tory", None, id="either-though-a-party-too"),
    ],
)
def test_given_names_of_the_world(name: str, gender: str | None) -> None:
    assert given_names()[name] == gender


@pytest.mark.parametrize(
    ("text", "surname", "gender"),
    [
        pytest.param("Lord Quorvan spoke.", "Quorvan", "male", id="lord"),
        pytest.param("Baroness Quorvan spoke.", "Quorvan", "female", id="baroness"),
        pytest.param("Smt Vellary Quorvan spoke.", "Quorvan", "female", id="smt"),
        pytest.param("His wife, Vellary Quorvan, left.", "Quorvan", "female", id="kin-behind-a-comma"),
        pytest.param("Vellary Quorvan, an actress, left.", "Quorvan", "female", id="apposition"),
        pytest.param("Vellary Quorvan, a 40-year-old man, left.", "Quorvan", "male", id="man"),
        pytest.param("Eva-Vellary Quorvan left.", "Quorvan", "female", id="first-half-of-a-double-name"),
        pytest.param("J. Petra Quorvan left.", "Quorvan", "female", id="behind-an-initial"),
        pytest.param("Park Geun-hye left.", "Geun-hye", "female", id="family-name-first"),
        pytest.param("Lee Jae-myung left.", "Jae-myung", "male", id="family-name-that-is-a-given-name-too"),
        pytest.param("Vellary binti Quorvan left.", "Quorvan", "female", id="daughter-of"),
        pytest.param("Vellary Quorvan said she would leave.", "Quorvan", "female", id="said-she"),
        pytest.param("Vellary Quorvan hurt himself.", "Quorvan", "male", id="himself"),
        pytest.param("Vellary Quorvan opened the shop. She sells nets.", "Quorvan", "female", id="next-sentence"),
        pytest.param("Vellary Quorvan left.", "Quorvan", None, id="nothing-tells"),
        pytest.param("Vellary Quorvan met Petra Oland, who lost her dog.", "Quorvan", None, id="pronoun-of-another"),
        pytest.param("Vellary Quorvan said: “She left.”", "Quorvan", None, id="pronoun-in-a-quote"),
    ],
)
def test_gender(text: str, surname: str, gender: str | None) -> None:
    assert person(text, surname).gender == gender


def test_pronouns_again_and_again_overrule_a_given_name() -> None:
    once = "Petra Quorvan came. He bowed. "
    often = once + "Quorvan said he sang. Quorvan hurt himself. Quorvan sold his boat. Quorvan said he rowed."
    assert person(once, "Quorvan").gender == "female"
    assert person(often, "Quorvan").gender == "male"


def test_one_pronoun_outweighs_a_given_name_that_is_both() -> None:
    assert person("Robin Quorvan left. Quorvan said he rowed.", "Quorvan").gender == "male"


def test_her_own_statement_tells_which_of_two_of_a_name_made_it() -> None:
    start = "Peter Oland died on Monday. Mary Oland, his daughter, wept. Peter Oland was a cook. "
    for own, name in (("her", "Mary Oland"), ("his", "Peter Oland")):
        text = f"{start}Oland said in {own} statement that it rained."
        names = find_names(text)
        last = max(names.mentions, key=lambda mention: mention.span.start)
        assert names.entities[last.entity].name == name


def test_who_goes_by_one_word_may_have_a_surname_that_is_a_given_name() -> None:
    assert person("In a televised address, Shirley said he would wait.", "Shirley").gender == "male"
    assert person("In a televised address, Shirley said no.", "Shirley").gender == "female"
