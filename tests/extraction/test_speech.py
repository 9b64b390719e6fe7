"""What tells speech from what only stands between marks: headings, and the words and signs around the span."""

from __future__ import annotations

import pytest

from quotes.extraction.attribution import candidates_for
from quotes.extraction.mark_contexts import context_before
from quotes.extraction.mark_uses import read_mark_uses
from quotes.extraction.pipeline import Extractor
from quotes.extraction.scene import Scene
from quotes.extraction.speech import heading_paragraphs, is_heading, reads_like_a_title, speech_features

PAGE = """Pier “no longer safe”

The pier at Wrenmouth will close in May, the council said on Monday.

“No longer safe”

“The pier is no longer safe,” said Petra Oland. “Nobody should walk on it.”

Oland was clear:

“Close it.”
"""


@pytest.fixture(scope="module")
def scene(extractor: Extractor) -> Scene:
    (found,) = extractor.scenes([PAGE])
    return found


def features(scene: Scene, number: int) -> set[str]:
    uses = read_mark_uses(scene, heading_paragraphs(scene))
    return set(speech_features(scene, number, uses, context_before(scene, number), None, 0.0))


def test_headings_are_short_and_end_without_a_stop(scene: Scene) -> None:
    paragraphs = [part for part in PAGE.split("\n") if part]
    assert [paragraphs[k] for k in sorted(heading_paragraphs(scene))] == ["Pier “no longer safe”", "“No longer safe”"]


def test_a_long_first_paragraph_is_no_heading(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["The pier is “shut” and " + "so the long story goes on and " * 8 + "it ends"])
    assert heading_paragraphs(scene) == frozenset()


def test_a_heading_that_repeats_the_body_is_known(scene: Scene) -> None:
    repeats = ["heading-repeats" in features(scene, number) for number in range(len(scene.spans))]
    assert repeats == [True, True, False, False, False]


def test_a_span_that_is_glued_to_a_word_is_known(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["The pro-“rain”-lobby met. The “rain” fell."])
    assert ["glued" in features(scene, number) for number in range(2)] == [True, False]


def test_quotes_in_capitals_are_known(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["They shouted “SHUT IT” and “shut it”."])
    assert ["shout" in features(scene, number) for number in range(2)] == [True, False]


def test_every_span_has_features_and_the_same_each_time(scene: Scene) -> None:
    for number in range(len(scene.spans)):
        assert "bias" in features(scene, number)
        assert features(scene, number) == features(scene, number)


MOODS = [
    ("said", "The mayor called the pier “unsafe”.", "mood=plain"),
    ("denied", "The mayor never called the pier “unsafe”.", "mood=not"),
    ("possible", "The mayor might call the pier “unsafe”.", "mood=modal"),
    ("refused", "The mayor refused to call the pier “unsafe”.", "mood=refused+nosubjectVB"),
    ("passive", "The pier was described as “unsafe”.", "mood=passive"),
    ("passive-with-agent", "The pier was described as “unsafe” by the mayor.", "mood=by"),
    ("no-cue", "The pier was “unsafe” and old.", "mood=nocue|f1"),
]


@pytest.mark.parametrize(("text", "mood"), [case[1:] for case in MOODS], ids=[case[0] for case in MOODS])
def test_how_the_cue_is_put_is_known(extractor: Extractor, text: str, mood: str) -> None:
    (scene,) = extractor.scenes([text])
    assert mood in features(scene, 0)


FRAMES = [
    ("predicate", "The pier was “grim”.", "frame=be_-"),
    ("attribute", "The mayor saw a “grim” pier.", "frame=DT_NN"),
    ("owned", "The mayor's “grim” pier is shut.", "frame=owner_NN"),
    ("object", "The mayor hates “grim” piers.", "frame=verb_NN"),
]


@pytest.mark.parametrize(("text", "frame"), [case[1:] for case in FRAMES], ids=[case[0] for case in FRAMES])
def test_what_stands_on_either_side_is_known(extractor: Extractor, text: str, frame: str) -> None:
    (scene,) = extractor.scenes([text])
    assert frame in features(scene, 0)


def test_what_comes_again_is_known(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(
        ["The “quiet zone” is small. A “quiet zone” is new. The “wet room” is wet: a wet room."]
    )
    found = [
        {f for f in features(scene, number) if f.startswith("again=") and "|" not in f}
        for number in range(len(scene.spans))
    ]
    assert found == [{"again=quoted"}, {"again=quoted"}, {"again=plain"}]


@pytest.mark.parametrize("words", ["HALDEN: The Last Winter", "Winter Harbour 17", "Salt"])
def test_a_title_reads_like_one(words: str) -> None:
    assert reads_like_a_title(words)


@pytest.mark.parametrize("words", ["ROE: No.", "The pier is closed", "unsafe", "…"])
def test_what_is_said_reads_like_no_title(words: str) -> None:
    assert not reads_like_a_title(words)


SHARES = {
    "percentage": ("About 34% say the pier is “fairly” safe.", True),
    "in-ten": ("Roughly four in 10 adults say the pier is “fairly” safe.", True),
    "most": ("Most islanders say the pier is “fairly” safe.", True),
    "somebody": ("The 34-year-old clerk says the pier is “fairly” safe.", False),
}


@pytest.mark.parametrize(("text", "share"), SHARES.values(), ids=SHARES)
def test_the_answers_of_a_poll_are_told_from_what_somebody_says(extractor: Extractor, text: str, share: bool) -> None:
    (scene,) = extractor.scenes([text])
    source = candidates_for(scene, 0, None, None)[0]
    found = speech_features(scene, 0, read_mark_uses(scene, frozenset()), context_before(scene, 0), source, 1.0)
    assert ("who=share" in found) == share


def test_a_span_of_four_words_still_sounds_like_something(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Oland called it “a truly shameful delay”."])
    assert "tone=judges|f" in features(scene, 0)


PULLED = """The pier at Wrenmouth will close, the council said on Monday, and nobody knows when it will open again.

‘Nobody knows.’

“It will close,” said Petra Oland, who runs a stall there. “Nobody knows. We wait.”

“Nobody told us.”
"""


def test_a_line_between_other_marks_that_repeats_the_body_is_known(extractor: Extractor) -> None:
    (scene,) = extractor.scenes([PULLED])
    lines = [[f for f in sorted(features(scene, number)) if f.startswith("line=")] for number in range(4)]
    assert lines == [
        ["line=other", "line=other|repeats", "line=repeats"],
        [],
        [],
        ["line=once", "line=same", "line=same|once"],
    ]


def test_a_line_between_other_marks_is_a_heading_though_it_ends_with_a_stop(extractor: Extractor) -> None:
    (scene,) = extractor.scenes([PULLED])
    headings = heading_paragraphs(scene)
    assert [is_heading(scene, number, headings) for number in range(4)] == [True, False, False, False]
    (swapped,) = extractor.scenes([PULLED.translate(str.maketrans("‘’“”", "“”‘’"))])
    assert not any(is_heading(swapped, number, heading_paragraphs(swapped)) for number in range(4))


SORTS = {
    "judges": ("The mayor blasted it as “wet”.", "sort=judges|f1"),
    "pledges": ("The mayor vowed to “mend the pier”.", "sort=pledges|f3"),
    "says": ("The mayor said it was “wet”.", "sort=says|f1"),
    "neither": ("The mayor spoke of “wet rot”.", "sort=other|f2"),
}


@pytest.mark.parametrize(("text", "sort"), SORTS.values(), ids=SORTS)
def test_a_verdict_and_a_vow_are_told_from_what_is_only_said(extractor: Extractor, text: str, sort: str) -> None:
    (scene,) = extractor.scenes([text])
    source = next(c for c in candidates_for(scene, 0, None, None) if c.cue is not None)
    found = speech_features(scene, 0, read_mark_uses(scene, frozenset()), context_before(scene, 0), source, 1.0)
    assert sort in found


def test_words_that_are_shunned_are_weighed_as_such(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Oland would not use the word “wreck”."])
    assert "use=word|shunned" in features(scene, 0)


def test_a_numbered_heading_is_one(extractor: Extractor) -> None:
    text = "The pier will close.\n\nHale spoke.\n\n7. “The pier problem”\n\n“It sinks,” Petra Oland said."
    (found,) = extractor.scenes([text])
    headings = heading_paragraphs(found)
    assert [is_heading(found, i, headings) for i in range(2)] == [True, False]
