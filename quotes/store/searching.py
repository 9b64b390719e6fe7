"""Finding quotes: filters, full text and ranking, a page at a time.

Plain SQL over Python's own driver, not SQLAlchemy: importing that takes longer than a whole search from the command
line should. Every value is bound; what is put together here is constant text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from quotes.errors import NotFound
from quotes.identity import fold
from quotes.store.conditions import Conditions, bind_list
from quotes.store.cursors import decode_cursor, encode_cursor
from quotes.store.query import Page, QuoteQuery, StoredQuote
from quotes.store.rows import article_value, date_text, quote_value
from quotes.store.speakers import add_speaker_condition
from quotes.store.words import match_expression
from quotes.types import Article

_ARTICLE = "a.id AS article_id, a.published AS article_published, a.key, a.title, a.url, a.outlet, a.language, a.origin"

# A page is chosen by what the indexes hold; whole rows are read only for the quotes on it.
QUOTES_OF = " ".join(
    [
        "SELECT page.score, q.*, s.name AS speaker_name, s.type AS speaker_type,",
        _ARTICLE,
        "FROM page JOIN quotes q ON q.pk = page.pk JOIN articles a ON a.pk = q.article_pk",
        "LEFT JOIN speakers s ON s.id = q.speaker_id",
    ]
)
ONE_QUOTE = " ".join(["WITH page AS (SELECT pk, NULL AS score FROM quotes WHERE id = :id)", QUOTES_OF])

NEWEST_FIRST = "WITH page AS MATERIALIZED (SELECT q.pk, NULL AS score FROM quotes q"
NEWEST_LIMIT = "ORDER BY q.published DESC, q.article_pk DESC, q.start, q.pk LIMIT :limit)"
NEWEST_ORDER = "ORDER BY q.published DESC, q.article_pk DESC, q.start, q.pk"
# The first condition follows from the second; it is what SQLite can seek by.
NEWEST_AFTER = (
    "q.published <= :published AND (q.published < :published OR q.published = :published AND (q.article_pk < :article"
    " OR q.article_pk = :article AND (q.start > :start OR q.start = :start AND q.pk > :pk)))"
)

# How much a word weighs by where it stands: in the quote itself, the speaker's name, the organisation, the role, the
# sentences around, the article's title. Scores are worked out once, in a table of their own: bm25() can be called
# only where the index itself is read.
BEST_FIRST = (
    "WITH matches AS MATERIALIZED (SELECT rowid AS pk, bm25(quotes_fts, 10.0, 6.0, 4.0, 3.0, 1.0, 2.0) AS score"
    " FROM quotes_fts WHERE quotes_fts MATCH :words),"
    " page AS MATERIALIZED (SELECT m.pk, m.score FROM matches m"
)
BEST_FILTERED = f"{BEST_FIRST} JOIN quotes q ON q.pk = m.pk"
BEST_LIMIT = "ORDER BY m.score, m.pk LIMIT :limit)"
BEST_ORDER = "ORDER BY page.score, page.pk"
BEST_AFTER = "(m.score > :score OR m.score = :score AND m.pk > :pk)"

OF_ORGANIZATION = "q.pk IN (SELECT rowid FROM quotes_fts WHERE quotes_fts MATCH :organization)"
# Whole words that follow each other: `bbc` is in `bbc news` and not in `abbc`.
OF_TOPIC = (
    "q.id IN (SELECT quote_id FROM quote_topics WHERE topic IN"
    " (SELECT name FROM topics WHERE instr(' ' || folded || ' ', :topic)))"
)
OF_OUTLET = "q.article_pk IN (SELECT pk FROM articles WHERE instr(' ' || outlet_folded || ' ', :outlet))"

ARTICLE_WITH_TEXT = " ".join(["SELECT a.text,", _ARTICLE, "FROM articles a WHERE a.id = ?"])

_TOPICS = "SELECT quote_id, topic FROM quote_topics WHERE quote_id IN"


def find_quotes(connection: sqlite3.Connection, query: QuoteQuery, limit: int) -> Page[StoredQuote]:
    """Return one page of at most `limit` quotes.

    With words the best match stands first, else the newest article, and in it the order of the text. Raises
    InvalidQuery for a bad cursor or too many words.
    """
    conditions = Conditions(limit=limit + 1)
    ranked = _given(query.words)
    if not _add_filters(conditions, query):
        return Page(())
    if ranked:
        expression = match_expression(query.words or "", "words")
        if expression is None:
            return Page(())
        first = BEST_FILTERED if conditions else BEST_FIRST
        conditions.bind(words=expression)
        if query.cursor:
            score, pk = decode_cursor(query.cursor, "best", (float, int))
            conditions.add(BEST_AFTER, score=score, pk=pk)
        statement = conditions.statement(first, BEST_LIMIT, QUOTES_OF, BEST_ORDER)
    else:
        if query.cursor:
            published, article, start, pk = decode_cursor(query.cursor, "newest", (str, int, int, int))
            conditions.add(NEWEST_AFTER, published=published, article=article, start=start, pk=pk)
        statement = conditions.statement(NEWEST_FIRST, NEWEST_LIMIT, QUOTES_OF, NEWEST_ORDER)
    rows = connection.execute(statement, conditions.values).fetchall()
    following = None
    if len(rows) > limit:
        rows = rows[:limit]
        last = rows[-1]
        if ranked:
            following = encode_cursor("best", (last["score"], last["pk"]))
        else:
            following = encode_cursor("newest", (last["published"], last["article_pk"], last["start"], last["pk"]))
    return Page(_stored(connection, rows), following)


def get_quote(connection: sqlite3.Connection, id: str, *, with_text: bool) -> StoredQuote:
    """Return the quote with this id, if asked with its article's text. Raises NotFound."""
    row = connection.execute(ONE_QUOTE, {"id": id}).fetchone()
    if row is None:
        raise NotFound(f"there is no quote {id[:80]!r}")
    text = ""
    if with_text:
        (text,) = connection.execute("SELECT text FROM articles WHERE pk = ?", (row["article_pk"],)).fetchone()
    return _stored(connection, [row], text)[0]


def get_article(connection: sqlite3.Connection, id: str) -> Article:
    """Return the article with this id, with its text. Raises NotFound."""
    row = connection.execute(ARTICLE_WITH_TEXT, (id,)).fetchone()
    if row is None:
        raise NotFound(f"there is no article {id[:80]!r}")
    return article_value(row, text=row["text"])


def any_quote(connection: sqlite3.Connection) -> bool:
    """Tell whether there is any quote at all; the cheapest question that reads the tables."""
    return connection.execute("SELECT 1 FROM quotes LIMIT 1").fetchone() is not None


def _given(value: str | None) -> bool:
    return value is not None and bool(value.strip())


def _add_filters(conditions: Conditions, query: QuoteQuery) -> bool:
    """Add what a query filters by; return False if a filter without any letter or digit can hold for no quote."""
    if query.speaker is not None and _given(query.speaker):
        add_speaker_condition(conditions, query.speaker)
    if query.organization is not None and _given(query.organization):
        expression = match_expression(query.organization, "organization")
        if expression is None:
            return False
        conditions.add(OF_ORGANIZATION, organization=f"organization : ({expression})")
    if query.topic is not None and _given(query.topic):
        conditions.add(OF_TOPIC, topic=f" {fold(query.topic)} ")
    if query.outlet is not None and _given(query.outlet):
        conditions.add(OF_OUTLET, outlet=f" {fold(query.outlet)} ")
    if query.since is not None:
        conditions.add("q.published >= :since", since=date_text(query.since))
    if query.until is not None:
        conditions.add("q.published <= :until AND q.published > ''", until=date_text(query.until))
    return True


def _stored(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row], text: str = "") -> tuple[StoredQuote, ...]:
    topics: dict[str, list[str]] = {}
    if rows:
        ids, values = bind_list("id", [row["id"] for row in rows])
        for id, topic in connection.execute(f"{_TOPICS} {ids} ORDER BY quote_id, position", values):
            topics.setdefault(id, []).append(topic)
    return tuple(
        StoredQuote(
            id=row["id"],
            quote=quote_value(row, tuple(topics.get(row["id"], ()))),
            article=article_value(row, text=text),
            context_text=row["context"],
            speaker_id=row["speaker_id"],
        )
        for row in rows
    )
