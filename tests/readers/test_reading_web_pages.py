"""What becomes of a web page: the article's own paragraphs, and what the page declares about it."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from quotes.errors import InputError
from quotes.readers import read_stream
from quotes.settings import Settings
from quotes.types import Article

PARAGRAPHS = (
    "The harbour of Arven will reopen on Friday, a week after the storm that tore away its northern wall.",
    "“We have worked day and night,” said Ilmar Tamm, the harbour master. “The ferries can come back.”",
    "The town council will vote on Monday on the money for a new wall, which is to be two metres higher.",
)


def read(markup: str | bytes) -> Article:
    (value,) = read_stream(io.BytesIO(markup if isinstance(markup, bytes) else markup.encode()), "-", Settings())
    assert isinstance(value, Article), value
    return value


def page(body: str = "", head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body or article()}</body></html>"


def article(*extra: str, paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return "<article>" + "".join(f"<p>{text}</p>" for text in paragraphs) + "".join(extra) + "</article>"


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert read(page()).text == "\n\n".join(PARAGRAPHS)


def test_what_surrounds_the_article_is_left_out() -> None:
    text = read(
        page(
            "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><script>var a = 'scripted';</script>"
            + article(
                "<figure><img src='a.jpg'><figcaption>The wall on Tuesday “before noon”</figcaption></figure>",
                "<p>READ MORE: Ten harbours to see</p>",
                "<p>Sign up for our newsletter</p>",
            )
            + "<footer>© The Arven Courier. “All rights reserved”</footer>"
        )
    ).text
    assert text == "\n\n".join(PARAGRAPHS)


def test_boxes_beside_the_article_are_left_out_and_the_words_behind_them_kept() -> None:
    boxes = "<aside>Ten “harbours” to see</aside><button>Share</button><select><option>Arven</option></select>"
    opening, said, vote = PARAGRAPHS
    text = read(page(f"<article><p>{opening}</p><p>{boxes}{said}</p><p>{vote}</p></article>")).text
    assert text == "\n\n".join(PARAGRAPHS)


def test_a_page_of_which_little_is_found_is_looked_at_again() -> None:
    """A long lead stands in <article>, and the text itself in a <div>: the first look takes the lead for all."""
    days = [f"The harbour of Arven was shut on day {day}, for the storm had torn its wall away." for day in range(50)]
    lead, rest = ("".join(f"<p>{day}</p>" for day in days[part]) for part in (slice(12), slice(12, None)))
    text = read(page(f"<article>{lead}</article><div class='x'>{rest}</div>")).text
    assert text == "\n\n".join(days)


def test_headings_and_block_quotes_are_paragraphs_of_their_own() -> None:
    text = read(
        page(
            "<article><h1>Harbour reopens after the storm</h1>"
            f"<p>{PARAGRAPHS[0]}</p><h2>‘Day and night’</h2><p>{PARAGRAPHS[1]}</p>"
            "<blockquote><p>“I have never seen such waves.”</p><p>“Never.”</p></blockquote>"
            f"<p>{PARAGRAPHS[2]}</p></article>"
        )
    ).text
    assert text.split("\n\n") == [
        PARAGRAPHS[0],
        "‘Day and night’",
        PARAGRAPHS[1],
        "“I have never seen such waves.”",
        "“Never.”",
        PARAGRAPHS[2],
    ]


def test_text_broken_by_br_keeps_its_links_and_its_paragraphs() -> None:
    text = read(
        page(
            "<div>ARVEN: <a href='/tamm'>Ilmar Tamm</a> said the harbour would reopen on Friday.<br><br>"
            "“The ferries can come back,” the <b>harbour master</b> said on Tuesday in the town hall.<br>"
            "The council will vote on Monday on the money for a new wall, two metres higher than the old.</div>"
        )
    ).text
    assert text.split("\n\n") == [
        "ARVEN: Ilmar Tamm said the harbour would reopen on Friday.",
        "“The ferries can come back,” the harbour master said on Tuesday in the town hall.",
        "The council will vote on Monday on the money for a new wall, two metres higher than the old.",
    ]


def test_inline_markup_does_not_change_the_order_of_words() -> None:
    marked = "<p>“We <em>have <b>worked</b> day</em> and <a href='/x'>night</a>,” said Tamm of the harbour office.</p>"
    assert read(page(article(marked))).text.endswith("“We have worked day and night,” said Tamm of the harbour office.")


def test_what_the_page_declares_is_used() -> None:
    head = """<title>Harbour reopens | The Arven Courier</title>
    <link rel="canonical" href="https://courier.example/harbour">
    <meta property="og:site_name" content="The Arven Courier">
    <script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"},
    {"@type": ["NewsArticle"], "headline": "Harbour reopens",
    "datePublished": "2025-05-03T10:00:00+03:00"}]}</script>"""
    read_article = read(page(head=head).replace("<html>", "<html lang='en-GB'>"))
    assert read_article.title == "Harbour reopens"
    assert read_article.url == "https://courier.example/harbour"
    assert read_article.outlet == "The Arven Courier"
    assert read_article.published == datetime(2025, 5, 3, 7, tzinfo=UTC)
    assert read_article.language == "en-GB"


def test_outlet_is_taken_off_the_title() -> None:
    head = (
        "<title>Harbour reopens | The Arven Courier</title><meta property='og:site_name' content='The Arven Courier'>"
    )
    assert read(page(head=head)).title == "Harbour reopens"


def test_declared_body_stands_in_for_a_page_that_a_script_puts_together() -> None:
    body = " ".join(PARAGRAPHS * 3)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    assert read(page("<div id='app'></div>", head)).text == body


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(page(head="<meta charset='windows-1252'>").encode("cp1252"), id="declared"),
        pytest.param(page(head="<meta charset='iso-8859-1'>").encode("cp1252"), id="declared as its subset"),
        pytest.param(page(head="<meta charset='iso-8859-1'>").encode(), id="declared wrongly, is UTF-8"),
        pytest.param(page().encode("utf-16"), id="UTF-16"),
        pytest.param(page(f"<p>{chr(0)}</p>" + article()).encode(), id="NUL"),
        pytest.param(('<?xml version="1.0" encoding="ascii"?>' + page()).encode(), id="XML declaration"),
    ],
)
def test_encoding_of_a_page_is_told(content: bytes) -> None:
    assert read(content).text == "\n\n".join(PARAGRAPHS)


def test_unknown_declared_encoding_is_refused() -> None:
    content = page(head="<meta charset='klingon'>").encode("cp1252")
    (value,) = read_stream(io.BytesIO(content), "-", Settings())
    assert isinstance(value, InputError)
    assert "klingon" in value.reason


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" * 100_000, id="deep nesting"),
        pytest.param("<a " + " ".join(f"a{n}=''" for n in range(200_000)) + ">", id="200,000 attributes"),
        pytest.param(
            "<a " + " ".join(f"a{n}='>'" for n in range(200_000)) + ">", id="attributes that seem to end the tag"
        ),
        pytest.param(f"<a href='{'x' * 2_000_000}'>", id="huge attribute"),
        pytest.param('<a x="' * 100_000, id="quotes that do not close"),
        pytest.param("&#xFFFFFFFF;&#0;&#55296;&bogus;&" * 1000, id="broken entities"),
        pytest.param("<!--" * 100_000, id="comments that do not close"),
        pytest.param(f"<script type='application/ld+json'>{'[' * 100_000}</script>", id="deep JSON-LD"),
        pytest.param("<link rel=canonical href='javascript:alert(1)'>", id="address that runs"),
    ],
)
def test_hostile_page_is_read_or_refused(body: str) -> None:
    values = list(read_stream(io.BytesIO(page(article() + body).encode()), "-", Settings()))
    assert len(values) == 1
    if isinstance(values[0], Article):
        assert values[0].url is None
        assert "\x00" not in values[0].text
        values[0].text.encode()
