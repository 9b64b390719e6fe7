"""What becomes of plain text: encodings, newlines, titles."""

from __future__ import annotations

import io

import pytest

from quotes.readers import read_stream
from quotes.readers.plain_text import find_title
from quotes.settings import Settings
from quotes.types import Article

SENTENCE = "The café in Győr is “open”, señor. "
WESTERN = "The café – “open”, said Zoë.\n"


def read(content: bytes) -> str:
    (value,) = read_stream(io.BytesIO(content), "-", Settings())
    assert isinstance(value, Article), value
    return value.text


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(SENTENCE.encode(), id="UTF-8"),
        pytest.param(SENTENCE.encode("utf-8-sig"), id="UTF-8 with a mark"),
        pytest.param(SENTENCE.encode("utf-16"), id="UTF-16"),
        pytest.param(b"\xfe\xff" + SENTENCE.encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(SENTENCE.encode("utf-32"), id="UTF-32"),
    ],
)
def test_encoding_is_told(content: bytes) -> None:
    assert read(content) == SENTENCE


def test_windows_1252_is_told_by_its_marks_and_accents() -> None:
    assert read(WESTERN.encode("cp1252")) == WESTERN


def test_newlines_are_one_kind_and_nothing_else_changes() -> None:
    assert read(b"  A  line \r\nanother\rand a third\n\n\xc2\xa0 ") == "  A  line \nanother\nand a third\n\n\xa0 "


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Harbour reopens\n\nARVEN – It did.", "Harbour reopens", id="headline"),
        pytest.param("\n\nHarbour reopens\n\nIt did.", "Harbour reopens", id="headline below empty lines"),
        pytest.param("The harbour reopened on Friday.\n\nIt did.", None, id="sentence"),
        pytest.param("The harbour reopened\non Friday.\n", None, id="line of a paragraph"),
        pytest.param("Harbour reopens", None, id="all there is"),
        pytest.param("x" * 201 + "\n\nIt did.", None, id="too long"),
    ],
)
def test_title_is_a_first_line_that_stands_alone(text: str, title: str | None) -> None:
    assert find_title(text) == title
