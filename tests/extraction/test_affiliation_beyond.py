"""Capacities that are not stated beside the name: in the next sentence, before it, for several, or left out."""

from __future__ import annotations

import pytest

from quotes.extraction.affiliation import find_affiliations, phrase_affiliation
from quotes.extraction.entities import Entity, NameMention, Names
from quotes.extraction.names import find_names
from quotes.types import Span
from tests.extraction.test_affiliation import affiliation, names_of


def with_bodies(names: Names, text: str, *bodies: str) -> Names:
    """Return the names with some organisations added, each named wherever its words stand in the text."""
    entities = list(names.entities)
    mentions = list(names.mentions)
    for body in bodies:
        start = text.find(body)
        own = []
        while start >= 0:
            own.append(NameMention(Span(start, start + len(body)), body, len(entities)))
            start = text.find(body, start + 1)
        entities.append(Entity(body, "organization", mentions=tuple(own)))
        mentions.extend(own)
    return Names(entities, sorted(mentions, key=lambda mention: mention.span))


def in_context(text: str, name: str, *bodies: str) -> tuple[str | None, str | None]:
    """Return role and organisation of `name`, where the article's names hold the bodies too."""
    found = find_affiliations(text, with_bodies(names_of(text, name), text, *bodies), {0}).get(0)
    return (found.role, found.organization) if found else (None, None)


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Jo Hale, editor of the weekly “Nordwind”, said no.", "editor", "Nordwind"),
        ("Jo Hale, head of the charity “Dry Feet”, said no.", "head", "Dry Feet"),
        ("Jo Hale, author of the magazine story “Nordwind”, said no.", "author of the magazine story", None),
        ("Labor senator Jo Hale said no.", "Labor senator", "Labor"),
        ("Fine Gael TD Jo Hale said no.", "Fine Gael TD", "Fine Gael"),
        ("Jo Hale wrote on X. Nobody read it.", None, None),
    ],
    ids=["weekly", "charity", "author", "party-at-the-sentence's-head", "party-of-two-words", "platform"],
)
def test_bodies_in_marks_and_parties(text: str, role: str | None, organization: str | None) -> None:
    assert affiliation(text, "Jo Hale") == (role, organization)


def test_a_possessive_in_a_body_s_name_belongs_to_it() -> None:
    text = "North Harker’s Bay District Council chief executive Jo Hale said no."
    body = "North Harker’s Bay District Council"
    assert in_context(text, "Jo Hale", body) == ("chief executive", body)


def test_a_line_in_capitals_names_no_employer() -> None:
    text = "TIDE BOARD CHIEF LASHES OUT AT MAYOR\n\nThe pier was shut.\n\n“No,” spokeswoman Jo Hale said."
    assert in_context(text, "Jo Hale", "TIDE BOARD") == ("spokeswoman", None)
    plain = text.replace("TIDE BOARD CHIEF LASHES OUT AT MAYOR", "Acme said nothing.")
    assert in_context(plain, "Jo Hale", "Acme") == ("spokeswoman", "Acme")


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Jo Hale liked it. She was a clerk for the Tide Board.", "clerk", "Tide Board"),
        ("“It is late,” Jo Hale said. He is also the mayor of Leeds.", "mayor of Leeds", None),
        ("Jo Hale wept.\n\nShe heads the Tide Trust, a charity.", "heads the Tide Trust", "Tide Trust"),
        ("Jo Hale met Ida Dene. She is a nurse.", None, None),
        ("Jo Hale rang Ida Dene twice. She is a nurse.", None, None),
    ],
    ids=["was", "also", "heads", "two-could-be-meant", "object-could-be-meant"],
)
def test_a_pronoun_in_the_next_sentence_states_it(text: str, role: str | None, organization: str | None) -> None:
    assert affiliation(text, "Jo Hale", "Ida Dene") == (role, organization)


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        (
            "A Tide Corp executive said the series was dear.\n\nJo Hale told the hearing it was a “folly”.",
            "executive",
            "Tide Corp",
        ),
        ("It is over, according to a royal biographer. “Quite,” said Jo Hale.", "royal biographer", None),
        (
            "Air fair opens\n\nRuritania’s defence minister has opened the fair.\n\nJo Hale said it was late.",
            "defence minister",
            "Ruritania",
        ),
        (
            "A ferry pilot has been praised for her calm.\n\nJo Hale, 43, was on deck.\n\n“I ran,” she said.",
            "ferry pilot",
            None,
        ),
        ("A passenger said it shook. “Badly,” said Jo Hale.", None, None),
        ("A plumber said no. “No,” said the pilot Jo Hale.", "pilot", None),
        ("Jo Hale left. A plumber said no. “No,” said Hale.", None, None),
    ],
    ids=["speaks", "quoted", "opens", "praised", "anybody", "has-another", "named-before"],
)
def test_a_description_is_of_the_first_to_speak_after_it(text: str, role: str | None, organization: str | None) -> None:
    assert affiliation(text, "Jo Hale") == (role, organization)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sens. Ida Dene (D-Ohio) and Jo Hale (R-Utah) spoke.", "Sens."),
        ("Sen. Bo Wray left. Sens. Ida Dene (D-Ohio), Bo Wray (D-Iowa) and Jo Hale (R-Utah) spoke.", "Sen."),
        ("Sen. Ida Dene and Jo Hale spoke.", None),
        ("Racing stars Ida Dene and Jo Hale spoke.", None),
        ("The leaders in Leeds honoured Jo Hale.", None),
    ],
    ids=["list", "written-in-the-singular-elsewhere", "of-one", "no-office", "object"],
)
def test_a_plural_title_is_each_ones(text: str, role: str | None) -> None:
    assert affiliation(text, "Jo Hale", "Ida Dene", "Bo Wray") == (role, None)


def test_a_description_is_hardly_of_whoever_owns_the_film() -> None:
    text = (
        "Jo Hale had a good year, with a prize in May and a second in June for a play. Al Dene’s new film ends it. "
        "Set in Tern in 1981, the 35-year-old actor plays a clerk. “No,” Hale said."
    )
    assert affiliation(text, "Jo Hale", "Al Dene") == ("actor", None)
    assert affiliation(text, "Al Dene", "Jo Hale") == (None, None)


EIGHT = "Petra Oland, Tom Ferrow, Amos Quill, Lena Ott, Jo Hale, Ida Dene, Nora Finch and Ruth Tarn"


@pytest.mark.parametrize(
    ("text", "without"),
    [(f"Sens. {EIGHT} spoke.", "Ruth Tarn"), (f"{EIGHT}, analysts at the Tern Trust.", "Petra Oland")],
    ids=["before", "behind"],
)
def test_a_list_is_looked_at_for_six_more_names(text: str, without: str) -> None:
    names = find_names(text)
    found = find_affiliations(text, names, range(len(names.entities)))
    people = [e for e, known in enumerate(names.entities) if known.kind == "person"]
    assert len(people) == 8
    assert [names.entities[e].name for e in people if e not in found] == [without]


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        (
            "Jo Hale, who is working with the Tide Trust as programme officer, spoke.",
            "programme officer",
            "Tide Trust",
        ),
        ("They dined with Jo Hale as the keynote speaker.", "keynote speaker", None),
        ("Jo Hale, the climate lead for the Tide Trust, spoke.", "climate lead", "Tide Trust"),
        ("Jo Hale is lead author of the paper.", "lead author of the paper", None),
        ("The two-time Leeds champion, a winner in May, left. Jo Hale wept.", None, None),
        (
            "Jo Hale wept. The two-time Leeds champion, a winner in May, left.",
            "two-time Leeds champion",
            None,
        ),
        (
            "The Office of International Seas and Rivers director, Jo Hale, spoke.",
            "director",
            "Office of International Seas and Rivers",
        ),
        ("Senior Tide Party leader Jo Hale spoke.", "leader", "Tide Party"),
        ("Superintendent of Police Jo Hale spoke.", "Superintendent of Police", None),
        ("Member of Parliament for Tide South, Jo Hale, spoke.", "Member of Parliament for Tide South", None),
        ("Jo Hale, European Commissioner for Fisheries, spoke.", "European Commissioner for Fisheries", None),
        ("Ohio Police Minister Jo Hale spoke.", "Ohio Police Minister", None),
        ("Irish Millers’ Association president Jo Hale spoke.", "president", "Irish Millers’ Association"),
        ("Jo Hale, a teacher from Quay City, spoke.", "teacher from Quay City", None),
        ("Ex-MI6 chief Jo Hale spoke.", "Ex-MI6 chief", "MI6"),
        ("Republican Sen. Jo Hale spoke.", "Republican Sen.", None),
        ("U.S. District Judge Jo Hale spoke.", "U.S. District Judge", None),
        ("Jo Hale, professor emeritus of law at Tide College, spoke.", "professor emeritus of law", "Tide College"),
        ("Jo Hale, head of Acme’s office in Leeds, spoke.", "head", "Acme"),
        ("Billionaire Acme boss Jo Hale spoke.", "boss", "Acme"),
        ("Jo Hale, from the Leeds-based think tank Tide Forum, spoke.", None, "Tide Forum"),
        ("Gov. Jo Hale spoke. Tory presidential candidate Jo Hale left.", "Gov.", None),
        ("The SEC Jo Hale left.", None, None),
        ("Racing stars Jo Hale and Ida Dene spoke.", None, None),
        ("Jo Hale, the harbour master, spoke.", "harbour master", None),
        ("Jo Hale, a driver with the county roads office, spoke.", "driver", "county roads office"),
        ("The Tide Party’s leader in the county assembly, Jo Hale, spoke.", "leader", "Tide Party"),
        ("A nurse on the ward, Jo Hale, spoke.", "nurse", None),
        ("A lawyer for the family, Jo Hale, spoke.", "lawyer", None),
        ("A lawyer for the family, Jo Hale said, had rung.", None, None),
        ("Two nurses on the ward, Jo Hale, and Ida Dene, spoke.", None, None),
        ("Jo Hale, a nurse assigned to the ward, spoke.", "nurse", None),
        ("Jo Hale, vice-president research and planning, spoke.", "vice-president research and planning", None),
        ("Jo Hale, a director research papers praise, spoke.", None, None),
        ("Jo Hale, a reader at Port Rivers’s Straits University, spoke.", "reader", "Straits University"),
        ("Jo Hale, dean at Tide University’s Straits College, spoke.", "dean", "Tide University’s Straits College"),
        ("The conductor Jo Hale took over the Leeds Radio Orchestra.", "conductor", "Leeds Radio Orchestra"),
        ("Jo Hale, the incumbent, sits for the Tide Party.", "incumbent", "Tide Party"),
        ("Her rival, Jo Hale, is the candidate of the Tide Party.", "candidate", "Tide Party"),
        ("Jo Hale, a Navy veteran, spoke.", "Navy veteran", "Navy"),
        ("Former NBL star Jo Hale spoke.", "Former NBL star", "NBL"),
        ("Jo Hale, a police officer, spoke.", "police officer", None),
        ("Jo Hale, a police spokesman, spoke.", "spokesman", "police"),
        ("Mother-of-two Jo Hale spoke.", "Mother-of-two", None),
        ("Ida Dene’s sister Jo Hale spoke.", "Ida Dene’s sister", None),
        ("The Chairman, House Committee on Tides, Jo Hale, spoke.", "Chairman", "House Committee on Tides"),
    ],
)
def test_further_ways_of_stating_a_capacity(text: str, role: str | None, organization: str | None) -> None:
    assert affiliation(text, "Jo Hale") == (role, organization)


def test_a_role_and_a_body_may_stand_side_by_side() -> None:
    text = "“No,” said Jo Hale, senior vice president Acme."
    assert in_context(text, "Jo Hale", "Acme") == ("senior vice president", "Acme")


@pytest.mark.parametrize(
    ("text", "bodies", "organization"),
    [
        (
            "Tidecorp backed it. “As long as Acme can do so, Rivers PLC is safe,” chief executive Jo Hale said.",
            ("Acme", "Tidecorp", "Rivers PLC"),
            "Tidecorp",
        ),
        ("Pressure group Quay said no to Acme. Director Jo Hale asked for more.", ("Quay", "Acme"), "Quay"),
        ("Brightwater welcomed it. “Good,” chief executive Jo Hale said.", (), "Brightwater"),
        ("According to the Gazette, chief executive Jo Hale left.", ("Gazette",), None),
        ("The Gazette reports that it was sold. Chief executive Jo Hale left.", ("Gazette",), None),
        ("Tidecorp grew, says Quay analyst Ida Dene. Chief executive Jo Hale left.", ("Tidecorp", "Quay"), "Tidecorp"),
        ("Tidecorp grew. We’re told that chief executive Jo Hale left.", (), "Tidecorp"),
    ],
    ids=[
        "outside-the-quote",
        "described",
        "not-among-the-names",
        "reported-by",
        "reports",
        "analyst",
        "no-contraction",
    ],
)
def test_a_bare_officer_is_of_the_body_that_the_text_is_about(
    text: str, bodies: tuple[str, ...], organization: str | None
) -> None:
    assert in_context(text, "Jo Hale", *bodies)[1] == organization


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("The Dene campaign paused. “No,” Dene senior adviser Jo Hale said.", "Dene campaign"),
        ("Dene’s campaign paused. Dene communications director Jo Hale said no.", "Dene’s campaign"),
        ("The Wray campaign paused. “No,” Dene biographer Jo Hale said.", None),
    ],
)
def test_who_works_for_a_candidate_works_for_the_campaign(text: str, organization: str | None) -> None:
    assert affiliation(text, "Jo Hale", "Ida Dene")[1] == organization


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The plan of homelessness charity Quiet Now is new.", "homelessness charity"),
        ("The rules, says telecoms regulator Quiet Now, are new.", "telecoms regulator"),
        ("“No,” said the Tide Press agency Quiet Now.", None),
        ("Director Quiet Now said no.", None),
    ],
)
def test_a_body_has_no_office_but_may_be_described(text: str, role: str | None) -> None:
    names = with_bodies(Names(), text, "Quiet Now")
    found = find_affiliations(text, names, {0}).get(0)
    assert (found.role if found else None, found.organization if found else None) == (role, None)


@pytest.mark.parametrize(
    ("text", "phrase", "bodies", "role", "organization"),
    [
        ("Acme cut its prices. “It is fair,” a spokesman said.", "a spokesman", ("Acme",), "spokesman", "Acme"),
        (
            "“Acme is watching,” a company spokesperson said.",
            "a company spokesperson",
            ("Acme",),
            "company spokesperson",
            "Acme",
        ),
        ("Acme rose. A police officer said no.", "A police officer", ("Acme",), "police officer", None),
        ("Acme rose. A resident said no.", "A resident", ("Acme",), "resident", None),
        ("Acme rose. A spokesman for the boys said no.", "A spokesman for the boys", ("Acme",), "spokesman", None),
        ("A Tide Board report said so.", "A Tide Board report", ("Tide Board",), None, "Tide Board"),
        (
            "A 52-page complaint filed by the Tide Board says so.",
            "A 52-page complaint",
            ("Tide Board",),
            None,
            "Tide Board",
        ),
        ("One survey respondent said so.", "One survey respondent", (), None, None),
        ("The report said so.", "The report", (), None, None),
    ],
)
def test_a_source_without_a_name_in_its_article(
    text: str, phrase: str, bodies: tuple[str, ...], role: str | None, organization: str | None
) -> None:
    start = text.index(phrase)
    found = phrase_affiliation(text, Span(start, start + len(phrase)), with_bodies(Names(), text, *bodies))
    assert (found.role, found.organization) == (role, organization)
    for value, span in ((found.role, found.role_span), (found.organization, found.organization_span)):
        assert value == (span.of(text) if span else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jo Hale and Al Dene, cooks at the Tern Hotel, left.", ("cook", "Tern Hotel")),
        (
            "Al Dene, Ida Poe and Jo Hale, senior fellows at the Tern Institute, left.",
            ("senior fellow", "Tern Institute"),
        ),
        ("Jo Hale and Al Dene, a cook at the Tern Hotel, left.", (None, None)),
        ("Jo Hale and Al Dene, brothers from Tern, left.", (None, None)),
    ],
    ids=["two", "three", "the-last-one's", "brothers"],
)
def test_what_stands_behind_several_names_is_said_of_each(text: str, expected: tuple[str | None, str | None]) -> None:
    found = find_affiliations(text, find_names(text), range(len(find_names(text).entities)))
    hale = next(i for i, entity in enumerate(find_names(text).entities) if entity.name == "Jo Hale")
    told = (found[hale].role, found[hale].organization) if hale in found else (None, None)
    assert told == expected


@pytest.mark.parametrize(
    ("text", "bodies", "expected"),
    [
        ("Harbour Watch President Jo Hale said no.", ["Harbour Watch"], ("President", "Harbour Watch")),
        ("Tern Republicans president Jo Hale said no.", ["Tern Republicans"], ("president", "Tern Republicans")),
        ("Tern GOP chairman Jo Hale said no.", ["Tern GOP"], ("chairman", "Tern GOP")),
        ("HVZ-CIO President Jo Hale said no.", [], ("President", "HVZ-CIO")),
        ("Jo Hale, a Fed governor, said no.", [], ("governor", "Fed")),
        ("Ohio President Jo Hale said no.", [], ("Ohio President", None)),
    ],
    ids=["watch", "party-members", "party", "initials-joined", "fed", "place"],
)
def test_a_president_is_one_of_a_body(text: str, bodies: list[str], expected: tuple[str | None, str | None]) -> None:
    assert in_context(text, "Jo Hale", *bodies) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The fog lifted over the pier of the elder Hale in May.",
        "Somebody was seen punching a protester, Hale said.",
        "Hale, who represents a kind of thrift that is gone, said no.",
        "Hale of Columbia, South Carolina, said no.",
        "Ann Poe, the governor of Tern, waved at Hale. The incumbent said that she was glad.",
        "Hale wrote to the paper. The reporter in question is its new editor, Ann Poe.",
        "Hale welcomed the news that Ann Poe, the governor, had left, saying the Tern Republican was late.",
    ],
    ids=["elder", "object-before-a-comma", "kind", "town-in-a-state", "incumbent", "named-next", "whom-one-speaks-of"],
)
def test_what_is_no_capacity_of_hers(text: str) -> None:
    assert affiliation(text, "Hale", "Ann Poe") == (None, None)
