"""How PolNeAR's flat annotation is read, so that the models learn the sources that the gold counts."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.annotation import polnear_truths
from benchmarks.gold import read_jsonl
from benchmarks.train import SPANS
from quotes.extraction.pipeline import default_extractor

CASES = [
    (
        "innermost",
        "The Halden Post reported that Petra Oland said the plan was “ruinous”.",
        "The Halden Post",
        "that Petra Oland said the plan was “ruinous”",
        "Petra Oland",
    ),
    (
        "relative-pronoun",
        "He met Petra Oland, who said the plan was “ruinous”.",
        "who",
        "the plan was “ruinous”",
        "Petra Oland",
    ),
    (
        "owner",
        "Few believed Petra Oland’s claim that it was “ruinous”.",
        "Petra Oland’s claim",
        "that it was “ruinous”",
        "Petra Oland",
    ),
    ("as-it-stands", "A friend said the plan was “ruinous”.", "A friend", "the plan was “ruinous”", "A friend"),
]


@pytest.mark.parametrize(
    ("text", "source", "content", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_source_is_the_one_the_gold_counts(text: str, source: str, content: str, expected: str) -> None:
    def place(part: str) -> list[int]:
        start = text.index(part)
        return [start, start + len(part)]

    document: dict[str, Any] = {"attributions": [{"source": [place(source)], "content": [place(content)]}]}
    (scene,) = default_extractor().scenes([text])
    (truth,) = polnear_truths(scene, document).values()
    assert [text[start:end] for start, end in truth.sources] == [expected]


JUDGED = "Oland spoke of the “creep”. She opened “Salt” and was “glad”. A “wet” day."


def test_what_we_judged_ourselves_counts_in_place_of_what_the_corpus_has() -> None:
    def place(part: str) -> tuple[int, int]:
        start = JUDGED.index(part)
        return start, start + len(part)

    told = {"source": [place("Oland")], "content": [place("the “creep”")]}
    document: dict[str, Any] = {"attributions": [told]}
    judged = [(*place("“creep”"), "not"), (*place("“glad”"), "speech")]
    (scene,) = default_extractor().scenes([JUDGED])
    truths = polnear_truths(scene, document, (), judged)
    assert [(truths[i].kind, truths[i].judged) for i in sorted(truths)] == [
        ("not", True),
        ("not", False),
        ("speech", True),
        ("not", False),
    ]


def test_no_span_is_judged_twice() -> None:
    for line in read_jsonl(SPANS):
        places = [(start, end) for start, end, _ in line["spans"]]
        assert places == sorted(set(places)), line["id"]
        assert {kind for *_, kind in line["spans"]} <= {"speech", "not"}, line["id"]
