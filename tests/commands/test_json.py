"""What programs lean on: the keys that docs/cli.md promises are those that come."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assets.settings import CHECKOUT, Settings
from assets.summary import Check, Summary
from commands.output import plain
from commands.summary import summary_json
from pipelines.store.schema import TABLES, VIEWS
from pipelines.store.warehouse import Publication

CLI = (CHECKOUT / "docs" / "cli.md").read_text("utf-8")
ARTICLE = CHECKOUT / "data" / "sample" / "digest_2021_may.txt"
GOLD = CHECKOUT / "tests" / "gold"


def _promised(command: str) -> set[str]:
    """Keys of the table in the section of `command`; a nested key stands in the words beside its parent."""
    section = re.split(r"^## ", CLI.split(f"\n## {command}\n")[1], flags=re.MULTILINE)[0]
    table = section.split("| key | value |\n| --- | --- |\n")[1].split("\n\n")[0]
    return {key for row in table.splitlines() for key in re.findall(r"`(\w+)`", row.split(" | ")[0])}


@pytest.fixture
def home(built_home: Path, tmp_path: Path) -> Path:
    """A published home that may be written to."""
    (tmp_path / "home").mkdir()
    shutil.copy(built_home / "communique.duckdb", tmp_path / "home")
    return tmp_path / "home"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("extract", [ARTICLE]),
        ("explain", [ARTICLE, "--sentence", "22 мая"]),
        ("evaluate", ["--gold", GOLD / "facts", "--raw", GOLD / "texts", "--only", "d00"]),
        ("report", []),
    ],
)
def test_keys_are_those_promised(command: str, words: list[Any], call: Callable[..., Any], home: Path) -> None:
    done = call(command, *words, *(["--home", home] if command == "report" else []), "--json")
    assert done.code == 0 and set(json.loads(done.out)) == _promised(command)


def test_keys_of_a_run_are_those_promised(tmp_path: Path) -> None:
    check = Check("visits", "two_countries", "failed", True, "1 row breaks it")
    summary = Summary(False, "quality: broke", 16, 2, 1, 0, False, [check], Publication("d", {"visits": 3}))
    (tmp_path / "communique.duckdb").touch()
    told = json.loads(json.dumps(summary_json(Settings(tmp_path, tmp_path), summary), default=plain))
    assert set(told) == _promised("run")
    assert told["checks"][0]["critical"] is True and told["published"]["rows"] == {"visits": 3}
    assert told["results"] == {"duckdb": str(tmp_path / "communique.duckdb")}


def test_the_dictionary_lists_every_column_with_its_words(call: Callable[..., Any]) -> None:
    told = json.loads(call("dictionary", "--json").out)
    assert {*TABLES, *VIEWS} <= {table["name"] for table in told}
    assert all(column["comment"] and column["type"] for table in told for column in table["columns"])
