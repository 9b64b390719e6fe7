"""What the tests of extraction share: one extractor, for loading its model takes a second."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.extraction.pipeline import Extractor, default_extractor

Said = Callable[[str], list[tuple[str, str | None]]]
"""Text ▶ (words of the quote, name of its speaker), in text order."""


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return default_extractor()


@pytest.fixture(scope="session")
def said(extractor: Extractor) -> Said:
    def read(text: str) -> list[tuple[str, str | None]]:
        quotes = extractor.extract(text)
        end = 0
        for quote in quotes:
            assert text[quote.start : quote.end] == quote.text
            assert quote.start >= end
            end = quote.end
        return [(quote.text, quote.speaker.name if quote.speaker is not None else None) for quote in quotes]

    return read
