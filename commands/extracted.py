"""An article and its rows, as programs and spreadsheets read them."""

import csv
from datetime import datetime
from typing import Any, TextIO

from pipelines.documents.rows import document_row
from pipelines.facts.extract import Extraction

# Only a warehouse can tell these: when the row was made, and of which other article it is a copy.
_WAREHOUSE_ONLY = ("ingested_at", "duplicate_of")
_ARTICLE = ("source", "url", "outlet", "published_start", "published_end")


def extraction_json(made: Extraction, table: str | None) -> dict[str, Any]:
    """`document` with the columns of table `documents`, and the rows of each table asked for under its name."""
    return {"document": document_columns(made), **rows_asked(made, table)}


def document_columns(made: Extraction) -> dict[str, Any]:
    """The article's row of table `documents`, without what only a warehouse can tell."""
    row = document_row(made.document, ingested_at=datetime.min)
    return {name: value for name, value in row.items() if name not in _WAREHOUSE_ONLY}


def rows_asked(made: Extraction, table: str | None) -> dict[str, list[dict[str, Any]]]:
    """Rows by table: of `table`, or of all."""
    return {name: rows for name, rows in made.rows.items() if table in (None, name)}


class CsvWriter:
    """Writes the rows of one table as CSV, with what names their article before them."""

    def __init__(self, out: TextIO, table: str) -> None:
        from pipelines.store.schema import arrow_schema  # loads DuckDB, which nothing else here needs

        self._table = table
        self._columns = [*_ARTICLE, *arrow_schema(table).names]
        self._writer = csv.writer(out)
        self._writer.writerow(self._columns)

    def write(self, made: Extraction) -> None:
        """Writes the rows of one article."""
        from pipelines.store.ask import cell

        article = document_columns(made)
        for row in made.rows[self._table]:
            told = {**{name: article[name] for name in _ARTICLE}, **row}
            self._writer.writerow([cell(told.get(name)) for name in self._columns])
