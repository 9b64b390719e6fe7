"""Finding speakers: by name, by parts of a name, by how often they are quoted."""

from __future__ import annotations

import difflib
import sqlite3
from collections import Counter
from collections.abc import Sequence

from quotes.errors import NotFound
from quotes.identity import fold
from quotes.store.conditions import Conditions
from quotes.store.cursors import decode_cursor, encode_cursor
from quotes.store.query import Page, StoredSpeaker
from quotes.store.words import match_expression

MOST_CAPACITIES = 10
"""Roles and organisations that are listed for one speaker."""

RECENT = 200
"""Newest quotes of a speaker that roles and organisations are counted in: a president has a hundred thousand."""

MOST_ALIKE = 500
"""Names that are compared letter by letter to find those written alike."""

BY_ID = "q.speaker_id = :speaker_id"
BY_NAME = (
    "q.speaker_id = :speaker_id OR q.speaker_id IN (SELECT id FROM speakers"
    " WHERE pk IN (SELECT rowid FROM speakers_fts WHERE speakers_fts MATCH :speaker_words)"
    " AND (type = 'person' OR folded = :speaker_folded"
    " OR type = 'organization' AND substr(' ' || folded, -length(:speaker_ending)) = :speaker_ending))"
)

MOST_QUOTED = "SELECT s.* FROM speakers s"
MOST_QUOTED_ORDER = "ORDER BY s.quotes DESC, s.pk DESC LIMIT :limit"
MOST_QUOTED_AFTER = "s.quotes <= :quotes AND (s.quotes < :quotes OR s.pk < :pk)"
NAMED = "s.pk IN (SELECT rowid FROM speakers_fts WHERE speakers_fts MATCH :name)"
ALIKE = "s.type IN ('person', 'organization') AND s.folded <> :folded"

CAPACITIES = "SELECT role, organization FROM quotes WHERE speaker_id = ? ORDER BY published DESC LIMIT ?"


def add_speaker_condition(conditions: Conditions, name: str) -> None:
    """Add to a search of quotes (`q`) that the speaker is the one `name` means: an id, a full name, or part of one.

    A person is meant by any words of the name (`Loh`, `hong`, `Hillary Clinton` ▶ Hillary Rodham Clinton), an
    organisation by the last ones (`foreign ministry` ▶ Chinese Foreign Ministry, but `Clinton` not the Clinton
    Foundation), anyone else only by the whole: a spokesman for Dylan Loh is not Dylan Loh. Raises InvalidQuery for
    too many words.
    """
    folded = fold(name)
    expression = match_expression(folded, "speaker")
    if expression is None:
        conditions.add(BY_ID, speaker_id=name.strip())
        return
    conditions.add(
        BY_NAME,
        speaker_id=name.strip(),
        speaker_words=expression,
        speaker_folded=folded,
        speaker_ending=f" {folded}",
    )


def find_speakers(
    connection: sqlite3.Connection, words: str | None, limit: int, cursor: str | None
) -> Page[StoredSpeaker]:
    """Return one page of at most `limit` speakers, most quoted first.

    All `words` must occur in the name, the last one may be begun. Raises InvalidQuery for a bad cursor or too many
    words.
    """
    conditions = Conditions(limit=limit + 1)
    if words and words.strip():
        expression = match_expression(fold(words), "words", begun=True)
        if expression is None:
            return Page(())
        conditions.add(NAMED, name=expression)
    if cursor:
        quotes, pk = decode_cursor(cursor, "quoted", (int, int))
        conditions.add(MOST_QUOTED_AFTER, quotes=quotes, pk=pk)
    rows = connection.execute(conditions.statement(MOST_QUOTED, MOST_QUOTED_ORDER), conditions.values).fetchall()
    following = None
    if len(rows) > limit:
        rows = rows[:limit]
        following = encode_cursor("quoted", (rows[-1]["quotes"], rows[-1]["pk"]))
    return Page(_stored(connection, rows), following)


def get_speaker(connection: sqlite3.Connection, id: str) -> StoredSpeaker:
    """Return the speaker with this id. Raises NotFound."""
    row = connection.execute(f"{MOST_QUOTED} WHERE s.id = ?", (id,)).fetchone()
    if row is None:
        raise NotFound(f"there is no speaker {id[:80]!r}")
    return _stored(connection, [row])[0]


def similar_names(connection: sqlite3.Connection, name: str, limit: int) -> list[str]:
    """Return at most `limit` names of persons and organisations written much like `name`, most alike first.

    Looked for among the most quoted ones that share the first two letters of a word with it: a slip of the pen
    (`Dylan Low`, `Dilan Loh`) seldom spoils the beginning of every word.
    """
    folded = fold(name)[:100]
    beginnings = sorted({word[:2] for word in folded.split() if len(word) > 1})[:8]
    if not beginnings:
        return []
    conditions = Conditions(limit=MOST_ALIKE)
    conditions.add(NAMED, name=" OR ".join(f'"{beginning}" *' for beginning in beginnings))
    conditions.add(ALIKE, folded=folded)
    rows = connection.execute(conditions.statement(MOST_QUOTED, MOST_QUOTED_ORDER), conditions.values)
    names: dict[str, str] = {}
    for row in rows:
        names.setdefault(row["folded"][:100], row["name"])
    return [names[match] for match in difflib.get_close_matches(folded, names, n=limit, cutoff=0.7)]


def _stored(connection: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> tuple[StoredSpeaker, ...]:
    return tuple(_with_capacities(connection, row) for row in rows)


def _with_capacities(connection: sqlite3.Connection, row: sqlite3.Row) -> StoredSpeaker:
    roles: Counter[str] = Counter()
    organizations: Counter[str] = Counter()
    for role, organization in connection.execute(CAPACITIES, (row["id"], RECENT)):
        roles.update([role] if role else [])
        organizations.update([organization] if organization else [])
    return StoredSpeaker(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        quotes=row["quotes"],
        roles=tuple(role for role, _ in roles.most_common(MOST_CAPACITIES)),
        organizations=tuple(organization for organization, _ in organizations.most_common(MOST_CAPACITIES)),
    )
