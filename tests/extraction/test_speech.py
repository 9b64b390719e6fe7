"""What tells speech from what only stands between marks: headings, and the words and signs around the span."""

from __future__ import annotations

import pytest

from quotes.extraction.pipeline import Extractor
from quotes.extraction.scene import Scene
from quotes.extraction.speech import heading_paragraphs, speech_features

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
    return set(speech_features(scene, number, heading_paragraphs(scene), None, 0.0))


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
