"""What stands behind the marks, and what the sentences around hold."""

from __future__ import annotations

import pytest

from quotes.extraction.mark_surroundings import behind, sentences_around
from quotes.extraction.pipeline import Extractor

BEHIND = {
    "word-for-it": ("He fears the “creep”, a word for clocks that run late.", "term"),
    "kind-of-thing": ("He fears the “creep,” the harbour's old fault with clocks.", "term"),
    "something-else": ("He fears “the creep”, a neighbour of mine.", "apposition"),
    "which-is": ("He fears the “creep”, which is slow.", "which-is"),
    "which": ("He fears the “creep”, which nobody has seen.", "which"),
    "or": ("He fears the “creep”, or late clock.", "or"),
    "remark": ("He stood by his “creep” remark.", "remark"),
    "is": ("The “creep” is slow.", "is"),
    "byline": ("“Lamps go out in the harbour,” by Petra Oland, is long.", "byline"),
    "by-something": ("He lost “the best of boats,” by mistake.", ""),
    "end": ("He fears the “creep”.", ""),
    "next-line": ("He fears the “creep”\n\nRemark upon remark was made of it.", ""),
    "something": ("He fears the “creep” of the sea.", ""),
}
AROUND = {
    "report-before": ("Oland said it was late. The lamps were “grim”. Nobody came.", ("C", "c", "n")),
    "own-report": ("The pier is old. Oland said the lamps were “grim”.", ("n", "C", "x")),
    "other-paragraph": ("Oland said it was late.\n\nThe lamps were “grim”.", ("x", "c", "x")),
    "quote-beside": ("The lamps were “grim”. Oland said the boats were “grand”.", ("x", "c", "Cq")),
}


@pytest.mark.parametrize(("text", "follows"), BEHIND.values(), ids=BEHIND)
def test_what_follows_the_marks_is_known(extractor: Extractor, text: str, follows: str) -> None:
    (scene,) = extractor.scenes([text])
    assert behind(scene, 0) == follows


@pytest.mark.parametrize(("text", "around"), AROUND.values(), ids=AROUND)
def test_which_sentences_around_report_is_known(extractor: Extractor, text: str, around: tuple[str, str, str]) -> None:
    (scene,) = extractor.scenes([text])
    assert sentences_around(scene, 0) == around
