"""Questions put to the published file: read-only, so that nothing asked can change it."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import TextIO

import duckdb
import pyarrow as pa

from pipelines.store.schema import connect


class AskError(ValueError):
    """A question that cannot be answered; the message says why and how to mend it."""


def ask(database: Path, query: str, parameters: Mapping[str, str] | None = None) -> pa.Table:
    """The answer to `query` from the published file, each `$name` in it replaced by its parameter.

    Raises AskError where nothing is published or DuckDB refuses the query.
    """
    if not database.exists():
        raise AskError(f"{database} is not there: `make run` publishes it")
    try:
        with connect(database, read_only=True) as connection:
            answer = connection.sql(query, params=dict(parameters or {}))
            return pa.table({}) if answer is None else answer.to_arrow_table()
    except duckdb.Error as error:
        raise AskError(str(error).strip().splitlines()[0]) from error


def write_csv(answer: pa.Table, out: TextIO) -> None:
    """Writes `answer` as CSV with a header."""
    writer = csv.writer(out)
    writer.writerow(answer.column_names)
    writer.writerows(row.values() for row in answer.to_pylist())
