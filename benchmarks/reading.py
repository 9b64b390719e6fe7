"""How much of an article the web-page reader finds, and how much that is none: words, paragraphs, title, date, address.

    python benchmarks/reading.py FOLDER [--pages]

FOLDER holds saved pages and `expected.jsonl`, one object a page: `file` (name in the folder, may be gzipped), `title`,
`url`, `published` (ISO 8601) and `paragraphs`, a list of strings. Words and paragraphs are compared as multisets,
without case and punctuation. `trafilatura alone` is the library's plain text with its own defaults, without comments
and tables.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import trafilatura

from quotes.errors import InputError
from quotes.readers import read_path
from quotes.settings import Settings
from quotes.types import Article

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Overlap:
    """Sums over pages: what was found, what should have been, and both."""

    found: int = 0
    expected: int = 0
    both: int = 0

    def add(self, found: Iterable[str], expected: Iterable[str]) -> None:
        """Count two multisets."""
        here, there = Counter(found), Counter(expected)
        self.found += here.total()
        self.expected += there.total()
        self.both += (here & there).total()

    @property
    def precision(self) -> float:
        return self.both / max(1, self.found)

    @property
    def recall(self) -> float:
        return self.both / max(1, self.expected)

    def __str__(self) -> str:
        return f"P {self.precision:5.1%}  R {self.recall:5.1%}"


@dataclass(slots=True)
class Score:
    """What one way of reading reached."""

    words: Overlap = field(default_factory=Overlap)
    paragraphs: Overlap = field(default_factory=Overlap)
    right: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0


def words_of(text: str) -> list[str]:
    """Return the words of `text`, lower case."""
    return _WORD.findall(text.lower())


def read_here(path: Path) -> Article | None:
    """Read a page as `import` does; a refusal is told on stderr."""
    for value in read_path(path, Settings()):
        if isinstance(value, InputError):
            print(value, file=sys.stderr)
        else:
            return value
    return None


def read_with_trafilatura(path: Path) -> Article | None:
    """Read a page as the library alone does."""
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    text = trafilatura.extract(raw, include_comments=False, include_tables=False) or ""
    metadata = trafilatura.extract_metadata(raw)
    date = metadata.date if metadata else None
    return Article(
        id=path.name,
        text=text,
        title=metadata.title if metadata else None,
        url=metadata.url if metadata else None,
        published=datetime.fromisoformat(date) if date else None,
    )


def score_page(score: Score, article: Article | None, expected: dict[str, Any]) -> tuple[Overlap, Overlap]:
    """Add one page to the score; return its own words and paragraphs."""
    page_words, page_paragraphs = Overlap(), Overlap()
    text = article.text if article else ""
    wanted = [" ".join(words_of(paragraph)) for paragraph in expected["paragraphs"]]
    lines = [" ".join(words_of(line)) for line in text.split("\n")]
    for overlap in (score.words, page_words):
        overlap.add(words_of(text), " ".join(wanted).split())
    for overlap in (score.paragraphs, page_paragraphs):
        overlap.add(filter(None, lines), filter(None, wanted))
    moment = datetime.fromisoformat(expected["published"]) if expected.get("published") else None
    found = article.published if article else None
    score.right["title"] += words_of((article and article.title) or "") == words_of(expected["title"])
    score.right["address"] += bool(article and article.url == expected["url"])
    score.right["day"] += bool(moment and found and moment.date() == found.date())
    score.right["moment"] += bool(moment and found and found.tzinfo and moment == found)
    return page_words, page_paragraphs


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", action="store_true", help="a line for each page too")
    arguments = parser.parse_args()
    with (arguments.folder / "expected.jsonl").open(encoding="utf-8") as lines:
        pages = [json.loads(line) for line in lines if line.strip()]
    ways: dict[str, Callable[[Path], Article | None]] = {
        "this reader": read_here,
        "trafilatura alone": read_with_trafilatura,
    }
    for name, read in ways.items():
        score = Score()
        for expected in pages:
            started = time.perf_counter()
            article = read(arguments.folder / expected["file"])
            score.seconds += time.perf_counter() - started
            page_words, page_paragraphs = score_page(score, article, expected)
            if arguments.pages:
                print(f"  {expected['file']:40.40}  words {page_words}   paragraphs {page_paragraphs}")
        right = ", ".join(f"{what} {count}/{len(pages)}" for what, count in score.right.items())
        pace = 1000 * score.seconds / max(1, len(pages))
        print(f"{name:18} words {score.words}   paragraphs {score.paragraphs}   {right}   {pace:.0f} ms a page")


if __name__ == "__main__":
    main()
