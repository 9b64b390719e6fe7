"""Role and organisation of a speaker, one small invented sentence a phenomenon."""

from __future__ import annotations

import pytest

from quotes.extraction.affiliation import find_affiliations, phrase_affiliation
from quotes.extraction.entities import Entity, NameMention, Names
from quotes.types import Span


def names_of(text: str, *forms: str) -> Names:
    """Make `Names` of persons, each named by its full form and its last word wherever they stand in the text."""
    mentions: list[NameMention] = []
    entities: list[Entity] = []
    for index, full in enumerate(forms):
        own: list[NameMention] = []
        for form in (full, full.split()[-1]):
            start = text.find(form)
            while start >= 0:
                if not any(start < m.span.end and m.span.start < start + len(form) for m in own):
                    own.append(NameMention(Span(start, start + len(form)), form, index))
                start = text.find(form, start + 1)
        own.sort(key=lambda mention: mention.span)
        mentions.extend(own)
        entities.append(Entity(full, "person", mentions=tuple(own)))
    return Names(entities, sorted(mentions, key=lambda mention: mention.span))


def affiliation(text: str, name: str, *others: str) -> tuple[str | None, str | None]:
    """Return role and organisation of `name`, having checked that both are slices of the text."""
    found = find_affiliations(text, names_of(text, name, *others), {0}).get(0)
    if found is None:
        return None, None
    for value, span in ((found.role, found.role_span), (found.organization, found.organization_span)):
        assert (value is None) == (span is None)
        assert span is None or span.of(text) == value
    return found.role, found.organization


CASES = [
    ("title", "“No,” said Foreign Secretary Ada Quill.", "Ada Quill", "Foreign Secretary", None),
    ("body-before-title", "Harbour Trust spokesman Tom Ferrow said no.", "Tom Ferrow", "spokesman", "Harbour Trust"),
    ("short-body", "“It rained,” said HVB analyst Lena Ott.", "Lena Ott", "analyst", "HVB"),
    ("unknown-people-stay", "Ruritanian prime minister Ivo Lenz spoke.", "Ivo Lenz", "Ruritanian prime minister", None),
    ("people-stay", "Norwegian prime minister Ivo Lenz spoke.", "Ivo Lenz", "Norwegian prime minister", None),
    ("former-keeps-team", "Former Rovers captain Al Dene spoke.", "Al Dene", "Former Rovers captain", "Rovers"),
    ("team-of-a-country", "England captain Al Dene spoke.", "Al Dene", "captain", "England"),
    ("state", "Texas Sen. Al Dene spoke.", "Al Dene", "Texas Sen.", None),
    ("modifier-and-role", "White House press secretary Jo Hale said no.", "Jo Hale", "press secretary", "White House"),
    ("campaign", "Hartley campaign manager Jo Hale said no.", "Jo Hale", "manager", "Hartley campaign"),
    (
        "apposition",
        "Jo Hale, a senior fellow at the Lakes Institute, agreed.",
        "Jo Hale",
        "senior fellow",
        "Lakes Institute",
    ),
    (
        "place-owns-body",
        "Jo Hale, an assistant professor at Singapore’s Merlion University, said so.",
        "Jo Hale",
        "assistant professor",
        "Merlion University",
    ),
    (
        "topic-then-body",
        "Jo Hale, senior vice president of public policy at the March of Pennies, said so.",
        "Jo Hale",
        "senior vice president of public policy",
        "March of Pennies",
    ),
    (
        "topic-in-capitals",
        "Jo Hale, head of Planning and Transport at the Leeds Civic Society, said so.",
        "Jo Hale",
        "head of Planning and Transport",
        "Leeds Civic Society",
    ),
    ("age", "Jo Hale, 43, director of the Tide Project, said so.", "Jo Hale", "director", "Tide Project"),
    (
        "descriptive-body",
        "Jo Hale, director of anti-noise group Quiet Now, said so.",
        "Jo Hale",
        "director",
        "Quiet Now",
    ),
    (
        "apposition-before",
        "Beijing’s assistant minister of sea affairs, Hong Wei, announced it.",
        "Hong Wei",
        "assistant minister of sea affairs",
        "Beijing",
    ),
    ("possessor", "Jo Hale, the SEC’s chief accountant, said so.", "Jo Hale", "chief accountant", "SEC"),
    (
        "relative-clause",
        "Jo Hale, who is a lawyer for the Tenants Union, said so.",
        "Jo Hale",
        "lawyer",
        "Tenants Union",
    ),
    ("copula", "Jo Hale is the director of the Tide Project.", "Jo Hale", "director", "Tide Project"),
    (
        "joined",
        "Jo Hale, chairman and chief executive of Acme Corp, quit.",
        "Jo Hale",
        "chairman and chief executive",
        "Acme Corp",
    ),
    ("kin", "Jo Hale, mother of the victim, wept.", "Jo Hale", "mother of the victim", None),
    ("only-a-body", "“Odds on,” said Betwell’s Jo Hale.", "Jo Hale", None, "Betwell"),
    ("of-a-body", "Jo Hale of the Drivers Forum said so.", "Jo Hale", None, "Drivers Forum"),
    ("place-of-office", "Jo Hale, mayor of Boston, said so.", "Jo Hale", "mayor of Boston", None),
    ("header", "From Jo Hale, chair of Friends of the Canal: “Come.”", "Jo Hale", "chair", "Friends of the Canal"),
    ("later", "Hale left early.\n\nIt was late.\n\nJo Hale, a plumber, said so.", "Jo Hale", "plumber", None),
    ("office-beats-description", "Sen. Jo Hale, a Republican of Ohio, said so.", "Jo Hale", "Sen.", None),
    ("rank-is-beaten", "Gen. Jo Hale, director of the Tide Project, said so.", "Jo Hale", "director", "Tide Project"),
    ("none", "Jo Hale said it rained in Leeds.", "Jo Hale", None, None),
    ("another-persons-role", "Jo Hale, President Dene and others met.", "Jo Hale", None, None),
]


@pytest.mark.parametrize(
    ("text", "name", "role", "organization"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_reads_the_capacity_that_the_text_states(
    text: str, name: str, role: str | None, organization: str | None
) -> None:
    assert affiliation(text, name) == (role, organization)


@pytest.mark.parametrize(
    ("phrase", "role", "organization"),
    [
        ("a spokesman for the Harbour Trust", "spokesman", "Harbour Trust"),
        ("a spokesman for the ministry", "spokesman", "ministry"),
        ("senior White House official", "official", "White House"),
        ("Labour spokesman", "spokesman", "Labour"),
        ("the ministry", None, None),
        ("the report", None, None),
    ],
)
def test_reads_a_source_without_a_name(phrase: str, role: str | None, organization: str | None) -> None:
    text = f"“No,” {phrase} said."
    start = text.index(phrase)
    found = phrase_affiliation(text, Span(start, start + len(phrase)))
    assert (found.role, found.organization) == (role, organization)
    assert found.role_span is None or found.role_span.of(text) == role
