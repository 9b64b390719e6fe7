from __future__ import annotations

import pytest

from quotes.listing import list_quotes
from quotes.service.lookup import StoredQuote
from quotes.table import Column, display_width, printable, render_table
from tests.store.invented import HARBOUR_TEXT, article, harbour_quotes

COLUMNS = (Column("Who", 6, 20), Column("What", 10, 60), Column("Times", 5, 9, right=True))


def test_a_table_is_as_wide_as_it_needs() -> None:
    assert list(render_table(COLUMNS, [["Ann", "said so", "3"], ["Bo", "did not", "12"]], 80)) == [
        "Who  What     Times",
        "───  ───────  ─────",
        "Ann  said so      3",
        "Bo   did not     12",
    ]


@pytest.mark.parametrize("width", [80, 100, 120])
def test_long_cells_wrap_within_the_width_and_lose_nothing(width: int) -> None:
    words = "the wall must be mended before the winter storms come in from the west " * 5
    lines = list(render_table(COLUMNS, [["Ines Okafor of Ostholm", words, "1"], ["Bo", "no", "2"]], width))
    assert max(display_width(line) for line in lines) <= width
    assert " ".join(lines).split().count("winter") == 5
    assert "" in lines


def test_wide_and_unbroken_signs_wrap_too() -> None:
    lines = list(render_table(COLUMNS, [["習近平", "習" * 100, "1"], ["x" * 50, "e\u0301" * 90, "2"]], 80))
    assert max(display_width(line) for line in lines) <= 80
    assert sum(line.count("習") for line in lines) == 101


def test_signs_that_steer_a_terminal_are_left_out() -> None:
    hostile = "a\x1b]0;owned\x07b\x9b31mc\u202ed\u2028e\r\nf\tg\x00h"
    assert printable(hostile) == "a ]0;owned b 31mc d e f g h"
    assert "\x1b" not in "".join(render_table(COLUMNS, [[hostile, hostile, "1"]], 80))


def test_a_quote_stands_with_its_speaker_and_capacity() -> None:
    stored = [StoredQuote(str(n), quote, article(), HARBOUR_TEXT, "id") for n, quote in enumerate(harbour_quotes())]
    lines = list(list_quotes(stored, 100))
    assert lines[0].split() == ["Who", "Capacity", "What", "Where"]
    assert lines[2].startswith("Zoë Brandt")
    assert "Mayor, Harbour Council" in lines[2] and "“The quay stays open.”" in lines[2]
    assert max(display_width(line) for line in lines) <= 100
