"""Who hears a quote, or is spoken of in it, and did not say it: Roe was asked, “Why now?”"""

from __future__ import annotations

from quotes.extraction.nouns import noun_class
from quotes.extraction.scene import Scene
from quotes.extraction.source_roles import cues_above
from quotes.extraction.sources import Cue, SentenceSources, SourceMention

# Roe was quoted as / was heard to / is said to
_OF_OWN_WORDS = frozenset("quote cite say hear overhear report record film".split())
_ADDRESSING = frozenset("ask tell inform warn advise call describe brand label dub name accuse greet".split())
"""Verbs by which something is said to somebody, or of somebody, who did not say it."""
_TELLING_OF = frozenset("report announce mention reveal discover disclose confirm discuss".split())
"""Verbs whose passive says of a thing that it came up."""
_UNDERGOES = frozenset(["passive", "passive-inside", "passive-appos", "passive-owner"])


def only_hears(mention: SourceMention, above: list[tuple[Cue, str]]) -> bool:
    """Tell whether words were said to a mention, or of it: Roe was asked, “Why now?” / Roe was called “a saint”."""
    if not above:
        return False
    cue = above[0][0]
    hows = [how for token, how in mention.roles if token == cue.token]
    undergone = frozenset() if cue.lemma in _OF_OWN_WORDS else _UNDERGOES
    return bool(hows) and all(how.startswith("hearer") or how in undergone for how in hows)


def is_reported(here: SentenceSources, mention: SourceMention) -> bool:
    """Tell whether a mention is a thing of which others tell: “We sat,” when the second fire was reported."""
    if mention.kind != "nominal" or not mention.roles or any(how != "passive" for _, how in mention.roles):
        return False
    told = all(here.cue_at[token].lemma in _TELLING_OF for token, _ in mention.roles)
    return told and noun_class(mention.text) == "other"


def hearers_of(scene: Scene, span_index: int) -> list[SourceMention]:
    """Return to whom, or of whom, a quote is said by the verb above it: Roe was asked, “Why now?”

    Not in Roe was challenged over his statement that “…”, which is his own.
    """
    here = scene.sources.get(scene.sentence_of[span_index])
    above = cues_above(here, span_index) if here is not None else []
    if here is None or not above or above[0][0].lemma not in _ADDRESSING:
        return []
    return [mention for mention in here.mentions if only_hears(mention, above)]
