"""Brings a database to the version of this program: the tables themselves are made in `migrations/`.

Alembic is imported only when there is something to do, so that a search on a current database starts quickly.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.errors import StoreError, StoreTooNew

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

HEAD = "0001"
"""The newest migration (a test compares it with the folder)."""

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"


def version(raw: sqlite3.Connection, name: str) -> str | None:
    """Return the migration that the database is at; None for one without tables.

    `name` is what messages call it. Raises StoreError for a database of another program, sqlite3.Error if it
    cannot be read.
    """
    tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise StoreError(f"{name} is a database of another program: name another file")
    row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def check_known(current: str | None, name: str) -> None:
    """Raise StoreTooNew if this program does not know the version `current`."""
    from alembic.script import ScriptDirectory

    if current is None:
        return
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if current not in known:
        raise StoreTooNew(
            f"{name} was made by a newer version of this program (database version {current}, this program knows "
            f"{HEAD}): update the program"
        )


def upgrade(connection: Connection) -> None:
    """Run the missing migrations on a connection with an open write transaction; the caller commits."""
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config() -> Config:
    from alembic.config import Config

    if not MIGRATIONS.is_dir():
        raise StoreError(f"the folder of migrations is missing: {MIGRATIONS}")
    config = Config()
    # Alembic interpolates: a folder called `100%` must not be taken for a variable.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
