"""The data contract of the fact tables in the form of the Open Data Contract Standard 3.1 (bitol.io).

It is read from `sql/schema` (columns, types, words, keys, CHECKs) and `expectations/` (checks with their reasons).
"""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import yaml

from pipelines.store.about import about
from pipelines.store.constraints import Constraints, constraints_of
from pipelines.store.schema import FACT_TABLES, Column, Table, arrow_schema, described
from pipelines.store.suites import load_suite

FILE = "datacontract.odcs.yaml"
# What readers are promised; the other tables explain how the rows came about.
CONTRACTED = ("documents", *FACT_TABLES)
_HEAD = "# Generated from sql/schema and expectations/; edit them there and run `make dictionary`.\n"


def data_contract() -> str:
    """The contract as YAML."""
    told = yaml.safe_dump(contract(), sort_keys=False, allow_unicode=True, width=120)
    return f"{_HEAD}{told}"


def contract() -> dict[str, Any]:
    """The contract as the standard's JSON Schema describes it."""
    tables, told = {table.name: table for table in described()}, about()
    return {
        "apiVersion": "v3.1.0",
        "kind": "DataContract",
        "id": "communique",
        "name": told["title"],
        "version": told["version"],
        "status": "active",
        "domain": told["domain"],
        "tags": [*told["keywords"]],
        "description": {part: told[part] for part in ("purpose", "usage", "limitations")},
        "servers": [{**server} for server in told["servers"]],
        "schema": [_object(tables[name]) for name in CONTRACTED],
        "team": {"name": "communique"},
    }


def _object(table: Table) -> dict[str, Any]:
    constraints, types = constraints_of(table.name), arrow_schema(table.name)
    return {
        "name": table.name,
        "physicalName": table.name,
        "logicalType": "object",
        "physicalType": "table",
        "description": table.comment,
        "properties": [_property(table.name, c, types.field(c.name).type, constraints) for c in table.columns],
        "quality": [*_checks(table.name, constraints), *_expectations(table.name)],
    }


def _property(table: str, column: Column, kind: pa.DataType, constraints: Constraints) -> dict[str, Any]:
    told: dict[str, Any] = {"name": column.name, "physicalType": column.type, **_logical(kind)}
    if column.name in constraints.bounds:
        told["logicalTypeOptions"] = {**constraints.bounds[column.name]}
    told |= {"description": column.comment, "required": not column.nullable}
    if column.name in constraints.primary_key:
        told |= {"unique": True, "primaryKey": True, "primaryKeyPosition": 1}
    if column.name == "document_id" and table != "documents":
        told["relationships"] = [{"type": "foreignKey", "to": "documents.document_id"}]
    if values := constraints.known_values.get(column.name):
        known = {"metric": "invalidValues", "arguments": {"validValues": [*values]}, "mustBe": 0}
        told["quality"] = [{"name": f"{column.name}_known", "type": "library", **known}]
    return told


def _logical(kind: pa.DataType) -> dict[str, Any]:
    """Logical type of an Arrow type; of a list with its items, of a struct with its fields."""
    if pa.types.is_list(kind):
        return {"logicalType": "array", "items": {"name": "item", **_logical(kind.value_type)}}
    if pa.types.is_struct(kind):
        return {"logicalType": "object", "properties": [{"name": f.name, **_logical(f.type)} for f in kind]}
    return {"logicalType": _scalar(kind)}


def _scalar(kind: pa.DataType) -> str:
    if pa.types.is_integer(kind):
        return "integer"
    if pa.types.is_floating(kind) or pa.types.is_decimal(kind):
        return "number"
    if pa.types.is_timestamp(kind):
        return "timestamp"
    return {pa.date32(): "date", pa.bool_(): "boolean", pa.string(): "string"}[kind]


def _checks(table: str, constraints: Constraints) -> Iterator[dict[str, Any]]:
    """The CHECKs that hold columns against each other, each as a count of rows that break it."""
    for number, condition in enumerate(constraints.checks, 1):
        query = f"SELECT count(*) FROM {table} WHERE NOT {condition}"
        yield {"name": f"check_{number}", "type": "sql", "query": query, "mustBe": 0, "severity": "error"}


def _expectations(table: str) -> Iterator[dict[str, Any]]:
    for expectation in load_suite(table):
        yield {
            "name": expectation.name,
            "description": expectation.notes,
            "type": "custom",
            "engine": "great-expectations",
            "implementation": {"type": expectation.type, "kwargs": {**expectation.kwargs}},
            "severity": "error" if expectation.severity == "critical" else "warning",
        }
