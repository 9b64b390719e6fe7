from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from quotes.errors import InvalidQuery
from quotes.store.cursors import decode_cursor, encode_cursor
from quotes.store.database import Database
from quotes.store.query import QuoteQuery, StoredSpeaker
from quotes.store.searching import find_quotes
from quotes.store.speakers import find_speakers, get_speaker, similar_names
from quotes.store.words import match_expression
from quotes.types import Affiliation, Speaker
from tests.store.invented import article, harbour_quotes, quote, write

HONG = Speaker("Hong Lei", "person")
FOUNDATION = Speaker("Brandt Foundation", "organization")
AIDE = Speaker("an aide to Zoë Brandt", "unnamed")
TALK = "“Fair winds,” said Hong Lei. “No funds,” the Brandt Foundation said. “She is asleep,” an aide said. “Quay.”"


@pytest.fixture
def filled(database: Database) -> Iterator[Database]:
    """Two articles: the harbour of 28 August 2025, and talk without a date."""
    write(database, article(), harbour_quotes())
    talk = [
        quote(TALK, "Fair winds,", HONG, affiliation=Affiliation("envoy", "Foreign Ministry"), topics=("weather",)),
        quote(TALK, "No funds,", FOUNDATION),
        quote(TALK, "She is asleep,", AIDE),
        quote(TALK, "Quay.", None),
    ]
    write(database, article(TALK, key="talk.txt", title=None, outlet="BBC News", published=None), talk)
    yield database


def texts(database: Database, **wanted: object) -> list[str]:
    with database.reading() as connection:
        page = find_quotes(connection, QuoteQuery(**wanted), 50)  # type: ignore[arg-type]
    return [item.quote.text for item in page.items]


HARBOUR = ["The quay stays open.", "No comment.", "No comment.", "a matter for engineers"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"speaker": "Zoë Brandt"}, HARBOUR[:1]),
        ({"speaker": "BRANDT"}, HARBOUR[:1]),
        ({"speaker": "zoe"}, HARBOUR[:1]),
        ({"speaker": "hong"}, ["Fair winds,"]),
        ({"speaker": "lei"}, ["Fair winds,"]),
        ({"speaker": "le"}, []),
        ({"speaker": "brandt foundation"}, ["No funds,"]),
        ({"speaker": "tides"}, ["a matter for engineers"]),
        ({"speaker": "ministry"}, []),
        ({"speaker": "an aide to zoe brandt"}, ["She is asleep,"]),
        ({"speaker": "***"}, []),
        ({"speaker": "  "}, [*HARBOUR, "Fair winds,", "No funds,", "She is asleep,", "Quay."]),
        ({"organization": "harbour council"}, HARBOUR[:1]),
        ({"organization": "council"}, HARBOUR[:1]),
        ({"organization": "Ministry"}, ["a matter for engineers", "Fair winds,"]),
        ({"organization": "mayor"}, []),
        ({"organization": "*"}, []),
        ({"topic": "Ports"}, HARBOUR[:1]),
        ({"topic": "planning"}, HARBOUR[:1]),
        ({"topic": "plan"}, []),
        ({"outlet": "the lake post"}, HARBOUR),
        ({"outlet": "bbc"}, ["Fair winds,", "No funds,", "She is asleep,", "Quay."]),
        ({"outlet": "bb"}, []),
        ({"since": datetime(2025, 8, 28, 9, 30, tzinfo=UTC)}, HARBOUR),
        ({"since": datetime(2025, 8, 28, 9, 31, tzinfo=UTC)}, []),
        ({"until": datetime(2025, 8, 28, 9, 30, tzinfo=UTC)}, HARBOUR),
        ({"until": datetime(2025, 8, 28, 9, 29, tzinfo=UTC)}, []),
        ({"outlet": "post", "speaker": "a clerk", "words": "comment"}, HARBOUR[1:3]),
    ],
    ids=str,
)
def test_filters(filled: Database, wanted: dict[str, object], found: list[str]) -> None:
    assert texts(filled, **wanted) == found


def test_a_speakers_id_is_a_name_too(filled: Database) -> None:
    with filled.reading() as connection:
        id = find_speakers(connection, "hong", 1, None).items[0].id
    assert texts(filled, speaker=id) == ["Fair winds,"]


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("QUAY", 5),
        ("quay open", 1),
        ('"quay stays open"', 1),
        ('"open quay"', 0),
        ("“stays open”", 1),
        ("zoe council", 1),
        ("läke", 0),
        ("wrangle", 4),
        ('quay" OR "winds', 0),
        ("quay*", 5),
        ("qua*", 0),
        ("text:quay", 0),
        ("NEAR(quay open)", 0),
        ("-quay", 5),
        ("^quay", 5),
        ("quay\0", 5),
        ("(((", 0),
        ("'; DROP TABLE quotes; --", 0),
        ("\udcff", 0),
        ("   ", 8),
    ],
)
def test_words_are_words_and_not_a_language(filled: Database, words: str, count: int) -> None:
    assert len(texts(filled, words=words)) == count


def test_a_word_in_the_quote_weighs_more_than_one_beside_it(filled: Database) -> None:
    assert set(texts(filled, words="quay")[:2]) == {"The quay stays open.", "Quay."}


@pytest.mark.parametrize("words", ["word " * 33, "x" * 1001])
def test_too_many_words_are_refused(filled: Database, words: str) -> None:
    for field in ("words", "speaker", "organization"):
        with pytest.raises(InvalidQuery) as caught:
            texts(filled, **{field: words})
        assert caught.value.field == field


@pytest.mark.parametrize("wanted", [{}, {"words": "quay"}, {"outlet": "bbc"}], ids=str)
def test_pages_hold_every_quote_once_and_in_order(filled: Database, wanted: dict[str, str]) -> None:
    whole = texts(filled, **wanted)
    for size in (1, 2, 3):
        pages: list[str] = []
        cursor = None
        while True:
            with filled.reading() as connection:
                page = find_quotes(connection, QuoteQuery(**wanted, cursor=cursor), size)  # type: ignore[arg-type]
            assert len(page.items) <= size
            pages += [item.quote.text for item in page.items]
            cursor = page.next
            if cursor is None:
                break
        assert pages == whole


def test_a_row_added_meanwhile_does_not_repeat_others(filled: Database) -> None:
    with filled.reading() as connection:
        first = find_quotes(connection, QuoteQuery(), 2)
    write(filled, article(key="newer.txt", published=datetime(2026, 1, 1, tzinfo=UTC)), harbour_quotes())
    with filled.reading() as connection:
        second = find_quotes(connection, QuoteQuery(cursor=first.next), 2)
    assert not {item.id for item in first.items} & {item.id for item in second.items}


def forged(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "nonsense",
        "%%%",
        "é",
        "A",
        "x" * 2000,
        forged("best", 1.0, 1),
        forged("newest", 1, 1, 1, 1),
        forged("newest", "", 1, 1),
        forged("newest", "", True, 1, 1),
        forged("newest", "", 2**63, 1, 1),
        forged("newest", "", -1, 1, 1),
        base64.urlsafe_b64encode(b"[" * 700).decode(),
        forged({"a": 1}),
    ],
)
def test_a_cursor_that_is_none_is_named(filled: Database, cursor: str) -> None:
    with pytest.raises(InvalidQuery, match="is not the `next`") as caught:
        texts(filled, cursor=cursor)
    assert caught.value.field == "cursor"


def test_cursors_give_back_what_they_pack() -> None:
    key = (-1.2345678901234567e-06, 7)
    assert decode_cursor(encode_cursor("best", key), "best", (float, int)) == key


def listed(database: Database, words: str | None = None) -> list[tuple[str, int]]:
    with database.reading() as connection:
        return [(each.name, each.quotes) for each in find_speakers(connection, words, 50, None).items]


def test_speakers_stand_by_how_often_they_are_quoted(filled: Database) -> None:
    names = listed(filled)
    assert names[0] == ("a clerk", 2)
    assert dict(names) == {
        "a clerk": 2,
        "Zoë Brandt": 1,
        "Ministry of Tides": 1,
        "Hong Lei": 1,
        "Brandt Foundation": 1,
        "an aide to Zoë Brandt": 1,
    }


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("hon", ["Hong Lei"]),
        ("brandt f", ["Brandt Foundation"]),
        ("ZOË", ["Zoë Brandt", "an aide to Zoë Brandt"]),
        ("ong", []),
        ("?", []),
    ],
)
def test_speakers_are_found_by_the_words_of_their_names(filled: Database, words: str, names: list[str]) -> None:
    assert sorted(name for name, _ in listed(filled, words)) == names


def test_pages_of_speakers_hold_each_once(filled: Database) -> None:
    names: list[str] = []
    cursor = None
    while True:
        with filled.reading() as connection:
            page = find_speakers(connection, None, 2, cursor)
        names += [each.name for each in page.items]
        cursor = page.next
        if cursor is None:
            break
    assert names == [name for name, _ in listed(filled)]


def test_a_speaker_has_the_capacities_that_articles_state(filled: Database) -> None:
    with filled.reading() as connection:
        (found,) = find_speakers(connection, "zoe brandt", 50, None).items[:1]
        hong = get_speaker(connection, find_speakers(connection, "hong", 1, None).items[0].id)
    assert hong == StoredSpeaker(hong.id, "Hong Lei", "person", 1, ("envoy",), ("Foreign Ministry",))
    assert found.type in ("person", "unnamed")


@pytest.mark.parametrize(
    ("written", "meant"), [("Zoe Brand", ["Zoë Brandt"]), ("Hong Ley", ["Hong Lei"]), ("Xyzzy", []), ("?", [])]
)
def test_names_written_alike_are_suggested(filled: Database, written: str, meant: list[str]) -> None:
    with filled.reading() as connection:
        assert similar_names(connection, written, 1) == meant


@pytest.mark.parametrize(
    ("words", "expression"),
    [
        ("multi-polar world", '"multi polar" "world"'),
        ("O’Neill said", '"O Neill" "said"'),
        ('a "b c', '"a" "b" "c"'),
        ('"', None),
    ],
)
def test_expressions(words: str, expression: str | None) -> None:
    assert match_expression(words, "words") == expression


@pytest.mark.parametrize(
    ("wanted", "step"),
    [
        ({}, "USING COVERING INDEX quotes_by_date (published<?)"),
        ({"speaker": "hong"}, "USING COVERING INDEX quotes_by_speaker (speaker_id=? AND published<?)"),
        ({"words": "quay"}, "USING INTEGER PRIMARY KEY (rowid=?)"),
    ],
    ids=str,
)
def test_a_page_is_found_by_index_and_not_by_reading_all(
    filled: Database, wanted: dict[str, object], step: str
) -> None:
    """The plan of the second page; a scan of the quotes would grow with the store."""
    with filled.reading() as connection:
        cursor = find_quotes(connection, QuoteQuery(words=wanted.get("words")), 1).next  # type: ignore[arg-type]
        statements: list[str] = []
        connection.set_trace_callback(statements.append)
        find_quotes(connection, QuoteQuery(**wanted, cursor=cursor), 1)  # type: ignore[arg-type]
        connection.set_trace_callback(None)
        statement = next(each for each in statements if each.startswith("WITH"))
        steps = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
    assert any(step in each for each in steps), steps
    assert "SCAN q" not in steps, steps
