"""Finding quotes: filters, full text and ranking, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select, text
from sqlalchemy.sql.expression import literal_column

from quotes.errors import NotFound
from quotes.identity import fold
from quotes.store.cursors import decode_cursor, encode_cursor
from quotes.store.models import Article as ArticleRow
from quotes.store.models import Quote as QuoteRow
from quotes.store.models import QuoteTopic, Speaker, Topic
from quotes.store.query import Page, QuoteQuery, StoredQuote
from quotes.store.rows import article_value, date_text, quote_value
from quotes.store.speakers import speakers_called
from quotes.store.words import match_expression
from quotes.types import Article

# How much a word weighs by where it stands: in the quote itself, the speaker's name, the organisation, the role, the
# sentences around, the article's title.
MATCHES = text(
    "SELECT rowid AS pk, bm25(quotes_fts, 10.0, 6.0, 4.0, 3.0, 1.0, 2.0) AS score"
    " FROM quotes_fts WHERE quotes_fts MATCH :words"
).columns(literal_column("pk"), literal_column("score"))
ORGANIZATION_MATCHES = "SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH :organization"

_ARTICLE_COLUMNS = (
    ArticleRow.id.label("article_id"),
    ArticleRow.published.label("article_published"),
    ArticleRow.key,
    ArticleRow.title,
    ArticleRow.url,
    ArticleRow.outlet,
    ArticleRow.language,
    ArticleRow.origin,
)


def find_quotes(connection: Connection, query: QuoteQuery, limit: int) -> Page[StoredQuote]:
    """Return one page of at most `limit` quotes.

    With words the best match stands first, else the newest article, and in it the order of the text. Raises
    InvalidQuery for a bad cursor or too many words.
    """
    expression = None
    if query.words and query.words.strip():
        expression = match_expression(query.words, "words")
        if expression is None:
            return Page(())
    filters = _filters(query)
    if filters is None:
        return Page(())
    statement = _quotes().where(*filters)
    if expression is not None:
        statement, bound = _best_first(statement, query.cursor), {"words": expression}
    else:
        statement, bound = _newest_first(statement, query.cursor), {}
    rows = connection.execute(statement.limit(limit + 1), bound).all()
    next_ = None
    if len(rows) > limit:
        rows = rows[:limit]
        last = rows[-1]
        if expression is not None:
            next_ = encode_cursor("best", (last.score, last.pk))
        else:
            next_ = encode_cursor("newest", (last.published, last.article_pk, last.start, last.pk))
    return Page(_stored(connection, rows), next_)


def get_quote(connection: Connection, id: str, *, with_text: bool) -> StoredQuote:
    """Return the quote with this id, if asked with its article's text. Raises NotFound."""
    statement = _quotes().where(QuoteRow.id == id)
    if with_text:
        statement = statement.add_columns(ArticleRow.text.label("article_text"))
    row = connection.execute(statement).first()
    if row is None:
        raise NotFound(f"there is no quote {id[:80]!r}")
    return _stored(connection, [row])[0]


def get_article(connection: Connection, id: str) -> Article:
    """Return the article with this id, with its text. Raises NotFound."""
    row = connection.execute(select(*_ARTICLE_COLUMNS, ArticleRow.text).where(ArticleRow.id == id)).first()
    if row is None:
        raise NotFound(f"there is no article {id[:80]!r}")
    return article_value(row, text=row.text)


def _quotes() -> Select[Any]:
    return (
        select(
            *QuoteRow.__table__.columns,
            Speaker.name.label("speaker_name"),
            Speaker.type.label("speaker_type"),
            *_ARTICLE_COLUMNS,
        )
        .join(ArticleRow, ArticleRow.pk == QuoteRow.article_pk)
        .outerjoin(Speaker, Speaker.id == QuoteRow.speaker_id)
    )


def _filters(query: QuoteQuery) -> list[ColumnElement[bool]] | None:
    """Return the conditions that a query sets; None if one of them can hold for no quote."""
    filters: list[ColumnElement[bool]] = []
    if query.speaker and query.speaker.strip():
        filters.append(QuoteRow.speaker_id.in_(speakers_called(query.speaker)))
    if query.organization and query.organization.strip():
        expression = match_expression(query.organization, "organization")
        if expression is None:
            return None
        matches = text(ORGANIZATION_MATCHES).bindparams(organization="organization : (" + expression + ")")
        filters.append(QuoteRow.pk.in_(matches.columns(literal_column("rowid"))))
    if query.topic and query.topic.strip():
        named = select(Topic.name).where(_holds_words(Topic.folded, query.topic))
        filters.append(QuoteRow.id.in_(select(QuoteTopic.quote_id).where(QuoteTopic.topic.in_(named))))
    if query.outlet and query.outlet.strip():
        filters.append(
            QuoteRow.article_pk.in_(select(ArticleRow.pk).where(_holds_words(ArticleRow.outlet_folded, query.outlet)))
        )
    if query.since is not None:
        filters.append(QuoteRow.published >= date_text(query.since))
    if query.until is not None:
        filters.extend((QuoteRow.published <= date_text(query.until), QuoteRow.published > ""))
    return filters


def _holds_words(folded: Any, words: str) -> ColumnElement[bool]:
    """Tell whether whole words follow each other in a folded column: `bbc` in `bbc news`, not in `bbcw`."""
    sought = fold(words)
    if not sought:
        return literal(False)
    return func.instr(literal(" ") + folded + " ", f" {sought} ") > 0


def _newest_first(statement: Select[Any], cursor: str | None) -> Select[Any]:
    q = QuoteRow
    if cursor:
        published, article, start, pk = decode_cursor(cursor, "newest", (str, int, int, int))
        # The first condition follows from the second; it is what SQLite can seek by.
        statement = statement.where(
            q.published <= published,
            or_(
                q.published < published,
                and_(q.published == published, q.article_pk < article),
                and_(q.published == published, q.article_pk == article, q.start > start),
                and_(q.published == published, q.article_pk == article, q.start == start, q.pk > pk),
            ),
        )
    return statement.order_by(q.published.desc(), q.article_pk.desc(), q.start, q.pk)


def _best_first(statement: Select[Any], cursor: str | None) -> Select[Any]:
    # Scores are worked out once, in a table of their own: bm25() can be called only where the index itself is read.
    matches = MATCHES.cte("matches").prefix_with("MATERIALIZED")
    score = matches.c.score
    statement = statement.add_columns(score).join(matches, matches.c.pk == QuoteRow.pk)
    if cursor:
        last, pk = decode_cursor(cursor, "best", (float, int))
        statement = statement.where(or_(score > last, and_(score == last, QuoteRow.pk > pk)))
    return statement.order_by(score, QuoteRow.pk)


def _stored(connection: Connection, rows: Sequence[Any]) -> tuple[StoredQuote, ...]:
    topics: dict[str, list[str]] = {}
    if rows:
        for id, topic in connection.execute(
            select(QuoteTopic.quote_id, QuoteTopic.topic)
            .where(QuoteTopic.quote_id.in_([row.id for row in rows]))
            .order_by(QuoteTopic.quote_id, QuoteTopic.position)
        ):
            topics.setdefault(id, []).append(topic)
    return tuple(
        StoredQuote(
            id=row.id,
            quote=quote_value(row, tuple(topics.get(row.id, ()))),
            article=article_value(row, text=getattr(row, "article_text", "")),
            context_text=row.context,
            speaker_id=row.speaker_id,
        )
        for row in rows
    )


def any_quote(connection: Connection) -> bool:
    """Tell whether there is any quote at all; the cheapest question that reads the tables."""
    return connection.execute(select(QuoteRow.pk).limit(1)).first() is not None
