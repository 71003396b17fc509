"""The published file: built in private, put in place at once, rebuilt when something changed and not else."""

import subprocess
import sys
from pathlib import Path

import pytest
from warehouse_rows import build, row

from pipelines.store import schema
from pipelines.store.parts import PartStore, batch_name, to_arrow
from pipelines.store.warehouse import PUBLISHED, Selection, build_candidate, publication, publish, row_counts

FACTS = (("trade_volume", row("trade_volume")), ("visits", row("visits")), ("agreements", row("agreements")))


def test_published_file_holds_rows_views_and_comments(tmp_path: Path) -> None:
    candidate = build(tmp_path, ("removed_spans", row("removed_spans")), ("mentions", row("mentions")), *FACTS)
    publish(tmp_path, candidate, "digest")
    with schema.connect(tmp_path / PUBLISHED, read_only=True) as connection:
        rows = {"fact_sources": 3, "pair_timeline": 3, "trade_volume_flags": 0}
        for table in (*schema.TABLES, *schema.VIEWS):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (rows.get(table, 1),), table
        uncommented = connection.execute(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND coalesce(comment, '') = ''"
        ).fetchall()
        assert uncommented == []


def test_fact_sources_leads_back_to_the_raw_file(tmp_path: Path) -> None:
    with schema.connect(build(tmp_path, *FACTS), read_only=True) as connection:
        found = connection.execute(
            "SELECT evidence_start, raw_start, evidence_end, raw_end FROM fact_sources"
        ).fetchall()
    assert found and all(raw_start == start + 3 and raw_end == end + 3 for start, raw_start, end, raw_end in found)


def test_rows_of_documents_that_left_the_input_are_left_out(tmp_path: Path) -> None:
    store = PartStore(tmp_path)
    gone = row("documents", document_id="d2")
    store.write("documents", "v1", "b1", {"documents": to_arrow("documents", [row("documents"), gone])})
    files = {"documents": [store.file("documents", "v1", "b1", "documents")]}
    candidate = build_candidate(tmp_path, Selection(files, [("b1", "d1")], {}))
    assert row_counts(candidate)["documents"] == 1


def test_copies_point_to_their_original(tmp_path: Path) -> None:
    store = PartStore(tmp_path)
    documents = [row("documents"), row("documents", document_id="d2")]
    store.write("documents", "v1", "b1", {"documents": to_arrow("documents", documents)})
    files = {"documents": [store.file("documents", "v1", "b1", "documents")]}
    candidate = build_candidate(tmp_path, Selection(files, [("b1", "d1"), ("b1", "d2")], {"d2": "d1"}))
    with schema.connect(candidate, read_only=True) as connection:
        found = connection.execute("SELECT document_id, duplicate_of FROM documents ORDER BY 1").fetchall()
    assert found == [("d1", None), ("d2", "d1")]


def test_a_reader_keeps_its_file_while_a_new_one_is_published(tmp_path: Path) -> None:
    publish(tmp_path, build(tmp_path, *FACTS), "one")
    reader = schema.connect(tmp_path / PUBLISHED, read_only=True)
    second = tmp_path / "second"
    publish(tmp_path, build(second), "two")
    assert reader.execute("SELECT count(*) FROM visits").fetchone() == (1,)
    reader.close()
    with schema.connect(tmp_path / PUBLISHED, read_only=True) as later:
        assert later.execute("SELECT count(*) FROM visits").fetchone() == (0,)
    assert publication(tmp_path) is not None and publication(tmp_path).digest == "two"  # type: ignore[union-attr]


def test_another_process_reads_while_this_one_has_it_open(tmp_path: Path) -> None:
    publish(tmp_path, build(tmp_path, *FACTS), "one")
    with schema.connect(tmp_path / PUBLISHED, read_only=True):
        code = (
            "import sys, duckdb; print(duckdb.connect(sys.argv[1], read_only=True).sql('FROM visits').fetchall()[0][0])"
        )
        command = [sys.executable, "-c", code, str(tmp_path / PUBLISHED)]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "v1"


def test_a_stale_log_beside_the_file_is_gone_after_publishing(tmp_path: Path) -> None:
    (tmp_path / f"{PUBLISHED}.wal").write_bytes(b"left by a killed writer")
    publish(tmp_path, build(tmp_path, *FACTS), "one")
    with schema.connect(tmp_path / PUBLISHED, read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM agreements").fetchone() == (1,)


def test_a_writer_killed_while_building_leaves_the_published_file_and_no_candidate(tmp_path: Path) -> None:
    publish(tmp_path, build(tmp_path, *FACTS), "one")
    code = (
        "import os, sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path\n"
        "import pipelines.store.warehouse as w\n"
        "w.create_views = lambda connection: os.kill(os.getpid(), 9)\n"
        "from warehouse_rows import build, row\n"
        "build(Path(sys.argv[1]), ('visits', row('visits')))\n"
    )
    here = Path(__file__).parent
    killed = subprocess.run([sys.executable, "-c", code, str(tmp_path), str(here), str(here.parents[1])], check=False)
    assert killed.returncode == -9
    assert row_counts(tmp_path / PUBLISHED)["agreements"] == 1
    assert list((tmp_path / "candidates").glob("*.duckdb")) == []
    assert row_counts(build(tmp_path, ("visits", row("visits"))))["visits"] == 1  # and the next run builds it


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a")])
def test_a_batch_has_one_name_whatever_the_order(order: tuple[str, str]) -> None:
    assert batch_name(order) == batch_name(("a", "b")) != batch_name(("a", "c"))


def test_a_half_made_part_is_not_there_and_is_swept(tmp_path: Path) -> None:
    store = PartStore(tmp_path)
    left = store.path("visits", "v1", "b1").parent / ".b1-left"
    left.mkdir(parents=True)
    (left / "visits.parquet").write_bytes(b"half")
    assert not store.has("visits", "v1", "b1") and store.batches("visits", "v1") == ()
    store.write("visits", "v1", "b1", {"visits": to_arrow("visits", [row("visits")])})
    assert store.batches("visits", "v1") == ("b1",)
    assert store.sweep("visits", ["v1"]) == 1 and [p.name for p in left.parent.iterdir()] == ["b1"]


def test_a_row_that_the_schema_does_not_know_is_named() -> None:
    with pytest.raises(ValueError, match="visitors"):
        to_arrow("visits", [{**row("visits"), "visitors": 1}])
