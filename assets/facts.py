"""Assets `trade_volume`, `visits`, `agreements`: one a fact table, all made alike."""

from collections import Counter

import dagster as dg

from assets.batches import batches_of, read_input
from assets.documents import OWNERS, RETRY
from assets.entities import mentions
from assets.links import links
from assets.preview import preview
from assets.refusals import metadata_of, settle_stage
from assets.resources import Workplace
from assets.schema import column_lineage, column_schema, lineage_table, sources_of, table_of
from assets.stages import make_facts, run_stage
from pipelines.store.schema import FACT_TABLES
from pipelines.version import stage_version

# Columns of the preview: what a reader would ask for first, and the words it was read from.
_SHOWN = {
    "trade_volume": ["reporter", "partner", "flow", "amount", "evidence"],
    "visits": ["kind", "visitor", "host_country", "event_start", "evidence"],
    "agreements": ["kind", "parties", "status", "evidence"],
}


def _fact_asset(table: str) -> dg.AssetsDefinition:
    sources = sources_of(table)

    @dg.asset(
        name=table,
        group_name="facts",
        owners=OWNERS,
        kinds={"python", "parquet"},
        retry_policy=RETRY,
        deps=[mentions],
        required_resource_keys={"workplace"},
        description=table_of(table).comment,
        metadata={"dagster/column_schema": column_schema(table)},
    )
    def fact_table(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
        place: Workplace = context.resources.workplace
        store, version = place.store, stage_version("facts")
        entries = read_input(place.settings.home)
        batches = batches_of(entries)
        for stage in ("documents", "mentions"):
            place.require(stage, stage_version(stage), batches)
        result = run_stage(
            store,
            table,
            version,
            batches,
            make_facts,
            workers=place.settings.workers,
            step=lambda done, of: place.progress(table, done, of),
        )
        refused = settle_stage(context, place, table, version, entries)
        tables = [store.read(table, version, b, table) for b in batches]
        rules = Counter(rule for t in tables for rule in t.column("rule").to_pylist())
        return dg.MaterializeResult(
            metadata={
                "dagster/row_count": rules.total(),
                "dagster/column_lineage": column_lineage(sources),
                "preview": preview(tables, _SHOWN[table]),
                **links(place.settings),
                "documents": len({d for t in tables for d in t.column("document_id").to_pylist()}),
                "batches_made": result.made,
                **metadata_of(refused),
                "seconds": round(result.seconds, 3),
                "rules": dg.MetadataValue.json(dict(rules.most_common())),
                "lineage": dg.MetadataValue.md(lineage_table(sources)),
            }
        )

    return fact_table


fact_assets = tuple(_fact_asset(table) for table in FACT_TABLES)
