"""Questions put to the published file: read-only, so that nothing asked can change it."""

import csv
import json
import re
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from pipelines.store.schema import connect

_HINTS = ("Did you mean", "Candidate bindings")
_QUOTES = '"‘’“”«»'  # round a name or typed by a word processor, never round a value


class AskError(ValueError):
    """A question that cannot be answered; the message says why and how to mend it."""


def ask(database: Path, query: str, parameters: Mapping[str, str] | None = None) -> pa.Table:
    """The answer to `query` from the published file, each `$name` in it replaced by its parameter.

    Raises AskError where nothing is published or DuckDB refuses the query.
    """
    if not database.exists():
        told = f"communique run --home {shlex.quote(str(database.parent))}"
        raise AskError(f"{database} is not there: `{told}` or `make run` publishes it")
    if not query.strip():
        raise AskError('an empty query; write one, as in "FROM visits"')
    try:
        with connect(database, read_only=True) as connection:
            _refuse_several(connection, query)
            answer = connection.sql(query, params=dict(parameters or {}))
            return pa.table({}) if answer is None else answer.to_arrow_table()
    except duckdb.Error as error:
        raise AskError(_in_a_line(error, query)) from error


def _refuse_several(connection: duckdb.DuckDBPyConnection, query: str) -> None:
    """Raises AskError where `query` asks twice: DuckDB would answer the last and drop the others in silence."""
    asked = sum(s.type == duckdb.StatementType.SELECT for s in connection.extract_statements(query))
    if asked > 1:
        raise AskError(f"{asked} queries at once: ask one at a time")


def _in_a_line(error: duckdb.Error, query: str) -> str:
    """What DuckDB says first, and what it proposes instead; the query it repeats is left out."""
    first, *others = str(error).strip().splitlines()
    if missing := re.search(r"not provided for the following parameters: (.+)", first):
        wanted = " ".join(f"--param {name}=…" for name in missing[1].split(", "))
        return f"the query has values to fill in; add {wanted}"
    line = " ".join([first, *(line for line in others if line.startswith(_HINTS))])
    unknown = re.search(r'Referenced column "(.+?)" not found', first)
    value = unknown[1].strip(_QUOTES) if unknown else ""
    if value and re.search(f"[{_QUOTES}]{re.escape(value)}[{_QUOTES}]", query):
        line += f"; if it is a value, write it in single quotes: '{value}'"
    return line


def write_csv(answer: pa.Table, out: TextIO) -> None:
    """Writes `answer` as CSV with a header: NULL as nothing, a list joined by "; ", a struct as JSON."""
    writer = csv.writer(out)
    writer.writerow(answer.column_names)
    writer.writerows([cell(value) for value in row.values()] for row in answer.to_pylist())


def cell(value: Any) -> Any:
    """`value` as a cell of a spreadsheet.

    >>> cell(["trade", "industry"]), cell([{"kind": "title"}]), cell(None), cell(1.5)
    ('trade; industry', '{"kind": "title"}', None, 1.5)
    """
    if isinstance(value, list):
        return "; ".join(str(cell(one)) for one in value)
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, dict) else value


def write_parquet(answer: pa.Table, file: Path) -> None:
    """Writes `answer` to `file` as ZSTD Parquet. Raises AskError where it cannot be written."""
    try:
        pq.write_table(answer, file, compression="zstd")
    except (OSError, pa.ArrowException) as error:
        raise AskError(f"{file}: cannot be written: {str(error).splitlines()[0]}") from error
