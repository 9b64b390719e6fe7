"""The markup that others put on their pages: a blockquote that reads well alone, and the frame with the card.

Consumers strip what they do not trust. WordPress leaves `a[href]`, `blockquote` without attributes and an iframe
with a few attributes; so the blockquote opens without attributes, its paragraphs are parted by spaces that survive
when `<p>` does not, and the words, the speaker and the source stand in the text itself.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from quotes.service.lookup import StoredQuote
from quotes.web.fragments import is_web_address, link_to_words
from quotes.web.passages import quoted_paragraphs, words_around
from quotes.web.wording import attribution_line, day, quote_label

CARD_WIDTH = 600
"""Pixels that a card asks for if nobody limits it."""
_LEAST_HEIGHT, _MOST_HEIGHT = 200, 1000
"""WordPress makes every embed between 200 and 1000 pixels high."""

HEIGHT_MESSAGE = "quotes:height"
"""`type` of the message that a card posts to a page that gave it no WordPress secret."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The size of a card's frame, in CSS pixels."""

    width: int
    height: int
    cut: bool
    """The card is probably higher than the frame was allowed to be: it has to scroll."""


def frame_for(stored: StoredQuote, max_width: int | None = None, max_height: int | None = None) -> Frame:
    """Return a frame that fits the limits (pixels) and, as far as they allow, the card."""
    width = min(CARD_WIDTH, max_width or CARD_WIDTH)
    inside = max(1, width - 56)
    paragraphs = quoted_paragraphs(stored.quote.text)
    # Sizes of card.css; the widths of characters are those of the widest common typefaces.
    wanted = (
        70
        + sum(13 + 32 * _lines(paragraph, inside, 10.0) for paragraph in paragraphs)
        + 23 * _lines(attribution_line(stored.quote), inside, 8.5)
        + 20 * _lines(f"{source_line(stored)} · In context", inside, 7.5)
    )
    height = min(_MOST_HEIGHT, max(_LEAST_HEIGHT, wanted))
    limited = min(height, max_height or height)
    return Frame(width, limited, cut=limited < wanted)


def _lines(text: str, pixels: int, character: float) -> int:
    return 1 + int(len(text) * character / pixels)


def source_line(stored: StoredQuote) -> str:
    """Return headline, publisher and date of the article in one line: `Ferries return, Ostholm Post, 7 March 2026`."""
    article = stored.article
    return ", ".join(part for part in (article.title or "", article.outlet or "", day(article.published)) if part)


def source_link(stored: StoredQuote) -> str | None:
    """Return the address that lands on the words in the source article; None if it has no http(s) address."""
    article = stored.article
    if article.url is None or not is_web_address(article.url):
        return None
    return link_to_words(article.url, stored.quote.text, *words_around(stored.quote, stored.context_text))


def fallback_blockquote(stored: StoredQuote, page: str) -> Markup:
    """Return the quote as a blockquote without attributes, on one line; `page` is the quote's own address."""
    paragraphs = Markup(" ").join(
        Markup("<p>{}</p>").format(paragraph) for paragraph in quoted_paragraphs(stored.quote.text)
    )
    link = Markup('<a href="{}">{}</a>').format(page, source_line(stored) or "Source")
    source = source_link(stored)
    original = Markup(' (<a href="{}">original article</a>)').format(source) if source else Markup("")
    return Markup("<blockquote>{} <p>— {}. {}{}</p></blockquote>").format(
        paragraphs, attribution_line(stored.quote), link, original
    )


def card_frame(stored: StoredQuote, embed: str, frame: Frame) -> Markup:
    """Return the iframe that shows the card at the address `embed`, with the attributes that WordPress leaves.

    A frame that is too small for its card keeps its scroll bar. Never `loading="lazy"`: consumers hide the frame
    until the card has posted its height, and a hidden lazy frame is never loaded.
    """
    scrolling = Markup("") if frame.cut else Markup(' scrolling="no"')
    return Markup('<iframe src="{}" width="{}" height="{}" title="{}" frameborder="0"{}></iframe>').format(
        embed, str(frame.width), str(frame.height), quote_label(stored.quote.speaker), scrolling
    )


def oembed_html(stored: StoredQuote, page: str, embed: str, frame: Frame) -> str:
    """Return the `html` of the oEmbed answer: blockquote and frame, one line."""
    return str(fallback_blockquote(stored, page) + card_frame(stored, embed, frame))


def figure_snippet(stored: StoredQuote, page: str) -> str:
    """Return the quote as HTML to paste: figure, blockquote with its source, attribution in the caption.

    For Ghost's HTML card and for pages made by hand; it needs no frame and no script.
    """
    source = source_link(stored)
    cite = Markup(' cite="{}"').format(stored.article.url) if source else Markup("")
    language = Markup(' lang="{}"').format(stored.article.language) if stored.article.language else Markup("")
    paragraphs = Markup("\n").join(
        Markup("    <p>{}</p>").format(paragraph) for paragraph in quoted_paragraphs(stored.quote.text)
    )
    title = Markup("<cite>{}</cite>").format(stored.article.title) if stored.article.title else Markup("source")
    rest = ", ".join(part for part in (stored.article.outlet or "", day(stored.article.published)) if part)
    linked = Markup('<a href="{}">{}</a>').format(source or page, title)
    return str(
        Markup(
            "<figure>\n  <blockquote{}{}>\n{}\n  </blockquote>\n  <figcaption>— {}. {}{}</figcaption>\n</figure>"
        ).format(cite, language, paragraphs, attribution_line(stored.quote), linked, f", {rest}" if rest else "")
    )


def frame_snippet(stored: StoredQuote, embed: str) -> str:
    """Return the iframe to paste, with a script that gives it the height that its card posts.

    Without the script (many editors strip it) the frame keeps the height that was reckoned for it.
    """
    frame = frame_for(stored)
    tag = Markup(
        '<iframe src="{}" title="{}" width="100%" height="{}"'
        ' style="border:0;max-width:{}px" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>'
    ).format(embed, quote_label(stored.quote.speaker), str(frame.height), str(frame.width))
    return f"{tag}\n<script>{_LISTENER}</script>"


# Only the frame that posted is resized, and only within bounds: any frame may send such a message.
_LISTENER = (
    "addEventListener('message',function(e){"
    f"if(e.data&&e.data.type==={json.dumps(HEIGHT_MESSAGE)}&&e.data.height>0)"
    "document.querySelectorAll('iframe').forEach(function(f){"
    "if(f.contentWindow===e.source)f.height=Math.min(2000,Math.ceil(e.data.height))})});"
)
