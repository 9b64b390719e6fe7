"""Articles that we made up, with the quotes that a careful reader finds in them."""

from __future__ import annotations

from datetime import UTC, datetime

from quotes.identity import article_id
from quotes.store.database import Database
from quotes.store.known import known_articles
from quotes.store.writing import Outcome, write_article
from quotes.types import Affiliation, Article, Candidate, Quote, Span, Speaker

VERSION = "test 1"

ZOE = Speaker("Zoë Brandt", "person")
CLERK = Speaker("a clerk", "unnamed")
MINISTRY = Speaker("Ministry of Tides", "organization")

HARBOUR_TEXT = (
    "Mayor Zoë Brandt of the Harbour Council said: “The quay stays open.”\n"
    "A clerk answered: “No comment.” Asked again, the clerk said: “No comment.”\n"
    "The Ministry of Tides said the wall was “a matter for engineers”."
)


def article(text: str = HARBOUR_TEXT, key: str = "harbour.txt", **fields: object) -> Article:
    """Return an article with the id of its key."""
    known: dict[str, object] = {
        "title": "Wrangle over the sea wall",
        "outlet": "The Läke Post",
        "published": datetime(2025, 8, 28, 9, 30, tzinfo=UTC),
        "key": key,
        "origin": f"folder/{key}",
    }
    return Article(article_id(key), text, **(known | fields))  # type: ignore[arg-type]


def quote(text: str, words: str, speaker: Speaker | None, nth: int = 0, **fields: object) -> Quote:
    """Return the quote of the `nth` occurrence of `words`; its context is its line."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    end = start + len(words)
    line_end = text.find("\n", end)
    context = Span(text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end)
    known: dict[str, object] = {"kind": "direct", "context": context, "confidence": 0.9, "rule": "subject-of-cue"}
    return Quote(words, start, end, speaker=speaker, **(known | fields))  # type: ignore[arg-type]


def harbour_quotes(text: str = HARBOUR_TEXT) -> list[Quote]:
    """Return the four quotes of the article about the harbour."""
    role = text.index("Mayor")
    council = text.index("Harbour Council")
    name = text.index("Zoë Brandt")
    said = text.index("said")
    return [
        quote(
            text,
            "The quay stays open.",
            ZOE,
            speaker_span=Span(name, name + 10),
            mention="Zoë Brandt",
            cue="said",
            cue_span=Span(said, said + 4),
            affiliation=Affiliation("Mayor", "Harbour Council", Span(role, role + 5), Span(council, council + 15)),
            addressee="Harbour Radio",
            topics=("ports", "town planning"),
            candidates=(Candidate(ZOE, 0.9, "subject-of-cue", Span(name, name + 10)), Candidate(CLERK, 0.05, "near")),
        ),
        quote(text, "No comment.", CLERK),
        quote(text, "No comment.", CLERK, nth=1),
        quote(text, "a matter for engineers", MINISTRY, kind="mixed", topics=("engineering",)),
    ]


def write(database: Database, article: Article, quotes: list[Quote], version: str = VERSION) -> Outcome:
    """Write an article as the import does."""
    with database.reading() as reader:
        known = known_articles(reader, [article.id]).get(article.id)
    with database.writing() as connection:
        outcome = write_article(connection, article, quotes, version, known)
    assert outcome is not None, "nobody else writes in these tests"
    return outcome


def rows(database: Database, statement: str) -> list[tuple[object, ...]]:
    """Return what a statement reads."""
    with database.reading() as connection:
        return [tuple(row) for row in connection.execute(statement)]
