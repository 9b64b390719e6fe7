"""Somebody who is brought in without a name, and whom a description takes up by another noun."""

from __future__ import annotations

import pytest

from quotes.extraction.brought_in import brought_in, relation
from quotes.extraction.coreference import references_for
from quotes.extraction.nominals import read_description
from quotes.extraction.pipeline import Extractor
from quotes.extraction.referents import Referent
from quotes.extraction.tracks import Tracks
from tests.extraction.conftest import Offered


@pytest.mark.parametrize(
    ("before", "words", "name"),
    [
        ("Outside, one weary shopper had a theory of her own.", "woman", "weary shopper"),
        (
            "An 83-year-old constituent of the senator showed her a bill.",
            "woman",
            "83-year-old constituent of the senator",
        ),
        ("A welder who lives next door had heard a bang.", "neighbour", "welder"),
        ("A charity for sailors has looked into it.", "group", "charity for sailors"),
    ],
)
def test_a_description_takes_up_whoever_was_brought_in(offered: Offered, before: str, words: str, name: str) -> None:
    assert name in offered(f"Ada Quill sold boats. {before} “It rained,” the {words} said.", words)


def test_the_soldier_who_spoke_with_the_paper_has_no_name(offered: Offered) -> None:
    text = "Ada Quill, an army reservist, left. “It rained,” the soldier who spoke with the Post said."
    assert list(offered(text, "soldier")) == ["soldier"]
    assert "Ada Quill" in offered(text.replace("who spoke with the Post ", ""), "soldier")


@pytest.mark.parametrize("words", ["another ferry captain", "a second ferry captain"])
def test_another_captain_is_not_the_one_who_was_named(offered: Offered, words: str) -> None:
    text = f"Ada Quill, a ferry captain, left. “It rained,” {words} said."
    assert "Ada Quill" not in offered(text, words.removeprefix("a "))
    assert "Ada Quill" in offered(text.replace(words, "the ferry captain"), "ferry captain")


def test_the_same_official_is_the_one_without_a_name(offered: Offered) -> None:
    before = "Ada Quill is a former port official. “Is it cold?” one harbour official asked."
    assert list(offered(f"{before} “It rained,” the same official said.", "same official")) == ["harbour official"]


def test_the_name_right_behind_a_description_is_meant(offered: Offered) -> None:
    text = "Harbour Watch met. It was the “wettest spell” in years, according to the polling company Wavewatch."
    assert list(offered(text, "polling company")) == ["Wavewatch"]
    assert "polling company" in offered(text.replace("Wavewatch", "Wavewatch leads"), "polling company")


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("A lawyer, Ada Quill, had heard a bang.", "woman"),
        ("Her sister, a nurse, had heard a bang.", "woman"),
        ("They were turned back by a guard.", "man"),
        ("A lawyer’s letter came.", "man"),
        ("A charity has looked into it.", "man"),
        ("A grandmother had heard a bang.", "businessman"),
        ("A female baker had heard a bang.", "businessman"),
        ("A judge had heard a bang.", "judge"),
    ],
    ids=["named", "apposition", "by", "owner", "body", "gender", "female", "same-noun"],
)
def test_whoever_is_named_or_something_else_is_not_meant(offered: Offered, before: str, words: str) -> None:
    found = offered(f"{before} “It rained,” the {words} said.", words)
    assert not any("brought|the" in features for features in found.values())


def test_how_far_back_and_behind_whom_somebody_was_brought_in(extractor: Extractor) -> None:
    text = "A farmer had heard a bang. Ada Quill met Tom Ferrow. “It rained,” the woman said."
    (scene,) = extractor.scenes([text])
    tracks = Tracks(scene)
    mention = next(m for here in scene.sources.values() for m in here.mentions if m.text == "woman")
    told = read_description("woman", "the")
    (phrase,) = brought_in(tracks, mention, told)
    assert (phrase.place, phrase.sentence, relation(phrase, told)) == ("opens", 0, "anyone")
    assert tracks.count_between("person", phrase.end, mention.span.start) == 2


@pytest.mark.parametrize(("words", "name"), [("pilot", "pilot from Halden"), ("this pilot", "pilot from Halden")])
def test_the_same_noun_stands_for_all_that_brought_it_in(offered: Offered, words: str, name: str) -> None:
    the = "" if words.startswith("this") else "the "
    found = offered(f"A pilot from Halden slept. “It rained,” {the}{words} said.", words)
    assert {"self", "again|same"} <= set(found[name])


def test_a_noun_that_came_in_by_itself_is_the_nearer_the_likelier(offered: Offered) -> None:
    text = "A judge was late because of the heavy rain in the hills. Ada Quill waited. “It rained,” the judge said."
    found = offered(text, "judge")
    assert "self|introduced=new|ago=2|since=1" in found["judge"]
    assert "nom|introduced=new|ago=2|since=subject" in found["Ada Quill"]


@pytest.mark.parametrize(("lead", "words"), [("One", "One"), ("A fourth", "fourth"), ("Another", "Another")])
def test_one_of_many_is_nobody_who_was_named(offered: Offered, lead: str, words: str) -> None:
    found = offered(f"Ada Quill read the post of Tern Transit. {lead} wrote: “It rained.”", words)
    assert set(found) == {words}


@pytest.mark.parametrize(
    ("between", "name"),
    [("", "cabinet minister"), (" A second minister was cross.", "minister")],
    ids=["the-last-speaker", "another-since"],
)
def test_a_bare_noun_is_the_last_speaker_by_the_name_it_had(extractor: Extractor, between: str, name: str) -> None:
    (scene,) = extractor.scenes(
        [f"“It rained,” a cabinet minister told the paper.{between} “It did,” the minister said."]
    )
    mention = next(m for here in scene.sources.values() for m in here.mentions if m.text == "minister")
    previous = Referent("cabinet minister", "unnamed")
    found = references_for(Tracks(scene), mention, previous, 0, 1)
    assert found[0].referent.name == name


@pytest.mark.parametrize(
    ("between", "alone"),
    [("It rained, Tom Ferrow.", True), ("It rained.” It pleased Tom Ferrow. “Truly.", False)],
    ids=["named-by-the-speaker", "named-since"],
)
def test_who_goes_on_without_a_name_is_none_who_was_named_before(
    extractor: Extractor, between: str, alone: bool
) -> None:
    before = "Ada Quill, the port’s spokeswoman, left."
    text = f"{before} “It is late,” a port spokeswoman told the paper. “{between}” “It did,” the spokeswoman said."
    (scene,) = extractor.scenes([text])
    mention = next(m for here in scene.sources.values() for m in here.mentions if m.text == "spokeswoman")
    found = references_for(Tracks(scene), mention, Referent("port spokeswoman", "unnamed"), 1, 2)
    names = [reference.referent.name for reference in found]
    assert names[0] == "port spokeswoman"
    assert (len(names) == 1) == alone
