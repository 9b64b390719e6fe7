"""schema.org Quotation for every type of speaker."""

from __future__ import annotations

from typing import get_args

import pytest

from quotes.service.lookup import StoredQuote
from quotes.types import Affiliation, Article, Quote, Speaker, SpeakerType
from quotes.web.structured_data import quotation, script_text

PAGE = "https://quotes.example/quotes/1"


def stored(speaker: Speaker | None, article: Article | None = None) -> StoredQuote:
    quote = Quote("It rains.", 0, 9, "direct", speaker, affiliation=Affiliation("clerk", "Town of Ostholm"))
    return StoredQuote("1", quote, article or Article("a", ""), "", "ostholm-1" if speaker else None)


@pytest.mark.parametrize("type", get_args(SpeakerType))
def test_every_type_of_speaker_is_described(type: SpeakerType) -> None:
    found = quotation(stored(Speaker("Ostholm", type)), PAGE, "https://quotes.example")
    if type == "document":
        assert found["citation"]["@type"] == "CreativeWork"
        assert "creator" not in found
        return
    assert found["creator"]["@type"] == ("Organization" if type in ("organization", "group") else "Person")
    assert found["creator"]["@id"] == "https://quotes.example/#speaker-ostholm-1"
    assert found["spokenByCharacter"] == {"@id": found["creator"]["@id"]}
    assert ("jobTitle" in found["creator"]) == (found["creator"]["@type"] == "Person")


def test_what_is_not_known_is_left_out() -> None:
    found = quotation(stored(None), PAGE, "https://quotes.example")
    assert found["isPartOf"] == {"@type": "NewsArticle"}
    assert not {"creator", "spokenByCharacter", "isBasedOn", "inLanguage", "about"} & set(found)


def test_no_text_can_end_the_script() -> None:
    written = script_text({"text": "</script><!-- &amp; \u2028 “ü”"})
    assert not set("<>&\u2028") & set(written)
    assert "“ü”" in written
