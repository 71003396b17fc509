"""Per cent, ratios, quantities of things."""

from decimal import Decimal

import pytest

from pipelines.entities.mention import Mention
from pipelines.entities.quantities import find_quantities
from pipelines.text.tokens import tokenize


def quantities(text: str) -> list[Mention]:
    return find_quantities(text, tokenize(text))


@pytest.mark.parametrize(
    ("text", "value", "high", "form"),
    [
        ("на 5,3%", "5.3", None, None),
        ("на 5,3 %", "5.3", None, None),
        ("на 20 процентов", "20", None, None),
        ("сто процентов", "100", None, None),
        ("40–45%", "40", "45", None),
        ("от 15 до 20 процентов", "15", "20", None),
        ("экспорт (-5,3%)", "5.3", None, "minus"),
        ("экспорт (+5,3%)", "5.3", None, "plus"),
        ("до 82 проц.", "82", None, None),
        ("на 2 процентных пункта", "2", None, "points"),
        ("на 0,5 п.п.", "0.5", None, "points"),
    ],
)
def test_percent(text: str, value: str, high: str | None, form: str | None) -> None:
    (mention,) = quantities(text)
    assert (mention.kind, mention.value, mention.form) == ("percent", Decimal(value), form)
    assert mention.value_high == (None if high is None else Decimal(high))


def test_one_percent_sign_for_two_figures() -> None:
    assert [m.value for m in quantities("на 19,8 и 40,3 процента")] == [Decimal("19.8"), Decimal("40.3")]


@pytest.mark.parametrize(
    ("text", "surface", "value", "form", "bound"),
    [
        ("вырос в 1,6 раза", "в 1,6 раза", "1.6", "times", "exact"),
        ("вырос в шесть раз", "в шесть раз", "6", "times", "exact"),
        ("вырос в полтора раза", "в полтора раза", "1.5", "times", "exact"),
        ("вырос в два с половиной раза", "в два с половиной раза", "2.5", "times", "exact"),
        ("вырос более чем в 2 раза", "в 2 раза", "2", "times", "at_least"),
        ("вырос в более чем 2 раза", "в более чем 2 раза", "2", "times", "at_least"),
        ("упал почти вдвое", "вдвое", "2", "times", "about"),
        ("выросли более чем втрое", "втрое", "3", "times", "at_least"),
        ("двукратный рост", "двукратный", "2", "times", "exact"),
        ("1,5-кратный рост", "1,5-кратный", "1.5", "times", "exact"),
        ("планируют удвоить оборот", "удвоить", "2", "times", "exact"),
        ("снизился на четверть", "на четверть", "0.25", "fraction", "exact"),
        ("почти четверть вывоза", "четверть", "0.25", "fraction", "about"),
        ("девять десятых вывоза", "девять десятых", "0.9", "fraction", "exact"),
        ("сократился на две трети", "на две трети", "0.666667", "fraction", "exact"),
        ("пятая часть вывоза", "пятая часть", "0.2", "fraction", "exact"),
        ("половина ввоза", "половина", "0.5", "fraction", "exact"),
    ],
)
def test_ratio(text: str, surface: str, value: str, form: str, bound: str) -> None:
    (mention,) = quantities(text)
    assert (mention.kind, mention.surface, mention.form) == ("ratio", surface, form)
    assert (mention.value, mention.bound) == (Decimal(value), bound)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("80 экскаваторов", "80", "экскаваторов"),
        ("5,75 млрд куб. м газа", "5750000000", "куб. м"),
        ("миллион тонн удобрений", "1000000", "тонн"),
        ("5 тыс. т", "5000", "т"),
        ("11 документов", "11", "документов"),
        ("три меморандума", "3", "меморандума"),
        ("по 12 направлениям", "12", "направлениям"),
        ("1 200 лифтов", "1200", "лифтов"),
        ("16 тысяч рабочих мест", "16000", "рабочих мест"),
        ("20 новых пассажирских автобусов", "20", "автобусов"),
        ("21 соглашение", "21", "соглашение"),  # singular behind a one
        ("31 двусторонний документ", "31", "документ"),
        ("дюжина соглашений", "12", "соглашений"),
        ("12 рабочих приехали", "12", "рабочих"),
        ("в 2023 году 620 машин", "620", "машин"),
        ("полторы тысячи тракторов", "1500", "тракторов"),
        ("320 МВт", "320", "МВт"),
    ],
)
def test_quantity(text: str, value: str, unit: str) -> None:
    (mention,) = quantities(text)
    assert (mention.kind, mention.value, mention.unit) == ("quantity", Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "10 лет",
        "24–25 июля",
        "в 2025 г.",
        "9 раз",  # occasions
        "в кубках уже 9 раз",
        "за тысячу кубометров",  # a price
        "14 мар",
        "8 гяпиков",
        "в разы",
        "во второй половине года",
        "треть века",
        "5 млн долларов",
        "импорт – 4,6 млн",
        "№ 5 документов",
        "около 300 приехали",
        "12 Беларусь",
        "2021 экспорт",  # a year
        "в третью страну",
        "несколько тонн",
    ],
)
def test_is_none(text: str) -> None:
    assert quantities(text) == []
