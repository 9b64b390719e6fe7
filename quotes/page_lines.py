"""Lines that a web page puts between the paragraphs of an article and that are not its own: `Read more: …`."""

from __future__ import annotations

from functools import cache
from importlib import resources

MAX_CHARS = 250
"""Characters of the longest such line."""
_AROUND = " .:-–—_*[]"


def is_page_line(paragraph: str) -> bool:
    """Tell whether a paragraph is the site's voice and not the article's: an advert's frame, a link, a sign-up."""
    if len(paragraph) > MAX_CHARS:
        return False
    line = paragraph.casefold().strip(_AROUND)
    whole, beginnings = _lines()
    return not line or line in whole or line.startswith(beginnings)


@cache
def _lines() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return whole lines and beginnings of lines."""
    whole: list[str] = []
    beginnings: list[str] = []
    for line in resources.files(__package__).joinpath("page_lines.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            (beginnings if line.endswith("*") else whole).append(line.rstrip("* ").casefold())
    return frozenset(whole), tuple(beginnings)
