"""The glossary covers every value that a column may have, and names none that is not there."""

import re

from assets.settings import CHECKOUT
from pipelines.facts.registry import FACT_TABLES
from pipelines.store.schema import ddl, described
from pipelines.text.lexicon import load_toml

GLOSSARY = (CHECKOUT / "docs" / "glossary.md").read_text("utf-8")
LISTED = re.compile(r"^\s+(\w+)\s+VARCHAR(?: NOT NULL)? CHECK \(\1 IN \(([^)]+)\)\)", re.MULTILINE)
CODES = {"cameo_code", "plover_event", "plover_mode"}  # docs/quick-start.md tells what they stand for
# Precisions of other intervals have the words of `period_precision`.
ALIKE = {"published_precision", "date_precision", "bound"}


def _values() -> set[str]:
    """`column = value` for every list of values in the schema; a mention's kind is no fact's kind."""
    listed = set()
    for table in (*FACT_TABLES, "documents", "mentions"):
        for column, values in LISTED.findall(ddl(table)):
            if column not in CODES | ALIKE:
                name = f"mentions.{column}" if table == "mentions" else column
                listed |= {f"{name} = {value}" for value in re.findall(r"'(\w+)'", values)}
    sectors = load_toml(CHECKOUT / "pipelines" / "facts" / "sectors.toml")
    return listed | {f"sectors = {sector}" for sector in sectors}


def _told() -> set[str]:
    return set(re.findall(r"`([\w.]+ = \w+)`", GLOSSARY))


def test_every_value_has_its_words() -> None:
    assert _values() - _told() == set()


def test_every_value_told_of_is_one() -> None:
    assert {told for told in _told() if not told.startswith("visitor_role")} - _values() == set()


def test_offices_told_of_are_known() -> None:
    roles = {role["slug"] for role in load_toml(CHECKOUT / "pipelines" / "entities" / "roles.toml")["role"]}
    told = re.findall(r"`visitor_role = (\w+)`", GLOSSARY)
    assert told and set(told) <= roles


def test_columns_told_of_are_columns() -> None:
    columns = {column.name for table in described() for column in table.columns}
    assert set(re.findall(r"`(\w+)`", GLOSSARY)) <= columns | {"visits", "agreements"}


def test_every_line_has_three_cells() -> None:
    lines = [line for line in GLOSSARY.splitlines() if line.startswith("| ")]
    assert len(lines) > 60
    assert [line for line in lines if not re.fullmatch(r"\|( [^|]*[^| ][^|]* \|){3}", line)] == []
