"""The pages on the fact tables: every example is read by the pipeline and gives the rows shown, no more and no less."""

import hashlib
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from assets.settings import CHECKOUT
from pipelines.documents.document import RawArticle, Sidecar
from pipelines.facts.extract import extract_rows
from pipelines.facts.registry import FACT_TABLES
from pipelines.store.schema import described

FOLDER = CHECKOUT / "docs" / "tables"
WRITTEN = [table for table in FACT_TABLES if (FOLDER / f"{table}.md").exists()]
EXAMPLE = re.compile(r"^> (?P<text>.+)\n\nPublished (?P<published>\S+)\.\n\n(?P<rows>(?:^\|.*\n)+)", re.MULTILINE)


def _cells(table: str) -> list[list[str]]:
    """A Markdown table as lists of cells, its rule left out."""
    lines = [[cell.strip() for cell in line.strip("|\n ").split(" | ")] for line in table.splitlines()]
    widths = len(lines[0])
    return [line + [""] * (widths - len(line)) for at, line in enumerate(lines) if at != 1]


def _sections(page: Path) -> dict[str, str]:
    return dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", page.read_text("utf-8"), re.DOTALL | re.MULTILINE))


def _examples() -> Iterator[object]:
    for table in WRITTEN:
        for heading, section in _sections(FOLDER / f"{table}.md").items():
            for found in EXAMPLE.finditer(section):
                yield pytest.param(table, *found.group("text", "published", "rows"), id=f"{table}: {heading}")


def _no_rows() -> Iterator[object]:
    for table in WRITTEN:
        for sentence, why in _cells(_sections(FOLDER / f"{table}.md")["What makes no row"].split("\n\n")[0].strip())[
            1:
        ]:
            yield pytest.param(table, sentence, id=f"{table}: {why}")


def _read(table: str, text: str, published: str) -> list[dict[str, Any]]:
    data = text.encode()
    article = RawArticle(hashlib.sha256(data).hexdigest(), "example.txt", data, Sidecar(published=published))
    return extract_rows(article).rows[table]


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    if isinstance(value, Decimal):
        return f"{value:,.0f}"
    if isinstance(value, float):
        return f"{round(value, 4):g}"
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def test_every_fact_table_has_a_page() -> None:
    assert {page.stem for page in FOLDER.glob("*.md")} == set(FACT_TABLES)


@pytest.mark.parametrize("table", WRITTEN)
def test_a_page_has_examples_enough(table: str) -> None:
    assert len(EXAMPLE.findall((FOLDER / f"{table}.md").read_text("utf-8"))) >= 5


@pytest.mark.parametrize(("table", "text", "published", "rows"), _examples())
def test_an_example_gives_the_rows_shown(table: str, text: str, published: str, rows: str) -> None:
    columns, *shown = _cells(rows)
    assert [[_shown(row[column]) for column in columns] for row in _read(table, text, published)] == shown


@pytest.mark.parametrize(("table", "text"), _no_rows())
def test_what_makes_no_row_makes_none(table: str, text: str) -> None:
    assert _read(table, text, "2024-04-02") == []


@pytest.mark.parametrize("table", WRITTEN)
def test_columns_told_of_are_columns(table: str) -> None:
    told = re.findall(r"^\| (`.+?) \|", _sections(FOLDER / f"{table}.md")["Columns that surprise"], re.MULTILINE)
    columns = {column.name for one in described() if one.name == table for column in one.columns}
    assert told and {name for names in told for name in re.findall(r"`(\w+)`", names)} <= columns
