"""What holds for the names of any text: slices in order, and work in step with the length."""

from __future__ import annotations

import itertools
import sys
from types import FrameType

import pytest

from quotes.extraction.names import find_names

# Invariants


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no capitals here",
        "Mr",
        "Mr. ",
        "A",
        "“",
        "Mr Amos Quill, of the Harbour Office, met Dr. Nora O’Dell Jr. in Lisbon on Monday.\nQuill’s boat sank.",
        "Ünal Öz’s “Ä” – Ærø & Ødegård’s; ÇA: İstanbul'da Ş. Ğ.",
        "北京 大学 Пётр Иванов сказал Иванов",
        "of Of OF Of the Of",
        "Secretary of State of State of the State",
        "J. J. J. J.K. J.",
    ],
)
def test_mentions_are_slices_in_order_without_overlap(text: str) -> None:
    names = find_names(text)
    end = 0
    for mention in names.mentions:
        assert mention.span.start >= end
        assert mention.span.end > mention.span.start
        end = mention.span.end
        assert text[mention.span.start : mention.span.end] == mention.text
        assert mention in names.entities[mention.entity].mentions
    assert sum(len(e.mentions) for e in names.entities) == len(names.mentions)


# Growth


def _count_calls(text: str) -> int:
    """Return how many functions, ours and built in, are called for a text: a measure of work that no clock disturbs."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_names(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "unit",
    [
        "Petra Oland spoke. ",
        "A. ",
        "A.",
        "University of ",
        'Joe "',
        "JOHN SMITH ",
        "van ",
        "President ",
        "A & ",
        "Al-",
        "O'",
        "OLAND: ",
        "A\n",
        "Ternvall Corp (TC) ",
        "Former ",
        "Ã¡",
        "Ã\x83Â¡",
        "A\u0303\x83 a",
        "O' ",
        "O' O",
        "Ã1⁄4",
        "A\xad",
        "A\ufffd",
    ],
)
def test_work_grows_in_step_with_the_text(unit: str) -> None:
    find_names(unit)
    short, long = (_count_calls(unit * (size // len(unit))) for size in (6_000, 24_000))
    assert long <= 4.4 * short + 200


def test_work_grows_in_step_with_the_number_of_namesakes() -> None:
    def crowd(size: int) -> str:
        letters = "bdfgklmnprst"
        names = (f"{a}a{b}e{c}o" for a in letters for b in letters for c in letters)
        return " ".join(f"{name.capitalize()} Oland spoke. Oland left." for name in itertools.islice(names, size))

    find_names(crowd(2))
    short, long = (_count_calls(crowd(size)) for size in (200, 800))
    assert long <= 4.8 * short


def test_work_grows_in_step_with_the_number_of_slips() -> None:
    def crowd(size: int) -> str:
        letters = "bdfgklmnprst"
        words = (f"{a}a{b}e{c}o{d}ip" for a in letters for b in letters for c in letters for d in letters)
        return " ".join(
            f"Petra {w.capitalize()} spoke. Mr {w.capitalize()}p left. Mr {w[:4].capitalize()} said so."
            for w in itertools.islice(words, size)
        )

    find_names(crowd(2))
    short, long = (_count_calls(crowd(size)) for size in (150, 600))
    assert long <= 4.8 * short
