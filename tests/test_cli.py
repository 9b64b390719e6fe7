from __future__ import annotations

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from quotes.cli import main
from quotes.store.database import open_database
from tests.conftest import ROOT, Run
from tests.store.invented import article, harbour_quotes, write
from tests.store.test_database import POWERLESS, needs_setpriv

FERRY = (
    "The ferry will not sail before Easter, the island council heard on Monday.\n"
    "“We have no captain,” said Ines Okafor, the harbour master of Ostholm.\n"
    "“Then find one,” Jean-Luc Ngata told the meeting.\n"
)
NOBODY = "It rained all week and nobody said a word about it.\n"


@pytest.fixture
def news(tmp_path: Path) -> str:
    """The URL of a database with the article about the harbour."""
    url = f"sqlite:///{tmp_path / 'news.db'}"
    database = open_database(url, create=True)
    write(database, article(), harbour_quotes())
    database.close()
    return url


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.mark.parametrize("command", ["", *main.commands])
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    done = run(*([command] if command else []), "--help")
    assert done.returncode == 0
    assert "Example:\n" in done.stdout and "python app.py" in done.stdout
    assert max(map(len, lines(done.stdout))) <= 120


def test_import_twice_then_corrected(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "rain.txt").write_text(NOBODY)

    first = run("import", folder)
    assert first.returncode == 0, first.stderr
    assert lines(first.stdout) == ["2 new, 0 unchanged, 0 updated, 0 refused; 2 quotes written"]
    assert lines(first.stderr)[0] == "new database quotes.db"
    before = json.loads(run("search", "--json").stdout)["items"]
    assert {item["speaker"]["name"] for item in before} == {"Ines Okafor", "Jean-Luc Ngata"}

    again = run("import", folder, "--json")
    assert json.loads(again.stdout) == {"new": 0, "unchanged": 2, "updated": 0, "quotes": 0, "refused": []}
    assert again.stderr == ""
    assert json.loads(run("search", "--json").stdout)["items"] == before

    (folder / "ferry.txt").write_text(FERRY.replace("Then find one", "Then look for one"))
    assert lines(run("import", folder).stdout) == ["0 new, 1 unchanged, 1 updated, 0 refused; 2 quotes written"]
    after = json.loads(run("search", "--json").stdout)["items"]
    assert [item for item in after if item in before] == [before[0]]
    assert after[1]["text"] == "Then look for one,"


def test_import_and_extract_read_standard_input(run: Run) -> None:
    document = json.dumps({"id": "doc/1", "text": FERRY, "anything": ["else"]})
    assert run("import", "-", stdin=document).stdout.startswith("1 new")
    extracted = run("extract", "-", "--candidates", stdin=f"{document}\n")
    (answer,) = map(json.loads, lines(extracted.stdout))
    assert list(answer) == ["id", "quotes"] and answer["id"] == "doc/1"
    stored = json.loads(run("search", "--json").stdout)["items"]
    assert [quote["id"] for quote in answer["quotes"]] == [item["id"] for item in stored]
    first = answer["quotes"][0]
    assert (first["text"], first["speaker"]) == ("We have no captain,", "Ines Okafor")
    assert FERRY[first["start"] : first["end"]] == first["text"]
    assert first["candidates"][0]["speaker"] == "Ines Okafor"
    assert "candidates" not in stored[0]


def test_two_stories_down_one_pipe_are_two_articles(run: Run) -> None:
    rain, ferry = json.dumps({"text": NOBODY}), json.dumps({"text": FERRY})
    assert run("import", "-", stdin=rain).stdout.startswith("1 new, 0 unchanged, 0 updated")
    assert run("import", "-", stdin=ferry).stdout.startswith("1 new, 0 unchanged, 0 updated")
    assert run("import", "-", stdin=f"{ferry}\n{rain}").stdout.startswith("0 new, 2 unchanged, 0 updated")


def test_extract_goes_on_after_a_bad_line_and_keeps_the_order(run: Run) -> None:
    documents = [json.dumps({"id": name, "text": NOBODY}) for name in ("a", "b")]
    done = run("extract", stdin="\n".join([documents[0], "{broken", documents[1]]))
    assert done.returncode == 1
    assert [json.loads(line) for line in lines(done.stdout)] == [{"id": "a", "quotes": []}, {"id": "b", "quotes": []}]
    (refusal,) = lines(done.stderr)
    assert refusal.startswith("refused: standard input") and "2" in refusal


def bad_inputs(folder: Path) -> dict[str, Path]:
    """Return what cannot be read, by what is wrong with it."""
    (folder / "empty folder").mkdir()
    (folder / "pictures").mkdir()
    (folder / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "undecodable.jsonl").write_bytes(b'{"id": "x", "text": "caf\xe9 \xff\xfe \x81"}\n')
    names = ("empty folder", "pictures", "empty.txt", "binary.txt", "undecodable.jsonl")
    return {"missing": folder / "missing.txt"} | {name: folder / name for name in names}


@pytest.mark.parametrize("command", ["import", "extract"])
def test_what_cannot_be_read_is_one_line_each_and_leaves_nothing(run: Run, tmp_path: Path, command: str) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    inputs = bad_inputs(folder)
    done = run(command, *inputs.values())
    assert done.returncode == 1
    assert len(lines(done.stderr)) == len(inputs), done.stderr
    for line, path in zip(lines(done.stderr), inputs.values(), strict=True):
        assert re.fullmatch(rf"refused: {re.escape(str(path))}(:\d+)?: .{{10,}}", line), line
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad"]


def test_a_bad_file_does_not_keep_a_good_one_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text(NOBODY)
    done = run("import", "missing.txt", "rain.txt")
    assert done.returncode == 1
    assert lines(done.stdout) == ["1 new, 0 unchanged, 0 updated, 1 refused; 0 quotes written"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["search"], "there is no database quotes.db yet"),
        (["speakers"], "there is no database quotes.db yet"),
        (["search", "--database", "sqlite:///other.db"], "is a database of another program"),
        (["import", "rain.txt", "--database", "sqlite:///other.db"], "is a database of another program"),
        (["import", "rain.txt", "--database", "sqlite:///rain.txt"], "is no SQLite database"),
        (["import", "rain.txt", "--database", "sqlite:///new.db"], "newer version of this program"),
        (["search", "--database", "sqlite:///new.db"], "newer version of this program"),
        (["import", "rain.txt", "--database", "sqlite:///no/folder.db"], "does not exist"),
        (["import", "rain.txt", "--database", "postgresql://x/y"], "must be SQLite"),
        (["import", "rain.txt", "--model", "no_such_model"], "no_such_model"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_used_is_one_line_and_exit_code_1(
    run: Run, tmp_path: Path, arguments: list[str], reason: str
) -> None:
    (tmp_path / "rain.txt").write_text(NOBODY)
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    open_database(f"sqlite:///{tmp_path / 'new.db'}", create=True).close()
    newer = sqlite3.connect(tmp_path / "new.db")
    newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.commit()
    newer.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    done = run(*arguments)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = lines(done.stderr)
    assert line.startswith("Error: ") and reason in line
    after = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert {name: content for name, content in after.items() if not name.endswith(("-shm", "-wal"))} == before


@needs_setpriv
def test_a_read_only_database_is_searched_and_not_imported_into(run: Run, tmp_path: Path, news: str) -> None:
    prefix = POWERLESS if os.getuid() == 0 else ()
    (tmp_path / "rain.txt").write_text(NOBODY)
    (tmp_path / "news.db").chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        found = run("search", "quay", "--database", news, prefix=prefix)
        assert found.returncode == 0 and "Zoë Brandt" in found.stdout
        for database in (news, f"sqlite:///{tmp_path / 'fresh.db'}"):
            refused = run("import", "rain.txt", "--database", database, prefix=prefix)
            assert refused.returncode == 1
            (line,) = lines(refused.stderr)
            assert "cannot be written" in line
        assert sorted(path.name for path in tmp_path.iterdir()) == ["news.db", "rain.txt"]
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["import"], "Missing argument"),
        (["search", "--limit", "0"], "between 1 and 100"),
        (["search", "--limit", "ten"], "not a valid integer"),
        (["search", "--cursor", "nonsense"], "is not the `next`"),
        (["search", "--since", "yesterday"], "is no date"),
        (["search", "x " * 40], "more than 32 words"),
        (["speakers", "--cursor", "nonsense"], "is not the `next`"),
        (["serve", "--port", "70000"], "70000"),
        (["nonsense"], "No such command"),
        (["search", "--nonsense"], "No such option"),
    ],
    ids=" ".join,
)
def test_what_is_not_understood_is_exit_code_2(run: Run, news: str, arguments: list[str], reason: str) -> None:
    database = ["--database", news] if len(arguments) > 1 else []
    done = run(*arguments, *database)
    assert (done.returncode, done.stdout) == (2, "")
    assert reason in done.stderr and "Traceback" not in done.stderr


def test_search_shows_who_said_what_in_what_capacity(run: Run, news: str) -> None:
    done = run("search", "quay", "--speaker", "brandt", "--database", news)
    assert done.returncode == 0 and done.stderr == ""
    for words in ("Zoë Brandt", "Mayor, Harbour Council", "“The quay stays open.”", "The Läke Post"):
        assert words in done.stdout
    assert max(map(len, lines(done.stdout))) <= 120


def test_search_pages_with_a_cursor(run: Run, news: str) -> None:
    first = json.loads(run("search", "--limit", "3", "--json", "--database", news).stdout)
    rest = json.loads(run("search", "--limit", "3", "--json", "--cursor", first["next"], "--database", news).stdout)
    assert [len(first["items"]), len(rest["items"]), rest["next"]] == [3, 1, None]
    assert first["next"] in run("search", "--limit", "3", "--database", news).stderr


def test_a_search_without_result_helps(run: Run, news: str) -> None:
    done = run("search", "--speaker", "Zoe Brand", "--database", news)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "no quotes found; did you mean Zoë Brandt?\n"
    assert run("speakers", "Zoe Brant", "--database", news).stderr == "no speakers found; did you mean Zoë Brandt?\n"


def test_speakers_are_listed(run: Run, news: str) -> None:
    done = run("speakers", "--database", news)
    assert lines(done.stdout)[2].split()[:3] == ["2", "a", "clerk"]
    found = json.loads(run("speakers", "brandt", "--json", "--database", news).stdout)
    assert [(item["name"], item["quotes"]) for item in found["items"]] == [("Zoë Brandt", 1)]


def test_words_that_look_like_options_are_words_after_two_dashes(run: Run, news: str) -> None:
    assert "quay" in run("search", "--database", news, "--", "-quay").stdout


def test_output_is_utf8_whatever_the_locale(run: Run, news: str) -> None:
    done = run("search", "--speaker", "brandt", "--database", news, prefix=("env", "LC_ALL=C", "PYTHONUTF8=0"))
    assert "Zoë Brandt" in done.stdout


def test_a_reader_that_stops_early_is_no_failure_worth_a_traceback(news: str) -> None:
    command = f"{sys.executable} {ROOT / 'app.py'} search --json --database {news} | head -c 20"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["search", "quay"], ["speakers"]], ids=" ".join)
def test_what_needs_no_model_imports_no_heavy_library(news: str, arguments: list[str]) -> None:
    program = """
import sys
from quotes.cli import main
try:
    main(sys.argv[1:])
except SystemExit as end:
    code = end.code
heavy = {"spacy", "numpy", "flask", "sqlalchemy", "alembic", "trafilatura", "gunicorn"}
print(code, sorted(heavy & sys.modules.keys()), file=sys.stderr)
"""
    database = ["--database", news] if arguments != ["--help"] else []
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments, *database], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert lines(done.stderr)[-1] == "0 []"


def test_the_environment_names_the_database(news: str) -> None:
    environment = os.environ | {"QUOTES_DATABASE": news}
    command = [sys.executable, str(ROOT / "app.py"), "speakers"]
    assert "Brandt" in subprocess.run(command, capture_output=True, text=True, env=environment, check=True).stdout
    wrong = subprocess.run(
        command, capture_output=True, text=True, env=environment | {"QUOTES_PAGE_SIZE": "many"}, check=False
    )
    assert wrong.returncode == 2 and "QUOTES_PAGE_SIZE" in wrong.stderr


def test_debug_shows_where_it_failed(run: Run) -> None:
    done = run("--debug", "search")
    assert done.returncode == 1
    assert "Traceback" in done.stderr and lines(done.stderr)[-1].startswith("Error: there is no database")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_serve_answers_until_it_is_told_to_end(tmp_path: Path, news: str) -> None:
    port = free_port()
    command = [sys.executable, str(ROOT / "app.py"), "serve", "--port", str(port), "--workers", "1"]
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen([*command, "--database", news], stdout=log, stderr=log, cwd=tmp_path)
    try:
        answer = None
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/v1/quotes?q=quay", timeout=10) as response:
                    answer = json.load(response)
                break
            except OSError:
                assert server.poll() is None, (tmp_path / "log").read_text()
                time.sleep(0.2)
        assert answer is not None
        assert answer["items"][0]["speaker"]["name"] == "Zoë Brandt"
    finally:
        server.send_signal(signal.SIGTERM)
        assert server.wait(30) == 0


def test_serve_says_that_a_port_is_taken(run: Run, news: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", str(taken.getsockname()[1]), "--database", news)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "in use" in done.stderr


def test_a_wsgi_server_finds_the_application(news: str) -> None:
    program = "import app, sys; print(app.app.name, app.app is app.app); app.app.extensions['quotes.lookup'].close()"
    environment = os.environ | {"QUOTES_DATABASE": news}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT, env=environment
    )
    assert done.stdout.split()[-1] == "True"
