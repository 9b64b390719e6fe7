"""Bytes ▶ Article. One module a format, one registry, one signature."""

from quotes.readers.paths import read_path, read_stream

__all__ = ["read_path", "read_stream"]
