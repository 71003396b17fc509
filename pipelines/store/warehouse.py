"""The published DuckDB file: built in private from the parts, then put in place at once.

Readers never meet a lock or half a run: a candidate is a file of its own, closed before `os.replace` publishes it.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from pipelines.store import joining
from pipelines.store.joining.event_claims import fill_event_claims
from pipelines.store.schema import SQL, TABLES, connect, create_tables, create_views

# DuckDB 1.x readers cannot open the default format of DuckDB 2; this one both can.
STORAGE_VERSION = "v1.2.0"
PUBLISHED = "communique.duckdb"


@dataclass(frozen=True, slots=True)
class Selection:
    """What a warehouse is built from: part files by table, the documents that count in each batch, which copy which."""

    files: Mapping[str, Sequence[Path]]
    documents: Sequence[tuple[str, str]]  # (batch, document_id)
    duplicate_of: Mapping[str, str]

    @property
    def digest(self) -> str:
        """Name of what comes of it: the same parts, documents and schema give the same digest."""
        hasher = hashlib.sha256()
        for table in TABLES:
            # stage/version/batch/table.parquet names a part wherever its home lies
            hasher.update("\n".join(sorted("/".join(f.parts[-4:]) for f in self.files.get(table, ()))).encode())
        hasher.update(json.dumps(sorted(self.documents)).encode())
        hasher.update(json.dumps(sorted(self.duplicate_of.items())).encode())
        rules = (*Path(joining.__file__).parent.glob("*.py"), *Path(joining.__file__).parent.glob("*.toml"))
        for file in sorted([*SQL.glob("schema/*.sql"), *SQL.glob("views/*.sql"), *rules]):
            hasher.update(file.read_bytes())
        return hasher.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Publication:
    """What stands in the published file: the digest of its selection and the rows of each table."""

    digest: str
    rows: Mapping[str, int]


class WriterBusyError(RuntimeError):
    """Another writer is at work in this home."""


@contextmanager
def writer_lock(home: Path, waiting: Callable[[], None] = lambda: None, *, wait: bool = True) -> Iterator[None]:
    """Holds the one writer's place in `home`; a second writer calls `waiting` and waits here.

    Freed when its process ends, however that may be. With `wait` False a second writer gets WriterBusyError.
    """
    home.mkdir(parents=True, exist_ok=True)
    with (home / ".writer.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not wait:
                raise WriterBusyError(f"another run is at work in {home}") from None
            waiting()
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def candidate_path(home: Path, digest: str) -> Path:
    """Where the candidate of a selection lies until it is published."""
    return home / "candidates" / f"{digest}.duckdb"


def build_candidate(home: Path, selection: Selection) -> Path:
    """The private file with all tables and views of `selection`, built unless it is there already.

    Rows of documents that are no longer in the input are left out. Closed and checkpointed: one file, no log.
    """
    final = candidate_path(home, selection.digest)
    if final.exists():
        return final
    final.parent.mkdir(parents=True, exist_ok=True)
    private = final.with_suffix(f".{os.getpid()}.part")
    _remove(private)
    try:
        _fill(private, selection)
        private.replace(final)
    finally:
        _remove(private)
    return final


def _fill(path: Path, selection: Selection) -> None:
    with connect() as connection:
        # The path is ours, never a user's word; ATTACH takes no parameters.
        connection.execute(
            f"ATTACH '{str(path).replace(chr(39), chr(39) * 2)}' AS w (STORAGE_VERSION '{STORAGE_VERSION}')"
        )
        connection.execute("USE w")
        create_tables(connection)
        current = pa.table(
            {
                "batch": pa.array([batch for batch, _ in selection.documents], pa.string()),
                "document_id": pa.array([document for _, document in selection.documents], pa.string()),
            }
        )
        pairs = sorted(selection.duplicate_of.items())
        copies = pa.table(
            {
                "document_id": pa.array([copy for copy, _ in pairs], pa.string()),
                "original": pa.array([original for _, original in pairs], pa.string()),
            }
        )
        connection.register("current_documents", current)
        connection.register("copies", copies)
        for table in TABLES:
            files = sorted(str(f) for f in selection.files.get(table, ()))
            if files:
                _insert(connection, table, files)
        fill_event_claims(connection)
        create_views(connection)
        connection.execute("CHECKPOINT w")
        connection.execute("USE memory")
        connection.execute("DETACH w")


def _insert(connection: duckdb.DuckDBPyConnection, table: str, files: Sequence[str]) -> None:
    duplicates = (
        "REPLACE ((SELECT original FROM copies WHERE copies.document_id = part.document_id) AS duplicate_of)"
        if table == "documents"
        else ""
    )
    # The folder that a part lies in names its batch: parts/stage/version/batch/table.parquet.
    connection.execute(
        f"INSERT INTO {table} BY NAME SELECT * EXCLUDE (filename) {duplicates} "
        "FROM read_parquet($files, filename = true) AS part "
        "WHERE (split(filename, '/')[-2], document_id) IN (SELECT (batch, document_id) FROM current_documents) "
        "ORDER BY ALL",
        {"files": list(files)},
    )


def publish(home: Path, candidate: Path, digest: str) -> Publication:
    """Puts `candidate` in the place of the published file, at once, and notes what stands there."""
    counts = row_counts(candidate)
    published = home / PUBLISHED
    # A log left beside the old file by a killed writer would make the new one unopenable.
    published.with_name(f"{PUBLISHED}.wal").unlink(missing_ok=True)
    candidate.replace(published)
    publication = Publication(digest, counts)
    note = home / "published.json"
    private = note.with_suffix(".part")
    private.write_text(json.dumps(asdict(publication), indent=1), "utf-8")
    private.replace(note)
    for old in sorted((home / "candidates").glob("*.duckdb*")):
        old.unlink()
    return publication


def publication(home: Path) -> Publication | None:
    """What is published in `home`, None where nothing is."""
    note = home / "published.json"
    if not note.exists() or not (home / PUBLISHED).exists():
        return None
    told = json.loads(note.read_text("utf-8"))
    return Publication(told["digest"], told["rows"])


def row_counts(path: Path) -> dict[str, int]:
    """Rows of every table of the DuckDB file at `path`."""
    with connect(path, read_only=True) as connection:
        return {t: int(connection.execute(f"SELECT count(*) FROM {t}").fetchall()[0][0]) for t in TABLES}


def _remove(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)
