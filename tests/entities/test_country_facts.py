"""Names and money of countries."""

from datetime import date

import pytest

from pipelines.entities.country_facts import country_name, country_of_address, currency_of, is_bloc, resolve_currency


@pytest.mark.parametrize(
    ("word", "countries", "on", "code"),
    [
        ("рубль", ["BLR", "AZE"], None, "BYN"),
        ("рубль", ["BLR", "AZE"], date(2012, 5, 1), "BYR"),  # before the redenomination of 2016
        ("рубль", ["BLR", "RUS"], None, None),  # two have roubles
        ("манат", ["BLR", "TKM"], None, "TMT"),
        ("злотый", ["BLR", "POL"], None, "PLN"),
        ("манат", ["BLR", "EU"], None, None),
        ("крона", ["CZE", "EU"], None, "CZK"),
    ],
)
def test_currency_by_the_pair(word: str, countries: list[str], on: date | None, code: str | None) -> None:
    assert resolve_currency(word, countries, on) == code


def test_names_and_blocs() -> None:
    assert country_name("UZB") == "Узбекистан"
    assert is_bloc("EAEU")
    assert not is_bloc("UZB")
    assert not is_bloc("XKX")
    assert currency_of("CIS") is None
    with pytest.raises(KeyError):
        country_name("ZZZ")


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://example.by/news/1", "BLR"),
        ("http://example.gov.vn:8080", "VNM"),
        ("https://example.co.uk/a.ru", "GBR"),  # no alpha-2 code
        ("https://example.su/x", "RUS"),
        ("https://example.com/kz/", None),
        ("https://example.io", None),  # sold to all the world
        (None, None),
    ],
)
def test_country_of_an_address(url: str | None, code: str | None) -> None:
    assert country_of_address(url) == code
