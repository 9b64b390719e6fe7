"""The last word on each marked span: speech or not, whose, how sure, and the record of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quotes.extraction.addressee import find_addressee
from quotes.extraction.affiliation import find_affiliations, phrase_affiliation
from quotes.extraction.attribution import SourceCandidate, candidates_for
from quotes.extraction.author_notes import author_in_note
from quotes.extraction.coreference import NEGLIGIBLE, Saying, stands_for
from quotes.extraction.hearers import hearers_of
from quotes.extraction.joint_references import joint_source
from quotes.extraction.mark_contexts import context_before
from quotes.extraction.mark_uses import read_mark_uses
from quotes.extraction.ranking import Calibration, LinearModel, sigmoid, softmax
from quotes.extraction.referents import Referent, entity_referent, person_or_group
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.speech import heading_paragraphs, is_heading, reads_like_a_title, speech_features
from quotes.extraction.topics import find_topics
from quotes.extraction.tracks import Tracks
from quotes.extraction.unspoken import is_unspoken
from quotes.types import Affiliation, Candidate, Quote, Span, Speaker

_SPEECH = 0.55
"""The least probability of speech: a scare quote printed as somebody's words costs more than a quote left out."""
_CERTAIN = 0.95
"""The least probability of speech for what is signed (“…” — Ann Roe) or printed with its speaker (ROE: …)."""


@dataclass(slots=True)
class Verdict:
    """What was decided of one marked span that is speech."""

    span: int
    referent: Referent | None
    share: float
    """The model's probability of the referent."""
    speech: float
    """The model's probability that the span is speech."""
    source: SourceCandidate | None
    """The strongest evidence for the referent."""
    named: SourceMention | None
    """The mention nearest before that stands for the referent: of a quote carried on, that of the quote before it."""
    ranked: list[tuple[Referent, float, SourceCandidate]]

    @property
    def shares(self) -> list[tuple[Referent, float]]:
        """The referents with their probabilities, which a quote carried on from this one inherits."""
        return [(referent, share) for referent, share, _ in self.ranked]


def decide(
    scene: Scene, models: Mapping[str, LinearModel], calibration: Calibration, min_confidence: float
) -> list[Quote]:
    """Return the quotes of a scene whose wanted sentences have been parsed."""
    verdicts = judge(scene, models)
    persons = {v.referent.entity for v in verdicts if v.referent is not None and v.referent.entity is not None}
    written = any(v.referent is not None and v.referent.type == "author" for v in verdicts)
    author = author_in_note(scene.text, scene.names) if written else None
    if author is not None:
        persons.add(author)
    affiliations = (
        find_affiliations(scene.text, scene.names, persons, _references(verdicts), scene.reading) if persons else {}
    )
    topics = find_topics(scene.text, scene.names, [scene.spans[v.span].inner for v in verdicts])
    return [
        _quote(scene, verdict, affiliations, author, about, calibration, min_confidence)
        for verdict, about in zip(verdicts, topics, strict=True)
    ]


def _references(verdicts: list[Verdict]) -> dict[int, list[Span]]:
    """Return where descriptions (the former governor) stand for whom, which may tell their capacity."""
    found: dict[int, list[Span]] = {}
    for verdict in verdicts:
        mention = verdict.source.mention if verdict.source is not None else None
        if verdict.referent is None or verdict.referent.entity is None or mention is None or mention.kind != "nominal":
            continue
        if verdict.share > 0.6:
            found.setdefault(verdict.referent.entity, []).append(mention.span)
    return found


def judge(scene: Scene, models: Mapping[str, LinearModel]) -> list[Verdict]:
    """Return a verdict for each marked span that is speech, in text order."""
    verdicts: list[Verdict] = []
    headings = heading_paragraphs(scene)
    uses = read_mark_uses(scene, headings)
    tracks = Tracks(scene)
    last: Verdict | None = None
    said: list[Saying] = []
    for i in range(len(scene.spans)):
        if is_heading(scene, i, headings):
            continue
        context = context_before(scene, i)
        if is_unspoken(scene, i, context):
            continue
        other = _speaker_before(verdicts)
        candidates = candidates_for(
            scene,
            i,
            last.span if last is not None else None,
            _entity(last),
            other.span if other is not None else None,
        )
        shares = softmax([models["source"].score(c.features) for c in candidates])
        best = max(range(len(candidates)), key=lambda n: shares[n], default=None)
        features = speech_features(
            scene,
            i,
            uses,
            context,
            candidates[best] if best is not None else None,
            shares[best] if best is not None else 0.0,
        )
        speech = sigmoid(models["speech"].score(features))
        if best is not None and shares[best] > 0.5 and _says_who_speaks(scene, i, candidates[best]):
            speech = max(speech, _CERTAIN)
        if speech < _SPEECH:
            continue
        totals: dict[Referent, float] = {}
        strongest: dict[Referent, tuple[float, SourceCandidate, SourceMention | None]] = {}
        for candidate, share in zip(candidates, shares, strict=True):
            if share < (NEGLIGIBLE if _is_settled(candidate) else _DOUBTFUL):
                continue
            whose = None
            if candidate.mention is None:
                whose = other if candidate.rule == "turn" else last
                options = whose.shares if whose is not None else []
            else:
                options = _stands_for(tracks, candidate.mention, said, models["reference"], i)
            for referent, probability in options:
                weight = share * probability
                totals[referent] = totals.get(referent, 0.0) + weight
                if weight > strongest.get(referent, (0.0, None))[0]:
                    named = whose.named if whose is not None and whose.referent == referent else candidate.mention
                    strongest[referent] = (weight, candidate, named)
        ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0].name))
        # Roe was asked, “Why now?”: if all speaks for Roe, who asked is not told
        if ranked and not _was_spoken_to(ranked[0][0], tracks, said, models["reference"], i):
            referent, share = ranked[0]
            _, source, named = strongest[referent]
            last = Verdict(i, referent, share, speech, source, named, [(r, s, strongest[r][1]) for r, s in ranked[:6]])
        else:
            last = Verdict(i, None, 0.0, speech, None, None, [])
        verdicts.append(last)
        said.append(Saying(last.referent, scene.sentence_of[i]))
    return verdicts


_DOUBTFUL = 0.05
"""A pronoun or a description less probable than this is not asked for whom it stands: that takes longest of all."""


def _is_settled(candidate: SourceCandidate) -> bool:
    """Tell whether it takes no asking who is meant: a name, or whoever spoke last."""
    return candidate.mention is None or candidate.mention.kind == "name"


TURNS = 12
"""Quotes of the last speaker, from the last one back, before which somebody else's are looked for."""


def _speaker_before(verdicts: list[Verdict]) -> Verdict | None:
    """Return the last quote of somebody else than the last speaker; None if there is none near."""
    return next((v for v in reversed(verdicts[-TURNS:]) if v.referent != verdicts[-1].referent), None)


def _says_who_speaks(scene: Scene, span_index: int, candidate: SourceCandidate) -> bool:
    """Tell whether the layout alone makes a quote of it: “…” — Ann Roe / ROE: … / Ann Roe: “…”

    “HALDEN: The Last Winter” ($50) and Review: “Winter Harbour” runs long: titles take colons too.
    """
    if candidate.rule != "signed" and reads_like_a_title(scene.spans[span_index].inner.of(scene.text)):
        return False
    if candidate.rule in ("signed", "transcript"):
        return True
    mention = candidate.mention
    if candidate.rule != "colon" or mention is None:
        return False
    return scene.mask[mention.span.end : scene.spans[span_index].start].strip() == ":"


def _entity(verdict: Verdict | None) -> int | None:
    return verdict.referent.entity if verdict is not None and verdict.referent is not None else None


def _stands_for(
    tracks: Tracks,
    mention: SourceMention,
    said: list[Saying],
    model: LinearModel,
    span_index: int,
) -> list[tuple[Referent, float]]:
    if mention.kind == "name" and mention.entity is not None:
        return [(joint_source(tracks, mention) or entity_referent(tracks.scene.names, mention.entity), 1.0)]
    return stands_for(tracks, mention, said, span_index, model) or [(person_or_group(mention), 1.0)]


def _was_spoken_to(referent: Referent, tracks: Tracks, said: list[Saying], model: LinearModel, span_index: int) -> bool:
    """Tell whether a quote was said to somebody, or of them, more likely than not."""
    return any(
        share > 0.5 and hearer == referent
        for mention in hearers_of(tracks.scene, span_index)
        for hearer, share in _stands_for(tracks, mention, said, model, span_index)
    )


def _affiliation(
    scene: Scene, verdict: Verdict, affiliations: Mapping[int, Affiliation], author: int | None
) -> Affiliation:
    referent = verdict.referent
    if referent is None:
        return Affiliation()
    entity = author if referent.type == "author" else referent.entity
    if entity is not None:
        return affiliations.get(entity, Affiliation())
    at = referent.span
    return phrase_affiliation(scene.text, at, scene.names) if at is not None else Affiliation()


PASSAGE = 1000
"""The most characters that a passage has besides the quote's own sentence to hold the one that says who speaks."""


def _quote(
    scene: Scene,
    verdict: Verdict,
    affiliations: Mapping[int, Affiliation],
    author: int | None,
    topics: tuple[str, ...],
    calibration: Calibration,
    min_confidence: float,
) -> Quote:
    span = scene.spans[verdict.span]
    text = span.inner.of(scene.text)
    referent = verdict.referent
    confidence = round(calibration(verdict.share * verdict.speech), 3)
    candidates = tuple(
        Candidate(
            Speaker(r.name, r.type),
            round(calibration(share * verdict.speech), 3),
            source.rule,
            source.mention.span if source.mention is not None else None,
        )
        for r, share, source in verdict.ranked
    )
    source = verdict.source
    mention = verdict.named
    known = referent is not None and confidence >= min_confidence
    k = scene.sentence_of[verdict.span]
    sentence = scene.sentences[k]
    told = scene.sentences[mention.sentence] if mention is not None else sentence
    context = Span(min(sentence.start, told.start), max(sentence.end, told.end))
    if context.end - context.start > sentence.end - sentence.start + PASSAGE:  # carried on over a page of answers
        context = Span(sentence.start, sentence.end)
    cue = source.cue.span if source is not None and source.cue is not None else None
    whole = text[:1].isupper() and (text[-1] in ".!?…,’'" or len(text.split()) > 8)
    return Quote(
        text=text,
        start=span.inner.start,
        end=span.inner.end,
        kind="direct" if whole else "mixed",
        speaker=Speaker(referent.name, referent.type) if referent is not None and known else None,
        speaker_span=mention.span if mention is not None and known else None,
        mention=mention.span.of(scene.text) if mention is not None and known else None,
        cue=cue.of(scene.text) if cue is not None else None,
        cue_span=cue,
        addressee=find_addressee(scene.text, cue, span.inner, Span(told.start, told.end), scene.mask)
        if cue is not None
        else None,
        affiliation=_affiliation(scene, verdict, affiliations, author) if known else Affiliation(),
        confidence=confidence,
        rule=source.rule if source is not None else "",
        topics=topics,
        context=context,
        candidates=candidates,
    )
