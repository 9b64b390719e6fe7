"""oEmbed 1.0, the provider's side. Only addresses of this service are described: nothing is ever fetched."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

from flask import Blueprint, Response, request

from quotes.api.problems import BadParameters, Problem
from quotes.api.running import lookup, settings
from quotes.service.lookup import StoredQuote
from quotes.web.addresses import base_url, public_url, quote_id_of
from quotes.web.embedding import frame_for, oembed_html, source_link
from quotes.web.passages import shortened
from quotes.web.wording import capacity, speaker_name

blueprint = Blueprint("oembed", __name__)

TITLE_CHARS = 100
MAX_URL_CHARS = 2000


@blueprint.get("/oembed")
def describe() -> Response:
    """Return the oEmbed description of the quote at `url`, in `format`, within `maxwidth` and `maxheight` pixels.

    Other parameters are ignored, as the standard wants (WordPress sends `dnt=1`).
    """
    form = request.args.get("format", "json").strip().lower() or "json"
    if form not in ("json", "xml"):
        raise Problem(501, f"format {form[:40]!r} is not offered: json and xml are")
    address = request.args.get("url", "").strip()
    reasons: dict[str, str] = {}
    if not address:
        reasons["url"] = "missing: the address of a quote's page"
    max_width = _pixels("maxwidth", reasons)
    max_height = _pixels("maxheight", reasons)
    if reasons:
        raise BadParameters(reasons)
    id = quote_id_of(address, base_url()) if len(address) <= MAX_URL_CHARS else None
    if id is None:
        raise Problem(404, f"url is not the address of a quote here: {base_url()}/quotes/… is")
    found = description(lookup().quote(id), max_width, max_height)
    if form == "xml":
        return Response(_xml(found), content_type="text/xml; charset=utf-8")
    return Response(json.dumps(found, ensure_ascii=False) + "\n", content_type="application/json")


def description(stored: StoredQuote, max_width: int | None, max_height: int | None) -> dict[str, Any]:
    """Return the oEmbed fields of a quote, type `rich`; limits in pixels, None for none.

    `quote`, `speaker`, `affiliation` and `source_url` are ours; consumers ignore what they do not know.
    """
    page = public_url("web.show", id=stored.id)
    embed = public_url("web.embed", id=stored.id)
    frame = frame_for(stored, max_width, max_height)
    name = speaker_name(stored.quote.speaker)
    fields: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "provider_name": settings().site_name,
        "provider_url": f"{base_url()}/",
        "title": f"{name}: “{shortened(stored.quote.text, TITLE_CHARS)}”",
        "author_name": name if stored.quote.speaker is not None else None,
        "cache_age": settings().cache_seconds,
        "width": frame.width,
        "height": frame.height,
        "html": oembed_html(stored, page, embed, frame),
        "quote": stored.quote.text,
        "speaker": stored.quote.speaker.name if stored.quote.speaker is not None else None,
        "affiliation": capacity(stored.quote) or None,
        "source_url": source_link(stored),
    }
    return {name: value for name, value in fields.items() if value is not None}


def _pixels(name: str, reasons: dict[str, str]) -> int | None:
    given = request.args.get(name, "").strip()
    if not given:
        return None
    if not (given.isascii() and given.isdecimal() and len(given) < 10 and int(given) > 0):
        reasons[name] = "not a whole number of pixels"
        return None
    return int(given)


def _xml(fields: dict[str, Any]) -> str:
    root = ElementTree.Element("oembed")
    for name, value in fields.items():
        ElementTree.SubElement(root, name).text = "".join(c for c in str(value) if _in_xml(c))
    # Declared by hand: ElementTree would say US-ASCII, or want a stream to say utf-8. No DOCTYPE: WordPress refuses it.
    return '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n' + ElementTree.tostring(root, encoding="unicode")


def _in_xml(character: str) -> bool:
    """Whether XML 1.0 can hold the character at all: a stray form feed in an article must not break the document."""
    code = ord(character)
    return code in (9, 10, 13) or 32 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
