"""An article to its rows in memory, without parts or a warehouse."""

from collections.abc import Mapping
from typing import Any

from pipelines.documents.document import Document, RawArticle
from pipelines.documents.make import make_document
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import Reading, read
from pipelines.facts.registry import FACT_TABLES
from pipelines.facts.rows import fact_row
from pipelines.text.records import dataclass
from pipelines.version import stage_version

LANGUAGE = "ru"  # facts are read from Russian only


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article with everything that was made of it."""

    document: Document
    reading: Reading
    rows: Mapping[str, list[dict[str, Any]]]  # by table, as a run publishes them


def extract_rows(article: RawArticle) -> Extraction:
    """What a run would make of `article`; an article in another language than Russian has no rows.

    Raises Refused where it makes no document.
    """
    document = make_document(article)
    if document.language != LANGUAGE:
        return Extraction(document, read(document, ()), {table: [] for table in FACT_TABLES})
    reading = read(document, find_mentions(document))
    return Extraction(document, reading, {table: _rows(table, reading) for table in FACT_TABLES})


def _rows(table: str, reading: Reading) -> list[dict[str, Any]]:
    """Rows of one table in the order they were found, one for each fact id."""
    found: dict[str, dict[str, Any]] = {}
    for fact in FACT_TABLES[table](reading):
        row = fact_row(table, fact, stage_version("facts"))
        found.setdefault(row["fact_id"], row)
    return list(found.values())
