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
