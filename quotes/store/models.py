"""The tables as typed SQLAlchemy models. Alembic, in `migrations/`, is what makes them; a test holds the two together.

Times are kept as ISO 8601 text in UTC (`2025-08-28T09:30:00Z`), which sorts as it should; an article without a
date has the empty text, so that no index has to deal with NULL.
"""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of all models."""


class Article(Base):
    """One article. `text` stands last so that reading the other columns never walks through it."""

    __tablename__ = "articles"
    __table_args__ = (Index("articles_outlet", "outlet_folded"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    """`quotes.identity.article_id`."""
    key: Mapped[str]
    title: Mapped[str | None]
    url: Mapped[str | None]
    outlet: Mapped[str | None]
    outlet_folded: Mapped[str]
    """`quotes.identity.fold` of `outlet`; empty for none."""
    published: Mapped[str]
    language: Mapped[str | None]
    origin: Mapped[str | None]
    text_sha256: Mapped[str]
    """Hexadecimal SHA-256 of `text` in UTF-8: whether a quote's offsets still fit can be told for ever."""
    extractor: Mapped[str]
    """Version of the extractor that made the quotes."""
    added: Mapped[str]
    changed: Mapped[str]
    text: Mapped[str]


class Speaker(Base):
    """A source: named ones are shared by all articles, unnamed ones belong to one (`quotes.identity.speaker_id`)."""

    __tablename__ = "speakers"
    __table_args__ = (Index("speakers_by_quotes", "quotes", "pk"),)

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    folded: Mapped[str]
    """`quotes.identity.fold` of `name`: what names are looked up by."""
    type: Mapped[str]
    quotes: Mapped[int] = mapped_column(server_default="0")
    """How many quotes have this speaker; kept by triggers."""


class Topic(Base):
    """What quotes are about."""

    __tablename__ = "topics"

    name: Mapped[str] = mapped_column(primary_key=True)
    folded: Mapped[str] = mapped_column(index=True)


class Quote(Base):
    """One quotation. Spans are pairs of columns, both NULL or neither, in characters of the article's text."""

    __tablename__ = "quotes"
    __table_args__ = (
        Index("quotes_by_date", "published", "article_pk", "start", "pk"),
        Index("quotes_by_speaker", "speaker_id", "published", "article_pk", "start", "pk"),
        Index("quotes_by_article", "article_pk", "start"),
        CheckConstraint('start >= 0 AND "end" > start', name="quotes_span"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="quotes_confidence"),
    )

    pk: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    """`quotes.identity.quote_ids`."""
    article_pk: Mapped[int] = mapped_column(ForeignKey("articles.pk", ondelete="CASCADE"))
    speaker_id: Mapped[str | None] = mapped_column(ForeignKey("speakers.id"))
    published: Mapped[str]
    """The article's, so that one index gives the newest quotes of a speaker; kept by a trigger."""
    start: Mapped[int]
    end: Mapped[int]
    kind: Mapped[str]
    text: Mapped[str]
    speaker_start: Mapped[int | None]
    speaker_end: Mapped[int | None]
    mention: Mapped[str | None]
    cue: Mapped[str | None]
    cue_start: Mapped[int | None]
    cue_end: Mapped[int | None]
    role: Mapped[str | None]
    role_start: Mapped[int | None]
    role_end: Mapped[int | None]
    organization: Mapped[str | None]
    organization_start: Mapped[int | None]
    organization_end: Mapped[int | None]
    addressee: Mapped[str | None]
    confidence: Mapped[float]
    rule: Mapped[str]
    context: Mapped[str]
    """The words of the context, so that a page of results never reads whole articles."""
    context_start: Mapped[int | None]
    context_end: Mapped[int | None]
    candidates: Mapped[str]
    """Every source considered, best first, as JSON: `[[name, type, confidence, rule, start, end], …]`."""


class QuoteTopic(Base):
    """What one quote is about, most telling first."""

    __tablename__ = "quote_topics"
    __table_args__ = (Index("quote_topics_by_topic", "topic", "quote_id"), {"sqlite_with_rowid": False})

    quote_id: Mapped[str] = mapped_column(ForeignKey("quotes.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(ForeignKey("topics.name"))
