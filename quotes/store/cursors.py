"""Cursors: where a page of results ended, as a short text that means nothing to whoever keeps it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence

from quotes.errors import InvalidQuery

Key = tuple[str | int | float, ...]

MAX_CURSOR = 1000
"""Characters; what is longer was not made here."""


def encode_cursor(order: str, key: Sequence[str | int | float]) -> str:
    """Return the cursor for the sort key of a page's last row in the order called `order`."""
    packed = json.dumps([order, *key], separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode_cursor(cursor: str, order: str, kinds: Sequence[type]) -> Key:
    """Return the sort key that `encode_cursor` packed.

    Raises InvalidQuery for anything else: other text, another order, a key of other types than `kinds`.
    """
    wrong = InvalidQuery("cursor", f"{cursor[:40]!r} is not the `next` of a page of this search")
    if len(cursor) > MAX_CURSOR:
        raise wrong
    try:
        packed = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        given = json.loads(packed)
    except (binascii.Error, ValueError, RecursionError):
        raise wrong from None
    if not isinstance(given, list) or len(given) != len(kinds) + 1 or given[0] != order:
        raise wrong
    if any(type(value) is not kind for value, kind in zip(given[1:], kinds, strict=True)):
        raise wrong
    # SQLite counts to 2**63; a greater number in a forged cursor must not reach it.
    if any(type(value) is int and not 0 <= value < 2**63 for value in given[1:]):
        raise wrong
    return tuple(given[1:])
