"""Parquet snapshots for other teams: written whole into a folder of their own, then `current` is switched to it."""

import hashlib
import json
import os
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.store.data_package import CATALOGUE_FILE, PACKAGE_FILE, catalogue_record, data_package
from pipelines.store.odcs import FILE as CONTRACT_FILE
from pipelines.store.odcs import data_contract
from pipelines.store.schema import FACT_TABLES, SQL, TABLES, arrow_schema, connect

EXPORTED = TABLES
# How many earlier snapshots stay, so that a reader who opened one can finish.
KEPT_SNAPSHOTS = 3
ROWS_A_GROUP = 100_000


@dataclass(frozen=True, slots=True)
class Export:
    """A finished snapshot: its folder and the manifest as written."""

    folder: Path
    manifest: dict[str, object]


def schema_version() -> str:
    """Digest of the table definitions; changes when a column does."""
    hasher = hashlib.sha256()
    for file in sorted(SQL.glob("schema/*.sql")):
        hasher.update(file.read_bytes())
    return hasher.hexdigest()[:12]


def snapshot_name(digest: str) -> str:
    """Folder of the snapshot of these rows: another one where the schema or the contract that goes with it changes."""
    contract = hashlib.sha256(data_contract().encode()).hexdigest()[:12]
    return f"{digest}-{schema_version()}-{contract}"


def export(home: Path, warehouse: Path, digest: str) -> Export:
    """The snapshot of `warehouse` under `home/exports/snapshots`, with `home/exports/current` set on it.

    ZSTD Parquet through Arrow with the types of `sql/schema`, a folder a table; `manifest.json` with rows and SHA-256
    of every file; a data contract (ODCS), a Data Package and a DCAT record. A snapshot that is there is not made again.
    """
    snapshots = home / "exports" / "snapshots"
    final = snapshots / snapshot_name(digest)
    if not final.is_dir():
        snapshots.mkdir(parents=True, exist_ok=True)
        private = snapshots / f".{uuid.uuid4().hex}"
        try:
            files = _write(private, warehouse)
            _describe(private, files)
            private.replace(final)
        finally:
            shutil.rmtree(private, ignore_errors=True)
    _switch(home / "exports" / "current", final)
    _prune(snapshots, final)
    return Export(final, json.loads((final / "manifest.json").read_text("utf-8")))


def _write(folder: Path, warehouse: Path) -> list[dict[str, object]]:
    """Writes a file a table; returns what the manifest tells of each."""
    version = schema_version()
    files = []
    with connect(warehouse, read_only=True) as connection:
        for table in EXPORTED:
            schema = arrow_schema(table).with_metadata(
                {"communique.table": table, "communique.schema_version": version}
            )
            path = folder / table / "part-0.parquet"
            path.parent.mkdir(parents=True)
            rows = 0
            with pq.ParquetWriter(path, schema, compression="zstd") as writer:
                reader = connection.sql(f"SELECT * FROM {table} ORDER BY ALL").to_arrow_reader(ROWS_A_GROUP)
                for batch in reader:
                    writer.write_table(pa.Table.from_batches([batch]).cast(schema))
                    rows += batch.num_rows
            files.append(
                {
                    "table": table,
                    "path": str(path.relative_to(folder)),
                    "rows": rows,
                    "bytes": path.stat().st_size,
                    "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
                }
            )
    return files


def _describe(folder: Path, files: list[dict[str, object]]) -> None:
    """Writes what tells readers and catalogues about the files."""
    told = {
        "manifest.json": {"schema_version": schema_version(), "fact_tables": list(FACT_TABLES), "files": files},
        PACKAGE_FILE: data_package(files),
        CATALOGUE_FILE: catalogue_record(files),
    }
    for name, content in told.items():
        (folder / name).write_text(json.dumps(content, indent=1, ensure_ascii=False), "utf-8")
    (folder / CONTRACT_FILE).write_text(data_contract(), "utf-8")


def _switch(link: Path, target: Path) -> None:
    private = link.with_name(f".{link.name}-{uuid.uuid4().hex}")
    private.symlink_to(os.path.relpath(target, link.parent), target_is_directory=True)
    private.replace(link)


def _prune(snapshots: Path, current: Path) -> None:
    others = sorted((p for p in snapshots.iterdir() if p.is_dir() and p != current), key=lambda p: p.stat().st_mtime)
    for old in others[: max(0, len(others) - KEPT_SNAPSHOTS)]:
        shutil.rmtree(old)
