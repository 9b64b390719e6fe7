"""Whom a noun phrase without a name stands for: itself (a designer, the report), or one of the article's entities."""

from __future__ import annotations

from bisect import bisect_left

import regex

from quotes.extraction.brought_in import brought_in, brought_in_features
from quotes.extraction.document_issuers import document_features, title_of_work
from quotes.extraction.entity_facts import one_spelling
from quotes.extraction.history import Occasion, Reference
from quotes.extraction.introductions import article_before, how_introduced
from quotes.extraction.issued import issuer
from quotes.extraction.joint_references import joint_for_description
from quotes.extraction.kinship import WHOSE, without_owner
from quotes.extraction.named_later import ANSWERS, entrance_features, entrances, is_opening
from quotes.extraction.nameless import anyone_named_since, is_bare, is_last_again, is_newcomer, spoke_to_reporters
from quotes.extraction.nominals import TIE, Description, fit, read_description
from quotes.extraction.nouns import HUMAN_CLASSES, WORD, noun_class
from quotes.extraction.question import Question
from quotes.extraction.ranking import bucket
from quotes.extraction.referents import Referent, entity_referent, person_or_group
from quotes.extraction.rival_bodies import BODIES, body_features, mistaken_features
from quotes.extraction.salience import BESIDE, clause_of, part_in
from quotes.extraction.scene import Scene
from quotes.extraction.tracks import Tracks
from quotes.types import Span

_PHRASE = 80
"""Characters before a description in which its article stands."""
_SCORES = (-2, -0.5, 1.2, 2.5, 4, 6.5)
"""Steps of how well somebody answers a description, all in all: office and home and party and age."""
_LEADS = (-4, -2, -0.5, -0.1, 0.1, 1.2, 2.5, 4.5)
"""Steps of how much better somebody answers it than anybody else who has been named."""
_ANYONE = frozenset("one another someone somebody second third fourth fifth sixth seventh".split())
_KNOWN = frozenset(["the", "this", "that", "these", "those"])
_OWNERS = {"his": "male", "her": "female"}
_FOLLOWINGS = frozenset(["campaign", "administration", "camp"])
"""Bodies that bear the name of the one whose they are."""
_POSSESSIVE = regex.compile(r"['’]s?$")
_MOST = 6
"""Entities that answer to a description and are offered however far away they are."""


def answering(tracks: Tracks, told: Description) -> list[int]:
    """Return the entities of whom the article says just what a description does, best first."""
    found = []
    home = min(told.homes, default=None) if told.noun == "demonym" else None
    for entity in tracks.facts.bearers(one_spelling(told.head), told.age, told.surname, home):
        answer = fit(told, tracks.facts(entity), tracks.scene.names.entities[entity])
        sure = answer.level in ("surname", "all", "some") or answer.age == "yes" or answer.party == "yes" == answer.home
        if entity in tracks.by_entity and (sure or (home is not None and answer.home == "yes")):
            found.append((answer.score, len(tracks.by_entity[entity].traces), -entity))
    return [-entity for _, _, entity in sorted(found, reverse=True)[:_MOST]]


def for_itself(q: Question) -> list[str]:
    """Return what tells that nobody else is meant: a designer, officials, the report."""
    told, own, the = q.told, q.own, q.told.determiner
    owned = "name" if q.owners else "-"
    written = f"self|doc={q.issuers.kind}"
    return [
        written,
        f"{written}|{the}",
        f"{written}|introduced={q.introduced}",
        f"self|introduced={q.introduced}|ago={q.ago}|since={q.since}",
        f"self|introduced={q.introduced}|ago={q.ago}|{told.noun}",
        f"self|introduced={q.introduced}|ago={q.ago}|best={q.level}",
        f"self|brought={q.brought}|introduced={q.introduced}|{the}",
        f"{written}|tie={q.issuers.strongest}",
        f"{written}|tie={q.issuers.strongest}|{the}",
        f"self|again={q.again}|last={_last_kind(q)}",
        "self",
        *[f"self|best>{step}|{own}" for step in _SCORES[: bisect_left(_SCORES, q.best)]],
        f"self|{the}",
        f"self|{the}|{own}",
        f"self|{own}|human={q.wanted == 'person'}",
        f"self|introduced={q.introduced}|{the}",
        f"self|introduced={q.introduced}|{told.noun}|{the}",
        f"self|class={told.noun}|{the}",
        f"self|class={told.noun}|{the}|owned={owned}|words={told.own_words}",
        f"self|words={min(4, len(told.words))}|{the}",
        f"self|best={q.level}|{told.detail}",
        f"self|{told.detail}|{the}",
        f"self|names={bool(q.named)}|{the}",
        f"self|best={q.level}|{the}",
        f"self|best={q.level}|{the}|{own}",
        f"self|complement={told.complement}|{the}|{own}",
        f"self|opening={q.opening}|{the}|{own}",
        f"self|owned={owned}|{told.noun}|best={q.level}",
        *q.occasion.turn(False, f"self|best={q.level}"),
    ] + ([f"self|echo|{the}"] if q.occasion.echoed else [])


def _last_kind(q: Question) -> str:
    """Return what the last speaker is: a kind of entity, `unnamed`, or `-` for nobody."""
    previous = q.occasion.previous
    if previous is None:
        return "-"
    return "unnamed" if previous.entity is None else q.occasion.scene.names.entities[previous.entity].kind


def for_entity(q: Question, entity: int, order: int) -> list[str]:
    """Return what tells that an entity is meant; `order` counts those of the wanted kind that are nearer."""
    told, the, known = q.told, q.told.determiner, q.occasion.scene.names.entities[entity]
    kind, answer = known.kind[:3], q.fits[entity]
    place = "-"
    if known.kind == q.wanted and not q.named_before(entity):
        place = "later"
    elif known.kind == q.wanted:
        place = ("alone" if q.tied == 1 else "tied") if answer.score >= q.best - TIE else "behind"
    since = _comes_since(q, entity)
    lead = q.lead(entity) if q.named_before(entity) else _LEADS[0]
    content, name = told.modifiers | {told.head}, known.name.lower()
    inside = "owner" if entity in q.owners else "named" if entity in q.named else "-"
    owner = "-"
    if told.determiner in _OWNERS and known.kind == "person":
        owner = "unknown" if known.gender is None else "yes" if known.gender == _OWNERS[told.determiner] else "no"
    features = [
        f"nom|kind={kind}|{q.own}",
        f"nom|kind={kind}|human={q.wanted == 'person'}|{the}",
        f"nom|fit={answer.level}|{kind}",
        f"nom|fit={answer.level}|{kind}|{the}",
        f"nom|fit={answer.level}|{kind}|{place}|{the}",
        *[f"nom|score>{step}|{kind}" for step in _SCORES[: bisect_left(_SCORES, answer.score)]],
        *[f"nom|lead>{step}|{kind}" for step in _LEADS[: bisect_left(_LEADS, lead)]],
        f"nom|introduced={q.introduced}|ago={q.ago}|fit={answer.level}",
        f"nom|introduced={q.introduced}|ago={q.ago}|since={since}",
        f"nom|fit={answer.level}|{told.detail}",
        f"nom|brought={q.brought}|fit={answer.level}",
        f"nom|brought={q.brought}|since={since}",
        f"nom|home={answer.home}|{kind}",
        f"nom|party={answer.party}|{kind}",
        f"nom|age={answer.age}|{kind}",
        f"nom|gender={answer.gender}",
        f"nom|past={answer.past}",
        f"nom|inside={inside}|{told.noun}|words={told.own_words}",
        f"nom|inside={inside}|{kind}",
        f"nom|inname={any(len(w) > 3 and w in name for w in content)}|{kind}",
        f"nom|owned={bool(q.owners)}|{kind}|fit={answer.level}",
    ]
    if told.noun in HUMAN_CLASSES:
        # the official is seldom somebody with a name, the senator nearly always
        features.append(f"nom|nameless={told.nameless}|{kind}|fit={answer.level}|{the}")
    if known.kind in BODIES and q.wanted == "organization":
        features += body_features(q, entity)
    elif known.kind not in BODIES and q.wanted == "organization" and q.own == "organization":
        features += mistaken_features(q, entity)
    if q.occasion.was_last(entity):
        features += [f"nom|again={q.again}|{kind}", f"nom|again={q.again}|{told.noun}"]
    if q.occasion.echoed:
        features.append(f"nom|echo={entity in q.occasion.echoed}")
    if owner != "-":
        features += [
            f"nom|owner={owner}|{told.noun}|words={told.own_words}",
            # his opponent, his predecessor: whoever was named last is `he`
            f"nom|owner={owner}|{told.noun}|words={told.own_words}|order={min(order, 2)}",
        ]
    features += document_features(
        q.issuers, kind, entity, "news" in q.occasion.tracks.facts(entity).kinds, q.occasion, the
    )
    return features + _standing(q, entity, order, f"nom{the == 'the'}{kind}")


def _comes_since(q: Question, entity: int) -> str:
    """Tell how somebody was named since a noun was brought in: as a `subject`, at all (`named`), or not (`no`)."""
    if q.place is None:
        return "-"
    occasion = q.occasion
    last = occasion.tracks.by_entity[entity].last_trace(occasion.mention.span.start)
    if last is None or last.start < q.place:
        return "no"
    return "subject" if last.subject else "named"


def _standing(q: Question, entity: int, order: int, tag: str) -> list[str]:
    """Return where an entity stands, seen from the description: less of it than for a pronoun, which says nothing."""
    occasion = q.occasion
    tracks, sentences, here = occasion.tracks, occasion.scene.sentences, occasion.mention.sentence
    last = occasion.was_last(entity)
    features = occasion.turn(last, "nom")
    features += [f"{tag}|order={min(order, 3)}", f"{tag}|main={entity in (tracks.main_person, tracks.main_body)}"]
    track = tracks.by_entity[entity]
    at = track.last(occasion.mention.span.start)
    if at < 0:
        away = track.traces[0].sentence - here if track.traces else 9
        features += [f"{tag}|later", f"{tag}|later={bucket(away)}|fit={q.fits[entity].level}"]
    else:
        trace = track.traces[at]
        steps = here - trace.sentence
        features += [
            f"{tag}|steps={bucket(steps)}|subj={trace.subject}",
            f"{tag}|place={trace.place}|steps={min(steps, 2)}",
            f"{tag}|paras={bucket(sentences[here].paragraph - sentences[trace.sentence].paragraph)}",
        ]
        if steps == 0:
            features.append(f"{tag}|here|{_part_in_sentence(q, entity)}")
    if at + 1 < len(track.traces) and track.traces[at + 1].sentence == here:
        features.append(f"{tag}|behind")
    if occasion.inside:
        features.append(f"{tag}|inquote={entity in occasion.inside}")
    if occasion.beside:
        features.append(f"{tag}|nearquote={entity in occasion.beside}|last={last}")
    if last and occasion.previous_sentence is not None:
        gap = sentences[here].paragraph - sentences[occasion.previous_sentence].paragraph
        features += [
            f"{tag}|lastspeaker|{bucket(here - occasion.previous_sentence)}",
            f"{tag}|lastspeaker|paras={bucket(gap)}",
        ]
    else:
        features.append(occasion.not_last(tag))
    return features


def _part_in_sentence(q: Question, entity: int) -> str:
    """Return how an entity named before a description in its sentence takes part: Roe said the minister …"""
    here = q.occasion.scene.sources.get(q.occasion.mention.sentence)
    if here is None:
        return "unread"
    before = [m for m in here.mentions if m.entity == entity and m.last < q.occasion.mention.first]
    if not before:
        return "unread"
    part = before[-1]
    how = part.roles[0][1] if part.roles else "modifier" if part.modifier else "subject" if part.subject else "none"
    between = any(part.last < cue.token < q.occasion.mention.first for cue in here.cues)
    return f"{how}|cue={between}|{bool(q.occasion.mention.roles)}"


def nominal_references(occasion: Occasion) -> list[Reference]:
    """Return the possible referents of a noun phrase without a name, unranked."""
    scene, tracks, mention = occasion.scene, occasion.tracks, occasion.mention
    start = mention.span.start
    told = read_description(mention.text, article_before(scene.mask[max(0, start - _PHRASE) : start]))
    own = person_or_group(mention)
    named = _named_behind(occasion) or issuer(occasion, told)
    if named is not None:
        return [Reference(named, ["self"])]
    title = title_of_work(occasion, told)
    if title is not None:
        own = Referent(title.of(scene.text), "document", span=title)
    previous = occasion.previous
    last = previous.entity if previous is not None else None
    entities, more = [], []
    newcomer = is_newcomer(told)
    if not _is_anyone(told) and not newcomer:
        entities = tracks.recent(start)
        more = [last, tracks.main_person, tracks.main_body, *answering(tracks, told)]
    opening = is_opening(scene, mention.sentence)
    introduced, place = how_introduced(scene, told.head, start) if told.determiner == "the" else ("-", None)
    may_come = opening or told.determiner not in _KNOWN or introduced == "no"
    later = entrances(tracks, mention, told) if may_come and _is_one_person_or_body(told, own) else []
    entering = {entrance.entity: entrance for entrance in later}
    more += entering
    for e in dict.fromkeys(more):
        if e is None or e in entities:
            continue
        # only a headline or a first line says `the` of somebody whom it names far down
        if told.determiner != "the" or opening or e in entering or tracks.by_entity[e].last(start) >= 0:
            entities.append(e)
    new = brought_in(tracks, mention, told) if told.determiner in _KNOWN and own.type != "group" else []
    spoke = None
    if previous is not None and previous.entity is None:
        if told.determiner == "the" and is_last_again(told, previous, occasion.previous_sentence, new):
            own = spoke = previous
        # whoever has spoken is offered as the last speaker
        new = [phrase for phrase in new if phrase.noun not in previous.name.lower()]
    same = next((phrase for phrase in new if phrase.noun == told.head), None)
    new = [phrase for phrase in new if phrase.noun != told.head]
    if same is not None and (told.determiner != "the" or is_bare(told)):
        own = Referent(same.text(scene), own.type, span=Span(same.start, same.end))
    if spoke_to_reporters(occasion):
        return [Reference(own, ["self"])]
    if spoke is not None and not anyone_named_since(occasion):
        return [Reference(own, ["self"])]
    if told.words[:1] == ("same",) and (spoke is not None or same is not None):
        return [Reference(own, ["self"])]  # one official asked … the same official said, and none who has a name
    beside = _beside_in_clause(occasion)
    entities = [e for e in entities if e not in beside and not _is_anothers(scene, e, told)]
    question = Question.ask(occasion, told, own.type, introduced, opening, entities)
    question.introduce(place, new[0].start if new else None)
    if question.owners and told.noun in HUMAN_CLASSES:
        # Roe's late father is not Roe; but the party's chief is no party
        known = scene.names.entities
        entities = [e for e in entities if e not in question.owners or known[e].kind != "person"]
    if told.determiner in WHOSE and told.noun in HUMAN_CLASSES:
        entities = without_owner(tracks, told, entities, question.fits, entering)
    if not opening and told.determiner in _KNOWN and question.level in ANSWERS:
        # the bank is the bank of which all have heard, unless a name follows at once: said the manager. Ann Roe added
        entering = {e: entrance for e, entrance in entering.items() if entrance.where == "next" and entrance.opens}
        entities = [e for e in entities if e in entering or tracks.by_entity[e].last(start) >= 0]
    itself = for_itself(question)
    if same is not None:
        itself += brought_in_features(tracks, same, 0, mention, told, question.level)
    if spoke is not None:
        itself += _for_last(question, spoke)
    found = [Reference(own, itself)]
    order = 0
    for e in entities:
        features = for_entity(question, e, order)
        if e in entering:
            features += entrance_features(
                entering[e], told, question.fits[e].level, question.level, introduced, bool(question.owners), opening
            )
        found.append(Reference(entity_referent(scene.names, e), features))
        order += scene.names.entities[e].kind == question.wanted
    found += joint_for_description(occasion, told, own)
    for nth, phrase in enumerate(new):
        features = brought_in_features(tracks, phrase, nth, mention, told, question.level)
        found.append(Reference(Referent(phrase.text(scene), own.type, span=Span(phrase.start, phrase.end)), features))
    may_go_on = previous is not None and previous.entity is None and not newcomer
    if previous is not None and may_go_on and previous.name not in {r.referent.name for r in found}:
        found.append(Reference(previous, _for_last(question, previous)))
    return found


def _named_behind(occasion: Occasion) -> Referent | None:
    """Return the one whose name goes on from a description: according to the monitoring group Tidewatch.

    What the parse makes of such a name varies; it is another as the subject of a further verb (the group Roe leads).
    """
    here, mention = occasion.scene.sources.get(occasion.mention.sentence), occasion.mention
    if here is None:
        return None
    for other in here.mentions:
        if other.entity is not None and other.first == mention.last + 1 and not other.possessive:
            clause = here.deps[other.head].startswith("nsubj") and here.heads[other.head] != here.heads[mention.head]
            return None if clause else entity_referent(occasion.scene.names, other.entity)
    return None


def _beside_in_clause(occasion: Occasion) -> set[int]:
    """Return the entities whom a description's own clause names beside it, and who therefore are others.

    The lawyer told Roe; the lawyer said in a talk with Roe; but not: said the mayor at the time, Roe.
    """
    here, mention = occasion.scene.sources.get(occasion.mention.sentence), occasion.mention
    if here is None or not mention.roles:
        return set()
    return {
        other.entity
        for other in here.mentions
        if other.entity is not None
        and not other.modifier
        and here.deps[other.head] != "appos"
        and part_in(here, other) in BESIDE
        and clause_of(here, mention, other) == "own"
    }


def _is_anothers(scene: Scene, entity: int, told: Description) -> bool:
    """Tell whether a body is in the name of somebody else than `his` or `her` says: his campaign is not Ann Roe's."""
    known = scene.names.entities[entity]
    if told.determiner not in _OWNERS or known.kind == "person" or told.head not in _FOLLOWINGS:
        return False
    if not known.name.endswith(told.head):
        return True
    surname = _POSSESSIVE.sub("", known.name.rsplit(" ", 1)[0]).rsplit(" ", 1)[-1]
    bearers = (e for e in scene.names.entities if e.kind == "person" and e.name.endswith(" " + surname))
    whose = max(bearers, key=lambda bearer: len(bearer.mentions), default=None)
    return whose is not None and whose.gender not in (None, _OWNERS[told.determiner])


def _is_anyone(told: Description) -> bool:
    """Tell whether a word alone stands for nobody who has been named: one wrote, a third added, another said."""
    return len(told.words) == 1 and told.head in _ANYONE and told.determiner not in _KNOWN


def _is_one_person_or_body(told: Description, own: Referent) -> bool:
    """Tell whether a description is of somebody who can be named: no officials, no letter, no claim."""
    return own.type != "group" and told.noun not in ("document", "cue", "people")


def _for_last(q: Question, previous: Referent) -> list[str]:
    """Return what tells that the last speaker, who has no name, is meant: one aide said … the man added."""
    told, the = q.told, q.told.determiner
    same = told.head in {w.lower() for w in WORD.findall(previous.name)}
    k = q.occasion.mention.sentence
    steps = k - q.occasion.previous_sentence if q.occasion.previous_sentence is not None else 9
    return [
        "nom|unnamed-last",
        f"nom|unnamed-last|head={same}",
        f"nom|unnamed-last|{bucket(steps)}|{the}",
        f"nom|unnamed-last|{noun_class(previous.name)}|{told.noun}|{the}",
        f"nom|unnamed-last|{the}|best={q.level}",
        f"nom|unnamed-last|bare={len(told.words) == 1}|{told.noun}|{steps == 0}",
    ]
