"""Metadata that people can read in the Dagster UI: tables in Markdown, cut to what fits."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain, islice
from typing import Any

import dagster as dg
import pyarrow as pa

# The UI shows about a thousand characters beside the other metadata, more behind a link.
ROWS, WIDTH = 5, 60
RECORDS, RECORD_WIDTH = 5, 200
# What says least to a reader of a few rows.
_TECHNICAL = (
    "sentence_start",
    "sentence_end",
    "evidence_start",
    "evidence_end",
    "extractor_version",
    "rule",
    "confidence",
)


def markdown_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str], width: int = WIDTH) -> str:
    """The first rows as a Markdown table; long cells are cut, pipes and line breaks made harmless.

    >>> print(markdown_table([{"a": "x|y", "b": None}], ["a", "b"]))
    | a | b |
    | --- | --- |
    | x\\|y |  |
    """
    head = ["| " + " | ".join(columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"]
    return "\n".join(head + ["| " + " | ".join(_cell(row.get(c), width) for c in columns) + " |" for row in rows])


def preview(tables: Iterable[pa.Table], columns: Sequence[str]) -> dg.MarkdownMetadataValue:
    """The first rows of Arrow tables as Markdown; money as people write it: 447,100,000."""
    first = (table.select(list(columns)).slice(0, ROWS).to_pylist() for table in tables)
    rows = islice(chain.from_iterable(first), ROWS)
    told = [{c: f"{v:,.0f}" if isinstance(v, Decimal) else v for c, v in row.items()} for row in rows]
    return dg.MetadataValue.md(markdown_table(told, columns) if told else "no rows")


def records(rows: Sequence[Mapping[str, Any]]) -> str:
    """A few rows as Markdown, a line a column: what is technical, or empty in every row, is left out.

    >>> print(records([{"fact_id": "a", "sentence_start": 3, "share": None, "amount": 5}]))
    | column | row 1 |
    | --- | --- |
    | fact_id | a |
    | amount | 5 |
    """
    shown = rows[:RECORDS]
    told = [c for c in shown[0] if c not in _TECHNICAL and any(row.get(c) is not None for row in shown)]
    names = [f"row {number}" for number in range(1, len(shown) + 1)]
    lines = [{"column": c, **{n: row.get(c) for n, row in zip(names, shown, strict=True)}} for c in told]
    return markdown_table(lines, ["column", *names], width=RECORD_WIDTH)


def _cell(value: Any, width: int) -> str:
    told = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = "" if value is None else " ".join(told.split()).replace("|", "\\|")
    return text if len(text) <= width else text[: width - 1] + "…"
