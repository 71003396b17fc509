"""`communique run`: articles to published tables."""

import sys

import typer
from rich.console import Console

from commands.exits import Code
from commands.options import HomeOption, JsonOption, RawOption, WorkersOption, settings
from commands.output import print_json
from commands.progress import progress_bars


def run(
    raw: RawOption = None, home: HomeOption = None, workers: WorkersOption = None, as_json: JsonOption = False
) -> None:
    """Read all articles, check the rows, publish the tables.

    Only what is new is read. A failed critical check leaves the last tables as they were and ends with exit code 1.

    Examples:

    \b
      communique run
      communique run --raw ~/articles --home ~/communique
      communique run --workers 2 --json
    """
    told = settings(raw, home, workers)
    console = Console(stderr=as_json)
    console.print(f"Articles: {told.raw}\nResults:  {told.home}", soft_wrap=True, highlight=False)
    # Dagster takes seconds to import: --help must not wait for it.
    from assets.run import run_everything
    from commands.summary import print_summary, summary_json

    with progress_bars() as step:
        summary = run_everything(told, step, waiting=_waiting)
    if as_json:
        print_json(summary_json(told, summary))
    else:
        print_summary(console, told, summary)
    if not summary.succeeded:
        raise typer.Exit(Code.STOPPED)


def _waiting() -> None:
    print("Another run is at work in this folder: waiting for its end.", file=sys.stderr)
