"""The extractor inside a spaCy pipeline."""

from __future__ import annotations

import pickle

import pytest
import spacy
from spacy.language import Language

import quotes
from quotes.errors import ModelError
from quotes.extraction.component import QuotesComponent
from quotes.extraction.pipeline import Extractor
from quotes.settings import Settings

TEXTS = [
    "Petra Oland runs the harbour. “We are full,” she said on Monday.",
    "The pier is closed.",
    "",
    "“It is late,” said Tom Ferrow. “Go home.”",
]


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotes")
    return nlp


def test_is_found_by_its_name_in_a_blank_pipeline(blank: Language, extractor: Extractor) -> None:
    doc = blank(TEXTS[0])
    assert doc._.quotes == extractor.extract(TEXTS[0])
    (quote,) = doc._.quotes
    assert quote.speaker.name == "Petra Oland"
    assert doc.text[quote.start : quote.end] == "We are full,"


def test_leaves_a_span_group(blank: Language) -> None:
    doc = blank(TEXTS[3])
    assert [span.text for span in doc.spans["quotes"]] == ["It is late,", "Go home."]
    assert [span.id_ for span in doc.spans["quotes"]] == ["Tom Ferrow", "Tom Ferrow"]
    assert {span.label_ for span in doc.spans["quotes"]} == {"direct"}


def test_a_text_without_quotes_has_an_empty_list(blank: Language) -> None:
    for text in TEXTS[1:3]:
        doc = blank(text)
        assert doc._.quotes == []
        assert list(doc.spans["quotes"]) == []


def test_works_behind_a_full_pipeline() -> None:
    nlp = spacy.load(Settings().model)
    nlp.add_pipe("quotes", last=True)
    doc = nlp(TEXTS[0])
    assert [quote.text for quote in doc._.quotes] == ["We are full,"]
    assert doc.has_annotation("DEP")


@pytest.mark.parametrize("size", [1, 2, 128])
def test_a_stream_gives_what_single_documents_give(blank: Language, extractor: Extractor, size: int) -> None:
    docs = list(blank.pipe(TEXTS * 2, batch_size=size))
    assert [doc.text for doc in docs] == TEXTS * 2
    assert [doc._.quotes for doc in docs] == [extractor.extract(text) for text in TEXTS * 2]


def test_survives_pickling(blank: Language) -> None:
    component = blank.get_pipe("quotes")
    assert isinstance(component, QuotesComponent)
    copy = pickle.loads(pickle.dumps(component))
    assert (copy.name, copy.model, copy.min_confidence) == ("quotes", component.model, component.min_confidence)
    doc = copy(blank.make_doc(TEXTS[0]))
    assert [quote.text for quote in doc._.quotes] == ["We are full,"]


def test_survives_being_written_to_disk(blank: Language, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("pipeline")
    blank.to_disk(folder)
    doc = spacy.load(folder)(TEXTS[0])
    assert [quote.text for quote in doc._.quotes] == ["We are full,"]


def test_a_quote_below_the_asked_confidence_keeps_its_candidates_only() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotes", config={"min_confidence": 1.0})
    (quote,) = nlp(TEXTS[0])._.quotes
    assert quote.speaker is None
    assert quote.mention is None
    assert quote.candidates[0].speaker.name == "Petra Oland"


def test_a_model_that_is_not_installed_says_what_to_do() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotes", config={"model": "no_such_model"})
    with pytest.raises(ModelError, match=r"no_such_model.*QUOTES_MODEL"):
        nlp(TEXTS[0])


def test_a_model_without_a_parser_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("en").to_disk(folder)
    with pytest.raises(ModelError, match="parser"):
        Extractor(str(folder))


def test_the_plain_function_gives_the_same(extractor: Extractor) -> None:
    assert quotes.extract(TEXTS[0]) == extractor.extract(TEXTS[0])
