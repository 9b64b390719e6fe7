"""What `as` before the marks hangs on, however far its verb is."""

from __future__ import annotations

import pytest

from quotes.extraction.mark_links import linked_as
from quotes.extraction.pipeline import Extractor

LINKS = {
    "named": ("Oland dismissed the plan for the pier as “grim”.", "names"),
    "aside-between": ("Oland portrayed the fishermen, in particular, as “grim”.", "names"),
    "part-of": ("Oland described the board as part of a “club”.", "names"),
    "cast": ("Oland framed her plan for the pier as a “gift”.", "casts"),
    "told": ("Oland spoke of the pier as a “gift”.", "tells"),
    "passive": ("The plan was widely described as “grim”.", "names+passive"),
    "no-such-verb": ("Oland worked on the pier as a “gift”.", "bare"),
    "as-too-far": ("Oland dismissed it as soon as the boat had reached the “pier”.", ""),
    "no-as": ("Oland called the plan “grim”.", ""),
    "other-sentence": ("Oland dismissed it as such. The plan was “grim”.", ""),
}


@pytest.mark.parametrize(("text", "link"), LINKS.values(), ids=LINKS)
def test_the_verb_of_as_is_found(extractor: Extractor, text: str, link: str) -> None:
    (scene,) = extractor.scenes([text])
    assert linked_as(scene, 0) == link
