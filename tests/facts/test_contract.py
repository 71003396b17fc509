"""Whatever a page says, its rows fit the tables: one row that does not would keep everything from being published."""

import random
import re
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256
from typing import Any

import duckdb
import pytest

from evaluation.floors import GOLD
from pipelines.documents.document import RawArticle, Sidecar
from pipelines.documents.make import Refused, make_document
from pipelines.documents.rows import document_row, removed_rows
from pipelines.entities.extract import find_mentions
from pipelines.entities.rows import mention_row
from pipelines.facts.reading import read
from pipelines.facts.registry import FACT_TABLES
from pipelines.facts.rows import fact_row
from pipelines.store.parts import to_arrow
from pipelines.store.schema import connect, create_tables

TEXTS = [path.read_text("utf-8") for path in sorted((GOLD / "texts").glob("*.txt"))]
SENTENCES = [s for text in TEXTS for line in text.splitlines() for s in re.split(r"(?<=[.!?]) ", line)]


def _whole(chance: random.Random) -> Iterator[str]:
    yield from TEXTS


def _cut(chance: random.Random) -> Iterator[str]:
    """Pages broken off in the middle of a sentence, or begun there."""
    for text in TEXTS:
        start = chance.randrange(len(text) // 2)
        yield text[start : start + 1000]


def _mixed(chance: random.Random) -> Iterator[str]:
    """Sentences of different pages: every pronoun and "тот же период" means something it was not written for."""
    for _ in range(40):
        yield " ".join(chance.sample(SENTENCES, 14))


def _shaken(chance: random.Random) -> Iterator[str]:
    """Pages with words left out."""
    for text in TEXTS:
        yield " ".join(word for word in text.split(" ") if chance.random() > 0.1)


def _rows(text: str) -> dict[str, list[dict[str, Any]]]:
    article = RawArticle(sha256(text.encode()).hexdigest(), "a.txt", text.encode(), Sidecar())
    try:
        document = make_document(article)
    except Refused:
        return {}
    mentions = find_mentions(document)
    reading = read(document, mentions)
    rows = {
        "documents": [document_row(document, ingested_at=datetime(2026, 1, 1))],
        "removed_spans": removed_rows(document),
        "mentions": [mention_row(document.document_id, m) for m in mentions],
    }
    for table, extract in FACT_TABLES.items():
        rows[table] = [fact_row(table, fact, "test") for fact in extract(reading)]
    for table, key in (("mentions", "mention_id"), *((t, "fact_id") for t in FACT_TABLES)):
        rows[table] = list({row[key]: row for row in rows[table]}.values())
    return rows


@pytest.mark.parametrize("variants", [_whole, _cut, _mixed, _shaken])
def test_rows_fit_the_tables(variants: Any) -> None:
    with connect() as connection:
        create_tables(connection)
        for text in dict.fromkeys(variants(random.Random(7))):
            for table, rows in _rows(text).items():
                connection.register("made", to_arrow(table, rows))
                try:
                    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM made")
                except duckdb.Error as error:
                    pytest.fail(f"{table}: {error}\n{text}")
                connection.unregister("made")
        count = connection.execute("SELECT count(*) FROM trade_volume").fetchone()
        assert count is not None and count[0] > 20
