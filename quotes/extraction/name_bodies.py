"""Forms of one body's name gathered: United Nations and UN, Contrack International and Contrack."""

from __future__ import annotations

import re

from quotes.extraction.name_lexicons import (
    common_words,
    demonyms,
    function_words,
    given_names,
    organization_words,
    places,
)

Keys = tuple[str, ...]
_BRACKETED = re.compile(r"[’']?s? \(([A-Z][A-Za-z&-]{1,11})\)")


def initials(keys: Keys) -> str:
    """Return the first letters of all the words: Department of Justice ▶ doj."""
    return "".join(k[0] for k in keys if k)


def acronyms(keys: Keys) -> set[str]:
    """Return the acronyms that can stand for a body of two words or more."""
    inner = keys[1:] if keys[0] == "the" else keys
    if len(inner) < 2:
        return set()
    return {initials(inner), initials(tuple(k for k in inner if k not in function_words()))}


def capitals(written: str) -> str | None:
    """Return the capitals, folded, of an acronym that keeps small letters: DrKW ▶ dkw; None for any other word."""
    found = "".join(c for c in written if c.isupper())
    mixed = 2 <= len(found) < len(written) <= 8 and written.isalpha() and written[-1].isupper()
    return found.casefold() if mixed else None


def joined_initials(keys: Keys) -> Keys | None:
    """Return the words of the acronym of two names joined by &: Tarrow & Sons ▶ (t, s), as in T&S."""
    return tuple(k[0] for k in keys) if len(keys) == 2 and all(len(k) > 1 for k in keys) else None


def bracketed_acronym(text: str, end: int) -> str | None:
    """Return the short form introduced right after a name: Korean Central News Agency (KCNA)."""
    match = _BRACKETED.match(text, end, end + 20)
    return match.group(1).casefold() if match else None


def short_forms(keys: Keys) -> set[Keys]:
    """Return the shorter names that a body of this name can go by.

    Sony Corp ▶ Sony; Contrack International ▶ Contrack; never a word that is anything else (New, National, Paris).
    Maritime Commission, Commission of Ports ▶ Commission, which is the body's if no other body of the text has it.
    """
    known = organization_words()
    found = set()
    if len(keys) > 1 and "short" in known.get(keys[-1], ()):
        found.add(keys[:-1])
    for index, word in enumerate(keys):
        ends = index + 1 == len(keys) or keys[index + 1] in ("of", "for", "on")
        if ends and "alone" in known.get(word, ()) and len(keys) > 1:
            found.add((word,))
        if ends:
            break
    first = keys[0]
    taken = first in common_words() or first in demonyms() or first in given_names() or (first,) in places()
    if len(keys) > 1 and not taken and len(first) > 2 and first not in known:
        found.add((first,))
    return found
