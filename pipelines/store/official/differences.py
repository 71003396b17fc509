"""Why a claim and an official figure differ, or why they do not: rules in order, the first that applies decides."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

from pipelines.store.official.figures import Days, Figures, span
from pipelines.store.official.sides import (
    Claim,
    Official,
    other_side,
    other_valuation,
    own_side,
    way_back,
    without_transit,
)

Verdict = Literal["agrees", "explained", "differs", "not_compared"]
Reason = Literal[
    "same", "rounding", "about", "bound", "cif_fob", "mirror", "re_exports", "services", "factor_1000", "swapped",
    "period", "unexplained", "undated", "currency",
]  # fmt: skip
# Freight and insurance put imports (CIF) above exports (FOB) of the same goods: 6 % by the IMF's rule, up to 20 % seen.
_MOST_FREIGHT = Decimal("1.20")
# Differences below this need no words.
_SAME = Decimal("0.005")
_THOUSAND = 1000


class Finding(NamedTuple):
    """What a rule found: the verdict, its code, and why in words."""

    verdict: Verdict
    reason: Reason
    words: str


def finding(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding:
    """What the first rule that applies says of a claim beside `official`, the figure for the same `days`."""
    for rule in _RULES:
        found = rule(claim, official, figures, days)
        if found is not None:
            return found
    return Finding("differs", "unexplained", "")


def of_another_period(claim: Claim, figures: Figures, days: Days) -> Finding:
    """The files tell of the pair, but not of these days: what they have that is nearest."""
    spans = figures.periods(claim.reporter, claim.partner, claim.product)
    near = min(spans, key=lambda span: (not _overlap(span, days), abs((span.start - days.start).days)))
    told = f"the files have {span(near)}" if near != days else "the files have not both ways of it"
    return Finding("not_compared", "period", f"no official figure for {span(days)}; {told}")


def _agrees(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    """The words leave room for the official figure."""
    if not claim.fits(official.value):
        return None
    bound = claim.row["amount_bound"]
    if bound in ("at_least", "at_most"):
        return Finding("agrees", "bound", "the claim is a bound, and the official figure keeps to it")
    if abs(claim.amount - official.value) <= _SAME * official.value:
        return Finding("agrees", "same", "")
    if bound == "about":
        return Finding("agrees", "about", "claimed as about")
    return Finding("agrees", "rounding", "the claim is rounded")


def _other_valuation(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    """The same side's figure with imports valued FOB."""
    return _first_that_fits(claim, other_valuation(claim, figures, days), "cif_fob", "agrees with {basis} of {by}")


def _other_side(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    """The figure as the other side counts it."""
    words = "agrees with {basis} ({by}): {value}"
    return _first_that_fits(claim, other_side(claim, figures, days), "mirror", words)


def _without_transit(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    return _first_that_fits(claim, without_transit(claim, figures, days), "re_exports", "agrees with {basis} of {by}")


def _freight(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    """Only the other side's figure is known, and the difference is what freight and insurance make."""
    if claim.flow == "turnover" or official.by == claim.reporter:
        return None
    low, high = (claim.amount, official.value) if claim.flow == "export" else (official.value, claim.amount)
    if not low < high <= _MOST_FREIGHT * low:
        return None
    return Finding("explained", "cif_fob", f"{official.by} counts {official.basis}: freight and insurance lie between")


def _services(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    """The claim counts services too."""
    if claim.row["product"] != "goods_and_services" or claim.amount < official.value:
        return None
    return Finding("explained", "services", "the claim is of goods and services, the official figure of goods")


def _thousandfold(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    """A million read or printed as a billion, or the other way round."""
    exact = claim.row["amount_bound"] == "exact"  # "more than" fits every larger figure
    if exact and (claim.fits(official.value * _THOUSAND) or claim.fits(official.value / _THOUSAND)):
        return Finding(
            "explained", "factor_1000", "a thousandfold apart: a million taken for a billion, or the reverse"
        )
    return None


def _swapped(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    words = "agrees with the way back, {basis} of {by}: the countries may be swapped"
    return _first_that_fits(
        claim, [o for o in way_back(claim, figures, days) if _close(claim, o.value)], "swapped", words
    )


def _year_beside(claim: Claim, official: Official, figures: Figures, days: Days) -> Finding | None:
    """The official figure of the year before or after is the one claimed."""
    for year in (-1, 1):
        moved = Days(*(_moved(day, year) for day in days))
        for beside in own_side(claim, figures, moved):
            if _close(claim, beside.value):
                return Finding("explained", "period", f"agrees with {span(moved)}, {beside.basis} of {beside.by}")
    return None


_Rule = Callable[[Claim, Official, Figures, Days], Finding | None]
# In this order: what needs least to be believed comes first.
_RULES: tuple[_Rule, ...] = (
    _agrees,
    _other_valuation,
    _other_side,
    _without_transit,
    _freight,
    _services,
    _thousandfold,
    _swapped,
    _year_beside,
)


def _first_that_fits(claim: Claim, officials: Sequence[Official], reason: Reason, words: str) -> Finding | None:
    fitting = next((o for o in officials if claim.fits(o.value)), None)
    if fitting is None:
        return None
    told = words.format(basis=fitting.basis, by=fitting.by, value=f"{fitting.value / 1_000_000:,.1f} million")
    return Finding("explained", reason, told)


def _close(claim: Claim, value: Decimal) -> bool:
    """True where claim and value are one figure beyond chance; what is only about a value proves nothing."""
    return claim.row["amount_bound"] == "exact" and abs(claim.amount - value) <= _SAME * value


def _overlap(one: Days, other: Days) -> bool:
    return one.start <= other.end and other.start <= one.end


def _moved(day: date, years: int) -> date:
    """The same day some years on; the end of a month stays the end of a month."""
    if (day + timedelta(1)).day == 1:
        following = day + timedelta(1)
        return following.replace(year=following.year + years) - timedelta(1)
    return day.replace(year=day.year + years)
