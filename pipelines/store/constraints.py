"""What `sql/schema` demands of a table's rows, in a form that data contracts can carry: keys, known values, bounds."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipelines.store.schema import TABLES, connect, create_tables

# CHECKs on one column, as DuckDB writes them out.
_KNOWN_VALUES = re.compile(r"""\("?(\w+)"? IN \(('[^']*'(?:, '[^']*')*)\)\)""")
_BOUND = re.compile(r"""\("?(\w+)"? (>=?|<=?) (-?[\d.]+)\)""")
_SIDES = {">=": "minimum", ">": "exclusiveMinimum", "<=": "maximum", "<": "exclusiveMaximum"}
_BETWEEN = re.compile(r"""\("?(\w+)"? BETWEEN (-?[\d.]+) AND (-?[\d.]+)\)""")


@dataclass(frozen=True, slots=True)
class Constraints:
    """Demands on the rows of one table.

    `bounds` of a column go by the names of JSON Schema (minimum, exclusiveMinimum, ...); `checks` are the conditions
    in SQL that no other field tells.
    """

    primary_key: tuple[str, ...]
    known_values: Mapping[str, tuple[str, ...]]
    bounds: Mapping[str, Mapping[str, float]]
    checks: tuple[str, ...]


@lru_cache(maxsize=len(TABLES))
def constraints_of(table: str) -> Constraints:
    """The constraints of `table`, as DuckDB reports them.

    >>> constraints_of("visits").known_values["status"]
    ('held', 'ongoing', 'planned', 'cancelled')
    """
    with connect() as connection:
        create_tables(connection)
        rows = connection.execute(
            "SELECT constraint_type, constraint_column_names, expression FROM duckdb_constraints() "
            "WHERE table_name = $1 ORDER BY constraint_index",
            [table],
        ).fetchall()
    key = tuple(column for kind, columns, _ in rows if kind == "PRIMARY KEY" for column in columns)
    values: dict[str, tuple[str, ...]] = {}
    bounds: dict[str, dict[str, float]] = {}
    checks: list[str] = []
    for expression in (told for kind, _, told in rows if kind == "CHECK"):
        if known := _KNOWN_VALUES.fullmatch(expression):
            values[known[1]] = tuple(re.findall(r"'([^']*)'", known[2]))
        elif bound := _bounds(expression):
            bounds[bound[0]] = bound[1]
        else:
            checks.append(expression)
    return Constraints(key, values, bounds, tuple(checks))


def _bounds(expression: str) -> tuple[str, dict[str, float]] | None:
    """Column and bounds of a CHECK such as `(confidence BETWEEN 0 AND 1)` or `(duration_days > 0)`."""
    if told := _BETWEEN.fullmatch(expression):
        return told[1], {"minimum": _number(told[2]), "maximum": _number(told[3])}
    told = _BOUND.fullmatch(expression)
    return (told[1], {_SIDES[told[2]]: _number(told[3])}) if told else None


def _number(digits: str) -> float:
    return float(digits) if "." in digits else int(digits)
