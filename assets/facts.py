"""Assets `trade_volume`, `visits`, `agreements`: one a fact table, all made alike."""

from collections import Counter
from functools import partial

import dagster as dg

from assets.batches import batches_of, read_input
from assets.documents import OWNERS, RETRY
from assets.entities import mentions
from assets.preview import preview
from assets.refusals import metadata_of, settle_stage
from assets.resources import Workplace
from assets.schema import column_schema, table_of
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
    # A row cites its document: the lineage that the UI draws.
    lineage = {
        c: [dg.TableColumnDep(asset_key="documents", column_name="document_id" if c == "document_id" else "text")]
        for c in ("document_id", "evidence", "evidence_start", "evidence_end", "sentence_start", "sentence_end")
    }

    @dg.asset(
        name=table,
        group_name="facts",
        owners=OWNERS,
        kinds={"python", "parquet"},
        retry_policy=RETRY,
        deps=[mentions],
        required_resource_keys={"workplace"},
        description=table_of(table).comment,
        metadata={
            "dagster/column_schema": column_schema(table),
            "dagster/column_lineage": dg.TableColumnLineage(lineage),
        },
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
            partial(make_facts, table),
            workers=place.settings.workers,
            step=lambda done, of: place.progress(table, done, of),
        )
        refused = settle_stage(context, place, table, version, entries)
        tables = [store.read(table, version, b, table) for b in batches]
        rules = Counter(rule for t in tables for rule in t.column("rule").to_pylist())
        shown = next((t for t in tables if t.num_rows), None)
        return dg.MaterializeResult(
            metadata={
                "dagster/row_count": rules.total(),
                "batches_made": result.made,
                **metadata_of(refused),
                "seconds": round(result.seconds, 3),
                "rules": dg.MetadataValue.json(dict(rules.most_common())),
                "preview": dg.MetadataValue.md(preview(shown, _SHOWN[table]) if shown else "no rows"),
            }
        )

    return fact_table


fact_assets = tuple(_fact_asset(table) for table in FACT_TABLES)
