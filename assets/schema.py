"""Columns for the Dagster UI: their schema with the words of the contract, and where each is read from."""

import re
from collections.abc import Iterable, Mapping

import dagster as dg

from pipelines.store.constraints import constraints_of
from pipelines.store.schema import TABLES, Column, Table, described

# (asset, column) pairs that a column is read from.
Sources = tuple[tuple[str, str], ...]
_TEXT: Sources = (("documents", "text"),)
_TEXT_AND_DATE: Sources = (*_TEXT, ("documents", "published_start"), ("documents", "published_end"))
_PAGE: Sources = (("raw_articles", "data"),)
_PAGE_AND_SIDECAR: Sources = (*_PAGE, ("raw_articles", "sidecar"))
_FROM_SIDECAR = (
    "url",
    "outlet",
    "title",
    "published_start",
    "published_end",
    "published_precision",
    "published_method",
)


def table_of(name: str) -> Table:
    """The table or view of this name, as `sql` defines it."""
    return next(t for t in described() if t.name == name)


def column_schema(name: str) -> dg.TableSchema:
    """Dagster's column schema of a table, with the COMMENT of every column."""
    key = constraints_of(name).primary_key
    return dg.TableSchema(columns=[_column(c, c.name, unique=key == (c.name,)) for c in table_of(name).columns])


def published_schema(tables: Iterable[str] | None = None) -> dg.TableSchema:
    """The columns of several tables in one schema, as `table.column`; of all tables and views where none is named."""
    wanted = [t for t in described() if tables is None or t.name in tables]
    return dg.TableSchema(columns=[_column(c, f"{t.name}.{c.name}") for t in wanted for c in t.columns])


def plain_schema(columns: Iterable[tuple[str, str, str]]) -> dg.TableSchema:
    """Column schema of what `sql` does not define: (name, type, words) of each column."""
    return dg.TableSchema(columns=[dg.TableColumn(name, kind, description=words) for name, kind, words in columns])


def _column(column: Column, name: str, *, unique: bool = False) -> dg.TableColumn:
    constraints = dg.TableColumnConstraints(nullable=column.nullable, unique=unique)
    kind = re.sub(r"STRUCT\(.*\)", "STRUCT", column.type)  # its fields would push the words out of sight
    return dg.TableColumn(name, kind, description=column.comment, constraints=constraints)


def sources_of(table: str) -> Mapping[str, Sources]:
    """What each column of `table` is read from; a column that is made anew on every run is left out."""
    columns = table_of(table).columns
    if table == "documents":
        return {c.name: _source_of_document(c.name) for c in columns if c.name != "ingested_at"}
    return {c.name: _source_of_row(c) for c in columns}


def _source_of_document(column: str) -> Sources:
    if column in ("document_id", "source"):
        return (("raw_articles", column),)
    return _PAGE_AND_SIDECAR if column in _FROM_SIDECAR else _PAGE


def _source_of_row(column: Column) -> Sources:
    """A row cites its document; days and what is past or to come hang on the document's date too."""
    if column.name == "document_id":
        return (("documents", "document_id"),)
    return _TEXT_AND_DATE if column.type == "DATE" or column.name == "status" else _TEXT


def sources_of_warehouse() -> Mapping[str, Sources]:
    """Columns of the published tables, as `table.column`, and those of the assets they were built from."""
    assets = [t for t in TABLES if t != "removed_spans"]  # cleaning writes it beside documents
    told: dict[str, Sources] = {f"{t}.{c.name}": ((t, c.name),) for t in assets for c in table_of(t).columns}
    return told | {f"removed_spans.{c.name}": _PAGE for c in table_of("removed_spans").columns}


def sources_of_exports() -> Mapping[str, Sources]:
    """Columns of the exported tables, and those of the published file."""
    return {f"{t}.{c.name}": (("warehouse", f"{t}.{c.name}"),) for t in TABLES for c in table_of(t).columns}


def column_lineage(sources: Mapping[str, Sources]) -> dg.TableColumnLineage:
    """Dagster's column lineage; it is looked for in the metadata of a materialization, not of the definition."""
    return dg.TableColumnLineage(
        {
            column: [dg.TableColumnDep(asset_key=asset, column_name=name) for asset, name in told]
            for column, told in sources.items()
        }
    )


def lineage_table(sources: Mapping[str, Sources]) -> str:
    """Column lineage as a Markdown table, a line for each set of sources, the one most columns have last.

    The open-source UI draws no column lineage; this it shows.

    >>> text, day = (("documents", "text"),), (("documents", "url"),)
    >>> print(lineage_table({"rule": text, "day": day, "kind": text}))
    | read from | columns |
    | --- | --- |
    | documents.url | day |
    | documents.text | every other column |
    """
    groups: dict[Sources, list[str]] = {}
    for column, told in sources.items():
        groups.setdefault(told, []).append(column)
    most = max(groups, key=lambda told: len(groups[told]))
    shown = {told: ", ".join(columns) for told, columns in groups.items() if told != most}
    shown[most] = "every other column"
    lines = [f"| {', '.join(f'{a}.{c}' for a, c in told)} | {columns} |" for told, columns in shown.items()]
    return "\n".join(["| read from | columns |", "| --- | --- |", *lines])
