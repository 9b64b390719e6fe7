"""A quote as readers see it: its paragraphs, and the passage it stands in with the evidence marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotes.types import Quote, Span

Mark = Literal["quote", "cue", "mention", ""]

_OPENING = "“\"„«»‘'‹›「『`"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage that is shown in one way."""

    text: str
    mark: Mark = ""


def quoted_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a quote between curly marks: each opened, only the last one closed.

    The words are not touched. A paragraph that the article itself reopened with a mark keeps that one.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return []
    opened = [f"“{lines[0]}", *(line if line[0] in _OPENING else f"“{line}" for line in lines[1:])]
    opened[-1] += "”"
    return opened


def pieces_of_context(quote: Quote, context_text: str) -> list[Piece]:
    """Cut `context_text` (the characters of `quote.context`) into plain runs, the quote, its cue and its mention.

    The pieces joined are `context_text`. Offsets outside of the passage are left out; the quote itself comes
    first where spans overlap. Without a context the quote stands alone.
    """
    if quote.context is None or not context_text:
        return [Piece(quote.text, "quote")]
    offset = quote.context.start
    wanted: list[tuple[Span, Mark]] = [(Span(quote.start, quote.end), "quote")]
    if quote.cue_span is not None:
        wanted.append((quote.cue_span, "cue"))
    if quote.speaker_span is not None:
        wanted.append((quote.speaker_span, "mention"))
    kept: list[tuple[int, int, Mark]] = []
    for span, mark in wanted:
        start, end = span.start - offset, span.end - offset
        inside = 0 <= start < end <= len(context_text)
        if inside and all(end <= low or start >= high for low, high, _ in kept):
            kept.append((start, end, mark))
    pieces: list[Piece] = []
    position = 0
    for start, end, mark in sorted(kept):
        if start > position:
            pieces.append(Piece(context_text[position:start]))
        pieces.append(Piece(context_text[start:end], mark))
        position = end
    if position < len(context_text):
        pieces.append(Piece(context_text[position:]))
    return pieces


def words_around(quote: Quote, context_text: str) -> tuple[str, str]:
    """Return what stands before and after the quote in its passage, marks included; `("", "")` without a passage."""
    if quote.context is None or not context_text:
        return "", ""
    start, end = quote.start - quote.context.start, quote.end - quote.context.start
    if not 0 <= start < end <= len(context_text):
        return "", ""
    return context_text[:start], context_text[end:]


def shortened(text: str, limit: int) -> str:
    """Return `text` on one line, cut at a word with an ellipsis if it has more than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = line[:limit].rpartition(" ")[0] or line[: limit - 1]
    return cut.rstrip(" ,;:–—-") + "…"
