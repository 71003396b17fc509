"""A row that breaks a CHECK is set aside with its reason; the others become the part."""

from decimal import Decimal

import pytest
from warehouse_rows import row

from pipelines.store.contract import keep_sound


@pytest.mark.parametrize(
    ("table", "change", "words"),
    [
        ("trade_volume", {"reporter": "BLR", "partner": "AZE"}, "CHECK"),  # a turnover's pair out of order
        ("trade_volume", {"amount": Decimal("1e30")}, "Decimal"),  # a slip that no column can hold
        ("visits", {"host_country": "BLR"}, "CHECK"),  # a visit to one's own country
        ("visits", {"status": None}, "NOT NULL"),
        ("agreements", {"parties": []}, "CHECK"),
    ],
)
def test_a_bad_row_does_not_keep_the_good_ones_out(table: str, change: dict[str, object], words: str) -> None:
    bad = row(table, fact_id="bad", **change)
    sound, refused = keep_sound(table, [row(table, fact_id="one"), bad, row(table, fact_id="two")])
    assert sound.column("fact_id").to_pylist() == ["one", "two"]
    ((told, reason),) = refused
    assert told["fact_id"] == "bad" and words.lower() in reason.lower()


def test_sound_rows_come_back_whole() -> None:
    sound, refused = keep_sound("visits", [row("visits")])
    assert sound.num_rows == 1 and refused == []


def test_a_row_of_other_columns_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="visitors"):
        keep_sound("visits", [{**row("visits"), "visitors": 1}])
