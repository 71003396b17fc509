"""`communique sql`: where a query comes from, and the forms its answer takes."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from rich.console import Console

from commands import prompt
from commands.exits import Code
from pipelines.store.ask import ask

QUERY = "SELECT parties, sectors, event_end FROM agreements ORDER BY fact_id"


@pytest.fixture
def database(built_home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_HOME", str(built_home))
    return built_home / "communique.duckdb"


def test_json_is_a_list_of_rows(call: Callable[..., Any], database: Path) -> None:
    told = json.loads(call("sql", QUERY, "--json").out)
    rows = ask(database, QUERY).to_pylist()
    assert [row["parties"] for row in told] == [row["parties"] for row in rows]
    assert {row["event_end"] for row in told} == {row["event_end"] and str(row["event_end"]) for row in rows}


def test_csv_joins_lists(call: Callable[..., Any], database: Path) -> None:
    told = [*csv.DictReader(io.StringIO(call("sql", QUERY, "--csv").out))]
    assert {row["parties"] for row in told} >= {"AZE; BLR", "KAZ; MNG"}


def test_parquet_keeps_types(call: Callable[..., Any], database: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.parquet"
    assert call("sql", QUERY, "--parquet", file).out == ""
    assert pq.read_table(file).to_pylist() == ask(database, QUERY).to_pylist()


def test_a_query_may_come_from_stdin(call: Callable[..., Any], database: Path) -> None:
    for words in (("sql", "--json"), ("sql", "-", "--json")):
        assert json.loads(call(*words, stdin=b"SELECT 1 AS one").out) == [{"one": 1}]


def test_reading_needs_no_folder_of_articles(
    call: Callable[..., Any], database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_RAW", "gone")
    assert call("sql", "SELECT 1").code == Code.DONE


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("FROM visits", "--csv", "--json"), "choose one"),
        (("",), "empty query"),
        (("FROM visit",), 'Did you mean "visits"'),  # the mend that DuckDB proposes stands in the line
        (("FROM visits", "--parquet", "no/such/folder/a.parquet"), "cannot be written"),
        (("FROM visits", "--cvs"), "--csv"),  # an option misspelt
        (('FROM visits WHERE status = "held"',), "single quotes: 'held'"),  # DuckDB takes it for a column
        (("FROM visits WHERE status = ‘held’",), "single quotes: 'held'"),  # as a word processor types them
        (("FROM visits WHERE status = $status AND kind = $kind",), "add --param kind=… --param status=…"),
        (("FROM visits; FROM agreements",), "2 queries at once"),
        (("FROM visits", "--home", "no/such home"), "communique run --home '"),
    ],
)
def test_wrong_use_is_one_line(call: Callable[..., Any], database: Path, words: tuple[str, ...], said: str) -> None:
    done = call("sql", *words)
    assert done.code == Code.WRONG_USE and done.out == ""
    assert said in done.err and done.err.count("\n") == 1


def test_the_prompt_answers_until_the_end(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A query over two lines, a wrong one, one dropped with Ctrl-C, then the end of input."""
    lines = iter(["SELECT 41", "+ 1 AS answer;", "FROM nowhere;", "SELECT", KeyboardInterrupt(), "SELECT 7 AS last;"])

    def typed(_: str) -> str:
        line = next(lines, EOFError())
        if isinstance(line, BaseException):
            raise line
        return line

    monkeypatch.setattr("builtins.input", typed)
    out = io.StringIO()
    prompt.converse(database, Console(file=out, width=100))
    told = out.getvalue()
    assert "42" in told and "nowhere" in told and "7" in told
