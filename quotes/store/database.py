"""Opens the SQLite database: found or made, brought up to date, with every failure said in one line.

Reading goes through Python's own driver and writing through SQLAlchemy, which is imported at the first write: a search
from the command line is over sooner than that import.

SQLite 3.35 or newer with FTS5 is needed: `RETURNING` and `MATERIALIZED` came with it.
"""

from __future__ import annotations

import fcntl
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
    current = _probe(path)[1] if _holds_something(path) else None
    if current != schema.HEAD:
        if not _holds_something(path) and not create:
            raise StoreError(f"there is no database {path} yet: `import` makes it")
        _bring_up_to_date(path, notify)
    mode, _ = _probe(path)
    if write:
        with _told(path), closing(_connect(path, mode)) as raw:
            # Changes nothing, but asks for all that a change needs; BEGIN IMMEDIATE alone passes on a read-only file.
            raw.execute("UPDATE alembic_version SET version_num = version_num WHERE 0")
    return Database(path, mode)


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


def _bring_up_to_date(path: Path, notify: Callable[[str], None]) -> None:
    """Make a database, or run the migrations that an older one lacks; leave no file behind if it could not be made."""
    if not path.parent.is_dir():
        raise StoreError(f"the folder {path.parent} for the database does not exist")
    with _alone(path):
        existed, filled = path.exists(), _holds_something(path)
        current = _probe(path)[1] if filled else None
        if current == schema.HEAD:
            return  # someone else did it while this program waited
        schema.check_known(current, str(path))
        if not os.access(path if existed else path.parent, os.W_OK):
            raise StoreReadOnly(_READ_ONLY.format(path))
        database = Database(path, "rwc")
        try:
            with database.writing() as connection:
                schema.upgrade(connection)
            # A setting of the file, kept for ever after; it cannot be changed inside a transaction.
            with _told(path), closing(_connect(path, "rw")) as raw:
                raw.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            database.close()
            if not existed and path.exists() and not _holds_something(path):
                path.unlink()
            raise
        database.close()
        if filled:
            notify(f"database {path} brought up to date ({current or 'empty'} ▶ {schema.HEAD})")
        else:
            notify(f"new database {path}")


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Keep other processes from making or upgrading a database in the same folder meanwhile.

    SQLite's own locks are not enough: while one process turns the write-ahead log on, another that waits to begin is
    told at once that the database is locked. The folder is what is locked, so that no file of ours stays behind.
    """
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise StoreError(f"{path.parent} cannot be opened: {error.strerror}") from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


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


_READ_ONLY = (
    "database {} cannot be written: change the permissions of the file (and its -wal and -shm) and the folder, "
    "or name another"
)


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
