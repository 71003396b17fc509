"""Claims of one figure: which value is taken, which exclude each other, which figures contradict others."""

from datetime import date
from typing import Any

import pytest
from claim_rows import Row, asked, documents, figure

TURNOVER = "AZE BLR turnover 2020"
FIVE = documents({f"d{n}": f"2021-0{n}-01" for n in range(1, 6)})


def _levels(claims: list[Row], **told: Any) -> list[dict[str, Any]]:
    return asked([*FIVE, *claims], "FROM trade_volume_resolved", **told)


def _flags(claims: list[Row]) -> list[tuple[Any, ...]]:
    rows = asked([*FIVE, *claims], "FROM trade_volume_flags ORDER BY kind, fact_ids")
    return [(r["kind"], round(r["ratio"], 3), r["fact_ids"]) for r in rows]


BETTER = [
    # the claim whose value is taken, the other one, why
    ({"attribution_kind": "statistics"}, {"attribution_kind": "official"}, "statistics above officials"),
    ({"attribution_kind": "official"}, {"attribution_kind": "company"}, "officials above companies"),
    ({"attribution_kind": "official"}, {"attribution_kind": "outlet"}, "officials above outlets"),
    ({"level": "450"}, {"level": "~449"}, "exact above about"),
    ({"level": "~450"}, {"level": ">440"}, "about above a bound"),
    ({"document": "d3"}, {"document": "d2"}, "later above earlier"),
    ({"confidence": 0.9}, {"confidence": 0.5}, "of equals the one more directly said"),
    ({"attribution_kind": "statistics", "level": ">450"}, {"document": "d5"}, "who says it before how"),
    ({"level": "450"}, {"level": ">440", "document": "d5"}, "how it is said before when"),
    (
        {"attribution_kind": "company"},
        {"attribution_kind": "expert", "document": "d1"},
        "neither is above the other: the later",
    ),
]


@pytest.mark.parametrize(("best", "other", "why"), BETTER, ids=[case[-1] for case in BETTER])
@pytest.mark.parametrize("order", ["best first", "best last"])
def test_the_value_is_that_of_the_best_claim(best: dict[str, Any], other: dict[str, Any], why: str, order: str) -> None:
    told = [{"level": "450", "document": "d2", **best}, {"level": "430", "document": "d2", **other}]
    ids = ("t1", "t2") if order == "best first" else ("t2", "t1")
    (level,) = _levels([figure(name, TURNOVER, **claim) for name, claim in zip(ids, told, strict=True)])
    assert level["fact_ids"][0] == ids[0] and level["amount"] == 450_000_000, why


def test_near_duplicates_count_once_and_never_outrank_their_original() -> None:
    claims = [figure("t1", TURNOVER, "450"), figure("t2", TURNOVER, "449", "d5", attribution_kind="statistics")]
    (level,) = _levels(claims, copies={"d5": "d1"})
    assert (level["document_count"], level["claim_count"], level["fact_ids"]) == (1, 2, ["t1", "t2"])


def test_a_growth_without_a_level_keeps_its_place_beside_one() -> None:
    growth = figure("t1", TURNOVER, "1", attribution_kind="statistics", change_ratio=1.1)
    growth[1].update(amount=None, amount_bound=None)
    (level,) = _levels([growth, figure("t2", TURNOVER, "450")])
    assert (level["amount"], level["change_ratio"], level["fact_ids"]) == (450_000_000, 1.1, ["t2", "t1"])


EXCLUDE = [
    # claims of one figure, whether they exclude each other, why
    (["447.1", "450"], False, "450 may be rounded: it leaves room for 445 to 455"),
    (["447.1", "451.2"], True, "four digits against four: 0.9 % apart"),
    (["447.1", "448"], False, "0.25 % of each is left to any figure"),
    (["500", "450"], True, "rounding explains 2.5 % at most"),
    (["447.1", ">400"], False, "more than 400 is 447"),
    (["447.1", ">450"], False, "more than 450, rounded"),
    (["447.1", ">480"], True, "447 is not more than 480"),
    (["447.1", "<450"], False, "less than 450 is 447"),
    (["447.1", "<400"], True, "447 is not less than 400"),
    ([">500", "<400"], True, "no figure is both"),
    (["447.1", "~480"], False, "about leaves a tenth"),
    (["447.1", "~550"], True, "more than a tenth"),
    ([">400", ">600"], False, "two lower bounds"),
]


@pytest.mark.parametrize(("levels", "conflict", "why"), EXCLUDE, ids=[case[-1] for case in EXCLUDE])
def test_claims_conflict_beyond_what_their_words_leave_room_for(levels: list[str], conflict: bool, why: str) -> None:
    (level,) = _levels([figure(f"t{n}", TURNOVER, told, f"d{n + 1}") for n, told in enumerate(levels)])
    assert level["conflict"] is conflict, why
    assert level["flags"] == (["conflicting_levels"] if conflict else [])


def test_a_deficit_of_more_than_a_sum_lies_below_it() -> None:
    balance = "BLR AZE balance 2020"
    (level,) = _levels([figure("t1", balance, ">-100"), figure("t2", balance, "-130.4", "d2")])
    assert not level["conflict"]


def test_undated_figures_do_not_conflict() -> None:
    claims = [figure("t1", "AZE BLR turnover", "447.1"), figure("t2", "AZE BLR turnover", "223.3", "d2")]
    assert [level["conflict"] for level in _levels(claims)] == [False]


PRODUCT = {"product": "agri_food"}
FLAGGED = {
    "a billion for a million": (
        [figure("t1", TURNOVER, "447.1"), figure("t2", TURNOVER, "447100", "d2", attribution_kind="expert")],
        [("conflicting_levels", 1000.0, ["t2", "t1"]), ("scale_slip", 1000.0, ["t2", "t1"])],
    ),
    "a thousandfold by chance, other digits": (
        [figure("t1", TURNOVER, "447.1", "d2"), figure("t2", TURNOVER, "380100")],
        [("conflicting_levels", 0.001, ["t1", "t2"])],
    ),
    "a growth that its base does not bear out": (
        [figure("t1", TURNOVER, "600", change_ratio=1.05), figure("t2", "AZE BLR turnover 2019", "447.1")],
        [("growth", 1.278, ["t1", "t2"])],
    ),
    "a growth over a base told": (
        [
            figure("t1", TURNOVER, "600", change_ratio=1.05, change_base_start=date(2015, 1, 1), change_base_end=date(2015, 12, 31)),
            figure("t2", "AZE BLR turnover 2015", "447.1"),
            figure("t3", "AZE BLR turnover 2019", "571.4"),
        ],
        [("growth", 1.278, ["t1", "t2"])],
    ),
    "a growth told in a round factor": (
        [figure("t1", TURNOVER, "960.3", change_ratio=2.0), figure("t2", "AZE BLR turnover 2019", "500.1")],
        [],
    ),
    "a growth of which one claim of the base fits": (
        [
            figure("t1", TURNOVER, "600.1", change_ratio=1.05),
            figure("t2", "AZE BLR turnover 2019", "447.1", "d2"),
            figure("t3", "AZE BLR turnover 2019", "571.4"),
        ],
        [("conflicting_levels", 0.782, ["t2", "t3"])],
    ),
    "ways that do not add up": (
        [figure("t1", TURNOVER, "500.1"), figure("t2", "BLR AZE export 2020", "300.4"), figure("t3", "BLR AZE import 2020", "100.2")],
        [("sum_of_ways", 1.248, ["t1", "t3", "t2"])],
    ),
    "ways that do, one of them told by the other side": (
        [figure("t1", TURNOVER, "500.1"), figure("t2", "BLR AZE export 2020", "300.4"), figure("t3", "AZE BLR export 2020", "199.2")],
        [],
    ),
    "ways that make what another article calls the turnover": (
        [
            figure("t1", TURNOVER, "500.1", "d2"), figure("t4", TURNOVER, "400.6"),
            figure("t2", "BLR AZE export 2020", "300.4"), figure("t3", "BLR AZE import 2020", "100.2"),
        ],
        [("conflicting_levels", 1.248, ["t1", "t4"])],
    ),
    "a bound is no sum": (
        [figure("t1", TURNOVER, ">500"), figure("t2", "BLR AZE export 2020", "300.4"), figure("t3", "BLR AZE import 2020", "100.2")],
        [],
    ),
    "a balance that is not export less import": (
        [figure("t1", "BLR AZE balance 2020", "150.3"), figure("t2", "BLR AZE export 2020", "300.4"), figure("t3", "BLR AZE import 2020", "100.2")],
        [("balance_of_ways", 0.751, ["t1", "t2", "t3"])],
    ),
    "a balance that is": (
        [figure("t1", "BLR AZE balance 2020", "200"), figure("t2", "BLR AZE export 2020", "300.4"), figure("t3", "BLR AZE import 2020", "100.2")],
        [],
    ),
    "four quarters that do not make the year": (
        [figure("t0", TURNOVER, "500.1"), *(figure(f"t{q}", f"AZE BLR turnover 2020-Q{q}", "110.2") for q in range(1, 5))],
        [("sum_of_periods", 1.135, ["t0", "t1", "t2", "t3", "t4"])],
    ),
    "three quarters make no year": (
        [figure("t0", TURNOVER, "500.1"), *(figure(f"t{q}", f"AZE BLR turnover 2020-Q{q}", "110.2") for q in range(1, 4))],
        [],
    ),
    "nine months above the year": (
        [figure("t1", TURNOVER, "447.1"), figure("t2", "AZE BLR turnover 2020-01..2020-09", "512.6")],
        [("part_exceeds_whole", 1.146, ["t2", "t1"])],
    ),
    "food above all goods": (
        [figure("t1", "BLR AZE export 2020", "30.4"), figure("t2", "BLR AZE export 2020", "35.1", **PRODUCT)],
        [("part_exceeds_whole", 1.155, ["t2", "t1"])],
    ),
    "exports above the turnover": (
        [figure("t1", TURNOVER, "447.1"), figure("t2", "BLR AZE export 2020", "512.6")],
        [("part_exceeds_whole", 1.146, ["t2", "t1"])],
    ),
    "goods and services may be more than a trade of goods": (
        [figure("t1", TURNOVER, "447.1"), figure("t2", TURNOVER, "512.6", product="goods_and_services")],
        [],
    ),
    "nine months of a year that is only a bound": (
        [figure("t1", TURNOVER, ">447"), figure("t2", "AZE BLR turnover 2020-01..2020-09", "512.6")],
        [],
    ),
    "imports far above the exports of the other side": (
        [figure("t1", "BLR AZE export 2020", "100.3"), figure("t2", "AZE BLR import 2020", "140.8", "d2")],
        [("mirror", 0.712, ["t1", "t2"])],
    ),
    "imports below the exports of the other side": (
        [figure("t1", "BLR AZE export 2020", "100.3"), figure("t2", "AZE BLR import 2020", "80.8", "d2")],
        [("mirror", 1.241, ["t1", "t2"])],
    ),
    "imports above exports by freight and insurance": (
        [figure("t1", "BLR AZE export 2020", "100.3"), figure("t2", "AZE BLR import 2020", "112.8", "d2")],
        [],
    ),
    "one figure for both ways in two articles": (
        [figure("t1", "BLR AZE export 2020", "30.4"), figure("t2", "AZE BLR export 2020", "30.4", "d2")],
        [("swapped_countries", 1.0, ["t2", "t1"])],
    ),
    "one round figure for both ways": (
        [figure("t1", "BLR AZE export 2020", "30"), figure("t2", "AZE BLR export 2020", "30", "d2")],
        [],
    ),
    "one figure for both ways in one article: trade was even": (
        [figure("t1", "BLR AZE export 2020", "30.4"), figure("t2", "AZE BLR export 2020", "30.4")],
        [],
    ),
    "targets are no levels": (
        [figure("t1", TURNOVER, "447.1", modality="target"), figure("t2", "BLR AZE export 2020", "512.6")],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claims", "flags"), FLAGGED.values(), ids=FLAGGED.keys())
def test_figures_that_cannot_all_be_true_are_flagged(claims: list[Row], flags: list[tuple[Any, ...]]) -> None:
    assert _flags(claims) == flags


def test_a_flag_says_what_takes_part_and_stands_at_every_figure_of_it() -> None:
    claims, _ = FLAGGED["ways that do not add up"]
    levels = {level["flow"]: level["flags"] for level in _levels(claims)}
    assert levels == {flow: ["sum_of_ways"] for flow in ("turnover", "export", "import")}
    (flag,) = asked([*FIVE, *claims], "FROM trade_volume_flags")
    assert flag["explanation"] == "500.1 against 400.6 million USD (+24.8 %)"
    assert [(p["flow"], float(p["amount"]) / 1e6) for p in flag["parts"]] == [("turnover", 500.1), ("import", 100.2), ("export", 300.4)]  # fmt: skip
