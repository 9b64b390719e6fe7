"""Who is in an article: people, bodies and places, each by the fullest form that the article uses.

Works on the raw text alone, without a parse: capitalised sequences, word lists, and what the whole article says about
each name. Linear in the length of the text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from quotes.extraction import name_bodies
from quotes.extraction.entities import Entity, EntityKind, NameMention, Names
from quotes.extraction.name_candidates import cut_pieces
from quotes.extraction.name_forms import fullest_first, with_style
from quotes.extraction.name_gender import own_gender, told_gender
from quotes.extraction.name_kinds import is_numbered, is_person_like, kind_of_full, kind_of_single
from quotes.extraction.name_lexicons import (
    common_words,
    demonyms,
    function_words,
    given_names,
    is_known_organization,
    is_place,
    is_word_or_name,
    never_names,
)
from quotes.extraction.name_patterns import find_runs
from quotes.extraction.name_people import Namesakes, Person, ShortForms, can_be_misspelt, core, gather, gender_of
from quotes.extraction.name_pieces import Piece
from quotes.extraction.name_spellings import Spellings, has_umlaut, without_umlauts
from quotes.extraction.name_titles import is_office
from quotes.extraction.name_trims import take_off
from quotes.extraction.name_witnesses import add_from_bodies, add_from_headlines, add_from_longer
from quotes.extraction.name_words import Word, split_words
from quotes.extraction.office_initials import OfficeInitials
from quotes.extraction.office_namesakes import bearers_apart, has_seat
from quotes.types import Gender, Span

Keys = tuple[str, ...]
_MOST_SPELLINGS = 3
"""Words with the same capitals (DrKW, DKiW) beyond which none is taken for an acronym: bounds the work, too."""
_COUNTRIES = frozenset((("us",), ("uk",), ("uae",), ("dc",)))
_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}


@dataclass(slots=True, eq=False)
class _Cluster:
    kind: EntityKind
    person: Person | None = None
    pieces: list[Piece] = field(default_factory=list)


def find_names(text: str) -> Names:
    """Return everyone and everything that the text names, with every place where it does.

    Offsets are characters of `text`. Any text is accepted; one without capitals (or in a script that has none) has no
    names. Mentions do not overlap.
    """
    words = split_words(text)
    pieces = cut_pieces(text, words, find_runs(text, words))
    return _Article(text, words, pieces).names()


class _Article:
    """The pieces of one text on their way to entities."""

    def __init__(self, text: str, words: list[Word], pieces: list[Piece]) -> None:
        self.text = text
        self.words = words
        self.plain = [p for p in pieces if not (p.headline or p.office)]
        self.offices = [p for p in pieces if p.office and not p.headline]
        self.headlines = [p for p in pieces if p.headline]
        self.clusters: dict[object, _Cluster] = {}
        self.body_keys: dict[Keys, _Cluster] = {}
        self.owners: dict[Keys, str] = {}
        """People in whose name a body is (Petra Oland’s campaign), as written."""
        self.stood_as_places = self._stood_as_places()
        self.office_initials = OfficeInitials(text)

    def names(self) -> Names:
        """Decide, gather, resolve, and put it in text order."""
        groups = self._groups()
        alone = {k[0]: sum(p.person for p in v) for k, v in groups.items() if len(k) == 1}
        full: dict[Keys, list[Piece]] = {}
        mixed = self._mixed_acronyms()
        for keys, pieces in groups.items():
            if len(keys) < 2:
                continue
            later = alone.get(keys[-1], 0) > 0 or alone.get(keys[0], 0) > 0
            kind = kind_of_full(self.text, keys, pieces, later)
            if kind == "person" and len(keys) > 2 and keys[0] not in given_names() and not later:
                # Quarle Tarrow Oland said … QTO said: people have no acronyms
                acronym = name_bodies.initials(keys)
                if (acronym,) in groups or acronym in mixed:
                    kind = "organization"
            if kind == "person":
                full[keys] = pieces
            elif not (kind == "other" and (keys[-1] in demonyms() or is_numbered(keys))):
                self._add_body(keys, kind, pieces)
        add_from_headlines(full, self.headlines, self.words, alone)
        self.owners = self._named_as_owners(groups, alone, full)
        people = gather(full)
        for person in people:
            self.clusters[person] = _Cluster("person", person, list(person.pieces))
        forms = ShortForms(people)
        full_of = {keys: person for person in people for keys in person.forms}
        self._link_bodies()
        self._resolve_short(forms, full_of)
        self._resolve_offices(forms)
        self._name_bodies_of_people()
        self._resolve_headlines(forms, full_of)
        return self._assemble()

    def _groups(self) -> dict[Keys, list[Piece]]:
        """Return the pieces by their words, after taking words off that a capital put in front of a name."""
        for piece in self.plain:
            if piece.body_after is not None and not is_person_like(piece.keys):
                piece.body_after = None
            if piece.noun_after is not None and (is_place(piece.keys) or piece.keys[0] in demonyms()):
                piece.body_after = piece.noun_after
        groups: dict[Keys, list[Piece]] = {}
        for piece in self.plain:
            spelled = (_COMPASS.get(piece.keys[0], ""), *piece.keys[1:])
            if is_place(spelled):
                # N. Korea
                piece.keys = spelled
            if piece.body_after is None:
                groups.setdefault(piece.keys, []).append(piece)
        self.headlines.extend(take_off(groups, self.words))
        return groups

    def _named_as_owners(
        self, groups: dict[Keys, list[Piece]], alone: dict[str, int], full: dict[Keys, list[Piece]]
    ) -> dict[Keys, str]:
        """Take the full names that stand in those of bodies and works only; return how they are written there."""
        spans = add_from_bodies(full, self.plain)
        singles = {key: told for key, told in alone.items() if (key,) not in self.stood_as_places}
        spans.update(add_from_longer(full, groups, self.words, singles))
        return {keys: self.text[span.start : span.end] for keys, span in spans.items()}

    def _add_body(self, keys: Keys, kind: EntityKind, pieces: list[Piece]) -> None:
        bare = keys[1:] if keys[0] == "the" and len(keys) > 1 else keys
        cluster = self.body_keys.get(bare)
        if cluster is None:
            cluster = self.clusters[bare] = self.body_keys[bare] = _Cluster(kind)
        cluster.pieces.extend(pieces)

    def _link_bodies(self) -> None:
        """Lead acronyms and short forms to the full name that introduces them in brackets, or alone claims them."""
        claims: dict[Keys, list[_Cluster]] = {}
        introduced: dict[Keys, _Cluster] = {}
        mixed = self._mixed_acronyms()
        for keys, cluster in list(self.body_keys.items()):
            if cluster.kind not in ("organization", "place"):
                continue
            forms: set[Keys] = {(a,) for a in name_bodies.acronyms(keys)}
            forms |= {(key,) for letters in list(forms) for key in mixed.get(letters[0], ())}
            if any(piece.joined_body for piece in cluster.pieces):
                joined = name_bodies.joined_initials(keys)
                forms |= {joined} if joined is not None else set()
            for piece in cluster.pieces:
                bracketed = name_bodies.bracketed_acronym(self.text, piece.end)
                if bracketed is not None:
                    introduced[(bracketed,)] = cluster
            if cluster.kind == "organization":
                forms |= name_bodies.short_forms(keys)
            for form in forms:
                if form in _COUNTRIES and cluster.kind != "place":
                    # the U.S. Senate is not the US
                    continue
                claims.setdefault(form, []).append(cluster)
        claims.update((form, [cluster]) for form, cluster in introduced.items())
        for form, claimants in claims.items():
            if len(claimants) > 1:
                # the EC is the European Commission, and not the East Coast
                claimants = [c for c in claimants if c.kind == "organization"]
            if len(claimants) == 1:
                existing = self.body_keys.get(form)
                if existing is None:
                    self.body_keys[form] = claimants[0]
                elif existing is not claimants[0] and existing.kind == claimants[0].kind:
                    claimants[0].pieces.extend(existing.pieces)
                    existing.pieces.clear()
                    self.body_keys[form] = claimants[0]

    def _mixed_acronyms(self) -> dict[str, set[str]]:
        """Return the words that may be acronyms with small letters inside, by their capitals: dkw ▶ {drkw}."""
        found: dict[str, set[str]] = {}
        for piece in self.plain:
            if len(piece.keys) == 1:
                letters = name_bodies.capitals(self.text[piece.start : piece.end])
                if letters is not None:
                    found.setdefault(letters, set()).add(piece.keys[0])
        return {letters: forms for letters, forms in found.items() if len(forms) <= _MOST_SPELLINGS}

    def _resolve_short(self, forms: ShortForms, full_of: dict[Keys, Person]) -> None:
        namesakes = Namesakes()
        owner = {id(p): person for person in self._people() for p in person.pieces}
        undecided: dict[Keys, list[Piece]] = {}
        persons = self._stood_as_persons()
        apart = bearers_apart(self.text, self.plain, self._people())
        for piece in self.plain:
            if piece.body_after is not None:
                continue
            person = owner.get(id(piece))
            if person is not None:
                namesakes.note_full(person, piece)
                continue
            if len(piece.keys) > 1:
                continue
            candidates = forms.candidates(piece)
            other = apart.get(piece.keys[0])
            if other is not None and candidates == [other] and not has_seat(self.text, piece, other):
                candidates = []
            if piece.shares is not None:
                sharing = full_of.get((piece.keys[0], piece.shares))
                # Carson and Petra Oland left: two who share nothing where somebody is called Amos Carson
                candidates = [sharing] if sharing is not None else forms.of_surname(piece.keys)
            if len(candidates) > 1 and (own := own_gender(self.text, piece.end)) is not None:
                candidates = [c for c in candidates if gender_of(c) == own] or candidates
            if candidates and not self._is_elsewhere(piece, forms, persons):
                chosen = namesakes.choose(candidates, piece)
                self.clusters[chosen].pieces.append(piece)
            else:
                undecided.setdefault(piece.keys, []).append(piece)
        spellings = Spellings(core(keys)[-1] for keys in full_of)
        umlauts = self._with_umlauts(full_of) if has_umlaut(self.text) else {}
        for keys, pieces in undecided.items():
            meant = spellings.meant(keys[0]) if keys not in self.body_keys else None
            meant = meant or umlauts.get(without_umlauts(keys[0]))
            bearers = forms.of_surname((meant,)) if meant is not None else []
            if len(bearers) == 1 and can_be_misspelt(bearers[0], pieces):
                self.clusters[bearers[0]].pieces.extend(pieces)
                continue
            bearer = forms.of_initials(keys[0]) if self._are_free_initials(keys, pieces) else None
            if bearer is not None:
                self.clusters[bearer].pieces.extend(pieces)
                continue
            known = self.body_keys.get(keys)
            honorific = any(p.honorific for p in pieces)
            if known is not None and not honorific:
                known.pieces.extend(pieces)
                continue
            kind = kind_of_single(self.text, keys, pieces)
            if kind is None:
                continue
            self.clusters[keys] = _Cluster(kind, None, pieces)
            if kind != "person":
                self.body_keys[keys] = self.clusters[keys]

    def _with_umlauts(self, full_of: dict[Keys, Person]) -> dict[str, str]:
        """Return the surnames that are written with an umlaut somewhere, by their form without one: Müller, Mueller."""
        return {
            without_umlauts(core(keys)[-1]): core(keys)[-1]
            for keys, person in full_of.items()
            if any(has_umlaut(self.text[p.start : p.end]) for p in person.forms[keys])
        }

    def _are_free_initials(self, keys: Keys, pieces: list[Piece]) -> bool:
        """Tell whether a word in capitals is no acronym of a body, as far as the text or the lists know."""
        written = self.text[pieces[0].start : pieces[0].end].replace(".", "")
        return written.isupper() and keys not in self.body_keys and not is_known_organization(written)

    def _resolve_offices(self, forms: ShortForms) -> None:
        """Lead a surname that is also an office or job to its one bearer: Petra Boxer … Boxer said, Ms. Boxer said."""
        for piece in self.offices:
            bearers = forms.of_surname(piece.keys)
            doubtful = piece.keys[0] in never_names() or piece.opens  # Will they? / he saw that Will had left
            if is_word_or_name(piece.keys[0]) and doubtful and piece.person <= 0:
                # Ms. English said it in English; English added
                continue
            if len(bearers) == 1 and not self._is_behind_article(piece):
                self.clusters[bearers[0]].pieces.append(piece)
            elif not bearers and piece.gender is not None and is_office(piece.keys[0]):
                # Mr. Singer, of whom no more is told; but Mr. President, Madam Chair
                self.clusters.setdefault(piece.keys, _Cluster("person")).pieces.append(piece)

    def _stood_as_places(self) -> set[Keys]:
        """Return the places of one word that are named as places (in Israel), or before anybody of that given name."""
        found: set[Keys] = set()
        given: set[str] = set()
        for piece in self.plain:
            if len(piece.keys) > 1:
                given.add(piece.keys[0])
            elif is_place(piece.keys) and (piece.place > 0 or piece.keys[0] not in given):
                found.add(piece.keys)
        return found

    def _stood_as_persons(self) -> set[Keys]:
        """Return the words that somewhere stand as a person's name and nowhere as a place's or a well-known body's."""
        persons = {piece.keys for piece in self.plain if piece.person > 0 or piece.honorific}
        for piece in self.plain:
            body = piece.body > piece.says and is_known_organization(self.text[piece.start : piece.end])
            if piece.place > 0 or body:
                persons.discard(piece.keys)
        return persons

    def _is_elsewhere(self, piece: Piece, forms: ShortForms, persons: set[Keys]) -> bool:
        """Tell whether a word that is part of a person's name is the place or body here: in Washington."""
        if piece.keys in self.stood_as_places and not piece.honorific and not forms.of_surname(piece.keys):
            # Israel Oland is a minister in Israel: Israel says no
            return True
        known_body = is_known_organization(self.text[piece.start : piece.end])
        if not is_place(piece.keys) and not known_body:
            if piece.keys[0] not in never_names() and piece.keys[0] not in demonyms():
                return False
            # Petra Norman is one: Mr. Norman, Norman said; the Norman king is not
            named = piece.person > 0 and forms.of_surname(piece.keys) and not self._is_behind_article(piece)
            return not (piece.honorific or named)
        if piece.honorific or piece.place > 0:
            return not piece.honorific
        if piece.person > 0:
            return False
        # Halden was upset by it too: one of whom much else is told, where nobody goes to Halden
        named = any(keys[0] in given_names() for p in forms.of_surname(piece.keys) for keys in p.forms)
        return piece.keys not in persons or (known_body and not named)

    def _is_behind_article(self, piece: Piece) -> bool:
        return self.text[max(0, piece.start - 4) : piece.start].casefold().endswith(("the ", " a ", " an "))

    def _people(self) -> list[Person]:
        return [c.person for c in self.clusters.values() if c.person is not None]

    def _name_bodies_of_people(self) -> None:
        """Give `Bush` in `Bush administration` to a body of its own."""
        for piece in self.plain:
            if piece.body_after is None:
                continue
            piece.end = piece.body_after
            tail = self.text[piece.start : piece.end].split()[-1].casefold()
            self._add_body((*piece.keys, tail), "organization", [piece])

    def _resolve_headlines(self, forms: ShortForms, full_of: dict[Keys, Person]) -> None:
        """Find in headlines the names that the body of the article witnesses, and no others."""
        singles = {k: c for k, c in self.clusters.items() if isinstance(k, tuple)}
        singles.update(self.body_keys)
        for piece in self.headlines:
            index = piece.first
            while index <= piece.last:
                length = self._match_headline(piece, index, forms, full_of, singles)
                index += max(1, length)

    def _match_headline(
        self,
        piece: Piece,
        index: int,
        forms: ShortForms,
        full_of: dict[Keys, Person],
        singles: dict[Keys, _Cluster],
    ) -> int:
        for length in range(min(6, piece.last - index + 1), 0, -1):
            window = self.words[index : index + length]
            keys = tuple(w.key for w in window)
            if length == 1 and (keys[0] in function_words() or keys[0] in never_names()):
                return 0
            cluster: _Cluster | None = None
            found = Piece(index, index + length - 1, window[0].start, window[-1].end, keys, headline=True)
            if keys in full_of:
                cluster = self.clusters[full_of[keys]]
            elif keys in singles:
                cluster = singles[keys]
            else:
                candidates = forms.candidates(found)
                ordinary = length == 1 and keys[0] in common_words() and keys[0] not in given_names()
                if len(candidates) == 1 and not ordinary:
                    cluster = self.clusters[candidates[0]]
            if cluster is not None:
                cluster.pieces.append(found)
                return length
        return 0

    def _assemble(self) -> Names:
        clusters = sorted(
            {id(c): c for c in self.clusters.values() if c.pieces}.values(),
            key=lambda c: min(p.start for p in c.pieces),
        )
        clusters = [c for c in clusters if c.kind == "person" or not self.office_initials.is_office(c.pieces)]
        following = dict(pairwise(sorted(p.start for c in clusters if c.kind == "person" for p in c.pieces)))
        entities: list[Entity] = []
        for number, cluster in enumerate(clusters):
            cluster.pieces.sort(key=lambda p: p.start)
            mentions = tuple(
                NameMention(Span(p.start, p.end), self.text[p.start : p.end], number, self._title(p, cluster))
                for p in cluster.pieces
            )
            written = [*(m.text for m in mentions), *self._named_as_owner(cluster)]
            forms = fullest_first(written, cluster.kind == "person")
            name = with_style(self.text, forms[0], cluster.pieces) if cluster.kind == "person" else forms[0]
            gender: Gender | None = None
            doubtful = False
            if cluster.kind == "person":
                named = tuple(cluster.person.forms) if cluster.person is not None else (cluster.pieces[0].keys,)
                gender, doubtful = told_gender(self.text, named, cluster.pieces, following)
            entities.append(Entity(name, cluster.kind, gender, doubtful, forms, mentions))
        everything = sorted((m for e in entities for m in e.mentions), key=lambda m: m.span.start)
        return Names(tuple(entities), tuple(everything))

    def _named_as_owner(self, cluster: _Cluster) -> list[str]:
        keys = cluster.person.forms if cluster.person is not None else ()
        return [self.owners[k] for k in keys if k in self.owners]

    def _title(self, piece: Piece, cluster: _Cluster) -> str | None:
        if piece.title_start is None or cluster.kind != "person":
            return None
        return self.text[piece.title_start : piece.start].strip(" \u00a0") or None
