from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from quotes.service.lookup import StoredQuote, StoredSpeaker
from quotes.service.records import extracted_record, moment, quote_record, speaker_record
from quotes.types import Affiliation
from tests.store.invented import HARBOUR_TEXT, article, harbour_quotes

NAMES = [
    *("id", "text", "kind", "start", "end", "speaker", "speaker_span", "mention", "cue", "role", "organization"),
    *("addressee", "confidence", "rule", "topics", "context", "article"),
]
LINE = HARBOUR_TEXT.split("\n")[0]


def test_the_record_has_its_names_in_their_order() -> None:
    record = quote_record(StoredQuote("q1", harbour_quotes()[0], article(), LINE, "zoe-brandt-1"))
    assert list(record) == NAMES
    assert record == {
        "id": "q1",
        "text": "The quay stays open.",
        "kind": "direct",
        "start": HARBOUR_TEXT.index("The quay"),
        "end": HARBOUR_TEXT.index("The quay") + 20,
        "speaker": {"id": "zoe-brandt-1", "name": "Zoë Brandt", "type": "person"},
        "speaker_span": {"start": 6, "end": 16},
        "mention": "Zoë Brandt",
        "cue": "said",
        "role": "Mayor",
        "organization": "Harbour Council",
        "addressee": "Harbour Radio",
        "confidence": 0.9,
        "rule": "subject-of-cue",
        "topics": ["ports", "town planning"],
        "context": LINE,
        "article": {
            "id": article().id,
            "title": "Wrangle over the sea wall",
            "url": None,
            "outlet": "The Läke Post",
            "published": "2025-08-28T09:30:00Z",
        },
    }
    assert json.loads(json.dumps(record)) == record


def test_a_quote_of_nobody_has_null_and_not_nothing() -> None:
    bare = replace(harbour_quotes()[1], speaker=None, affiliation=Affiliation(), context=None)
    record = quote_record(StoredQuote("q1", bare, article(published=None), "", None))
    assert [record[name] for name in ("speaker", "speaker_span", "mention", "cue", "role", "organization")] == [
        None
    ] * 6
    assert record["article"]["published"] is None


def test_the_extracted_record_names_the_speaker_plainly() -> None:
    record = extracted_record("q1", harbour_quotes()[0], article())
    assert list(record) == NAMES
    assert record["speaker"] == "Zoë Brandt"
    assert record["context"] == LINE


def test_candidates_come_when_asked_for() -> None:
    record = extracted_record("q1", harbour_quotes()[0], article(), candidates=True)
    assert record["candidates"][1] == {
        "speaker": "a clerk",
        "type": "unnamed",
        "confidence": 0.05,
        "rule": "near",
        "mention": None,
    }


def test_speakers() -> None:
    stored = StoredSpeaker("hong-lei-1", "Hong Lei", "person", 3, ("envoy",), ("Foreign Ministry",))
    assert speaker_record(stored) == {
        "id": "hong-lei-1",
        "name": "Hong Lei",
        "type": "person",
        "quotes": 3,
        "roles": ["envoy"],
        "organizations": ["Foreign Ministry"],
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2025, 8, 28, 9, 30, 1, 999999, tzinfo=UTC), "2025-08-28T09:30:01Z"),
        (datetime(2025, 8, 28, 9, 30, tzinfo=timezone(timedelta(hours=2))), "2025-08-28T07:30:00Z"),
        (datetime(2025, 8, 28, 9, 30), "2025-08-28T09:30:00Z"),
        (datetime(33, 4, 3, tzinfo=UTC), "0033-04-03T00:00:00Z"),
        (None, None),
    ],
)
def test_moments_are_iso_in_utc(value: datetime | None, text: str | None) -> None:
    assert moment(value) == text
