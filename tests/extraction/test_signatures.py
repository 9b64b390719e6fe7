"""“…” — Ann Roe: who signs a quote is its speaker, whatever else the page holds."""

from __future__ import annotations

import pytest

from quotes.extraction.pipeline import Extractor
from quotes.extraction.signatures import signature_of, stands_as_signature


def signature(extractor: Extractor, text: str, number: int) -> str | None:
    (scene,) = extractor.scenes([text])
    name = signature_of(scene, number)
    return name.text if name is not None else None


SIGNED = [
    ("same-line", "“It rained all day.” — Petra Oland\n", 0, "Petra Oland"),
    ("next-line", "“It rained all day.”\n\n- Petra Oland.\n\nThe pier shut.", 0, "Petra Oland"),
    ("each-its-own", "“It rained.” ― Petra Oland\n“It snowed.” ― Tom Ferrow\n", 1, "Tom Ferrow"),
    ("a-mark-amiss", "“It rained.” ― Petra Oland\n“I hate what he calls “rain” here.” ― Tom Ferrow\n", 1, "Tom Ferrow"),
    ("agency", "“It rained all day.” — Reuters\n", 0, None),
    ("not-opening-a-line", "She said: “It rained all day.” — Petra Oland\n", 0, None),
    ("more-words-behind", "“It rained.” — Petra Oland was wet. So was I.\n", 0, None),
    ("a-narrated-line", "“It rained,” he said. “It snowed.”\n\nPetra Oland left.", 0, None),
]


@pytest.mark.parametrize(("text", "number", "name"), [case[1:] for case in SIGNED], ids=[case[0] for case in SIGNED])
def test_a_line_is_signed_by_the_name_that_ends_it(
    extractor: Extractor, text: str, number: int, name: str | None
) -> None:
    assert signature(extractor, text, number) == name


def test_a_signature_stands_behind_a_dash(extractor: Extractor) -> None:
    text = "“It rained,” – Petra Oland in Halden – said Tom Ferrow."
    (scene,) = extractor.scenes([text])
    assert stands_as_signature(scene, text.index("Petra"))
    assert not stands_as_signature(scene, text.index("Tom"))
