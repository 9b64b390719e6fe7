"""What stands before a role's noun: whose it is, or which body's: White House | press secretary."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.organizations import Known, local_body
from quotes.extraction.role_lexicon import (
    ends_phrase,
    is_attached,
    is_body,
    is_capital,
    is_common,
    is_common_body,
    is_country,
    is_kin,
    is_made_adjective,
    is_named_body,
    is_party,
    is_party_name,
    is_people,
    is_place,
    is_plural_role,
    is_role_noun,
    is_sporting,
    is_state,
    is_title,
    keeps_modifiers,
    words_of,
)
from quotes.extraction.word_tokens import Token

_JOINS = words_of("capacity_words.txt", "joins")
_ADVERBS = words_of("capacity_words.txt", "adverbs")
_BEFORE_ORGANIZATION = words_of("capacity_words.txt", "before-organization")
# roles held for a place: Glasgow Kelvin MP, Leeds resident
_LOCAL = words_of("capacity_words.txt", "local")
_KEPT_IN_ROLE = words_of("capacity_words.txt", "kept-in-role")
_CLUB_OFFICERS = words_of("capacity_words.txt", "club-officers")
_ADVISING = words_of("capacity_words.txt", "advising")
_STANDING = words_of("capacity_words.txt", "standing")
_ONCE_SERVED = words_of("capacity_words.txt", "once-served")
_AREAS = words_of("capacity_words.txt", "areas")
_TRADES = words_of("role_modifiers.txt", "trades")
_PREMISES = words_of("capacity_words.txt", "premises")
_ADJECTIVE_ENDINGS = ("ative", "itive", "ctive", "ical", "ional", "ious")
_HIGH_OFFICES = frozenset(["commissioner", "representative"])
_ENDS_OF_NAMES = frozenset(["relations", "affairs", "policy", "studies", "rights"])
"""What bodies are named for, though it is a field of an office as well: Council on Tide Relations | Director."""
_BEATS = (("white", "house"), ("capitol", "hill"), ("state", "department"))
"""What a paper's own correspondents are sent to, and no employer of theirs: the Courier | White House correspondent."""
_OF_CABINETS = frozenset(["member", "members", "minister", "ministers"])
_CHAMBERS = frozenset(["House", "Senate", "Commons", "Assembly"])
_FORCES = frozenset(["police", "army", "navy", "military"])
_OF_A_KIND = words_of("capacity_words.txt", "of-a-kind")
_DEPARTMENTS = frozenset(["office", "department", "ministry", "treasury"])
_CAMPAIGNERS = words_of("capacity_words.txt", "campaigners")
_IN_BODIES = words_of("capacity_words.txt", "in-bodies")
_OWN_BODIES = words_of("capacity_words.txt", "own-bodies")
_GOVERNING = words_of("capacity_words.txt", "governing")
_STATE_OFFICES = words_of("capacity_words.txt", "state-offices")


def split_modifiers(
    tokens: Sequence[Token], start: int, head: int, known: Known
) -> tuple[int, tuple[int, int] | None, bool]:
    """Divide the words before a role's noun: `White House` | `press secretary`.

    Returns where the role begins, the organisation (or None) and whether the organisation stays inside the role.
    """
    field = next((i for i in range(head - 1, start - 1, -1) if is_common_body(tokens[i])), None)
    opens = start == 0 or not tokens[start - 1].word  # Foreign ministry spokeswoman …
    lower_from = start + 1 if opens and is_attached(tokens[start]) else start
    if field is not None and field > start and tokens[field - 1].lower in ("and", "&"):
        field = None  # politics and government outreach director
    if field is not None and not any(token.capital for token in tokens[lower_from : field + 1]):
        if tokens[field].lower in _FORCES and tokens[head].lower in _OF_A_KIND:
            return start, None, True  # a police officer is one of a kind, and a police spokesman its voice
        if tokens[field].lower == "cabinet" and field == head - 1 and tokens[head].lower in _OF_CABINETS:
            return start, None, True  # the council's cabinet member for housing
        first = field - 1 if field > start and not ends_phrase(tokens[field - 1]) else field
        standing = tokens[first].lower in _STANDING and first < field
        first += standing or tokens[first].lower in _BEFORE_ORGANIZATION  # former | government | adviser
        return field + 1, (first, field + 1), False  # foreign ministry | spokeswoman
    local = local_body(tokens, start, head)
    if local is not None:
        return local[1], local, False  # Leeds city council | leader
    boundary = _attached_from(tokens, start, head, known)
    if boundary == start:
        served_in = tokens[start].text in _KEPT_IN_ROLE and tokens[head].lower in _ONCE_SERVED
        return start, (start, start + 1) if served_in else None, True  # Navy veteran
    first = boundary - 1
    while first > start and (
        tokens[first - 1].capital
        or (tokens[first - 1].lower in _JOINS and tokens[first - 2].capital and first - 2 >= start)
    ):
        if not tokens[first - 1].capital and tokens[first].lower in _JOINS:
            break
        if tokens[first - 1].lower in _BEFORE_ORGANIZATION or tokens[first - 1].lower in _STANDING:
            break  # Senior | Congress | leader
        first -= 1
    if first - 3 >= start and tokens[first - 1].lower == "the" and tokens[first - 2].lower in ("of", "for"):
        first -= 3  # [Tide Party for the] People leader
        while first > start and tokens[first - 1].capital:
            first -= 1
    while (
        first < boundary - 1
        and known.kind(tokens, first, first + 1) in ("people", "party")
        and not is_body(tokens[boundary - 1])
    ):
        if known.kind(tokens, first, boundary) not in ("people", "party", "place", "person"):
            break
        if all(i in known.places for i in range(first, boundary)) or is_place(_name(tokens, first, boundary)):
            break  # Green Harbour, a town, and no harbour of the Greens
        first += 1
    opens = first == 0 or not tokens[first - 1].word
    if opens and first < boundary - 1 and is_role_noun(tokens[first]) and not known.named(first):
        first += 1  # Billionaire | Acme | boss
    made = [i for i in range(first, boundary - 1) if is_made_adjective(tokens[i])]
    if made:
        first = made[-1] + 1  # Leeds-based | Tide Bank | economist, New York-area | Hale | volunteer
    noun = tokens[head].lower
    beat = tuple(token.lower for token in tokens[boundary - 2 : boundary])
    if noun in ("correspondent", "reporter") and beat in _BEATS:
        if boundary - first == 2:
            return start, None, True  # the Courier's | White House correspondent
        boundary -= 2
    if (
        noun == "leader"
        and boundary - first > 1
        and tokens[boundary - 1].text in _CHAMBERS
        and tokens[boundary - 2].text.isupper()
    ):
        boundary -= 1  # HPU | House leader
    name = _name(tokens, first, boundary)
    kind = known.kind(tokens, first, boundary)
    lone = all(token.lower == "chief" for token in tokens[boundary:head])
    in_club = lone and noun in _CLUB_OFFICERS and not is_state(name)  # Sunderland chief executive
    if kind == "person" and noun in _IN_BODIES and first > 0 and tokens[first - 1].lower not in ("and", ","):
        kind = "body"  # Ada Quill singer Jo Hale, of a band called so
    if kind in ("place", "person") and (is_sporting(noun) or in_club) and not tokens[boundary].capital:
        kind = "body"
    opens = first == boundary - 1 and (first == 0 or not tokens[first - 1].word)
    # labor is a common word, Labor senator Jo Hale's party is none
    common = opens and not is_sporting(noun) and not known.named(first) and name != "Labor"
    # Auction host, Investigative reporter: the capital is the sentence's
    common = common and (is_common(tokens[first]) or tokens[first].lower.endswith(_ADJECTIVE_ENDINGS))
    common = common or (opens and not known.named(first) and _is_of_sentence(tokens[first]))
    adjective = kind == "body" and known.kind(tokens, boundary - 1, boundary) in ("people", "party")
    adjective = adjective and not any(is_body(token) for token in tokens[first:boundary])  # Nobel-winning Peruvian
    # Harbour Watch, Tideway Republicans, Ohio GOP: the article's names hold all the words for one body
    whole = boundary - first > 1 and known.body_at(first) == (first, boundary)
    last = tokens[boundary - 1].text
    adjective = adjective and not (whole and (last.endswith("s") or last.isupper()))
    patron = noun in _ADVISING or (noun in _CAMPAIGNERS and tokens[first].lower in known.campaigns)
    patron = patron and boundary - first == 1 and not name.isupper()  # Dene adviser, more likely a person
    served = name in _KEPT_IN_ROLE or (boundary - first == 1 and name.isupper())
    if kind == "body" and served and noun in _ONCE_SERVED:
        return start, (first, boundary), True  # NFL star, Navy veteran
    if (
        adjective
        or name.lower() in _AREAS  # Resident District Commissioner
        or patron
        or keeps_modifiers(noun)
        or common
        or is_made_adjective(tokens[boundary - 1])  # Nobel Prize-winning economist
        or _is_double_people(tokens[boundary - 1])
    ):
        return start, None, True
    if (
        kind == "body"
        and noun in _LOCAL
        and not any(is_body(token) for token in tokens[first:boundary])
        and not name.isupper()
        and not is_named_body(name)
        and not (whole and noun == "president")
    ):
        kind = "place"
    if kind == "party" and is_party_name(name) and noun not in _LOCAL and first == start:
        return boundary, (first, boundary), False
    if kind == "place" and noun in _STATE_OFFICES and is_country(name) and first == start:
        return boundary, (first, boundary), False  # US | President, as in Albania's | foreign minister
    if kind == "party":
        return start, (first, boundary) if is_party_name(name) else None, True
    if kind == "place" and first - 2 >= start and not tokens[first - 1].capital and is_attached(tokens[first - 1]):
        body = known.body_at(first - 2)  # Tide Insight | chief U.S. economist
        if body is not None and body[0] >= start and body[1] == first - 1:
            return first - 1, body, False
    if kind != "body":
        return start, None, True
    if first > start and any(tokens[i].lower in _BEFORE_ORGANIZATION for i in range(start, first)):
        return start, (first, boundary), True
    if noun == "minister" and tokens[boundary - 1].lower not in _DEPARTMENTS:
        return start, None, True  # Ohio Police Minister: a portfolio
    if name in _KEPT_IN_ROLE or noun == "minister":
        return first, (first, boundary), True  # Home Office minister
    if tokens[first].text in _KEPT_IN_ROLE and all(is_party(tokens[i].text) for i in range(first + 1, boundary)):
        return first, (first, first + 1), True  # Senate Republican leader
    # Trump campaign manager: manager of the campaign, and of the body that it is
    return boundary - (tokens[boundary - 1].lower == "campaign" and noun == "manager"), (first, boundary), False


def _attached_from(tokens: Sequence[Token], start: int, head: int, known: Known) -> int:
    """Walk left from a role's noun over the words that belong to it; return the first of them.

    What stands before is a name, if anything: White House | press secretary.
    """
    joint = next((i for i in range(head - 2, start, -1) if not tokens[i].capital and tokens[i].lower in _JOINS), None)
    if joint is not None and tokens[joint - 1].capital and is_body(tokens[joint - 1]) and tokens[joint + 1].capital:
        index = joint + 2  # Department of Health | spokeswoman
        while (
            index < head
            and tokens[index].capital
            and (not is_attached(tokens[index]) or not tokens[head].capital or tokens[index].lower in _ENDS_OF_NAMES)
        ):
            index += 1
        return index
    index = head
    while index > start:
        token = tokens[index - 1]
        body = known.body_at(index - 1)
        if body is not None and start <= body[0] and body[1] == index and index - body[0] > 1:
            return index  # Fox News | host, as the article's names have it
        before = tokens[index - 2] if index - 2 >= start else None
        if token.word and not token.capital:
            apart = is_body(token) and (not is_attached(token) or token.lower in _OWN_BODIES)
            if apart and before is not None and before.capital and not is_attached(before):
                return index  # Trump campaign | manager
        elif token.word:
            acronym = token.text.isupper() and len(token.text) > 1 and not tokens[head].capital
            if acronym and before is not None and before.capital and not is_attached(before):
                return index  # Tide TV | editor
            if is_body(token) and (not is_attached(token) or _named_further(tokens, start, index - 1)):
                named = (before is not None and before.capital) or is_named_body(token.text)
                return index if named else index - 1
            if token.lower == "news" and before is not None and before.capital and not is_attached(before):
                return index  # Tide News | National Security editor
            high = token.lower == "high" and index < len(tokens) and tokens[index].lower in _HIGH_OFFICES
            if not (high or is_attached(token) or is_role_noun(token) or is_title(token)):
                return index
        index -= 1
    return index


def _name(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(token.text for token in tokens[first:last])


def _is_of_sentence(token: Token) -> bool:
    """Whether a first word has its capital from the sentence: Lodge owner, Left-arm spinner; but Council leader."""
    known = token.lower in _PREMISES or token.lower in _TRADES
    return known or ("-" in token.text and token.text.rsplit("-", 1)[1].islower())


def _is_double_people(token: Token) -> bool:
    """Whether a word is two peoples joined: Ruritanian-American."""
    return "-" in token.text and is_people(token.text.rsplit("-", 1)[1])


def _named_further(tokens: Sequence[Token], start: int, index: int) -> bool:
    """Whether a name begins before the capitals at `index`: [Harvard] Business School; but Chief Police Officer."""
    while index > start and tokens[index - 1].capital:
        index -= 1
        if not is_attached(tokens[index]):
            return True
    return False


def owning_body(tokens: Sequence[Token], owner: tuple[int, int], head: int, known: Known) -> tuple[int, int] | None:
    """Return the possessor as the organisation if it can be one: the SEC's chief accountant, Beijing’s minister."""
    first, last = owner
    if is_kin(tokens[head].lower):
        return None
    while first < last and not tokens[first].capital:
        first += 1
    if first == last or tokens[first].lower in _ADVERBS:
        return None
    if tokens[last + 1].lower == "campaign":
        return first, last + 2  # Jo Hale's campaign manager
    titled = is_role_noun(tokens[last - 1]) and not is_plural_role(tokens[last - 1].lower)
    if titled and known.body_at(last - 1) is None:
        return None  # the Prime Minister's adviser; but the Rangers' coach
    kind = known.kind(tokens, first, last)
    if kind in ("body", "party"):
        return first, last
    name = " ".join(token.text for token in tokens[first:last])
    if kind == "place" and (is_sporting(tokens[head].lower) or (is_capital(name) and tokens[head].lower in _GOVERNING)):
        return first, last
    if kind == "place" and tokens[head].lower in _STATE_OFFICES:
        return first, last  # Albania's foreign minister: who has ministers of its own is a state
    return None
