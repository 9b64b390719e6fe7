"""Acronyms in brackets behind the name they shorten: the Office of Sea Affairs (OSA)."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.role_lexicon import is_place
from quotes.extraction.word_tokens import Token

_PARTIES = frozenset(
    "party union front movement alliance coalition bloc league congress organization organisation".split()
)
MAX_WORDS = 12
"""Words before a bracket that may give an acronym its letters."""


def without_acronyms(tokens: Sequence[Token]) -> list[Token]:
    """Leave out acronyms in brackets, with the brackets, so that a phrase is read on over them.

    The Office of Sea Affairs (OSA) director ▶ the Office of Sea Affairs director. Linear in the tokens.
    """
    kept: list[Token] = []
    begin = 0
    for bracket in [index for index, token in enumerate(tokens) if token.text == "("]:
        if _shortens(tokens, bracket) or _is_state(tokens, bracket):
            kept += tokens[begin:bracket]
            begin = bracket + 3
    kept += tokens[begin:]
    return kept


def _shortens(tokens: Sequence[Token], bracket: int) -> bool:
    """Whether `(OSA)` at a bracket is made of the initials of the words before."""
    if bracket + 2 >= len(tokens) or tokens[bracket + 2].text != ")" or not tokens[bracket + 1].word:
        return False
    wanted = [letter.lower() for letter in tokens[bracket + 1].text[:MAX_WORDS] if letter.isupper()]
    if len(wanted) < 2 and tokens[bracket + 1].capital and len(tokens[bracket + 1].text) <= MAX_WORDS:
        wanted = [tokens[bracket + 1].lower[0], *wanted]  # (Dirco)
    if len(wanted) < 2:
        return False
    before = tokens[bracket - 1] if bracket else None
    if before is not None and before.capital and before.lower in _PARTIES and tokens[bracket + 1].text.isupper():
        return True  # the Harbour People’s Party (HHP): the letters of its name at home
    for index in range(bracket - 1, max(-1, bracket - 1 - MAX_WORDS), -1):
        if not tokens[index].word and tokens[index].lower != "'s":
            break
        if wanted and tokens[index].lower[0] == wanted[-1]:
            wanted.pop()
    return len(wanted) <= 1  # (SANParks): not each letter need be an initial


def _is_state(tokens: Sequence[Token], bracket: int) -> bool:
    """Whether `(Ariz.)` at a bracket only says where what is named around it lies: Tide County (Ariz.) Sheriff Hale."""
    if bracket + 3 >= len(tokens) or bracket == 0 or tokens[bracket + 2].text != ")":
        return False
    inside = tokens[bracket + 1].text
    return inside.endswith(".") and is_place(inside) and tokens[bracket - 1].capital and tokens[bracket + 3].capital
