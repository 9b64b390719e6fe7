"""What tests of several rooms share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quotes.extraction.pipeline import Extractor
from quotes.settings import Settings
from quotes.store.database import Database, open_database

ROOT = Path(__file__).resolve().parents[1]

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings with a database that does not exist yet."""
    return Settings(database=f"sqlite:///{tmp_path / 'quotes.db'}")


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    """A new, empty database."""
    database = open_database(settings.database, create=True)
    yield database
    database.close()


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    """The real extractor, loaded once."""
    return Extractor()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the real command line in an empty folder: `run("search", "quay")`."""

    def run(*args: str | Path, stdin: str = "", prefix: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}
        return subprocess.run(
            [*prefix, sys.executable, str(ROOT / "app.py"), *map(str, args)],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=environment,
            timeout=300,
            check=False,
        )

    return run
