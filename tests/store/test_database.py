from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from quotes.errors import StoreError, StoreReadOnly, StoreTooNew
from quotes.store import schema
from quotes.store.database import Database, open_database
from quotes.store.models import Base
from tests.store.invented import rows


def url(path: Path) -> str:
    return f"sqlite:///{path}"


def test_the_migrations_make_the_tables_of_the_models(database: Database) -> None:
    engine = create_engine(url(database.path))
    ours = set(Base.metadata.tables)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _: kind != "table" or name in ours,
                "compare_server_default": True,
            },
        )
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_head_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(schema.MIGRATIONS)).get_current_head() == schema.HEAD


def test_a_new_database_is_announced_and_an_up_to_date_one_is_not(tmp_path: Path) -> None:
    said: list[str] = []
    open_database(url(tmp_path / "a.db"), create=True, notify=said.append).close()
    assert [line.split()[:2] for line in said] == [["new", "database"]]
    open_database(url(tmp_path / "a.db"), create=True, notify=said.append).close()
    assert len(said) == 1


def test_a_database_without_tables_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    raw.close()
    said: list[str] = []
    database = open_database(url(path), notify=said.append)
    assert rows(database, "SELECT count(*) FROM quotes") == [(0,)]
    database.close()
    assert len(said) == 1 and "up to date" in said[0]


def test_it_is_in_wal_mode_with_foreign_keys_on(database: Database) -> None:
    assert rows(database, "PRAGMA journal_mode") == [("wal",)]
    assert rows(database, "PRAGMA foreign_keys") == [(1,)]
    with database.writing() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_downgrade_removes_everything(database: Database) -> None:
    from alembic import command

    config = schema._config()
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    left = rows(database, "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    assert [name for (name,) in left] == ["alembic_version"]


def test_a_newer_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_database(url(path), create=True).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNew, match="newer version of this program"):
        open_database(url(path), create=True, write=True)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE recipes (name)")
    raw.close()
    with pytest.raises(StoreError, match="another program"):
        open_database(url(path), create=True)


@pytest.mark.parametrize("content", [b"no database at all, only words " * 50, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"no SQLite database"):
        open_database(url(path), create=True)
    assert path.read_bytes() == content


def test_a_missing_database_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        open_database(url(tmp_path / "a.db"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ("postgresql://host/x", "must be SQLite"),
        ("quotes.db", "no database URL"),
        ("sqlite://", "names no database file"),
        ("sqlite:///:memory:", "names no database file"),
        ("sqlite:///a\0b", "names no database file"),
    ],
)
def test_a_url_of_another_kind_is_refused(wrong: str, why: str) -> None:
    with pytest.raises(StoreError, match=why):
        open_database(wrong, create=True)


def test_a_folder_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_database(url(tmp_path), create=True)
    with pytest.raises(StoreError, match="does not exist"):
        open_database(url(tmp_path / "no" / "a.db"), create=True)
    with pytest.raises(StoreError, match="cannot be opened"):
        open_database(url(Path(__file__) / "a.db"), create=True)


def test_a_path_with_signs_that_mean_something_in_an_address_is_a_path(tmp_path: Path) -> None:
    folder = tmp_path / "50% #1 & more"
    folder.mkdir()
    open_database(url(folder / "a b.db"), create=True).close()
    assert (folder / "a b.db").exists()


def test_a_migration_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "migrations"
    shutil.copytree(schema.MIGRATIONS, broken, ignore=shutil.ignore_patterns("__pycache__"))
    (script,) = (broken / "versions").glob("0001*.py")
    script.write_text(script.read_text().replace("CREATE VIRTUAL TABLE speakers_fts", "CREATE NONSENSE speakers_fts"))
    monkeypatch.setattr(schema, "MIGRATIONS", broken)
    (tmp_path / "db").mkdir()
    with pytest.raises(StoreError, match="syntax error"):
        open_database(url(tmp_path / "db" / "a.db"), create=True)
    assert list((tmp_path / "db").iterdir()) == []


OPEN = "import sys; from quotes.store.database import open_database; open_database(sys.argv[1], create=True).close()"


def test_two_programs_can_make_the_same_database_at_once(tmp_path: Path) -> None:
    started = [subprocess.Popen([sys.executable, "-c", OPEN, url(tmp_path / "a.db")]) for _ in range(3)]
    assert [process.wait(120) for process in started] == [0, 0, 0]
    database = open_database(url(tmp_path / "a.db"))
    assert rows(database, "SELECT version_num FROM alembic_version") == [(schema.HEAD,)]
    assert rows(database, "PRAGMA journal_mode") == [("wal",)]
    database.close()


# To root every file can be written. The tests of what cannot be run in a process that has given that power up.
POWERLESS = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search")
needs_setpriv = pytest.mark.skipif(os.getuid() == 0 and shutil.which("setpriv") is None, reason="needs setpriv as root")

TRY = """
import sys
from quotes.errors import StoreError
from quotes.store.database import open_database
try:
    database = open_database(sys.argv[1], create=True, write=sys.argv[2] == "write")
    with database.reading() as connection:
        print(connection.execute("SELECT count(*) FROM quotes").fetchone()[0])
    database.close()
except StoreError as error:
    print(type(error).__name__)
"""


def attempt(path: Path, how: str) -> str:
    prefix = POWERLESS if os.getuid() == 0 else ()
    done = subprocess.run(
        [*prefix, sys.executable, "-c", TRY, url(path), how], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@needs_setpriv
@pytest.mark.parametrize("folder_mode", [0o555, 0o755], ids=["folder read-only", "folder writable"])
def test_a_read_only_database_can_be_read_and_not_written(tmp_path: Path, folder_mode: int) -> None:
    folder = tmp_path / "db"
    folder.mkdir()
    path = folder / "a.db"
    open_database(url(path), create=True).close()
    path.chmod(0o444)
    folder.chmod(folder_mode)
    try:
        assert attempt(path, "read") == "0"
        assert attempt(path, "write") == StoreReadOnly.__name__
    finally:
        folder.chmod(0o755)


@needs_setpriv
def test_no_database_is_made_in_a_read_only_folder(tmp_path: Path) -> None:
    folder = tmp_path / "db"
    folder.mkdir(mode=0o555)
    try:
        assert attempt(folder / "a.db", "write") == StoreReadOnly.__name__
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o755)
