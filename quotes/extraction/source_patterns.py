"""What stands between a mention and a quote, and what kind of mention it is, as short names for features."""

from __future__ import annotations

from quotes.extraction.nouns import noun_class
from quotes.extraction.sources import OBJECTS, Cue, SentenceSources, SourceMention

_CLASSES = {
    ",": ",",
    ":": ":",
    ";": ";",
    ".": ".",
    "—": "-",
    "–": "-",
    "-": "-",
    "―": "-",
    "--": "-",
    "(": "(",
    ")": ")",
    "that": "that",
    "and": "and",
    "but": "and",
    "as": "as",
    "to": "to",
    "who": "who",
    "whom": "who",
    "of": "of",
    "in": "in",
    "not": "not",
    "be": "be",
    "is": "be",
    "was": "be",
    "are": "be",
    "were": "be",
    "been": "be",
    "a": "a",
    "the": "a",
    "an": "a",
}


def token_pattern(here: SentenceSources, low: int, high: int, cue_tokens: dict[int, Cue]) -> str:
    """Return the classes of the tokens between a mention and a quote, `~` where there are many."""
    if high - low > 7:
        return "~"
    parts = []
    i = low
    while i < high:
        word = here.words[i]
        if here.in_quote[i]:
            while i < high and here.in_quote[i]:
                i += 1
            parts.append("Q")
            continue
        if i in cue_tokens:
            cue = cue_tokens[i]
            parts.append({"verb": "V", "noun": "N", "according": "A"}[cue.kind])
        elif word in _CLASSES:
            parts.append(_CLASSES[word])
        else:
            tag = here.tags[i]
            parts.append(
                {"N": "n", "V": "v", "J": "j", "R": "r", "I": "p", "P": "o", "M": "v", "T": "to", "C": "c"}.get(
                    tag[0], "x"
                )
            )
        i += 1
    return "".join(parts)


def mention_kind(mention: SourceMention) -> str:
    """Return the kind of a mention: of a name its entity's, of a pronoun the word, of a description its noun's."""
    if mention.kind == "name":
        return (mention.entity_kind or "other")[:3]
    if mention.kind == "pronoun":
        word = mention.text.lower()
        if word in OBJECTS and not mention.possessive:
            return "him"
        return {"he": "he", "she": "he", "his": "he's", "her": "he's"}.get(word, word)
    return "nom-" + noun_class(mention.text)
