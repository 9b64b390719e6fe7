"""What a web page says about its article in its head: title, address, outlet, date, language.

The witnesses, best first: schema.org data in JSON-LD, OpenGraph and article meta tags, and what readers see.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from quotes.readers.source import clean_label, clean_url, parse_date

MAX_JSON_LD_CHARS = 2_000_000
MAX_JSON_LD_NODES = 10_000

_ARTICLE_TYPE = re.compile(r"Article|Posting|Report\b|Review\b")  # NewsArticle, BlogPosting, AnalysisNewsArticle …
_TITLE_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|–—]{2,60})$")  # Storm closes harbour | The Arven Courier


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What the page declares; None where it declares nothing that can be used."""

    title: str | None
    url: str | None
    """Canonical, http or https."""
    outlet: str | None
    published: datetime | None
    """UTC."""
    language: str | None
    article_body: str | None
    """schema.org `articleBody`: the whole text, often without paragraphs."""


def read_metadata(page: HtmlElement) -> PageMetadata:
    """Return what the parsed page declares about its article. Nothing in it makes this fail."""
    article = _json_ld_article(page)
    metas = _meta_tags(page)
    outlet = metas.get("og:site_name") or _name_of(article.get("publisher")) or metas.get("application-name")
    return PageMetadata(
        title=_title(page, article, metas, outlet),
        url=_url(page, article, metas),
        outlet=clean_label(outlet),
        published=_published(page, article, metas),
        language=_language(page, article, metas),
        article_body=_text(article.get("articleBody")),
    )


def _title(page: HtmlElement, article: dict[str, Any], metas: dict[str, str], outlet: str | None) -> str | None:
    """Prefer what readers see (the only h1), then what other pages are told."""
    headings = [heading for heading in (_visible(h1) for h1 in page.iter("h1")) if heading]
    if len(headings) == 1 and len(headings[0].split()) >= 3:  # `Opinion`, `Sport` are sections
        return headings[0]
    declared = _text(article.get("headline")) or metas.get("og:title") or metas.get("twitter:title")
    title = declared or next((_visible(element) for element in page.iter("title")), None)
    return _without_outlet(clean_label(title), outlet) or (headings[0] if headings else None)


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    suffix = _TITLE_SUFFIX.search(title[-80:]) if title else None
    if title and suffix and outlet and suffix[1].strip().casefold() == outlet.strip().casefold():
        return title[: -len(suffix[0])]
    return title


def _url(page: HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> str | None:
    for link in page.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            url = clean_url(link.get("href"))
            if url:
                return url
    entity = article.get("mainEntityOfPage")
    entity = entity.get("@id") if isinstance(entity, dict) else entity
    return clean_url(metas.get("og:url")) or clean_url(_text(article.get("url"))) or clean_url(_text(entity))


def _published(page: HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> datetime | None:
    given = [
        _text(article.get("datePublished")),
        *(metas.get(name) for name in ("article:published_time", "og:published_time", "datepublished")),
        *(metas.get(name) for name in ("parsely-pub-date", "pubdate", "publish-date", "dc.date", "date")),
        *(element.get("datetime") for element in page.iter("time")),
    ]
    return next((date for date in (parse_date(value) for value in given if value) if date), None)


def _language(page: HtmlElement, article: dict[str, Any], metas: dict[str, str]) -> str | None:
    root = page.getroottree().getroot()
    return root.get("lang") or _text(article.get("inLanguage")) or metas.get("og:locale")


def _meta_tags(page: HtmlElement) -> dict[str, str]:
    """Return what the meta tags hold by property, name or itemprop in lower case: of each the first that has any."""
    found: dict[str, str] = {}
    for tag in page.iter("meta"):
        content = (tag.get("content") or "").strip()
        if content:
            for name in (tag.get("property"), tag.get("name"), tag.get("itemprop")):
                if name:
                    found.setdefault(name.lower(), content)
    return found


def _json_ld_article(page: HtmlElement) -> dict[str, Any]:
    """Return the first schema.org article that the page holds, or the first dated thing, or an empty object."""
    dated: dict[str, Any] = {}
    for node in _json_ld_nodes(page):
        kinds = node.get("@type")
        if _ARTICLE_TYPE.search(" ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)):
            return node
        if not dated and "datePublished" in node:
            dated = node
    return dated


def _json_ld_nodes(page: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        written = script.text or ""
        if len(written) > MAX_JSON_LD_CHARS:
            continue
        try:
            # strict=False: line breaks inside strings, which many content systems leave in
            waiting = [json.loads(written, strict=False)]
        except (ValueError, RecursionError):
            continue  # one witness less: the page's own text and meta tags remain
        count = 0
        while waiting and count < MAX_JSON_LD_NODES:
            node = waiting.pop()
            count += 1
            if isinstance(node, list):
                waiting.extend(reversed(node))
            elif isinstance(node, dict):
                yield node
                waiting.extend(value for value in reversed(node.values()) if isinstance(value, dict | list))


def _name_of(node: object) -> str | None:
    """Return the name of a publisher, which may be a list, an object or a string."""
    if isinstance(node, list):
        node = node[0] if node else None
    return _text(node.get("name")) if isinstance(node, dict) else _text(node)


def _text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _visible(element: HtmlElement) -> str | None:
    return clean_label("".join(element.itertext())[:10_000])
