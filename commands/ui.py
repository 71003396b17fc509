"""`communique ui`: Dagster's web page with its daemon."""

import os
import signal
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer

from assets.settings import CHECKOUT
from commands.exits import CommandError
from commands.options import HomeOption, RawOption, settings


def ui(
    home: HomeOption = None,
    raw: RawOption = None,
    port: Annotated[int, typer.Option(help="Port of the web page.", min=1, max=65535)] = 3000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
) -> None:
    """Start Dagster's UI with its schedule and sensor.

    Prints the address; Ctrl-C stops it.

    Examples:

    \b
      communique ui
      communique ui --home ~/communique --port 3001
    """
    told = settings(raw, home)
    _require_free(host, port)
    from assets.instance import close_runs_of_a_dead_ui, dagster_home

    os.environ["DAGSTER_HOME"] = str(dagster_home(told.home))
    os.environ["COMMUNIQUE_RAW"], os.environ["COMMUNIQUE_HOME"] = str(told.raw), str(told.home)
    close_runs_of_a_dead_ui(told.home)
    print(f"Dagster UI: http://{host}:{port}  (ready in some seconds; Ctrl-C stops it)", flush=True)
    os.environ["PYTHONWARNINGS"] = "ignore"  # dagster calls its own dev command superseded
    # "communique ui &" in a script leaves SIGINT ignored: dagster, which takes SIGTERM as SIGINT, would never stop.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    dagster, workspace = Path(sys.executable).with_name("dagster"), CHECKOUT / "workspace.yaml"
    os.execv(
        dagster, [str(dagster), "dev", "-w", str(workspace), "-h", host, "-p", str(port), "--log-level", "warning"]
    )


def _require_free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(f"port {port} of {host}: {error.strerror}; name another with --port") from error
