"""What is said of a chart to those who do not see it."""

from datetime import date
from decimal import Decimal

import pytest

from report.about import about_trade, about_visits
from report.row import Row


def _figure(millions: int, year: int, modality: str = "actual") -> Row:
    return {
        "amount": Decimal(millions * 1_000_000), "currency": "USD", "amount_bound": "exact", "modality": modality,
        "period_start": date(year, 1, 1), "period_end": date(year, 12, 31), "period_precision": "year",
    }  # fmt: skip


SAID = [
    ([_figure(5, 2020)], "Точек: 1, 2020. Наименьшее: 5 млн USD (2020)."),
    (
        [_figure(5, 2020), _figure(9, 2022), _figure(7, 2021)],
        "Точек: 3, 2020–2022. Наименьшее: 5 млн USD (2020). Наибольшее: 9 млн USD (2022).",
    ),
    (
        [_figure(5, 2020), _figure(100, 2030, "target")],
        "Точек: 2, 2020–2030. Наименьшее: 5 млн USD (2020). Целей и ожиданий: 1.",  # a target is no greatest
    ),
    ([_figure(100, 2030, "target")], "Точек: 1, 2030. Целей и ожиданий: 1."),
]


@pytest.mark.parametrize(("claims", "said"), SAID)
def test_a_chart_of_trade_tells_its_span_and_ends(claims: list[Row], said: str) -> None:
    assert about_trade(claims, "ru").replace("\xa0", " ") == said


def test_a_timeline_tells_how_many_of_what() -> None:
    visit = {"kind": "visit", "event_start": date(2021, 5, 1), "event_end": None}
    call = {"kind": "phone_call", "event_start": None, "event_end": date(2023, 5, 1)}
    said = about_visits([visit, visit, call], "en")
    assert said == "Events: 3, 2021–2023. Visit: 2, phone call: 1."
