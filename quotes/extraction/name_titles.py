"""Where a title ends and the name begins: Former Harbour Bank Chief Executive | Petra Oland."""

from __future__ import annotations

from quotes.extraction.name_lexicons import (
    TitleWord,
    common_words,
    demonyms,
    given_names,
    is_place,
    known_organization_keys,
    organization_words,
    place_words,
    places,
    portfolios,
    title_modifiers,
    titles,
)
from quotes.extraction.name_words import Word, gap

_ADDRESSED = frozenset(("chair", "leader", "moderator", "director", "editor", "chief", "clerk", "attorney", "counsel"))
ONE_OF_PARTY = frozenset(("republican", "democrat", "tory"))
"""What one member of a party is called: Tory Petra Oland."""
_WITH_PORTFOLIO = frozenset(
    """minister ministers secretary state commissioner councillor councilor cllr mp td msp mep mla mca member senator
    deputy representative legislator undersecretary envoy rapporteur coordinator director adviser advisor administrator
    chancellor mec mmc""".split()
)
_OF_JUDGES = frozenset(("chief", "associate", "presiding"))
"""Before judge or justice, they leave no doubt that it is no name: the Chief Justice."""
_INITIALS = 4
"""Letters of a title in capitals, at most: MP, MLA."""
_MOST_TITLES = 8
"""Words back from a name at which its title may begin."""
_KINDS_OF_PLACE = frozenset(("county", "parish", "province"))


def title_end(words: list[Word], first: int, last: int) -> int | None:
    """Return the index of the last word of the title: 2 for Former Prime Minister Tony Blair."""
    known = titles()
    if words[last].key in organization_words() and not (
        last - first >= 2 and words[first].key in known and words[first + 1].key in given_names()
    ):
        # General Motors, Justice Department: a body's word ends the run
        return None
    if words[first].key in known and tuple(w.key for w in words[first : last + 1]) in known_organization_keys():
        # Garda Síochána
        return None
    for index in range(last - 1, first - 1, -1):
        title = known.get(words[index].key) or title_of_two(words, first, index)
        if title is None or words[index].possessive:
            # Queen’s College Oland
            continue
        rest = words[index + 1].key
        if title.capitals and (rest not in given_names() or index + 1 == last or not words[index].text.isupper()):
            continue
        if title.also_name and rest in organization_words() and rest not in given_names():
            # Major League Rugby
            continue
        if title.also_name and _is_given_here(words, first, index, last):
            continue
        if title.also_name and index > first and not _all_title_like(words, first, index):
            # Tern County Justice Petra Oland is one; Amos King Oland is none
            if words[index - 1].key in given_names():
                continue
            court = words[index - 1].key in organization_words() or words[index - 1].key in place_words()
            if index + 1 == last or not (court or words[index + 1].key in given_names()):
                continue
            return index
        before = words[index - 1].key if index > first else ""
        unlikely = before in given_names() and not title.honorific and not _is_place(words, first, index)
        if unlikely and not _is_initials(words[index]):
            # Amos Baker Oland has no title; the constituency in Chelsea MP Amos Oland is no Ms Chelsea
            continue
        if rest in title_modifiers() and index + 1 == last and not (title.gender and rest in demonyms()):
            # Mr. English is somebody; Chief Deputy is nobody
            continue
        return index
    return _demonym_end(words, first, last)


def _is_initials(word: Word) -> bool:
    return 1 < len(word.text) <= _INITIALS and word.text.isupper() and not word.headline


def title_of_two(words: list[Word], first: int, index: int) -> TitleWord | None:
    """Return what the title of two words that ends at `index` tells: Tan Sri."""
    return titles().get(f"{words[index - 1].key}-{words[index].key}") if index > first else None


def title_start_before(words: list[Word], first: int, head: int) -> int:
    """Return where the title that ends at `head` starts; a body or place in front of it stays outside."""
    start = head
    while start > first:
        before = words[start - 1].key
        stands_in_titles = before in titles() or before in title_modifiers() or before in ("of", "the", "and", "for")
        if not stands_in_titles and title_of_two(words, first, start) is None:
            if title_of_two(words, first, start - 1) is None:
                break
            # Tan Sri | Dr
            start -= 1
        if _ends_known_name(words, first, start - 1):
            break
        start -= 1
    while start < head and words[start].key in ("of", "the", "and", "for"):
        start += 1
    while first < start < head and words[start].key in _KINDS_OF_PLACE:
        # Tern County | Sheriff
        start += 1
    return start


def portfolio_before(text: str, words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return where the title and the name start in: former secretary of [State Petra Oland].

    So too in: Special Agent in [Charge Petra Oland].
    """
    if first < 2 or words[first - 1].key not in ("of", "in") or words[first - 2].key not in titles():
        return None
    if gap(text, words, first - 1) != " " or gap(text, words, first - 2) != " ":
        return None
    if words[first - 1].key == "in":
        charged = words[first].key == "charge" and first < last
        return (title_start_before(words, max(0, first - _MOST_TITLES), first - 2), first + 1) if charged else None
    if words[first - 2].capital:
        return None
    name = after_portfolio(words, first - 1, last)
    if name == first - 1 or name > last:
        return None
    start = first - 2
    while start > 0 and words[start - 1].key in title_modifiers() and gap(text, words, start - 1) == " ":
        start -= 1
    return start, name


def after_portfolio(words: list[Word], start: int, last: int) -> int:
    """Return where the name starts after a title that goes on: Secretary [of State] Kerry."""
    if words[start].key not in ("of", "for"):
        return start
    for length in (4, 3, 2, 1):
        if start + length <= last and tuple(w.key for w in words[start + 1 : start + 1 + length]) in portfolios():
            return start + 1 + length
    return start


def seat_end(text: str, words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return where the title starts and where its seat ends in: Mayor of [Lisbon Petra Oland].

    The seat is a known place or body, or whatever stands before a given name and a surname: Bishop of Tern Amos Quill,
    Minister for Tern Affairs Petra Oland.
    """
    if first < 2 or words[last].key in organization_words():
        return None
    office, of = words[first - 2].key, words[first - 1].key == "of"
    if office == "parliament" and first > 3 and words[first - 4].key in _WITH_PORTFOLIO:
        office = words[first - 4].key  # Member of Parliament for Tern Petra Oland
    if not (of and office in titles()) and not (words[first - 1].key == "for" and office in _WITH_PORTFOLIO):
        return None
    if gap(text, words, first - 1) != " " or gap(text, words, first - 2) != " ":
        return None
    return _seat_before(words, first, last, of)


def field_end(text: str, words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return where the title starts and its last field ends: Minister of Water and [Sanitation Petra Oland]."""
    at = first - 1
    if at < 3 or words[at].key != "and" or last - first < 2:
        return None
    while at > max(1, first - 6) and words[at].key not in ("of", "for"):
        if at != first - 1 and not words[at].capital:
            return None
        at -= 1
    if words[at].key not in ("of", "for") or words[at - 1].key not in _WITH_PORTFOLIO:
        return None
    if any(gap(text, words, i) not in (" ", ", ") for i in range(at - 1, first)):
        return None
    for end in range(first, last - 1):
        if words[end + 1].key in given_names() and words[last].key not in organization_words():
            return title_start_before(words, 0, at - 1), end
    return None


def _seat_before(words: list[Word], first: int, last: int, of: bool) -> tuple[int, int] | None:
    for seat in range(min(first + 2, last - 1), first - 1, -1):
        keys = tuple(w.key for w in words[first : seat + 1])
        known = of and (keys in places() or keys in known_organization_keys())
        if (known and last - seat <= 3) or (words[seat + 1].key in given_names() and seat + 1 < last):
            return title_start_before(words, 0, first - 2), seat
    return None


def body_end(text: str, words: list[Word], first: int, last: int) -> int | None:
    """Return where the body ends whose office a full name has: chairman of the [Tern Bar Association] Petra Oland.

    Its name has a word for a body or a kind of place in it, and stands behind the office and `of` or `for`.
    """
    if first < 2 or last - first < 2:
        return None
    of = first - 1 - (words[first - 1].key == "the")
    if words[of].key not in ("of", "for") or of == 0 or words[of - 1].key not in titles():
        return None
    if any(gap(text, words, i) != " " for i in range(of - 1, first)):
        return None
    surname = words[last].key
    if surname in organization_words() or surname in place_words() or is_place((surname,)):
        return None
    for end in range(last - 2, max(first, last - 3) - 1, -1):
        given = words[end + 1].key
        if given not in given_names() or given in common_words() or is_place((given,)) or words[end].possessive:
            continue
        inside = [w.key for w in words[first : end + 1] if w.key in organization_words() or w.key in place_words()]
        # Speaker of Parliament Petra Oland; but head of the Centre Petra Oland
        if inside and (end > first or (of == first - 1 and "alone" in organization_words().get(inside[0], ()))):
            return end
    return None


def is_only_title(words: list[Word], first: int, last: int) -> bool:
    """Tell whether nothing but a title is written: Foreign Minister, Chief Executive, Palestinian Ambassador."""
    if words[last].key not in titles():
        return False
    if titles()[words[last].key].also_name and not (last > first and words[last - 1].key in _OF_JUDGES):
        return False
    return _all_title_like(words, first, last)


def owner_of_title(words: list[Word], first: int, last: int) -> int | None:
    """Return the last word of the place or body that a title without a name belongs to: [EU] Ambassador."""
    title = titles().get(words[last].key)
    if title is None or title.also_name:
        return None
    if tuple(w.key for w in words[first : last + 1]) in known_organization_keys():
        # the Hollywood Reporter
        return None
    start = title_start_before(words, first, last)
    if start == first + 1 and _is_initials(words[first]) and words[first].key not in titles():
        # the MLP President, an SDA Special Agent
        return first
    for end in range(last - 1, start - 2, -1):
        keys = tuple(w.key for w in words[first : end + 1])
        if keys in places() or keys in known_organization_keys():
            return end
        if len(keys) > 1 and keys[-1] in organization_words() and not _all_title_like(words, first, end + 1):
            return end
    return None


def _is_given_here(words: list[Word], first: int, index: int, last: int) -> bool:
    """Tell whether a word that can be a title is the given name: Dean Oland, Prince Oland; but Prince Amos."""
    if words[index].key not in given_names() or index != last - 1:
        return False
    if index > first and words[index - 1].key in titles():
        # Chief Justice Earl Quill
        return True
    return not titles()[words[index].key].regnal or words[last].key not in given_names()


def _is_place(words: list[Word], first: int, end: int) -> bool:
    """Tell whether the words before `end` are a known place: [San Francisco] Supervisor."""
    return tuple(w.key for w in words[first:end]) in places()


def is_office(word: str) -> bool:
    """Tell whether a word is an office or job that Mr. or Madam before it does not address: not Mr. President."""
    title = titles().get(word)
    return title is not None and not title.honorific and word not in _ADDRESSED


def _all_title_like(words: list[Word], first: int, index: int) -> bool:
    return all(
        words[i].key in titles() or words[i].key in title_modifiers() or words[i].key in demonyms()
        for i in range(first, index)
    )


def _demonym_end(words: list[Word], first: int, last: int) -> int | None:
    """Return the index of a word right before a given name that says who it is.

    A party or people (Iowa Republican Petra Oland), or an ordinary word before a given name and one more word (Navy
    SEAL Petra Oland).
    """
    told = last - first == 2 and words[first].key in ONE_OF_PARTY and _is_unknown(words[last])
    if told and (_is_unknown(words[first + 1]) or (words[first + 1].key,) in places()):
        # Democrat Zephyra Oland, whose given name is in no list; Democrat Austin Oland, whose is a town's
        return first
    for index in range(last - 2, first - 1, -1):
        given = words[index + 1].key
        if (
            given not in given_names()
            or given in demonyms()
            or (index > first and words[index - 1].key in given_names())
        ):
            continue
        if words[index].key in demonyms() or (index + 2 == last and _is_ordinary_before(words, index)):
            return index
    return None


def _is_unknown(word: Word) -> bool:
    """Tell whether a word is in none of the lists of words that are no names."""
    key = word.key
    listed = key in common_words() or key in organization_words() or key in place_words() or key in demonyms()
    return not listed and (key,) not in places()


def _is_ordinary_before(words: list[Word], index: int) -> bool:
    """Tell whether an ordinary word stands before a given name and a surname; Storm Petra Victims is no person."""
    word, given, surname = words[index].key, words[index + 1].key, words[index + 2].key
    if word not in common_words() or word in given_names() or word in organization_words() or len(word) < 3:
        return False
    if given in common_words() or (given,) in places() or surname in common_words() or surname in demonyms():
        return False
    return not (surname in organization_words() or surname in place_words() or (surname,) in places())


def _ends_known_name(words: list[Word], first: int, end: int) -> bool:
    for start in range(max(first, end - 3), end):
        keys = tuple(w.key for w in words[start : end + 1])
        if keys in known_organization_keys() or keys in places():
            return True
    return False
