"""Assets `warehouse` and `exports`: the published DuckDB file and the Parquet snapshot made from it."""

import time

import dagster as dg

from assets.candidate import build
from assets.documents import OWNERS, RETRY
from assets.facts import fact_assets
from assets.preview import markdown_table
from assets.resources import Workplace
from pipelines.store.exports import export
from pipelines.store.warehouse import publication, publish


@dg.asset(
    group_name="exports",
    owners=OWNERS,
    kinds={"duckdb"},
    retry_policy=RETRY,
    deps=list(fact_assets),
    required_resource_keys={"workplace"},
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
            "dagster/uri": str(place.settings.database),
            "changed": before is None or before.digest != selection.digest,
            "near_duplicates": len(selection.duplicate_of),
            "seconds": round(time.perf_counter() - began, 3),
            "rows": dg.MetadataValue.md(
                markdown_table([{"table": t, "rows": n} for t, n in rows.items()], ["table", "rows"])
            ),
        }
    )


@dg.asset(
    group_name="exports",
    owners=OWNERS,
    kinds={"parquet"},
    retry_policy=RETRY,
    deps=[warehouse],
    required_resource_keys={"workplace"},
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
            "dagster/uri": str(place.settings.exports),
            "schema_version": str(done.manifest["schema_version"]),
            "seconds": round(time.perf_counter() - began, 3),
            "files": dg.MetadataValue.md(markdown_table(files, ["path", "rows", "bytes"])),
        }
    )
