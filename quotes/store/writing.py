"""Writing articles with their quotes: whole, in one transaction, and no row that stays as it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, cast

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from quotes.identity import fold
from quotes.store.known import Known
from quotes.store.models import Article as ArticleRow
from quotes.store.models import Quote as QuoteRow
from quotes.store.models import QuoteTopic, Speaker, Topic
from quotes.store.rows import Row, article_row, date_text, quote_rows, speaker_rows
from quotes.types import Article, Quote

Outcome = Literal["new", "updated", "unchanged"]

ARTICLES, QUOTES, SPEAKERS, TOPICS, QUOTE_TOPICS = (
    cast(Table, model.__table__) for model in (ArticleRow, QuoteRow, Speaker, Topic, QuoteTopic)
)
# Made once, and of tables: to build a statement anew for each article, or to have it looked through for objects, costs
# more than SQLite needs to carry it out.
_ADD_ARTICLE = upsert(ARTICLES).on_conflict_do_nothing(index_elements=["id"]).returning(ARTICLES.c.pk)
_ADD_SPEAKERS = upsert(SPEAKERS).on_conflict_do_nothing(index_elements=["id"])
_ADD_QUOTES = insert(QUOTES)
_ADD_TOPICS = upsert(TOPICS).on_conflict_do_nothing(index_elements=["name"])
_ADD_QUOTE_TOPICS = insert(QUOTE_TOPICS)


def write_metadata(connection: Connection, known: Known, row: Row) -> None:
    """Write a known article's changed metadata; its quotes stay (triggers carry title and date to them)."""
    changed = {name: value for name, value in row.items() if name not in ("id", "text", "text_sha256", "extractor")}
    connection.execute(update(ArticleRow).where(ArticleRow.pk == known.pk).values(changed | {"changed": _now()}))


def write_article(
    connection: Connection, article: Article, quotes: Sequence[Quote], extractor: str, known: Known | None
) -> Outcome | None:
    """Write one article and its quotes (in text order), and say what that changed.

    `extractor` is the version that made the quotes, `known` what `known_articles` says of the article. Rows that
    stay the same are not written; the caller commits. None, and nothing written, if the article is not `known` but has
    been stored since: ask again what is known.
    """
    row = article_row(article, extractor)
    wanted = {quote["id"]: (quote, topics) for quote, topics in quote_rows(article, quotes)}
    if known is None:
        return _write_new(connection, row, article, quotes, wanted)
    return _write_changed(connection, row, article, quotes, wanted, known)


Wanted = Mapping[str, tuple[Row, tuple[str, ...]]]


def _write_new(
    connection: Connection, row: Row, article: Article, quotes: Sequence[Quote], wanted: Wanted
) -> Outcome | None:
    now = _now()
    pk = connection.execute(_ADD_ARTICLE, row | {"added": now, "changed": now}).scalar_one_or_none()
    if pk is None:
        return None
    _add_speakers(connection, quotes, article.id)
    _add_quotes(connection, pk, list(wanted.values()))
    return "new"


def _write_changed(
    connection: Connection, row: Row, article: Article, quotes: Sequence[Quote], wanted: Wanted, known: Known
) -> Outcome:
    stored = _stored_quotes(connection, known.pk)
    added = [pair for id, pair in wanted.items() if id not in stored]
    removed = [id for id in stored if id not in wanted]
    rewritten = [quote for id, (quote, _) in wanted.items() if id in stored and stored[id][0] != quote]
    retold = {id: topics for id, (_, topics) in wanted.items() if id in stored and stored[id][1] != topics}
    same_article = known.same_quotes(row) and known.same_metadata(row)
    if same_article and not (added or removed or rewritten or retold):
        return "unchanged"

    # The title and the date first: triggers carry them over to the quotes that stand.
    connection.execute(update(ArticleRow).where(ArticleRow.pk == known.pk).values(row | {"changed": _now()}))
    if added or rewritten:
        _add_speakers(connection, quotes, article.id)
    former = {stored[id][0]["speaker_id"] for id in removed}
    if removed:
        connection.execute(delete(QuoteRow).where(QuoteRow.id == bindparam("gone")), [{"gone": id} for id in removed])
    if rewritten:
        former |= {stored[quote["id"]][0]["speaker_id"] for quote in rewritten}
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rewritten[0] if name != "id"}
        connection.execute(
            update(QuoteRow).where(QuoteRow.id == bindparam("new_id")).values(columns),
            [{f"new_{name}": value for name, value in quote.items()} for quote in rewritten],
        )
    if retold:
        connection.execute(
            delete(QuoteTopic).where(QuoteTopic.quote_id == bindparam("gone")), [{"gone": id} for id in retold]
        )
        _add_topics(connection, retold)
    _add_quotes(connection, known.pk, added)
    _forget_speakers(connection, former - {None})
    return "updated"


def _stored_quotes(connection: Connection, article_pk: int) -> dict[str, tuple[Row, tuple[str, ...]]]:
    columns = [column for column in QuoteRow.__table__.columns if column.name not in ("pk", "article_pk")]
    found = connection.execute(select(*columns).where(QuoteRow.article_pk == article_pk)).mappings()
    topics: dict[str, list[str]] = {}
    for id, topic in connection.execute(
        select(QuoteTopic.quote_id, QuoteTopic.topic)
        .join(QuoteRow, QuoteRow.id == QuoteTopic.quote_id)
        .where(QuoteRow.article_pk == article_pk)
        .order_by(QuoteTopic.quote_id, QuoteTopic.position)
    ):
        topics.setdefault(id, []).append(topic)
    return {row["id"]: (dict(row), tuple(topics.get(row["id"], ()))) for row in found}


def _add_speakers(connection: Connection, quotes: Sequence[Quote], article: str) -> None:
    speakers = speaker_rows(quotes, article)
    if speakers:
        connection.execute(_ADD_SPEAKERS, speakers)


def _forget_speakers(connection: Connection, ids: Collection[str]) -> None:
    """Remove the speakers that no quote names any more: their ids come back with them if they do."""
    if ids:
        connection.execute(
            delete(Speaker).where(Speaker.id == bindparam("gone"), Speaker.quotes == 0), [{"gone": id} for id in ids]
        )


def _add_quotes(connection: Connection, article_pk: int, pairs: Sequence[tuple[Row, tuple[str, ...]]]) -> None:
    if pairs:
        connection.execute(_ADD_QUOTES, [row | {"article_pk": article_pk} for row, _ in pairs])
        _add_topics(connection, {row["id"]: topics for row, topics in pairs if topics})


def _add_topics(connection: Connection, topics: Mapping[str, tuple[str, ...]]) -> None:
    names = {name for each in topics.values() for name in each}
    if names:
        rows = [{"name": name, "folded": fold(name)} for name in sorted(names)]
        connection.execute(_ADD_TOPICS, rows)
        connection.execute(
            _ADD_QUOTE_TOPICS,
            [
                {"quote_id": id, "position": position, "topic": name}
                for id, each in topics.items()
                for position, name in enumerate(each)
            ],
        )


def _now() -> str:
    return date_text(datetime.now(UTC))
