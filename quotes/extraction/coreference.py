"""Whom a pronoun or a noun phrase stands for: he, they, the minister, the 43-year-old, the company.

Every possible referent gets named features (agreement, recency, subject, the last speaker, words shared with what the
article says beside the name); a trained linear model ranks them.
"""

from __future__ import annotations

import regex

from quotes.extraction.history import Occasion, Reference
from quotes.extraction.nouns import HUMAN_CLASSES, WORD, head_word, noun_class, noun_gender
from quotes.extraction.pronouns import pronoun_references
from quotes.extraction.ranking import bucket
from quotes.extraction.referents import Referent, entity_referent, person_or_group
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks

_REACH = 8000
"""Characters in which the introduction of a noun is looked for."""


def references_for(
    scene: Scene,
    tracks: Tracks,
    mention: SourceMention,
    previous: Referent | None,
    previous_sentence: int | None,
    quoted: int,
) -> list[Reference]:
    """Return the possible referents of a pronoun or a nominal, unranked.

    `previous` is the last speaker; `quoted` is the marked span that the mention may have said, by its index.
    """
    inside = _named_in(scene, quoted)
    paragraph = scene.paragraph_of(quoted)
    beside = {
        entity
        for i in (quoted - 1, quoted + 1, quoted + 2)
        if 0 <= i < len(scene.spans) and scene.paragraph_of(i) == paragraph
        for entity in _named_in(scene, i)
    }
    occasion = Occasion(scene, tracks, mention, previous, previous_sentence, inside, beside)
    return pronoun_references(occasion) if mention.kind == "pronoun" else _for_nominal(occasion)


def _named_in(scene: Scene, i: int) -> set[int]:
    return {named.entity for named in scene.names.within(scene.spans[i].start, scene.spans[i].end)}


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


def _for_nominal(occasion: Occasion) -> list[Reference]:
    scene, tracks, mention = occasion.scene, occasion.tracks, occasion.mention
    previous, previous_sentence = occasion.previous, occasion.previous_sentence
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
    human = noun_class(mention.text) in HUMAN_CLASSES
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
    gender = noun_gender(mention.text)
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
        features += occasion.entity_history(e, order, f"nom{determiner == 'the'}{kind}")
        features.append(f"{tag}|{kind}|order={min(order, 3)}|head={head_near}")
        if kind == ("per" if human else "org"):
            order += 1
        found.append(Reference(entity_referent(scene.names, e), features))
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
