"""Bytes ▶ characters. What is not convincingly text in an encoding we know is refused, never guessed at."""

from __future__ import annotations

import codecs
import re

from quotes.errors import InputError

_SIGNATURES = (
    (b"%PDF-", "a PDF", "export its text (pdftotext) and import that"),
    (b"\x89PNG", "a picture (PNG)", "only text can be read"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "only text can be read"),
    (b"GIF8", "a picture (GIF)", "only text can be read"),
    (b"RIFF", "a media file", "only text can be read"),
    (b"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or save the document as plain text"),
    (b"\xd0\xcf\x11\xe0", "an office document", "save it as plain text"),
    (b"{\\rtf", "a rich-text document", "save it as plain text"),
    (b"SQLite format 3\x00", "a database", "only articles can be read"),
    (b"\x7fELF", "a program", "only text can be read"),
)
_BYTE_ORDER_MARKS = (  # the longer one first: a UTF-32 mark begins with the UTF-16 one
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{1,40})", re.I)

_CONTROL = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1a"))
_CP1252_UNDEFINED = b"\x81\x8d\x8f\x90\x9d"
_CP1252_LETTER = re.compile(rb"[\xc0-\xd6\xd8-\xf6\xf8-\xff\x8a\x8c\x8e\x9a\x9c\x9e\x9f]")
_CP1252_LETTER_RUN = re.compile(rb"[\xc0-\xd6\xd8-\xf6\xf8-\xff\x8a\x8c\x8e\x9a\x9c\x9e\x9f]{3}")
_CP1252_SIGN = re.compile(rb"[\x80\x82\x84\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb-\xbf]")


def refuse_binary(raw: bytes, origin: str) -> None:
    """Raise InputError if the bytes are empty or the beginning of something that is no text."""
    if not raw.strip():
        raise InputError(origin, "the file is empty")
    for signature, what, advice in _SIGNATURES:
        if raw.startswith(signature):
            raise InputError(origin, f"this is {what}: {advice}")


def decode_text(raw: bytes, origin: str) -> str:
    """Return the characters of a text file: UTF-8, anything with a byte-order mark, or unmistakable Windows-1252.

    Raises InputError if it is empty, binary, or in an encoding that it does not declare.
    """
    refuse_binary(raw, origin)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode_as(raw[len(mark) :], encoding, origin)
    if b"\x00" in raw or len(raw.translate(None, _CONTROL)) < len(raw) * 0.99:
        raise InputError(origin, "this is a binary file: only text can be read")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_windows_1252(raw):
            return raw.decode("cp1252")
        raise InputError(
            origin,
            f"byte {error.start:,} is not UTF-8, and the encoding cannot be told: convert it (iconv -t utf-8)",
        ) from error


def decode_html(raw: bytes, origin: str) -> str:
    """Return the characters of a web page: byte-order mark, UTF-8, the charset that it declares, Windows-1252.

    UTF-8 is tried before the declaration, for pages that were converted and still declare what they were: bytes
    that are valid UTF-8 by chance do not occur in prose. NUL bytes are dropped, as browsers do.
    Raises InputError if the page is empty or none of these fits.
    """
    refuse_binary(raw, origin)
    if not raw.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS)):
        raw = raw.replace(b"\x00", b"")
        declared = _META_CHARSET.search(raw[:4096])
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            if declared is not None:
                return _decode_as(raw, _as_browsers_do(declared[1].decode("ascii")), origin)
    return decode_text(raw, origin).replace("\x00", "")


def _decode_as(raw: bytes, encoding: str, origin: str) -> str:
    """Decode by an encoding that the input declares."""
    try:
        return raw.decode(encoding)
    except LookupError:
        raise InputError(origin, f"it declares the encoding {encoding!r}, which is unknown: convert it") from None
    except (UnicodeError, ValueError) as error:
        raise InputError(origin, f"it declares {encoding} but is not ({error}): convert it (iconv -t utf-8)") from error


def _as_browsers_do(charset: str) -> str:
    """Read Latin-1 and ASCII as Windows-1252, their superset, as the WHATWG Encoding Standard demands."""
    try:
        name = codecs.lookup(charset).name
        codecs.lookup(name).incrementaldecoder  # noqa: B018
    except LookupError:
        return charset
    return "cp1252" if name in ("iso8859-1", "ascii") else name


def _is_windows_1252(raw: bytes) -> bool:
    """Tell whether bytes above 127 are what Western prose has: a curly quote, a dash, an accented letter in a word.

    Cyrillic or Greek in their own single-byte encodings are runs of such letters; CJK ones are mostly such bytes.
    """
    high = sum(byte > 0x7F for byte in raw)
    if high > len(raw) * 0.25 or any(byte in raw for byte in _CP1252_UNDEFINED) or _CP1252_LETTER_RUN.search(raw):
        return False
    return len(_CP1252_LETTER.findall(raw)) + len(_CP1252_SIGN.findall(raw)) >= high * 0.98
