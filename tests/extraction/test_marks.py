"""Which spans of a text stand between quotation marks: every convention, and what only looks like a mark."""

from __future__ import annotations

import pytest

from quotes.extraction.marks import MarkedSpan, find_marked_spans


def inner(text: str) -> list[str]:
    """Return the words between the marks of each outermost span, after checking what holds for any text."""
    return [span.inner.of(text) for span in checked(text)]


def checked(text: str) -> list[MarkedSpan]:
    """Return the spans of a text: in order, apart from each other, each within its paragraph."""
    spans = find_marked_spans(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.inner.start <= span.inner.end <= span.end <= len(text)
        assert "\n" not in text[span.start : span.end]
        assert text[span.inner.start : span.inner.end].strip() == text[span.inner.start : span.inner.end] != ""
        end = span.end
    return spans


CONVENTIONS = [
    ("curly-double", "“It rained,” she said.", ["It rained,"]),
    ("curly-single", "‘It rained,’ she said.", ["It rained,"]),
    ("straight-double", '"It rained," she said.', ["It rained,"]),
    ("straight-single", "'It rained,' she said.", ["It rained,"]),
    ("guillemets", "«It rained», she said.", ["It rained"]),
    ("guillemets-spaced", "« It rained », she said.", ["It rained"]),
    ("guillemets-pointing-in", "She said »It rained« again.", ["It rained"]),
    ("single-guillemets", "‹It rained›, she said.", ["It rained"]),
    ("low-high", "„It rained“, she said.", ["It rained"]),
    ("low-high-right", "„It rained”, she said.", ["It rained"]),
    ("corner-brackets", "「It rained」she said.", ["It rained"]),
    ("white-corner-brackets", "『It rained』she said.", ["It rained"]),
    ("typewriter", "``It rained,'' she said.", ["It rained,"]),
    ("two-singles", "''It rained,'' she said.", ["It rained,"]),
    ("mixed-curly-and-straight", '“It rained," she said. "It snowed,” he said.', ["It rained,", "It snowed,"]),
    ("right-mark-on-both-sides", "”It rained,” she said.", ["It rained,"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CONVENTIONS], ids=[c[0] for c in CONVENTIONS])
def test_knows_the_convention(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


SEVERAL = [
    ("two", "“One,” she said. “Two.”", ["One,", "Two."]),
    ("before-a-dash", "“One” — “Two”", ["One", "Two"]),
    ("after-a-colon", "She said:“One.”", ["One."]),
    ("in-brackets", "It rained (“One”, “Two”).", ["One", "Two"]),
    ("gloss", "“It [the rain] was … heavy,” she said.", ["It [the rain] was … heavy,"]),
    ("straight-with-question", '"Rain?" she asked. "No," he said.', ["Rain?", "No,"]),
    ("one-letter", 'She got an "A" in "B".', ["A", "B"]),
    ("attached-to-a-word", 'the pro-"rain" lobby', ["rain"]),
    ("single-with-contraction", "‘It’s wet and I don’t mind,’ she said.", ["It’s wet and I don’t mind,"]),
    ("straight-single-with-contraction", "'It's wet and I don't mind,' she said.", ["It's wet and I don't mind,"]),
    ("single-with-plural-possessive", "‘The sailors’ boots are wet,’ she said.", ["The sailors’ boots are wet,"]),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in SEVERAL], ids=[c[0] for c in SEVERAL])
def test_finds_each_span(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


NO_MARKS = [
    ("nothing", "It rained."),
    ("empty", ""),
    ("contraction", "It didn't rain and it won't."),
    ("curly-contraction", "It didn’t rain and it won’t."),
    ("plural-possessive", "The sailors' boots and the pilots' caps were wet."),
    ("curly-plural-possessive", "The sailors’ boots and the pilots’ caps were wet."),
    ("decade", "The storms of the '80s and '90s were mild."),
    ("curly-decade", "The storms of the ’80s and ‘90s were mild."),
    ("elision", "Give 'em rain 'til dawn, rock 'n' roll."),
    ("feet-and-inches", "The wave was 6' 2\" high and the wall 5'11\"."),
    ("inches-apart", 'A 12" pipe met a 14" pipe.'),
    ("empty-marks", "She said “” and then '' and « »."),
    ("only-signs", "“…” and “—”"),
    ("bullet", "» It rained\n» It snowed"),
    ("possessive-at-the-end", "The boots were the sailors'."),
]


@pytest.mark.parametrize("text", [c[1] for c in NO_MARKS], ids=[c[0] for c in NO_MARKS])
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert inner(text) == []


NESTED = [
    ("single-in-double", "“He said ‘rain’ to me,” she said.", "He said ‘rain’ to me,", ["rain"]),
    ("straight", "\"He said 'rain' to me,\" she said.", "He said 'rain' to me,", ["rain"]),
    ("closing-together", "“He said, ‘It rained.’”", "He said, ‘It rained.’", ["It rained."]),
    ("two", "“‘Rain’ is not ‘snow’,” she said.", "‘Rain’ is not ‘snow’,", ["Rain", "snow"]),
    ("guillemets", "«He said “rain” to me»", "He said “rain” to me", None),
    ("double-in-single", "‘She said, “Rain,” and left,’ he said.", "She said, “Rain,” and left,", ["Rain,"]),
    ("straight-double-in-single", "'She said, \"Rain.\"' He left.", 'She said, "Rain."', ["Rain."]),
    ("two-double-in-single", "‘“Rain” is not “snow”,’ she said.", "“Rain” is not “snow”,", ["Rain", "snow"]),
    ("apostrophes-are-none", "“It’s the sailors’ rain,” she said.", "It’s the sailors’ rain,", []),
]


@pytest.mark.parametrize(("text", "outer", "nested"), [c[1:] for c in NESTED], ids=[c[0] for c in NESTED])
def test_keeps_a_quote_inside_a_quote_apart(text: str, outer: str, nested: list[str] | None) -> None:
    (span,) = checked(text)
    assert span.inner.of(text) == outer
    if nested is not None:
        assert [one.inner.of(text) for one in span.nested] == nested


def test_a_quote_continued_over_paragraphs_is_reopened() -> None:
    text = "“It rained.\n\n“It snowed.\n\n“It stopped,” she said.\n\n“Never,” he said."
    spans = checked(text)
    assert [span.inner.of(text) for span in spans] == ["It rained.", "It snowed.", "It stopped,", "Never,"]
    assert [span.continues for span in spans] == [False, True, True, False]
    assert [span.closed for span in spans] == [False, False, True, True]


def test_an_apostrophe_before_a_double_quote_is_none() -> None:
    text = "At the ‘garden gate “It rained,” she said of the players’ room."
    assert inner(text) == ["It rained,"]


def test_a_single_quote_is_left_open_behind_another() -> None:
    text = "‘It rained,’ she said. ‘We waited.\n\n‘Nobody came.’"
    assert inner(text) == ["It rained,", "We waited.", "Nobody came."]


@pytest.mark.parametrize(("opening", "closing"), ["‘’", "''"])
def test_a_single_quote_left_open_is_taken_up_by_the_next_paragraph(opening: str, closing: str) -> None:
    text = f"He said: {opening}It rained, didn’t it?\n\n{opening}We waited.\n\n{opening}Nobody came.{closing}"
    assert inner(text) == ["It rained, didn’t it?", "We waited.", "Nobody came."]
    assert [(span.closed, span.continues) for span in find_marked_spans(text)] == [
        (False, False),
        (False, True),
        (True, True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They rocked ’n’ rolled: ’Til dawn.\n\n‘Nobody came.’", ["Nobody came."]),
        ("The ‘90s were loud.\n\n‘Nobody came.’", ["Nobody came."]),
        ("It rained in O’ Neill.\n\n‘Nobody came.’", ["Nobody came."]),
        ("He said: ‘It rained.\n\nNobody came.", []),
        ("He said: ‘It rained.\n\n‘", []),
    ],
)
def test_an_apostrophe_opens_no_paragraph(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_a_missing_mark_costs_its_own_paragraph_only() -> None:
    text = "“It rained, she said.\n\nThe pier was wet.\n\n“It snowed,” he said."
    assert inner(text)[-1] == "It snowed,"
    assert not any("pier" in words for words in inner(text))


def test_a_stray_closing_mark_takes_nothing() -> None:
    assert inner("It rained,” she said.\n\n“It snowed,” he said.") == ["It snowed,"]


@pytest.mark.parametrize(
    "text",
    ['"It rained," she said. "It snowed. "It hailed."', "“It rained,” she said. “It snowed. “It hailed.”"],
    ids=["straight", "curly"],
)
def test_openers_that_follow_each_other_where_paragraphs_were_lost(text: str) -> None:
    spans = checked(text)
    assert [span.inner.of(text) for span in spans] == ["It rained,", "It snowed.", "It hailed."]
    assert [span.closed for span in spans] == [True, False, True]


def test_a_straight_inch_mark_inside_a_quote_does_not_end_the_article() -> None:
    text = 'She asked for "a 12" pipe".\n\n"It rained," he said.'
    assert inner(text)[-1] == "It rained,"


def test_the_marks_are_outside_and_the_words_inside() -> None:
    text = "She said “ it rained ” twice."
    (span,) = checked(text)
    assert text[span.start : span.end] == "“ it rained ”"
    assert span.inner.of(text) == "it rained"
    assert span.closed
    assert not span.single


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“They called us “liars” and left. We stayed.”", ["They called us “liars” and left. We stayed."]),
        ("“He was late. “He was ill,” she said.", ["He was late.", "He was ill,"]),
        ("She called it “a mess and a “shame”, and left.", ["a mess and a", "shame"]),
    ],
    ids=["inside-the-same-marks", "a-closing-mark-is-missing", "no-second-closing-mark"],
)
def test_a_quote_inside_another_with_the_same_marks(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won”t go,” she said. “We stay.”", ["We won”t go,", "We stay."]),
        ("The children”s needs came first, and the teachers”s last.", []),
        ("They sang “Low Tide”s chorus.", ["Low Tide"]),
    ],
    ids=["inside", "outside", "as-many-as-open"],
)
def test_a_closing_mark_typed_for_an_apostrophe(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I row," he told her. " You row well."', ["I row,", "You row well."]),
        ('"I row," he told her. 5" pipes and 6" pipes.', ["I row,"]),
        ('"I row," he told her, " and left.', ["I row,"]),
    ],
    ids=["slipped", "inches", "never-closed"],
)
def test_a_space_behind_an_opening_mark(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
