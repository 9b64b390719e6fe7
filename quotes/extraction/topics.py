"""What each quote is about: a few noun phrases and names of its sentence, weighed by what the whole article says.

No parse: whether a word is a noun, and a telling one, shows in the company it keeps in the article (the harbour, of
harbour dues; to reopen, will reopen) and in lists of words that tell nothing. Linear in the length of the text.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Final

from quotes.extraction.entities import Names
from quotes.extraction.lexicon import data_lines, sections, verb_forms
from quotes.extraction.name_lexicons import demonyms
from quotes.types import Span

MAX_TOPICS: Final = 5
_REACH: Final = 240
"""How far, in characters, the sentence around a quote may go on either side."""
_TITLE_LENGTH: Final = 160
"""A longer first paragraph is no headline."""
_LONGEST_WORD: Final = 30
_KNOWN_WORDS: Final = 32_768
"""Words whose reading is remembered from one text to the next."""

# harbour, by-election, U.S, don’t, harbour’s; a number; or the sign that parts phrases
_WORD = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*+(?:[-‑.&'’\u0300-\u036f][^\W_]++)*+|\d++|[^\s\w]")
_NUMERAL = re.compile(r"[IVX]{2,5}")  # World War II
_SENTENCE_END = re.compile(r"[.!?…][)\]\"'’”]*+\s|\n")

_NOUN_ENDINGS = ("tion", "sion", "ment", "ity", "ness", "ism", "ship", "ance", "ence", "hood", "cy", "dom")
_OTHER_ENDINGS = ("ing", "ive", "ous", "ful", "less", "able", "ible", "ic", "al", "ish")


# Plain tuples: there is one for each word of an article, and an object takes ten times as long to make.
_Facts = tuple[str, str, bool]
"""What a word is: its key (lower case, singular; "" for a sign, a number or a person's name: what parts phrases), the
form that is shown (lower case, as written), and whether it can be part of a topic."""
_Word = tuple[int, int, _Facts]
"""Start and end of a word, in characters, and what it is."""
_Keys = tuple[str, ...]
_Phrase = tuple[int, _Keys, str]
"""One place where a possible topic stands: its start, the keys of its words, and the form that is shown."""
_PARTS: Final[_Facts] = ("", "", False)


def find_topics(text: str, names: Names, quotes: Sequence[Span]) -> list[tuple[str, ...]]:
    """Return for each quote what it is about: up to five lower-case phrases, most telling first.

    `quotes` are spans of `text`, without their marks, in any order; the result is in the same order. A quote whose
    sentence says nothing telling gets what its paragraph, or else the article, is about; an article without a single
    telling word gives empty tuples. The same input gives the same topics.
    """
    if not quotes:
        return []
    article = _Article(text, names)
    chosen = [article.topics_of(quote) for quote in quotes]
    shown = article.shown({keys for topics in chosen for keys in topics})
    return [tuple(dict.fromkeys(shown[keys] for keys in topics)) for topics in chosen]


class _Article:
    """The possible topics of one text, in order, with their weights."""

    def __init__(self, text: str, names: Names) -> None:
        self.text = text
        words = _read_words(text, _name_spans(names), _shown_persons(names))
        self.nouns = _nouns(words)
        self.phrases = self._name_phrases(names) + self._noun_phrases(words)
        self.phrases.sort(key=lambda phrase: (phrase[0], -len(phrase[1])))
        self.starts = [phrase[0] for phrase in self.phrases]
        self.counts = Counter([phrase[1] for phrase in self.phrases])
        self.title_words = {key for _, keys, _ in self._between(0, _title_end(text)) for key in keys}
        self.weights: dict[_Keys, float] = {}

    def topics_of(self, quote: Span) -> list[_Keys]:
        """Return the topics of one quote, by their keys."""
        start, end = self._sentence(quote)
        inside = self._between(quote.start, quote.end)
        outside = (*self._between(start, quote.start), *self._between(quote.end, end))
        scored = [*((keys, 2.0) for _, keys, _ in inside), *((keys, 1.0) for _, keys, _ in outside)]
        chosen = self._choose(self._ranked(scored))
        if len(chosen) < 2:
            paragraph = self.text.rfind("\n", max(0, start - _REACH), start) + 1 or max(0, start - _REACH)
            before = self._ranked((keys, 1.0) for _, keys, _ in self._between(paragraph, start))
            chosen = self._choose([(keys, 0.0) for keys in chosen] + before[:2], limit=3)
        if not chosen:
            chosen = self._choose([(keys, 0.0) for keys in self.overall])
        return chosen

    def shown(self, topics: set[_Keys]) -> dict[_Keys, str]:
        """Return the form of each topic that the text uses most."""
        forms = Counter([(keys, shown) for _, keys, shown in self.phrases if keys in topics])
        best: dict[_Keys, str] = {}
        for (keys, form), _ in sorted(forms.items(), key=lambda item: (-item[1], len(item[0][1]), item[0][1])):
            best.setdefault(keys, form)
        return best

    @cached_property
    def overall(self) -> list[_Keys]:
        """What the whole article is about."""
        return [keys for keys, _ in self._ranked((keys, 1.0) for _, keys, _ in self.phrases)][:2]

    def _between(self, start: int, end: int) -> list[_Phrase]:
        return self.phrases[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _sentence(self, quote: Span) -> tuple[int, int]:
        """Return the sentence around a quote, no further than `_REACH` characters on either side."""
        low = max(0, quote.start - _REACH)
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text, low, quote.start)]
        start = ends[-1] if ends else low
        behind = _SENTENCE_END.search(self.text, max(quote.start, quote.end - 1), quote.end + _REACH)
        return start, behind.end() if behind is not None else min(len(self.text), quote.end + _REACH)

    def _ranked(self, scored: Iterable[tuple[_Keys, float]]) -> list[tuple[_Keys, float]]:
        totals: dict[_Keys, float] = {}
        for keys, weight in scored:
            totals[keys] = min(4.0, totals.get(keys, 0.0) + weight)
        ranked = [(keys, math.sqrt(total) * self._weight(keys)) for keys, total in totals.items()]
        # ties go to what stands first, which a stable sort keeps
        return sorted((item for item in ranked if item[1] > 0), key=lambda item: -item[1])

    def _choose(self, ranked: Sequence[tuple[_Keys, float]], limit: int = MAX_TOPICS) -> list[_Keys]:
        """Return the best phrases, without those that say less of the same: `deal` beside `trade deal`."""
        chosen: list[_Keys] = []
        for keys, score in ranked:
            if len(chosen) >= limit:
                break
            if chosen and score and score < 0.22 * ranked[0][1]:
                break
            if any(set(keys) & set(other) for other in chosen):
                continue
            chosen.append(keys)
        return chosen

    def _weight(self, keys: _Keys) -> float:
        known = self.weights.get(keys)
        if known is not None:
            return known
        if len(keys) == 1 and keys[0] in _lists().heads:
            rarity = 0.25
        else:
            rarity = (0.55 if _common().issuperset(keys) else 1.0) + 0.35 * (len(keys) > 1)
        title = 1.5 if self.title_words.issuperset(keys) else 1.0
        weight = self.weights[keys] = (0.6 + math.log1p(self.counts[keys])) * rarity * title
        return weight

    def _name_phrases(self, names: Names) -> list[_Phrase]:
        found = []
        for mention in names.mentions:
            entity = names.entities[mention.entity]
            if entity.kind not in ("organization", "place") or len(mention.span) > 60:
                continue
            if _is_addressee(self.text, mention.span.start):
                continue
            # one topic for all of its forms: the full name, unless a form of its own is used more
            shown = _fold_case(entity.name)
            if shown in demonyms() or shown in _lists().stop or "'s " in shown:  # Ann Roe's campaign names a person
                continue
            found.append((mention.span.start, tuple(shown.split()), shown))
        return found

    def _noun_phrases(self, words: Sequence[_Word]) -> list[_Phrase]:
        """Return the runs of telling words, each as its last two words and its last word alone."""
        found: list[_Phrase] = []
        run: list[_Word] = []
        for word in words:
            start, _, (_, _, stands) = word
            if run and (not stands or start - run[-1][1] > 1):
                self._add_phrases(found, run)
                run = []
            if stands:
                run.append(word)
        self._add_phrases(found, run)
        return found

    def _add_phrases(self, found: list[_Phrase], run: list[_Word]) -> None:
        # a verb at the end of the run: the harbour reopened
        while run and run[-1][2][0] not in self.nouns:
            run.pop()
        for start, _, (key, shown, _) in run:
            if key in self.nouns:
                found.append((start, (key,), shown))
        if len(run) > 1:
            (start, _, (key, shown, _)), (_, _, (last_key, last_shown, _)) = run[-2:]
            if key not in _lists().heads and _can_open(key):
                found.append((start, (key, last_key), f"{shown} {last_shown}"))


def _name_spans(names: Names) -> list[tuple[int, int]]:
    """Return what persons', bodies' and places' names cover, in text order: no words of their own."""
    kinds = [entity.kind for entity in names.entities]
    return [(m.span.start, m.span.end) for m in names.mentions if kinds[m.entity] != "other"]


def _shown_persons(names: Names) -> frozenset[str]:
    """Return the capitalised words of the persons' names: where the finder missed one, it is still no topic."""
    forms = (form for entity in names.entities if entity.kind == "person" for form in entity.forms)
    return frozenset(word for form in forms for word in form.split() if word[:1].isupper())


def _read_words(text: str, taken: Sequence[tuple[int, int]], persons: frozenset[str]) -> list[_Word]:
    words: list[_Word] = []
    append = words.append
    known: dict[str, _Facts] = dict.fromkeys(persons, _PARTS)
    names = iter(taken)
    name_start, name_end = next(names, (len(text), len(text)))
    for match in _WORD.finditer(text):
        start, end = match.span()
        written = match[0]
        while name_end <= start:
            name_start, name_end = next(names, (len(text), len(text) + 1))
        possessive = end - start > 2 and written[-2] in "'’" and written[-1] in "sS"
        if possessive:
            written = written[:-2]
            end -= 2
        if start >= name_start:
            facts = _PARTS
        elif written in known:
            facts = known[written]
        else:
            facts = _facts(written) if len(written) <= _LONGEST_WORD else ("", written, False)
        append((start, end, facts))
        if possessive:
            append((end, end + 2, _POSSESSIVE))
    return words


_POSSESSIVE: Final[_Facts] = ("", "'s", False)


@lru_cache(maxsize=_KNOWN_WORDS)
def _facts(written: str) -> _Facts:
    """Return key, shown form and whether it can be part of a topic, of a word (not a long one) or sign as written."""
    if not written[0].isalpha() or _NUMERAL.fullmatch(written):
        return "", written, False
    lists = _lists()
    shown = _fold_case(written)
    key = singular(shown)
    if shown in lists.stop and shown not in lists.kept and key not in lists.kept:
        return shown, shown, False
    if len(shown) < 3 and not written.isupper():
        return "", shown, False
    return key, shown, key not in demonyms()


def _fold_case(written: str) -> str:
    return written.lower().replace("’", "'").replace("‑", "-")


def singular(word: str) -> str:
    """Return what the plural of a lower-case noun is counted under: quotas ▶ quota, ferries ▶ ferry."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "'s", "news", "ics")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word == "crises":
        return "crisis"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _nouns(words: Sequence[_Word]) -> set[str]:
    """Return the keys of the words that the article uses as nouns."""
    lists = _lists()
    determiners, prepositions, verb_leads = lists.determiners, lists.prepositions, lists.verb_leads
    evidence: dict[str, float] = {}
    end_before = -9
    lead = ""
    stood = False
    for (start, end, (key, shown, stands)), (_, _, (_, behind, goes_on)) in pairwise([*words, (-9, -9, _PARTS)]):
        if stands:
            found = evidence[key] if key in evidence else _shape_evidence(key)
            if lead in determiners:
                found += 0.4 if goes_on else 1.0
            elif lead in verb_leads:
                found -= 1.0
            elif lead in prepositions:
                found += 0.3 if goes_on else 0.8
            elif stood and not goes_on and end_before + 1 == start:
                found += 0.4
            if behind in determiners:  # transcends any government, apologises to: a verb with its object
                found -= 0.6
            evidence[key] = found
        end_before, lead, stood = end, shown, stands
    return {key for key, found in evidence.items() if found > 0} - lists.openers


def _shape_evidence(key: str) -> float:
    if key.endswith("ly") and key not in _lists().ly_nouns:
        return -9.0
    if key.endswith("ed") and key not in _lists().ed_nouns:
        return -9.0
    if key in _lists().heads:
        return 0.5
    if key.endswith(_OTHER_ENDINGS) and key not in _lists().adjective_like_nouns:
        return -1.5
    return 1.0 if key.endswith(_NOUN_ENDINGS) else 0.0


def _can_open(key: str) -> bool:
    return not key.endswith("ly") and (not key.endswith("ed") or key in _lists().ed_nouns)


# told AFP, in an interview with the Daily Post: who heard it is not what it is about
_TOLD = re.compile(r"(?:told|interview with|speaking to|spoke to|talking to)\s(?:the\s)?$", re.I)


def _is_addressee(text: str, start: int) -> bool:
    return _TOLD.search(text[max(0, start - 24) : start]) is not None


def _title_end(text: str) -> int:
    """Return where the headline ends: a short first paragraph without a full stop, else nothing."""
    begin = len(text) - len(text.lstrip())
    end = text.find("\n", begin)
    if end < 0 or end - begin > _TITLE_LENGTH or text[begin:end].rstrip().endswith((".", ":")):
        return 0
    return end


@dataclass(frozen=True, slots=True)
class _Lists:
    stop: frozenset[str]
    heads: frozenset[str]
    openers: frozenset[str]
    kept: frozenset[str]
    """Heads and openers, singular: never stopped."""
    determiners: frozenset[str]
    prepositions: frozenset[str]
    verb_leads: frozenset[str]
    ly_nouns: frozenset[str]
    ed_nouns: frozenset[str]
    adjective_like_nouns: frozenset[str]


@cache
def _lists() -> _Lists:
    found = sections("topic_words.txt")
    nouns = found["nouns"]
    stop = {*found["function"], *found["modifiers"], *found["time"], *nouns}
    stop.update(noun + "s" for noun in nouns)
    stop.update(noun[:-1] + "ies" for noun in nouns if noun.endswith("y"))
    for entry in found["verbs"]:
        stop |= verb_forms(entry)
    heads = frozenset(singular(word) for word in found["heads"])
    openers = frozenset(found["openers"])
    more = ("determiners", "prepositions", "verb-leads", "ly-nouns", "ed-nouns", "adjective-like-nouns")
    return _Lists(frozenset(stop), heads, openers, heads | openers, *(frozenset(found[name]) for name in more))


@cache
def _common() -> frozenset[str]:
    return frozenset(singular(word) for word in data_lines("common_words.txt"))
