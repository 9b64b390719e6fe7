"""What somebody is, told by what they do rather than by a noun: Roe, prosecuting; Flydune, which flies to Oslo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotes.extraction.lexicon import reporting_verb_forms, sections
from quotes.extraction.word_tokens import Token

MAX_WORDS = 12
"""Words behind a name that are read."""
_FILE = "telling_words.txt"
_ENDS = frozenset('.?!;:\n“”"()—–')
_OTHERS = frozenset("he she they it we i you after when while because but if as".split())
"""With these somebody else may begin to do something."""
_BEING = frozenset(["was", "is", "were", "be", "been", "being", "got"])
_OWN = frozenset(["whose"])
_ADVERBS = frozenset(["also", "has", "now"])
_NOTHING: frozenset[str] = frozenset()


@cache
def _index(bodies: bool, undergone: bool) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for section, words in sections(_FILE).items():
        first, *rest = section.split("/")
        if not section or first in ("kin", "lost", "does", "opens") or (first == "body") is not bodies:
            continue
        if (first == "undergone") is not undergone:
            continue
        for word in words:
            found.setdefault(word.replace("_", " "), set()).update(rest if bodies or undergone else [first, section])
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def _relatives() -> dict[str, str]:
    return dict(pair.split("/") for pair in sections(_FILE)["kin/whose"])


@cache
def _lost() -> frozenset[str]:
    return frozenset(sections(_FILE)["lost/died"])


def told_behind(tokens: Sequence[Token], behind: int, bodies: bool) -> set[str]:
    """Return the kinds (and trades) that the words behind a name tell of a person, or of a body.

    Reads to the end of the clause at most: `Roe said the minister sang` tells nothing of Roe.
    """
    found: set[str] = set()
    active, undergone = _index(bodies, False), _index(bodies, True)
    passive = False
    for index in range(behind, min(len(tokens), behind + MAX_WORDS)):
        token = tokens[index]
        lower = token.lower
        if token.text in _ENDS or lower in _OTHERS:
            break
        if passive and lower in undergone:
            found |= undergone[lower]
        elif not token.capital:
            found |= active.get(lower, _NOTHING)
            if index > behind:
                found |= active.get(f"{tokens[index - 1].lower} {lower}", _NOTHING)
        if lower in reporting_verb_forms():
            break
        passive = lower in _BEING or (passive and lower.endswith("ly"))
    return found


@cache
def _doers() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for pair in sections(_FILE)["does/noun"]:
        verb, noun = pair.split("/")
        found.setdefault(verb, []).append(noun)
    return {verb: tuple(nouns) for verb, nouns in found.items()}


def called_by_doing(tokens: Sequence[Token], behind: int) -> tuple[str, ...]:
    """Return what somebody is called by what a relative clause says they do: Roe, who heads the panel ▶ chair, head."""
    at = behind + (behind < len(tokens) and tokens[behind].text == ",")
    if at + 1 >= len(tokens) or tokens[at].lower != "who":
        return ()
    verb = at + 1
    while verb + 1 < len(tokens) and (tokens[verb].lower in _ADVERBS or tokens[verb].lower.endswith("ly")):
        verb += 1
    return _doers().get(tokens[verb].lower, ())


@cache
def _openings() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for section, words in sections(_FILE).items():
        first, _, trade = section.partition("/")
        if first == "opens":
            for word in words:
                found.setdefault(word, set()).update((trade.partition("/")[0], trade))
    return {word: frozenset(kinds) for word, kinds in found.items()}


def told_before(tokens: Sequence[Token], first: int) -> frozenset[str]:
    """Return the kinds (and trades) that the opening of a sentence tells of whom it names: Defending him, Roe said."""
    if first == 0 or tokens[first - 1].text != ",":
        return _NOTHING
    for index in range(first - 2, max(-1, first - 1 - MAX_WORDS), -1):
        if index == 0 or tokens[index - 1].text in _ENDS:
            return _openings().get(tokens[index].lower, _NOTHING)
    return _NOTHING


def relative_of(tokens: Sequence[Token], behind: int) -> str | None:
    """Return what somebody is to a relative of theirs: Roe, whose husband drowned ▶ `widow`; whose son ▶ `parent`."""
    if behind + 2 >= len(tokens) or tokens[behind].text != "," or tokens[behind + 1].lower not in _OWN:
        return None
    for index in range(behind + 2, min(len(tokens), behind + 5)):
        what = _relatives().get(tokens[index].lower)
        if what is None:
            continue
        following = tokens[index + 1 : index + 8]
        if what in ("wife", "husband") and any(token.lower in _lost() for token in (*following, *tokens[behind:index])):
            return "widow" if what == "wife" else "widower"
        return what
    return None
