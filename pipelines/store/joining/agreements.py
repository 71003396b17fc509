"""Claims of one agreement, found by parties, kind, subject and time.

A plan and its signing are one agreement; so are a signing and what articles tell of it years later. Two signings more
than a month apart are two agreements, whatever their words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from pipelines.store.joining.names import same_subject, subject_stems
from pipelines.store.joining.shelves import join
from pipelines.store.joining.tellings import Row, Window, dated, published

_PLANS = ("planned", "proposed")
# Days: two signings of one agreement lie no further apart.
_ONE_SIGNING = 31
# Days from a plan to what becomes of it.
_PLAN_HOLDS = 3 * 366
# Days around an article that what it tells without naming a subject belongs to.
_LATELY = 10


@dataclass(slots=True)
class Telling:
    """One claim as this module looks at it."""

    row: Row
    stems: frozenset[str]
    seen: Window | None
    signed: Window | None

    @property
    def worded(self) -> bool:
        """True where the words of its subject tell it from others; a package goes by whatever words."""
        return bool(self.stems) and self.row["kind"] != "package"

    @property
    def plan(self) -> bool:
        return self.row["status"] in _PLANS


@dataclass(slots=True)
class Deal:
    """Claims found to tell of one agreement; `signed` are the days of its signing where one tells them."""

    tellings: list[Telling] = field(default_factory=list)
    signed: Window | None = None

    def add(self, telling: Telling) -> None:
        if telling.signed is not None:
            self.signed = telling.signed if self.signed is None else self.signed.joined(telling.signed)
        self.tellings.append(telling)


def join_agreements(rows: Iterable[Row]) -> dict[str, str]:
    """The agreement of every claim: fact_id to the fact_id of the agreement's first claim.

    `rows` are rows of `agreements` with `published_start`, `published_end` and `original` of their articles: the id of
    the article, of a near-duplicate that of its original.
    """
    return join(sorted(map(_telling, rows), key=_surest_first), Deal, _shelves, _choose)


def _choose(telling: Telling, near: list[Deal]) -> Deal | None:
    return _best(telling, [deal for deal in near if _same_deal(telling, deal)])


def _shelves(telling: Telling) -> Iterator[object]:
    """Where agreements that the claim may tell of are looked for: by words of the subject, else quantity and month."""
    row = telling.row
    kind = tuple(row["parties"]), row["kind"]
    if telling.worded:
        yield from ((kind, stem) for stem in sorted(telling.stems))
        return
    yield kind, row["evidence"]
    if row["quantity"] is not None or row["amount"] is not None:
        yield kind, row["quantity"], row["amount"]
    if (days := dated(row) or telling.seen) is not None:
        yield from ((kind, month) for month in days.widened(_LATELY).months())


def _telling(row: Row) -> Telling:
    told = dated(row) if row["status"] == "signed" else None
    return Telling(row, subject_stems(row["title"] or row["subject"] or ""), published(row), told)


def _surest_first(telling: Telling) -> tuple[object, ...]:
    signed, seen = telling.signed, telling.seen
    start = signed.start if signed else seen.start if seen else None
    return signed is None, signed.days if signed else 0, start is None, start or 0, telling.row["fact_id"]


def _same_deal(telling: Telling, deal: Deal) -> bool:
    if not _fits_in_time(telling, deal) or any(_other_numbers(telling, other) for other in deal.tellings):
        return False
    if telling.worded:
        return any(same_subject(telling.stems, other.stems) for other in deal.tellings)
    # What one article keeps apart without a word that tells it from the other stays apart.
    apart = any(telling.row["document_id"] == other.row["document_id"] for other in deal.tellings)
    return not apart and any(_same_matter(telling, other) for other in deal.tellings)


def _fits_in_time(telling: Telling, deal: Deal) -> bool:
    signed, seen = deal.signed, telling.seen
    if signed is None:
        return telling.signed is None or any(_leads_to(other, telling.signed) for other in deal.tellings)
    if telling.signed is not None:
        return telling.signed.meets(signed, _ONE_SIGNING)
    if seen is None:
        return not telling.plan
    if telling.plan:
        return _leads_to(telling, signed)
    return seen.end >= signed.start


def _leads_to(telling: Telling, signed: Window) -> bool:
    """True where what an article tells may have become, or been, the signing on these days."""
    seen = telling.seen
    if seen is None:
        return True
    if telling.plan:
        return signed.start - timedelta(_PLAN_HOLDS) <= seen.end and seen.start <= signed.end
    return seen.end >= signed.start


def _other_numbers(one: Telling, other: Telling) -> bool:
    """True where two claims tell different numbers of one thing."""
    pairs = ((one.row[column], other.row[column]) for column in ("document_count", "quantity", "amount"))
    return any(a is not None and b is not None and a != b for a, b in pairs)


def _same_matter(one: Telling, other: Telling) -> bool:
    """True for claims without a subject: of the same quantity or words, or of the same days."""
    if other.worded:
        return False
    counted = one.row["quantity"] is not None or one.row["amount"] is not None
    same_count = counted and all(one.row[c] == other.row[c] for c in ("quantity", "unit", "amount", "currency"))
    return same_count or one.row["evidence"] == other.row["evidence"] or _same_days(one, other)


def _same_days(one: Telling, other: Telling) -> bool:
    """True where both are news of the same days."""
    windows = [dated(t.row) or t.seen for t in (one, other)]
    return windows[0] is not None and windows[1] is not None and windows[0].meets(windows[1], _LATELY)


def _best(telling: Telling, deals: list[Deal]) -> Deal | None:
    """The agreement that the claim means: of several the first signed after a plan, else the last signed before."""
    if len(deals) <= 1 or telling.signed is not None:
        return deals[0] if deals else None
    signed = sorted((d for d in deals if d.signed), key=lambda d: d.signed.start if d.signed else 0)
    if not signed:
        return deals[0]
    return signed[0] if telling.plan else signed[-1]
