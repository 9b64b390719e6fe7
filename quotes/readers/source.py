"""Where a document comes from, and the last step of every reader: checked values become an `Article`."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from quotes.errors import InputError
from quotes.identity import article_id
from quotes.settings import Settings
from quotes.types import Article

log = logging.getLogger(__name__)

MAX_LABEL_CHARS = 1000
"""Titles, outlets and addresses longer than this are no such thing."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8}){0,4}")  # en, en-GB, zh-Hans-CN
_SPACE_OR_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Source:
    """One document of the input, before it is read."""

    origin: str
    """The file, or file and line, as messages name it."""
    key: str
    """What the document is called when it does not name itself: see `Article.key`."""

    def at_line(self, number: int) -> Source:
        """Return the document on line `number` (from 1) of this one."""
        return Source(f"{self.origin}:{number}", f"{self.key}#{number}")

    def at_item(self, number: int) -> Source:
        """Return the item `number` (from 1) of this list of documents."""
        return Source(f"{self.origin}: item {number}", f"{self.key}#{number}")

    def named(self, key: str) -> Source:
        """Return this document under the id that it gives itself."""
        return replace(self, key=key)


def build_article(
    source: Source,
    text: str,
    settings: Settings,
    *,
    title: str | None = None,
    url: str | None = None,
    outlet: str | None = None,
    published: datetime | None = None,
    language: str | None = None,
) -> Article:
    """Return the article, its text untouched, its id made of its address.

    Raises InputError if the text is empty, longer than `settings.max_text_chars` characters, or no text at all:
    NUL characters and half surrogate pairs can be stored in no database and shown on no page.
    """
    if not text.strip():
        raise InputError(source.origin, "the text is empty")
    if len(text) > settings.max_text_chars:
        raise InputError(
            source.origin,
            f"the text has {len(text):,} characters, more than the {settings.max_text_chars:,} "
            "of QUOTES_MAX_TEXT_CHARS: split it or raise the limit",
        )
    if "\x00" in text:
        raise InputError(source.origin, "the text holds NUL characters: it is not text")
    if _HALF_CHARACTER.search(text):
        raise InputError(source.origin, "the text holds half of a surrogate pair (\\ud800 to \\udfff): export it anew")
    return Article(
        id=article_id(url or source.key),
        text=text,
        title=clean_label(title),
        url=url,
        outlet=clean_label(outlet),
        published=published,
        language=clean_language(language),
        origin=source.origin,
        key=source.key,
    )


def clean_label(value: str | None) -> str | None:
    """Return a title or an outlet on one line, at most MAX_LABEL_CHARS long; None if nothing is left."""
    if value is None:
        return None
    shown = "".join(" " if _HALF_CHARACTER.match(c) or not (c.isprintable() or c.isspace()) else c for c in value)
    return " ".join(shown[: 4 * MAX_LABEL_CHARS].split())[:MAX_LABEL_CHARS] or None


def clean_url(value: str | None) -> str | None:
    """Return a web address that can be linked to, or None: `javascript:` and relative addresses are none."""
    value = (value or "").strip()
    if not value or len(value) > MAX_LABEL_CHARS or _SPACE_OR_CONTROL.search(value) or _HALF_CHARACTER.search(value):
        return None
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:  # http://[::1 has a bracket too few
        return None
    return value if parts.scheme in ("http", "https") and host else None


def clean_language(value: str | None) -> str | None:
    """Return a BCP 47 tag (`en-GB`), or None if the value does not look like one."""
    value = (value or "").strip()
    return value.replace("_", "-") if _LANGUAGE.fullmatch(value) else None


def parse_date(value: str) -> datetime | None:
    """Return the moment, in UTC, that an ISO 8601 or RFC 5322 (e-mail, RSS) date names; None if it names none.

    A date without a time is its midnight, a time without a zone is UTC.
    """
    value = value.strip()
    if len(value) > 64:
        return None
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            moment = parse(value)
            return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        except (ValueError, OverflowError, IndexError, TypeError):
            continue  # not in this notation, or beyond the years 1 to 9999
    return None
