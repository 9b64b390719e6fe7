"""What holds for any text whatever: properties, tried on texts that a generator makes up (the same ones every time).

Three kinds of text: any characters at all; a soup of what extraction looks for (marks, verbs, titles, breaks); and
articles put together of fragments, whole and broken. That work grows with the length alone is checked in
test_hostile_text.py.
"""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from quotes.extraction.marks import find_marked_spans
from quotes.extraction.pipeline import BATCH, Extractor
from quotes.identity import quote_ids
from quotes.types import Affiliation, Quote, Span

MARKS = "“ ” „ ‟ « » ‘ ’ ‚ ‛ ‹ › 「 」 『 』 \" ' ` ´ `` '' ´´".split()
BREAKS = ["\n", "\n\n", "\r\n", "\r", "\u2028", "\x0b", "\x85", "\n \n", " ", " ", "\xa0", "\u202f", "\t", "\u3000"]
HIDDEN = [
    "\u200b",
    "\u200f",
    "\u202e",
    "\u2066",
    "\ufeff",
    "\xad",
    "\0",
    "\x1b",
    "\u0301",
    "\U000e0041",
    "\ufffd",
    "\u200d",
]
NAMES = (
    "Petra Oland|Oland|Dr. Ines Okafor|Okafor's|Hong Lei|José Peña-Nieto|Ana van der Meer|O’Neill|J. R. Brandt Jr.|"
    "the Harbour Trust|Harbour Trust (HT)|HT|the BBC|U.S. Sen. Li Wei (R-Ohio)|PETRA OLAND|petra|Ø|"
    "محمد علي|李伟|שרה כהן"
).split("|")
SOURCES = (
    "she|he|they|I|we|who|the minister|the 43-year-old|a senior official|critics|the report|its chief executive|nobody|"
    "her lawyer, Bo Yun,|the head of the head of the Trust"
).split("|")
CUES = (
    "said|told AFP|asked|, according to|added that|has said in a statement|tweeted|was quoted as saying|:|—|wrote in a "
    "letter to the Courier:|called it|who said|and told reporters that|’s claim that|told her that he had said"
).split("|")
WORDS = (
    "Nobody won|it rained|a “so-called” plan|the '90s|rock 'n' roll|5' 10\"|the sailors’ union|We went on.|No.|Yes,|"
    "why?|!|...|…|[sic]|(laughs)|ﬁnally|naïve|İstanbul|👨‍👩‍👧|<b>bold</b>|&quot;|&#8220;|"
    "https://example.org/a?b='c'|@user|#tag|1,000|$5m|— |- |• |1. |Q: |OLAND: |Read more:|By Ann Roe|"
    "Oland is director of the Trust|the chief engineer of the Harbour Trust"
).split("|")
LONG = [
    "a" * 3_000,
    "A" * 2_000,
    "Ann " * 300,
    "-" * 1_000,
    " " * 2_000,
    "9" * 1_500,
    "o'" * 700,
    "漢" * 1_000,
    "Van der " * 200,
]

characters = st.characters(exclude_categories=["Cs"])
"""Any character; a surrogate alone is none, and no reader lets one through."""
raw = st.text(characters, max_size=200)
bit = st.one_of(
    *(st.sampled_from(bits) for bits in (MARKS, MARKS, BREAKS, HIDDEN, NAMES, SOURCES, CUES, WORDS)),
    st.text(characters, max_size=3),
)
soup = st.lists(bit, max_size=60).map("".join)
spaced = st.lists(bit, max_size=60).map(" ".join)


def quotation(opener: str, words: list[str], closer: str) -> str:
    return opener + " ".join(words) + closer


quotations = st.builds(
    quotation,
    st.sampled_from(["“", '"', "‘", "«", "``", "„", "'", "「", ""]),
    st.lists(st.sampled_from([*WORDS, *NAMES]), min_size=1, max_size=6),
    st.sampled_from(["”", ",”", ".”", '"', ',"', "’", ",'", "»", "''", "“", "」", ""]),
)
source = st.sampled_from([*NAMES, *SOURCES])
cue = st.sampled_from(CUES)
sentences = st.one_of(
    st.builds("{} {} {}.".format, quotations, cue, source),
    st.builds("{} {} {}.".format, quotations, source, cue),
    st.builds("{} {} {}".format, source, cue, quotations),
    st.builds("{} {} {}, {}.".format, source, cue, quotations, quotations),
    st.builds("{}, {}, {} at {}.".format, source, st.sampled_from(WORDS), st.sampled_from(WORDS), source),
    quotations,
    st.builds("{} — {}".format, quotations, source),
    st.builds("{} of {} spoke.".format, source, source),
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
articles = st.builds(
    lambda parts, between: between.join(parts),
    st.lists(paragraphs, min_size=1, max_size=6),
    st.sampled_from(["\n\n", "\n", "\r\n\r\n", " ", "\n\n\u2003"]),
)
texts = st.one_of(articles, soup, spaced, raw)


def tried(examples: int) -> settings:
    """Return the settings of a test: the same texts every time, none kept, no clock."""
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large]
    return settings(max_examples=examples, derandomize=True, database=None, deadline=None, suppress_health_check=slow)


def check_slice(text: str, span: Span | None, words: str | None) -> None:
    assert (span is None) == (words is None)
    if span is not None:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == words


def check(text: str, quotes: list[Quote]) -> None:
    """Check what every record promises of the text that it was found in."""
    end = 0
    for quote in quotes:
        assert end <= quote.start < quote.end <= len(text)
        end = quote.end
        assert quote.text == text[quote.start : quote.end]
        assert quote.text == quote.text.strip()
        check_slice(text, quote.speaker_span, quote.mention)
        check_slice(text, quote.cue_span, quote.cue)
        check_slice(text, quote.affiliation.role_span, quote.affiliation.role)
        check_slice(text, quote.affiliation.organization_span, quote.affiliation.organization)
        assert quote.context is not None
        assert 0 <= quote.context.start <= quote.start < quote.end <= quote.context.end <= len(text)
        assert quote.addressee is None or quote.addressee in text
        assert quote.speaker is None or quote.speaker.name.strip()
        if quote.speaker is None:
            assert (quote.mention, quote.affiliation) == (None, Affiliation())
        confidences = [candidate.confidence for candidate in quote.candidates]
        assert all(0.0 <= confidence <= 1.0 for confidence in (quote.confidence, *confidences))
        assert confidences == sorted(confidences, reverse=True)
        for candidate in quote.candidates:
            assert candidate.mention is None or 0 <= candidate.mention.start < candidate.mention.end <= len(text)
    ids = list(quote_ids("0123456789abcdef", quotes))
    assert len(set(ids)) == len(ids)


@tried(250)
@given(text=st.one_of(raw, soup, spaced))
def test_any_characters(extractor: Extractor, text: str) -> None:
    check(text, extractor.extract(text))


@tried(250)
@given(text=articles)
def test_articles_of_fragments(extractor: Extractor, text: str) -> None:
    check(text, extractor.extract(text))


@tried(100)
@given(
    text=st.builds("{}{}{}".format, articles, st.sampled_from(HIDDEN), articles), where=st.integers(0, 10_000), bit=bit
)
def test_articles_with_something_thrown_in(extractor: Extractor, text: str, where: int, bit: str) -> None:
    where %= len(text)
    text = text[:where] + bit + text[where:]
    check(text, extractor.extract(text))


@tried(40)
@given(before=articles, run=st.sampled_from(LONG), after=articles)
def test_very_long_words_and_runs(extractor: Extractor, before: str, run: str, after: str) -> None:
    text = f"{before} {run}{after}"
    check(text, extractor.extract(text))


@tried(30)
@given(
    marks=st.lists(st.sampled_from([*MARKS, "a", "A b", " ", "\n"]), min_size=1, max_size=8),
    times=st.integers(100, 600),
)
def test_thousands_of_marks(extractor: Extractor, marks: list[str], times: int) -> None:
    text = "“It rained,” said Petra Oland. " + "".join(marks) * times + " “It rained,” said Petra Oland."
    check(text, extractor.extract(text))


@tried(300)
@given(text=texts)
def test_marked_spans_are_in_order_and_nested_ones_inside(text: str) -> None:
    end = 0
    for span in find_marked_spans(text):
        assert end <= span.start <= span.inner.start < span.inner.end <= span.end <= len(text)
        end = span.end
        inner = span.inner.start
        for nested in span.nested:
            assert inner <= nested.start < nested.inner.start < nested.inner.end < nested.end <= span.inner.end
            inner = nested.end


@tried(40)
@given(several=st.lists(texts, min_size=1, max_size=6))
def test_many_texts_give_what_each_gives_alone(extractor: Extractor, several: list[str]) -> None:
    alone = [extractor.extract(text) for text in several]
    assert list(extractor.extract_many(several)) == alone
    assert [extractor.extract(text) for text in several] == alone


@tried(5)
@given(text=articles, number=st.integers(BATCH + 1, 2 * BATCH + 1))
def test_more_texts_than_a_batch(extractor: Extractor, text: str, number: int) -> None:
    assume(text.strip())
    many = list(extractor.extract_many(f"{text}\n\n{n}" for n in range(number)))
    assert len(many) == number
    assert many[-1] == extractor.extract(f"{text}\n\n{number - 1}")
