"""Values to rows and rows to values: what a `Quote` and an `Article` look like in the tables."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from quotes.identity import fold, quote_ids, speaker_id
from quotes.types import Affiliation, Article, Candidate, Quote, Span, Speaker

Row = dict[str, Any]


def sha256(text: str) -> str:
    """Return the hexadecimal SHA-256 of `text` in UTF-8. Raises UnicodeEncodeError for a lone surrogate."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def date_text(moment: datetime | None) -> str:
    """Return a UTC moment as sortable text to the second, `2025-08-28T09:30:00Z`; empty for None."""
    if moment is None:
        return ""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(tzinfo=None, microsecond=0).isoformat() + "Z"


def date_value(text: str) -> datetime | None:
    """Return what `date_text` wrote."""
    return datetime.fromisoformat(text) if text else None


def article_row(article: Article, extractor: str) -> Row:
    """Return the columns of an article, without its `pk` and the times of writing."""
    return {
        "id": article.id,
        "key": article.key,
        "title": article.title,
        "url": article.url,
        "outlet": article.outlet,
        "outlet_folded": fold(article.outlet or ""),
        "published": date_text(article.published),
        "language": article.language,
        "origin": article.origin,
        "text_sha256": sha256(article.text),
        "extractor": extractor,
        "text": article.text,
    }


def article_value(row: sqlite3.Row, *, text: str = "") -> Article:
    """Return the article of a row with the columns of `articles`, its id named `article_id`."""
    return Article(
        id=row["article_id"],
        text=text,
        title=row["title"],
        url=row["url"],
        outlet=row["outlet"],
        published=date_value(row["article_published"]),
        language=row["language"],
        origin=row["origin"],
        key=row["key"],
    )


def speaker_rows(quotes: Sequence[Quote], article: str) -> list[Row]:
    """Return one row for each different speaker of an article's quotes."""
    rows: dict[str, Row] = {}
    for quote in quotes:
        if quote.speaker is not None:
            id = speaker_id(quote.speaker, article)
            name = quote.speaker.name
            rows.setdefault(id, {"id": id, "name": name, "folded": fold(name), "type": quote.speaker.type})
    return list(rows.values())


def quote_rows(article: Article, quotes: Sequence[Quote]) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """Yield the columns of each quote, without `pk` and `article_pk`, and its topics; `quotes` in text order."""
    published = date_text(article.published)
    for id, quote in zip(quote_ids(article.id, quotes), quotes, strict=True):
        capacity = quote.affiliation
        row: Row = {
            "id": id,
            "speaker_id": None if quote.speaker is None else speaker_id(quote.speaker, article.id),
            "published": published,
            "start": quote.start,
            "end": quote.end,
            "kind": quote.kind,
            "text": quote.text,
            "mention": quote.mention,
            "cue": quote.cue,
            "role": capacity.role,
            "organization": capacity.organization,
            "addressee": quote.addressee,
            "confidence": quote.confidence,
            "rule": quote.rule,
            "context": quote.context.of(article.text) if quote.context else "",
            "candidates": json.dumps([_candidate_row(c) for c in quote.candidates], ensure_ascii=False),
        }
        for name, span in (
            ("speaker", quote.speaker_span),
            ("cue", quote.cue_span),
            ("role", capacity.role_span),
            ("organization", capacity.organization_span),
            ("context", quote.context),
        ):
            row[f"{name}_start"] = span.start if span else None
            row[f"{name}_end"] = span.end if span else None
        yield row, tuple(dict.fromkeys(quote.topics))


def quote_value(row: sqlite3.Row, topics: tuple[str, ...]) -> Quote:
    """Return the quote of a row with the columns of `quotes` and the speaker's as `speaker_name`, `speaker_type`."""
    speaker = None if row["speaker_id"] is None else Speaker(row["speaker_name"], row["speaker_type"])
    return Quote(
        text=row["text"],
        start=row["start"],
        end=row["end"],
        kind=row["kind"],
        speaker=speaker,
        speaker_span=_span(row["speaker_start"], row["speaker_end"]),
        mention=row["mention"],
        cue=row["cue"],
        cue_span=_span(row["cue_start"], row["cue_end"]),
        affiliation=Affiliation(
            role=row["role"],
            organization=row["organization"],
            role_span=_span(row["role_start"], row["role_end"]),
            organization_span=_span(row["organization_start"], row["organization_end"]),
        ),
        addressee=row["addressee"],
        confidence=row["confidence"],
        rule=row["rule"],
        topics=topics,
        context=_span(row["context_start"], row["context_end"]),
        candidates=tuple(_candidate_value(fields) for fields in json.loads(row["candidates"])),
    )


def _candidate_row(candidate: Candidate) -> list[Any]:
    span = candidate.mention
    place = [None, None] if span is None else [span.start, span.end]
    return [candidate.speaker.name, candidate.speaker.type, round(candidate.confidence, 4), candidate.rule, *place]


def _candidate_value(fields: list[Any]) -> Candidate:
    name, type_, confidence, rule, start, end = fields
    return Candidate(Speaker(name, type_), confidence, rule, _span(start, end))


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
