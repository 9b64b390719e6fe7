"""Capacities that only look like somebody's, and those told by the words around: one invented sentence a phenomenon."""

from __future__ import annotations

import pytest

from tests.extraction.test_affiliation import affiliation
from tests.extraction.test_affiliation_beyond import in_context

STATED = [
    (
        "who-as-a-teenager",
        "“No,” said Jo Hale, who as a teenager served as secretary of the Tide Trust.",
        ("secretary", "Tide Trust"),
    ),
    ("worked-with-as", "Dene had worked with Jo Hale as general counsel for his bank. Hale said no.", (None, None)),
    ("presented-with-as", "The board met with Jo Hale as chairwoman.", ("chairwoman", None)),
    ("a-peer's-place", "Lord Hale of Tidewick said no.", (None, None)),
    ("behind-a-modal", "The play may praise Danish admiral Jo Hale.", ("Danish admiral", None)),
    (
        "behind-a-pointer-in-brackets",
        "One of them is Jo Hale (see Boat Builders, 2013), a researcher at the Tide Institute.",
        ("researcher", "Tide Institute"),
    ),
    ("behind-a-picture's-bracket", "Jo Hale (left), a nurse, said no.", ("nurse", None)),
    ("an-age-is-no-role", "Jo Hale, a 44-year-old scientist and writer, said no.", ("scientist and writer", None)),
    ("late-is-no-part-of-it", "The work of the late poet Jo Hale is read.", ("poet", None)),
    ("a-letter-is-no-body", "Jo with middle initial M left. Jo Hale said no.", (None, None)),
    (
        "husband-and-editor",
        "Jo Hale, Al Dene's husband and the Tide Gazette's editor in chief, said no.",
        ("editor in chief", "Tide Gazette"),
    ),
    ("prefect", "Jo Hale, prefect of the Council for the Sea, said no.", ("prefect", "Council for the Sea")),
    ("a-union-of-a-field", "Jo Hale, head of the police union, said no.", ("head", "police union")),
    ("a-question", "“Is President Hale going to say so?” they asked.", ("President", None)),
    (
        "a-noun-before-former",
        "It shows in the challenge former Ohio Gov. and Tide candidate Jo Hale sent them.",
        ("former Ohio Gov. and Tide candidate", None),
    ),
    ("years-in-office", "They chose 34-year state Sen. Jo Hale.", ("state Sen.", None)),
    ("a-numbered-local", "Jo Hale, president of Dockers Local 29, said no.", ("president", "Dockers Local 29")),
    (
        "a-field-of-two-words",
        "The head of the search and rescue agency, Jo Hale, said no.",
        ("head", "search and rescue agency"),
    ),
    ("hot-off", "Then Jo Hale — a young painter fresh from a long show — found it.", ("young painter", None)),
    (
        "in-inside-a-name",
        "Jo Hale, administrator for the Sailors in Towns Project, said no.",
        ("administrator", "Sailors in Towns Project"),
    ),
    ("in-behind-a-name", "Jo Hale, head of the Tide Board in Leeds, said no.", ("head", "Tide Board")),
    (
        "recently-named",
        "It will come, said Tide Trust's recently named executive chair Jo Hale.",
        ("executive chair", "Tide Trust"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stated"), [case[1:] for case in STATED], ids=[case[0] for case in STATED])
def test_what_is_stated(text: str, stated: tuple[str | None, str | None]) -> None:
    name = "Jo Hale" if "Jo Hale" in text else "Hale"
    assert affiliation(text, name) == stated


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Jo Hale fell, which the coroner ruled an accident. The coroner said no more.", None),
        ("Jo Hale rang at noon. The harbour dispatcher was busy.", None),
        ("“No,” said one legal expert. Jo Hale was there. The expert warned that it may sink.", None),
        ("Jo Hale was there. The surgeon who saw it said no.", None),
        ("Jo Hale was there. The prime minister has said no.", "prime minister"),
    ],
    ids=["coroner", "dispatcher", "taken-up-without-a-name", "one-who", "office"],
)
def test_whom_the_story_brings_in_by_itself_is_nobody_named(text: str, role: str | None) -> None:
    assert in_context(text, "Jo Hale")[0] == role


def test_what_she_was_asked_about_is_no_part_of_whom_she_works_for() -> None:
    text = "They asked Jo Hale, a top aide to Vice President Dene on Roe's June 4 letter."
    assert affiliation(text, "Jo Hale", "Dene") == ("top aide to Vice President Dene", None)


def test_who_is_from_a_body_is_of_it_and_who_is_from_a_town_is_not() -> None:
    text = "Jo Hale, a geologist from the Tide Lookout, said no."
    assert in_context(text, "Jo Hale") == ("geologist", None)
    assert in_context(text, "Jo Hale", "Tide Lookout") == ("geologist", "Tide Lookout")
