"""Imports whose articles are extracted in other processes: real ones, with real databases."""

from __future__ import annotations

import json
import logging
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from quotes.errors import InputError, ModelError
from quotes.readers import read_path
from quotes.service.extracting import BATCH_ARTICLES, SMALL_CHARACTERS, QuoteExtractor, extract_documents, usable_cores
from quotes.service.importing import Importer, ImportReport, import_documents
from quotes.service.workers import WINDOW, extract_in_processes
from quotes.settings import Settings
from quotes.types import Article
from tests.conftest import ROOT
from tests.service.marked_words import MarkedWords, die_while_loading, load_only_once
from tests.store.invented import article


def story(number: int, text: str = "") -> Article:
    text = text or f"Number {number} of the lamps is out. “It was lit in {1900 + number},” said nobody.\n"
    return article(text, key=f"{number:03}.txt", origin=f"folder/{number:03}.txt", title=f"Lamp {number}")


def stories(number: int, odd: dict[int, str] | None = None) -> list[Article]:
    return [story(n, (odd or {}).get(n, "")) for n in range(number)]


def bring(
    path: Path,
    documents: Iterable[Article | InputError],
    processes: int,
    extractor: Callable[[], QuoteExtractor] = MarkedWords,
) -> ImportReport:
    settings = Settings(database=f"sqlite:///{path}")
    return Importer(settings, extractor=extractor, version="1", processes=processes).run(documents)


def dump(path: Path) -> str:
    """Return everything in a database, all row numbers too, without the times of writing."""
    with closing(sqlite3.connect(path)) as connection:
        return re.sub(r"'20\d\d-\d\d-\d\dT[\d:.]+Z'", "'…'", "\n".join(connection.iterdump()))


def told(report: ImportReport) -> tuple[int, int, int, int, list[str]]:
    return report.new, report.unchanged, report.updated, report.quotes, list(map(str, report.refused))


def noted(path: Path) -> list[tuple[int, str]]:
    """Return what extractors noted: process and first words of the text."""
    if not path.exists():
        return []
    return [(int(line.partition(" ")[0]), line.partition(" ")[2]) for line in path.read_text().splitlines()]


def test_processes_write_what_one_process_writes(tmp_path: Path) -> None:
    size = BATCH_ARTICLES
    first: list[Article | InputError] = list(stories(5 * size, {3: "It had to stumble. “Oh,” it said."}))
    first[10] = InputError("folder/010.txt", "no text")
    first[40] = story(40, "“Half \udcff,” said Ann.")
    first[41] = story(2)
    first.append(InputError("folder/last.txt", "no text"))
    second = [*stories(2 * size, {5: "“Corrected,” said Ann."}), *stories(6 * size)[2 * size :]]
    second[7] = replace(story(7), title="Another title")
    alone, together = tmp_path / "alone.db", tmp_path / "together.db"
    for documents in (first, second):
        expected = bring(alone, documents, 1)
        assert told(bring(together, documents, 3)) == told(expected)
        assert dump(together) == dump(alone)
    assert expected.new == size + 4 and expected.updated == 2


def test_the_real_extractor_finds_the_same_in_processes(tmp_path: Path) -> None:
    urls = [f"sqlite:///{tmp_path / name}" for name in ("alone.db", "together.db")]
    reports = [
        import_documents(read_path(ROOT / "samples", settings), settings)
        for settings in (Settings(database=urls[0], processes=1), Settings(database=urls[1], processes=2))
    ]
    assert told(reports[0]) == told(reports[1]) and reports[0].quotes > 50
    assert dump(tmp_path / "alone.db") == dump(tmp_path / "together.db")


def test_what_is_extracted_in_processes_comes_in_the_order_of_the_documents() -> None:
    settings = Settings()
    documents = [*read_path(ROOT / "samples", settings), InputError("x.bin", "no text")]
    alone = list(extract_documents(documents, replace(settings, processes=1)))
    together = list(extract_documents(documents, replace(settings, processes=2)))
    assert together[:-1] == alone[:-1] and together[-1] is documents[-1]


def test_what_is_stored_is_sent_to_no_process(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    extractor = partial(MarkedWords, notes)
    bring(tmp_path / "q.db", stories(40), 2, extractor)
    assert sorted({text for _, text in noted(notes)}) == sorted({each.text[:20] for each in stories(40)})
    assert os.getpid() not in {pid for pid, _ in noted(notes)}
    notes.unlink()
    assert bring(tmp_path / "q.db", stories(40), 2, extractor).unchanged == 40
    assert noted(notes) == []
    assert bring(tmp_path / "q.db", stories(40, {39: "“Corrected,” said Ann."}), 2, extractor).updated == 1
    assert [text for _, text in noted(notes)] == ["“Corrected,” said An"]


@pytest.mark.skipif(usable_cores() < 2, reason="one core: there is nothing to share")
@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
def test_only_a_large_import_starts_processes_by_itself(tmp_path: Path, large: bool) -> None:
    notes = tmp_path / "notes"
    rest = "It was dark.\n" * (SMALL_CHARACTERS // 13 // 40 + 1) if large else ""
    documents = [replace(each, text=each.text + rest) for each in stories(40)]
    assert bring(tmp_path / "q.db", documents, 0, partial(MarkedWords, notes)).new == 40
    assert (os.getpid() in {pid for pid, _ in noted(notes)}) is not large


def test_a_process_that_dies_costs_only_the_article_that_killed_it(tmp_path: Path) -> None:
    number = 3 * BATCH_ARTICLES
    odd = {4: "Here they die at once.", 9: "There they leave early."}
    report = bring(tmp_path / "q.db", stories(number, odd), 2)
    assert [str(error) for error in report.refused] == [
        "folder/004.txt: extraction failed (its process was ended by SIGKILL)",
        "folder/009.txt: extraction failed (its process ended with code 7)",
    ]
    with closing(sqlite3.connect(tmp_path / "q.db")) as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM articles ORDER BY pk")]
        quotes = connection.execute("SELECT count(*) FROM quotes").fetchone()[0]
    assert keys == [f"{n:03}.txt" for n in range(number) if n not in odd]
    assert quotes == report.quotes == number - len(odd)


def test_a_process_that_dies_while_it_loads_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="ended with code 9 while it loaded"):
        bring(tmp_path / "q.db", stories(3), 2, die_while_loading)
    assert list(tmp_path.iterdir()) == []


def test_a_process_too_many_is_done_without(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    report = bring(tmp_path / "q.db", stories(6 * BATCH_ARTICLES), 3, partial(load_only_once, tmp_path / "seen"))
    assert told(report) == (6 * BATCH_ARTICLES, 0, 0, 6 * BATCH_ARTICLES, [])
    assert "ended with code 9 while it loaded the model: going on with fewer" in caplog.text


def test_a_missing_model_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    settings = Settings(database=f"sqlite:///{tmp_path / 'q.db'}", model="no_such_model", processes=2)
    with pytest.raises(ModelError, match="no_such_model"):
        import_documents(stories(3), settings)
    assert list(tmp_path.iterdir()) == []


def test_what_a_process_logs_is_logged_here(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        bring(tmp_path / "q.db", stories(3, {1: "It had to stumble."}), 2)
    (record,) = [record for record in caplog.records if "extraction failed on" in record.getMessage()]
    assert record.process != os.getpid()
    assert "folder/001.txt" in record.getMessage() and "ZeroDivisionError: stumbled" in record.getMessage()


@pytest.mark.parametrize("batch", [[story(1)], []], ids=["articles to extract", "nothing to extract"])
def test_reading_ahead_is_bounded(batch: list[Article]) -> None:
    """A million articles must not be held in memory, however far behind extraction is."""
    read = 0

    def batches() -> Iterator[tuple[int, Sequence[Article]]]:
        nonlocal read
        for number in range(1000):
            read += 1
            yield number, batch if number else [story(0)]

    with closing(extract_in_processes(batches(), MarkedWords, 2)) as extracted:
        for number in range(100):
            assert next(extracted)[0] == number
            assert read - number <= 2 * WINDOW


def test_ctrl_c_leaves_whole_articles_and_no_process(tmp_path: Path) -> None:
    number = 3000
    text = "“We have no captain,” said Ines Okafor, the harbour master.\n“Then find number {},” Jean-Luc Ngata said.\n"
    with (tmp_path / "wire.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"id": f"{n}", "text": text.format(n)}) + "\n" for n in range(number))
    database = tmp_path / "q.db"
    command = [sys.executable, str(ROOT / "app.py"), "import", "wire.jsonl"]
    # A shell ignores Ctrl-C in what it runs behind its back, these tests perhaps, and so would what they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    importing = subprocess.Popen(
        [*command, "--database", f"sqlite:///{database}", "--processes", "2"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # a process group of its own, all of which a terminal would send the signal
    )
    signal.signal(signal.SIGINT, before)
    while importing.poll() is None and len(keys_in(database)) < 2 * BATCH_ARTICLES:
        time.sleep(0.05)
    assert importing.poll() is None
    os.killpg(importing.pid, signal.SIGINT)
    printed, said = importing.communicate(timeout=60)
    assert (importing.returncode, printed) == (1, "")
    assert said.splitlines()[-1] == "Aborted!" and "Traceback" not in said
    assert eventually(lambda: running_in(importing.pid) == [])
    keys = keys_in(database)
    assert keys == [str(n) for n in range(len(keys))] and len(keys) < number
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        counts = connection.execute("SELECT DISTINCT count(*) FROM quotes GROUP BY article_pk").fetchall()
        assert counts == [(2,)]
        assert connection.execute("SELECT count(DISTINCT article_pk) FROM quotes").fetchone() == (len(keys),)


def running_in(group: int) -> list[str]:
    """Return the names of the processes of a group that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, fields = path.read_text().partition("(")[2].rpartition(")")
        except OSError:
            continue  # ended meanwhile
        state, _, its_group = fields.split()[:3]
        if int(its_group) == group and state not in "ZX":
            found.append(name)
    return found


def eventually(holds: Callable[[], bool]) -> bool:
    """Wait until something holds, ten seconds at most."""
    end = time.monotonic() + 10
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def keys_in(database: Path) -> list[str]:
    """Return the keys of the articles stored so far, in the order in which they came."""
    if not database.exists():
        return []
    with closing(sqlite3.connect(database)) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'articles'").fetchone() is None:
            return []
        return [key for (key,) in connection.execute("SELECT key FROM articles ORDER BY pk")]
