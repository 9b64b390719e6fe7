"""Platforms that an article names only as where somebody posts: on Facebook, in an Instagram story."""

from __future__ import annotations

import regex

from quotes.extraction.entities import Names
from quotes.extraction.role_lexicon import words_of

_PLATFORMS = words_of("capacity_words.txt", "platforms")
_LONGEST = max(map(len, _PLATFORMS))
# on Facebook / Via Instagram, … / a TikTok video / her own Facebook
_BEFORE = regex.compile(
    r"\b(?:(?i:on|via|to|over|onto|through|into)|an?|(?:his|her|its|their|the|and|or)(?:\s(?:official|own|personal))?)\s$"
)
_BEHIND = regex.compile(
    r"\s(?:posts?|pages?|accounts?|videos?|clips?|stor(?:y|ies)|groups?|live(?:stream)?|feeds?|profiles?|messages?|chats?"
    r"|users?|threads?|followers|captions?|channels?|polls?|bio)\b",
    regex.IGNORECASE,
)


def only_posted_on(mask: str, names: Names) -> frozenset[int]:
    """Return the platforms that do nothing in the narration: no company, no `they` and no `it` stands for them.

    In a Facebook post the police urged people to stay in. “…,” they said: the police, not Facebook.
    """
    found = {
        e
        for e, entity in enumerate(names.entities)
        if len(entity.name) <= _LONGEST and entity.name.lower() in _PLATFORMS
    }
    if found:
        for mention in names.mentions:
            start, end = mention.span.start, mention.span.end
            if mention.entity in found and not (
                _BEFORE.search(mask[max(0, start - 20) : start]) or _BEHIND.match(mask, end, end + 15)
            ):
                found.discard(mention.entity)
    return frozenset(found)
