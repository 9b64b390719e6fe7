"""Which sources are considered for a quote, and by what evidence: what ranks them is trained, what can win is not."""

from __future__ import annotations

import pytest

from quotes.extraction.attribution import SourceCandidate, candidates_for
from quotes.extraction.pipeline import Extractor
from quotes.extraction.scene import Scene


def scene_of(extractor: Extractor, text: str) -> Scene:
    (scene,) = extractor.scenes([text])
    return scene


def candidates(extractor: Extractor, text: str, number: int = 0, previous: int | None = None) -> list[SourceCandidate]:
    return candidates_for(scene_of(extractor, text), number, previous, last_speaker=None)


CASES = [
    ("subject", "“It rained,” Petra Oland said.", "Petra Oland", "said"),
    ("inverted", "“It rained,” said Petra Oland.", "Petra Oland", "said"),
    ("according-to", "It was “no storm”, according to Petra Oland.", "Petra Oland", "according to"),
    ("pronoun", "“It rained,” she said.", "she", "said"),
    ("another", "“It rained,” claimed another.", "another", "claimed"),
    ("description", "“It rained,” said a senior official.", "senior official", "said"),
    ("colon", "Petra Oland: “It rained.”", "Petra Oland", None),
    ("sentence-before", "Petra Oland was clear.\n\n“It rained. It snowed.”", "Petra Oland", None),
    ("sentence-after", "“It rained.”\n\nThat was the view of Petra Oland.", "Petra Oland", None),
]


@pytest.mark.parametrize(("text", "mention", "cue"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_source_is_among_the_candidates_with_its_evidence(
    extractor: Extractor, text: str, mention: str, cue: str | None
) -> None:
    found = [c for c in candidates(extractor, text) if c.mention is not None and c.mention.span.of(text) == mention]
    assert found
    assert all(c.rule and c.features for c in found)
    if cue is not None:
        assert cue in [c.cue.span.of(text) for c in found if c.cue is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill left early.\n\n“It rained all night.”\n\nThat, at any rate, was the verdict of Petra Oland.",
        "Ada Quill left early.\n\n“It rained all night.”\n\nThat was Petra Oland’s account to the jury.",
        "Ada Quill left early.\n\n“It rained all night.”\n\nThat less cheerful take came from Petra Oland.",
        "Ada Quill left early.\n\n“It rained all night.”\n\nWith those words, Petra Oland had opened the trial.",
        "Ada Quill left early.\n\nThe plan was “a fishing trip”. That was the verdict of Petra Oland.",
        "Ada Quill left early.\n\nThe plan was “a fishing trip”. So said Petra Oland, who runs the harbour.",
        "Ada Quill left early.\n\n“Board met. Call when you can.”\n\nThe message was from Petra Oland.",
    ],
    ids=["verdict-of", "own-account", "came-from", "with-those-words", "fragment", "so-said", "message-from"],
)
def test_a_sentence_that_points_back_settles_whose_the_words_before_it_are(extractor: Extractor, text: str) -> None:
    assert [c.mention.text for c in candidates(extractor, text) if c.mention is not None] == ["Petra Oland"]


@pytest.mark.parametrize(
    "text",
    [
        "“It rained all night,” Ada Quill said.\n\nThat was the verdict of Petra Oland.",
        "“It rained all night.”\n\nThat was the summer of Petra Oland.",
        "“It rained all night.”\n\nWith that, Petra Oland left.",
        "“It rained all night.”\n\nSo Petra Oland said nothing.",
    ],
    ids=["has-its-own-source", "no-words", "only-leaves", "therefore"],
)
def test_a_sentence_that_points_at_something_else_settles_nothing(extractor: Extractor, text: str) -> None:
    assert all(c.rule != "told-after" for c in candidates(extractor, text))


@pytest.mark.parametrize(
    "text",
    [
        "She reposted a message by a councillor, Petra Oland: “It rained.”",
        "Reading from a statement by Petra Oland, the lawyer said: “It rained.”",
        "The lawyer read a statement written by Petra Oland: “It rained.”",
        "She read out a letter that Petra Oland had sent him: “It rained.”",
    ],
    ids=["reposted", "read-from", "written-by", "had-sent"],
)
def test_who_passes_words_on_is_no_candidate(extractor: Extractor, text: str) -> None:
    found = [c.mention.text for c in candidates(extractor, text) if c.mention is not None]
    assert "Petra Oland" in found
    assert not {"She", "lawyer"} & set(found)


def test_who_reads_a_letter_may_speak_before_it(extractor: Extractor) -> None:
    text = "“It rained,” said the lawyer, reading a letter that Petra Oland had sent."
    assert "lawyer" in [c.mention.text for c in candidates(extractor, text) if c.mention is not None]


def test_names_inside_quotes_are_no_candidates(extractor: Extractor) -> None:
    text = "“Ada Quill was ill,” said Petra Oland."
    mentions = [c.mention.text for c in candidates(extractor, text) if c.mention is not None]
    assert "Petra Oland" in mentions
    assert not any("Quill" in mention for mention in mentions)


def test_the_last_speaker_is_a_candidate_once_there_is_one(extractor: Extractor) -> None:
    text = "“It rained,” said Petra Oland. “It snowed.”"
    assert all(c.mention is not None for c in candidates(extractor, text, 0))
    (carried,) = [c for c in candidates(extractor, text, 1, previous=0) if c.mention is None]
    assert carried.mention is None
    assert carried.cue is None


def test_candidates_do_not_depend_on_what_stands_far_away(extractor: Extractor) -> None:
    near = "“It rained,” said Petra Oland."
    far = "Tom Ferrow left early.\n\nNobody came.\n\nThe pier was shut.\n\nIt was cold.\n\nIt was dark.\n\n"
    mentions = {c.mention.text for c in candidates(extractor, far + near) if c.mention is not None}
    assert "Petra Oland" in mentions
    assert "Tom Ferrow" not in mentions


def test_the_same_text_gives_the_same_candidates(extractor: Extractor) -> None:
    text = "Petra Oland met Tom Ferrow. “It rained,” she told him, “and it snowed.”"
    once, again = (candidates(extractor, text, 1, previous=0) for _ in range(2))
    assert [(c.rule, c.features) for c in once] == [(c.rule, c.features) for c in again]
