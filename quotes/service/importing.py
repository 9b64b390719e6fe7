"""Articles into the store: read, told apart from what is there, extracted where needed, written one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from quotes.errors import InputError
from quotes.identity import article_id
from quotes.service.extracting import (
    QuoteExtractor,
    Result,
    batches,
    extract_batches,
    extractor_version,
    make_extractor,
    origin_of,
)
from quotes.settings import Settings
from quotes.store.database import Database, database_path, open_database
from quotes.store.known import Known, known_articles
from quotes.store.rows import Row, article_row
from quotes.types import Article

if TYPE_CHECKING:
    from quotes.store.writing import Outcome


@dataclass(slots=True)
class ImportReport:
    """What an import did, in articles; `quotes` counts those of new and updated articles."""

    new: int = 0
    unchanged: int = 0
    updated: int = 0
    quotes: int = 0
    refused: list[InputError] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many documents were dealt with so far."""
        return self.new + self.unchanged + self.updated + len(self.refused)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An article that must be extracted."""

    article: Article
    known: Known | None


_Batch = list["InputError | Outcome | _Waiting"]
"""Documents in their order: refused, dealt with, or still to be extracted and written."""


class Importer:
    """Brings documents into one database, which is made when there is something to write, not before.

    Reading, telling apart and writing happen here, one batch of documents after the other; extraction happens here too
    or in processes of its own. Either way the same is written, in the order of the documents.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        extractor: Callable[[], QuoteExtractor],
        version: str,
        processes: int = 1,
        notify: Callable[[str], None] | None = None,
        progress: Callable[[ImportReport], None] | None = None,
    ) -> None:
        """Prepare; nothing is opened yet.

        `extractor` makes the extractor when the first article needs it (that loads the language model) and `version`
        names it and its settings. `processes` is as in `extract_batches`; `notify` is told when the database is made or
        brought up to date, `progress` after each document.
        """
        self.report = ImportReport()
        self._settings = settings
        self._extractor = extractor
        self._version = version
        self._processes = processes
        self._notify = notify
        self._progress = progress or (lambda _: None)
        self._database: Database | None = None
        self._seen: dict[str, int] = {}
        """Hash of the text by article id, of this import: a million articles fit in a hundred megabytes."""

    def run(self, documents: Iterable[Article | InputError]) -> ImportReport:
        """Import all documents and report; what cannot be imported is refused and the rest goes on.

        Raises StoreError if the database cannot be used and ModelError if the model cannot be loaded: all articles
        written until then stay, each one whole.
        """
        try:
            if database_path(self._settings.database).exists():
                self._open()
            work = ((batch, _articles(batch)) for batch in map(self._told_apart, batches(documents)))
            with closing(extract_batches(work, self._extractor, self._processes)) as extracted:
                for batch, results in extracted:
                    self._finish(batch, results)
        finally:
            if self._database is not None:
                self._database.close()
        return self.report

    def _open(self) -> Database:
        if self._database is None:
            self._database = open_database(self._settings.database, create=True, write=True, notify=self._notify)
        return self._database

    def _told_apart(self, documents: Sequence[Article | InputError]) -> _Batch:
        """Find out what is to be done with each document, and do it at once where only metadata has changed."""
        batch: list[InputError | Outcome | tuple[Article, Row]] = [self._accepted(document) for document in documents]
        known = self._known([each[0].id for each in batch if isinstance(each, tuple)])
        return [self._compared(*each, known.get(each[0].id)) if isinstance(each, tuple) else each for each in batch]

    def _accepted(self, document: Article | InputError) -> InputError | Outcome | tuple[Article, Row]:
        """Return an article that can be stored with its row, or else what becomes of the document."""
        if isinstance(document, InputError):
            return document
        seen = self._seen.get(document.id)
        if seen is not None:
            if seen == hash(document.text):
                return "unchanged"  # named twice: a folder, and a file in it
            where = document.url or document.key
            return InputError(origin_of(document), f"another text of this import has the same address: {where}")
        self._seen[document.id] = hash(document.text)
        try:
            return document, article_row(document, self._version)
        except UnicodeEncodeError:
            return InputError(origin_of(document), "the text holds a half character (a lone surrogate)")

    def _compared(self, article: Article, row: Row, known: Known | None) -> Outcome | _Waiting:
        if known is None or not known.same_quotes(row):
            return _Waiting(article, known)
        if known.same_metadata(row):
            return "unchanged"
        from quotes.store.writing import write_metadata

        with self._open().writing() as connection:
            write_metadata(connection, known, row)
        return "updated"

    def _known(self, ids: Sequence[str]) -> dict[str, Known]:
        if self._database is None:
            return {}
        with self._database.reading() as connection:
            return known_articles(connection, ids)

    def _finish(self, batch: _Batch, results: Iterable[Result]) -> None:
        """Write what was extracted, and report on every document in its turn."""
        extracted = iter(results)
        for each in batch:
            if isinstance(each, _Waiting):
                self._write(each, next(extracted))
            elif isinstance(each, InputError):
                self._refuse(each)
            else:
                self._count(each)

    def _write(self, waiting: _Waiting, quotes: Result) -> None:
        if isinstance(quotes, InputError):
            self._refuse(quotes)
            return
        # Here, because an import that finds nothing new needs neither SQLAlchemy nor spaCy.
        from quotes.store.writing import write_article

        known = waiting.known
        while True:
            with self._open().writing() as connection:
                outcome = write_article(connection, waiting.article, quotes, self._version, known)
            if outcome is not None:
                break
            # Another import has brought the same article while this one was extracting it.
            known = self._known([waiting.article.id]).get(waiting.article.id)
        if outcome != "unchanged":
            self.report.quotes += len(quotes)
        self._count(outcome)

    def _count(self, outcome: Outcome) -> None:
        setattr(self.report, outcome, getattr(self.report, outcome) + 1)
        self._progress(self.report)

    def _refuse(self, error: InputError) -> None:
        self.report.refused.append(error)
        self._progress(self.report)


def _articles(batch: _Batch) -> list[Article]:
    return [each.article for each in batch if isinstance(each, _Waiting)]


def import_documents(
    documents: Iterable[Article | InputError],
    settings: Settings,
    *,
    notify: Callable[[str], None] | None = None,
    progress: Callable[[ImportReport], None] | None = None,
) -> ImportReport:
    """Import documents into `settings.database` with the extractor of `settings`, and report.

    spaCy is imported only if an article is new or its text has changed. Raises as `Importer.run` does.
    """
    importer = Importer(
        settings,
        extractor=partial(make_extractor, settings),
        version=extractor_version(settings),
        processes=settings.processes,
        notify=notify,
        progress=progress,
    )
    return importer.run(documents)


def name_by_content(documents: Iterable[Article | InputError], stream: str) -> Iterator[Article | InputError]:
    """Yield documents; those that only the name of the stream names get an address made of their text.

    Two stories that come down the same pipe, one after the other, are two articles: called `standard input` both, the
    second would take the place of the first.
    """
    for document in documents:
        if isinstance(document, Article) and document.url is None and document.key.partition("#")[0] == stream:
            digest = hashlib.sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            key = f"{stream} {digest}"
            yield replace(document, id=article_id(key), key=key)
        else:
            yield document
