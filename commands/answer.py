"""Rows on the console."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

_PADDING = 3  # what Rich puts around a cell, with its border


def print_answer(console: Console, names: Sequence[str], answer: Sequence[Mapping[str, Any]]) -> None:
    """Prints rows as a table; where that is wider than the console, row by row with a line a column."""
    if not names:
        console.print("done, no answer")
        return
    rows = [["" if value is None else str(value) for value in row.values()] for row in answer]
    widest = [max(map(len, cells)) for cells in zip(names, *rows, strict=True)]
    if sum(widest) + _PADDING * len(names) + 1 <= console.width:
        table = Table(*map(escape, names))
        for row in rows:
            table.add_row(*map(escape, row))
        console.print(table)
    elif rows:
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
