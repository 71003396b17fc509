"""What several sentences tell of one figure."""

import pytest
from trade_rows import rows, short

CASES = [
    (
        "a growth told twice, the level a sentence after the second time",
        "Товарооборот Чехии и Перу в прошлом году вырос на 35%. Об этом сказал министр. Он дал интервью. «В прошлом "
        "году наш товарооборот вырос на 35%. В прошлом году товарооборот был порядка 5 млрд 350 млн долларов».",
        ["turnover CZE-PER ~5350M USD x1.35 2021"],
    ),
    (
        "a figure rounded in one place and exact in another",
        "Товарооборот Чехии и Перу достиг почти 7,7 млрд долларов. По итогам прошлого года он увеличился на 14% и "
        "достиг 7,67 млрд долларов.",
        ["turnover CZE-PER 7670M USD x1.14 2021"],
    ),
    (
        "the level of what grew, called by a pronoun",
        "Несмотря на увеличение торговли с Перу, отметил президент Чехии, ее объем в сумме чуть более 100 млн "
        "долларов не отвечает потенциалу.",
        ["turnover CZE-PER >100M USD"],
    ),
    (
        "two countries, and no others, in the document",
        "Президент Чехии принял министра из Перу. Объем торговли между двумя странами вырос на 12%.",
        ["turnover CZE-PER x1.12"],
    ),
    (
        "the two countries of the sentence before, whatever bloc it names",
        "Перу – партнер Чехии среди стран СНГ. Объем торговли в прошлом году – 430 млн долларов.",
        ["turnover CZE-PER 430M USD 2021"],
    ),
    (
        "how long there was no trade is no period of it",
        "В январе-октябре 2021 года Чехия импортировала из Чили кофе на 5 млн долларов. Спустя девять лет Чехия "
        "возобновила поставки из Перу (54 тонны на сумму $69 тыс.).",
        ["import CZE-CHL agri_food 5M USD 2021-01-01..2021-10-31", "export PER-CZE 0.069M USD 2021-01-01..2021-10-31"],
    ),
    (
        "a share of all beside its level",
        "Первым идет Китай, с ним товарооборот Чехии в 2021 году превысил 9 млрд долларов (18% от всего объема).",
        ["turnover CHN-CZE >9000M USD 18% 2021"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "expected"), CASES)
def test_one_row_for_what_is_one(reason: str, text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text)] == expected, reason


AIMS = [
    (
        "a task set is an aim of the turnover, whoever was received in brackets before it",
        "Экспорт Перу в Чехию в 2021 году вырос на 7%. Министр торговли Перу (его принимали в Праге) сообщил, что "
        "президенты двух стран поставили задачу выйти на 100 млрд долларов.",
        ["export PER-CZE x1.07 2021", "turnover CZE-PER 100000M USD target"],
    ),
    (
        "what may be and what is now",
        "Импорт кофе может удвоить чешские закупки в Перу – сейчас они не превышают 12 млн долларов в год.",
        ["import CZE-PER <12M USD"],
    ),
]

YEARS_BEFORE = [
    (
        f"the year before the figure's own: {words}",
        f"Оборот Чехии с Перу за десять месяцев 2019 года достиг 110 млн евро против 95 млн евро {words}.",
        ["turnover CZE-PER 110M EUR 2019-01-01..2019-10-31", "turnover CZE-PER 95M EUR 2018-01-01..2018-10-31"],
    )
    for words in ("годом ранее", "за тот же период годом ранее", "за аналогичный период предыдущего года")
]


@pytest.mark.parametrize(("reason", "text", "expected"), AIMS + YEARS_BEFORE)
def test_aims_and_facts(reason: str, text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text)] == expected, reason


def test_a_title_rounds_the_growth_of_months_that_nothing_dates() -> None:
    text = "#Торговля Чехии и Перу выросла почти на четверть\nЗа девять месяцев товарооборот Чехии и Перу вырос на 24%."
    assert [short(row) for row in rows(text, published=None)] == ["turnover CZE-PER x1.24"]
