"""Counts of an evaluation: what is gold, found, exact, forgiven, and what is said of each miss."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.gold import GoldDocument, GoldError, load_gold
from evaluation.report import as_json
from evaluation.score import Predicted, Score, Tally, halves, score

TEXT = "Президент прибыл в Баку. Импорт упал."


def _visit(**columns: Any) -> dict[str, Any]:
    plain = {"kind": "visit", "visitor": "Иван Петров", "visitor_country": "SRB", "host_country": "AZE",
             "status": "held", "sentence_start": 0, "sentence_end": 24, "confidence": 0.9}  # fmt: skip
    return plain | columns


def _gold(*visits: dict[str, Any], optional: tuple[dict[str, Any], ...] = (), **document: Any) -> GoldDocument:
    empty: dict[str, tuple[dict[str, Any], ...]] = {"trade_volume": (), "visits": (), "agreements": ()}
    plain = {"name": "a", "file": "a.txt", "published": None, "published_known_from": "text"}
    return GoldDocument(**plain | document, needed=empty | {"visits": visits}, optional=empty | {"visits": optional})


def _score(gold: GoldDocument, *visits: dict[str, Any], published: str | None = None, **told: Any) -> Score:
    return score([gold], {"a.txt": Predicted(TEXT, published, {"visits": visits})}, **told)


WANTED = {"kind": "visit", "visitor": "Петров", "status": "held"}


def test_found_and_exact() -> None:
    tally = _score(_gold(WANTED), _visit(status="planned")).tables["visits"]
    assert (tally.gold, tally.predicted, tally.found, tally.exact) == (1, 1, 1, 0)
    assert tally.columns["status"] == [0, 1] and tally.columns["kind"] == [1, 1]


def test_a_missed_and_a_row_too_many_are_told_with_their_sentence() -> None:
    result = _score(_gold(WANTED | {"anchor": "Импорт упал"}), _visit(visitor="Пётр Сидоров"))
    assert [(m.kind, m.sentence) for m in result.misses] == [
        ("missed", "Импорт упал"),
        ("extra", "Президент прибыл в Баку."),
    ]


def test_a_debatable_row_costs_nothing() -> None:
    found = _score(_gold(optional=(WANTED,)), _visit())
    missed = _score(_gold(optional=(WANTED,)))
    assert found.tables["visits"].predicted == missed.tables["visits"].predicted == 0
    assert found.false_in_empty == 0


def test_rows_of_a_document_without_facts_are_counted() -> None:
    assert _score(_gold(), _visit()).false_in_empty == 1


def test_a_share_may_sit_on_the_row_of_its_level() -> None:
    share = {"flow": "export", "reporter": "BLR", "partner": "AZE", "share": 0.4, "amount": None}
    level = {"flow": "export", "reporter": "BLR", "partner": "AZE", "share": 0.4, "amount": 9e6, "confidence": 0.9}
    gold = _gold()
    needed = dict(gold.needed) | {"trade_volume": (level, share)}
    document = GoldDocument("a", "a.txt", None, "text", needed, gold.optional)
    tally = score([document], {"a.txt": Predicted(TEXT, None, {"trade_volume": [level]})}).tables["trade_volume"]
    assert (tally.gold, tally.found, tally.predicted) == (2, 2, 2)


DATES = [
    ("2024-03-01", "text", "2024-03-01", False, (1, 1, 1)),
    ("2024-03", "text", "2024-03-09", False, (1, 1, 1)),  # gold knows the month only
    ("2024-03-01", "text", "2024-01-01", False, (1, 0, 1)),  # the year alone is right
    ("2024-03-01", "text", None, False, (1, 0, 0)),
    ("2024-03-01", "url", None, False, (0, 0, 0)),  # only the address tells it
    ("2024-03-01", "url", "2024-03-01", True, (1, 1, 1)),
]


@pytest.mark.parametrize(("wanted", "known", "got", "fed", "counts"), DATES)
def test_dates(wanted: str, known: str, got: str | None, fed: bool, counts: tuple[int, int, int]) -> None:
    result = _score(_gold(published=wanted, published_known_from=known), published=got, with_published=fed)
    assert (result.dated, result.day_right, result.year_right) == counts


def test_an_article_that_no_run_made_counts_as_one_without_rows() -> None:
    result = score([_gold(WANTED)], {})
    assert [m.kind for m in result.misses] == ["absent", "missed"] and result.tables["visits"].recall == 0


def test_halves_follow_confidence() -> None:
    tally = Tally(trusted=[(0.2, False), (0.9, True), (0.3, True), (0.8, True)])
    assert halves(tally) == (1.0, 0.5)


def test_nothing_wanted_and_nothing_told_is_perfect() -> None:
    assert Tally().f1 == 1.0 and Tally(predicted=2).f1 == 0.0 and Tally(gold=2).f1 == 0.0


def test_plain_values_only() -> None:
    plain = as_json(_score(_gold(WANTED), _visit(status="planned")))
    assert json.loads(json.dumps(plain)) == plain
    assert plain["tables"]["visits"]["found"] == 1 and plain["misses"][0]["told"] == "status: gold held, got planned"


def _written(folder: Path, told: Any) -> Path:
    (folder / "a.json").write_text(json.dumps(told), "utf-8")
    return folder


def test_gold_apart_by_need(tmp_path: Path) -> None:
    rows = [WANTED, WANTED | {"optional": True}, WANTED | {"with_published": {"status": "planned"}}]
    folder = _written(tmp_path, {"id": "a", "visits": rows, "optional": {"visits": [WANTED]}})
    (plain,), (late,) = load_gold(folder), load_gold(folder, with_published=True)
    assert len(plain.needed["visits"]) == 2 and len(plain.optional["visits"]) == 2 and plain.file == "a.txt"
    assert "status" not in plain.needed["visits"][1] and late.needed["visits"][1]["status"] == "planned"


@pytest.mark.parametrize("told", [[], {"visits": []}, {"id": "a", "visits": 3}])
def test_broken_gold_is_named(tmp_path: Path, told: Any) -> None:
    with pytest.raises(GoldError, match=r"a\.json"):
        load_gold(_written(tmp_path, told))


def test_no_gold_folder(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match="no such folder"):
        load_gold(tmp_path / "none")
