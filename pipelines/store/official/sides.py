"""Which official figures a claim is to be held against: as its own side counts, and as the other side does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from pipelines.store.official.figures import Days, Figure, Figures, Series

# How each way is valued where nothing else is said.
USUAL = {"export": "FOB", "import": "CIF", "re_export": "FOB", "re_import": "CIF"}
_OTHER_FLOW = {"export": "import", "import": "export"}
# Articles say "goods" seldom: trade without a word on the product is trade in goods.
_GOODS = ("all", "goods", "goods_and_services")


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount that articles claim, as `sql/official/claims.sql` gives it."""

    row: Mapping[str, Any]

    @property
    def reporter(self) -> str:
        return str(self.row["reporter"])

    @property
    def partner(self) -> str:
        return str(self.row["partner"])

    @property
    def flow(self) -> str:
        return str(self.row["flow"])

    @property
    def product(self) -> str:
        """The product under which official figures are held."""
        return "goods" if self.row["product"] in _GOODS else str(self.row["product"])

    @property
    def days(self) -> Days | None:
        start, end = self.row["period_start"], self.row["period_end"]
        return Days(start, end) if isinstance(start, date) and isinstance(end, date) else None

    @property
    def amount(self) -> Decimal:
        return Decimal(self.row["amount"])

    def fits(self, value: Decimal | float) -> bool:
        """True where the words of the claim leave room for `value`, which may itself be off by rounding (0.25 %)."""
        room = 0.0025 * float(value)
        return bool(self.row["amount_from"] - room <= float(value) <= self.row["amount_to"] + room)


@dataclass(frozen=True, slots=True)
class Official:
    """An official value for a claim: who counts it and how ("exports FOB + imports CIF"), and where it stands."""

    value: Decimal
    by: str
    basis: str
    source: str


def own_side(claim: Claim, figures: Figures, days: Days) -> list[Official]:
    """The figure as the claim's reporter counts it; of a turnover as either country counts it, the nearer first."""
    if claim.flow == "turnover":
        found = [
            total
            for one, other in ((claim.reporter, claim.partner), (claim.partner, claim.reporter))
            if (total := _turnover(one, other, claim.product, figures, days)) is not None
        ]
        return sorted(found, key=lambda official: abs(official.value - claim.amount))
    return list(_ways(claim.reporter, claim.partner, claim.flow, claim.product, figures, days))[:1]


def other_side(claim: Claim, figures: Figures, days: Days) -> list[Official]:
    """The same goods as the partner counts them; of a turnover the exports, or the imports, of both."""
    if claim.flow != "turnover":
        flow = _OTHER_FLOW[claim.flow]
        return list(_ways(claim.partner, claim.reporter, flow, claim.product, figures, days))[:1]
    found = []
    for flow in ("export", "import"):
        ways = [
            figures.find(Series(one, other, flow, claim.product, USUAL[flow]), days)
            for one, other in ((claim.reporter, claim.partner), (claim.partner, claim.reporter))
        ]
        if (total := _sum(ways, f"{claim.reporter} and {claim.partner}", f"{flow}s {USUAL[flow]} of both")) is not None:
            found.append(total)
    return found


def other_valuation(claim: Claim, figures: Figures, days: Days) -> list[Official]:
    """The figure of the claim's own side with imports valued FOB."""
    if claim.flow == "import":
        return list(_ways(claim.reporter, claim.partner, "import", claim.product, figures, days))[1:]
    if claim.flow == "turnover":
        found = (
            _turnover(one, other, claim.product, figures, days, valuation="FOB")
            for one, other in ((claim.reporter, claim.partner), (claim.partner, claim.reporter))
        )
        return [total for total in found if total is not None]
    return []


def without_transit(claim: Claim, figures: Figures, days: Days) -> list[Official]:
    """The exports of the claim's own side less what was only re-exported."""
    if claim.flow != "export":
        return []
    whole, again = (
        figures.find(Series(claim.reporter, claim.partner, flow, claim.product, "FOB"), days)
        for flow in ("export", "re_export")
    )
    if whole is None or again is None:
        return []
    return [Official(whole.value - again.value, claim.reporter, "exports FOB less re-exports", whole.source)]


def way_back(claim: Claim, figures: Figures, days: Days) -> list[Official]:
    """What goes the other way, by either side: the claim's value there means that the countries were swapped."""
    if claim.flow == "turnover":
        return []
    back = _OTHER_FLOW[claim.flow]
    return [
        *_ways(claim.reporter, claim.partner, back, claim.product, figures, days),
        *_ways(claim.partner, claim.reporter, claim.flow, claim.product, figures, days),
    ]


def _ways(one: str, other: str, flow: str, product: str, figures: Figures, days: Days) -> Iterator[Official]:
    """One way as `one` counts it: in the usual valuation, then in the other one where it stands beside."""
    for valuation in dict.fromkeys((USUAL[flow], "FOB")):
        found = figures.find(Series(one, other, flow, product, valuation), days)
        if found is not None:
            yield Official(found.value, one, f"{flow}s {valuation}", found.source)


def _turnover(
    one: str, other: str, product: str, figures: Figures, days: Days, valuation: str = "CIF"
) -> Official | None:
    ways = [
        figures.find(Series(one, other, "export", product, "FOB"), days),
        figures.find(Series(one, other, "import", product, valuation), days),
    ]
    return _sum(ways, one, f"exports FOB + imports {valuation}")


def _sum(ways: list[Figure | None], by: str, basis: str) -> Official | None:
    told = [way for way in ways if way is not None]
    if len(told) < len(ways):
        return None
    return Official(sum((w.value for w in told), Decimal(0)), by, basis, " + ".join(w.source for w in told))
