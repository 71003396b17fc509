"""The pages as files: every link leads somewhere, every fact is cited, nothing breaks out of its place."""

import re
from pathlib import Path

import pytest
from html_pages import all_pages, dead_links, read_page
from report_rows import ATTACK, disagreeing_rows, figure
from warehouse_rows import build

from pipelines.store.ask import ask
from pipelines.store.schema import FACT_TABLES, connect
from report.build import build_report
from report.cite import article_file
from report.words import LANGUAGES

REPORTS = ["site", "disagreeing", "hostile"]


@pytest.fixture(params=REPORTS)
def folder(request: pytest.FixtureRequest) -> Path:
    made: Path = request.getfixturevalue(request.param)
    return made


def test_every_link_leads_to_its_place(folder: Path) -> None:
    assert dead_links(folder) == []


def test_pages_keep_the_rules_of_html(folder: Path) -> None:
    broken = {str(p.relative_to(folder)): read_page(p).errors for p in all_pages(folder)}
    assert {page: errors for page, errors in broken.items() if errors} == {}


def test_a_page_has_a_title_a_language_labels_and_headings_in_order(folder: Path) -> None:
    for path in all_pages(folder):
        page = read_page(path)
        assert page.title and page.lang, path
        assert set(page.inputs) <= page.labelled, path
        assert page.headings[:1] == [1] and page.headings.count(1) == 1, path
        # A level is never left out on the way down.
        steps = zip(page.headings, page.headings[1:], strict=False)
        assert all(after <= before + 1 for before, after in steps), (path, page.headings)


def test_nothing_is_loaded_from_elsewhere(folder: Path) -> None:
    away = re.compile(r"^(?:https?:)?//")
    assert [s for p in all_pages(folder) for s in read_page(p).loaded if away.match(s)] == []
    assert "url(" not in (folder / "static" / "report.css").read_text("utf-8")


def test_both_languages_have_the_same_pages(folder: Path) -> None:
    ru, en = ({p.relative_to(folder / language) for p in all_pages(folder / language)} for language in LANGUAGES)
    assert ru == en and len(ru) > 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_marked_word_for_word_in_its_article(built_home: Path, site: Path, language: str) -> None:
    facts = ask(built_home / "communique.duckdb", "FROM fact_sources").to_pylist()
    assert {f["fact_table"] for f in facts} == set(FACT_TABLES)
    for fact in facts:
        page = read_page(site / language / "articles" / article_file(fact["document_id"]))
        assert f"f-{fact['fact_id']}" in page.ids
        # Words over two blocks lose the break between them.
        assert "".join(page.marks[fact["fact_id"]].split()) == "".join(fact["evidence"].split())


def test_every_claim_of_a_pair_is_cited_on_its_page(built_home: Path, site: Path) -> None:
    query = """SELECT country_a || '-' || country_b AS pair, fact_id FROM pair_timeline JOIN documents USING (document_id)
               WHERE duplicate_of IS NULL AND country_a IS NOT NULL AND country_b IS NOT NULL"""
    claims = ask(built_home / "communique.duckdb", query).to_pylist()
    assert len(claims) > 40
    for claim in claims:
        links = read_page(site / "ru" / "pairs" / f"{claim['pair']}.html").links
        assert any(link.endswith(f"#f-{claim['fact_id']}") for link in links), claim


def test_an_article_keeps_its_words_and_tells_what_was_taken_out(built_home: Path, site: Path) -> None:
    query = "SELECT *, (SELECT list(removed_text) FROM removed_spans r WHERE r.document_id = d.document_id) AS removed FROM documents d"
    for document in ask(built_home / "communique.duckdb", query).to_pylist():
        page = read_page(site / "ru" / "articles" / article_file(document["document_id"]))
        shown = "".join(page.text.split())
        assert "".join(document["text"].split()) in shown
        for removed in document["removed"] or ():
            assert "".join(removed.strip()[:500].split()) in shown


def test_a_reprint_says_whose(built_home: Path, site: Path) -> None:
    query = "SELECT document_id, duplicate_of FROM documents WHERE duplicate_of IS NOT NULL"
    copies = ask(built_home / "communique.duckdb", query).to_pylist()
    assert copies
    for copy in copies:
        page = read_page(site / "ru" / "articles" / article_file(copy["document_id"]))
        assert article_file(copy["duplicate_of"]) in page.links


def test_the_list_marks_reprints_and_no_other(built_home: Path, site: Path) -> None:
    query = "SELECT count(*) AS n FROM documents WHERE duplicate_of IS NOT NULL"
    (told,) = ask(built_home / "communique.duckdb", query).to_pylist()
    assert read_page(site / "ru" / "articles.html").text.count("повторяет статью") == told["n"] > 0


def test_what_an_article_and_its_reprint_tell_is_cited_once(tmp_path: Path) -> None:
    database = build(tmp_path, *disagreeing_rows(), figure("t9", 500, document_id="d2"))
    with connect(database) as connection:
        connection.execute("UPDATE documents SET duplicate_of = 'd1' WHERE document_id = 'd2'")
    links = read_page(build_report(tmp_path, database, "d").folder / "ru" / "pairs" / "AZE-BLR.html").links
    assert [link for link in links if link.endswith("#f-t1")] and not [x for x in links if x.endswith("#f-t9")]


SHOWN = [
    # what stands on the page of a pair whose figures disagree
    "Об одном и том же названы разные цифры",
    "450 млн USD",
    "Экспорт и импорт не складываются в товарооборот",
    "100 млн USD + 300 млн USD = 400 млн USD",
    "Рост не сходится с уровнем базового периода",
    "база не названа: взят год назад",
    "+5 %",
    "+20 %",  # 600 over 500
]


@pytest.mark.parametrize("words", SHOWN)
def test_disagreements_are_in_the_open(disagreeing: Path, words: str) -> None:
    text = read_page(disagreeing / "ru" / "pairs" / "AZE-BLR.html").text.replace("\xa0", " ")
    assert words in text


def test_sound_figures_are_not_accused(tmp_path: Path) -> None:
    ways = {"reporter": "BLR", "partner": "AZE"}
    rows = [figure("t1", 500), figure("t2", 300, flow="export", **ways), figure("t3", 195, flow="import", **ways)]
    folder = build_report(tmp_path, build(tmp_path, *rows), "d").folder
    assert "Утверждения статей сходятся" in read_page(folder / "ru" / "pairs" / "AZE-BLR.html").text


def test_an_attack_is_shown_as_words(hostile: Path) -> None:
    for path in all_pages(hostile):
        source = path.read_text("utf-8")
        for broken_out in ("<img", "<script>window", '"><b>'):
            assert broken_out not in source, path
        assert "49»" not in source, path  # no template in a template
        assert not [link for link in read_page(path).links if link.startswith("javascript:")], path
    article = read_page(hostile / "ru" / "articles" / article_file("d1"))
    assert article.text.count(ATTACK) >= 3


def test_long_tables_come_in_parts(tmp_path: Path) -> None:
    """A browser lays out only what is unfolded: 700 figures are 300 and two folded parts."""
    rows = [figure(f"t{i}", 500 + i) for i in range(700)]
    folder = build_report(tmp_path, build(tmp_path, *rows), "d").folder
    source = (folder / "ru" / "pairs" / "AZE-BLR.html").read_text("utf-8")
    parts = [part.count('<th scope="row">') for part in source.split("<table ")]
    assert [count for count in parts if count] == [300, 300, 100]
    assert not read_page(folder / "ru" / "pairs" / "AZE-BLR.html").errors
