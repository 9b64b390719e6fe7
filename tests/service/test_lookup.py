from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from quotes.errors import InvalidQuery, NotFound, StoreError
from quotes.service.lookup import Lookup, QuoteQuery, parse_moment
from quotes.settings import Settings
from quotes.store.database import Database
from tests.store.invented import article, harbour_quotes, write


@pytest.fixture
def lookup(settings: Settings, database: Database) -> Lookup:
    write(database, article(), harbour_quotes())
    database.close()
    return Lookup(settings)


def test_everything_is_found_by_its_id(lookup: Lookup) -> None:
    stored = lookup.quotes(QuoteQuery(speaker="brandt")).items[0]
    assert lookup.quote(stored.id) == stored
    assert lookup.quote(stored.id, with_text=True).article == article()
    assert lookup.article(stored.article.id) == article()
    assert stored.speaker_id is not None
    assert lookup.speaker(stored.speaker_id).roles == ("Mayor",)
    lookup.check()
    lookup.close()


def test_what_is_not_there_is_not_found(lookup: Lookup) -> None:
    for ask in (lookup.quote, lookup.article, lookup.speaker):
        with pytest.raises(NotFound, match=r"there is no .* 'x{80}'"):
            ask("x" * 5000)
    lookup.close()


@pytest.mark.parametrize("limit", [0, -1, 101])
def test_a_limit_out_of_range_is_named(lookup: Lookup, limit: int) -> None:
    with pytest.raises(InvalidQuery, match="between 1 and 100"):
        lookup.quotes(QuoteQuery(limit=limit))
    with pytest.raises(InvalidQuery, match="between 1 and 100"):
        lookup.speakers(limit=limit)
    lookup.close()


def test_a_page_is_as_long_as_the_settings_say(settings: Settings, lookup: Lookup) -> None:
    lookup.close()
    short = Lookup(Settings(database=settings.database, page_size=2))
    assert len(short.quotes(QuoteQuery()).items) == 2
    short.close()


def test_many_threads_can_read_at_once(lookup: Lookup) -> None:
    answers: list[int] = []

    def ask() -> None:
        answers.extend(len(lookup.quotes(QuoteQuery(words="comment")).items) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [2] * 160
    lookup.close()


def test_what_an_import_adds_is_seen_at_once(lookup: Lookup, database: Database) -> None:
    assert len(lookup.quotes(QuoteQuery()).items) == 4
    write(database, article(key="second.txt"), harbour_quotes())
    assert len(lookup.quotes(QuoteQuery()).items) == 8
    lookup.close()


def test_a_missing_database_is_said(settings: Settings) -> None:
    with pytest.raises(StoreError, match="there is no database"):
        Lookup(settings)
    made = Lookup(settings, create=True)
    assert made.quotes(QuoteQuery()).items == ()
    made.close()


@pytest.mark.parametrize(
    ("value", "last", "moment"),
    [
        ("2025-08-28", False, datetime(2025, 8, 28, tzinfo=UTC)),
        ("2025-08-28", True, datetime(2025, 8, 28, 23, 59, 59, tzinfo=UTC)),
        ("2025-08-28T00:00", True, datetime(2025, 8, 28, tzinfo=UTC)),
        ("2025-08-28T09:30:00+02:00", True, datetime(2025, 8, 28, 7, 30, tzinfo=UTC)),
        ("20250828", True, datetime(2025, 8, 28, 23, 59, 59, tzinfo=UTC)),
        (" 2025-08-28 ", True, datetime(2025, 8, 28, 23, 59, 59, tzinfo=UTC)),
        (" 2025-08-28T09:30Z ", False, datetime(2025, 8, 28, 9, 30, tzinfo=UTC)),
        ("9999-12-31", True, datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_moments(value: str, last: bool, moment: datetime) -> None:
    assert parse_moment(value, last=last) == moment


@pytest.mark.parametrize("value", ["", "yesterday", "2025-02-30", "0001-01-01T00:00+23:00", "28.8.2025", "2025"])
def test_what_is_no_date_is_said(value: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        parse_moment(value)
