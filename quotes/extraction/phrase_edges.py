"""Where the phrase around a noun begins and ends: [a spokesman for the ministry] said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from quotes.extraction.sources import SentenceSources

_THEM = frozenset(["them", "us"])


def hyphened(words: list[str], offsets: list[int], tokens: list[Token]) -> dict[int, tuple[int, int]]:
    """Return the first and last token of each word that the tokeniser cuts at its hyphens: e-mail, ex-teacher."""
    found: dict[int, tuple[int, int]] = {}
    start = 0
    for i in range(1, len(words)):
        joined = offsets[i] == offsets[i - 1] + len(tokens[i - 1]) and (words[i] == "-") != (words[i - 1] == "-")
        if not joined:
            start = i
        elif words[i] != "-" and words[start] != "-":
            found.update(dict.fromkeys(range(start, i + 1), (start, i)))
    return found


def left_edge(sentence: SentenceSources, head: int, start: int) -> int:
    """Return the first token of the phrase around the word `start` to `head`, not crossing a quote, comma or verb."""
    first = start
    for i in range(start - 1, max(-1, start - 12), -1):
        if sentence.in_quote[i] or sentence.words[i] in (",", ";", ":", "—", "–", "(", ")"):
            break
        if sentence.tags[i] in ("WP", "WDT", "WRB"):
            break  # what one critic called
        if sentence.tags[i] in ("POS", "HYPH"):
            continue  # Roe’s campaign manager, conservative-leaning
        top = i
        while sentence.heads[top] != top and not top > i and top != head and abs(top - head) < 14:
            up = sentence.heads[top]
            if up == head or first <= up <= head:
                top = head
                break
            if up < i:
                break
            top = up
        if top != head or (sentence.tags[i].startswith("VB") and sentence.tags[i] not in ("VBN", "VBG")):
            break
        first = i
    return first


def right_edge(sentence: SentenceSources, head: int) -> int:
    """Return the last token, with the phrases that say whose or of what: a spokesman for the ministry."""
    last = head
    while last + 1 < len(sentence.words) and last - head < 14:
        i = last + 1
        word = sentence.words[i]
        if sentence.in_quote[i]:
            break
        if word in ("of", "for", "from", "at", "in", "with", "to", "on", "behind", "close") and sentence.tags[i] in (
            "IN",
            "TO",
        ):
            if not _hangs_on(sentence, i, head, last):
                break
            end = i
            if word == "of" and sentence.words[i + 1 : i + 2] and sentence.words[i + 1] in _THEM:
                return i + 1  # one of them
            for j in range(i + 1, min(len(sentence.words), i + 10)):
                if sentence.in_quote[j] or sentence.words[j] in (
                    ",",
                    ";",
                    ":",
                    ".",
                    "—",
                    "–",
                    "(",
                    "and",
                    "who",
                    "which",
                    "that",
                ):
                    break
                if sentence.tags[j] in ("VBD", "VBZ", "VBP", "MD", "PRP", "RB", "WP", "WDT"):
                    break
                if not _hangs_on(sentence, j, i, j):
                    break
                end = j
            if end == i:
                break
            last = end
        else:
            break
    while last > head and sentence.tags[last] in ("IN", "TO", "DT", "POS", "CC", "PRP$"):
        last -= 1
    return last


def _hangs_on(sentence: SentenceSources, token: int, head: int, last: int) -> bool:
    return any(head <= up <= last for up in sentence.governors(token)[:6])
