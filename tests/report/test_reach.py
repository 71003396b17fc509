"""Charts without a mouse or eyes: by keys, by the slider, past the chart to its table."""

import re
from pathlib import Path
from typing import Any

import pytest
from browser_tab import Tab
from report_rows import figure, year
from warehouse_rows import build

from report.build import build_report

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("report")]

PAIR = "ru/pairs/AZE-BLR.html"
RING = "#chart-trade-1 .mark-symbol.role-mark path:not([aria-label])"


def _walked(page: Any, slider: Any) -> list[str]:
    """What the slider tells from its first stop to its last, by keys alone."""
    slider.focus()
    told = [slider.get_attribute("aria-valuetext")]
    for _ in range(int(slider.get_attribute("max"))):
        page.keyboard.press("ArrowRight")
        told.append(slider.get_attribute("aria-valuetext"))
    return told


@pytest.mark.parametrize("chart", ["trade-1", "visits"])
def test_keys_reach_every_point_in_the_order_of_time(tab: Tab, chart: str) -> None:
    page = tab.open(PAIR)
    told = _walked(page, page.locator(f"#walk-{chart}"))
    seen = page.locator(f"#chart-{chart} .mark-symbol.role-mark path[aria-label]")
    assert sorted(told) == sorted(mark.get_attribute("aria-label") for mark in seen.all()) and len(told) > 3
    # "…, 2020: 447,1 млн USD" of trade, "…, 22 мая 2021; состоялся" of visits
    years = [re.search(r"(20\d\d)[:;]", words)[1] for words in told]  # type: ignore[index]
    assert years == sorted(years)


def test_keys_lead_from_a_point_to_its_sentence(tab: Tab) -> None:
    page = tab.open(PAIR)
    page.locator("#walk-trade-1").focus()
    page.wait_for_function("s => document.querySelector(s).getAttribute('opacity') !== '0'", arg=RING)
    words = page.locator("#walk-trade-1").get_attribute("aria-valuetext")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == words
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/ru/articles/\w+\.html#f-\w+"))
    assert page.locator("mark.found-here").count() > 0


def test_the_ring_stays_where_it_is_when_colours_change(tab: Tab) -> None:
    page = tab.open(PAIR)
    told = _walked(page, page.locator("#walk-trade-1"))
    before = page.locator(RING).get_attribute("stroke")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(
        "([s, c]) => document.querySelector(s)?.getAttribute('stroke') !== c", arg=[RING, before], timeout=5000
    )
    assert page.locator("#walk-trade-1").get_attribute("aria-valuetext") == told[-1]


def test_a_chart_can_be_skipped(tab: Tab) -> None:
    page = tab.open(PAIR)
    table = page.locator("#table-trade-1")
    assert table.get_attribute("open") is None
    skip = page.locator('a.skip[href="#table-trade-1"]')
    skip.focus()
    assert skip.bounding_box()["x"] >= 0  # seen once it has the focus
    page.keyboard.press("Enter")
    page.wait_for_function("document.getElementById('table-trade-1').open")
    assert page.evaluate("document.activeElement === document.querySelector('#table-trade-1 > summary')")


def test_a_chart_says_in_words_what_it_shows(tab: Tab) -> None:
    page = tab.open(PAIR)
    for chart in page.locator(".chart").all():
        about = page.locator(f"#{chart.get_attribute('aria-describedby')}").text_content()
        assert re.match(r"(Точек|Событий): \d+, ", about), about
    first = page.locator("#about-trade-1").text_content().replace("\xa0", " ")
    assert "Наибольшее: 447,1 млн USD (2020)" in first and "Целей и ожиданий: 1" in first


def test_points_on_a_canvas_are_reached_as_well(browser: Any, tmp_path: Path) -> None:
    """So many points are drawn on one canvas, where no mark is an element of its own."""
    rows = [figure(f"t{i}", 500 + i, **year(1990 + i % 30)) for i in range(1600)]
    tab = Tab(browser, build_report(tmp_path, build(tmp_path, *rows), "d").folder)
    page = tab.open(PAIR)
    assert page.locator("#chart-trade-1 canvas").count() == 1
    slider = page.locator("#walk-trade-1")
    assert slider.get_attribute("max") == "1599"
    slider.focus()
    page.keyboard.press("End")
    assert "2019" in slider.get_attribute("aria-valuetext")
    assert page.locator("#walk-trade-1 ~ a").get_attribute("href").startswith("../articles/")
    assert tab.wrong == []
    tab.context.close()


def test_no_page_of_a_phone_scrolls_sideways(browser: Any, site: Path) -> None:
    """Nor does a table in it: rows are cards there."""
    tab = Tab(browser, site, viewport={"width": 360, "height": 740})
    for path in sorted(site.glob("ru/**/*.html")):
        page = tab.open(str(path.relative_to(site)))
        wide = "e => e.scrollWidth > e.clientWidth + 1"
        assert not page.evaluate(f"({wide})(document.documentElement)"), path
        assert [s for s in page.locator(".scroll:visible").all() if s.evaluate(wide)] == [], path
    tab.context.close()


def test_nothing_is_wider_than_the_paper(browser: Any, site: Path) -> None:
    """A4 with its margins is 688 pixels wide; charts were drawn for a screen of 1280."""
    tab = Tab(browser, site)
    page = tab.open(PAIR)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 688, "height": 1000})
    for part in page.locator("table:visible, .chart svg:visible, .board:visible").all():
        box = part.bounding_box()
        assert box["x"] + box["width"] <= 688 + 1, part.evaluate("e => e.outerHTML.slice(0, 200)")
    tab.context.close()
