"""What a request finds in the running application."""

from __future__ import annotations

from flask import current_app

from quotes.service.lookup import Lookup
from quotes.settings import Settings


def settings() -> Settings:
    """Return the settings of the running application."""
    found: Settings = current_app.extensions["quotes.settings"]
    return found


def lookup() -> Lookup:
    """Return the open database of the running application."""
    found: Lookup = current_app.extensions["quotes.lookup"]
    return found
