"""Money: value, currency, bound; and figures that count something else."""

from decimal import Decimal

import pytest

from pipelines.entities.mention import Mention
from pipelines.entities.money import find_money
from pipelines.text.tokens import tokenize


def money(text: str) -> list[Mention]:
    return find_money(text, tokenize(text))


@pytest.mark.parametrize(
    ("text", "surface", "value", "currency"),
    [
        ("составил 447,1 миллиона долларов.", "447,1 миллиона долларов", "447100000", "USD"),
        ("достиг $52,6 млрд", "$52,6 млрд", "52600000000", "USD"),
        ("на US$ 5 млн", "US$ 5 млн", "5000000", "USD"),
        ("на 1,2 млрд долл. США", "1,2 млрд долл. США", "1200000000", "USD"),
        ("на 1,2 млрд.долл.США", "1,2 млрд.долл.США", "1200000000", "USD"),
        ("на 5 млн USD", "5 млн USD", "5000000", "USD"),
        ("USD 5 млн", "USD 5 млн", "5000000", "USD"),
        ("на €30 млн", "€30 млн", "30000000", "EUR"),
        ("540 млн российских рублей", "540 млн российских рублей", "540000000", "RUB"),
        ("5 млн бел. руб", "5 млн бел. руб", "5000000", "BYN"),
        ("5 млн рублей РФ", "5 млн рублей РФ", "5000000", "RUB"),
        ("9 млн туркменских манатов", "9 млн туркменских манатов", "9000000", "TMT"),
        ("20 млн канадских долларов", "20 млн канадских долларов", "20000000", "CAD"),
        ("3 млрд фунтов стерлингов", "3 млрд фунтов стерлингов", "3000000000", "GBP"),
        ("12 690 сумов", "12 690 сумов", "12690", "UZS"),
        ("полмиллиарда юаней", "полмиллиарда юаней", "500000000", "CNY"),
        ("96 миллионов лари", "96 миллионов лари", "96000000", "GEL"),
        ("$1 ,7 млрд", "$1 ,7 млрд", "1700000000", "USD"),
    ],
)
def test_currency(text: str, surface: str, value: str, currency: str) -> None:
    (mention,) = money(text)
    assert (mention.surface, mention.value) == (surface, Decimal(value))
    assert mention.currency == mention.canonical_id == currency
    assert text[mention.start : mention.end] == surface


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("512 300 тыс. рублей", "рубль"),
        ("3 маната", "манат"),
        ("40 млн крон", "крона"),
        ("40 млн динаров", "динар"),
    ],
)
def test_currency_of_several_countries_is_left_open(text: str, form: str) -> None:
    (mention,) = money(text)
    assert (mention.currency, mention.canonical_id, mention.form) == (None, None, form)


@pytest.mark.parametrize(
    "text",
    [
        "до 161,4 миллиона. Сальдо",
        "импорт – 4,6 млн (рост)",
        "3,1 миллиарда, из них",
        "составил 5 млн. Экспорт",
        "на 5 млн масла",  # a mass in the singular is the goods, not what is counted
        "достиг 46 млрд благодаря",
        "5 млн Беларуси",
    ],
)
def test_bare_sum(text: str) -> None:
    (mention,) = money(text)
    assert (mention.form, mention.currency) == ("bare", None)


@pytest.mark.parametrize(
    "text",
    [
        "миллион тонн",
        "43,1 млн тонн",
        "5,75 млрд куб. м",
        "6,1 млрд. куб. м",
        "16 тысяч рабочих мест",
        "45 млн человек",
        "5 млн населения",
        "20 тыс. новых пассажирских автобусов",
        "30 тыс. российских туристов",
        "2 млн т нефти",
        "3 тысячи лет",
        "18 тетри",
        "80 экскаваторов",
        "2013 год",
        "2,5 млн процентов",
        "5 тыс. БелАЗов",
        "тысяча и одна ночь",
    ],
)
def test_counts_something_else(text: str) -> None:
    assert money(text) == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("около $5 млн", "about"),
        ("почти на 5 млн долларов", "about"),
        ("приблизился к 46 миллиардам долларов", "about"),
        ("более 5 млн долларов", "at_least"),
        ("не менее 5 млн долларов", "at_least"),
        ("превысила 5 млн", "at_least"),
        ("преодолели планку в $500 млн", "at_least"),
        ("перевалил за 500 млн долларов", "at_least"),
        ("5 млн долларов с лишним", "at_least"),
        ("100 с небольшим млн долларов", "at_least"),
        ("не превышает 5 млн", "at_most"),
        ("не более 5 млн", "at_most"),
        ("менее $5 млн", "at_most"),
        ("не дотянул до 5 млн", "at_most"),
        ("вырос до 5 млн", "exact"),
        ("больше на 5 млн долларов", "exact"),  # a difference
        ("превысил на 5 млн долларов", "exact"),
    ],
)
def test_bound(text: str, bound: str) -> None:
    (mention,) = money(text)
    assert mention.bound == bound


def test_range_and_two_currencies() -> None:
    one, two = money("от 500 до 600 млн рублей ($15 млн)")
    assert (one.value, one.value_high) == (Decimal(500_000_000), Decimal(600_000_000))
    assert (two.value, two.currency) == (Decimal(15_000_000), "USD")


def test_one_currency_for_two_figures() -> None:
    one, two = money("экспорт и импорт – 130,9 и 82,4 млн долларов соответственно")
    assert (one.surface, one.currency) == ("130,9", "USD")
    assert (two.surface, two.currency) == ("82,4 млн долларов", "USD")
