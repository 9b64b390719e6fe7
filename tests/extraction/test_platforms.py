"""Platforms on which somebody posts do nothing themselves, unless the article says so."""

from __future__ import annotations

import pytest

from quotes.extraction.names import find_names
from quotes.extraction.pipeline import Extractor
from quotes.extraction.platforms import only_posted_on
from quotes.extraction.tracks import Tracks
from tests.extraction.conftest import Offered


def posted_on(text: str) -> list[str]:
    names = find_names(text)
    return [names.entities[e].name for e in only_posted_on(text, names)]


@pytest.mark.parametrize(
    "text",
    [
        "In a Facebook post the police urged people to stay in.",
        "Petra Oland wrote on Instagram that it rained. She left Instagram followers in tears.",
        "He took to TikTok to complain.",
        "On Facebook, Petra Oland wrote that it rained.",
    ],
)
def test_a_platform_that_is_only_posted_on(text: str) -> None:
    assert len(posted_on(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Petra Oland wrote on Facebook that it rained. Facebook took the post down.",
        "The minister has written to Tern Council, in a Tern Council report.",
    ],
)
def test_a_body_that_does_something(text: str) -> None:
    assert posted_on(text) == []


def test_they_are_not_the_platform(offered: Offered) -> None:
    text = "In a Facebook post on Friday the police urged people to stay in. “It will pour,” they said."
    assert "Facebook" not in offered(text, "they")


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (
            "In a Facebook post, a Facebook video and a Facebook story Tern Council urged people to stay.",
            "Tern Council",
        ),
        ("In a Facebook post the police urged people to stay.", None),
    ],
)
def test_no_article_is_about_the_platform(extractor: Extractor, text: str, body: str | None) -> None:
    (scene,) = extractor.scenes([text + " “It will pour,” they said."])
    main = Tracks(scene).main_body
    assert (scene.names.entities[main].name if main is not None else None) == body
