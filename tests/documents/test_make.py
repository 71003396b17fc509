"""A raw article to a Document."""

import hashlib

import pytest

from pipelines.documents.document import RawArticle, Sidecar
from pipelines.documents.make import Refused, make_document, to_raw
from pipelines.text.span import Span

TEXT = (
    "Новости\r\nЛен едет в Китай\r\n\r\nМИНСК, 3 мая 2021 года. /Вестовой/. Оборот&nbsp;&laquo;вырос&raquo; на 5% "
    "и составил \\$3,1 млрд, сообщили в посольстве.\r\nПоделиться\r\n"
)


def article(data: bytes, source: str = "a.txt", sidecar: Sidecar | None = None) -> RawArticle:
    return RawArticle(hashlib.sha256(data).hexdigest(), source, data, sidecar or Sidecar())


def test_a_document_tells_what_its_page_tells() -> None:
    document = make_document(article(TEXT.encode("cp1251")))
    assert (document.title, document.outlet, document.dateline_place) == ("Лен едет в Китай", "Вестовой", "Минск")
    assert document.language == "ru"
    assert [b.kind for b in document.blocks] == ["title", "paragraph"]
    assert document.raw_length == len(TEXT)


def test_clean_spans_lead_back_to_raw() -> None:
    document = make_document(article(TEXT.encode()))
    start = document.text.index("$3,1 млрд")
    span = Span(start, start + len("$3,1 млрд"))
    assert to_raw(document, span).of(TEXT) == "$3,1 млрд"


def test_the_sidecar_goes_before_the_page() -> None:
    page = "<html><head><title>Лен</title></head><body><h1>Лен едет</h1><p>Оборот вырос на 5% за год.</p></body></html>"
    document = make_document(article(page.encode(), "a.html", Sidecar(title="Из письма", url="https://niva.by/1")))
    assert (document.title, document.outlet) == ("Из письма", "niva.by")
    assert make_document(article(page.encode(), "a.html.gz")).title == "Лен едет"


@pytest.mark.parametrize(("data", "reason"), [(b"ab\x00cd" * 9, "NUL"), ("Поделиться\n0".encode(), "no text is left")])
def test_refusals_say_why(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        make_document(article(data))
