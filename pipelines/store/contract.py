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
        whole = _taken(connection, table, held)
        if isinstance(whole, pa.Table):
            return whole, []
        told = [(row, _taken(connection, table, [row])) for row in held]
    refused = [(row, reason) for row, reason in told if isinstance(reason, str)]
    return to_arrow(table, [row for row, taken in told if isinstance(taken, pa.Table)]), refused


def _taken(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> pa.Table | str:
    """`rows` as Arrow where `table` takes them together, else the reason why it does not."""
    try:
        made = to_arrow(table, rows)
        connection.register("held", made)
        connection.execute("BEGIN")
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM held")
        connection.execute("ROLLBACK")
    except (duckdb.ConstraintException, pa.ArrowInvalid) as error:
        if isinstance(error, duckdb.ConstraintException):
            connection.execute("ROLLBACK")
        return str(error).strip().splitlines()[0]
    return made
