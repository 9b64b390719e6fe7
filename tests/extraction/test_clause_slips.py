"""Clauses that the parser builds wrongly around quotes: who holds which verb once they are put right."""

from __future__ import annotations

import pytest

from quotes.extraction.attribution import candidates_for
from quotes.extraction.clause_slips import mend_clauses
from quotes.extraction.clauses import Clauses
from quotes.extraction.narration import Folded, Sentence
from quotes.extraction.pipeline import Extractor
from quotes.extraction.role_slips import lend_beside, mend_slips
from quotes.extraction.source_roles import cues_above
from quotes.extraction.sources import Cue, SentenceSources, SourceMention
from quotes.types import Span


def holders(extractor: Extractor, text: str) -> dict[str, set[tuple[str, str]]]:
    (scene,) = extractor.scenes([text])
    (sentence,) = scene.sources.values()
    return {m.text: {(sentence.words[token], how) for token, how in m.roles} for m in sentence.mentions}


CASES = [
    (
        "behind-an-accusation",
        "Oland was charged with arson and said he had been “fast asleep.”",
        ("Oland", "said", "passive-conj"),
    ),
    (
        "behind-a-question-put-to-them",
        "Oland was asked about the fire and said he had been “fast asleep.”",
        ("Oland", "said", "passive-conj"),
    ),
    (
        "behind-an-opening-phrase",
        "In an interview with the Post’s Ada Quill, Tom Ferrow, who runs the port, said it was “far too late.”",
        ("Tom Ferrow", "said", "subject"),
    ),
    (
        "behind-a-participle",
        "Speaking to the Post’s Ada Quill, Tom Ferrow, who runs the port, said it was “far too late.”",
        ("Tom Ferrow", "said", "subject"),
    ),
    (
        "behind-a-statement",
        "In a statement to the Post, Tidex, a Danish ferry giant best known for being one of Norway’s top suppliers, "
        "said the decision was based on “mutual trust.”",
        ("Tidex", "said", "subject"),
    ),
    (
        "slipped-in-before-the-verb",
        "The biggest reason cooks get fired, writes Oland, is “it’s always salt, every time”.",
        ("Oland", "writes", "subject"),
    ),
    (
        "agent-behind-the-quote",
        "This feature of the harbour has been called “the long wait” by Petra Oland, a professor at Hale College.",
        ("Petra Oland", "called", "agent"),
    ),
    (
        "agent-of-two-capacities",
        "Tom Quill was described as a “true gentleman” by his old colleague and friend Petra Oland.",
        ("Petra Oland", "described", "agent"),
    ),
    (
        "participle-with-an-object",
        "That led Hale's council to call a meeting on whether to ban Quill; one sailor called Quill “the mud prince”.",
        ("one sailor", "called", "subject"),
    ),
    (
        "an-age-that-asks",
        "“Who moved the pier?” the 43-year-old asked in the film's last scene.",
        ("43-year-old", "asked", "subject"),
    ),
    (
        "name-behind-a-quote-with-another-verb-subject",
        "It was branded “in homage to” Tom Quill, Mr Oland wrote.",
        ("Oland", "wrote", "subject"),
    ),
    (
        "object-of-after",
        "The row had come up on Friday after Petra Oland, asked about boats under Tom Quill, had said: “It rained.”",
        ("Petra Oland", "said", "subject"),
    ),
    (
        "at-one-point",
        "He has fought the town for years over its pier, at one point calling its warden a “liar”.",
        ("He", "calling", "via-advcl"),
    ),
    (
        "adding-behind-a-quote",
        "Petra Oland told the paper that Tom Quill “had a crazy policy of closing piers,” adding, “He lost the vote.”",
        ("Petra Oland", "adding", "via-advcl"),
    ),
    (
        "participle-joined-to-a-participle",
        "Petra Oland went on, telling the town that Tom Quill is a “fake” and asking how he has “got away with it”.",
        ("Petra Oland", "asking", "via-advcl-conj"),
    ),
    (
        "saying-is-not-it's",
        "It was a strong show by the two, as Petra Oland echoed the mayor, saying Tom Quill “reminds us every day”.",
        ("Petra Oland", "saying", "via-advcl"),
    ),
    (
        "slipped-in-with-a-capacity",
        "Any “cleareyed” reading of the rules, said Petra Oland, an expert at Hale College, would read this as a loss.",
        ("Petra Oland", "said", "subject"),
    ),
    (
        "verbs-in-a-row",
        "Tom Quill supports “fair pay rises,” opposes “freezes” and recalled the last of them: “It was hard.”",
        ("Tom Quill", "recalled", "conj"),
    ),
    (
        "mocked-for-calling",
        "Petra Oland mocked Tom Quill for calling himself the “king of salt”.",
        ("Tom Quill", "calling", "subject"),
    ),
    (
        "headlines-say-nothing",
        "Petra Oland made headlines for calling the pier a “joke”.",
        ("Petra Oland", "calling", "via"),
    ),
    (
        "who-goes-back-past-a-thing",
        "“Go home,” Petra Oland says to Tom Quill on camera, who responds with glee: “Okay!”",
        ("Tom Quill", "responds", "relative"),
    ),
    (
        "verb-that-reports-by-its-place",
        "“Choke!” blazoned the front page of the paper.",
        ("front page of the paper", "blazoned", "inverted"),
    ),
    ("led-to-say", "The win led her to declare that the pier was “in sight”.", ("her", "declare", "subject")),
    (
        "message-past-who-gets-it",
        "Her club soon put out an email to members stating, “It rained.”",
        ("email", "stating", "acl-VBG"),
    ),
    (
        "fronted-name-and-two-appositions",
        "After the meeting with Hale Water, the mayor, Petra Oland, told the Post it had been “a waste of a morning”.",
        ("Petra Oland", "told", "subject"),
    ),
    (
        "fronted-name-and-an-age",
        "In a letter to the Courier, Tom Quill, 51, the chief executive, said it was “over”.",
        ("Tom Quill", "said", "subject"),
    ),
    (
        "verb-taken-for-a-plural",
        "Beetles with wax on their knees did not react, the paper reports, “at any intensity short of shouting”.",
        ("paper", "reports", "subject"),
    ),
    ("one-more-reader", "A fourth added: “It rained for a week.”", ("fourth", "added", "subject")),
    ("one-of-them", "“It rained like in 1987,” one wrote.", ("one", "wrote", "subject")),
    ("noun-with-a-clause", "Prices will fall, the bank forecasts, “into May”.", ("bank", "forecasts", "subject")),
    (
        "had-it-done-and-told",
        "Mr Quill says the owner once had a big tree moved and told staff it was “to look like it grew there”.",
        ("owner", "told", "conj"),
    ),
    ("no-space-before-the-mark", "Oland said,“It rained.”", ("Oland", "said", "subject")),
]


@pytest.mark.parametrize(("text", "holds"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_verb_is_held_by_whoever_it_belongs_to(extractor: Extractor, text: str, holds: tuple[str, str, str]) -> None:
    mention, verb, how = holds
    assert (verb, how) in holders(extractor, text)[mention]


def clauses(*tokens: tuple[str, str, int, str]) -> Clauses:
    words, tags, heads, deps = (list(column) for column in zip(*tokens, strict=True))
    return Clauses(words, tags, heads, deps, [False] * len(words))


@pytest.mark.parametrize(
    "words", [("x", "roe", "barked"), ("x", "roe", "(", "r", ")", "barked")], ids=["participle", "behind-a-bracket"]
)
def test_a_verb_without_a_subject_goes_to_whoever_stands_before_it(words: tuple[str, ...]) -> None:
    verb = len(words) - 1
    tags = ["UH", *["NNP"] * (verb - 1), "VBN"]
    roe = SourceMention(Span(2, 5), "Roe", "name", 1, 1, 1, 0, 0, "person")
    guard = SourceMention(Span(9, 14), "guard", "nominal", verb + 1, verb + 1, verb + 1, 0)
    folded = Folded("", Sentence(0, 0, 0, ()), (), ())
    sentence = SentenceSources(
        0, folded, [*words, "guard"], [*tags, "NN"], [verb] * (verb + 2), ["dep"] * verb + ["ROOT", "nsubj"],
        {0: (0, 0)}, [True, *[False] * (verb + 1)], [roe, guard], [Cue(verb, "bark", "verb", Span(6, 8))],
    )  # fmt: skip
    lend_beside(sentence)
    assert (roe.roles, guard.roles) == ([(verb, "beside")], [])


@pytest.mark.parametrize(
    ("opens", "roles"),
    [*((word, [(7, "subject")]) for word in ("who", "whose", "whom", "which")), ("the", [])],
)
def test_a_clause_about_somebody_does_not_keep_them_from_their_verb(opens: str, roles: list[tuple[int, str]]) -> None:
    roe = SourceMention(Span(0, 3), "Roe", "name", 0, 0, 0, 0, 0, "person")
    sentence = SentenceSources(
        0, Folded("", Sentence(0, 0, 0, ()), (), ()), ["roe", ",", opens, "firm", "sells", "salt", ",", "said"],
        ["NNP", ",", "WP$", "NN", "VBZ", "NN", ",", "VBD"], [4, 0, 3, 4, 7, 4, 7, 7],
        ["nsubj", "punct", "poss", "nsubj", "ccomp", "dobj", "punct", "ROOT"],
        {}, [False] * 8, [roe], [Cue(7, "say", "verb", Span(4, 8))],
    )  # fmt: skip
    mend_slips(sentence)
    assert roe.roles == roles


def test_a_passive_without_a_form_of_be_is_active() -> None:
    found = clauses(("charges", "NNS", 0, "ROOT"), ("roe", "NNP", 2, "nsubjpass"), ("called", "VBN", 0, "acl"))
    mend_clauses(found, [])
    assert (found.deps[1], found.tags[2]) == ("nsubj", "VBD")
    kept = clauses(
        ("roe", "NNP", 2, "nsubjpass"),
        ("was", "VBD", 2, "auxpass"),
        ("called", "VBN", 2, "ROOT"),
        ("out", "RP", 2, "prt"),
    )
    mend_clauses(kept, [])
    assert kept.deps[0] == "nsubjpass"


def test_of_two_subjects_the_nearer_one_behind_as_holds_the_verb() -> None:
    found = clauses(
        ("quill", "NNP", 4, "nsubj"), (",", ",", 4, "punct"), ("as", "IN", 4, "mark"), ("roe", "NNP", 4, "nsubj"),
        ("put", "VBD", 4, "ROOT"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert (found.deps[0], found.deps[3]) == ("dep", "nsubj")


def test_a_past_is_joined_to_a_past_and_not_to_a_bare_verb() -> None:
    found = clauses(
        ("roe", "NNP", 1, "nsubj"), ("said", "VBD", 1, "ROOT"), ("it", "PRP", 4, "nsubj"), ("would", "MD", 4, "aux"),
        ("sink", "VB", 1, "ccomp"), ("and", "CC", 4, "cc"), ("called", "VBD", 4, "conj"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert found.heads[6] == 1


def test_a_joined_verb_takes_the_noun_right_before_it() -> None:
    found = clauses(
        ("roe", "NNP", 1, "nsubj"), ("sold", "VBD", 1, "ROOT"), ("boats", "NNS", 1, "dobj"), ("and", "CC", 2, "cc"),
        ("doe", "NNP", 2, "conj"), ("has", "VBZ", 6, "aux"), ("called", "VBN", 1, "conj"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert (found.heads[4], found.deps[4]) == (6, "nsubj")


def test_a_name_holds_the_verb_behind_what_is_said_of_it() -> None:
    found = clauses(
        ("roe", "NNP", 0, "ROOT"), (",", ",", 0, "punct"), ("who", "WP", 3, "nsubj"), ("left", "VBD", 0, "relcl"),
        ("hale", "NNP", 3, "dobj"), (",", ",", 4, "punct"), ("called", "VBN", 4, "acl"), ("it", "PRP", 6, "oprd"),
        ("mad", "JJ", 6, "dep"),
    )  # fmt: skip
    mend_clauses(found, [(8, 8)])
    assert (found.deps[0], found.heads[0], found.deps[6]) == ("nsubj", 6, "ROOT")


def test_a_subject_keeps_its_appositions() -> None:
    found = clauses(
        ("roe", "NNP", 6, "nsubj"), (",", ",", 0, "punct"), ("a", "DT", 3, "det"), ("cook", "NN", 0, "appos"),
        (",", ",", 0, "punct"), ("of", "IN", 6, "prep"), ("said", "VBD", 6, "ROOT"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert (found.heads[0], found.deps[3]) == (6, "appos")


def test_reports_in_the_plural_are_no_verb() -> None:
    found = clauses(("paper", "NN", 1, "compound"), ("reports", "NNS", 2, "nsubj"), ("came", "VBD", 2, "ROOT"))
    mend_clauses(found, [])
    assert (found.deps[0], found.tags[1]) == ("compound", "NNS")


def test_no_parse_is_bent_into_a_circle() -> None:
    found = clauses(("roe", "NNP", 0, "ROOT"), ("said", "VBD", 0, "acl"), ("so", "RB", 1, "advmod"))
    found.hang(1, 2, "dep")
    assert found.heads == [0, 0, 1]


def test_a_verb_may_be_the_last_word_of_a_sentence() -> None:
    words = (("Roe", "NNP", 0, "ROOT"), (",", ",", 0, "punct"), ("a", "DT", 3, "det"), ("cook", "NN", 5, "dobj"))
    found = clauses(*words, (",", ",", 0, "punct"), ("called", "VBN", 0, "acl"))
    mend_clauses(found, [])
    assert found.heads[5] == 0


def test_a_forgotten_comma_leaves_an_apposition_alone() -> None:
    said = (("roe", "NNP", 4, "nsubj"), (",", ",", 0, "punct"), ("a", "DT", 3, "det"), ("cook", "NN", 0, "appos"))
    found = clauses(*said, ("said", "VBD", 4, "ROOT"), (".", ".", 4, "punct"))
    mend_clauses(found, [])
    assert found.deps[3] == "appos"
    aside = clauses(*said, ("said", "VBD", 4, "ROOT"), (",", ",", 4, "punct"))
    mend_clauses(aside, [])
    assert (aside.deps[3], aside.heads[3]) == ("nsubj", 4)


def test_who_undergoes_a_verb_did_not_say_its_words(extractor: Extractor) -> None:
    (scene,) = extractor.scenes(["Tom Quill was described as a “true gentleman” by Petra Oland."])
    assert [c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention is not None] == ["Petra Oland"]
    (scene,) = extractor.scenes(["Tom Quill was quoted as a “true gentleman”."])
    assert [c.mention.text for c in candidates_for(scene, 0, None, None) if c.mention is not None] == ["Tom Quill"]


def test_what_qualifies_as_a_quote_says_nothing(extractor: Extractor) -> None:
    held = holders(extractor, "The report said the shed qualified as a “heritage site”.")
    assert ("said", "subject") in held["report"]
    assert not held["shed"]


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Tern Ferries proposed a second pier, but the council rejected the idea as “mad”.", ["reject"]),
        ("Six years ago, the harbour master said, the press considered him a “lost cause”.", ["consider", "say"]),
        ("His description of the pier as “mad” was news to her.", ["description"]),
    ],
    ids=["joined-and-as", "slipped-in", "noun-that-describes"],
)
def test_which_cues_stand_above_a_quote(extractor: Extractor, text: str, above: list[str]) -> None:
    (scene,) = extractor.scenes([text])
    (sentence,) = scene.sources.values()
    assert [cue.lemma for cue, _ in cues_above(sentence, 0)] == above


@pytest.mark.parametrize(
    ("text", "mention", "feature"),
    [
        ("Hale Research: “It rained.”", "Hale Research", "label|start|name|endW"),
        ("The pull is Quill's “if you like it” promise.", "Quill", "owns-quoted|cue|midf"),
        ("It was a better pier “no matter what,” one reader wrote.", "one reader", "says-behind|VBD|midf"),
        ("As Quill spoke, the band was playing for “more rain”.", "Quill", "clause=as|L|True"),
        ("Petra Oland: No, they all cry “rain”.", "Petra Oland", "heads-line|person|endf"),
        ("Oland met Quill “to talk about salt,” according to a diary.", "diary", "accord=according|nocue"),
    ],
    ids=["label", "owner", "behind-a-comma", "clause-of-its-own", "heads-the-line", "according"],
)
def test_what_the_layout_says_of_a_mention(extractor: Extractor, text: str, mention: str, feature: str) -> None:
    (scene,) = extractor.scenes([text])
    (candidate,) = (c for c in candidates_for(scene, 0, None, None) if c.mention and c.mention.text == mention)
    assert feature in candidate.features


def test_what_somebody_had_done_is_no_verb_that_another_is_joined_to() -> None:
    found = clauses(
        ("roe", "NNP", 1, "nsubj"), ("had", "VBD", 1, "ROOT"), ("cars", "NNS", 3, "nsubj"),
        ("stolen", "VBN", 1, "ccomp"),
        ("and", "CC", 3, "cc"), ("told", "VBD", 3, "conj"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert found.heads[5] == 1


def test_a_participle_is_joined_to_a_participle() -> None:
    found = clauses(
        ("roe", "NNP", 1, "nsubj"), ("left", "VBD", 1, "ROOT"), ("telling", "VBG", 1, "advcl"),
        ("doe", "NNP", 4, "nsubj"),
        ("is", "VBZ", 2, "ccomp"), ("and", "CC", 4, "cc"), ("asking", "VBG", 4, "conj"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert found.heads[6] == 2


def test_the_subject_of_a_passive_has_not_said_it() -> None:
    found = clauses(
        ("roe", "NNP", 2, "nsubj"), ("was", "VBD", 2, "auxpass"), ("called", "VBN", 2, "ROOT"),
        ("doe", "NNP", 4, "nsubj"), ("said", "VBD", 2, "parataxis"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert (found.deps[0], found.deps[3]) == ("nsubjpass", "nsubj")


def test_verbs_in_a_row_within_what_is_told_have_its_subject() -> None:
    found = clauses(
        ("roe", "NNP", 1, "nsubj"), ("added", "VBD", 1, "ROOT"), ("that", "IN", 4, "mark"), ("doe", "NNP", 4, "nsubj"),
        ("rose", "VBD", 1, "ccomp"), (",", ",", 1, "punct"), ("yelled", "VBD", 1, "ccomp"),
        ("and", "CC", 1, "cc"), ("left", "VBD", 1, "conj"),
    )  # fmt: skip
    mend_clauses(found, [])
    assert (found.heads[6], found.deps[6]) == (4, "conj")


def test_in_order_to_is_no_order(extractor: Extractor) -> None:
    text = "In order to show she was “first”, Petra Oland sent a letter."
    assert "order" not in holders(extractor, text)
    assert "order" in holders(extractor, "The order said she was “first”.")


def test_where_a_quote_was_found_did_not_say_it(extractor: Extractor) -> None:
    assert "Tern Weekly" not in holders(extractor, "Petra Oland said “never” (via Tern Weekly)")
    assert "Tern Weekly" in holders(extractor, "Petra Oland said “never” (to Tern Weekly)")


def test_a_verb_with_an_object_is_no_name_for_the_noun_before_it() -> None:
    words = (
        ("he", "PRP", 1, "nsubj"), ("asked", "VBD", 1, "ROOT"), ("of", "IN", 1, "prep"), ("guilds", "NNS", 2, "pobj"),
        (",", ",", 3, "punct"), ("called", "VBN", 3, "acl"), ("doe", "NNP", 5, "oprd"), ("coward", "NN", 5, "oprd"),
        ("and", "CC", 1, "cc"), ("said", "VBD", 1, "conj"),
    )  # fmt: skip
    found = clauses(*words)
    mend_clauses(found, [])
    assert (found.heads[5], found.deps[5], found.tags[5]) == (1, "conj", "VBD")
    alone = clauses(*words[:8])
    mend_clauses(alone, [])
    assert alone.heads[5] == 3


def test_what_somebody_is_told_in_a_paper_is_the_papers(extractor: Extractor) -> None:
    found = holders(extractor, "In one memo she was told that “salt is no good”.")
    assert ("told", "said-in") in found["one memo"]


def test_labelled_is_labeled_in_british_papers(extractor: Extractor) -> None:
    assert ("labelled", "subject") in holders(extractor, "She labelled the plan “absurd”.")["She"]


def test_states_commit_to_words_and_armies_commit_crimes(extractor: Extractor) -> None:
    assert ("committed", "subject") in holders(extractor, "The mayors have now committed to “hold the line”.")["mayors"]
    assert not holders(extractor, "The army committed “crimes” there.")["army"]


@pytest.mark.parametrize("called", ["called", "dubbed"])
def test_what_something_is_called_belongs_to_the_verb_past_a_long_object(called: str) -> None:
    told = (("roe", "NNP", 1, "nsubj"), (called, "VBD", 1, "ROOT"), ("a", "DT", 3, "det"), ("report", "NN", 1, "dobj"))
    read = (("suggesting", "VBG", 3, "acl"), ("boats", "NNS", 6, "nsubj"), ("sank", "VBD", 4, "ccomp"))
    found = clauses(
        *told, *read, ("off", "IN", 6, "prep"), ("the", "DT", 9, "det"), ("pier", "NN", 7, "pobj"),
        ("absurd", "JJ", 6, "oprd"),
    )  # fmt: skip
    mend_clauses(found, [(10, 10)])
    assert (found.heads[10], found.deps[10]) == (1, "oprd")
    slogan = clauses(
        *told, *read, ("under", "IN", 6, "prep"), ("the", "DT", 9, "det"), ("slogan", "NN", 7, "pobj"),
        ("salt", "NN", 9, "appos"),
    )  # fmt: skip
    mend_clauses(slogan, [(10, 10)])
    assert slogan.heads[10] == 9


def test_what_somebody_claims_while_another_speaks_is_theirs() -> None:
    found = clauses(
        ("as", "IN", 2, "mark"), ("roe", "NNP", 2, "nsubj"), ("claimed", "VBD", 9, "advcl"), ("that", "IN", 9, "mark"),
        ("“", "``", 5, "punct"), ("yes", "UH", 9, "intj"), (",", ",", 9, "punct"), ("”", "''", 9, "punct"),
        ("doe", "NNP", 9, "nsubj"), ("laughed", "VBD", 9, "ROOT"),
    )  # fmt: skip
    mend_clauses(found, [(4, 7)])
    assert (found.heads[5], found.deps[5]) == (2, "ccomp")


def test_a_name_taken_for_the_verb_of_a_relative_clause_is_its_subject() -> None:
    found = clauses(
        ("he", "PRP", 1, "nsubj"), ("met", "VBD", 1, "ROOT"), ("doe", "NNP", 1, "dobj"), (",", ",", 2, "punct"),
        ("who", "WP", 5, "nsubj"), ("roe", "NNP", 2, "relcl"), ("on", "IN", 5, "prep"), ("monday", "NNP", 6, "pobj"),
        ("called", "VBD", 2, "acl"), ("mad", "JJ", 8, "oprd"),
    )  # fmt: skip
    mend_clauses(found, [(9, 9)])
    assert (found.heads[5], found.deps[5], found.deps[4]) == (8, "nsubj", "dobj")


def test_what_stands_between_two_names_is_a_verb() -> None:
    found = clauses(
        ("roe", "NNP", 2, "compound"), ("accused", "VBN", 2, "amod"), ("doe", "NNP", 2, "ROOT"), (",", ",", 2, "punct"),
        ("the", "DT", 5, "det"), ("mayor", "NN", 2, "appos"), (",", ",", 2, "punct"), ("of", "IN", 2, "prep"),
        ("lying", "VBG", 7, "pcomp"),
    )  # fmt: skip
    mend_clauses(found, [(8, 8)])
    assert (found.deps[1], found.heads[0], found.deps[0], found.heads[2], found.heads[7]) == ("ROOT", 1, "nsubj", 1, 1)
    kept = clauses(
        ("a", "DT", 3, "det"), ("tern", "NNP", 3, "compound"), ("accused", "VBN", 3, "amod"), ("doe", "NNP", 3, "ROOT"),
    )  # fmt: skip
    mend_clauses(kept, [])
    assert kept.deps[2] == "amod"


def test_a_day_may_stand_before_the_verb_of_a_name_that_an_aside_cut_off() -> None:
    found = clauses(
        ("roe", "NNP", 0, "ROOT"), (",", ",", 0, "punct"), ("a", "DT", 3, "det"), ("cook", "NN", 0, "appos"),
        (",", ",", 0, "punct"), ("on", "IN", 7, "prep"), ("tuesday", "NNP", 5, "pobj"), ("called", "VBN", 0, "relcl"),
        ("it", "PRP", 7, "oprd"), ("mad", "JJ", 8, "amod"),
    )  # fmt: skip
    mend_clauses(found, [(9, 9)])
    assert (found.deps[0], found.heads[0], found.deps[7]) == ("nsubj", 7, "ROOT")


def test_who_is_described_as_something_does_not_say_it(extractor: Extractor) -> None:
    held = holders(extractor, "The letter names Tom Quill, described as a “true gentleman”, and two sailors.")
    assert all(verb != "described" for verb, _ in held["Tom Quill"])


def test_whom_a_relative_clause_is_about_does_not_hold_its_verb(extractor: Extractor) -> None:
    text = "Much of the ire was directed at Tom Quill, who Petra Oland on Monday called “a horrible man.”"
    held = holders(extractor, text)
    assert {verb for verb, _ in held["Petra Oland"]} == {"called"}
    assert not held["Tom Quill"]
