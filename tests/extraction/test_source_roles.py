"""How the mentions of a sentence hang on its reporting words: read off the parse, before anything is ranked."""

from __future__ import annotations

import pytest

from quotes.extraction.attribution import candidates_for
from quotes.extraction.pipeline import Extractor


def roles(extractor: Extractor, text: str) -> dict[str, set[str]]:
    (scene,) = extractor.scenes([text])
    return {m.text: {how for _, how in m.roles} for sentence in scene.sources.values() for m in sentence.mentions}


def mentions(extractor: Extractor, text: str) -> list[str]:
    (scene,) = extractor.scenes([text])
    return [c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention is not None]


CASES = [
    ("subject", "“It rained,” Petra Oland said.", "Petra Oland", "subject"),
    ("the-owner-of-a-letter", "Petra Oland’s letter said the plan was “ruinous”.", "Petra Oland", "subject-owner"),
    (
        "inverted-where-the-parse-sees-nobody",
        "“Rain?” asked the boy, who was wearing a “yes” hat and said his name was Tom.",
        "boy",
        "inverted",
    ),
    (
        "name-before-a-description-taken-for-a-subject",
        "Ann Quill, the engineer hired to fix the pier, said: “We know little.”",
        "Ann Quill",
        "conj",
    ),
    (
        "subject-before-a-participle",
        "The decree, read out on television by Petra Oland, says all salt is “the property of the crown”.",
        "decree",
        "subject",
    ),
    (
        "which-goes-back-past-a-thing",
        "She pointed to the leaflet in every box, which tells users “to rinse”.",
        "leaflet",
        "relative",
    ),
    (
        "which-may-go-back-past-a-body",
        "It hangs near the letter sent by the rowing club, which says the pier is “a disgrace”.",
        "letter",
        "relative-far",
    ),
    ("the-giver-of-an-answer", "When he rang, an agent gave him an answer: “Fog.”", "agent", "giver-dobj"),
    ("the-prompted", "The cut came in May, prompting a union to accuse it of “plain theft”.", "union", "subject"),
    ("the-alleged", "It is alleged in her petition that the bank “slept”.", "her petition", "said-in"),
    ("who-was-heard", "He said Tom Quill had overheard the cook tell the boy to “run for it”.", "cook", "subject"),
    ("a-pronoun-that-was-heard", "Petra Oland said she saw Tom Quill and heard him shout: “Run!”", "him", "subject"),
    (
        "with-a-subject-of-its-own",
        "Gull Ferries raised its fares, with founder Petra Oland, who owns half of it, telling guests it was “tight”.",
        "Petra Oland",
        "subject",
    ),
    ("told-by-him", "The cook said he was called in and told by him that rain was “no excuse”.", "him", "agent"),
    ("one-of-them", "The cooks cleared what one of them described as “a hill of snow”.", "one of them", "subject"),
    ("as-it-has-it", "There was a rule for “small craft”, as the draft has it, and one for ships.", "draft", "subject"),
    ("in-the-language-of", "The pier would be, in the language of the lease, “a guest”.", "lease", "noun-of"),
    ("to-her-mind", "Tom Quill had a plan that was, to her mind, “an insult”.", "her", "owner"),
    (
        "a-claim-torn-from-its-owner",
        "On Monday, Tom Quill knocked a statement by actor Petra Oland that an “odd amount of salt” was sold.",
        "Petra Oland",
        "noun-by",
    ),
    ("quotes-somebody", "The agency quoted Tom Ferrow, a cook, as saying it was “over”.", "Tom Ferrow", "subject"),
    ("quote-taken-for-a-noun", "“It is over,” local papers quote Ferrow as saying. Ferrow left.", "Ferrow", "subject"),
    (
        "quotes-one-of-them",
        "The Post quoted one of Roe’s aides as saying it was “over”.",
        "one of Roe’s aides",
        "subject",
    ),
    ("quotes-him", "The agency quoted him as saying it was “over”.", "him", "subject"),
    ("quoted-as-saying", "He was quoted by the paper, Hale News, as saying it was “over”.", "He", "via-passive"),
    ("of-a-place", "Tom Quill of Kingsbury said his hens were “wet”.", "Tom Quill", "subject"),
    (
        "shown-to-say",
        "A video sent to us shows a former candidate of the Harbour Party, Petra Oland, saying, “We will sleep here.”",
        "Petra Oland",
        "subject",
    ),
    (
        "officer-behind-a-bracket",
        "Harbour Nurses Association (HNA) general secretary Petra Oland told Tide Radio that it was “late”.",
        "Petra Oland",
        "subject",
    ),
    ("who-pays-tribute", "Petra Oland has paid tribute to a “brave” rower.", "Petra Oland", "giver-dobj"),
    ("per", "The pier may be closed “without notice”, per the town bylaws.", "town bylaws", "according"),
]


@pytest.mark.parametrize(("text", "mention", "how"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_mention_hangs_on_the_cue(extractor: Extractor, text: str, mention: str, how: str) -> None:
    assert how in roles(extractor, text)[mention]


@pytest.mark.parametrize(
    "text",
    ["Petra Oland’s lawyer said the plan was “ruinous”.", "A friend of Petra Oland said the plan was “ruinous”."],
    ids=["owner", "of"],
)
def test_whose_somebody_is_does_not_speak(extractor: Extractor, text: str) -> None:
    assert roles(extractor, text)["Petra Oland"] == set()


@pytest.mark.parametrize(
    "text",
    [
        "Her speech included sharp criticism of Petra Oland and the “wet” harbour.",
        "Petra Oland appeared in court for questioning over allegations of “fraud”.",
    ],
    ids=["criticism-of", "for-questioning"],
)
def test_who_is_criticised_or_questioned_does_not_speak(extractor: Extractor, text: str) -> None:
    assert roles(extractor, text)["Petra Oland"] == set()


@pytest.mark.parametrize(
    "text",
    [
        "The governor of Narrow County Tom Ferrow said it was “over”.",
        "MP for Leeds East Tom Ferrow said it was “over”.",
        "MEC for Health Tom Ferrow said it was “over”.",
    ],
)
def test_whoever_holds_an_office_is_the_subject_behind_it(extractor: Extractor, text: str) -> None:
    assert "subject" in roles(extractor, text)["Tom Ferrow"]


def test_a_spokesman_for_somebody_stays_the_subject(extractor: Extractor) -> None:
    text = "A spokesman for Governor Tom Ferrow said it was “over”."
    assert "subject" in roles(extractor, text)["spokesman for Governor Tom Ferrow"]


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("“It rained,” said Harbour spokesman Navy Capt. Tom Ferrow, who was asked.", "Tom Ferrow", "spokesman"),
        (
            "The owner, Gull Ferries, told the town that the leak was “contained”.",
            "Gull Ferries",
            "owner",
        ),
        ("The poet’s publisher, Tom Ferrow, regards the row as “proof of life”.", "Tom Ferrow", "publisher"),
        ("Telecom analysts Gartner welcomed the move, saying it had “a lot of ground”.", "Gartner", "analysts"),
    ],
    ids=["person-torn-from-a-title", "body-between-commas", "publisher", "body-behind-a-plural"],
)
def test_a_name_directly_behind_a_description_stands_for_it(
    extractor: Extractor, text: str, name: str, description: str
) -> None:
    found = roles(extractor, text)
    assert "subject" in found[name]
    assert not any(description in mention for mention in found)


def test_who_is_asked_did_not_ask(extractor: Extractor) -> None:
    assert mentions(extractor, "Tom Ferrow was asked, “Why now?”") == []
    assert "Petra Oland" in mentions(extractor, "Tom Ferrow was asked by Petra Oland, “Why now?”")


def test_a_body_does_not_say_what_its_officer_says(extractor: Extractor) -> None:
    text = "Harbour Nurses Association (HNA) general secretary Petra Oland told Tide Radio that it was “late”."
    assert roles(extractor, text)["Harbour Nurses Association"] == set()


def test_which_does_not_go_back_to_a_box(extractor: Extractor) -> None:
    found = roles(extractor, "She pointed to the leaflet in every box, which tells users “to rinse”.")
    assert not any(how.startswith("relative") for how in found["every box"])


def test_a_word_with_a_hyphen_is_one_mention(extractor: Extractor) -> None:
    assert set(roles(extractor, "“It rained,” the e-mail says.")) == {"e-mail"}
    assert "ex-teacher" in roles(extractor, "“It rained,” said the ex-teacher, who laughed.")


def test_how_often_something_happens_is_no_source(extractor: Extractor) -> None:
    assert roles(extractor, "It rains “twice” per week.") == {"It": set()}


@pytest.mark.parametrize("title", ["Coun.", "Cllr.", "Sgt.", "Capt.", "Supt."])
def test_a_title_written_short_is_one_word_and_no_source(extractor: Extractor, title: str) -> None:
    found = roles(extractor, f"“It rained,” said {title} Petra Oland, who was there.")
    assert [name for name, how in found.items() if how] == ["Petra Oland"]


def test_letters_behind_a_name_belong_to_it(extractor: Extractor) -> None:
    found = roles(extractor, "Opening the case, Petra Oland KC described the theft as “a stupid errand”.")
    assert "subject" in found["Petra Oland"]


def test_a_pronoun_that_is_only_an_object_is_no_source(extractor: Extractor) -> None:
    assert "him" not in roles(extractor, "Petra Oland saw him and said: “It rained.”")


def test_a_thing_in_a_description_does_not_speak(extractor: Extractor) -> None:
    text = "“It rained,” Tom Ferrow, vice president of PMG, a paper money grading company in Florida told us."
    assert roles(extractor, text)["paper money"] == set()
