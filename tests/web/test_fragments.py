"""Links that land on the quoted words."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from quotes.web.fragments import is_web_address, link_to_words, text_directive


def test_a_quote_of_some_words_is_given_whole() -> None:
    assert text_directive("We will rebuild the pier by spring") == "text=We%20will%20rebuild%20the%20pier%20by%20spring"


@pytest.mark.parametrize(
    ("character", "encoded"), [("-", "%2D"), (",", "%2C"), ("&", "%26"), ("#", "%23"), ("%", "%25"), ("é", "%C3%A9")]
)
def test_what_separates_the_parts_of_a_directive_is_encoded(character: str, encoded: str) -> None:
    directive = text_directive(f"one two{character}three four five six")
    assert directive == f"text=one%20two{encoded}three%20four%20five%20six"


def test_a_long_quote_is_given_by_its_ends() -> None:
    directive = text_directive(" ".join(f"word{number}" for number in range(40)))
    assert unquote(directive) == "text=word0 word1 word2 word3 word4,word35 word36 word37 word38 word39"


def test_a_quote_over_paragraphs_is_given_by_its_ends_even_if_short() -> None:
    assert (
        unquote(text_directive("The pier is old.\n“It will be rebuilt."))
        == "text=The pier is old.,“It will be rebuilt."
    )


@pytest.mark.parametrize("words", [1, 2, 3, 9])
def test_the_ends_of_one_paragraph_never_share_a_word(words: int) -> None:
    text = " ".join(f"{'x' * 90}{number}" for number in range(words))
    start, _, end = text_directive(text).removeprefix("text=").partition(",")
    assert not set(start.split("%20")) & set(end.split("%20"))


def test_a_short_quote_is_told_apart_by_its_neighbours() -> None:
    directive = text_directive("the strength", "He said that it shows “", "” of both, she said.")
    assert unquote(directive) == "text=it shows “-,the strength,-” of both,"


def test_a_quote_of_many_words_needs_no_neighbours() -> None:
    directive = text_directive("one two three four five six seven eight nine", "He said: “", "” and left.")
    assert unquote(directive) == "text=one two three four five six seven eight nine"


def test_neighbours_in_another_paragraph_are_not_used() -> None:
    assert unquote(text_directive("the strength", "Another paragraph.\n“", "”\nOne more.")) == "text=the strength"


@pytest.mark.parametrize("text", ["", "   ", "…", "!?"])
def test_nothing_to_look_for_gives_no_directive(text: str) -> None:
    assert text_directive(text) == ""
    assert link_to_words("https://news.example/a", text) == "https://news.example/a"


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://news.example/a", "https://news.example/a#:~:text="),
        ("https://news.example/a#top", "https://news.example/a#top:~:text="),
        ("https://news.example/a?x=1&y=2#top:~:text=old", "https://news.example/a?x=1&y=2#top:~:text="),
    ],
)
def test_the_directive_goes_behind_the_fragment_that_is_there(url: str, start: str) -> None:
    assert link_to_words(url, "We will rebuild the pier") == f"{start}We%20will%20rebuild%20the%20pier"


@pytest.mark.parametrize("address", ["https://news.example/a", "http://[::1]:8000/", "http://news.example"])
def test_web_addresses_are_linked(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "news.example/a",
        "javascript:alert(1)",
        "data:text/html,x",
        "//news.example",
        "http://",
        "http://[half",
        "file:///etc/x",
    ],
)
def test_other_addresses_are_not(address: str | None) -> None:
    assert not is_web_address(address)
