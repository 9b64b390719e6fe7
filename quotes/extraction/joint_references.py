"""Whether they, the couple or the two lawyers stand for names that the text has joined: Ann and Tom Roe."""

from __future__ import annotations

import regex

from quotes.extraction.history import Occasion, Reference
from quotes.extraction.joint_names import JointNames
from quotes.extraction.nominals import Description
from quotes.extraction.nouns import HUMAN_CLASSES
from quotes.extraction.ranking import bucket
from quotes.extraction.referents import Referent
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks

_TWO = frozenset("couple pair duo two both twosome twins newlyweds spouses parents".split())
_KNOWN = frozenset("the these their its his her".split())
_MORE = frozenset("trio three four".split())
# two campaign groups, Roe Ltd and the Quill Trust / the brothers Ann and Tom Roe
_NAMED = regex.compile(r"\p{Ll}{3,}s,?\s(?:the\s)?$")
_FAR, _NEAR = 14, 5
"""Sentences back in which a pair is looked for: for `the couple`, for `they`."""
_FURTHEST = 4000
"""Characters back, however few sentences."""
_MOST = 2


def joint_referent(text: str, joint: JointNames) -> Referent:
    """Return joined names as one referent, named as the text names them."""
    return Referent(" ".join(joint.span.of(text).split()), "group")


def joint_source(tracks: Tracks, mention: SourceMention) -> Referent | None:
    """Return the joined names that speak together where a name is one of them: Ann Roe and Tom Quill said."""
    here = tracks.scene.sources.get(mention.sentence)
    joint = next(tracks.joint_before(mention.span.start + 1), None)
    if here is None or joint is None or not mention.span.end <= joint.span.end:
        return None
    roles = [role for m in here.mentions if joint.span.start <= m.span.start < joint.span.end for role in m.roles]
    first = {cue for cue, how in roles if how == "subject"}
    together = any(how == "subject-conj" and cue in first for cue, how in roles)
    # her three daughters, Ann, Ida and Jo Roe said: read as three appositions
    behind = {joint.span.end, joint.span.end + 1}
    together = together or any(here.cue_at[cue].span.start in behind for cue in first if cue in here.cue_at)
    return joint_referent(tracks.scene.text, joint) if together else None


def joint_for_pronoun(occasion: Occasion, tag: str) -> list[Reference]:
    """Return the joined names that `they` or `we` can stand for."""
    return _references(occasion, tag, "-", _NEAR, None)


def joint_for_description(occasion: Occasion, told: Description, own: Referent) -> list[Reference]:
    """Return the joined names that a noun phrase can stand for: the couple, the two lawyers."""
    head = told.head
    if head in _TWO or "two" in told.words[:2] or "both" in told.words[:1]:
        wants = "two"
    elif head in _MORE or "three" in told.words[:2]:
        wants = "three"
    elif (own.type == "group" or head.endswith("men")) and told.determiner in _KNOWN:
        wants = "some"
    else:
        return []
    people = None if head in _TWO | _MORE else told.noun in HUMAN_CLASSES
    return _references(occasion, "nom", wants, _FAR, people)


def _references(occasion: Occasion, tag: str, wants: str, reach: int, people: bool | None) -> list[Reference]:
    """Return the nearest joined names; `people` tells whether the noun wants people, None where it does not say."""
    scene, mention = occasion.scene, occasion.mention
    found: dict[Referent, Reference] = {}
    for joint in occasion.tracks.joint_before(mention.span.start):
        if joint.span.end > mention.span.start:
            continue
        steps = mention.sentence - scene.sentence_at(joint.span.start)
        if steps > reach or mention.span.start - joint.span.end > _FURTHEST or len(found) == _MOST:
            break
        referent = joint_referent(scene.text, joint)
        if referent in found:
            continue
        fits = "-" if people is None else str((joint.who == "people") == people)
        features = [
            f"joint|{tag}|fits={fits}",
            f"joint|{tag}|order={len(found)}",
            f"joint|{tag}|last={occasion.previous == referent}",
            *_standing(occasion, joint, steps, tag, wants),
        ]
        found[referent] = Reference(referent, features)
    return list(found.values())


def _standing(occasion: Occasion, joint: JointNames, steps: int, tag: str, wants: str) -> list[str]:
    """Return how joined names stand in the text, seen from the mention."""
    scene, tracks, at = occasion.scene, occasion.tracks, occasion.mention.span.start
    sentence = scene.sentence_at(joint.span.start)
    track = tracks.by_entity[joint.entities[0]]
    trace = track.traces[track.last(joint.span.end)]
    subject = trace.subject or joint.span.start - scene.sentences[sentence].start < 2
    between = {m.entity for m in scene.names.within(joint.span.end, at)} - set(joint.entities)
    others = sum(1 for e in between if scene.names.entities[e].kind != "place")
    plural = any(t.start > joint.span.end and r.type == "group" for r, t in tracks.unnamed_before(at, sentence))
    named = _NAMED.search(scene.mask, max(0, joint.span.start - 40), joint.span.start) is not None
    return [
        f"joint|{tag}",
        f"joint|{joint.who}|{tag}",
        f"joint|{tag}|wants={wants}|{'two' if joint.number == 2 else 'more'}",
        f"joint|{tag}|wants={wants}|steps={bucket(steps)}",
        f"joint|{tag}|subj={subject}|steps={min(steps, 3)}",
        f"joint|{tag}|subj={subject}|wants={wants}",
        f"joint|{tag}|others={min(others, 3)}",
        f"joint|{tag}|plural={plural}",
        f"joint|{tag}|named={named}|steps={min(steps, 3)}",
    ]
