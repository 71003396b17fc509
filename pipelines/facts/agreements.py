"""Fact table `agreements`: one row per document, deal or arrangement between the parties that the text reports."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from pipelines.facts.fact import Fact
from pipelines.facts.reading import Reading
from pipelines.text.interval import Precision

Kind = Literal[
    "treaty", "agreement", "memorandum", "contract", "roadmap", "programme", "declaration", "sister_cities", "package",
    "arrangement", "project",
]  # fmt: skip
Status = Literal["signed", "agreed", "planned", "proposed", "in_force", "implemented", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Fact):
    """A row of table `agreements`; the columns are those of the data contract."""

    parties: tuple[str, ...]  # ISO3 or bloc codes, sorted
    party_names: tuple[str, ...] = ()
    kind: Kind
    title: str | None = None
    subject: str | None = None
    sectors: tuple[str, ...] = ()
    status: Status | None = None
    document_count: int | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    event_start: date | None = None
    event_end: date | None = None
    event_precision: Precision | None = None
    place: str | None = None
    place_country: str | None = None


def extract(reading: Reading) -> tuple[Agreement, ...]:
    """Agreements that `reading` reports, in the order of the text."""
    return ()
