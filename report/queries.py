"""Rows for the pages, asked of the published file by the queries of `sql/report`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from pipelines.store.ask import ask
from pipelines.store.schema import SQL
from report.row import Row

# Articles held in memory at once with their mentions.
ARTICLES_A_BATCH = 500


@dataclass(frozen=True, slots=True)
class Tables:
    """All that pair pages and lists tell; the texts of articles are asked for in batches."""

    articles: Sequence[Row]
    facts: dict[str, Row]  # by fact_id: where it stands, and the columns of its own table
    trade_resolved: Sequence[Row]
    visits: Sequence[Row]
    agreements: Sequence[Row]
    flags: Sequence[Row]


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """One article whole: its row, its mentions, and what cleaning took out."""

    document: Row
    mentions: Sequence[Row]
    removed: Sequence[Row]


def query(database: Path, name: str, **parameters: str) -> list[Row]:
    """The rows that `sql/report/<name>.sql` gives; raises AskError where nothing is published."""
    rows: list[Row] = ask(database, (SQL / "report" / f"{name}.sql").read_text("utf-8"), parameters).to_pylist()
    return rows


def load_tables(database: Path) -> Tables:
    """Everything but the texts of articles."""
    facts = {row["fact_id"]: row for row in query(database, "facts")}
    for claims in ("trade_claims", "visit_claims", "agreement_claims"):
        for row in query(database, claims):
            facts[row["fact_id"]] |= row
    return Tables(
        articles=query(database, "articles"),
        facts=facts,
        **{name: query(database, name) for name in ("trade_resolved", "visits", "agreements", "flags")},
    )


def read_articles(database: Path, ids: Sequence[str]) -> Iterator[ArticleRows]:
    """Articles whole, in the order of `ids`, which must be sorted and be all that there are."""
    for at in range(0, len(ids), ARTICLES_A_BATCH):
        batch = ids[at : at + ARTICLES_A_BATCH]
        ends = {"first": batch[0], "last": batch[-1]}
        mentions = _by_document(query(database, "article_mentions", **ends))
        removed = _by_document(query(database, "article_removals", **ends))
        for row in query(database, "article_texts", **ends):
            key = row["document_id"]
            yield ArticleRows(row, mentions.get(key, ()), removed.get(key, ()))


def _by_document(rows: list[Row]) -> dict[str, list[Row]]:
    return {key: list(group) for key, group in groupby(rows, key=lambda row: str(row["document_id"]))}
