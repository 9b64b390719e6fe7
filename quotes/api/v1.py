"""REST, version 1: read-only JSON. Every list has `items` and `next`, every failure is a problem document."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, request

from quotes.api.description import openapi
from quotes.api.parameters import (
    QUOTE_PARAMETERS,
    SPEAKER_PARAMETERS,
    known_only,
    quote_query,
    words_and_window,
)
from quotes.api.running import lookup, settings
from quotes.service.lookup import Page
from quotes.service.records import quote_record, speaker_record
from quotes.web.addresses import base_url, public_url

blueprint = Blueprint("api", __name__)


@blueprint.get("/api/v1/quotes")
def list_quotes() -> Response:
    """Return the quotes that match speaker, topic, organization, outlet, since, until and the words of q."""
    known_only(request.args, QUOTE_PARAMETERS)
    page = lookup().quotes(quote_query(request.args, settings()))
    return _list_answer("api.list_quotes", [quote_record(stored) for stored in page.items], page)


@blueprint.get("/api/v1/quotes/<id>")
def show_quote(id: str) -> Response:
    """Return one quote."""
    known_only(request.args, ())
    return _json(quote_record(lookup().quote(id)))


@blueprint.get("/api/v1/speakers")
def list_speakers() -> Response:
    """Return the speakers whose names have the words of q, most quoted first."""
    known_only(request.args, SPEAKER_PARAMETERS)
    words, limit, cursor = words_and_window(request.args, settings())
    page = lookup().speakers(words, limit, cursor)
    return _list_answer("api.list_speakers", [speaker_record(stored) for stored in page.items], page)


@blueprint.get("/api/v1/openapi.json")
def describe() -> Response:
    """Return the description of this API, OpenAPI 3.1."""
    return _json(openapi(settings(), base_url()))


@blueprint.get("/healthz")
def health() -> Response:
    """Say whether the database answers; 503 if not."""
    lookup().check()
    answer = _json({"status": "ok"})
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _list_answer(endpoint: str, items: list[dict[str, Any]], page: Page[Any]) -> Response:
    answer = _json({"items": items, "next": page.next})
    if page.next is not None:
        again = {name: value for name, value in request.args.items() if value and name != "cursor"}
        address = f"{public_url(endpoint)}?{urlencode({**again, 'cursor': page.next})}"
        answer.headers["Link"] = f'<{address}>; rel="next"'
    return answer


def _json(value: dict[str, Any]) -> Response:
    return Response(json.dumps(value, ensure_ascii=False) + "\n", content_type="application/json")
