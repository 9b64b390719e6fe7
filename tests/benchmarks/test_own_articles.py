"""A newsroom measures on its own articles: numbering, filling in, checking, the tables."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from benchmarks import accuracy, annotate
from benchmarks.annotation import gold_truths
from benchmarks.gold import read_checked
from quotes.extraction.pipeline import Extractor

EXAMPLE = Path(accuracy.__file__).parent / "example"
TEXT = "“One two,” said Ann Roe, a cook at the Outer Inn. “Three” is a ship. “Four,” she said.\n"
FILLED: dict[str, Any] = {
    "id": "a.txt",
    "speakers": {"Ann Roe": {"type": "person", "role": "cook", "organization": "Outer Inn"}},
    "quotes": [[0, "speech", "Ann Roe", "Ann Roe", "said"], [1, "not"], [2, "speech", "Ann Roe", "she", "said"]],
}


def call(command: Any, *arguments: object) -> Result:
    return CliRunner().invoke(command.main, [str(argument) for argument in arguments])


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def write(articles: Path, *lines: object) -> Path:
    gold = articles.parent / "gold.jsonl"
    written = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    gold.write_text("\n".join(written), encoding="utf-8")
    return gold


def test_spans_are_numbered_where_they_stand(articles: Path) -> None:
    result = call(annotate, articles)
    assert result.exit_code == 0
    shown, _, line = result.stdout.rstrip("\n").rpartition("\n\n")
    assert shown.startswith("⟦0⟧“One two,”⟦/0⟧ said Ann Roe, a cook at the Outer Inn. ⟦1⟧“Three”⟦/1⟧ is")
    assert json.loads(line)["quotes"] == [[0, "?"], [1, "?"], [2, "?"]]
    assert [TEXT[start:end] for start, end in json.loads(line)["spans"]] == ["“One two,”", "“Three”", "“Four,”"]


def test_a_skeleton_filled_in_is_in_order(articles: Path) -> None:
    line = json.loads(call(annotate, articles, "--json").stdout)
    gold = write(articles, line | {"speakers": FILLED["speakers"], "quotes": FILLED["quotes"]})
    result = call(annotate, articles, "--check", gold)
    assert result.exit_code == 0
    assert "1 articles, 2 quotations, in order" in result.stdout


def changed(**changes: object) -> dict[str, Any]:
    return FILLED | changes


def quoted(*quotes: object) -> dict[str, Any]:
    return changed(quotes=[*quotes, *FILLED["quotes"][len(quotes) :]])


def described(**changes: object) -> dict[str, Any]:
    return changed(speakers={"Ann Roe": FILLED["speakers"]["Ann Roe"] | changes})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "line 1: not JSON"),
        ([], 'line 1: "id" is None'),
        (changed(id="b.txt"), "which is no article of"),
        (changed(speakers=[]), '"speakers" must be an object'),
        (changed(quotes={}), '"quotes" must be a list'),
        (changed(spans=[[0, 10_000]]), '"spans" must list [start, end] within the article'),
        (changed(spans=[[0, True]]), '"spans" must list [start, end] within the article'),
        (changed(spans=3), '"spans" must list [start, end] within the article'),
        (changed(speakers={"Ann Roe": 1}), "speaker 'Ann Roe': must be an object"),
        (changed(speakers={**FILLED["speakers"], "Bo Yo": {"type": "person"}}), "'Bo Yo': does not stand in the text"),
        (described(type="human"), "the type 'human' is none of person, organization"),
        (described(role="Cook"), "the role 'Cook' is no slice of the text: copy it letter by letter, or null"),
        (described(organization=["Outer Inn"]), "the organization ['Outer Inn'] is no slice of the text"),
        (quoted([0, "?"]), "span 0: is not filled in: say speech, headline, not or unsure"),
        (quoted([0, "speak"]), "span 0: the kind 'speak' is none of speech, headline, not, unsure"),
        (quoted([0, "speech"]), 'span 0: must be [number, "speech", speaker, mention, cue]'),
        (quoted([0, "speech", "Ann Poe"]), "span 0: the speaker 'Ann Poe' is no key of \"speakers\""),
        (quoted([0, "speech", ["Ann Roe"]]), "span 0: the speaker ['Ann Roe'] is no key"),
        (quoted([0, "speech", "Ann Roe", "Roë"]), "span 0: the mention 'Roë' does not stand in the text"),
        (quoted([0, "speech", "Ann Roe", None, "sighed"]), "span 0: the cue 'sighed' does not stand in the text"),
        (quoted("speech"), '"speech": must be [number, kind]'),
        (quoted(["0", "not"]), "must be [number, kind]"),
        (quoted([7, "not"]), "span 7: the article has 3 spans, numbered from 0"),
        (quoted([1, "not"]), "span 1: is there twice"),
        (quoted([1, "not"]), "span 0: is missing: add [0, …]"),
    ],
)
def test_what_is_wrong_is_told(articles: Path, line: object, told: str) -> None:
    gold = write(articles, line)
    result = call(annotate, articles, "--check", gold)
    assert result.exit_code == 1
    assert told in result.stdout
    measured = call(accuracy, articles, gold)
    assert measured.exit_code == 1
    assert told in measured.stderr


def test_an_article_annotated_twice_is_told(articles: Path) -> None:
    result = call(annotate, articles, "--check", write(articles, FILLED, FILLED))
    assert "line 2 (a.txt): the article is annotated twice" in result.stdout


@pytest.mark.parametrize(
    ("written", "told"), [(b"\n\n", "no annotation in it"), (b'{"id": "\xff"}', "byte 8 is not UTF-8")]
)
def test_a_file_without_annotations_is_told(articles: Path, written: bytes, told: str) -> None:
    gold = articles.parent / "gold.jsonl"
    gold.write_bytes(written)
    result = call(annotate, articles, "--check", gold)
    assert result.exit_code == 1
    assert told in result.output


def test_an_article_that_cannot_be_read_is_told(articles: Path) -> None:
    (articles / "b.json").write_text("{", encoding="utf-8")
    for arguments in ([articles], [articles, "--check", write(articles, FILLED)]):
        result = call(annotate, *arguments)
        assert result.exit_code == 1
        assert "b.json" in result.stderr


def test_a_line_separator_inside_a_line_does_not_end_it(articles: Path) -> None:
    gold = write(articles, FILLED | {"note": "one\u2028two\x85"})
    assert call(annotate, articles, "--check", gold).exit_code == 0


def test_lines_come_in_the_order_of_the_articles(articles: Path) -> None:
    (articles / "b.txt").write_text(TEXT, encoding="utf-8")
    lines = read_checked(articles, write(articles, FILLED | {"id": "b.txt"}, FILLED))
    assert [line.annotation.id for line in lines] == ["a.txt", "b.txt"]


def test_numbers_mean_the_spans_that_the_line_lists(articles: Path, extractor: Extractor) -> None:
    """The annotation was made when the ship's name did not count as a marked span."""
    ship = TEXT.index("“Three”")
    spans = [[0, 10], [TEXT.index("“Four"), TEXT.index(" she")]]
    line = FILLED | {"quotes": [FILLED["quotes"][0], [1, "speech", "Ann Roe", "she", "said"]], "spans": spans}
    [read] = read_checked(articles, write(articles, line))
    [scene] = extractor.scenes([read.text])
    truths = gold_truths(scene, read)
    assert {scene.spans[i].start for i in truths} == {0, spans[1][0]}
    assert ship not in {scene.spans[i].start for i in truths}
    assert truths[2].speaker == "Ann Roe"


def test_numbers_are_those_of_a_module_beside_the_file(articles: Path) -> None:
    """It counts from the last span to the first."""
    (articles.parent / "candidates.py").write_text(
        "import re\n\ndef candidates(text):\n    return [m.span() for m in re.finditer('“.*?”', text)][::-1]\n",
        encoding="utf-8",
    )
    gold = write(articles, FILLED | {"quotes": FILLED["quotes"][::-1]})
    [read] = read_checked(articles, gold)
    assert [span.of(TEXT) for span in read.spans] == ["“Four,”", "“Three”", "“One two,”"]


def test_the_tables(articles: Path) -> None:
    wrong = described(role=None, organization="One")
    wrong["quotes"] = [FILLED["quotes"][0], [1, "speech", None], [2, "not"]]
    result = call(accuracy, articles, write(articles, wrong), "--errors", "9")
    assert result.exit_code == 0, result.output
    assert "## missed   a.txt ⟦1⟧" in result.stdout
    assert "## not speech   a.txt ⟦2⟧\n   predicted: 'Ann Roe'" in result.stdout
    assert "## organization   a.txt\n   Ann Roe: 'One' stated, 'Outer Inn' said" in result.stdout
    assert (
        "   “One two,” said Ann Roe, a cook at the Outer Inn. “⟦Three⟧” is a ship. “Four,” she said.\n" in result.stdout
    )
    assert "1 articles, 2 quotations" in result.stdout
    rows = {line.split()[0]: line.split()[1:] for line in result.stdout.splitlines() if line and line[0] != " "}
    assert rows["detect"] == rows["resolved"] == ["50.0", "50.0", "50.0"]
    assert rows["exact"] == ["100.0"]
    assert rows["organization"] == ["0.0", "0.0", "0.0"]
    assert rows["subject-of-cue"] == ["2", "1", "1", "50.0"]


def test_the_first_errors_only(articles: Path) -> None:
    gold = write(articles, FILLED | {"quotes": [[0, "not"], [1, "not"], [2, "not"]]})
    assert call(accuracy, articles, gold, "--errors", "1").stdout.count("##") == 1
    assert "##" not in call(accuracy, articles, gold).stdout


def test_a_line_for_each_source_of_several(articles: Path) -> None:
    for source in ("east", "west"):
        (articles / source).mkdir()
        (articles / source / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = write(articles, FILLED | {"id": "east/a.txt"}, FILLED | {"id": "west/a.txt"})
    table = call(accuracy, articles, gold).stdout.partition("F1 by source")[2]
    assert [line.split()[:2] for line in table.splitlines()[1:3]] == [["east", "2"], ["west", "2"]]


def test_several_sets_give_a_table_each(articles: Path) -> None:
    gold = write(articles, FILLED)
    assert call(accuracy, articles, gold, articles, gold).stdout.count("1 articles, 2 quotations") == 2
    assert "two by two" in call(accuracy, articles, gold, articles).stderr


def test_the_example_of_the_documents_is_in_order() -> None:
    result = call(annotate, EXAMPLE / "articles", "--check", EXAMPLE / "gold.jsonl")
    assert result.exit_code == 0, result.output
    assert "2 articles, 10 quotations" in result.stdout


@pytest.mark.parametrize("target", ["accuracy", "accuracy-unseen"])
def test_without_the_annotated_sets_make_says_what_is_needed(target: str, tmp_path: Path) -> None:
    made = subprocess.run(
        ["make", "--no-print-directory", f"ANNOTATED={tmp_path / 'nowhere'}", target],
        cwd=Path(accuracy.__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert made.returncode != 0
    assert made.stdout == ""
    assert f"no {tmp_path / 'nowhere'}/docs_more.jsonl: the annotated articles are not part" in made.stderr
