"""Whom a pronoun stands for: every possible referent, with its features."""

from __future__ import annotations

from quotes.extraction.history import Occasion, Reference
from quotes.extraction.joint_references import joint_for_pronoun
from quotes.extraction.nouns import HUMAN_CLASSES, WORD, head_word, noun_class, noun_gender
from quotes.extraction.pronoun_context import in_context
from quotes.extraction.ranking import bucket
from quotes.extraction.referents import Referent, entity_referent
from quotes.extraction.salience import FOREGROUND
from quotes.extraction.sources import OBJECTS, SUBJECTS, SourceMention
from quotes.extraction.tracks import Trace, Tracks
from quotes.types import Gender, Span

_SINGULAR: dict[str, Gender] = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female"}
_TAGS = dict.fromkeys(_SINGULAR, "he") | {"their": "they", "them": "they", "its": "it", "our": "we", "us": "we"}
"""Pronouns that share their weights."""
_NEAR, _FAR = 3, 8
"""Sentences back in which somebody without a name is looked for; the second where nobody has a name."""
# Asked whether he would meet Roe again, he said: not Roe
_ASKED = ("Asked", "When asked", "Pressed", "When pressed", "Questioned", "Challenged")


def gender_of(mention: SourceMention) -> Gender | None:
    """Return the gender that a pronoun tells; None for the others, and for what is no pronoun."""
    return _SINGULAR.get(mention.text.lower())


def pronoun_references(occasion: Occasion) -> list[Reference]:
    """Return the possible referents of a pronoun, unranked."""
    word = occasion.mention.text.lower()
    if word in ("i", "my", "me"):
        # outside every quote, the first person is whoever wrote the article
        return [Reference(Referent("author", "author"), ["author"])]
    tag = _TAGS.get(word, word)
    wanted = gender_of(occasion.mention)
    found = _named_and_described(occasion, tag, wanted)
    if tag in ("they", "we"):
        found += joint_for_pronoun(occasion, tag)
    previous = occasion.previous
    fits = previous is not None and (wanted is None or previous.type == "unnamed")  # she is no thesis
    if fits and previous is not None and previous.entity is None and not any(r.referent == previous for r in found):
        found.append(_described(occasion, previous, len(found), tag, wanted))
    if tag in ("he", "they", "it"):
        found = in_context(occasion, tag, wanted, found)
    if tag in ("we", "you"):
        found.append(Reference(Referent("author", "author"), [f"{tag}|author"]))
    if tag in ("we", "they", "it", "you"):
        found.append(Reference(Referent(occasion.mention.text, "unnamed"), [f"{tag}|itself"]))
    return found


def _named_and_described(occasion: Occasion, tag: str, wanted: Gender | None) -> list[Reference]:
    """Return the entities and the sources without a name that stand before a pronoun, nearest first."""
    scene, tracks, mention = occasion.scene, occasion.tracks, occasion.mention
    announced = _announced(occasion) if wanted is not None else []
    entities = tracks.recent(mention.span.start, followed=True)
    more = [occasion.previous.entity if occasion.previous is not None else None, tracks.main_person, *announced]
    entities += [e for e in dict.fromkeys(more) if e is not None and e not in entities]
    known = scene.names.entities
    described = _described_before(occasion, tag, _NEAR)
    if not described and wanted is not None and not any(known[e].kind == "person" for e in entities):
        # a column: a nice young man answered … “…?” I asked. There was a long silence. “…,” he said
        described = _described_before(occasion, tag, _FAR)
    apart = _subject_above(occasion)
    if apart is not None:
        described = [(r, trace) for r, trace in described if not apart.start <= trace.start < apart.end]
    # he is never Petra where there is a Tom, or a spokesman
    fitting = wanted is not None and (
        any(known[e].gender == wanted for e in entities)
        or any(noun_gender(referent.name) == wanted for referent, _ in described)
    )
    since = {e: occasion.since(tracks.spoken_of(e)) for e in entities}
    subjects = {
        e
        for e in entities
        if since[e] == "subject" and known[e].kind == "person" and (wanted is None or known[e].gender in (None, wanted))
    }
    asked = scene.mask.startswith(_ASKED, scene.sentences[mention.sentence].start)
    found: list[Reference] = []
    order = 0
    for e in entities:
        kind = known[e].kind
        if (kind == "place" and tag == "he") or (kind == "person" and tag == "it"):
            continue
        agreement = "none"
        if wanted is not None:
            if kind != "person":
                continue
            agreement = "unknown" if known[e].gender is None else "match" if known[e].gender == wanted else "clash"
            if agreement == "clash" and known[e].gender_doubtful:
                agreement = "unlikely"
            if agreement == "clash" and fitting:
                continue
        track = tracks.spoken_of(e)
        at = track.last(mention.span.start)
        if agreement == "clash" and at < 0 and order + len(described) > 0:
            # a deputy … one juror heard him say: not Petra, whom the text has not named yet
            continue
        if apart is not None and at >= 0 and apart.start <= track.traces[at].start < apart.end:
            continue
        while at >= 0 and described and described[0][1].start > track.traces[at].start:
            found.append(_described(occasion, described.pop(0)[0], order, tag, wanted))
            order += 1
        last = occasion.was_last(e)
        features = [
            f"{tag}|kind={kind[:3]}",
            f"{tag}|gender={agreement}",
            f"{tag}|gender={agreement}|order={min(order, 3)}",
            f"{tag}|witness={tracks.facts.witness(e) if kind == 'person' else '-'}|since={since[e]}",
            *occasion.entity_history(e, order, tag),
            f"{tag}|since={since[e]}|last={last}",
            f"{tag}|since={since[e]}|last={last}|rivals={min(2, len(subjects - {e}))}",
        ]
        if occasion.echoed:
            features.append(f"{tag}|echo={e in occasion.echoed}")
        if at < 0:
            features.append(f"{tag}|named-later|described={order + len(described) > 0}|main={e == tracks.main_person}")
        if e in announced:
            steps = "later" if at < 0 else bucket(mention.sentence - track.traces[at].sentence)
            features.append(f"{tag}|announced|steps={steps}")
        if asked:
            here = any(t.sentence == mention.sentence for t in track.traces)
            features.append(f"{tag}|asked|here={here}|last={last}")
        if agreement not in ("clash", "unlikely"):
            order += 1
        found.append(Reference(entity_referent(scene.names, e), features))
    for referent, _ in described:
        found.append(_described(occasion, referent, order, tag, wanted))
        order += 1
    return found


def _subject_above(occasion: Occasion) -> Span | None:
    """Return who cannot be meant by him, as the subject of the verb above: one juror heard him say."""
    mention = occasion.mention
    there = occasion.scene.sources.get(mention.sentence)
    if there is None or mention.text.lower() not in OBJECTS:
        return None
    verb = there.heads[mention.head]
    if there.deps[mention.head] in SUBJECTS:
        verb = there.heads[verb]
    above = (m.span for m in there.mentions if there.heads[m.head] == verb and there.deps[m.head] in SUBJECTS)
    return next((span for span in above if span != mention.span), None)


def _described_before(occasion: Occasion, tag: str, reach: int) -> list[tuple[Referent, Trace]]:
    mention, tracks = occasion.mention, occasion.tracks
    return [
        (referent, trace)
        for referent, trace in tracks.unnamed_before(mention.span.start, mention.sentence - reach)
        if _agrees(referent, tag) and not _is_taken_up(tracks, referent, trace)
    ]


def _is_taken_up(tracks: Tracks, referent: Referent, trace: Trace) -> bool:
    described = tracks.unnamed_at(trace.start, referent.name)
    return described is not None and described.span in tracks.taken_up


def _agrees(referent: Referent, tag: str) -> bool:
    """Tell whether a phrase without a name is of the number and the kind that a pronoun can take up."""
    if tag == "he":
        # he is no committee, no letter and no window
        return referent.type == "unnamed" and noun_class(referent.name) in HUMAN_CLASSES
    # it is no councils
    return tag != "it" or referent.type != "group" or not head_word(WORD.findall(referent.name)).endswith("s")


def _described(occasion: Occasion, referent: Referent, order: int, tag: str, wanted: Gender | None) -> Reference:
    """Return a source without a name (a spokeswoman, the letter) as what a pronoun stands for."""
    noun = noun_class(referent.name)
    gender = noun_gender(referent.name)
    agreement = "unknown" if wanted is None or gender is None else "match" if gender == wanted else "clash"
    features = [
        f"{tag}|unnamed",
        f"{tag}|unnamed|{referent.type}",
        f"{tag}|unnamed|class={noun}",
        f"{tag}|nominal-gender={agreement}",
    ]
    k = occasion.mention.sentence
    described = None
    track = occasion.tracks.unnamed.get(referent.name.lower())
    if track is not None:
        features += occasion.history(track, order, tag)
        features.append(f"{tag}|unnamed|since={occasion.since(track)}|last={occasion.previous == referent}")
        last = track.last_trace(occasion.mention.span.start)
        if last is not None:
            described = occasion.tracks.unnamed_at(last.start, referent.name)
            if described is not None and described.span in occasion.tracks.described:
                itself = sum(s for r, s in occasion.tracks.described[described.span] if r.entity is None)
                part = "leads" if last.part in FOREGROUND else last.part
                features.append(f"{tag}|itself={int(itself * 3.99)}|new={last.new}")
                features.append(f"{tag}|itself={int(itself * 3.99)}|{part}|steps={min(2, k - last.sentence)}")
            steps = min(3, k - last.sentence)
            features.append(f"{tag}|unnamed|class={noun}|subj={last.subject}|steps={steps}")
            features.append(f"{tag}|unnamed|speaks={last.speaks}|steps={steps}")
    features += occasion.turn(occasion.previous == referent, f"{tag}|unnamed")
    if occasion.previous == referent and occasion.previous_sentence is not None:
        features += [
            f"{tag}|lastspeaker|{bucket(k - occasion.previous_sentence)}",
            f"{tag}|unnamed-last",
            f"{tag}|unnamed-last|{referent.type}",
        ]
    else:
        features.append(occasion.not_last(tag))
    return Reference(referent, features, described)


def _announced(occasion: Occasion) -> list[int]:
    """Return who is named behind a pronoun as the subject of its sentence: In what she called …, Roe said."""
    mention = occasion.mention
    there = occasion.scene.sources.get(mention.sentence)
    if there is None:
        return []
    return [
        m.entity
        for m in there.mentions
        if m.entity is not None and m.entity_kind == "person" and m.subject and m.span.start > mention.span.start
    ]
