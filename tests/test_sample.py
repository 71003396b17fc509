"""The sample articles give the rows that a reader would write down."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from assets.settings import load_settings
from pipelines.documents.read import scan
from pipelines.store.schema import connect

SAMPLE = load_settings({}).raw


@pytest.fixture(scope="module")
def warehouse(built_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = connect(built_home / "communique.duckdb", read_only=True)
    yield connection
    connection.close()


TRADE = [
    # source, reporter, partner, flow, product, amount (millions), period, change, modality
    ("agency_2013_before_the_visit.txt", "AZE BLR turnover all", 223.3, "2012-01-01 2012-12-31", 6.0, "actual"),
    ("agency_2013_before_the_visit.txt", "AZE BLR turnover all", 216, "2013-01-01 2013-09-30", None, "actual"),
    ("agency_2013_before_the_visit.txt", "BLR AZE export all", None, "2013-01-01 2013-09-30", 1.6, "actual"),
    ("overview_2020_trade.txt.gz", "AZE BLR turnover all", 447.1, "2020-01-01 2020-12-31", None, "actual"),
    ("overview_2020_trade.txt.gz", "AZE BLR turnover agri_food", 35, "2020-01-01 2020-12-31", 1.053, "actual"),
    ("overview_2020_trade.txt.gz", "BLR AZE export agri_food", 30.4, "2020-01-01 2020-12-31", 1.107, "actual"),
    ("overview_2020_trade.txt.gz", "BLR AZE import agri_food", 4.6, "2020-01-01 2020-12-31", None, "actual"),
    ("belta_2024_climate_summit.txt", "AZE BLR turnover all", 1000, "- 2026-12-31", None, "target"),
    (
        "belta_2024_climate_summit.txt",
        "AZE BLR turnover goods_and_services",
        500,
        "2024-01-01 2024-12-31",
        None,
        "expected",
    ),
    ("invented_kaz_mng_visit_planned.txt", "KAZ MNG turnover all", 163.5, "2023-01-01 2023-12-31", 1.124, "actual"),
    ("invented_kaz_mng_visit_planned.txt", "KAZ MNG turnover all", 250, "- 2027-12-31", None, "target"),
    ("invented_geo_lva_customs.txt", "GEO LVA turnover all", 94.6, "2024-01-01 2024-12-31", None, "actual"),
    ("invented_geo_lva_customs.txt", "GEO LVA turnover all", 88, "2023-01-01 2023-12-31", None, "actual"),
    ("invented_geo_lva_customs.txt", "GEO LVA export all", 31.2, "2024-01-01 2024-12-31", 1.25, "actual"),
    ("invented_srb_round_up.md", "SRB TUN export all", 21.7, "2023-01-01 2023-08-31", 0.92, "actual"),
]


@pytest.mark.parametrize(("source", "what", "millions", "period", "change", "modality"), TRADE)
def test_trade_volume(
    warehouse: duckdb.DuckDBPyConnection,
    source: str, what: str, millions: float | None, period: str, change: float | None, modality: str,
) -> None:  # fmt: skip
    rows = warehouse.execute(
        """SELECT concat_ws(' ', reporter, partner, flow, product), round(amount / 1e6, 3),
                  concat_ws(' ', coalesce(period_start::VARCHAR, '-'), coalesce(period_end::VARCHAR, '-')),
                  round(change_ratio, 3), t.modality::VARCHAR
           FROM trade_volume t JOIN documents d USING (document_id) WHERE d.source = ?""",
        [source],
    ).fetchall()
    assert (what, millions, period, change, modality) in rows


VISITS = [
    # source, kind, visitor, visited country, days, status
    ("agency_2013_before_the_visit.txt", "visit", "Александр Лукашенко", "AZE", "2013-11-01 2013-11-30", "planned"),
    ("sputnik_2018_talks.txt", "meeting", "Александр Лукашенко", "AZE", None, "held"),
    ("portal_2021_official_visit.html", "visit", "Александр Лукашенко", "AZE", None, "held"),
    ("digest_2021_may.txt", "visit", "Виктор Хренин", "AZE", "2021-05-01 2021-05-31", "held"),
    ("digest_2021_may.txt", "phone_call", "Ильхам Алиев", "BLR", "2021-05-22 2021-05-22", "held"),
    ("agency_2021_phone_call.txt", "phone_call", "Александр Лукашенко", "AZE", None, "held"),
    ("mir_2024_state_visit.md", "visit", "Александр Лукашенко", "AZE", None, "held"),
    ("belta_2024_climate_summit.txt", "visit", "Александр Лукашенко", "AZE", None, "held"),
    ("invented_kaz_mng_visit_planned.txt", "visit", "Батболд Ганбаатар", "KAZ", "2024-03-19 2024-03-19", "planned"),
    ("invented_kaz_mng_visit_held.txt", "visit", "Батболд Ганбаатар", "KAZ", "2024-03-19 2024-03-19", "held"),
    ("invented_srb_round_up.md", "visit", "Лейла Бен Хамуда", "SRB", "2023-10-03 2023-10-03", "held"),
    ("invented_srb_round_up.md", "visit", None, "SRB", "2023-10-07 2023-10-07", "cancelled"),
    ("invented_srb_round_up.md", "video_call", "Деян Марьянович", "VNM", "2023-10-05 2023-10-05", "held"),
]


@pytest.mark.parametrize(("source", "kind", "visitor", "host_country", "days", "status"), VISITS)
def test_visits(
    warehouse: duckdb.DuckDBPyConnection,
    source: str, kind: str, visitor: str | None, host_country: str, days: str | None, status: str,
) -> None:  # fmt: skip
    """`days` None: the day is not asked for here, the text leaves it to a dateline or an address."""
    rows = warehouse.execute(
        """SELECT v.kind::VARCHAR, visitor, host_country, v.status::VARCHAR, concat_ws(' ', event_start, event_end)
           FROM visits v JOIN documents d USING (document_id) WHERE d.source = ?""",
        [source],
    ).fetchall()
    found = [row[4] for row in rows if row[:4] == (kind, visitor, host_country, status)]
    assert found, rows
    assert days is None or days in found


AGREEMENTS = [
    # source, parties, kind, status, a word of the evidence
    ("agency_2013_before_the_visit.txt", "AZE BLR", "package", "planned", "документов"),
    ("agency_2013_before_the_visit.txt", "AZE BLR", "contract", "planned", "80 экскаваторов"),
    ("portal_2021_official_visit.html", "AZE BLR", "package", "signed", "пакет"),
    ("portal_2021_official_visit.html", "AZE BLR", "contract", "planned", "миллион тонн нефти"),
    ("portal_2021_official_visit.html", "AZE BLR", "arrangement", "agreed", "Карабаха"),
    ("mir_2024_state_visit.md", "AZE BLR", "package", "signed", "пакет"),
    ("mir_2024_state_visit.md", "AZE BLR", "roadmap", "signed", "дорожные карты"),
    ("mir_2024_state_visit.md", "AZE BLR", "sister_cities", "signed", "побратимами"),
    ("invented_kaz_mng_visit_planned.txt", "KAZ MNG", "memorandum", "planned", "меморандум"),
    ("invented_kaz_mng_visit_held.txt", "KAZ MNG", "memorandum", "signed", "меморандум"),
    ("invented_srb_round_up.md", "SRB TUN", "agreement", "signed", "туризма"),
]


@pytest.mark.parametrize(("source", "parties", "kind", "status", "words"), AGREEMENTS)
def test_agreements(
    warehouse: duckdb.DuckDBPyConnection, source: str, parties: str, kind: str, status: str, words: str
) -> None:
    rows = warehouse.execute(
        """SELECT array_to_string(parties, ' '), a.kind::VARCHAR, a.status::VARCHAR, evidence
           FROM agreements a JOIN documents d USING (document_id) WHERE d.source = ?""",
        [source],
    ).fetchall()
    assert any(row[:3] == (parties, kind, status) and words in row[3] for row in rows), rows


def test_quantities_of_deliveries(warehouse: duckdb.DuckDBPyConnection) -> None:
    rows = warehouse.execute(
        """SELECT d.source, quantity::INTEGER, unit FROM agreements a JOIN documents d USING (document_id)
           WHERE quantity IS NOT NULL AND duplicate_of IS NULL ORDER BY ALL"""
    ).fetchall()
    assert ("agency_2013_before_the_visit.txt", 80, "экскаваторов") in rows
    assert ("portal_2021_official_visit.html", 1_000_000, "тонн") in rows


PUBLISHED = [
    ("agency_2013_before_the_visit.txt", date(2013, 1, 1), "year", "inferred"),
    ("reprint_2013_before_the_visit.txt", date(2013, 11, 26), "day", "metadata"),
    ("sputnik_2018_talks.txt", date(2018, 11, 19), "day", "metadata"),
    ("portal_2021_official_visit.html", date(2021, 4, 15), "day", "metadata"),
    ("invented_geo_lva_customs.txt", date(2025, 1, 21), "day", "dateline"),
]


@pytest.mark.parametrize(("source", "start", "precision", "method"), PUBLISHED)
def test_published(warehouse: duckdb.DuckDBPyConnection, source: str, start: date, precision: str, method: str) -> None:
    row = warehouse.execute(
        """SELECT published_start, published_precision::VARCHAR, published_method::VARCHAR
           FROM documents WHERE source = ?""",
        [source],
    ).fetchone()
    assert row == (start, precision, method)


def test_every_file_is_taken(warehouse: duckdb.DuckDBPyConnection) -> None:
    folder = scan(SAMPLE)
    sources = {source for (source,) in warehouse.execute("SELECT source FROM documents").fetchall()}
    assert folder.refusals == () and folder.duplicates == ()
    assert sources == {article.source for article in folder.articles}
    assert len(sources) >= 14


def test_sample_line_is_taken_out(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Each article says that it is a sample, and cleaning takes the line out."""
    marked = warehouse.execute(
        "SELECT count(DISTINCT document_id) FROM removed_spans WHERE removed_text ILIKE '%Образец Communiqu%'"
    ).fetchone()
    left = warehouse.execute("SELECT source FROM documents WHERE text ILIKE '%Образец Communiqu%'").fetchall()
    assert marked == warehouse.execute("SELECT count(*) FROM documents").fetchone()
    assert left == []


@pytest.mark.parametrize("source", ["sport_no_fact.txt", "english_note.txt"])
def test_no_facts_where_there_are_none(warehouse: duckdb.DuckDBPyConnection, source: str) -> None:
    facts = warehouse.execute("SELECT count(*) FROM fact_sources WHERE source = ?", [source]).fetchone()
    assert facts == (0,)


def test_reprint_is_a_near_duplicate(warehouse: duckdb.DuckDBPyConnection) -> None:
    first = warehouse.execute(
        """SELECT f.source FROM documents d JOIN documents f ON f.document_id = d.duplicate_of
           WHERE d.source = 'reprint_2013_before_the_visit.txt'"""
    ).fetchall()
    assert first == [("agency_2013_before_the_visit.txt",)]


def test_two_figures_for_one_year_conflict(warehouse: duckdb.DuckDBPyConnection) -> None:
    conflicts = warehouse.execute(
        """SELECT round(amount_low / 1e6, 1), round(amount_high / 1e6, 1) FROM trade_volume_resolved
           WHERE conflict AND reporter = 'GEO' AND partner = 'LVA'"""
    ).fetchall()
    assert conflicts == [(94.6, 110.0)]


def test_planned_visit_is_told_as_held(warehouse: duckdb.DuckDBPyConnection) -> None:
    """Two articles, one event: announced in the first, held in the second."""
    events = warehouse.execute(
        """SELECT status::VARCHAR, document_count FROM visits_resolved
           WHERE visitor_country = 'MNG' AND host_country = 'KAZ'"""
    ).fetchall()
    assert events == [("held", 2)]


def test_evidence_is_the_text_it_points_to(warehouse: duckdb.DuckDBPyConnection) -> None:
    for table in ("trade_volume", "visits", "agreements"):
        rows = warehouse.execute(
            f"""SELECT count(*) FILTER (substr(d.text, evidence_start + 1, evidence_end - evidence_start) <> evidence)
                FROM {table} JOIN documents d USING (document_id)"""
        ).fetchone()
        assert rows == (0,), table
