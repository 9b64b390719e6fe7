"""One JSON object ▶ one article: the keys that JSON and JSON-lines files may use."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quotes.errors import InputError
from quotes.readers.source import Source, build_article, clean_url, parse_date
from quotes.settings import Settings
from quotes.types import Article

log = logging.getLogger(__name__)

TITLE_KEYS = ("title", "headline")
OUTLET_KEYS = ("outlet", "publication", "site")
DATE_KEYS = ("published", "date")
MAX_ID_CHARS = 1000


def parse_json(text: str, origin: str) -> Any:
    """Return the JSON value of `text`; raises InputError, saying where it breaks off, if it is not JSON."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(origin, f"not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from error
    except ValueError as error:  # an integer of more than 4300 digits
        raise InputError(origin, f"not JSON that can be read: {error}") from error
    except RecursionError:
        raise InputError(origin, "not JSON that can be read: nested too deeply") from None


def read_record(record: object, source: Source, settings: Settings) -> Article:
    """Return the article of one JSON object. Its text is kept exactly: offsets count in it.

    Keys read: `text` (needed), `id`, `url`, `title` or `headline`, `outlet`, `publication` or `site`, `published`
    or `date` (ISO 8601), `language`; any other is ignored. A title, date or address of another shape than expected
    is left out with a warning: the quotes do not depend on it.
    Raises InputError if it is no object, has no text, or its text cannot be kept.
    """
    if not isinstance(record, Mapping):
        raise InputError(source.origin, f'{_kind(record)}, not an object such as {{"id": …, "text": …}}')
    if "text" not in record:
        raise InputError(source.origin, 'no "text" in this object')
    text = record["text"]
    if not isinstance(text, str):
        raise InputError(source.origin, f'"text" is {_kind(text)}, not a string')
    given = record.get("id")
    if given is not None:
        source = source.named(_id(given, source))
    return build_article(
        source,
        text,
        settings,
        title=_first_string(record, TITLE_KEYS, source),
        url=_url(record, source),
        outlet=_first_string(record, OUTLET_KEYS, source),
        published=_date(record, source),
        language=_first_string(record, ("language",), source),
    )


def _id(given: object, source: Source) -> str:
    """Return the id that a record gives itself, verbatim; a number as it is written."""
    if not isinstance(given, str | int) or isinstance(given, bool):
        raise InputError(source.origin, f'"id" is {_kind(given)}, not a string or a whole number')
    key = str(given)
    if not 0 < len(key) <= MAX_ID_CHARS:
        raise InputError(source.origin, f'"id" has {len(key):,} characters: 1 to {MAX_ID_CHARS} are allowed')
    if not key.isprintable():
        raise InputError(source.origin, '"id" holds characters that cannot be printed')
    return key


def _first_string(record: Mapping[str, Any], keys: tuple[str, ...], source: Source) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, str):
            return value
        if value is not None:
            log.warning('%s: "%s" is %s, not a string: left out', source.origin, key, _kind(value))
    return None


def _url(record: Mapping[str, Any], source: Source) -> str | None:
    given = _first_string(record, ("url",), source)
    url = clean_url(given)
    if given and url is None:
        log.warning('%s: "url" %s is no web address: left out', source.origin, _shorten(given))
    return url


def _date(record: Mapping[str, Any], source: Source) -> datetime | None:
    given = _first_string(record, DATE_KEYS, source)
    date = parse_date(given) if given else None
    if given and date is None:
        log.warning("%s: the date %s is not ISO 8601: left out", source.origin, _shorten(given))
    return date


def _kind(value: object) -> str:
    """Name a JSON value's type as JSON does."""
    names: tuple[tuple[type, str], ...] = (
        (bool, "a boolean"),
        (str, "a string"),
        (int, "a number"),
        (float, "a number"),
        (list, "a list"),
        (dict, "an object"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "null")


def _shorten(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "…"
