"""What descriptions without a quote teach: whose they are, and nothing left behind in the article."""

from __future__ import annotations

from benchmarks.annotation import Truth
from benchmarks.reported import reported_cases
from quotes.extraction.pipeline import Extractor

TEXT = (
    "Petra Oland, an actress, opened the fair. “It rained,” Oland said.\n\n"
    "The tents were wet. The stage was closed. The lamps went out.\n\n"
    "The actress said that the fair would go on."
)


def test_a_description_that_reports_is_a_choice_with_its_bearer_right(extractor: Extractor) -> None:
    (scene,) = extractor.scenes([TEXT])
    start = TEXT.index("The actress")
    parsed = set(scene.sources)
    assert scene.sentence_at(start) not in parsed
    (case,) = reported_cases(scene, {}, [(start, start + 11, "Petra Oland", "person")], extractor, 0.5)
    assert len(case.right) == 1
    assert len(case.options) > 1
    assert set(scene.sources) == parsed


def test_the_source_of_a_quote_is_left_to_its_quote(extractor: Extractor) -> None:
    (scene,) = extractor.scenes([TEXT])
    start = TEXT.index("The actress")
    truths = {0: Truth("speech", sources=[(start, start + 11)])}
    assert reported_cases(scene, truths, [(start, start + 11, "Petra Oland", "person")], extractor, 0.5) == []
