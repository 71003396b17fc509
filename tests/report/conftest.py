"""Reports that the tests of this room look at."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser_tab import ARGS, CHROMIUM, Tab
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium; tests that need it are skipped without."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("needs Debian's package chromium")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Any, site: Path) -> Iterator[Tab]:
    """A tab on the report of data/sample; nothing may have gone wrong in it in the end."""
    tab = Tab(browser, site)
    yield tab
    tab.context.close()
    assert tab.wrong == []
