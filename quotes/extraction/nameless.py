"""Somebody without a name who speaks again: the official, the same official, the soldier who spoke with the Post."""

from __future__ import annotations

from collections.abc import Sequence

from quotes.extraction.brought_in import BroughtIn
from quotes.extraction.history import Occasion
from quotes.extraction.nominals import Description
from quotes.extraction.nouns import HUMAN_CLASSES, WORD, head_word
from quotes.extraction.referents import Referent

_FURTHER = frozenset(["second", "third", "fourth", "fifth", "different"])


def spoke_to_reporters(occasion: Occasion) -> bool:
    """Tell whether a description is of somebody whom the press does not name: the soldier who spoke with the Post."""
    here, last = occasion.scene.sources.get(occasion.mention.sentence), occasion.mention.last
    if here is None or here.words[last + 1 : last + 2] != ["who"]:
        return False
    behind = here.words[last + 2 : last + 5]
    return behind[:2] in (["spoke", "to"], ["spoke", "with"], ["asked", "not"]) or behind == [
        "spoke",
        "on",
        "condition",
    ]


def is_bare(told: Description) -> bool:
    """Tell whether a noun stands alone: the official; the same official."""
    return len(told.words) == 1 or (len(told.words) == 2 and told.words[0] == "same")


def is_newcomer(told: Description) -> bool:
    """Tell whether somebody is set apart from all who came before: another warden told the paper, though Roe is one."""
    if told.noun not in HUMAN_CLASSES:
        return False
    return told.determiner == "another" or (told.determiner == "a" and not _FURTHER.isdisjoint(told.words[:2]))


def is_last_again(
    told: Description, previous: Referent, previous_sentence: int | None, new: Sequence[BroughtIn]
) -> bool:
    """Tell whether a bare noun means the last speaker: a cabinet minister told the paper … the minister said.

    Not so if another has come in since: a second minister.
    """
    if not is_bare(told) or head_word(WORD.findall(previous.name)) != told.head or previous_sentence is None:
        return False
    return not any(phrase.noun == told.head and phrase.sentence > previous_sentence for phrase in new)


def anyone_named_since(occasion: Occasion) -> bool:
    """Tell whether a person's name stands between the last speaker's sentence and a description.

    If none does, the spokesman who goes on is the one without a name, whoever had been named as a spokesman before.
    """
    scene, previous = occasion.scene, occasion.previous_sentence
    if previous is None:
        return True
    names = scene.names.within(scene.sentences[previous].start, occasion.mention.span.start)
    return any(
        scene.names.entities[name.entity].kind == "person"
        and scene.mask[name.span.start] == scene.text[name.span.start]  # whoever is quoted speaks of others
        for name in names
    )
