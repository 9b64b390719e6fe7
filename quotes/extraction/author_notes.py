"""Who wrote an article, by the note at its end: Ann Roe is a lecturer at Halden University."""

from __future__ import annotations

from quotes.extraction.entities import Names

MAX_NOTE = 700
"""Characters at an article's end in which the note is looked for."""
_IS = (" is ", " was ", ", ")


def author_in_note(text: str, names: Names) -> int | None:
    """Return the entity that the note at the end of an article is about; None without such a note.

    The last paragraph that begins with a person's full name and says what the person is; an index into
    `names.entities`.
    """
    found = None
    low = max(0, len(text) - MAX_NOTE)
    for mention in names.within(low, len(text)):
        start, end = mention.span.start, mention.span.end
        opens = start > 0 and text[start - 1] == "\n"
        entity = names.entities[mention.entity]
        if opens and entity.kind == "person" and " " in mention.text and text.startswith(_IS, end):
            found = mention.entity
    return found
