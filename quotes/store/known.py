"""What the store holds of an article already, so that nothing is extracted or written twice."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.store.conditions import bind_list
from quotes.store.rows import Row

# What makes a stored article differ from the one at hand. Where it was read from does not: a folder may move.
METADATA = ("key", "title", "url", "outlet", "published", "language")


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of an article before it is read again."""

    pk: int
    text_sha256: str
    extractor: str
    metadata: tuple[str | None, ...]
    """The columns of `METADATA`."""

    def same_quotes(self, row: Row) -> bool:
        """Tell whether extraction would find again what is stored: the same text, the same extractor."""
        return (self.text_sha256, self.extractor) == (row["text_sha256"], row["extractor"])

    def same_metadata(self, row: Row) -> bool:
        """Tell whether everything besides the text is the same."""
        return self.metadata == tuple(row[name] for name in METADATA)


_KNOWN = "SELECT id, pk, text_sha256, extractor, key, title, url, outlet, published, language FROM articles WHERE id IN"


def known_articles(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Known]:
    """Return what is known of the articles with these ids, by id; at most a few hundred ids at once."""
    if not ids:
        return {}
    listed, values = bind_list("id", ids)
    rows = connection.execute(" ".join([_KNOWN, listed]), values)
    return {
        row["id"]: Known(row["pk"], row["text_sha256"], row["extractor"], tuple(row[name] for name in METADATA))
        for row in rows
    }
