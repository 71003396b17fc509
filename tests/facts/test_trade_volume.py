"""Fact table trade_volume: what a text states of trade, row by row."""

from datetime import date

import pytest
from trade_rows import document, rows, short

from pipelines.documents.document import Document
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import read
from pipelines.facts.trade_volume import extract

# Reason, text, rows.
STATEMENTS = [
    (
        "a level and its growth are one row",
        "Товарооборот Чехии и Польши в 2021 году вырос на 12% и составил 31,5 млрд долларов.",
        ["turnover CZE-POL 31500M USD x1.12 2021"],
    ),
    (
        "growth first, level with 'до', the import takes the period over",
        "За 2021 год экспорт Казахстана в Китай вырос на 8,4%, до 9,7 млрд долларов, импорт — на 20%, до 8,1 млрд.",
        ["export KAZ-CHN 9700M USD x1.084 2021", "import KAZ-CHN 8100M USD x1.2 2021"],
    ),
    (
        "a level of each year",
        "В 2021 году товарооборот Сербии и Венгрии достиг 2,6 млрд евро против 2,1 млрд евро годом ранее.",
        ["turnover HUN-SRB 2600M EUR 2021", "turnover HUN-SRB 2100M EUR 2020"],
    ),
    (
        "from a level to a level",
        "Торговля Индии с Вьетнамом выросла с 7 млрд долларов в 2016 году до 11 млрд долларов в 2021 году.",
        ["turnover IND-VNM 7000M USD 2016", "turnover IND-VNM 11000M USD 2021"],
    ),
    (
        "a difference is no level",
        "Экспорт Монголии в Китай за 2021 год вырос на 136 млн долларов.",
        [],
    ),
    (
        "fall by half, and by a quarter",
        "В 2020 году экспорт Кубы в Испанию упал вдвое, а импорт сократился на четверть.",
        ["export CUB-ESP x0.5 2020", "import CUB-ESP x0.75 2020"],
    ),
    (
        "growth over years: base is the first, period the last",
        "С 2010 по 2020 годы товарооборот Ирана и Турции вырос в 3 раза.",
        ["turnover IRN-TUR x3.0 2020"],
    ),
    (
        "the other direction by an adjective alone",
        "Российский экспорт в Египет составил 4,1 млрд долларов, египетский — 0,6 млрд.",
        ["export RUS-EGY 4100M USD", "export EGY-RUS 600M USD"],
    ),
    (
        "the other direction as 'встречные'",
        "Поставки из Словакии в Сербию в 2021 году принесли 500 млн евро, встречные — 320 млн евро.",
        ["export SVK-SRB 500M EUR 2021", "export SRB-SVK 320M EUR 2021"],
    ),
    (
        "two flows, two figures",
        "Экспорт и импорт Армении в торговле с Ираном составили 90 млн и 610 млн долларов соответственно.",
        ["export ARM-IRN 90M USD", "import ARM-IRN 610M USD"],
    ),
    (
        "a list of partners after one head",
        "В 2021 году товарооборот Узбекистана с Россией составил 7,5 млрд долларов, с Китаем — 7,4 млрд долларов.",
        ["turnover RUS-UZB 7500M USD 2021", "turnover CHN-UZB 7400M USD 2021"],
    ),
    (
        "part of a sum: the noun behind the figure",
        "В 2021 году товарооборот Грузии и Турции составил 1,9 млрд долларов, "
        "из них 322 млн пришлось на грузинский экспорт.",
        ["turnover GEO-TUR 1900M USD 2021", "export GEO-TUR 322M USD 2021"],
    ),
    (
        "shares of a flow",
        "Около 60% экспорта Таджикистана в Швейцарию — это золото.",
        ["export TJK-CHE other 60%"],
    ),
    (
        "signed growth in brackets",
        "Экспорт Молдовы в Румынию за 2021 год составил 820 млн долларов (+24,5%), импорт — 1,1 млрд долларов (-3%).",
        ["export MDA-ROU 820M USD x1.245 2021", "import MDA-ROU 1100M USD x0.97 2021"],
    ),
    (
        "an index is no growth",
        "Экспорт Литвы в Латвию за 2021 год составил 112% к уровню 2020 года.",
        ["export LTU-LVA x1.12 2021"],
    ),
    (
        "growth as a noun",
        "По итогам 2021 года рост товарооборота Беларуси с Кубой составил 15%.",
        ["turnover BLR-CUB x1.15 2021"],
    ),
    (
        "what a country sold, by a verb",
        "Турция закупила в Казахстане пшеницы на 300 млн долларов.",
        ["import TUR-KAZ agri_food 300M USD"],
    ),
    (
        "goods and services in one",
        "Торговля товарами и услугами между Израилем и Индией в 2021 году превысила 7 млрд долларов.",
        ["turnover IND-ISR goods_and_services >7000M USD 2021"],
    ),
    (
        "to all the world",
        "Внешнеторговый оборот Кыргызстана в 2021 году составил 8,3 млрд долларов.",
        ["turnover KGZ-WLD 8300M USD 2021"],
    ),
    (
        "a bloc is a side",
        "Товарооборот Казахстана с ЕС в 2021 году составил 29 млрд долларов.",
        ["turnover EU-KAZ 29000M USD 2021"],
    ),
    (
        "capitals stand for their states",
        "Товарооборот Ташкента и Душанбе в 2021 году достиг 600 млн долларов.",
        ["turnover TJK-UZB 600M USD 2021"],
    ),
    (
        "a surplus",
        "Сальдо торговли Австрии с Хорватией в 2021 году сложилось положительное, 400 млн евро.",
        ["balance AUT-HRV 400M EUR 2021"],
    ),
]

# Phrasing of customs reports, agencies and interviews.
NO_TRADE = [
    ("investment", "Инвестиции Казахстана в экономику Грузии достигли 500 млн долларов."),
    ("a loan after trade", "Товарооборот Омана и Ирана обсудили министры. Кредит составил 200 млн долларов."),
    ("a contract", "Чехия и Вьетнам подписали контракт на поставку 12 трамваев на сумму 40 млн евро."),
    ("shops", "Розничный товарооборот Беларуси в 2021 году вырос на 5% и достиг 60 млрд рублей."),
    ("GDP", "ВВП Словении вырос на 8,2%, до 52 млрд евро, инфляция составила 4,9%."),
    ("a budget deficit", "Дефицит бюджета Румынии составил 7 млрд евро."),
    ("a region", "Товарооборот Ростовской области и Беларуси в 2021 году составил 300 млн долларов."),
    ("a plant", "Завод отгрузил в Китай продукции на 11 млн долларов."),
    ("prices behind trade", "Экспорт говядины из Уругвая в Китай растет. Тонна говядины стоит 5200 долларов."),
    ("one flow against another", "Импорт Ливана из Сирии в шесть раз больше экспорта."),
    ("the turnover of a market", "Оборот рынка маркетплейсов Польши и Чехии достиг 5 млрд евро."),
    ("what was lost", "Чехия недополучила на экспорте в Перу 2 млрд евро."),
    ("a setting of aims is no delivery", "Чехия и Перу поставили задачу построить завод за 300 млн евро."),
    ("cubic metres", "Поставки газа из Ирана в Турцию составили 7 млрд кубометров, планируется довести их до 10 млрд."),
    ("a flow of many countries", "Сербия экспортирует малину в Германию, Францию и Польшу на 400 млн евро."),
    ("travellers", "Число туристов из Польши в Литве выросло на 20%, до 100 тысяч."),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "expected"), STATEMENTS)
def test_rows_of_a_text(reason: str, text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text)] == expected, reason


@pytest.mark.parametrize(("reason", "text"), NO_TRADE)
def test_money_that_is_no_trade_makes_no_row(reason: str, text: str) -> None:
    assert [short(row) for row in rows(text)] == [], reason


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("В январе-мае 2022 года экспорт Чехии в Польшу вырос на 7% к аналогичному периоду 2021 года.",
                     date(2021, 1, 1), date(2021, 5, 31), id="named"),
        pytest.param("Экспорт Чехии в Польшу в 2021 году вырос по сравнению с предыдущим годом на 7%.",
                     date(2020, 1, 1), date(2020, 12, 31), id="the year before the figure's, not the article's"),
    ],
)  # fmt: skip
def test_base_of_a_change_is_the_period_compared_with(text: str, start: date, end: date) -> None:
    (row,) = rows(text)
    assert (row.change_base_start, row.change_base_end) == (start, end)


def test_undated_text_leaves_relative_dates_open() -> None:
    (row,) = rows("В прошлом году товарооборот Чехии и Польши составил 30 млрд долларов.", published=None)
    assert (row.period_start, row.period_end) == (None, None)


def test_rubles_are_those_of_the_pair() -> None:
    (russian,) = rows("Товарооборот России и Китая составил 10 трлн рублей.")
    (belarusian,) = rows("Товарооборот Беларуси и Китая составил 10 млрд рублей.")
    assert (russian.currency, belarusian.currency) == ("RUB", "BYN")


def test_table_flattened_to_lines() -> None:
    text = (
        "Показатель\n2020 год\n2021 год\nЭкспорт Чехии в Китай, млн евро\n120,4\n131\n"
        "Импорт Чехии из Китая, млн евро\n2 400\n2 650,5"
    )
    assert [short(row) for row in rows(text)] == [
        "export CZE-CHN 120.4M EUR 2020",
        "export CZE-CHN 131M EUR 2021",
        "import CZE-CHN 2400M EUR 2020",
        "import CZE-CHN 2650.5M EUR 2021",
    ]


def test_table_with_a_row_for_each_year_under_a_caption_with_the_unit() -> None:
    text = (
        "# Чехия и Польша: торговля\nЧехия и Польша торгуют все больше.\nТорговля двух стран, тыс. евро\nГод\nОборот\n"
        "Экспорт Чехии\n2020\n300 000\n120 000,5\nI полугодие 2021 года\n170 000\n65 000\n"
        "Оборот вырос на 4,5%."
    )
    assert [short(row) for row in rows(text)] == [
        "turnover CZE-POL 300M EUR 2020",
        "export CZE-POL 120.0005M EUR 2020",
        "turnover CZE-POL 170M EUR x1.045 2021-01-01..2021-06-30",
        "export CZE-POL 65M EUR 2021-01-01..2021-06-30",
    ]


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        (
            "В 2021 году до 1,5 млрд долларов поднялся чешско-китайский товарооборот.",
            ["turnover CHN-CZE 1500M USD 2021"],
            "a compound adjective between figure and flow",
        ),
        (
            "Страны СНГ в 2021 году продали Китаю сырья на 90 млрд долларов.",
            ["export CIS-CHN 90000M USD 2021"],
            "the members of a bloc are who sells",
        ),
        (
            "Чешско-польская торговля в 2021 году – 30 млрд долларов, чешско-китайская – 20 млрд, рост на 5%.",
            ["turnover CZE-POL 30000M USD 2021", "turnover CHN-CZE 20000M USD x1.05 2021"],
            "growth behind the second of two pairs is the second's",
        ),
        (
            "Торговля Чехии и Польши за январь – март 2022 года – 8 млрд долларов; в 2021 году она достигла 30 млрд. "
            "Экспорт Чехии – 5 млрд.",
            [
                "turnover CZE-POL 8000M USD 2022-01-01..2022-03-31",
                "turnover CZE-POL 30000M USD 2021",
                "export CZE-POL 5000M USD 2022-01-01..2022-03-31",
            ],
            "an earlier year told by the way is not gone on about",
        ),
        (
            "В Прагу прибыли министры Чехии, Польши и Китая. Три страны хотят к 2030 году выйти на оборот в 50 млрд долларов.",
            [],
            "a trade of three is no pair's",
        ),
        (
            "В 2021 году первым партнером Чехии по товарообороту была Польша: 30 млрд долларов, или 12,5%.",
            ["turnover CZE-POL 30000M USD 12.5% 2021"],
            "a sum and what part of the whole it is",
        ),
        (
            "Торговля Чехии и Польши в 2021 году выросла на 5%. Первым партнером Чехии осталась Германия: "
            "90 млрд долларов, или 30%.",
            ["turnover CZE-POL x1.05 2021", "turnover CZE-DEU 90000M USD 30% 2021"],
            "the share behind a sum that only a colon ties to the flow",
        ),
        (
            "В 2021 году Чехия закупила в Перу меди на 5 млн долларов. Стороны довольны.\nПосол прибыл в Прагу. "
            "Он осмотрел завод.\nВ 2023 году поставки, по прогнозу, достигнут 9 млн долларов.",
            ["import CZE-PER other 5M USD 2021", "export PER-CZE 9M USD 2023 expected"],
            "deliveries go the only way told",
        ),
    ],
)
def test_whose_the_figure_is(text: str, expected: list[str], why: str) -> None:
    assert [short(row) for row in rows(text)] == expected, why


def test_a_parliament_stands_for_its_country() -> None:
    text = (
        "# Депутаты Милли Меджлиса в Минске\nДепутаты Милли Меджлиса прибыли в Беларусь.\n"
        "В 2021 году экспорт Беларуси составил 300 млн долларов."
    )
    assert [short(row) for row in rows(text)] == ["export BLR-AZE 300M USD 2021"]


def test_evidence_quotes_the_document() -> None:
    text = "В 2021 году товарооборот Чехии и Польши вырос на 12% и составил 31,5 млрд долларов."
    (row,) = rows(text)
    assert text[row.evidence.start : row.evidence.end] == row.evidence_text
    assert "31,5 млрд долларов" in row.evidence_text
    assert row.sentence.contains(row.evidence)


def test_what_is_said_outright_is_surer_than_what_is_taken_over() -> None:
    said, taken = rows(
        "В 2021 году товарооборот Чехии и Польши составил 30 млрд долларов. Экспорт достиг 20 млрд долларов."
    )
    assert said.confidence > taken.confidence


def test_text_in_another_language_makes_no_row() -> None:
    doc = document("Товарооборот Чехии и Польши составил 30 млрд долларов.")
    other = Document(**{f: getattr(doc, f) for f in Document.__dataclass_fields__} | {"language": "uk"})
    assert extract(read(other, find_mentions(other))) == ()
