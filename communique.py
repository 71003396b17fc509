"""The command line: the front door for people without a browser."""

import json
import os
import sys
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from assets.settings import Settings, SettingsError, load_settings

app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Sourced fact tables (trade, visits, agreements) from Russian-language news about countries.",
)

EXIT_CHECKS_FAILED = 1
EXIT_WRONG_SETTING = 2


def _settings(raw: Path | None, home: Path | None) -> Settings:
    told = dict(os.environ)
    if raw is not None:
        told["COMMUNIQUE_RAW"] = str(raw)
    if home is not None:
        told["COMMUNIQUE_HOME"] = str(home)
    return load_settings(told)


RawOption = Annotated[Path | None, typer.Option(help="Folder of articles [env: COMMUNIQUE_RAW, else data/sample].")]
HomeOption = Annotated[Path | None, typer.Option(help="Folder for all results [env: COMMUNIQUE_HOME, else var].")]


@app.command()
def run(raw: RawOption = None, home: HomeOption = None) -> None:
    """Read all articles and publish checked fact tables.

    Exit codes: 0 published (or nothing new), 1 stopped by a failed stage or critical check, 2 wrong setting.
    """
    settings = _settings(raw, home)
    console = Console(stderr=False)
    console.print(f"Articles from [bold]{settings.raw}[/] into [bold]{settings.home}[/]")
    from assets.run import run_everything  # Dagster takes seconds to import: --help must not wait for it

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description:14}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as display:
        tasks: dict[str, int] = {}

        def progress(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = int(display.add_task(stage, total=of))
            display.update(display.task_ids[tasks[stage]], completed=done, total=of)

        summary = run_everything(settings, progress)
    _print_summary(console, settings, summary)
    if not summary.succeeded:
        raise typer.Exit(EXIT_CHECKS_FAILED)


def _print_summary(console: Console, settings: Settings, summary: "Summary") -> None:  # type: ignore[name-defined]  # noqa: F821
    if summary.succeeded and not summary.changed:
        console.print("[green]Nothing new:[/] the published tables are those of the last run.")
    table = Table(title=f"{summary.articles} articles, {summary.new_articles} new, {summary.refused} refused")
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name, rows in (summary.published.rows if summary.published else {}).items():
        table.add_row(name, f"{rows:,}")
    console.print(table)
    if summary.unread:
        console.print(f"[red]{summary.unread} times an article could not be read for facts:[/] see quarantine")
    outcomes = Counter(c.outcome for c in summary.checks)
    console.print(
        f"Checks: [green]{outcomes['passed']} passed[/], [red]{outcomes['failed']} failed[/], "
        f"{outcomes['error']} could not be evaluated, {outcomes['not_covered']} not covered"
    )
    for check in summary.checks:
        if check.outcome in ("failed", "error"):
            mark = "[red]critical[/]" if check.critical else "[yellow]warning[/]"
            console.print(f"  {mark} {check.table}.{check.name}: {check.message}")
    if not summary.succeeded:
        console.print(f"[red]Not published:[/] {summary.failure}")
    console.print("Results:")
    for what, path in _places(settings):
        if path.exists():
            console.print(f"  {what:11} {path}", soft_wrap=True)
    console.print(
        "Next: [bold]make ui[/] shows the run, [bold].venv/bin/communique sql[/] asks SQL; README.md says more."
    )


def _places(settings: Settings) -> tuple[tuple[str, Path], ...]:
    return (
        ("DuckDB", settings.database),
        ("Parquet", settings.exports),
        ("Data Docs", settings.home / "data_docs" / "index.html"),
        ("quarantine", settings.home / "quarantine"),
    )


@app.command()
def ui(
    home: HomeOption = None,
    raw: RawOption = None,
    port: Annotated[int, typer.Option(help="Port of the web page.")] = 3000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Start Dagster's UI and daemon (schedule and sensor) and print the address."""
    settings = _settings(raw, home)
    from assets.instance import dagster_home

    os.environ["DAGSTER_HOME"] = str(dagster_home(settings.home))
    os.environ["COMMUNIQUE_RAW"], os.environ["COMMUNIQUE_HOME"] = str(settings.raw), str(settings.home)
    workspace = Path(__file__).resolve().parent / "workspace.yaml"
    print(f"Dagster UI: http://{host}:{port}  (Ctrl-C stops it)", flush=True)
    os.environ["PYTHONWARNINGS"] = "ignore"  # dagster calls its own dev command superseded
    dagster = Path(sys.executable).with_name("dagster")
    os.execv(dagster, [str(dagster), "dev", "-w", str(workspace), "-h", host, "-p", str(port)])


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="A query, or a file that holds one.")],
    home: HomeOption = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
    param: Annotated[list[str] | None, typer.Option(help="Value of a $name in the query: --param name=value.")] = None,
) -> None:
    """Ask the published tables, read-only.

    Example: communique sql sql/queries/visits.sql --param country_a=BLR --param country_b=AZE
    """
    from pipelines.store.ask import AskError, ask, write_csv

    settings = _settings(None, home)
    text = Path(query).read_text("utf-8") if query.endswith(".sql") and Path(query).is_file() else query
    try:
        answer = ask(settings.database, text, dict(p.split("=", 1) for p in param or () if "=" in p))
    except AskError as error:
        raise SettingsError(str(error)) from error
    if csv:
        write_csv(answer, sys.stdout)
        return
    table = Table(*answer.column_names)
    for row in answer.to_pylist():
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    Console().print(table)


@app.command()
def evaluate(
    gold: Annotated[
        list[Path], typer.Option(help="Folder of articles annotated by hand (<id>.json); may be repeated.")
    ],
    raw: Annotated[
        list[Path] | None, typer.Option(help="Folder of their texts, read anew; else the published file is scored.")
    ] = None,
    home: HomeOption = None,
    only: Annotated[str, typer.Option(help="Only gold files whose name begins so.")] = "",
    with_published: Annotated[
        bool, typer.Option("--with-published", help="Score also what needs the page's address or date.")
    ] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Print every miss with its sentence.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON: all figures and misses.")] = False,
) -> None:
    """Score rows against articles annotated by hand: precision, recall, columns, misses.

    Example: communique evaluate --gold tests/gold/facts --raw tests/gold/texts --misses
    """
    from evaluation.gold import GoldError, load_gold
    from evaluation.predict import predict_folder, predict_published
    from evaluation.report import as_json as plain
    from evaluation.report import print_score
    from evaluation.score import Predicted, score
    from pipelines.store.ask import AskError

    try:
        wanted = [
            document for folder in gold for document in load_gold(folder, only=only, with_published=with_published)
        ]
        made: dict[str, Predicted] = {}
        for folder in raw or ():
            made |= predict_folder(folder)
        if not raw:
            made = predict_published(_settings(None, home).database)
    except (GoldError, NotADirectoryError, AskError) as error:
        raise SettingsError(str(error)) from error
    if not wanted:
        raise SettingsError(f"--gold: no {only}*.json in {', '.join(str(folder) for folder in gold)}")
    result = score(wanted, made, with_published=with_published)
    if as_json:
        print(json.dumps(plain(result), ensure_ascii=False, indent=1))
        return
    print_score(Console(), result, misses=misses)


@app.command()
def explain(
    file: Annotated[Path, typer.Argument(help="An article; a sidecar <name>.json beside it is heeded.")],
    sentence: Annotated[
        str | None, typer.Option(help="Number or words of a sentence: why rules made, or did not make, a row of it.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Address of the page, which may tell its date.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Show how one article becomes rows: cleaning, date, sentences, mentions, facts.

    Example: communique explain data/sample/digest_2021_may.txt --sentence "прибыл"
    """
    from dataclasses import replace

    from evaluation.explain import NoSuchSentenceError, choose
    from evaluation.explain import as_json as plain
    from evaluation.explain import explain as explain_article
    from evaluation.explain_report import print_explained
    from pipelines.documents.make import Refused
    from pipelines.documents.read import UnreadableError, read_article

    try:
        article = read_article(file)
        if url is not None:
            article = replace(article, sidecar=replace(article.sidecar, url=url))
        explained = explain_article(article)
        chosen = [] if sentence is None else choose(explained, sentence)
    except (UnreadableError, Refused, NoSuchSentenceError) as error:
        raise SettingsError(str(error)) from error
    if as_json:
        print(json.dumps(plain(explained, chosen), ensure_ascii=False, indent=1))
        return
    print_explained(Console(), explained, chosen)


@app.command()
def dictionary() -> None:
    """Print the data dictionary (Markdown), generated from the COMMENTs of sql/."""
    from pipelines.store.dictionary import data_dictionary

    print(data_dictionary(), end="")


def main() -> None:
    """Runs the command line; what a user can mend ends in one line, not in a traceback."""
    if find_spec("dagster") is None:
        sys.exit("dagster is not installed: run `make run` once, it makes the environment")
    try:
        app()
    except SettingsError as error:
        print(f"communique: {error}", file=sys.stderr)
        sys.exit(EXIT_WRONG_SETTING)


if __name__ == "__main__":
    main()
