"""What counts as right: the marked spans of an annotated article against the quotes found in it.

Every span that the annotation calls `speech` or `not` is a case; `headline` and `unsure` are not judged. A quote
answers a case when it covers at least half of what stands between the marks.

- detect: it is speech, and a quote was found.
- surface: the speaker is right too, a bare surname or the words of the text itself (the mayor, she) allowed.
- resolved: the speaker is right by the full name that the article gives.
- exact: the quote begins and ends at the marks.
- role, organization: judged once for each speaker of an article, on the quotes that are resolved.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from benchmarks.gold import Annotation
from quotes.types import Quote, Span

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_POSSESSIVE = re.compile(r"'s\b")
_MARKS = frozenset("“”„‟\"‘’‚'«»‹›「」『』`´")

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess pope rev reverend president prime "
    "minister chancellor secretary senator sen representative rep governor gov mayor judge justice general gen col "
    "captain capt lt sgt chairman chairwoman former the a an".split()
)
"""Not part of a name: Gov. Ann Roe is Ann Roe. Where nothing else is left (the president) they count."""
_SMALL = frozenset("the a an of for in at".split())
_WRITERS = frozenset("author writer i we".split())
_LETTERS_OF_A_SHORT_FORM = 4
"""Fewer letters of a longer name are found in it by accident."""
_WORDS_TO_SPARE = 4
"""A phrase that holds the name and more words than these is half a sentence."""
_PARTIES = frozenset(
    "labour liberal tory tories conservative conservatives republican republicans gop democrat democrats democratic "
    "lib_dem liberal_democrat liberal_democrats".split()
)
"""The bare word for a member of a party (a Labour MP): whether that states a body, readers do not agree, so it is not
judged. Labour Party is a body."""

Outcome = Literal["right", "missed", "not speech", "speaker"]


def words_of(text: str) -> list[str]:
    """Return the words of a name or phrase, without case, accents and the possessive: Peña’s ▶ pena."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return _WORD.findall(_POSSESSIVE.sub("", plain))


def name_words(text: str) -> list[str]:
    """Return the words of a name without titles and articles, or all of them if nothing else is left."""
    words = words_of(text)
    return [word for word in words if word not in _TITLES] or words


def between_marks(text: str, start: int, end: int) -> Span:
    """Return a slice of `text` without the quotation marks and white space at its ends."""
    while start < end and (text[start] in _MARKS or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _MARKS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def is_resolved(said: str | None, speaker: str | None, kind: str | None) -> bool:
    """Tell whether `said` is the full name of the annotated `speaker`, a source of this kind (see SpeakerType).

    A person needs the first and the last word of the name (Ann Marie Roe ▶ Ann Roe will do, Roe will not), initials
    apart. The article's own writer may be I. Any other source may be a little shorter or longer: senior ministry
    official ▶ ministry official.
    """
    if said is None or speaker is None:
        return said is speaker
    found, wanted = name_words(said), name_words(speaker)
    if kind == "author":
        return found == wanted or not _WRITERS.isdisjoint(found)
    if not found or not wanted:
        return False
    if kind == "person":
        told = [word for word in wanted if len(word) > 1] or wanted
        return {told[0], told[-1]} <= set(found) and len(found) <= len(wanted) + _WORDS_TO_SPARE
    phrase, whole = " ".join(found), " ".join(wanted)
    contained = whole in phrase or (len(phrase) >= _LETTERS_OF_A_SHORT_FORM and phrase in whole)
    return contained or _overlap(set(found), set(wanted)) >= 0.5


def is_surface(said: str | None, speaker: str | None, mention: str | None, kind: str | None) -> bool:
    """Tell whether `said` is the annotated speaker by part of the name at least, or as the text's `mention` has it."""
    if is_resolved(said, speaker, kind):
        return True
    if said is None or speaker is None:
        return False
    found = set(name_words(said))
    return not found.isdisjoint(name_words(speaker)) or _overlap(found, set(name_words(mention or ""))) >= 0.5


def is_close(said: str | None, stated: str | None) -> bool:
    """Tell whether a role or organisation holds all that is annotated, or shares half of the words of both."""
    found, wanted = ({word for word in words_of(text or "") if word not in _SMALL} for text in (said, stated))
    if not found or not wanted:
        return False
    contained = wanted <= found and len(found) <= len(wanted) + _WORDS_TO_SPARE
    return contained or _overlap(found, wanted) >= 0.5


def _overlap(some: set[str], others: set[str]) -> float:
    return len(some & others) / len(some | others) if some or others else 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """One marked span that is judged, and the quote that answers it."""

    article: str
    number: int
    inner: Span
    speech: bool
    speaker: str | None
    """By the annotation; None where the text names no source, or where it is no speech."""
    type: str | None
    mention: str | None
    quote: Quote | None
    exact: bool
    """False also where there is no quote."""

    @property
    def said_by(self) -> str | None:
        """The speaker that the quote gives."""
        return self.quote.speaker.name if self.quote is not None and self.quote.speaker is not None else None

    @property
    def found(self) -> bool:
        return self.speech and self.quote is not None

    @property
    def surface(self) -> bool:
        return self.found and is_surface(self.said_by, self.speaker, self.mention, self.type)

    @property
    def resolved(self) -> bool:
        return self.found and is_resolved(self.said_by, self.speaker, self.type)

    @property
    def outcome(self) -> Outcome:
        if not self.speech:
            return "right" if self.quote is None else "not speech"
        if self.quote is None:
            return "missed"
        return "right" if self.resolved else "speaker"


@dataclass(frozen=True, slots=True)
class Told:
    """The role or the organisation of one speaker of an article."""

    article: str
    speaker: str
    what: Literal["role", "organization"]
    stated: str | None
    said: str | None

    @property
    def right(self) -> bool:
        return is_close(self.said, self.stated)


@dataclass(frozen=True, slots=True)
class Count:
    """How many are right, of how many given and how many wanted; shares in percent."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        return 100 * self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.given + self.wanted) if self.right else 0.0


def cases_of(article: str, text: str, gold: Annotation, spans: Sequence[Span], quotes: Sequence[Quote]) -> list[Case]:
    """Return the cases of one article, in text order.

    `spans` are the marked spans that the annotation numbers; `quotes` stand in text order and do not overlap.
    """
    ends = [quote.end for quote in quotes]
    cases = []
    for number, span in enumerate(spans):
        label = gold.labels.get(number)
        if label is None or label.kind not in ("speech", "not"):
            continue
        inner = between_marks(text, span.start, span.end)
        quote = _answer(inner, quotes, bisect_right(ends, inner.start))
        exact = quote is not None and between_marks(text, quote.start, quote.end) == inner
        speaker = gold.speakers.get(label.speaker) if label.speaker is not None else None
        kind = speaker.type if speaker is not None else None
        speech = label.kind == "speech"
        cases.append(Case(article, number, inner, speech, label.speaker, kind, label.mention, quote, exact))
    return cases


def _answer(inner: Span, quotes: Sequence[Quote], first: int) -> Quote | None:
    """Return the quote that covers most of a span, if that is half of it at least."""
    best, most = None, 0
    for k in range(first, len(quotes)):
        if quotes[k].start >= inner.end:
            break
        shared = min(inner.end, quotes[k].end) - max(inner.start, quotes[k].start)
        if shared > most:
            best, most = quotes[k], shared
    return best if 2 * most >= len(inner) else None


def told_of(cases: Sequence[Case], annotations: Mapping[str, Annotation]) -> list[Told]:
    """Return what is stated and what was said of the speakers of all cases, a role and an organisation for each.

    What was said is the first that is given on a quote of that speaker by the right name.
    """
    quotes: dict[tuple[str, str], list[Quote]] = {}
    for case in cases:
        if case.speech and case.speaker is not None:
            answered = quotes.setdefault((case.article, case.speaker), [])
            if case.resolved and case.quote is not None:
                answered.append(case.quote)
    told = []
    for (article, name), answered in quotes.items():
        speaker = annotations[article].speakers[name]
        roles = (quote.affiliation.role for quote in answered if quote.affiliation.role)
        told.append(Told(article, name, "role", speaker.role, next(roles, None)))
        if not _is_party(speaker.organization):
            bodies = (quote.affiliation.organization for quote in answered if quote.affiliation.organization)
            said = next(bodies, None)
            if not speaker.organization and _is_party(said):
                said = None
            told.append(Told(article, name, "organization", speaker.organization, said))
    return told


def _is_party(body: str | None) -> bool:
    return body is not None and body.casefold().replace(" ", "_") in _PARTIES


def count_cases(cases: Iterable[Case], told: Iterable[Told]) -> dict[str, Count]:
    """Return the figures: detect, surface, resolved, exact, role, organization."""
    cases, told = list(cases), list(told)
    given = sum(case.quote is not None for case in cases)
    wanted = sum(case.speech for case in cases)
    found = sum(case.found for case in cases)
    counts = {
        "detect": Count(found, given, wanted),
        "surface": Count(sum(case.surface for case in cases), given, wanted),
        "resolved": Count(sum(case.resolved for case in cases), given, wanted),
        "exact": Count(sum(case.found and case.exact for case in cases), found, found),
    }
    for what in ("role", "organization"):
        of_kind = [one for one in told if one.what == what]
        counts[what] = Count(
            sum(one.right for one in of_kind),
            sum(one.said is not None for one in of_kind),
            sum(bool(one.stated) for one in of_kind),
        )
    return counts
