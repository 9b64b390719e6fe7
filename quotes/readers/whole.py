"""Reading a file that must be held in memory, up to the limit and no further."""

from __future__ import annotations

from typing import BinaryIO

from quotes.errors import InputError
from quotes.readers.source import Source
from quotes.settings import Settings


def read_whole(stream: BinaryIO, source: Source, settings: Settings) -> bytes:
    """Return all bytes of the stream; raises InputError if there are more than `settings.max_file_bytes`."""
    limit = settings.max_file_bytes
    raw = stream.read(limit + 1)
    if len(raw) > limit:
        raise InputError(
            source.origin, f"larger than the {limit:,} bytes of QUOTES_MAX_FILE_BYTES: split it or raise the limit"
        )
    return raw
