from __future__ import annotations

import pytest

from quotes.identity import article_id, canonical_address, fold, quote_ids, speaker_id
from quotes.types import Quote, Speaker


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zoë BRANDT", "zoe brandt"),
        ("O’Neill", "O'Neill"),
        ("J. D. Vance", "J.D. Vance"),
        ("Jean-Luc  Ngata", "jean luc ngata"),
        ("Łukasz Ørsted", "lukasz orsted"),
        ("Straße", "STRASSE"),
        ("Zoe\u0308 Brandt", "Zoë Brandt"),
    ],
)
def test_names_written_differently_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


def test_different_names_stay_different() -> None:
    assert len({fold(name) for name in ("Hong Lei", "Hong Lee", "習近平", "习近平", "Lei")}) == 5


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("HTTPS://News.Example/a?utm_source=x&id=3#top", "https://news.example/a?id=3"),
        ("https://news.example:443/a", "https://news.example/a"),
        ("https://news.example", "https://news.example/"),
    ],
    ids=["tracking and fragment", "default port", "no path"],
)
def test_an_address_has_one_id_however_it_was_reached(url: str, same: str) -> None:
    assert canonical_address(url) == same
    assert article_id(url) == article_id(same)


@pytest.mark.parametrize(
    "url", ["https://news.example/a?id=4", "http://news.example/a?id=3", "https://news.example:8443/a?id=3"]
)
def test_addresses_of_different_articles_stay_apart(url: str) -> None:
    assert article_id(url) != article_id("https://news.example/a?id=3")


@pytest.mark.parametrize("url", ["http://[::1", "http://a:b:c/", "https://x:99999/", "\udcff"])
def test_an_address_that_is_none_still_gives_an_id(url: str) -> None:
    assert len(article_id(url)) == 16


def quote(text: str, start: int) -> Quote:
    return Quote(text, start, start + len(text), "direct", None)


def test_quote_ids_depend_on_words_and_article_not_on_place() -> None:
    first = list(quote_ids("a", [quote("Yes.", 0), quote("No.", 10), quote("Yes.", 20)]))
    moved = list(quote_ids("a", [quote("Perhaps.", 0), quote("Yes.", 30), quote("No.", 40), quote("Yes.", 50)]))
    assert first == moved[1:]
    assert len(set(moved)) == 4
    assert not set(first) & set(quote_ids("b", [quote("Yes.", 0), quote("No.", 10)]))


def test_a_named_speaker_is_one_in_all_articles_and_an_unnamed_one_is_not() -> None:
    assert speaker_id(Speaker("Zoë Brandt", "person"), "a") == speaker_id(Speaker("ZOE BRANDT", "person"), "b")
    assert speaker_id(Speaker("a clerk", "unnamed"), "a") != speaker_id(Speaker("a clerk", "unnamed"), "b")
    assert speaker_id(Speaker("Ford", "person"), "a") != speaker_id(Speaker("Ford", "organization"), "a")


@pytest.mark.parametrize("name", ["Zoë Brandt", "習近平", "", "***", "x" * 500, "\udcff"])
def test_speaker_ids_are_fit_for_an_address(name: str) -> None:
    id = speaker_id(Speaker(name, "person"), "a")
    assert id.isascii()
    assert all(char.isalnum() or char == "-" for char in id)
    assert 10 < len(id) <= 64
