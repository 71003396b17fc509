"""Where articles are read from and where everything is written: two settings, both with defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]


class SettingsError(ValueError):
    """A setting that cannot work; the message says how to mend it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`raw`: folder of articles, only ever read. `home`: folder that everything is written to."""

    raw: Path
    home: Path
    workers: int = 1

    @property
    def database(self) -> Path:
        """The published DuckDB file."""
        return self.home / "communique.duckdb"

    @property
    def exports(self) -> Path:
        """The link to the latest Parquet snapshot."""
        return self.home / "exports" / "current"

    @property
    def data_docs(self) -> Path:
        """The first page of what Great Expectations found."""
        return self.home / "data_docs" / "index.html"

    @property
    def report(self) -> Path:
        """The first page of the report."""
        return self.home / "report" / "index.html"


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Settings from COMMUNIQUE_RAW, COMMUNIQUE_HOME and COMMUNIQUE_WORKERS, made absolute.

    Raises SettingsError, naming the variable and the mend, where one cannot work.
    """
    told = os.environ if environ is None else environ
    raw = _path(told, "COMMUNIQUE_RAW", CHECKOUT / "data" / "sample")
    home = _path(told, "COMMUNIQUE_HOME", CHECKOUT / "var")
    if not raw.is_dir():
        raise SettingsError(f"COMMUNIQUE_RAW={raw}: no such folder; set it to a folder of .txt, .md or .html articles")
    if home.exists() and not home.is_dir():
        raise SettingsError(f"COMMUNIQUE_HOME={home}: is a file; set it to a folder that may be written to")
    if home.is_relative_to(raw) or raw.is_relative_to(home):
        raise SettingsError(
            f"COMMUNIQUE_HOME={home} and COMMUNIQUE_RAW={raw}: one lies inside the other; set them apart"
        )
    nearest = next(p for p in (home, *home.parents) if p.exists())
    if not os.access(nearest, os.W_OK):
        raise SettingsError(f"COMMUNIQUE_HOME={home}: may not be written; set it to a folder of yours")
    return Settings(raw, home, _workers(told))


def _path(told: Mapping[str, str], name: str, default: Path) -> Path:
    value = told.get(name, "").strip()
    return Path(value).expanduser().absolute() if value else default


def _workers(told: Mapping[str, str]) -> int:
    value = told.get("COMMUNIQUE_WORKERS", "").strip() or "1"
    if not value.isdecimal() or not 1 <= int(value) <= 64:
        raise SettingsError(f"COMMUNIQUE_WORKERS={value}: set it to a whole number from 1 to 64")
    return int(value)
