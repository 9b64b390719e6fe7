"""Texts that no newsroom would write: whatever comes in, quotes that hold what they promise come out, in linear work.

Work is counted, not timed: the bytecodes that this package's own functions run, the same on every machine. What runs
in C (regular expressions) is timed, against itself on a text four times as long, with room for a busy machine.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from benchmarks.growth import by_length, by_quotes
from quotes.extraction.addressee import find_addressee
from quotes.extraction.affiliation import find_affiliations
from quotes.extraction.marks import find_marked_spans
from quotes.extraction.names import find_names
from quotes.extraction.narration import fold, mask_quotes, split_sentences
from quotes.extraction.pipeline import Extractor
from quotes.extraction.topics import find_topics
from quotes.types import Span

ARTICLE = "\nPetra Oland, head of the Harbour Trust, spoke. “It rained,” Oland told AFP.\n"

UNITS = {
    "curly-openers": "“",
    "curly-closers": "”",
    "straight": '"',
    "apostrophes": "'",
    "single-openers": "‘",
    "single-openers-before-words": "‘a ",
    "straight-singles-before-words": "'a ",
    "straight-openers-before-words": '"a ',
    "fragments-in-a-sentence": "“a” of b, ",
    "backticks": "`",
    "low-marks": "„",
    "guillemets": "«",
    "corner-brackets": "「",
    "every-mark": "“‘\"'",
    "plurals": "s’ a ",
    "inches": 'a" ',
    "fragments-in-lines": "“A b,” said Ann Roe.\n",
    "unclosed-lines": "“A b\n",
    "brackets": "(“[‘",
    "spaces": " ",
    "lines": "\n",
    "one-word": "a",
    "one-capital-word": "A",
    "initials": "A. ",
    "initials-in-one": "A.",
    "dots": ".",
    "sentences-of-dots": ". ",
    "titles": "Mr. ",
    "capitals": "Ann ",
    "particles": "Van der ",
    "hyphens": "a-",
    "roles": "Head of the ",
    "chains": "chief executive of the head of ",
    "tellers": "he told the ",
    "letters": "in a letter to ",
    "interviews": "interview with ",
    "colons": "ANN: ",
    "digits": "1",
    "numbers": "1, ",
    "markup": "<b>&amp;",
    "nul": "\0",
    "emoji": "👨‍👩‍👧 ",
    "right-to-left": "שלום “עולם” ",
    "overrides": "\u202e\u200f",
    "combining": "e\u0301",
    "only-combining": "\u0301",
    "zero-width": "\u200b",
    "dotted-i": "İ",
    "ligatures": "ﬁß",
    "ideographs": "漢字「漢」。",
    "private-use": "\ue000",
    "carriage-returns": "a\r\n",
    "separators": "a\u2028b\u2029",
}


def long_text(unit: str, size: int) -> str:
    """Return about `size` characters of one unit, with an article before and behind."""
    return ARTICLE + unit * (size // len(unit)) + ARTICLE


def read_marks(text: str) -> None:
    """Read the marks and the narration of a text."""
    spans = find_marked_spans(text)
    mask = mask_quotes(text, spans)
    for sentence in split_sentences(text, mask, spans):
        fold(text, sentence, spans)


def read_topics(text: str) -> Callable[[], object]:
    """Return what reads the topics, the names being known."""
    names = find_names(text)
    spans = [span.inner for span in find_marked_spans(text)]
    return lambda: find_topics(text, names, spans)


def read_affiliations(text: str) -> Callable[[], object]:
    """Return what reads the affiliations, the names being known."""
    names = find_names(text)
    persons = {k for k, entity in enumerate(names.entities) if entity.kind == "person"}
    return lambda: find_affiliations(text, names, persons)


def read_addressees(text: str) -> Callable[[], object]:
    """Return what reads the hearer of each quote, its sentence being the whole text."""
    spans = find_marked_spans(text)
    mask = mask_quotes(text, spans)
    sentence = Span(0, len(text))
    return lambda: [find_addressee(text, None, span.inner, sentence, mask) for span in spans[:50]]


def steps(call: Callable[[], object]) -> int:
    """Return how many bytecodes this package's functions run in a call."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        if event == "opcode":
            count += 1
        elif event == "call":
            if "/quotes/" not in frame.f_code.co_filename:
                return None
            frame.f_trace_opcodes = True
            frame.f_trace_lines = False
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def assert_linear(call_of: Callable[[str], Callable[[], object]], unit: str, size: int = 1_500) -> None:
    """Check that a text four times as long takes about four times the steps, where it takes many."""
    call_of(long_text(unit, 100))()
    short, long = (steps(call_of(long_text(unit, size))) for size in (size, 4 * size))
    assert long <= 4.6 * short + 5_000


BY_UNIT = pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())


@BY_UNIT
def test_marks_and_narration_take_linear_work(unit: str) -> None:
    assert_linear(lambda text: lambda: read_marks(text), unit)


@BY_UNIT
def test_topics_take_linear_work(unit: str) -> None:
    assert_linear(read_topics, unit)


@BY_UNIT
def test_addressees_take_linear_work(unit: str) -> None:
    assert_linear(read_addressees, unit)


@BY_UNIT
def test_affiliations_take_linear_work(unit: str) -> None:
    assert_linear(read_affiliations, unit)


@BY_UNIT
def test_any_text_gives_quotes_that_hold_what_they_promise(extractor: Extractor, unit: str) -> None:
    text = long_text(unit, 1_200)
    quotes = extractor.extract(text)
    end = 0
    for quote in quotes:
        assert end <= quote.start < quote.end <= len(text)
        end = quote.end
        assert text[quote.start : quote.end] == quote.text
        assert quote.text == quote.text.strip() != ""
        assert 0.0 <= quote.confidence <= 1.0
        assert quote.context is not None
        assert quote.context.start <= quote.start
        assert quote.end <= quote.context.end
        for span, words in ((quote.speaker_span, quote.mention), (quote.cue_span, quote.cue)):
            assert (span is None) == (words is None)
            assert span is None or span.of(text) == words
        told = quote.affiliation
        for span, words in ((told.role_span, told.role), (told.organization_span, told.organization)):
            assert (span is None) == (words is None)
            assert span is None or span.of(text) == words
        assert [c.confidence for c in quote.candidates] == sorted(
            (c.confidence for c in quote.candidates), reverse=True
        )
    assert extractor.extract(text) == quotes


@BY_UNIT
def test_the_whole_extractor_takes_linear_work(extractor: Extractor, unit: str) -> None:
    assert_linear(lambda text: lambda: extractor.extract(text), unit, size=500)


@pytest.mark.parametrize("texts", [by_length(64_000), by_quotes(800)], ids=["length", "quotes"])
def test_work_on_news_grows_with_its_length(extractor: Extractor, texts: list[str]) -> None:
    """Ever more speakers, descriptions and pronouns: a little more than in proportion, for more compete for each."""
    short, long = texts[-3], texts[-1]
    extractor.extract(short)
    before, after = steps(lambda: extractor.extract(short)), steps(lambda: extractor.extract(long))
    assert math.log(after / before) <= 1.2 * math.log(len(long) / len(short))


@pytest.mark.parametrize("unit", [UNITS[name] for name in ("spaces", "straight", "one-word", "dots", "nul", "digits")])
def test_regular_expressions_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = long_text(unit, size)
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            read_marks(text)
            find_names(text)
            read_topics(text)()
            best = min(best, time.process_time() - start)
        return best

    assert seconds(80_000) <= 9 * seconds(20_000) + 0.05


@pytest.mark.parametrize(
    "text",
    [
        '"' * 100_000,
        "“" * 100_000,
        "'" * 100_000,
        " " * 1_000_000 + "“It rained,” said Petra Oland.",
        "“It rained,” said Petra Oland" + " " * 1_000_000 + ".",
        "“" + "a" * 1_000_000 + "” said Petra Oland.",
        "\0" * 100_000 + "“It rained,” said Petra Oland.",
    ],
    ids=["straight", "curly", "apostrophes", "spaces-before", "spaces-inside", "one-long-word", "nuls"],
)
def test_a_hundred_thousand_marks_and_a_million_spaces(extractor: Extractor, text: str) -> None:
    quotes = extractor.extract(text)
    assert all(text[quote.start : quote.end] == quote.text for quote in quotes)
    assert len(quotes) == ("Petra" in text)


def test_a_surname_that_is_also_a_town_takes_linear_work() -> None:
    """Each of the thousands of times that it stands there without saying which."""

    def work(times: int) -> int:
        text = "Tom Houston leads. Houston said it rained. " + "The match was lost to Houston. " * times
        return steps(lambda: find_names(text))

    work(10)
    short, long = work(100), work(400)
    assert long <= 4.6 * short + 5_000


@pytest.mark.parametrize("behind", ["“b” ‘c’", "“b” x ’ c’", "“b”"])
def test_open_single_marks_before_a_double_quote_take_linear_work(behind: str) -> None:
    """Each might be closed behind it: ‘He said, “Go.”’"""

    def work(times: int) -> int:
        return steps(lambda: read_marks("‘a " * times + behind))

    work(10)
    short, long = work(200), work(800)
    assert long <= 4.6 * short + 5_000


def test_thousands_of_quotes_in_one_sentence_take_linear_work(extractor: Extractor) -> None:
    """Whether words stand before and behind each is not looked for anew in the whole sentence."""

    def work(times: int) -> int:
        return steps(lambda: extractor.extract("Oland " + "“w” " * times))

    work(10)
    short, long = work(150), work(600)
    assert long <= 4.6 * short + 5_000
