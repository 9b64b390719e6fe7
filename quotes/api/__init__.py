"""The service over HTTP: REST here, pages and embeds in `quotes.web`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from quotes.settings import Settings

__all__ = ["create_app"]


def create_app(settings: Settings) -> Flask:
    """Return the WSGI application that serves the database of `settings`: REST, pages, embeds and oEmbed.

    Call it in each worker process, not before forking: it opens the database, once, and every request reads from
    that. Raises StoreError if the database is missing, too new, or too old and cannot be written.
    """
    # Here, because the rooms of this package are used by quotes.web, which the application in turn is made of.
    from quotes.api.application import assemble

    return assemble(settings)
