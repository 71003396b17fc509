"""One mention of a document, deal or arrangement, before the mentions of the same one are joined."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipelines.facts.agreement_status import Status
from pipelines.text.interval import Interval
from pipelines.text.span import Span

Kind = Literal[
    "treaty", "agreement", "memorandum", "contract", "roadmap", "programme", "declaration", "sister_cities", "package",
    "arrangement", "project",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """What one place of the text says; None is what it leaves open. An `anaphoric` one ("документ подписан") names too
    little to stand alone."""

    kind: Kind
    rule: str
    sentence: int
    trigger: int  # offset
    evidence: Span
    confidence: float
    heading: bool = False
    anaphoric: bool = False
    status: Status | None = None
    parties: tuple[str, ...] = ()
    party_names: tuple[str, ...] = ()
    title: str | None = None
    subject: str | None = None
    sectors: tuple[str, ...] = ()
    count: int | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    when: Interval | None = None
    place: str | None = None
    place_country: str | None = None
