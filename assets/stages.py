"""Stages: pure functions from one batch to the Arrow tables of its parts, run over every batch that has none yet."""

import time
import traceback
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from assets.batches import read_batch
from pipelines.documents.document import Document
from pipelines.documents.make import Refused, make_document
from pipelines.documents.rows import document_of_row, document_row, removed_rows
from pipelines.entities.extract import find_mentions
from pipelines.entities.mention import Mention
from pipelines.entities.rows import mention_of_row, mention_row
from pipelines.facts.reading import read
from pipelines.facts.registry import FACT_TABLES
from pipelines.facts.rows import fact_row
from pipelines.store.contract import keep_sound
from pipelines.store.parts import PartStore, to_arrow
from pipelines.version import stage_version

Tables = dict[str, pa.Table]
Parts = dict[str, Tables]  # by stage
Refusal = dict[str, str]
Made = TypeVar("Made")
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
    make: Callable[[PartStore, str], Parts],
    *,
    workers: int = 1,
    step: Callable[[int, int], None] = lambda done, of: None,
) -> StageResult:
    """Makes the missing parts of `stage`, and what `make` gives along with them; `step(done, of)` is called after each
    batch."""
    began = time.perf_counter()
    missing = [b for b in batches if not store.has(stage, version, b)]
    step(len(batches) - len(missing), len(batches))
    one = partial(_make_parts, store, version, make)
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


def _make_parts(store: PartStore, version: str, make: Callable[[PartStore, str], Parts], batch: str) -> None:
    for stage, tables in make(store, batch).items():
        store.write(stage, version, batch, tables)


def make_documents(store: PartStore, batch: str) -> Parts:
    """Tables `documents`, `removed_spans` and `refusals` of a batch of raw articles."""
    documents: list[dict[str, Any]] = []
    removed: list[dict[str, Any]] = []
    refusals: list[Refusal] = []
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    for article in read_batch(store, batch):
        document = _attempt(refusals, article.source, partial(make_document, article))
        if document is not None:
            documents.append(document_row(document, ingested_at=now))
            removed += removed_rows(document)
    tables = {
        "documents": to_arrow("documents", documents),
        "removed_spans": to_arrow("removed_spans", removed),
        "refusals": pa.Table.from_pylist(refusals, schema=REFUSALS),
    }
    return {"documents": tables}


def make_mentions(store: PartStore, batch: str) -> Parts:
    """Tables `mentions` and `refusals` of a batch of documents."""
    rows: list[dict[str, Any]] = []
    refusals: list[Refusal] = []
    for document in _russian(store, batch):
        found = _attempt(refusals, document.source, partial(find_mentions, document))
        made = [mention_row(document.document_id, mention) for mention in found or ()]
        rows += {r["mention_id"]: r for r in made}.values()
    return {"mentions": _kept("mentions", rows, refusals, _sources(store, batch))}


def make_facts(store: PartStore, batch: str) -> Parts:
    """Each fact table of a batch, read from its documents and mentions, with its `refusals`.

    All at once: to bring back a document with its mentions and sentences takes as long as to read a table from it.
    """
    version = stage_version("facts")
    mentions: dict[str, list[Mention]] = {}
    for row in store.read("mentions", stage_version("mentions"), batch, "mentions").to_pylist():
        mentions.setdefault(row["document_id"], []).append(mention_of_row(row))
    rows: dict[str, dict[str, dict[str, Any]]] = {table: {} for table in FACT_TABLES}
    refusals: dict[str, list[Refusal]] = {table: [] for table in FACT_TABLES}
    for document in _russian(store, batch):
        reading = read(document, mentions.get(document.document_id, ()))
        for table, extract in FACT_TABLES.items():
            facts = _attempt(refusals[table], document.source, partial(extract, reading))
            for fact in facts or ():
                row = fact_row(table, fact, version)
                rows[table].setdefault(row["fact_id"], row)
    sources = _sources(store, batch)
    return {table: _kept(table, rows[table].values(), refusals[table], sources) for table in FACT_TABLES}


def _attempt(refusals: list[Refusal], source: str, make: Callable[[], Made]) -> Made | None:
    """What `make` returns; None, with the reason on record, where it fails: one document must not stop the others."""
    try:
        return make()
    except Refused as refused:
        refusals.append({"source": source, "reason": str(refused)})
    except Exception as error:  # noqa: BLE001  (whatever a rule stumbles over)
        where = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
        refusals.append({"source": source, "reason": reason})
    return None


def _kept(table: str, rows: Iterable[dict[str, Any]], refusals: list[Refusal], sources: Mapping[object, str]) -> Tables:
    """The rows that keep the CHECKs of `table`; those that break one are put on record and left out."""
    sound, broken = keep_sound(table, rows)
    told = [{"source": sources[row["document_id"]], "reason": f"a row left out: {reason}"} for row, reason in broken]
    return {table: sound, "refusals": pa.Table.from_pylist([*refusals, *told], schema=REFUSALS)}


def _sources(store: PartStore, batch: str) -> dict[object, str]:
    told = store.read("documents", stage_version("documents"), batch, "documents").select(["document_id", "source"])
    return {row["document_id"]: row["source"] for row in told.to_pylist()}


def _russian(store: PartStore, batch: str) -> list[Document]:
    told = store.read("documents", stage_version("documents"), batch, "documents").to_pylist()
    return [document_of_row(row) for row in told if row["language"] == LANGUAGE]


def read_refusals(store: PartStore, stage: str, version: str, batches: Sequence[str]) -> list[tuple[str, str]]:
    """(source, reason) of every article that `stage` could not make anything of, sorted."""
    found: list[tuple[str, str]] = []
    for batch in batches:
        rows = pq.read_table(store.file(stage, version, batch, "refusals")).to_pylist()
        found += [(r["source"], r["reason"]) for r in rows]
    return sorted(found)
