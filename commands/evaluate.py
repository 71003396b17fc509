"""`communique evaluate`: how good the rows are."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from commands.exits import CommandError
from commands.options import HomeOption, JsonOption, published
from commands.output import print_json
from commands.progress import progress_bars

if TYPE_CHECKING:
    from evaluation.score import Predicted


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
    as_json: JsonOption = False,
) -> None:
    """Score rows against articles annotated by hand.

    Precision, recall and F1 a table, right values a column; with --misses every row that is wrong or missing.

    Examples:

    \b
      communique evaluate --gold tests/gold/facts --raw tests/gold/texts
      communique evaluate --gold annotations --misses --home ~/communique
      communique evaluate --gold tests/gold/facts --raw tests/gold/texts --json
    """
    from evaluation.gold import GoldError, load_gold
    from evaluation.report import as_json as plain
    from evaluation.report import print_score
    from evaluation.score import score
    from pipelines.store.ask import AskError

    try:
        wanted = [d for folder in gold for d in load_gold(folder, only=only, with_published=with_published)]
        made = _predicted(raw or [], home)
    except (GoldError, NotADirectoryError, AskError) as error:
        raise CommandError(str(error)) from error
    if not wanted:
        raise CommandError(f"--gold: no {only}*.json in {', '.join(str(folder) for folder in gold)}")
    result = score(wanted, made, with_published=with_published)
    if as_json:
        print_json(plain(result))
    else:
        print_score(Console(), result, misses=misses)


def _predicted(raw: list[Path], home: Path | None) -> "dict[str, Predicted]":
    """What the rules make of the texts of `raw`; without any, what is published in `home`."""
    from evaluation.predict import predict_folder, predict_published

    if not raw:
        return predict_published(published(home))
    made: dict[str, Predicted] = {}
    with progress_bars() as step:
        for folder in raw:
            made |= predict_folder(folder, partial(step, folder.name))
    return made
