"""Annotated articles: the format, in and out, which spans its numbers mean, and what is wrong with a line.

The format is told in docs/accuracy.md, “Measure on your own articles”.
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import click

from quotes.errors import InputError
from quotes.extraction.marks import find_marked_spans
from quotes.readers import read_path
from quotes.settings import Settings
from quotes.types import Article, Span, SpeakerType

KINDS = ("speech", "headline", "not", "unsure")
TYPES = get_args(SpeakerType)
UNFILLED = "?"
"""What stands in a skeleton where a kind is wanted."""

Numbering = Callable[[str], list[Span]]
"""Text ▶ its marked spans, marks included, in the order of their numbers."""


@dataclass(frozen=True, slots=True)
class Label:
    """What the annotation says of one marked span."""

    kind: str
    """speech, headline, not, unsure"""
    speaker: str | None = None
    """A key of Annotation.speakers."""
    mention: str | None = None
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedSpeaker:
    """One source of an article, as the article states it."""

    type: str
    """See SpeakerType."""
    role: str | None = None
    organization: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """One line of a gold file, found to be without problems."""

    id: str
    speakers: Mapping[str, AnnotatedSpeaker]
    labels: Mapping[int, Label]
    """Number of the span ▶ what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """An annotated article: the annotation, the text, and the spans that the numbers mean."""

    annotation: Annotation
    text: str
    spans: Sequence[Span]


def read_jsonl(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines; blank lines are skipped."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_articles(path: Path) -> dict[str, Article]:
    """Return the articles of a file or folder of any kind that the readers know, by their ids.

    Raises the InputError of the first that cannot be read.
    """
    articles = {}
    for value in read_path(path, Settings.from_environment()):
        if isinstance(value, InputError):
            raise value
        articles[value.key] = value
    return articles


def own_numbering(text: str) -> list[Span]:
    """Return the outermost marked spans as the extractor sees them."""
    return [Span(span.start, span.end) for span in find_marked_spans(text)]


def numbering_beside(gold: Path) -> Numbering:
    """Return how the spans of a gold file are numbered: by a `candidates.py` beside it, if there is one, or as here.

    Such a module has a function `candidates(text)` that returns (start, end) of every span, marks included.
    """
    path = gold.parent / "candidates.py"
    if not path.exists():
        return own_numbering
    spec = importlib.util.spec_from_file_location("candidates", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return lambda text: [Span(start, end) for start, end in module.candidates(text)]


def numbered_spans(text: str, raw: Mapping[str, Any], numbering: Numbering) -> list[Span]:
    """Return the spans that the numbers of an annotation mean: those it lists itself, or else what `numbering` says."""
    if "spans" in raw:
        return [Span(start, end) for start, end in raw["spans"]]
    return numbering(text)


def skeleton(article: Article) -> dict[str, Any]:
    """Return an annotation of an article that is still to be filled in."""
    spans = own_numbering(article.text)
    return {
        "id": article.key,
        "speakers": {},
        "quotes": [[number, UNFILLED] for number in range(len(spans))],
        "spans": [[span.start, span.end] for span in spans],
    }


def show_numbered(article: Article) -> str:
    """Return the text of an article with its marked spans numbered: ⟦0⟧“It rained”⟦/0⟧, he said."""
    pieces, end = [], 0
    for number, span in enumerate(own_numbering(article.text)):
        pieces += [article.text[end : span.start], f"⟦{number}⟧", span.of(article.text), f"⟦/{number}⟧"]
        end = span.end
    return "".join([*pieces, article.text[end:]])


def annotation_of(raw: Mapping[str, Any]) -> Annotation:
    """Return the annotation of one line that has no problems."""
    speakers = {
        name: AnnotatedSpeaker(told["type"], told.get("role"), told.get("organization"))
        for name, told in raw["speakers"].items()
    }
    labels = {quote[0]: Label(*quote[1:5]) if quote[1] == "speech" else Label(quote[1]) for quote in raw["quotes"]}
    return Annotation(raw["id"], speakers, labels)


def read_checked(articles: Path, gold: Path) -> list[Line]:
    """Return the annotated articles of a gold file, in the articles' order.

    Raises click.ClickException, with a list of all that is wrong, where something is.
    """
    lines, problems = check(articles, gold)
    if problems:
        raise click.ClickException("\n".join([f"{gold} is not in order:", *problems]))
    return lines


def check(articles: Path, gold: Path) -> tuple[list[Line], list[str]]:
    """Return the lines of a gold file that can be used, in the articles' order, and what is wrong with the others.

    Articles without an annotation are left out. Raises click.ClickException if a file cannot be read.
    """
    try:
        known = read_articles(articles)
        written = gold.read_text(encoding="utf-8").split("\n")
    except InputError as error:
        raise click.ClickException(str(error)) from error
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{gold}: byte {error.start:,} is not UTF-8: convert the file") from error
    numbering = numbering_beside(gold)
    usable: dict[str, Line] = {}
    problems: list[str] = []
    seen: Counter[str] = Counter()
    for number, line in enumerate(written, start=1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
        except json.JSONDecodeError as error:
            problems.append(f"line {number}: not JSON: {error.msg} (column {error.colno})")
            continue
        key = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(key, str) or key not in known:
            problems.append(
                f'line {number}: "id" is {key!r}, which is no article of {articles}: copy it from the skeleton'
            )
            continue
        seen[key] += 1
        wrong = problems_in(raw, known[key].text, numbering)
        if seen[key] > 1:
            wrong.append("the article is annotated twice: delete one of the lines")
        problems += [f"line {number} ({key}): {problem}" for problem in wrong]
        if not wrong:
            usable[key] = Line(annotation_of(raw), known[key].text, numbered_spans(known[key].text, raw, numbering))
    if not seen and not problems:
        problems.append("no annotation in it")
    return [usable[key] for key in known if key in usable], problems


def problems_in(raw: Any, text: str, numbering: Numbering) -> list[str]:
    """Return what is wrong with an annotation of `text`, each with what to do about it; nothing if it can be used."""
    if not isinstance(raw, dict):
        return ["the line is no object: begin again from the skeleton"]
    speakers, quotes = raw.get("speakers"), raw.get("quotes")
    if not isinstance(speakers, dict):
        return ['"speakers" must be an object: {"Full Name": {"type": "person", "role": null, "organization": null}}']
    if not isinstance(quotes, list):
        return ['"quotes" must be a list with an entry for each span: [[0, "speech", "Full Name", "Name", "said"], …]']
    found = [problem for name, told in speakers.items() for problem in _of_speaker(name, told, text)]
    listed = raw.get("spans", [])
    if not isinstance(listed, list) or not all(_is_span(span, len(text)) for span in listed):
        return [*found, '"spans" must list [start, end] within the article: copy it from a new skeleton']
    return [*found, *_of_quotes(quotes, speakers, text, len(numbered_spans(text, raw, numbering)))]


def _is_span(span: object, length: int) -> bool:
    return (
        isinstance(span, list)
        and len(span) == 2
        and all(type(offset) is int for offset in span)
        and 0 <= span[0] < span[1] <= length
    )


def _of_speaker(name: str, told: object, text: str) -> Iterator[str]:
    if not isinstance(told, dict):
        yield f'speaker {name!r}: must be an object: {{"type": "person", "role": null, "organization": null}}'
        return
    if told.get("type") not in TYPES:
        yield f"speaker {name!r}: the type {told.get('type')!r} is none of {', '.join(TYPES)}"
    if told.get("type") != "author" and (not name or name not in text):
        yield f"speaker {name!r}: does not stand in the text: write the name as the article does, in its fullest form"
    for what in ("role", "organization"):
        stated = told.get(what)
        if stated is not None and (not isinstance(stated, str) or not stated or stated not in text):
            yield f"speaker {name!r}: the {what} {stated!r} is no slice of the text: copy it letter by letter, or null"


def _of_quotes(quotes: list[Any], speakers: Mapping[str, Any], text: str, spans: int) -> Iterator[str]:
    numbered = set()
    for quote in quotes:
        if not isinstance(quote, list) or len(quote) < 2 or type(quote[0]) is not int or not isinstance(quote[1], str):
            yield f'{json.dumps(quote, ensure_ascii=False)}: must be [number, kind] or [number, "speech", speaker, …]'
            continue
        number, kind = quote[:2]
        if not 0 <= number < spans:
            yield f"span {number}: the article has {spans} spans, numbered from 0: delete the entry"
        elif number in numbered:
            yield f"span {number}: is there twice: delete one"
        elif kind == UNFILLED:
            yield f"span {number}: is not filled in: say {', '.join(KINDS[:-1])} or {KINDS[-1]}"
        elif kind not in KINDS:
            yield f"span {number}: the kind {kind!r} is none of {', '.join(KINDS)}"
        elif kind == "speech":
            yield from (f"span {number}: {problem}" for problem in _of_speech(quote, speakers, text))
        numbered.add(number)
    for number in sorted(set(range(spans)) - numbered):
        yield f"span {number}: is missing: add [{number}, …]"


def _of_speech(quote: list[Any], speakers: Mapping[str, Any], text: str) -> Iterator[str]:
    if not 3 <= len(quote) <= 5:
        yield 'must be [number, "speech", speaker, mention, cue], the last two null where the text has none'
        return
    speaker, mention, cue = (*quote[2:], None, None)[:3]
    if speaker is not None and (not isinstance(speaker, str) or speaker not in speakers):
        yield f'the speaker {speaker!r} is no key of "speakers": add it there, or mend the spelling'
    for what, words in (("mention", mention), ("cue", cue)):
        if words is not None and (not isinstance(words, str) or words not in text):
            yield f"the {what} {words!r} does not stand in the text: copy it letter by letter, or null"
