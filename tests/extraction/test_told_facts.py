"""What an article tells without saying it: a trade by what somebody does, an office by its initials."""

from __future__ import annotations

import pytest

from quotes.extraction.document_issuers import document_kind
from quotes.extraction.entity_facts import FactReader
from quotes.extraction.kinds import kinds_by_name, person_trades
from quotes.extraction.lexicon import sections
from quotes.extraction.nominal_references import answering
from quotes.extraction.nominals import Fit, body_level, fit, read_description
from quotes.extraction.nouns import noun_class
from quotes.extraction.pipeline import Extractor
from quotes.extraction.telling_words import called_by_doing, relative_of, told_before, told_behind
from quotes.extraction.tracks import Tracks
from quotes.extraction.word_tokens import tokenize


def fit_of(extractor: Extractor, text: str, name: str, words: str) -> Fit:
    (scene,) = extractor.scenes([text + " “It rained,” the harbour master said."])
    entity = next(e for e in scene.names.entities if e.name == name)
    return fit(read_description(words, "the"), FactReader(scene)(scene.names.entities.index(entity)), entity)


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (", prosecuting, spoke first.", "law/prosecution"),
        (", who is presiding over the case, smiled.", "law/bench"),
        (", for the defence, spoke next.", "law/bar"),
        (" was later told off.", None),
        (" was jailed for a year.", "crime"),
        (" jailed him for a year.", None),
        (" said the striker sings.", None),
        (" waited. Then the band sang.", None),
        (", who taught Latin for 20 years, left.", "work/teacher"),
    ],
)
def test_what_somebody_does_tells_a_trade(behind: str, told: str | None) -> None:
    found = told_behind(tokenize("Quill" + behind), 1, bodies=False)
    assert told in found if told is not None else not found


def test_what_a_body_does_tells_its_kind() -> None:
    assert "airline" in told_behind(tokenize("Flydune, which carries 900 passengers a day, is late."), 1, bodies=True)


@pytest.mark.parametrize(
    ("behind", "relative"),
    [
        (", whose husband drowned in March, left.", "widow"),
        (", whose husband sells boats, left.", "wife"),
        (", whose two sons sing, left.", "parent"),
        (", whose boat sank, left.", None),
        (" met Tom Ferrow, whose wife died.", None),
    ],
)
def test_a_relative_tells_what_somebody_is(behind: str, relative: str | None) -> None:
    assert relative_of(tokenize("Quill" + behind), 1) == relative


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("Ada Quill, a lawyer, spoke.", "attorney", "trade"),
        ("Ada Quill, a lawyer, spoke.", "judge", "within"),
        ("Sen. Ada Quill spoke.", "lawmaker", "trade"),
        ("Sen. Ada Quill spoke.", "leader", "kind"),
        ("Ada Quill, a striker, spoke.", "coach", "within"),
        ("Ada Quill, a coach, spoke.", "former striker", "kind"),
        ("Ada Quill, a farmer, spoke.", "teacher", "within"),
        ("Ada Quill, who is presiding over the case, spoke.", "judge", "hinted"),
        ("Justice Ada Quill spoke.", "judge", "trade"),
        ("District Commissioner Ada Quill spoke.", "DC", "all"),
        ("The Superintendent of Police, Ada Quill, spoke.", "SP", "all"),
        ("Ada Quill, whose husband died at sea, spoke.", "widow", "all"),
        ("Ada Quill, who heads the panel on ports, spoke.", "chair", "all"),
        ("Sen. Ada Quill, who heads the panel on ports, spoke.", "executive", "other"),
        ("Ada Quill, a crossbencher who sat for years, spoke.", "crossbencher", "all"),
        ("Ada Quill, a historian, spoke.", "writer", "trade"),
    ],
)
def test_trades_within_a_kind(extractor: Extractor, text: str, words: str, level: str) -> None:
    assert fit_of(extractor, text, "Ada Quill", words).level == level


@pytest.mark.parametrize(
    ("age", "words", "agrees"),
    [
        ("17", "teenager", "within"),
        ("41", "teenager", "no"),
        ("71", "pensioner", "within"),
        ("81", "old surgeon", "within"),
        ("35", "old surgeon", "no"),
        ("9", "man", "no"),
        ("41", "man", "-"),
        ("41", "43-year-old", "no"),
    ],
)
def test_a_noun_tells_an_age(extractor: Extractor, age: str, words: str, agrees: str) -> None:
    assert fit_of(extractor, f"Ada Quill, {age}, spoke.", "Ada Quill", words).age == agrees


def test_a_paper_is_known_by_its_name_and_a_bank_by_what_stands_before(extractor: Extractor) -> None:
    assert "news" in kinds_by_name("courier")
    assert not kinds_by_name("harbour")
    text = "The investment banking giant Halden Orvum left."
    assert fit_of(extractor, text, "Halden Orvum", "bank").level == "kind"


def test_the_republican_of_a_state_is_offered_from_afar(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Sen. Ada Quill (R-Utah) met Tom Ferrow (D-Ohio). “It rained,” she said."])
    found = answering(Tracks(scene), read_description("Utah Republican", "the"))
    assert [scene.names.entities[e].name for e in found] == ["Ada Quill"]


def test_what_tells_that_a_name_is_a_persons(extractor: Extractor) -> None:
    text = "Ada Quill met Mr Ferrow near Brindle Farrow. “It rained,” she said."
    (scene,) = extractor.scenes([text])
    reader = FactReader(scene)
    told = {e.name: reader.witness(n) for n, e in enumerate(scene.names.entities) if e.kind == "person"}
    assert (told["Ada Quill"], told["Ferrow"]) == ("name", "said")


def test_a_film_maker_is_a_person_and_a_judge_no_lawyer() -> None:
    assert noun_class("film-maker") == "person"
    assert person_trades("judge") & person_trades("magistrate")
    assert not person_trades("judge") & person_trades("lawyer")


@pytest.mark.parametrize(
    ("behind", "noun"),
    [
        (", who heads the panel, left.", "chair"),
        (", who also chairs the panel, left.", "chairwoman"),
        (" who edited the paper left.", "editor"),
        (", who left the panel, sang.", None),
        (" said who heads it.", None),
    ],
)
def test_what_somebody_does_is_what_they_are_called(behind: str, noun: str | None) -> None:
    found = called_by_doing(tokenize("Quill" + behind), 1)
    assert noun in found if noun is not None else not found


def test_the_opening_of_a_sentence_tells_a_trade_of_whom_it_names() -> None:
    tokens = tokenize("It rained. Defending him, Quill spoke. Champion Ferrow, defending, met Roe, Doe.")
    first = next(n for n, token in enumerate(tokens) if token.text == "Quill")
    assert "law/bar" in told_before(tokens, first)
    assert not told_before(tokens, next(n for n, token in enumerate(tokens) if token.text == "Doe"))


def test_the_hints_name_trades_that_there_are() -> None:
    nouns = {noun for words in sections("person_kinds.txt").values() for noun in words}
    known = {trade for noun in nouns for trade in person_trades(noun)}
    hints = {section for section in sections("telling_words.txt") if section.count("/") == 1}
    named = {hint for hint in hints if hint.split("/")[0] not in ("body", "kin", "lost", "does", "undergone")}
    assert named and named <= known, named - known


def test_a_goal_tells_a_striker_and_no_coach(extractor: Extractor) -> None:
    text = "Ada Quill scored twice."
    assert fit_of(extractor, text, "Ada Quill", "striker").level == "hinted"
    assert fit_of(extractor, text, "Ada Quill", "coach").level == "untold"


def test_a_noun_has_its_own_trade_beside_those_of_other_kinds() -> None:
    assert "kin/sister" in person_trades("sister")
    assert {"arts/painter", "work/architect"} <= person_trades("architect")
    assert person_trades("teacher") == {"work/teacher"}
    assert not person_trades("incumbent") & person_trades("challenger")


def test_a_leader_is_no_editorial() -> None:
    assert document_kind("leader") == "-"
    assert document_kind("poster") == "-"


@pytest.mark.parametrize(
    ("text", "words", "level"),
    [
        ("The channel that makes the show, Halden North, left.", "broadcaster", "kind"),
        ("Its owner, Halden Ferro, pays. The country's biggest lender, Halden Ferro, left.", "bank", "kind"),
        ("Rain fell on the bank. Halden Ferro left.", "bank", "untold"),
        ("It was late. Broker Halden Ferro said so.", "firm", "kind"),
    ],
)
def test_a_description_before_a_comma_is_of_the_body_behind_it(
    extractor: Extractor, text: str, words: str, level: str
) -> None:
    (scene,) = extractor.scenes([text + " “It rained,” the harbour master said."])
    entity = next(n for n, e in enumerate(scene.names.entities) if e.name.startswith("Halden "))
    assert body_level(read_description(words, "the"), FactReader(scene).as_body(entity)) == level


def test_the_man_who_did_something_is_whoever_is_named_behind_it(extractor: Extractor) -> None:
    text = "The judge who had to allow this, Ada Quill of the county court, spoke."
    assert fit_of(extractor, text, "Ada Quill", "judge").level == "all"


def test_where_somebody_is_from_is_told_behind_the_name(extractor: Extractor) -> None:
    text = "Ada Quill, the Danish liberal who steers the file, met Tom Ferrow."
    assert fit_of(extractor, text, "Ada Quill", "Dane").home == "yes"


def test_an_office_is_no_body_by_its_initials(extractor: Extractor) -> None:
    text = "District Commissioner Ada Quill met Tom Ferrow of the NMC. “It rained,” said the DC."
    (scene,) = extractor.scenes([text])
    names = {entity.name for entity in scene.names.entities}
    assert "DC" not in names
    assert "NMC" in names


def test_an_office_with_its_initials_in_brackets_and_a_seat_is_no_body(extractor: Extractor) -> None:
    text = (
        "RDC halts sale\n\nThe Resident District Commissioner (RDC) of Tern, Ada Quill, met Tom Ferrow. "
        "“It rained,” said the RDC."
    )
    (quote,) = extractor.extract(text)
    assert quote.speaker is not None
    assert quote.speaker.name == "Ada Quill"


def test_a_well_known_body_keeps_its_letters_beside_such_an_office(extractor: Extractor) -> None:
    text = "Assistant Professor Ada Quill told the AP that the Under Secretary of Ports had left the US."
    (scene,) = extractor.scenes([text + " “It rained,” she said."])
    assert {"AP", "US"} <= {entity.name for entity in scene.names.entities}


def test_one_republican_of_a_state_is_no_name(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(
        ["Ada Quill spoke. “It rained,” the Pennsylvania Republican said. Ohio Republicans cheered."]
    )
    names = {entity.name for entity in scene.names.entities}
    assert "Pennsylvania Republican" not in names
    assert "Ohio Republicans" in names


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Ada Quill, who quit over the decree, spoke.", "left"),
        ("Ada Quill, who was sacked in May, spoke.", "left"),
        ("Ada Quill spoke.", "-"),
        ("Ada Quill said Tom Ferrow had quit.", "-"),
    ],
)
def test_whoever_left_is_a_former_minister(extractor: Extractor, text: str, past: str) -> None:
    assert fit_of(extractor, text, "Ada Quill", "former minister").past == past


def test_a_deputy_of_some_kind_is_the_deputy(extractor: Extractor) -> None:
    assert fit_of(extractor, "Deputy campaign manager Ada Quill spoke.", "Ada Quill", "deputy").level == "all"


def test_the_manager_of_a_club_is_not_the_club(extractor: Extractor) -> None:
    text = "Halden Rovers manager Ada Quill spoke. Halden Rovers lost."
    assert fit_of(extractor, text, "Halden Rovers", "manager").level == "untold"
    assert fit_of(extractor, text, "Halden Rovers", "club").level == "kind"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("As the minister attacked Ada Quill, the nurses sang.", "nurses"),
        ("The council voted on whether to expel Ada Quill; one baker called Quill “a liar” for it.", "baker"),
    ],
    ids=["several", "judged"],
)
def test_who_comes_next_is_not_said_of_the_one_before(extractor: Extractor, text: str, noun: str) -> None:
    (scene,) = extractor.scenes([text + " “It rained,” the harbour master said."])
    entity = next(n for n, e in enumerate(scene.names.entities) if e.name == "Ada Quill")
    assert noun not in FactReader(scene)(entity).nouns


def test_an_insider_is_somebody_without_a_name_and_a_senator_is_not() -> None:
    assert read_description("party insider", "the").nameless
    assert not read_description("Ohio senator", "the").nameless


def test_whose_a_work_is_tells_a_maker(extractor: Extractor) -> None:
    assert fit_of(extractor, "Hale acts in Ada Quill’s “Low Water”.", "Ada Quill", "director").level == "hinted"
    assert fit_of(extractor, "Hale rows in Ada Quill’s old boat.", "Ada Quill", "director").level == "untold"
