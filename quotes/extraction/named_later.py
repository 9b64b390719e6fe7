"""Whom a description may mean who is named only after it: A former minister has accused … Ann Roe, who left in May."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from quotes.extraction.entities import EntityKind
from quotes.extraction.narration import QUOTE_SIGN
from quotes.extraction.nominals import POSSESSIVES, Description, fit
from quotes.extraction.nouns import HUMAN_CLASSES
from quotes.extraction.ranking import bucket
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Trace, Tracks

_REACH = 900
"""Characters in which somebody is named after a description."""
_OPENING_REACH = 1500
_OPENING = 3
"""Paragraphs, title and all, that speak of people before they name them."""
_SENTENCES_BACK = 5
"""Sentences before a description behind which a line without words is looked for."""
_RULE = regex.compile(r"\n[^\p{L}\p{N}\n\ue000]{0,7}[^\p{L}\p{N}\s\ue000][^\p{L}\p{N}\n\ue000]{0,7}\n")
_MOST = 8
_SURE_OFFER = 3
"""Newcomers who are offered whatever is said of them; those further on must answer the description."""
ANSWERS = frozenset(["all", "some", "part", "kind", "surname", "hinted"])
"""Ways in which somebody answers a description by what the article says of them."""
_EITHER = frozenset(
    "partner rival competitor owner parent sponsor supplier opponent backer ally neighbour member".split()
)
"""Nouns for people and for bodies alike: its smallest partner."""
_LONGEST_NAME = 120
_TITLE_WORDS = 3
"""Words of a title in front of a name that opens its sentence: Royal commentator Ann Roe."""
# Mr Roe adds that / Ann Roe also said: goes on from what has just been said
_GOES_ON = regex.compile(
    r"(?:,[^.,;:\n\ue000]{1,80},)?\s(?:\p{Ll}+ly\s)?(?:adds|added|also|went\son|goes\son|continued|continues|further)\b"
)


@dataclass(frozen=True, slots=True)
class Entrance:
    """Where somebody is first named after a description."""

    entity: int
    kind: str
    """`per` or `org`."""
    order: int
    """1 for the first that comes in, 2 for the second …"""
    where: str
    """`here`, later in its sentence; the `next` sentence of its paragraph or a `later` one; the next `para`; `far`."""
    sentences: int
    """How many sentences later."""
    opens: bool
    """Whether the name begins its sentence and, where that is in another paragraph, the paragraph."""
    titled: bool
    """Whether the article's title names them already."""
    acts: str
    """`speaks`, is the `subject`, or `none`."""
    goes_on: bool
    """Whether it goes on from what has been said: adds, also."""


def is_opening(scene: Scene, sentence: int) -> bool:
    """Tell whether a sentence stands where articles speak of people before they name them.

    At the beginning, and behind a line without words, as between the reports of a running news page: ___
    """
    here = scene.sentences[sentence]
    if here.paragraph < _OPENING:
        return True
    first = sentence
    while (
        first
        and sentence - first < _SENTENCES_BACK
        and scene.sentences[first - 1].paragraph >= here.paragraph - _OPENING
    ):
        first -= 1
    return _RULE.search(scene.mask, scene.sentences[first].start, here.start) is not None


def entrances(tracks: Tracks, mention: SourceMention, told: Description) -> list[Entrance]:
    """Return who may be meant of those who are first named after a description, next first."""
    kinds: set[EntityKind] = {"person" if told.noun in HUMAN_CLASSES else "organization"}
    if told.head in _EITHER:
        kinds.add("organization")
    scene, sentence, end = tracks.scene, mention.sentence, mention.span.end
    reach = _OPENING_REACH if is_opening(scene, sentence) else _REACH
    title_end = _title_end(scene) if sentence > 0 else 0
    found: list[Entrance] = []
    order = 0
    for start, entity in tracks.named_between(end, end + reach):
        known, track = scene.names.entities[entity], tracks.by_entity[entity]
        at = track.last(start)
        if known.kind not in kinds or (at >= 0 and track.traces[at].start >= title_end):
            continue
        order += 1
        if order <= _SURE_OFFER or fit(told, tracks.facts(entity), known).level in ANSWERS:
            found.append(_entrance(scene, sentence, entity, order, track.traces[at + 1], at >= 0))
        if order == _MOST:
            break
    return found


def _entrance(scene: Scene, sentence: int, entity: int, order: int, trace: Trace, titled: bool) -> Entrance:
    here, there = scene.sentences[sentence], scene.sentences[trace.sentence]
    if trace.sentence == sentence:
        where = "here"
    elif there.paragraph == here.paragraph:
        where = "next" if trace.sentence == sentence + 1 else "later"
    else:
        where = "para" if there.paragraph == here.paragraph + 1 else "far"
    lead = scene.mask[there.start : min(trace.start, there.start + _LONGEST_NAME)]
    opens = len(lead.split()) <= _TITLE_WORDS and "," not in lead and QUOTE_SIGN not in lead
    if where in ("para", "far"):
        opens = opens and scene.sentences[trace.sentence - 1].paragraph != there.paragraph
    end = next((m.span.end for m in scene.names.within(trace.start, trace.start + _LONGEST_NAME)), trace.start)
    return Entrance(
        entity,
        scene.names.entities[entity].kind[:3],
        min(order, _SURE_OFFER + 1),
        where,
        trace.sentence - sentence,
        opens,
        titled,
        "speaks" if trace.speaks else "subject" if trace.subject else "none",
        _GOES_ON.match(scene.mask, end, end + 120) is not None,
    )


def _title_end(scene: Scene) -> int:
    """Return the offset at which the title ends, 0 where the article has none."""
    first = scene.sentences[0]
    alone = len(scene.sentences) > 1 and scene.sentences[1].paragraph != first.paragraph
    closed = scene.text[max(first.start, first.end - 4) : first.end].rstrip("”’'\")").endswith((".", "!", "?"))
    return first.end if alone and not closed else 0


def entrance_features(
    entrance: Entrance, told: Description, level: str, rival: str, introduced: str, owned: bool, opening: bool
) -> list[str]:
    """Return what tells that who is named later is meant.

    `level` is how well they answer, `rival` how well the best of those named before does; `introduced` how the noun
    came up before, `owned` whether the description says whose it is by name.
    """
    the = told.determiner
    if owned:
        the = "owned"
    elif the in POSSESSIVES or told.words[:1] == ("whose",):
        the = "poss"
    kind, where, order, opens = entrance.kind, entrance.where, entrance.order, entrance.opens
    return [
        f"later|{kind}|{the}|opening={opening}",
        f"later|where={where}|order={order}",
        f"later|where={where}|{the}",
        f"later|where={where}|opens={opens}|opening={opening}",
        f"later|where={where}|opens={opens}|order={order}|{kind}",
        f"later|opens={opens}|opening={opening}|{the}",
        f"later|opens={opens}|{entrance.acts}",
        f"later|acts={entrance.acts}|{the}",
        f"later|fit={level}|{kind}",
        f"later|fit={level}|where={where}",
        f"later|fit={level}|{the}|opening={opening}",
        f"later|rival={rival}|{the}",
        f"later|rival={rival}|fit={level}",
        f"later|introduced={introduced}",
        f"later|titled={entrance.titled}|{the}",
        f"later|goes-on={entrance.goes_on}|where={where}",
        f"later|far={bucket(entrance.sentences)}",
    ]
