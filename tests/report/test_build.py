"""The report folder: the same input gives the same bytes, it is whole or not there, and not made twice."""

import hashlib
from pathlib import Path

import altair as alt
import pytest
from report_rows import disagreeing_rows, figure, year
from warehouse_rows import build

from pipelines.store.ask import AskError
from pipelines.store.schema import connect
from report import build as module
from report.build import build_report


def _files(folder: Path) -> dict[str, str]:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        home = tmp_path / name
        made.append(_files(build_report(home, build(home, *disagreeing_rows()), "d").folder))
    assert made[0] == made[1] and len(made[0]) > 10


def test_what_stands_is_made_anew_only_for_other_tables(tmp_path: Path) -> None:
    database = build(tmp_path, *disagreeing_rows())
    first = build_report(tmp_path, database, "d")
    mark = first.folder / "mark"
    mark.touch()
    assert build_report(tmp_path, database, "d") == first and mark.exists()
    assert build_report(tmp_path, database, "e").digest != first.digest and not mark.exists()


def test_a_failure_leaves_the_old_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    database = build(tmp_path, *disagreeing_rows())
    before = _files(build_report(tmp_path, database, "d").folder)

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(module, "article_page", fail)
    with pytest.raises(OSError, match="disk full"):
        build_report(tmp_path, database, "e")
    assert _files(tmp_path / "report") == before
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".report")] == []


def test_what_a_killed_run_left_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / ".report.part" / "ru").mkdir(parents=True)
    build_report(tmp_path, build(tmp_path, *disagreeing_rows()), "d")
    assert not (tmp_path / ".report.part").exists()


def test_without_tables_it_says_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(AskError, match="make run"):
        build_report(tmp_path, tmp_path / "communique.duckdb", "d")
    assert list(tmp_path.iterdir()) == []


def test_tables_without_facts_give_a_report_that_says_so(tmp_path: Path) -> None:
    report = build_report(tmp_path, build(tmp_path), "d")
    assert (report.pairs, report.articles) == (0, 1)
    assert "No article states a fact" in (report.folder / "en" / "index.html").read_text("utf-8")


def test_a_figure_that_only_a_reprint_tells_is_shown(tmp_path: Path) -> None:
    database = build(tmp_path, *disagreeing_rows(), figure("t9", 77, document_id="d2", currency="EUR", **year(2018)))
    with connect(database) as connection:
        connection.execute("UPDATE documents SET duplicate_of = 'd1' WHERE document_id = 'd2'")
    made = build_report(tmp_path, database, "d")
    assert any("t9" in page.read_text("utf-8") for page in made.folder.rglob("*.html"))


def test_the_script_draws_the_vega_lite_that_altair_writes() -> None:
    """vega.js was put together for this minor version; another Altair needs another script."""
    told = (module._HERE / "static" / "vega.js").read_text("utf-8").splitlines()[0]
    assert f"Vega-Lite {'.'.join(alt.SCHEMA_VERSION.removeprefix('v').split('.')[:2])} " in told
