"""What is recorded of a decision: the words that name who speaks, and the passage that shows them."""

from __future__ import annotations

from quotes.extraction.decision import PASSAGE
from quotes.extraction.pipeline import Extractor

NAMED = "“We lost the boat on Monday,” said Petra Oland, who runs the ferry. "


def test_a_quote_carried_on_shows_the_sentence_that_names_who_speaks(extractor: Extractor) -> None:
    text = f"{NAMED}“Nobody is to blame for it.” The harbour stays shut."
    quote = extractor.extract(text)[-1]
    assert quote.rule == "carried-on"
    assert quote.speaker is not None
    assert quote.speaker.name == quote.mention == "Petra Oland"
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(text) == "Petra Oland"
    assert quote.cue is None
    assert quote.context is not None
    assert quote.context.of(text) == text.removesuffix(" The harbour stays shut.")


def test_a_passage_has_its_bounds(extractor: Extractor) -> None:
    line = "“The rope was new and it held for the whole of the long winter.”\n\n"
    text = f"{NAMED}\n\n{line * (PASSAGE // len(line) + 2)}“Nobody is to blame for it.”"
    quotes = extractor.extract(text)
    assert {quote.mention for quote in quotes} == {"Petra Oland"}
    passages = [quote.context.of(text) for quote in quotes if quote.context is not None]
    assert "Petra Oland" in passages[2]
    assert passages[-1] == "“Nobody is to blame for it.”"
