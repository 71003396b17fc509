"""A score as people and programs read it."""

from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from evaluation.gold import TABLES
from evaluation.score import Score, halves

_COLOURS = {"wrong": "yellow", "missed": "red", "extra": "magenta", "date": "yellow", "absent": "red"}


def as_json(score: Score) -> dict[str, Any]:
    """The figures of `score` and every miss, of plain values only."""
    return {
        "documents": score.documents,
        "dated": {"documents": score.dated, "day_right": score.day_right, "year_right": score.year_right},
        "false_rows_in_documents_without_facts": score.false_in_empty,
        "tables": {table: _table(score, table) for table in TABLES},
        "misses": [
            {"kind": m.kind, "file": m.file, "table": m.table, "told": m.told, "sentence": m.sentence}
            for m in score.misses
        ],
    }


def _table(score: Score, name: str) -> dict[str, Any]:
    tally = score.tables[name]
    upper, lower = halves(tally)
    return {
        "gold": tally.gold,
        "predicted": tally.predicted,
        "found": tally.found,
        "exact": tally.exact,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "exact_f1": tally.exact_f1,
        "columns": {c: {"right": right, "of": of} for c, (right, of) in tally.columns.items()},
        "right_in_confident_half": upper,
        "right_in_other_half": lower,
    }


def print_score(console: Console, score: Score, *, misses: bool = False) -> None:
    """Prints the figures; with `misses` also every row that is not as gold has it."""
    console.print(_figures(score))
    for name in TABLES:
        tally = score.tables[name]
        upper, lower = halves(tally)
        told = ", ".join(f"{column} {right}/{of}" for column, (right, of) in tally.columns.items())
        console.print(f"[bold]{name}[/] columns right: {told or 'no row found'}")
        console.print(f"  rows right in the confident half {upper:.0%}, in the other half {lower:.0%}")
    console.print(
        f"{score.documents} documents; published to the day {score.day_right}/{score.dated}, "
        f"to the year {score.year_right}/{score.dated}; "
        f"{score.false_in_empty} false rows in documents without facts"
    )
    for miss in score.misses if misses else ():
        colour = _COLOURS[miss.kind]
        console.print(
            f"[{colour}]{miss.kind:6}[/] {escape(miss.file)} [bold]{miss.table}[/] {escape(miss.told)}",
            soft_wrap=True,
            highlight=False,
        )
        if miss.sentence:
            console.print(f"       {escape(miss.sentence)}", style="dim", soft_wrap=True, highlight=False)


def _figures(score: Score) -> Table:
    table = Table(box=SIMPLE_HEAD)
    table.add_column("table", no_wrap=True, min_width=len(max(TABLES, key=len)))
    for heading in ("gold", "rows", "found", "exact", "P", "R", "F1", "F1 exact"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name in TABLES:
        tally = score.tables[name]
        table.add_row(
            name,
            *(str(count) for count in (tally.gold, tally.predicted, tally.found, tally.exact)),
            *(f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1, tally.exact_f1)),
        )
    return table
