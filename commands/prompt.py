"""Questions one after another, for a person at a terminal."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console

from commands.answer import print_answer
from pipelines.store.ask import AskError, ask

_GREETING = "A query ends with ;  SHOW TABLES; lists tables, DESCRIBE visits; columns.  Ctrl-D leaves."


def converse(database: Path, console: Console) -> None:
    """Answers queries until the end of input; what is wrong with one is said in a line.

    Raises AskError where nothing is published.
    """
    names = [row["name"] for row in ask(database, "SHOW TABLES").to_pylist()]
    _complete(names)
    console.print(_GREETING, highlight=False, markup=False)
    for query in _queries():
        try:
            answer = ask(database, query)
        except AskError as error:
            console.print(str(error), style="red", highlight=False, markup=False)
        else:
            print_answer(console, answer.column_names, answer.to_pylist())
    console.print()


def _queries() -> Iterator[str]:
    """Each query as it is finished; Ctrl-C drops the one begun."""
    lines: list[str] = []
    while True:
        try:
            lines.append(input("  ...> " if lines else "query> "))
        except EOFError:
            return
        except KeyboardInterrupt:
            lines.clear()
            print()
            continue
        if lines[-1].rstrip().endswith(";"):
            yield "\n".join(lines)
            lines.clear()
        elif not "".join(lines).strip():
            lines.clear()


def _complete(names: list[str]) -> None:
    """Tab completes names of tables, arrows go back in what was asked, where Python has readline."""
    if find_spec("readline") is None:
        return
    import readline

    def candidate(begun: str, state: int) -> str | None:
        return next(iter([name for name in names if name.startswith(begun)][state:]), None)

    readline.set_completer(candidate)
    readline.parse_and_bind("tab: complete")
