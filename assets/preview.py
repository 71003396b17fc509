"""Metadata that people can read in the Dagster UI: tables in Markdown, cut to what fits."""

from collections.abc import Mapping, Sequence
from typing import Any

import pyarrow as pa

ROWS, WIDTH = 8, 60
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


def markdown_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """The first rows as a Markdown table; long cells are cut, pipes and line breaks made harmless.

    >>> print(markdown_table([{"a": "x|y", "b": None}], ["a", "b"]))
    | a | b |
    | --- | --- |
    | x\\|y |  |
    """
    head = ["| " + " | ".join(columns) + " |", "| " + " | ".join("---" for _ in columns) + " |"]
    return "\n".join(head + ["| " + " | ".join(_cell(row.get(c)) for c in columns) + " |" for row in rows])


def preview(table: pa.Table, columns: Sequence[str]) -> str:
    """The first rows of an Arrow table as Markdown."""
    return markdown_table(table.select(list(columns)).slice(0, ROWS).to_pylist(), columns)


def telling_columns(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The columns of `rows` that a reader looks for: not the technical ones, none that is empty in every row.

    >>> telling_columns([{"fact_id": "a", "sentence_start": 3, "share": None, "amount": 5}])
    ['fact_id', 'amount']
    """
    return [c for c in rows[0] if c not in _TECHNICAL and any(row.get(c) is not None for row in rows)]


def _cell(value: Any) -> str:
    text = "" if value is None else " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"
