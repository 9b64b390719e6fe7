"""How much work a fixed folder makes, counted: runs of the model, texts and tokens it is given, statements of SQL.

Counts, because time says nothing on a busy machine. A change that parses a sentence twice, or asks the database once a
quote, fails here on any machine. Where a count changes for a good reason, the new one is written down here.
"""

from __future__ import annotations

import importlib
import pkgutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from sqlalchemy import Engine, event

import quotes.extraction
from quotes.extraction.pipeline import Extractor, load_language
from quotes.readers import read_path
from quotes.service.extracting import QuoteExtractor, make_extractor
from quotes.service.importing import Importer, ImportReport
from quotes.settings import Settings
from quotes.store.database import open_database

ARTICLES = {
    # no marks: nothing is read at all
    "1-weather.txt": "It rained for a week. The harbour of Ostholm stayed shut, its master said, and nobody minded.\n",
    # marks, and only the sentences around them are read
    "2-ferry.txt": (
        "Ferry waits for a captain\n\n"
        "The ferry between Ostholm and the mainland will not sail before Easter. Its last captain left in May.\n\n"
        "“We have asked in every port on this coast,” said Ines Okafor, the harbour master.\n\n"
        "The island council met on Monday. It heard six reports and voted on none of them. The heating failed.\n\n"
        "“Then ask in the next one,” Jean-Luc Ngata told the meeting. “The shops are empty.”\n"
    ),
    # a quote over two paragraphs: long quotes cost no more than short ones
    "3-speech.txt": (
        "Petra Lindqvist opened the session with a speech on the winter.\n\n"
        "“The quay froze first, and then the lock, and then the road that leads to both of them. We carried bread "
        "over the ice on sledges, and letters, and once a calf. Nobody thanked us and nobody had to.\n\n"
        "“In March the ice broke. It took the small bridge with it, and the bench where my father used to sit, and "
        "with them the last reason to keep quiet about the state of this harbour.”\n"
    ),
    # the same short sentence over and over: read once
    "4-answers.txt": "\n\n".join(["“Yes,” he said.", "“No,” he said.", "“Perhaps,” he said."] * 20) + "\n",
    # a text much longer, hardly any of it around a quote
    "5-chronicle.txt": (
        "\n\n".join(
            f"In {year} the lighthouse was painted again, and the keeper wrote it down." for year in range(1900, 2000)
        )
        + "\n\nThe paint was “never white”, according to Amos Thiel.\n"
    ),
}


class Work:
    """Counts what a spaCy pipeline is given, from inside."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.runs = 0
        self.texts = 0
        self.tokens = 0
        Language.component("count_work", func=self)
        nlp.add_pipe("count_work", last=True)
        encoder: Any = nlp.get_pipe("tok2vec")
        run = encoder.predict

        def counted(docs: list[Doc]) -> object:
            self.runs += 1
            return run(docs)

        encoder.predict = counted

    def __call__(self, doc: Doc) -> Doc:
        self.texts += 1
        self.tokens += len(doc)
        return doc

    def take(self) -> tuple[int, int, int]:
        """Return runs of the model, texts and tokens since the last time."""
        counts = self.runs, self.texts, self.tokens
        self.runs = self.texts = self.tokens = 0
        return counts


@pytest.fixture(scope="module")
def work() -> Work:
    return Work(load_language(Settings().model))


@pytest.fixture(scope="module")
def counted(work: Work) -> Extractor:
    """The real extractor with a pipeline that counts."""
    return Extractor(nlp=work.nlp)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "articles"
    path.mkdir()
    for name, text in ARTICLES.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@contextmanager
def statements() -> Iterator[list[str]]:
    """Collect the statements sent to SQLite that read or write rows, by the first word of each.

    Reading goes through the driver and writing through SQLAlchemy. One INSERT of many rows counts once; what triggers
    do does not count; nor does what makes the tables.
    """
    sent: list[str] = []
    connect = sqlite3.connect

    def note_reading(statement: str) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            sent.append("SELECT")

    def connect_traced(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*args, **kwargs)
        connection.set_trace_callback(note_reading)
        return connection

    def note_writing(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        kind = statement.split()[0].upper()
        if kind in ("INSERT", "UPDATE", "DELETE"):
            sent.append(kind)

    def note_commit(_connection: object) -> None:
        sent.append("COMMIT")

    event.listen(Engine, "before_cursor_execute", note_writing)
    event.listen(Engine, "commit", note_commit)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", connect_traced)
        try:
            yield sent
        finally:
            event.remove(Engine, "before_cursor_execute", note_writing)
            event.remove(Engine, "commit", note_commit)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("1-weather.txt", (0, 0, 0)),
        ("2-ferry.txt", (1, 2, 24)),  # each quote’s own sentence names who speaks: none before it is read
        ("3-speech.txt", (1, 1, 12)),
        ("4-answers.txt", (1, 1, 7)),
        ("5-chronicle.txt", (1, 1, 13)),
    ],
    ids=[name.removesuffix(".txt") for name in ARTICLES],
)
def test_an_article_makes_just_this_work(
    counted: Extractor, work: Work, name: str, expected: tuple[int, int, int]
) -> None:
    work.take()
    counted.extract(ARTICLES[name])
    assert work.take() == expected


def test_a_batch_is_read_in_as_few_runs_of_the_model_as_it_takes(counted: Extractor, work: Work) -> None:
    work.take()
    list(counted.extract_many(ARTICLES.values()))
    assert work.take() == (1, 5, 56)


@pytest.mark.parametrize(
    ("sentence", "runs", "sentences"),
    [
        ("“The ferry waits,” said Ines Okafor.", 1, 1),
        ("The ferry is “the last one”, according to Ines Okafor.", 1, 1),
        ("Ines Okafor has her “last ferry”.", 1, 1),
        ("“The ferry waits,” she said.", 2, 2),
        ("“The ferry waits,” the captain said.", 2, 2),
        ("The ferry is “the last one”.", 2, 2),
    ],
    ids=["said-a-name", "according-to-a-name", "of-a-name", "said-a-pronoun", "said-a-noun", "said-nobody"],
)
def test_the_sentence_before_is_read_only_where_it_may_tell_who_speaks(
    counted: Extractor, work: Work, sentence: str, runs: int, sentences: int
) -> None:
    work.take()
    counted.extract(f"The council met the harbour master on Monday. {sentence}")
    assert work.take()[:2] == (runs, sentences)


def test_the_same_articles_again_in_a_batch_are_not_read_again(counted: Extractor, work: Work) -> None:
    list(counted.extract_many(ARTICLES.values()))
    once = work.take()
    list(counted.extract_many([*ARTICLES.values()] * 3))
    assert work.take() == once


def remembered_for_good() -> dict[str, int]:
    """Return how much each function of the extraction remembers that never forgets anything."""
    sizes: dict[str, int] = {}
    for module in pkgutil.iter_modules(quotes.extraction.__path__, "quotes.extraction."):
        for name, function in vars(importlib.import_module(module.name)).items():
            if hasattr(function, "cache_info") and function.cache_info().maxsize is None:
                sizes[f"{function.__module__}.{name}"] = function.cache_info().currsize
    return sizes


def test_nothing_is_remembered_for_good_of_what_articles_say(counted: Extractor) -> None:
    def article(word: str) -> str:
        return (
            f"{word.title()} Harbour\n\nPetra {word.title()}, the {word}ist-in-chief of {word.title()}ville, left. A "
            f"{word}er was waiting.\n\n“It is {word},” the {word}ist said. “No {word},” said Tom {word.title()}.\n"
        )

    counted.extract(article("ostrel"))
    before = remembered_for_good()
    list(counted.extract_many(map(article, ["ambral", "imbrel", "umbrol", "embral"])))
    assert remembered_for_good() == before


def bring(
    folder: Path, settings: Settings, extractor: Callable[[], QuoteExtractor], processes: int = 1
) -> tuple[ImportReport, dict[str, int]]:
    """Import a folder and return the report and the number of statements sent, by kind."""
    with statements() as sent:
        importer = Importer(settings, extractor=extractor, version="1", processes=processes)
        return importer.run(read_path(folder, settings)), dict(sorted(Counter(sent).items()))


def test_an_import_sends_just_these_statements(settings: Settings, folder: Path, counted: Extractor) -> None:
    open_database(settings.database, create=True).close()
    report, sent = bring(folder, settings, lambda: counted)
    assert (report.new, report.refused) == (5, [])
    assert sent == {"COMMIT": 5, "INSERT": 19, "SELECT": 7}


def test_an_import_in_processes_sends_just_the_same(settings: Settings, folder: Path) -> None:
    open_database(settings.database, create=True).close()
    report, sent = bring(folder, settings, partial(make_extractor, settings), processes=2)
    assert (report.new, report.refused) == (5, [])
    assert sent == {"COMMIT": 5, "INSERT": 19, "SELECT": 7}


def test_an_import_again_reads_and_writes_nothing_new(
    settings: Settings, folder: Path, counted: Extractor, work: Work
) -> None:
    bring(folder, settings, lambda: counted)
    work.take()
    report, sent = bring(folder, settings, lambda: counted)
    assert (report.unchanged, work.take()) == (5, (0, 0, 0))
    assert sent == {"SELECT": 5}


def test_a_corrected_article_writes_what_was_corrected(settings: Settings, folder: Path, counted: Extractor) -> None:
    bring(folder, settings, lambda: counted)
    corrected = folder / "2-ferry.txt"
    corrected.write_text(ARTICLES[corrected.name].replace("next one", "next two"), encoding="utf-8")
    report, sent = bring(folder, settings, lambda: counted)
    assert (report.updated, report.unchanged) == (1, 4)
    # the article, and “The shops are empty”: the passage that shows who says so holds the corrected words
    assert sent == {"COMMIT": 1, "DELETE": 2, "INSERT": 4, "SELECT": 9, "UPDATE": 2}


@pytest.mark.parametrize("quotes", [10, 40])
def test_the_statements_of_an_article_do_not_grow_with_its_quotes(
    settings: Settings, tmp_path: Path, counted: Extractor, quotes: int
) -> None:
    open_database(settings.database, create=True).close()
    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(f"“Number {n} is closed,” said Ines Okafor." for n in range(quotes)), encoding="utf-8")
    report, sent = bring(path, settings, lambda: counted)
    assert report.quotes == quotes
    assert sent == {"COMMIT": 1, "INSERT": 3, "SELECT": 7}
