"""Which words are somebody's role, and which of several: one small invented sentence a phenomenon."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotes.extraction.affiliation import find_affiliations
from quotes.extraction.entities import Names
from tests.extraction.test_affiliation import affiliation, names_of

READINGS = [
    ("minister-of-justice", "Minister of Justice Jo Hale said so.", "Minister of Justice"),
    ("a-rank-of-two-words", "Tide spokeswoman Deputy Commissioner Jo Hale said so.", "Tide spokeswoman"),
    ("a-rank-with-its-grade", "So said Snr Supt Jo Hale.", "Snr Supt"),
    ("an-advocate's-style", "So said vice chairman Barrister Jo Hale.", "vice chairman"),
    ("a-chief's-style", "The Commissioner for Harbours, Chief Jo Hale, said so.", "Commissioner for Harbours"),
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
    ("a-secretary's-own", "Jo Hale spoke. The former secretary of state’s voice was weak.", None),
    ("member-of-a-dáil", "Tidewater West TD Jo Hale asked for a vote.", "Tidewater West TD"),
    ("head-of-an-irish-government", "The Taoiseach, Jo Hale, said so.", "Taoiseach"),
    ("of-a-kind", "A military analyst, Jo Hale, found it.", "military analyst"),
    ("a-participle-first", "Jo Hale, a plumbing contractor who stayed, said so.", "plumbing contractor"),
    ("another-and-a-participle", "So said Jo Hale, another unaligned Ohio strategist.", "unaligned Ohio strategist"),
    ("a-company-that-employs", "Jo Hale left a company employing workers.", None),
    ("outside", "Jo Hale, a top outside Dene adviser, said so.", "top outside Dene adviser"),
    ("a-show-is-no-verb", "So said Jo Hale, a talk show host.", "talk show host"),
    ("of-a-show", "They met Jo Hale, star of the reality show “Mud King.”", "star of the reality show"),
    ("reporter-visiting", "Jo Hale, a Mexican journalist visiting Leeds, saw it.", "Mexican journalist"),
    ("leader-board", "Jo Hale, a leader board fixture, won.", None),
    ("party-and-office", "Jo Hale, a Republican and former mayor who ran, said so.", "former mayor"),
    ("fields", "Jo Hale, minister for housing, planning and roads, left.", "minister for housing, planning and roads"),
    ("a-field-and-a-role", "Jo Hale, a professor of history, author and poet, left.", "professor of history"),
    ("rival", "Well-known rival Jo Hale came. Hale, a senator from Tern, won.", "senator from Tern"),
    ("rival-and-title", "Her chief rival Sen. Jo Hale said so.", "Sen."),
    ("only-a-rival", "Her chief rival Jo Hale said so.", "chief rival"),
    ("once-nominee", "Sen. Jo Hale spoke. Hale, the Tide Party's nominee in 2008, laughed.", "Sen."),
    ("headline", "Hale, Dene lead; vote is close\n\nJo Hale spoke.", None),
    ("a-verb-behind", "Jo Hale lost. Though the senator from Ohio trails Dene, it is close.", "senator from Ohio"),
    ("a-question", "“Is President Jo Hale late?” he asked.", "President"),
    ("no-field", "Al met Jo Hale, the senator in polls.", "senator"),
    ("underdog", "Underdog conservative lawmaker Jo Hale won.", "Underdog conservative lawmaker"),
    ("laureate", "So said Nobel laureate Jo Hale.", "Nobel laureate"),
    ("a-trade-that-opens-the-sentence", "Plumbing contractor Jo Hale said so.", "Plumbing contractor"),
    ("a-faith", "So said Islamic scholar Jo Hale.", "Islamic scholar"),
    ("professional", "So said Jo Hale, an IT professional.", "IT professional"),
]


@pytest.mark.parametrize(("text", "role"), [case[1:] for case in READINGS], ids=[case[0] for case in READINGS])
def test_reads_the_words_of_a_role(text: str, role: str | None) -> None:
    assert affiliation(text, "Jo Hale")[0] == role


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        ("Palm County Supervisor of Elections Jo Hale said no.", "Supervisor of Elections", "Palm County"),
        ("Jo Hale, general secretary of the Dockers' Union, spoke.", "general secretary", "Dockers' Union"),
        (
            "Jo Hale, the United Nations High Commissioner for Refugees, spoke.",
            "High Commissioner for Refugees",
            "United Nations",
        ),
        ("Jo Hale, a Tide Bureau tunneling expert, spoke.", "tunneling expert", "Tide Bureau"),
        ("Jo Hale, editor at large of The Lantern, wrote.", "editor at large", "Lantern"),
        ("Jo Hale, the president of Dockers Local 12 in Tern, spoke.", "president", "Dockers Local 12"),
        ("So said Jo Hale, president of the N.R.D.", "president", "N.R.D."),
        ("Jo Hale, the Spanish-speaking son of bakers, spoke.", "Spanish-speaking son of bakers", None),
        ("CNN White House correspondent Jo Hale said so.", "White House correspondent", "CNN"),
        ("The Lantern’s White House correspondent Jo Hale said so.", "White House correspondent", "Lantern"),
        ("Tide News National Security editor Jo Hale left.", "National Security editor", "Tide News"),
        ("Council on Tide Relations National Director Jo Hale left.", "National Director", "Council on Tide Relations"),
        ("Jo Hale, strategist for Al Dene’s campaign four years ago, spoke.", "strategist", "Al Dene’s campaign"),
        ("They compared Jo Hale with the former Tern Democratic Governor, Al Dene.", None, None),
        ("Al Dene met Jo Hale at the Tern guest house.", None, None),
        ("Jo Hale, HPU House leader, said no.", "House leader", "HPU"),
        ("Jo Hale, the council’s cabinet member for housing, said no.", "cabinet member for housing", None),
        ("Jo Hale, a cabinet spokesman, said no.", "spokesman", "cabinet"),
        ("Women’s rights activist Jo Hale said no.", "Women’s rights activist", None),
        ("Jo Hale, the children’s commissioner, said no.", "children’s commissioner", None),
        ("Residents’ spokesman Jo Hale said no.", "Residents’ spokesman", None),
        ("Tideco’s spokesman Jo Hale said no.", "spokesman", "Tideco"),
        ("Jo Hale trailed Ida Brown, with Al Dene, the mayor, far behind.", None, None),
        ("Al Dene Faces Ruin After Divorce From Wife Jo Hale.", "Wife", None),
        ("The firm lost Tide Bank partner Jo Hale on Monday.", "partner", "Tide Bank"),
        ("Speaker of the House of Deputies Jo Hale said so.", "Speaker", "House of Deputies"),
        ("Attorney General's Office spokesperson Jo Hale said so.", "spokesperson", "Attorney General's Office"),
        ("Sheriff’s Department spokesman Jo Hale said so.", "spokesman", "Sheriff’s Department"),
        ("SDA Special Agent in Charge Jo Hale said so.", "Special Agent in Charge", "SDA"),
        ("Jo Hale, special agent in charge of the SDA, said so.", "special agent in charge", "SDA"),
        ("SDA Secretary General in charge of the Tide Department, Jo Hale, said so.", "Secretary General", "SDA"),
        (
            "Director of Communications of the Tide Party Jo Hale said so.",
            "Director of Communications",
            "Tide Party",
        ),
        ("After Harbour Union Party (QRS) leader Jo Hale left, it rained.", "leader", "Harbour Union Party"),
    ],
    ids=[
        "own-office",
        "secretary-of-a-union",
        "high-commissioner",
        "participle-behind-a-body",
        "at-large",
        "numbered",
        "last-point",
        "speaking",
        "beat",
        "beat-behind-a-possessive",
        "news",
        "named-for-a-field",
        "number-behind-a-body",
        "with-somebody",
        "premises",
        "leader-in-a-chamber",
        "member-of-a-cabinet",
        "spokesman-of-a-cabinet",
        "of-all-women",
        "of-all-children",
        "of-all-residents",
        "of-a-firm",
        "with-somebody-behind",
        "kin-in-a-headline",
        "partner-in-a-firm",
        "house-of-deputies",
        "somebody's-office",
        "somebody's-department",
        "in-charge",
        "in-charge-behind",
        "in-charge-of-a-part",
        "of-communications",
        "foreign-letters",
    ],
)
def test_parts_an_office_from_its_body(text: str, role: str | None, organization: str | None) -> None:
    assert affiliation(text, "Jo Hale") == (role, organization)


def test_takes_an_area_with_a_name_behind_it_for_no_body() -> None:
    text = "Jo Hale, a New York-area Dene volunteer, spoke of Al Dene."
    assert affiliation(text, "Jo Hale", "Al Dene") == ("New York-area Dene volunteer", None)


def test_takes_a_surname_for_no_trade() -> None:
    text = "“We tried,” Ann Weaver, Hale’s friend, said. Jo Hale met her."
    assert affiliation(text, "Jo Hale", "Ann Weaver") == (None, None)


def test_takes_a_department_of_justice_for_no_justice() -> None:
    assert affiliation("Jo Hale spoke. The Department of Justice said it would sue.", "Jo Hale") == (None, None)


PREDICATES = [
    ("works-as", "Jo Hale, a voter, spoke. Ms. Hale, who works as a secretary, agreed.", "secretary"),
    ("earns-as", "In Leeds, single mother Jo Hale takes home £900 as a service clerk for a bakery.", "service clerk"),
    ("offered-to-another", "Jo Hale offered the man a job as a cook.", None),
    ("as-minister", "As finance minister, Jo Hale raised taxes.", "finance minister"),
    ("as-a-student-once", "It seems that as a Leeds student Mr Hale sang. Tide leader Jo Hale spoke.", "Tide leader"),
    ("as-president-would", "As president, Jo Hale would be firm.", None),
    ("headline-verb", "Jo Hale Is Fundraising For State Legislative Candidates.\n\nJo Hale agreed.", None),
    ("first-to-do-so", "Jo Hale was also the first candidate to raise it.", None),
    ("supposed", "If Hale becomes the Tide nominee, that is over. “So,” Jo Hale said.", None),
    ("for-once", "Jo Hale became the victim of a thief.", None),
    (
        "arm-of-a-body",
        "Jo Hale, who now runs the Tide Trust’s lobbying arm, said no.",
        "runs the Tide Trust’s lobbying arm",
    ),
    (
        "two-sentences-on",
        "Jo Hale agreed. He drew the pump. He is also author of The Long Barge.",
        "author of The Long Barge",
    ),
    ("now-and-then", "Jo Hale, a secretary of state under Dene and now chair, said no.", "chair"),
    ("letters-in-the-name", "Jo Hale MP, the Tide Party's harbour secretary, said no.", "harbour secretary"),
]


@pytest.mark.parametrize(("text", "role"), [case[1:] for case in PREDICATES], ids=[case[0] for case in PREDICATES])
def test_reads_what_a_verb_says_somebody_is(text: str, role: str | None) -> None:
    name = "Jo Hale MP" if "Hale MP" in text else "Jo Hale"
    assert affiliation(text, name)[0] == role


@pytest.mark.parametrize(
    ("text", "role", "organization"),
    [
        (
            "Jo Hale, a 30-year veteran of the CIA who retired as acting director in 2013, said no.",
            "acting director",
            "CIA",
        ),
        (
            "Jo Hale, the icon who founded the Tide Institute in 1979 and is a longtime committeeman, agreed.",
            "longtime committeeman",
            "Tide Institute",
        ),
        (
            "Jo Hale, who was a press aide to Congress, spoke. Royal commentator Jo Hale agreed.",
            "Royal commentator",
            None,
        ),
    ],
    ids=["what-a-veteran-did", "and-is", "what-one-is-before-what-one-was"],
)
def test_prefers_what_somebody_does(text: str, role: str, organization: str | None) -> None:
    assert affiliation(text, "Jo Hale") == (role, organization)


def test_keeps_whose_relative_somebody_is() -> None:
    assert affiliation("Jo Hale, the nominee's eldest daughter, said so.", "Jo Hale")[0] == "nominee's eldest daughter"


def test_takes_a_lone_rank_only_where_nothing_else_is_said() -> None:
    text = "So said Army Lt. Gen. Jo Hale, who served as the chief U.S. military adviser in Dunia."
    assert affiliation(text, "Jo Hale")[0] == "chief U.S. military adviser"


@pytest.mark.parametrize("name", ["Al Dene", "Cy Poe", "Jo Hale"])
@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The songs drew actors Al Dene, Cy Poe and Jo Hale to the show.", "actor"),
        ("Two military analysts, Al Dene, Cy Poe and Jo Hale, found it.", "military analyst"),
        ("He met novelists Al Dene, Cy Poe and Mr. Jo Hale.", "novelist"),
    ],
    ids=["title", "apposition", "before-a-title"],
)
def test_gives_each_of_a_list_the_role_they_share(text: str, role: str, name: str) -> None:
    others = {"Al Dene", "Cy Poe", "Jo Hale"} - {name}
    assert affiliation(text, name, *sorted(others))[0] == role


def test_gives_nobody_the_role_of_several_that_is_no_title_of_theirs() -> None:
    assert affiliation("These are my parents, Jo Hale and Al Dene.", "Al Dene", "Jo Hale") == (None, None)
    assert affiliation("What voters in Leeds Jo Hale and Al Dene told was this.", "Jo Hale", "Al Dene") == (None, None)


DESCRIPTIONS = [
    ("object-of-a-verb", "Al Dene spoke. Jo Hale rebuked the front-runner, who left.", None),
    ("subject-of-what-one-says", "Al Dene spoke. Jo Hale says the surgeon is late.", None),
    ("next-sentence", "Al Dene listened. Jo Hale spoke. The surgeon then left.", "surgeon"),
    ("inside-a-quotation", "“I saw Jo Hale. The surgeon was late,” Al Dene said.", None),
    ("predicate", "Jo Hale waits to see if she becomes the nominee.", None),
    ("a-nobody", "Al Dene listened. Jo Hale spoke. The unnamed surgeon then left.", None),
    ("somebody-else's", "Sen. Al Dene met Jo Hale. The senator then left.", None),
    ("newspaper", "Jo Hale spoke. Her aide told the Leeds Examiner.", None),
    ("new-to-the-story", "Jo Hale asked for more. The Tide Board's chief economist has doubts.", None),
]


@pytest.mark.parametrize(("text", "role"), [case[1:] for case in DESCRIPTIONS], ids=[case[0] for case in DESCRIPTIONS])
def test_links_a_description_to_whom_it_can_be_of(text: str, role: str | None) -> None:
    assert affiliation(text, "Jo Hale", "Al Dene")[0] == role


def test_does_not_make_a_husband_of_a_woman() -> None:
    text = "Ida Hale, husband expecting second child."
    names = names_of(text, "Ida Hale")
    woman = Names([replace(names.entities[0], gender="female")], names.mentions)
    assert 0 not in find_affiliations(text, woman, {0})


def test_a_party_that_somebody_speaks_of_is_not_the_party() -> None:
    text = "The Tide Party met. “She was in the Salt Party then,” he said. Party chairman Jo Hale laughed."
    assert affiliation(text, "Jo Hale", "Al Dene")[1] != "Salt Party"


def test_somebody_of_whom_only_the_home_is_told_may_be_the_one_described() -> None:
    text = "Tide resident Jo Hale held up a sign against Al Dene. The 57-year-old scientist says it hurts."
    assert affiliation(text, "Al Dene", "Jo Hale")[0] is None
