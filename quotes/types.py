"""The vocabulary of the service: immutable values that pass between its rooms.

Offsets are counted in characters (Unicode code points) of `Article.text`, end exclusive, and
`article.text[quote.start:quote.end] == quote.text` always holds. Times are UTC. The terms follow
Pareti's attribution relation (source, cue, content).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

SpeakerType = Literal["person", "organization", "group", "unnamed", "document", "author"]
"""person: a named human being; organization: a named body; group: several people spoken of at once
(`critics`, `the parents`); unnamed: a person the text does not name (`a senior official`);
document: a report, a letter, a law; author: the writer of the article."""

QuoteKind = Literal["direct", "mixed"]
"""direct: a whole sentence or more is quoted; mixed: a fragment inside the writer's sentence."""

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A slice of a text, in characters, `end` exclusive."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Article:
    """One news article, as a reader made it: bytes have become text, markup is gone."""

    id: str
    """Stable for as long as the article has the same address (URL, given id or path): never the text."""
    text: str
    """The normalised body. Paragraphs are separated by newlines. Never changed after reading."""
    title: str | None = None
    url: str | None = None
    """Where readers find the article; None when the input names no address."""
    outlet: str | None = None
    """The publication's name, as the input gives it."""
    published: datetime | None = None
    """UTC; None when the input gives no date."""
    language: str | None = None
    """BCP 47; None when unknown."""
    origin: str | None = None
    """The file (or file and line) that the article was read from, for messages."""
    key: str = ""
    """What the input calls the document: the given id, verbatim, or else the path relative to the folder that was
    read (`2025/harbour.txt`, `wire.jsonl#3`). `extract` prints it as `id`; `Article.id` is made of the URL if there
    is one and of this if there is none."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source, by the fullest name that the article itself uses."""

    name: str
    type: SpeakerType


@dataclass(frozen=True, slots=True)
class Affiliation:
    """In what capacity someone speaks: slices of the article, without a leading article."""

    role: str | None = None
    """`assistant minister of foreign affairs`; None when the text states none."""
    organization: str | None = None
    """`National University of Singapore`; None when the text states none."""
    role_span: Span | None = None
    organization_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible speaker of a quote, with what speaks for it."""

    speaker: Speaker
    confidence: float
    """0 to 1: the share of such attributions that are right."""
    rule: str
    """The name of the strongest evidence: `subject-of-cue`, `carried-on` …"""
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation-marked span that the text attributes to a source."""

    text: str
    """The words between the marks, exactly: `article.text[start:end]`."""
    start: int
    end: int
    kind: QuoteKind
    speaker: Speaker | None
    """None when the text gives no source, or none that is sure enough."""
    speaker_span: Span | None = None
    """Where the mention nearest to the quote stands."""
    mention: str | None = None
    """The words of `speaker_span`: `he`, `Loh`, `the president`."""
    cue: str | None = None
    """The reporting word or sign as written: `said`, `according to`, `:`."""
    cue_span: Span | None = None
    affiliation: Affiliation = field(default_factory=Affiliation)
    addressee: str | None = None
    """To whom it was said, where the text says so: told AFP ▶ `AFP`."""
    confidence: float = 0.0
    """0 to 1: the share of such attributions (speaker by full name) that are right."""
    rule: str = ""
    """The name of the evidence that decided."""
    topics: tuple[str, ...] = ()
    """What the quote is about, most telling first; lower case."""
    context: Span | None = None
    """The sentence around the quote, and those up to the one that says who speaks if it is near."""
    candidates: tuple[Candidate, ...] = ()
    """Every source considered, best first."""
