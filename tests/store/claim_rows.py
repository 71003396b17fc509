"""Claims written as one line each, for tests of the views that join them."""

from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

import duckdb
from warehouse_rows import row

from pipelines.store.joining.event_claims import fill_event_claims
from pipelines.store.parts import to_arrow
from pipelines.store.schema import MADE_TABLES, TABLES, connect, create_tables, create_views

Row = tuple[str, dict[str, Any]]
_BOUNDS = {"~": "about", ">": "at_least", "<": "at_most"}
_PRECISIONS = {4: "year", 7: "month", 10: "day"}


def days(told: str) -> tuple[date, date, str]:
    """First and last day and precision of "2020", "2020-Q2", "2020-05", "2020-05-16" or "2020-01..2020-09".

    >>> days("2020-Q2")[:2]
    (datetime.date(2020, 4, 1), datetime.date(2020, 6, 30))
    """
    if ".." in told:
        first, last = (days(part) for part in told.split(".."))
        return first[0], last[1], "range"
    if "Q" in told:
        year, quarter = told.split("-Q")
        return *days(f"{year}-{3 * int(quarter) - 2:02}..{year}-{3 * int(quarter):02}")[:2], "quarter"
    parts = [int(part) for part in told.split("-")]
    start = date(*[*parts, 1, 1][:3])
    end = {1: date(parts[0], 12, 31), 3: start}.get(len(parts))
    return start, end or (start + timedelta(31)).replace(day=1) - timedelta(1), _PRECISIONS[len(told)]


def documents(published: dict[str, str]) -> list[Row]:
    """A document for each id, published on its day."""
    return [
        ("documents", row("documents", document_id=name, source=name, published_start=days(day)[0], published_end=days(day)[1]))
        for name, day in published.items()
    ]  # fmt: skip


def figure(fact_id: str, what: str, level: str, document: str = "d1", **told: Any) -> Row:
    """A claim about trade: `what` as "BLR AZE export 2020", `level` in millions with its bound, as ">400" or "~-12.5"."""
    reporter, partner, flow, *period = what.split()
    bound = _BOUNDS.get(level[0], "exact")
    start, end, precision = days(period[0]) if period else (None, None, None)
    return "trade_volume", row(
        "trade_volume", fact_id=fact_id, document_id=document, reporter=reporter, partner=partner, flow=flow,
        amount=Decimal(level.lstrip("~<>")) * 1_000_000, amount_bound=bound, period_start=start, period_end=end,
        period_precision=precision, **told,
    )  # fmt: skip


def visit(fact_id: str, who: str, when: str = "", document: str = "d1", **told: Any) -> Row:
    """A claim of a visit: `who` as "BLR Александр Лукашенко > AZE Ильхам Алиев" (either name may be missing)."""
    (visitor_country, visitor), (host_country, host) = (side.strip().partition(" ")[::2] for side in who.split(">"))
    start, end, precision = days(when) if when else (None, None, None)
    sides = {"visitor_country": visitor_country, "host_country": host_country}
    columns = {"visitor": visitor or None, "host": host or None, "place": None, "place_country": None, **sides}
    return "visits", row(
        "visits", fact_id=fact_id, document_id=document, event_start=start, event_end=end, event_precision=precision,
        **{**columns, **told},
    )  # fmt: skip


def deal(fact_id: str, subject: str | None, status: str, when: str = "", document: str = "d1", **told: Any) -> Row:
    """A claim of an agreement of Azerbaijan and Belarus; a memorandum if nothing else is told."""
    start, end, precision = days(when) if when else (None, None, None)
    columns = {"subject": subject, "status": status, "evidence": f"{fact_id} {subject}", **told}
    return "agreements", row(
        "agreements", fact_id=fact_id, document_id=document, event_start=start, event_end=end, event_precision=precision,
        **columns,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _database() -> duckdb.DuckDBPyConnection:
    """Tables and views in memory, emptied for each question: making them anew would take most of a test's time."""
    connection = connect()
    create_tables(connection)
    create_views(connection)
    return connection


def asked(rows: list[Row], query: str, copies: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """What `query` gives of a warehouse that holds `rows`; `copies` names near-duplicate documents and their originals."""
    connection = _database()
    for table in (*TABLES, *MADE_TABLES):
        connection.execute(f"DELETE FROM {table}")
    for table in {table: None for table, _ in rows}:
        held = to_arrow(table, [told for name, told in rows if name == table])
        connection.register("held", held)
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM held")
    for copy, original in (copies or {}).items():
        connection.execute("UPDATE documents SET duplicate_of = $1 WHERE document_id = $2", [original, copy])
    fill_event_claims(connection)
    answer: list[dict[str, Any]] = connection.sql(query).to_arrow_table().to_pylist()
    return answer
