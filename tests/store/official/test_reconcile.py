"""Claims beside official figures: what agrees, what differs and why."""

from pathlib import Path
from typing import Any

import pytest
from claim_rows import Row, documents, figure
from warehouse_rows import build

from pipelines.store.official.reconcile import Comparison, Reconciliation, reconcile
from pipelines.store.warehouse import publish

HEADER = "period,reporterISO,flowCode,partnerISO,cmdCode,cifvalue,fobvalue,primaryValue"
# Millions of dollars: Belarus exports 100.4 and imports 50.2 (47.9 FOB); Azerbaijan counts imports of 108.3, exports of 46.1.
OFFICIAL = [
    "2020,BLR,X,AZE,TOTAL,,,100.4e6",
    "2020,BLR,RX,AZE,TOTAL,,,8.1e6",
    "2020,BLR,M,AZE,TOTAL,50.2e6,47.9e6,50.2e6",
    "2020,AZE,M,BLR,TOTAL,108.3e6,,108.3e6",
    "2020,AZE,X,BLR,TOTAL,,,46.1e6",
    "2019,BLR,X,AZE,TOTAL,,,77.7e6",
    "2020,BLR,X,AZE,2710,,,30.3e6",
    *(f"2021{month:02},BLR,X,AZE,TOTAL,,,10.1e6" for month in range(1, 10)),
    "2020,RUS,M,BLR,TOTAL,,,200.6e6",
]


def _reconcile(home: Path, claims: list[Row], official: list[str] | None = None) -> Reconciliation:
    publish(home, build(home, *documents({"d1": "2021-02-01", "d2": "2021-03-01"}), *claims), "digest")
    path = home / "official.csv"
    path.write_text("\n".join([HEADER, *(OFFICIAL if official is None else official)]))
    return reconcile(home, [path])


def _one(home: Path, claim: Row) -> Comparison:
    (comparison,) = _reconcile(home, [claim]).comparisons
    return comparison


EXPORT, IMPORT, TURNOVER = "BLR AZE export 2020", "BLR AZE import 2020", "AZE BLR turnover 2020"
CASES: dict[str, tuple[Row, str, str, str]] = {
    # claim; verdict, reason, a word of why
    "the same figure": (figure("t", EXPORT, "100.4"), "agrees", "same", ""),
    "rounded": (figure("t", EXPORT, "30", product="oil_products"), "agrees", "rounding", "rounded"),
    "about": (figure("t", EXPORT, "~108"), "agrees", "about", "about"),
    "a bound that holds": (figure("t", EXPORT, ">90"), "agrees", "bound", "bound"),
    "a bound that does not": (figure("t", EXPORT, ">140"), "differs", "unexplained", ""),
    "imports counted FOB": (figure("t", IMPORT, "47.9"), "explained", "cif_fob", "imports FOB of BLR"),
    "what the other side counts": (figure("t", EXPORT, "108.3"), "explained", "mirror", "imports CIF (AZE): 108.3 million"),
    "without re-exports": (figure("t", EXPORT, "92.3"), "explained", "re_exports", "less re-exports"),
    "a billion for a million": (figure("t", EXPORT, "100400"), "explained", "factor_1000", "thousandfold"),
    "the way back": (figure("t", "BLR AZE export 2020", "50.2"), "explained", "swapped", "way back, imports CIF of BLR"),
    "the year before": (figure("t", EXPORT, "77.7"), "explained", "period", "agrees with 2019"),
    "a turnover as one side counts it": (figure("t", TURNOVER, "150.6"), "agrees", "same", ""),
    "a turnover as the other side counts it": (figure("t", TURNOVER, "154.4"), "agrees", "same", ""),
    "exports of both sides": (figure("t", TURNOVER, "146.5"), "explained", "mirror", "exports FOB of both"),
    "goods and services": (figure("t", TURNOVER, "190.5", product="goods_and_services"), "explained", "services", "goods and services"),
    "a product": (figure("t", EXPORT, "30.3", product="oil_products"), "agrees", "same", ""),
    "nine months told month by month": (figure("t", "BLR AZE export 2021-01..2021-09", "90.9"), "agrees", "same", ""),
    "a month is missing": (figure("t", "BLR AZE export 2021-01..2021-10", "90.9"), "not_compared", "period", "2021-01 … 2021-10"),
    "another currency": (figure("t", EXPORT, "260.1", currency="BYN"), "not_compared", "currency", "BYN"),
    "no period": (figure("t", "BLR AZE export", "100.4"), "not_compared", "undated", "period"),
    "only the other side is known, freight lies between": (figure("t", "BLR RUS export 2020", "185.1"), "explained", "cif_fob", "RUS counts"),
    "only the other side is known, more than freight": (figure("t", "BLR RUS export 2020", "150.1"), "differs", "unexplained", ""),
    "no explanation": (figure("t", EXPORT, "131.7"), "differs", "unexplained", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Comparison]:
    """Every case reconciled at once: a claim is compared for itself."""
    claims = [(table, {**row, "fact_id": case}) for case, ((table, row), *_) in CASES.items()]
    done = _reconcile(tmp_path_factory.mktemp("home"), claims)
    return {fact_id: comparison for comparison in done.comparisons for fact_id in comparison.fact_ids}


@pytest.mark.parametrize("case", CASES)
def test_a_claim_is_set_beside_the_official_figure(found: dict[str, Comparison], case: str) -> None:
    _, verdict, reason, words = CASES[case]
    comparison = found[case]
    assert (comparison.verdict, comparison.reason) == (verdict, reason), comparison
    assert words in comparison.words


def test_the_comparison_names_both_figures(tmp_path: Path) -> None:
    found = _one(tmp_path, figure("t", EXPORT, "131.7"))
    told: list[Any] = [float(found.claim), float(found.official or 0), found.official_by, found.official_basis]
    assert told == [131.7e6, 100.4e6, "BLR", "exports FOB"]
    assert found.difference == pytest.approx(0.3117, abs=1e-4)
    assert found.official_source == "official.csv:2" and found.fact_ids == ["t"]


def test_every_amount_claimed_stands_once_with_its_articles(tmp_path: Path) -> None:
    claims = [figure("t1", EXPORT, "100.4"), figure("t2", EXPORT, "100.4", "d2"), figure("t3", EXPORT, "131.7", "d2")]
    done = _reconcile(tmp_path, claims)
    assert [(c.article_count, c.fact_ids) for c in done.comparisons] == [(2, ["t1", "t2"]), (1, ["t3"])]
    assert done.verdicts() == {"agrees": 1, "explained": 0, "differs": 1, "not_compared": 0}


def test_targets_and_other_pairs_are_left_out(tmp_path: Path) -> None:
    claims = [figure("t1", EXPORT, "100.4", modality="target"), figure("t2", "BLR GEO export 2020", "1.5")]
    done = _reconcile(tmp_path, claims)
    assert done.comparisons == [] and done.claims_without_official == 1


def test_a_second_figure_for_one_thing_is_told(tmp_path: Path) -> None:
    official = ["2020,BLR,X,AZE,TOTAL,,,100e6", "2020,BLR,X,AZE,TOTAL,,,100e6", "2020,BLR,X,AZE,TOTAL,,,120e6"]
    done = _reconcile(tmp_path, [figure("t", EXPORT, "100.4")], official)
    assert done.problems == ["official.csv:4: 120,000,000 where official.csv:2 has 100,000,000, which is kept"]
    assert float(done.comparisons[0].official or 0) == 100e6
