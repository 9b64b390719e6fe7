"""Finds every direct quotation in news articles and says who spoke, and in what capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"
__all__ = ["extract"]

if TYPE_CHECKING:
    from quotes.types import Quote


def extract(text: str) -> list[Quote]:
    """Return the quotations of one English news article, in text order.

    Offsets are characters of `text`. Pure: no database, no file is written; the spaCy model is
    loaded on the first call and kept. Raises ModelError if it is not installed.
    """
    from quotes.extraction.pipeline import default_extractor

    return default_extractor().extract(text)
