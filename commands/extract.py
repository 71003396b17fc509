"""`communique extract`: the facts of texts at once, without a run or a warehouse."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console

from commands.exits import Code, CommandError
from commands.options import JsonOption, PublishedOption, UrlOption
from commands.output import print_json
from commands.progress import progress_bars

if TYPE_CHECKING:
    from pipelines.facts.extract import Extraction

Table = Literal["trade_volume", "visits", "agreements"]


def extract(
    files: Annotated[
        list[str], typer.Argument(help="Articles (.txt, .md, .html, also .gz), folders of them, or - for stdin.")
    ],
    table: Annotated[Table | None, typer.Option(help="Only the rows of one table.")] = None,
    url: UrlOption = None,
    published: PublishedOption = None,
    brief: Annotated[bool, typer.Option("--brief", help="Print rows with their words, not the text.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Print the rows of --table as CSV.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read facts from articles, without a run.

    Prints each text with its facts and mentions marked, then its rows; --json prints one object a line and article.
    A sidecar name.json beside name.txt is heeded. A file that is refused is named on stderr; the others go on.

    Examples:

    \b
      communique extract data/sample/digest_2021_may.txt
      communique extract - --published 2024-05-16 < page.txt
      communique extract articles --brief
      communique extract articles --csv --table trade_volume > trade.csv
      communique extract data/sample/digest_2021_may.txt --json
    """
    if csv and (table is None or as_json):
        raise CommandError("--csv: name one table with --table, and leave --json out")
    # Word lists and rules take half a second to import: --help must not wait for them.
    from commands.articles import read_articles, taken
    from pipelines.documents.make import Refused
    from pipelines.facts.extract import extract_rows

    write, refused = _writer(table, brief=brief, csv=csv, as_json=as_json), 0
    # Where the rows go to the terminal they are progress enough.
    with progress_bars(silent=sys.stdout.isatty()) as step:
        for done, article in enumerate(read_articles(files, url, published), start=1):
            try:
                write(extract_rows(taken(article)))
            except Refused as error:
                print(f"communique: {article.source}: {error}", file=sys.stderr)
                refused += 1
            step("articles", done, None)
    if refused:
        raise typer.Exit(Code.REFUSED)


def _writer(table: Table | None, *, brief: bool, csv: bool, as_json: bool) -> Callable[["Extraction"], None]:
    """What is done with each article."""
    if csv and table:
        from commands.extracted import CsvWriter

        return CsvWriter(sys.stdout, table).write
    if as_json:
        from commands.extracted import extraction_json

        return lambda made: print_json(extraction_json(made, table), indent=None)
    from commands.marked import print_extraction

    console = Console()
    return lambda made: print_extraction(console, made, table, brief=brief)
