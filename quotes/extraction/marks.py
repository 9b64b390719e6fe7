"""Every quotation-marked span in a text, whatever its use: speech, a title, a nickname, a scare quote.

Conventions: “ ” ‘ ’ " ' « » „ “ ‹ › 「 」 『 』 `` '' ‘‘ ’’ and any mix of them that newspapers let through. A span
never leaves its paragraph: a missing mark costs one paragraph, not the rest of the article.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

import regex

from quotes.extraction.asides import find_asides, is_bare
from quotes.extraction.mark_sides import DOUBLE, closes_inside, closes_or_reopens, opens, opens_apart
from quotes.page_lines import MAX_CHARS
from quotes.types import Span

PARAGRAPH = regex.compile(r"[^\n]+")

# Any sign that can be a quotation mark. Two singles or two backticks in a row are one double mark.
_SIGN = regex.compile(r"''|``|´´|[“”„‟\"«»‘’‚'‹›「」『』`]")

# ‘‘We wait,’’ and ‘’We wait,’’ typed for “We wait,”: where a word begins behind two curly ones, they are one mark.
_CURLY_PAIR = regex.compile(r"(?<![^\s(\[—–:;,])[‘’]{2}(?=[\w£$€\[])")
_PAIRED_SIGN = regex.compile(r"‘‘|‘’|’’|''|``|´´|[“”„‟\"«»‘’‚'‹›「」『』`]")

_PAIRED = {"«": "»", "‹": "›", "「": "」", "『": "』"}
_CURLIES = frozenset(["‘‘", "‘’", "’’"])


# ’90s, 'em, ’til, 'n' : an apostrophe at the head of a word, no mark
_ELISION = regex.compile(r"['’‘](?:\d0s?\b|(?:em|til|tis|twas|cause|cos|n|round|bout|cept|nuff|er)\b)", regex.I)

# We won”t go / the children”s needs: a closing mark that was typed for an apostrophe
_FOR_APOSTROPHE = regex.compile(r"(?<=\p{L})”(?=(?:s|t|re|ve|ll|d|m)\b)")

_MOST_CAPTIONS = 3
"""Paragraphs inside a quote, at most, that are none of it."""

# a paragraph that takes a quote up again
_REOPENS = regex.compile(r"\s*(?:[“„\"«»‘'‹「『`]|’’)")


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """A span between quotation marks."""

    start: int
    """Offset of the opening mark."""
    end: int
    """Offset behind the closing mark, or the paragraph's end where it is missing."""
    inner: Span
    """What stands between the marks, without outer white space."""
    closed: bool
    """False where the paragraph, or the next opening mark, came before the closing one."""
    single: bool
    """True for ‘ ’ ' ‹ ›."""
    continues: bool = False
    """True where the paragraph before ended inside a quote and this one reopens it."""
    nested: tuple[MarkedSpan, ...] = ()
    """Quotes inside this one, in text order."""


def find_marked_spans(text: str) -> list[MarkedSpan]:
    """Return the outermost quotation-marked spans of `text`, in text order; linear in its length."""
    spans: list[MarkedSpan] = []
    open_before = False
    asides: frozenset[int] | None = None
    paragraphs = [match for match in PARAGRAPH.finditer(text) if not match.group().isspace()]
    for number, paragraph in enumerate(paragraphs):
        sign = _PAIRED_SIGN if _CURLY_PAIR.search(text, paragraph.start(), paragraph.end()) else _SIGN
        signs = [m.span() for m in sign.finditer(text, paragraph.start(), paragraph.end())]
        if any(text[at] == "”" for at, _ in signs):
            signs = _without_apostrophes(text, paragraph.start(), paragraph.end(), signs)
        found = _spans_in_paragraph(text, paragraph.start(), paragraph.end(), signs) if signs else []
        if signs and number + 1 < len(paragraphs):
            follower = _follower(text, paragraphs, number + 1)
            left_open = _left_open_single(text, paragraph.start(), paragraph.end(), signs, found, follower)
            if left_open is not None:
                found.append(left_open)
        if found and open_before and not text[paragraph.start() : found[0].start].strip():
            first = found[0]
            found[0] = MarkedSpan(
                first.start, first.end, first.inner, first.closed, first.single, continues=True, nested=first.nested
            )
        spans.extend(found)
        if open_before and (not signs or not _REOPENS.match(text, paragraph.start(), paragraph.end())):
            if asides is None:
                asides = find_asides([match.group() for match in paragraphs])
            # “It rained. / Story continues below advertisement / “It snowed.”   … / Roe on the pier / “It snowed.”
            if number in asides or (not signs and _breaks_in(text, paragraphs, number)):
                continue
        open_before = bool(found) and not found[-1].closed and found[-1].end >= _last_word(text, paragraph.end())
    return spans


def _without_apostrophes(text: str, start: int, end: int, signs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Leave out the closing marks of a paragraph that stand for apostrophes, if it has more of them than it opens."""
    if text.count("”", start, end) <= text.count("“", start, end):
        return signs
    slips = {match.start() for match in _FOR_APOSTROPHE.finditer(text, start, end)}
    return [sign for sign in signs if sign[0] not in slips]


def _breaks_in(text: str, paragraphs: list[regex.Match[str]], number: int) -> bool:
    """Tell whether a paragraph is a caption inside a quote: no end of a sentence, and a mark that reopens it."""
    follower = _follower(text, paragraphs, number)
    return follower > paragraphs[number].start() and _REOPENS.match(text, follower) is not None


def _follower(text: str, paragraphs: list[regex.Match[str]], number: int) -> int:
    """Return where the first paragraph from one on begins that is no caption; that one itself behind too many."""
    for behind in range(number, min(len(paragraphs), number + _MOST_CAPTIONS + 1)):
        start, end = int(paragraphs[behind].start()), int(paragraphs[behind].end())
        bare = is_bare(text[start : min(end, start + MAX_CHARS + 1)])
        if not bare or _REOPENS.match(text, start):
            return start
    return int(paragraphs[number].start())


def _last_word(text: str, end: int) -> int:
    while end and text[end - 1].isspace():
        end -= 1
    return end


def _spans_in_paragraph(text: str, start: int, end: int, signs: list[tuple[int, int]]) -> list[MarkedSpan]:
    outer: list[tuple[int, int, int, int, bool, bool]] = []  # start, end, inner start, inner end, closed, single
    opened: tuple[int, int] | None = None  # the sign that opened the current double or paired quote
    wanted = ""  # the paired closer that is waited for, "" for any double closer
    singles = _single_closers(text, end, signs, _double_closers(text, end, signs))
    k = 0
    while k < len(signs):
        at, behind = signs[k]
        sign = text[at:behind]
        before = text[at - 1] if at > start else " "
        after = text[behind] if behind < end else " "
        if opened is None:
            if sign in _PAIRED or sign in "“„‟" or sign in ("``", "´´", "‘‘"):
                # » as a bullet and « closing on the wrong side never open
                opened, wanted = (at, behind), _PAIRED.get(sign, "")
            elif sign in ('"', "''", "”", "‘’", "’’"):
                if (opens(before, after) or opens_apart(text, signs, k, end)) and not (
                    sign == '"' and before.isdigit()
                ):
                    opened, wanted = (at, behind), ""
            elif (
                sign == "»"
                and before.isspace()
                and not after.isspace()
                and at > start
                and _has_later(text, signs, k, "«")
            ):
                opened, wanted = (at, behind), "«"  # »German inner marks«
            elif sign in "‘'‚`" or (sign == "’" and before.isspace()):
                closing = _closing_single(text, start, end, signs, singles, k)
                if closing is not None:
                    close_at, close_behind = signs[closing]
                    outer.append((at, close_behind, behind, close_at, True, True))
                    k = closing
        else:
            closes = reopens = False
            if wanted:
                closes = sign == wanted
            elif sign in _CURLIES and text[opened[0] : opened[1]] not in _CURLIES:
                pass  # “He called it ‘’odd’’ and left”
            elif sign in ("”", "´´", "’’"):
                closes = True
            elif sign == "“":
                # „so“ closes low-high; “…“ said: an opener typed at the end
                low = text[opened[0]] == "„"
                closes = low or (
                    not before.isspace() and (after.isspace() or after in ".,;:!?)") and before not in "([—–-:"
                )
                inside = None if closes else closes_inside(text, signs, k)
                if inside is not None and text[opened[0]] == "“":
                    k = inside  # “They called us “liars” and left.”
                else:
                    reopens = not closes
            elif sign == "„":
                reopens = True
            elif sign in ('"', "''", "``", "‘‘", "‘’"):
                closes, reopens = closes_or_reopens(before, after, sign)
            if closes:
                outer.append((opened[0], behind, opened[1], at, True, False))
                opened = None
            elif reopens:
                outer.append((opened[0], at, opened[1], at, False, False))
                opened = (at, behind)
        k += 1
    if opened is not None and not wanted and end - opened[0] > 2:
        outer.append((opened[0], end, opened[1], end, False, False))
    spans = []
    for span_start, span_end, inner_start, inner_end, closed, single in outer:
        inner = _trim(text, inner_start, inner_end)
        if not any(c.isalnum() for c in text[inner.start : inner.end]):
            continue
        nested = _nested_spans(text, inner, signs, single)
        if not closed:
            span_end = max(inner.end, span_start + 1)
        spans.append(MarkedSpan(span_start, span_end, inner, closed, single, nested=nested))
    return spans


def _has_later(text: str, signs: list[tuple[int, int]], k: int, sign: str) -> bool:
    return any(text[at:behind] == sign for at, behind in signs[k + 1 : k + 8])


def _double_closers(text: str, end: int, signs: list[tuple[int, int]]) -> list[int | None]:
    """Return for each sign that opens a double quote which sign closes it: the next double one, if it can."""
    closers: list[int | None] = [None] * len(signs)
    following: int | None = None
    for k in range(len(signs) - 1, -1, -1):
        at, behind = signs[k]
        sign = text[at:behind]
        if sign not in DOUBLE:
            continue
        if following is not None and text[at - 1] in " ‘'([" and not text[behind : behind + 1].isspace():
            close_at, close_behind = signs[following]
            pair = sign + text[close_at:close_behind]
            after = text[close_behind] if close_behind < end else " "
            if pair in ("“”", '""') and not text[close_at - 1].isspace() and not after.isalnum():
                closers[k] = following
        following = k
    return closers


def _single_closers(text: str, end: int, signs: list[tuple[int, int]], closers: list[int | None]) -> list[int | None]:
    """Return for each sign which later one closes the single quote that it opens, if it opens one.

    Behind a quote inside it, only a mark that follows the end of a sentence or of that quote will do: ‘He said, “Go.”’
    """
    found = _scan(text, end, signs, closers, german=False)
    if any(text[at:behind] == "‚" for at, behind in signs):
        german = _scan(text, end, signs, closers, german=True)
        low = [text[at] == "‚" for at, _ in signs]
        found = [inner if is_low else plain for is_low, plain, inner in zip(low, found, german, strict=True)]
    return found


def _scan(
    text: str, end: int, signs: list[tuple[int, int]], closers: list[int | None], *, german: bool
) -> list[int | None]:
    """Search from the last sign to the first, so that ‘a ‘a ‘a … is not searched to its end from every mark.

    `german`: ‚inner marks‘, where a sign that could close an English quote stands ahead.
    """
    count = len(signs)
    # what the signs from one on give to a quote that was opened before it
    plain: list[int | None] = [None] * (count + 1)
    quoted: list[int | None] = [None] * (count + 1)  # … where a double quote stands in it
    better: list[int | None] = [None] * (count + 1)  # … where a plural possessive will do, if nothing comes
    ahead = [False] * (count + 1)
    for k in range(count - 1, 0, -1):
        at, behind = signs[k]
        sign = text[at:behind]
        left = text[at - 1]
        right = text[behind] if behind < end else " "
        if sign in DOUBLE:
            closer = closers[k]
            if closer is not None:
                plain[k] = quoted[k] = quoted[closer + 1]
                ahead[k] = ahead[closer + 1]
            continue
        closes = sign in "’'" and not right.isalnum() and not left.isspace()
        ahead[k] = closes or ahead[k + 1]
        if german and sign == "‘":
            plain[k] = quoted[k] = better[k] = k
        elif sign in "‘`‚" or (sign == "'" and left.isspace() and not right.isspace()):
            plain[k] = plain[k + 1]
        elif not closes:
            plain[k], better[k] = plain[k + 1], better[k + 1]
            quoted[k] = None if left.isspace() else quoted[k + 1]
        else:
            quoted[k] = k if left in '.,!?…”"' else quoted[k + 1]
            plain[k] = better[k] = k
            # the workers’ rights: a plural possessive inside, when a later mark can still close
            if left in "sSzxX" and right == " " and behind + 1 < end and text[behind + 1].islower():
                better[k] = better[k + 1]
                plain[k] = k if better[k] is None else better[k]
    return [found if reached else None for found, reached in zip(plain[1:], ahead[1:], strict=True)]


def _closing_single(
    text: str, start: int, end: int, signs: list[tuple[int, int]], closing: list[int | None], k: int
) -> int | None:
    """Return which sign closes the single quote that sign `k` opens; None where it is an apostrophe."""
    at, behind = signs[k]
    before = text[at - 1] if at > start else " "
    after = text[behind] if behind < end else " "
    if not (before.isspace() or before in "([—–-:/") or not (after.isalnum() or after in '“"…[£$€#@(.'):
        return None
    return None if _ELISION.match(text, at) else closing[k]


def _left_open_single(
    text: str, start: int, end: int, signs: list[tuple[int, int]], found: list[MarkedSpan], following: int
) -> MarkedSpan | None:
    """Return the single quote that a paragraph leaves open and the following one takes up with the same mark.

    ‘We waited all day. / ‘Nobody came.’ Without the second mark it would be an apostrophe like any other.
    """
    mark = text[following]
    if mark not in "‘'" or not _begins_a_sentence(text, following + 1):
        return None
    behind_found = found[-1].end if found else start
    # ‘We waited,’ she said. ‘Nobody came. / ‘Nobody wrote.’
    introductions = (": ", ", ", ". ") if found and found[-1].single else (": ", ", ")
    for at, behind in signs:
        if at < behind_found or text[at:behind] != mark:
            continue
        introduced = at == start or text[max(start, at - 2) : at] in introductions
        if introduced and _begins_a_sentence(text, behind) and not _ELISION.match(text, at):
            inner = _trim(text, behind, end)
            return MarkedSpan(at, inner.end, inner, closed=False, single=True)
    return None


def _begins_a_sentence(text: str, offset: int) -> bool:
    return text[offset : offset + 1].isupper() or text.startswith(("[", "£", "$", "€", "…"), offset)


def _nested_spans(text: str, inner: Span, signs: list[tuple[int, int]], single: bool) -> tuple[MarkedSpan, ...]:
    """Return the double quotes inside a single one, the single ones inside a double one."""
    first = bisect_left(signs, (inner.start, 0))
    last = bisect_left(signs, (inner.end, 0), lo=first)
    within = [(at, behind) for at, behind in signs[first:last] if behind <= inner.end]
    closers = _double_closers(text, inner.end, within)
    singles = [] if single else _single_closers(text, inner.end, within, closers)
    found = []
    k = 0
    while k < len(within):
        at, behind = within[k]
        closing = None
        if single:
            closing = closers[k]
        elif text[at:behind] in ("‘", "'"):
            closing = _closing_single(text, inner.start, inner.end, within, singles, k)
        if closing is not None:
            close_at, close_behind = within[closing]
            content = _trim(text, behind, close_at)
            if len(content):
                found.append(MarkedSpan(at, close_behind, content, closed=True, single=not single))
            k = closing
        k += 1
    return tuple(found)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
