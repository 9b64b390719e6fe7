"""Descriptions of people whom the text names only further down."""

from __future__ import annotations

import pytest

from quotes.extraction.coreference import references_for
from quotes.extraction.pipeline import Extractor
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks


def scene_of(extractor: Extractor, text: str) -> Scene:
    (scene,) = extractor.scenes([text])
    return scene


def features(extractor: Extractor, text: str, words: str, name: str) -> set[str]:
    """Return the features of one possible referent of the description that ends so; none if it is not offered."""
    scene = scene_of(extractor, text)
    found: list[SourceMention] = [m for here in scene.sources.values() for m in here.mentions if m.text.endswith(words)]
    assert found
    references = references_for(Tracks(scene), found[0], None, None, 0)
    return {f for r in references if r.referent.name == name for f in r.features}


DULL = "The rain fell on the harbour all night and nobody went out.\n\n"

OFFERED = {
    "possessive, named in the next sentence": (
        DULL * 4 + "“They all came back,” says its branch manager. Mr Jonas Feld adds that two sank.",
        "branch manager",
    ),
    "the, of whom nobody has heard": (
        DULL * 4 + "“They all came back,” says the pilot. Jonas Feld adds that two sank.",
        "pilot",
    ),
    "a, in the first line": (
        "A former minister has called the harbour “a bath”.\n\nJonas Feld, who left in May, wrote a book.",
        "former minister",
    ),
    "the, in the first line": (
        "A town is to close its harbour, which the mayor calls “a bath”.\n\nTwo boats sank.\n\nJonas Feld said so.",
        "mayor",
    ),
    "a, behind a line without words": (
        DULL * 4 + "___\n\n9:40 a.m.\n\nA campaign manager says the harbour is “a bath”.\n\nJonas Feld said so.",
        "campaign manager",
    ),
    "named in the title already": (
        "Feld diaries tell of a 'bath'\n\nA former minister has called it “a bath”.\n\nJonas Feld left in May.",
        "former minister",
    ),
}


@pytest.mark.parametrize(("text", "words"), OFFERED.values(), ids=OFFERED)
def test_who_is_named_only_later_is_offered(extractor: Extractor, text: str, words: str) -> None:
    assert any(f.startswith("later|") for f in features(extractor, text, words, "Jonas Feld"))


def test_the_minister_of_whom_all_have_heard_is_not_named_later(extractor: Extractor) -> None:
    text = DULL * 3 + "Ada Quill, the minister, came.\n\n“It sank,” the minister said. It was cold. Jonas Feld laughed."
    assert features(extractor, text, "minister", "Jonas Feld") == set()


def test_a_letter_is_nobody_who_is_named_later(extractor: Extractor) -> None:
    text = DULL * 4 + "“They all came back,” a letter said. Jonas Feld laughed."
    assert not any(f.startswith("later|") for f in features(extractor, text, "letter", "Jonas Feld"))


def test_who_goes_on_to_speak_is_told_from_who_only_comes_next(extractor: Extractor) -> None:
    text = DULL * 4 + "“They all came back,” says its manager. {}"
    said = features(extractor, text.format("Jonas Feld adds that two sank."), "manager", "Jonas Feld")
    seen = features(
        extractor,
        text.format("Two boats that sank in the night outside the harbour belonged to Jonas Feld."),
        "manager",
        "Jonas Feld",
    )
    assert {"later|goes-on=True|where=next", "later|opens=True|speaks"} <= said
    assert {"later|goes-on=False|where=next", "later|opens=False|none"} <= seen


def test_a_partner_may_be_a_body(extractor: Extractor) -> None:
    text = "The coalition broke when its smallest partner called it “a bath”.\n\nThe Harbour Movement has four seats."
    assert "later|org|poss|opening=True" in features(extractor, text, "smallest partner", "Harbour Movement")


def test_a_line_without_words_opens_a_report_of_its_own(extractor: Extractor) -> None:
    behind = "A campaign manager says the harbour is “a bath”.\n\nJonas Feld said so."
    assert "later|per|a|opening=True" in features(
        extractor, DULL * 4 + "___\n\n" + behind, "campaign manager", "Jonas Feld"
    )
    assert "later|per|a|opening=False" in features(extractor, DULL * 4 + behind, "campaign manager", "Jonas Feld")
