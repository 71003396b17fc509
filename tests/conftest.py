"""What tests of several rooms share."""

import fcntl
import os
from pathlib import Path

import pytest

from assets.settings import load_settings


def _whole_run(home: Path) -> None:
    from assets.run import run_everything  # Dagster takes seconds to import

    summary = run_everything(load_settings({"COMMUNIQUE_HOME": str(home)}), lambda stage, done, of: None)
    assert summary.succeeded, summary.failure


@pytest.fixture(scope="session")
def built_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home folder with a finished run on data/sample; only read it. Workers of pytest-xdist share one run."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home, done = shared / "built_home", shared / "built_home.done"
    with (shared / "built_home.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            _whole_run(home)
            done.touch()
    return home
