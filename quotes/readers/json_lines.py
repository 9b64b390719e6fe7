"""JSON lines: one object a line, read line by line, so that a file may be larger than memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO

from quotes.errors import InputError
from quotes.readers.decoding import refuse_binary
from quotes.readers.record import parse_json, read_record
from quotes.readers.source import Source
from quotes.settings import Settings
from quotes.types import Article

_CHUNK = 1 << 20


def read_json_lines(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Article | InputError]:
    """Yield, for each line that is not blank, its article, or the InputError that says why it is none.

    Raises InputError if no line holds anything.
    """
    anything = False
    for number, line in enumerate(_limited_lines(stream, settings.max_file_bytes), start=1):
        place = source.at_line(number)
        if line is None:
            anything = True
            limit = f"{settings.max_file_bytes:,} bytes of QUOTES_MAX_FILE_BYTES"
            yield InputError(place.origin, f"the line is longer than the {limit}: raise the limit")
            continue
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.strip():
            continue
        anything = True
        try:
            yield read_line(line, place, settings)
        except InputError as error:
            yield error
    if not anything:
        raise InputError(source.origin, "the file is empty")


def read_line(line: bytes, place: Source, settings: Settings) -> Article:
    """Return the article of one line; raises InputError if it is not UTF-8, not JSON or no article."""
    refuse_binary(line, place.origin)
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(place.origin, f"byte {error.start:,} of the line is not UTF-8: convert the file") from error
    return read_record(parse_json(text, place.origin), place, settings)


def _limited_lines(stream: BinaryIO, limit: int) -> Iterator[bytes | None]:
    """Yield the stream's lines; None in place of one that is longer than `limit` bytes, which is skipped unread."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None
