"""Finding what is stored: the one door for the REST API, the pages and the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from quotes.errors import InvalidQuery
from quotes.settings import Settings
from quotes.store import searching, speakers
from quotes.store.database import open_database
from quotes.store.query import Page, QuoteQuery, StoredQuote, StoredSpeaker
from quotes.types import Article

__all__ = ["Lookup", "Page", "QuoteQuery", "StoredQuote", "StoredSpeaker", "parse_moment"]


class Lookup:
    """Reads one database. Safe to share between threads; close it when done."""

    def __init__(
        self, settings: Settings, *, create: bool = False, notify: Callable[[str], None] | None = None
    ) -> None:
        """Open `settings.database`, bringing an older one up to date; `create` makes a missing one.

        `notify` is told in one line when a database is made or brought up to date. Raises StoreError: the database is
        missing or none of ours, StoreTooNew, StoreReadOnly (it is too old and cannot be written; a read-only one that
        is up to date can be read).
        """
        self._settings = settings
        self._database = open_database(settings.database, create=create, notify=notify)

    def quotes(self, query: QuoteQuery) -> Page[StoredQuote]:
        """Return one page of quotes: best match first if `query.words` is given, else newest article first.

        Raises InvalidQuery, naming the field, for a bad cursor, limit or too many words.
        """
        limit = self._limit(query.limit)
        with self._database.reading() as connection:
            return searching.find_quotes(connection, query, limit)

    def quote(self, id: str, *, with_text: bool = False) -> StoredQuote:
        """Return the quote with this id, if asked with the article's whole text. Raises NotFound."""
        with self._database.reading() as connection:
            return searching.get_quote(connection, id, with_text=with_text)

    def article(self, id: str) -> Article:
        """Return the article with this id, text included. Raises NotFound."""
        with self._database.reading() as connection:
            return searching.get_article(connection, id)

    def speakers(
        self, words: str | None = None, limit: int | None = None, cursor: str | None = None
    ) -> Page[StoredSpeaker]:
        """Return one page of speakers, most quoted first.

        All `words` must occur in the name, the last one may be begun. Raises InvalidQuery, naming the field, for a
        bad cursor, limit or too many words.
        """
        size = self._limit(limit)
        with self._database.reading() as connection:
            return speakers.find_speakers(connection, words, size, cursor)

    def speaker(self, id: str) -> StoredSpeaker:
        """Return the speaker with this id. Raises NotFound."""
        with self._database.reading() as connection:
            return speakers.get_speaker(connection, id)

    def similar_names(self, name: str, limit: int = 5) -> list[str]:
        """Return names of stored speakers that are written much like `name`, most alike first: did you mean …?"""
        with self._database.reading() as connection:
            return speakers.similar_names(connection, name, limit)

    def check(self) -> None:
        """Raise StoreError if the database does not answer: for a health check."""
        with self._database.reading() as connection:
            searching.any_quote(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def _limit(self, limit: int | None) -> int:
        most = self._settings.max_page_size
        if limit is None:
            return min(self._settings.page_size, most)
        if not 1 <= limit <= most:
            raise InvalidQuery("limit", f"{limit} is not between 1 and {most}")
        return limit


def parse_moment(value: str, *, last: bool = False) -> datetime:
    """Return the UTC moment that an ISO 8601 date or time means; of a bare date the first, or the `last`, second.

    `2025-08-28`, `2025-08-28T09:30`, `2025-08-28T09:30:00+02:00`; without an offset UTC is meant. Raises ValueError.
    """
    given = value.strip()
    try:
        moment = datetime.fromisoformat(given)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"{value[:40]!r} is no date: write it like 2025-08-28 or 2025-08-28T09:30:00Z") from None
    bare = not any(sign in given for sign in ":T ")
    return moment.replace(hour=23, minute=59, second=59) if last and bare else moment
