"""Ids that stand for as long as what they name: made from content, never from row order.

Pages embed quote ids and other programs keep speaker ids, so each is a function of what it names and of
nothing else: the same input gives the same id on every machine, in every database, in any order of import.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from quotes.types import Quote, Speaker

ID_DIGITS = 16
"""Hexadecimal digits of an article's or a quote's id: 64 bits, so that a million ids hardly ever meet."""

NAMED = frozenset({"person", "organization"})
"""Speaker types that are one and the same in every article; all others belong to their article."""

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_TRACKING = re.compile(r"utm_[a-z_]{1,40}|fbclid|gclid|msclkid|mc_[ce]id|igshid|cmpid|ocid", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
# Letters that Unicode does not take apart into a base letter and a mark: Ørsted, Łukasz, Đoković, Guðmundsson.
_UNDECOMPOSED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


@lru_cache(maxsize=8192)  # the same names and topics come again and again
def fold(text: str) -> str:
    """Return `text` as names are compared: no case, no accents, no punctuation, single spaces.

    Apostrophes join (`O’Neill` ▶ `oneill`), other signs part (`Jean-Luc` ▶ `jean luc`), initials join
    (`J. D. Vance`, `J.D. Vance` ▶ `jd vance`).
    """
    lowered = text.translate(_APOSTROPHES).casefold().translate(_UNDECOMPOSED)
    plain = "".join(char for char in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(char))
    words: list[str] = []
    initials = False
    for word in _WORD.findall(plain.casefold()):
        if len(word) == 1 and initials:
            words[-1] += word
        else:
            words.append(word)
        initials = len(word) == 1
    return " ".join(words)


def canonical_address(url: str) -> str:
    """Return a web address without what does not tell articles apart.

    Lower-cases scheme and host, drops the fragment, a default port and the parameters that only track
    where a reader came from (`utm_source=…`). An address that cannot be taken apart is returned as it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").lower()
    if ":" in host:
        host = f"[{host}]"
    if port is not None and port != _DEFAULT_PORTS.get(parts.scheme.lower()):
        host = f"{host}:{port}"
    query = parts.query
    if any(_TRACKING.fullmatch(name) for name, _ in parse_qsl(query, keep_blank_values=True)):
        kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0])]
        query = urlencode(kept)
    return urlunsplit((parts.scheme.lower(), host, parts.path or "/", query, ""))


def article_id(key: str) -> str:
    """Return the id of the article with this address: 16 hexadecimal digits.

    `key` is the canonical URL, else the id that the input gives, else the path relative to the imported
    folder. Never the text: a corrected article keeps its id.
    """
    return _digest(canonical_address(key) if _ADDRESS.match(key) else key)


def quote_ids(article: str, quotes: Iterable[Quote]) -> Iterator[str]:
    """Yield the id of each quote of the article with the id `article`; `quotes` are in text order.

    The id is made of the article's id, the words and how often the same words came before them among the
    quotes, so that it stands when something else in the article is corrected.
    """
    seen: dict[str, int] = {}
    for quote in quotes:
        ordinal = seen.get(quote.text, 0)
        seen[quote.text] = ordinal + 1
        yield _digest(article, quote.text, str(ordinal))


@lru_cache(maxsize=1024)  # once for each speaker of an article, and not for each quote
def speaker_id(speaker: Speaker, article: str) -> str:
    """Return the id of a speaker met in the article with the id `article`: a readable slug and 8 digits.

    `hong-lei-1f0c2d3e`. A named person or organisation is the same in all articles; two articles' "senior
    official" are not one person, so that every other type of speaker belongs to its article.
    """
    name = fold(speaker.name)
    scope = "" if speaker.type in NAMED else article
    slug = "-".join(name.encode("ascii", "ignore").decode().split())[:48].strip("-")
    return f"{slug or speaker.type}-{_digest(name or speaker.name, speaker.type, scope)[:8]}"


def _digest(*parts: str) -> str:
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:ID_DIGITS]
