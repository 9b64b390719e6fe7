"""The body that a role leaves out because the text named it before: `the company's chief`, a bare `spokesman`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.organizations import Known
from quotes.extraction.role_lexicon import (
    ends_phrase,
    is_attached,
    is_body,
    is_common,
    is_common_body,
    is_verb,
    words_of,
)
from quotes.extraction.role_phrases import RolePhrase
from quotes.extraction.word_tokens import Token

MAX_BACK = 90
"""Words between a body and a word for it."""
MAX_FIELD = 4
"""Words before a noun for a body that say what it does."""
MAX_BODIES = 8
"""Bodies named before a role that may be the one it leaves out."""
MAX_CANDIDATE = 4
"""Words of a candidate's name, title included, after `spokesman for`."""
MAX_SHOUTED = 25
"""Words of a line that may be all in capitals."""
MIN_SHOUTED = 3
"""Words that such a line has: what is shorter may be a name."""
MAX_SAME_WORD = 40
"""Bodies named before `the council` whose names are searched for the word."""

_SUBJECT = 1.0  # opening its sentence, as a subject does, weighs as much as _DISTANCE words of nearness
_QUOTED = 0.7  # what somebody else speaks of is seldom the speaker's own
_OPENS_QUOTE = 0.4  # nor what the words quoted begin with, as one may well speak of a rival
_DISTANCE = 45.0
_GENERIC = words_of("capacity_words.txt", "generic-bodies")
_NO_EMPLOYERS = words_of("capacity_words.txt", "no-employers")
_OFFICERS = words_of("capacity_words.txt", "officers")
_CAMPAIGNERS = words_of("capacity_words.txt", "campaigners")
_NAMED_SO = words_of("capacity_words.txt", "named-so")
_SELF_EMPLOYED = words_of("capacity_words.txt", "self-employed")
_OPENING = frozenset("“\"‘'«\n.?!:;")
_DETERMINING = frozenset(["the", "a", "'s", "its", "their", "local", "national", "state", "federal"])
_OF_A_FIELD = frozenset(["union", "council", "school", "college", "hospital", "church"])
_SEEN = frozenset(["seen", "obtained", "reviewed", "viewed", "contacted", "quoted", "published", "reported"])
_SHARED = frozenset(["shared", "interview", "interviews", "conversation", "conversations"])
_OUTSIDERS = frozenset("professor analyst economist researcher fellow student graduate alumnus columnist".split())
"""Who speaks of others, not of their own body: Tern University professor Hale … chief executive Dene."""
_REPORTED = frozenset(["told", "to"])  # she told the Gazette; according to the Gazette


def body_meant(tokens: Sequence[Token], known: Known, phrase: RolePhrase, title: bool) -> tuple[int, int] | None:
    """Find the body, named before, that `the company` in a role or a bare `chief executive` before a name speaks of.

    `title` says whether the phrase stands before a name, or alone for a speaker without one. A body whose name holds
    the very word is preferred (the council ▶ Muslim Council); else the one that the text before is about. None if
    there is none, or if the role does not ask for a body.
    """
    campaign = _campaign(tokens, known, phrase)
    if campaign is not None:
        return campaign
    word = tokens[phrase.anaphor].lower if phrase.anaphor is not None else None
    if word is None and title and phrase.head > phrase.start and tokens[phrase.start].lower in _GENERIC:
        word = tokens[phrase.start].lower  # a company spokesman
    if word is None and not (title and _asks_for_body(tokens, phrase)):
        return None
    if word == "campaign":
        return _nearest_campaign(tokens, known, phrase.begin)
    last = known.bodies_before(phrase.begin)
    if word is not None and word not in ("its", "their"):
        for place in range(last, max(-1, last - MAX_SAME_WORD), -1):
            first, end = known.bodies[place]
            named_so = any(tokens[index].lower == word for index in range(first, end))
            if named_so and not _is_quoted(tokens, first):  # the party is not the one that somebody speaks of
                return first, end
        field = _described(tokens, phrase.anaphor) if word in _OF_A_FIELD and phrase.anaphor is not None else None
        if field is not None and phrase.anaphor is not None and phrase.anaphor > phrase.head:
            return field  # head of the police union
        if word in _NAMED_SO or (word not in _GENERIC and not is_common_body(tokens[phrase.anaphor or 0])):
            return None
    if phrase.anaphor is not None and is_common_body(tokens[phrase.anaphor]):
        return common_body(tokens, phrase.anaphor)
    if word is not None and phrase.anaphor is not None and phrase.anaphor > phrase.head:
        described = _described(tokens, phrase.anaphor)
        if described is not None:
            return described
    return _spoken_of(tokens, known, phrase.begin, last, carriers=word is not None)


def _described(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Return a body that has no name but says what it is: (an engineer with the) `county roads office`."""
    first = index
    while first > 0 and index - first < MAX_FIELD and not ends_phrase(tokens[first - 1]):
        first -= 1
    return (_joined_before(tokens, first), index + 1) if first < index else None


def _spoken_of(tokens: Sequence[Token], known: Known, index: int, last: int, carriers: bool) -> tuple[int, int] | None:
    """Return the body that the text before `index` is about: the subject of its sentence, or else the nearest.

    `carriers` says whether one by which a thing was seen, or that got an interview, can be meant: its editor.
    """
    best: tuple[int, int] | None = None
    best_score = 0.0
    named = [known.bodies[place] for place in range(last, max(-1, last - MAX_BODIES), -1)]
    for first, end in sorted({*named, *_unknown_subjects(tokens, known, index)}, reverse=True):
        if index - end > MAX_BACK:
            continue
        if tokens[end].lower in _OUTSIDERS or (not carriers and tokens[end].lower == "reports"):
            continue  # the Gazette reports that the firm was sold
        bracketed = first > 0 and tokens[first - 1].text == "("
        if not tokens[end - 1].capital or tokens[end - 1].text in _NO_EMPLOYERS or bracketed:
            continue
        if _is_shouted(tokens, first):
            continue
        before = _before_description(tokens, first)
        if before >= 0 and (tokens[before].lower in _REPORTED or (not carriers and _carries(tokens, before))):
            continue
        opens = before < 0 or tokens[before].text in _OPENING
        quoted = _is_quoted(tokens, first)
        # Acme backed the plan; the lobby group Acme said so; “Acme is listening,” a spokesman said
        # but not: Acme said no, adding Tidewatch had agreed
        reported = before >= 0 and (tokens[before].lower == "that" or tokens[before].lower in reporting_verb_forms())
        subject = opens or (not quoted and not reported and _is_subject(tokens, end))
        score = _SUBJECT * subject - (_OPENS_QUOTE if opens else _QUOTED) * quoted - (index - end) / _DISTANCE
        if best is None or score > best_score:
            best, best_score = (first, end), score
    return best


def _carries(tokens: Sequence[Token], before: int) -> bool:
    """Whether a body only carries what is said: a memo seen by the Post, an interview with the Post."""
    word, verb = tokens[before].lower, tokens[before - 1].lower if before > 0 else ""
    return (word == "by" and verb in _SEEN) or (word == "with" and verb in _SHARED)


def _is_shouted(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands in a line all in capitals, of MAX_SHOUTED words at most: TIDE BOARD CHIEF LASHES OUT.

    Such lines between the paragraphs speak of another article.
    """
    first = index
    while first > 0 and index - first < MAX_SHOUTED and tokens[first - 1].text != "\n":
        first -= 1
    words = 0
    for token in tokens[first : first + MAX_SHOUTED]:
        if token.text == "\n":
            break
        if any(char.islower() for char in token.text if token.lower != "'s"):
            return False
        words += token.word
    return words >= MIN_SHOUTED


def _before_description(tokens: Sequence[Token], first: int) -> int:
    """Return the token before a body's article and what it is said to be: [The] telecom analysts Acme; -1 if none."""
    before = first - 1
    while before >= 0 and first - before <= MAX_FIELD + 1 and not ends_phrase(tokens[before]):
        before -= 1
    if before >= 0 and tokens[before].lower == "the":
        before -= 1
    return before


def _unknown_subjects(tokens: Sequence[Token], known: Known, index: int) -> Iterator[tuple[int, int]]:
    """Yield capitalised subjects before a token that the article's names do not hold: Acme backed the plan."""
    for first in range(max(0, index - MAX_BACK), index):
        opens = first == 0 or tokens[first - 1].text in _OPENING
        if not opens or not tokens[first].capital or ends_phrase(tokens[first]):
            continue
        end = first + 1
        while end < index and tokens[end].capital and not ends_phrase(tokens[end]):
            end += 1
        contracted = "'" in tokens[first].text or "’" in tokens[first].text  # We're, Don't
        if (
            end == index
            or contracted
            or any(known.named(place) for place in range(first, end))
            or not _is_subject(tokens, end)
        ):
            continue
        if known.kind(tokens, first, end) == "body" and not is_common(tokens[first]):
            yield first, end


def _is_subject(tokens: Sequence[Token], end: int) -> bool:
    """Whether a verb comes right after a name that ends before token `end`."""
    if tokens[end].lower in ("also", "has", "have", "is", "was", "will"):
        return True
    return is_verb(tokens[end])


def _is_quoted(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands inside quotation marks, as far as its paragraph tells."""
    straight = 0
    for place in range(index - 1, max(-1, index - 1 - MAX_BACK), -1):
        text = tokens[place].text
        if text == "“":
            return True
        if text in ("”", "\n"):
            break
        straight += text == '"'
    return straight % 2 == 1


def _campaign(tokens: Sequence[Token], known: Known, phrase: RolePhrase) -> tuple[int, int] | None:
    """Return `Hale campaign`, named anywhere, for a Hale spokesman or a spokesman for Ms. Hale."""
    if tokens[phrase.head].lower not in _CAMPAIGNERS:
        return None
    for index in range(phrase.begin, phrase.head):
        if tokens[index].capital and tokens[index].lower in known.campaigns:
            return known.campaigns[tokens[index].lower]
    if phrase.head + 1 < len(tokens) and tokens[phrase.head + 1].lower == "for":
        for index in range(phrase.head + 2, min(phrase.head + 2 + MAX_CANDIDATE, len(tokens))):
            if tokens[index].capital and tokens[index].lower in known.campaigns:
                return known.campaigns[tokens[index].lower]
            if not tokens[index].capital:
                break
    return None


def _nearest_campaign(tokens: Sequence[Token], known: Known, index: int) -> tuple[int, int] | None:
    """Return the campaign that a campaign spokesman speaks for: the last one named before, else the only one."""
    for place in range(index - 1, max(1, index - MAX_BACK), -1):
        if tokens[place].lower == "campaign" and (found := _owner_of(tokens, place)) is not None:
            return found, place + 1
    campaigns = [span for span in known.campaigns.values() if tokens[span[1] - 1].lower == "campaign"]
    return campaigns[0] if len(campaigns) == 1 else None


def _owner_of(tokens: Sequence[Token], index: int) -> int | None:
    """Return the token of the name before a campaign or office at a token: Hale campaign, Hale's campaign."""
    name = index - 2 if index > 1 and tokens[index - 1].lower == "'s" else index - 1
    return name if tokens[name].capital and not ends_phrase(tokens[name]) else None


def campaigns_in(tokens: Sequence[Token]) -> dict[str, tuple[int, int]]:
    """Return where the text first names somebody's campaign, else office, by that person's name in lower case."""
    found: dict[str, tuple[int, int]] = {}
    offices: dict[str, tuple[int, int]] = {}
    for index in range(1, len(tokens)):
        if tokens[index].lower not in ("campaign", "office"):
            continue
        name = _owner_of(tokens, index)
        if name is None:
            continue
        if tokens[index].lower == "campaign":
            found.setdefault(tokens[name].lower, (name, index + 1))
        elif name == index - 2 and not tokens[index].capital:
            offices.setdefault(tokens[name].lower, (name, index + 1))
    return {**offices, **found}


def _asks_for_body(tokens: Sequence[Token], phrase: RolePhrase) -> bool:
    """Whether a title names an officer and nothing of whom: chief executive Jo Hale; not President Hale."""
    after = tokens[phrase.stop].lower if phrase.stop < len(tokens) else ""
    if phrase.stop != phrase.end or after in ("for", "of", "from"):
        return False  # a spokesman for somebody
    article = phrase.determined and tokens[phrase.begin].lower not in ("a", "an", "the", "that")
    if article or tokens[phrase.head].lower not in _OFFICERS or tokens[phrase.head].text == "President":
        return False
    if any(is_common_body(tokens[index]) for index in range(phrase.start, phrase.head)):
        return False  # a police officer
    if any(tokens[index].lower == "police" for index in range(phrase.head + 1, phrase.end)):
        return False  # Superintendent of Police; but controller of entertainment is of some firm
    return all(
        is_attached(tokens[index]) and tokens[index].lower != "former" and tokens[index].lower not in _SELF_EMPLOYED
        for index in range(phrase.start, phrase.head)
    )


def common_body(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Return a body named by its field with the field: the (health) `ministry`, the (search and rescue) `agency`."""
    before = tokens[index - 1] if index > 0 else None
    if before is None or ends_phrase(before):
        return index, index + 1
    return _joined_before(tokens, index - 1), index + 1


def _joined_before(tokens: Sequence[Token], first: int) -> int:
    """Return where the field of a body begins that has two words for it: the [search and] rescue agency.

    But: the police and rescue service, which are two.
    """
    if first < 3 or tokens[first - 1].lower != "and" or tokens[first - 3].lower not in _DETERMINING:
        return first
    other = tokens[first - 2]
    apart = not other.word or other.capital or tokens[first].capital or ends_phrase(other) or is_body(other)
    return first if apart else first - 2
