"""Whom a pronoun can and cannot stand for by the sentences around it: newcomers, hearers, authors."""

from __future__ import annotations

import pytest

from quotes.extraction.coreference import references_for
from quotes.extraction.pipeline import Extractor
from quotes.extraction.referents import entity_referent
from quotes.extraction.salience import Stand, duels, part_in
from quotes.extraction.scene import Scene
from quotes.extraction.sources import SourceMention
from quotes.extraction.tracks import Tracks


def scene_of(extractor: Extractor, text: str) -> Scene:
    (scene,) = extractor.scenes([text])
    return scene


def last_pronoun(scene: Scene) -> SourceMention:
    """Return the pronoun that the last sentence's cue hangs on."""
    here = scene.sources[max(scene.sources)]
    return next(m for m in reversed(here.mentions) if m.kind == "pronoun" and m.roles)


def offered(extractor: Extractor, text: str) -> dict[str, list[str]]:
    """Return the names of the possible referents of the last pronoun, with their features."""
    scene = scene_of(extractor, text)
    found = references_for(Tracks(scene), last_pronoun(scene), None, None, 0)
    return {r.referent.name: r.features for r in found}


@pytest.mark.parametrize(
    ("newcomer", "text"),
    [
        ("former baker", "Tom Ferrow left. Among those in the queue was a former baker. “It rained,” he said."),
        ("one shopper", "Tom Ferrow left. At the till, one shopper shook his head. “It rained,” he said."),
        ("widow in Bergen", "Petra Oland read out a letter she had been sent by a widow in Bergen. “Stop,” she said."),
        ("my sister", "Petra Oland left, and I gave the keys to my sister. “It rained,” she said."),
        ("nurse", "A nurse said the ward was full. She had not slept. “It rained,” she said."),
    ],
    ids=["attribute", "one", "agent", "mine", "two-sentences-back"],
)
def test_somebody_just_brought_in_without_a_name_is_offered(extractor: Extractor, newcomer: str, text: str) -> None:
    assert newcomer in offered(extractor, text)


def test_a_spokeswoman_rules_out_a_man_for_she(extractor: Extractor) -> None:
    text = "A spokeswoman for the harbour said Tom Ferrow had not been told. “It rained,” she said."
    assert list(offered(extractor, text)) == ["spokeswoman for the harbour"]


@pytest.mark.parametrize(
    "sentence",
    [
        "He told Tom Ferrow: “It rained.”",
        "In a letter to Tom Ferrow, he wrote: “It rained.”",
        "Asked by Tom Ferrow whether he had slept, he said: “It rained.”",
        "“It rained,” he said of Tom Ferrow.",
        "However, regarding the quarrel with Tom Ferrow, he said: “It rained.”",
    ],
    ids=["told", "letter", "asked-by", "said-of", "regarding"],
)
def test_whom_the_clause_of_a_pronoun_names_beside_it_is_somebody_else(extractor: Extractor, sentence: str) -> None:
    found = offered(extractor, f"Tom Ferrow met Hugo Brandt on Monday. {sentence}")
    assert "Hugo Brandt" in found
    assert "Tom Ferrow" not in found


def test_a_subject_of_a_clause_before_a_pronoun_stays(extractor: Extractor) -> None:
    found = offered(extractor, "Hugo Brandt sang. When Tom Ferrow came in, he said: “It rained.”")
    assert {"Hugo Brandt", "Tom Ferrow"} <= found.keys()


@pytest.mark.parametrize("cue", ["wrote", "had written", "writes"])
def test_the_author_of_what_is_read_out_wrote_it(extractor: Extractor, cue: str) -> None:
    text = f"Petra Oland read aloud from a letter by Ada Quill, a baker. “It rained,” she {cue}."
    assert list(offered(extractor, text)) == ["Ada Quill"]


def test_who_reads_a_letter_out_may_still_speak(extractor: Extractor) -> None:
    text = "Petra Oland read aloud from a letter by Ada Quill, a baker. “It rained,” she said."
    assert {"Petra Oland", "Ada Quill"} <= offered(extractor, text).keys()


def test_in_a_statement_it_said_is_not_the_statement(extractor: Extractor) -> None:
    found = offered(extractor, "The Harbour Trust was sold. In a statement, it said: “It rained.”")
    assert "Harbour Trust" in found
    assert "statement" not in found


def test_it_is_nobody_in_the_plural(extractor: Extractor) -> None:
    found = offered(extractor, "The report was welcomed, and the councils said little. “It rained,” it said.")
    assert "report" in found
    assert "councils" not in found


def test_a_clause_with_its_own_subject_rules_nobody_out(extractor: Extractor) -> None:
    text = "When Lars Oland accused Tom Ferrow of delay, he said: “It rained.”"
    assert "Tom Ferrow" in offered(extractor, text)


@pytest.mark.parametrize(
    ("sentence", "name", "part"),
    [
        ("Ada Quill said it would rain.", "Ada Quill", "teller"),
        ("Ada Quill closed the door.", "Ada Quill", "subject"),
        ("Tom Ferrow said Ada Quill closed the door.", "Ada Quill", "inner-subject"),
        ("Tom Ferrow told Ada Quill it would rain.", "Ada Quill", "hearer"),
        ("Tom Ferrow quoted a letter from Ada Quill.", "Ada Quill", "author"),
        ("Tom Ferrow drove Ada Quill.", "Ada Quill", "object"),
        ("According to Ada Quill, it would rain.", "Ada Quill", "teller"),
        ("Tom Ferrow left when Ada Quill closed the door.", "Ada Quill", "side-subject"),
    ],
)
def test_the_part_of_a_mention_in_its_sentence(extractor: Extractor, sentence: str, name: str, part: str) -> None:
    scene = scene_of(extractor, f"{sentence} “It rained,” she said.")
    there = scene.sources[0]
    assert [part_in(there, m) for m in there.mentions if m.text == name] == [part]


def test_everybody_is_held_against_the_first_of_the_others() -> None:
    near, far = Stand(1, "teller", "new", "match"), Stand(2, "subject", "named", "unknown")
    first, second, unseen = duels("he", [near, far, None])
    assert "he|duel=1teller-new:2subject" in first
    assert "he|duel=2subject:1teller-new" in second
    assert unseen == []


def test_whom_the_gender_rules_out_is_no_rival() -> None:
    near, clashing = Stand(1, "subject", "named", "match"), Stand(1, "teller", "named", "clash")
    assert duels("he", [near, clashing])[0] == ["he|alone|1subject"]


@pytest.mark.parametrize(("verb", "turn"), [("replied", "responds"), ("added", "adds")])
def test_a_verb_that_answers_or_goes_on_tells_of_the_last_speaker(extractor: Extractor, verb: str, turn: str) -> None:
    text = f"“Stop,” Tom Ferrow shouted. A guard came out with Amos Quill. “I am coming,” he {verb}."
    scene = scene_of(extractor, text)
    tom = next(e for e, known in enumerate(scene.names.entities) if known.name == "Tom Ferrow")
    previous = entity_referent(scene.names, tom)
    found = references_for(Tracks(scene), last_pronoun(scene), previous, 0, 1)
    told = {r.referent.name: [f for f in r.features if f"|{turn}|" in f] for r in found}
    assert told["Tom Ferrow"] == [f"he|{turn}|last=True|steps=2"]
    assert told["Amos Quill"] == [f"he|{turn}|last=False|steps=2"]


def test_where_nobody_has_a_name_somebody_further_back_is_offered(extractor: Extractor) -> None:
    text = (
        "When I rang the town hall, a nice young man answered. “What would you like?” I asked. It rained. "
        "There was a long silence. Nothing moved. “Warmth,” he said."
    )
    assert "nice young man" in offered(extractor, text)
    assert "nice young man" not in offered(extractor, text.replace("It rained. ", "It rained. " * 6))
    assert "nice young man" not in offered(extractor, text.replace("It rained. ", "Tom Ferrow passed. "))


def test_tells_who_is_asked_from_who_asks(extractor: Extractor) -> None:
    text = "Tom Ferrow asked Petra Oland how it was going at the pier. “It rained,” she said."
    told = {
        name: {feature.split("|", 1)[1] for feature in features if "|asks|" in feature}
        for name, features in offered(extractor, text).items()
    }
    assert "asks|hearer|steps=1" in told["Petra Oland"]
    assert all("asks|hearer|steps=1" not in features for name, features in told.items() if name != "Petra Oland")


def test_who_wrote_something_is_not_meant_where_another_spoke_of_it(extractor: Extractor) -> None:
    text = "Tom Ferrow said the letter by Jonas Feld was “untrue.” He writes that “it rained.”"
    scene = scene_of(extractor, text)
    speaker = next(i for i, e in enumerate(scene.names.entities) if e.name == "Tom Ferrow")
    found = references_for(Tracks(scene), last_pronoun(scene), entity_referent(scene.names, speaker), 0, 1)
    assert "Tom Ferrow" in {r.referent.name for r in found}
    assert set(offered(extractor, "A letter by Jonas Feld to Tom Ferrow was read out. “It rained,” he wrote.")) == {
        "Jonas Feld"
    }
