"""The same counts as the reference scorer, to the row, where that lies beside the checkout."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evaluation.floors import GOLD
from evaluation.gold import TABLES, load_gold
from evaluation.predict import predict_folder, predict_published
from evaluation.score import Predicted, score
from pipelines.store.parts import to_arrow
from pipelines.store.schema import connect

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
pytestmark = pytest.mark.skipif(not (CORPUS / "score.py").exists(), reason="no reference scorer beside the checkout")
COUNTS = ("gold", "predicted", "found", "exact")


def _published(made: dict[str, Predicted], file: Path) -> None:
    """Writes `made` as a published file holds it, as far as scoring asks."""
    with connect(file) as connection:
        told = [(name, name, one.text, one.published) for name, one in made.items()]
        connection.execute(
            "CREATE TABLE documents (document_id VARCHAR, source VARCHAR, text VARCHAR, published_start DATE)"
        )
        if told:
            connection.executemany("INSERT INTO documents VALUES (?, ?, ?, ?)", told)
        for table in TABLES:
            rows = [dict(row, document_id=name) for name, one in made.items() for row in one.rows[table]]
            arrow = to_arrow(table, rows)
            connection.register("arrow", arrow)
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM arrow")
            connection.unregister("arrow")


CASES = [
    (GOLD / "texts", GOLD / "facts", "", False),
    (CORPUS / "seeds", CORPUS / "gold", "00", False),
    (CORPUS / "seeds", CORPUS / "gold", "00", True),
]


@pytest.mark.parametrize(("raw", "gold", "only", "fed"), CASES)
def test_counts_are_those_of_the_reference(raw: Path, gold: Path, only: str, fed: bool, tmp_path: Path) -> None:
    made = predict_folder(raw)
    file, out = tmp_path / "made.duckdb", tmp_path / "out.json"
    _published(made, file)
    command = [sys.executable, CORPUS / "score.py", "--db", file, "--gold", gold, "--only", only, "--json", out]
    subprocess.run([*command, *(["--published-fed"] if fed else [])], check=True, capture_output=True, timeout=60)
    wanted = json.loads(out.read_text("utf-8"))

    for predicted in (made, predict_published(file)):
        result = score(load_gold(gold, only=only, with_published=fed), predicted, with_published=fed)
        assert [result.documents, [result.day_right, result.year_right, result.dated]] == [
            wanted["documents"],
            wanted["dated"],
        ]
        for table in TABLES:
            tally = result.tables[table]
            assert {c: getattr(tally, c) for c in COUNTS} == {c: wanted[table].get(c, 0) for c in COUNTS}, table
            assert {c: f"{a}/{b}" for c, (a, b) in tally.columns.items()} == wanted[table]["columns"], table
