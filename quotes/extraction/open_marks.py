"""Quotes whose mark is left open and run into the next one: “It rained. “It snowed,” said Roe. One speaker has both."""

from __future__ import annotations

from quotes.extraction.scene import Scene

_LONGEST_CHAIN = 8
"""Quotes left open one behind the other that are looked at."""


def told_with(scene: Scene, span_index: int) -> int:
    """Return the span whose sentence tells whose a quote is: where its mark is left open, one that goes on with it.

    “It rained. “It snowed,” said Roe: the second one for both. Else, or where nothing tells, the quote itself.
    """
    at = span_index
    while at < span_index + _LONGEST_CHAIN and not scene.narrated[scene.sentence_of[at]]:
        if at + 1 == len(scene.spans) or not _runs_into(scene, at):
            return span_index
        if scene.paragraph_of(at + 1) != scene.paragraph_of(at):
            return span_index
        at += 1
    return at if scene.narrated[scene.sentence_of[at]] else span_index


def goes_on(scene: Scene, span_index: int, previous: int) -> bool:
    """Tell whether a quote only goes on with the one before it, whose mark is left open: “It rained. “It snowed.”"""
    return (
        previous == span_index - 1 and not scene.narrated[scene.sentence_of[span_index]] and _runs_into(scene, previous)
    )


def _runs_into(scene: Scene, span_index: int) -> bool:
    span = scene.spans[span_index]
    return not span.closed and not scene.text[span.end : scene.spans[span_index + 1].start].strip()
