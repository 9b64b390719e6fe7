"""What people type into a search box, as an FTS5 expression that takes every word for a word."""

from __future__ import annotations

import re
import unicodedata

from quotes.errors import InvalidQuery

MAX_WORDS = 32
"""More words than this are no search."""
MAX_CHARACTERS = 1000

_WORD = re.compile(r"[^\W_]+")
# A phrase in the marks that keyboards and word processors make: "joint parade", “joint parade”.
_PHRASE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')


def match_expression(words: str, field: str, *, begun: bool = False) -> str | None:
    """Return the FTS5 expression for rows that hold all `words`; None if there is no letter or digit in them.

    Words in quotation marks, and the parts of `multi-polar`, must follow each other. With `begun` the last word may
    be the beginning of one. Raises InvalidQuery naming `field` for more than MAX_WORDS words or MAX_CHARACTERS.
    """
    if len(words) > MAX_CHARACTERS:
        raise InvalidQuery(field, f"longer than {MAX_CHARACTERS} characters")
    phrases: list[list[str]] = []
    for index, part in enumerate(_PHRASE.split(unicodedata.normalize("NFC", words))):
        # re.split gives what stands outside the marks and inside them in turns
        for chunk in [part] if index % 2 else part.split():
            tokens = _WORD.findall(chunk)
            if tokens:
                phrases.append(tokens)
    if not phrases:
        return None
    if sum(len(tokens) for tokens in phrases) > MAX_WORDS:
        raise InvalidQuery(field, f"more than {MAX_WORDS} words")
    expression = " ".join('"' + " ".join(tokens) + '"' for tokens in phrases)
    return expression + " *" if begun else expression
