"""Which articles count now, and in which batch each lies: what every stage after `raw_articles` starts from.

An article enters a batch when it is first seen and stays in it, so that parts already made are never made again.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.documents.document import RawArticle, Sidecar
from pipelines.store.parts import PartStore, batch_name

RAW_STAGE, RAW_VERSION = "raw_articles", "1"
BATCH_SIZE = 200
# Name, type and meaning of what is kept of an article as it came.
RAW_COLUMNS = (
    ("key", "string", "Digest of all that a document is made of: bytes, path and sidecar."),
    ("document_id", "string", "SHA-256 of the bytes in hex."),
    ("source", "string", "Path it was read from, relative to the input folder."),
    ("sidecar", "string", "What the sidecar beside it tells, as JSON."),
    ("data", "binary", "The bytes of the file, unpacked."),
)
_RAW_SCHEMA = pa.schema([(name, pa.binary() if kind == "binary" else pa.string()) for name, kind, _ in RAW_COLUMNS])


@dataclass(frozen=True, slots=True)
class Entry:
    """One article of the input as it stands now, and the batch that holds it."""

    key: str
    document_id: str
    source: str
    batch: str


def article_key(article: RawArticle) -> str:
    """Digest of all that a document is made of: bytes, path and sidecar."""
    told = json.dumps([article.document_id, article.source, asdict(article.sidecar)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def register(store: PartStore, articles: Sequence[RawArticle]) -> tuple[tuple[Entry, ...], int]:
    """Entries of `articles`, and how many of them are new: those go into new batches of up to BATCH_SIZE."""
    known = _known(store)
    keyed = {article_key(a): a for a in articles}
    fresh = sorted(key for key in keyed if key not in known)
    for first in range(0, len(fresh), BATCH_SIZE):
        keys = fresh[first : first + BATCH_SIZE]
        batch = batch_name(keys)
        rows = [_raw_row(key, keyed[key]) for key in keys]
        store.write(RAW_STAGE, RAW_VERSION, batch, {"articles": pa.Table.from_pylist(rows, schema=_RAW_SCHEMA)})
        known.update(dict.fromkeys(keys, batch))
    entries = (Entry(key, a.document_id, a.source, known[key]) for key, a in keyed.items())
    return tuple(sorted(entries, key=lambda e: (e.source, e.key))), len(fresh)


def _known(store: PartStore) -> dict[str, str]:
    known: dict[str, str] = {}
    for batch in store.batches(RAW_STAGE, RAW_VERSION):
        table = pq.read_table(store.file(RAW_STAGE, RAW_VERSION, batch, "articles"), columns=["key"])
        known.update(dict.fromkeys(table.column("key").to_pylist(), batch))
    return known


def _raw_row(key: str, article: RawArticle) -> dict[str, object]:
    sidecar = json.dumps(asdict(article.sidecar), ensure_ascii=False)
    return {
        "key": key,
        "document_id": article.document_id,
        "source": article.source,
        "sidecar": sidecar,
        "data": article.data,
    }


def read_batch(store: PartStore, batch: str) -> tuple[RawArticle, ...]:
    """The articles of a batch, as they came."""
    rows = pq.read_table(store.file(RAW_STAGE, RAW_VERSION, batch, "articles")).to_pylist()
    return tuple(
        RawArticle(r["document_id"], r["source"], r["data"], Sidecar(**json.loads(r["sidecar"]))) for r in rows
    )


def write_input(home: Path, entries: Sequence[Entry]) -> None:
    """Notes the articles that count now."""
    private = home / "input.json.part"
    private.write_text(json.dumps([asdict(e) for e in entries], ensure_ascii=False), "utf-8")
    private.replace(home / "input.json")


def read_input(home: Path) -> tuple[Entry, ...]:
    """The articles that count now; raises FileNotFoundError with the mend where `raw_articles` never ran."""
    note = home / "input.json"
    if not note.exists():
        raise FileNotFoundError(f"{note} is missing: materialize raw_articles first (job `everything` does)")
    return tuple(Entry(**e) for e in json.loads(note.read_text("utf-8")))


def batches_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The batches that hold these entries, sorted."""
    return tuple(sorted({e.batch for e in entries}))
