"""What the rules make of articles: rows of a folder read in memory, or those of a published file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from evaluation.gold import TABLES
from evaluation.score import Predicted
from pipelines.documents.document import Document, RawArticle
from pipelines.documents.make import Refused, make_document
from pipelines.documents.read import scan
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import Reading, read
from pipelines.facts.registry import FACT_TABLES
from pipelines.facts.rows import fact_row
from pipelines.store.ask import ask

_IN_MEMORY = "in memory"  # these rows are never published, so no stage version stands in them
LANGUAGE = "ru"  # facts are read from Russian only


def predict_folder(folder: Path, step: Callable[[int, int], None] = lambda done, of: None) -> dict[str, Predicted]:
    """What a run would make of each article of `folder`, by file name; sidecars beside them are heeded.

    Articles that no document can be made of are left out; `step(done, of)` is called after each one.
    Raises NotADirectoryError where `folder` is none.
    """
    articles = scan(folder).articles
    made: dict[str, Predicted] = {}
    for done, article in enumerate(articles, start=1):
        name, one = predict(article)
        if one is not None:
            made[name] = one
        step(done, len(articles))
    return made


def predict(article: RawArticle) -> tuple[str, Predicted | None]:
    """File name of `article` and its rows, None where cleaning refuses it."""
    name = PurePosixPath(article.source).name
    try:
        document = make_document(article)
    except Refused:
        return name, None
    published = document.published.interval.start if document.published else None
    return name, Predicted(document.text, None if published is None else published.isoformat(), rows_of(document))


def rows_of(document: Document) -> dict[str, list[dict[str, Any]]]:
    """Fact rows of `document` by table, as the stages write them."""
    if document.language != LANGUAGE:
        return {table: [] for table in FACT_TABLES}
    return rows_of_reading(read(document, find_mentions(document)))


def rows_of_reading(reading: Reading) -> dict[str, list[dict[str, Any]]]:
    """Fact rows of `reading` by table, one for each fact id."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, extract in FACT_TABLES.items():
        rows = (fact_row(table, fact, _IN_MEMORY) for fact in extract(reading))
        found[table] = list({row["fact_id"]: row for row in reversed([*rows])}.values())[::-1]
    return found


def predict_published(database: Path) -> dict[str, Predicted]:
    """What the published DuckDB file holds of each document, by file name.

    Raises AskError where nothing is published.
    """
    documents = ask(database, "SELECT document_id, source, text, published_start FROM documents ORDER BY source")
    rows = {table: _by_document(ask(database, f"SELECT * FROM {table}").to_pylist()) for table in TABLES}
    return {
        PurePosixPath(told["source"]).name: Predicted(
            told["text"],
            None if told["published_start"] is None else told["published_start"].isoformat(),
            {table: rows[table].get(told["document_id"], []) for table in TABLES},
        )
        for told in documents.to_pylist()
    }


def _by_document(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    grouped: dict[str, list[Mapping[str, Any]]] = {}
    for row in sorted(rows, key=lambda r: (r["evidence_start"], r["evidence_end"], r["rule"], r["fact_id"])):
        grouped.setdefault(row["document_id"], []).append(row)
    return grouped
