"""The report in a real browser, from the file system: charts, links, highlights, search, dark, phone, paper."""

import re
from pathlib import Path
from typing import Any

import pytest
from browser_tab import ALL_DRAWN, Tab

PAIR = "ru/pairs/AZE-BLR.html"

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("report")]


def test_every_page_opens_in_silence(tab: Tab) -> None:
    for path in sorted(tab.site.rglob("*.html")):
        tab.open(str(path.relative_to(tab.site)))


def test_the_first_page_leads_to_russian(tab: Tab) -> None:
    tab.page.goto(f"{tab.site.as_uri()}/index.html")
    tab.page.wait_for_url("**/ru/index.html")


@pytest.mark.parametrize(
    "settings",
    [{}, {"color_scheme": "dark"}, {"viewport": {"width": 360, "height": 740}}],
    ids=["light", "dark", "phone"],
)
def test_each_chart_is_drawn_and_fits(browser: Any, site: Path, settings: dict[str, Any]) -> None:
    tab = Tab(browser, site, **settings)
    page = tab.open(PAIR)
    for summary in page.locator("details.more > summary").all():
        summary.click()
    page.wait_for_function(ALL_DRAWN)
    charts = page.locator(".chart")
    assert charts.count() >= 6
    width = page.viewport_size["width"]
    for chart in charts.all():
        box = chart.locator("svg").bounding_box()
        assert box["height"] > 50 and box["x"] >= 0 and box["x"] + box["width"] <= width, box
        assert chart.locator(".mark-symbol.role-mark path[aria-label]").count() >= 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert tab.wrong == []
    tab.context.close()


def test_a_chart_tells_what_it_shows_without_eyes(tab: Tab) -> None:
    page = tab.open(PAIR)
    first = page.locator("#chart-trade-1")
    assert "Товарооборот" in first.get_attribute("aria-label")
    assert first.get_attribute("aria-roledescription") == "visualization"
    told = [mark.get_attribute("aria-label") for mark in first.locator(".mark-symbol.role-mark path[aria-label]").all()]
    assert any("447,1" in label and "2020" in label for label in told), told
    table = page.locator("#trade figure details table").first
    assert "447,1" in table.text_content().replace("\xa0", " ")


def test_a_point_leads_to_its_sentence(tab: Tab) -> None:
    page = tab.open(PAIR)
    page.locator('#chart-trade-1 path[aria-label*="447,1"]').first.click()
    page.wait_for_url(re.compile(r"/ru/articles/\w+\.html#f-\w+"))
    page.locator("mark.found-here").first.wait_for()
    words = "".join(page.locator("mark.found-here").all_text_contents())
    assert "447,1 млн долларов" in words


def test_every_cited_sentence_is_highlighted_in_view(tab: Tab) -> None:
    page = tab.open(PAIR)
    links = {a.get_attribute("href"): a.get_attribute("title") for a in page.locator("a.cite").all()}
    assert len(links) > 30
    for link, evidence in links.items():
        page.goto(f"{tab.site.as_uri()}/ru/pairs/{link}")
        marked = page.locator("mark.found-here")
        assert "".join("".join(marked.all_text_contents()).split()) == "".join(evidence.split())
        box = marked.first.bounding_box()
        assert 0 <= box["y"] < page.viewport_size["height"]


def test_the_list_of_facts_moves_the_highlight(tab: Tab) -> None:
    page = tab.open(PAIR)
    page.locator("#visits a.cite").first.click()
    page.wait_for_url("**/articles/**")
    facts = page.locator("ol.found > li > a")
    for at in (facts.count() - 1, 0):
        facts.nth(at).click()
        fact = facts.nth(at).get_attribute("href").removeprefix("#f-")
        page.wait_for_function(
            "fact => [...document.querySelectorAll('mark.found-here')].every((m) => m.dataset.facts.includes(fact))"
            " && document.querySelector('mark.found-here')",
            arg=fact,
        )


def test_the_language_link_keeps_the_page(tab: Tab) -> None:
    page = tab.open(PAIR)
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/pairs/AZE-BLR.html")
    assert page.locator("h1").text_content() == "Azerbaijan – Belarus"
    page.get_by_role("link", name="Русский").click()
    page.wait_for_url("**/ru/pairs/AZE-BLR.html")


@pytest.mark.parametrize(("asked", "found"), [("беларусь", 1), ("СЕРБИЯ перу", 1), ("атлантида", 0)])
def test_search_leaves_the_rows_asked_for(tab: Tab, asked: str, found: int) -> None:
    page = tab.open("ru/index.html")
    assert page.locator("#pairs tbody tr:visible").count() > 1
    page.get_by_role("searchbox").fill(asked)
    assert page.locator("#pairs tbody tr:visible").count() == found
    told = f"Найдено: {found}" if found else "Ничего не найдено."
    assert page.get_by_role("status").text_content() == told


LABELS_AS_THE_SHEET_SAYS = """() => {
    const asked = getComputedStyle(document.documentElement).getPropertyValue("--quiet").trim();
    const labels = [...document.querySelectorAll("#chart-trade-1 .role-axis-label text")];
    return labels.length && labels.every((label) => label.getAttribute("fill") === asked);
}"""


def test_dark_and_light_change_while_the_page_is_open(tab: Tab) -> None:
    page = tab.open(PAIR)
    grounds = set()
    for scheme in ("light", "dark", "light"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(LABELS_AS_THE_SHEET_SAYS)
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(grounds) == 2


CONTRAST = """() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data]; };
    const light = (c) => { const [r, g, b] = c.slice(0, 3).map((v) => v / 255)
        .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
    const ground = (e) => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
        if (c[3] === 255) return c; } return [255, 255, 255, 255]; };
    const poor = new Set();
    for (const e of document.querySelectorAll("main *, header *")) {
        if (e.closest("script, style, noscript, .chart") || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
        if (!e.checkVisibility()) continue;
        const [a, b] = [light(rgb(getComputedStyle(e).color)), light(ground(e))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) poor.add(`${e.tagName}.${e.className} ${ratio.toFixed(2)}`);
    }
    for (const t of document.querySelectorAll(".chart svg text")) {
        const [a, b] = [light(rgb(t.getAttribute("fill"))), light(ground(t.closest(".chart")))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < 4.5) poor.add(`chart ${ratio.toFixed(2)}`);
    }
    return [...poor];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Any, disagreeing: Path, site: Path, scheme: str) -> None:
    for report in (site, disagreeing):
        tab = Tab(browser, report, color_scheme=scheme)
        pages = [PAIR, "ru/index.html", "ru/articles.html"]
        pages += [str(p.relative_to(report)) for p in sorted(report.glob("ru/articles/*.html"))[:4]]
        for path in pages:
            assert tab.open(path).evaluate(CONTRAST) == [], path
        tab.context.close()


def test_on_paper_nothing_is_folded_and_charts_are_light(tab: Tab) -> None:
    page = tab.open(PAIR)
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.wait_for_function(ALL_DRAWN)
    assert page.locator("details:not([open])").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details:not([open])").count() > 3


def test_an_attack_runs_nowhere(browser: Any, hostile: Path) -> None:
    tab = Tab(browser, hostile)
    for path in sorted(hostile.rglob("*.html")):
        page = tab.open(str(path.relative_to(hostile)))
        page.wait_for_timeout(50)
        assert page.evaluate("window.hacked") is None, path
    page = tab.open(PAIR)
    page.locator(".chart .mark-symbol.role-mark path[aria-label]").first.hover()
    page.locator("#vg-tooltip-element").wait_for()
    assert page.evaluate("window.hacked") is None
    assert tab.wrong == []
    tab.context.close()


def test_targets_and_forecasts_are_hollow_and_disagreement_has_its_range(browser: Any, disagreeing: Path) -> None:
    tab = Tab(browser, disagreeing)
    page = tab.open(PAIR)
    chart = page.locator("#chart-trade-1")
    for word, hollow in (("цель", True), ("ожидание", True), ("факт", False)):
        fills = [p.get_attribute("fill") for p in chart.locator(f'path[aria-label*=", {word}."]').all()]
        assert fills and all((fill in (None, "transparent", "none")) == hollow for fill in fills), (word, fills)
    # 450 and 500 for 2020: the bar between them has a height.
    lengths = [line.get_attribute("y2") for line in chart.locator(".mark-rule line").all()]
    assert any(y not in (None, "0") for y in lengths), lengths
    assert chart.locator(".mark-line path").count() == 1
    assert tab.wrong == []
    tab.context.close()
