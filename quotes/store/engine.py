"""SQLAlchemy on connections that `quotes.store.database` makes; for writing only."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool


def make_engine(connect: Callable[[], sqlite3.Connection]) -> Engine:
    """Return an engine all of whose transactions take the write lock at their start."""

    def plain() -> sqlite3.Connection:
        raw = connect()
        raw.row_factory = None  # SQLAlchemy makes rows of its own
        return raw

    engine = create_engine("sqlite://", creator=plain, poolclass=QueuePool)

    # Python's driver would begin transactions by itself, and only before some statements; it is told not to
    # (isolation_level=None), and here each one begins at once. One that began by reading could not wait for another
    # writer to end, it would fail.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
