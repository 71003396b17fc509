"""Claims of the published tables beside official figures, with the difference explained where it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from pipelines.store.ask import ask
from pipelines.store.official.differences import Finding, Reason, Verdict, finding, of_another_period
from pipelines.store.official.figures import Figures
from pipelines.store.official.read import read_official
from pipelines.store.official.sides import Claim, Official, other_side, own_side
from pipelines.store.schema import SQL
from pipelines.store.warehouse import PUBLISHED

_CURRENCY = "USD"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One claimed amount beside the official one; `difference` is claim over official less one, `reason` a code.

    `official` and what tells of it are None where the files have none for the period.
    """

    verdict: Verdict
    reason: Reason
    words: str
    reporter: str
    partner: str
    flow: str
    product: str
    currency: str | None
    period_start: date | None
    period_end: date | None
    claim: Decimal
    bound: str
    official: Decimal | None
    official_by: str | None
    official_basis: str | None
    official_source: str | None
    difference: float | None
    article_count: int
    fact_ids: Sequence[str]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """All comparisons; rows of the files that are wrong, or passed over; claims of which the files tell nothing."""

    comparisons: Sequence[Comparison]
    problems: Sequence[str]
    passed_over: dict[str, int]
    official_figures: int
    claims_without_official: int

    def verdicts(self) -> dict[str, int]:
        """How many comparisons came to each verdict."""
        counted = Counter(comparison.verdict for comparison in self.comparisons)
        return {verdict: counted[verdict] for verdict in ("agrees", "explained", "differs", "not_compared")}


def reconcile(home: Path, files: Sequence[Path]) -> Reconciliation:
    """Every claim of a pair and product that the files tell of, beside their figure.

    Raises AskError where nothing is published in `home`, OfficialFileError for a file of no known format.
    """
    claims = ask(home / PUBLISHED, (SQL / "official" / "claims.sql").read_text("utf-8")).to_pylist()
    read = [read_official(path) for path in files]
    figures = Figures.of(figure for file in read for figure in file.figures)
    told = [c for c in map(Claim, claims) if figures.periods(c.reporter, c.partner, c.product)]
    return Reconciliation(
        comparisons=[_compare(claim, figures) for claim in told],
        problems=[*(problem for file in read for problem in file.problems), *figures.doubled],
        passed_over=dict(sum((file.passed_over for file in read), Counter[str]())),
        official_figures=len(figures),
        claims_without_official=len(claims) - len(told),
    )


def _compare(claim: Claim, figures: Figures) -> Comparison:
    days = claim.days
    if days is None:
        return _row(claim, None, Finding("not_compared", "undated", "the article does not say of what period"))
    if claim.row["currency"] != _CURRENCY:
        told = claim.row["currency"] or "no currency"
        words = f"claimed in {told}, official figures in {_CURRENCY}"
        return _row(claim, None, Finding("not_compared", "currency", words))
    officials = own_side(claim, figures, days) or other_side(claim, figures, days)
    if not officials:
        return _row(claim, None, of_another_period(claim, figures, days))
    return _row(claim, officials[0], finding(claim, officials[0], figures, days))


def _row(claim: Claim, official: Official | None, found: Finding) -> Comparison:
    row = claim.row
    return Comparison(
        verdict=found.verdict,
        reason=found.reason,
        words=found.words,
        reporter=claim.reporter,
        partner=claim.partner,
        flow=claim.flow,
        product=row["product"],
        currency=row["currency"],
        period_start=row["period_start"],
        period_end=row["period_end"],
        claim=claim.amount,
        bound=row["amount_bound"],
        official=official.value if official else None,
        official_by=official.by if official else None,
        official_basis=official.basis if official else None,
        official_source=official.source if official else None,
        difference=float(claim.amount / official.value - 1) if official and official.value else None,
        article_count=row["article_count"],
        fact_ids=row["fact_ids"],
    )
