"""Noun phrases that name a capacity: `senior vice president of public policy at the March of Dimes`.

A phrase is read forward from a word (`role_at`) or backward from a name (`role_before`). Both look at a bounded
number of words, so that the work is linear in the number of names looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.extraction.organizations import Known
from quotes.extraction.role_complements import read_complements
from quotes.extraction.role_cores import core_of
from quotes.extraction.role_insides import stands_inside
from quotes.extraction.role_lexicon import (
    carries_name_on,
    ends_phrase,
    is_adjective_like,
    is_attached,
    is_body,
    is_common,
    is_kin,
    is_look,
    is_plural_role,
    is_role_noun,
    is_sporting,
    is_title,
    is_verb,
    words_of,
)
from quotes.extraction.role_owners import owning_body, split_modifiers
from quotes.extraction.role_ranks import before_rank
from quotes.extraction.word_tokens import Token

_AGE = re.compile(r"\d{1,3}-year-old$|\d+-plus$")
MAX_BEFORE = 26
"""Words before a name that are looked at."""

_BEFORE_VERBS = frozenset("to might may must can could will would shall should cannot".split())
_ASKS = frozenset("is was are were did does do has have had".split()) | (_BEFORE_VERBS - {"to"})
_ARTICLES = words_of("capacity_words.txt", "articles")
_PRONOUNS = words_of("capacity_words.txt", "pronouns")
_NUMBERS = frozenset(["two", "three", "four", "five", "six"])
_MANY = frozenset(["women", "men", "children", "people"])
_DETERMINERS = _ARTICLES | _PRONOUNS | words_of("capacity_words.txt", "other-determiners")
_ADVERBS = words_of("capacity_words.txt", "adverbs")
_PREPOSITIONS = words_of("capacity_words.txt", "prepositions")
_HONORIFICS = words_of("capacity_words.txt", "honorifics")
_RIVALS = words_of("capacity_words.txt", "rivals")
_JOINS = words_of("capacity_words.txt", "joins")


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
    begin: int = 0
    """Where the whole phrase begins, its determiner and possessor included."""
    single: bool = False
    """Whether `one of` makes one of several: `one of the researchers`."""


def role_at(tokens: Sequence[Token], index: int, known: Known, limit: int | None = None) -> RolePhrase | None:
    """Read the role phrase that begins at a token, before `limit` if one is given; None if none does."""
    stop = len(tokens) if limit is None else limit
    start, determined, anaphor = _determiner(tokens, index, stop)
    owner: tuple[int, int] | None = None
    whose: int | None = None
    of_many: int | None = None
    for _ in range(2):
        after = _possessor(tokens, start, stop)
        if after is None:
            break
        owner, determined = (start, after - 1), True
        if not tokens[after - 2].capital and not (tokens[start].capital and is_body(tokens[after - 2])):
            anaphor, owner = after - 2 if is_body(tokens[after - 2]) else None, None
            whose = start if is_role_noun(tokens[after - 2]) else None
            of_many = start if after - 2 == start and tokens[start].lower in _MANY else None  # women's | coach
        start = after
    looks = determined and start + 1 < stop and is_look(tokens[start]) and not ends_phrase(tokens[start + 1])
    if looks and not stands_inside(tokens, start, start, stop):
        start += 1  # the bespectacled | head of the Dockers' Union
    while start + 1 < stop and _AGE.match(tokens[start].lower) and not ends_phrase(tokens[start + 1]):
        start += 1  # a 19-year-old | student
    core = core_of(tokens, start, stop)
    if core is None:
        return None
    head, core_end = core
    if _is_surname(tokens, head, known):
        return None
    role_start, organization, kept = split_modifiers(tokens, start, head, known)
    if organization is not None and ends_phrase(tokens[organization[1] - 1]):
        organization = None  # Oland Faces Ruin After Divorce From | Wife Jo Hale
    after_noun = read_complements(tokens, core_end, head, known, stop)
    parted = organization is not None and not kept
    if after_noun.organization is not None and parted and tokens[core_end + 1].lower == "charge":
        # Harbour Union Secretary General in charge of the Tide Department: a part of the body before
        after_noun = replace(after_noun, organization=None, role_end=core_end)
    if after_noun.organization is not None:
        if parted:
            role_start = start  # Treasury minister at …: the nearer body is in the complement
        organization = after_noun.organization
    if owner is not None and organization is None and _is_plural_possessor(tokens, owner):
        run = start
        while run < head and tokens[run].capital:
            run += 1
        if run == start and run < head and _is_joint_body(tokens, owner, run):
            run += 1  # Farmers’ co-operative | chairperson
        if any(is_body(token) for token in tokens[start:run]):
            role_start, organization = run, (owner[0], run)  # Millers' Association | president
    whole = known.body_at(owner[1] - 1) if owner is not None else None
    if owner is not None and start < head and tokens[owner[1] - 1].capital:
        led = tokens[start].text == "Department" and is_role_noun(tokens[owner[1] - 1])
        if led or tokens[start].text == "Office":
            whole = owner[0], start + 1  # Attorney General's Office | spokesperson, Sheriff's Department | spokesman
    if organization is None and whole is not None and start < whole[1] <= head and tokens[whole[1] - 1].capital:
        role_start, organization = whole[1], whole  # Harbour People's Party | leader
    of_all = organization is None and owner is not None and _are_people(tokens, owner, head, known)
    if organization is None and owner is not None and not of_all:
        organization = owning_body(tokens, owner, head, known)
    if is_kin(tokens[head].lower) and role_start == start:  # Al Dene's wife; the nominee's daughter
        role_start = owner[0] if owner is not None else whose if whose is not None else start
    if of_all and owner is not None:
        of_many = owner[0]  # Women's rights activist
    if of_many is not None and role_start == start:
        role_start = of_many
    return RolePhrase(
        role_start,
        after_noun.role_end,
        head,
        after_noun.stop,
        organization,
        after_noun.anaphor if after_noun.anaphor is not None else anaphor,
        determined,
        after_noun.topical,
        index,
        tokens[index].lower == "one",
    )


def _is_surname(tokens: Sequence[Token], head: int, known: Known) -> bool:
    """Whether a noun is the last word of somebody's name: Jo Weaver, Mr Cook."""
    if head == 0 or head not in known.persons or head + 1 in known.persons:
        return False
    before = tokens[head - 1]
    return before.lower in _HONORIFICS or (
        head - 1 in known.persons and not (is_attached(before) or is_role_noun(before))
    )


def _is_plural_possessor(tokens: Sequence[Token], owner: tuple[int, int]) -> bool:
    """Whether a possessor is a plural in capitals, as inside a name: Millers' Association."""
    mark = tokens[owner[1]]
    return mark.end - mark.start == 1 and all(token.capital for token in tokens[owner[0] : owner[1]])


def _are_people(tokens: Sequence[Token], owner: tuple[int, int], head: int, known: Known) -> bool:
    """Whether a possessor that opens the sentence is many people and no name: Women's; not Rangers’ captain."""
    first, last = owner
    opens = last - first == 1 and (first == 0 or not tokens[first - 1].word)
    if not opens or not tokens[first].capital or known.named(first) or is_sporting(tokens[head].lower):
        return False
    many = tokens[first].lower in _MANY or _is_plural_possessor(tokens, owner)
    return many and is_common(tokens[first])


def _is_joint_body(tokens: Sequence[Token], owner: tuple[int, int], index: int) -> bool:
    """Whether a noun is the body of those who own it: Farmers’ co-operative, Teachers’ union; but Rangers’ club."""
    return is_body(tokens[index]) and (not is_attached(tokens[index]) or is_role_noun(tokens[owner[1] - 1]))


def role_before(tokens: Sequence[Token], end: int, known: Known) -> RolePhrase | None:
    """Read the role phrase that ends where token `end` begins (a name, or the comma before it); None if none does."""
    low = max(0, end - MAX_BEFORE)
    if end - low > 1 and is_title(tokens[end - 1]) and tokens[end - 2].lower in _RIVALS:
        return role_at(tokens, end - 1, known, limit=end)  # her rival | Sen. Jo Hale
    end = before_rank(tokens, end, low)
    head = end - 1
    if head < low or not tokens[head].word:
        return None
    if not (is_role_noun(tokens[head]) or is_title(tokens[head])):
        head = _head_with_complement(tokens, end, low)
        if head < 0:
            return None
    if head - 2 >= low and tokens[head].lower == "justice" and tokens[head - 1].lower in ("of", "for"):
        head -= 2 if is_role_noun(tokens[head - 2]) else 0  # Minister of Justice Jo Hale is no justice
    if head > low and tokens[head].capital and tokens[head - 1].lower == "of" and is_plural_role(tokens[head].lower):
        holder = _head_with_complement(tokens, end, low)
        head = holder if holder >= 0 else head  # Speaker of the House of Deputies Jo Hale is no deputy
    start = _leftmost(tokens, head, low, known)
    while start <= head:
        phrase = role_at(tokens, start, known, limit=end)
        if phrase is not None and phrase.stop == end:
            return phrase
        if phrase is not None and phrase.topical and tokens[phrase.stop].lower == "and" and phrase.stop + 1 < end:
            # Secretary of State and presidential candidate Jo Hale
            second = role_at(tokens, phrase.stop + 1, known, limit=end)
            if second is not None and second.stop == end and not second.determined:
                return replace(phrase, end=second.end, stop=end)
        start += 1
    return None


def _determiner(tokens: Sequence[Token], index: int, stop: int) -> tuple[int, bool, int | None]:
    """Step over `now the`, `one of the`, `his`; return the next index, whether determined, and a pronoun's index."""
    while index < stop and tokens[index].lower in _ADVERBS:
        index += 1
    if index + 1 < stop and tokens[index].lower == "one" and tokens[index + 1].lower != "of":
        return index + 1, True, None
    if index + 2 < stop and tokens[index].lower == "one" and tokens[index + 1].lower == "of":
        index += 2
    if index < stop and tokens[index].lower in _DETERMINERS:
        pronoun = index if tokens[index].lower in _PRONOUNS else None
        counted = index + 1 < stop and tokens[index + 1].lower in _NUMBERS  # the two ministers
        return index + 1 + counted, True, pronoun
    if index < stop and tokens[index].lower in _NUMBERS and (not tokens[index].capital or tokens[index].text == "Two"):
        return index + 1, True, None  # but Five, a channel
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


def _opens_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word before makes a verb of a lower-case one: has used, to assist, might praise."""
    before, token = tokens[index - 1].lower, tokens[index].lower
    if before in ("has", "have", "had", "having"):
        return token.endswith("ed")
    return (
        before in _BEFORE_VERBS
        and tokens[index + 1].capital
        and "-" not in token
        and not is_adjective_like(tokens[index])
    )


def _head_with_complement(tokens: Sequence[Token], end: int, low: int) -> int:
    """Find the noun of a role before `of …`: `minister` in assistant minister of foreign affairs, Hong Lei."""
    for index in range(end - 1, low - 1, -1):
        token = tokens[index]
        joint = index > low + 1 and tokens[index - 2].text == "Joint"  # chairman of the Joint Chiefs of Staff
        if token.lower in _PREPOSITIONS and index > low and is_role_noun(tokens[index - 1]) and not joint:
            return index - 1
        if (
            ends_phrase(token)
            and token.lower not in _PREPOSITIONS
            and token.lower not in ("the", "and", "&", "'s", "a", "an", "his", "her", "its")
        ):
            return -1
    return -1


def _are_adjectives(first: Token, second: Token) -> bool:
    """Whether a comma joins two words: fierce, uncompromising elder; but outside the assembly, opposition leader."""
    return is_adjective_like(first) and not is_body(first) and is_adjective_like(second) and not is_attached(second)


def _leftmost(tokens: Sequence[Token], head: int, low: int, known: Known) -> int:
    """Walk left from a role's noun to where its phrase may begin."""
    index = head
    while index > low:
        token = tokens[index - 1]
        if token.word and not token.capital and tokens[index].capital and is_verb(token):
            break  # they invite Leeds President Hale
        if index - 2 >= low and token.word and not token.capital and _opens_verb(tokens, index - 1):
            break  # they have used harbour pilot Hale; they came to assist Leeds Mayor Hale
        small = index == head and tokens[head].capital and token.word and not token.capital and not ends_phrase(token)
        if token.lower in _ASKS and token.capital:
            break  # Is President Hale going to say so?
        single = is_role_noun(token) and not is_plural_role(token.lower)
        describes = is_adjective_like(token) or "-" in token.lower or single or ends_phrase(token)
        if tokens[index].lower == "former" and token.word and not token.capital and not describes:
            break  # the challenge former Governor Hale sent them
        if not small and index < head and token.word and not token.capital:
            # a recommendation Attorney General Hale adopted
            small = tokens[head].capital and tokens[index].capital and not (ends_phrase(token) or is_body(token))
        if small and not (is_adjective_like(token) or "-" in token.lower or single):
            break  # former President Hale; but: the pound President Hale saved, the refugees President Hale met
        if not ends_phrase(token) or is_title(token) or token.lower == "'s":
            index -= 1
        elif (
            index - 2 >= low
            and index < head + 1
            and tokens[index].capital
            and carries_name_on(tokens[index - 2], token)
        ):
            index -= 1  # CBS This Morning co-anchor
        elif (
            token.lower in ("and", "&", "of", "for", "on", ",")
            and index - 2 >= low
            and not ends_phrase(tokens[index - 2])
        ):
            opened = tokens[index].capital or tokens[index].lower == "the"
            names = tokens[index - 2].capital and opened and token.lower != "," and index < head
            words = token.lower in ("and", ",", "&") and not tokens[index].capital and not tokens[index - 2].capital
            words = words and (token.lower != "," or _are_adjectives(tokens[index - 2], tokens[index]))
            roles = token.lower in ("and", "&") and is_role_noun(tokens[index - 2])
            if not (names or words or roles) or index - 2 in known.persons:
                break  # Jo Hale and President Dene
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
    if index > low and (tokens[index - 1].lower in _DETERMINERS or tokens[index - 1].lower in _NUMBERS):
        index -= 1
    elif index + 1 < head and tokens[index].capital and tokens[index + 1].lower == "former":
        opens = index == 0 or not tokens[index - 1].word
        if opens and not is_attached(tokens[index]) and is_common(tokens[index]):
            index += 1  # Count former President Hale among the critics
    return index
