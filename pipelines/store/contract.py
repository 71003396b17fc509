"""Rows held against the CHECKs of `sql/schema`: one bad row must not keep the good ones out of a part."""

from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

from pipelines.store.parts import to_arrow
from pipelines.store.schema import connect, ddl

Row = Mapping[str, object]


def keep_sound(table: str, rows: Iterable[Row]) -> tuple[pa.Table, list[tuple[Row, str]]]:
    """The rows that `table` takes, as Arrow, and those that it does not, each with the reason.

    Raises ValueError for a row whose columns are not those of the table: a fault of the program, not of the row.
    """
    held = list(rows)
    with connect() as connection:
        connection.execute(ddl(table))
        if _refusal(connection, table, held) is None:
            return to_arrow(table, held), []
        refused = [(row, reason) for row in held if (reason := _refusal(connection, table, [row])) is not None]
    bad = {id(row) for row, _ in refused}
    return to_arrow(table, [row for row in held if id(row) not in bad]), refused


def _refusal(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> str | None:
    """Why `table` does not take `rows` together, None where it does."""
    try:
        connection.register("held", to_arrow(table, rows))
        connection.execute("BEGIN")
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM held")
        connection.execute("ROLLBACK")
    except (duckdb.ConstraintException, pa.ArrowInvalid) as error:
        if isinstance(error, duckdb.ConstraintException):
            connection.execute("ROLLBACK")
        return str(error).strip().splitlines()[0]
    return None
