"""Asset `report`: the published tables as pages for people."""

import time
from pathlib import Path

import dagster as dg

from assets.documents import OWNERS, RETRY
from assets.exports import exports
from assets.links import links
from assets.preview import ROWS, markdown_table
from assets.resources import Workplace
from pipelines.store.ask import ask
from pipelines.store.warehouse import publication


@dg.asset(
    group_name="exports",
    owners=OWNERS,
    kinds={"html"},
    retry_policy=RETRY,
    deps=[exports],
    required_resource_keys={"workplace"},
)
def report(context: dg.AssetExecutionContext) -> dg.MaterializeResult[None]:
    """Pages that open from the folder: each pair of countries with charts, visits, agreements, and the marked articles.

    Russian and English. One made of the same published file is left as it is.
    """
    from report.build import build_report  # Altair takes a second to import

    place: Workplace = context.resources.workplace
    home, began = place.settings.home, time.perf_counter()
    place.progress("report", 0, 1)
    standing = publication(home)
    if standing is None:
        raise dg.Failure(f"{place.settings.database} is not there: materialize warehouse first")
    done = build_report(home, place.settings.database, standing.digest)
    place.progress("report", 1, 1)
    return dg.MaterializeResult(
        metadata={
            "dagster/uri": str(place.settings.report),
            "preview": dg.MetadataValue.md(_pairs(place.settings.database)),
            **links(place.settings),
            "pairs": done.pairs,
            "articles": done.articles,
            "seconds": round(time.perf_counter() - began, 3),
        }
    )


def _pairs(database: Path) -> str:
    """The pairs that most is told of, as Markdown."""
    told = ask(
        database,
        "SELECT country_a || '–' || country_b AS pair, count(*) AS facts, count(DISTINCT document_id) AS articles "
        f"FROM pair_timeline GROUP BY ALL ORDER BY facts DESC, pair LIMIT {ROWS}",
    )
    return markdown_table(told.to_pylist(), ["pair", "facts", "articles"])
