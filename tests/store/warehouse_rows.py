"""Rows that the store tests build tables from: one document, and a sound row of each fact table about it."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipelines.store import schema
from pipelines.store.parts import PartStore, to_arrow
from pipelines.store.warehouse import Selection, build_candidate

TEXT = "Товарооборот Беларуси и Азербайджана составил 447,1 млн долларов. Министр прибыл в Баку. Подписан меморандум."


def row(table: str, **told: Any) -> dict[str, Any]:
    """A sound row of `table`, with some columns set otherwise."""
    sound: dict[str, dict[str, Any]] = {
        "documents": {
            "document_id": "d1",
            "source": "a.txt",
            "language": "ru",
            "published_start": date(2021, 5, 22),
            "published_end": date(2021, 5, 22),
            "published_precision": "day",
            "published_method": "dateline",
            "published_evidence": "22 мая",
            "text": TEXT,
            "raw_length": len(TEXT),
            "text_length": len(TEXT),
            "ingested_at": datetime(2026, 1, 1),
            "blocks": [{"start_offset": 0, "end_offset": len(TEXT), "kind": "paragraph"}],
            "offset_runs": [{"clean_start": 0, "raw_start": 3, "length": len(TEXT)}],
        },
        "removed_spans": {
            "document_id": "d1",
            "raw_start": 0,
            "raw_end": 3,
            "reason": "boilerplate",
            "removed_text": "***",
        },
        "mentions": {
            "mention_id": "m1",
            "document_id": "d1",
            "mention_start": 13,
            "mention_end": 21,
            "surface": "Беларуси",
            "kind": "country",
            "canonical_id": "BLR",
            "canonical_name": "Беларусь",
        },
        "trade_volume": {
            **_provenance("t1", "Товарооборот"),
            "reporter": "AZE",
            "partner": "BLR",
            "flow": "turnover",
            "product": "all",
            "amount": Decimal("447100000.00"),
            "currency": "USD",
            "amount_bound": "exact",
            "period_start": date(2020, 1, 1),
            "period_end": date(2020, 12, 31),
            "period_precision": "year",
            "modality": "actual",
        },
        "visits": {
            **_provenance("v1", "Министр прибыл в Баку"),
            "kind": "visit",
            "visitor": "Виктор Хренин",
            "visitor_country": "BLR",
            "host_country": "AZE",
            "place": "Баку",
            "place_country": "AZE",
            "event_start": date(2021, 5, 20),
            "event_end": date(2021, 5, 21),
            "event_precision": "day",
            "status": "held",
            "cameo_code": "042",
            "plover_event": "CONSULT",
            "plover_mode": "visit",
        },
        "agreements": {
            **_provenance("a1", "Подписан меморандум"),
            "parties": ["AZE", "BLR"],
            "party_names": [],
            "kind": "memorandum",
            "sectors": ["trade"],
            "status": "signed",
            "cameo_code": "057",
            "plover_event": "SUPPORT",
        },
    }
    blank = dict.fromkeys(schema.arrow_schema(table).names)
    return {**blank, **sound[table], **told}


def _provenance(fact_id: str, evidence: str) -> dict[str, Any]:
    start = TEXT.index(evidence)
    return {
        "fact_id": fact_id,
        "document_id": "d1",
        "sentence_start": start,
        "sentence_end": start + len(evidence),
        "evidence_start": start,
        "evidence_end": start + len(evidence),
        "evidence": evidence,
        "attribution_kind": "outlet",
        "rule": "test",
        "confidence": 0.9,
        "extractor_version": "x",
    }


def build(
    home: Path, *rows: tuple[str, dict[str, Any]], unchecked: bool = False, copies: dict[str, str] | None = None
) -> Path:
    """A candidate file in `home` that holds a sound document and `rows` (table, row).

    `copies` names near-duplicate documents and their originals.
    `unchecked` leaves out the CHECKs and keys of the schema, so that rows it would refuse can reach a suite.
    """
    if not any(table == "documents" for table, _ in rows):
        rows = (("documents", row("documents")), *rows)
    if unchecked:
        return _build_unchecked(home, rows)
    store, files, documents = PartStore(home), {}, set()
    for table in schema.TABLES:
        mine = [r for t, r in rows if t == table]
        store.write(table, "v1", "b1", {table: to_arrow(table, mine)})
        files[table] = [store.file(table, "v1", "b1", table)]
        documents |= {("b1", r["document_id"]) for r in mine}
    return build_candidate(home, Selection(files, sorted(documents), copies or {}))


def _build_unchecked(home: Path, rows: tuple[tuple[str, dict[str, Any]], ...]) -> Path:
    path = home / "unchecked.duckdb"
    with schema.connect(path) as connection:
        for table in schema.TABLES:
            held = to_arrow(table, [r for t, r in rows if t == table])
            connection.register("held", held)
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM held")
            connection.unregister("held")
    return path
