"""The articles that we wrote to learn from: what their tags say, and that they are in order."""

from __future__ import annotations

import pytest

from benchmarks.gold import Label
from benchmarks.train import WRITTEN
from benchmarks.written import parse, read_written

TAGGED = """Harbour closes

The quay⟦=Halden Quay|organization⟧ is shut. “We wait,”⟦Ada Quill|person|she⟧ she said. Ada Quill runs Halden Quay
on the “Old Salt”⟦-⟧ line."""


def test_tags_are_read_and_taken_out() -> None:
    article = parse("x/1", TAGGED)
    line = article.line
    assert "⟦" not in line.text
    assert [span.of(line.text) for span in line.spans] == ["“We wait,”", "“Old Salt”"]
    assert line.annotation.labels == {0: Label("speech", "Ada Quill", "she"), 1: Label("not")}
    assert line.annotation.speakers["Ada Quill"].type == "person"
    ((start, end, name, kind),) = article.references
    assert (line.text[start:end], name, kind) == ("y", "Halden Quay", "organization")
    assert not article.problems


@pytest.mark.parametrize(
    ("tagged", "problem"),
    [
        ("“We wait,” she said.", "has no tag"),
        ("“We wait,”⟦Ada Quill|person|she⟧ she said.", "'Ada Quill' does not stand in the text"),
        ("“We wait,”⟦she|woman|she⟧ she said.", "is no tag"),
        ("“We wait,”⟦she|person|him⟧ she said.", "'him' does not stand in the text"),
        ("She waits⟦-⟧.", "stands behind no quoted span"),
        ("“We wait,”⟦-⟧⟦-⟧ she said.", "stands behind no quoted span of its own"),
    ],
)
def test_what_is_wrong_is_told(tagged: str, problem: str) -> None:
    assert any(problem in told for told in parse("x/1", tagged).problems)


def test_the_articles_are_in_order() -> None:
    articles = list(read_written(WRITTEN))
    assert len(articles) > 100
    assert len({article.line.annotation.id for article in articles}) == len(articles)
    assert [problem for article in articles for problem in article.problems] == []
