"""Finding what is stored: the one door for the REST API, the pages and the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from quotes.settings import Settings
from quotes.types import Article, Quote, SpeakerType

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class QuoteQuery:
    """What to look for. None (or blank) asks for nothing; what is given must all hold."""

    words: str | None = None
    """Plain text, not a query language: all words must occur in the quote, its speaker's name, role or organisation,
    its context or the article's title; words in quotation marks must follow each other. Best match first."""
    speaker: str | None = None
    """A speaker's id, full name or surname; case and accents do not matter."""
    topic: str | None = None
    organization: str | None = None
    """The organisation that the speaker belongs to, or that speaks; all words must occur."""
    outlet: str | None = None
    since: datetime | None = None
    """Published at this moment or later (UTC). Articles without a date are left out."""
    until: datetime | None = None
    """Published at this moment or earlier (UTC). Articles without a date are left out."""
    limit: int | None = None
    """Records on the page, 1 to `Settings.max_page_size`; None: `Settings.page_size`."""
    cursor: str | None = None
    """`Page.next` of the page before, with the same other fields."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of results."""

    items: tuple[T, ...]
    next: str | None = None
    """Opaque cursor of the next page; None when this is the last."""


@dataclass(frozen=True, slots=True)
class StoredQuote:
    """A quote as the store holds it, with where it stands."""

    id: str
    quote: Quote
    article: Article
    """`text` is empty unless it was asked for (`Lookup.quote(id, with_text=True)`)."""
    context_text: str
    """The sentence or sentences around the quote (`quote.context` of the article's text)."""
    speaker_id: str | None
    """None when `quote.speaker` is None."""


@dataclass(frozen=True, slots=True)
class StoredSpeaker:
    """A speaker, over all articles that quote them."""

    id: str
    name: str
    type: SpeakerType
    quotes: int
    """How many quotes are stored."""
    roles: tuple[str, ...] = ()
    """Every role the articles state, most frequent first; at most ten."""
    organizations: tuple[str, ...] = ()
    """Every organisation the articles state, most frequent first; at most ten."""


class Lookup:
    """Reads one database. Safe to share between threads; close it when done."""

    def __init__(self, settings: Settings, *, create: bool = False) -> None:
        """Open `settings.database`, bringing an older one up to date; `create` makes a missing one.

        Raises StoreError: the database is missing or none of ours, StoreTooNew, StoreReadOnly (it is too old and
        cannot be written; a read-only one that is up to date can be read).
        """
        raise NotImplementedError

    def quotes(self, query: QuoteQuery) -> Page[StoredQuote]:
        """Return one page of quotes: best match first if `query.words` is given, else newest article first.

        Raises InvalidQuery, naming the field, for a bad cursor, limit or too many words.
        """
        raise NotImplementedError

    def quote(self, id: str, *, with_text: bool = False) -> StoredQuote:
        """Return the quote with this id, if asked with the article's whole text. Raises NotFound."""
        raise NotImplementedError

    def article(self, id: str) -> Article:
        """Return the article with this id, text included. Raises NotFound."""
        raise NotImplementedError

    def speakers(
        self, words: str | None = None, limit: int | None = None, cursor: str | None = None
    ) -> Page[StoredSpeaker]:
        """Return one page of speakers, most quoted first; `words` must all occur in the name, the last one may be begun.

        Raises InvalidQuery, naming the field, for a bad cursor, limit or too many words.
        """
        raise NotImplementedError

    def speaker(self, id: str) -> StoredSpeaker:
        """Return the speaker with this id. Raises NotFound."""
        raise NotImplementedError

    def similar_names(self, name: str, limit: int = 5) -> list[str]:
        """Return names of stored speakers that are written much like `name`, most alike first: did you mean …?"""
        raise NotImplementedError

    def check(self) -> None:
        """Raise StoreError if the database does not answer: for a health check."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of the database."""
        raise NotImplementedError


def parse_moment(value: str, *, last: bool = False) -> datetime:
    """Return the UTC moment that an ISO 8601 date or time means; of a bare date the first, or the `last`, second.

    `2025-08-28`, `2025-08-28T09:30`, `2025-08-28T09:30:00+02:00`; without an offset UTC is meant. Raises ValueError.
    """
    raise NotImplementedError
