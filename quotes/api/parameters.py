"""The parameters of a search, as the REST API and the search page both take them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import datetime

from werkzeug.datastructures import MultiDict

from quotes.api.problems import BadParameters
from quotes.service.lookup import QuoteQuery, parse_moment
from quotes.settings import Settings

MAX_CHARS = 300
"""A longer parameter is refused: no name and no search for words is so long."""
MAX_CURSOR_CHARS = 2000

TEXT_PARAMETERS: Mapping[str, str] = {
    "q": "words",
    "speaker": "speaker",
    "topic": "topic",
    "organization": "organization",
    "outlet": "outlet",
}
"""Parameter ▶ field of QuoteQuery."""

QUOTE_PARAMETERS = (*TEXT_PARAMETERS, "since", "until", "limit", "cursor")
SPEAKER_PARAMETERS = ("q", "limit", "cursor")


def known_only(given: MultiDict[str, str], allowed: tuple[str, ...]) -> None:
    """Raise BadParameters if a parameter is not among `allowed`, or is given twice.

    A misspelt filter (`speakr=`) that is passed over in silence answers another question than was asked.
    """
    reasons = {}
    for name in given:
        if name not in allowed:
            reasons[name[:MAX_CHARS]] = f"unknown parameter; known are {', '.join(allowed)}"
        elif len(given.getlist(name)) > 1:
            reasons[name] = "given more than once"
    if reasons:
        raise BadParameters(reasons)


def quote_query(given: MultiDict[str, str], settings: Settings) -> QuoteQuery:
    """Return the search that the parameters ask for; an empty parameter is as good as none.

    Raises BadParameters with the reason for every parameter that cannot be read.
    """
    reasons: dict[str, str] = {}
    texts = {field: _text(given, name, reasons) for name, field in TEXT_PARAMETERS.items()}
    since = _moment(given, "since", reasons)
    until = _moment(given, "until", reasons)
    if since and until and since > until:
        reasons["until"] = "is before since"
    limit, cursor = _window(given, settings, reasons)
    if reasons:
        raise BadParameters(reasons)
    return QuoteQuery(
        words=texts["words"],
        speaker=texts["speaker"],
        topic=texts["topic"],
        organization=texts["organization"],
        outlet=texts["outlet"],
        since=since,
        until=until,
        limit=limit,
        cursor=cursor,
    )


def words_and_window(given: MultiDict[str, str], settings: Settings) -> tuple[str | None, int, str | None]:
    """Return `q`, `limit` and `cursor`. Raises BadParameters as `quote_query` does."""
    reasons: dict[str, str] = {}
    words = _text(given, "q", reasons)
    limit, cursor = _window(given, settings, reasons)
    if reasons:
        raise BadParameters(reasons)
    return words, limit, cursor


def _text(given: MultiDict[str, str], name: str, reasons: dict[str, str], longest: int = MAX_CHARS) -> str | None:
    value = given.get(name, "").strip()
    if len(value) > longest:
        reasons[name] = f"longer than {longest} characters"
    elif any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\t\n\r" for character in value):
        reasons[name] = "contains control characters"
    return value or None


def _window(given: MultiDict[str, str], settings: Settings, reasons: dict[str, str]) -> tuple[int, str | None]:
    limit = settings.page_size
    asked = given.get("limit", "").strip()
    if asked:
        # isdecimal alone lets “٣” through, and int() takes “1_000”.
        if not (
            asked.isascii() and asked.isdecimal() and len(asked) < 10 and 1 <= int(asked) <= settings.max_page_size
        ):
            reasons["limit"] = f"not a whole number from 1 to {settings.max_page_size}"
        else:
            limit = int(asked)
    return limit, _text(given, "cursor", reasons, MAX_CURSOR_CHARS)


def _moment(given: MultiDict[str, str], name: str, reasons: dict[str, str]) -> datetime | None:
    value = given.get(name, "").strip()
    if not value:
        return None
    try:
        return parse_moment(value[:MAX_CHARS], last=name == "until")
    except ValueError:
        reasons[name] = "not a date such as 2026-03-07, or a time such as 2026-03-07T18:30:00Z"
        return None
