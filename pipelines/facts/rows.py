"""Fact records to table rows."""

from typing import Any

from pipelines.facts.event_codes import code_columns
from pipelines.facts.fact import Fact, columns, fact_id

_PROVENANCE = frozenset(Fact.__dataclass_fields__)


def fact_row(table: str, fact: Fact, extractor_version: str) -> dict[str, Any]:
    """The row of fact table `table` for `fact`: provenance columns, the record's own, and event codes."""
    row = {
        "fact_id": fact_id(table, fact),
        "document_id": fact.document_id,
        "sentence_start": fact.sentence.start,
        "sentence_end": fact.sentence.end,
        "evidence_start": fact.evidence.start,
        "evidence_end": fact.evidence.end,
        "evidence": fact.evidence_text,
        "attribution": fact.attribution,
        "attribution_kind": fact.attribution_kind,
        "rule": fact.rule,
        "confidence": fact.confidence,
        "extractor_version": extractor_version,
        **{name: _plain(getattr(fact, name)) for name in columns(fact) if name not in _PROVENANCE},
    }
    return {**row, **code_columns(table, row)}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
