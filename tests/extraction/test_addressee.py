"""To whom something was said, one small invented sentence a way of saying it."""

from __future__ import annotations

import pytest

from quotes.extraction.addressee import find_addressee
from quotes.extraction.marks import find_marked_spans
from quotes.extraction.narration import mask_quotes, split_sentences
from quotes.extraction.pipeline import Extractor
from quotes.types import Span


def addressee(text: str, cue: str | None, number: int = 0) -> str | None:
    """Return the addressee of the quote with this number; `cue` is the reporting word as the text has it first."""
    spans = find_marked_spans(text)
    mask = mask_quotes(text, spans)
    sentence = next(s for s in split_sentences(text, mask, spans) if number in s.quotes)
    at = Span(mask.index(cue), mask.index(cue) + len(cue)) if cue is not None else None
    return find_addressee(text, at, spans[number].inner, Span(sentence.start, sentence.end), mask)


CASES = [
    ("agency", "“It rained,” Oland told AFP.", "told", "AFP"),
    ("reporters", "“It rained,” Oland told reporters on Tuesday.", "told", "reporters"),
    ("article-goes", "“It rained,” she told the Daily Harbour.", "told", "Daily Harbour"),
    ("before-the-quote", "Oland told the Tide Post: “It rained.”", "told", "Tide Post"),
    ("day-without-on", "Oland told Halden News Monday that it was “no storm”.", "told", "Halden News"),
    ("pronoun-next", "Oland told the Tide Post she saw “no storm”.", "told", "Tide Post"),
    ("that", "Oland told the committee that it was “no storm”.", "told", "committee"),
    ("programme", "“It rained,” he told Radio 4’s Daybreak programme.", "told", "Radio 4’s Daybreak programme"),
    ("possessive-plural", "“It rained,” he told a pilots’ conference in Oslo.", "told", "pilots’ conference"),
    ("of", "“It rained,” he told members of the town council.", "told", "members of the town council"),
    ("own", "“It rained,” he told his followers.", "told", "his followers"),
    ("title", "“It rained,” he told Sen. Ada Quill.", "told", "Sen. Ada Quill"),
    ("acronym-with-stops", "“It rained,” he told the U.S. Senate.", "told", "U.S. Senate"),
    ("noun-then-name", "“It rained,” he told state news agency Halden.", "told", "state news agency Halden"),
    ("noun-then-subject", "He told reporters Oland had been “ill”.", "told", "reporters"),
    ("gathered", "“It rained,” he told fans gathered outside.", "told", "fans"),
    ("adverb", "“It rained,” he told AFP bluntly.", "told", "AFP"),
    ("two-hearers", "“It rained,” he told the BBC and the Post.", "told", "BBC"),
    ("one-name-with-and", "“It rained,” he told the Roads and Bridges Board.", "told", "Roads and Bridges Board"),
    ("anchor", "“It rained,” he told Halden News anchor Ada Quill.", "told", "Halden News anchor Ada Quill"),
    ("agency-then-subject", "He told AFP news agency Oland was “ill”.", "told", "AFP news agency"),
    (
        "todays-programme",
        "He told BBC Radio 4's Today programme: “It rained.”",
        "told",
        "BBC Radio 4's Today programme",
    ),
    ("quoted-programme", "He told Halden’s “Good Evening” show it was “no storm”.", "told", "Halden"),
    ("torn-programme", "He told Halden’s Face the Tide it was “no storm”.", "told", "Halden"),
    ("months-ago", "He told the Harbour Assembly 18 months ago it was “no storm”.", "told", "Harbour Assembly"),
    ("aboard", "“It rained,” he told reporters aboard the ferry.", "told", "reporters"),
    ("number", "“It rained,” he told 300 supporters.", "told", "300 supporters"),
    ("warned", "“It will rain,” Oland warned ministers.", "warned", "ministers"),
    ("interview", "“It rained,” Oland said in an interview with the Daily Harbour.", "said", "Daily Harbour"),
    ("interview-first", "In an interview with Tide Weekly, Oland said: “It rained.”", "said", "Tide Weekly"),
    ("wrote-to", "“It rained,” Oland wrote to the minister.", "wrote", "minister"),
    ("letter", "In a letter to Ivo Lenz, Oland called it “no storm”.", "called", "Ivo Lenz"),
    ("letter-sent", "Oland called it “no storm” in a letter sent to the council.", "called", "council"),
    ("speaking", "Speaking to BBC Radio, Oland said: “It rained.”", "said", "BBC Radio"),
    ("statement", "“It rained,” Oland said in a statement to AFP.", "said", "AFP"),
    ("testified", "“It rained,” Oland testified before the Harbour Panel.", "testified", "Harbour Panel"),
    ("no-cue", "“It rained.” Speaking to Tide Weekly: “It snowed.”", None, "Tide Weekly"),
]

NOBODY = [
    ("said", "“It rained,” Oland said.", "said"),
    ("pronoun", "“It rained,” Oland told him.", "told"),
    ("her", "“It rained,” Oland told her.", "told"),
    ("pronoun-that", "Oland told them that it was “no storm”.", "told"),
    ("inverted", "“Did it rain?” asked Petra Oland.", "asked"),
    ("passive", "Ministers were told it was “no storm”.", "told"),
    ("asked-about", "Asked about it, Oland asked about “no storm”.", "asked"),
    ("according", "It was “no storm”, according to Oland.", "according"),
    ("said-to-be", "The storm is said to be “no storm”.", "said"),
    ("response", "In response to critics, Oland said: “It rained.”", "said"),
    ("after-a-meeting", "“It rained,” Oland said after a meeting with the mayor.", "said"),
    ("infinitive", "Oland spoke to denounce “the storm”.", "spoke"),
    ("applause", "“It rained,” Oland said to applause.", "said"),
    ("question", "Oland asked the question “to build a pier”.", "asked"),
    ("headline", "Oland Sends Message To Voters: “It rained”", "Sends"),
    ("no-object", "“It rained,” Oland told.", "told"),
]


@pytest.mark.parametrize(("text", "cue", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_reads_who_heard_it(text: str, cue: str | None, expected: str) -> None:
    assert addressee(text, cue, number=1 if cue is None else 0) == expected


@pytest.mark.parametrize(("text", "cue"), [case[1:] for case in NOBODY], ids=[case[0] for case in NOBODY])
def test_names_nobody_where_the_text_does_not(text: str, cue: str) -> None:
    assert addressee(text, cue) is None


def test_each_quote_has_the_hearer_nearest_to_it() -> None:
    text = "Oland spoke of “rain” in a letter to Ivo Lenz and of “snow” in an interview with Tide Weekly."
    assert addressee(text, "spoke", 0) == "Ivo Lenz"
    assert addressee(text, None, 1) == "Tide Weekly"


def test_words_inside_a_quote_name_no_hearer() -> None:
    assert addressee("“I told the king in a letter to the queen,” she said.", "said") is None


def test_a_phrase_without_end_is_no_hearer() -> None:
    assert addressee("“It rained,” he told the " + "very " * 400 + "end.", "told") is None


def test_a_quote_carries_its_hearer(extractor: Extractor) -> None:
    first, second = extractor.extract("“It rained,” Petra Oland told AFP. “It was no storm,” she said.")
    assert (first.addressee, second.addressee) == ("AFP", None)
