"""Which of the forms that an article writes of a name is the name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotes.extraction.name_lexicons import fold
from quotes.extraction.name_pieces import Piece
from quotes.extraction.name_spellings import is_misspelt_name


def fullest_first(written: Sequence[str], person: bool) -> tuple[str, ...]:
    """Return each form once, the fullest first, one in capitals throughout (UN, OLAND) last.

    A person of whom nothing but the surname is written otherwise is PETRA OLAND all the same; of two spellings of a
    person the one that is written more often comes first.
    """
    shouted = not person or any(" " in form and not form.isupper() for form in written)

    def order(form: str) -> tuple[bool, int, bool, int]:
        return shouted and form.isupper(), -len(form.split()), form.isupper(), -len(form)

    times = Counter(written)
    forms = sorted(times, key=order)
    if person:
        spelt = tuple(fold(forms[0]).split())
        alike = [form for form in forms if form == forms[0] or is_misspelt_name(tuple(fold(form).split()), spelt)]
        usual = max(alike, key=times.__getitem__)
        forms.remove(usual)
        forms.insert(0, usual)
    return tuple(forms)


def with_style(text: str, name: str, pieces: Sequence[Piece]) -> str:
    """Return a person’s name with the style that goes with it where it has no given name.

    Lord Marwick, Lord Marwick of Tern; `name` is written by one of `pieces`.
    """
    if " " in name and " of " not in name:
        return name
    for piece in pieces:
        if piece.regnal and piece.title_start is not None and text[piece.start : piece.end] == name:
            style = text[piece.title_start : piece.start].split()
            while style and style[0].islower():
                # the late King Amos
                del style[0]
            return " ".join((*style, name))
    return name
