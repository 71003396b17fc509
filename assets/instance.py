"""Dagster's own home inside COMMUNIQUE_HOME: runs and schedules are kept there, nothing is sent anywhere."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import dagster as dg

from pipelines.store.warehouse import WriterBusyError, writer_lock

# A run from the command line is recorded only while its process holds the writer's place.
FROM_COMMAND_LINE: Mapping[str, str] = MappingProxyType({"communique/started_by": "command line"})
_IN_PROGRESS = [dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED, dg.DagsterRunStatus.CANCELING]

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


def close_dead_runs(instance: dg.DagsterInstance, tags: Mapping[str, str]) -> int:
    """Records as failed the runs with `tags` that a killed process left in progress; returns how many.

    They would count as running for ever, and the queue would wait for them. Call it where none can be alive.
    """
    left = instance.get_runs(dg.RunsFilter(statuses=_IN_PROGRESS, tags=dict(tags)))
    for run in left:
        instance.report_run_failed(run, "The process of this run was killed. What it had finished is kept.")
    return len(left)


def close_runs_of_a_dead_ui(home: Path) -> None:
    """Closes every run in progress, unless a writer is at work in `home`: that one may be what is in progress."""
    try:
        with writer_lock(home, wait=False), open_instance(home) as instance:
            close_dead_runs(instance, {})
    except WriterBusyError:
        return
