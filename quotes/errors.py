"""Every failure that a caller can meet, each with what to do about it.

QuotesError
├── InputError            a file or a document cannot be read as an article
├── ModelError            the spaCy model is missing or does not fit
├── InvalidQuery          something asked for cannot be asked: a bad cursor, limit or date
└── StoreError            the database cannot be used
    ├── StoreReadOnly
    ├── StoreTooNew
    └── NotFound
"""

from __future__ import annotations


class QuotesError(Exception):
    """Base of all errors that this package raises on purpose.

    `str(error)` is one line a person can act on.
    """


class InputError(QuotesError):
    """A file or document that cannot be read as an article; the rest of a batch goes on."""

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(origin, reason)  # both, so that it can be pickled
        self.origin = origin
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"


class ModelError(QuotesError):
    """The spaCy model cannot be loaded: install it, or name another one in QUOTES_MODEL."""


class InvalidQuery(QuotesError, ValueError):
    """What is asked for makes no sense; `field` is the name of the field at fault."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class StoreError(QuotesError):
    """The database cannot be used as asked."""


class StoreReadOnly(StoreError):
    """The database file or its folder cannot be written: change its permissions or name another."""


class StoreTooNew(StoreError):
    """The database was made by a newer version of this program: update the program."""


class NotFound(StoreError):
    """No row has this id."""
