"""Contradictions as the page of a pair shows them: grouped by rule, every figure with its words."""

from decimal import Decimal
from pathlib import Path

import pytest
from report_rows import Rows, disagreeing_rows, figure, year
from warehouse_rows import build

from report.disagreements import Disagreements, disagreements
from report.queries import load_tables


def _told(home: Path, rows: Rows) -> Disagreements:
    tables = load_tables(build(home, *rows))
    return disagreements(tables.flags, tables.facts, "en")


def _plain(told: str) -> str:
    return told.replace("\xa0", " ")


def test_groups_stand_in_one_order_and_count_every_contradiction(tmp_path: Path) -> None:
    told = _told(tmp_path, disagreeing_rows())
    assert [(g.kind, len(g.rows)) for g in told.groups] == [
        ("conflicting_levels", 1),
        ("sum_of_ways", 1),
        ("growth", 1),
    ]
    assert told.count == 3


SELLER = {"reporter": "BLR", "partner": "AZE", "flow": "export"}
CARDS: list[tuple[str, Rows, list[str], list[str]]] = [
    # why; claims; what, stated, other, difference and note of the card; its figures
    (
        "the whole is named where it is not what the card is of",
        [figure("t1", 447), figure("t2", 520, **SELLER)],
        ["exports: Belarus → Azerbaijan, all goods, 2020", "520 m USD", "447 m USD", "+16.33 %", ""],
        ["520 m USD", "447 m USD, turnover: Azerbaijan – Belarus"],
    ),
    (
        "a growth says how it was told and what the levels give",
        [figure("t1", 600, change_ratio=1.05), figure("t2", 500, **year(2019))],
        [
            "turnover: Azerbaijan – Belarus, all goods, 2020", "600 m USD", "525 m USD", "+14.29 %",
            "Growth as told: +5 %. Growth by levels: +20 % (base unsaid: a year earlier is taken)",
        ],
        ["600 m USD", "500 m USD, 2019"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "card", "figures"), [case[1:] for case in CARDS], ids=[case[0] for case in CARDS])
def test_a_card_says_what_is_held_against_what(tmp_path: Path, rows: Rows, card: list[str], figures: list[str]) -> None:
    ((told,),) = [group.rows for group in _told(tmp_path, rows).groups]
    assert [_plain(text) for text in (told.what, told.stated, told.other, told.difference, told.note)] == card
    assert [_plain(text) for text, _ in told.figures] == figures
    assert all(cite.evidence for _, cite in told.figures)


def test_a_bound_keeps_its_word(tmp_path: Path) -> None:
    claims = [figure("t1", 447), figure("t2", 600, amount_bound="at_least", confidence=0.1)]
    claims[1][1]["amount"] = Decimal(600_000_000)
    (group,) = _told(tmp_path, claims).groups
    assert [_plain(figure) for figure, _ in group.rows[0].figures] == ["447 m USD", "over 600 m USD"]
