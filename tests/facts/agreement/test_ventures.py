"""Undertakings of two countries, and the legal basis they rest on."""

from typing import Any

import pytest
from agreement_rows import agreements_in, told

GI = ("GEO", "IRN")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Грузия и Иран создадут совместный портовый хаб.", ("project", "planned", GI)),
        ("Грузия и Иран создают совместный университет.", ("project", "planned", GI)),
        ("В Поти откроется первый совместный грузинско-иранский банк.", ("project", "planned", GI)),
        ('Тбилиси и Тегеран достигли договоренностей по "дорожной карте" порта.', ("arrangement", "agreed", GI)),
        ("Договорно-правовая база Грузии и Ирана насчитывает 61 соглашение.", ("agreement", "in_force", GI)),
        ("Грузия и Иран обновили соглашение о чае.", ("agreement", "in_force", GI)),
    ],
)
def test_undertaking_is_read(text: str, row: tuple[Any, ...]) -> None:
    assert [told(r) for r in agreements_in(text)] == [row]


def test_undertaking_under_a_document_told_before_is_a_row_beside_it() -> None:
    rows = agreements_in(
        "В рамках подписанного соглашения о портах между Грузией и Ираном в Поти будет создано совместное предприятие."
    )
    assert [(r.kind, r.status) for r in rows] == [("agreement", "signed"), ("project", "planned")]


def test_text_of_a_statement_is_one_row() -> None:
    rows = agreements_in(
        "Совместное Заявление о партнерстве между Республикой Грузия и Республикой Армения",
        "Президент Грузии и премьер Армении (далее – Стороны) согласились прилагать усилия на основе «Заявления о дружбе».",
    )
    assert [told(r) for r in rows] == [("declaration", "signed", ("ARM", "GEO"))]
