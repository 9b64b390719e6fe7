"""README.md and docs/: every command runs, every command and setting is documented, no link leads nowhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from quotes.api import create_app
from quotes.cli import main
from quotes.settings import Settings
from tests.documents import DOCUMENTS, NOT_RUN, ROOT, Step, Workshop, steps_in

README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = [
    pytest.param(step, id=f"{path.name}: {step.command.splitlines()[0][:70]}")
    for path in DOCUMENTS
    for step in steps_in(path.read_text(encoding="utf-8"))
    if step.command not in NOT_RUN
]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FRACTION = re.compile(r"\d+\.\d+")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop() as workshop:
        yield workshop


@pytest.mark.parametrize("step", STEPS)
def test_command_runs_and_prints_what_is_shown(workshop: Workshop, step: Step) -> None:
    if "curl " in step.command and shutil.which("curl") is None:
        pytest.skip("no curl: apt-get install curl")
    printed = workshop.printed(step)
    if step.shown:  # confidences differ in the last digits from one processor to the next
        rounded = [_FRACTION.sub("0.9", line) for line in printed]
        assert rounded == [_FRACTION.sub("0.9", line) for line in step.shown], "out of date: run `make docs`"


@pytest.mark.parametrize("command", NOT_RUN)
def test_command_that_is_not_run_exists(command: str) -> None:
    subprocess.run([*command.split(), "--dry-run"], cwd=ROOT, check=True, capture_output=True, timeout=60)


def test_quick_start_comes_first() -> None:
    assert [step.command for step in steps_in(README)[:2]] == ["make demo", "make test"]


def test_every_command_is_documented() -> None:
    assert isinstance(main, click.Group)
    reference = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for name in main.commands:
        assert f"python app.py {name}" in README
        assert f"$ python app.py {name} --help" in reference


def test_every_setting_is_documented_with_its_default() -> None:
    for setting in fields(Settings):
        row = next((line for line in README.splitlines() if f"`QUOTES_{setting.name.upper()}`" in line), None)
        assert row is not None, f"QUOTES_{setting.name.upper()} is not in the README"
        default = f"{setting.default:_}" if isinstance(setting.default, int) else str(setting.default)
        assert f"`{default}`" in row or (default == "" and "| empty |" in row), row


@pytest.mark.usefixtures("database")
def test_every_address_of_the_service_is_documented(settings: Settings) -> None:
    routes = {rule.rule for rule in create_app(settings).url_map.iter_rules() if rule.endpoint != "static"}
    for route in routes:
        if not route.startswith("/static"):
            shown = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)
            assert f"`{shown}`" in README or f"`GET {shown}" in README, f"{shown} is not in the README"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    anchors = {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in _HEADING.findall(text)}
    for target in _LINK.findall(text):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif not target.startswith(("http://", "https://")):
            assert (path.parent / target.partition("#")[0]).exists(), target
