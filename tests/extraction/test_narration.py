"""The sentences around the quotes: where they are cut, how quotes are folded away, and the way back to the article."""

from __future__ import annotations

import pytest

from quotes.extraction.marks import find_marked_spans
from quotes.extraction.narration import QUOTE_SIGN, Folded, fold, mask_quotes, split_sentences

ARTICLE = """Ferry returns to Wrenmouth

The ferry will sail again, Dr. Petra Oland said. “We have waited ten years for this day, and it has come,” she added,
“and we will not let it go.” Nobody disagreed.

“It is late.

“It is very late,” said Tom Ferrow, who called the plan “a long and winding way to nothing at all”. He left.
"""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, each as it stands there, after checking what holds for any text."""
    spans = find_marked_spans(text)
    mask = mask_quotes(text, spans)
    found = split_sentences(text, mask, spans)
    end = 0
    for sentence in found:
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[sentence.start].isspace()
        assert not text[sentence.end - 1].isspace()
        assert not text[end : sentence.start].strip()
        for index in sentence.quotes:
            assert sentence.start <= spans[index].start < spans[index].end <= sentence.end
        end = sentence.end
    assert not text[end:].strip()
    assert [index for sentence in found for index in sentence.quotes] == list(range(len(spans)))
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)
    return [text[sentence.start : sentence.end] for sentence in found]


def folded(text: str) -> list[Folded]:
    """Return the sentences of a text with their quotes folded away."""
    spans = find_marked_spans(text)
    return [fold(text, sentence, spans) for sentence in split_sentences(text, mask_quotes(text, spans), spans)]


def test_the_mask_has_the_length_of_the_text_and_hides_the_quotes() -> None:
    text = "“It rained,” she said, “twice.”"
    mask = mask_quotes(text, find_marked_spans(text))
    assert mask == QUOTE_SIGN * 12 + " she said, " + QUOTE_SIGN * 8


CUTS = [
    ("full-stops", "It rained. It snowed.", ["It rained.", "It snowed."]),
    ("quote-in-front", "“It rained,” she said. It did.", ["“It rained,” she said.", "It did."]),
    ("split-quote", "“It rained,” she said, “twice.” It did.", ["“It rained,” she said, “twice.”", "It did."]),
    ("quote-of-sentences", "“It rained. It snowed,” she said.", ["“It rained. It snowed,” she said."]),
    ("quote-then-quote", "“It rained,” she said. “It snowed.”", ["“It rained,” she said.", "“It snowed.”"]),
    ("question-then-cue", "“Rain?” she asked. It was.", ["“Rain?” she asked.", "It was."]),
    ("question-then-name", "“Rain?” Petra Oland then asked. It was.", ["“Rain?” Petra Oland then asked.", "It was."]),
    ("question-then-hearer", "“Rain?” Oland asked the cook. No.", ["“Rain?” Oland asked the cook.", "No."]),
    ("question-then-capacity", "“Rain?” Oland, a cook, asked. No.", ["“Rain?” Oland, a cook, asked.", "No."]),
    ("shout-then-adjunct", "“Rain!” Oland said in May. It was.", ["“Rain!” Oland said in May.", "It was."]),
    ("shout-then-report", "“Rain!” Oland said it had come.", ["“Rain!”", "Oland said it had come."]),
    ("question-then-answer", "“Rain?” She answered, “No.”", ["“Rain?”", "She answered, “No.”"]),
    ("question-then-colon", "“Rain?” She added: “No.”", ["“Rain?”", "She added: “No.”"]),
    ("stop-for-a-comma", "“It rained.” Oland said. It did.", ["“It rained.” Oland said.", "It did."]),
    ("question-then-inverted", "“Rain?” asked Oland. It was.", ["“Rain?” asked Oland.", "It was."]),
    ("question-then-sentence", "“Rain?” The pier was dry.", ["“Rain?”", "The pier was dry."]),
    ("stop-inside-marks", "She said “it rained.” He left.", ["She said “it rained.”", "He left."]),
    ("stop-outside-marks", "She called it “rain”. He left.", ["She called it “rain”.", "He left."]),
    ("title", "Dr. Oland met Sen. Quill. It rained.", ["Dr. Oland met Sen. Quill.", "It rained."]),
    ("initials", "J. K. Oland left. It rained.", ["J. K. Oland left.", "It rained."]),
    ("country", "She left the U.S. The rain stayed.", ["She left the U.S.", "The rain stayed."]),
    ("decimal", "It rose 3.5 metres. It fell.", ["It rose 3.5 metres.", "It fell."]),
    ("paragraphs", "It rained\n\nIt snowed", ["It rained", "It snowed"]),
    ("colon-before-quote", "She said: “It rained.” He left.", ["She said: “It rained.”", "He left."]),
    ("blank", " \n\n \t\n", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CUTS], ids=[c[0] for c in CUTS])
def test_cuts_sentences_around_quotes(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_title_written_short_does_not_end_a_sentence() -> None:
    assert sentences("“It is late,” said Coun. Jo Hale. Cllr. Al Dene left.") == [
        "“It is late,” said Coun. Jo Hale.",
        "Cllr. Al Dene left.",
    ]


def test_a_single_letter_ends_a_sentence_only_before_a_new_one() -> None:
    assert len(sentences("She wrote it on X. The mayor laughed.")) == 2
    assert len(sentences("She wrote it on X. Two hours later it was gone.")) == 2
    assert len(sentences("It was J. Oland who laughed.")) == 1


def test_reopened_quotes_are_sentences_of_their_own() -> None:
    found = sentences(ARTICLE)
    assert "“It is late." in found
    assert found[-1] == "He left."


def test_tells_sentences_that_are_only_quotes() -> None:
    text = "“It rained.” “It snowed!” — “Never.”\n\n“Ever,” she said."
    spans = find_marked_spans(text)
    mask = mask_quotes(text, spans)
    outside = [(s.words_outside(mask), text[s.start : s.end]) for s in split_sentences(text, mask, spans)]
    assert [words for has_words, words in outside if has_words] == ["“Ever,” she said."]


def test_a_whole_quote_is_folded_to_one_word_and_a_fragment_to_its_first() -> None:
    (whole,) = folded("“We have waited ten years for this day,” she said.")
    assert whole.text == "“Yes,” she said."
    (fragment,) = folded("She called it “a long and winding way to nothing”.")
    assert fragment.text == "She called it “a long and”."


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("TERNMOUTH, Halden (TP) — Mayor Jo Hale, on May 2, said it was “late”.", "Mayor"),
        ("WEST TERN, May 2 - Mayor Jo Hale said it was “late”.", "Mayor"),
        ("TERNMOUTH – Mayor Jo Hale said it was “late”.", "Mayor"),
        ("TERNMOUTH, May 2 (TP): Mayor Jo Hale said it was “late”.", "Mayor"),
        ("TERNMOUTH: Mayor Jo Hale said it was “late”.", "TERNMOUTH"),
        ("NATO said it was “late”.", "NATO"),
        ("HALDENCO – Tern’s biggest firm – said it was “late”.", "HALDENCO"),
        ("JO HALE — “It is late.”", "JO"),
        ("He left. TERNMOUTH — Jo Hale said it was “late”.", "He"),
    ],
)
def test_a_dateline_is_no_part_of_the_folded_sentence(text: str, starts: str) -> None:
    one = folded(text)[0]
    assert one.text.startswith(starts)
    assert text.startswith(starts, one.article_offset(0))


def test_offsets_outside_quotes_map_to_the_article_and_back() -> None:
    for one in folded(ARTICLE):
        covered = {k for start, end, _ in one.stand_ins for k in range(start, end)}
        for k, character in enumerate(one.text):
            if k in covered or character == " ":
                continue
            offset = one.article_offset(k)
            assert ARTICLE[offset] == character
            assert one.folded_offset(offset) == k


def test_stand_ins_name_their_quotes() -> None:
    spans = find_marked_spans(ARTICLE)
    named = [index for one in folded(ARTICLE) for _, _, index in one.stand_ins]
    assert named == list(range(len(spans)))
    for one in folded(ARTICLE):
        for start, end, index in one.stand_ins:
            assert one.text[start] == "“"
            assert one.text[end - 1] == "”"
            assert one.article_offset(start) == spans[index].start


def test_a_folded_sentence_is_one_line_and_short_however_long_the_quote() -> None:
    text = "“" + "It rained and " * 5000 + "stopped,” she said."
    (one,) = folded(text)
    assert "\n" not in one.text
    assert len(one.text) < 60
    assert one.text.endswith(" she said.")


def test_who_asked_stays_with_a_question_that_breaks_off() -> None:
    text = (
        "“What is your best, your single best, example of a pier that …” Hale asked in one of his letters. It rained."
    )
    spans = find_marked_spans(text)
    mask = mask_quotes(text, spans)
    first, second = [text[s.start : s.end] for s in split_sentences(text, mask, spans)]
    assert first.endswith("Hale asked in one of his letters.")
    assert second == "It rained."
