"""Runs of capitalised words ▶ pieces: one name each, its title apart, with what stands around it as evidence."""

from __future__ import annotations

from dataclasses import dataclass

from quotes.extraction.lexicon import reporting_verb_forms
from quotes.extraction.name_lexicons import (
    TitleWord,
    body_nouns,
    common_words,
    demonyms,
    family_first_names,
    fold,
    function_words,
    given_names,
    known_organization_keys,
    known_organizations,
    never_names,
    organization_words,
    place_words,
    places,
    portfolios,
    suffixes,
    title_modifiers,
    titles,
)
from quotes.extraction.name_patterns import Run, Word, gap
from quotes.types import Gender

_PLACE_PREPOSITIONS = frozenset(("in", "at", "near", "across", "throughout", "outside", "inside", "around", "into"))


_PLAIN = TitleWord()
_CONTRACTED = ("n't", "'re", "'ll", "'ve", "'d", "'m")
"""You’re and Don’t are no names; O’Neill and D’Souza are."""


_ENDS_NOUN_PHRASE = frozenset(
    ("of", "in", "at", "for", "with", "on", "from", "by", "to", "that", "which", "who", "whose", "and", "based", "said")
)


@dataclass(slots=True)
class Piece:
    """One place where the text may name somebody or something."""

    first: int
    last: int
    """Words by index, inclusive, without title and post-nominals."""
    start: int
    end: int
    keys: tuple[str, ...]
    """The folded words of the name."""
    title_start: int | None = None
    """Offset where the title before the name starts."""
    honorific: bool = False
    titled: bool = False
    gender: Gender | None = None
    regnal: bool = False
    opens: bool = False
    headline: bool = False
    person: int = 0
    place: int = 0
    body: int = 0
    """What speaks for a person, a place, a body: see `_weigh`."""
    says: int = 0
    """Times a verb of saying stands beside it, counted in `person` too; but bodies say things as well."""
    joined_body: bool = False
    subject: bool = True
    """May be what its sentence is about: no preposition, verb or noun stands right before it."""
    body_after: int | None = None
    """Offset of the end of `administration` in `Bush administration`, `office` in `Oland’s office`."""
    noun_after: int | None = None
    """Offset of the end of `magazine` in `Vulture magazine`."""


def cut_pieces(text: str, words: list[Word], runs: list[Run]) -> list[Piece]:
    """Return the names in the runs, in text order, not overlapping."""
    pieces: list[Piece] = []
    for run in runs:
        for piece in _cut(text, words, run):
            _weigh(text, words, piece)
            pieces.append(piece)
    return pieces


def _cut(text: str, words: list[Word], run: Run) -> list[Piece]:
    first, last = run.first, run.last
    while first <= last and _is_opener(words, first, last):
        first += 1
    while first <= last and (suffixes().get(words[last].key) is False or _is_date_after(words, first, last)):
        last -= 1
    if first > last:
        return []
    if words[first].headline:
        return [_piece(text, words, first, last, None, run.body_joined)]
    lower_title = _portfolio_before(text, words, first, last)
    if lower_title is not None:
        start, name = lower_title
        return _split_untitled(text, words, name, last, run.body_joined, start)
    if last - first >= 2 and words[first + 1].key == "of" and titles().get(words[first].key, _PLAIN).regnal:
        style = _piece(text, words, first, last, None, False)
        style.person += 6
        return [style]
    head = _title_end(words, first, last)
    if head is None:
        if _only_title(words, first, last):
            return []
        return _split_untitled(text, words, first, last, run.body_joined)
    title_start = _title_start(words, first, head)
    found = []
    if title_start > first:
        found.extend(_split_untitled(text, words, first, title_start - 1, run.body_joined))
    found.extend(_split_untitled(text, words, _after_portfolio(words, head + 1, last), last, False, title_start))
    return found


def _portfolio_before(text: str, words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """Return where the title and the name start in: former secretary of [State Petra Oland]."""
    if first < 2 or words[first - 1].key != "of" or words[first - 2].key not in titles() or words[first - 2].capital:
        return None
    if gap(text, words, first - 1) != " " or gap(text, words, first - 2) != " ":
        return None
    name = _after_portfolio(words, first - 1, last)
    if name == first - 1 or name > last:
        return None
    start = first - 2
    while start > 0 and words[start - 1].key in title_modifiers() and gap(text, words, start - 1) == " ":
        start -= 1
    return start, name


def _after_portfolio(words: list[Word], start: int, last: int) -> int:
    """Return where the name starts after a title that goes on: Secretary [of State] Kerry."""
    if words[start].key not in ("of", "for"):
        return start
    for length in (4, 3, 2, 1):
        if start + length <= last and tuple(w.key for w in words[start + 1 : start + 1 + length]) in portfolios():
            return start + 1 + length
    return start


def _is_date_after(words: list[Word], first: int, last: int) -> bool:
    """Tell whether a run ends in a day or month that is no part of the name: told Oland Friday."""
    return last > first and words[last].key in never_names() and words[last].key not in given_names()


def _is_opener(words: list[Word], index: int, last: int) -> bool:
    key = words[index].key
    if key.endswith(_CONTRACTED):
        return True
    written = words[index].text
    if written.endswith(".") or (written.isupper() and (is_place((key,)) or is_known_organization(written))):
        # A. R. Menon; US and WHO are no small words
        return False
    if key in function_words():
        # Will Smith and May Chidiac keep their names, in the middle of a sentence or before another name
        return not (key in given_names() and index < last and not words[index].opens)
    if key in never_names():
        # April Ryan and Jan Kowalski keep theirs; April 5 and Sunday do not
        return not (key in given_names() and index < last)
    if (
        words[index].opens
        and index < last
        and key.endswith("ly")
        and key in common_words()
        and key not in given_names()
    ):
        # Interestingly Oland left
        return True
    # Critics Trump …: a common word that opens a sentence before a known given name
    return (
        words[index].opens
        and index < last
        and key in common_words()
        and key not in titles()
        and key not in title_modifiers()
        and key not in given_names()
        and words[index + 1].key in given_names()
        and words[index + 1].start == words[index].end + 1
    )


def _only_title(words: list[Word], first: int, last: int) -> bool:
    """Tell whether nothing but a title is written: Foreign Minister, Chief Executive."""
    if words[last].key not in titles() or titles()[words[last].key].also_name:
        return False
    return all(words[i].key in titles() or words[i].key in title_modifiers() for i in range(first, last))


def _title_end(words: list[Word], first: int, last: int) -> int | None:
    """Return the index of the last word of the title: 2 for Former Prime Minister Tony Blair."""
    known = titles()
    if words[last].key in organization_words() and not (
        last - first >= 2 and words[first].key in known and words[first + 1].key in given_names()
    ):
        # General Motors, Justice Department: a body's word ends the run
        return None
    for index in range(last - 1, first - 1, -1):
        title = known.get(words[index].key)
        if title is None:
            continue
        if title.also_name and _is_given_here(words, index, last):
            continue
        if title.also_name and index > first and not _all_title_like(words, first, index):
            continue
        if index > first and words[index - 1].key in given_names() and not title.honorific:
            continue
        rest = words[index + 1].key
        if rest in title_modifiers() and index + 1 == last:
            continue
        return index
    return _demonym_end(words, first, last)


def _is_given_here(words: list[Word], index: int, last: int) -> bool:
    """Tell whether a word that can be a title is the given name: Dean Oland, Prince Oland; but Prince Amos."""
    if words[index].key not in given_names() or index != last - 1:
        return False
    return not titles()[words[index].key].regnal or words[last].key not in given_names()


def _all_title_like(words: list[Word], first: int, index: int) -> bool:
    return all(
        words[i].key in titles() or words[i].key in title_modifiers() or words[i].key in demonyms()
        for i in range(first, index)
    )


def _demonym_end(words: list[Word], first: int, last: int) -> int | None:
    """Return the index of a party or people right before a given name: Iowa Republican Chuck Grassley."""
    for index in range(last - 2, first - 1, -1):
        if (
            words[index].key in demonyms()
            and words[index + 1].key in given_names()
            and words[index + 1].key not in demonyms()
            and not (index > first and words[index - 1].key in given_names())
        ):
            return index
    return None


def _title_start(words: list[Word], first: int, head: int) -> int:
    """Return where the title that ends at `head` starts; a body or place in front of it stays outside."""
    start = head
    while start > first:
        before = words[start - 1].key
        if before not in titles() and before not in title_modifiers() and before not in ("of", "the", "and", "for"):
            break
        if _ends_known_name(words, first, start - 1):
            break
        start -= 1
    while start < head and words[start].key in ("of", "the", "and", "for"):
        start += 1
    return start


def _ends_known_name(words: list[Word], first: int, end: int) -> bool:
    for start in range(max(first, end - 3), end):
        keys = tuple(w.key for w in words[start : end + 1])
        if keys in known_organization_keys() or keys in places():
            return True
    return False


def _split_untitled(
    text: str, words: list[Word], first: int, last: int, joined: bool, title_start: int | None = None
) -> list[Piece]:
    """Return the pieces of a run without a title inside; a place in front of a person's name is set apart."""
    while last >= first and not words[last].capital:
        last -= 1
    if title_start is None:
        while first <= last and _is_opener(words, first, last):
            first += 1
    if first > last or (title_start is not None and _is_no_name(words, first, last)):
        return []
    if not joined:
        for length in (3, 2, 1):
            split = first + length
            if split >= last + 1 or words[split].key not in given_names() or split == last:
                continue
            keys = tuple(w.key for w in words[first:split])
            known = keys in places() or keys in known_organization_keys()
            if known and words[first].key not in given_names() and words[last].key not in organization_words():
                return [
                    _piece(text, words, first, split - 1, None, False),
                    _piece(text, words, split, last, title_start, False),
                ]
    return [_piece(text, words, first, last, title_start, joined)]


def _is_no_name(words: list[Word], first: int, last: int) -> bool:
    """Tell whether what follows a title is none: Mr. President, as Secretary I said."""
    if all(words[i].key in never_names() or words[i].key in function_words() for i in range(first, last + 1)):
        return True
    return first == last and words[last].key in titles() and not titles()[words[last].key].also_name


def _piece(text: str, words: list[Word], first: int, last: int, title_start: int | None, joined: bool) -> Piece:
    end = words[last].end
    if words[last].key in ("jr", "sr", "jnr", "snr") and text[end : end + 1] == ".":
        end += 1
    piece = Piece(
        first,
        last,
        words[first].start,
        end,
        tuple(w.key for w in words[first : last + 1]),
        joined_body=joined,
        opens=words[first].opens,
        headline=words[first].headline,
    )
    if title_start is not None:
        piece.title_start = words[title_start].start
        for index in range(title_start, first):
            _apply_title(piece, words[index].key)
        while title_start > 0 and gap(text, words, title_start - 1) == " " and not words[title_start - 1].capital:
            # former US President
            if words[title_start - 1].key not in title_modifiers():
                break
            title_start -= 1
        piece.title_start = words[title_start].start
    elif not piece.headline:
        _lower_title(text, words, piece)
    return piece


def _apply_title(piece: Piece, key: str) -> None:
    title = titles().get(key)
    if title is None:
        return
    piece.titled = True
    piece.honorific = piece.honorific or title.honorific
    piece.gender = title.gender or piece.gender
    piece.regnal = piece.regnal or title.regnal


def _lower_title(text: str, words: list[Word], piece: Piece) -> None:
    """Take a title in small letters right before the name: spokesman John Smith, former prime minister Tony Blair."""
    index = piece.first - 1
    if index < 0 or gap(text, words, index) != " " or words[index].capital or words[index].possessive:
        return
    head = titles().get(words[index].key)
    if head is None or head.group:
        piece.person += head is not None
        return
    start = index
    while start > 0 and gap(text, words, start - 1) in (" ", "-") and not words[start - 1].capital:
        before = words[start - 1].key
        if before not in titles() and before not in title_modifiers():
            break
        start -= 1
    piece.title_start = words[start].start
    for i in range(start, piece.first):
        _apply_title(piece, words[i].key)
    piece.honorific = False


def _weigh(text: str, words: list[Word], piece: Piece) -> None:
    """Count what stands around a piece for a person, a place or a body."""
    first, last, keys = piece.first, piece.last, piece.keys
    piece.person += 4 * piece.honorific + 3 * piece.titled
    piece.subject = not _is_secondary(text, words, piece)
    before = _neighbour(text, words, first - 1, first - 1)
    if before is not None and piece.title_start is None:
        key = before.key
        if key == "the":
            piece.person -= 3
            # told The Advocate: a capital in the middle of a sentence belongs to the name
            piece.body += 4 if before.text == "The" and not before.opens else 1
        elif key in _PLACE_PREPOSITIONS:
            piece.place += 2
            piece.person -= 1
        elif key in reporting_verb_forms() and not before.capital:
            piece.person += 2
            piece.body += 1
            piece.says += 1
        elif key in body_nouns("before"):
            piece.body += 4
    _weigh_following(text, words, piece)
    if _is_label(text, words, piece):
        piece.person += 6
    if not words[last].possessive:
        after = text[piece.end : piece.end + 60]
        if after.startswith((", ", " (")):
            _weigh_apposition(after, piece)
    if len(keys) > 1 and keys[0] in given_names():
        piece.person += 3
    elif len(keys) > 1 and keys[0] in family_first_names():
        piece.person += 2


def _is_secondary(text: str, words: list[Word], piece: Piece) -> bool:
    """Tell whether a mention is governed by what stands before it: mother of Sean Oland; her husband, Bill Oland."""
    first = piece.first
    while first > 0 and piece.title_start is not None and words[first - 1].start >= piece.title_start:
        first -= 1
    if first == 0 or words[first].opens:
        return False
    before = words[first - 1]
    if before.key in body_nouns("kin"):
        return True
    return gap(text, words, first - 1) in (" ", "\u00a0") and before.key not in (
        "and",
        "but",
        "that",
        "as",
        "when",
        "while",
    )


def _is_label(text: str, words: list[Word], piece: Piece) -> bool:
    """Tell whether a name in capitals opens a line of a transcript: OLAND: No."""
    end = piece.end
    if text[end : end + 2] == " (":
        # SEN. PETRA OLAND (I-ME): …; TERN (voice-over): …
        close = text.find(")", end, end + 20)
        end = close + 1 if close > 0 else end
    if text[end : end + 1] == "]":
        end += 1
    if text[end : end + 1] != ":":
        return False
    start = piece.start if piece.title_start is None else piece.title_start
    opens_line = start == 0 or text[start - 1] in "\n\r["
    named = words[piece.first : piece.last + 1]
    # within a line only a longer word: US: and EU: head lists
    opens = opens_line or (piece.opens and piece.end - piece.start >= 4)
    shouted = all(word.text.isupper() and len(word.text) > 1 for word in named)
    return opens and shouted and not all(key in common_words() and key not in given_names() for key in piece.keys)


def _weigh_following(text: str, words: list[Word], piece: Piece) -> None:
    """Count what the word right after a name tells: a verb of saying, `who`, `magazine`, `administration`."""
    following = _neighbour(text, words, piece.last + 1, piece.last)
    if following is None or following.capital:
        return
    key = following.key
    if words[piece.last].possessive:
        piece.body += key in body_nouns("after-role")
        if key in body_nouns("of-person-possessive"):
            piece.body_after = following.end
    elif key in body_nouns("of-person"):
        piece.body_after = following.end
    elif key in reporting_verb_forms():
        piece.person += 2
        piece.body += 1
        piece.says += 1
    elif key in ("who", "himself", "herself"):
        piece.person += 3
    elif key in body_nouns("after"):
        piece.body += 4
        piece.noun_after = following.end
    elif key in body_nouns("after-role"):
        piece.body += 4


def _weigh_apposition(after: str, piece: Piece) -> None:
    body = after[2:]
    if body[:2].isdigit() and body[2:3] in (",", ".", ")"):
        piece.person += 4
    elif body.startswith("who "):
        piece.person += 3
    elif body.startswith(("a ", "an ", "the ")):
        head = _head_noun(body)
        if head in titles():
            piece.person += 2
        elif head in body_nouns("before"):
            piece.body += 4
    elif body.startswith(("R-", "D-", "R–", "D–")):
        piece.person += 4


def _head_noun(phrase: str) -> str:
    """Return the noun that an apposition is about: lecturer in `a senior lecturer in law at the college`."""
    head = ""
    for word in phrase.split()[1:]:
        bare = word.rstrip(",.;:)")
        if bare in _ENDS_NOUN_PHRASE:
            break
        head = bare
        if bare != word:
            break
    return fold(head)


def _neighbour(text: str, words: list[Word], index: int, left: int) -> Word | None:
    """Return the word at `index` if only a space is between it and the piece; `left` is the left one of the two."""
    if index < 0 or index >= len(words) or left < 0 or gap(text, words, left) not in (" ", "\u00a0"):
        return None
    return words[index]


def is_known_organization(written: str) -> bool:
    """Tell whether a piece, as written, is a well-known body."""
    return written in known_organizations() or written.replace("’", "'") in known_organizations()


def is_place(keys: tuple[str, ...]) -> bool:
    """Tell whether folded words are a known place."""
    return keys in places()


def can_be_given(word: Word) -> bool:
    """Tell whether a word of a headline, before a known surname, can be the given name."""
    key = word.key
    if key in given_names():
        return True
    if word.possessive or key in common_words() or key in function_words() or key in never_names():
        return False
    return not (key in titles() or key in demonyms() or key in organization_words() or (key,) in places())


def thing_word(keys: tuple[str, ...]) -> str | None:
    """Return what the last word makes of a phrase: `p` a place, `t` a thing, None neither."""
    return place_words().get(keys[-1]) if len(keys) > 1 else None
