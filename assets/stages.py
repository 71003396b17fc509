"""Stages: pure functions from one batch to Arrow tables, run over every batch that has no part yet."""

import time
import traceback
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from assets.batches import read_batch
from pipelines.documents.document import Document
from pipelines.documents.make import Refused, make_document
from pipelines.documents.rows import document_of_row, document_row, removed_rows
from pipelines.entities.extract import find_mentions
from pipelines.entities.rows import mention_of_row, mention_row
from pipelines.facts.reading import read
from pipelines.facts.registry import FACT_TABLES
from pipelines.facts.rows import fact_row
from pipelines.store.parts import PartStore, to_arrow
from pipelines.version import stage_version

Tables = dict[str, pa.Table]
REFUSALS = pa.schema([("source", pa.string()), ("reason", pa.string())])
# Facts are read from Russian only; other languages keep their document row.
LANGUAGE = "ru"


@dataclass(frozen=True, slots=True)
class StageResult:
    """What a stage did: batches there were, batches made now, seconds spent."""

    batches: int
    made: int
    seconds: float


def run_stage(
    store: PartStore,
    stage: str,
    version: str,
    batches: Sequence[str],
    make: Callable[[PartStore, str], Tables],
    *,
    workers: int = 1,
    step: Callable[[int, int], None] = lambda done, of: None,
) -> StageResult:
    """Makes the missing parts of `stage`; `step(done, of)` is called after each batch."""
    began = time.perf_counter()
    missing = [b for b in batches if not store.has(stage, version, b)]
    step(len(batches) - len(missing), len(batches))
    one = partial(_make_part, store, stage, version, make)
    done = len(batches) - len(missing)
    if workers > 1 and len(missing) > 1:
        with ProcessPoolExecutor(min(workers, len(missing)), mp_context=get_context("spawn")) as pool:
            for _ in pool.map(one, missing):
                done += 1
                step(done, len(batches))
    else:
        for batch in missing:
            one(batch)
            done += 1
            step(done, len(batches))
    return StageResult(len(batches), len(missing), time.perf_counter() - began)


def _make_part(
    store: PartStore, stage: str, version: str, make: Callable[[PartStore, str], Tables], batch: str
) -> None:
    store.write(stage, version, batch, make(store, batch))


def make_documents(store: PartStore, batch: str) -> Tables:
    """Tables `documents`, `removed_spans` and `refusals` of a batch of raw articles."""
    documents: list[dict[str, Any]] = []
    removed: list[dict[str, Any]] = []
    refusals: list[dict[str, str]] = []
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    for article in read_batch(store, batch):
        try:
            document = make_document(article)
        except Refused as refused:
            refusals.append({"source": article.source, "reason": str(refused)})
            continue
        documents.append(document_row(document, ingested_at=now))
        removed += removed_rows(document)
    return {
        "documents": to_arrow("documents", documents),
        "removed_spans": to_arrow("removed_spans", removed),
        "refusals": pa.Table.from_pylist(refusals, schema=REFUSALS),
    }


def make_mentions(store: PartStore, batch: str) -> Tables:
    """Tables `mentions` and `refusals` of a batch of documents."""
    rows: list[dict[str, Any]] = []
    refusals: list[dict[str, str]] = []
    for document in _russian(store, batch):
        try:
            found = [mention_row(document.document_id, m) for m in find_mentions(document)]
        except Exception as error:  # noqa: BLE001  (one document must not stop the others; it is put on record)
            refusals.append(_failure(document, error))
            continue
        rows += {r["mention_id"]: r for r in found}.values()
    return {"mentions": to_arrow("mentions", rows), "refusals": pa.Table.from_pylist(refusals, schema=REFUSALS)}


def make_facts(table: str, store: PartStore, batch: str) -> Tables:
    """Fact table `table` of a batch, read from its documents and mentions, and `refusals`."""
    version = stage_version("facts")
    mentions: dict[str, list[Any]] = {}
    for row in store.read("mentions", stage_version("mentions"), batch, "mentions").to_pylist():
        mentions.setdefault(row["document_id"], []).append(mention_of_row(row))
    rows: dict[str, dict[str, Any]] = {}
    refusals: list[dict[str, str]] = []
    for document in _russian(store, batch):
        try:
            facts = FACT_TABLES[table](read(document, mentions.get(document.document_id, ())))
            made = [fact_row(table, fact, version) for fact in facts]
        except Exception as error:  # noqa: BLE001  (one document must not stop the others; it is put on record)
            refusals.append(_failure(document, error))
            continue
        for row in made:
            rows.setdefault(row["fact_id"], row)
    return {table: to_arrow(table, rows.values()), "refusals": pa.Table.from_pylist(refusals, schema=REFUSALS)}


def _russian(store: PartStore, batch: str) -> list[Document]:
    told = store.read("documents", stage_version("documents"), batch, "documents").to_pylist()
    return [document_of_row(row) for row in told if row["language"] == LANGUAGE]


def _failure(document: Document, error: Exception) -> dict[str, str]:
    where = traceback.extract_tb(error.__traceback__)[-1]
    reason = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
    return {"source": document.source, "reason": reason}


def read_refusals(store: PartStore, stage: str, version: str, batches: Sequence[str]) -> list[tuple[str, str]]:
    """(source, reason) of every article that `stage` could not make anything of, sorted."""
    found: list[tuple[str, str]] = []
    for batch in batches:
        rows = pq.read_table(store.file(stage, version, batch, "refusals")).to_pylist()
        found += [(r["source"], r["reason"]) for r in rows]
    return sorted(found)
