"""What the words before the marks make of what stands between them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import regex

from quotes.extraction.lexicon import reporting_verb_forms, sections
from quotes.extraction.mark_uses import WORD
from quotes.extraction.scene import Scene

_REACH = 80
"""Characters before the marks that are looked at."""
_ARTICLES = frozenset(["a", "an", "the"])
_GLOSS = frozenset(["means", "meaning", "mean", "meant"])
_COUNTS = frozenset(["one", "single", "two", "three", "four"])
"""She answered with one word: “Salt”."""
_NEAR = 7
"""Words before the marks among which a placard or `known` counts."""
_LIST = 4
"""Spans of one list that are gone back over."""
_SHUNNED = 10
"""Words before the marks among which it is said that the words were not used."""

# cleared as “safe”, “sound” and “dry”: what stands before the first holds for all
_LINK = regex.compile(r"[\s\xa0]*,?[\s\xa0]*(?:(?:and|or|but|nor)[\s\xa0]+)?(?:(?:an?|the)[\s\xa0]+)?")
# Latin for “…”, short for “…”, translates as “…”
_GLOSSED = regex.compile(
    r"\b(?:\p{Lu}\p{L}+|short|stands?|slang|shorthand|code)\sfor\s$|\btranslate[sd]?(?:\s\w+)?\s(?:as|to|into)\s$"
)
# on Monday's “Good Evening Halden”, on Harbour Radio's “The Late Desk”
_OUTLET = regex.compile(r"\b\p{Lu}[\w.&-]*(?:['’]s|s['’])\s$")
# the words on placards: “Boats not bombs”; placards reading “Boats not bombs”
_READING = frozenset(
    "reading read reads saying says said stating proclaiming declaring emblazoned inscribed with".split()
)


class Context(NamedTuple):
    """The words before one marked span."""

    use: str
    """A name, a word, a work, a cry, a placard …; empty where the words before say nothing."""
    link: str
    """What stands between those words and the marks: article, colon, or nothing."""
    listed: bool
    """True where other spans of a list stand between them, too."""
    shunned: bool = False
    """True where somebody is said not to have used the words: she never used the word “war”."""


def line_before(mask: str, start: int) -> str:
    """Return the words of its line before an offset, as far back as they are read."""
    low = max(0, start - _REACH)
    return mask[max(low, mask.rfind("\n", low, start) + 1) : start]


def context_before(scene: Scene, span_index: int) -> Context:
    """Return what the words before the marks say of the span; of a list of spans, those before the first."""
    start = first_of_list(scene, span_index)
    before = line_before(scene.mask, start)
    words = [w.lower().replace("’", "'") for w in WORD.findall(before)][-_NEAR - 1 :]
    link = "colon" if before.rstrip().endswith(":") else ""
    if words and words[-1] in _ARTICLES:
        link = "article"
        words.pop()
    use = _use(words, before) or _on_placard(scene.mask, start, words)
    return Context(use, link, start < scene.spans[span_index].start, bool(use) and _is_shunned(before))


# Placards were raised. One read, “Boats not bombs”; another read, “Out”
_ONE_OF_THEM = frozenset("one another other others some many most second third".split())
_FURTHER = 300
"""Characters before `One read` in which the placards stand."""


def _on_placard(mask: str, start: int, words: list[str]) -> str:
    """Return `sign` where one of the placards told of before is read out, else nothing."""
    if len(words) < 2 or words[-1] not in ("read", "reads") or words[-2] not in _ONE_OF_THEM:
        return ""
    further = (word.lower() for word in WORD.findall(mask, max(0, start - _FURTHER), start))
    return "" if _kinds()["sign"].isdisjoint(further) else "sign"


def _is_shunned(before: str) -> bool:
    words = before.lower().replace("’", "'").split()[-_SHUNNED:]
    return any(word in _kinds()["shunning"] or word.endswith("n't") for word in words)


def first_of_list(scene: Scene, span_index: int) -> int:
    """Return where the first of the spans begins that stand in a list with one: signs saying “No”, “Go” and “So”."""
    first = span_index
    while first > max(0, span_index - _LIST):
        end, start = scene.spans[first - 1].end, scene.spans[first].start
        if not end < start <= end + 12 or not _LINK.fullmatch(scene.text, end, start):
            break
        first -= 1
    return scene.spans[first].start


def _use(words: list[str], before: str) -> str:
    if not words:
        return ""
    kinds = _kinds()
    last = words[-1]
    earlier = words[-2] if len(words) > 1 else ""
    if last == "so-called" or (last == "called" and earlier in ("so", "so-")):
        return "so-called"
    if last == "as" and _is_known(words[:-1], before):
        return "known"
    if last in kinds["naming"]:
        return "usually" if earlier in kinds["usually"] else "named"
    if last in ("call", "calls") and kinds["anybody"].intersection(words[-3:-1]):
        return "anybody"
    if last in ("as", "to") and kinds["usually"].intersection(words[-4:-1]):
        return "usually"
    if _GLOSSED.search(before) or last in _GLOSS:
        return "gloss"
    if last in kinds["word"]:
        if earlier == "other":
            return "gloss"
        if earlier in _COUNTS:
            return "counted"
        return "own-words" if earlier.endswith(("'s", "s'")) or earlier in ("his", "her", "their", "its") else "word"
    if last == "of" and earlier in kinds["cry"]:
        return "cry"
    if last == "of" and earlier in ("sort", "kind", "type", "form", "sorts", "kinds", "types", "forms"):
        return "kind"
    if kinds["sign"].intersection(words[-_NEAR:]) and (
        last in _READING
        or last == "like"
        or (last == "as" and earlier == "such")
        or (last == "of" and earlier in kinds["sign"])
        or last in kinds["sign"]
        or before.rstrip()[-1:] == ":"
    ):
        return "sign"
    if last in kinds["work"] or (last in ("of", "from") and earlier in kinds["work"]):
        return "work"
    if last in kinds["grading"] or (last in ("as", "to") and earlier in kinds["grading"]):
        return "graded"
    if last in kinds["example"] and (before.rstrip()[-1:] == ":" or last not in ("example", "instance")):
        return "example"
    return "outlet" if _OUTLET.search(before) else ""


# known for the lamps, which she described as “grim”; known to have called him “dull” as well as “slow”
_ELSEWHERE = frozenset("have having for that who which when where because".split())


def _is_known(words: list[str], before: str) -> bool:
    """Tell whether the words before `as` say who or what is known so: known in the trade (as), known to Oland (as)."""
    at = next((i for i in range(len(words) - 1, max(-1, len(words) - _NEAR), -1) if words[i] == "known"), None)
    if at is None or any(c in ",;" for c in before[before.rfind("known") :]):
        return False
    between = words[at + 1 :]
    return _ELSEWHERE.isdisjoint(between) and not any(word in reporting_verb_forms() for word in between)


def context_words(kind: str) -> frozenset[str]:
    """Return one list of data/mark_contexts.txt."""
    return _kinds()[kind]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in sections("mark_contexts.txt").items()}
