"""Fact table `trade_volume`: figures and growth of the trade between countries.

One row is what a text states of one flow, product and period. "Товарооборот Турции и Ирана в 2019 году вырос на 4% и
составил 5,6 млрд долларов" is one row (level and change); "..., импорт – 2,1 млрд против 2,6 млрд годом ранее" two more
(a level of each year); "сократился на 300 млн" alone is none (a difference is no level); "планируется довести до 10
млрд" is a row of modality `target`. Trade of a region or a plant, loans, investment, prices and the like make no row.

How it is read: `trade.reader` goes through the sentences, binds every figure to the flow it is about (`trade.topics`),
asks what the figure says of it (`trade.figures.RULES`, the name of the rule stands in the row), whose flow it is
(`trade.parties`, `trade.orient`), of which goods, when, and how sure; `trade.merge` joins what is one claim.
"""

from datetime import date
from decimal import Decimal
from typing import Literal

from pipelines.entities.mention import Bound
from pipelines.facts.attribution import attribution_of
from pipelines.facts.fact import Fact
from pipelines.facts.reading import Reading
from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.confidence import lessened
from pipelines.facts.trade.merge import merge
from pipelines.facts.trade.reader import read_claims
from pipelines.text.interval import Precision
from pipelines.text.records import dataclass
from pipelines.text.span import Span

Flow = Literal["turnover", "export", "import", "balance"]
Modality = Literal["actual", "expected", "target"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeVolume(Fact):
    """A row of `trade_volume`; columns as in the data contract."""

    reporter: str  # ISO 3166 alpha-3, a bloc's code, or WLD
    partner: str
    flow: str
    product: str
    product_text: str | None
    amount: Decimal | None  # units of the currency; negative for a deficit
    currency: str | None
    amount_bound: Bound | None
    change_ratio: float | None  # level over base level
    change_base_start: date | None
    change_base_end: date | None
    share: float | None  # 0..1
    period_start: date | None
    period_end: date | None
    period_precision: Precision | None
    modality: str


def extract(reading: Reading) -> tuple[TradeVolume, ...]:
    """Rows of `reading` in the order of the text; none where the document is not in Russian."""
    if reading.document.language != "ru":
        return ()
    claims = merge(read_claims(reading))
    return tuple(_row(reading, claim) for claim in sorted(claims, key=lambda c: (c.start, c.end, c.rule)))


def _row(reading: Reading, claim: Claim) -> TradeVolume:
    name, kind = attribution_of(reading, claim.sentence)
    evidence = Span(claim.start, claim.end)
    period, base = claim.period, claim.base
    return TradeVolume(
        document_id=reading.document.document_id,
        sentence=claim.sentence.span,
        evidence=evidence,
        evidence_text=evidence.of(reading.document.text),
        rule=claim.rule,
        confidence=lessened(claim.confidence, len(evidence)),
        attribution=name,
        attribution_kind=kind,
        reporter=claim.reporter,
        partner=claim.partner,
        flow=claim.flow,
        product=claim.product,
        product_text=claim.product_text,
        amount=claim.amount,
        currency=claim.currency,
        amount_bound=claim.amount_bound,
        change_ratio=_rounded(claim.change_ratio),
        change_base_start=base.start if base else None,
        change_base_end=base.end if base else None,
        share=_rounded(claim.share),
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        period_precision=period.precision if period else None,
        modality=claim.modality,
    )


def _rounded(value: Decimal | None) -> float | None:
    """No more digits than a text can mean (a third is 0.333333)."""
    return None if value is None else float(round(value, 6))
