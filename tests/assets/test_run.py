"""The whole job as users run it: in a process of its own, on a folder that holds good and bad files."""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from assets.definitions import definitions
from assets.documents import documents, raw_articles
from assets.entities import mentions
from assets.exports import warehouse
from assets.facts import fact_assets
from assets.instance import open_instance
from assets.resources import Workplace
from assets.run import Summary, run_everything
from assets.settings import load_settings
from pipelines.documents.document import Document
from pipelines.entities.mention import Mention
from pipelines.facts.fact import Fact
from pipelines.store.parts import PartStore
from pipelines.store.schema import FACT_TABLES

CHECKOUT = Path(__file__).resolve().parents[2]
ASSETS = (raw_articles, documents, mentions, *fact_assets, warehouse)
QUIET = {"config": {"log_level": "CRITICAL"}}
TABLES = ("documents", "removed_spans", "mentions", "trade_volume", "visits", "agreements")
ARTICLE = (
    "МИНСК, 3 марта 2022 года. Товарооборот Беларуси и Грузии в 2021 году составил 150,2 млн долларов. "
    "Экспорт вырос на 12%, до 90,1 млн долларов."
)
OTHER = (
    "ТБИЛИСИ, 10 июня 2023 года. Министр экономики Беларуси Иван Петров "
    "9 июня 2023 года прибыл в Тбилиси с рабочим визитом."
)


def _run(raw: Path, home: Path, **environ: str) -> Summary:
    told = {"COMMUNIQUE_RAW": str(raw), "COMMUNIQUE_HOME": str(home), **environ}
    return run_everything(load_settings(told), lambda stage, done, of: None)


def _tables(raw: Path, home: Path, **environ: str) -> None:
    """Publishes without checks and without a record of the run: for what the checks do not touch, in a second."""
    settings = load_settings({"COMMUNIQUE_RAW": str(raw), "COMMUNIQUE_HOME": str(home), **environ})
    result = dg.materialize(
        [*ASSETS], resources={"workplace": Workplace(settings)}, run_config={"loggers": {"console": QUIET}}
    )
    assert result.success


def _rows(home: Path, columns: str = "* EXCLUDE (ingested_at)") -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(str(home / "communique.duckdb"), read_only=True) as connection:
        return {
            t: connection.execute(f"SELECT {columns if t == 'documents' else '*'} FROM {t} ORDER BY ALL").fetchall()
            for t in TABLES
        }


def _folder(path: Path, *texts: str) -> Path:
    path.mkdir()
    for number, text in enumerate(texts):
        (path / f"{number}.txt").write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def bad_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after one `communique run`, in a process of its own, on a folder of two good files and many bad."""
    base = tmp_path_factory.mktemp("bad")
    raw = _folder(base / "raw", ARTICLE, OTHER)
    (raw / "empty.txt").write_bytes(b"")
    (raw / "noise.txt").write_bytes(bytes((i * 7919) % 256 for i in range(5000)))
    (raw / "nul.txt").write_bytes(b"\0" * 400)
    (raw / "broken.txt.gz").write_bytes(gzip.compress(ARTICLE.encode())[:-20])
    (raw / "sidecar.txt").write_text(ARTICLE + " И ещё.", "utf-8")
    (raw / "sidecar.json").write_text("{broken", "utf-8")
    (base / "secret.txt").write_text(ARTICLE, "utf-8")
    (raw / "link.txt").symlink_to(base / "secret.txt")
    (raw / "folder.txt").mkdir()
    (raw / "line.txt").write_text("слово " * 2_000_000, "utf-8")
    environ = {**os.environ, "COMMUNIQUE_RAW": str(raw), "COMMUNIQUE_HOME": str(base / "home")}
    command = [sys.executable, str(CHECKOUT / "communique.py"), "run"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    (base / "stdout").write_text(done.stdout)
    return base / "home"


BAD = ("empty.txt", "noise.txt", "nul.txt", "broken.txt.gz", "sidecar.txt", "link.txt", "folder.txt", "line.txt")


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_reason(bad_home: Path, name: str) -> None:
    notes = [json.loads(p.read_text("utf-8")) for p in (bad_home / "quarantine").rglob("*.json")]
    mine = [n for n in notes if n["source"] == name]
    assert len(mine) == 1 and mine[0]["reason"], notes


def test_good_files_come_through_beside_bad_ones(bad_home: Path, tmp_path: Path) -> None:
    _tables(_folder(tmp_path / "raw", ARTICLE, OTHER), tmp_path / "home")
    assert _rows(bad_home) == _rows(tmp_path / "home")
    assert len(_rows(bad_home)["documents"]) == 2 and len(_rows(bad_home)["trade_volume"]) >= 2


def test_the_summary_tells_documents_rows_checks_and_what_next(bad_home: Path) -> None:
    told = " ".join((bad_home.parent / "stdout").read_text().split())
    for words in ("2 articles", "8 refused", "trade_volume", "Checks:", "communique.duckdb", "quarantine", "Next"):
        assert words in told, words


def test_a_second_run_with_nothing_new_says_so_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE, OTHER), tmp_path / "home"
    first = _run(raw, home)
    assert first.succeeded and first.changed
    before = hashlib.sha256((home / "communique.duckdb").read_bytes()).hexdigest()
    # The same rows are not checked again, but their checks are shown.
    monkeypatch.setattr("pipelines.store.quality.run_suites", None)
    again = _run(raw, home)
    assert again.succeeded and not again.changed and again.new_articles == 0
    assert again.checks and list(again.checks) == list(first.checks)
    assert hashlib.sha256((home / "communique.duckdb").read_bytes()).hexdigest() == before


def test_rows_and_ids_do_not_depend_on_order_names_of_home_or_workers(tmp_path: Path) -> None:
    texts = [f"{ARTICLE} Материал номер {n}." for n in range(5)]
    raw = _folder(tmp_path / "raw", *texts)
    _tables(raw, tmp_path / "once")
    # The same articles, one at a time, so that each lies in a batch of its own; two worker processes at the end.
    late = tmp_path / "late"
    late.mkdir()
    for number in (3, 0, 4):
        (late / f"{number}.txt").write_bytes((raw / f"{number}.txt").read_bytes())
        _tables(late, tmp_path / "grown")
    for number in (1, 2):
        (late / f"{number}.txt").write_bytes((raw / f"{number}.txt").read_bytes())
    _tables(late, tmp_path / "grown", COMMUNIQUE_WORKERS="2")
    assert _rows(tmp_path / "once") == _rows(tmp_path / "grown")


def test_an_article_that_left_the_folder_leaves_the_tables(tmp_path: Path) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE, OTHER), tmp_path / "home"
    _tables(raw, home)
    (raw / "1.txt").unlink()
    _tables(raw, home)
    assert len(_rows(home)["documents"]) == 1


def test_a_changed_sidecar_redoes_its_article(tmp_path: Path) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE.replace("МИНСК, 3 марта 2022 года. ", "")), tmp_path / "home"
    _tables(raw, home)
    (raw / "0.json").write_text(json.dumps({"published": "2022-03-04", "url": "https://example.org/a"}), "utf-8")
    _tables(raw, home)
    (published,) = _rows(home, "published_start, url")["documents"]
    assert str(published[0]) == "2022-03-04" and published[1] == "https://example.org/a"


def test_an_empty_folder_publishes_empty_tables(tmp_path: Path) -> None:
    assert _run(_folder(tmp_path / "raw"), tmp_path / "home").succeeded
    assert set(map(len, _rows(tmp_path / "home").values())) == {0}


def test_a_failed_critical_check_blocks_publishing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE), tmp_path / "home"
    _tables(raw, home)
    (raw / "1.txt").write_text(OTHER, "utf-8")
    before = _rows(home)
    import assets.stages as stages

    sound = stages.fact_row

    def misquoting(table: str, fact: object, version: str) -> dict[str, object]:
        row = sound(table, fact, version)  # type: ignore[arg-type]
        return {**row, "evidence": "x" * len(row["evidence"])}

    monkeypatch.setattr(stages, "fact_row", misquoting)
    summary = _run(raw, home)
    assert not summary.succeeded and not summary.changed
    assert [c.name for c in summary.checks if c.outcome == "failed" and c.critical] == ["evidence_quotes_text"]
    assert summary.failure.startswith("a critical check failed")
    assert _rows(home) == before


def test_an_article_that_a_rule_fails_on_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import assets.stages as stages

    sound = stages.find_mentions

    def failing(document: Document) -> tuple[Mention, ...]:
        if document.source == "0.txt":
            raise ValueError("a rule that fails")
        return sound(document)

    monkeypatch.setattr(stages, "find_mentions", failing)
    summary = _run(_folder(tmp_path / "raw", ARTICLE, OTHER), tmp_path / "home")
    assert summary.succeeded and summary.unread == 1
    (note,) = (tmp_path / "home" / "quarantine" / "mentions").iterdir()
    assert "a rule that fails" in note.read_text("utf-8")
    assert len(_rows(tmp_path / "home")["visits"]) == 1


def test_one_reading_of_an_article_makes_all_fact_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import assets.stages as stages

    sound, readings = stages.read, []

    def counting(document: Document, found: Any) -> Any:
        readings.append(document.source)
        return sound(document, found)

    monkeypatch.setattr(stages, "read", counting)
    _tables(_folder(tmp_path / "raw", ARTICLE, OTHER), tmp_path / "home")
    assert sorted(readings) == ["0.txt", "1.txt"]
    rows = _rows(tmp_path / "home")
    assert rows["trade_volume"] and rows["visits"]


def test_a_row_that_breaks_the_contract_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import assets.stages as stages

    sound = stages.fact_row

    def swapped(table: str, fact: Fact, version: str) -> dict[str, object]:
        row = sound(table, fact, version)
        return {**row, "reporter": row["partner"], "partner": row["reporter"]} if row.get("flow") == "turnover" else row

    monkeypatch.setattr(stages, "fact_row", swapped)
    summary = _run(_folder(tmp_path / "raw", ARTICLE, OTHER), tmp_path / "home")
    assert summary.succeeded and summary.unread == 1
    (note,) = (tmp_path / "home" / "quarantine" / "trade_volume").iterdir()
    assert "a row left out" in note.read_text("utf-8")
    assert {r[14] for r in _rows(tmp_path / "home")["trade_volume"]} == {"export"}


def _communique(raw: Path, home: Path) -> "subprocess.Popen[str]":
    environ = {**os.environ, "COMMUNIQUE_RAW": str(raw), "COMMUNIQUE_HOME": str(home)}
    command = [sys.executable, str(CHECKOUT / "communique.py"), "run"]
    return subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def test_two_runs_at_once_both_end_well(tmp_path: Path) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE, OTHER), tmp_path / "home"
    running = [_communique(raw, home) for _ in "ab"]
    told = [p.communicate(timeout=180)[0] for p in running]
    assert [p.returncode for p in running] == [0, 0], told
    # One waits for the other, and then has nothing to do.
    assert sum("waiting for its end" in t for t in told) == sum("Nothing new" in t for t in told) == 1, told
    assert len(_rows(home)["documents"]) == 2


@pytest.mark.parametrize(
    "reached",
    [
        "parts/documents/*/*",  # articles cleaned, nothing read from them
        "candidates/*.duckdb",  # tables built, being checked
    ],
)
def test_a_killed_run_leaves_the_published_file_and_the_next_one_completes(tmp_path: Path, reached: str) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE), tmp_path / "home"
    _tables(raw, home)
    before, there = _rows(home), set(home.glob(reached))
    (raw / "1.txt").write_text(OTHER, "utf-8")
    process = _communique(raw, home)
    while not set(home.glob(reached)) - there:
        assert process.poll() is None, process.communicate()[0]
        time.sleep(0.002)
    process.kill()
    process.communicate()
    assert _rows(home) == before
    assert _run(raw, home).succeeded
    assert len(_rows(home)["documents"]) == 2 and not list(home.glob("candidates/*"))
    # The records of Dagster tell it too: no run is left that would hold up the queue.
    with open_instance(home) as instance:
        assert sorted(r.status.value for r in instance.get_runs()) == ["FAILURE", "SUCCESS"]


def test_a_stage_that_fails_for_a_moment_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE), tmp_path / "home"
    sound, tries = PartStore.write, []

    def failing_once(self: PartStore, stage: str, *told: Any) -> Path:
        tries.append(stage)
        if tries.count("mentions") == 1 and stage == "mentions":
            raise OSError("no space left on device")
        return sound(self, stage, *told)

    monkeypatch.setattr(PartStore, "write", failing_once)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    _tables(raw, home)
    assert tries.count("mentions") == 2 and len(_rows(home)["mentions"]) > 0


@pytest.mark.parametrize(
    ("gone", "asset", "lacks"),
    [
        ("documents", mentions, "lack documents"),
        ("mentions", fact_assets[0], "lack mentions"),
        ("visits", warehouse, "lack visits"),  # else it would be published without its rows
    ],
)
def test_an_asset_alone_names_the_one_it_lacks(
    tmp_path: Path, gone: str, asset: dg.AssetsDefinition, lacks: str
) -> None:
    raw, home = _folder(tmp_path / "raw", ARTICLE), tmp_path / "home"
    _tables(raw, home)
    before = _rows(home)
    shutil.rmtree(home / "parts" / gone)
    place = Workplace(load_settings({"COMMUNIQUE_RAW": str(raw), "COMMUNIQUE_HOME": str(home)}))
    with pytest.raises(dg.Failure, match=f"1 of 1 batches {lacks}"):
        dg.materialize([asset], resources={"workplace": place}, run_config={"loggers": {"console": QUIET}})
    assert _rows(home) == before


def test_the_job_of_facts_alone_checks_what_it_made(bad_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_RAW", str(bad_home.parent / "raw"))
    monkeypatch.setenv("COMMUNIQUE_HOME", str(bad_home))
    job = definitions.resolve_job_def("facts")
    result = job.execute_in_process(run_config={"loggers": {"console": QUIET}}, raise_on_error=False)
    assert result.success
    made = {e.asset_key.to_user_string() for e in result.get_asset_materialization_events() if e.asset_key}
    checked = {e.asset_key.to_user_string() for e in result.get_asset_check_evaluations()}
    assert made == checked == set(FACT_TABLES)
