"""Whom a pronoun or a noun phrase stands for: he, they, the minister, the 43-year-old, the company.

Every possible referent gets named features (agreement, recency, subject, the last speaker, words shared with what the
article says beside the name); a trained linear model ranks them.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

import regex

from quotes.extraction.nouns import WORD, head_word, noun_class, noun_sets
from quotes.extraction.ranking import bucket
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks
from quotes.types import Span, SpeakerType

_SINGULAR = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_MALE = frozenset(
    (
        "man father son brother husband king prince boy spokesman chairman businessman actor uncle grandfather "
        "congressman"
    ).split()
)
_FEMALE = frozenset(
    (
        "woman mother daughter sister wife queen princess girl spokeswoman chairwoman businesswoman actress aunt "
        "grandmother congresswoman widow"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Referent:
    """Someone or something that a mention can stand for."""

    name: str
    """The full name of an entity, or the noun phrase of a source without a name."""
    type: SpeakerType
    entity: int | None = None
    """Index into `Names.entities`; None for a source without a name."""
    span: Span | None = field(default=None, compare=False)
    """Where a source without a name is described; None for an entity."""


@dataclass(slots=True)
class Reference:
    """One possible referent of a mention, with its features."""

    referent: Referent
    features: list[str]


# Asked whether he would meet Roe again, he said: not Roe
_ASKED = ("Asked", "When asked", "Pressed", "When pressed", "Questioned", "Challenged")
_REACH = 8000
"""Characters in which the introduction of a noun is looked for."""
_RECENT = 40
"""Mentions of an entity that are looked at, from the last one back."""


def entity_referent(scene: Scene, entity: int) -> Referent:
    """Return an entity as a referent: a person, or a body (a place speaks as one)."""
    known = scene.names.entities[entity]
    return Referent(known.name, "person" if known.kind == "person" else "organization", entity)


def person_or_group(mention: SourceMention) -> Referent:
    """Return a mention without a name as its own referent: senior official, critics, the report."""
    words = [w.lower() for w in WORD.findall(mention.text)]
    lexicon = noun_sets()
    head = head_word(words)
    if mention.text.lower() in ("i", "my", "we", "our"):
        return Referent("author", "author")
    if head in lexicon["document"]:
        kind: SpeakerType = "document"
    elif head in lexicon["organization"]:
        kind = "organization"
    elif (head.endswith("s") and not head.endswith("ss") and head not in lexicon["singular"]) or head in (
        "people",
        "police",
        "public",
        "crowd",
        "audience",
        "staff",
        "some",
        "many",
        "others",
        "most",
    ):
        kind = "group"
    else:
        kind = "unnamed"
    return Referent(mention.text, kind, span=mention.span)


def references_for(
    scene: Scene, tracks: Tracks, mention: SourceMention, previous: Referent | None, previous_sentence: int | None
) -> list[Reference]:
    """Return the possible referents of a pronoun or a nominal, unranked; `previous` is the last speaker."""
    if mention.kind == "pronoun":
        return _for_pronoun(scene, tracks, mention, previous, previous_sentence)
    return _for_nominal(scene, tracks, mention, previous, previous_sentence)


def _common(
    scene: Scene,
    tracks: Tracks,
    mention: SourceMention,
    entity: int,
    order: int,
    tag: str,
    previous: Referent | None,
    previous_sentence: int | None,
) -> list[str]:
    track = tracks.by_entity[entity]
    offset = mention.span.start
    at = bisect_left(track.starts, offset) - 1
    k = mention.sentence
    features = []
    if at >= 0:
        steps = k - track.sentences[at]
        paragraphs = scene.sentences[k].paragraph - scene.sentences[track.sentences[at]].paragraph
        features += [
            f"{tag}|steps={bucket(steps)}",
            f"{tag}|steps={bucket(steps)}|subj={track.subjects[at]}",
            f"{tag}|paras={bucket(paragraphs)}",
            f"{tag}|order={min(order, 6)}",
            f"{tag}|order={min(order, 3)}|steps={min(steps, 3)}",
            f"{tag}|speaks={track.speaks[at]}|steps={bucket(steps)}",
        ]
        recent = range(at, max(-1, at - _RECENT), -1)
        spoke = next((track.sentences[i] for i in recent if track.speaks[i]), None)
        features.append(f"{tag}|lastspoke={bucket(k - spoke) if spoke is not None else 'none'}")
        features.append(f"{tag}|title={track.sentences[0] == 0}")
        last_subject = next((track.sentences[i] for i in recent if track.subjects[i]), None)
        features.append(f"{tag}|lastsubj={bucket(k - last_subject) if last_subject is not None else 'none'}")
        features.append(f"{tag}|before={bucket(at + 1)}")
    else:
        features.append(f"{tag}|later")
    share = len(track.starts) / tracks.total
    features.append(f"{tag}|share={int(share * 10)}")
    features.append(f"{tag}|main={entity in (tracks.main_person, tracks.main_body)}")
    is_previous = previous is not None and previous.entity == entity
    if is_previous and previous_sentence is not None:
        features.append(f"{tag}|lastspeaker|{bucket(k - previous_sentence)}")
        gap = scene.sentences[k].paragraph - scene.sentences[previous_sentence].paragraph
        features.append(f"{tag}|lastspeaker|paras={bucket(gap)}|order={min(order, 3)}")
    else:
        features.append(f"{tag}|notlast|{'some' if previous is not None else 'none'}")
    return features


def _for_pronoun(
    scene: Scene, tracks: Tracks, mention: SourceMention, previous: Referent | None, previous_sentence: int | None
) -> list[Reference]:
    word = mention.text.lower()
    if word in ("i", "my"):
        # outside every quote, the first person is whoever wrote the article
        return [Reference(Referent("author", "author"), ["author"])]
    tag = {"his": "he", "she": "he", "her": "he", "their": "they", "its": "it", "our": "we"}.get(word, word)
    wanted = _SINGULAR.get(word)
    found: list[Reference] = []
    order = 0
    entities = tracks.recent(mention.span.start)
    if previous is not None and previous.entity is not None and previous.entity not in entities:
        entities.append(previous.entity)
    if tracks.main_person is not None and tracks.main_person not in entities:
        entities.append(tracks.main_person)
    k = mention.sentence
    asked = scene.mask.startswith(_ASKED, scene.sentences[k].start)
    # he is never Petra where there is a Tom
    fitting = wanted is not None and any(scene.names.entities[e].gender == wanted for e in entities)
    for e in entities:
        entity = scene.names.entities[e]
        if (entity.kind == "place" and tag == "he") or (entity.kind == "person" and tag == "it"):
            continue
        kind = entity.kind[:3]
        agreement = "none"
        if wanted is not None:
            if entity.kind != "person":
                continue
            agreement = "unknown" if entity.gender is None else "match" if entity.gender == wanted else "clash"
            if agreement == "clash" and fitting:
                continue
        features = [
            f"{tag}|kind={kind}",
            f"{tag}|gender={agreement}",
            f"{tag}|gender={agreement}|order={min(order, 3)}",
        ]
        features += _common(scene, tracks, mention, e, order, tag, previous, previous_sentence)
        if asked:
            here = any(j == k for j in tracks.by_entity[e].sentences)
            last = previous is not None and previous.entity == e
            features.append(f"{tag}|asked|here={here}|last={last}")
        if agreement != "clash":
            order += 1
        found.append(Reference(entity_referent(scene, e), features))
    if previous is not None and previous.entity is None:
        steps = mention.sentence - previous_sentence if previous_sentence is not None else 9
        found.append(
            Reference(
                previous,
                [
                    f"{tag}|unnamed-last",
                    f"{tag}|unnamed-last|{previous.type}",
                    f"{tag}|unnamed-last|{bucket(steps)}",
                    _gender_of(previous.name, wanted, tag),
                ],
            )
        )
    seen = {previous.name.lower() if previous is not None else ""}
    for steps in range(3):
        k = mention.sentence - steps
        there = scene.sources.get(k)
        if there is None:
            continue
        for other in there.mentions:
            if other.kind != "nominal" or other.span.start >= mention.span.start or not (other.subject or other.roles):
                continue
            if other.text.lower() in seen:
                continue
            seen.add(other.text.lower())
            referent = person_or_group(other)
            found.append(
                Reference(
                    referent,
                    [
                        f"{tag}|nominal",
                        f"{tag}|nominal|{referent.type}",
                        f"{tag}|nominal|steps={steps}|subj={other.subject}",
                        f"{tag}|nominal|role={bool(other.roles)}",
                        f"{tag}|nominal|class={noun_class(other.text)}",
                        f"{tag}|nominal|class={noun_class(other.text)}|subj={other.subject}|steps={steps}",
                        _gender_of(other.text, wanted, tag),
                    ],
                )
            )
    if tag in ("we", "you"):
        found.append(Reference(Referent("author", "author"), [f"{tag}|author"]))
    if tag in ("we", "they", "it", "you"):
        found.append(Reference(Referent(mention.text, "unnamed"), [f"{tag}|itself"]))
    return found


def _gender_of(name: str, wanted: str | None, tag: str) -> str:
    words = set(name.lower().split())
    gender = "male" if words & _MALE else "female" if words & _FEMALE else None
    if wanted is None or gender is None:
        return f"{tag}|nominal-gender=unknown"
    return f"{tag}|nominal-gender={'match' if gender == wanted else 'clash'}"


def _is_human(mention: SourceMention) -> bool:
    return noun_class(mention.text) in ("person", "person-like", "demonym")


def _introduced(scene: Scene, head: str, before: int) -> str:
    """Tell how a noun came up earlier: `new` as one without a name (a designer …), `named` beside a name, or not."""
    how = "no"
    low = max(0, before - _REACH)
    lower = scene.mask[low:before].lower()
    for match in regex.finditer(rf"\b{regex.escape(head)}\b", lower):
        lead = lower[max(0, match.start() - 40) : match.start()].split()[-4:]
        end = low + match.end()
        if any(mention.span.start - end < 40 for mention in scene.names.within(end, end + 60)):
            how = "named"
        elif "a" in lead or "an" in lead or "one" in lead or "another" in lead:
            return "new"
    return how


def _for_nominal(
    scene: Scene, tracks: Tracks, mention: SourceMention, previous: Referent | None, previous_sentence: int | None
) -> list[Reference]:
    text = scene.text
    start = mention.span.start
    before = text[max(0, start - 8) : start].lower().split()
    words = [w.lower() for w in WORD.findall(mention.text)]
    head = head_word(words)
    if head.endswith("-year-old"):
        head = head.split("-")[0]  # the 43-year-old, of Roe, 43,
    determiner = (
        before[-1]
        if before and before[-1] in ("the", "a", "an")
        else words[0]
        if words and words[0] in ("his", "her", "their", "its", "this", "that", "one", "another", "some", "many")
        else "no"
    )
    if determiner == "an":
        determiner = "a"
    human = _is_human(mention)
    own = person_or_group(mention)
    kind_of_noun = noun_class(mention.text)
    tag = f"nom-{own.type}"
    introduced = _introduced(scene, head, start) if determiner == "the" else "-"
    bearers = tracks.bearers(head)
    found = [
        Reference(
            own,
            [
                "self",
                f"self|{determiner}",
                f"self|{determiner}|{own.type}",
                f"self|{own.type}|human={human}",
                f"self|head={head}",
                f"self|introduced={introduced}|{determiner}",
                f"self|introduced={introduced}|{kind_of_noun}|{determiner}",
                f"self|class={kind_of_noun}|{determiner}",
                f"self|bearers={min(2, len(bearers))}|{determiner}",
                f"self|bearers={min(2, len(bearers))}|{determiner}|{own.type}",
                f"self|entities={min(2, len(tracks.by_entity))}",
                f"self|words={min(4, len(words))}|{determiner}",
                f"self|names={any(w[0].isupper() for w in mention.text.split())}|{determiner}",
            ],
        )
    ]
    content = {
        w for w in words if w not in ("the", "a", "an", "of", "for", "former", "his", "her", "their", "its", "in", "at")
    }
    gender = "male" if set(words) & _MALE else "female" if set(words) & _FEMALE else None
    order = 0
    entities = tracks.recent(start)
    for e in bearers[:20]:
        if e not in entities and scene.names.entities[e].kind == "person":
            entities.append(e)
    if previous is not None and previous.entity is not None and previous.entity not in entities:
        entities.append(previous.entity)
    for e in entities:
        entity = scene.names.entities[e]
        kind = entity.kind[:3]
        nearby = tracks.nearby(e)
        shared = sum(1 for w in content if w in nearby)
        named_in = any(form.lower() in mention.text.lower() for form in entity.forms if len(form) > 2)
        agreement = "none"
        if gender is not None and entity.gender is not None:
            agreement = "match" if gender == entity.gender else "clash"
        head_near = "only" if bearers == [e] else "one" if e in bearers else "no"
        features = [
            f"nom|kind={kind}|{own.type}",
            f"nom|kind={kind}|human={human}|{determiner}",
            f"nom|head={head_near}|{kind}|{determiner}",
            f"nom|shared={min(3, shared)}/{min(3, len(content))}|{kind}",
            f"nom|gender={agreement}",
            f"nom|namedin={named_in}",
            f"nom|class={kind_of_noun}|{kind}",
            f"nom|class={kind_of_noun}|{kind}|{determiner}|head={head_near}",
            f"nom|inname={min(2, sum(1 for w in content if len(w) > 3 and w in entity.name.lower()))}|{kind}",
            f"nom|owner={mention.text.startswith(entity.forms) if entity.forms else False}|{kind_of_noun}",
        ]
        features += _common(
            scene, tracks, mention, e, order, f"nom{determiner == 'the'}{kind}", previous, previous_sentence
        )
        features.append(f"{tag}|{kind}|order={min(order, 3)}|head={head_near}")
        if kind == ("per" if human else "org"):
            order += 1
        found.append(Reference(entity_referent(scene, e), features))
    if previous is not None and previous.entity is None and previous.name != own.name:
        old = {w.lower() for w in WORD.findall(previous.name)}
        steps = mention.sentence - previous_sentence if previous_sentence is not None else 9
        found.append(
            Reference(
                previous,
                [
                    "nom|unnamed-last",
                    f"nom|unnamed-last|head={head in old}",
                    f"nom|unnamed-last|{bucket(steps)}|{determiner}",
                ],
            )
        )
    return found
