"""`communique reconcile`: claims beside official statistics."""

import sys
from collections.abc import Sequence
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from commands.exits import Code, CommandError
from commands.options import HomeOption, JsonOption, published
from commands.output import print_json

if TYPE_CHECKING:
    from pipelines.store.official.reconcile import Comparison, Reconciliation

_COLOURS = {"agrees": "green", "explained": "yellow", "differs": "red", "not_compared": "default"}


def reconcile(
    official: Annotated[
        list[Path], typer.Option(help="File of UN Comtrade (CSV) or SDMX-CSV; may be repeated.", show_default=False)
    ],
    home: HomeOption = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where a difference is not explained.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Set claims about trade beside official statistics.

    Each claimed amount with the official one, the difference, and why they differ. Wrong rows of a file are named on
    stderr; the others are read.

    Examples:

    \b
      communique reconcile --official data/official/invented_comtrade_geo_lva.csv
      communique reconcile --official comtrade.csv --official dots.csv --strict
      communique reconcile --official comtrade.csv --csv > differences.csv
    """
    from pipelines.store.ask import AskError
    from pipelines.store.official.read import OfficialFileError
    from pipelines.store.official.reconcile import reconcile as set_beside

    if csv and as_json:
        raise CommandError("--csv, --json: choose one")
    try:
        done = set_beside(published(home).parent, official)
    except (AskError, OfficialFileError) as error:
        raise CommandError(str(error)) from error
    for problem in done.problems:
        print(problem, file=sys.stderr)
    if csv:
        _print_csv(done.comparisons)
    elif as_json:
        print_json(asdict(done) | {"verdicts": done.verdicts()})
    else:
        _print_table(Console(), done)
    if strict and done.verdicts()["differs"]:
        raise typer.Exit(Code.STOPPED)


def _print_csv(comparisons: Sequence["Comparison"]) -> None:
    import pyarrow as pa

    from pipelines.store.ask import write_csv
    from pipelines.store.official.reconcile import Comparison

    names = [field.name for field in fields(Comparison)]
    rows = [asdict(comparison) for comparison in comparisons]
    write_csv(pa.table({name: pa.array([row[name] for row in rows]) for name in names}), sys.stdout)


def _print_table(console: Console, done: "Reconciliation") -> None:
    if done.comparisons:
        table = Table("figure", show_lines=True)
        for name in ("claimed", "official", "difference"):
            table.add_column(name, justify="right")
        table.add_column("why", overflow="fold")
        for comparison in done.comparisons:
            table.add_row(*map(escape, _cells(comparison)), style=_COLOURS[comparison.verdict])
        console.print(table)
    told = ", ".join(f"{count} {verdict.replace('_', ' ')}" for verdict, count in done.verdicts().items())
    console.print(f"{len(done.comparisons)} claimed amounts: {told}", highlight=False)
    others = f"{done.claims_without_official} amounts are of other pairs or products"
    console.print(f"{done.official_figures} official figures; {others}", highlight=False)
    for reason, rows in done.passed_over.items():
        console.print(f"passed over, {rows} rows: {escape(reason)}", highlight=False)


def _cells(c: "Comparison") -> tuple[str, ...]:
    sign = {"turnover": "–", "export": "→", "import": "←"}[c.flow]
    product = "" if c.product == "all" else f" {c.product}"
    official = "" if c.official is None else f"{_millions(c.official)}\n{c.official_by}, {c.official_basis}"
    bound = {"about": "about ", "at_least": "over ", "at_most": "up to "}.get(c.bound, "")
    return (
        f"{c.reporter} {sign} {c.partner} {c.flow}{product}\n{_period(c.period_start, c.period_end)}",
        f"{bound}{_millions(c.claim)}\nmillion {c.currency or '?'}",
        official,
        "" if c.difference is None else f"{c.difference:+z.1%}",
        f"{c.verdict.replace('_', ' ')}{': ' if c.words else ''}{c.words}",
    )


def _millions(amount: Decimal) -> str:
    return f"{amount / 1_000_000:,.1f}"


def _period(start: date | None, end: date | None) -> str:
    from pipelines.store.official.figures import Days, span

    told: Any = (start, end)
    return span(Days(*told)) if start and end else f"until {end}" if end else "undated"
