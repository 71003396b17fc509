"""Figures on a chart: which chart, where, joined by what line."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from report.row import Row
from report.trade import trade_section

CLAIM: Row = {
    "fact_id": "f1", "document_id": "d1", "reporter": "AZE", "partner": "BLR", "flow": "turnover", "product": "all",
    "product_text": None, "amount": Decimal(100_000_000), "currency": "USD", "amount_bound": "exact",
    "change_ratio": None, "share": None, "period_start": date(2020, 1, 1), "period_end": date(2020, 12, 31),
    "period_precision": "year", "modality": "actual", "attribution": None, "attribution_kind": "outlet",
    "evidence": "товарооборот", "outlet": "Пример", "published_start": None, "published_end": None,
    "published_precision": None,
}  # fmt: skip
BELARUS = {"reporter": "BLR", "partner": "AZE"}


def _claim(**told: Any) -> Row:
    return CLAIM | told


def _year(number: int, **told: Any) -> Row:
    return _claim(period_start=date(number, 1, 1), period_end=date(number, 12, 31), **told)


def _resolved(claim: Row, **told: Any) -> Row:
    amount = claim["amount"]
    sound = {"claim_count": 1, "amount_low": amount, "amount_high": amount, "accepted": claim["fact_id"]}
    return claim | sound | told


CHARTS = [
    # claims, titles of the charts in their order, why
    ([_claim(flow="export", **BELARUS)], ["Беларусь → Азербайджан, млн USD"], "what is sold leaves the reporter"),
    ([_claim(flow="import", **BELARUS)], ["Азербайджан → Беларусь, млн USD"], "what is bought comes to it"),
    (
        [_claim(flow="export", **BELARUS), _claim(flow="import", reporter="AZE", partner="BLR")],
        ["Беларусь → Азербайджан, млн USD"],
        "the export of one is the import of the other: one chart",
    ),
    (
        [_claim(product="oil"), _claim(currency="AZN"), _claim()],
        ["Товарооборот, млн USD", "Товарооборот, млн AZN", "Товарооборот, нефть, млн USD"],
        "currencies and products are not mixed; trade at large comes first",
    ),
    ([_claim(amount=None, share=0.1)], [], "a share has no place on a chart"),
    ([_claim(flow="balance", **BELARUS)], [], "nor has a balance"),
    ([_claim(period_start=None, period_end=None)], [], "nor what has no date"),
]


@pytest.mark.parametrize(("claims", "titles", "why"), CHARTS, ids=[case[2] for case in CHARTS])
def test_each_figure_has_its_chart(claims: list[Row], titles: list[str], why: str) -> None:
    section = trade_section(claims, [_resolved(claim) for claim in claims], "ru")
    charts = [*section.main, *section.more]
    assert [chart.title for chart in charts] == titles, why
    assert section.count == len(claims)
    assert len(section.other) == len(claims) - sum(len(chart.rows) for chart in charts)


def _data(*claims: Row, resolved: list[Row] | None = None) -> dict[str, Any]:
    made = [_resolved(claim) for claim in claims] if resolved is None else resolved
    (chart,) = trade_section(claims, made, "ru").main
    datasets: dict[str, Any] = chart.data["datasets"]
    return datasets


def test_claims_that_agree_in_all_are_one_point() -> None:
    data = _data(_claim(fact_id="f1"), _claim(fact_id="f2"), _claim(fact_id="f3", amount=Decimal(1)))
    assert [("(×2)" in p["label"], p["v"]) for p in data["claims"]] == [(True, 100.0), (False, 0.0)]


def test_targets_stand_apart() -> None:
    data = _data(_claim(), _year(2025, fact_id="f2", modality="target"))
    assert [len(data[name]) for name in ("claims", "aims", "line")] == [1, 1, 1]


def test_years_in_a_row_are_a_line_and_years_left_out_a_gap() -> None:
    data = _data(*[_year(number, fact_id=f"f{number}") for number in (2010, 2011, 2015, 2016)])
    assert [(p["t"][:4], p["run"]) for p in data["line"]] == [("2010", 1), ("2011", 1), ("2015", 2), ("2016", 2)]
    assert [p["t"][:4] for p in data["gaps"]] == ["2011", "2015"]


def test_part_of_a_year_is_drawn_with_its_stretch_and_joins_no_line() -> None:
    data = _data(_claim(period_end=date(2020, 5, 31), period_precision="range"))
    assert [(p["from"], p["to"]) for p in data["stretches"]] == [("2020-01-01", "2020-05-31")]
    assert data["line"] == []


def test_a_range_is_drawn_where_claims_differ() -> None:
    claims = [_claim(), _claim(fact_id="f2", amount=Decimal(110_000_000))]
    resolved = [_resolved(claims[0], amount_high=claims[1]["amount"])]
    (drawn,) = _data(*claims, resolved=resolved)["ranges"]
    assert (drawn["low"], drawn["high"]) == (100.0, 110.0)


def test_the_scale_spans_whole_years_alike_on_all_main_charts() -> None:
    section = trade_section([_year(2012), _claim(flow="export", **BELARUS)], [], "ru")
    frames = [chart.data["datasets"]["frame"] for chart in section.main]
    assert frames == [[{"t": "2012-01-01"}, {"t": "2021-01-01"}]] * 2


def test_the_value_taken_is_ticked() -> None:
    claims = [_claim(), _claim(fact_id="f2")]
    section = trade_section(claims, [_resolved(claims[1])], "ru")
    assert [row.accepted for row in section.main[0].rows] == [False, True]
