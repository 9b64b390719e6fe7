"""Styles between an office and a name, which state no capacity: Water Minister [Datuk Seri Dr] Jo Hale."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.role_lexicon import is_role_noun, words_of
from quotes.extraction.word_tokens import Token

_HONORIFICS = words_of("capacity_words.txt", "honorifics")
_STYLES = words_of("capacity_words.txt", "styles")
_RANKS = words_of("capacity_words.txt", "ranks")
_SIGNS = frozenset(".'’")


def before_styles(tokens: Sequence[Token], first: int) -> int:
    """Return where the styles begin that end at token `first`: [Tan Sri Dr] Jo Hale, Tern MP [Hon.] Jo Hale."""
    index = first
    while index > 0:
        signs = index > 1 and tokens[index - 1].text in _SIGNS  # Hon. and Dato’ are two tokens each
        word = tokens[index - 1 - signs]
        if word.lower in _HONORIFICS and not signs:
            index -= 1
        elif word.capital and index > 1 and f"{tokens[index - 2].lower} {word.lower}" in _STYLES:
            index -= 2
        elif word.text in _RANKS and index > 1 and (tokens[index - 2].text == "," or is_role_noun(tokens[index - 2])):
            index -= 1  # district police chief ACP Jo Hale; the command's spokesman, SP Jo Hale
        elif word.capital and word.lower in _STYLES:
            index -= 1 + signs
        elif word.text == "Chief" and index > 1 and not tokens[index - 2].capital and is_role_noun(tokens[index - 2]):
            index -= 1  # party chairman Chief Jo Hale; but Police Chief Hale
        else:
            break
    return index
