"""What a web page puts between the paragraphs of a report, and how the report goes on behind it."""

from __future__ import annotations

import pytest

from quotes.extraction.asides import find_asides, is_topic, stands_aside
from quotes.extraction.marks import find_marked_spans
from quotes.extraction.names import find_names
from quotes.extraction.pipeline import Extractor
from quotes.extraction.scene import lay_out
from quotes.extraction.tracks import Tracks


@pytest.mark.parametrize(
    "paragraph",
    [
        "Story continues below advertisement",
        "Hide Ad",
        "READ MORE: Ferry tied up again",
        "Petra Oland on the pier on Monday. (Tide Press)",
        "Petra Oland was given the keys of the pier (Tom Ferrow)",
        "Petra Oland with the keys of the pier (Image: Tide Press)",
        "The pier on Monday. Picture: Tom Ferrow",
        "The pier was shut.Credit:Tom Ferrow",
        "Tom Ferrow via Tide Images.",
        "POOL New/Tide Press",
    ],
)
def test_stands_aside(paragraph: str) -> None:
    assert stands_aside(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "She joined the Harbour Union (HU).",
        "She joined the Harbour Union and left it (twice in May)",
        "“The pier is shut,” said Petra Oland (Tern Party)",
        "He has more to read.",
        "The pier belongs to the Harbour Trust. (It did not always.)",
        "The picture: grim, Oland says.",
        "Oland went to Halden via Arven.",
        "On Monday the trust shut the pier (Tide Press first told of it)",
    ],
)
def test_belongs_to_the_report(paragraph: str) -> None:
    assert not stands_aside(paragraph)


BROKEN = """Petra Oland said: “The pier is shut.

{aside}

“It will not open.”

Tom Ferrow left."""


@pytest.mark.parametrize("aside", ["Story continues below advertisement", "Oland on the pier. (Tide Press)"])
def test_a_quote_goes_on_behind_it(aside: str) -> None:
    assert [span.continues for span in find_marked_spans(BROKEN.format(aside=aside))] == [False, True]


def test_a_paragraph_of_the_report_breaks_a_quote_off() -> None:
    text = BROKEN.format(aside="The gates were locked.")
    assert [span.continues for span in find_marked_spans(text)] == [False, False]


@pytest.mark.parametrize(
    ("page", "asides"),
    [
        ("Oland left.|Ferrow on the pier|TIDE - GETTY|Dene came.", ()),
        ("Oland left.|Ferrow on the pier|GETTY IMAGES - GETTY|4|Dene on the pier|Dene came.", (1, 2, 3, 4)),
        ("Oland left.|AFP or licensors|Dene came.", (1,)),
        ("Oland leaves the pier|AFP|Dene came.", (1,)),
        ("Ferrow looks on from the pier|Oland left.|Ferrow looks on from the pier|Dene came.", (0, 2)),
        ("Tom Ferrow on the pier" + "|Oland left." * 5 + "|Tom Ferrow on the pier", ()),
        ("Deputy Mayor Petra Oland Quill|“Yes.”|Tom Ferrow|“No.”|Deputy Mayor Petra Oland Quill|“Yes.”", ()),
        ("Oland left.|Play Video|Ferrow 'shocked' by Oland|Dene came.", (1, 2)),
        ("Oland left.|Play Video|Ferrow was shocked.|Dene came.", (1,)),
        ("Oland left.|The harbour|4|Dene came.|Oland left.", ()),
        ("Mayor Petra Oland|“Go.”|Pilot Tom Ferrow|“No.”|Mayor Petra Oland|“Why?”|Pilot Tom Ferrow|“It blows.”", ()),
    ],
)
def test_captions_by_their_place(page: str, asides: tuple[int, ...]) -> None:
    assert sorted(find_asides(page.split("|"))) == list(asides)


@pytest.mark.parametrize("marks", ["“”", "‘’", "''"])
@pytest.mark.parametrize("aside", ["Ferrow on the pier", "Play Video\nFerrow 'shocked' by Dene"])
def test_a_quote_goes_on_behind_a_caption(aside: str, marks: str) -> None:
    text = BROKEN.format(aside=aside).replace("“", marks[0]).replace("”", marks[1])
    spans = [span for span in find_marked_spans(text) if len(span.inner) > 10]
    assert [span.continues for span in spans] == [False, True]
    scene = lay_out(text, find_marked_spans(text), find_names(text))
    assert [text[s.start : s.end][:5] for s, told in zip(scene.sentences, scene.narrated, strict=True) if told] == [
        "Petra",
        "Tom F",
    ]


def test_he_is_nobody_of_a_caption(extractor: Extractor) -> None:
    caption = "Carl Dene won the cup in 2012 before Halden sold him"
    text = (
        "Tom Ferrow, who was the coach at the time, says he knew of the plan.\n\n"
        f"{caption}\n\nGETTY IMAGES\n3\n{caption}\nHe told the Halden Echo: “I always knew it.”"
    )
    (scene,) = extractor.scenes([text])
    named = {e.name: len(Tracks(scene).by_entity[i].traces) for i, e in enumerate(scene.names.entities)}
    assert (named["Tom Ferrow"], named["Carl Dene"]) == (1, 0)
    assert scene.paragraph_of(0) == 1


def test_nothing_is_narrated_in_it() -> None:
    text = BROKEN.format(aside="Story continues below advertisement")
    scene = lay_out(text, find_marked_spans(text), find_names(text))
    assert [text[s.start : s.end][:5] for s, told in zip(scene.sentences, scene.narrated, strict=True) if told] == [
        "Petra",
        "Tom F",
    ]
    assert scene.paragraph_of(1) - scene.paragraph_of(0) == 1


def test_who_took_a_photo_is_nobody_whom_he_can_mean(extractor: Extractor) -> None:
    text = "Tom Ferrow, 52, shut the pier.\n\nThe pier. Photo / Amos Quill\n\n“It is late,” he said."
    (scene,) = extractor.scenes([text])
    named = {e.name: len(Tracks(scene).by_entity[i].traces) for i, e in enumerate(scene.names.entities)}
    assert (named["Tom Ferrow"], named["Amos Quill"]) == (1, 0)


@pytest.mark.parametrize(
    ("lead", "topic"),
    [
        ("Opening statement: ", True),
        ("On the goalkeeper and the crowd: ", True),
        ("On whether he told Tom Ferrow to go:", True),
        ("On Monday the goalkeeper told reporters: ", False),
        ("On the pier, Petra Oland: ", False),
        ("On the pier she wrote: ", False),
        ("On the pier. ", False),
    ],
)
def test_topics_of_an_interview(lead: str, topic: bool) -> None:
    assert is_topic(lead) is topic


def test_who_an_interview_is_about_is_no_source() -> None:
    text = "Petra Oland said a lot.\n\nOn the goal by Tom Ferrow: “Late.”\n\nOn Al Dene: “Later.”"
    for several, told in ((text, 1), (text.replace("On Al Dene: ", "Then: "), 3)):
        scene = lay_out(several, find_marked_spans(several), find_names(several))
        assert sum(scene.narrated) == told
