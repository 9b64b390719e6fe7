"""Names that the text joins, and that speak as one: Ann and Tom Roe … the couple said; Roe Ltd and the Quill Trust."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

from quotes.extraction.entities import NameMention, Names
from quotes.extraction.narration import QUOTE_SIGN
from quotes.types import Span

_LONGEST_GAP = 110
_MOST = 8
"""Names that are joined at most: a list of forty is no speaker, and an endless one costs no more than its length."""
# Senators Ann Roe, Republican of Iowa, and Tom Quill / Roe Ltd and the Quill Trust / Tom Quill and his wife, Ann
_AND = regex.compile(
    r"(?:,\s\d{1,3}(?=,))?(?:,[^.,;:\n\ue000]{1,80},|,?)\s(?:and|&)\s"
    r"(?:the\s|(?:his|her)\s\p{Ll}{1,15},?\s)?(?:(?:\p{Lu}\p{Ll}{1,14}\.?|[Ff]ormer)\s){0,3}"
)
_COMMA = regex.compile(r",\s(?:the\s)?(?:\p{Lu}\p{Ll}{1,14}\.?\s){0,2}")
# Ann and Tom Roe: Ann is no name of its own
_GIVEN = regex.compile(r"(?<![\p{L}’'-])(\p{Lu}\p{Ll}{1,14})\s(?:and|&)\s$")


Members = Literal["people", "bodies", "mixed"]


@dataclass(frozen=True, slots=True)
class JointNames:
    """Two or more names that one phrase joins."""

    span: Span
    """From the first name's start to the last one's end."""
    entities: tuple[int, ...]
    """Indices into `Names.entities`; a given name before another's full name (Ann and Tom Roe) has none."""
    number: int
    """How many they are, a given name counted."""
    who: Members


def join_names(mask: str, names: Names) -> list[JointNames]:
    """Return the joined names of the narration, in text order."""
    kinds = [names.entities[mention.entity].kind for mention in names.mentions]
    told = [
        m for m, kind in zip(names.mentions, kinds, strict=True) if kind != "place" and mask[m.span.start] != QUOTE_SIGN
    ]
    # Ann Roe of the Harbour Trust and Tom Quill: a body between them must not end the run of people
    people = [m for m in told if names.entities[m.entity].kind == "person"]
    found = {joint.span.end: joint for joint in _runs(mask, told, names)}
    found |= {joint.span.end: joint for joint in _runs(mask, people, names)}
    for mention in people:
        if " " in mention.text and mention.span.end not in found:
            given = _GIVEN.search(mask, max(0, mention.span.start - 24), mention.span.start)
            if given is not None and _is_no_name_of_its_own(names.within(given.start(), given.end()), names):
                span = Span(given.start(1), mention.span.end)
                found[span.end] = JointNames(span, (mention.entity,), 2, "people")
    return sorted(found.values(), key=lambda joint: joint.span.start)


def _is_no_name_of_its_own(mentions: list[NameMention], names: Names) -> bool:
    return all(names.entities[mention.entity].kind == "other" for mention in mentions)


def _runs(mask: str, mentions: list[NameMention], names: Names) -> list[JointNames]:
    found = []
    run: list[NameMention] = []
    for mention in mentions:
        start = mention.span.start
        gap = mask[run[-1].span.end : start] if run and start - run[-1].span.end <= _LONGEST_GAP else ""
        if gap and len(run) < _MOST and all(mention.entity != m.entity for m in run):
            if _AND.fullmatch(gap):
                run.append(mention)
                kinds = {names.entities[m.entity].kind for m in run} - {"other"}
                if kinds:
                    who: Members = (
                        "people" if kinds == {"person"} else "bodies" if kinds == {"organization"} else "mixed"
                    )
                    span = Span(run[0].span.start, mention.span.end)
                    found.append(JointNames(span, tuple(m.entity for m in run), len(run), who))
                run = []
            elif _COMMA.fullmatch(gap):
                run.append(mention)
                continue
        run = [mention]
    return found
