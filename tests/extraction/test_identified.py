"""Whom somebody was identified as: what was said of them before goes with the name."""

from __future__ import annotations

import pytest

from quotes.extraction.entity_facts import FactReader
from quotes.extraction.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The driver, 24-year-old Amos Quill, was hurt.", "driver"),
        ("The driver was later identified by officers as 24-year-old Amos Quill.", "driver"),
        ("The pilot has been named as Amos Quill.", "pilot"),
        ("A resident, identified by police only as Amos Quill, wept.", "resident"),
        ("Police named the driver as Amos Quill, 31.", "driver"),
        ("A shopkeeper who gave his name as Amos Quill wept.", "shopkeeper"),
        ("A farmer, who identified himself as Amos Quill, wept.", "farmer"),
    ],
    ids=["age", "was-identified", "has-been-named", "apposition", "active", "gave-his-name", "himself"],
)
def test_what_somebody_was_called_goes_with_the_name(extractor: Extractor, text: str, noun: str) -> None:
    assert noun in nouns(extractor, text)


@pytest.mark.parametrize(
    "text",
    [
        "The coroner named the victims as Amos Quill and Petra Oland.",
        "The driver waved as Amos Quill left.",
        "The driver was named in a letter, and as Amos Quill left he waved.",
    ],
    ids=["plural", "no-verb", "another-clause"],
)
def test_nothing_is_told_of_others(extractor: Extractor, text: str) -> None:
    assert not nouns(extractor, text) & {"driver", "victim", "victims", "coroner"}


def nouns(extractor: Extractor, text: str) -> frozenset[str]:
    (scene,) = extractor.scenes([text + " “It rained,” the harbour master said."])
    entity = next(e for e, known in enumerate(scene.names.entities) if known.name == "Amos Quill")
    return FactReader(scene)(entity).nouns
