"""Full names of one person gathered, and short forms of a name led back to the person: Hong ▶ Hong Lei."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.extraction.name_gender import named_gender
from quotes.extraction.name_lexicons import family_first_names, given_names, nicknames, particles, suffixes
from quotes.extraction.name_pieces import Piece
from quotes.extraction.name_spellings import is_misspelt_name
from quotes.types import Gender

Keys = tuple[str, ...]
_MOST_NAMESAKES = 60
"""People with one surname beyond which no more are told apart, so that a text of one surname stays linear."""

_ARTICLE = re.compile(r"(?:al|el|as|ad|an|ar|ash|at|az)-(?=\w{3})")
_LONG_SURNAME = 7
"""Letters from which a slip of one needs nothing else to speak for it."""
_NEAR = 600
"""Characters within which a full mention still colours a surname alone."""


@dataclass(slots=True, eq=False)
class Person:
    """A person as far as known: every full form written, and the pieces that name them."""

    forms: dict[Keys, list[Piece]] = field(default_factory=dict)
    gender: Gender | None = None

    @property
    def pieces(self) -> list[Piece]:
        """All full mentions."""
        return [piece for pieces in self.forms.values() for piece in pieces]


def core(keys: Keys) -> Keys:
    """Return a name's words without Jr. and the like."""
    end = len(keys)
    while end > 1 and keys[end - 1] in suffixes():
        end -= 1
    return keys[:end]


def gather(full_names: dict[Keys, list[Piece]]) -> list[Person]:
    """Return the people behind full names: John Smith and John A. Smith are one, John and Jane Smith are two.

    Linear in the number of names but for namesakes, of which at most `_MOST_NAMESAKES` are compared.
    """
    by_word: dict[str, list[Keys]] = {}
    for keys in full_names:
        inner = core(keys)
        for word in {inner[-1], inner[0], initials(inner) if len(inner) > 2 else inner[0]}:
            by_word.setdefault(word, []).append(keys)
    parent = {keys: keys for keys in full_names}

    def root(keys: Keys) -> Keys:
        while parent[keys] != keys:
            keys = parent[keys]
        return keys

    for namesakes in by_word.values():
        longest_first = sorted(set(namesakes), key=lambda k: (-len(k), -len("".join(k)), k))[:_MOST_NAMESAKES]
        for position, shorter in enumerate(longest_first):
            fits = [longer for longer in longest_first[:position] if is_variant(shorter, longer)]
            fits = [longer for longer in fits if not _are_relatives(shorter, longer, full_names)]
            # two longer names that both fit (John A. Smith, John B. Smith): nobody knows which one John Smith is
            roots = {root(longer) for longer in fits}
            if len(roots) == 1 and root(shorter) == shorter:
                parent[shorter] = roots.pop()
    people: dict[Keys, Person] = {}
    for keys, pieces in full_names.items():
        people.setdefault(root(keys), Person()).forms[keys] = pieces
    return list(people.values())


def _are_relatives(shorter: Keys, longer: Keys, full_names: dict[Keys, list[Piece]]) -> bool:
    """Tell whether the text says that the one is a relative of the other: Petra’s father, Anna Quill.

    What they share names neither.
    """
    for keys, other in ((shorter, longer), (longer, shorter)):
        for piece in full_names[keys]:
            if any(word in other and word not in keys for word in piece.kin_of):
                return True
            if piece.kin_of and piece.kin_of[: len(other)] == other[::-1] and len(other) < len(keys):
                # Anna Quill’s daughter, Petra Anna Quill
                return True
    return False


def initials(keys: Keys) -> str:
    """Return the first letters of a person’s names, of both parts of a double one: Ada Quill-Oland ▶ aqo."""
    return "".join(part[0] for key in keys for part in key.split("-") if part)


def is_variant(shorter: Keys, longer: Keys) -> bool:
    """Tell whether two full names can be the same person's, the second one fuller.

    John Smith, John A. Smith: yes. Bill Ford, William Ford: yes. Duncan Smith, Iain Duncan Smith: yes.
    Angela Correy, Angela Corey: yes. JMS Jr., John Mark Smith Jr.: yes.
    John Smith, John Smith Jr.: no, they may be son and father. John Smith, Jane Smith: no.
    """
    if shorter[len(core(shorter)) :] != longer[len(core(longer)) :]:
        return False
    a, b = core(shorter), core(longer)
    if a == b or "".join(a).replace("-", "") == "".join(b).replace("-", ""):
        return True  # Kim Jong-il, Kim Jong Il; Petra De Oland, Petra DeOland
    if is_misspelt_name(a, b) or (len(a) == 1 and len(b) > 2 and a[0] == initials(b)):
        return True
    if len(a) < len(b) and (a == b[-len(a) :] or a == b[: len(a)]):
        return True
    if a[-1] != b[-1] or not same_given_name(a[0], b[0]):
        return False
    middle = list(b[1:-1])
    for word in a[1:-1]:
        fit = next((i for i, other in enumerate(middle) if other == word or _initial_of(word, other)), None)
        if fit is None:
            return False
        middle = middle[fit + 1 :]
    return True


def same_given_name(one: str, other: str) -> bool:
    """Tell whether two given names can be one person's: Bill and William, J. and John."""
    if one == other or _initial_of(one, other) or _initial_of(other, one):
        return True
    known = nicknames()
    return other in known.get(one, ()) or one in known.get(other, ())


def _initial_of(short: str, word: str) -> bool:
    return len(short) == 1 and word.startswith(short)


class ShortForms:
    """Parts of full names, and whose they can be."""

    def __init__(self, people: list[Person]) -> None:
        self._found: dict[Keys, dict[Person, int]] = {}
        self._by_initials: dict[str, set[Person]] = {}
        for person in people:
            for keys in person.forms:
                self._add_parts(person, core(keys))
                letters = initials(core(keys))
                if len(letters) == 3 and keys[0] in given_names():
                    self._by_initials.setdefault(letters, set()).add(person)

    def _add_parts(self, person: Person, keys: Keys) -> None:
        small = particles()
        for cut in range(1, len(keys)):
            self._add(keys[cut:], person, 0)
            self._add(keys[:cut], person, 1)
            if cut == len(keys) - 1 and _ARTICLE.match(keys[cut]):
                # Samir al-Haddad … Haddad
                self._add((_ARTICLE.sub("", keys[cut]),), person, 0)
            if cut < len(keys) - 1 and len(keys[cut]) > 2 and keys[cut] not in small:
                self._add((keys[cut],), person, 2)

    def _add(self, part: Keys, person: Person, rank: int) -> None:
        if part[0] in particles() and len(part) == 1 and rank:
            return  # Le is Tuan Le, but Van is not Petra Van Oland
        ranks = self._found.setdefault(part, {})
        if len(ranks) >= _MOST_NAMESAKES and person not in ranks:
            return
        ranks[person] = min(rank, ranks.get(person, rank))

    def of_initials(self, letters: str) -> Person | None:
        """Return who alone can go by three initials: Petra Quill Oland, PQO."""
        bearers = self._by_initials.get(letters, set())
        return next(iter(bearers)) if len(bearers) == 1 else None

    def of_surname(self, keys: Keys) -> list[Person]:
        """Return whose surname a short form can be, rather than their given or middle name."""
        return [person for person, rank in self._found.get(keys, {}).items() if rank == 0]

    def candidates(self, piece: Piece) -> list[Person]:
        """Return whom a short form can name: by surname if anyone, else by the first word, else by a middle one."""
        ranks = self._found.get(piece.keys)
        if not ranks:
            return []
        if piece.gender is not None:
            fitting = {p: r for p, r in ranks.items() if gender_of(p) in (None, piece.gender)}
            ranks = fitting or ranks
        if piece.keys[0] in family_first_names():
            # Kim is Kim Yong-hyun as well as Margie Kim
            ranks = {person: 0 if rank == 1 else rank for person, rank in ranks.items()}
        best = min(ranks.values())
        return [person for person, rank in ranks.items() if rank == best]


@dataclass(slots=True)
class _Seen:
    """What the text has told of one of several namesakes up to a point."""

    order: int
    last_full: int
    subject: bool
    full: int = 0
    bare: int = 0


class Namesakes:
    """Decides, going through the text in order, which of several people a surname alone is."""

    def __init__(self) -> None:
        self._seen: dict[Person, _Seen] = {}
        self._chosen: _Seen | None = None
        """Whom a surname alone named last."""

    def note_full(self, person: Person, piece: Piece) -> None:
        """Remember a full mention."""
        seen = self._seen.setdefault(person, _Seen(len(self._seen), piece.start, piece.subject))
        seen.last_full, seen.subject = piece.start, piece.subject
        seen.full += 1

    def choose(self, candidates: list[Person], piece: Piece) -> Person:
        """Return the likeliest of the candidates (at least one), and remember the choice."""
        chosen = candidates[0]
        if len(candidates) > 1:
            known = [c for c in candidates if c in self._seen]
            if known:
                rivals = [self._seen[c] for c in known]
                chosen = known[max(range(len(known)), key=self._scores(rivals, piece).__getitem__)]
            else:
                chosen = min(candidates, key=lambda c: min((p.start for p in c.pieces), default=piece.start))
        if chosen in self._seen:
            self._seen[chosen].bare += 1
            if len(candidates) > 1:
                self._chosen = self._seen[chosen]
        return chosen

    def _scores(self, rivals: list[_Seen], piece: Piece) -> list[tuple[float, int]]:
        """Weigh who came first, who already goes by the surname alone, and who was named in full last.

        News gives the surname alone to the one it is about, and goes on naming the others in full (Eric Oland said …
        Oland tweeted: not Eric); a relative named in passing (mother of Sean Oland) does not take it.
        """
        first = min(seen.order for seen in rivals)
        most_bare = max(seen.bare for seen in rivals)
        latest = max((seen.last_full for seen in rivals if seen.subject), default=-1)
        scores = []
        for seen in rivals:
            score = float(seen.order == first) + float(0 < seen.bare == most_bare) + 0.5 * (seen is self._chosen)
            always_full = seen.full >= 3 and not seen.bare
            if seen.subject and not always_full and piece.start - seen.last_full < _NEAR:
                score += 1 + 0.6 * (seen.last_full == latest)
            scores.append((score, -seen.order))
        return scores


def gender_of(person: Person) -> Gender | None:
    """Return the gender that titles before the name tell, else the one of the given name."""
    return named_gender(tuple(person.forms), person.pieces)


def can_be_misspelt(person: Person, pieces: Sequence[Piece]) -> bool:
    """Tell whether what is said of a misspelt surname fits a person: Mr Mukerjee is not Anjali Mukherjee."""
    genders = {p.gender for p in pieces if p.gender is not None} | {gender_of(person) or "unknown"}
    # Bjornsten’s letter
    spoken_for = any(p.person > 0 for p in pieces) or (
        len(pieces[0].keys[0]) >= _LONG_SURNAME and all(p.person >= 0 and p.body == 0 for p in pieces)
    )
    return len(genders - {"unknown"}) <= 1 and spoken_for and not any(p.place > 0 for p in pieces)
