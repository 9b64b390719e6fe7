"""Plain text: the whole file is the body, its first line the title if it looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from quotes.errors import InputError
from quotes.readers.decoding import decode_text
from quotes.readers.source import Source, build_article
from quotes.readers.whole import read_whole
from quotes.settings import Settings
from quotes.types import Article

MAX_TITLE_CHARS = 200
_NEWLINE = re.compile(r"\r\n?|\x85|\u2028|\u2029")


def read_plain_text(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Article | InputError]:
    """Yield the one article of a text file; its newlines become `\\n`, nothing else is changed.

    Raises InputError if the file is empty, binary, too large or in an unknown encoding.
    """
    text = _NEWLINE.sub("\n", decode_text(read_whole(stream, source, settings), source.origin))
    yield build_article(source, text, settings, title=find_title(text))


def find_title(text: str) -> str | None:
    """Return the first line if it stands alone and is no sentence, as headlines do; None otherwise.

    `Harbour reopens after storm` is one; `ARVEN, 3 May — The harbour reopened on Friday.` is not.
    """
    lines = text.lstrip("\n \t").split("\n", 2)
    first = lines[0].strip()
    alone = len(lines) > 1 and not lines[1].strip()
    if not alone or not first or len(first) > MAX_TITLE_CHARS or first.endswith((".", ":", ",", ";", "!”", ".”", '."')):
        return None
    return first
