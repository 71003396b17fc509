"""Dagster's own home inside COMMUNIQUE_HOME: runs and schedules are kept there, nothing is sent anywhere."""

import os
from pathlib import Path

import dagster as dg

_CONFIG = """\
# Written by communique; edits are kept.
telemetry:
  enabled: false
nux:
  enabled: false
# The console tells warnings and errors; the UI shows every event.
python_logs:
  python_log_level: WARNING
# One writer at a time: runs wait for each other.
concurrency:
  runs:
    max_concurrent_runs: 1
"""


def dagster_home(home: Path) -> Path:
    """The folder `home/dagster` with a `dagster.yaml`, made where it is missing."""
    folder = home / "dagster"
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / "dagster.yaml"
    if not config.exists():
        private = folder / f".dagster.yaml.{os.getpid()}"
        private.write_text(_CONFIG, "utf-8")
        private.replace(config)
    return folder


def open_instance(home: Path) -> dg.DagsterInstance:
    """The Dagster instance that the UI and the daemon of this home share."""
    folder = dagster_home(home)
    os.environ["DAGSTER_HOME"] = str(folder)
    return dg.DagsterInstance.from_config(str(folder))
