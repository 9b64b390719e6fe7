"""Articles into the store: read, told apart from what is there, extracted where needed, written one by one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quotes.errors import InputError
from quotes.identity import article_id
from quotes.service.extracting import QuoteExtractor, batches, extract_each, extractor_version, make_extractor
from quotes.settings import Settings
from quotes.store.database import Database, database_path, open_database
from quotes.store.known import Known, known_articles
from quotes.store.rows import Row, article_row
from quotes.types import Article, Quote

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


class Importer:
    """Brings documents into one database, which is made when there is something to write, not before."""

    def __init__(
        self,
        settings: Settings,
        *,
        extractor: Callable[[], QuoteExtractor],
        version: str,
        notify: Callable[[str], None] | None = None,
        progress: Callable[[ImportReport], None] | None = None,
    ) -> None:
        """Prepare; nothing is opened yet.

        `extractor` makes the extractor when the first article needs it (that loads the language model) and `version`
        names it and its settings; `notify` is told when the database is made or brought up to date, `progress` after
        each document.
        """
        self.report = ImportReport()
        self._settings = settings
        self._make_extractor = extractor
        self._extractor: QuoteExtractor | None = None
        self._version = version
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
            for batch in batches(self._accepted(documents)):
                self._import_batch(batch)
        finally:
            if self._database is not None:
                self._database.close()
        return self.report

    def _open(self) -> Database:
        if self._database is None:
            self._database = open_database(self._settings.database, create=True, write=True, notify=self._notify)
        return self._database

    def _accepted(self, documents: Iterable[Article | InputError]) -> Iterator[Article]:
        """Yield the articles that can be stored; refuse all else."""
        for document in documents:
            if isinstance(document, InputError):
                self._refuse(document)
                continue
            known = self._seen.get(document.id)
            if known is None:
                self._seen[document.id] = hash(document.text)
                yield document
            elif known == hash(document.text):
                self._count("unchanged")  # named twice: a folder, and a file in it
            else:
                where = document.url or document.key
                self._refuse(
                    InputError(_origin(document), f"another text of this import has the same address: {where}")
                )

    def _import_batch(self, articles: Sequence[Article]) -> None:
        rows: list[tuple[Article, Row]] = []
        for article in articles:
            try:
                rows.append((article, article_row(article, self._version)))
            except UnicodeEncodeError:
                self._refuse(InputError(_origin(article), "the text holds a half character (a lone surrogate)"))
        known = self._known([article.id for article, _ in rows])
        waiting: list[_Waiting] = []
        for article, row in rows:
            before = known.get(article.id)
            if before is None or not before.same_quotes(row):
                waiting.append(_Waiting(article, before))
            elif before.same_metadata(row):
                self._count("unchanged")
            else:
                from quotes.store.writing import write_metadata

                with self._open().writing() as connection:
                    write_metadata(connection, before, row)
                self._count("updated")
        if waiting:
            self._extract_and_write(waiting)

    def _known(self, ids: Sequence[str]) -> dict[str, Known]:
        if self._database is None:
            return {}
        with self._database.reading() as connection:
            return known_articles(connection, ids)

    def _extract_and_write(self, waiting: Sequence[_Waiting]) -> None:
        if self._extractor is None:
            self._extractor = self._make_extractor()
        results = extract_each(self._extractor, [each.article for each in waiting])
        for each, quotes in zip(waiting, results, strict=True):
            if isinstance(quotes, InputError):
                self._refuse(quotes)
                continue
            outcome = self._write(each, quotes)
            if outcome != "unchanged":
                self.report.quotes += len(quotes)
            self._count(outcome)

    def _write(self, each: _Waiting, quotes: Sequence[Quote]) -> Outcome:
        # Here, because an import that finds nothing new needs neither SQLAlchemy nor spaCy.
        from quotes.store.writing import write_article

        known = each.known
        while True:
            with self._open().writing() as connection:
                outcome = write_article(connection, each.article, quotes, self._version, known)
            if outcome is not None:
                return outcome
            # Another import has brought the same article while this one was extracting it.
            known = self._known([each.article.id]).get(each.article.id)

    def _count(self, outcome: Outcome) -> None:
        setattr(self.report, outcome, getattr(self.report, outcome) + 1)
        self._progress(self.report)

    def _refuse(self, error: InputError) -> None:
        self.report.refused.append(error)
        self._progress(self.report)


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
        extractor=lambda: make_extractor(settings),
        version=extractor_version(settings),
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


def _origin(article: Article) -> str:
    return article.origin or article.key or article.id
