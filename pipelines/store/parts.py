"""Parts: what a stage made of one batch, as immutable Parquet files.

A part that is there is whole and is not made again; a part that is half-made is not there.
"""

import hashlib
import shutil
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.store.schema import arrow_schema


def to_arrow(table: str, rows: Iterable[Mapping[str, object]]) -> pa.Table:
    """`rows` as an Arrow table with the columns and types of `sql/schema`.

    Raises ValueError where a row lacks a column or holds one the schema does not know.
    """
    schema = arrow_schema(table)
    held, names = list(rows), set(schema.names)
    for row in held:
        if row.keys() != names:
            odd = sorted(row.keys() ^ names)
            raise ValueError(f"{table}: a row and sql/schema/{table}.sql differ in {', '.join(odd)}")
    return pa.Table.from_pylist(held, schema=schema)


def batch_name(document_ids: Iterable[str]) -> str:
    """Name of the batch that holds these documents: a digest, whatever their order."""
    return hashlib.sha256("\n".join(sorted(document_ids)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class PartStore:
    """Folder `home/parts`, laid out as `stage/version/batch/table.parquet`."""

    home: Path

    def path(self, stage: str, version: str, batch: str) -> Path:
        """Where the part lies, or would lie."""
        return self.home / "parts" / stage / version / batch

    def has(self, stage: str, version: str, batch: str) -> bool:
        """True where the part was made."""
        return self.path(stage, version, batch).is_dir()

    def batches(self, stage: str, version: str) -> tuple[str, ...]:
        """Names of the batches that have a part of this stage and version, sorted."""
        folder = self.home / "parts" / stage / version
        return tuple(sorted(p.name for p in folder.iterdir() if not p.name.startswith("."))) if folder.is_dir() else ()

    def write(self, stage: str, version: str, batch: str, tables: Mapping[str, pa.Table]) -> Path:
        """Writes the part: all its tables appear at once, by one rename. Two writers of one part do no harm."""
        final = self.path(stage, version, batch)
        final.parent.mkdir(parents=True, exist_ok=True)
        private = final.parent / f".{batch}-{uuid.uuid4().hex}"
        private.mkdir()
        try:
            for name, table in tables.items():
                pq.write_table(table, private / f"{name}.parquet", compression="zstd")
            if not final.is_dir():
                private.replace(final)
        except OSError:
            if not final.is_dir():  # another writer made the same part first: its part serves as well
                raise
        finally:
            shutil.rmtree(private, ignore_errors=True)
        return final

    def read(self, stage: str, version: str, batch: str, table: str) -> pa.Table:
        """One table of a part, in the types of today's schema."""
        return pq.read_table(self.file(stage, version, batch, table), schema=arrow_schema(table))

    def file(self, stage: str, version: str, batch: str, table: str) -> Path:
        """The Parquet file of one table of a part."""
        return self.path(stage, version, batch) / f"{table}.parquet"

    def sweep(self, stage: str, keep_versions: Iterable[str]) -> int:
        """Removes what a killed writer left, and parts of other versions than these; returns how many folders went."""
        folder, kept, gone = self.home / "parts" / stage, set(keep_versions), 0
        for version in sorted(folder.iterdir()) if folder.is_dir() else []:
            if version.name not in kept:
                shutil.rmtree(version)
                gone += 1
                continue
            for left in sorted(version.glob(".*")):
                shutil.rmtree(left)
                gone += 1
        return gone
