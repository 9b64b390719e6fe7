"""Opens the SQLite database: found or made, brought up to date, with every failure said in one line.

Reading goes through Python's own driver and writing through SQLAlchemy, which is imported at the first write: a search
from the command line is over sooner than that import.

SQLite 3.35 or newer with FTS5 is needed: `RETURNING` and `MATERIALIZED` came with it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from quotes.errors import StoreError, StoreReadOnly
from quotes.store import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

BUSY_SECONDS = 15.0
"""How long one writer waits for another before it gives up."""

Mode = Literal["rw", "rwc", "ro", "immutable"]


class Database:
    """An open database. Safe to share between threads, not between processes that fork."""

    def __init__(self, path: Path, mode: Mode) -> None:
        """Wrap the file at `path`; use `open_database`, which checks it first."""
        self.path = path
        self.mode = mode
        self._idle: SimpleQueue[sqlite3.Connection] = SimpleQueue()
        self._engine: Engine | None = None
        self._lock = Lock()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection in a read transaction: one consistent state throughout. Raises StoreError."""
        with _told(self.path):
            try:
                raw = self._idle.get_nowait()
            except Empty:
                raw = _connect(self.path, self.mode)
            try:
                raw.execute("BEGIN")
                yield raw
                raw.execute("COMMIT")
            except BaseException:
                raw.close()
                raise
            self._idle.put(raw)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection in a write transaction, committed if the block ends well. Raises StoreError."""
        from quotes.store.engine import make_engine

        with self._lock:
            if self._engine is None:
                self._engine = make_engine(lambda: _connect(self.path, self.mode))
        with _told(self.path), self._engine.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close all connections that nobody uses at this moment."""
        if self._engine is not None:
            self._engine.dispose()
        while True:
            try:
                self._idle.get_nowait().close()
            except Empty:
                return


def open_database(
    url: str, *, create: bool = False, write: bool = False, notify: Callable[[str], None] | None = None
) -> Database:
    """Open the database of a SQLAlchemy URL (`sqlite:///quotes.db`) and bring it up to date.

    `create` makes a missing one, `write` demands that it can be written. `notify` is told in one line when a database
    is made or upgraded. Raises StoreError (missing, another program's, no SQLite file), StoreReadOnly, StoreTooNew; a
    database that could not be made leaves no file behind.
    """
    path = database_path(url)
    notify = notify or (lambda _: None)
    if path.is_dir():
        raise StoreError(f"{path} is a folder: name the database file in it")
    if not _holds_something(path):
        if not create:
            raise StoreError(f"there is no database {path} yet: `import` makes it")
        return _make(path, notify)
    mode, current = _probe(path)
    if current != schema.HEAD:
        schema.check_known(current, str(path))
        database = Database(path, "rw")
        try:
            _upgrade(database)
        except BaseException:
            database.close()
            raise
        notify(f"database {path} brought up to date ({current or 'empty'} ▶ {schema.HEAD})")
        return database
    database = Database(path, mode)
    if write:
        with _told(path), closing(_connect(path, mode)) as raw:
            # Changes nothing, but asks for all that a change needs; BEGIN IMMEDIATE alone passes on a read-only file.
            raw.execute("UPDATE alembic_version SET version_num = version_num WHERE 0")
    return database


def database_path(url: str) -> Path:
    """Return the file that a database URL names. Raises StoreError for anything but a SQLite file."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        raise StoreError(f"{url!r} is no database URL: give one like sqlite:///quotes.db")
    if scheme not in ("sqlite", "sqlite+pysqlite"):
        raise StoreError(f"the database must be SQLite (sqlite:///quotes.db), not {scheme}")
    name = rest.removeprefix("/")
    if not rest.startswith("/") or not name or name.startswith((":memory:", "file:")) or "?" in name or "\0" in name:
        raise StoreError(f"{url!r} names no database file: give one like sqlite:///quotes.db")
    return Path(name)


def _holds_something(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(f"{path} cannot be opened: {error.strerror}") from error


def _make(path: Path, notify: Callable[[str], None]) -> Database:
    if not path.parent.is_dir():
        raise StoreError(f"the folder {path.parent} for the database does not exist")
    existed = path.exists()
    if not os.access(path if existed else path.parent, os.W_OK):
        raise StoreReadOnly(_READ_ONLY.format(path))
    database = Database(path, "rwc")
    try:
        _upgrade(database)
    except BaseException:
        database.close()
        # Whoever else makes it at this moment has filled it by now: only what holds nothing is removed.
        if not existed and path.exists() and path.stat().st_size == 0:
            path.unlink()
        raise
    notify(f"new database {path}")
    return database


def _upgrade(database: Database) -> None:
    with database.writing() as connection:
        schema.upgrade(connection)
    # A file of its own setting, kept for ever after; it cannot be changed inside a transaction.
    with _told(database.path), closing(_connect(database.path, "rw")) as raw:
        raw.execute("PRAGMA journal_mode = WAL")


def _probe(path: Path) -> tuple[Mode, str | None]:
    """Return how an existing file can be opened, and its version."""
    name = str(path)
    with _told(path):
        try:
            with closing(_connect(path, "rw")) as raw:
                return "rw", schema.version(raw, name)
        except sqlite3.OperationalError:
            # Reading a write-ahead log needs a file beside the database. Where none can be made, a database without
            # a log that still waits to be written back is as good as a file that never changes.
            log = path.with_name(path.name + "-wal")
            if os.access(path.parent, os.W_OK) or not os.access(path, os.R_OK) or _holds_something(log):
                raise
        with closing(_connect(path, "immutable")) as raw:
            return "immutable", schema.version(raw, name)


def _connect(path: Path, mode: Mode) -> sqlite3.Connection:
    how = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    raw = sqlite3.connect(
        f"file:{quote(str(path))}?{how}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    raw.row_factory = sqlite3.Row
    try:
        raw.execute("PRAGMA foreign_keys = ON")
        # With a write-ahead log a power cut can lose the last transactions but never harm the database.
        raw.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        raw.close()
        raise
    return raw


_READ_ONLY = "database {} cannot be written: change the permissions of the file, its -wal and -shm and the folder, or name another"


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn what SQLite raises, by itself or through SQLAlchemy, into errors that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _store_error(path, str(error)) from error
    except Exception as error:
        # SQLAlchemy's errors carry the driver's; its classes are not imported to tell them.
        driver = getattr(error, "orig", None)
        if isinstance(driver, sqlite3.Error):
            raise _store_error(path, str(driver)) from error
        raise


def _store_error(path: Path, message: str) -> StoreError:
    if "readonly" in message or "unable to open database file" in message:
        return StoreReadOnly(_READ_ONLY.format(path))
    if "not a database" in message or "malformed" in message:
        return StoreError(f"{path} is no SQLite database, or a damaged one: name another file")
    if "locked" in message:
        return StoreError(f"database {path} is being written by another program: try again")
    if "disk is full" in message or "disk I/O" in message:
        return StoreError(f"database {path} cannot be written: {message}")
    return StoreError(f"database {path}: {message}")
