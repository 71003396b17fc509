"""The command line: the front door for people without a browser."""

import json
import os
import socket
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from assets.settings import Settings, SettingsError, load_settings

app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    add_completion=False,
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


RawOption = Annotated[Path | None, typer.Option(help="Folder of articles; else COMMUNIQUE_RAW, else data/sample.")]
HomeOption = Annotated[Path | None, typer.Option(help="Folder of all results; else COMMUNIQUE_HOME, else var.")]


@app.command()
def run(raw: RawOption = None, home: HomeOption = None) -> None:
    """Read all articles and publish checked fact tables.

    Exit codes: 0 published or nothing new, 1 stopped by a failed stage or critical check, 2 wrong setting.

    Example: communique run --raw ~/articles --home ~/communique
    """
    settings = _settings(raw, home)
    console = Console()
    console.print(f"Articles: {settings.raw}\nResults:  {settings.home}", soft_wrap=True, highlight=False)
    # Dagster takes seconds to import: --help must not wait for it.
    from assets.console import print_summary
    from assets.run import run_everything

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

        def waiting() -> None:
            display.console.print("Another run is at work in this folder: waiting for its end.")

        summary = run_everything(settings, progress, waiting=waiting)
    print_summary(console, settings, summary)
    if not summary.succeeded:
        raise typer.Exit(EXIT_CHECKS_FAILED)


@app.command()
def ui(
    home: HomeOption = None,
    raw: RawOption = None,
    port: Annotated[int, typer.Option(help="Port of the web page.")] = 3000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Start Dagster's UI and daemon (schedule and sensor) and print the address.

    Example: communique ui --home ~/communique --port 3001
    """
    settings = _settings(raw, home)
    _require_free(host, port)
    from assets.instance import close_runs_of_a_dead_ui, dagster_home

    os.environ["DAGSTER_HOME"] = str(dagster_home(settings.home))
    os.environ["COMMUNIQUE_RAW"], os.environ["COMMUNIQUE_HOME"] = str(settings.raw), str(settings.home)
    close_runs_of_a_dead_ui(settings.home)
    workspace = Path(__file__).resolve().parent / "workspace.yaml"
    print(f"Dagster UI: http://{host}:{port}  (ready in some seconds; Ctrl-C stops it)", flush=True)
    os.environ["PYTHONWARNINGS"] = "ignore"  # dagster calls its own dev command superseded
    dagster = Path(sys.executable).with_name("dagster")
    os.execv(
        dagster, [str(dagster), "dev", "-w", str(workspace), "-h", host, "-p", str(port), "--log-level", "warning"]
    )


def _require_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SettingsError(f"port {port} of {host}: {error.strerror}; name another with --port") from error


@app.command()
def report(home: HomeOption = None) -> None:
    """Write the published tables as pages that open in a browser from their folder, and print where they lie.

    Example: communique report --home ~/communique
    """
    from pipelines.store.ask import AskError
    from pipelines.store.warehouse import publication, writer_lock
    from report.build import build_report

    settings = _settings(None, home)
    try:
        with writer_lock(settings.home):
            standing = publication(settings.home)
            done = build_report(settings.home, settings.database, standing.digest if standing else "")
    except AskError as error:
        raise SettingsError(str(error)) from error
    print(f"{done.pairs} pairs of countries, {done.articles} articles: {settings.report}")


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="A query, or a file that holds one.")],
    home: HomeOption = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV instead of a table.")] = False,
    param: Annotated[list[str] | None, typer.Option(help="Value of a $name in the query: --param name=value.")] = None,
) -> None:
    """Ask the published tables, read-only. A row too wide for the console is printed a line a column.

    Example: communique sql "FROM trade_volume_resolved WHERE conflict"

    Example: communique sql sql/queries/visits.sql --param country_a=BLR --param country_b=AZE
    """
    from pipelines.store.ask import AskError, ask, write_csv

    settings = _settings(None, home)
    try:
        answer = ask(settings.database, _query(query), _parameters(param or []))
    except AskError as error:
        raise SettingsError(str(error)) from error
    if csv:
        write_csv(answer, sys.stdout)
        return
    from assets.console import print_answer

    print_answer(Console(), answer)


def _query(told: str) -> str:
    """The query, read from its file where `told` names one."""
    if not told.endswith(".sql"):
        return told
    if not Path(told).is_file():
        raise SettingsError(f"{told}: no such file; sql/queries holds some")
    return Path(told).read_text("utf-8")


def _parameters(told: list[str]) -> dict[str, str]:
    for pair in told:
        if "=" not in pair:
            raise SettingsError(f"--param {pair}: write name=value")
    return dict(pair.split("=", 1) for pair in told)


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
    """Print the data dictionary (Markdown), generated from the COMMENTs of sql/.

    Example: communique dictionary > docs/data-dictionary.md
    """
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
    except BrokenPipeError:
        # Who read our output has seen enough; what is left in the buffer goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
