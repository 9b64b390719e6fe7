"""Offices before names that parsers read as one: the chairman of the Tern Bar Association Petra Oland said."""

from __future__ import annotations

from quotes.extraction.name_lexicons import portfolios
from quotes.extraction.role_lexicon import role_word

_MOST_LINKS = 6
_MOST_FIELDS = 6


def field_before(words: list[str], name: int) -> tuple[int, int] | None:
    """Return first and last token of what an office is for, right before a name: MEC for [Health] Petra Oland.

    So too the charge that somebody is in: special agent in [charge] Petra Oland said.
    """
    if words[name - 1] == "charge" and words[name - 2] == "in" and role_word(words[name - 3]):
        return name - 1, name - 1
    if words[name - 2] not in ("of", "for") or (words[name - 1],) not in portfolios():
        return None
    return name - 1, name - 1


def part_from_office(
    words: list[str], heads: list[int], deps: list[str], body: tuple[int, int], name: tuple[int, int]
) -> None:
    """Make whoever holds an office the head of it where the parse makes the name the end of the body's, in place.

    `body` and `name` are the first and last token of two names, a body or place and somebody right behind it. The
    governor of Narok County | Amos Quill said: Quill said, and not the governor of one Narok County Amos Quill.
    """
    of = body[0] - 1 - (body[0] > 1 and words[body[0] - 1] == "the")
    if words[of] == "and":  # Minister of Water and Sanitation
        of = next((i for i in range(of - 1, max(0, of - _MOST_FIELDS), -1) if words[i] in ("of", "for")), of)
    charged = words[body[0] : body[1] + 1] == ["charge"] and words[of] == "in"
    if of < 1 or not (charged or words[of] in ("of", "for")):
        return
    last = name[1]
    if not _is_above(heads, of, last):
        return
    office = heads[of]
    if words[office] == "parliament":  # Member of Parliament for Tern
        office = heads[heads[office]]
    if office >= of or not role_word(words[office]):
        return
    inner = body[1]
    if body[0] <= heads[last] <= body[1]:
        inner = heads[last]
    up = heads[office]
    heads[last], deps[last] = (last if up == office else up), deps[office]
    heads[office], deps[office] = last, "compound"
    for i in range(body[0], body[1] + 1):
        if heads[i] == last or (i == inner and not body[0] <= heads[i] <= body[1]):
            heads[i] = inner
    heads[inner], deps[inner] = of, "pobj"
    for i in range(name[0], last):
        heads[i], deps[i] = last, "compound"


def _is_above(heads: list[int], token: int, below: int) -> bool:
    """Tell whether one token governs another."""
    for _ in range(_MOST_LINKS):
        if heads[below] == below:
            return False
        below = heads[below]
        if below == token:
            return True
    return False
