"""Which formats can be read, by which file names, and how a stream without a name is told apart."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import BinaryIO

from quotes.errors import InputError
from quotes.readers.json_document import read_json_document
from quotes.readers.json_lines import read_json_lines
from quotes.readers.plain_text import read_plain_text
from quotes.readers.source import Source
from quotes.readers.web_page import read_web_page
from quotes.settings import Settings
from quotes.types import Article

Reader = Callable[[BinaryIO, Source, Settings], Iterator[Article | InputError]]
"""Yields an Article or an InputError a document; raises InputError if the file as a whole cannot be read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    name: str
    suffixes: tuple[str, ...]
    """Lower case, with the dot. Each may be followed by `.gz`."""
    read: Reader


TEXT = Format("plain text", (".txt", ".text"), read_plain_text)
WEB_PAGE = Format("web page", (".html", ".htm", ".xhtml"), read_web_page)
JSON_LINES = Format("JSON lines", (".jsonl", ".ndjson"), read_json_lines)
JSON_DOCUMENT = Format("JSON", (".json",), read_json_document)
FORMATS = (TEXT, WEB_PAGE, JSON_LINES, JSON_DOCUMENT)

SNIFFED_BYTES = 65536
"""How much of a stream `sniff` should be shown."""

_HTML_START = re.compile(rb"<(?:!doctype\s|!--|\?xml\s|/?[a-z][a-z0-9]{0,15}[\s/>])", re.IGNORECASE)
_OBJECT_START = re.compile(rb'\{\s{0,100}["}]')
_LIST_START = re.compile(rb'\[\s{0,100}(?:\{\s{0,100}["}]|\])')


def format_of_name(path: PurePath) -> Format | None:
    """Return the format that a file's name promises (`page.html.gz` ▶ web page); None if it promises none."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes[-1:] == [".gz"]:
        suffixes.pop()
    return next((known for known in FORMATS if suffixes and suffixes[-1] in known.suffixes), None)


def sniff(head: bytes) -> Format:
    """Return the format that the first bytes of a stream look like; text if they look like nothing else."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head[2:].replace(b"\x00", b"")  # enough to see a `<` or a `{`
    head = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if _HTML_START.match(head):
        return WEB_PAGE
    if _LIST_START.match(head):
        return JSON_DOCUMENT
    lines = [line.strip() for line in head.split(b"\n", 20)]
    if _OBJECT_START.match(head):
        # A pretty-printed object goes on after its first line; an object on one line is both formats at once.
        return JSON_DOCUMENT if len(lines) > 1 and not lines[0].endswith(b"}") else JSON_LINES
    if any(_OBJECT_START.match(line) and line.endswith(b"}") for line in lines[1:-1]):
        return JSON_LINES  # whose first line is broken: it is reported, the others are read
    return TEXT
