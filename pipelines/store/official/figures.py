"""Figures of official statistics, and what they give for a period that they do not tell as a whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal, NamedTuple

Flow = Literal["export", "import", "re_export", "re_import"]
Valuation = Literal["FOB", "CIF"]


class Series(NamedTuple):
    """What an official figure is of: who counts it, with whom, which way, which goods, valued how."""

    reporter: str
    partner: str
    flow: str
    product: str
    valuation: str


class Days(NamedTuple):
    """A period: first and last day."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in US dollars; `source` says file and line."""

    series: Series
    days: Days
    value: Decimal
    source: str


@dataclass(slots=True)
class Figures:
    """Official figures by what they are of and by period."""

    held: dict[Series, dict[Days, Figure]] = field(default_factory=lambda: defaultdict(dict))
    doubled: list[str] = field(default_factory=list)
    _periods: dict[tuple[frozenset[str], str], set[Days]] = field(default_factory=lambda: defaultdict(set))

    @classmethod
    def of(cls, figures: Iterable[Figure]) -> "Figures":
        """Of two figures for one thing the first is kept; a second one that differs is noted in `doubled`."""
        made = cls()
        for figure in figures:
            series = figure.series
            first = made.held[series].setdefault(figure.days, figure)
            made._periods[frozenset((series.reporter, series.partner)), series.product].add(figure.days)
            if first.value != figure.value:
                kept = f"{first.source} has {first.value:,.0f}, which is kept"
                made.doubled.append(f"{figure.source}: {figure.value:,.0f} where {kept}")
        return made

    def __len__(self) -> int:
        return sum(map(len, self.held.values()))

    def periods(self, one: str, other: str, product: str) -> set[Days]:
        """Every period that some figure of the two countries and the product is of."""
        return self._periods.get((frozenset((one, other)), product), set())

    def find(self, series: Series, days: Days) -> Figure | None:
        """The figure for these days, as told or as the sum of the months or quarters that make them up; else None."""
        told = self.held.get(series, {})
        if days in told:
            return told[days]
        within = (figure for span, figure in told.items() if days.start <= span.start and span.end <= days.end)
        parts = sorted(within, key=lambda figure: (figure.days.start, -figure.days.end.toordinal()))
        chain = list(_chain(parts, days))
        if not chain:
            return None
        return Figure(
            series, days, sum((f.value for f in chain), Decimal(0)), f"{chain[0].source} … {chain[-1].source}"
        )


def _chain(parts: list[Figure], days: Days) -> Iterator[Figure]:
    """Those of `parts` that make up `days` without a gap; none where one is missing."""
    chain, start = [], days.start
    for part in parts:
        if part.days.start == start:
            chain.append(part)
            start = part.days.end + timedelta(1)
    if chain and chain[-1].days.end == days.end:
        yield from chain


def span(days: Days) -> str:
    """A period in figures.

    >>> span(Days(date(2020, 1, 1), date(2020, 12, 31))), span(Days(date(2020, 1, 1), date(2020, 9, 30)))
    ('2020', '2020-01 … 2020-09')
    """
    start, end = days
    if (start.month, start.day, end.month, end.day, end.year) == (1, 1, 12, 31, start.year):
        return str(start.year)
    if start.day != 1 or (end + timedelta(1)).day != 1:
        return f"{start} … {end}"
    months = f"{start:%Y-%m}", f"{end:%Y-%m}"
    return months[0] if months[0] == months[1] else " … ".join(months)
