"""What a description asks of whom it stands for, what the article says of each, and how well they fit."""

from __future__ import annotations

import pytest

from quotes.extraction.coreference import references_for
from quotes.extraction.entity_facts import FactReader
from quotes.extraction.homes import homes_in, parties_in
from quotes.extraction.kinds import body_kinds, kinds_by_possession, kinds_of_body, person_kinds
from quotes.extraction.nominals import fit, read_description
from quotes.extraction.nouns import noun_class
from quotes.extraction.pipeline import Extractor
from quotes.extraction.referents import entity_referent
from quotes.extraction.told_of import EntityFacts
from quotes.extraction.tracks import Tracks
from tests.extraction.conftest import Offered

QUOTE = " “It rained,” the harbour master said."


def facts_of(extractor: Extractor, text: str, name: str) -> EntityFacts:
    (scene,) = extractor.scenes([text + QUOTE])
    names = [entity.name for entity in scene.names.entities]
    assert name in names, names
    return FactReader(scene)(names.index(name))


@pytest.mark.parametrize(
    ("text", "homes"),
    [
        ("Utah Republican", {"utah"}),
        ("the South Korean carmaker", {"south_korea"}),
        ("the New Yorker", {"new_york"}),
        ("a U.S. senator", {"united_states"}),
        ("told us so", set()),
        ("Miss Oland", set()),
        ("Sen. Oland, D-N.Y.,", {"new_york"}),
        ("Rep. Oland (R-PA)", {"pennsylvania"}),
        ("OK, said Oland", set()),
    ],
)
def test_homes_are_known_by_all_their_words(text: str, homes: set[str]) -> None:
    assert homes_in(text) == homes


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Tory leader", {"conservative"}),
        (" (R-Ohio)", {"republican"}),
        ("the GOP nominee", {"republican"}),
        ("he", set()),
    ],
)
def test_parties_are_known_by_all_their_words(text: str, parties: set[str]) -> None:
    assert parties_in(text) == parties


def test_nouns_of_one_kind_take_each_other_up() -> None:
    assert person_kinds("senator") & person_kinds("lawmaker")
    assert person_kinds("boss") & person_kinds("manager")
    assert not person_kinds("striker") & person_kinds("solicitor")
    assert body_kinds("carrier") & body_kinds("airline")
    assert kinds_of_body(["aid", "agency"]) != kinds_of_body(["news", "agency"])
    assert kinds_by_possession("campaign") and not kinds_by_possession("umbrella")


@pytest.mark.parametrize(
    ("text", "before", "determiner", "head"),
    [
        ("former home secretary", "the", "the", "secretary"),
        ("aide to the mayor", "an", "a", "aide"),
        ("her lawyer", "told", "her", "lawyer"),
        ("even a top strategist", "said", "a", "strategist"),
        ("someone in the crowd", "when", "some", "someone"),
        ("editorial read", "the", "the", "editorial"),
    ],
)
def test_a_description_is_read(text: str, before: str, determiner: str, head: str) -> None:
    told = read_description(text, before)
    assert (told.determiner, told.head) == (determiner, head)


def test_a_description_says_age_home_party_and_past() -> None:
    assert read_description("43-year-old", "the").age == "43"
    assert read_description("71-year-old diplomat", "the").age == "71"
    told = read_description("former Utah Republican", "the")
    assert (told.past, sorted(told.homes), sorted(told.parties)) == (True, ["utah"], ["republican"])
    assert read_description("newspaper’s editorial", "the").body_kinds == body_kinds("newspaper")


PEOPLE = [
    ("title", "Deputy Prime Minister Ada Quill spoke.", "Ada Quill", "prime minister", "below"),
    ("shadow", "Ada Quill, the harbour minister, spoke.", "Ada Quill", "shadow minister", "below"),
    ("lieutenant", "Governor Ada Quill spoke.", "Ada Quill", "lieutenant governor", "below"),
    ("seat", "Ada Quill, who has represented Halden for years, spoke.", "Ada Quill", "backbencher", "hinted"),
    ("stand-in", "Ada Quill, the interim coach, spoke.", "Ada Quill", "coach", "rank"),
    ("same-office", "Prime Minister Ada Quill spoke.", "Ada Quill", "prime minister", "all"),
    ("bare-office", "Ada Quill, a senator, spoke.", "Ada Quill", "gruff senator", "some"),
    ("other-part", "Tom Ferrow, the welfare minister, spoke.", "Tom Ferrow", "prime minister", "part"),
    ("kind", "Sen. Ada Quill spoke.", "Ada Quill", "whip", "kind"),
    ("same-trade", "Sen. Ada Quill spoke.", "Ada Quill", "lawmaker", "trade"),
    ("other-office", "Ada Quill, a senator, spoke.", "Ada Quill", "governor", "near"),
    ("trade", "Tom Ferrow, a solicitor, spoke.", "Tom Ferrow", "striker", "other"),
    ("untold", "Tom Ferrow spoke.", "Tom Ferrow", "striker", "untold"),
    ("hinted", "Tom Ferrow spoke. Ferrow's campaign is broke.", "Tom Ferrow", "candidate", "hinted"),
    ("anyone", "Tom Ferrow, a solicitor, spoke.", "Tom Ferrow", "man", "anyone"),
    ("surname", "Petra Baron spoke.", "Petra Baron", "Ms. Baron", "surname"),
]


@pytest.mark.parametrize(("text", "name", "words", "level"), [p[1:] for p in PEOPLE], ids=[p[0] for p in PEOPLE])
def test_how_well_somebody_fits(extractor: Extractor, text: str, name: str, words: str, level: str) -> None:
    (scene,) = extractor.scenes([text + QUOTE])
    entity = next(e for e in scene.names.entities if e.name == name)
    told = read_description(words, "" if words[0].isupper() else "the")
    assert fit(told, FactReader(scene)(scene.names.entities.index(entity)), entity).level == level


@pytest.mark.parametrize(
    ("text", "words", "better", "worse"),
    [
        ("Ada Quill, 43, met Tom Ferrow, 61.", "43-year-old", "Ada Quill", "Tom Ferrow"),
        ("Sen. Ada Quill (R-Utah) met Sen. Tom Ferrow (D-Ohio).", "Utah senator", "Ada Quill", "Tom Ferrow"),
        ("Sen. Ada Quill (R-Utah) met Sen. Tom Ferrow (D-Ohio).", "Democrat", "Tom Ferrow", "Ada Quill"),
        ("Former President Tom Ferrow met President Ada Quill.", "former president", "Tom Ferrow", "Ada Quill"),
        ("Norway's Ada Quill beat Italy's Petra Oland.", "Norwegian", "Ada Quill", "Petra Oland"),
        ("Ada Quill met her brother, Tom Ferrow.", "businesswoman", "Ada Quill", "Tom Ferrow"),
        ("The Dutch airline Flydune sued Halden Bank.", "carrier", "Flydune", "Halden Bank"),
        ("Norway sued Halden Bank.", "kingdom", "Norway", "Halden Bank"),
        ("Pallas Ostby’s shareholders sued Wrenmouth University.", "company", "Pallas Ostby", "Wrenmouth University"),
        ("Wrenmouth University sued Halden Bank.", "lender", "Halden Bank", "Wrenmouth University"),
        (
            "Halden Pallas's yearly profits fell, says Wrenmouth University.",
            "company",
            "Halden Pallas",
            "Wrenmouth University",
        ),
    ],
)
def test_who_fits_better(extractor: Extractor, text: str, words: str, better: str, worse: str) -> None:
    (scene,) = extractor.scenes([text + QUOTE])
    facts = FactReader(scene)
    told = read_description(words, "the")
    scores = {e.name: fit(told, facts(n), e).score for n, e in enumerate(scene.names.entities)}
    assert scores[better] > scores[worse], scores


def test_what_is_said_of_somebody_is_read_wherever_it_stands(extractor: Extractor) -> None:
    text = "Ada Quill spoke. It was cold. Quill, 52, a former mayor of Halden, left. The Quill campaign is broke."
    facts = facts_of(extractor, text, "Ada Quill")
    assert facts.nouns == {"mayor"}
    assert facts.said[0].past
    assert facts.ages == {"52"}
    assert "race" in facts.hinted


def test_bearers_are_found_by_noun_age_and_surname(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Ada Quill, 52, a judge, met Tom Ferrow, a judge. Quill laughed." + QUOTE])
    reader = FactReader(scene)
    found = [[scene.names.entities[e].name for e in reader.bearers(*asked)] for asked in ASKED]
    assert found == [["Ada Quill", "Tom Ferrow"], ["Ada Quill"], ["Tom Ferrow"], []]


ASKED = [("judge", None, None), ("x", "52", None), ("x", None, "ferrow"), ("x", None, None)]


def test_whoever_is_introduced_next_can_be_an_expert(offered: Offered) -> None:
    text = "“It rained,” an expert said.\n\nThe climatologist Ada Quill spoke in Halden."
    assert "Ada Quill" in offered(text, "expert")


def test_whom_somebody_speaks_to_or_with_is_another(offered: Offered) -> None:
    text = "Ada Quill came late. “It rained,” the minister said in a talk with Tom Ferrow."
    found = offered(text, "minister")
    assert "Ada Quill" in found
    assert "Tom Ferrow" not in found


def test_a_verb_taken_for_a_noun_is_no_head() -> None:
    assert read_description("Quill argues", "").head == "quill"
    assert read_description("foundation predicts", "the").head == "foundation"
    assert read_description("gloomy predictions", "the").head == "predictions"
    assert read_description("Member States", "the").head == "states"


def test_nobody_named_further_down_is_meant_by_the(offered: Offered) -> None:
    filling = "It was cold.\n\n" * 5
    text = f"Tom Ferrow, a judge, came.\n\n{filling}“It rained,” the judge said.\n\n{filling}Ada Quill, a judge, slept."
    assert set(offered(text, "judge")) == {"judge", "Tom Ferrow"}


def test_only_the_owner_of_a_letter_owns_it(offered: Offered) -> None:
    found = offered("Ada Quill met Tom Ferrow. Ferrow’s letter called it “a farce”.", "Ferrow’s letter")
    assert any("inside=owner" in feature for feature in found["Tom Ferrow"])
    assert not any("inside=owner" in feature for feature in found["Ada Quill"])


def test_no_feature_hangs_on_a_name(offered: Offered) -> None:
    found = offered("Ada Quill met Tom Ferrow in Utah. “It rained,” the Utah Republican said.", "Utah Republican")
    told = " ".join(feature.lower() for features in found.values() for feature in features)
    assert not any(name in told for name in ("quill", "ferrow", "utah", "republican"))


def test_of_two_phrases_with_one_article_the_second_is_the_same_person(offered: Offered) -> None:
    text = "Ada Quill spoke. The former harbour secretary and current Green nominee called it “a farce”."
    found = offered(text, "current Green nominee")
    assert "self|the" in found["current Green nominee"]


def test_a_body_nearer_by_that_fits_as_well_is_counted(offered: Offered) -> None:
    text = "Halden Bank is up for sale. Ostby Bank has made an offer. “We wait,” the bank said."
    found = offered(text, "bank")
    assert "body|nearer=0|the" in found["Ostby Bank"]
    assert "body|nearer=1|the" in found["Halden Bank"]


def test_the_last_speaker_is_called_by_the_same_noun_again(extractor: Extractor) -> None:
    text = "Halden Bank is up for sale. “We wait,” the bank said. “We hope,” the bank added."
    (scene,) = extractor.scenes([text])
    entity = next(n for n, e in enumerate(scene.names.entities) if e.name == "Halden Bank")
    mention = [m for k in sorted(scene.sources) for m in scene.sources[k].mentions if m.text == "bank"][-1]
    found = references_for(Tracks(scene), mention, entity_referent(scene.names, entity), scene.sentence_of[0], 1)
    bank = next(r.features for r in found if r.referent.entity == entity)
    assert "nom|again=True|org" in bank


def test_what_reads_is_a_text(offered: Offered) -> None:
    found = offered("Ada Quill sent a letter to the council. “I am sorry,” it read.", "it")
    assert "it|document|reads=True" in found["letter"], found
    found = offered("Ada Quill sent a letter to the council. “I am sorry,” it said.", "it")
    assert "it|document|reads=False" in found["letter"]


@pytest.mark.parametrize("noun", ["insurer", "lender", "carrier", "drugmakers", "chain", "tribunal", "monopoly"])
def test_a_lender_is_a_body_and_not_somebody(noun: str) -> None:
    assert noun_class(noun) == "organization"


def test_a_lender_asks_for_a_bank(offered: Offered) -> None:
    text = "Halden Bank sued Tom Ferrow. “We wait,” the lender said."
    found = offered(text, "lender")
    assert "nom|kind=org|human=False|the" in found["Halden Bank"]
