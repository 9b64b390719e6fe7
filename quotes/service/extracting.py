"""Articles to quotes in batches, so that one bad article costs only itself."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Protocol, TypeVar

from quotes import __version__
from quotes.errors import InputError, QuotesError
from quotes.settings import Settings
from quotes.types import Article, Quote

if TYPE_CHECKING:
    from quotes.extraction.pipeline import Extractor

log = logging.getLogger(__name__)

T = TypeVar("T")
D = TypeVar("D", bound=Article | InputError)

Result = list[Quote] | InputError
"""What extraction made of an article: its quotes in text order, or why there are none."""

BATCH_ARTICLES = 16
BATCH_CHARACTERS = 1_000_000
"""A batch is full with so many articles or so much text, whichever comes first: what is held in memory is bounded.

Larger ones are read no faster, and leave processes that share the work with less to do at its end.
"""
MAX_PROCESSES = 8
"""More only when asked for: each needs some 300 MB, and one writer does not keep up with many more."""
SMALL_CHARACTERS = 200_000
"""Less than this is extracted here if nobody says how many processes: in the time that others take to start."""
SMALL_BATCHES = 16
"""Batches looked at before that is decided, so that an archive of which little is new is not held in memory."""


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
    from quotes.extraction.ranking import weights_digest

    return f"{__version__} {weights_digest()} {settings.model} {settings.min_confidence:g}"


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


def extract_each(extractor: QuoteExtractor, articles: Sequence[Article]) -> Iterator[Result]:
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


def _extract_alone(extractor: QuoteExtractor, article: Article) -> Result:
    try:
        return _in_order(next(iter(extractor.extract_many([article.text]))))
    except QuotesError:
        raise
    except Exception as error:
        origin = origin_of(article)
        log.debug("extraction failed on %s", origin, exc_info=True)
        return InputError(origin, f"extraction failed ({type(error).__name__}: {error}); --debug shows where")


def origin_of(article: Article) -> str:
    """Return what messages call the article: where it was read, or else its address."""
    return article.origin or article.key or article.id


def _in_order(quotes: list[Quote]) -> list[Quote]:
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end))


def extract_batches(
    batches: Iterable[tuple[T, Sequence[Article]]], extractor: Callable[[], QuoteExtractor], processes: int
) -> Generator[tuple[T, Iterable[Result]], None, None]:
    """Yield, for each batch, what came with it and the results of `extract_each`, in the order of the batches.

    `processes` extract, 1 being this one; 0: one for each core, but this one while there is little to extract.
    `extractor` makes the extractor of a process when its first article comes; unless `processes` is 1 it must be
    possible to pickle it. Close the generator to end the processes early. Raises what `extractor` raises, and
    ModelError if a process dies while it loads.
    """
    wanted = processes or usable_cores()
    here = _extract_here(extractor)
    held: list[tuple[T, Sequence[Article]]] = []
    characters = 0
    iterator = iter(batches)
    for batch in iterator:
        held.append(batch)
        characters += sum(len(article.text) for article in batch[1])
        if wanted > 1 and (processes or characters >= SMALL_CHARACTERS):
            from quotes.service.workers import extract_in_processes  # not before it is known to be needed

            yield from extract_in_processes(chain(held, iterator), extractor, wanted)
            return
        if wanted == 1 or len(held) == SMALL_BATCHES:
            yield from map(here, held)
            held, characters = [], 0
    yield from map(here, held)


def usable_cores() -> int:
    """Return how many processes extract if nobody says: one for each core that this program may use."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MAX_PROCESSES, available)


def _extract_here(
    make: Callable[[], QuoteExtractor],
) -> Callable[[tuple[T, Sequence[Article]]], tuple[T, Iterable[Result]]]:
    """Return a function that extracts a batch in this process."""
    made = cache(make)

    def extract(batch: tuple[T, Sequence[Article]]) -> tuple[T, Iterable[Result]]:
        what, articles = batch
        return what, extract_each(made(), articles) if articles else ()

    return extract


def extract_documents(
    documents: Iterable[Article | InputError], settings: Settings
) -> Iterator[tuple[Article, list[Quote]] | InputError]:
    """Yield each article with its quotes in text order, or why there are none; the order of the input is kept.

    Raises ModelError if the language model cannot be loaded; it is loaded when the first article comes.
    """
    work = ((group, [each for each in group if isinstance(each, Article)]) for group in batches(documents))
    with closing(extract_batches(work, partial(make_extractor, settings), settings.processes)) as extracted:
        for group, results in extracted:
            found = iter(results)
            for document in group:
                if isinstance(document, InputError):
                    yield document
                    continue
                quotes = next(found)
                yield quotes if isinstance(quotes, InputError) else (document, quotes)
