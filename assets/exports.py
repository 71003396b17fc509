"""Assets `warehouse` and `exports`: the published DuckDB file and the Parquet snapshot made from it."""

import time

import dagster as dg

from assets.candidate import build
from assets.documents import OWNERS, RETRY
from assets.facts import fact_assets
from assets.links import links
from assets.preview import markdown_table
from assets.resources import Workplace
from assets.schema import column_lineage, published_schema, sources_of_exports, sources_of_warehouse
from pipelines.store.exports import export
from pipelines.store.odcs import FILE as CONTRACT_FILE
from pipelines.store.schema import TABLES
from pipelines.store.warehouse import publication, publish


@dg.asset(
    group_name="exports",
    owners=OWNERS,
    kinds={"duckdb"},
    retry_policy=RETRY,
    deps=list(fact_assets),
    required_resource_keys={"workplace"},
    metadata={"dagster/column_schema": published_schema()},
)
def warehouse(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """The published DuckDB file, with views and a COMMENT on every table and column.

    It appears at once, and only when every critical check of the fact tables has passed.
    """
    place: Workplace = context.resources.workplace
    home, began = place.settings.home, time.perf_counter()
    place.progress("warehouse", 0, 1)
    selection, candidate = build(place)
    before = publication(home)
    now = before
    if before is None or before.digest != selection.digest:
        now = publish(home, candidate, selection.digest)
    place.progress("warehouse", 1, 1)
    rows = dict(now.rows) if now else {}
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": sum(rows.values()),
            "dagster/column_lineage": column_lineage(sources_of_warehouse()),
            "preview": dg.MetadataValue.md(
                markdown_table([{"table": t, "rows": n} for t, n in rows.items()], ["table", "rows"])
            ),
            "file": dg.MetadataValue.path(str(place.settings.database)),
            **links(place.settings),
            **{f"rows_of_{table}": count for table, count in rows.items()},
            "dagster/uri": str(place.settings.database),
            "changed": before is None or before.digest != selection.digest,
            "near_duplicates": len(selection.duplicate_of),
            "seconds": round(time.perf_counter() - began, 3),
        }
    )


@dg.asset(
    group_name="exports",
    owners=OWNERS,
    kinds={"parquet"},
    retry_policy=RETRY,
    deps=[warehouse],
    required_resource_keys={"workplace"},
    metadata={"dagster/column_schema": published_schema(TABLES)},
)
def exports(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """The Parquet snapshot of the published file, its manifest, and the `current` link set on it."""
    place: Workplace = context.resources.workplace
    home, began = place.settings.home, time.perf_counter()
    place.progress("exports", 0, 1)
    standing = publication(home)
    if standing is None:
        raise dg.Failure(f"{place.settings.database} is not there: materialize warehouse first")
    done = export(home, place.settings.database, standing.digest)
    place.progress("exports", 1, 1)
    files = done.manifest["files"]
    assert isinstance(files, list)
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": sum(f["rows"] for f in files),
            "dagster/column_lineage": column_lineage(sources_of_exports()),
            "preview": dg.MetadataValue.md(markdown_table(files, ["path", "rows", "bytes"])),
            "folder": dg.MetadataValue.path(str(place.settings.exports)),
            "data_contract": dg.MetadataValue.path(str(place.settings.exports / CONTRACT_FILE)),
            **links(place.settings),
            "bytes": sum(f["bytes"] for f in files),
            "dagster/uri": str(place.settings.exports),
            "schema_version": str(done.manifest["schema_version"]),
            "seconds": round(time.perf_counter() - began, 3),
        }
    )
