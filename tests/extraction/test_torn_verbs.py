"""A verb that the parser took for a noun is given back to the sentence around a quote."""

from __future__ import annotations

import pytest

from quotes.extraction.torn_verbs import mend_torn_verb


def parsed(rows: list[tuple[str, str, int, str]]) -> tuple[list[str], list[str], list[int], list[str], list[bool]]:
    words = [word.lower() for word, *_ in rows]
    quoted = [word in ("“", "Yes", "”") for word, *_ in rows]
    return words, [tag for _, tag, _, _ in rows], [head for *_, head, _ in rows], [dep for *_, dep in rows], quoted


QUOTE = [("“", "``", 1, "punct"), ("Yes", "UH", 5, "intj"), ("”", "''", 5, "punct")]


def test_what_a_leaflet_does_is_no_noun() -> None:
    rows = [
        *QUOTE,
        ("the", "DT", 5, "det"),
        ("leaflet", "NN", 5, "compound"),
        ("read", "NN", 5, "ROOT"),
        (".", ".", 5, "p"),
    ]
    words, tags, heads, deps, quoted = parsed(rows)
    mend_torn_verb(words, tags, heads, deps, quoted)
    assert (tags[5], deps[4], heads[4], heads[3]) == ("VBD", "nsubj", 5, 4)


@pytest.mark.parametrize(
    "rows",
    [
        [
            *QUOTE,
            ("a", "DT", 5, "det"),
            ("state", "NN", 5, "compound"),
            ("report", "NN", 5, "ROOT"),
            (".", ".", 5, "p"),
        ],
        [
            *QUOTE,
            ("she", "PRP", 4, "nsubj"),
            ("said", "VBD", 4, "ccomp"),
            ("notes", "NNS", 5, "ROOT"),
            (".", ".", 5, "p"),
        ],
        [("the", "DT", 2, "det"), ("leaflet", "NN", 2, "compound"), ("read", "NN", 2, "ROOT"), (".", ".", 2, "p")],
    ],
    ids=["a stem", "another verb", "no quote"],
)
def test_other_nouns_stay(rows: list[tuple[str, str, int, str]]) -> None:
    words, tags, heads, deps, quoted = parsed(rows)
    before = list(tags)
    mend_torn_verb(words, tags, heads, deps, quoted)
    assert tags == before
