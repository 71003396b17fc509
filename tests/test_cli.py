"""The command line as users call it: what it prints fits the console, errors end in one line, exit codes say what came."""

import csv
import io
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from rich.console import Console

import communique
from assets.settings import CHECKOUT, Settings
from assets.summary import Check, Summary
from commands.answer import print_answer
from commands.exits import Code
from commands.summary import print_summary
from commands.ui import ui
from pipelines.store.ask import ask
from pipelines.store.warehouse import Publication

WIDTH = 80
COMMANDS = [command.__name__ for command in communique.COMMANDS]


def _communique(*words: str, **environ: str) -> subprocess.CompletedProcess[str]:
    told = {**os.environ, "COLUMNS": str(WIDTH), "PYTHONWARNINGS": "error::ResourceWarning", **environ}
    command = [sys.executable, str(CHECKOUT / "communique.py"), *words]
    return subprocess.run(command, env=told, capture_output=True, text=True, check=False, timeout=60)


def _console() -> tuple[Console, io.StringIO]:
    out = io.StringIO()
    return Console(file=out, width=WIDTH), out


def _show(console: Console, answer: pa.Table) -> None:
    print_answer(console, answer.column_names, answer.to_pylist())


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_it_does_with_an_example(command: str) -> None:
    done = _communique(command, "--help")
    assert done.returncode == 0
    assert f"Examples:\n\n    communique {command}" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= WIDTH


def test_help_of_settings_names_the_variable_and_its_default() -> None:
    told = " ".join(_communique("run", "--help").stdout.split())
    assert "else data/sample. [env var: COMMUNIQUE_RAW]" in told and "else var. [env var: COMMUNIQUE_HOME]" in told


WRONG = [
    # words, what the line says
    (("sql", "SELEC 1"), "syntax error"),
    (("sql", "SELECT no_such FROM visits"), "no_such"),
    (("sql", "DROP TABLE visits"), "read-only"),
    (("sql", "no/such/file.sql"), "no such file"),
    (("sql", "SELECT $a", "--param", "a"), "name=value"),
    (("sql", "SELECT $a"), "a"),  # a value that is missing
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_a_wrong_question_ends_in_one_line(words: tuple[str, ...], said: str, built_home: Path) -> None:
    done = _communique(*words, "--home", str(built_home))
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.count("\n") == 1 and said in done.stderr, done.stderr


def test_a_home_without_tables_says_how_to_make_them(tmp_path: Path) -> None:
    done = _communique("sql", "SELECT 1", "--home", str(tmp_path))
    assert done.returncode == 2 and "make run" in done.stderr and done.stderr.count("\n") == 1


def test_ctrl_c_is_told_by_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipelines.store.ask.ask", interrupted)
    monkeypatch.setattr(sys, "argv", ["communique", "sql", "SELECT 1"])
    with pytest.raises(SystemExit) as ended:
        communique.main()
    assert ended.value.code == Code.INTERRUPTED


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ru",), "Did you mean 'run'"),  # a command misspelt
        (("run", "--raww", "x"), "--raw"),  # an option misspelt
        (("evaluate",), "--gold"),  # an option missing
        (("ui", "--port", "x"), "--port"),
        (("run", "--raw", "no/such/folder"), "no such folder"),
    ],
)
def test_wrong_use_is_one_line_with_the_mend(words: tuple[str, ...], said: str) -> None:
    done = _communique(*words)
    assert done.returncode == Code.WRONG_USE and done.stdout == ""
    assert said in done.stderr and done.stderr.count("\n") == 1


def test_without_words_it_prints_help() -> None:
    done = _communique()
    assert done.returncode == Code.DONE and all(f"\n  {command} " in done.stdout for command in COMMANDS)


def test_the_version_names_the_rules() -> None:
    assert re.fullmatch(r"communique \S+, rules [0-9a-f]{12}\n", _communique("--version").stdout)


def test_a_taken_port_is_told_at_once(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = _communique("ui", "--port", str(taken.getsockname()[1]), "--home", str(tmp_path))
    assert done.returncode == 2 and "--port" in done.stderr and done.stderr.count("\n") == 1


def test_csv_is_csv(built_home: Path) -> None:
    done = _communique(
        "sql", "SELECT flow, evidence FROM trade_volume ORDER BY ALL", "--csv", "--home", str(built_home)
    )
    answer = ask(built_home / "communique.duckdb", "SELECT flow, evidence FROM trade_volume ORDER BY ALL")
    head, *rows = csv.reader(io.StringIO(done.stdout))
    assert head == ["flow", "evidence"] and rows == [list(row.values()) for row in answer.to_pylist()]


def test_a_reader_that_has_seen_enough_breaks_nothing(built_home: Path) -> None:
    query = "SELECT * FROM mentions, range(200)"
    command = f"{sys.executable} communique.py sql '{query}' --csv --home '{built_home}' | head -1"
    bash = ["bash", "-o", "pipefail", "-c", command]
    done = subprocess.run(bash, cwd=CHECKOUT, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout.startswith("mention_id,") and done.stderr == "" and done.returncode == 0


NARROW = "SELECT flow, count(*) AS rows FROM trade_volume GROUP BY ALL"
WIDE = "SELECT * FROM trade_volume ORDER BY fact_id LIMIT 2"


@pytest.mark.parametrize(
    ("query", "shape"),
    [
        (NARROW, r"┃ flow +┃ rows ┃"),  # fits: a table
        (WIDE, r"row 2 -+\nfact_id +\w{24} *\n"),  # does not: a line a column
        ("SELECT * FROM trade_volume WHERE false", r"^\(0 rows\)"),  # nothing found is said, and no more
        ("SELECT '[red]a[/]' AS b", r"\[red\]a\[/\]"),  # brackets of a text are no markup
    ],
)
def test_an_answer_fits_the_console(query: str, shape: str, built_home: Path) -> None:
    console, out = _console()
    _show(console, ask(built_home / "communique.duckdb", query))
    assert re.search(shape, out.getvalue()), out.getvalue()
    assert max(map(len, out.getvalue().splitlines())) <= WIDTH


def test_a_wide_answer_loses_no_word(built_home: Path) -> None:
    console, out = _console()
    answer = ask(built_home / "communique.duckdb", WIDE)
    _show(console, answer)
    shown = re.sub(r"\s+", "", out.getvalue())
    told = [str(v) for row in answer.to_pylist() for v in row.values() if v is not None]
    assert [value for value in told if re.sub(r"\s+", "", value) not in shown] == []


def _summary(**changed: object) -> Summary:
    sound = Check("visits", "two_countries", "passed", True, "holds")
    rows = {"documents": 16, "trade_volume": 29_000}
    told: dict[str, object] = {
        "succeeded": True, "failure": "", "articles": 16, "new_articles": 2, "refused": 1, "unread": 0,
        "changed": True, "checks": [sound], "published": Publication("d", rows),
    }  # fmt: skip
    return Summary(**{**told, **changed})  # type: ignore[arg-type]


FAILED = Check("trade_volume", "figure_aze_blr_turnover_2020", "failed", True, "1 row breaks it")


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        (_summary(), ["16 articles, 2 new, 1 refused", "29,000", "Checks: 1 passed\n"]),
        (_summary(changed=False), ["Nothing new"]),
        (
            _summary(succeeded=False, changed=False, checks=[FAILED], failure="quality: [tag] broke"),
            ["critical trade_volume.figure_aze_blr_turnover_2020: 1 row breaks it", "Not published: quality: [tag] broke"],
        ),
        (_summary(succeeded=False, published=None, checks=[]), ["Not published"]),
        (_summary(articles=1, copies=2), ["1 article, 2 new, 1 refused, 2 with the bytes of another"]),
        (_summary(articles=0), ["No article in ", "it takes .txt, .md, .html, .htm files"]),
    ],
    ids=["published", "nothing new", "blocked", "never published", "copies", "an empty folder"],
)  # fmt: skip
def test_a_summary_fits_the_console(summary: Summary, words: list[str], tmp_path: Path) -> None:
    console, out = _console()
    print_summary(console, Settings(tmp_path, tmp_path), summary)
    assert [w for w in words if w not in out.getvalue()] == [], out.getvalue()
    assert max(len(line) for line in out.getvalue().splitlines() if str(tmp_path) not in line) <= WIDTH
    assert ("Nothing new" in out.getvalue()) == (summary.succeeded and not summary.changed)


@pytest.mark.parametrize(
    ("home", "command"),
    [(CHECKOUT / "var", "  make ui"), (Path("/srv/my results"), "  .venv/bin/communique ui --home '/srv/my results'")],
)
def test_a_summary_names_commands_for_this_home(home: Path, command: str) -> None:
    console, out = _console()
    print_summary(console, Settings(Path("articles"), home), _summary())
    assert command in out.getvalue() and "communique sql" in out.getvalue()


def test_a_summary_without_tables_names_no_question(tmp_path: Path) -> None:
    console, out = _console()
    print_summary(console, Settings(tmp_path, tmp_path), _summary(succeeded=False, published=None))
    assert "communique ui" in out.getvalue() and "communique sql" not in out.getvalue()


def test_a_ui_in_the_background_can_be_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts start `communique ui &` with SIGINT ignored, and dagster takes SIGTERM as it takes SIGINT."""
    kept = signal.getsignal(signal.SIGINT)
    for name in ("DAGSTER_HOME", "COMMUNIQUE_RAW", "COMMUNIQUE_HOME", "PYTHONWARNINGS"):
        monkeypatch.setenv(name, "")  # put back behind the test
    heeded: list[object] = []
    monkeypatch.setattr(os, "execv", lambda *_: heeded.append(signal.getsignal(signal.SIGINT)))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        ui(home=tmp_path / "home", raw=CHECKOUT / "data" / "sample", port=_free_port())
    finally:
        signal.signal(signal.SIGINT, kept)
    assert heeded == [signal.default_int_handler]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
