"""What can be asked of the store, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

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
    """The words of the passage (`quote.context` of the article's text)."""
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
    """The roles that the newest articles state, most frequent first; at most ten."""
    organizations: tuple[str, ...] = ()
    """The organisations that the newest articles state, most frequent first; at most ten."""
