"""Articles to quotes in batches, so that one bad article costs only itself."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from quotes.errors import InputError, QuotesError
from quotes.settings import Settings
from quotes.types import Article, Quote

if TYPE_CHECKING:
    from quotes.extraction.pipeline import Extractor

log = logging.getLogger(__name__)

D = TypeVar("D", bound=Article | InputError)

BATCH_ARTICLES = 32
BATCH_CHARACTERS = 1_000_000
"""A batch is full with so many articles or so much text, whichever comes first: what is held in memory is bounded."""


class QuoteExtractor(Protocol):
    """What is needed of `quotes.extraction.pipeline.Extractor`."""

    def extract_many(self, texts: Iterable[str]) -> Iterator[list[Quote]]:
        """Yield the quotes of each text, in the order given."""
        ...


def make_extractor(settings: Settings) -> Extractor:
    """Return the extractor that the settings ask for. Raises ModelError if its language model cannot be loaded."""
    from quotes.extraction.pipeline import Extractor

    return Extractor(settings.model, settings.min_confidence)


def extractor_version(settings: Settings) -> str:
    """Return the name of all that decides which quotes a text gives; loads no language model."""
    from quotes.extraction.pipeline import Extractor

    return f"{Extractor.version} {settings.model} {settings.min_confidence:g}"


def batches(documents: Iterable[D]) -> Iterator[list[D]]:
    """Yield the documents in their order, as many at once as BATCH_ARTICLES and BATCH_CHARACTERS allow."""
    batch: list[D] = []
    characters = 0
    for document in documents:
        size = len(document.text) if isinstance(document, Article) else 0
        if batch and characters + size > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(document)
        characters += size
        if len(batch) == BATCH_ARTICLES:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def extract_each(extractor: QuoteExtractor, articles: Sequence[Article]) -> Iterator[list[Quote] | InputError]:
    """Yield the quotes of each article in text order, or the InputError that says why there are none.

    Articles go through together; where that fails the rest goes through one by one, so that only the article at
    fault is lost. The failure is logged with its traceback at debug level. Errors of this package (the model does
    not fit) are nobody's fault but the installation's and are raised.
    """
    done = 0
    try:
        for quotes in extractor.extract_many([article.text for article in articles]):
            yield _in_order(quotes)
            done += 1
    except QuotesError:
        raise
    except Exception:
        log.debug("a batch failed; its articles are tried one by one", exc_info=True)
        for article in articles[done:]:
            yield _extract_alone(extractor, article)


def _extract_alone(extractor: QuoteExtractor, article: Article) -> list[Quote] | InputError:
    origin = article.origin or article.key or article.id
    try:
        return _in_order(next(iter(extractor.extract_many([article.text]))))
    except QuotesError:
        raise
    except Exception as error:
        log.debug("extraction failed on %s", origin, exc_info=True)
        return InputError(origin, f"extraction failed ({type(error).__name__}: {error}); --debug shows where")


def _in_order(quotes: list[Quote]) -> list[Quote]:
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end))


def extract_documents(
    documents: Iterable[Article | InputError], settings: Settings
) -> Iterator[tuple[Article, list[Quote]] | InputError]:
    """Yield each article with its quotes in text order, or why there are none; the order of the input is kept.

    Raises ModelError if the language model cannot be loaded; it is loaded when the first article comes.
    """
    extractor: Extractor | None = None
    for group in batches(documents):
        articles = [document for document in group if isinstance(document, Article)]
        if articles and extractor is None:
            extractor = make_extractor(settings)
        results = iter(extract_each(extractor, articles)) if extractor else iter(())
        for document in group:
            if isinstance(document, InputError):
                yield document
                continue
            quotes = next(results)
            yield quotes if isinstance(quotes, InputError) else (document, quotes)
