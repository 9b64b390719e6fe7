"""Links that land on the quoted words: URL text fragments.

    #:~:text=[prefix-,]textStart[,textEnd][,-suffix]

Source: WICG, *Scroll to Text Fragment*. A browser that does not know them, or does not find the words,
shows the page from its top: nothing is lost.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

EXACT_CHARS = 80
"""A longer quote is named by its first and last words, so that the address stays short."""
EDGE_WORDS = 5
"""Words taken from each end of a long quote."""
SHORT_WORDS = 8
"""So few words (“a slow kind of theft”) are likely to be a heading as well: the neighbours tell which is meant."""
NEIGHBOUR_WORDS = 3

_WORD = re.compile(r"\w")


def is_web_address(address: str | None) -> bool:
    """Whether `address` is an http or https URL with a host: the only kind that pages link to.

    An article's URL is what its file says, and `javascript:alert(1)` is a URL too.
    """
    if not address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:  # an unbalanced bracket: `http://[half`
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def text_directive(text: str, before: str = "", after: str = "") -> str:
    """Return `text=…` for the quoted words `text`, percent-encoded; `""` if there is no word in it.

    `before` and `after` are what stands around the quote in its paragraph; they are used only where the quote is
    too short to be told apart without them. A quote over several paragraphs, or a long one, is given by its first
    and last words, because one term must lie within one block of the page.
    """
    paragraphs = [words for line in text.splitlines() if (words := line.split())]
    if not _WORD.search(text) or not paragraphs:
        return ""
    first, last = paragraphs[0], paragraphs[-1]
    exact = " ".join(first)
    if len(paragraphs) == 1 and len(exact) <= EXACT_CHARS:
        if len(first) > SHORT_WORDS:
            return f"text={_encode(exact)}"
        prefix, suffix = _last_words(before), _first_words(after)
        return (
            "text="
            + (f"{_encode(prefix)}-," if prefix else "")
            + _encode(exact)
            + (f",-{_encode(suffix)}" if suffix else "")
        )
    if len(paragraphs) == 1:
        # The two ends of one paragraph must not share a word: the second is searched for after the first.
        edge = min(EDGE_WORDS, len(first) // 2)
        if edge == 0:
            return f"text={_encode(exact)}"
        return f"text={_encode(' '.join(first[:edge]))},{_encode(' '.join(first[-edge:]))}"
    return f"text={_encode(' '.join(first[:EDGE_WORDS]))},{_encode(' '.join(last[-EDGE_WORDS:]))}"


def link_to_words(url: str, text: str, before: str = "", after: str = "") -> str:
    """Return `url` with a text directive for `text`, behind the fragment that it may already have."""
    directive = text_directive(text, before, after)
    if not directive:
        return url
    page, _, fragment = url.partition("#")
    fragment = fragment.partition(":~:")[0]
    return f"{page}#{fragment}:~:{directive}"


def _encode(term: str) -> str:
    # `-`, `,` and `&` separate the parts of a directive; `quote` leaves only the first of them alone.
    return percent_encode(term, safe="").replace("-", "%2D")


def _last_words(before: str) -> str:
    line = before.replace("\r", "\n").rpartition("\n")[2]
    words = " ".join(line.split()[-NEIGHBOUR_WORDS:])
    return words if _WORD.search(words) else ""


def _first_words(after: str) -> str:
    line = after.replace("\r", "\n").partition("\n")[0]
    words = " ".join(line.split()[:NEIGHBOUR_WORDS])
    return words if _WORD.search(words) else ""
