"""The one quote record: the same names in the same order in REST, `search --json` and `extract`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from quotes.service.lookup import StoredQuote, StoredSpeaker
from quotes.types import Article, Candidate, Quote, Span


def quote_record(stored: StoredQuote) -> dict[str, Any]:
    """Return a stored quote as JSON values. Offsets are characters of the article's text, end exclusive.

    `speaker` is {id, name, type} or null, `speaker_span` {start, end} or null, `context` a string, `published` a
    moment in UTC (`2025-08-28T09:30:00Z`) or null.
    """
    speaker = stored.quote.speaker
    named = None if speaker is None else {"id": stored.speaker_id, "name": speaker.name, "type": speaker.type}
    return _record(stored.id, stored.quote, named, stored.context_text, stored.article)


def extracted_record(id: str, quote: Quote, article: Article, *, candidates: bool = False) -> dict[str, Any]:
    """Return a quote fresh from the extractor: as `quote_record`, but `speaker` is the name itself or null.

    With `candidates`, a list of every source considered is added, best first.
    """
    context = quote.context.of(article.text) if quote.context else ""
    record = _record(id, quote, quote.speaker.name if quote.speaker else None, context, article)
    if candidates:
        record["candidates"] = [_candidate(candidate) for candidate in quote.candidates]
    return record


def speaker_record(stored: StoredSpeaker) -> dict[str, Any]:
    """Return a speaker as JSON values: id, name, type, quotes (how many), roles, organizations."""
    return {
        "id": stored.id,
        "name": stored.name,
        "type": stored.type,
        "quotes": stored.quotes,
        "roles": list(stored.roles),
        "organizations": list(stored.organizations),
    }


def moment(value: datetime | None) -> str | None:
    """Return a UTC time as ISO 8601 with `Z`, to the second."""
    if value is None:
        return None
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def _record(id: str, quote: Quote, speaker: Any, context: str, article: Article) -> dict[str, Any]:
    return {
        "id": id,
        "text": quote.text,
        "kind": quote.kind,
        "start": quote.start,
        "end": quote.end,
        "speaker": speaker,
        "speaker_span": _span(quote.speaker_span),
        "mention": quote.mention,
        "cue": quote.cue,
        "role": quote.affiliation.role,
        "organization": quote.affiliation.organization,
        "addressee": quote.addressee,
        "confidence": round(quote.confidence, 4),
        "rule": quote.rule,
        "topics": list(quote.topics),
        "context": context,
        "article": {
            "id": article.id,
            "title": article.title,
            "url": article.url,
            "outlet": article.outlet,
            "published": moment(article.published),
        },
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "speaker": candidate.speaker.name,
        "type": candidate.speaker.type,
        "confidence": round(candidate.confidence, 4),
        "rule": candidate.rule,
        "mention": _span(candidate.mention),
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}
