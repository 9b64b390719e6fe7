"""Who said what in our own sample articles, as a careful reader would note it, against what the extractor says.

`samples_gold.jsonl` has one object an article: its `id` (see `Article.key`) and its `quotes` in text order, each with
`text`, `speaker`, `type`, `role`, `organization`, and `addressee` where the text names a person or a body addressed.
A list stands for forms that a reader may choose between.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import quotes
from quotes.readers import read_path
from quotes.settings import Settings
from quotes.types import Article, Quote

ROOT = Path(__file__).parents[1]


def load_samples() -> dict[str, Article]:
    values = list(read_path(ROOT / "samples", Settings()))
    return {value.key: value for value in values if isinstance(value, Article)}


def load_gold() -> dict[str, list[dict[str, Any]]]:
    lines = (ROOT / "tests" / "samples_gold.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record["quotes"] for record in map(json.loads, lines)}


SAMPLES = load_samples()
GOLD = load_gold()


def as_record(quote: Quote) -> dict[str, Any]:
    return {
        "text": quote.text,
        "speaker": quote.speaker.name if quote.speaker else None,
        "type": quote.speaker.type if quote.speaker else None,
        "role": quote.affiliation.role,
        "organization": quote.affiliation.organization,
        "addressee": quote.addressee,
    }


def chosen(expected: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """Return what was expected, in the one of its forms that was found; `addressee` only counts where it is given."""
    forms = {key: value if isinstance(value, list) else [value] for key, value in expected.items()}
    forms.setdefault("addressee", [found["addressee"]])
    return {key: found[key] if found[key] in allowed else allowed[0] for key, allowed in forms.items()}


def test_samples_can_all_be_read() -> None:
    values = list(read_path(ROOT / "samples", Settings()))
    assert [value for value in values if not isinstance(value, Article)] == []
    assert len(values) >= 8
    assert len({value.id for value in SAMPLES.values()}) == len(values)


def test_gold_is_of_the_samples() -> None:
    assert GOLD.keys() == SAMPLES.keys()
    for key, expected in GOLD.items():
        for record in expected:
            assert record["text"] in SAMPLES[key].text


@pytest.mark.parametrize("key", GOLD)
def test_who_said_what(key: str) -> None:
    compare(key, ("text", "speaker", "type", "addressee"))


@pytest.mark.parametrize("key", GOLD)
def test_in_what_capacity(key: str) -> None:
    compare(key, ("text", "role", "organization"))


def compare(key: str, names: tuple[str, ...]) -> None:
    """Hold the quotes that the extractor finds in one sample to what a careful reader notes, in these fields."""
    found = [as_record(quote) for quote in quotes.extract(SAMPLES[key].text)]
    assert [record["text"] for record in found] == [record["text"] for record in GOLD[key]]
    for expected, record in zip(GOLD[key], found, strict=True):
        allowed = chosen(expected, record)
        assert {name: record[name] for name in names} == {name: allowed[name] for name in names}
