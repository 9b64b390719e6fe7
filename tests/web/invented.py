"""Articles and quotes that we made up, one of them hostile, and the database that holds them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from quotes.identity import article_id
from quotes.settings import Settings
from quotes.store.database import open_database
from quotes.store.writing import write_article
from quotes.types import Affiliation, Article, Quote, QuoteKind, Span, Speaker

MARKUP = "<script>alert(1)</script>"

HARBOUR = (
    "Forty families on the outer islands have had no ferry since Sunday.\n"
    "“The harbour stays shut until the last lamp on the breakwater burns again,” Ines Okafor, the harbour master of "
    "the Port of Ostholm, said on Saturday. Okafor called the delay “a slow kind of theft”.\n"
    "Marta de la Vega Ruiz, chief engineer of Vega & Sons, counted the stones herself. "
    "“We counted every stone on the mole – 4,116, give or take.\n"
    "“Then we counted them again, because nobody believed the first number,” she told the council.\n"
    "“Nobody asked us,” one islander said."
)
STONES = "The mole of Ostholm is older than the town. “It was here before the map,” Jean-Luc Ngata said."
HOSTILE = (
    f"It was a strange letter. “{MARKUP} & <b onmouseover=alert(2)>bold</b> --></style>”, wrote "
    "<img src=x onerror=alert(3)> that day."
)


def quoted(
    text: str,
    words: str,
    speaker: Speaker | None,
    mention: str | None = None,
    cue: str | None = None,
    affiliation: Affiliation | None = None,
    *,
    kind: QuoteKind = "direct",
    confidence: float = 0.9,
    topics: tuple[str, ...] = (),
) -> Quote:
    """Return the quote of `words` in `text`; its context is its whole paragraph or paragraphs."""
    start = text.index(words)
    end = start + len(words)
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    named = _first(text, mention, line_start)
    return Quote(
        text=words,
        start=start,
        end=end,
        kind=kind,
        speaker=speaker,
        speaker_span=named,
        mention=mention,
        cue=cue,
        cue_span=_first(text, cue, end),
        affiliation=affiliation or Affiliation(),
        confidence=confidence,
        rule="subject-of-cue",
        topics=topics,
        context=Span(line_start, line_end if line_end >= 0 else len(text)),
    )


def _first(text: str, words: str | None, start: int) -> Span | None:
    if words is None:
        return None
    found = text.index(words, start)
    return Span(found, found + len(words))


def harbour() -> tuple[Article, list[Quote]]:
    """Return an article with a whole quote, a fragment, one over two paragraphs and one of somebody unnamed."""
    url = "https://news.example/2026/harbour?edition=a&part=1#top"
    article = Article(
        id=article_id(url),
        text=HARBOUR,
        title="Ferries wait as Ostholm mends its lights",
        url=url,
        outlet="The Ostholm Post",
        published=datetime(2026, 3, 7, 9, 30, tzinfo=UTC),
        language="en",
    )
    okafor = Speaker("Ines Okafor", "person")
    master = Affiliation("harbour master", "Port of Ostholm")
    stones = HARBOUR[HARBOUR.index("We counted") : HARBOUR.index("” she told")]
    quotes = [
        quoted(
            HARBOUR,
            "The harbour stays shut until the last lamp on the breakwater burns again,",
            okafor,
            "Ines Okafor",
            "said",
            master,
            confidence=0.97,
            topics=("harbour", "ferries"),
        ),
        quoted(HARBOUR, "a slow kind of theft", okafor, "Okafor", None, master, kind="mixed", confidence=0.55),
        quoted(
            HARBOUR,
            stones,
            Speaker("Marta de la Vega Ruiz", "person"),
            None,
            "told",
            Affiliation("chief engineer", "Vega & Sons"),
        ),
        quoted(HARBOUR, "Nobody asked us,", None, None, "said", confidence=0.0),
    ]
    return article, quotes


def stones() -> tuple[Article, list[Quote]]:
    """Return an article without an address, a date or a title."""
    article = Article(id=article_id("stones.txt"), text=STONES)
    return article, [
        quoted(STONES, "It was here before the map,", Speaker("Jean-Luc Ngata", "person"), "Jean-Luc Ngata", "said")
    ]


def hostile() -> tuple[Article, list[Quote]]:
    """Return an article whose every field is full of markup, and whose address is a script."""
    article = Article(
        id=article_id("javascript:alert(4)"),
        text=HOSTILE,
        title=f"</title>{MARKUP}<!--",
        url="javascript:alert(4)//https://news.example/",
        outlet=f'"><svg onload=alert(5)>{MARKUP}',
        published=datetime(2026, 3, 8, tzinfo=UTC),
        language='en"><script>alert(6)</script>',
    )
    words = HOSTILE[HOSTILE.index(MARKUP) : HOSTILE.index("”, wrote")]
    quote = quoted(
        HOSTILE,
        words,
        Speaker("<img src=x onerror=alert(3)>", "person"),
        "<img src=x onerror=alert(3)>",
        "wrote",
        Affiliation(f"</script>{MARKUP}", "'\" onfocus=alert(7) autofocus"),
        topics=("<em>topic</em>",),
    )
    return article, [quote]


def fill(folder: Path) -> Settings:
    """Make a database in `folder` with all articles and return the settings that name it."""
    settings = Settings(database=f"sqlite:///{folder / 'invented.db'}")
    database = open_database(settings.database, create=True, write=True)
    try:
        with database.writing() as connection:
            for article, quotes in (harbour(), stones(), hostile()):
                write_article(connection, article, quotes, "invented", None)
    finally:
        database.close()
    return settings
