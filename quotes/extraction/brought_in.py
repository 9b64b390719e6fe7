"""Somebody without a name who is brought in before a description: one shopper had a theory … said the woman."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.entities import EntityKind
from quotes.extraction.kinds import body_kinds, person_kinds, person_trades
from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.nominals import Description
from quotes.extraction.nouns import HUMAN_CLASSES, noun_gender
from quotes.extraction.role_lexicon import ends_phrase
from quotes.extraction.salience import INTRODUCING
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks
from quotes.extraction.word_tokens import Token, token_at

_SENTENCES = 4
"""Sentences before a description in which somebody may be brought in."""
_CHARACTERS = 900
_WORDS = 5
"""Words between `a` and the noun: a retired long-haul lorry driver."""
_COMPLEMENT = 5
"""Words of what goes on behind the noun: for her department."""
_MOST = 3
"""Phrases that are offered, the nearest ones."""
_FAR = 3
"""Sentences back beyond which all phrases are equally far."""
_BEHIND = frozenset(["for", "from", "of", "at", "with"])
"""With these a phrase goes on behind its noun."""
_RELATIVES = frozenset(["who", "whose"])
_ADVERBS = frozenset(["also", "then", "later", "has", "had"])
_PREPOSITIONS = frozenset("of in on at to for from with about behind near over under like as into".split())


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """A phrase that brings somebody in: a spokeswoman for the port."""

    start: int
    end: int
    """Offsets in the article, without the article."""
    noun: str
    sentence: int
    place: str
    """Where it stands: it `opens` its sentence, as a subject does; behind a `comma`, `and`, `that`, `by`, another
    preposition (`prep`), or something else (`-`)."""
    does: str
    """What follows: `says`, `who` (a relative clause) or `-`."""

    def text(self, scene: Scene) -> str:
        return scene.text[self.start : self.end]


def brought_in(tracks: Tracks, mention: SourceMention, told: Description) -> list[BroughtIn]:
    """Return who is brought in without a name before a description and can be called so, nearest first."""
    scene = tracks.scene
    first = max(0, mention.sentence - _SENTENCES)
    low = max(scene.sentences[first].start, mention.span.start - _CHARACTERS)
    tokens = scene.reading.tokens
    found: list[BroughtIn] = []
    for index in range(token_at(tokens, mention.span.start) - 1, token_at(tokens, low) - 1, -1):
        if tokens[index].lower in INTRODUCING and scene.mask[tokens[index].start] == scene.text[tokens[index].start]:
            phrase = _phrase(scene, tokens, index)
            if phrase is not None and phrase.end <= mention.span.start and _can_be(phrase, told, scene):
                found.append(phrase)
                if len(found) == _MOST:
                    break
    return found


def _phrase(scene: Scene, tokens: list[Token], index: int) -> BroughtIn | None:
    """Return the phrase behind `a` or `one`, if it is somebody or a body without a name."""
    head = None
    for place in range(index + 1, min(len(tokens), index + 1 + _WORDS)):
        token = tokens[place]
        if ends_phrase(token):
            break
        if not token.capital and (person_kinds(token.lower) or body_kinds(token.lower)):
            head = place
        elif head is not None:
            break
    if head is None or head + 1 >= len(tokens):
        return None
    after = tokens[head + 1]
    if after.lower == "'s" or (after.word and after.capital):
        return None  # a lawyer's letter, a lawyer Ann Roe called
    end = head + 1
    if after.lower in _BEHIND:
        end = _complement(tokens, head + 1)
    start = tokens[index + 1].start
    last = tokens[end - 1].end
    named = scene.names.within(start, min(len(scene.text), last + 30))
    if any(m.span.start - last < 4 for m in named if m.span.start >= last):
        return None  # a lawyer, Ann Roe, …
    k = scene.sentence_at(start)
    where = "opens" if tokens[index].start - scene.sentences[k].start < 2 else _place(tokens, index)
    if where == "comma" and not (end < len(tokens) and tokens[end].word):
        return None  # Her sister, a nurse, had told her
    does = _does(tokens, end)
    if does == "-" and where in ("by", "prep"):
        return None  # they were turned back by a guard: he is not the old man of the next sentence
    return BroughtIn(start, last, tokens[head].lower, k, where, does)


def _place(tokens: list[Token], index: int) -> str:
    before = tokens[index - 1] if index > 0 else None
    if before is None:
        return "opens"
    if not before.word:
        return "comma"
    return before.lower if before.lower in ("by", "and", "that") else "prep" if before.lower in _PREPOSITIONS else "-"


def _complement(tokens: list[Token], at: int) -> int:
    """Return where `for her department` ends behind a noun; where it begins if it has no noun."""
    end = at + 1
    if end < len(tokens) and tokens[end].lower in ("the", "her", "his", "its", "their", "a", "an", "about"):
        end += 1
    first = end
    while end < len(tokens) and end - at <= _COMPLEMENT and not ends_phrase(tokens[end]):
        end += 1
    return end if end > first else at


def _does(tokens: list[Token], at: int) -> str:
    for token in tokens[at : at + 3]:
        if token.lower in _RELATIVES:
            return "who"
        if token.lower in reporting_verb_forms():
            return "says"
        if token.lower not in _ADVERBS and token.text != ",":
            break
    return "-"


def _can_be(phrase: BroughtIn, told: Description, scene: Scene) -> bool:
    """Tell whether a description can take a phrase up by another noun: the woman a shopper, but no company."""
    if phrase.noun == told.head:
        return True
    human = told.noun in HUMAN_CLASSES
    if human != bool(person_kinds(phrase.noun)):
        return False
    if not human:
        return bool(body_kinds(phrase.noun) & told.body_kinds)
    gender = noun_gender(phrase.text(scene))
    return gender is None or told.gender is None or gender == told.gender


def relation(phrase: BroughtIn, told: Description) -> str:
    """Tell how two nouns go together.

    The `same` noun; both a `body`; one `trade`, another `within` the kind, one `kind`; `anyone` is meant (the woman),
    or `was-anyone` (a man … the welder); or `other`.
    """
    if phrase.noun == told.head:
        return "same"
    if told.noun not in HUMAN_CLASSES:
        return "body"
    kinds = person_kinds(phrase.noun)
    if kinds & told.kinds - {"anyone"}:
        trades = person_trades(phrase.noun)
        return "trade" if trades & told.trades else "within" if trades and told.trades else "kind"
    if "anyone" in told.kinds:
        return "anyone"
    return "was-anyone" if "anyone" in kinds else "other"


def brought_in_features(
    tracks: Tracks, phrase: BroughtIn, order: int, mention: SourceMention, told: Description, rival: str
) -> list[str]:
    """Return what tells that a description takes up a phrase; `rival` says how well the best of the named fits."""
    tag = "again" if phrase.noun == told.head else "brought"
    steps = min(_FAR, mention.sentence - phrase.sentence)
    how = relation(phrase, told)
    kind: EntityKind = "person" if told.noun in HUMAN_CLASSES else "organization"
    since = tracks.count_between(kind, phrase.end, mention.span.start)
    return [
        f"{tag}|{told.determiner}",
        f"{tag}|{how}",
        f"{tag}|{how}|rival={rival}",
        f"{tag}|{how}|steps={steps}",
        f"{tag}|steps={steps}|place={phrase.place}",
        f"{tag}|place={phrase.place}|does={phrase.does}",
        f"{tag}|steps={steps}|does={phrase.does}",
        f"{tag}|since={since}|steps={steps}",
        f"{tag}|since={since}|{how}",
        f"{tag}|order={order}",
        f"{tag}|bare={len(told.words) == 1}|{how}",
    ]
