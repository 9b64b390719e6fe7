"""What counts as right: names, phrases, spans and the figures made of them."""

from __future__ import annotations

import pytest

from benchmarks.gold import AnnotatedSpeaker, Annotation, Label
from benchmarks.scoring import (
    Case,
    Count,
    between_marks,
    cases_of,
    count_cases,
    is_close,
    is_resolved,
    is_surface,
    name_words,
    told_of,
    words_of,
)
from quotes.extraction.marks import find_marked_spans
from quotes.types import Affiliation, Quote, Span, Speaker

TEXT = (
    "“One two three,” said Ann Roe, a cook. “Four five six,” she said. “Seven” is a ship. “Eight nine,” Bob Poe said."
)
SPANS = [Span(span.start, span.end) for span in find_marked_spans(TEXT)]
GOLD = Annotation(
    "x/1",
    {"Ann Roe": AnnotatedSpeaker("person", "cook", None), "Bob Poe": AnnotatedSpeaker("person", None, "Harbour Board")},
    {
        0: Label("speech", "Ann Roe", "Ann Roe", "said"),
        1: Label("speech", "Ann Roe", "she", "said"),
        2: Label("not"),
        3: Label("speech", "Bob Poe", "Bob Poe", "said"),
    },
)


def said(
    number: int,
    speaker: str | None,
    role: str | None = None,
    organization: str | None = None,
    *,
    cut: tuple[int, int] = (0, 0),
) -> Quote:
    """Return a quote of one of the spans of TEXT, cut short by some characters at its ends."""
    inner = between_marks(TEXT, SPANS[number].start, SPANS[number].end)
    start, end = inner.start + cut[0], inner.end - cut[1]
    return Quote(
        TEXT[start:end],
        start,
        end,
        "direct",
        Speaker(speaker, "person") if speaker else None,
        affiliation=Affiliation(role, organization),
    )


def cases(*quotes: Quote, gold: Annotation = GOLD) -> list[Case]:
    return cases_of("x/1", TEXT, gold, SPANS, sorted(quotes, key=lambda quote: quote.start))


def counts(*quotes: Quote, gold: Annotation = GOLD) -> dict[str, tuple[int, int, int]]:
    """Return (right, given, wanted) of each figure."""
    judged = cases(*quotes, gold=gold)
    figures = count_cases(judged, told_of(judged, {"x/1": gold}))
    return {name: (count.right, count.given, count.wanted) for name, count in figures.items()}


def test_words_have_no_case_accents_or_possessive() -> None:
    assert words_of("José Peña-Nieto’s") == ["jose", "pena-nieto"]
    assert words_of("the O’Brien's, 2nd") == ["the", "o'brien", "2nd"]


def test_names_have_no_titles_unless_nothing_else_is_left() -> None:
    assert name_words("former Gov. Ann Roe") == ["ann", "roe"]
    assert name_words("the President") == ["the", "president"]


@pytest.mark.parametrize(
    ("said", "speaker", "kind", "right"),
    [
        ("Ann Roe", "Ann Roe", "person", True),
        ("Dr. Ann B. Roe", "Ann Roe", "person", True),
        ("Ann Roe", "Ann B. Roe", "person", True),
        ("Ann Roe", "Ann Marie Roe", "person", True),
        ("Roe", "Ann Roe", "person", False),
        ("Ann", "Ann Roe", "person", False),
        ("Ann Poe", "Ann Roe", "person", False),
        ("J. R.", "J. R.", "person", True),
        ("Ann Roe who came in by the ferry at night", "Ann Roe", "person", False),
        ("Harbour Board", "the Harbour Board of Wrenmouth", "organization", True),
        ("Harbour Board of Wrenmouth", "Harbour Board", "organization", True),
        ("Board", "Harbour Board of Wrenmouth Outer Town", "organization", True),
        ("Wrenmouth Courier", "Harbour Board of Wrenmouth", "organization", False),
        ("county official", "senior county official", "unnamed", True),
        ("bakers", "senior county official", "unnamed", False),
        ("I", "author", "author", True),
        ("she", "author", "author", False),
        (None, "Ann Roe", "person", False),
        ("Ann Roe", None, None, False),
        (None, None, None, True),
        ("", "Ann Roe", "person", False),
    ],
)
def test_resolved_is_the_full_name(said: str | None, speaker: str | None, kind: str | None, right: bool) -> None:
    assert is_resolved(said, speaker, kind) is right


@pytest.mark.parametrize(
    ("said", "mention", "right"),
    [
        ("Roe", None, True),
        ("she", "she", True),
        ("the mayor", "mayor", True),
        ("he", "she", False),
        ("Poe", "she", False),
        (None, "she", False),
    ],
)
def test_surface_allows_the_surname_and_the_words_of_the_text(
    said: str | None, mention: str | None, right: bool
) -> None:
    assert is_surface(said, "Ann Roe", mention, "person") is right


@pytest.mark.parametrize(
    ("said", "stated", "right"),
    [
        ("chief engineer", "the chief engineer", True),
        ("chief engineer of the harbour", "chief engineer", True),
        ("engineer", "chief engineer", True),
        ("engineer", "deputy chief engineer", False),
        ("cook", "engineer", False),
        ("cook of one two three four five", "cook", False),
        ("of the", "of the", False),
        (None, "engineer", False),
    ],
)
def test_roles_are_close(said: str | None, stated: str | None, right: bool) -> None:
    assert is_close(said, stated) is right


@pytest.mark.parametrize("text", ["“ab c”", "« ab c »", "``ab c''", '"ab c', "“‘ab c’”", "ab c"])
def test_marks_and_spaces_are_not_part_of_a_span(text: str) -> None:
    assert between_marks(text, 0, len(text)).of(text) == "ab c"


def test_between_nothing_but_marks_is_nothing() -> None:
    assert len(between_marks("“ ”", 0, 3)) == 0


def test_all_right() -> None:
    perfect = counts(said(0, "Ann Roe", "cook"), said(1, "Ann Roe"), said(3, "Bob Poe", None, "Harbour Board"))
    assert perfect == {
        "detect": (3, 3, 3),
        "surface": (3, 3, 3),
        "resolved": (3, 3, 3),
        "exact": (3, 3, 3),
        "role": (1, 1, 1),
        "organization": (1, 1, 1),
    }


def test_a_quote_that_is_no_speech_counts_as_given() -> None:
    assert counts(said(0, "Ann Roe"), said(2, "Ann Roe"))["detect"] == (1, 2, 3)


def test_a_surname_is_right_on_the_surface_only() -> None:
    figures = counts(said(0, "Roe"), said(3, "Bob Poe"))
    assert figures["surface"] == (2, 2, 3)
    assert figures["resolved"] == (1, 2, 3)


@pytest.mark.parametrize(("cut", "found", "exact"), [((0, 1), 1, 0), ((4, 3), 1, 0), ((8, 1), 0, 0)])
def test_half_of_a_span_finds_it(cut: tuple[int, int], found: int, exact: int) -> None:
    figures = counts(said(0, "Ann Roe", cut=cut))
    assert figures["detect"] == (found, found, 3)
    assert figures["exact"] == (exact, found, found)


def test_a_headline_and_an_unsure_span_are_not_judged() -> None:
    labels = {0: Label("headline"), 1: Label("unsure"), 2: Label("not"), 3: GOLD.labels[3]}
    gold = Annotation("x/1", GOLD.speakers, labels)
    assert counts(said(0, "Bob Poe"), said(1, None), said(3, "Bob Poe"), gold=gold)["detect"] == (1, 1, 1)


def test_the_first_role_on_a_right_quote_counts() -> None:
    assert counts(said(0, "Ann Roe"), said(1, "Ann Roe", "cook"))["role"] == (1, 1, 1)
    assert counts(said(0, "Ann Roe", "porter"), said(1, "Ann Roe", "cook"))["role"] == (0, 1, 1)
    assert counts(said(0, "Bob Poe", "porter"), said(1, "Roe", "cook"))["role"] == (0, 0, 1)


def test_the_bare_name_of_a_party_is_not_judged() -> None:
    gold = Annotation("x/1", {**GOLD.speakers, "Bob Poe": AnnotatedSpeaker("person", None, "Labour")}, GOLD.labels)
    assert counts(said(3, "Bob Poe", None, "Harbour Board"), gold=gold)["organization"] == (0, 0, 0)
    assert counts(said(0, "Ann Roe", None, "Labour"))["organization"] == (0, 0, 1)
    assert counts(said(3, "Bob Poe", None, "Labour"))["organization"] == (0, 1, 1)


def test_outcomes() -> None:
    judged = cases(said(0, "Ann Roe"), said(1, "Bob Poe"), said(2, "Bob Poe"))
    assert [case.outcome for case in judged] == ["right", "speaker", "not speech", "missed"]


def test_shares() -> None:
    count = Count(2, 4, 5)
    assert (count.precision, count.recall, round(count.f1, 1)) == (50.0, 40.0, 44.4)
    assert Count(0, 0, 0).f1 == Count(0, 0, 0).precision == Count(0, 0, 0).recall == 0.0
