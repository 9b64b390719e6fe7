"""The card's own style and script, inline, and the policy that lets exactly these two run.

The card stands alone in a frame, often one without an origin (`sandbox="allow-scripts"`): it loads nothing.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from markupsafe import Markup

_FOLDER = Path(__file__).parent / "static"


@cache
def card_style() -> Markup:
    """Return the card's style sheet."""
    return _inline("card.css")


@cache
def card_script() -> Markup:
    """Return the card's script: it posts the card's height and passes clicks to the page around it."""
    return _inline("card.js")


@cache
def card_policy() -> str:
    """Return the Content Security Policy of the card: its own script and style, nothing else, framed by anyone.

    Hashes, not nonces: the card stays the same text for everybody, so that it can be cached and revalidated.
    """
    return (
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *; "
        f"style-src {_source(card_style())}; script-src {_source(card_script())}"
    )


def _inline(name: str) -> Markup:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return Markup(text)


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
