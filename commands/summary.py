"""What a run did, as people and programs read it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assets.settings import Settings
from assets.summary import Check, Summary


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
    for what, path in _places(settings).items():
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


def summary_json(settings: Settings, summary: Summary) -> dict[str, Any]:
    """The same in plain values; `results` holds the paths that are there."""
    return {
        **asdict(summary),
        "results": {
            what.lower().replace(" ", "_"): str(path) for what, path in _places(settings).items() if path.exists()
        },
    }


def _places(settings: Settings) -> dict[str, Path]:
    return {
        "DuckDB": settings.database,
        "Parquet": settings.exports,
        "report": settings.report,
        "Data Docs": settings.home / "data_docs" / "index.html",
        "quarantine": settings.home / "quarantine",
    }
