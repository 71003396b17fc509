"""Parquet snapshots: same names and types for every reader, whole or not there."""

import hashlib
import json
import math
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from warehouse_rows import build, row

from pipelines.store import schema
from pipelines.store.exports import KEPT_SNAPSHOTS, export

FACTS = (("trade_volume", row("trade_volume")), ("visits", row("visits")), ("agreements", row("agreements")))
# A row of every table, and of the facts a second one that holds what the first leaves NULL, or the reverse.
RICH = (
    *((table, row(table)) for table in ("documents", "removed_spans", "mentions", "visits")),
    ("trade_volume", row("trade_volume", amount=Decimal("447100000.07"), share=0.194)),
    (
        "trade_volume",
        row("trade_volume", fact_id="t0", amount=None, currency=None, amount_bound=None, change_ratio=1.5),
    ),
    ("visits", row("visits", fact_id="v0", event_start=None, event_end=None, duration_days=3, host="Ильхам Алиев")),
    ("agreements", row("agreements", sectors=["trade", "tourism"], quantity=80.0, amount=Decimal("12.50"))),
    ("agreements", row("agreements", fact_id="a0", sectors=[], party_names=["Завод «Восток»"], document_count=11)),
)
SPARK_READS = {
    "string",
    "int32",
    "int64",
    "float",
    "double",
    "decimal128(18, 2)",
    "date32[day]",
    "timestamp[us]",
    "bool",
}


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


def _plain(value: Any) -> Any:
    """One form for what each reader calls a missing value or a list."""
    if isinstance(value, np.ndarray):
        return [_plain(v) for v in value]
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime()
    missing = value is None or value is pd.NaT or (isinstance(value, float) and math.isnan(value))
    return None if missing else value


@pytest.mark.parametrize("table", schema.TABLES)
def test_duckdb_polars_and_pandas_read_the_same(tmp_path: Path, table: str) -> None:
    """Every value of every column, with and without NULLs: text, figures, sums, days, instants, lists, structs."""
    export(tmp_path, build(tmp_path, *RICH), "one")
    current = tmp_path / "exports" / "current"
    pattern = str(current / table / "*.parquet")
    names = schema.arrow_schema(table).names
    by_duckdb = duckdb.sql(f"FROM '{pattern}'").fetchall()
    by_polars = pl.read_parquet(pattern)
    by_pandas = pd.read_parquet(current / table)
    assert by_polars.columns == list(by_pandas.columns) == names
    assert by_duckdb == by_polars.rows() != []
    assert [tuple(map(_plain, r)) for r in by_pandas.itertuples(index=False, name=None)] == by_duckdb


def test_sums_stay_exact_and_days_stay_days(tmp_path: Path) -> None:
    export(tmp_path, build(tmp_path, *RICH), "one")
    frame = pl.read_parquet(tmp_path / "exports" / "current" / "trade_volume" / "*.parquet")
    assert frame.schema["amount"] == pl.Decimal(18, 2) and frame.schema["period_start"] == pl.Date
    assert frame["amount"].to_list() == [None, Decimal("447100000.07")]


def test_files_are_plain_enough_for_spark(tmp_path: Path) -> None:
    """Spark reads no unsigned integers into their like, no nanoseconds, no dictionaries of lists, no INT96 by choice.

    So there are only: text, 32- and 64-bit integers and floats, decimals to 18 digits, days, microseconds, lists in the
    three-level form with the field names Parquet prescribes, structs; every field may be NULL; ZSTD.
    """
    export(tmp_path, build(tmp_path, *RICH), "one")
    for table in schema.TABLES:
        file = pq.ParquetFile(tmp_path / "exports" / "current" / table / "part-0.parquet")
        assert {str(kind) for field in file.schema_arrow for kind in _leaves(field.type)} <= SPARK_READS
        columns = [file.schema.column(i) for i in range(len(file.schema))]
        assert "INT96" not in {c.physical_type for c in columns}
        assert all(".list.element" in c.path for c in columns if c.max_repetition_level)
        group = file.metadata.row_group(0)
        assert {group.column(i).compression for i in range(group.num_columns)} == {"ZSTD"}


def _leaves(kind: pa.DataType) -> Iterator[pa.DataType]:
    """The scalar types that `kind` is made of."""
    if pa.types.is_list(kind):
        yield from _leaves(kind.value_type)
    elif pa.types.is_struct(kind):
        for field in kind:
            yield from _leaves(field.type)
    else:
        yield kind


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
