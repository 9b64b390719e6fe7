"""Which mention of a source said which quote: candidates, and the named features that rank them."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from quotes.extraction.entities import NameMention
from quotes.extraction.hearers import is_reported, only_hears
from quotes.extraction.nesting import Claim, Nesting, find_claim, find_nesting, hands_on, vouches
from quotes.extraction.open_marks import goes_on, told_with
from quotes.extraction.pointers import tells_back
from quotes.extraction.ranking import bucket
from quotes.extraction.scene import Scene
from quotes.extraction.signatures import signature_of, stands_as_signature
from quotes.extraction.source_patterns import (
    accord_features,
    clause_features,
    mention_kind,
    relative_features,
    stands_right_beside,
    subject_features,
    token_pattern,
)
from quotes.extraction.source_roles import cues_above
from quotes.extraction.sources import Cue, SentenceSources, SourceMention
from quotes.extraction.turns import (
    Setting,
    carried_features,
    find_lead,
    frame_of,
    may_turn,
    named_in,
    near_features,
    read_talk,
    turn_features,
)
from quotes.types import Span


@dataclass(slots=True)
class SourceCandidate:
    """A possible source of one quote, with its evidence."""

    mention: SourceMention | None
    """None for a quote carried on (whoever said the one before) and for a turn (whoever spoke before the last)."""
    features: list[str]
    cue: Cue | None
    rule: str


def candidates_for(
    scene: Scene, span_index: int, previous: int | None, last_speaker: int | None, other: int | None = None
) -> list[SourceCandidate]:
    """Return every candidate source of a quote, unranked.

    `previous` is the index of the last span before it that is speech, None if there is none; `last_speaker` the index
    into `Names.entities` of whoever said it, None if that is nobody with a name. `other` is the index of the last span
    before it that somebody else than the last speaker said, None if there is none.
    """
    k = scene.sentence_of[span_index]
    label = _transcript_label(scene, span_index, k)
    if label is not None:
        return [label]
    signature = signature_of(scene, span_index)
    if signature is not None:
        return [_signed(scene, signature)]
    if previous is not None and goes_on(scene, span_index, previous):
        return [SourceCandidate(None, ["goes-on"], None, "carried-on")]
    span_index = told_with(scene, span_index)
    k = scene.sentence_of[span_index]
    layout = _layout(scene, span_index, k)
    told = _told_after(scene, k)
    if told is not None:
        return [told]
    found: list[SourceCandidate] = []
    here = scene.sources.get(k)
    lead = find_lead(scene, span_index, previous, last_speaker)
    talk = read_talk(scene, span_index, previous, other)
    frame, topic = frame_of(here, span_index)
    setting = Setting(lead, talk, frame, layout, named_in(scene, span_index))
    governed = ""
    if here is not None:
        above = cues_above(here, span_index)
        governed = _best_how(here, above[0][0] if above else None)
        nesting = find_nesting(here, above, here.stand_ins[span_index][0])
        claim = find_claim(here, above)
        handing = hands_on(here) | vouches(here, span_index)
        found.extend(
            _same_sentence(scene, here, mention, span_index, above, nesting, claim, governed, layout)
            for mention in here.mentions
            if mention.first not in handing
            and mention.head != talk.answer
            and not only_hears(mention, above)
            and not is_reported(here, mention)
            and not (nesting is not None and nesting.shuts_out(mention))
        )
        for candidate in found:
            assert candidate.mention is not None
            if candidate.mention.head == topic:
                candidate.features += [f"topic={frame}|{candidate.mention.kind}", f"topic={frame}|{layout}"]
    before = scene.narration_before(k)
    if before is not None and before in scene.sources:
        found.extend(_near_sentence(scene, scene.sources[before], span_index, "prev", setting, governed))
    teller = scene.teller_before(k)
    if teller is not None and teller in scene.sources and (previous is None or teller > scene.sentence_of[previous]):
        told_before = _near_sentence(scene, scene.sources[teller], span_index, "told", setting, governed)
        found.extend(c for c in told_before if c.cue is not None)
    after = scene.narration_after(k)
    if after is not None and after in scene.sources and not scene.narrated[k]:
        found.extend(_near_sentence(scene, scene.sources[after], span_index, "next", setting, governed))
    if previous is not None:
        carried = carried_features(scene, span_index, previous, last_speaker, governed, setting)
        found.append(SourceCandidate(None, carried, None, "carried-on"))
        if other is not None and may_turn(scene, span_index, other, setting):
            turned = turn_features(scene, span_index, other, setting)
            found.append(SourceCandidate(None, turned, None, "turn"))
        for candidate in found:
            if candidate.mention is not None and candidate.mention.kind == "name":
                same = candidate.mention.entity == last_speaker
                where = candidate.features[0]
                candidate.features.append(f"last={same}|{where}|{layout}")
                candidate.features.append(f"last={same}|{where}|subj={candidate.mention.subject}")
    for candidate in found:
        mention = candidate.mention
        if mention is not None and mention.entity is not None and mention.entity in setting.named:
            candidate.features += [f"named|{candidate.features[0]}", f"named|{mention.entity_kind}|{layout}"]
    return found


# "WALLACE: Let us begin …  /  "SEN. ROE: No.
_LABEL = regex.compile(r"((?:\p{Lu}[\p{Lu}.’'-]*\s){0,3}\p{Lu}[\p{Lu}’'-]{2,}):\s")


def _transcript_label(scene: Scene, span_index: int, k: int) -> SourceCandidate | None:
    """Return the speaker that a printed transcript names in capitals inside the marks, None if it names none."""
    inner = scene.spans[span_index].inner
    match = _LABEL.match(scene.text, inner.start, min(inner.end, inner.start + 60))
    if match is None:
        return None
    span = Span(*match.span(1))
    named = scene.names.within(span.start, span.end)
    entity = named[-1].entity if named else None
    kind = scene.names.entities[entity].kind if entity is not None else None
    mention = SourceMention(
        named[-1].span if named else span,
        named[-1].text if named else match[1],
        "name" if entity is not None else "nominal",
        0, 0, 0, k, entity, kind,
    )  # fmt: skip
    cue = Cue(0, ":", "verb", Span(match.end(1), match.end(1) + 1))
    return SourceCandidate(mention, ["transcript"], cue, "transcript")


def _signed(scene: Scene, name: NameMention) -> SourceCandidate:
    k = scene.sentence_at(name.span.start)
    kind = scene.names.entities[name.entity].kind
    mention = SourceMention(name.span, name.text, "name", 0, 0, 0, k, name.entity, kind)
    return SourceCandidate(mention, ["signed"], None, "signed")


_TOLD_REACH = 8
"""Sentences of its paragraph, from a quote back, in which a cue is looked for."""


def _told_after(scene: Scene, k: int) -> SourceCandidate | None:
    """Return the source that only the sentence after names: “…” That, at any rate, was the verdict of Roe.

    Only where the quote's paragraph has had no cue up to here, and no sentence that was left unread.
    """
    sentences = scene.sentences
    for i in range(k, max(-1, k - _TOLD_REACH), -1):
        if sentences[i].paragraph != sentences[k].paragraph:
            break
        if scene.narrated[i] and (i not in scene.sources or scene.sources[i].cues):
            return None
    after = k + 1
    while after < min(len(sentences), k + 4) and (
        not scene.narrated[after]
        or (sentences[after].quotes and after in scene.sources and not scene.sources[after].cues)
    ):
        after += 1
    if after not in scene.sources:
        return None
    mention = tells_back(scene.sources[after])
    return SourceCandidate(mention, ["told-after"], None, "told-after") if mention is not None else None


def _layout(scene: Scene, span_index: int, k: int) -> str:
    """Name the place of a quote in its sentence: alone, start, end or mid; with its final punctuation."""
    sentence = scene.sentences[k]
    span = scene.spans[span_index]
    if not scene.narrated[k]:
        first = span_index == sentence.quotes[0]
        return "alone" if first else "alone2"
    before, after = scene.words_beside(span_index)
    last = scene.text[span.inner.end - 1] if len(span.inner) else ""
    whole = "W" if scene.text[span.inner.start].isupper() and last in ".,!?…’'" else "f"
    place = "mid" if before and after else "end" if before else "start"
    return place + whole


def _best_how(here: SentenceSources, cue: Cue | None) -> str:
    if cue is None:
        return "nocue"
    hows = [how for mention in here.mentions for token, how in mention.roles if token == cue.token]
    return cue.kind + ("+" if hows else "-")


def _same_sentence(
    scene: Scene,
    here: SentenceSources,
    mention: SourceMention,
    span_index: int,
    above: list[tuple[Cue, str]],
    nesting: Nesting | None,
    claim: Claim | None,
    governed: str,
    layout: str,
) -> SourceCandidate:
    first, last = here.stand_ins[span_index]
    cue_tokens = here.cue_at
    if mention.last < first:
        side, low, high = "L", mention.last + 1, first
    else:
        side, low, high = "R", last + 1, mention.first
    pattern = token_pattern(here, low, high, cue_tokens)
    kind = mention_kind(mention)
    between = here.quotes_between(low, high)
    features = [
        "bias-same",
        f"kind={kind}",
        f"kind={kind}|{layout}",
        f"pat={side}{pattern}",
        f"pat={side}{pattern}|{kind}",
        f"side={side}|{layout}",
        f"dist={side}{bucket(high - low)}",
        f"between={between}",
        f"subj={mention.subject}|{layout}",
    ]
    if stands_as_signature(scene, mention.span.start):
        features += ["signs", f"signs|{side}|{between}"]
    if mention.modifier:
        features.append(f"modifier|{'poss' if mention.possessive else 'other'}|{kind}")
    if nesting is not None:
        features += nesting.features(mention)
    if claim is not None:
        features += claim.features(mention)
    features += relative_features(here, mention, kind)
    features += subject_features(here, mention, first)
    features += [f"{name}|{layout}" for name in stands_right_beside(here, mention, (first, last))]
    prep = here.heads[mention.head]
    if here.deps[mention.head] == "pobj" and prep == 0 and here.words[mention.last + 1 : mention.last + 2] == [","]:
        features += [f"opens={here.words[0]}", f"opens={here.words[0]}|{governed}"]  # for the nurse, it was “…”
    cue: Cue | None = None
    rule = "beside"
    best = None
    ranks = {above_cue.token: rank for rank, (above_cue, _) in enumerate(above)}
    for token, how in mention.roles:
        candidate = cue_tokens[token]
        above_rank = ranks.get(token, 9)
        if token < first:
            gap, cue_side = first - token - 1, "L"
        else:
            gap, cue_side = token - last - 1, "R"
        rank = (above_rank, candidate.kind == "noun", gap, len(how))
        if best is None or rank < best[0]:
            best = (rank, candidate, how, above_rank, cue_side, gap)
    features += accord_features(here, mention, above, last)
    if best is not None:
        _, cue, how, above_rank, cue_side, gap = best
        held = "G" if above_rank == 0 else "G2" if above_rank < 9 else "g" if above else "-"
        quotes_between = here.quotes_between(min(last, cue.token) + 1, max(first, cue.token))
        features += [
            f"how={how}|{held}",
            f"how={how}|cue={cue.lemma}",
            f"how={how}|{held}|{cue_side}|{layout}",
            f"cue={cue.lemma}|{held}",
            f"cuekind={cue.kind}|{held}|{kind}",
            f"cuegap={cue_side}{bucket(gap)}|{held}",
            f"cuebetween={quotes_between}",
        ]
        if above_rank:
            features.append(f"how={how}|{held}|governed={governed}")
            if above_rank == 9 and cue.kind == "verb":
                features += clause_features(here, cue, first)
        if above_rank < 9:
            dependency = above[above_rank][1]
            features += [
                f"above={min(above_rank, 2)}|{dependency}|{how}",
                f"above={min(above_rank, 2)}|{dependency}|{cue.lemma}",
            ]
            if above_rank:
                features += [f"under={above[0][0].lemma}|{above[0][1]}", f"under={cue.lemma}>{above[0][0].lemma}"]
        elif above:
            features.append(f"aside={above[0][0].lemma}|{above[0][1]}")
        rule = f"{how}-of-cue" if cue.kind == "verb" else how if cue.kind == "according" else f"{how}-of-noun"
    else:
        features += [f"norole|{governed}", f"norole|{governed}|{kind}", f"norole|{layout}"]
        beside = next(
            (c for c in here.cues if (mention.last < c.token < first) or (last < c.token < mention.first)), None
        )
        near = [c for c in here.cues if abs(c.token - mention.first) <= 2 or abs(c.token - mention.last) <= 2]
        if near:
            cue = near[0]
            features.append(f"cuebeside={cue.kind}|{'in' if beside is not None else 'out'}")
        if ":" in pattern and side == "L":
            rule = "colon"
        elif "-" in pattern and side == "R":
            rule = "signed"
    return SourceCandidate(mention, features, cue, rule)


def _near_sentence(
    scene: Scene, there: SentenceSources, span_index: int, relation: str, setting: Setting, governed: str
) -> list[SourceCandidate]:
    k = scene.sentence_of[span_index]
    span = scene.spans[span_index]
    layout = setting.layout
    paragraph = scene.sentences[k].paragraph
    gap = min(2, abs(scene.sentences[there.index].paragraph - paragraph))
    steps = min(3, abs(there.index - k))
    has_quote = bool(there.stand_ins)
    cue_tokens = there.cue_at
    text_end = scene.text[there.folded.sentence.end - 1]
    found = []
    where = f"{relation}{gap}"
    n = len(there.words)
    names = [m for m in there.mentions if m.kind != "nominal" or m.subject]
    for order, mention in enumerate(there.mentions):
        kind = mention_kind(mention)
        features = [
            f"bias-{where}",
            f"{where}|{layout}|{governed}",
            f"{where}|kind={kind}",
            f"{where}|kind={kind}|{layout[:5]}",
            f"{where}|steps={steps}|hasq={has_quote}",
            f"{where}|subj={mention.subject}|hasq={has_quote}",
            f"{where}|subj={mention.subject}|{kind}",
            f"{where}|order={bucket(order)}",
            f"{where}|end={text_end}",
            f"{where}|cont={span.continues}",
        ]
        features += near_features(mention, there, where, setting)
        if stands_as_signature(scene, mention.span.start):
            features += [f"{where}|signs", f"{where}|signs|{layout[:5]}"]
        if mention.modifier:
            features.append(f"{where}|modifier")
        if len(names) == 1 and names[0] is mention:
            features.append(f"{where}|only")
        if text_end in ":-—–" or text_end == ",":
            features.append(f"{where}|open-end|{text_end}|last={mention.last >= n - 4}|subj={mention.subject}")
        cue: Cue | None = None
        rule = "sentence-after" if relation == "next" else "sentence-before"
        if mention.roles:
            token, how = min(mention.roles, key=lambda r: (cue_tokens[r[0]].kind == "noun", len(r[1])))
            cue = cue_tokens[token]
            features += [
                f"{where}|how={how}",
                f"{where}|how={how}|{cue.kind}|hasq={has_quote}",
                f"{where}|cue={cue.lemma}",
            ]
        else:
            features.append(f"{where}|norole|hasq={has_quote}")
        found.append(SourceCandidate(mention, features, cue, rule))
    return found
