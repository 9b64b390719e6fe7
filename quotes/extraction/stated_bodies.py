"""Bodies that the words around a name tie its bearer to without an office: `wrote Jo Hale in the Gazette`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.extraction.organizations import Known, read_noun_phrase
from quotes.extraction.role_lexicon import ends_phrase, is_body, is_verb, words_of
from quotes.extraction.statements import Statement
from quotes.extraction.word_tokens import ENDS, Token, token_at
from quotes.types import Gender, Span

MAX_DESCRIPTION = 12
"""Words of a description behind a name that are read for the body at its end."""
MAX_PIECE = 4
"""Words between `wrote` and `in`: in a long column for the Gazette."""
MAX_OWNED = 8
"""Words between an owner and the party owned."""

_WRITES = words_of("capacity_words.txt", "writes")
_PIECES = words_of("capacity_words.txt", "pieces")
_NO_OUTLETS = words_of("capacity_words.txt", "no-outlets", "platforms")
_FOLLOWINGS = words_of("capacity_words.txt", "followings")
_EVENTS = words_of("capacity_words.txt", "events")
_ADVERBS = words_of("capacity_words.txt", "adverbs")
MAX_SENTENCE = 25
"""Words behind a name in which `her party` may follow."""
_PRONOUNS: dict[Gender, str] = {"male": "his", "female": "her"}
_APPEARS_IN = frozenset(["in", "on", "for", "at"])


def bodies_around(
    tokens: list[Token], span: Span, order: int, known: Known, gender: Gender | None
) -> Iterator[Statement]:
    """Yield the bodies that a mention of a person of some gender is tied to, each as a statement without a role."""
    first = token_at(tokens, span.start)
    last = token_at(tokens, span.end - 1) + 1
    if first >= len(tokens) or last >= len(tokens):
        return
    tied = (
        _outlet(tokens, first, last, known),
        _own_party(tokens, last, known) or _party_of_pronoun(tokens, last, known, gender),
        _at(tokens, last, known),
    )
    for body in tied:
        if body is not None:
            yield Statement("tied", order, None, body)


def _outlet(tokens: Sequence[Token], first: int, last: int, known: Known) -> tuple[int, int] | None:
    """Return where somebody writes: wrote Jo Hale in the Gazette; Hale, writing for the Gazette."""
    at = last
    if first == 0 or tokens[first - 1].lower not in _WRITES:
        at += tokens[at].text == ","
        if at >= len(tokens) or tokens[at].lower not in _WRITES:
            return _outlet_of_piece(tokens, last, known)
        at += 1
    return _outlet_at(tokens, at, known) or _outlet_of_piece(tokens, at, known)


def _outlet_of_piece(tokens: Sequence[Token], at: int, known: Known) -> tuple[int, int] | None:
    """Return the outlet of a piece spoken of right behind a name or its verb: in a column on Tide News."""
    for place in range(at, min(at + 4, len(tokens) - 2)):
        if tokens[place].lower == "in" and tokens[place + 1].lower in ("a", "an", "his", "her"):
            for piece in range(place + 2, min(place + 2 + MAX_PIECE, len(tokens) - 1)):
                if tokens[piece].lower in _PIECES:
                    return _outlet_at(tokens, piece + 1, known)
                if not tokens[piece].word:
                    break
            return None
        if not tokens[place].word:
            return None
    return None


def _outlet_at(tokens: Sequence[Token], at: int, known: Known) -> tuple[int, int] | None:
    if at + 1 >= len(tokens) or tokens[at].lower not in _APPEARS_IN:
        return None
    body = read_noun_phrase(tokens, at + 1, known)
    if body is None or body.name is None or body.kind != "body" or not tokens[body.name[0]].capital:
        return None
    if any(tokens[index].lower.rstrip(".") in _NO_OUTLETS for index in range(*body.name)):
        return None  # on Facebook, in the Senate, on X.
    return body.name


def _own_party(tokens: Sequence[Token], last: int, known: Known) -> tuple[int, int] | None:
    """Return a party that is said to be somebody's: Jo Hale's ruling conservative Tide Party."""
    return _party_at(tokens, last + 1, known) if tokens[last].lower == "'s" else None


def _party_of_pronoun(
    tokens: Sequence[Token], last: int, known: Known, gender: Gender | None
) -> tuple[int, int] | None:
    """Return the party that is his or hers in the rest of a sentence: Ann Roe said that her Tide Party had won."""
    for index in range(last, min(len(tokens) - 1, last + MAX_SENTENCE)):
        if tokens[index].text in ENDS or index in known.persons:
            return None
        if tokens[index].lower in ("his", "her") and (gender is None or tokens[index].lower == _PRONOUNS[gender]):
            party = _party_at(tokens, index + 1, known)
            if party is not None:
                return party
    return None


def _party_at(tokens: Sequence[Token], index: int, known: Known) -> tuple[int, int] | None:
    """Return the party's name in the noun phrase behind an owner: (ruling conservative) Tide Party."""
    end = index
    while end < min(len(tokens), index + MAX_OWNED) and not ends_phrase(tokens[end]):
        end += 1
    first = next((place for place in range(index, end) if tokens[place].capital), None)
    body = read_noun_phrase(tokens, first, known) if first is not None else None
    if body is None or body.name is None or body.name[1] - body.name[0] < 2:
        return None
    return body.name if any(tokens[place].lower in _FOLLOWINGS for place in range(*body.name)) else None


def _at(tokens: Sequence[Token], last: int, known: Known) -> tuple[int, int] | None:
    """Return the body at the end of a description that is no role: Jo Hale, a Tide history faculty member at Halden."""
    if tokens[last].text != "," or last + 2 >= len(tokens):
        return None
    opening = tokens[last + 1]
    if (
        not opening.word
        or is_verb(opening)
        or opening.lower.endswith("ing")
        or opening.lower in ("who", "whose", "which")
    ):
        return None
    for index in range(last + 2, min(len(tokens) - 1, last + 2 + MAX_DESCRIPTION)):
        token = tokens[index]
        if not token.word or is_verb(token):
            return None
        since = all(tokens[place].lower in _ADVERBS for place in range(last + 1, index))  # Jo Hale, formerly of Acme
        if token.lower in ("at", "with") or (token.lower in ("of", "from") and since):
            body = read_noun_phrase(tokens, index + 1, known)
            if body is None or body.name is None or body.kind != "body":
                return None
            if any(tokens[i].lower in _EVENTS for i in range(*body.name)):
                return None
            named = known.body_at(body.name[0]) is not None or any(is_body(tokens[i]) for i in range(*body.name))
            return body.name if named else None
    return None


def body_at_end(tokens: Sequence[Token], known: Known, start: int, end: int) -> tuple[int, int] | None:
    """Return the body that ends a phrase for people who hold no office: the jokers over at `Tide News`."""
    for index in range(start + 1, min(end, len(tokens)) - 1):
        if tokens[index].lower == "at":
            body = read_noun_phrase(tokens, index + 1, known, min(end, len(tokens)))
            return body.name if body is not None and body.name is not None and body.kind == "body" else None
    return None
