"""Annotate your own articles, to see how often the extractor is right on them: python -m benchmarks.annotate ARTICLES

docs/accuracy.md, “Measure on your own articles”, tells the way, step by step.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from benchmarks.gold import check, read_articles, show_numbered, skeleton
from quotes.errors import InputError
from quotes.types import Article


@click.command(context_settings={"max_content_width": 110})
@click.argument("articles", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "only_skeleton", is_flag=True, help="Print the skeletons only: the file to fill in.")
@click.option(
    "--check", "gold", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Check a filled file."
)
def main(articles: tuple[Path, ...], only_skeleton: bool, gold: Path | None) -> None:
    """Print each article with its quotation-marked spans numbered, and below it a line to fill in.

    ARTICLES are files or folders of any kind that can be imported.

    \b
    python -m benchmarks.annotate articles/                       what to read
    python -m benchmarks.annotate articles/ --json > gold.jsonl   what to fill in
    python -m benchmarks.annotate articles/ --check gold.jsonl    what is still wrong with it
    """
    if gold is not None:
        if only_skeleton or len(articles) > 1:
            raise click.UsageError("--check takes one file or folder of articles, and no --json")
        lines, problems = check(articles[0], gold)
        for problem in problems:
            click.echo(problem)
        if problems:
            raise click.ClickException(f"{gold}: {len(problems)} to mend")
        speech = sum(label.kind == "speech" for line in lines for label in line.annotation.labels.values())
        click.echo(f"{gold}: {len(lines)} articles, {speech} quotations, in order")
        return
    for article in _read(articles):
        if not only_skeleton:
            click.echo(f"{show_numbered(article).strip()}\n")
        click.echo(json.dumps(skeleton(article), ensure_ascii=False))


def _read(paths: Sequence[Path]) -> Iterator[Article]:
    for path in paths:
        try:
            yield from read_articles(path).values()
        except InputError as error:
            raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
