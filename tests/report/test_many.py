"""Much of everything: long lists are searched quickly, long pages open at once."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from browser_tab import ALL_DRAWN, Tab
from html_pages import read_page
from report_rows import figure, year
from warehouse_rows import build

from report.articles import article_line
from report.build import build_report, environment
from report.row import Row

ARTICLES = 10_000
FACTS = 5_000
SECONDS = 2.0


def _article(number: int) -> Row:
    day = date(2025, 12, 31) - timedelta(days=number // 3)
    return {
        "document_id": f"{number:064x}", "source": f"{number}.txt", "outlet": f"Вестник-{number % 40}", "language": "ru",
        "title": f"Статья № {number} о торговле и визитах", "published_start": day, "published_end": day,
        "published_precision": "day", "duplicate_of": None,
    }  # fmt: skip


def _list(folder: Path, articles: int) -> Path:
    lines = [article_line(_article(number), number % 7, "ru") for number in range(articles)]
    page = environment("ru").get_template("articles.html").render(path="articles.html", up="", articles=lines)
    file = folder / "articles.html"
    file.write_text(page, "utf-8")
    return file


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory, disagreeing: Path) -> Path:
    """A report whose list has so many articles (without their pages)."""
    site = tmp_path_factory.mktemp("many")
    (site / "ru").mkdir()
    (site / "static").symlink_to(disagreeing / "static")
    _list(site / "ru", ARTICLES)
    return site


@pytest.mark.parametrize(("articles", "parts"), [(300, 0), (301, 2), (700, 3)])
def test_a_long_list_is_folded_in_parts(tmp_path: Path, articles: int, parts: int) -> None:
    page = read_page(_list(tmp_path, articles))
    assert page.errors == []
    assert sum(link.startswith("articles/") for link in page.links) == articles
    assert page.path.read_text("utf-8").count("<details") == parts


SEARCHES = [
    # asked, found, shown
    ("9999", 1, 1),
    ("вестник-39 31 декабря 2025", 0, 0),
    ("ВЕСТНИК-39", 250, 250),
    ("торговле", ARTICLES, 300),
]


@pytest.mark.browser
@pytest.mark.xdist_group("report")
def test_a_long_list_is_searched(browser: Any, long_list: Path) -> None:
    tab = Tab(browser, long_list)
    page = tab.open("ru/articles.html")
    assert page.locator("#articles tbody tr:visible").count() == 300
    for asked, found, shown in SEARCHES:
        page.get_by_role("searchbox").fill(asked)
        assert page.locator("#articles tbody tr:visible").count() == shown, asked
        assert (str(found) if found else "Ничего") in page.get_by_role("status").text_content()
    page.get_by_role("searchbox").fill("")
    assert page.locator("#articles tbody tr:visible").count() == 300
    assert page.get_by_role("status").text_content() == ""
    assert tab.wrong == []
    tab.context.close()


def _seconds(browser: Any, site: Path, path: str) -> float:
    """Until a page stands with its charts: the best of three, for the machine may have other work."""
    taken = []
    for _ in range(3):
        tab = Tab(browser, site)
        tab.page.goto(f"{site.as_uri()}/{path}")
        tab.page.wait_for_function(ALL_DRAWN)
        taken.append(tab.page.evaluate("performance.now()") / 1000)
        assert tab.wrong == []
        tab.context.close()
    return min(taken)


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.xdist_group("report")
def test_a_list_of_ten_thousand_articles_opens_at_once(browser: Any, long_list: Path) -> None:
    assert _seconds(browser, long_list, "ru/articles.html") < SECONDS


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.xdist_group("report")
def test_a_pair_with_five_thousand_facts_opens_at_once(browser: Any, tmp_path: Path) -> None:
    rows = [figure(f"t{i}", 500 + i, **year(1990 + i % 35)) for i in range(FACTS)]
    site = build_report(tmp_path, build(tmp_path, *rows), "d").folder
    assert _seconds(browser, site, "ru/pairs/AZE-BLR.html") < SECONDS
