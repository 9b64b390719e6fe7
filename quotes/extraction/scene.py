"""One article laid out for attribution: its quotes, the narration around them, and the names in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from quotes.extraction.appositions import give_officers, merge_appositions
from quotes.extraction.asides import find_asides, is_bare, is_topic
from quotes.extraction.beside_names import Reading
from quotes.extraction.entities import Names
from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.marks import MarkedSpan
from quotes.extraction.narration import (
    QUOTE_SIGN,
    WORD_CHARACTER,
    Folded,
    Sentence,
    fold,
    mask_quotes,
    split_sentences,
)
from quotes.extraction.nesting import verb_class
from quotes.extraction.source_roles import assign_roles, cues_above, leaves_open
from quotes.extraction.sources import SentenceSources, read_sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc


_START = attrgetter("start")
_WORD = re.compile(r"[a-z]+")
_TO_LAST_WORD_CHARACTER = re.compile(rf".*{WORD_CHARACTER.pattern}", re.S)
_SAID = re.compile(r"\b(?:said|says|told|added|wrote|asked)\b")
_TELLER_REACH = 4
"""Sentences before the one before a quote in which somebody who tells something is looked for."""
_TAKES_UP = re.compile(r"\b(?:he|she)\b", re.I)

_POINTING = ("That", "Those", "This", "These", "Such", "With th", "So ", "So, ")
"""How a sentence may begin that says whose the words before it are."""

MIN_TOPICS = 2
"""Lines that only name a topic which make an article an interview."""
LONGEST_SENTENCE = 1200
"""Characters, quotes folded: what is longer is no sentence, and would cost the parser more than it can tell."""


@dataclass(slots=True)
class Scene:
    """What the steps after the marks share. Everything but `sources` is there before anything is parsed."""

    text: str
    spans: Sequence[MarkedSpan]
    mask: str
    sentences: list[Sentence]
    names: Names
    sentence_of: list[int]
    """For each marked span, the index of its sentence."""
    narrated: list[bool]
    """For each sentence, whether words of the report stand outside its quotes."""
    paragraphs: list[int]
    """For each sentence, its paragraph, where what stands between the report's paragraphs does not count."""
    labels: frozenset[int] = frozenset()
    """The sentences that label a film or a picture and quote for it; other captions are left out of the sentences."""
    sources: dict[int, SentenceSources] = field(default_factory=dict)
    """What the parse says, by sentence, for the sentences that were parsed."""
    _reading: Reading | None = field(default=None, repr=False)
    _edges: dict[int, tuple[int, int]] = field(default_factory=dict, repr=False)
    _reporting: dict[int, bool] = field(default_factory=dict, repr=False)

    @property
    def reading(self) -> Reading:
        """The article's words and what they say beside each name, read when first asked for."""
        if self._reading is None:
            self._reading = Reading.of(self.text, self.names)
        return self._reading

    def words_beside(self, span_index: int) -> tuple[bool, bool]:
        """Tell whether words stand before and behind a span outside the quotes of its sentence.

        Where they begin and end is looked for once for each sentence: thousands of quotes may share one.
        """
        k = self.sentence_of[span_index]
        if k not in self._edges:
            start, end = self.sentences[k].start, self.sentences[k].end
            found = WORD_CHARACTER.search(self.mask, start, end)
            all_of_it = _TO_LAST_WORD_CHARACTER.match(self.mask, start, end)
            self._edges[k] = (found.start() if found else end, all_of_it.end() - 1 if all_of_it else start - 1)
        first, last = self._edges[k]
        span = self.spans[span_index]
        return first < span.start, last >= span.end

    def wanted_first(self) -> list[Folded]:
        """Return the sentences to parse first: those with a quote; around a quote that stands alone, the narration."""
        chosen: set[int | None] = set()
        for k in set(self.sentence_of):
            if self.narrated[k]:
                chosen.add(k)
                chosen.add(self._pointing_back(k + 1))
            else:
                chosen |= {self.narration_before(k), self.narration_after(k), self.teller_before(k)}
        return self._folded(chosen)

    def _pointing_back(self, k: int) -> int | None:
        """Return the sentence if it may say whose the words before it are: That was the verdict of Roe."""
        if k < len(self.sentences) and self.narrated[k] and not self.sentences[k].quotes:
            start = self.sentences[k].start
            return k if self.text.startswith(_POINTING, start) else None
        return None

    def wanted_then(self) -> list[Folded]:
        """Return the sentences to parse once those first wanted are read: what stands before `she said`.

        Most sentences with a quote name its source, and what comes before them need not be read.
        """
        left_open = [k for k in set(self.sentence_of) if self.narrated[k] and self._leaves_open(k)]
        before = {self.narration_before(k) for k in left_open}
        # Roe said the rules held. That may change. They had been “overlooked”.
        before |= {self.teller_before(k) for k in left_open if self._is_unreported(k)}
        # A nurse said it was late. She had not slept. “…,” she said.
        before |= {self.narration_before(k) for k in before if k is not None and self._takes_up(k)}
        return self._folded(before - self.sources.keys())

    def _takes_up(self, k: int) -> bool:
        sentence = self.sentences[k]
        return _TAKES_UP.search(self.mask, sentence.start, sentence.end) is not None

    def _folded(self, chosen: set[int | None]) -> list[Folded]:
        folded = (fold(self.text, self.sentences[k], self.spans) for k in sorted(c for c in chosen if c is not None))
        return [sentence for sentence in folded if len(sentence.text) <= LONGEST_SENTENCE]

    def _is_unreported(self, k: int) -> bool:
        """Tell whether a parsed sentence has a quote that no reporting word stands above."""
        here = self.sources.get(k)
        return here is not None and any(not cues_above(here, index) for index in here.stand_ins)

    def _leaves_open(self, k: int) -> bool:
        here = self.sources.get(k)
        return here is None or any(leaves_open(here, index) for index in here.stand_ins)

    def narration_before(self, k: int, reach: int = 4) -> int | None:
        """Return the nearest narrated sentence before sentence `k`; None if there is none near."""
        for j in range(k - 1, max(-1, k - 1 - reach), -1):
            if self.narrated[j]:
                return j
        return None

    def teller_before(self, k: int) -> int | None:
        """Return the last sentence before `k` that reports, where the one before `k` does not and nobody spoke since.

        Roe said the film was safe. It goes to every cinema. “Nobody will see a scratch.”
        """
        before = self.narration_before(k)
        if before is None or self._reports(before):
            return None
        for j in range(before, max(-1, before - 1 - _TELLER_REACH), -1):
            if self.sentences[j].quotes:
                return None
            if j < before and self._reports(j):
                return j
        return None

    def _reports(self, k: int) -> bool:
        """Tell whether a sentence, parsed or not, has a word of saying outside its quotes; looked for once."""
        if k not in self._reporting:
            forms = reporting_verb_forms()
            sentence = self.sentences[k]
            end = min(sentence.end, sentence.start + LONGEST_SENTENCE)
            self._reporting[k] = any(
                verb_class(forms[word[0]]) == "says"
                for word in _WORD.finditer(self.mask, sentence.start, end)
                if word[0] in forms
            )
        return self._reporting[k]

    def narration_after(self, k: int, reach: int = 3) -> int | None:
        """Return the nearest narrated sentence after sentence `k`; None if there is none near."""
        for j in range(k + 1, min(len(self.sentences), k + 1 + reach)):
            if self.narrated[j]:
                return j
        return None

    def paragraph_of(self, span_index: int) -> int:
        """Return the paragraph of the report in which the sentence of a marked span stands."""
        return self.paragraphs[self.sentence_of[span_index]]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds a character of the article."""
        return max(0, bisect_right(self.sentences, offset, key=_START) - 1)

    def read(self, folded: Folded, doc: Doc) -> None:
        """Take in the parse of one sentence."""
        k = self.sentence_at(folded.sentence.start)
        sentence = read_sentence(k, folded, doc, self.names)
        assign_roles(sentence)
        give_officers(sentence)
        merge_appositions(sentence)
        self.sources[k] = sentence


def lay_out(text: str, spans: Sequence[MarkedSpan], names: Names) -> Scene:
    """Return the scene of an article whose marked spans and names are known."""
    mask = mask_quotes(text, spans)
    sentences, labels = _report(text, spans, split_sentences(text, mask, spans))
    sentence_of = [0] * len(spans)
    for k, sentence in enumerate(sentences):
        for index in sentence.quotes:
            sentence_of[index] = k
    narrated = [sentence.words_outside(mask) and k not in labels for k, sentence in enumerate(sentences)]
    topics = list(_topics(mask, sentences))
    if len(topics) >= MIN_TOPICS:
        for k in topics:
            narrated[k] = False
    # a paragraph is counted only if something of it is left
    numbers = {number: at for at, number in enumerate(sorted({sentence.paragraph for sentence in sentences}))}
    paragraphs = [numbers[sentence.paragraph] for sentence in sentences]
    return Scene(text, spans, mask, sentences, names, sentence_of, narrated, paragraphs, labels)


def _report(text: str, spans: Sequence[MarkedSpan], sentences: list[Sentence]) -> tuple[list[Sentence], frozenset[int]]:
    """Return the sentences of the report, and which of them only label a film or a picture, with a quote.

    What stands between its paragraphs without a quote is left out: nobody is looked for there, and it parts nothing.
    """
    aside = frozenset(_asides(text, spans, sentences))
    kept = [k for k, sentence in enumerate(sentences) if k not in aside or sentence.quotes]
    if not kept:
        return sentences, frozenset()
    return [sentences[k] for k in kept], frozenset(at for at, k in enumerate(kept) if k in aside)


def _asides(text: str, spans: Sequence[MarkedSpan], sentences: Sequence[Sentence]) -> Iterator[int]:
    """Yield the sentences of paragraphs that are none of the report's: Story continues below; captions in a quote."""
    paragraphs = [list(members) for _, members in groupby(range(len(sentences)), key=lambda k: sentences[k].paragraph)]
    for number in find_asides([text[sentences[p[0]].start : sentences[p[-1]].end] for p in paragraphs]):
        members = paragraphs[number]
        start, end = sentences[members[0]].start, sentences[members[-1]].end
        quoted = [spans[i].start for k in members for i in sentences[k].quotes]
        if not quoted or (start not in quoted and _is_label(text[start:end])):
            yield from members
    left_open = -1
    for k, sentence in enumerate(sentences):
        if sentence.quotes:
            if left_open >= 0 and spans[sentence.quotes[0]].continues:
                yield from range(left_open + 1, k)
            left_open = -1 if spans[sentence.quotes[-1]].closed else k


def _is_label(paragraph: str) -> bool:
    """Tell whether a line that stands aside only repeats words, as a film's title does: Roe “shocked” by the gale."""
    return is_bare(paragraph) and _SAID.search(paragraph) is None


def _topics(mask: str, sentences: Sequence[Sentence]) -> Iterator[int]:
    """Yield the sentences that only name what the quote behind them is about, as interviews do: On the goal: “…”"""
    for k, sentence in enumerate(sentences):
        if not mask.startswith(("On ", "Opening ", "Closing "), sentence.start):
            continue
        lead, _, rest = mask[sentence.start : min(sentence.end, sentence.start + LONGEST_SENTENCE)].partition(
            QUOTE_SIGN
        )
        if is_topic(lead) and not any(char.isalnum() for char in rest):
            yield k
