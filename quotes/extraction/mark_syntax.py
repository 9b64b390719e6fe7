"""How a marked span hangs in its parsed sentence: what stands beside it, what governs it, and how that is put."""

from __future__ import annotations

from quotes.extraction.name_lexicons import common_words
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SUBJECTS, SentenceSources

_COPULAS = frozenset(
    "is are was were be been being 's 're 'm am seems seem seemed become becomes became remains".split()
)


def frame_of(scene: Scene, span_index: int) -> str:
    """Return what stands on either side of the marks, roughly: was “grim” / a “grim” delay."""
    here = scene.sources.get(scene.sentence_of[span_index])
    place = here.stand_ins.get(span_index) if here is not None else None
    if here is None or place is None:
        return "-"
    first, last = place
    before = here.tags[first - 1] if first > 0 else "^"
    if before.startswith("V"):
        left = "be" if here.words[first - 1] in _COPULAS else "verb"
    else:
        left = {"PRP$": "owner", "POS": "owner", "CD": "DT"}.get(before, before[:2])
    after = here.tags[last + 1] if last + 1 < len(here.tags) else "$"
    return f"{left}_{after[:2] if after.startswith(('NN', 'JJ')) else '-'}"


def syntax_features(here: SentenceSources, span_index: int, size: str) -> list[str]:
    """Return the words and tags beside a span's stand-in, and the cue above it."""
    place = here.stand_ins.get(span_index)
    if place is None:
        return []
    first, last = place
    before = here.tags[first - 1] if first > 0 else "^"
    after = here.tags[last + 1] if last + 1 < len(here.tags) else "$"
    features = [f"t-1={before}|{size}", f"t+1={after}|{size}", f"t={before}_{after}"]
    head = _head(here, first, last)
    up = here.heads[head]
    features.append(f"dep={here.deps[head]}|{size}")
    if up != head:
        features.append(f"up={here.words[up] if here.words[up] in common_words() else here.tags[up]}")
        features.append(f"dep={here.deps[head]}|{here.tags[up][:2]}")
    cues = here.cue_at
    for steps, token in enumerate(here.governors(head), start=1):
        if token in cues:
            cue = cues[token]
            features += [f"gov={cue.lemma}", f"gov={cue.kind}|{min(steps, 4)}", f"gov={cue.kind}|{size}"]
            break
    else:
        features.append(f"gov=none|{size}")
    features.append(f"cues={min(3, len(cues))}|{size}")
    return features


def _head(here: SentenceSources, first: int, last: int) -> int:
    """Return the token by which a quote's stand-in hangs in the sentence."""
    for i in range(first, last + 1):
        if (not first <= here.heads[i] <= last or here.heads[i] == i) and here.tags[i][:1].isalpha():
            return i
    return last


_MODALS = frozenset("would could might may should can must 'd".split())
_NEGATIONS = frozenset("not n't never no without".split())
# she refused to say “sorry”, he stopped short of calling it “war”
_REFUSING = frozenset(
    (
        "refuse refuses refused refusing decline declines declined declining avoid avoids avoided avoiding refrain "
        "refrained fail failed fails short stop stopped instead"
    ).split()
)
_CONDITIONS = frozenset("if when whether unless".split())


def mood_features(here: SentenceSources, span_index: int, shape: str) -> list[str]:
    """Return how the cue above the quote is put: he might say “…”, if asked for “…”, is described as “…” (by whom?)."""
    place = here.stand_ins.get(span_index)
    if place is None:
        return []
    first, last = place
    cues = here.cue_at
    head = _head(here, first, last)
    token = next((above for above in here.governors(head) if above in cues), None)
    if token is None:
        return [f"mood=nocue|{shape}"]
    below = [i for i in range(max(0, token - 8), min(len(here.words), token + 12)) if here.heads[i] == token]
    near = [i for i in below if i < token + 4]
    words = {here.words[i] for i in near}
    around = {*here.words[max(0, token - 3) : token + 1]}
    marks = [
        name
        for name, those in (("modal", _MODALS), ("not", _NEGATIONS), ("if", _CONDITIONS))
        if not words.isdisjoint(those)
    ]
    if not around.isdisjoint(_REFUSING):
        marks.append("refused")
    if not any(here.deps[i] in SUBJECTS for i in near):
        marks.append("nosubject" + here.tags[token])
    if any(here.deps[i] in ("auxpass", "nsubjpass") for i in near):
        marks.append("by" if any(here.deps[i] == "agent" for i in below) else "passive")
    mood = "+".join(marks) or "plain"
    behind_as = "as" in (here.words[head - 1] if head else "", here.words[first - 1] if first else "")
    return [f"mood={mood}", f"mood={mood}|{shape}", f"mood={mood}|as={behind_as}", f"mood={mood}|{cues[token].lemma}"]
