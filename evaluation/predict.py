"""What the rules make of articles: rows of a folder read in memory, or those of a published file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from evaluation.gold import TABLES
from evaluation.score import Predicted
from pipelines.documents.document import RawArticle
from pipelines.documents.make import Refused
from pipelines.documents.read import scan
from pipelines.facts.extract import extract_rows
from pipelines.store.ask import ask


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
        made = extract_rows(article)
    except Refused:
        return name, None
    document = made.document
    published = document.published.interval.start if document.published else None
    return name, Predicted(document.text, None if published is None else published.isoformat(), made.rows)


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
