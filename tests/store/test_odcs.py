"""The data contract: valid by the standard's own schema, and true of the tables."""

import copy
import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from published_schemas import FOLDER, breaches, read_schema
from warehouse_rows import build, row

from pipelines.store import odcs
from pipelines.store.constraints import constraints_of
from pipelines.store.schema import TABLES, connect, create_tables, described
from pipelines.store.suites import load_suite

CHECKOUT = Path(__file__).resolve().parents[2]
CONTRACT = odcs.contract()
OBJECTS = {table["name"]: table for table in CONTRACT["schema"]}


def test_the_contract_keeps_the_standard() -> None:
    assert breaches("odcs-3.1.0", CONTRACT) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda c: c.pop("status"),
        lambda c: c.update(colour="red"),
        lambda c: c["schema"][0]["properties"][0].update(logicalType="varchar"),
        lambda c: c["schema"][0]["properties"][0].pop("name"),
    ],
    ids=["no status", "unknown key", "unknown type", "a column without a name"],
)
def test_the_standard_would_tell(spoil: Callable[[dict[str, Any]], object]) -> None:
    spoiled = copy.deepcopy(CONTRACT)
    spoil(spoiled)
    assert breaches("odcs-3.1.0", spoiled) != []


def test_the_copy_of_the_standard_is_the_one_named() -> None:
    told = (FOLDER / "README.md").read_text("utf-8")
    for file in sorted(FOLDER.glob("*.gz")):
        assert hashlib.sha256(gzip.decompress(file.read_bytes())).hexdigest() in told, file.name
    assert read_schema("odcs-3.1.0")["title"].startswith("Open Data Contract Standard")


def test_the_page_is_current() -> None:
    """`make dictionary` writes it anew."""
    assert (CHECKOUT / "docs" / odcs.FILE).read_text("utf-8") == odcs.data_contract()
    assert yaml.safe_load(odcs.data_contract()) == CONTRACT


@pytest.mark.parametrize("table", odcs.CONTRACTED)
def test_columns_types_and_words_are_those_of_the_table(table: str) -> None:
    columns = next(t for t in described() if t.name == table).columns
    told = [(p["name"], p["physicalType"], p["description"], not p["required"]) for p in OBJECTS[table]["properties"]]
    assert told == [(c.name, c.type, c.comment, c.nullable) for c in columns]


@pytest.mark.parametrize("table", odcs.CONTRACTED)
def test_every_check_of_the_schema_is_in_the_contract(table: str) -> None:
    """Each CHECK is known values, bounds, or a query: none is lost on the way."""
    with connect() as connection:
        create_tables(connection)
        (count,) = connection.execute(
            "SELECT count(*) FROM duckdb_constraints() WHERE table_name = $1 AND constraint_type = 'CHECK'", [table]
        ).fetchall()[0]
    properties, quality = OBJECTS[table]["properties"], OBJECTS[table]["quality"]
    known = [p for p in properties if "quality" in p]
    bounded = [p for p in properties if "logicalTypeOptions" in p]
    queries = [q for q in quality if q["type"] == "sql"]
    assert len(known) + len(bounded) + len(queries) == count
    assert [q["name"] for q in quality if q["type"] == "custom"] == [e.name for e in load_suite(table)]


@pytest.mark.parametrize(
    ("table", "spoiled"),
    [
        ("visits", {"host_country": "BLR"}),  # of one country
        ("agreements", {"parties": []}),
        ("trade_volume", {"reporter": "BLR", "partner": "AZE"}),  # a turnover's pair is sorted
    ],
)
def test_queries_count_the_rows_that_break_them(tmp_path: Path, table: str, spoiled: dict[str, Any]) -> None:
    queries = [q["query"] for q in OBJECTS[table]["quality"] if q["type"] == "sql"]

    def broken(**told: Any) -> int:
        path = build(tmp_path, (table, row(table, **told)), unchecked=True)
        with connect(path, read_only=True) as connection:
            found = sum(int(connection.execute(query).fetchall()[0][0]) for query in queries)
        path.unlink()
        return found

    assert broken() == 0 and broken(**spoiled) >= 1


def test_facts_lead_to_their_document() -> None:
    for table in ("trade_volume", "visits", "agreements"):
        (told,) = [p for p in OBJECTS[table]["properties"] if p["name"] == "document_id"]
        assert told["relationships"] == [{"type": "foreignKey", "to": "documents.document_id"}]


def test_every_table_has_a_key_or_is_a_list_of_spans() -> None:
    assert [t for t in TABLES if not constraints_of(t).primary_key] == ["removed_spans"]
