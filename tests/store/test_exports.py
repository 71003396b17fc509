"""Parquet snapshots: same names and types for every reader, whole or not there."""

import hashlib
import json
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from warehouse_rows import build, row

from pipelines.store import schema
from pipelines.store.exports import KEPT_SNAPSHOTS, export

FACTS = (("trade_volume", row("trade_volume")), ("visits", row("visits")), ("agreements", row("agreements")))


def test_manifest_names_every_file_with_rows_and_digest(tmp_path: Path) -> None:
    done = export(tmp_path, build(tmp_path, *FACTS), "one")
    current = tmp_path / "exports" / "current"
    manifest = json.loads((current / "manifest.json").read_text("utf-8"))
    assert manifest == done.manifest and {f["table"] for f in manifest["files"]} == set(schema.TABLES)
    for file in manifest["files"]:
        data = (current / file["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == file["sha256"] and len(data) == file["bytes"]
        assert pq.read_metadata(current / file["path"]).num_rows == file["rows"]


def test_types_are_those_of_the_schema_with_and_without_rows(tmp_path: Path) -> None:
    for home, rows in ((tmp_path / "full", FACTS), (tmp_path / "empty", ())):
        export(home, build(home, *rows), "one")
        for table in schema.TABLES:
            written = pq.read_schema(home / "exports" / "current" / table / "part-0.parquet")
            assert written.remove_metadata() == schema.arrow_schema(table), table
            assert written.metadata[b"communique.table"] == table.encode()


def test_duckdb_polars_and_pandas_read_the_same(tmp_path: Path) -> None:
    export(tmp_path, build(tmp_path, *FACTS), "one")
    current = tmp_path / "exports" / "current"
    for table in schema.FACT_TABLES:
        pattern = str(current / table / "*.parquet")
        by_duckdb = duckdb.sql(f"SELECT fact_id, evidence FROM '{pattern}'").fetchall()
        by_polars = pl.read_parquet(pattern).select("fact_id", "evidence").rows()
        frame = pd.read_parquet(current / table)
        assert by_duckdb == by_polars == list(frame[["fact_id", "evidence"]].itertuples(index=False, name=None)) != []


def test_current_is_switched_and_old_snapshots_go(tmp_path: Path) -> None:
    candidate = build(tmp_path, *FACTS)
    for number in range(KEPT_SNAPSHOTS + 3):
        done = export(tmp_path, candidate, f"digest{number}")
        assert (tmp_path / "exports" / "current").resolve() == done.folder.resolve()
    assert len(list((tmp_path / "exports" / "snapshots").iterdir())) == KEPT_SNAPSHOTS + 1


def test_a_snapshot_cut_short_is_not_seen(tmp_path: Path) -> None:
    candidate = build(tmp_path, *FACTS)
    first = export(tmp_path, candidate, "one")
    with pytest.raises(duckdb.IOException):
        export(tmp_path, tmp_path / "missing.duckdb", "two")
    assert (tmp_path / "exports" / "current").resolve() == first.folder.resolve()
    assert [p.name for p in (tmp_path / "exports" / "snapshots").iterdir()] == [first.folder.name]
