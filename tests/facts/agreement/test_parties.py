"""Whose agreement it is."""

import pytest
from agreement_rows import agreements_in

from pipelines.documents.document import RawArticle, Sidecar
from pipelines.documents.make import make_document
from pipelines.entities.extract import find_mentions
from pipelines.facts.agreements import extract
from pipelines.facts.reading import read


@pytest.mark.parametrize(
    ("text", "parties", "why"),
    [
        (
            "Анкара приветствует подписание грузино-армянского меморандума о мостах.",
            ("ARM", "GEO"),
            "both in one adjective",
        ),
        ("Министр Армении оценил шансы подписания в Грузии договора с Баку.", ("ARM", "AZE"), "where it is signed"),
        ("Иран готов подписать с Арменией соглашение на территории Грузии.", ("ARM", "IRN"), "where it is signed"),
        (
            "Казахстан и ЕС встретились в Баку. Стороны готовят дорожную карту.",
            ("EU", "KAZ"),
            "a bloc beside a country",
        ),
        (
            "Грузия и Иран встретились. Между соседями, страдающими от турецких цен, подписан ряд соглашений.",
            ("GEO", "IRN"),
            "named in passing",
        ),
        ("В Грузии подписано соглашение с Ираном.", ("GEO", "IRN"), "the only other country is a side"),
    ],
)
def test_sides_are_told_from_places(text: str, parties: tuple[str, ...], why: str) -> None:
    assert [r.parties for r in agreements_in(text)] == [parties], why


def test_signing_takes_the_day_on_which_they_met() -> None:
    rows = agreements_in(
        "6 июня губернатор Омской области встретился с главой завода из Германии. Речь шла о стройке. Цех возведут за год. "
        "В ходе переговоров подписано соглашение между Россией и Германией."
    )
    assert [str(r.event_start) for r in rows] == ["2023-06-06"]


def test_document_of_all_members_of_a_bloc_is_no_row() -> None:
    assert agreements_in("Правительство Грузии одобрило денонсацию договоров СНГ. Иран следит.") == ()


def test_place_and_day_stand_before_a_name_in_quotes() -> None:
    rows = agreements_in(
        '"6 июня 2023 года в Тбилиси на форуме "Неделя чая" (Tea Week, TW) подписаны документы о чае между Грузией и Ираном", '
        "– сообщили в порту."
    )
    assert [(r.place, str(r.event_start)) for r in rows] == [("Тбилиси", "2023-06-06")]


def test_document_with_many_is_no_row_of_two() -> None:
    assert agreements_in("Тбилиси подписал соглашения о визах почти со всеми странами региона. Иран ждет.") == ()


def test_signing_spoken_of_without_countries_is_no_row_with_the_country_of_the_site() -> None:
    text = "Профсоюз и министерство Грузии подписали соглашение.\n\nПодписание Соглашения расценивается как шаг."
    raw = RawArticle(document_id="0" * 64, source="d.txt", data=text.encode(), sidecar=Sidecar(url="https://chai.ru/"))
    document = make_document(raw)
    assert extract(read(document, find_mentions(document))) == ()
