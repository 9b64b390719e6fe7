"""What `read_path` and `read_stream` promise of files, folders and streams of any kind."""

from __future__ import annotations

import gzip
import io
import json
import logging
import os
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.errors import InputError
from quotes.identity import article_id
from quotes.readers import read_path, read_stream
from quotes.settings import Settings
from quotes.types import Article

SETTINGS = Settings()
BODY = "The mayor of Arven spoke on Friday. “The harbour is open,” she said.\n"
PAGE = f"<!doctype html><html lang='en'><title>Harbour</title><body><article><p>{BODY}</p></article></body></html>"


def only_error(path: Path, settings: Settings = SETTINGS) -> InputError:
    (value,) = read_path(path, settings)
    assert isinstance(value, InputError)
    return value


def only_article(path: Path, settings: Settings = SETTINGS) -> Article:
    (value,) = read_path(path, settings)
    assert isinstance(value, Article), value
    return value


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        pytest.param("a.txt", b"", "empty", id="empty"),
        pytest.param("a.txt", b" \n\t\n", "empty", id="blank"),
        pytest.param("a.txt", b"some\x00bytes\x00", "binary", id="NUL bytes"),
        pytest.param("a.txt", b"%PDF-1.7\nsome text", "PDF", id="PDF"),
        pytest.param("a.txt", b"\x89PNG\r\n\x1a\n1234", "picture", id="PNG named text"),
        pytest.param("a.txt", b"PK\x03\x04docx", "office document", id="office document"),
        pytest.param("a.txt", "Мэр сказал".encode("cp1251"), "UTF-8", id="Cyrillic that declares nothing"),
        pytest.param("a.txt", b"\xff\xfea", "utf-16-le", id="half a UTF-16 character"),
        pytest.param("a.jsonl", b"", "empty", id="empty JSON lines"),
        pytest.param("a.jsonl", b"\n\n", "empty", id="blank JSON lines"),
        pytest.param("a.json", b"[]", "empty", id="empty list"),
        pytest.param("a.json", b'{"id": 1,', "line 1, column 10", id="broken JSON"),
        pytest.param("a.json", b"[" * 100_000, "nested too deeply", id="deep JSON"),
        pytest.param("a.json", b'"text"', "not an object", id="JSON that is no article"),
        pytest.param("a.html", b"<html><body></body></html>", "no article", id="page without an article"),
        pytest.param("a.html", b"", "empty", id="empty page"),
        pytest.param("a.txt.gz", b"\x1f\x8b\x08\x00broken", "damaged", id="damaged gzip"),
        pytest.param("a.txt.gz", gzip.compress(BODY.encode() * 99)[:-20], "damaged", id="gzip cut short"),
    ],
)
def test_unreadable_file_is_one_error_that_names_file_and_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    error = only_error(path)
    assert str(path) in str(error)
    assert reason in error.reason
    assert "\n" not in str(error)


def test_missing_path_is_an_error(tmp_path: Path) -> None:
    assert "no such file" in only_error(tmp_path / "missing.txt").reason


def test_folder_without_readable_files_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert ".jsonl" in only_error(tmp_path).reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY)
    path.chmod(0)
    assert "permissions" in only_error(path).reason


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.html", "a.txt.gz"])
def test_file_larger_than_the_limit_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    content = b"x" * 2000
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    assert "QUOTES_MAX_FILE_BYTES" in only_error(path, replace(SETTINGS, max_file_bytes=1999)).reason


def test_text_longer_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("é" * 11)
    assert "QUOTES_MAX_TEXT_CHARS" in only_error(path, replace(SETTINGS, max_text_chars=10)).reason
    assert len(only_article(path, replace(SETTINGS, max_text_chars=11)).text) == 11


def test_folder_is_walked_in_order_and_past_what_is_no_article(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "b/y.txt", "a.txt", ".secret.txt", ".hidden/x.txt", "b/photo.jpg", "README.md"):
        (tmp_path / name).write_text(BODY)
    (tmp_path / "broken.txt").write_bytes(b"\x00")
    with caplog.at_level(logging.WARNING):
        values = list(read_path(tmp_path, SETTINGS))
    assert [v.key if isinstance(v, Article) else v.origin for v in values] == [
        "a.txt",
        str(tmp_path / "broken.txt"),
        "z.txt",
        "b/y.txt",
    ]
    assert "(.jpg: 1, .md: 1)" in caplog.text


def test_id_is_of_the_path_in_the_folder_wherever_the_folder_is(tmp_path: Path) -> None:
    for place in ("one", "two"):
        (tmp_path / place / "2025").mkdir(parents=True)
        (tmp_path / place / "2025" / "a.txt").write_text(BODY + place)
    first, second = (only_article(tmp_path / place) for place in ("one", "two"))
    assert first.id == second.id == article_id("2025/a.txt")
    assert first.text != second.text


def test_url_makes_the_id_and_the_given_id_stays_reachable(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "cms-7", "text": BODY, "url": "https://news.example/harbour"}) + "\n")
    article = only_article(path)
    assert (article.key, article.id) == ("cms-7", article_id("https://news.example/harbour"))


@pytest.mark.parametrize("name", ["article", "article.md", "article.txt", "ARTICLE.TXT"])
def test_named_file_is_read_whatever_its_ending(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(BODY)
    assert only_article(path).text == BODY


def test_file_that_is_a_pipe_is_read() -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, BODY.encode())
    os.close(write_end)
    try:
        assert only_article(Path(f"/dev/fd/{read_end}")).text == BODY
    finally:
        os.close(read_end)


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        pytest.param(b'{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}\n', ["a", "b"], id="JSON lines"),
        pytest.param(b'{"id": 1, "text": "a"}', ["a"], id="one line, no newline"),
        pytest.param(b'\xef\xbb\xbf{"id": 1, "text": "a"}\n', ["a"], id="JSON lines, byte-order mark"),
        pytest.param(b'{\n "id": 1,\n "text": "a"\n}\n', ["a"], id="JSON over lines"),
        pytest.param(b'[{"text": "a"}, {"text": "b"}]', ["a", "b"], id="JSON list"),
        pytest.param(b"[1] A footnote.\n", ["[1] A footnote.\n"], id="text that begins with a bracket"),
        pytest.param(b"{sic} he said\n", ["{sic} he said\n"], id="text that begins with a brace"),
        pytest.param(b"<3 is a heart\n", ["<3 is a heart\n"], id="text that begins with a less-than sign"),
        pytest.param(gzip.compress(BODY.encode()), [BODY], id="gzip"),
        pytest.param(PAGE.encode(), [BODY.strip()], id="web page"),
    ],
)
def test_stream_is_told_by_its_first_bytes(content: bytes, texts: list[str]) -> None:
    values = list(read_stream(io.BytesIO(content), "-", SETTINGS))
    assert [value.text for value in values if isinstance(value, Article)] == texts
    assert len(values) == len(texts)


def test_stream_of_json_lines_is_answered_as_it_comes() -> None:
    read_end, write_end = os.pipe()
    with open(read_end, "rb") as stream, open(write_end, "wb", buffering=0) as writer:  # noqa: PTH123
        values = read_stream(stream, "-", SETTINGS)
        for number in range(3):
            writer.write(json.dumps({"id": str(number), "text": BODY}).encode() + b"\n")
            value = next(values)  # would wait for ever if the reader wanted more than there is
            assert isinstance(value, Article)
            assert value.key == str(number)
        writer.close()
        assert list(values) == []


def test_broken_first_line_does_not_hide_the_others() -> None:
    first, second = read_stream(io.BytesIO(b'oops\n{"id": "b", "text": "b"}\n'), "-", SETTINGS)
    assert isinstance(first, InputError)
    assert first.origin == "-:1"
    assert isinstance(second, Article)


def test_empty_stream_is_an_error() -> None:
    (error,) = read_stream(io.BytesIO(b""), "standard input", SETTINGS)
    assert str(error) == "standard input: the file is empty"
