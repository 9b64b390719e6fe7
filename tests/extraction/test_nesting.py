"""A report inside a report: which verb is the inner one, and what tells whose the words are."""

from __future__ import annotations

import pytest

from quotes.extraction.attribution import candidates_for
from quotes.extraction.nesting import Nesting, find_claim, find_nesting, vouches
from quotes.extraction.pipeline import Extractor
from quotes.extraction.source_roles import cues_above


def nesting(extractor: Extractor, text: str) -> tuple[Nesting | None, dict[str, list[str]]]:
    (scene,) = extractor.scenes([text])
    here = scene.sources[scene.sentence_of[0]]
    found = find_nesting(here, cues_above(here, 0), here.stand_ins[0][0])
    return found, {m.text: found.features(m) if found is not None else [] for m in here.mentions}


@pytest.mark.parametrize(
    "text",
    [
        "Petra Oland said that the dairyman had told her: “Use no water.”",
        "Petra Oland said the dairyman had told her the figures were “wrong”.",
        "She read out an interview in which the dairyman had said of them: “Use no water.”",
    ],
    ids=["colon", "told-her", "in-which"],
)
def test_who_told_the_speaker_is_the_inner_source(extractor: Extractor, text: str) -> None:
    _, features = nesting(extractor, text)
    assert "nest-in|surely" in features["dairyman"]
    outer = [name for mention, names in features.items() if mention != "dairyman" for name in names]
    assert "nest-out|surely" in outer
    assert not any(name.startswith("nest-in") for name in outer)


@pytest.mark.parametrize(
    "text",
    [
        "Petra Oland said that the rain was “a relief”.",
        "Petra Oland issued a statement saying the rain was “a relief”.",
        "Petra Oland said the bridge held “without a crack”.",
    ],
    ids=["one-verb", "a-statement-saying", "no-reporting-verb"],
)
def test_no_report_inside_a_report(extractor: Extractor, text: str) -> None:
    found, _ = nesting(extractor, text)
    assert found is None


def test_what_goes_on_in_a_head_is_no_utterance(extractor: Extractor) -> None:
    _, features = nesting(extractor, "Petra Oland said the dairyman feared the rain was “a curse”.")
    assert "nest-in|thinks" in features["dairyman"]
    assert "nest-in|surely" not in features["dairyman"]


def test_who_was_told_by_somebody_is_not_the_inner_source(extractor: Extractor) -> None:
    _, features = nesting(extractor, "Tom Ferrow said he was told by Petra Oland that it was “over”.")
    assert "nest-in|agent" in features["Petra Oland"]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Ferrow answered Petra Oland’s charge that the ferry was “a bathtub”.",
        "Tom Ferrow, rejecting a claim by Petra Oland that the ferry was “a bathtub”, bought another.",
    ],
    ids=["owner", "by"],
)
def test_a_claim_that_is_only_answered_is_its_owners(extractor: Extractor, text: str) -> None:
    (scene,) = extractor.scenes([text])
    here = scene.sources[0]
    claim = find_claim(here, cues_above(here, 0))
    assert claim is not None
    features = {m.text: claim.features(m) for m in here.mentions}
    assert "claim-holds|reacts" in features["Petra Oland"]
    assert "claim-outside|reacts" in features["Tom Ferrow"]
    assert "claim-inside|reacts" in features["ferry"]


def test_a_claim_of_something_is_its_owners(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Tom Ferrow called Petra Oland’s claim of “fraud” absurd."])
    here = scene.sources[0]
    claim = find_claim(here, cues_above(here, 0))
    assert claim is not None
    features = {m.text: claim.features(m) for m in here.mentions}
    assert "claim-holds|of|claim" in features["Petra Oland"]
    assert "claim-outside|of|claim" in features["Tom Ferrow"]


def test_what_somebody_is_described_as_is_no_claim_of_the_tribute(extractor: Extractor) -> None:
    text = "Among the gifts was one of Petra Oland’s, and a comment that described her as a “lamp” was another."
    (scene,) = extractor.scenes([text])
    here = scene.sources[0]
    above = cues_above(here, 0)
    assert [(cue.lemma, hangs) for cue, hangs in above[:2]] == [("describe", "prep"), ("comment", "relcl")]
    assert find_claim(here, above) is None


def test_nobodys_claim(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Tom Ferrow rejected the claim that the ferry was “a bathtub”."])
    here = scene.sources[0]
    assert find_claim(here, cues_above(here, 0)) is None


def test_what_an_inquiry_finds(extractor: Extractor) -> None:
    _, features = nesting(extractor, "Petra Oland said the inquiry had found that the rain was “no excuse”.")
    assert "nest-in|finds" in features["inquiry"]


def test_nobody_but_who_cries_has_cried(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Petra Oland said the boatman screamed, “Fire!”"])
    assert {c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention} == {"boatman"}
    (scene,) = extractor.scenes(["Petra Oland said, “Row!” - at which point the boatman screamed “Fire!” - “or swim.”"])
    assert "Petra Oland" in {c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention}
    (scene,) = extractor.scenes(["Petra Oland said the boatman was “late”."])
    assert "Petra Oland" in {c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention}


@pytest.mark.parametrize(
    ("text", "out"),
    [
        ("Petra Oland then said, “Burn the boat,” the prosecutor told the court.", {"prosecutor"}),
        ("Petra Oland then said, “Burn the boat,” according to the prosecutor.", {"prosecutor"}),
        ("“Burn the boat,” admitted one clerk, according to the prosecutor.", {"prosecutor"}),
        ("“Burn the boat,” Petra Oland said at the time, according to the prosecutor.", {"prosecutor"}),
        ("The boat was “rotten” when Petra Oland said so, according to the prosecutor.", set()),
        ("When Petra Oland left, “Burn the boat,” the prosecutor said.", set()),
        ("Petra Oland said it was “rotten,” the prosecutor told the court.", set()),
    ],
    ids=[
        "said",
        "according",
        "verb-behind",
        "speaker-behind",
        "no-speech-behind",
        "no-verb-before",
        "not-right-before",
    ],
)
def test_who_vouches_for_a_report_has_not_said_it(extractor: Extractor, text: str, out: set[str]) -> None:
    (scene,) = extractor.scenes([text])
    here = scene.sources[scene.sentence_of[0]]
    first = vouches(here, 0)
    assert {m.text for m in here.mentions if m.first in first} == out
