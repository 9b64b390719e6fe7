"""The lists of words: each is written down once."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest

from quotes.extraction.lexicon import data_lines, sections, verb_forms

FILES = sorted(
    file.name for file in resources.files("quotes.extraction").joinpath("data").iterdir() if file.name.endswith(".txt")
)


def twice(words: list[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


@pytest.mark.parametrize("name", FILES)
def test_no_list_holds_a_line_or_a_section_twice(name: str) -> None:
    """Two sections of one name become one list, and whoever looks for either finds half of it."""
    lines = data_lines(name)
    assert twice([line for line in lines if line.startswith("[")]) == []
    if not any(line.startswith("[") for line in lines):
        assert twice(lines) == []


@pytest.mark.parametrize("name", FILES)
def test_no_section_holds_a_word_twice(name: str) -> None:
    for section, words in sections(name).items():
        if section:
            assert twice(list(words)) == [], section


def test_a_verb_has_its_forms() -> None:
    assert verb_forms("say/said/said") == {"say", "says", "said", "saying"}
    assert verb_forms("argue") == {"argue", "argues", "argued", "arguing"}
