"""What the tests of extraction share: one extractor, for loading its model takes a second."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quotes.extraction.coreference import references_for
from quotes.extraction.pipeline import Extractor, default_extractor
from quotes.extraction.tracks import Tracks

Said = Callable[[str], list[tuple[str, str | None]]]
"""Text ▶ (words of the quote, name of its speaker), in text order."""
Offered = Callable[[str, str], dict[str, list[str]]]
"""Text, words of a description or pronoun in it ▶ the features of each who may be meant, by name."""


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


@pytest.fixture(scope="session")
def offered(extractor: Extractor) -> Offered:
    def read(text: str, words: str) -> dict[str, list[str]]:
        (scene,) = extractor.scenes([text])
        mention = next(m for here in scene.sources.values() for m in here.mentions if m.text == words)
        found = references_for(Tracks(scene), mention, None, None, 0)
        return {reference.referent.name: reference.features for reference in found}

    return read
