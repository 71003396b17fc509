"""What every fact row carries: where it stands in the text, who says it, which rule read it."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from pipelines.text.records import dataclass
from pipelines.text.span import Span

AttributionKind = Literal["statistics", "official", "company", "expert", "outlet"]

# What says how a row was read, not what it claims: left out of its id.
_NOT_CLAIMED = frozenset({"rule", "confidence", "attribution_kind"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Provenance columns of a row; each fact table's record adds its own (named as in the data contract)."""

    document_id: str
    sentence: Span
    evidence: Span
    evidence_text: str
    rule: str
    confidence: float  # 0..1
    attribution: str | None = None  # canonical name; None where the outlet itself states it
    attribution_kind: AttributionKind = "outlet"

    def __post_init__(self) -> None:
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} of rule {self.rule}: must lie in 0..1")
        if len(self.evidence) != len(self.evidence_text):
            raise ValueError(f"evidence of rule {self.rule} at {self.evidence.start}: text and span differ in length")


def fact_id(table: str, fact: Fact) -> str:
    """Stable id of a row: a digest of its table, document, place and claim. Same input, same id, on any machine."""
    claim = {name: getattr(fact, name) for name in columns(fact) if name not in _NOT_CLAIMED}
    return hashlib.sha256(_CANONICAL.encode([table, claim]).encode()).hexdigest()[:24]


def columns(fact: Fact) -> Iterable[str]:
    """Names of the columns of a fact record: provenance first, then its own."""
    return fact.__dataclass_fields__  # what dataclasses.fields looks through at every call


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    raise TypeError(f"{type(value).__name__} has no place in a fact row")


_CANONICAL = json.JSONEncoder(default=_plain, sort_keys=True, ensure_ascii=False)
