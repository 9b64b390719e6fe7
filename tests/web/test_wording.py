"""Words for people where the record has codes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from quotes.types import Affiliation, Quote, Speaker
from quotes.web.wording import attribution_line, capacity, confidence_in_words, day, quote_label, right_in_a_hundred


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (1.0, "Very sure"),
        (0.95, "Very sure"),
        (0.9, "Sure"),
        (0.7, "Probable"),
        (0.5, "Doubtful"),
        (0.1, "A guess"),
        (0.0, "A guess"),
    ],
)
def test_confidence_has_words(confidence: float, words: str) -> None:
    assert confidence_in_words(confidence) == words


@pytest.mark.parametrize(
    ("role", "organization", "line"),
    [
        ("mayor", "Town of Ostholm", "mayor, Town of Ostholm"),
        ("mayor of Ostholm", "Ostholm", "mayor of Ostholm"),
        ("mayor", None, "mayor"),
        (None, "Ostholm", "Ostholm"),
        (None, None, ""),
    ],
)
def test_a_capacity_says_nothing_twice(role: str | None, organization: str | None, line: str) -> None:
    assert capacity(Quote("It rains.", 0, 9, "direct", None, affiliation=Affiliation(role, organization))) == line


def test_somebody_without_a_name_is_not_named_twice() -> None:
    officer = Speaker("police officer", "unnamed")
    quote = Quote("It rains.", 0, 9, "direct", officer, affiliation=Affiliation("Police officer", "Town of Ostholm"))
    assert attribution_line(quote) == "police officer, Town of Ostholm"


@pytest.mark.parametrize(("confidence", "right"), [(1.0, 99), (0.997, 99), (0.97, 97), (0.29, 29), (0.0, 0)])
def test_no_attribution_is_beyond_doubt(confidence: float, right: int) -> None:
    assert right_in_a_hundred(confidence) == right


def test_a_speaker_stands_before_the_capacity() -> None:
    quote = Quote("It rains.", 0, 9, "direct", Speaker("Ines Okafor", "person"), affiliation=Affiliation("clerk"))
    assert attribution_line(quote) == "Ines Okafor, clerk"
    assert quote_label(quote.speaker) == "Quote by Ines Okafor"
    assert quote_label(None) == "Quote, speaker not named"


def test_days_are_those_of_utc() -> None:
    assert day(datetime(2026, 3, 7, 23, 30, tzinfo=UTC)) == "7 March 2026"
    assert day(datetime(2026, 3, 7, 23, 30, tzinfo=timezone(timedelta(hours=-2)))) == "8 March 2026"
    assert day(datetime(2026, 3, 7)) == "7 March 2026"
    assert day(None) == ""
