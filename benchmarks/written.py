"""Articles written for learning, with the sources of their quotes tagged in the text.

The people and events are invented, and so is the wording; a few well-known bodies keep their names.
`benchmarks/written/` has one file a desk; in it each article begins with a line `##### desk/number slug`. A tag stands
directly behind what it tells of:

- behind the closing mark of every quoted span ⟦Ann Roe|person|she⟧: who says it (the fullest form of the name in the
  article, or the noun phrase of a source without a name), the type of the speaker (`quotes.types.SpeakerType`), and the
  words nearest the quote that stand for the speaker, empty if there are none; ⟦-⟧: not speech; ⟦headline⟧: a heading;
- behind a description or a pronoun elsewhere ⟦=Ann Roe|person⟧: whom it stands for.

python -m benchmarks.written FILE… says what is wrong with such files.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click
import regex

from benchmarks.gold import TYPES, AnnotatedSpeaker, Annotation, Label, Line, own_numbering
from quotes.types import Span

_TAG = regex.compile(r"⟦([^⟧]*)⟧")
_NEAR = 3
"""Characters that may stand between a closing mark and its tag: a comma, a full stop."""
_PLAIN = {"-": "not", "headline": "headline"}


@dataclass(frozen=True, slots=True)
class WrittenArticle:
    """An invented article without its tags, and what they say."""

    line: Line
    references: list[tuple[int, int, str, str]]
    """Start, end, full name and type: the last character of each tagged description, and whom it stands for."""
    problems: list[str] = field(default_factory=list)


def read_written(path: Path) -> Iterator[WrittenArticle]:
    """Yield the articles of a file, or of all `.txt` files of a folder in the order of their names."""
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
        for article in regex.split(r"(?m)^##### ?", file.read_text(encoding="utf-8"))[1:]:
            head, _, body = article.partition("\n")
            yield parse(head.split()[0], body.strip())


def parse(key: str, tagged: str) -> WrittenArticle:
    """Return an article, its tags read and taken out."""
    pieces: list[str] = []
    tags: list[tuple[int, str]] = []
    length = position = 0
    for match in _TAG.finditer(tagged):
        pieces.append(tagged[position : match.start()])
        length += len(pieces[-1])
        tags.append((length, match[1]))
        position = match.end()
    text = "".join([*pieces, tagged[position:]])
    spans = own_numbering(text)
    problems: list[str] = []
    labels: dict[int, Label] = {}
    speakers: dict[str, AnnotatedSpeaker] = {}
    references = []
    for offset, tag in tags:
        fields = tag.removeprefix("=").split("|")
        if tag not in _PLAIN and (len(fields) != (2 if tag.startswith("=") else 3) or fields[1] not in TYPES):
            problems.append(f"⟦{tag}⟧ is no tag: ⟦name|type|mention⟧, ⟦=name|type⟧, ⟦-⟧ or ⟦headline⟧")
            continue
        if tag not in _PLAIN and fields[1] != "author" and fields[0] not in text:
            problems.append(f"⟦{tag}⟧: {fields[0]!r} does not stand in the text")
        if tag.startswith("="):
            references.append((offset - 1, offset, fields[0], fields[1]))
            continue
        number = _span_at(spans, text, offset)
        if number is None or number in labels:
            problems.append(f"⟦{tag}⟧ stands behind no quoted span of its own: …{text[max(0, offset - 40) : offset]}")
        elif tag in _PLAIN:
            labels[number] = Label(_PLAIN[tag])
        else:
            name, kind, mention = fields
            if mention not in text:
                problems.append(f"⟦{tag}⟧: {mention!r} does not stand in the text")
            speakers[name] = AnnotatedSpeaker(kind)
            labels[number] = Label("speech", name, mention or None)
    for number, span in enumerate(spans):
        if number not in labels:
            problems.append(f"{span.of(text)[:60]} has no tag")
            labels[number] = Label("unsure")
    return WrittenArticle(Line(Annotation(key, speakers, labels), text, spans), references, problems)


def _span_at(spans: list[Span], text: str, offset: int) -> int | None:
    """Return the number of the span that ends where a tag stands."""
    for number, span in enumerate(spans):
        if span.end <= offset <= span.end + _NEAR and not text[span.end : offset].strip(" .,;!?"):
            return number
    return None


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def main(files: tuple[Path, ...]) -> None:
    """Say what is wrong with files of written articles; exit with 1 if anything is."""
    articles = [article for file in files for article in read_written(file)]
    for article in articles:
        for problem in article.problems:
            click.echo(f"{article.line.annotation.id}: {problem}")
    spans = sum(len(article.line.spans) for article in articles)
    references = sum(len(article.references) for article in articles)
    click.echo(f"{len(articles)} articles, {spans} quoted spans, {references} other references", err=True)
    sys.exit(any(article.problems for article in articles))


if __name__ == "__main__":
    main()
