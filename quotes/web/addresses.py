"""The public addresses of the service, and which quote an address names."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import request, url_for

from quotes.api.running import settings

# /quotes/3f0c9a51d2e84b76 and /quotes/3f0c9a51d2e84b76/embed: people paste either one.
_QUOTE_PATH = re.compile(r"/quotes/(?P<id>[A-Za-z0-9_-]{1,128})(?:/(?:embed/?)?)?")

_DEFAULT_PORTS = {"http": 80, "https": 443}


def base_url() -> str:
    """Return the public address of the service without a trailing slash: the setting, else the request's own."""
    return (settings().base_url or request.url_root).rstrip("/")


def public_url(endpoint: str, **values: Any) -> str:
    """Return the absolute public address of a route."""
    return base_url() + url_for(endpoint, **values).removeprefix(request.script_root)


def oembed_url(page: str, form: str) -> str:
    """Return the oEmbed address that describes `page` in `form` (`json` or `xml`)."""
    return f"{public_url('oembed.describe')}?{urlencode({'url': page, 'format': form})}"


def quote_id_of(address: str, base: str) -> str | None:
    """Return the id of the quote whose page or card `address` is at the service `base`; None for any other address.

    http and https are taken as one, as WordPress sites paste either; query and fragment are ignored.
    """
    try:
        given, own = urlsplit(address.strip()), urlsplit(base)
        same_place = _place(given.scheme, given.hostname, given.port) == _place(own.scheme, own.hostname, own.port)
    except ValueError:  # a port that is no number, an unbalanced bracket
        return None
    if not same_place or given.scheme not in _DEFAULT_PORTS or not given.path.startswith(own.path):
        return None
    found = _QUOTE_PATH.fullmatch(given.path[len(own.path) :])
    return found["id"] if found else None


def _place(scheme: str, host: str | None, port: int | None) -> tuple[str | None, int | None]:
    return host, None if port == _DEFAULT_PORTS.get(scheme) else port
