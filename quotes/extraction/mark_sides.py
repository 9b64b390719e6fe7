"""Which way a quotation mark faces: whether it opens a quote, closes one, or both, by what stands beside it."""

from __future__ import annotations

DOUBLE = frozenset(["“", "”", "„", "‟", '"', "''", "``", "´´", "‘‘", "‘’", "’’"])
"""The marks of double quotes, or two single ones typed for one."""
# Before an opening mark stands a space or one of these: (“…, —“…, said:“…
_BEFORE_OPENER = frozenset("([{—–-/:;,…“”\"‘'«>|*•")
_LONGEST_INSIDE = 100
"""Characters of a quote inside another one with the same marks."""


def opens(before: str, after: str) -> bool:
    """Tell whether a mark that faces both ways opens a quote, by the characters on either side of it."""
    if after.isspace():
        return False
    return before.isspace() or before in _BEFORE_OPENER or before.isalpha()


def opens_apart(text: str, signs: list[tuple[int, int]], k: int, end: int) -> bool:
    """Tell whether a straight mark opens that a space has come behind: he told her. " You did well."

    The next one must close it, and be the last of its paragraph.
    """
    at, behind = signs[k]
    if text[at:behind] != '"' or k + 2 != len(signs) or at < 2 or not text[at - 1] == text[behind : behind + 1] == " ":
        return False
    close, last = signs[k + 1]
    closes = text[close:last] == '"' and text[close - 1] in ".,!?" and (last >= end or text[last].isspace())
    return closes and text[behind + 1 : behind + 2].isupper() and text[at - 2] in ".!?,:"


def closes_or_reopens(before: str, after: str, sign: str) -> tuple[bool, bool]:
    """Decide what a straight mark does inside an open quote: (it closes, it reopens).

    Reopens: …we went on. "We did." where the closing mark or a paragraph break was lost.
    """
    could_open = (before.isspace() or before in "([{—–-/:") and after.isalnum()
    could_close = not before.isspace()
    if could_close and not could_open:
        return True, False
    if could_open and not could_close:
        return False, True
    if could_open and could_close:
        # word-"next or (“…”: a dash or bracket before and a letter after opens
        return False, True
    return sign != "``", False


def closes_inside(text: str, signs: list[tuple[int, int]], k: int) -> int | None:
    """Return which sign closes a quote of the same marks that sign `k` opens in mid-sentence inside another one.

    None where no second closing mark follows, which would be the outer one's: then the outer one's is missing.
    """
    at = signs[k][0]
    if not text[at - 1].isspace() or not text[at - 2].isalpha():
        return None
    doubles = [n for n in range(k + 1, min(len(signs), k + 8)) if text[slice(*signs[n])] in DOUBLE][:2]
    if len(doubles) < 2 or any(text[slice(*signs[n])] != "”" for n in doubles):
        return None
    short = signs[doubles[0]][0] - at < _LONGEST_INSIDE
    return doubles[0] if short else None
