"""What a run did, as people and programs read it."""

import shlex
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assets.settings import CHECKOUT, Settings
from assets.summary import Check, Summary
from pipelines.documents.read import SUFFIXES


def print_summary(console: Console, settings: Settings, summary: Summary) -> None:
    """What the run did: articles, rows, checks that speak against it, where results lie, and what next."""
    console.print()
    console.print(_counts(summary))
    if not summary.articles:
        told = f"No article in {settings.raw}:"
        console.print(f"[yellow]{escape(told)}[/] it takes {', '.join(SUFFIXES)} files, also .gz", soft_wrap=True)
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
    following = _next(settings, asking=summary.published is not None)
    for command, words in following.items():
        told = escape(command.ljust(max(map(len, following))))
        console.print(f"  [bold]{told}[/]  {words}", soft_wrap=True, highlight=False)


def _counts(summary: Summary) -> str:
    """ "16 articles, 2 new, 1 refused": what came of the files in the folder."""
    counts = [
        f"{summary.articles} article{'' if summary.articles == 1 else 's'}",
        f"{summary.new_articles} new",
        f"{summary.refused} refused",
    ]
    if summary.copies:
        counts.append(f"{summary.copies} with the bytes of another")
    return ", ".join(counts)


def _next(settings: Settings, *, asking: bool) -> dict[str, str]:
    """Commands for what comes next; they name the folder of results where it is not the usual one."""
    look, ask = "make ui", ".venv/bin/communique sql --help"
    if settings.home != CHECKOUT / "var":
        home = f"--home {shlex.quote(str(settings.home))}"
        look, ask = f".venv/bin/communique ui {home}", f'.venv/bin/communique sql {home} "SHOW TABLES"'
    browser = {look: "the run, its checks, the tables in a browser"}
    return browser | {ask: "questions in SQL"} if asking else browser


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
