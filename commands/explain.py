"""`communique explain`: how one article became rows."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from commands.exits import Code, CommandError
from commands.options import JsonOption, PublishedOption, UrlOption
from commands.output import print_json


def explain(
    file: Annotated[str, typer.Argument(help="An article, or - for stdin; a sidecar <name>.json beside it is heeded.")],
    sentence: Annotated[
        str | None, typer.Option(help="Number or words of a sentence: why rules made, or did not make, a row of it.")
    ] = None,
    url: UrlOption = None,
    published: PublishedOption = None,
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
    from commands.articles import read_articles, taken
    from evaluation.explain import NoSuchSentenceError, choose
    from evaluation.explain import as_json as plain
    from evaluation.explain_report import print_explained
    from pipelines.documents.make import Refused
    from pipelines.facts.extract import extract_rows

    if Path(file).is_dir():
        raise CommandError(f"{file}: a folder; name one article")
    (article,) = read_articles([file], url, published)
    try:
        explained = extract_rows(taken(article))
        chosen = [] if sentence is None else choose(explained, sentence)
    except Refused as error:
        raise CommandError(f"{article.source}: {error}", Code.REFUSED) from error
    except NoSuchSentenceError as error:
        raise CommandError(str(error)) from error
    if as_json:
        print_json(plain(explained, chosen))
    else:
        print_explained(Console(), explained, chosen)
