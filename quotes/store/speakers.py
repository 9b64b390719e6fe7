"""Finding speakers: by name, by parts of a name, by how often they are quoted."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Connection, Select, and_, func, or_, select, text
from sqlalchemy.sql.expression import literal_column

from quotes.errors import NotFound
from quotes.identity import fold
from quotes.store.cursors import decode_cursor, encode_cursor
from quotes.store.models import Quote as QuoteRow
from quotes.store.models import Speaker
from quotes.store.query import Page, StoredSpeaker
from quotes.store.words import match_expression
from quotes.types import SpeakerType

MOST_CAPACITIES = 10
"""Roles and organisations that are listed for one speaker."""

_NAMED_SO = "SELECT rowid FROM speakers_fts WHERE speakers_fts MATCH :name"


def speakers_called(name: str) -> Select[str]:
    """Return the query for the ids of the speakers that `name` means: an id, a full name, or part of one.

    A person is meant by any words of the name (`Loh`, `hong`, `Hillary Clinton` ▶ Hillary Rodham Clinton), an
    organisation by the last ones (`foreign ministry` ▶ Chinese Foreign Ministry, but `Clinton` not the Clinton
    Foundation), anyone else only by the whole: a spokesman for Dylan Loh is not Dylan Loh. Raises InvalidQuery for
    too many words.
    """
    folded = fold(name)
    expression = match_expression(folded, "speaker")
    by_id = Speaker.id == name.strip()
    if expression is None:
        return select(Speaker.id).where(by_id)
    ending = f" {folded}"
    named = text(_NAMED_SO).bindparams(name=expression).columns(literal_column("rowid"))
    by_name = and_(
        Speaker.pk.in_(named),
        or_(
            Speaker.type == "person",
            Speaker.folded == folded,
            and_(Speaker.type == "organization", func.substr(" " + Speaker.folded, -len(ending)) == ending),
        ),
    )
    return select(Speaker.id).where(or_(by_id, by_name))


def find_speakers(connection: Connection, words: str | None, limit: int, cursor: str | None) -> Page[StoredSpeaker]:
    """Return one page of at most `limit` speakers, most quoted first.

    All `words` must occur in the name, the last one may be begun. Raises InvalidQuery for a bad cursor or too many
    words.
    """
    statement = select(Speaker).order_by(Speaker.quotes.desc(), Speaker.pk.desc())
    if words and words.strip():
        expression = match_expression(fold(words), "words", begun=True)
        if expression is None:
            return Page(())
        named = text(_NAMED_SO).bindparams(name=expression).columns(literal_column("rowid"))
        statement = statement.where(Speaker.pk.in_(named))
    if cursor:
        quotes, pk = decode_cursor(cursor, "quoted", (int, int))
        statement = statement.where(
            Speaker.quotes <= quotes, or_(Speaker.quotes < quotes, and_(Speaker.quotes == quotes, Speaker.pk < pk))
        )
    rows = connection.execute(statement.with_only_columns(*Speaker.__table__.columns).limit(limit + 1)).all()
    next_ = None
    if len(rows) > limit:
        rows = rows[:limit]
        next_ = encode_cursor("quoted", (rows[-1].quotes, rows[-1].pk))
    return Page(_stored(connection, rows), next_)


def get_speaker(connection: Connection, id: str) -> StoredSpeaker:
    """Return the speaker with this id. Raises NotFound."""
    rows = connection.execute(select(*Speaker.__table__.columns).where(Speaker.id == id)).all()
    if not rows:
        raise NotFound(f"there is no speaker {id[:80]!r}")
    return _stored(connection, rows)[0]


def similar_names(connection: Connection, name: str, limit: int) -> list[str]:
    """Return at most `limit` names of persons and organisations written much like `name`, most alike first.

    Looked for among the most quoted ones that share the first two letters of a word with it: a slip of the pen
    (`Dylan Low`, `Dilan Loh`) seldom spoils the beginning of every word.
    """
    folded = fold(name)[:100]
    beginnings = sorted({word[:2] for word in folded.split() if len(word) > 1})[:8]
    if not beginnings:
        return []
    expression = " OR ".join(f'"{beginning}" *' for beginning in beginnings)
    named = text(_NAMED_SO).bindparams(name=expression).columns(literal_column("rowid"))
    rows = connection.execute(
        select(Speaker.folded, Speaker.name)
        .where(Speaker.pk.in_(named), Speaker.type.in_(("person", "organization")), Speaker.folded != folded)
        .order_by(Speaker.quotes.desc())
        .limit(500)
    )
    names: dict[str, str] = {row.folded[:100]: row.name for row in rows}
    return [names[match] for match in difflib.get_close_matches(folded, names, n=limit, cutoff=0.7)]


def _stored(connection: Connection, rows: Sequence[Any]) -> tuple[StoredSpeaker, ...]:
    ids = [row.id for row in rows]
    roles = _most_frequent(connection, QuoteRow.role, ids)
    organizations = _most_frequent(connection, QuoteRow.organization, ids)
    return tuple(
        StoredSpeaker(
            id=row.id,
            name=row.name,
            type=cast(SpeakerType, row.type),
            quotes=row.quotes,
            roles=tuple(roles.get(row.id, ())),
            organizations=tuple(organizations.get(row.id, ())),
        )
        for row in rows
    )


def _most_frequent(connection: Connection, column: Any, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    if ids:
        for id, value, _ in connection.execute(
            select(QuoteRow.speaker_id, column, func.count().label("times"))
            .where(QuoteRow.speaker_id.in_(ids), column.is_not(None))
            .group_by(QuoteRow.speaker_id, column)
            .order_by(QuoteRow.speaker_id, func.count().desc(), column)
        ):
            values = found.setdefault(id, [])
            if len(values) < MOST_CAPACITIES:
                values.append(value)
    return found
