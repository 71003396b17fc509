"""The page of a pair of countries, and the line of the index that leads to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from pipelines.store.schema import FACT_TABLES
from report import formats
from report.agreements import Column, board
from report.articles import pairs_of
from report.cite import originals
from report.disagreements import Disagreements, disagreements
from report.queries import Tables
from report.row import Row
from report.trade import Trade, mark_accepted, trade_section
from report.visits import Visits, visit_section
from report.words import Language

Pair = tuple[str, str]


@dataclass(slots=True)
class PairRows:
    """All rows of one pair."""

    facts: list[Row] = field(default_factory=list)
    claims: list[Row] = field(default_factory=list)  # of trade, without reprints
    resolved: list[Row] = field(default_factory=list)
    visits: list[Row] = field(default_factory=list)
    agreements: list[Row] = field(default_factory=list)
    flags: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PairLine:
    """A line of the index."""

    page: str
    name: str
    counts: Sequence[int]  # figures of trade, visits, agreements
    disagreements: int
    articles: int
    span: str


@dataclass(frozen=True, slots=True)
class PairPage:
    """What the template of a pair is handed."""

    line: PairLine
    trade: Trade
    visits: Visits
    board: Sequence[Column]
    disagreements: Disagreements


def group_pairs(tables: Tables) -> dict[Pair, PairRows]:
    """Rows by pair, in the order of the codes."""
    pairs: dict[Pair, PairRows] = {}
    for fact in tables.facts.values():
        for pair in pairs_of(fact):
            rows = pairs.setdefault(pair, PairRows())
            rows.facts.append(fact)
    for row in tables.trade_resolved:
        rows = pairs[_sorted(row["reporter"], row["partner"])]
        rows.resolved.append(mark_accepted(row, tables.facts))
        rows.claims += originals(row["fact_ids"], tables.facts)  # a reprint may tell what the first article does not
    for row in tables.visits:
        pairs[row["country_a"], row["country_b"]].visits.append(row)
    for row in tables.agreements:
        for pair in pairs_of(row | {"fact_table": "agreements"}):
            pairs[pair].agreements.append(row)
    for row in tables.flags:
        pairs[row["country_a"], row["country_b"]].flags.append(row)
    for rows in pairs.values():
        rows.claims.sort(key=_by_period)
    return dict(sorted(pairs.items()))


def pair_page(pair: Pair, rows: PairRows, facts: dict[str, Row], language: Language) -> PairPage:
    """The page of `pair` in one language."""
    return PairPage(
        line=pair_line(pair, rows, language),
        trade=trade_section(rows.claims, rows.resolved, language),
        visits=visit_section(rows.visits, facts, language),
        board=board(rows.agreements, facts, language),
        disagreements=disagreements(rows.flags, facts, language),
    )


def pair_line(pair: Pair, rows: PairRows, language: Language) -> PairLine:
    """The line of the index for `pair`."""
    years = sorted({day.year for fact in rows.facts for day in _days(fact)})
    return PairLine(
        page=f"{'-'.join(pair)}.html",
        name=" – ".join(formats.country(code, language) for code in pair),
        counts=(len(rows.claims), len(rows.visits), len(rows.agreements)),
        disagreements=len(rows.flags),
        articles=len({fact["document_id"] for fact in rows.facts}),
        span="" if not years else str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
    )


def facts_by_article(facts: Iterable[Row]) -> dict[str, list[Row]]:
    """Facts by article, in the order of the text."""
    told: dict[str, list[Row]] = {}
    for fact in sorted(facts, key=lambda f: (f["evidence_start"], FACT_TABLES.index(f["fact_table"]), f["fact_id"])):
        told.setdefault(fact["document_id"], []).append(fact)
    return told


def _days(fact: Row) -> Iterable[date]:
    names = ("period_start", "period_end") if fact["fact_table"] == "trade_volume" else ("event_start", "event_end")
    return (fact[name] for name in names if fact[name] is not None)


def _sorted(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _by_period(row: Row) -> tuple[object, ...]:
    ends = [day.toordinal() if day else 0 for day in (row["period_end"], row["period_start"])]
    return row["period_end"] is None, *ends, row["modality"], row["flow"], row["reporter"], row["fact_id"]
