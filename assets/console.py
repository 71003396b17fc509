"""What the command line prints: the summary of a run, and answers to questions."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
from rich.console import Console
from rich.markup import escape
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from assets.settings import Settings
from assets.summary import Check, Summary

_PADDING = 3  # what Rich puts around a cell, with its border


def print_summary(console: Console, settings: Settings, summary: Summary) -> None:
    """What the run did: articles, rows, checks that speak against it, where results lie, and what next."""
    console.print()
    console.print(f"{summary.articles} articles, {summary.new_articles} new, {summary.refused} refused")
    if summary.succeeded and not summary.changed:
        console.print("[green]Nothing new:[/] the published tables are those of the last run.")
    if summary.published:
        table = Table("table")
        table.add_column("rows", justify="right")
        for name, rows in summary.published.rows.items():
            table.add_row(name, f"{rows:,}")
        console.print(table)
    if summary.unread:
        console.print(f"[red]{summary.unread} times an article could not be read for facts:[/] see quarantine")
    _print_checks(console, summary.checks)
    if not summary.succeeded:
        console.print(f"[red]Not published:[/] {escape(summary.failure)}")
    console.print("Results")
    for what, path in _places(settings):
        if path.exists():
            console.print(f"  {what:11} {path}", soft_wrap=True, highlight=False)
    console.print("Next")
    console.print("  [bold]make ui[/]                          the run, its checks, the tables in a browser")
    console.print("  [bold].venv/bin/communique sql --help[/]  questions in SQL")


def _print_checks(console: Console, checks: Sequence[Check]) -> None:
    outcomes = Counter(c.outcome for c in checks)
    told = [f"[green]{outcomes['passed']} passed[/]"]
    told += [
        f"[{colour}]{outcomes[outcome]} {words}[/]"
        for outcome, colour, words in (
            ("failed", "red", "failed"),
            ("error", "red", "could not be evaluated"),
            ("not_covered", "default", "without a claim to check"),
        )
        if outcomes[outcome]
    ]
    console.print(f"Checks: {', '.join(told)}")
    for check in checks:
        if check.outcome in ("failed", "error"):
            mark = "[red]critical[/]" if check.critical else "[yellow]warning[/]"
            console.print(f"  {mark} {check.table}.{check.name}: {escape(check.message)}", highlight=False)


def _places(settings: Settings) -> tuple[tuple[str, Path], ...]:
    return (
        ("DuckDB", settings.database),
        ("Parquet", settings.exports),
        ("report", settings.report),
        ("Data Docs", settings.home / "data_docs" / "index.html"),
        ("quarantine", settings.home / "quarantine"),
    )


def print_answer(console: Console, answer: pa.Table) -> None:
    """The answer as a table; where that is wider than the console, row by row with a line a column."""
    names = answer.column_names
    if not names:
        console.print("done, no answer")
        return
    rows = [["" if value is None else str(value) for value in row.values()] for row in answer.to_pylist()]
    widest = [max(map(len, cells)) for cells in zip(names, *rows, strict=True)]
    if sum(widest) + _PADDING * len(names) + 1 <= console.width:
        table = Table(*map(escape, names))
        for row in rows:
            table.add_row(*map(escape, row))
        console.print(table)
    else:
        for number, row in enumerate(rows, start=1):
            _print_record(console, number, names, row)
        console.print("\nWhat is NULL is left out.")
    console.print(f"({len(rows)} row{'' if len(rows) == 1 else 's'})", highlight=False)


def _print_record(console: Console, number: int, names: Sequence[str], row: Sequence[str]) -> None:
    """One row with a line a column; columns that are NULL are left out."""
    console.print(Rule(f"row {number}", align="left", characters="-"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for name, value in zip(names, row, strict=True):
        if value:
            grid.add_row(Text(name), Text(value))
    console.print(grid)
