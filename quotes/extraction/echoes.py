"""Quotes whose words come again: a lead's fragment stands below in the whole sentence, beside the speaker's name."""

from __future__ import annotations

from quotes.extraction.nouns import WORD
from quotes.extraction.scene import Scene

_LONGEST = 14
"""Words of a quote that is looked for inside others."""
_LONG_WORD = 6
"""Letters of a word that is looked for alone."""
_MOST = 4
"""Places of the same first words that are compared, besides the first."""


def find_echoes(scene: Scene) -> dict[int, frozenset[int]]:
    """Return, for each marked span whose words come again in another, the entities that speak beside the other."""
    spoken = [WORD.findall(span.inner.of(scene.text).lower()) for span in scene.spans]
    wanted = {_key(words) for words in spoken if _is_told_apart(words)}
    firsts = {key[0] for key in wanted}
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for j, words in enumerate(spoken):
        for at in [at for at, word in enumerate(words) if word in firsts]:
            for key in (tuple(words[at : at + 2]), (words[at],)):
                if key in wanted and len(places.setdefault(key, [])) <= _MOST:
                    places[key].append((j, at))
    found: dict[int, frozenset[int]] = {}
    for i, words in enumerate(spoken):
        if _is_told_apart(words):
            others = {j for j, at in places.get(_key(words), ()) if j != i and spoken[j][at : at + len(words)] == words}
            speaking = frozenset(entity for j in others for entity in _speaking_beside(scene, j))
            if speaking:
                found[i] = speaking
    return found


def _key(words: list[str]) -> tuple[str, ...]:
    return tuple(words[:2])


def _is_told_apart(words: list[str]) -> bool:
    """Tell whether words are few enough to come again, and say enough not to come again by chance."""
    return 1 < len(words) <= _LONGEST or (len(words) == 1 and len(words[0]) >= _LONG_WORD)


def _speaking_beside(scene: Scene, i: int) -> list[int]:
    """Return the entities that a quote's sentence, or the one beside a quote that stands alone, names as sources."""
    k = scene.sentence_of[i]
    near = (k,) if scene.narrated[k] else (scene.narration_before(k), scene.narration_after(k))
    return [
        mention.entity
        for j in near
        if j is not None and j in scene.sources
        for mention in scene.sources[j].mentions
        if mention.entity is not None and not mention.modifier and (mention.roles or mention.subject)
    ]
