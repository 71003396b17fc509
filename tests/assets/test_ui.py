"""Dagster's UI in a real browser: what a reader of a finished run finds, and runs started from there.

One UI, and its tests in their order: what they see grows.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assets.definitions import definitions
from assets.settings import CHECKOUT
from pipelines.store.warehouse import publication

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = shutil.which("chromium")
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
SECONDS = 180  # for a start of the UI or a run; many times what it takes on an idle machine
GROUPS = sorted({str(spec.group_name) for spec in definitions.resolve_all_asset_specs()})
ASSETS = sorted(spec.key.to_user_string() for spec in definitions.resolve_all_asset_specs())
FIGURE = "figure_aze_blr_turnover_2020"
# The known figure of that year is 447.1.
MISPRINT = "МИНСК, 5 февраля 2021 года. Товарооборот Беларуси и Азербайджана в 2020 году составил 417,1 млн долларов."

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="needs Debian's package chromium"),
]


@dataclass(frozen=True)
class Ui:
    """A running `communique ui`."""

    base: str
    home: Path
    raw: Path

    def ask(self, query: str) -> Any:
        request = urllib.request.Request(
            f"{self.base}/graphql", json.dumps({"query": query}).encode(), {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["data"]

    def runs(self) -> dict[str, str]:
        """Status of every run by its id, the latest first."""
        told = self.ask("{runsOrError {... on Runs {results {runId status}}}}")
        return {r["runId"]: r["status"] for r in told["runsOrError"]["results"]}


def _wait_for(what: str, met: Callable[[], Any]) -> Any:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            if found := met():
                return found
        except OSError:
            pass  # not listening yet
        time.sleep(0.5)
    raise AssertionError(f"{what}: not within {SECONDS} s")


def _loaded(ui: Ui) -> bool:
    told = ui.ask("{workspaceOrError {... on Workspace {locationEntries {locationOrLoadError {__typename}}}}}")
    (location,) = told["workspaceOrError"]["locationEntries"]
    assert location["locationOrLoadError"]["__typename"] != "PythonError"
    return location["locationOrLoadError"]["__typename"] == "RepositoryLocation"


@pytest.fixture(scope="module")
def ui(built_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ui]:
    base = tmp_path_factory.mktemp("ui")
    home, raw = base / "home", base / "raw"
    shutil.copytree(built_home, home, symlinks=True)
    shutil.copytree(CHECKOUT / "data" / "sample", raw)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, str(CHECKOUT / "communique.py"), "ui", "--port", str(port)]
    command += ["--home", str(home), "--raw", str(raw)]
    with (base / "log").open("w") as log:
        # From another folder: nothing may hang on where it is started.
        process = subprocess.Popen(command, cwd=base, stdout=log, stderr=log, start_new_session=True)
    running = Ui(f"http://127.0.0.1:{port}", home, raw)
    try:
        _wait_for(f"the UI, see {base / 'log'}", lambda: _loaded(running))
        yield running
    finally:
        process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        # Code servers outlive their parent for a while: the whole session goes.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def page(ui: Ui) -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        page = browser.new_page(viewport={"width": 1500, "height": 950})
        page.set_default_timeout(30_000)
        yield page
        browser.close()


def _see(page: Any, text: str) -> None:
    page.get_by_text(text, exact=True).first.wait_for()


def _run_started_by(ui: Ui, start: Callable[[], None]) -> str:
    """Id of the run that `start` leads to, once it has succeeded."""
    before = set(ui.runs())
    start()
    (run,) = _wait_for("a new run", lambda: set(ui.runs()) - before)
    ended = _wait_for("its end", lambda: ui.runs()[run] in ("SUCCESS", "FAILURE", "CANCELED"))
    assert ended and ui.runs()[run] == "SUCCESS"
    return str(run)


def _nodes(page: Any, *names: str) -> None:
    """Waits until the drawing of the graph holds these nodes."""
    page.wait_for_function(
        """names => {
            const told = [...document.querySelectorAll("foreignObject *")].map(e => e.textContent);
            return names.every(name => told.includes(name));
        }""",
        arg=list(names),
    )


def test_the_graph_shows_the_groups_and_opens_to_all_assets(page: Any, ui: Ui) -> None:
    page.goto(f"{ui.base}/asset-groups")
    _nodes(page, *GROUPS)
    page.get_by_text("Global asset lineage").first.click()
    page.keyboard.press("Alt+E")  # opens all groups
    _nodes(page, *GROUPS, *ASSETS)


def test_the_finished_run_is_green(page: Any, ui: Ui) -> None:
    (run,) = ui.runs()
    page.goto(f"{ui.base}/runs")
    row = page.locator("[class*=VirtualizedTable_row]").filter(has_text=run[:8])
    row.wait_for()
    assert "everything" in row.inner_text() and "Success" in row.inner_text()


def test_a_fact_table_tells_its_rows_columns_and_rules(page: Any, ui: Ui) -> None:
    rows = publication(ui.home)
    assert rows is not None
    page.goto(f"{ui.base}/assets/trade_volume")
    _see(page, "Row count")
    _see(page, str(rows.rows["trade_volume"]))
    for word in ("change_ratio", "DECIMAL(18,2)", "rules", "preview", "facts", "every other column", "open_data_docs"):
        _see(page, word)
    page.get_by_text("Plots", exact=True).first.click()
    _see(page, "dagster/row_count")


def test_the_warehouse_tells_the_columns_of_all_tables_and_plots_their_rows(page: Any, ui: Ui) -> None:
    page.goto(f"{ui.base}/assets/warehouse")
    for word in ("visits.plover_event", "trade_volume_resolved.amount"):
        page.get_by_placeholder("Filter columns").fill(word)
        _see(page, word)
    page.get_by_text("Plots", exact=True).first.click()
    _see(page, "rows_of_visits")


def test_checks_are_green_with_their_reason(page: Any, ui: Ui) -> None:
    page.goto(f"{ui.base}/assets/trade_volume?view=checks&checkDetail={FIGURE}")
    _see(page, "Passed")
    page.get_by_text("447.1 million dollars for 2020").first.wait_for()


def test_the_schedule_and_the_sensor_are_listed_and_off(page: Any, ui: Ui) -> None:
    page.goto(f"{ui.base}/automation")
    _see(page, "daily")
    _see(page, "new_articles")
    states = ui.ask(
        "{workspaceOrError {... on Workspace {locationEntries {locationOrLoadError {... on RepositoryLocation"
        " {repositories {schedules {scheduleState {status}} sensors {sensorState {status}}}}}}}}}"
    )
    (location,) = states["workspaceOrError"]["locationEntries"]
    (repository,) = location["locationOrLoadError"]["repositories"]
    assert {s["scheduleState"]["status"] for s in repository["schedules"]} == {"STOPPED"}
    assert {s["sensorState"]["status"] for s in repository["sensors"]} == {"STOPPED"}


def test_a_run_started_with_the_button_succeeds(page: Any, ui: Ui) -> None:
    page.goto(f"{ui.base}/locations/communique/jobs/everything")
    run = _run_started_by(ui, lambda: page.get_by_role("button", name="Materialize all").click())
    page.goto(f"{ui.base}/runs/{run}")
    _see(page, "Success")
    _see(page, f"{len(ASSETS)} assets")


def test_the_sensor_sees_a_new_article_and_its_misprint_fails_the_known_figure(page: Any, ui: Ui) -> None:
    (ui.raw / "misprint.txt").write_text(MISPRINT, "utf-8")
    page.goto(f"{ui.base}/locations/communique/sensors/new_articles")
    switch = page.locator("input[type=checkbox]").first
    switch.wait_for(state="attached")
    run = _run_started_by(ui, lambda: switch.locator("xpath=..").click())
    page.goto(f"{ui.base}/runs/{run}")
    page.get_by_text("new_articles").first.wait_for()
    page.goto(f"{ui.base}/assets/trade_volume?view=checks&checkDetail={FIGURE}")
    _see(page, "1 row breaks it")
    page.get_by_text("[Show Markdown]", exact=True).first.click()
    _see(page, "417100000.00")
