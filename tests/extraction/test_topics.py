"""What a quote is about, each promise by an invented article."""

from __future__ import annotations

import pytest

from quotes.extraction.marks import find_marked_spans
from quotes.extraction.names import find_names
from quotes.extraction.pipeline import Extractor
from quotes.extraction.topics import MAX_TOPICS, find_topics, singular
from quotes.types import Span

HARBOUR = """Harbour dredging to start in spring

The harbour at Wrenmouth will be dredged for the first time in 40 years, the council said on Tuesday.

“The harbour is the heart of this town,” said council leader Petra Oland. “Without it the trawlers will leave.”

Norway pays, by a trade deal. “This trade deal gives us ten years of certainty,” she told reporters.

Fishing quotas are another matter. “A quota that halves every year is no quota,” said Tom Ferrow.
"""


def topics(text: str) -> dict[str, tuple[str, ...]]:
    """Return the topics of each quote of a text, by its words."""
    quotes = [span.inner for span in find_marked_spans(text)]
    found = find_topics(text, find_names(text), quotes)
    return {quote.of(text): one for quote, one in zip(quotes, found, strict=True)}


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("The harbour is the heart", "harbour"),
        ("This trade deal gives", "trade deal"),
        ("A quota that halves", "quota"),
    ],
    ids=["word-of-the-headline", "phrase", "most-used-form"],
)
def test_most_telling_topic_comes_first(words: str, topic: str) -> None:
    found = next(value for text, value in topics(HARBOUR).items() if text.startswith(words))
    assert found[0] in (topic, topic + "s")


def test_plural_and_singular_are_one_topic_in_the_form_used_most() -> None:
    text = "“One ferry is late.”\n\n“Ferries are slow,” he said. The ferries sank. All ferries did.\n\n“A ferry!”"
    assert {topic for found in topics(text).values() for topic in found if topic.startswith("ferr")} == {"ferries"}


def test_between_one_and_five_lower_case_topics() -> None:
    for found in topics(HARBOUR).values():
        assert 1 <= len(found) <= MAX_TOPICS
        assert len(set(found)) == len(found)
        assert all(topic == topic.lower() == topic.strip() for topic in found)


def test_words_that_tell_nothing_are_no_topics() -> None:
    text = "“People say lots of things every year, and I really want good people,” she said at the port."
    (found,) = topics(text).values()
    assert found == ("port",)


def test_persons_are_no_topics_but_bodies_and_places_are() -> None:
    text = (
        "Greta Holm runs the Lakes Institute.\n\n"
        "“Holm and the Lakes Institute have saved the wetlands of Norway,” said Ivo Lenz.\n\nHolm thanked him."
    )
    (found,) = topics(text).values()
    assert {"lakes institute", "norway", "wetlands"} <= set(found)
    assert not any("holm" in topic or "lenz" in topic for topic in found)


def test_who_heard_it_is_not_what_it_is_about() -> None:
    text = "“The reservoir is dry,” Ivo Lenz told the Harbour Post.\n\nThe Harbour Post asked twice."
    (found,) = topics(text).values()
    assert found == ("reservoir",)


def test_verbs_are_no_topics() -> None:
    text = "“They will dredge the estuary and demolish a lighthouse,” he said. It transcends the region."
    (found,) = topics(text).values()
    assert set(found) == {"estuary", "lighthouse"}


def test_an_empty_sentence_borrows_from_its_paragraph() -> None:
    text = "Storm over the pier\n\nThe pier was closed on Monday. “It is what it is,” he said."
    (found,) = topics(text).values()
    assert found == ("pier",)


def test_a_text_that_tells_nothing_has_no_topics() -> None:
    assert topics("“It is what it is,” he said.") == {"It is what it is,": ()}
    assert find_topics("", find_names(""), []) == []


def test_topics_follow_the_order_of_the_quotes_given() -> None:
    quotes = [span.inner for span in find_marked_spans(HARBOUR)]
    names = find_names(HARBOUR)
    forward = find_topics(HARBOUR, names, quotes)
    assert find_topics(HARBOUR, names, quotes[::-1]) == forward[::-1]


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("quotas", "quota"),
        ("ferries", "ferry"),
        ("crises", "crisis"),
        ("taxes", "tax"),
        ("losses", "loss"),
        ("prices", "price"),
        ("branches", "branch"),
        ("crisis", "crisis"),
        ("virus", "virus"),
        ("politics", "politics"),
        ("news", "news"),
        ("gas", "gas"),
    ],
)
def test_folds_plurals(plural: str, expected: str) -> None:
    assert singular(plural) == expected


def test_many_quotes_in_one_endless_sentence_read_a_bounded_window() -> None:
    text = "the pier " + "“the harbour” and the lighthouse of “the estuary” " * 2000
    quotes = [span.inner for span in find_marked_spans(text)]
    assert len(quotes) == 4000
    found = find_topics(text, find_names(text), [*quotes, Span(0, 8)])
    assert set(found[1]) == {"estuary", "harbour", "lighthouse"}


def test_a_quote_carries_its_topics(extractor: Extractor) -> None:
    for quote in extractor.extract(HARBOUR):
        assert 1 <= len(quote.topics) <= MAX_TOPICS
