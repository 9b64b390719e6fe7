"""One whole page as the wires send them, furniture and all: who said what in it, in which capacity."""

from __future__ import annotations

import pytest

from quotes.extraction.pipeline import Extractor
from quotes.types import Quote

PAGE = """Premier Oru Dahl to Join Naval Review off Halden Island Next Week

Islanders hold the review as a sign of friendship with their neighbours

Thu Jun 12 2031
icon-facebook icon-twitter icon-whatsapp

Key points

  • The review will be held in the sound off Halden Island on June 20
  • It marks 60 years since the end of the Herring War
  • Thousands of fishermen lost their boats in that quarrel

OSLO: Premier Oru Dahl will be among a dozen leaders to attend the naval review off Halden Island next week, the Island
Sea Ministry announced Thursday.

The review, to be held on June 20, marks the end of the Herring War, according to Channel Nine.

Grand occasions

The islands have held a series of parades in recent years, at which trawlers sail past under flags.

Show of friendship

Halden’s deputy minister of sea affairs, Gao Linfeng, announced the premier’s visit at a briefing on Thursday morning.

“The people of the islands will stand with all who live by the sea and keep the peace of these waters,” Gao told
reporters.

“At this hour, the northern seas are troubled by storms of many kinds, and trust between neighbours has become rare,”
he added.

The state’s North Sea News Agency also announced the visit, saying Dahl will be a guest “at the express
wish of Comrade Gao Linfeng”.

“Will not be frightened”

The islands are the mainland’s oldest partner, a bond that was made in the Herring War.

Halden has long sent grain, coal and machines across the sound, which freezes every winter.

Dahl’s coming visit is meant to show “the depth” of the ties between the two shores, said Tan Wei Ming, an associate
professor of maritime history at the University of Bergen.

The visit would signal that “the great powers will not frighten them into silence”, Tan told AFP.

There was “a rumour lately that (the premier) had moved closer to the southern ports at the cost of Halden”, said Minh
Dao, an assistant professor at Norway’s Fjord Technical University.

“Bond is still holding”

“That may yet come true but I think the visit brings out the fact that this bond is still holding,” Dao told AFP.

“It will also remind everyone of the weight and patience of the islands,” he added.

icon-facebook icon-twitter icon-whatsapp
"""

JOINED = "\n\n".join(" ".join(part.split("\n")) if "•" not in part else part for part in PAGE.split("\n\n"))
"""As the page has it: a paragraph a line."""

GAO = ("Gao Linfeng", "deputy minister of sea affairs", "Halden")
AGENCY = ("North Sea News Agency", None, None)
TAN = ("Tan Wei Ming", "associate professor of maritime history", "University of Bergen")
DAO = ("Minh Dao", "assistant professor", "Fjord Technical University")

EXPECTED = [
    ("The people of the islands", GAO),
    ("At this hour, the northern", GAO),
    ("at the express wish", AGENCY),
    ("the depth", TAN),
    ("the great powers", TAN),
    ("a rumour lately that (the premier)", DAO),
    ("That may yet come true", DAO),
    ("It will also remind", DAO),
]


@pytest.fixture(scope="module")
def quotes(extractor: Extractor) -> list[Quote]:
    return extractor.extract(JOINED)


def test_finds_what_was_said_and_nothing_else(quotes: list[Quote]) -> None:
    assert [quote.text[: len(first)] for quote, (first, _) in zip(quotes, EXPECTED, strict=True)] == [
        first for first, _ in EXPECTED
    ]


@pytest.mark.parametrize("number", range(len(EXPECTED)), ids=[first for first, _ in EXPECTED])
def test_says_who_and_in_what_capacity(quotes: list[Quote], number: int) -> None:
    quote = quotes[number]
    assert quote.speaker is not None
    found = (quote.speaker.name, quote.affiliation.role, quote.affiliation.organization)
    assert found == EXPECTED[number][1]


def test_headings_are_no_quotes(quotes: list[Quote]) -> None:
    for words in ("Will not be frightened", "Bond is still holding"):
        assert words in JOINED
        assert words not in [quote.text for quote in quotes]


def test_tells_whole_sentences_from_fragments(quotes: list[Quote]) -> None:
    kinds = [quote.kind for quote in quotes]
    assert kinds == ["direct", "direct", "mixed", "mixed", "mixed", "mixed", "direct", "direct"]
