"""What the text says of bodies and documents that speak: `homelessness charity Shelter`, `the Tide Board's report`."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.organizations import Known, read_noun_phrase
from quotes.extraction.role_lexicon import ends_phrase, is_body, is_common, is_plural_role, words_of
from quotes.extraction.statements import Statement
from quotes.extraction.word_tokens import Token, token_at
from quotes.types import Span

MAX_DESCRIPTION = 6
"""Words of a description before a body's name."""
MAX_WHEN = 4
"""Words between `released` and `by`: on Monday morning."""

_KINDS = words_of("capacity_words.txt", "kinds-of-bodies")
_DOCUMENTS = words_of("capacity_words.txt", "documents")
_PARTS = frozenset("division unit arm branch subsidiary part wing affiliate department".split())
_ISSUED = frozenset("filed published issued released written compiled commissioned prepared conducted produced".split())
_ARTICLES = words_of("capacity_words.txt", "articles")


def described_body(tokens: list[Token], span: Span, order: int) -> Statement | None:
    """Return what stands before a body's name to say what it is: (the) `lobby group` Quiet Now; None if nothing."""
    first = token_at(tokens, span.start)
    if first == 0 or first >= len(tokens):
        return None
    last = tokens[first - 1]
    if last.capital or not (is_body(last) or last.lower in _KINDS):
        return None
    start = first - 1
    while start > max(0, first - MAX_DESCRIPTION) and not ends_phrase(tokens[start - 1]):
        start -= 1
    if any(tokens[i].capital for i in range(start + 1, first)):
        return None  # the Tide Press agency Acme: another body's name
    if tokens[start].capital and start > 0 and tokens[start - 1].word:
        start += 1  # British charity Quiet Now
    opens = start == 0 or not tokens[start - 1].word or tokens[start - 1].lower in _ARTICLES
    if start == first - 1 and not (opens or is_plural_role(last.lower)):
        return None
    return Statement("title", order, (start, first), None, head=first - 1)


def owner_of_body(tokens: list[Token], known: Known, span: Span, order: int) -> Statement | None:
    """Return the body that another is said to be a part of: Harbour Watch, a `division` of the Tide Board."""
    last = token_at(tokens, span.end - 1) + 1
    if last + 3 >= len(tokens) or tokens[last].text != "," or tokens[last + 1].lower not in _ARTICLES:
        return None
    for index in range(last + 2, min(len(tokens) - 1, last + 2 + MAX_DESCRIPTION)):
        if tokens[index].lower in _PARTS and tokens[index + 1].lower in ("of", "at", "within"):
            body = read_noun_phrase(tokens, index + 2, known)
            if body is not None and body.name is not None and body.kind == "body":
                return Statement("of", order, None, body.name)
            return None
        if ends_phrase(tokens[index]):
            return None
    return None


def document_body(tokens: Sequence[Token], known: Known, start: int, end: int) -> tuple[int, int] | None:
    """Return whose document tokens `start` to `end` name: `Tide Board` report, a complaint filed by the Tide Board.

    For `the report` alone, what was said of the same noun before, as far as `tokens` go back.
    """
    head = next((i for i in range(start, end) if tokens[i].lower in _DOCUMENTS), None)
    if head is None or (head + 1 < end and not ends_phrase(tokens[head + 1])):
        return None  # a survey respondent
    told = _document_at(tokens, known, start, head)
    if told is not None or any(tokens[i].capital and tokens[i].lower not in _ARTICLES for i in range(start, head)):
        return told
    for index in range(start - 1, 0, -1):
        if tokens[index].lower == tokens[head].lower:
            first = index
            while first > 0 and index - first < MAX_DESCRIPTION and not ends_phrase(tokens[first - 1]):
                first -= 1
            told = _document_at(tokens, known, first, index)
            if told is not None:
                return told
    return None


def _document_at(tokens: Sequence[Token], known: Known, start: int, head: int) -> tuple[int, int] | None:
    """Return the body before or behind a document's noun, whose phrase begins at token `start`."""
    first = next((i for i in range(start, head) if tokens[i].capital and tokens[i].lower not in _ARTICLES), None)
    if first is not None:
        last = first
        while last < head and (tokens[last].capital or (is_body(tokens[last]) and not tokens[last].capital)):
            last += 1
        named = known.named(first) or last > first + 1 or not is_common(tokens[first])
        sure = known.body_at(first) is not None or any(is_body(tokens[i]) for i in range(first, last))
        sure = sure or (last > first + 1 and last == head)  # a Harbour Security memo
        if named and sure and known.kind(tokens, first, last) == "body" and first not in known.persons:
            return first, last
    after = head + 1
    if after < len(tokens) and tokens[after].lower in _ISSUED:
        after += 1
        for by in range(after, min(after + MAX_WHEN, len(tokens))):
            if tokens[by].lower == "by":
                after = by  # released on Monday by the Tide Board
                break
            if not tokens[by].word:
                break
    if after + 1 < len(tokens) and tokens[after].lower in ("by", "from", "of"):
        phrase = read_noun_phrase(tokens, after + 1, known)
        if phrase is not None and phrase.name is not None and phrase.kind == "body":
            return phrase.name if phrase.name[0] not in known.persons else None  # by Jo Hale of the Tide Board
    return None
