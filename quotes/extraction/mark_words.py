"""What the words between the marks are like, whatever stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotes.extraction.lexicon import sections

# “to mend the pier”, “so late”: a piece of a sentence; “creep test”, “two-tone lamp”: a name for something
_SMALL = frozenset(
    (
        "a an the of in on at to for and or but with from by as is not no too very so more most all every just only "
        "never this that these those it he she they we i you my our your his her their its what who how why when where "
        "if yes like"
    ).split()
)


@cache
def _judging_words() -> frozenset[str]:
    return frozenset(sections("judging_words.txt")[""])


_TAILS = tuple("ing ed ous ful less able ible ive ly ism ist tion ness ity ence er s al ic".split())
_DENYING = tuple("un mis dis over anti ir im".split())


def tone(words: list[str]) -> str:
    """Return what a short span's words are like: `judges`, or how the last ends, `denying+` before it in un-, mis- …"""
    if _judging_words().intersection(words):
        return "judges"
    last = words[-1] if words else ""
    tail = next((tail for tail in _TAILS if last.endswith(tail) and len(last) > len(tail) + 2), "-")
    return ("denying+" if last.startswith(_DENYING) else "") + tail


def edges(words: Sequence[str]) -> list[str]:
    """Return how a span's words begin and end, and how many they are, roughly."""
    if not words:
        return []
    count = len(words)
    size = "1" if count == 1 else "2" if count == 2 else "3" if count <= 4 else "5"
    first, last = words[0], words[-1]
    opening = first if first in _SMALL else next((tail for tail in ("ly", "ing") if first.endswith(tail)), "-")
    return [f"first={opening}|{size}", f"last={last if last in _SMALL else '-'}|{size}"]


def cried(last: str, shape: str) -> list[str]:
    """Return that a span ends in a cry or a question, by its last character: “What A Night!” is no title."""
    return [f"cried|{shape}", f"cried|{shape[0]}"] if last in "!?" else []
