"""What becomes of JSON and JSON lines: the text exactly, the other keys as far as they can be used."""

from __future__ import annotations

import io
import json
import logging
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from quotes.errors import InputError
from quotes.readers import read_path, read_stream
from quotes.settings import Settings
from quotes.types import Article

SETTINGS = Settings()


def read_lines(*lines: str | bytes, settings: Settings = SETTINGS) -> list[Article | InputError]:
    raw = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    return list(read_stream(io.BytesIO(raw), "in", settings))


def read_one(**record: Any) -> Article:
    (value,) = read_lines(json.dumps(record))
    assert isinstance(value, Article), value
    return value


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("  “Yes,” \r\n she said.\t\n ", id="spaces and newlines"),
        pytest.param("e\u0301 is not é", id="not normalised"),
        pytest.param("\ufeff😀 “x”", id="mark and emoji"),
        pytest.param("<b>&amp;</b>", id="markup"),
        pytest.param("a\x1bb", id="control character"),
    ],
)
def test_text_is_kept_exactly(text: str) -> None:
    assert read_one(id="a", text=text).text == text


@pytest.mark.parametrize("given", ["a", " a b ", "2025/01#3", "ü", 7, 10**30])
def test_given_id_is_kept_verbatim(given: str | int) -> None:
    assert read_one(id=given, text="x").key == str(given)


def test_record_without_an_id_is_called_by_its_line() -> None:
    values = read_lines('{"text": "a"}', "", '{"text": "b"}')
    assert [value.key for value in values if isinstance(value, Article)] == ["in#1", "in#3"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param("oops", "not JSON", id="no JSON"),
        pytest.param('{"id": "a", "text": "b"', "not JSON", id="cut short"),
        pytest.param("[1]", "a list, not an object", id="list"),
        pytest.param("null", "null, not an object", id="null"),
        pytest.param('{"id": "a"}', 'no "text"', id="no text"),
        pytest.param('{"id": "a", "text": 3}', "a number, not a string", id="text is a number"),
        pytest.param('{"id": "a", "text": null}', "null, not a string", id="text is null"),
        pytest.param('{"id": "a", "text": " \\n"}', "empty", id="blank text"),
        pytest.param('{"id": "a", "text": "\\u0000"}', "NUL", id="NUL"),
        pytest.param('{"id": "a", "text": "\\ud800 x"}', "surrogate", id="half a character"),
        pytest.param('{"id": "a\\nb", "text": "x"}', "printed", id="id of two lines"),
        pytest.param('{"id": "", "text": "x"}', "0 characters", id="empty id"),
        pytest.param('{"id": true, "text": "x"}', "a boolean", id="id is a boolean"),
        pytest.param('{"id": {}, "text": "x"}', "an object", id="id is an object"),
        pytest.param('{"id": 1' + "0" * 5000 + ', "text": "x"}', "not JSON", id="endless number"),
        pytest.param('{"a":' * 50_000, "nested too deeply", id="endless nesting"),
        pytest.param(b'{"text": "caf\xe9"}', "UTF-8", id="Latin-1"),
        pytest.param(b"\xff\xfe{\x00", "UTF-8", id="UTF-16"),
    ],
)
def test_bad_line_is_refused_by_its_number_and_the_rest_goes_on(line: str | bytes, reason: str) -> None:
    first, bad, last = read_lines('{"id": "1", "text": "a"}', line, '{"id": "3", "text": "c"}')
    assert isinstance(bad, InputError)
    assert bad.origin == "in:2"
    assert reason in bad.reason
    assert [v.key for v in (first, last) if isinstance(v, Article)] == ["1", "3"]


def test_endless_line_is_refused_unread_and_the_rest_goes_on() -> None:
    settings = replace(SETTINGS, max_file_bytes=1000)
    long = json.dumps({"id": "2", "text": "x" * 3_000_000})
    first, bad, last = read_lines('{"id": "1", "text": "a"}', long, '{"id": "3", "text": "c"}', settings=settings)
    assert isinstance(bad, InputError)
    assert "QUOTES_MAX_FILE_BYTES" in bad.reason
    assert [v.key for v in (first, last) if isinstance(v, Article)] == ["1", "3"]


def test_file_larger_than_the_limit_is_streamed_when_its_lines_are_not() -> None:
    lines = [json.dumps({"id": str(n), "text": "x" * 500}) for n in range(10)]
    values = read_lines(*lines, settings=replace(SETTINGS, max_file_bytes=1000))
    assert [value.key for value in values if isinstance(value, Article)] == [str(n) for n in range(10)]


def test_known_keys_are_used() -> None:
    article = read_one(
        text="x",
        headline=" Harbour\nreopens ",
        url="https://news.example/a",
        publication="Arven Courier",
        date="2025-05-03T10:00:00+03:00",
        language="en-GB",
        colour="blue",
    )
    assert article.title == "Harbour reopens"
    assert article.url == "https://news.example/a"
    assert article.outlet == "Arven Courier"
    assert article.published == datetime(2025, 5, 3, 7, tzinfo=UTC)
    assert article.language == "en-GB"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2025-05-03", datetime(2025, 5, 3, tzinfo=UTC)),
        ("2025-05-03T10:00:00Z", datetime(2025, 5, 3, 10, tzinfo=UTC)),
        ("2025-05-03 10:00", datetime(2025, 5, 3, 10, tzinfo=UTC)),
        ("Sat, 03 May 2025 10:00:00 +0200", datetime(2025, 5, 3, 8, tzinfo=UTC)),
    ],
)
def test_date_becomes_utc(given: str, expected: datetime) -> None:
    assert read_one(text="x", published=given).published == expected


@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("date", "last Tuesday", id="date in words"),
        pytest.param("date", "0001-01-01T00:00:00+14:00", id="date before the first"),
        pytest.param("date", 1746230400, id="date as a number"),
        pytest.param("url", "javascript:alert(1)", id="address that runs"),
        pytest.param("url", "http://[::1", id="address that breaks off"),
        pytest.param("title", ["a"], id="title as a list"),
    ],
)
def test_unusable_value_is_left_out_with_a_warning(caplog: pytest.LogCaptureFixture, key: str, value: object) -> None:
    with caplog.at_level(logging.WARNING):
        article = read_one(text="x", **{key: value})
    assert (article.published, article.url, article.title) == (None, None, None)
    assert "in:1" in caplog.text


def test_json_file_may_hold_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text('{"id": "a", "text": "a"}\n{"id": "b", "text": "b"}\n')
    assert [v.key for v in read_path(path, SETTINGS) if isinstance(v, Article)] == ["a", "b"]


def test_bad_item_of_a_list_is_refused_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "list.json"
    path.write_text('[{"id": "a", "text": "a"}, {"id": "b"}, {"text": "c"}]')
    first, bad, last = read_path(path, SETTINGS)
    assert isinstance(bad, InputError)
    assert bad.origin == f"{path}: item 2"
    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert last.key == "list.json#3"
