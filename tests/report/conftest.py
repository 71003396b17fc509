"""Reports that the tests of this room look at."""

from pathlib import Path

import pytest
from report_rows import disagreeing_rows, hostile_rows
from warehouse_rows import build

from report.build import build_report


@pytest.fixture(scope="session")
def site(built_home: Path) -> Path:
    """The report of the run on data/sample."""
    return built_home / "report"


@pytest.fixture(scope="session")
def disagreeing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on figures that agree in nothing."""
    home = tmp_path_factory.mktemp("disagreeing")
    return build_report(home, build(home, *disagreeing_rows()), "d").folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report on an article that tries to break out of its page."""
    home = tmp_path_factory.mktemp("hostile")
    return build_report(home, build(home, *hostile_rows()), "h").folder
