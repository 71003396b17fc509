"""Asset `mentions`: who and what the articles speak of."""

from collections import Counter

import dagster as dg

from assets.batches import batches_of, read_input
from assets.documents import OWNERS, RETRY, documents
from assets.links import links
from assets.preview import preview
from assets.refusals import metadata_of, settle_stage
from assets.resources import Workplace
from assets.schema import column_lineage, column_schema, lineage_table, sources_of
from assets.stages import make_mentions, run_stage
from pipelines.version import stage_version


@dg.asset(
    group_name="entities",
    owners=OWNERS,
    kinds={"python", "parquet"},
    retry_policy=RETRY,
    deps=[documents],
    required_resource_keys={"workplace"},
    metadata={"dagster/column_schema": column_schema("mentions")},
)
def mentions(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """People, roles, organizations, countries, places, figures and dates, each with its canonical id."""
    place: Workplace = context.resources.workplace
    store, version = place.store, stage_version("mentions")
    entries = read_input(place.settings.home)
    batches = batches_of(entries)
    place.require("documents", stage_version("documents"), batches)
    result = run_stage(
        store,
        "mentions",
        version,
        batches,
        make_mentions,
        workers=place.settings.workers,
        step=lambda done, of: place.progress("mentions", done, of),
    )
    refused = settle_stage(context, place, "mentions", version, entries)
    tables = [store.read("mentions", version, b, "mentions") for b in batches]
    kinds = Counter(kind for t in tables for kind in t.column("kind").to_pylist())
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": kinds.total(),
            "dagster/column_lineage": column_lineage(sources_of("mentions")),
            "preview": preview(tables, ["kind", "surface", "canonical_name", "value", "date_start"]),
            **links(place.settings),
            "batches_made": result.made,
            **metadata_of(refused),
            "seconds": round(result.seconds, 3),
            "kinds": dg.MetadataValue.json(dict(sorted(kinds.items()))),
            "lineage": dg.MetadataValue.md(lineage_table(sources_of("mentions"))),
        }
    )
