"""Pages for people: the search page, a quote's page, and the card that others frame."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, make_response, render_template, request

from quotes.api.parameters import QUOTE_PARAMETERS, quote_query
from quotes.api.problems import BadParameters
from quotes.api.running import lookup, settings
from quotes.errors import InvalidQuery
from quotes.service.lookup import Page, QuoteQuery, StoredQuote
from quotes.service.records import moment
from quotes.web import embedding, wording
from quotes.web.addresses import base_url, oembed_url, public_url
from quotes.web.card import card_policy, card_script, card_style
from quotes.web.passages import pieces_of_context, quoted_paragraphs, shortened
from quotes.web.structured_data import quotation, script_text

blueprint = Blueprint("web", __name__)

FILTERS = tuple(name for name in QUOTE_PARAMETERS if name not in ("limit", "cursor"))
DESCRIPTION_CHARS = 300
TITLE_CHARS = 70


@blueprint.app_context_processor
def _vocabulary() -> dict[str, Any]:
    """Give every template the words and addresses it needs."""
    return {
        "site_name": settings().site_name,
        "quoted_paragraphs": quoted_paragraphs,
        "attribution_line": wording.attribution_line,
        "speaker_name": wording.speaker_name,
        "quote_label": wording.quote_label,
        "capacity": wording.capacity,
        "confidence_in_words": wording.confidence_in_words,
        "right_in_a_hundred": wording.right_in_a_hundred,
        "day": wording.day,
        "moment": moment,
        "shortened": shortened,
        "source_link": embedding.source_link,
    }


@blueprint.get("/")
def search() -> Response:
    """Show the quotes that the form asks for; without a question, the newest ones."""
    asked = {name: request.args.get(name, "").strip() for name in FILTERS}
    reasons: dict[str, str] = {}
    page: Page[StoredQuote] = Page(())
    query = QuoteQuery()
    try:
        query = quote_query(request.args, settings())
        page = lookup().quotes(query)
    except BadParameters as error:
        reasons = error.reasons
    except InvalidQuery as error:
        reasons = BadParameters.of(error).reasons
    given = {name: value for name, value in asked.items() if value}
    nothing = not page.items and not reasons
    body = render_template(
        "search.html",
        asked=asked,
        given=given,
        reasons=reasons,
        items=page.items,
        next_address=_next_address(page),
        without=_without,
        further=bool(request.args.get("cursor")),
        similar=lookup().similar_names(query.speaker) if nothing and query.speaker else [],
        json_address=f"{public_url('api.list_quotes')}?{urlencode(given)}" if given else public_url("api.list_quotes"),
    )
    return make_response(body, 400 if reasons else 200)


@blueprint.get("/quotes/<id>")
def show(id: str) -> Response:
    """Show one quote: the words, who says them, the passage, the evidence, and how to embed it."""
    stored = lookup().quote(id)
    page, embed = public_url("web.show", id=id), public_url("web.embed", id=id)
    text = shortened(stored.quote.text, TITLE_CHARS)
    body = render_template(
        "quote.html",
        stored=stored,
        title=f"{wording.speaker_name(stored.quote.speaker)}: “{text}”",
        description=f"“{shortened(stored.quote.text, DESCRIPTION_CHARS)}” — {wording.attribution_line(stored.quote)}",
        page=page,
        embed=embed,
        json_address=public_url("api.show_quote", id=id),
        oembed_json=oembed_url(page, "json"),
        oembed_xml=oembed_url(page, "xml"),
        icon=public_url("static", filename="icon.png"),
        pieces=pieces_of_context(stored.quote, stored.context_text),
        kind=wording.kind_in_words(stored.quote.kind),
        rule=wording.rule_in_words(stored.quote.rule),
        structured=script_text(quotation(stored, page, base_url())),
        preview=embedding.frame_for(stored),
        frame_snippet=embedding.frame_snippet(stored, embed),
        figure_snippet=embedding.figure_snippet(stored, page),
    )
    return make_response(body)


@blueprint.get("/quotes/<id>/embed")
def embed(id: str) -> Response:
    """Show the card: the quote alone, for a frame on another page."""
    stored = lookup().quote(id)
    body = render_template(
        "card.html", stored=stored, page=public_url("web.show", id=id), style=card_style(), script=card_script()
    )
    answer = make_response(body)
    answer.headers["Content-Security-Policy"] = card_policy()
    return answer


def _without(given: dict[str, str], name: str) -> dict[str, str]:
    return {other: value for other, value in given.items() if other != name}


def _next_address(page: Page[StoredQuote]) -> str | None:
    if page.next is None:
        return None
    again = {name: value for name, value in request.args.items() if name in QUOTE_PARAMETERS and value}
    return "?" + urlencode({**again, "cursor": page.next})
