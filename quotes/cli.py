"""The command line: thin commands over `quotes.service`. Results on stdout, everything else on stderr.

Exit codes: 0 all done; 1 something was refused or failed; 2 the command was not understood. What a command needs is
imported when it runs, so that help and a search start without Flask, spaCy or Alembic.
"""

from __future__ import annotations

import functools
import logging
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn, ParamSpec, TypeVar

import click

from quotes import __version__
from quotes.errors import InputError, InvalidQuery, QuotesError
from quotes.settings import Settings

if TYPE_CHECKING:
    from quotes.service.importing import ImportReport
    from quotes.service.lookup import Page
    from quotes.types import Article

P = ParamSpec("P")
T = TypeVar("T")

REFUSED = 1
STDIN = "-"
STREAM = "standard input"


class Commands(click.Group):
    """Lists the commands in the order in which people need them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names as they were added."""
        return list(self.commands)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="quotes")
@click.option("--debug", is_flag=True, help="Log what happens, with tracebacks, on stderr.")
def main(debug: bool) -> None:
    """Find every direct quotation in news articles, and who said it in what capacity.

    \b
    Example:
      python app.py import articles/
      python app.py search harbour --speaker "Zoë Brandt"
    """
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.DEBUG if debug else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s" if debug else "%(message)s",
        force=True,
    )
    # Articles hold every letter there is, whatever the locale says the terminal can show.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def reporting_errors(command: Callable[P, None]) -> Callable[P, None]:
    """Turn this package's errors into one line on stderr and exit code 1; a bad option value into code 2."""

    @functools.wraps(command)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except InvalidQuery as error:
            raise click.BadParameter(error.reason, param_hint=_option_of(error.field)) from error
        except QuotesError as error:
            logging.getLogger(__name__).debug("failed", exc_info=True)
            fail(str(error))

    return wrapped


def _option_of(field: str) -> str:
    return "WORDS" if field == "words" else f"--{field}"


def fail(message: str) -> NoReturn:
    """Say why on stderr and end with exit code 1."""
    click.echo(f"Error: {message}", err=True)
    sys.exit(REFUSED)


def settings_of(**overrides: Any) -> Settings:
    """Return the environment's settings with the options given. A variable that does not fit is a usage error."""
    try:
        return Settings.from_environment(**overrides)
    except ValueError as error:
        raise click.UsageError(str(error)) from error


database_option = click.option(
    "--database",
    metavar="URL",
    help="SQLAlchemy URL of the database  [default: $QUOTES_DATABASE or sqlite:///quotes.db]",
)
model_option = click.option("--model", metavar="NAME", help="spaCy model, installed or a folder  [$QUOTES_MODEL]")
processes_option = click.option(
    "--processes",
    metavar="N",
    type=click.IntRange(0, 64),
    help="Processes that extract; 0: one a core, but 1 if there is little to do  [$QUOTES_PROCESSES]",
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
cursor_option = click.option("--cursor", metavar="TEXT", help="Go on after the page that ended with this `next`.")


class Moment(click.ParamType[datetime, str]):
    """A date or time in ISO 8601; `last` takes a bare date for its last second."""

    name = "date"

    def __init__(self, *, last: bool) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment in UTC."""
        from quotes.service.lookup import parse_moment

        try:
            return parse_moment(value, last=self.last)
        except ValueError as error:
            self.fail(str(error), param, ctx)


@main.command("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(path_type=Path, allow_dash=True))
@database_option
@model_option
@processes_option
@json_option
@reporting_errors
def import_(
    paths: tuple[Path, ...], database: str | None, model: str | None, processes: int | None, as_json: bool
) -> None:
    """Bring articles into the database: files, folders, or - for standard input.

    Text, web pages, JSON and JSON lines are read. The same article again changes nothing, a corrected one changes only
    what was corrected. Exit code 1 if anything was refused.

    \b
    Example:
      python app.py import articles/ wire.jsonl --database sqlite:///news.db
      curl -s https://example.org/story.html | python app.py import -
    """
    import json

    from quotes.progress import Progress
    from quotes.service.importing import import_documents, name_by_content

    settings = settings_of(database=database, model=model, processes=processes)
    with Progress("articles") as progress:
        told = 0

        def tell(report: ImportReport) -> None:
            nonlocal told
            for error in report.refused[told:]:
                progress.say(f"refused: {error}")
            told = len(report.refused)
            progress.count(report.done)

        given = name_by_content(documents(paths, settings), STREAM)
        report = import_documents(given, settings, notify=progress.say, progress=tell)
    if as_json:
        refused = [{"origin": error.origin, "reason": error.reason} for error in report.refused]
        counts = {"new": report.new, "unchanged": report.unchanged, "updated": report.updated}
        click.echo(json.dumps(counts | {"quotes": report.quotes, "refused": refused}, ensure_ascii=False))
    else:
        click.echo(
            f"{report.new} new, {report.unchanged} unchanged, {report.updated} updated, {len(report.refused)} refused; "
            f"{report.quotes} quotes written"
        )
    if report.refused:
        sys.exit(REFUSED)


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH…|-]", type=click.Path(path_type=Path, allow_dash=True))
@model_option
@processes_option
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Below it a quote keeps no speaker  [0]")
@click.option("--candidates", is_flag=True, help="Add every speaker considered, with its confidence.")
@reporting_errors
def extract(
    paths: tuple[Path, ...],
    model: str | None,
    processes: int | None,
    min_confidence: float | None,
    candidates: bool,
) -> None:
    """Print the quotes of articles, one JSON object a document and line; no database is used.

    Reads what `import` reads; without PATH, or with -, standard input.

    \b
    Example:
      echo '{"id": "1", "text": "“We will appeal,” said Ann Oduya, a lawyer."}' | python app.py extract -
      python app.py extract articles/ > quotes.jsonl
    """
    import json

    from quotes.identity import quote_ids
    from quotes.progress import Progress
    from quotes.service.extracting import extract_documents
    from quotes.service.records import extracted_record

    settings = settings_of(model=model, processes=processes, min_confidence=min_confidence)
    refused = 0
    with Progress("articles") as progress:
        for done, result in enumerate(extract_documents(documents(paths or (Path(STDIN),), settings), settings), 1):
            if isinstance(result, InputError):
                refused += 1
                progress.say(f"refused: {result}")
            else:
                article, quotes = result
                records = [
                    extracted_record(id, quote, article, candidates=candidates)
                    for id, quote in zip(quote_ids(article.id, quotes), quotes, strict=True)
                ]
                click.echo(json.dumps({"id": article.key or article.id, "quotes": records}, ensure_ascii=False))
            progress.count(done)
    if refused:
        sys.exit(REFUSED)


@main.command()
@click.argument("words", nargs=-1)
@click.option("--speaker", metavar="NAME", help="Full name, surname or id; case and accents do not matter.")
@click.option("--topic", metavar="TOPIC", help="What the quote is about.")
@click.option("--organization", metavar="NAME", help="Where the speaker belongs, or the body that speaks.")
@click.option("--outlet", metavar="NAME", help="The publication.")
@click.option(
    "--since", metavar="DATE", type=Moment(last=False), help="Published on this day (ISO 8601, UTC) or later."
)
@click.option("--until", metavar="DATE", type=Moment(last=True), help="Published on this day or earlier.")
@click.option("--limit", type=int, metavar="N", help="Quotes at once  [20]")
@cursor_option
@database_option
@json_option
@reporting_errors
def search(words: tuple[str, ...], database: str | None, as_json: bool, **wanted: Any) -> None:
    """Look quotes up: who said what, in what capacity. Without anything to look for, the newest.

    All WORDS must occur in the quote, the speaker's name, role or organisation, the sentence around it or the
    article's title; they are plain words. The best match comes first.

    \b
    Example:
      python app.py search harbour wall --speaker brandt --since 2025-01-01
      python app.py search '"safe harbour"' --json
    """
    from quotes.listing import list_quotes
    from quotes.service.lookup import Lookup, QuoteQuery
    from quotes.service.records import quote_record

    lookup = Lookup(settings_of(database=database), notify=note)
    try:
        page = lookup.quotes(QuoteQuery(words=" ".join(words), **wanted))
        speaker = wanted["speaker"]
        alike = lookup.similar_names(speaker) if speaker and not page.items else []
    finally:
        lookup.close()
    show_page(page, "quotes", as_json, quote_record, list_quotes, alike)


@main.command()
@click.argument("words", nargs=-1)
@click.option("--limit", type=int, metavar="N", help="Speakers at once  [20]")
@cursor_option
@database_option
@json_option
@reporting_errors
def speakers(
    words: tuple[str, ...], limit: int | None, cursor: str | None, database: str | None, as_json: bool
) -> None:
    """List who is quoted, most often first; all WORDS must occur in the name, the last may be begun.

    \b
    Example:
      python app.py speakers
      python app.py speakers oduy --json
    """
    from quotes.listing import list_speakers
    from quotes.service.lookup import Lookup
    from quotes.service.records import speaker_record

    lookup = Lookup(settings_of(database=database), notify=note)
    try:
        sought = " ".join(words)
        page = lookup.speakers(sought, limit, cursor)
        alike = lookup.similar_names(sought) if sought and not page.items else []
    finally:
        lookup.close()
    show_page(page, "speakers", as_json, speaker_record, list_speakers, alike)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port; 0 takes a free one."
)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes.")
@click.option("--threads", type=click.IntRange(1, 256), default=4, show_default=True, help="Threads of each process.")
@database_option
@reporting_errors
def serve(host: str, port: int, workers: int, threads: int, database: str | None) -> None:
    """Serve the database over HTTP: search page, quote pages, embeds, oEmbed and REST.

    \b
    Example:
      python app.py serve --host 0.0.0.0 --port 8080 --database sqlite:///news.db
    """
    from quotes.service.lookup import Lookup
    from quotes.service.serving import serve_forever

    settings = settings_of(database=database)
    # Made or brought up to date once, before several processes would all set out to.
    Lookup(settings, create=True, notify=note).close()
    serve_forever(settings, host=host, port=port, workers=workers, threads=threads)


def documents(paths: Sequence[Path], settings: Settings) -> Iterator[Article | InputError]:
    """Yield every document of files, folders and (-) standard input; for what cannot be read, why."""
    from quotes.readers import read_path, read_stream

    for path in paths:
        if str(path) == STDIN:
            stdin: BinaryIO = sys.stdin.buffer
            yield from read_stream(stdin, STREAM, settings)
        else:
            yield from read_path(path, settings)


def note(message: str) -> None:
    """Say something on stderr."""
    click.echo(message, err=True)


def print_json(value: object) -> None:
    """Print one JSON value, indented for people."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def show_page(
    page: Page[T],
    what: str,
    as_json: bool,
    record: Callable[[T], object],
    listing: Callable[[Sequence[T], int], Iterator[str]],
    alike: Sequence[str],
) -> None:
    """Print what was found, as JSON or as a table, and how to see more; if nothing, say which names are `alike`."""
    if as_json:
        print_json({"items": [record(item) for item in page.items], "next": page.next})
    elif page.items:
        for line in listing(page.items, terminal_width()):
            click.echo(line)
        if page.next:
            note(f"\nmore: --cursor {page.next}")
    else:
        note(f"no {what} found" + (f"; did you mean {' or '.join(alike)}?" if alike else ""))


def terminal_width() -> int:
    """Return the terminal's width, 80 to 120 characters; 100 if the output is no terminal."""
    return max(80, min(120, shutil.get_terminal_size((100, 24)).columns))
