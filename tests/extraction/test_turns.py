"""Whose turn it is: what the sentences before a quote without a cue tell, and which speakers may have the word."""

from __future__ import annotations

import pytest

from quotes.extraction.attribution import SourceCandidate, candidates_for
from quotes.extraction.open_marks import told_with
from quotes.extraction.pipeline import Extractor
from quotes.extraction.scene import Scene
from quotes.extraction.turns import find_lead, frame_of, named_in, read_talk


def scene_of(extractor: Extractor, text: str) -> Scene:
    (scene,) = extractor.scenes([text])
    return scene


def turns(scene: Scene, number: int, other: int) -> list[SourceCandidate]:
    return [c for c in candidates_for(scene, number, number - 1, None, other) if c.rule == "turn"]


SAID = "“It rained all night,” said Petra Oland.\n\n"


@pytest.mark.parametrize(
    ("between", "who", "does"),
    [
        ("A porter was not convinced.", "new-human", "mood"),
        ("The porter laughed.", "human", "reacts"),
        ("Tom Ferrow disagreed.", "person", "responds"),
        ("Tom Ferrow said nothing.", "person", "reports"),
        ("He turned round.", "he", "enters"),
        ("The gate closed in May.", "other", "does"),
    ],
    ids=["mood-of-a-newcomer", "laughs", "disagrees", "says", "turns-round", "thing"],
)
def test_the_sentence_before_tells_who_comes_next(extractor: Extractor, between: str, who: str, does: str) -> None:
    scene = scene_of(extractor, f"{SAID}{between}\n\n“It was dry.”")
    lead = find_lead(scene, 1, 0, None)
    assert (lead.who, lead.does) == (who, does)


def test_nothing_leads_to_words_right_behind_others(extractor: Extractor) -> None:
    scene = scene_of(extractor, f"{SAID}“It was dry.”")
    assert find_lead(scene, 1, 0, None).who == "none"


def test_a_caption_is_told_from_a_sentence(extractor: Extractor) -> None:
    scene = scene_of(extractor, f"{SAID}Boats in the harbour of Wrenmouth on Monday\n\n“It was dry.”")
    assert find_lead(scene, 1, 0, None).end == "a"


DIALOGUE = "“Was it dry?” asked Petra Oland.\n\n“It was,” said Tom Ferrow.\n\n“All night?”\n\n"


def test_whoever_spoke_before_the_last_speaker_may_go_on(extractor: Extractor) -> None:
    scene = scene_of(extractor, DIALOGUE)
    assert len(turns(scene, 2, other=0)) == 1


def test_a_quote_beside_the_last_one_is_nobody_elses_turn(extractor: Extractor) -> None:
    scene = scene_of(extractor, "“Was it dry?” asked Petra Oland.\n\n“It was,” said Tom Ferrow. “All night.”")
    assert turns(scene, 2, other=0) == []


def test_an_answer_that_comes_is_a_turn(extractor: Extractor) -> None:
    text = "“It was dry,” said Tom Ferrow.\n\n“Was it?” asked Petra Oland.\n\n“It was,” came the reply."
    scene = scene_of(extractor, text)
    (turn,) = turns(scene, 2, other=0)
    assert "turn|replies=True" in turn.features


def test_an_answer_that_comes_is_nobody(extractor: Extractor) -> None:
    scene = scene_of(extractor, "“Was it?” asked Petra Oland.\n\n“It was,” came the curt reply.")
    assert "reply" not in [c.mention.text for c in candidates_for(scene, 1, 0, None) if c.mention is not None]


def test_what_runs_into_other_words_is_whose_they_are(extractor: Extractor) -> None:
    scene = scene_of(extractor, "Ada Quill left. “It was dry all night. “We had no rain,” said Petra Oland.")
    found = [c for c in candidates_for(scene, 0, None, None) if c.mention is not None]
    assert told_with(scene, 0) == 1
    assert "subject-of-cue" in [c.rule for c in found if c.mention is not None and c.mention.text == "Petra Oland"]


def test_what_words_left_open_run_into_goes_on(extractor: Extractor) -> None:
    scene = scene_of(extractor, "Petra Oland said: “It was dry all night.\n\n“We had no rain.”\n\nAda Quill left.")
    assert [c.rule for c in candidates_for(scene, 1, 0, None)] == ["carried-on"]


def test_whoever_named_in_a_quote_is_told_from_whoever_is_not(extractor: Extractor) -> None:
    text = "“It was dry,” said Tom Ferrow.\n\nPetra Oland turned round.\n\n“Dry for whom, Ferrow?”"
    scene = scene_of(extractor, text)
    ferrow = next(m.entity for m in scene.names.mentions if m.text == "Tom Ferrow")
    assert ferrow in named_in(scene, 1)
    assert ferrow not in named_in(scene, 0)


def test_a_question_is_seen_in_the_words_before(extractor: Extractor) -> None:
    talk = read_talk(scene_of(extractor, DIALOGUE), 1, 0, None)
    assert (talk.asked, talk.put, talk.gap) == (True, "asks", 1)


@pytest.mark.parametrize(
    ("text", "frame", "topic"),
    [
        ("Petra Oland left. Piers were “dentistry with planks”.", "is", "Piers"),
        ("Petra Oland said piers were “dentistry with planks”.", "is", "piers"),
        ("Petra Oland called it “dentistry with planks”.", "reported", None),
    ],
    ids=["free", "told", "called"],
)
def test_a_topic_is_told_from_a_speaker(extractor: Extractor, text: str, frame: str, topic: str | None) -> None:
    scene = scene_of(extractor, text)
    here = scene.sources[scene.sentence_of[0]]
    found, token = frame_of(here, 0)
    assert found == frame
    assert (here.words[token] if token is not None else None) == (topic.lower() if topic else None)


def test_who_told_something_two_sentences_before_is_considered(extractor: Extractor) -> None:
    text = (
        "Petra Oland, who runs the harbour, said the pier was sound. It opens to walkers in the spring. "
        "“People will see that nothing creaks.”"
    )
    scene = scene_of(extractor, text)
    assert scene.teller_before(scene.sentence_of[0]) == 0
    found = [c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention is not None]
    assert "Petra Oland" in found


def test_who_told_something_is_considered_for_words_left_open(extractor: Extractor) -> None:
    text = "Petra Oland said the rules held. That could change. They had been “overlooked” last year."
    scene = scene_of(extractor, text)
    found = [c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention is not None]
    assert "Petra Oland" in found


def test_who_told_something_before_another_spoke_is_not(extractor: Extractor) -> None:
    text = "Petra Oland said the pier was sound. “No,” said Tom Ferrow. It opens in the spring. “Nothing creaks.”"
    scene = scene_of(extractor, text)
    assert scene.teller_before(scene.sentence_of[1]) is None
