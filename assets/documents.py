"""Assets `raw_articles` and `documents`: the input as it stands, then cleaned and dated."""

import time
from collections import Counter

import dagster as dg

from assets.batches import RAW_COLUMNS, batches_of, read_input, register, write_input
from assets.links import links
from assets.preview import ROWS, markdown_table, preview
from assets.refusals import metadata_of, settle, settle_stage
from assets.resources import Workplace
from assets.schema import column_lineage, column_schema, lineage_table, plain_schema, sources_of
from assets.stages import LANGUAGE, make_documents, run_stage
from pipelines.documents.read import scan
from pipelines.version import stage_version

OWNERS = ["team:communique"]
RETRY = dg.RetryPolicy(max_retries=2, delay=2, backoff=dg.Backoff.EXPONENTIAL)


@dg.asset(
    group_name="documents",
    owners=OWNERS,
    kinds={"python", "file"},
    retry_policy=RETRY,
    required_resource_keys={"workplace"},
    metadata={"dagster/column_schema": plain_schema(RAW_COLUMNS)},
)
def raw_articles(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """The input folder as it stands: articles content-addressed, what cannot be read refused with its reason.

    The folder is only ever read. Each article keeps the batch it first came in.
    """
    place: Workplace = context.resources.workplace
    settings, began = place.settings, time.perf_counter()
    settings.home.mkdir(parents=True, exist_ok=True)
    found = scan(settings.raw)
    place.progress("raw_articles", 0, 1)
    entries, fresh = register(place.store, found.articles)
    write_input(settings.home, entries)
    refused = settle(context, place, "raw_articles", [(r.source, r.reason) for r in found.refusals])
    place.progress("raw_articles", 1, 1)
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": len(entries),
            "preview": dg.MetadataValue.md(
                markdown_table(
                    [{"source": e.source, "document_id": e.document_id[:12]} for e in entries[:ROWS]],
                    ["source", "document_id"],
                )
            ),
            "new": fresh,
            "same_bytes_as_another": len(found.duplicates),
            "seconds": round(time.perf_counter() - began, 3),
            "folder": dg.MetadataValue.path(str(settings.raw)),
            **metadata_of(refused),
        }
    )


@dg.asset(
    group_name="documents",
    owners=OWNERS,
    kinds={"python", "parquet"},
    retry_policy=RETRY,
    deps=[raw_articles],
    required_resource_keys={"workplace"},
    metadata={"dagster/column_schema": column_schema("documents")},
)
def documents(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """Articles cleaned, dated and titled; what cleaning took out is kept with its reason and place."""
    place: Workplace = context.resources.workplace
    store, entries = place.store, read_input(place.settings.home)
    version, batches = stage_version("documents"), batches_of(entries)
    result = run_stage(
        store,
        "documents",
        version,
        batches,
        make_documents,
        workers=place.settings.workers,
        step=lambda done, of: place.progress("documents", done, of),
    )
    refused = settle_stage(context, place, "documents", version, entries)
    tables = [store.read("documents", version, b, "documents") for b in batches]
    rows = [r for t in tables for r in t.select(["published_method", "language"]).to_pylist()]
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": len(rows),
            "dagster/column_lineage": column_lineage(sources_of("documents")),
            "preview": preview(tables, ["title", "outlet", "published_start", "published_method"]),
            **links(place.settings),
            "undated": sum(r["published_method"] is None for r in rows),
            "in_russian": sum(r["language"] == LANGUAGE for r in rows),
            "batches_made": result.made,
            "seconds": round(result.seconds, 3),
            "languages": dg.MetadataValue.json(dict(sorted(Counter(r["language"] for r in rows).items()))),
            "dated_by": dg.MetadataValue.json(
                dict(sorted(Counter(r["published_method"] or "undated" for r in rows).items()))
            ),
            **metadata_of(refused),
            "lineage": dg.MetadataValue.md(lineage_table(sources_of("documents"))),
        }
    )
