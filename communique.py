"""The command line: the front door for people without a browser. Each command is a module of `commands`."""

import os
import sys
from importlib.metadata import version
from importlib.util import find_spec
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from assets.settings import SettingsError
from commands.contract import contract
from commands.dictionary import dictionary
from commands.evaluate import evaluate
from commands.exits import EPILOG, Code, CommandError
from commands.explain import explain
from commands.extract import extract
from commands.reconcile import reconcile
from commands.report import report
from commands.run import run
from commands.sql import sql
from commands.ui import ui

# In the order that --help lists them. A new command is a module of `commands` and its name here.
COMMANDS = (run, extract, explain, sql, report, reconcile, ui, evaluate, dictionary, contract)

app = typer.Typer(
    name="communique",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # brackets of help texts are brackets, examples stay as written
    help="Sourced fact tables (trade, visits, agreements) from Russian-language news about countries.",
    epilog=EPILOG,
)
for command in COMMANDS:
    app.command()(command)


def _print_version(asked: bool) -> None:
    if asked:
        from pipelines.version import stage_version

        print(f"communique {version('communique')}, rules {stage_version('facts')}")
        raise typer.Exit


@app.callback()
def _common(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_print_version, help="Print the version, and that of the rules."
        ),
    ] = False,
) -> None:
    """What stands before the name of a command."""


def main() -> None:
    """Runs the command line; what a user can mend ends in one line, not in a traceback."""
    if find_spec("dagster") is None:
        sys.exit("dagster is not installed: run `make run` once, it makes the environment")
    try:
        code = app(sys.argv[1:] or ["--help"], prog_name="communique", standalone_mode=False)
        sys.stdout.flush()  # a reader that is gone shows here, not while Python ends
    except (SettingsError, CommandError) as error:
        code = _fail(str(error), error.code if isinstance(error, CommandError) else Code.WRONG_USE)
    except TyperException as error:
        context = getattr(error, "ctx", None)
        help_of = context.command_path if context else "communique"
        code = _fail(f"{error.format_message().rstrip('.')} (see {help_of} --help)", Code.WRONG_USE)
    except Abort:
        code = Code.INTERRUPTED
    except (BrokenPipeError, SystemExit) as error:
        # Typer makes an exit of a broken pipe. Who read our output has seen enough: that is no failure.
        if isinstance(error, SystemExit) and not isinstance(error.__context__, BrokenPipeError):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = Code.DONE
    sys.exit(code or Code.DONE)


def _fail(message: str, code: Code) -> Code:
    print(f"communique: {message}", file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
