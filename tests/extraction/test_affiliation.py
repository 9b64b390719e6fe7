"""Role and organisation of a speaker, one small invented sentence a phenomenon."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import FrameType

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
    ("no-friends", "Jo Hale, who is close friends with the Dene family, said no.", "Jo Hale", None, None),
    (
        "rank-of-two-words",
        "Harbour Trust spokesman Rear Adm. Jo Hale said no.",
        "Jo Hale",
        "spokesman",
        "Harbour Trust",
    ),
    (
        "director-before-reservist",
        "The hospital’s director, Jo Hale, spoke. “No,” Hale, an army reservist, added.",
        "Jo Hale",
        "director",
        None,
    ),
    (
        "professor-of",
        "“No,” said professor Jo Hale of Tern University. Hale is a member of the Tide League.",
        "Jo Hale",
        "professor",
        "Tern University",
    ),
    (
        "office-before-what-it-is",
        "Solicitor General Jo Hale is the Tide administration’s top lawyer at the court.",
        "Jo Hale",
        "Solicitor General",
        "Tide administration",
    ),
    ("analyst-on", "“No,” said Jo Hale, an analyst on KTDE.", "Jo Hale", "analyst", "KTDE"),
    ("look", "“No,” said Jo Hale, the bespectacled head of the Tide Trust.", "Jo Hale", "head", "Tide Trust"),
    ("look-no-body", "Jo Hale, the aging district governor, sat down.", "Jo Hale", "district governor", None),
    ("retired-is-no-look", "Jo Hale, a retired dentist, sat down.", "Jo Hale", "retired dentist", None),
    ("age", "“No,” said Jo Hale, a 19-year-old biology student.", "Jo Hale", "biology student", None),
    ("part-of-a-force", "Patrol Chief Jo Hale said no.", "Jo Hale", "Patrol Chief", None),
    (
        "role-before-a-bracket",
        "Superintendent of Police (West) Ada Quill said no.",
        "Ada Quill",
        "Superintendent of Police",
        None,
    ),
    ("role-comma-style", "At noon, Tern Commissioner, Ms Ada Quill said no.", "Ada Quill", "Commissioner", "Tern"),
    (
        "role-comma-rank",
        "Later, police spokesperson, Captain Ada Quill said no.",
        "Ada Quill",
        "spokesperson",
        "police",
    ),
    (
        "district-before-councillor",
        "Tern Regional Municipality Councillor Ada Quill said no.",
        "Ada Quill",
        "Councillor",
        "Tern Regional Municipality",
    ),
    ("place-of-a-rank", "Tern DIG Ada Quill said no.", "Ada Quill", "Tern DIG", None),
    (
        "first-line-that-is-no-headline",
        "Former Health Minister Ada Quill left.\n\nAda Quill, a doctor, said no.",
        "Ada Quill",
        "Former Health Minister",
        None,
    ),
    ("title-written-short", "“No,” said Coun. Ada Quill.", "Ada Quill", "Coun.", None),
    ("title", "“No,” said Foreign Secretary Ada Quill.", "Ada Quill", "Foreign Secretary", None),
    ("body-before-title", "Harbour Trust spokesman Tom Ferrow said no.", "Tom Ferrow", "spokesman", "Harbour Trust"),
    ("short-body", "“It rained,” said HVB analyst Lena Ott.", "Lena Ott", "analyst", "HVB"),
    ("unknown-people-stay", "Ruritanian prime minister Ivo Lenz spoke.", "Ivo Lenz", "Ruritanian prime minister", None),
    ("people-stay", "Norwegian prime minister Ivo Lenz spoke.", "Ivo Lenz", "Norwegian prime minister", None),
    ("former-keeps-team", "Former Rovers captain Al Dene spoke.", "Al Dene", "Former Rovers captain", "Rovers"),
    ("team-of-a-country", "England captain Al Dene spoke.", "Al Dene", "captain", "England"),
    ("state", "Texas Sen. Al Dene spoke.", "Al Dene", "Texas Sen.", None),
    ("modifier-and-role", "White House press secretary Jo Hale said no.", "Jo Hale", "press secretary", "White House"),
    ("campaign", "Hartley campaign manager Jo Hale said no.", "Jo Hale", "campaign manager", "Hartley campaign"),
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
    (
        "party-chair-beats-office",
        "Rep. Jo Hale (D-Md.), chair of the Rivers Committee, spoke.",
        "Jo Hale",
        "chair",
        "Rivers Committee",
    ),
    ("portfolio", "US Secretary of State Jo Hale spoke.", "Jo Hale", "Secretary of State", "US"),
    ("country-of-an-office", "Albania’s foreign minister, Jo Hale, spoke.", "Jo Hale", "foreign minister", "Albania"),
    ("state-of-an-office", "Ohio governor Jo Hale spoke.", "Jo Hale", "Ohio governor", None),
    ("department-minister", "Home Office Minister Jo Hale spoke.", "Jo Hale", "Home Office Minister", "Home Office"),
    ("seat", "Jo Hale, the MP for Tidewater, spoke.", "Jo Hale", "MP for Tidewater", None),
    (
        "two-places",
        "Jo Hale, Lord Chief Justice of England and Wales, spoke.",
        "Jo Hale",
        "Lord Chief Justice of England and Wales",
        None,
    ),
    (
        "adviser-of-a-senator",
        "Pollster Jo Hale, adviser to Ohio Sen. Al Dene, spoke.",
        "Jo Hale",
        "adviser to Ohio Sen. Al Dene",
        None,
    ),
    ("party-of-a-chamber", "Senate Tory leader Jo Hale spoke.", "Jo Hale", "Senate Tory leader", "Senate"),
    (
        "party-for",
        "Rivers Party for the People leader Jo Hale spoke.",
        "Jo Hale",
        "leader",
        "Rivers Party for the People",
    ),
    (
        "acronym-inside",
        "The Office of Sea Affairs (OSA) director-general, Jo Hale, spoke.",
        "Jo Hale",
        "director-general",
        "Office of Sea Affairs",
    ),
    ("no-width", "Jo Hale, \u2060an energy fellow at the Tide Trust, spoke.", "Jo Hale", "energy fellow", "Tide Trust"),
    ("in-chief", "The Tide TV editor in chief, Jo Hale, spoke.", "Jo Hale", "editor in chief", "Tide TV"),
    (
        "author-and",
        "Jo Hale, author of the study and professor of tides at Tide University, spoke.",
        "Jo Hale",
        "professor of tides",
        "Tide University",
    ),
    (
        "owned-campaign",
        "Al Dene’s campaign manager Jo Hale spoke.",
        "Jo Hale",
        "campaign manager",
        "Al Dene’s campaign",
    ),
    (
        "article-of-a-name",
        "Jo Hale, analyst at research firm The Tide Group, spoke.",
        "Jo Hale",
        "analyst",
        "Tide Group",
    ),
    ("event", "Jo Hale at the NBC Debate was calm.", "Jo Hale", None, None),
    ("bare-body", "Jo Hale, Leeds Hotel Association said: “No.”", "Jo Hale", None, "Leeds Hotel Association"),
    (
        "what-one-was",
        "Gov. Jo Hale, who served as head of the Tide Board, spoke.",
        "Jo Hale",
        "Gov.",
        "Tide Board",
    ),
    (
        "who-is-after-apposition",
        "Jo Hale, a physicist who is co-director at the Tide Institute, spoke.",
        "Jo Hale",
        "co-director",
        "Tide Institute",
    ),
    (
        "longer-title",
        "Sprinter Hale quits\n\nFormer Leeds champion Jo Hale quit.",
        "Jo Hale",
        "Former Leeds champion",
        None,
    ),
    ("stacked-titles", "Ruritanian army spokesman Lt. Col. Jo Hale spoke.", "Jo Hale", "spokesman", "Ruritanian army"),
    ("style-after-role", "The historian Baroness Hale spoke. Jo Hale is 60.", "Jo Hale", "historian", None),
    ("service-and-rank", "Tide Board spokesman Navy Capt. Jo Hale spoke.", "Jo Hale", "spokesman", "Tide Board"),
    ("not-a-verb-object", "The pound President Jo Hale saved is strong.", "Jo Hale", "President", None),
    (
        "aide-to-a-titled-person",
        "Jo Hale, a top aide to Senator Al Dene, spoke.",
        "Jo Hale",
        "top aide to Senator Al Dene",
        None,
    ),
    ("not-a-verb-before", "They invite Norwegian President Jo Hale.", "Jo Hale", "Norwegian President", None),
    ("lower-case-body", "Foreign ministry spokeswoman Jo Hale spoke.", "Jo Hale", "spokeswoman", "Foreign ministry"),
    (
        "body-with-of-before-role",
        "Jo Hale, a Department of Health nurse, spoke.",
        "Jo Hale",
        "nurse",
        "Department of Health",
    ),
    (
        "joined-chief",
        "Jo Hale, president and CEO of the Tide Trust, spoke.",
        "Jo Hale",
        "president and CEO",
        "Tide Trust",
    ),
    ("degree", "Jo Hale, PhD, of the Tide Trust, spoke.", "Jo Hale", None, "Tide Trust"),
    ("quoted-programme", "“Night Desk” host Jo Hale spoke.", "Jo Hale", "host", "Night Desk"),
    ("kept-modifier", "World Cup winner Jo Hale spoke.", "Jo Hale", "World Cup winner", None),
    ("place-made-adjective", "Leeds-based attorney Jo Hale spoke.", "Jo Hale", "Leeds-based attorney", None),
    ("opens-a-sentence", "Traffic spokesman Jo Hale spoke.", "Jo Hale", "Traffic spokesman", None),
    ("courtesy", "Veteran Hale won.\n\nJo Hale is from Leeds.", "Jo Hale", None, None),
    ("named", "A former staffer named Jo Hale wept.", "Jo Hale", "former staffer", None),
    ("one-of", "Jo Hale, one of the Acme researchers, spoke.", "Jo Hale", "researcher", "Acme"),
    ("works-as", "Jo Hale, who works as a secretary, spoke.", "Jo Hale", "secretary", None),
    ("works-for", "Jo Hale, who works at Acme Labs, spoke.", "Jo Hale", None, "Acme Labs"),
    (
        "heads",
        "Jo Hale, who leads the polar programme at the Ice Institute, spoke.",
        "Jo Hale",
        "leads the polar programme",
        "Ice Institute",
    ),
    ("town-then-role", "Jo Hale, 45, from Leeds, a retired dentist, spoke.", "Jo Hale", "retired dentist", None),
    (
        "opening-apposition",
        "A keen Dene supporter, Hale drove west.\n\nJo Hale is 68.",
        "Jo Hale",
        "keen Dene supporter",
        None,
    ),
    ("number-one", "Former world number one Jo Hale lost.", "Jo Hale", "Former world number one", None),
    ("a-name-with-a-verb", "Jo Hale, director of Vote No, spoke.", "Jo Hale", "director", "Vote No"),
    ("elected", "Jo Hale, who was elected president in May, spoke.", "Jo Hale", "president", None),
    (
        "second-role-has-the-body",
        "Jo Hale, an aide last year and now director of the Tide Trust, spoke.",
        "Jo Hale",
        "director",
        "Tide Trust",
    ),
    ("former-role", "Jo Hale, former head of the CIA, spoke.", "Jo Hale", "former head", "CIA"),
    ("not-a-plural", "To Jo Hale, the four officials were rude.", "Jo Hale", None, None),
    (
        "described-later",
        "Jo Hale left early.\n\nThe senator from Vermont walked home.",
        "Jo Hale",
        "senator from Vermont",
        None,
    ),
    (
        "described-first-subject",
        "Jo Hale met Al Dene.\n\nThe real estate mogul said no.",
        "Jo Hale",
        "real estate mogul",
        None,
    ),
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
        ("a former senior military official", "official", "military"),
        ("Labour spokesman", "spokesman", "Labour"),
        ("Tide Board officials", "officials", "Tide Board"),
        ("angry residents", None, None),
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


def test_a_body_referred_to_is_the_one_named_before() -> None:
    text = "The Tide Council of Leeds met.\n\nJo Hale, secretary of the council, spoke."
    start = text.index("Tide Council of Leeds")
    council = Entity(
        "Tide Council of Leeds",
        "organization",
        mentions=(NameMention(Span(start, start + 21), "Tide Council of Leeds", 1),),
    )
    people = names_of(text, "Jo Hale")
    names = Names([*people.entities, council], [*council.mentions, *people.mentions])
    found = find_affiliations(text, names, {0})[0]
    assert (found.role, found.organization) == ("secretary", "Tide Council of Leeds")


def test_a_bare_officer_belongs_to_the_body_named_before() -> None:
    text = "Tidecorp will expand.\n\n“We are glad,” said chief executive Jo Hale. Singer Al Dene was not."
    firm = Entity("Tidecorp", "organization", mentions=(NameMention(Span(0, 8), "Tidecorp", 2),))
    people = names_of(text, "Jo Hale", "Al Dene")
    found = find_affiliations(text, Names([*people.entities, firm], [*firm.mentions, *people.mentions]), {0, 1})
    assert (found[0].role, found[0].organization) == ("chief executive", "Tidecorp")
    assert (found[1].role, found[1].organization) == ("Singer", None)


def test_a_gendered_description_fits_its_bearer() -> None:
    text = "Jo Hale met Al Dene.\n\nThe Ruritanian-born actress said no."
    people = names_of(text, "Jo Hale", "Al Dene")
    entities = [replace(people.entities[0], gender="male"), replace(people.entities[1], gender="female")]
    found = find_affiliations(text, Names(entities, people.mentions), {0, 1})
    assert 0 not in found
    assert found[1].role == "Ruritanian-born actress"


def test_two_people_side_by_side_keep_their_own_titles() -> None:
    text = "King Al Dene and Norwegian President Jo Hale spoke."
    assert affiliation(text, "Jo Hale", "Al Dene") == ("Norwegian President", None)


def test_a_reference_known_to_be_of_somebody_says_what_they_are() -> None:
    text = "Jo Hale met Al Dene. “No,” growled the former Leeds governor."
    names = names_of(text, "Jo Hale", "Al Dene")
    start = text.index("the former")
    reference = Span(start, start + len("the former Leeds governor"))
    found = find_affiliations(text, names, {0, 1}, {1: [reference]})
    assert found[1].role == "former Leeds governor"


def test_what_stands_by_the_name_beats_a_reference() -> None:
    text = "Plumber Jo Hale left. The visitor said no."
    start = text.index("The visitor")
    found = find_affiliations(text, names_of(text, "Jo Hale"), {0}, {0: [Span(start, start + 11)]})
    assert found[0].role == "Plumber"


def test_a_description_is_not_of_somebody_with_another_role() -> None:
    text = "Jo Hale wept.\n\nPilot Al Dene shrugged. The Leeds plumber said no."
    found = find_affiliations(text, names_of(text, "Jo Hale", "Al Dene"), {0, 1})
    assert (found[0].role, found[1].role) == ("Leeds plumber", "Pilot")


@pytest.mark.parametrize(
    "unit",
    [
        "Jo Hale, ",
        "Jo Hale who ",
        "Jo Hale said so. The senator from Ohio said no. ",
        "Jo Hale, the former and of the and deputy's deputy's of for the president of the of for and, said. ",
        "the president of the ",
        "Capital ",
        "deputy's ",
        "“1,000,000,",
    ],
)
def test_work_grows_with_the_text_and_not_faster(unit: str) -> None:
    """The calls of functions are counted: no clock is asked."""
    counts = []
    for times in (100, 200):
        text = "Jo Hale, " + unit * times
        names = names_of(text, "Jo Hale")
        counts.append(count_calls(partial(find_affiliations, text, names, {0})))
    assert counts[1] <= 2.2 * counts[0]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jo Hale",
        "Jo Hale,",
        "the Jo Hale",
        "Jo Hale, the",
        "Jo Hale, president of",
        "’s Jo Hale’s",
        "Jo Hale (",
        "— Jo Hale —",
    ],
)
def test_any_end_of_a_text_is_borne(text: str) -> None:
    affiliation(text, "Jo Hale")


def count_calls(run: Callable[[], object]) -> int:
    """Count how often Python code of any function is entered (a generator: each time it goes on) while `run` runs."""
    count = 0

    def watch(_frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(watch)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count
