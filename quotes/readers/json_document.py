"""JSON: one article, or a list of articles, or (as many exports are named) JSON lines after all."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from quotes.errors import InputError
from quotes.readers.decoding import decode_text
from quotes.readers.json_lines import read_json_lines
from quotes.readers.record import parse_json, read_record
from quotes.readers.source import Source
from quotes.readers.whole import read_whole
from quotes.settings import Settings
from quotes.types import Article


def read_json_document(stream: BinaryIO, source: Source, settings: Settings) -> Iterator[Article | InputError]:
    """Yield the article of a JSON object, or for each item of a JSON list its article or its InputError.

    Raises InputError if the file is not JSON, or an empty list.
    """
    raw = read_whole(stream, source, settings)
    text = decode_text(raw, source.origin)
    if _is_lines(text):
        yield from read_json_lines(io.BytesIO(text.encode("utf-8", "surrogatepass")), source, settings)
        return
    value = parse_json(text, source.origin)
    if not isinstance(value, list):
        yield read_record(value, source, settings)
        return
    if not value:
        raise InputError(source.origin, "the list is empty")
    for number, record in enumerate(value, start=1):
        try:
            yield read_record(record, source.at_item(number), settings)
        except InputError as error:
            yield error


def _is_lines(text: str) -> bool:
    """Tell whether an object ends on the first line and another begins on a later one."""
    first, _, rest = text.strip().partition("\n")
    return first.startswith("{") and first.rstrip().endswith("}") and rest.lstrip().startswith("{")
