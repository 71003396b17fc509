"""When a predicted row is a gold row, and which columns of it agree."""

from typing import Any

import pytest

from evaluation.matching import agrees, direction, match, overlaps, same, squash, told

TEXT = "Экспорт вырос до 90 млн долларов. Импорт упал. Президент прибыл в Баку."
FIRST = {"sentence_start": 0, "sentence_end": 33}
THIRD = {"sentence_start": 47, "sentence_end": 71}


def _trade(**columns: Any) -> dict[str, Any]:
    plain = {"reporter": "BLR", "partner": "AZE", "flow": "export", "amount": None, "change_ratio": None, "share": None}
    return plain | FIRST | columns


def _visit(**columns: Any) -> dict[str, Any]:
    plain = {"kind": "visit", "visitor": "Иван Петров", "visitor_country": "SRB", "host": None, "host_country": "AZE"}
    return plain | THIRD | columns


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        (None, None, True),
        (None, 0, False),  # nothing told is not zero
        (100, 100.4, True),  # within half a percent
        (100, 101, False),
        ("Held", "held ", True),
        ("held", "planned", False),
    ],
)
def test_same(a: Any, b: Any, verdict: bool) -> None:
    assert same(a, b) is verdict


def test_squash_evens_out_raw_and_clean_words() -> None:
    assert squash("Объём\u00a0— &laquo;1\u00adмлн&raquo; \\$") == "объем 1млн $"


def test_an_export_is_the_import_of_the_other_side() -> None:
    mirrored = _trade(reporter="AZE", partner="BLR", flow="import")
    assert direction(_trade()) == direction(mirrored) != direction(_trade(flow="import"))


TRADE = [
    ({"amount": 90e6}, {"amount": 90_100_000}, True, "within half a percent"),
    ({"amount": 90e6}, {"amount": 91e6}, False, "another amount"),
    ({"amount": 90e6}, {"amount": None, "change_ratio": 1.2}, False, "growth is no level"),
    ({"amount": -90e6}, {"amount": 90e6}, True, "the sign of a balance is not asked"),
    ({"amount": 90e6}, {"amount": 90e6, "reporter": "AZE", "partner": "BLR"}, False, "export the other way round"),
    ({"change_ratio": 1.2}, {"change_ratio": 1.2}, True, "growth alone"),
    ({"amount": None, "share": None, "anchor": "Экспорт вырос"}, {"change_ratio": 1.2}, True, "only the place counts"),
    ({"amount": None, "anchor": "Импорт упал"}, {}, False, "another place"),
]


@pytest.mark.parametrize(("gold", "row", "verdict", "why"), TRADE)
def test_trade_key(gold: dict[str, Any], row: dict[str, Any], verdict: bool, why: str) -> None:
    full = {"reporter": "BLR", "partner": "AZE", "flow": "export"} | gold
    assert bool(match("trade_volume", [full], [_trade(**row)], TEXT)) is verdict, why


VISITS = [
    ({"kind": "visit", "visitor": "Петров"}, {}, True, "surname is enough"),
    ({"kind": "visit", "visitor": "Сидоров"}, {}, False, "another visitor"),
    ({"kind": "visit", "visitor_country": "SRB", "host_country": "GEO"}, {}, False, "another country visited"),
    ({"kind": "meeting", "pair": ["SRB", "AZE"]}, {}, True, "talks told as a visit"),
    ({"kind": "phone_call", "pair": ["SRB", "AZE"]}, {}, False, "a call is no visit"),
    ({"kind": "meeting", "pair": ["GEO", "TUR"]}, {}, False, "no side in common"),
    ({"kind": "visit", "event_start": "2024-01-02"}, {"event_start": "2024-03-02"}, False, "two visits apart in time"),
    ({"kind": "visit", "event_start": "2024-03-02"}, {"event_start": "2024-03-01", "event_end": "2024-03-03"}, True,
     "days in common"),
    ({"kind": "visit", "visitor": None, "anchor": "прибыл в Баку"}, {}, True, "no name: the place decides"),
    ({"kind": "visit", "visitor": None, "anchor": "Импорт упал"}, {}, False, "no name and another place"),
]  # fmt: skip


@pytest.mark.parametrize(("gold", "row", "verdict", "why"), VISITS)
def test_visit_key(gold: dict[str, Any], row: dict[str, Any], verdict: bool, why: str) -> None:
    assert bool(match("visits", [gold], [_visit(**row)], TEXT)) is verdict, why


AGREEMENTS = [
    ({"kind": "memorandum", "status": "signed", "anchor": "прибыл в Баку"}, True, "place and kind"),
    ({"kind": "treaty", "status": "planned", "anchor": "прибыл в Баку"}, False, "neither kind nor status"),
    ({"kind": "treaty", "status": "signed", "anchor": "прибыл в Баку"}, True, "status alone"),
    ({"kind": "memorandum", "anchor": "Импорт упал"}, False, "another place"),
    ({"kind": "memorandum", "anchor": "Импорт упал", "document_count": 3}, True, "another place, the same count"),
]


@pytest.mark.parametrize(("gold", "verdict", "why"), AGREEMENTS)
def test_agreement_key(gold: dict[str, Any], verdict: bool, why: str) -> None:
    row = {"kind": "memorandum", "status": "signed", "document_count": 3} | THIRD
    assert bool(match("agreements", [gold], [row], TEXT)) is verdict, why


COLUMNS = [
    ("kind", {}, {"kind": "visit"}, None, "not told by gold: not scored"),
    ("status", {"status": "held"}, {"status": "planned"}, False, "wrong"),
    ("visitor", {"visitor": None}, {"visitor": "Иван Петров"}, False, "gold says there is no name"),
    ("host", {"host": None}, {"host": "Иван Петров"}, True, "a host found beyond gold is not wrong"),
    ("visitor_country", {"visitor_country": "SRB", "pair": ["SRB", "AZE"]},
     {"visitor_country": "AZE", "host_country": "SRB"}, True, "sides of a call have no order"),
    ("visitor_country", {"visitor_country": "SRB"}, {"visitor_country": "AZE", "host_country": "SRB"}, False,
     "those of a visit have"),
    ("parties", {"parties": ["AZE", "BLR"]}, {"parties": ["BLR", "AZE"]}, True, "in any order"),
    ("event", {"event_start": "2024-03-01"}, {"event_start": "2024-03-01", "event_end": "2024-03-01"}, True, "one day"),
    ("event", {"event_start": None}, {"event_start": "2024-03-01"}, False, "a day that the text does not tell"),
    ("event", {}, {"event_start": "2024-03-01"}, None, "not scored"),
    ("period_end", {"period_end": "2024-12-31"}, {"period_end": "2024-12-31T00:00"}, True, "the day counts"),
    ("direction", {"flow": "export", "reporter": "AZE"}, {}, None, "gold without a partner"),
]  # fmt: skip


@pytest.mark.parametrize(("column", "gold", "row", "verdict", "why"), COLUMNS)
def test_agrees(column: str, gold: dict[str, Any], row: dict[str, Any], verdict: bool | None, why: str) -> None:
    assert agrees(column, gold, row) is verdict, why


def test_the_pair_that_agrees_most_is_taken_first() -> None:
    gold = [{"kind": "visit", "status": "held"}, {"kind": "visit", "status": "planned"}]
    rows = [_visit(status="planned"), _visit(status="held")]
    assert sorted(match("visits", gold, rows, TEXT)) == [(0, 1), (1, 0)]


def test_one_row_is_one_gold_row_at_most() -> None:
    gold = [{"kind": "visit"}, {"kind": "visit"}]
    assert len(match("visits", gold, [_visit()], TEXT)) == 1


def test_another_place_of_the_fact_is_right_too() -> None:
    assert overlaps({"anchor": "иного нет", "also": [{"anchor": "Экспорт вырос"}]}, FIRST, TEXT)


@pytest.mark.parametrize(
    ("column", "row", "shown"),
    [
        ("event", {"event_start": "2024-03-01", "event_end": "2024-03-01"}, "2024-03-01"),
        ("event", {"event_start": "2024-03-01", "event_end": "2024-03-31"}, "2024-03-01..2024-03-31"),
        ("direction", {"flow": "import", "reporter": "BLR", "partner": "AZE"}, "flow AZE BLR"),
        ("kind", {"kind": "visit"}, "visit"),
    ],
)
def test_told(column: str, row: dict[str, Any], shown: str) -> None:
    assert told(column, row) == shown
