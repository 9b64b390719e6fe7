"""A quote as readers see it."""

from __future__ import annotations

import pytest

from quotes.types import Quote, Span
from quotes.web.passages import pieces_of_context, quoted_paragraphs, shortened, words_around

TEXT = "It rained all day. “The harbour stays shut,” Ines Okafor said on Monday. Ferries wait."


def harbour_quote(context: Span | None = None) -> Quote:
    start = TEXT.index("The harbour")
    end = TEXT.index("”")
    name, cue = TEXT.index("Ines"), TEXT.index("said")
    return Quote(
        text=TEXT[start:end],
        start=start,
        end=end,
        kind="direct",
        speaker=None,
        speaker_span=Span(name, name + len("Ines Okafor")),
        cue_span=Span(cue, cue + 4),
        context=context,
    )


def test_one_paragraph_stands_between_marks() -> None:
    assert quoted_paragraphs("The pier is old.") == ["“The pier is old.”"]


def test_every_paragraph_is_opened_and_the_last_one_closed() -> None:
    assert quoted_paragraphs("One.\n\nTwo.\n“Three.") == ["“One.", "“Two.", "“Three.”"]


def test_marks_of_the_quote_itself_stay() -> None:
    assert quoted_paragraphs("‘Never’ is what he wrote.") == ["“‘Never’ is what he wrote.”"]


def test_nothing_gives_no_paragraph() -> None:
    assert quoted_paragraphs(" \n ") == []


def test_the_passage_is_cut_at_the_evidence_and_stays_whole() -> None:
    context = Span(19, TEXT.index(" Ferries"))
    pieces = pieces_of_context(harbour_quote(context), context.of(TEXT))
    assert [(piece.mark, piece.text) for piece in pieces if piece.mark] == [
        ("quote", "The harbour stays shut,"),
        ("mention", "Ines Okafor"),
        ("cue", "said"),
    ]
    assert "".join(piece.text for piece in pieces) == context.of(TEXT)


def test_evidence_outside_of_the_passage_is_not_marked() -> None:
    context = Span(19, TEXT.index(" Ines"))
    pieces = pieces_of_context(harbour_quote(context), context.of(TEXT))
    assert [piece.mark for piece in pieces] == ["", "quote", ""]


@pytest.mark.parametrize("context", [None, Span(30, 40), Span(4000, 4010)], ids=["none", "too narrow", "elsewhere"])
def test_a_passage_that_does_not_fit_leaves_the_rest_readable(context: Span | None) -> None:
    passage = context.of(TEXT) if context else ""
    pieces = pieces_of_context(harbour_quote(context), passage)
    assert "".join(piece.text for piece in pieces) == (passage or "The harbour stays shut,")


def test_words_around_are_what_the_passage_has_beside_the_quote() -> None:
    context = Span(0, len(TEXT))
    before, after = words_around(harbour_quote(context), TEXT)
    assert before.endswith("all day. “")
    assert after.startswith("” Ines")


def test_long_text_is_cut_at_a_word() -> None:
    assert shortened("The harbour stays shut, all of it", 24) == "The harbour stays shut…"
    assert shortened("short\nenough", 24) == "short enough"
    assert len(shortened("x" * 50, 24)) <= 24
