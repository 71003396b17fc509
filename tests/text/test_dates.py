"""Date expressions: what is found, what is none, and the days they resolve to."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.text.date_words import load_date_words
from pipelines.text.dates import find_date_expressions, parse_date, resolve, resolve_anaphoric
from pipelines.text.interval import Interval
from pipelines.text.lexicon import LexiconError
from pipelines.text.morph import inflect
from pipelines.text.tokens import tokenize

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
FRIDAY = Interval(date(2024, 11, 15), date(2024, 11, 15), "day")
YEAR = Interval(date(2024, 1, 1), date(2024, 12, 31), "year")


def shown(interval: Interval | None) -> str:
    if interval is None:
        return "-"
    return f"{interval.start or ''}..{interval.end or ''} {interval.precision}"


EXPLICIT = [
    ("в мае 2021 года", "2021-05-01..2021-05-31 month"),
    ("15.07.2023", "2023-07-15..2023-07-15 day"),
    ("2013-11-28", "2013-11-28..2013-11-28 day"),
    ("17/05/2023", "2023-05-17..2023-05-17 day"),
    ("27-фев-2018", "2018-02-27..2018-02-27 day"),
    ("27 июня 2023 года", "2023-06-27..2023-06-27 day"),
    ("накануне, 16 октября 2023 года", "2023-10-16..2023-10-16 day"),
    ("10–12 июля 2023 г.", "2023-07-10..2023-07-12 range"),
    ("с 28 декабря 2023 года по 2 января 2024 года", "2023-12-28..2024-01-02 range"),
    ("28 декабря – 2 января 2024 года", "2023-12-28..2024-01-02 range"),
    ("с 2006 по 2012 годы", "2006-01-01..2012-12-31 range"),
    ("в 2024–2028 гг.", "2024-01-01..2028-12-31 range"),
    ("двадцать первого мая 2023 года", "2023-05-21..2023-05-21 day"),
    ("II квартале 2024 года", "2024-04-01..2024-06-30 quarter"),
    ("I–III кварталах 2024 года", "2024-01-01..2024-09-30 range"),
    ("I полугодие 2023", "2023-01-01..2023-06-30 half_year"),
    ("во второй половине 2023 года", "2023-07-01..2023-12-31 half_year"),
    ("9 месяцев 2023 года", "2023-01-01..2023-09-30 range"),
    ("за январь–апрель 2023 года", "2023-01-01..2023-04-30 range"),
    ("в декабре 2023 – январе 2024 года", "2023-12-01..2024-01-31 range"),
    ("в 2021-м", "2021-01-01..2021-12-31 year"),
    ("2009 год", "2009-01-01..2009-12-31 year"),
    ("по итогам 2023 года", "2023-01-01..2023-12-31 year"),
    ("в течение 2023 года", "2023-01-01..2023-12-31 year"),
    ("прошлого, 2013 года", "2013-01-01..2013-12-31 year"),
    ("с 2019 годом", "2019-01-01..2019-12-31 year"),  # instrumental: compared with, no start
    ("в прошлом, 2023-м, году", "2023-01-01..2023-12-31 year"),
    ("за три квартала 2023 года", "2023-01-01..2023-09-30 range"),
    ("по сравнению с 2019 г.", "2019-01-01..2019-12-31 year"),
    ("по 2025 год", "..2025-12-31 year"),
    ("летом 2024 года", "2024-06-01..2024-08-31 season"),
    ("к 2030 году", "..2030-12-31 year"),
    ("до конца 2025 года", "..2025-12-31 year"),
    ("к началу 2025 года", "..2025-01-01 range"),
    ("до декабря 2026 года", "..2026-12-31 month"),
    ("с июля 2021 года", "2021-07-01.. month"),
    ("29 февраля 2024 года", "2024-02-29..2024-02-29 day"),
    ("29 февраля 2023 года", "-"),
    ("зимой 2024 года", "-"),  # the one that began or the one that ended in 2024
]

RELATIVE = [
    ("22 мая", "2024-05-22..2024-05-22 day"),
    ("14 мар", "2024-03-14..2024-03-14 day"),
    ("7 и 8 февраля", "2024-02-07..2024-02-08 range"),
    ("с 30 января по 1 февраля", "2024-01-30..2024-02-01 range"),
    ("в прошлом году", "2023-01-01..2023-12-31 year"),
    ("за прошлый год", "2023-01-01..2023-12-31 year"),
    ("в мае текущего года", "2024-05-01..2024-05-31 month"),
    ("во втором квартале прошлого года", "2023-04-01..2023-06-30 quarter"),
    ("за первые пять месяцев этого года", "2024-01-01..2024-05-31 range"),
    ("в мае-июне с.г.", "2024-05-01..2024-06-30 range"),
    ("на 1 октября т. г.", "2024-10-01..2024-10-01 day"),
    ("весной будущего года", "2025-03-01..2025-05-31 season"),
    ("прошлым летом", "2023-06-01..2023-08-31 season"),
    ("этой осенью", "2024-09-01..2024-11-30 season"),
    ("прошлой зимой", "2023-12-01..2024-02-29 season"),
    ("с начала года", "2024-01-01..2024-11-15 range"),
    ("за первые месяцы текущего года", "2024-01-01..2024-11-15 range"),
    ("девятого октября", "2024-10-09..2024-10-09 day"),
    ("до конца года", "..2024-12-31 year"),
    ("по итогам года", "2024-01-01..2024-12-31 year"),
    ("за девять месяцев", "2024-01-01..2024-09-30 range"),
    ("в четвертом квартале", "2023-10-01..2023-12-31 quarter"),  # this year's is not over
    ("за январь-ноябрь", "2023-01-01..2023-11-30 range"),
    ("за полгода", "2024-01-01..2024-06-30 half_year"),
    ("в начале октября", "2024-10-01..2024-10-10 range"),
    ("в конце октября", "2024-10-21..2024-10-31 range"),
    ("в первой половине декабря", "2024-12-01..2024-12-15 range"),
    ("во второй половине ноября", "2024-11-16..2024-11-30 range"),
    ("в ближайшие два года", "..2026-12-31 range"),
    ("за последние пять лет", "2019-11-15..2024-11-15 range"),
    ("к 1 марта", "..2025-03-01 day"),  # a deadline lies ahead
    ("к первому полугодию прошлого года", "2023-01-01..2023-06-30 half_year"),  # behind: compared with
    ("во вторник", "2024-11-12..2024-11-12 day"),
    ("в пятницу", "2024-11-15..2024-11-15 day"),
    ("в минувшую пятницу", "2024-11-08..2024-11-08 day"),
    ("сегодня", "2024-11-15..2024-11-15 day"),
    ("накануне", "2024-11-14..2024-11-14 day"),
    ("завтра", "2024-11-16..2024-11-16 day"),
    ("на прошлой неделе", "2024-11-04..2024-11-10 range"),
    ("в прошлом месяце", "2024-10-01..2024-10-31 month"),
]


@pytest.mark.parametrize(("words", "expected"), EXPLICIT)
def test_explicit_needs_no_reference(words: str, expected: str) -> None:
    assert shown(resolve(parse_date(words), None)) == expected


@pytest.mark.parametrize(("words", "expected"), RELATIVE)
def test_relative_to_friday_15_november_2024(words: str, expected: str) -> None:
    assert shown(resolve(parse_date(words), FRIDAY)) == expected


@pytest.mark.parametrize("words", [words for words, _ in RELATIVE])
def test_nothing_relative_is_guessed_without_a_reference(words: str) -> None:
    assert resolve(parse_date(words), None) is None


@pytest.mark.parametrize(
    ("words", "tense", "expected"),
    [
        ("в октябре", "past", "2023-10-01..2023-10-31 month"),
        ("в октябре", "future", "2024-10-01..2024-10-31 month"),
        ("в октябре", None, "2023-10-01..2023-10-31 month"),  # too far ahead to be meant without a word of it
        ("в марте", None, "2024-03-01..2024-03-31 month"),
        ("в январе", "past", "2024-01-01..2024-01-31 month"),
        ("осенью", "future", "2024-09-01..2024-11-30 season"),
        ("во вторник", "future", "2024-02-20..2024-02-20 day"),
        ("30 декабря", "past", "2023-12-30..2023-12-30 day"),
    ],
)
def test_tense_chooses_the_year(words: str, tense: str | None, expected: str) -> None:
    valentine = Interval(date(2024, 2, 14), date(2024, 2, 14), "day")
    assert shown(resolve(parse_date(words), valentine, tense)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("в прошлом году", "2023-01-01..2023-12-31 year"),
        ("в январе-сентябре этого года", "2024-01-01..2024-09-30 range"),
        ("в ноябре", "2024-11-01..2024-11-30 month"),
        ("с начала года", "2024-01-01.. range"),
        ("за последние пять лет", "-"),
        ("в ближайшие два года", "..2026-12-31 range"),
        ("во вторник", "-"),
        ("накануне", "-"),
        ("в прошлом месяце", "-"),
        ("по итогам года", "-"),
    ],
)
def test_reference_of_a_year(words: str, expected: str) -> None:
    assert shown(resolve(parse_date(words), YEAR)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "вырос до 30,4 млн",
        "на 5,3% больше",
        "счёт 4:1",
        "в 18:05",
        "закон № 115-ФЗ",
        "78-й сессии",
        "12 направлений",
        "до 2000 долларов",
        "из 2019 машин",
        "в XXI веке",
        "в прошлые годы",
        "накануне саммита",
        "31 июня",
        "за последние три месяца",
        "за последние месяцы прошлого года",
        "за первые месяцы прошлого года",
        "дом 15, корпус 2",
        "договор сроком на два года",
        "телефон 2021-05",
    ],
)
def test_no_date(text: str) -> None:
    assert find_date_expressions(text, tokenize(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("В 2021 и 2022 годах оборот рос", ["В 2021", "2022 годах"]),
        ("7 и 15 февраля", ["15 февраля"]),  # two days apart make no stretch
        ("с 1 января. В мае", ["с 1 января", "В мае"]),
        ("в четверг, 8 декабря, провели", ["в четверг, 8 декабря"]),
        ("за январь–апрель прибавил к тому же периоду", ["за январь–апрель", "к тому же периоду"]),
        ("2023г. и 15.07.2023г.", ["2023г", "15.07.2023г"]),
    ],
)
def test_spans(text: str, expected: list[str]) -> None:
    assert [e.span.of(text) for e in find_date_expressions(text, tokenize(text))] == expected


def interval(first: str, last: str, precision: str) -> Interval:
    return Interval(date.fromisoformat(first), date.fromisoformat(last), precision)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "period", "expected"),
    [
        ("годом ранее", interval("2024-01-01", "2024-12-31", "year"), "2023-01-01..2023-12-31 year"),
        ("двумя годами ранее", interval("2024-01-01", "2024-12-31", "year"), "2022-01-01..2022-12-31 year"),
        ("месяцем ранее", interval("2024-03-01", "2024-03-31", "month"), "2024-02-01..2024-02-29 month"),
        ("спустя неделю", interval("2024-02-24", "2024-02-25", "range"), "2024-03-02..2024-03-03 range"),
        ("за аналогичный период прошлого года", interval("2024-01-01", "2024-08-31", "range"),
         "2023-01-01..2023-08-31 range"),
        ("за аналогичный период 2012-го", interval("2013-10-01", "2013-12-31", "quarter"),
         "2012-10-01..2012-12-31 quarter"),
        ("к тому же периоду", interval("2024-01-01", "2024-04-30", "range"), "2023-01-01..2023-04-30 range"),
        ("за тот же период", interval("2024-01-01", "2024-04-30", "range"), "2024-01-01..2024-04-30 range"),
        ("за те же месяцы прошлого года", interval("2024-01-01", "2024-02-29", "range"),
         "2023-01-01..2023-02-28 range"),
        ("за эти три месяца", interval("2024-04-01", "2024-06-30", "quarter"), "2024-04-01..2024-06-30 quarter"),
        ("прошлогоднего", interval("2024-04-01", "2024-06-30", "quarter"), "2023-04-01..2023-06-30 quarter"),
        ("в прошлом году", interval("2024-04-01", "2024-06-30", "quarter"), "-"),
    ],
)  # fmt: skip
def test_anaphora_moves_the_period(words: str, period: Interval, expected: str) -> None:
    expression = parse_date(words)
    assert shown(resolve_anaphoric(expression, period, FRIDAY)) == expected


def test_last_year_of_a_comparison_is_counted_from_the_day_of_writing() -> None:
    written = interval("2024-02-01", "2024-02-01", "day")
    told = parse_date("за аналогичный период прошлого года")
    january = interval("2024-01-01", "2024-01-31", "month")
    assert shown(resolve_anaphoric(told, january, written)) == "2023-01-01..2023-01-31 month"
    assert shown(resolve_anaphoric(told, january, None)) == "2023-01-01..2023-01-31 month"
    # Figures of last year are compared with those of the year before, not with themselves.
    last_year = interval("2023-01-01", "2023-12-31", "year")
    assert shown(resolve_anaphoric(told, last_year, written)) == "2022-01-01..2022-12-31 year"


@given(st.dates(date(1995, 1, 1), date(2030, 12, 31)))
def test_a_written_day_comes_back(day: date) -> None:
    month = inflect(MONTHS[day.month - 1], {"gent"})
    for words in (f"{day:%d.%m.%Y}", day.isoformat(), f"{day.day} {month} {day.year} года"):
        assert resolve(parse_date(words), None) == Interval(day, day, "day")


@given(st.text(alphabet="0123456789.,-–/ абвгдеиклмнопрстуя", max_size=60))
def test_spans_stand_in_order_and_quote_the_text(text: str) -> None:
    found = find_date_expressions(text, tokenize(text))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(0 <= e.span.start < e.span.end <= len(text) for e in found)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[a]\nforms = { "в" = 1 }\n[b]\nforms = { "В" = 1 }\n[suffix]\nforms = {}', "stands twice"),
        ('[a]\nwords = { "в" = 1 }\n[suffix]\nforms = {}', "wants lemmas or forms"),
    ],
)
def test_lexicon_is_checked(tmp_path, content: str, message: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "dates.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        load_date_words(path)


def test_parse_raises_where_there_is_no_date() -> None:
    with pytest.raises(ValueError, match="no date"):
        parse_date("трактор")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("в 2018 экспорт вырос", ["в 2018"]),  # "года" left out
        ("За 2017 товарооборот вырос", ["За 2017"]),
        ("в 2018 домах", []),  # houses are counted
        ("к 2000 тонн", []),
        ("до 2000 млн", []),
    ],
)
def test_a_bare_year_is_one_where_nothing_is_counted(text: str, found: list[str]) -> None:
    assert [e.span.of(text) for e in find_date_expressions(text, tokenize(text))] == found


@pytest.mark.parametrize("text", ["за 9 первых месяцев 2021 года", "за первые девять месяцев 2021 года"])
def test_the_first_months_of_a_year_whichever_word_comes_first(text: str) -> None:
    (expression,) = find_date_expressions(text, tokenize(text))
    assert resolve(expression, None) == Interval(date(2021, 1, 1), date(2021, 9, 30), "range")
