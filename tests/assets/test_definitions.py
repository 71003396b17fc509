"""What Dagster is told: groups, jobs, schedule, sensor, checks, and words on everything."""

from pathlib import Path

import dagster as dg
import pytest

from assets.automation import new_articles
from assets.definitions import definitions
from pipelines.store.suites import suite_of

GROUPS = {
    "raw_articles": "documents",
    "documents": "documents",
    "mentions": "entities",
    "trade_volume": "facts",
    "visits": "facts",
    "agreements": "facts",
    "warehouse": "exports",
    "exports": "exports",
    "report": "exports",
}


def test_every_asset_has_group_description_owner_and_kind() -> None:
    specs = {s.key.to_user_string(): s for s in definitions.resolve_all_asset_specs()}
    assert {name: s.group_name for name, s in specs.items()} == GROUPS
    assert all(s.description and s.owners and s.kinds for s in specs.values())


def test_arrows_follow_the_flow() -> None:
    graph = definitions.resolve_asset_graph()
    parents = {
        k.to_user_string(): sorted(p.to_user_string() for p in graph.get(k).parent_keys)
        for k in graph.get_all_asset_keys()
    }
    assert parents == {
        "raw_articles": [],
        "documents": ["raw_articles"],
        "mentions": ["documents"],
        "trade_volume": ["mentions"],
        "visits": ["mentions"],
        "agreements": ["mentions"],
        "warehouse": ["agreements", "trade_volume", "visits"],
        "exports": ["warehouse"],
        "report": ["exports"],
    }


@pytest.mark.parametrize("table", ["documents", "mentions", "trade_volume", "visits", "agreements"])
def test_each_expectation_is_an_asset_check(table: str) -> None:
    keys = definitions.resolve_asset_graph().get_check_keys_for_assets({dg.AssetKey(table)})
    assert {k.name for k in keys} == {e.name for e in suite_of(table)}


def test_jobs_schedule_and_sensor_are_there() -> None:
    assert definitions.resolve_job_def("everything") and definitions.resolve_job_def("facts")
    assert definitions.resolve_schedule_def("daily").cron_schedule == "0 5 * * *"
    assert definitions.resolve_sensor_def("new_articles").job_name == "everything"


def test_the_sensor_asks_for_a_run_when_files_come_change_or_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    monkeypatch.setenv("COMMUNIQUE_RAW", str(raw))
    monkeypatch.setenv("COMMUNIQUE_HOME", str(tmp_path / "home"))
    cursor, asked = None, []
    for change in ("none", "come", "none", "change", "go"):
        if change == "come":
            (raw / "a.txt").write_text("один", "utf-8")
        elif change == "change":
            (raw / "a.txt").write_text("два слова", "utf-8")
        elif change == "go":
            (raw / "a.txt").unlink()
        with dg.build_sensor_context(cursor=cursor) as context:
            said = new_articles(context)
        asked.append(isinstance(said, dg.SensorResult))
        if isinstance(said, dg.SensorResult):
            cursor = said.cursor
    assert asked == [True, True, False, True, True]
