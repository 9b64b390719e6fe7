from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from quotes.errors import InputError, ModelError, StoreReadOnly
from quotes.extraction import ranking
from quotes.extraction.pipeline import Extractor
from quotes.service import extracting
from quotes.service.extracting import BATCH_ARTICLES, BATCH_CHARACTERS, batches, extract_each, extractor_version
from quotes.service.importing import Importer, ImportReport
from quotes.service.lookup import Lookup, QuoteQuery
from quotes.settings import Settings
from quotes.types import Article, Quote
from tests.store.invented import article

FERRY = (
    "The ferry will not sail before Easter, the island council heard on Monday.\n"
    "“We have no captain,” said Ines Okafor, the harbour master of Ostholm.\n"
    "“Then find one,” Jean-Luc Ngata told the meeting.\n"
)
LAMP = "A lamp is missing from the pier. “Somebody took it home,” Petra Lindqvist, a fisher, said.\n"
NOBODY = "It rained all week and nobody said a word about it.\n"


def ferry(text: str = FERRY, **fields: object) -> Article:
    return article(text, key="ferry.txt", **fields)


def lamp(text: str = LAMP) -> Article:
    return article(text, key="lamp.txt", title="The lamp")


def silence() -> Article:
    return article(NOBODY, key="silence.txt", title="Rain")


class Counting:
    """The real extractor, and which texts it was given."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self.texts: list[str] = []

    def extract_many(self, texts: Iterable[str]) -> Iterator[list[Quote]]:
        """Note the texts and extract."""
        given = list(texts)
        self.texts += given
        return self.extractor.extract_many(given)


class Stumbling(Counting):
    """An extractor with a fault that one word brings out."""

    def extract_many(self, texts: Iterable[str]) -> Iterator[list[Quote]]:
        """Fail in the middle of a batch that holds the word."""
        for text in texts:
            if "rained" in text:
                raise ZeroDivisionError("rain")
            yield from super().extract_many([text])


@pytest.fixture
def counting(extractor: Extractor) -> Counting:
    return Counting(extractor)


def bring(
    settings: Settings, extractor: Counting, documents: Sequence[Article | InputError], version: str = "1"
) -> ImportReport:
    return Importer(settings, extractor=lambda: extractor, version=version).run(documents)


def stored(settings: Settings) -> dict[str, tuple[str, str | None, int]]:
    """Return words, speaker and offset of every quote, by id."""
    lookup = Lookup(settings)
    try:
        items = lookup.quotes(QuoteQuery(limit=100)).items
    finally:
        lookup.close()
    return {each.id: (each.quote.text, each.speaker_id, each.quote.start) for each in items}


def counts(report: ImportReport) -> tuple[int, int, int, int]:
    return report.new, report.unchanged, report.updated, len(report.refused)


def test_articles_become_quotes_with_their_speakers(settings: Settings, counting: Counting) -> None:
    report = bring(settings, counting, [ferry(), silence()])
    assert counts(report) == (2, 0, 0, 0)
    lookup = Lookup(settings)
    found = lookup.quotes(QuoteQuery(speaker="Okafor")).items
    lookup.close()
    assert [(each.quote.text, each.quote.speaker.name if each.quote.speaker else None) for each in found] == [
        ("We have no captain,", "Ines Okafor")
    ]


def test_the_same_again_is_not_even_extracted(settings: Settings, counting: Counting) -> None:
    bring(settings, counting, [ferry(), lamp(), silence()])
    before = stored(settings)
    counting.texts.clear()
    assert counts(bring(settings, counting, [ferry(origin="moved/ferry.txt"), lamp(), silence()])) == (0, 3, 0, 0)
    assert counting.texts == []
    assert stored(settings) == before


def test_a_correction_changes_only_its_article(settings: Settings, counting: Counting) -> None:
    bring(settings, counting, [ferry(), lamp()])
    before = stored(settings)
    counting.texts.clear()
    corrected = ferry(FERRY.replace("Then find one", "Then go and find one"))
    assert counts(bring(settings, counting, [corrected, lamp()])) == (0, 1, 1, 0)
    assert counting.texts == [corrected.text]
    after = stored(settings)
    assert {text for text, *_ in before.values()} - {text for text, *_ in after.values()} == {"Then find one,"}
    assert {text for text, *_ in after.values()} - {text for text, *_ in before.values()} == {"Then go and find one,"}
    stayed = [id for id, (text, *_) in before.items() if text != "Then find one,"]
    assert len(stayed) == 2 and all(before[id] == after[id] for id in stayed)


def test_new_metadata_needs_no_extraction(settings: Settings, counting: Counting) -> None:
    bring(settings, counting, [ferry()])
    counting.texts.clear()
    assert counts(bring(settings, counting, [ferry(title="No ferry")])) == (0, 0, 1, 0)
    assert counting.texts == []


def test_a_new_extractor_reads_again_and_says_so_only_where_it_differs(settings: Settings, counting: Counting) -> None:
    bring(settings, counting, [ferry()])
    before = stored(settings)
    counting.texts.clear()
    bring(settings, counting, [ferry()], version="2")
    assert counting.texts == [FERRY]
    assert stored(settings) == before
    assert counts(bring(settings, counting, [ferry()], version="2")) == (0, 1, 0, 0)


def test_another_release_other_weights_or_settings_are_another_extractor(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = [extractor_version(settings)]
    versions += [extractor_version(replace(settings, model="en_core_web_lg"))]
    versions += [extractor_version(replace(settings, min_confidence=0.5))]
    monkeypatch.setattr(extracting, "__version__", "99.0")
    versions += [extractor_version(settings)]
    monkeypatch.setattr(ranking, "_weights_file", lambda: b"{}")
    versions += [extractor_version(settings)]
    assert len(set(versions)) == 5


def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(settings: Settings, counting: Counting) -> None:
    surrogate = replace(lamp(), text="“Half \udcff,” said Ann.")
    report = bring(settings, counting, [InputError("x.bin", "no text"), surrogate, ferry()])
    assert counts(report) == (1, 0, 0, 2)
    assert [error.origin for error in report.refused] == ["x.bin", "folder/lamp.txt"]


def test_two_texts_with_one_address_are_not_mixed(settings: Settings, counting: Counting) -> None:
    report = bring(settings, counting, [ferry(), ferry(), ferry(LAMP)])
    assert counts(report) == (1, 1, 0, 1)
    assert "same address: ferry.txt" in report.refused[0].reason


def test_an_article_that_extraction_fails_on_costs_only_itself(settings: Settings, extractor: Extractor) -> None:
    report = bring(settings, Stumbling(extractor), [ferry(), silence(), lamp()])
    assert counts(report) == (2, 0, 0, 1)
    assert str(report.refused[0]).startswith("folder/silence.txt: extraction failed (ZeroDivisionError: rain)")


def test_two_imports_of_one_article_at_the_same_time_store_it_once(settings: Settings, extractor: Extractor) -> None:
    class Overtaken(Counting):
        """Takes so long that another import of the same article comes first."""

        def extract_many(self, texts: Iterable[str]) -> Iterator[list[Quote]]:
            assert counts(bring(settings, Counting(extractor), [ferry()])) == (1, 0, 0, 0)
            return super().extract_many(texts)

    bring(settings, Counting(extractor), [lamp()])
    assert counts(bring(settings, Overtaken(extractor), [ferry()])) == (0, 1, 0, 0)
    assert len(stored(settings)) == 3


def test_extraction_keeps_the_order_of_a_batch_that_fails(extractor: Extractor) -> None:
    first, second, third = extract_each(Stumbling(extractor), [ferry(), silence(), lamp()])
    assert isinstance(first, list) and isinstance(second, InputError) and isinstance(third, list)
    assert [quote.text for quote in third] == ["Somebody took it home,"]


def test_nothing_is_made_if_nothing_can_be_imported(settings: Settings, tmp_path: Path, counting: Counting) -> None:
    bring(settings, counting, [InputError("x", "y")])
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_if_the_model_is_missing(settings: Settings, tmp_path: Path) -> None:
    importer = Importer(settings, extractor=lambda: Extractor("no_such_model"), version="1")
    with pytest.raises(ModelError, match="no_such_model"):
        importer.run([ferry()])
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_cannot_be_made_is_said(counting: Counting) -> None:
    with pytest.raises(StoreReadOnly, match="cannot be written"):
        bring(Settings(database="sqlite:////proc/quotes.db"), counting, [ferry()])


def test_documents_are_read_one_batch_at_a_time(settings: Settings, counting: Counting) -> None:
    """A million articles must not be held in memory: reading waits for writing."""
    ahead: list[int] = []
    read = 0

    def documents() -> Iterator[Article]:
        nonlocal read
        for number in range(BATCH_ARTICLES * 2 + 1):
            read += 1
            yield article(NOBODY, key=f"{number}.txt")

    importer = Importer(
        settings,
        extractor=lambda: counting,
        version="1",
        progress=lambda report: ahead.append(read - report.done),
    )
    assert importer.run(documents()).new == BATCH_ARTICLES * 2 + 1
    assert max(ahead) < BATCH_ARTICLES


def test_batches_are_bounded_by_count_and_by_size() -> None:
    small = [article("x", key=str(number)) for number in range(BATCH_ARTICLES + 1)]
    assert [len(batch) for batch in batches(small)] == [BATCH_ARTICLES, 1]
    large = [article("x" * (BATCH_CHARACTERS // 2 + 1), key=str(number)) for number in range(3)]
    assert [len(batch) for batch in batches([large[0], small[0], large[1], large[2]])] == [2, 1, 1]


def test_finding_nothing_new_needs_neither_spacy_nor_sqlalchemy(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "silence.txt").write_text(NOBODY)
    program = """
import sys
from pathlib import Path
from quotes.readers import read_path
from quotes.service.importing import import_documents
from quotes.settings import Settings
settings = Settings(database=sys.argv[1])
report = import_documents(read_path(Path(sys.argv[2]), settings), settings)
print(report.new, report.unchanged, sorted({"spacy", "sqlalchemy"} & sys.modules.keys()))
"""
    command = [sys.executable, "-c", program, settings.database, str(tmp_path / "silence.txt")]
    said = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() for _ in range(2)]
    assert said == ["1 0 ['spacy', 'sqlalchemy']", "0 1 []"]
