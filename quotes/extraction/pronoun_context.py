"""What the words before a pronoun and its own clause say of whom it stands for, and of whom it cannot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.extraction.history import Occasion, Reference
from quotes.extraction.lexicon import verbs_that
from quotes.extraction.nouns import noun_class, noun_gender
from quotes.extraction.referents import Referent
from quotes.extraction.salience import BESIDE, Stand, clause_of, duels, part_in, verb_above
from quotes.extraction.sources import SUBJECTS, SentenceSources, SourceMention
from quotes.extraction.tracks import Trace
from quotes.types import Gender

_CHAIN = 6
"""Sentences in which a pronoun before this one is looked for."""
_OPENING = 12
"""Characters in which whoever opens a sentence is named: But Mr Roe …"""
_CHAINS = {
    "male": re.compile(r"\b(?:he|him|his)\b", re.I),
    "female": re.compile(r"\b(?:she|hers?)\b", re.I),
}
_WRITING = frozenset(["write", "post", "tweet", "sign", "email"])
_READING = frozenset(["read", "begin", "end", "go", "conclude", "continue", "state"])
"""What a letter does, and its writer seldom."""
_ABOUT = frozenset(["regarding", "concerning"])
_PLURAL = ("they", "their")
_IN_A_QUESTION = ("teller", "hearer", "object")
"""The parts of who asks and who is asked."""
_THINGS = ("organization", "document")
"""What `it` takes up."""
_OWNED = ("its ", "their ")


@dataclass(frozen=True, slots=True)
class _Seen:
    """One possible referent, where it was mentioned last, and how it stands there."""

    reference: Reference
    trace: Trace | None
    stand: Stand | None

    @property
    def agreement(self) -> str:
        return self.stand.agreement if self.stand is not None else "-"

    @property
    def is_author(self) -> bool:
        """Whether the sentence before names it as who wrote something: a letter by Roe was read out."""
        stand = self.stand
        return stand is not None and stand.steps == 1 and stand.part == "author" and stand.agreement != "clash"


def in_context(occasion: Occasion, tag: str, wanted: Gender | None, found: list[Reference]) -> list[Reference]:
    """Return the possible referents without those whom the sentence rules out, with what the context tells of each.

    `wanted` is the gender of the pronoun, None for it and they.
    """
    seen = [_see(occasion, reference, wanted) for reference in _without_others(occasion, found)]
    manner = _manner(occasion)
    if wanted is not None and "wrote" in manner and not any(_has_spoken(occasion, one) for one in seen):
        # a letter by Roe was read out. “…,” she wrote; but not: Doe said the letter by Roe was “false.” He wrote: “…”
        seen = [one for one in seen if one.is_author] or seen
    chain = _chain_begins(occasion, wanted, seen) if wanted is not None else None
    for one, more in zip(seen, duels(tag, [one.stand for one in seen]), strict=True):
        reference, referent = one.reference, one.reference.referent
        reference.features += more
        if one.trace is not None and one.stand is not None:
            reference.features += _in_the_text(occasion, tag, referent, one.trace, one.stand, chain, manner)
        if referent.entity is not None:
            reference.features += _in_the_sentence(occasion, tag, referent.entity)
    return [one.reference for one in seen]


def _has_spoken(occasion: Occasion, one: _Seen) -> bool:
    """Tell whether somebody spoke last, in the sentence before."""
    stand = one.stand
    if stand is None or stand.agreement == "clash" or occasion.previous != one.reference.referent:
        return False
    return stand.steps == 1 and occasion.previous_sentence == occasion.mention.sentence - 1


def _without_others(occasion: Occasion, found: list[Reference]) -> list[Reference]:
    """Leave out whom the pronoun's own clause names beside it, unless nobody is left.

    He told Roe, she said of Roe, in a letter to Roe he wrote, asked by Roe he said: nowhere is he or she Roe.
    """
    mention = occasion.mention
    there = occasion.scene.sources.get(mention.sentence)
    if there is None or not mention.roles:
        return found
    others = [
        other
        for other in there.mentions
        if not other.modifier and (_is_another(there, mention, other) or _is_topic(there, mention, other))
    ]
    named = {other.entity for other in others if other.entity is not None}
    unnamed = {other.text.lower() for other in others if other.kind == "nominal"}
    left = [
        reference
        for reference in found
        if reference.referent.entity not in named
        and (reference.referent.entity is not None or reference.referent.name.lower() not in unnamed)
    ]
    return left if any(reference.referent.name != mention.text for reference in left) else found


def _is_another(there: SentenceSources, mention: SourceMention, other: SourceMention) -> bool:
    clause, part = clause_of(there, mention, other), part_in(there, other)
    if clause == "own":
        return part in BESIDE
    # When Doe asked Roe, he said …: the clause below has its own subject, and he may be Roe
    return clause == "below" and part == "hearer" and not there.has_subject(verb_above(there, other.head))


def _is_topic(there: SentenceSources, mention: SourceMention, other: SourceMention) -> bool:
    """Tell whether somebody is in what a sentence opens with as its topic: Regarding the quarrel with Roe, he said."""
    opening = next((i for i, word in enumerate(there.words[:3]) if word in _ABOUT), None)
    if opening is None or other.possessive or not opening < other.first <= other.last < mention.first:
        return False
    return not any(there.deps[m.head] in SUBJECTS for m in there.mentions if opening < m.head < mention.first)


def _last_trace(occasion: Occasion, referent: Referent) -> Trace | None:
    """Return the last mention of somebody before a pronoun; None if there is none."""
    tracks = occasion.tracks
    if referent.entity is not None:
        track = tracks.spoken_of(referent.entity) if referent.entity in tracks.by_entity else None
    else:
        track = tracks.unnamed.get(referent.name.lower())
    return track.last_trace(occasion.mention.span.start) if track is not None else None


def _see(occasion: Occasion, reference: Reference, wanted: Gender | None) -> _Seen:
    referent = reference.referent
    trace = _last_trace(occasion, referent)
    if trace is None:
        return _Seen(reference, None, None)
    known = occasion.scene.names.entities
    entity = known[referent.entity] if referent.entity is not None else None
    gender = entity.gender if entity is not None else noun_gender(referent.name)
    if wanted is None:
        several = referent.type == "group" or (referent.type == "document" and referent.name.endswith("s"))
        kind_wanted = several if occasion.mention.text.lower() in _PLURAL else referent.type in _THINGS
        agreement = "match" if kind_wanted else "clash" if gender is not None else "unknown"
    else:
        agreement = "unknown" if gender is None else "match" if gender == wanted else "clash"
    steps = occasion.mention.sentence - trace.sentence
    kind = "named" if referent.entity is not None else "new" if trace.new else "unnamed"
    return _Seen(reference, trace, Stand(steps, trace.part, kind, agreement))


def _in_the_text(
    occasion: Occasion,
    tag: str,
    referent: Referent,
    trace: Trace,
    stand: Stand,
    chain: tuple[int, int] | None,
    manner: str,
) -> list[str]:
    """Return what the words between somebody's last mention and a pronoun tell."""
    steps = min(stand.steps, 2)
    last = occasion.previous == referent
    reads = manner == "reads"
    noun = "named" if stand.kind == "named" else noun_class(referent.name)
    kind, gender = stand.kind, stand.agreement
    features = [
        f"{tag}|part={trace.part}|steps={steps}",
        f"{tag}|{noun}|reads={reads}",
        f"{tag}|part={trace.part}|steps={steps}|{kind}",
        f"{tag}|{kind}|gender={gender}|last={last}",
        f"{tag}|{kind}|gender={gender}|part={trace.part}|steps={steps}",
        f"{tag}|{kind}|by={trace.by}|part={trace.part}|steps={steps}",
    ]
    # he said … “…,” he said: the same man as at first, and nobody who came in later unless he took the floor
    if chain is None:
        features.append(f"{tag}|unlinked|{kind}|part={trace.part}|steps={steps}")
    else:
        at, sentence = chain
        back = min(2, sentence - trace.sentence)
        link = "after" if trace.start > at else f"before{back}"
        features += [
            f"{tag}|chain={link}|{kind}|leads={stand.leads}|last={last}",
            f"{tag}|chain={link}|part={trace.part}",
            f"{tag}|chain={link}|part={trace.part}|steps={steps}|last={last}",
        ]
    if trace.part in _IN_A_QUESTION and steps < 2 and _is_asked(occasion, trace.sentence):
        # a porter asked Roe how she was. She replied: “…”: whoever is asked
        features += [f"{tag}|asks|{trace.part}|steps={steps}", f"{tag}|asks|{trace.part}|{kind}|gender={gender}"]
    if noun != "named" and occasion.scene.text[trace.start : trace.start + 6].lower().startswith(_OWNED):
        features.append(f"{tag}|owned|{noun}|steps={steps}")  # its report is not the ministry: it said
    if manner:
        features.append(f"{tag}|{manner}|part={trace.part}|steps={steps}")
        features.append(f"{tag}|writes|author={trace.part == 'author'}|steps={steps}")
    if occasion.previous_sentence is not None:
        features.append(f"{tag}|{kind}|part={trace.part}|since={trace.sentence > occasion.previous_sentence}")
    return features


def _is_asked(occasion: Occasion, k: int) -> bool:
    """Tell whether a sentence has a verb of asking."""
    there = occasion.scene.sources.get(k)
    asking = verbs_that("asks", "turn_verbs.txt")
    return there is not None and any(cue.kind == "verb" and there.words[cue.token] in asking for cue in there.cues)


def _in_the_sentence(occasion: Occasion, tag: str, entity: int) -> list[str]:
    """Return how an entity that the sentence of a pronoun names stands to it: he told Roe, asked by Roe he said."""
    mention = occasion.mention
    there = occasion.scene.sources.get(mention.sentence)
    if there is None:
        return []
    found = []
    for other in there.mentions:
        if other.entity == entity and not other.modifier:
            side = "L" if other.last < mention.first else "R"
            found.append(f"{tag}|here={side}|{clause_of(there, mention, other)}|{part_in(there, other)}")
    return list(dict.fromkeys(found))


def _chain_begins(occasion: Occasion, wanted: Gender, seen: Sequence[_Seen]) -> tuple[int, int] | None:
    """Return where the pronouns that lead up to this one begin, as offset and sentence; None if it is the first.

    She left. She did not say why. “…,” she said: whoever was in the foreground before the first of them.
    """
    scene, mention = occasion.scene, occasion.mention
    leading = [
        one.trace.start
        for one in seen
        if one.trace is not None and one.stand is not None and one.stand.leads and one.agreement != "clash"
    ]
    starts = [one.trace.start for one in seen if one.trace is not None and one.agreement != "clash"]
    found = None
    for k in range(mention.sentence, max(-1, mention.sentence - _CHAIN), -1):
        sentence = scene.sentences[k]
        if not scene.narrated[k]:
            continue
        first = _first_of(occasion, k, wanted)
        if first is None or first >= mention.span.start:
            if k < mention.sentence:
                break
            continue
        found = first, k
        # Roe, when asked, says he forgot: whoever opens the sentence is meant, whatever the parse makes of it
        opening = sentence.start + _OPENING
        if any(sentence.start <= start < first for start in leading) or any(
            sentence.start <= start < min(opening, first) for start in starts
        ):
            break
    return found


def _first_of(occasion: Occasion, k: int, wanted: Gender) -> int | None:
    """Return where the first pronoun of a gender stands in a sentence; looked for once, however many quotes ask."""
    known = occasion.tracks.first_pronouns
    if (k, wanted) not in known:
        sentence = occasion.scene.sentences[k]
        first = _CHAINS[wanted].search(occasion.scene.mask, sentence.start, sentence.end)
        known[k, wanted] = first.start() if first is not None else None
    return known[k, wanted]


def _manner(occasion: Occasion) -> str:
    """Tell whether a quote was written (`wrote`, `had-wrote`), read out (`reads`) or said before the rest (`had`)."""
    there = occasion.scene.sources.get(occasion.mention.sentence)
    if there is None or not occasion.mention.roles:
        return ""
    token = occasion.mention.roles[0][0]
    if there.cue_at[token].lemma in _READING:
        return "reads"
    wrote = there.cue_at[token].lemma in _WRITING or there.words[token + 1 : token + 3] == ["in", "it"]
    had = "had" in there.words[max(0, token - 2) : token]
    return ("had-wrote" if had else "wrote") if wrote else "had" if had else ""
