"""The tables as `sql/schema` defines them: the one place that says what columns there are."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import duckdb
import pyarrow as pa

SQL = Path(__file__).resolve().parents[2] / "sql"
DOCUMENT_TABLES = ("documents", "removed_spans")
FACT_TABLES = ("trade_volume", "visits", "agreements")
# In the order of creation; every table is one file in sql/schema.
TABLES = (*DOCUMENT_TABLES, "mentions", *FACT_TABLES)
# Made from the rows of the others where the warehouse is built: neither written by a stage nor exported.
MADE_TABLES = ("event_claims",)
VIEWS = (
    "fact_sources",
    "trade_volume_claims",
    "trade_volume_levels",
    "trade_volume_flags",
    "trade_volume_resolved",
    "visits_resolved",
    "agreements_resolved",
    "pair_timeline",
)

# Extensions would be fetched from the network; nothing here needs one.
NO_DOWNLOADS: Mapping[str, str | bool | int | float | list[str]] = MappingProxyType(
    {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
)


_HANDED_DOWN = """
WITH said AS (
    SELECT c.table_name, c.column_name, c.comment, v.view_name IS NOT NULL AS in_view
    FROM duckdb_columns() c LEFT JOIN duckdb_views() v ON v.view_oid = c.table_oid AND v.database_name = c.database_name
    WHERE NOT c.internal AND c.database_name = current_database()
)
SELECT mute.table_name, mute.column_name,
       coalesce(any_value(said.comment) FILTER (starts_with(mute.table_name, said.table_name || '_')),
                CASE WHEN count(DISTINCT said.comment) = 1 THEN any_value(said.comment) END) AS words
FROM said AS mute JOIN said USING (column_name)
WHERE mute.in_view AND mute.comment IS NULL AND NOT said.in_view AND said.comment IS NOT NULL
GROUP BY ALL HAVING words IS NOT NULL ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as DuckDB reports it: name, type, whether it may be NULL, and its COMMENT."""

    name: str
    type: str
    nullable: bool
    comment: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table or view with its COMMENT and columns in order."""

    name: str
    comment: str
    columns: tuple[Column, ...]


def connect(path: Path | str = ":memory:", *, read_only: bool = False) -> duckdb.DuckDBPyConnection:
    """A DuckDB connection that never reaches for the network (no extension downloads) and speaks UTC."""
    connection = duckdb.connect(str(path), read_only=read_only, config=dict(NO_DOWNLOADS))
    connection.execute("SET TimeZone = 'UTC'")
    return connection


@lru_cache(maxsize=1)
def _provenance() -> tuple[str, str]:
    columns, comments = (
        (SQL / "schema" / "provenance.sql").read_text("utf-8").split("-- columns\n")[1].split("-- comments\n")
    )
    return columns.strip(), comments.strip()


def ddl(table: str) -> str:
    """The CREATE and COMMENT statements of `table`, provenance columns put in for a fact table."""
    text = (SQL / "schema" / f"{table}.sql").read_text("utf-8")
    if "{provenance}" not in text:
        return text
    columns, comments = _provenance()
    return text.replace("{provenance}", columns) + comments.replace("{table}", table)


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes every table of the contract, empty, in the connection's current database."""
    for table in (*TABLES, *MADE_TABLES):
        connection.execute(ddl(table))


def create_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the views of `sql/views` over the tables.

    A column that a view's file says nothing of has the words of the same column of its table (`visits_resolved` of
    `visits`), or those that all tables with such a column share.
    """
    for view in VIEWS:
        connection.execute((SQL / "views" / f"{view}.sql").read_text("utf-8"))
    for view, column, told in connection.execute(_HANDED_DOWN).fetchall():
        words = told.replace("'", "''")  # COMMENT takes no parameters; names and words are those of our own files
        connection.execute(f"COMMENT ON COLUMN {view}.\"{column}\" IS '{words}'")


@lru_cache(maxsize=1)
def described() -> tuple[Table, ...]:
    """Every table and view with its columns and comments, as DuckDB reports them."""
    with connect() as connection:
        create_tables(connection)
        create_views(connection)
        return tuple(_describe(connection, name) for name in (*TABLES, *MADE_TABLES, *VIEWS))


def _describe(connection: duckdb.DuckDBPyConnection, name: str) -> Table:
    comment = connection.execute(
        "SELECT comment FROM duckdb_tables() WHERE table_name = $1 "
        "UNION ALL SELECT comment FROM duckdb_views() WHERE view_name = $1",
        [name],
    ).fetchone()
    rows = connection.execute(
        "SELECT column_name, data_type, is_nullable, coalesce(comment, '') FROM duckdb_columns() "
        "WHERE table_name = $1 ORDER BY column_index",
        [name],
    ).fetchall()
    return Table(name, (comment[0] or "") if comment else "", tuple(Column(*row) for row in rows))


@lru_cache(maxsize=len(TABLES))
def arrow_schema(table: str) -> pa.Schema:
    """Arrow schema of `table` (every field nullable, so that data never changes it)."""
    with connect() as connection:
        create_tables(connection)
        empty = connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table()
    return pa.schema([pa.field(f.name, _plain(f.type)) for f in empty.schema])


def _plain(kind: pa.DataType) -> pa.DataType:
    """`kind` without view and non-null flavours, so that parts and exports agree whatever wrote them."""
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(pa.field("item", _plain(kind.value_type)))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(f.name, _plain(f.type)) for f in kind])
    if pa.types.is_large_string(kind) or str(kind) == "string_view":
        return pa.string()
    return kind
