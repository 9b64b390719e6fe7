"""Files, folders and streams ▶ articles: what can be opened is opened, and everything else is one clear error."""

from __future__ import annotations

import gzip
import io
import logging
import os
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from quotes.errors import InputError
from quotes.readers.registry import FORMATS, SNIFFED_BYTES, Format, format_of_name, sniff
from quotes.readers.source import Source
from quotes.settings import Settings
from quotes.types import Article

log = logging.getLogger(__name__)

_GZIP_MAGIC = b"\x1f\x8b"


def read_path(path: Path, settings: Settings) -> Iterator[Article | InputError]:
    """Yield, for each document in a file or folder, its Article or the InputError that says why it is none.

    A file is read by its name's ending, or if that says nothing by its first bytes; gzip is seen through. A folder
    is walked in sorted order, with all folders in it: names that begin with a dot are skipped, and so are files of
    other kinds (a picture beside its article is no failure), whose number is logged as a warning. Folders that are
    symbolic links are not entered. Never raises for what the input holds.
    """
    try:
        if path.is_dir():
            yield from _read_folder(path, settings)
        else:
            yield from _read_file(path, Source(str(path), path.name), settings, format_of_name(path))
    except OSError as error:
        yield InputError(str(path), _say(error))


def read_stream(stream: BinaryIO, origin: str, settings: Settings) -> Iterator[Article | InputError]:
    """Yield, for each document of a stream such as standard input, its Article or its InputError.

    Whether it is JSON lines, JSON, a web page or text is told by its first bytes; gzip is seen through.
    Nothing is read further ahead than the format needs: JSON lines are answered as they come.
    """
    yield from _read_opened(stream, Source(origin, origin), settings, None)


def _read_folder(folder: Path, settings: Settings) -> Iterator[Article | InputError]:
    skipped: Counter[str] = Counter()
    found = False
    for path in _walk(folder):
        if isinstance(path, InputError):
            yield path
            continue
        known = format_of_name(path)
        if known is None or not path.is_file():
            skipped[path.suffix.lower() or "no ending"] += 1
            continue
        found = True
        yield from _read_file(path, Source(str(path), path.relative_to(folder).as_posix()), settings, known)
    if not found:
        endings = ", ".join(suffix for known in FORMATS for suffix in known.suffixes)
        yield InputError(str(folder), f"no file in this folder can be read: files must end in {endings} (or .gz)")
    elif skipped:
        kinds = ", ".join(f"{kind}: {count}" for kind, count in sorted(skipped.items()))
        log.warning("%s: skipped what is no article (%s)", folder, kinds)


def _walk(folder: Path) -> Iterator[Path | InputError]:
    """Yield the files below a folder in sorted order, hidden ones left out, and an InputError a folder that is shut."""
    shut: list[OSError] = []
    for name, folders, files in os.walk(folder, onerror=shut.append):
        folders[:] = sorted(inner for inner in folders if not inner.startswith("."))
        for file in sorted(files):
            if not file.startswith("."):
                yield Path(name, file)
        while shut:
            error = shut.pop()
            yield InputError(str(error.filename), _say(error))
    for error in shut:
        yield InputError(str(error.filename), _say(error))


def _read_file(path: Path, source: Source, settings: Settings, known: Format | None) -> Iterator[Article | InputError]:
    try:
        with path.open("rb") as stream:
            yield from _read_opened(stream, source, settings, known)
    except OSError as error:
        yield InputError(source.origin, _say(error))


def _read_opened(
    stream: BinaryIO, source: Source, settings: Settings, known: Format | None
) -> Iterator[Article | InputError]:
    """Choose the reader and turn whatever stops it into a value."""
    try:
        opened = _Peekable(stream)
        if opened.peek_bytes(2) == _GZIP_MAGIC:
            opened = _Peekable(cast(BinaryIO, gzip.GzipFile(fileobj=opened)))
        known = known or sniff(opened.peek_bytes(SNIFFED_BYTES))
        yield from known.read(cast(BinaryIO, opened), source, settings)
    except InputError as error:
        yield error
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        yield InputError(source.origin, f"the gzip file is damaged ({error}): fetch it again")


class _Peekable(io.BufferedReader):
    """A stream whose first bytes can be looked at without being used up, whether or not it can seek."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(_Raw(stream), SNIFFED_BYTES)

    def peek_bytes(self, size: int) -> bytes:
        """Return up to `size` of the next bytes: what one read of the stream brings, none at its end."""
        return self.peek(size)[:size]


class _Raw(io.RawIOBase):
    """The stream underneath, one read at a time; it is not closed with its wrapper."""

    def __init__(self, stream: BinaryIO) -> None:
        self._read = getattr(stream, "read1", stream.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk: bytes = self._read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def _say(error: OSError) -> str:
    """Return the reason and what to do, without the path, which the message already begins with."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder: check the path"
    if isinstance(error, PermissionError):
        return "not allowed to read it: check its permissions"
    return error.strerror or str(error)
