"""Web pages: the article inside the page, with what the page declares about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from quotes.errors import InputError
from quotes.readers.decoding import decode_html
from quotes.readers.source import Source, build_article
from quotes.readers.web_body import read_body
from quotes.readers.web_metadata import read_metadata
from quotes.readers.whole import read_whole
from quotes.settings import Settings
from quotes.types import Article

_WITNESS_WORDS = 100
"""A declared article body shorter than this is a summary."""
MAX_ATTRIBUTES = 1000
"""The parser's time grows with the square of a tag's attributes: 200,000 of them, one megabyte, take minutes."""

# One start tag: <img alt="a > b" hidden>. Nothing is tried twice: every repetition is possessive.
_START_TAG = re.compile(r"""<[A-Za-z][A-Za-z0-9]*+(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+'|))*+>?""")
_TAG_NAME = re.compile(r"<[A-Za-z0-9]+")
_QUOTED_VALUE = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_BETWEEN_ATTRIBUTES = re.compile(r"[\s/]+")


def read_web_page(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Article | InputError]:
    """Yield the one article of a web page: paragraphs parted by empty lines.

    Raises InputError if the page is empty, too large, in an unknown encoding, or holds no article.
    """
    page = parse_page(decode_html(read_whole(stream, source, settings), source.origin), source.origin)
    declared = read_metadata(page)
    text = "\n\n".join(read_body(page, declared.title))
    witness = declared.article_body or ""
    if len(witness.split()) >= _WITNESS_WORDS and len(text.split()) < len(witness.split()) / 2:
        text = witness  # the page's text is put together by a script: what it declares is all there is
    if not text:
        raise InputError(source.origin, "no article found in this web page: save its text and import that")
    yield build_article(
        source,
        text,
        settings,
        title=declared.title,
        url=declared.url,
        outlet=declared.outlet,
        published=declared.published,
        language=declared.language,
    )


def parse_page(markup: str, origin: str) -> HtmlElement:
    """Return the tree of a page, however broken; raises InputError if nothing can be made of it."""
    markup = _START_TAG.sub(_without_excess, markup)
    # Encoded again because lxml refuses characters that begin with an XML declaration of some other encoding.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError(origin, f"this is no web page that can be read ({error})") from error


def _without_excess(tag: re.Match[str]) -> str:
    """Return a start tag as it is, or only its name if it has more attributes than any real page gives one."""
    written = tag[0]
    if len(written) <= 2 * MAX_ATTRIBUTES:
        return written
    if len(_BETWEEN_ATTRIBUTES.split(_QUOTED_VALUE.sub(" ", written))) <= MAX_ATTRIBUTES:
        return written
    name = _TAG_NAME.match(written)
    return f"{name[0]}>" if name else ""
