from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quotes.errors import NotFound, StoreError
from quotes.store.database import Database
from quotes.store.query import QuoteQuery
from quotes.store.searching import find_quotes, get_article, get_quote
from tests.store.invented import CLERK, HARBOUR_TEXT, ZOE, article, harbour_quotes, quote, rows, write


@contextmanager
def changes(database: Database) -> Iterator[list[tuple[str, str]]]:
    """Give the list of what was done to which row of quotes, filled when the block is over."""
    done: list[tuple[str, str]] = []
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE journal (what, id)")
        for trigger in (
            "INSERT ON quotes BEGIN INSERT INTO journal VALUES ('INSERT', new.text); END",
            "UPDATE ON quotes BEGIN INSERT INTO journal VALUES ('UPDATE', new.text); END",
            "DELETE ON quotes BEGIN INSERT INTO journal VALUES ('DELETE', old.text); END",
        ):
            connection.exec_driver_sql(f"CREATE TRIGGER journal_{trigger[:6]} AFTER {trigger}")
    yield done
    done.extend((str(what), str(text)) for what, text in rows(database, "SELECT what, id FROM journal ORDER BY rowid"))


def check_index(database: Database) -> None:
    """Fail if the full-text indexes do not hold exactly the words of the rows."""
    with database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO quotes_fts (quotes_fts, rank) VALUES ('integrity-check', 1)")
        connection.exec_driver_sql("INSERT INTO speakers_fts (speakers_fts, rank) VALUES ('integrity-check', 1)")


def test_the_check_of_the_index_can_fail(database: Database) -> None:
    write(database, article(), harbour_quotes())
    check_index(database)
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TRIGGER quotes_changing")
        connection.exec_driver_sql("UPDATE quotes SET text = 'other words' WHERE start < 60")
    with pytest.raises(StoreError, match="SQLite database"):
        check_index(database)


def found(database: Database, words: str) -> list[str]:
    with database.reading() as connection:
        return [item.quote.text for item in find_quotes(connection, QuoteQuery(words=words), 50).items]


def test_what_is_written_is_read_back_whole(database: Database) -> None:
    written = harbour_quotes()
    assert write(database, article(), written) == "new"
    with database.reading() as connection:
        items = find_quotes(connection, QuoteQuery(), 10).items
        assert [item.quote for item in items] == written
        assert {item.article for item in items} == {replace(article(), text="")}
        assert items[0].context_text == HARBOUR_TEXT.split("\n")[0]
        assert get_article(connection, article().id) == article()
        assert get_quote(connection, items[1].id, with_text=True).article == article()
        for item in items:
            assert HARBOUR_TEXT[item.quote.start : item.quote.end] == item.quote.text
    check_index(database)


def test_unknown_ids_are_not_found(database: Database) -> None:
    with pytest.raises(NotFound, match="nothing"), database.reading() as connection:
        get_quote(connection, "nothing", with_text=False)
    with pytest.raises(NotFound, match="nothing"), database.reading() as connection:
        get_article(connection, "nothing")


def test_the_same_again_touches_no_row(database: Database) -> None:
    write(database, article(), harbour_quotes())
    with changes(database) as done:
        assert write(database, article(), harbour_quotes()) == "unchanged"
    assert done == []


def test_a_corrected_quote_changes_only_its_own_row(database: Database) -> None:
    write(database, article(), harbour_quotes())
    before = rows(database, "SELECT pk, id, text FROM quotes ORDER BY pk")
    corrected = HARBOUR_TEXT.replace("a matter for engineers", "a matter for the engineers")
    quotes = harbour_quotes()[:3]
    quotes = [replace(each, context=each.context) for each in quotes]
    quotes.append(quote(corrected, "a matter for the engineers", harbour_quotes()[3].speaker, kind="mixed"))
    with changes(database) as done:
        assert write(database, article(corrected), quotes) == "updated"
    assert sorted(done) == [("DELETE", "a matter for engineers"), ("INSERT", "a matter for the engineers")]
    assert rows(database, "SELECT pk, id, text FROM quotes ORDER BY pk")[:3] == before[:3]
    assert found(database, "engineers") == ["a matter for the engineers"]
    check_index(database)


def test_quotes_that_move_keep_their_ids(database: Database) -> None:
    write(database, article(), harbour_quotes())
    before = rows(database, "SELECT id, start, text FROM quotes ORDER BY start")
    moved = "A new first line.\n" + HARBOUR_TEXT
    assert write(database, article(moved), harbour_quotes(moved)) == "updated"
    after = rows(database, "SELECT id, start, text FROM quotes ORDER BY start")
    assert [(id, text) for id, _, text in before] == [(id, text) for id, _, text in after]
    assert [int(str(start)) for _, start, _ in after] == [int(str(start)) + 18 for _, start, _ in before]
    check_index(database)


def test_another_speaker_and_other_topics_are_carried_everywhere(database: Database) -> None:
    write(database, article(), harbour_quotes())
    quotes = harbour_quotes()
    quotes[0] = replace(quotes[0], speaker=replace(ZOE, name="Zoë Brandt-Lind"), topics=("harbours",))
    assert write(database, article(), quotes) == "updated"
    assert rows(database, "SELECT name, quotes FROM speakers ORDER BY name") == [
        ("Ministry of Tides", 1),
        ("Zoë Brandt-Lind", 1),
        ("a clerk", 2),
    ]
    assert found(database, "lind") == ["The quay stays open."]
    with database.reading() as connection:
        assert [item.quote.text for item in find_quotes(connection, QuoteQuery(topic="ports"), 10).items] == []
        assert [item.quote.topics for item in find_quotes(connection, QuoteQuery(topic="Harbours"), 10).items] == [
            ("harbours",)
        ]
    check_index(database)


def test_new_metadata_reaches_the_quotes(database: Database) -> None:
    write(database, article(), harbour_quotes())
    later = article(title="Walrus at the wall", published=datetime(2025, 9, 1, tzinfo=UTC))
    assert write(database, later, harbour_quotes()) == "updated"
    assert len(found(database, "walrus")) == 4
    assert found(database, "wrangle") == []
    assert rows(database, "SELECT DISTINCT published FROM quotes") == [("2025-09-01T00:00:00Z",)]
    check_index(database)


def test_where_it_was_read_from_changes_nothing(database: Database) -> None:
    write(database, article(), harbour_quotes())
    assert write(database, article(origin="elsewhere/harbour.txt"), harbour_quotes()) == "unchanged"


def test_named_speakers_are_shared_and_unnamed_ones_are_not(database: Database) -> None:
    write(database, article(), harbour_quotes())
    write(database, article(key="second.txt"), harbour_quotes())
    assert rows(database, "SELECT name, quotes FROM speakers ORDER BY name, pk") == [
        ("Ministry of Tides", 2),
        ("Zoë Brandt", 2),
        ("a clerk", 2),
        ("a clerk", 2),
    ]


def test_an_article_that_loses_its_quotes_leaves_nothing_behind(database: Database) -> None:
    write(database, article(), harbour_quotes())
    assert write(database, article("Nobody speaks any more."), []) == "updated"
    assert rows(database, "SELECT (SELECT count(*) FROM quotes), (SELECT count(*) FROM speakers)") == [(0, 0)]
    assert rows(database, "SELECT count(*) FROM quote_topics") == [(0,)]
    check_index(database)


def test_deleting_an_article_takes_its_quotes_out_of_the_index(database: Database) -> None:
    write(database, article(), harbour_quotes())
    write(database, article(key="second.txt"), harbour_quotes())
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM articles WHERE key = 'harbour.txt'")
    assert found(database, "quay") == ["The quay stays open."]
    assert rows(database, "SELECT name, quotes FROM speakers WHERE quotes > 0 ORDER BY name") == [
        ("Ministry of Tides", 1),
        ("Zoë Brandt", 1),
        ("a clerk", 2),
    ]
    check_index(database)


def test_renaming_a_speaker_is_found_by_the_new_name_only(database: Database) -> None:
    write(database, article(), harbour_quotes())
    with database.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE speakers SET name = 'Zelda Roth', folded = 'zelda roth' WHERE type = 'person'"
        )
    assert found(database, "zelda") == ["The quay stays open."]
    check_index(database)


def test_a_failure_in_the_middle_leaves_the_article_as_it_was(database: Database) -> None:
    write(database, article(), harbour_quotes())
    before = list(dump(database))
    impossible = [replace(harbour_quotes()[0], confidence=7.0), quote(HARBOUR_TEXT, "No comment.", CLERK)]
    with pytest.raises(StoreError, match="CHECK constraint"):
        write(database, article(), impossible)
    assert list(dump(database)) == before


def test_the_statements_of_a_new_article_do_not_grow_with_its_quotes(database: Database) -> None:
    from sqlalchemy import event

    def statements(count: int, key: str) -> list[str]:
        seen: list[str] = []
        text = "\n".join(f"“Word {n}.”" for n in range(count))
        quotes = [quote(text, f"Word {n}.", ZOE, topics=(f"topic {n % 7}",)) for n in range(count)]
        with database.writing():
            pass
        engine = database._engine
        assert engine is not None
        listener = lambda _c, _cur, statement, _p, _ctx, _many: seen.append(statement)  # noqa: E731
        event.listen(engine, "before_cursor_execute", listener)
        write(database, article(text, key=key), quotes)
        event.remove(engine, "before_cursor_execute", listener)
        return seen

    few, many = statements(10, "few.txt"), statements(300, "many.txt")
    assert len(few) == len(many) == 6  # BEGIN, article, speakers, quotes, topics, topics of quotes


def dump(database: Database) -> Iterator[str]:
    raw = sqlite3.connect(f"file:{Path(database.path)}?mode=ro", uri=True)
    try:
        yield from raw.iterdump()
    finally:
        raw.close()
