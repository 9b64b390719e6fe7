"""Quotes and speakers as tables for people: who said what, in what capacity, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.service.lookup import StoredQuote, StoredSpeaker
from quotes.table import Column, render_table

QUOTE_CHARACTERS = 400
"""A longer quote is cut in the table; `--json` gives it whole."""


def list_quotes(quotes: Sequence[StoredQuote], width: int) -> Iterator[str]:
    """Yield the lines of a table of quotes."""
    columns = (Column("Who", 12, 22), Column("Capacity", 12, 26), Column("What", 30, 80), Column("Where", 12, 20))
    return render_table(columns, [_quote_cells(stored) for stored in quotes], width)


def list_speakers(speakers: Sequence[StoredSpeaker], width: int) -> Iterator[str]:
    """Yield the lines of a table of speakers."""
    columns = (
        Column("Quotes", 6, 9, right=True),
        Column("Speaker", 16, 36),
        Column("Type", 6, 12),
        Column("Roles", 14, 40),
        Column("Organisations", 14, 40),
    )
    rows = [
        [str(each.quotes), each.name, each.type, "; ".join(each.roles[:3]), "; ".join(each.organizations[:3])]
        for each in speakers
    ]
    return render_table(columns, rows, width)


def _quote_cells(stored: StoredQuote) -> list[str]:
    quote, article = stored.quote, stored.article
    capacity = ", ".join(part for part in (quote.affiliation.role, quote.affiliation.organization) if part)
    words = quote.text if len(quote.text) <= QUOTE_CHARACTERS else quote.text[: QUOTE_CHARACTERS - 1].rstrip() + "…"
    day = article.published.date().isoformat() if article.published else ""
    where = ", ".join(part for part in (article.outlet or article.title or article.key, day) if part)
    return [quote.speaker.name if quote.speaker else "—", capacity, f"“{words}”", where]
