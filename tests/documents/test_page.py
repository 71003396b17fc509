"""HTML pages: readable text by blocks, with offsets and the page's own metadata."""

from hypothesis import example, given
from hypothesis import strategies as st

from pipelines.documents.page import read_page

PAGE = """<!doctype html><html><head><title>Лен - Нива</title>
<meta property="article:published_time" content="2021-05-03T10:00:00+03:00">
<meta property="og:site_name" content="Нива"></head><body>
<nav><a href="/">Главная</a></nav><header><a>Нива</a></header>
<article><h1>Лен &laquo;едет&raquo; в&nbsp;Китай</h1><script>var a = "<p>нет</p>";</script>
<p>Оборот <b>вырос</b>
на 5%.</p><ul><li>лен<li>зерно</ul><!-- тайна --><table><tr><td>Экспорт</td><td>12</td></tr></table></article>
<aside>Читайте также</aside><footer>© Нива</footer></body></html>"""


def test_text_by_blocks() -> None:
    lines = [line for line in read_page(PAGE).draft.text.split("\n") if line.strip()]
    assert lines == [
        "Нива",
        "Лен &laquo;едет&raquo; в&nbsp;Китай",
        "Оборот вырос",
        "на 5%.",
        "лен",
        "зерно",
        "Экспорт",
        "12",
    ]


def test_metadata() -> None:
    told = read_page(PAGE).sidecar
    assert (told.title, told.outlet, told.published) == ("Лен «едет» в Китай", "Нива", "2021-05-03T10:00:00+03:00")


def test_what_went_is_on_record() -> None:
    reasons = {r.reason for r in read_page(PAGE).draft.settled_removals()}
    assert {"markup", "script", "navigation", "related"} <= reasons


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<nav>",
                "</nav>",
                "<b",
                ">",
                "&amp;",
                "&",
                "текст",
                "\r\n",
                "<script>",
                "</article>",
                "<!--",
                "\u2028",
            ]
        )
    ).map("".join)
)
@example("><p><nav></nav>\u2028<b")
def test_broken_markup_never_raises_and_offsets_hold(page: str) -> None:
    draft = read_page(page).draft
    for run in draft.runs:
        if run.clean_length == run.raw_length:
            clean = draft.text[run.clean_start : run.clean_start + run.clean_length]
            raw = page[run.raw_start : run.raw_start + run.raw_length]
            assert clean in ("\n", raw, raw.replace("\u2028", "\n"))  # a line separator is a line's end
