"""`communique report`: the published tables as pages for people."""

from commands.exits import CommandError
from commands.options import HomeOption, JsonOption, settings
from commands.output import print_json
from commands.progress import progress_bars


def report(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Write the published tables as pages for people.

    They open in a browser from their folder, without a network. Each run writes them too.

    Examples:

    \b
      communique report
      communique report --home ~/communique --json
    """
    from pipelines.store.ask import AskError
    from pipelines.store.warehouse import publication, writer_lock
    from report.build import build_report

    told = settings(None, home)
    try:
        with writer_lock(told.home), progress_bars() as step:
            step("report", 0, None)
            standing = publication(told.home)
            done = build_report(told.home, told.database, standing.digest if standing else "")
    except AskError as error:
        raise CommandError(str(error)) from error
    if as_json:
        print_json({"report": told.report, "pairs": done.pairs, "articles": done.articles})
    else:
        print(f"{done.pairs} pairs of countries, {done.articles} articles: {told.report}")
