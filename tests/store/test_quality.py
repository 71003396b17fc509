"""Every expectation trips on a mutant row made for it, and only says what is true."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from warehouse_rows import TEXT, build, row

from pipelines.entities.country_facts import known_codes
from pipelines.store.check_results import CheckResult, kept_results, results_key, save_results
from pipelines.store.figures import load_figures
from pipelines.store.quality import build_docs, run_suites
from pipelines.store.suites import EXPECTATIONS, SuiteError, load_suite, suite_of

CHECKED = ("documents", "mentions", "trade_volume", "visits", "agreements")
LATER = date(2030, 1, 1)
# Columns that break one expectation each; a list stands for several rows.
PROVENANCE: dict[str, dict[str, Any] | list[dict[str, Any]]] = {
    "ids_unique": [{}, {}],
    "evidence_quotes_text": {"evidence": "Совсем другие слова"},
    "evidence_in_document": {"sentence_end": len(TEXT) + 5},
    "confidence_in_unit": {"confidence": 1.5},
    "rule_named": {"rule": None},
}
MUTANTS: dict[str, dict[str, dict[str, Any] | list[dict[str, Any]]]] = {
    "documents": {
        "ids_unique": [{}, {}],
        "text_there": {"text": None},
        "text_length_true": {"text_length": 3},
        "published_ordered": {"published_end": date(2021, 5, 1)},
        "published_plausible": {"published_start": date(1902, 5, 1)},
        "published_has_evidence": {"published_evidence": None},
        "duplicates_point_to_originals": {"duplicate_of": "nowhere"},
        "offset_runs_cover_text": {"offset_runs": []},
    },
    "mentions": {
        "ids_unique": [{}, {}],
        "surface_quotes_text": {"surface": "Грузии"},
        "dates_ordered": {"date_start": LATER, "date_end": date(2020, 1, 1)},
        "money_has_value": {"kind": "money"},
        "country_codes_known": {"canonical_id": "BLX"},
        "currency_codes_known": {"currency": "US$"},
        "ranges_ordered": {"value": 5.0, "value_high": 4.0},
    },
    "trade_volume": {
        **PROVENANCE,
        "reporter_known": {"reporter": "AAA"},
        "partner_known": {"partner": "BYX"},
        "currency_known": {"currency": "доллар"},
        "pair_of_two": {"partner": "AZE"},
        "turnover_pair_sorted": {"reporter": "BLR", "partner": "AZE"},
        "amount_positive": {"amount": Decimal("-1.00")},
        "amount_plausible": {"amount": Decimal("447.10")},
        "amount_has_currency": {"currency": None},
        "states_a_figure": {"amount": None},
        "change_plausible": {"change_ratio": 1e6},
        "share_in_unit": {"share": 19.4},
        "period_ordered": {"period_end": date(2019, 1, 1)},
        "base_before_period": {"change_base_start": LATER},
        "actual_not_after_publication": {"period_start": LATER, "period_end": LATER},
        "parts_add_up": [
            {},
            {"fact_id": "t2", "reporter": "BLR", "partner": "AZE", "flow": "export", "amount": Decimal("300000000.00")},
            {"fact_id": "t3", "reporter": "BLR", "partner": "AZE", "flow": "import", "amount": Decimal("300000000.00")},
        ],
        "growth_agrees_with_base": [
            {"change_ratio": 1.5, "change_base_start": date(2019, 1, 1), "change_base_end": date(2019, 12, 31)},
            {"fact_id": "t2", "period_start": date(2019, 1, 1), "period_end": date(2019, 12, 31)},
        ],
    },
    "visits": {
        **PROVENANCE,
        "visitor_country_known": {"visitor_country": "XXZ"},
        "host_country_known": {"host_country": "XXZ"},
        "place_country_known": {"place_country": "XXZ"},
        "two_countries": {"host_country": "BLR"},
        "someone_came": {"visitor": None, "visitor_country": None},
        "event_ordered": {"event_end": date(2021, 5, 1)},
        "planned_lies_ahead": {"status": "planned", "event_end": date(2021, 5, 20)},
        "held_lies_behind": {"event_start": LATER, "event_end": LATER},
        "duration_plausible": {"duration_days": 400},
        "cameo_fits_kind": {"cameo_code": "041"},
        "plover_fits_status": {"status": "planned"},
    },
    "agreements": {
        **PROVENANCE,
        "parties_known": {"parties": ["AZE", "BYX"]},
        "parties_sorted": {"parties": ["BLR", "AZE"]},
        "parties_two": {"parties": ["AZE"]},
        "sectors_known": {"sectors": ["fishing"]},
        "document_count_plausible": {"document_count": 5000},
        "event_ordered": {"event_start": LATER, "event_end": date(2021, 5, 1)},
        "currency_known": {"currency": "руб"},
        "signed_lies_behind": {"event_start": LATER},
        "cameo_fits_status": {"cameo_code": None, "plover_event": None},
        "plover_fits_cameo": {"plover_event": "AGREE"},
    },
}


def _results(home: Path, table: str, rows: list[dict[str, Any]]) -> dict[str, CheckResult]:
    database = build(home, *((table, r) for r in rows), unchecked=True)
    return {r.name: r for r in run_suites(database, [table], home=home, codes=known_codes())}


@pytest.mark.parametrize("table", CHECKED)
def test_sound_rows_pass_every_expectation(tmp_path: Path, table: str) -> None:
    results = _results(tmp_path, table, [row(table)])
    assert {r.outcome for r in results.values()} <= {"passed", "not_covered"}, results


@pytest.mark.parametrize("table", CHECKED)
def test_every_expectation_has_a_mutant(table: str) -> None:
    assert set(MUTANTS[table]) == {e.name for e in load_suite(table)}


@pytest.mark.parametrize(("table", "name"), [(t, n) for t in CHECKED for n in MUTANTS[t]])
def test_a_mutant_trips_its_expectation(tmp_path: Path, table: str, name: str) -> None:
    told = MUTANTS[table][name]
    changes = told if isinstance(told, list) else [told]
    result = _results(tmp_path, table, [row(table, **c) for c in changes])[name]
    assert result.outcome == "failed", result
    assert result.failing_rows and result.notes


@pytest.mark.parametrize("figure", load_figures(), ids=lambda f: f.name)
def test_a_known_figure_is_met_missed_or_not_covered(tmp_path: Path, figure: Any) -> None:
    key = {k: date.fromisoformat(v) if k.startswith("period") else v for k, v in figure.key.items()}
    amount = Decimal(round(figure.amount)).quantize(Decimal("0.01"))
    outcomes = {}
    for case, value in (("met", amount), ("missed", amount * 2)):
        home = tmp_path / case
        home.mkdir()
        outcomes[case] = _results(home, "trade_volume", [row("trade_volume", **key, amount=value)])
    other = tmp_path / "other"
    other.mkdir()
    outcomes["other"] = _results(other, "trade_volume", [row("trade_volume", reporter="KAZ", partner="UZB")])
    name = figure.expectation.name
    assert [outcomes[c][name].outcome for c in ("met", "missed", "other")] == ["passed", "failed", "not_covered"]


def test_an_expectation_that_raised_is_an_error_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = load_suite("visits")[5]
    query = {"unexpected_rows_query": "SELECT no_such_column FROM {batch}"}
    from dataclasses import replace

    monkeypatch.setattr("pipelines.store.quality.suite_of", lambda table: (replace(broken, kwargs=query),))
    result = _results(tmp_path, "visits", [row("visits")])[broken.name]
    assert result.outcome == "error" and "no_such_column" in result.message


def test_data_docs_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    _results(tmp_path, "visits", [row("visits")])
    build_docs(tmp_path)
    pages = sorted((tmp_path / "data_docs").rglob("*.html"))
    assert any("validations" in str(p) for p in pages)
    for page in pages:
        text = page.read_text("utf-8")
        assert 'src="http' not in text and not any(
            'href="http' in line and "<link" in line for line in text.splitlines()
        ), page
        assert "static/offline/bootstrap.min.css" in text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"meta": {"notes": "why"}}, "meta.name"),  # a check needs a name
        ({"meta": {"name": "x"}}, "meta.notes"),  # and a reason
        ({"severity": "info"}, "severity"),  # and a severity that says what it blocks
    ],
)
def test_a_suite_that_breaks_its_form_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], words: str
) -> None:
    import json

    sound = {"type": "t", "kwargs": {}, "meta": {"name": "x", "notes": "why"}, "severity": "critical"}
    (tmp_path / "visits.json").write_text(json.dumps({"expectations": [{**sound, **change}]}), "utf-8")
    monkeypatch.setattr("pipelines.store.suites.EXPECTATIONS", tmp_path)
    with pytest.raises(SuiteError, match=words):
        load_suite("visits")


def test_suites_name_every_fact_table_and_figures() -> None:
    assert {p.stem for p in EXPECTATIONS.glob("*.json")} == set(CHECKED)
    assert {e.name for e in suite_of("trade_volume")} > {f.expectation.name for f in load_figures()}


def test_results_are_kept_for_the_same_rows_suites_and_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tuple(_results(tmp_path, "visits", [row("visits", duration_days=400)]).values())
    key = results_key("rows", {"country_codes": ["AZE"]})
    save_results(tmp_path, key, first)
    kept = kept_results(tmp_path, key)
    assert kept is not None and [(r.name, r.outcome, len(r.failing_rows)) for r in kept] == [
        (r.name, r.outcome, len(r.failing_rows)) for r in first
    ]
    other_suites = tmp_path / "expectations"
    other_suites.mkdir()
    (other_suites / "visits.json").write_text("{}", "utf-8")
    others = [results_key("other rows", {"country_codes": ["AZE"]}), results_key("rows", {"country_codes": []})]
    monkeypatch.setattr("pipelines.store.suites.EXPECTATIONS", other_suites)
    others.append(results_key("rows", {"country_codes": ["AZE"]}))
    assert [kept_results(tmp_path, other) for other in others] == [None, None, None]


def test_results_with_an_error_are_not_kept(tmp_path: Path) -> None:
    error = CheckResult("name", "visits", "error", "critical", "could not be evaluated", "", [], "why")
    save_results(tmp_path, "key", [error])
    assert kept_results(tmp_path, "key") is None
