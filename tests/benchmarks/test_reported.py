"""What descriptions without a quote teach: whose they are, and nothing left behind in the article."""

from __future__ import annotations

from benchmarks.annotation import Truth
from benchmarks.cases import is_meant
from benchmarks.reported import reported_cases
from quotes.extraction.pipeline import Extractor
from quotes.extraction.referents import Referent

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


def test_a_reference_within_a_phrase_tells_nothing_of_the_phrase(extractor: Extractor) -> None:
    text = "Ann Oland, the governor, opened the fair. “It rained,” Oland said. A spokesman for the governor said so."
    (scene,) = extractor.scenes([text])
    end = text.rindex(" said")
    assert reported_cases(scene, {}, [(end - 1, end, "Ann Oland", "person")], extractor, 0.5) == []


def test_a_name_within_the_name_of_a_nameless_speaker_is_not_that_speaker() -> None:
    assert is_meant(Referent("spokesman for Tern", "unnamed"), "spokesman for Tern", "unnamed")
    assert not is_meant(Referent("Tern", "organization", 0), "spokesman for Tern", "unnamed")
    assert is_meant(Referent("Quill Report", "organization", 1), "the Quill Report", "document")
