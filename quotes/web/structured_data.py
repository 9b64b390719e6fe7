"""JSON-LD for a quote: schema.org Quotation.

`Quotation` and `spokenByCharacter` are pending terms of schema.org; its examples give a real person as `creator`.
Both are given, with one `@id`, so that a reader of either finds the same speaker.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from quotes.service.lookup import StoredQuote
from quotes.service.records import moment
from quotes.types import Affiliation, Article, Speaker
from quotes.web.fragments import is_web_address

_AGENTS = {
    "person": "Person",
    "author": "Person",
    "unnamed": "Person",
    "organization": "Organization",
    "group": "Organization",
}


def quotation(stored: StoredQuote, page: str, base: str) -> dict[str, Any]:
    """Return the schema.org Quotation of a stored quote.

    `page` is the absolute address of its page, `base` that of the service, both without a trailing slash.
    """
    quote, article = stored.quote, stored.article
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": page,
        "url": page,
        "text": quote.text,
    }
    if article.language:
        found["inLanguage"] = article.language
    if quote.speaker is not None:
        source = f"{base}/#speaker-{stored.speaker_id}" if stored.speaker_id else f"{page}#speaker"
        agent = _agent(quote.speaker, quote.affiliation, source)
        if agent is None:  # a report or a law is no agent: it is what the words are taken from
            found["citation"] = {"@type": "CreativeWork", "@id": source, "name": quote.speaker.name}
        else:
            found["creator"] = agent
            found["spokenByCharacter"] = {"@id": source}
    if quote.topics:
        found["about"] = [{"@type": "Thing", "name": topic} for topic in quote.topics]
    found["isPartOf"] = _news_article(article)
    if is_web_address(article.url):
        found["isBasedOn"] = article.url
    return found


def script_text(value: dict[str, Any]) -> Markup:
    """Return JSON that may stand in a `<script>` element: no `</script`, no `<!--` can arise from any text in it."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _agent(speaker: Speaker, affiliation: Affiliation, source: str) -> dict[str, Any] | None:
    kind = _AGENTS.get(speaker.type)
    if kind is None:
        return None
    agent: dict[str, Any] = {"@type": kind, "@id": source, "name": speaker.name}
    if kind == "Person":
        if affiliation.role:
            agent["jobTitle"] = affiliation.role
        if affiliation.organization:
            agent["affiliation"] = {"@type": "Organization", "name": affiliation.organization}
    return agent


def _news_article(article: Article) -> dict[str, Any]:
    work: dict[str, Any] = {"@type": "NewsArticle"}
    if article.title:
        work["headline"] = article.title
    if is_web_address(article.url):
        work["url"] = article.url
    if article.published is not None:
        work["datePublished"] = moment(article.published)
    if article.outlet:
        work["publisher"] = {"@type": "Organization", "name": article.outlet}
    return work
