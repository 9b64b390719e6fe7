"""Who speaks in a document: whom the text ties to it, and what a book is called."""

from __future__ import annotations

import pytest

from quotes.extraction.document_issuers import document_kind, find_issuers, title_of_work
from quotes.extraction.history import Occasion
from quotes.extraction.nominals import read_description
from quotes.extraction.pipeline import Extractor
from quotes.extraction.tracks import Tracks


def occasion_of(extractor: Extractor, text: str, words: str) -> Occasion:
    (scene,) = extractor.scenes([text])
    mentions = [m for k in sorted(scene.sources) for m in scene.sources[k].mentions if m.text == words]
    assert mentions, [m.text for here in scene.sources.values() for m in here.mentions]
    return Occasion(Tracks(scene), mentions[-1], None, None, set(), set())


def test_documents_are_told_apart_by_who_speaks_in_them() -> None:
    assert document_kind("editorial") == "press"
    assert document_kind("letters") == "issued"
    assert document_kind("lawsuit") == "official"
    assert document_kind("novel") == "work"
    assert document_kind("tree") == "-"


@pytest.mark.parametrize(
    ("text", "words", "name", "tie"),
    [
        (
            "Ada Quill met Tom Ferrow. Quill’s long letter called him “a fool”.",
            "Quill’s long letter",
            "Ada Quill",
            "owner",
        ),
        (
            "The Tide Post aimed its Friday editorial at Ada Quill. “She should look,” the editorial said.",
            "editorial",
            "Tide Post",
            "early-subject",
        ),
        (
            "A letter from Ada Quill was read out. It was long. “I am sorry,” the letter said.",
            "letter",
            "Ada Quill",
            "early-by",
        ),
    ],
)
def test_the_text_ties_somebody_to_a_document(extractor: Extractor, text: str, words: str, name: str, tie: str) -> None:
    occasion = occasion_of(extractor, text, words)
    entity = next(n for n, e in enumerate(occasion.scene.names.entities) if e.name == name)
    found = find_issuers(occasion, read_description(words, "the"))
    assert found.ties.get(entity) == tie, found


def test_nobody_is_tied_to_what_is_no_document(extractor: Extractor) -> None:
    occasion = occasion_of(extractor, "Ada Quill met an aide. “It rained,” the aide said.", "aide")
    assert find_issuers(occasion, read_description("aide", "the")).ties == {}


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Her novel “A Measure of Salt” came out in May.", "A Measure of Salt"),
        ("He reads a new book, Ferrow's Harbours, on the train.", "Ferrow's Harbours"),
        ("“Low Water,” a novel about tides, came out in May.", "Low Water"),
        ("In his first book, Tom Ferrow, a judge, left a page blank. Ferrow laughed.", None),
        ("Her book came out in May.", None),
        ("“It was a cold year,” the book begins.", None),
    ],
)
def test_a_book_goes_by_its_title(extractor: Extractor, before: str, title: str | None) -> None:
    noun = "novel" if "novel" in before else "book"
    occasion = occasion_of(extractor, f"{before} Nobody slept. “All was lost,” the {noun} ends.", noun)
    found = title_of_work(occasion, read_description(noun, "the"))
    assert (found.of(occasion.scene.text) if found is not None else None) == title
