"""`communique evaluate` as users call it, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assets.settings import CHECKOUT, load_settings
from evaluation.floors import GOLD
from evaluation.gold import TABLES
from evaluation.predict import predict_folder, predict_published

TEXT = "ТБИЛИСИ, 10 июня 2023 года. Министр экономики Беларуси Иван Петров 9 июня 2023 года прибыл в Тбилиси."
FACTS = {
    "id": "a",
    "published": "2023-06-10",
    "visits": [{"kind": "visit", "visitor": "Иван Петров", "visitor_country": "BLR", "host_country": "LVA"}],
}


def _evaluate(*arguments: str | Path, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(CHECKOUT / "communique.py"), "evaluate", *map(str, arguments)]
    told = {**os.environ, "COLUMNS": "80"} | ({"COMMUNIQUE_HOME": str(home)} if home else {})
    return subprocess.run(command, env=told, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A text, and gold that disagrees with it."""
    texts, facts = tmp_path / "texts", tmp_path / "facts"
    texts.mkdir()
    facts.mkdir()
    (texts / "a.txt").write_text(TEXT, "utf-8")
    (facts / "a.json").write_text(json.dumps(FACTS), "utf-8")
    return texts, facts


def test_json_holds_figures_and_misses(folders: tuple[Path, Path]) -> None:
    texts, facts = folders
    done = _evaluate("--gold", facts, "--raw", texts, "--json")
    told = json.loads(done.stdout)
    assert done.returncode == 0 and told["documents"] == 1 and told["dated"]["day_right"] == 1
    assert {t: told["tables"][t]["gold"] for t in TABLES} == {"trade_volume": 0, "visits": 1, "agreements": 0}
    assert [m["kind"] for m in told["misses"] if m["table"] == "visits"] == ["missed", "extra"]


def test_every_miss_is_printed_with_its_sentence(folders: tuple[Path, Path]) -> None:
    texts, facts = folders
    done = _evaluate("--gold", facts, "--raw", texts, "--misses")
    lines = done.stdout.splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("extra"))
    assert "visitor=Иван Петров" in lines[at] and "прибыл в Тбилиси" in lines[at + 1]
    assert "1 documents; published to the day 1/1" in done.stdout


def test_only_takes_a_prefix(folders: tuple[Path, Path]) -> None:
    texts, facts = folders
    done = _evaluate("--gold", facts, "--raw", texts, "--only", "b")
    assert done.returncode == 2 and "no b*.json" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--gold", "nowhere"), "no such folder"),
        (("--gold", str(GOLD / "facts"), "--raw", "nowhere"), "does not exist"),
        (("--gold", str(GOLD / "facts")), "`make run` publishes it"),
    ],
)
def test_what_cannot_be_scored_is_told_in_a_line(arguments: tuple[str, ...], message: str, tmp_path: Path) -> None:
    done = _evaluate(*arguments, home=tmp_path / "home")
    assert done.returncode == 2
    assert message in done.stderr and done.stderr.count("\n") == 1


def test_a_run_publishes_what_is_read_in_memory(built_home: Path) -> None:
    published = predict_published(built_home / "communique.duckdb")
    read = predict_folder(load_settings({}).raw)
    assert published.keys() == read.keys() and len(read) >= 10
    for name, one in read.items():
        other = published[name]
        assert (one.text, one.published) == (other.text, other.published)
        for table in TABLES:
            assert {r["fact_id"] for r in one.rows[table]} == {r["fact_id"] for r in other.rows[table]}, name
