"""Annotated articles ▶ the choices that the models learn from: features of each option, and which are right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from benchmarks.annotation import Truth
from benchmarks.scoring import is_resolved, name_words
from quotes.extraction.attribution import SourceCandidate, candidates_for
from quotes.extraction.coreference import SAID, Saying, behind, follow, references_for
from quotes.extraction.decision import TURNS
from quotes.extraction.history import Reference
from quotes.extraction.mark_contexts import context_before
from quotes.extraction.mark_uses import read_mark_uses
from quotes.extraction.nominals import POSSESSIVES
from quotes.extraction.ranking import LinearModel, softmax
from quotes.extraction.referents import Referent
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.speech import heading_paragraphs, is_heading, speech_features
from quotes.extraction.tracks import Tracks
from quotes.extraction.unspoken import is_unspoken

_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "his", "her", "their", "its", "our"])
_NAMELESS = ("unnamed", "group", "document")
"""Types of speakers whose name is a noun phrase, or several names."""
_SUBJECT = frozenset(["subject", "conj", "inverted", "beside"])
"""How somebody hangs on a verb whose subject they are."""


@dataclass
class Case:
    """One choice: the features of each option, and which options are right."""

    options: list[list[str]]
    right: list[int]
    weight: float = 1.0


def words(text: str | None) -> set[str]:
    return {w.strip(".,'’\"“”()").lower() for w in (text or "").split()} - {"the", "a", "an", ""}


def mention_is_right(scene: Scene, candidate: SourceCandidate, truth: Truth) -> bool:
    mention = candidate.mention
    assert mention is not None
    if truth.sources:
        start, end = mention.span.start, mention.span.end
        if (start, end) in truth.sources:
            return True
        if mention.kind == "name" and mention.modifier:
            return False
        # the owner of a claim is a source, the claim is not
        return any(s < end and start < e and not _is_owner(scene, s, e) for s, e in truth.sources)
    if mention.kind == "name" and mention.entity is not None:
        name = scene.names.entities[mention.entity].name
        return is_resolved(name, truth.speaker, truth.type) and (truth.type == "person" or not mention.modifier)
    gold = words(truth.mention)
    if mention.kind == "pronoun":
        same = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}
        word = mention.text.lower()
        return truth.mention is not None and same.get(truth.mention.lower(), truth.mention.lower()) == same.get(
            word, word
        )
    found = words(mention.text)
    if truth.mention is not None and found and gold and len(found & gold) / len(found | gold) >= 0.5:
        return True
    return truth.type != "person" and is_resolved(mention.text, truth.speaker, truth.type)


def _said_the_other(scene: Scene, truths: dict[int, Truth], i: int, candidate: SourceCandidate) -> bool:
    """Tell whether the same speaker's words in another sentence have a mention: “It rained.” “It poured,” she said.

    The annotation names a mention only where one stands near, and none for the first of these two.
    """
    mention, truth = candidate.mention, truths[i]
    if mention is None or truth.speaker is None or mention.sentence == scene.sentence_of[i]:
        return False
    return any(
        truths[j].speaker == truth.speaker and mention_is_right(scene, candidate, truths[j])
        for j in scene.sentences[mention.sentence].quotes
        if j in truths and truths[j].kind == "speech"
    )


def _is_taken_up(scene: Scene, i: int, candidate: SourceCandidate, truth: Truth) -> bool:
    """Tell whether the pronoun that the annotation names takes up a mention: the ferry firm said it was “sorry”.

    It does where the annotation's cue is the mention's and not the pronoun's.
    """
    mention = candidate.mention
    if mention is None or mention.kind != "nominal" or (truth.mention or "").lower() not in _PRONOUNS:
        return False
    here = scene.sources.get(scene.sentence_of[i])
    if here is None or mention.sentence != here.index or truth.cue is None:
        return False
    cue = truth.cue.lower()
    holders = [m for m in here.mentions if any(how in _SUBJECT and here.words[token] == cue for token, how in m.roles)]
    return mention in holders and not any(m.kind == "pronoun" for m in holders)


def _is_owner(scene: Scene, start: int, end: int) -> bool:
    return scene.text[end : end + 2] in ("'s", "’s") or scene.text[start:end].lower() in POSSESSIVES


def previous_speech(truths: dict[int, Truth], i: int) -> int | None:
    return next((j for j in range(i - 1, -1, -1) if j in truths and truths[j].kind == "speech"), None)


def other_speech(truths: dict[int, Truth], previous: int | None) -> int | None:
    """Return the last speech before `previous` that somebody else said; None if there is none near."""
    if previous is None:
        return None
    last = truths[previous]
    said = (j for j in range(previous - 1, max(-1, previous - TURNS), -1) if j in truths and truths[j].kind == "speech")
    return next((j for j in said if not _same_speaker(truths[j], last)), None)


def _same_speaker(one: Truth, another: Truth) -> bool:
    if one.sources or another.sources:
        return one.sources == another.sources
    return one.speaker == another.speaker


def source_cases(
    scene: Scene, truths: dict[int, Truth], weight: float
) -> list[tuple[int, list[SourceCandidate], Case]]:
    cases = []
    for i, truth in truths.items():
        if truth.kind != "speech":
            continue
        previous = previous_speech(truths, i)
        other = other_speech(truths, previous)
        candidates = candidates_for(scene, i, previous, speaker_entity(scene, truths, previous), other)
        right = []
        for n, candidate in enumerate(candidates):
            if candidate.mention is None:
                whose = other if candidate.rule == "turn" else previous
                assert whose is not None
                before = truths[whose]
                if truth.sources:
                    ok = before.sources == truth.sources
                else:
                    ok = before.speaker == truth.speaker and truth.speaker is not None
            else:
                ok = (
                    mention_is_right(scene, candidate, truth)
                    or _said_the_other(scene, truths, i, candidate)
                    or _is_taken_up(scene, i, candidate, truth)
                )
            if ok:
                right.append(n)
        known = previous is None or _is_known(truths[previous])
        cases.append((i, candidates, Case([c.features for c in candidates], right, weight if known else 0.0)))
    return cases


def _is_known(truth: Truth) -> bool:
    """Tell whose words they are: of spans that we judged, where the other corpus has none, we only know that they are.

    Whether the next quote is carried on from them, nobody can learn.
    """
    return bool(truth.sources) or truth.speaker is not None or not truth.judged


def reference_cases(
    scene: Scene,
    truths: dict[int, Truth],
    ranker: LinearModel,
    weight: float = 1.0,
    descriptions: LinearModel | None = None,
) -> list[tuple[str, Case]]:
    """Return the choices of a referent, for the mention that the annotation names.

    `descriptions` tells for whom the descriptions before a pronoun stand; without it they are not followed.
    """
    tracks = Tracks(scene)
    cases = []
    for i, truth in truths.items():
        if truth.kind != "speech" or truth.speaker is None:
            continue
        if truth.sources and truth.mention is None:
            continue  # Ann Roe, a Halden-based lawyer: the source has its own name, and Halden stands for nobody
        before = previous_speech(truths, i)
        previous = previous_sentence = None
        if before is not None and truths[before].speaker is not None:
            previous = referent_of(scene, truths[before])
            previous_sentence = scene.sentence_of[before]
        entity = previous.entity if previous is not None else None
        options = candidates_for(scene, i, before, entity, other_speech(truths, before))
        fitting = [
            c
            for c in options
            if c.mention is not None
            and c.mention.kind != "name"
            and mention_is_right(scene, c, truth)
            and _stands_at(c.mention, truth.place)
        ]
        if not fitting:
            continue
        chosen = max(fitting, key=lambda c: ranker.score(c.features))
        assert chosen.mention is not None
        said = sayings_before(scene, truths, i)
        if descriptions is not None and chosen.mention.kind == "pronoun":
            follow(tracks, chosen.mention, said, descriptions)
        references = references_for(tracks, chosen.mention, previous, previous_sentence, i)
        right = [n for n, r in enumerate(references) if is_meant(r.referent, truth.speaker, truth.type)]
        if descriptions is not None:
            right += [
                n
                for n, r in enumerate(references)
                if n not in right and takes_up(tracks, chosen.mention, r, said, descriptions, truth)
            ]
        cases.append(
            (f"{i} {chosen.mention.text!r} ▶ {truth.speaker!r}", Case([r.features for r in references], right, weight))
        )
    return cases


def _stands_at(mention: SourceMention, place: tuple[int, int] | None) -> bool:
    """Tell whether a mention is the one that is annotated: not the campaign in Ann Roe, who led the campaign."""
    return place is None or (mention.span.start < place[1] and place[0] < mention.span.end)


def takes_up(
    tracks: Tracks,
    mention: SourceMention,
    reference: Reference,
    said: list[Saying],
    descriptions: LinearModel,
    truth: Truth,
) -> bool:
    """Tell whether the description that a pronoun may take up stands for the speaker."""
    if reference.described is None:
        return False
    options = behind(tracks, mention, reference, said, descriptions)
    return is_meant(max(options, key=lambda option: option[1])[0], truth.speaker, truth.type)


def is_meant(referent: Referent, speaker: str | None, kind: str | None) -> bool:
    """Tell whether a referent is the annotated speaker, and no part of the name or of the phrase for it.

    The score forgives a shorter form: Tern for a spokesman for Tern, one of the two for Ann and Tom Roe. What a
    description means is learned from the whole alone.
    """
    if not is_resolved(referent.name, speaker, kind):
        return False
    if referent.entity is None or kind not in _NAMELESS:
        return True
    return name_words(referent.name) == name_words(speaker or "")


def sayings_before(scene: Scene, truths: dict[int, Truth], i: int) -> list[Saying]:
    """Return the speakers of the last quotes before a span, as far as the annotation tells them."""
    before = [j for j in truths if j < i and truths[j].kind == "speech" and truths[j].speaker is not None]
    return [Saying(referent_of(scene, truths[j]), scene.sentence_of[j]) for j in sorted(before)[-SAID:]]


def referent_of(scene: Scene, truth: Truth) -> Referent:
    assert truth.speaker is not None
    found = [
        Referent(entity.name, truth.type or "person", e)  # type: ignore[arg-type]
        for e, entity in enumerate(scene.names.entities)
        if entity.kind != "place"
    ]
    found = [referent for referent in found if is_meant(referent, truth.speaker, truth.type)]
    whole = [referent for referent in found if name_words(referent.name) == name_words(truth.speaker)]
    return next(iter(whole or found), Referent(truth.speaker, truth.type or "unnamed"))  # type: ignore[arg-type]


def speaker_entity(scene: Scene, truths: dict[int, Truth], i: int | None) -> int | None:
    """Return the entity that said span `i`, as far as the annotation tells."""
    if i is None:
        return None
    truth = truths[i]
    if truth.speaker is not None:
        return referent_of(scene, truth).entity
    for start, end in truth.sources:
        for mention in scene.names.within(start, end):
            return mention.entity
    return None


class SpeechExample(NamedTuple):
    """One marked span: its features, and whether it is speech."""

    features: list[str]
    is_speech: bool
    weight: float
    judged: bool
    """Whether we judged it ourselves, where the annotation is another corpus's."""


def speech_examples(scene: Scene, truths: dict[int, Truth], ranker: LinearModel, weight: float) -> list[SpeechExample]:
    """Return the marked spans that the words around them do not decide alone; `weight` is theirs if not judged."""
    headings = heading_paragraphs(scene)
    uses = read_mark_uses(scene, headings)
    examples = []
    previous = None
    for i in sorted(truths):
        truth = truths[i]
        entity = speaker_entity(scene, truths, previous)
        candidates = candidates_for(scene, i, previous, entity, other_speech(truths, previous))
        best, share = None, 0.0
        if candidates:
            shares = softmax([ranker.score(c.features) for c in candidates])
            share, n = max((s, -n) for n, s in enumerate(shares))
            best = candidates[-n]
        context = context_before(scene, i)
        if truth.kind in ("speech", "not", "headline") and not (
            is_heading(scene, i, headings) or is_unspoken(scene, i, context)
        ):
            features = speech_features(scene, i, uses, context, best, share)
            trust = 1.0 if truth.judged else weight
            examples.append(SpeechExample(features, truth.kind == "speech", trust, truth.judged))
        if truth.kind == "speech":
            previous = i
    return examples
