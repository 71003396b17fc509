"""Options that several commands take, and the settings they make."""

import os
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from assets.settings import CHECKOUT, Settings, load_settings

RawOption = Annotated[
    Path | None,
    typer.Option(
        envvar="COMMUNIQUE_RAW", show_envvar=True, help="Folder of articles, with all folders in it; else data/sample."
    ),
]
HomeOption = Annotated[
    Path | None,
    typer.Option(envvar="COMMUNIQUE_HOME", show_envvar=True, help="Folder that all results lie in; else var."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(envvar="COMMUNIQUE_WORKERS", show_envvar=True, help="Processes that share the work; else 1."),
]
UrlOption = Annotated[str | None, typer.Option(help="Address of the page, which may tell its date and outlet.")]
PublishedOption = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Day the page was published.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON; docs/cli.md explains its keys.")]


def settings(raw: Path | None, home: Path | None, workers: int | None = None) -> Settings:
    """Settings of the environment, with what the options tell put over them. Raises SettingsError."""
    told = dict(os.environ)
    for name, value in (("COMMUNIQUE_RAW", raw), ("COMMUNIQUE_HOME", home), ("COMMUNIQUE_WORKERS", workers)):
        if value is not None:
            told[name] = str(value)
    return load_settings(told)


def published(home: Path | None) -> Path:
    """The published DuckDB file of `home`. Who only reads it needs neither articles nor a folder to write to."""
    return Settings(raw=Path(), home=(home or CHECKOUT / "var").expanduser().absolute()).database
