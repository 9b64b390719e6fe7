"""The text around the quotes: sentences of the narration, each quote in them folded away.

What is inside a quote hardly ever says who spoke, and long quotes wreck a parse. So a quote becomes a short stand-in
before anything is parsed, and only sentences that can matter are parsed at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from quotes.extraction.lexicon import data_lines, reporting_verb_forms
from quotes.extraction.marks import PARAGRAPH, MarkedSpan

QUOTE_SIGN = "\ue000"
"""Stands in the mask, once a character, for everything from a quote's opening to its closing mark."""

WORD_CHARACTER = re.compile(r"[^\W_]")
"""A letter or a number; a quote that is written over has none."""
_SENTENCE_END = regex.compile(
    r"""(?P<stop>(?<![.!?…])[.!?…]++)[)\]’'"]*(?P<gap>\s+)(?=["'“‘(\[]*[\p{Lu}\p{N}\ue000•–—-])""",
)
_ABBREVIATION = regex.compile(r"(?:^|[\s(\[\"“'‘])([\p{L}.]+)$")
_FINAL = frozenset(".!?…")

# How an attribution goes on behind a closing mark: "…?" Bob asked / the minister then asked / Bob, a cook, asked
_ATTRIBUTION_HEAD = regex.compile(
    r"[\s,—–-]*(?P<subject>(?i:(?:the|a|an|one|his|her|their|its|another)\s)?(?:[\p{L}.’'-]+\s){0,3}?[\p{L}.’'-]+"
    r"(?:,\s[^,.!?:\ue000]{1,80},)?\s)"
    r"(?:(?:then|also|later|\p{Ll}+ly)\s)?(?P<late>\p{Ll}+)\b(?P<rest>[^.!?:\ue000]{0,60}[.!?]?)",
)
_ADJUNCTS = frozenset(
    "in at to on of as by from with while when before after during following through via last this next".split()
)
"""Words behind `Bob said` that open no clause of what was said."""
_HEARERS = frozenset("told asked tells asks".split())
"""Verbs behind which whoever listens is named."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the narration; whole quotes lie inside it or outside it."""

    start: int
    end: int
    paragraph: int
    """Counts the paragraphs that hold text, from 0."""
    quotes: tuple[int, ...]
    """Indices of the marked spans in it."""

    def words_outside(self, mask: str) -> bool:
        """Tell whether anything but quotes and punctuation stands in it."""
        return WORD_CHARACTER.search(mask, self.start, self.end) is not None


@dataclass(frozen=True, slots=True)
class Folded:
    """A sentence with stand-ins for its quotes, and the way back to the article's offsets."""

    text: str
    sentence: Sentence
    pieces: tuple[tuple[int, int], ...]
    """(offset in `text`, offset in the article) at the start of each run of unchanged characters."""
    stand_ins: tuple[tuple[int, int, int], ...]
    """(start, end, index of the marked span) of each stand-in, offsets in `text`."""

    def article_offset(self, offset: int) -> int:
        """Return where a character of `text` stands in the article."""
        k = bisect_right(self.pieces, (offset, 1 << 60)) - 1
        folded, original = self.pieces[max(k, 0)]
        return original + offset - folded

    def folded_offset(self, offset: int) -> int:
        """Return where a character of the article, outside quotes, stands in `text`."""
        for folded, original in reversed(self.pieces):
            if original <= offset:
                return folded + offset - original
        return 0


def mask_quotes(text: str, spans: Sequence[MarkedSpan]) -> str:
    """Return `text`, of the same length, with each quote (marks included) written over."""
    parts = []
    at = 0
    for span in spans:
        parts.append(text[at : span.start])
        parts.append(QUOTE_SIGN * (span.end - span.start))
        at = span.end
    parts.append(text[at:])
    return "".join(parts)


def split_sentences(text: str, mask: str, spans: Sequence[MarkedSpan]) -> list[Sentence]:
    """Return the sentences of the narration in text order; quotes are never cut."""
    sentences: list[Sentence] = []
    starts = [span.start for span in spans]
    number = 0
    for paragraph in PARAGRAPH.finditer(mask):
        low, high = paragraph.span()
        while low < high and mask[low].isspace():
            low += 1
        while high > low and mask[high - 1].isspace():
            high -= 1
        if low == high:
            continue
        cuts = _cuts(text, mask, low, high, spans, starts)
        for begin, end in zip([low, *cuts], [*cuts, high], strict=True):
            stop = end
            while stop > begin and mask[stop - 1].isspace():
                stop -= 1
            first = bisect_right(starts, begin - 1)
            last = bisect_right(starts, stop - 1)
            sentences.append(Sentence(begin, stop, number, tuple(range(first, last))))
        number += 1
    return sentences


def _cuts(text: str, mask: str, low: int, high: int, spans: Sequence[MarkedSpan], starts: Sequence[int]) -> list[int]:
    cuts = []
    for match in _SENTENCE_END.finditer(mask, low, high):
        if match["stop"] == "." and _is_abbreviation(mask, low, match.start()):
            continue
        cuts.append(match.end())
    first = bisect_right(starts, low - 1)
    for span in spans[first:]:
        if span.start >= high:
            break
        if _ends_sentence(text, mask, span, high):
            cut = span.end
            while cut < high and mask[cut].isspace():
                cut += 1
            if cut < high:
                cuts.append(cut)
        if not span.closed and span.start > low and _is_sentence_start(mask, low, span.start):
            cuts.append(span.start)
    return sorted(set(cuts) - {low, high})


def _is_sentence_start(mask: str, low: int, at: int) -> bool:
    before = mask[low:at].rstrip()
    return not before or before[-1] in _FINAL or before[-1] == QUOTE_SIGN


def _ends_sentence(text: str, mask: str, span: MarkedSpan, high: int) -> bool:
    """Tell whether the narration's sentence ends where this quote closes."""
    behind = span.end
    while behind < high and mask[behind].isspace():
        behind += 1
    if behind >= high:
        return False
    following = mask[behind]
    if behind == span.end and following not in '“"' and following != QUOTE_SIGN and not following.isupper():
        return False  # “…”, said / “…”—Roe
    last = text[span.inner.end - 1] if len(span.inner) else " "
    if last in "’'" and len(span.inner) > 1:
        last = text[span.inner.end - 2]
    if last not in _FINAL:
        return following == QUOTE_SIGN and not span.closed
    if following in ",;:)—–-―~" or following.islower():
        return False
    if following == QUOTE_SIGN:
        return True
    if last == ".":
        return not _is_bare_attribution(mask, behind, high)
    return not _has_attribution(mask, behind, high)


def _has_attribution(mask: str, at: int, high: int) -> bool:
    """Tell whether `Bob asked` or `Bob asked in May` comes next: what a “Who?” or a “But if …” can be followed by.

    But not: Bob said he would stay; Bob answered, “…”; Bob added: “…”
    """
    match = _ATTRIBUTION_HEAD.match(mask, at, min(high, at + 200))
    if match is None or match["late"] not in reporting_verb_forms():
        return False
    rest = match["rest"].strip()
    if _goes_on(mask, match.end(), high) or "that" in rest.split():
        return False
    if not rest or rest[0] in ".!?,":
        return True
    word = rest.split(None, 1)[0].rstrip(",.!?")
    return match["late"] in _HEARERS or word in _ADJUNCTS or word.endswith("ly")


def _goes_on(mask: str, at: int, high: int) -> bool:
    """Tell whether an attribution that ends at an offset introduces what follows: Bob added: / Bob added, “…”"""
    return at < high and mask[at] in (QUOTE_SIGN, ":")


def _is_bare_attribution(mask: str, at: int, high: int) -> bool:
    """Tell whether nothing but `he said.` comes next, where a full stop stands for a comma: “It is so.” he said."""
    match = _ATTRIBUTION_HEAD.match(mask, at, min(high, at + 100))
    return bool(
        match
        and match["late"] in _BARE_VERBS
        and match["rest"] in (".", "")
        and not _goes_on(mask, match.end(), high)
        and len(match["subject"].split()) <= 3
    )


_BARE_VERBS = frozenset("said says added asked replied explained wrote recalled told".split())


def _is_abbreviation(mask: str, low: int, dot: int) -> bool:
    match = _ABBREVIATION.search(mask[max(low, dot - 12) : dot])
    if match is None:
        return False
    word = match[1]
    if len(word) == 1 and word.isupper() and word != "I":
        # she wrote on X. The mayor …; but: J. Roe
        return not (_starts_common(mask, dot + 1) or (word == "X" and mask.endswith(" on ", low, dot - 1)))
    if "." in word and len(word) <= 6 and all(len(part) <= 2 for part in word.split(".")):
        return mask[dot + 1 : dot + 2] == " " and not _starts_common(mask, dot + 1)
    return word.casefold() in _abbreviations()


def _starts_common(mask: str, at: int) -> bool:
    """Tell whether a word that opens sentences comes next: in the U.S. The …, on X. The …"""
    following = mask[at : at + 12].split()
    return bool(following) and following[0] in _OPENERS


_OPENERS = frozenset(
    (
        "The A An He She It They We I But And In On At This That These Those His Her Their Its If When While After "
        "Before"
    ).split()
)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.casefold() for line in data_lines("abbreviations.txt") for word in line.split())


# “It rained,” said Roe, and a screenful of blanks or control characters: no longer a sentence for that
_WIDE = regex.compile(r"[\s\x00-\x1f]{4,}")


_TOUCHING = frozenset(",:;")
"""Marks after which a space may be left out before a quote, so that the tokeniser takes all for one word."""


def fold(text: str, sentence: Sentence, spans: Sequence[MarkedSpan]) -> Folded:
    """Return the sentence with a stand-in for each of its quotes.

    A whole quoted sentence becomes “Yes,” with its own final punctuation; a fragment keeps its first words, because the
    writer's syntax runs through it: a plan that “would bring ruin” ▶ a plan that “would bring”.
    """
    parts: list[str] = []
    pieces: list[tuple[int, int]] = []
    stand_ins: list[tuple[int, int, int]] = []
    length = 0
    at = _behind_dateline(text, sentence)

    def put(piece: str) -> None:
        nonlocal length
        parts.append(piece)
        length += len(piece)

    def put_narration(start: int, end: int) -> None:
        for gap in _WIDE.finditer(text, start, end):
            pieces.append((length, start))
            put(text[start : gap.start()] + " ")
            start = gap.end()
        pieces.append((length, start))
        put(text[start:end])

    for index in sentence.quotes:
        span = spans[index]
        if span.start > at or not pieces:
            put_narration(at, span.start)
            if text[span.start - 1] in _TOUCHING:
                put(" ")  # Roe said,“…”
        begin = length
        stand_in = _stand_in(text, span)
        pieces.append((length, span.start))
        put(f"“{stand_in}”")
        stand_ins.append((begin, length, index))
        at = span.end
        if at < sentence.end and not text[at].isspace() and text[at].isalnum():
            put(" ")
    put_narration(at, sentence.end)
    folded = "".join(parts).replace("\n", " ")
    return Folded(folded, sentence, tuple(pieces), tuple(stand_ins))


# TERNMOUTH, Halden (TP) — The mayor on Friday, May 2, said it was “late”: the parser takes the town for who said it
_DATELINE = regex.compile(
    r"(?P<place>\p{Lu}{3,}(?: \p{Lu}{2,}){0,3})"
    r"(?P<more>(?:, \p{Lu}[\p{L}.]{0,20}(?: \p{Lu}\p{L}{1,20}| \d{1,2})?){0,3}(?: \([^()\n]{1,30}\))?)"
    r"(?: ?(?P<dash>[—–]|--) ?| - |(?P<colon>: ))(?=\p{Lu})"
)
_LONGEST_DATELINE = 120
_SHORTEST_PLACE = 5
"""Letters of a place that stands there alone: GHENT – The mayor; but NATO – Tern’s ally – said."""


def _behind_dateline(text: str, sentence: Sentence) -> int:
    """Return where a sentence goes on behind the place that its paragraph was written in; else where it starts."""
    start = sentence.start
    if start and text[start - 1] != "\n":
        return start
    found = _DATELINE.match(text, start, min(sentence.end, start + _LONGEST_DATELINE))
    if found is None:
        return start
    if not found["more"]:
        inserted = found["dash"] and text.find(found["dash"], found.end(), min(sentence.end, start + 200)) >= 0
        if found["colon"] or inserted or len(found["place"]) < _SHORTEST_PLACE:
            return start
    end: int = found.end()
    return end


def _stand_in(text: str, span: MarkedSpan) -> str:
    words = text[span.inner.start : min(span.inner.end, span.inner.start + 80)].split()
    last = text[span.inner.end - 1]
    final = last if last in ".,!?" else ""
    if words and words[0][:1].isupper() and (len(words) > 3 or final):
        return f"Yes{final}"
    if len(words) <= 4:
        return " ".join(words)
    return " ".join(words[:3]) + final
