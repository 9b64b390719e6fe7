"""When the service itself fails, or is set up otherwise."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from quotes.api import create_app
from quotes.errors import StoreError
from quotes.settings import Settings
from tests.web.invented import fill
from tests.web.serving import serve


def test_a_missing_database_is_said_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no database"):
        create_app(Settings(database=f"sqlite:///{tmp_path / 'none.db'}"))


def test_a_broken_database_is_a_problem_that_names_no_file(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = fill(tmp_path)
    with serve(settings) as site:
        with sqlite3.connect(tmp_path / "invented.db") as connection:
            connection.execute("DROP TABLE quotes")
        connection.close()
        for path in ("/healthz", "/api/v1/quotes"):
            answer = site.ask(path)
            assert answer.status == 503
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.headers["Retry-After"].isdecimal()
            assert "invented.db" not in answer.text
        page = site.ask("/")
        assert (page.status, page.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
        assert "invented.db" not in page.text
    assert "quotes" in caplog.text


def test_an_unforeseen_failure_is_logged_and_not_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = fill(tmp_path)
    with serve(settings) as site:
        # As a bug would: what every request needs is not there.
        database = site.app.extensions.pop("quotes.lookup")
        try:
            page, data = site.ask("/"), site.ask("/api/v1/quotes")
        finally:
            site.app.extensions["quotes.lookup"] = database
        assert (page.status, page.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
        assert (data.status, data.headers["Content-Type"]) == (500, "application/problem+json")
        for answer in (page, data):
            assert "KeyError" not in answer.text
            assert "Traceback" not in answer.text
            assert answer.headers["Cache-Control"] == "no-store"
    assert "KeyError" in caplog.text


def test_addresses_are_those_of_the_setting(tmp_path: Path) -> None:
    settings = fill(tmp_path)
    behind = Settings(database=settings.database, base_url="https://quotes.example.org/", page_size=2)
    with serve(behind) as site:
        answer = site.ask("/api/v1/quotes")
        assert answer.headers["Link"].startswith("<https://quotes.example.org/api/v1/quotes?cursor=")
        id = answer.json["items"][0]["id"]
        assert f'<link rel="canonical" href="https://quotes.example.org/quotes/{id}">' in site.ask(f"/quotes/{id}").text
        described = site.ask(f"/oembed?url=https://quotes.example.org/quotes/{id}")
        assert f'src="https://quotes.example.org/quotes/{id}/embed"' in described.json["html"]
        assert site.ask(f"/oembed?url={site.base}/quotes/{id}").status == 404


def test_the_time_of_caching_is_a_setting(tmp_path: Path) -> None:
    settings = fill(tmp_path)
    with serve(Settings(database=settings.database, cache_seconds=7)) as site:
        id = site.id_of("breakwater")
        assert site.ask("/api/v1/quotes").headers["Cache-Control"] == "public, max-age=7"
        assert site.ask(f"/oembed?url={site.base}/quotes/{id}").json["cache_age"] == 7
