"""`communique explain`: how one article became rows."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from commands.exits import Code, CommandError
from commands.options import JsonOption
from commands.output import print_json


def explain(
    file: Annotated[Path, typer.Argument(help="An article; a sidecar <name>.json beside it is heeded.")],
    sentence: Annotated[
        str | None, typer.Option(help="Number or words of a sentence: why rules made, or did not make, a row of it.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Address of the page, which may tell its date.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show how one article becomes rows, and why it does not.

    What cleaning took out, the date and how it is known, sentences with their mentions, rows with their rules;
    with --sentence what each table made of that sentence.

    Examples:

    \b
      communique explain data/sample/digest_2021_may.txt
      communique explain data/sample/digest_2021_may.txt --sentence "прибыл"
      communique explain data/sample/digest_2021_may.txt --json
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
    except (UnreadableError, Refused) as error:
        raise CommandError(str(error), Code.REFUSED) from error
    except NoSuchSentenceError as error:
        raise CommandError(str(error)) from error
    if as_json:
        print_json(plain(explained, chosen))
    else:
        print_explained(Console(), explained, chosen)
