"""How an article uses its quotation marks, seen as a whole."""

from __future__ import annotations

import pytest

from quotes.extraction.mark_uses import folded_words, read_mark_uses
from quotes.extraction.pipeline import Extractor

NEWS = (
    "“The pier will close in May because nobody can walk on it,” Petra Oland said. She called it “unsafe”. "
    "“It has been so for many years and everyone knew it,” she added."
)
PAGE = "A “knot” is fast. A “fathom” is deep. The word “league” is old, and a league is three miles."


@pytest.mark.parametrize(
    ("text", "long", "told"), [(NEWS, "most", "most"), (PAGE, "none", "few")], ids=["news", "page"]
)
def test_a_page_of_terms_is_told_from_a_report(extractor: Extractor, text: str, long: str, told: str) -> None:
    (scene,) = extractor.scenes([text])
    uses = read_mark_uses(scene, frozenset())
    assert (uses.long_share, uses.told_share) == (long, told)


def test_one_span_is_no_habit(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["For Tom Ferrow, the pier is “a piece of my childhood”."])
    uses = read_mark_uses(scene, frozenset())
    assert (uses.long_share, uses.told_share) == ("alone", "alone")


def test_short_spans_are_looked_for_outside_of_marks(extractor: Extractor) -> None:
    (scene,) = extractor.scenes([PAGE])
    uses = read_mark_uses(scene, frozenset())
    assert uses.plain == {"league"}
    assert uses.quoted == {"knot": 1, "fathom": 1, "league": 1}


def test_a_piece_of_a_longer_span_is_known(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(
        ["Oland called it “a sorry sight” and “dull”. “It was a sorry sight from the first day on,” she said."]
    )
    uses = read_mark_uses(scene, frozenset())
    assert uses.echoed == {"a sorry sight"}
    assert uses.plain == frozenset()


def test_case_signs_and_apostrophes_make_no_other_words() -> None:
    assert folded_words("It’s, so to speak, OVER!") == "it's so to speak over"
