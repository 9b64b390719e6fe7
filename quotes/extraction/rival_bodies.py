"""Which body the bank or the club is, where several are about: the topic of the paragraph, not whoever it sued."""

from __future__ import annotations

from quotes.extraction.nominals import TIE
from quotes.extraction.question import Question

BODIES = frozenset(["organization", "other"])
"""Kinds of entities that the company, the club can be: nothing tells what every name is."""
_FARTHEST = 4
_MINOR = ("inside", "poss", "conj", "appos")
"""Places of a name that is part of another phrase."""


def body_features(q: Question, entity: int) -> list[str]:
    """Return how a body stands beside the others that fit: the bank is the topic of the paragraph, not its landlord."""
    level, the, occasion = q.fits[entity].level, q.told.determiner, q.occasion
    track, here = occasion.tracks.by_entity[entity], occasion.mention
    at = track.last(here.span.start)
    if at < 0:
        return [f"body|later|fit={level}|{the}"]
    last = track.traces[at]
    steps = min(here.sentence - last.sentence, _FARTHEST)
    score = q.fits[entity].score
    rivals = [e for e in q.fits if e != entity and occasion.scene.names.entities[e].kind in BODIES]
    nearer = sum(1 for e in rivals if q.fits[e].score >= score - TIE and _last_start(q, e) > last.start)
    better = any(q.fits[e].score > score + TIE and q.named_before(e) for e in rivals)
    place = "subject" if last.subject else "part" if last.place in _MINOR else last.place
    name = occasion.scene.names.entities[entity].name
    common = name.rsplit(" ", 1)[-1].islower()  # Spanish club, Halden newspaper: described, not named
    return [
        f"body|common={common}|{the}",
        f"body|common={common}|fit={level}",
        f"body|nearer={min(nearer, 3)}|{the}",
        f"body|nearer={min(nearer, 3)}|better={better}|{the}",
        f"body|fit={level}|steps={steps}|{place}",
        f"body|steps={steps}|lead={last.lead}|better={better}",
        f"body|new={at == 0}|steps={min(steps, 2)}|{place}|{the}",
        f"body|fit={level}|main={entity == occasion.tracks.main_body}|{the}",
    ]


def _last_start(q: Question, entity: int) -> int:
    last = q.occasion.tracks.by_entity[entity].last_trace(q.occasion.mention.span.start)
    return last.start if last is not None else -1


def mistaken_features(q: Question, entity: int) -> list[str]:
    """Return what tells that a name taken for a person or a place is the body asked for: Helvane lost … the company."""
    occasion = q.occasion
    kind = occasion.scene.names.entities[entity].kind
    witness = occasion.tracks.facts.witness(entity) if kind == "person" else kind
    level = q.as_body(entity)
    track = occasion.tracks.by_entity[entity]
    last = track.last_trace(occasion.mention.span.start)
    stand = "later"
    if last is not None:
        stand = f"{min(occasion.mention.sentence - last.sentence, _FARTHEST)}|{last.subject}"
    return [
        f"body?|{witness}|fit={level}",
        f"body?|{witness}|fit={level}|best={q.level}",
        f"body?|{witness}|{stand}",
        f"body?|{witness}|fit={level}|{stand}",
        f"body?|{witness}|once={len(track.traces) < 2}|{q.told.determiner}",
    ]
