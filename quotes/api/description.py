"""The API's own description, OpenAPI 3.1: `openapi.json`, with what depends on the settings filled in."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from quotes.settings import Settings


def openapi(settings: Settings, base: str) -> dict[str, Any]:
    """Return the description of the API at the address `base` (without a trailing slash)."""
    found: dict[str, Any] = json.loads(_written())
    found["servers"] = [{"url": base}]
    found["info"]["title"] = settings.site_name
    limit = found["components"]["parameters"]["limit"]["schema"]
    limit["default"], limit["maximum"] = settings.page_size, settings.max_page_size
    return found


@cache
def _written() -> str:
    return (Path(__file__).parent / "openapi.json").read_text(encoding="utf-8")
