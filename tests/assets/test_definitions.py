"""What Dagster is told: groups, jobs, schedule, sensor, checks, and words on everything."""

from pathlib import Path

import dagster as dg
import pytest

from assets.automation import new_articles
from assets.definitions import definitions
from assets.instance import open_instance
from pipelines.store.schema import FACT_TABLES, described
from pipelines.store.schema import TABLES as SCHEMA_TABLES
from pipelines.store.suites import suite_of
from pipelines.store.warehouse import publication

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


TABLES = ("documents", "mentions", *FACT_TABLES)
WITHOUT_COLUMNS = {"report"}  # pages


@pytest.fixture(scope="module")
def materialized(built_home: Path) -> dict[str, dict[str, dg.MetadataValue]]:
    """Metadata of the latest materialization of each asset, as the UI reads it."""
    with open_instance(built_home) as instance:
        found = {name: instance.get_latest_materialization_event(dg.AssetKey(name)) for name in GROUPS}
    return {name: dict(event.asset_materialization.metadata) for name, event in found.items() if event}


def _schema_of(asset: str) -> dict[str, dg.TableColumn]:
    (spec,) = [s for s in definitions.resolve_all_asset_specs() if s.key.to_user_string() == asset]
    told = spec.metadata.get("dagster/column_schema")
    return {c.name: c for c in told.columns} if told else {}


@pytest.mark.parametrize("asset", sorted(set(GROUPS) - WITHOUT_COLUMNS))
def test_columns_have_the_words_of_the_contract(asset: str) -> None:
    columns = _schema_of(asset)
    views = {v.name for v in described()} - set(SCHEMA_TABLES)
    assert columns and [c for c, told in columns.items() if not told.description and c.split(".")[0] not in views] == []
    if asset in TABLES:
        (table,) = [t for t in described() if t.name == asset]
        assert {c: told.description for c, told in columns.items()} == {c.name: c.comment for c in table.columns}


@pytest.mark.parametrize("asset", sorted(set(GROUPS) - {"raw_articles", "report"}))
def test_column_lineage_leads_to_columns_that_are_there(
    asset: str, materialized: dict[str, dict[str, dg.MetadataValue]]
) -> None:
    """Dagster looks for it in the materialization; every column has one but those made anew on each run, and views."""
    lineage = materialized[asset]["dagster/column_lineage"].value.deps_by_column
    views = {v.name for v in described()} - set(SCHEMA_TABLES)
    mine = {c for c in _schema_of(asset) if c.split(".")[0] not in views}
    assert set(lineage) == mine - ({"ingested_at"} if asset == "documents" else set())
    told = {(d.asset_key.to_user_string(), d.column_name) for deps in lineage.values() for d in deps}
    assert told and all(column in _schema_of(parent) for parent, column in told)


@pytest.mark.parametrize("table", FACT_TABLES)
def test_facts_lead_to_documents(table: str, materialized: dict[str, dict[str, dg.MetadataValue]]) -> None:
    lineage = materialized[table]["dagster/column_lineage"].value.deps_by_column
    assert {d.asset_key.to_user_string() for deps in lineage.values() for d in deps} == {"documents"}
    assert "| documents.text | every other column |" in str(materialized[table]["lineage"].value)


@pytest.mark.parametrize("asset", sorted(GROUPS))
def test_each_run_tells_a_preview_and_numbers_to_plot(
    asset: str, materialized: dict[str, dict[str, dg.MetadataValue]]
) -> None:
    told = materialized[asset]
    assert isinstance(told["preview"], dg.MarkdownMetadataValue) and str(told["preview"].value).count("\n") >= 2
    numbers = {k for k, v in told.items() if isinstance(v, dg.IntMetadataValue | dg.FloatMetadataValue)}
    assert {"seconds", "pairs" if asset == "report" else "dagster/row_count"} <= numbers


@pytest.mark.parametrize("asset", sorted(set(GROUPS) - {"raw_articles"}))
def test_each_asset_says_where_report_and_data_docs_lie(
    asset: str, built_home: Path, materialized: dict[str, dict[str, dg.MetadataValue]]
) -> None:
    for link in ("open_report", "open_data_docs"):
        told = materialized[asset][link]
        assert isinstance(told, dg.PathMetadataValue) and Path(str(told.value)).is_file()
        assert Path(str(told.value)).is_relative_to(built_home)


def test_the_warehouse_counts_the_rows_of_every_table(
    built_home: Path, materialized: dict[str, dict[str, dg.MetadataValue]]
) -> None:
    standing = publication(built_home)
    assert standing is not None
    told = {
        k.removeprefix("rows_of_"): v.value for k, v in materialized["warehouse"].items() if k.startswith("rows_of_")
    }
    assert told == dict(standing.rows) and set(told) == set(SCHEMA_TABLES)
