"""`communique sql`: questions to the published tables, read-only."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from commands.answer import print_answer
from commands.exits import CommandError
from commands.options import HomeOption, JsonOption, published
from commands.output import print_json


def sql(
    query: Annotated[
        str | None,
        typer.Argument(help="A query, a file of one (*.sql), or - for stdin; without it a prompt.", show_default=False),
    ] = None,
    home: HomeOption = None,
    param: Annotated[list[str] | None, typer.Option(help="Value of a $name in the query: --param name=value.")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_json: JsonOption = False,
    parquet: Annotated[Path | None, typer.Option(help="Write a Parquet file and print nothing.")] = None,
) -> None:
    """Ask the published tables in SQL, read-only.

    A row too wide for the console is printed a line a column. A "; " parts the items of a list in CSV.

    Examples:

    \b
      communique sql "FROM trade_volume_resolved WHERE conflict"
      communique sql sql/queries/busiest_pairs.sql
      communique sql "FROM visits WHERE place = $city" --param city=Баку
      communique sql "FROM agreements" --csv > agreements.csv
      communique sql "FROM trade_volume" --parquet trade.parquet
      communique sql
    """
    from pipelines.store.ask import AskError, ask, write_csv, write_parquet

    if sum((csv, as_json, parquet is not None)) > 1:
        raise CommandError("--csv, --json, --parquet: choose one")
    database, values, console = published(home), _parameters(param or []), Console()
    if query is None and sys.stdin.isatty():
        from commands.prompt import converse

        converse(database, console)
        return
    try:
        answer = ask(database, _query(query), values)
        if parquet is not None:
            write_parquet(answer, parquet)
    except AskError as error:
        raise CommandError(str(error)) from error
    if parquet is not None:
        return
    if csv:
        write_csv(answer, sys.stdout)
    elif as_json:
        print_json(answer.to_pylist())
    else:
        print_answer(console, answer.column_names, answer.to_pylist())


def _query(told: str | None) -> str:
    """The query: as told, read from the file told, or from stdin."""
    if told is None or told == "-":
        return sys.stdin.read()
    if not told.endswith(".sql"):
        return told
    if not Path(told).is_file():
        raise CommandError(f"{told}: no such file; sql/queries holds some")
    return Path(told).read_text("utf-8")


def _parameters(told: list[str]) -> dict[str, str]:
    for pair in told:
        if "=" not in pair:
            raise CommandError(f"--param {pair}: write name=value")
    return dict(pair.split("=", 1) for pair in told)
