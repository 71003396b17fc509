"""Numbers: the value of each way to write one, and what is none."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.numbers import Number, find_numbers
from pipelines.text.tokens import tokenize


def numbers(text: str) -> tuple[Number, ...]:
    return find_numbers(tokenize(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("447,1 миллиона", "447100000"),  # decimal comma
        ("447.1 миллиона", "447100000"),  # decimal point
        ("1 234,5 млн", "1234500000"),  # grouped by a space, with a fraction
        ("38 500 000 долларов", "38500000"),  # no-break spaces
        ("12 690", "12690"),  # thin spaces
        ("1,234,567 тонн", "1234567"),  # grouped by commas
        ("512 300 тыс. рублей", "512300000"),  # grouped and multiplied
        ("5,3млн", "5300000"),  # glued
        ("5,3 млрд.", "5300000000"),  # dotted
        ("46 миллиардам", "46000000000"),  # inflected
        ("38 млрд 607,6 млн", "38607600000"),  # a sum
        ("пять тысяч двести", "5200"),  # a sum in words
        ("полмиллиарда", "500000000"),
        ("полумиллиона", "500000"),
        ("полтора миллиарда", "1500000000"),
        ("полутора тысяч", "1500"),
        ("четверть миллиарда", "250000000"),
        ("двух с половиной", "2.5"),
        ("пять целых три десятых", "5.3"),
        ("двадцати пяти", "25"),
        ("сто двадцать пять миллионов", "125000000"),
        ("сорока компаний", "40"),
        ("ста", "100"),
        ("девяти десятых", "0.9"),
        ("два десятка", "20"),
        ("один миллиард", "1000000000"),
        ("миллион тонн", "1000000"),  # a multiplier alone is one of it
        ("около миллиарда долларов", "1000000000"),
        ("более тысячи тонн", "1000"),
        ("100 с лишним млн", "100000000"),
        ("$1 ,7 млрд", "1700000000"),  # stray space
        ("1, 7 млрд", "1700000000"),
        ("составил5 млн", "5000000"),  # a space lost
        ("17 с половиной миллионов", "17500000"),
        ("миллион двести тысяч", "1200000"),
        ("3 млрд 724 млн 511 тыс. долларов", "3724511000"),
        ("3,1 мрлд долларов", "3100000000"),  # a slip pages print
        ("500,000 долларов", "500000"),  # English grouping
        ("4,737 млрд", "4737000000"),  # three decimals
        ("2/3 экспорта", "0.666667"),
        ("на один процент", "1"),
        ("в 2013 году", "2013"),  # years are numbers: the finders decide
    ],
)
def test_value(text: str, value: str) -> None:
    (number,) = numbers(text)
    assert number.value == Decimal(value)
    assert number.value_high is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500–600 млн", "500000000", "600000000"),
        ("1,5-2 млрд", "1500000000", "2000000000"),
        ("800 тыс. – 1 млн", "800000", "1000000"),
        ("от 500 до 600 млн", "500000000", "600000000"),
        ("от $500 до 600 млн", "500000000", "600000000"),
        ("два-три миллиона", "2000000", "3000000"),
        ("40–45%", "40", "45"),
    ],
)
def test_range(text: str, low: str, high: str) -> None:
    (number,) = numbers(text)
    assert (number.value, number.value_high) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("130,9 и 82,4 млн долларов", ["130900000", "82400000"]),  # one multiplier for both
        ("5, 7 и 9 млн", ["5000000", "7000000", "9000000"]),
        ("с 50,8 до 43,1 млн", ["50800000", "43100000"]),  # a change, no range
        ("в 2012 и 300 млн", ["2012", "300000000"]),  # a year takes no multiplier
        ("2023 500", ["2023", "500"]),  # a year is no group of thousands
        ("2012 – 300 млн", ["2012", "300000000"]),
        ("10 и 12 документов", ["10", "12"]),
        ("5 тысяч 10 лет назад", ["5000", "10"]),  # no sum
        ("26,2 миллиарда четыре года назад", ["26200000000", "4"]),
    ],
)
def test_several(text: str, values: list[str]) -> None:
    assert [n.value for n in numbers(text)] == [Decimal(v) for v in values]


@pytest.mark.parametrize(
    "text",
    [
        "78-й сессии",  # ordinal
        "третий раз",
        "115-ФЗ",  # part of a name
        "МАЗ-500",
        "COP29",
        "12:30",  # clock
        "со счетом 4:1",
        "16.10.2023",  # date
        "десятки миллионов долларов",  # tells no number
        "несколько миллиардов",
        "миллионы тонн",
        "один из документов",  # pronoun
        "16-летний",
    ],
)
def test_is_no_number(text: str) -> None:
    assert numbers(text) == ()


def test_unit_stands_behind_the_dot() -> None:
    tokens = tokenize("5 млн. долларов")
    (number,) = find_numbers(tokens)
    assert tokens[number.tail + 1].text == "долларов"
    assert number.end == len("5 млн")


@given(st.integers(min_value=1000, max_value=10**12))
def test_grouping_by_spaces_is_undone(value: int) -> None:
    (number,) = numbers(f"{value:,}".replace(",", "\u00a0"))
    assert number.value == value


@given(st.text(alphabet="0123456789 ,.-–от до млн тыс.%$я", max_size=40))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    found = numbers(text)
    assert all(n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_numbers_of_dates_are_passed_over() -> None:
    (number,) = find_numbers(tokenize("16 мая 5 соглашений"), dated={0, 1})
    assert number.value == 5


def test_three_decimals_after_a_stray_space_belong_to_the_figure() -> None:
    (number,) = find_numbers(tokenize("оборот составил 3, 052 млрд долларов"))
    assert number.value == 3_052_000_000
