"""Noun phrases that name a capacity: `senior vice president of public policy at the March of Dimes`.

A phrase is read forward from a word (`role_at`) or backward from a name (`role_before`). Both look at a bounded
number of words, so that the work is linear in the number of names looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotes.extraction.organizations import Known, read_noun_phrase
from quotes.extraction.role_lexicon import (
    ends_phrase,
    is_attached,
    is_body,
    is_capital,
    is_kin,
    is_party_name,
    is_role_noun,
    is_sporting,
    is_title,
    words_of,
)
from quotes.extraction.word_tokens import Token

MAX_CORE = 14
"""Words up to the role's noun that are looked at."""
MAX_BEFORE = 26
"""Words before a name that are looked at."""

_ARTICLES = words_of("capacity_words.txt", "articles")
_PRONOUNS = words_of("capacity_words.txt", "pronouns")
_DETERMINERS = _ARTICLES | _PRONOUNS | words_of("capacity_words.txt", "other-determiners")
_ADVERBS = words_of("capacity_words.txt", "adverbs")
_PREPOSITIONS = words_of("capacity_words.txt", "prepositions")
_JOINS = words_of("capacity_words.txt", "joins")
_BEFORE_ORGANIZATION = words_of("capacity_words.txt", "before-organization")
# roles held for a place: Glasgow Kelvin MP, Leeds resident
_LOCAL = words_of("capacity_words.txt", "local")
_KEPT_IN_ROLE = words_of("capacity_words.txt", "kept-in-role")
_NO_COMPLEMENT_ROLE = words_of("capacity_words.txt", "no-complement-role")
_GOVERNING = words_of("capacity_words.txt", "governing")


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """A role as read from a text. All numbers are indices of tokens, ends exclusive."""

    start: int
    end: int
    """The role itself, without the organisation where it can be left out."""
    head: int
    """The noun that makes it a role, the first if several are joined."""
    stop: int
    """Where the whole phrase ends, complements included."""
    organization: tuple[int, int] | None = None
    anaphor: int | None = None
    """A body only referred to: `party` in the party's spokesman, `its` in its chairman, `agency` in its head."""
    determined: bool = False
    """Whether an article, a pronoun or a possessor opens it."""
    topical: bool = False
    """Whether the role has a complement of its own: `professor of history`."""


def role_at(tokens: Sequence[Token], index: int, known: Known, limit: int | None = None) -> RolePhrase | None:
    """Read the role phrase that begins at a token, before `limit` if one is given; None if none does."""
    stop = len(tokens) if limit is None else limit
    start, determined, anaphor = _determiner(tokens, index, stop)
    owner: tuple[int, int] | None = None
    for _ in range(2):
        after = _possessor(tokens, start, stop)
        if after is None:
            break
        owner, determined = (start, after - 1), True
        if not tokens[after - 2].capital:
            anaphor, owner = after - 2, None
        start = after
    core = _core(tokens, start, stop)
    if core is None:
        return None
    head, core_end = core
    role_start, organization, kept = _split_modifiers(tokens, start, head, known)
    role_end, phrase_stop, complement, referred, topical = _complements(tokens, core_end, head, known, stop)
    if complement is not None:
        if organization is not None and not kept:
            role_start = start  # Treasury minister at …: the nearer body is in the complement
        organization = complement
    if organization is None and owner is not None:
        organization = _owning_body(tokens, owner, head, known)
    if owner is not None and is_kin(tokens[head].lower) and role_start == start:
        role_start = owner[0]
    return RolePhrase(
        role_start,
        role_end,
        head,
        phrase_stop,
        organization,
        referred if referred is not None else anaphor,
        determined,
        topical,
    )


def role_before(tokens: Sequence[Token], end: int, known: Known) -> RolePhrase | None:
    """Read the role phrase that ends where token `end` begins (a name, or the comma before it); None if none does."""
    low = max(0, end - MAX_BEFORE)
    head = end - 1
    if head < low or not tokens[head].word:
        return None
    if not (is_role_noun(tokens[head]) or is_title(tokens[head])):
        head = _head_with_complement(tokens, end, low)
        if head < 0:
            return None
    start = _leftmost(tokens, head, low)
    while start <= head:
        phrase = role_at(tokens, start, known, limit=end)
        if phrase is not None and phrase.stop == end:
            return phrase
        start += 1
    return None


def _determiner(tokens: Sequence[Token], index: int, stop: int) -> tuple[int, bool, int | None]:
    """Step over `now the`, `one of the`, `his`; return the next index, whether determined, and a pronoun's index."""
    while index < stop and tokens[index].lower in _ADVERBS:
        index += 1
    if index + 2 < stop and tokens[index].lower == "one" and tokens[index + 1].lower == "of":
        index += 2
    if index < stop and tokens[index].lower in _DETERMINERS:
        pronoun = index if tokens[index].lower in _PRONOUNS else None
        return index + 1, True, pronoun
    return index, False, None


def _possessor(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Return the index after a possessor's `'s` (Beijing’s, the party's); None if none begins at `start`."""
    index = start
    while index < min(stop, start + 9):
        token = tokens[index]
        if token.lower == "'s":
            return index + 1 if index > start else None
        joined = index > start and token.lower in _JOINS and tokens[index - 1].capital
        if (
            ends_phrase(token)
            and not joined
            and not (joined is False and token.lower == "the" and tokens[index - 1].lower == "of")
        ):
            return None
        index += 1
    return None


def _core(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int] | None:
    """Find the noun of a role and the end of the nouns joined to it: `fact checker and staff writer`."""
    head = -1
    first_head = -1
    index = start
    while index < min(stop, start + MAX_CORE):
        token = tokens[index]
        if not ends_phrase(token) or is_title(token):
            if is_role_noun(token) or is_title(token):
                head = index
                first_head = index if first_head < 0 else first_head
        elif (
            token.lower in ("and", "&", ",", "/", "-")
            and index > start
            and index + 1 < stop
            and not ends_phrase(tokens[index + 1])
        ):
            joins_roles = head == index - 1
            joins_adjectives = head < 0 and not tokens[index - 1].capital and not tokens[index + 1].capital
            joins_names = (
                head < 0
                and tokens[index - 1].capital
                and tokens[index + 1].capital
                and token.lower in ("and", "&")
                and not is_role_noun(tokens[index + 1])
            )
            if token.lower == "," and not joins_adjectives:
                break
            if joins_roles:
                following = _core(tokens, index + 1, min(stop, index + 6))
                if following is None or (tokens[index + 1].capital and not tokens[head].capital):
                    break
                return first_head, following[1]
            if not (joins_adjectives or joins_names):
                break
        elif token.lower in ("of", "for", "on") and head < index - 1 and index > start and tokens[index - 1].capital:
            if index + 1 >= stop or not tokens[index + 1].capital:
                break
        else:
            break
        index += 1
    if head < 0:
        return None
    if index > head + 1:
        rest = tokens[head + 1]
        # a lawyer specialising in …; but a leader board is no leader
        if rest.word and not ends_phrase(rest):
            return None
    heads = [i for i in range(start, head + 1) if is_role_noun(tokens[i])]
    return (heads[-1] if heads else head), head + 1


def _split_modifiers(
    tokens: Sequence[Token], start: int, head: int, known: Known
) -> tuple[int, tuple[int, int] | None, bool]:
    """Divide the words before a role's noun: `White House` | `press secretary`.

    Returns where the role begins, the organisation (or None) and whether the organisation stays inside the role.
    """
    index = head
    while index > start:
        token = tokens[index - 1]
        if not token.word:
            index -= 1
        elif not token.capital:
            if (
                is_body(token)
                and index - 2 >= start
                and tokens[index - 2].capital
                and not is_attached(tokens[index - 2])
            ):
                break  # Trump campaign | manager
            index -= 1
        elif (
            is_body(token)
            and not (is_attached(token) and is_attached(tokens[index - 2]))
            and index - 2 >= start
            and tokens[index - 2].capital
        ):
            break  # Metropolitan Police | Commissioner; but Chief Police Officer
        elif is_attached(token) or is_role_noun(token) or is_title(token):
            index -= 1
        else:
            break
    boundary = index
    if boundary == start:
        return start, None, True
    first = boundary - 1
    while first > start and (
        tokens[first - 1].capital
        or (tokens[first - 1].lower in _JOINS and tokens[first - 2].capital and first - 2 >= start)
    ):
        if not tokens[first - 1].capital and tokens[first].lower in _JOINS:
            break
        if tokens[first - 1].lower in _BEFORE_ORGANIZATION:
            break
        first -= 1
    while (
        first < boundary - 1
        and known.kind(tokens, first, first + 1) in ("people", "party")
        and not is_body(tokens[boundary - 1])
    ):
        if known.kind(tokens, first, boundary) not in ("people", "party", "place", "person"):
            break
        first += 1
    kind = known.kind(tokens, first, boundary)
    noun = tokens[head].lower
    name = " ".join(token.text for token in tokens[first:boundary])
    if kind == "place" and is_sporting(noun) and not is_attached(tokens[boundary]):
        kind = "body"
    if (
        kind == "body"
        and noun in _LOCAL
        and not any(is_body(token) for token in tokens[first:boundary])
        and not name.isupper()
    ):
        kind = "place"
    if kind == "party" and is_party_name(name) and noun not in _LOCAL and first == start:
        return boundary, (first, boundary), False
    if kind == "party":
        return start, (first, boundary) if is_party_name(name) else None, True
    if kind != "body":
        return start, None, True
    if first > start and any(tokens[i].lower in _BEFORE_ORGANIZATION for i in range(start, first)):
        return start, (first, boundary), True
    if name in _KEPT_IN_ROLE:
        return first, (first, boundary), True
    return boundary, (first, boundary), False


def _complements(
    tokens: Sequence[Token], index: int, head: int, known: Known, stop: int
) -> tuple[int, int, tuple[int, int] | None, int | None, bool]:
    """Read `of …`, `at …` after a role's noun.

    Returns the role's end, the phrase's end, the organisation, the index of a body only referred to, whether topical.
    """
    role_end = index
    organization: tuple[int, int] | None = None
    anaphor: int | None = None
    noun = tokens[head].lower
    topical = False
    for _ in range(3):
        if (
            index >= stop
            or tokens[index].lower not in _PREPOSITIONS
            or (tokens[index].capital and tokens[index].text != "De")
        ):
            break
        preposition = tokens[index].lower
        phrase = read_noun_phrase(tokens, index + 1, known, stop)
        if phrase is None:
            break
        inner = is_kin(noun) and preposition in ("of", "to")
        if inner:
            role_end = index = phrase.end
            topical = True
            continue
        if phrase.name is not None and phrase.kind in ("body", "party"):
            if organization is not None:
                break
            # head of Distribution and Exhibition at the UK Film Council: a topic in capitals
            if (
                preposition == "of"
                and _body_follows(tokens, phrase.end, known, stop)
                and not any(is_body(token) for token in tokens[phrase.start : phrase.end])
            ):
                role_end = index = phrase.end
                topical = True
                continue
            organization = phrase.name
            if preposition == "to":
                role_end = phrase.end
            index = phrase.end
            if not (
                preposition in ("of", "to")
                or (tokens[phrase.end - 1].word and index < stop and tokens[index].lower == "for")
            ):
                break
            continue
        if phrase.name is not None:  # a place, a people, a person
            wanted = preposition in ("of", "from", "to") and organization is None
            if wanted and noun not in _NO_COMPLEMENT_ROLE:
                role_end = phrase.end
                topical = topical or preposition != "from"
            index = phrase.end
            continue
        if phrase.body and preposition == "of" and _body_follows(tokens, phrase.end, known, stop):
            role_end = index = phrase.end  # deputy head of the natural disasters department at Acme Re
            topical = True
            continue
        if phrase.body and (phrase.definite or preposition in ("at", "with")):
            anaphor = phrase.end - 1 if anaphor is None else anaphor
            index = phrase.end
            if noun not in _NO_COMPLEMENT_ROLE and not phrase.definite and preposition == "of":
                role_end = index
            continue
        if organization is not None or noun in _NO_COMPLEMENT_ROLE:
            break
        bare = phrase.start == index + 1
        if preposition == "of" or (preposition in ("for", "in", "on", "to") and bare) or preposition == "to":
            role_end = index = phrase.end
            topical = True
            continue
        break
    return role_end, index, organization, anaphor, topical


def _body_follows(tokens: Sequence[Token], index: int, known: Known, stop: int) -> bool:
    """Whether `at`, `for` or `with` and a body's name come next."""
    if index >= stop or tokens[index].lower not in ("at", "for", "with"):
        return False
    phrase = read_noun_phrase(tokens, index + 1, known, stop)
    return phrase is not None and phrase.name is not None and phrase.kind == "body"


def _owning_body(tokens: Sequence[Token], owner: tuple[int, int], head: int, known: Known) -> tuple[int, int] | None:
    """Return the possessor as the organisation if it can be one: the SEC's chief accountant, Beijing’s minister."""
    first, last = owner
    while first < last and not tokens[first].capital:
        first += 1
    if first == last or tokens[first].lower in _ADVERBS:
        return None
    kind = known.kind(tokens, first, last)
    if kind in ("body", "party"):
        return first, last
    name = " ".join(token.text for token in tokens[first:last])
    if kind == "place" and (is_sporting(tokens[head].lower) or (is_capital(name) and tokens[head].lower in _GOVERNING)):
        return first, last
    return None


def _head_with_complement(tokens: Sequence[Token], end: int, low: int) -> int:
    """Find the noun of a role before `of …`: `minister` in assistant minister of foreign affairs, Hong Lei."""
    for index in range(end - 1, low - 1, -1):
        token = tokens[index]
        if token.lower in _PREPOSITIONS and index > low and is_role_noun(tokens[index - 1]):
            return index - 1
        if (
            ends_phrase(token)
            and token.lower not in _PREPOSITIONS
            and token.lower not in ("the", "and", "&", "'s", "a", "an", "his", "her", "its")
        ):
            return -1
    return -1


def _leftmost(tokens: Sequence[Token], head: int, low: int) -> int:
    """Walk left from a role's noun to where its phrase may begin."""
    index = head
    while index > low:
        token = tokens[index - 1]
        if not ends_phrase(token) or is_title(token) or token.lower == "'s":
            index -= 1
        elif (
            token.lower in ("and", "&", "of", "for", "on", ",")
            and index - 2 >= low
            and not ends_phrase(tokens[index - 2])
        ):
            names = tokens[index - 2].capital and tokens[index].capital and token.lower != ","
            words = token.lower in ("and", ",", "&") and not tokens[index].capital and not tokens[index - 2].capital
            roles = token.lower in ("and", "&") and is_role_noun(tokens[index - 2])
            if not (names or words or roles):
                break
            index -= 1
        elif (
            token.lower == "the"
            and index - 2 >= low
            and tokens[index - 2].lower in ("of", "for")
            and tokens[index].capital
        ):
            index -= 1
        else:
            break
    if index > low and tokens[index - 1].lower in _DETERMINERS:
        index -= 1
    return index
