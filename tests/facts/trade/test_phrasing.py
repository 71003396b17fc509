"""The same trade in other words: phrasings, what lies ahead, what a sentence takes over from the one before."""

import pytest
from trade_rows import rows, short

PHRASING = [
    (
        "'из которых': the flow stands behind its figure",
        "В январе-марте 2022 года оборот Чехии с Кубой составил 21,8 млн. долл., из которых 20,9 млн. долл. составил "
        "импорт, 0,9 млн. долл. - экспорт.",
        ["turnover CUB-CZE 21.8M USD 2022-01-01..2022-03-31", "import CZE-CUB 20.9M USD 2022-01-01..2022-03-31",
         "export CZE-CUB 0.9M USD 2022-01-01..2022-03-31"],
    ),
    (
        "level in brackets behind the year compared with",
        "Торговля Чехии с Перу в 2021 году выросла до 90 млн евро по сравнению с 2020 годом (70 млн евро).",
        ["turnover CZE-PER 90M EUR 2021", "turnover CZE-PER 70M EUR 2020"],
    ),
    (
        "'за тот же период' of another year",
        "За 11 месяцев 2021 года товарооборот Чехии с Перу составил 30 млн евро (в 2020 году — 40 млн евро за тот же период).",
        ["turnover CZE-PER 30M EUR 2021-01-01..2021-11-30", "turnover CZE-PER 40M EUR 2020-01-01..2020-11-30"],
    ),
    (
        "'через год' is the year after",
        "Экспорт Чехии в Перу в 2019 году превысил 20 млн евро, а через год увеличился до 30 млн евро.",
        ["export CZE-PER >20M EUR 2019", "export CZE-PER 30M EUR 2020"],
    ),
    (
        "twice as much back then: the ratio turns round",
        "Товарооборот Чехии с Перу невелик: за 2021 год — 25 млн евро, притом что в 2020-м было вдвое больше.",
        ["turnover CZE-PER 25M EUR x0.5 2021"],
    ),
    (
        "growth of a whole economy: trade with the world",
        "В 2021 году ВВП Перу вырос на 13%, экспорт — на 47%, импорт — на 38%.",
        ["export PER-WLD x1.47 2021", "import PER-WLD x1.38 2021"],
    ),
    (
        "'в целом' is trade with the world, though the text is on a pair",
        "Чехия поставила в Перу товаров на 30 млн евро. В целом экспорт Чехии составил 200 млрд евро.",
        ["export CZE-PER 30M EUR", "export CZE-WLD 200000M EUR"],
    ),
    (
        "a cause is not the subject",
        "Товарооборот Чехии с Перу в 2021 году за счет сокращения импорта уменьшился на 12%.",
        ["turnover CZE-PER x0.88 2021"],
    ),
    (
        "'на долю' names the partner",
        "В 2021 году экспорт Чехии в Германию составил 60 млрд евро. На долю Франции пришлось 9 млрд евро.",
        ["export CZE-DEU 60000M EUR 2021", "export CZE-FRA 9000M EUR 2021"],
    ),
    (
        "growth noun with a sum is a difference",
        "Сокращение торговли Чехии с Перу за 2021 год составило 7 млн евро.",
        [],
    ),
    (
        "parts of the world without a code make no row",
        "Экспорт Чехии в Перу в 2021 году вырос на 10%, в страны Африки — на 33%, в Чили — на 8%.",
        ["export CZE-PER x1.1 2021", "export CZE-CHL x1.08 2021"],
    ),
    (
        "the statistics office tells from its side",
        "По данным Национальной службы статистики Чехии, товарооборот Перу и Чехии в 2021 году вырос на 5%. "
        "Экспорт увеличился на 9%.",
        ["turnover CZE-PER x1.05 2021", "export CZE-PER x1.09 2021"],
    ),
    (
        "'мы' is the country of who speaks",
        "Посол Чехии в Перу Ян Новак сказал: «Мы импортируем кофе на сумму 20 млн евро».",
        ["import CZE-PER agri_food 20M EUR"],
    ),
    (
        "partners listed with their figures in brackets",
        "Экспорт Чехии в 2021 году составил 200 млрд евро. Крупнейшим покупателем чешских товаров стала Германия "
        "(65 млрд евро), далее следуют Словакия (16 млрд евро) и Польша (14 млрд евро).",
        ["export CZE-WLD 200000M EUR 2021", "export CZE-DEU 65000M EUR 2021", "export CZE-SVK 16000M EUR 2021",
         "export CZE-POL 14000M EUR 2021"],
    ),
    (
        "each partner keeps both its figures",
        "В 2021 году товарооборот Чехии с Перу вырос на 6% и составил 90 млн евро, с Чили — вырос вдвое и достиг 40 млн евро.",
        ["turnover CZE-PER 90M EUR x1.06 2021", "turnover CHL-CZE 40M EUR x2.0 2021"],
    ),
    (
        "the same level in another currency is no second row",
        "Товарооборот Чехии с Перу в 2021 году составил 2 млрд крон (90 млн долларов).",
        ["turnover CZE-PER 2000M CZK 2021"],
    ),
    (
        "'с этой страной' is the country named last",
        "Первым партнером Чехии остается Германия. Товарооборот Чехии с этой страной в 2021 году составил 110 млрд евро.",
        ["turnover CZE-DEU 110000M EUR 2021"],
    ),
    (
        "a difference of two flows is a balance",
        "Экспорт Чехии в Перу в 2021 году составил 50 млн евро. Разница между экспортом и импортом составила 10 млн евро.",
        ["export CZE-PER 50M EUR 2021", "balance CZE-PER 10M EUR 2021"],
    ),
    (
        "one row though an interview says the growth again",
        "Товарооборот Чехии с Перу в 2021 году вырос на 14%. «Оборот у нас прибавил больше десяти процентов, точнее, вырос на 14%».",
        ["turnover CZE-PER x1.14 2021"],
    ),
    (
        "one flow above the other by a sum is a balance",
        "В 2021 году импорт Чехии из Перу превысил экспорт на 6 млн долларов.",
        ["balance CZE-PER -6M USD 2021"],
    ),
    (
        "the change told again in money is a difference",
        "В 2021 году экспорт Чехии в Перу вырос в 2 раза, или на 5 млн долларов.",
        ["export CZE-PER x2.0 2021"],
    ),
    (
        "a list of partners goes on with dashes",
        "Внешнеторговый оборот Чехии в 2021 году составил 9 млрд долларов. "
        "Крупнейшими торговыми партнерами страны являются Перу — 3 млрд долларов и Чили — 2 млрд долларов.",
        ["turnover CZE-WLD 9000M USD 2021", "turnover CZE-PER 3000M USD 2021", "turnover CHL-CZE 2000M USD 2021"],
    ),
    (
        "an index goes on over a dash",
        "В 2021 году товарооборот Чехии с Перу составил 59% к уровню 2020 года, с Чили - 61%.",
        ["turnover CZE-PER x0.59 2021", "turnover CHL-CZE x0.61 2021"],
    ),
    (
        "an organisation that counts is not whose trade it is",
        "Согласно отчету организации, торговля Чехии с Перу в 2021 году составила 5 млн долларов.",
        ["turnover CZE-PER 5M USD 2021"],
    ),
    (
        "a dash leads from the figure to its flow",
        "Товарооборот Чехии с Перу в 2021 году – 5 млн долларов, из них 3 млн составляет экспорт и 2 млн – импорт.",
        ["turnover CZE-PER 5M USD 2021", "export CZE-PER 3M USD 2021", "import CZE-PER 2M USD 2021"],
    ),
]  # fmt: skip

AHEAD = [
    (
        "a target: what is aimed at, and by when",
        "Стороны намерены довести товарооборот Ирака и Иордании до 5 млрд долларов к 2030 году.",
        ["turnover IRQ-JOR 5000M USD ..2030-12-31 target"],
    ),
    (
        "an aim without a date takes none over",
        "Товарооборот Греции и Кипра в 2021 году составил 1 млрд евро. Цель — довести его до 2 млрд евро.",
        ["turnover CYP-GRC 1000M EUR 2021", "turnover CYP-GRC 2000M EUR target"],
    ),
    (
        "the aim itself is the subject",
        "Товарооборот Катара и Омана в 2021 году составил 1 млрд долларов. Планка на 2025 год — 3 млрд долларов.",
        ["turnover OMN-QAT 1000M USD 2021", "turnover OMN-QAT 3000M USD 2025 target"],
    ),
    (
        "a forecast",
        "Ожидается, что в 2023 году экспорт Чили в Китай достигнет 40 млрд долларов.",
        ["export CHL-CHN 40000M USD 2023 expected"],
    ),
    (
        "the future tense alone",
        "По итогам 2022 года товарооборот Кении и Уганды превысит 1 млрд долларов.",
        ["turnover KEN-UGA >1000M USD 2022 expected"],
    ),
    (
        "a bar that was passed is no target",
        "Товарооборот Перу и Чили в 2021 году преодолел планку в 3 млрд долларов.",
        ["turnover CHL-PER >3000M USD 2021"],
    ),
    (
        "a past date belongs to the figure it was told of",
        "Товарооборот Перу и Чили в 2021 году достиг 3 млрд долларов, цель — 5 млрд долларов.",
        ["turnover CHL-PER 3000M USD 2021", "turnover CHL-PER 5000M USD target"],
    ),
    ("what might have been is no row", "Товарооборот Ирака и Иордании мог бы составить 5 млрд долларов.", []),
]

CARRIED = [
    (
        "goods, pair and period go on from sentence to sentence",
        "Товарооборот сельхозпродукции между Сербией и Черногорией в 2021 году достиг 300 млн евро. "
        "Экспорт Сербии составил 280 млн евро, импорт — 20 млн евро.",
        [
            "turnover MNE-SRB agri_food 300M EUR 2021",
            "export SRB-MNE agri_food 280M EUR 2021",
            "import SRB-MNE agri_food 20M EUR 2021",
        ],
    ),
    (
        "growth told in a sentence of its own",
        "В 2021 году товарооборот Болгарии и Турции составил 6,3 млрд долларов. Это на 35% больше, чем годом ранее.",
        ["turnover BGR-TUR 6300M USD x1.35 2021"],
    ),
    (
        "'показатель' is the flow before, with a period of its own",
        "В 2020 году товарооборот Ганы и Нигерии составил 400 млн долларов. В 2021 году показатель вырос на 10%.",
        ["turnover GHA-NGA 400M USD 2020", "turnover GHA-NGA x1.1 2021"],
    ),
    (
        "title and lead tell the same: one row",
        "# Товарооборот Омана и Ирана вырос в полтора раза\n"
        "Товарооборот Омана и Ирана в 2021 году вырос в 1,5 раза, до 1,3 млрд долларов.",
        ["turnover IRN-OMN 1300M USD x1.5 2021"],
    ),
    (
        "'двух стран' are the countries of the text",
        "# Президент Финляндии посетил Эстонию\nПрезидент Финляндии Саули Ниинистё прибыл в Таллин. "
        "Товарооборот двух стран в 2021 году составил 5 млрд евро.",
        ["turnover EST-FIN 5000M EUR 2021"],
    ),
    (
        "bare figures have the currency of the passage",
        "Экспорт Эстонии в Швецию составил 2 млрд евро, а импорт — 1,5 млрд.",
        ["export EST-SWE 2000M EUR", "import EST-SWE 1500M EUR"],
    ),
    (
        "trade with a third country is a pair of its own",
        "Товарооборот Сирии и Ливана в 2021 году составил 200 млн долларов. "
        "Для сравнения: торговля Сирии с Ираком достигла 350 млн долларов.",
        ["turnover LBN-SYR 200M USD 2021", "turnover IRQ-SYR 350M USD 2021"],
    ),
    (
        "growth told behind the part that was counted is the part's",
        "В 2021 году товарооборот Чехии и Польши составил 447 млн долларов. На продовольствие пришлось 35 млн долларов, "
        "на 5% больше, чем в 2020 году. Из них экспорт Чехии в Польшу – 30 млн (рост на 10%), импорт – 5 млн.",
        [
            "turnover CZE-POL 447M USD 2021",
            "turnover CZE-POL agri_food 35M USD x1.05 2021",
            "export CZE-POL agri_food 30M USD x1.1 2021",
            "import CZE-POL agri_food 5M USD 2021",
        ],
    ),
    (
        "a turnover of another year is of all goods again",
        "В 2021 году товарооборот продовольствия Чехии и Польши достиг 35 млн долларов.\n"
        "Для сравнения: в 2012 году страны наторговали на 223 млн долларов.",
        ["turnover CZE-POL agri_food 35M USD 2021", "turnover CZE-POL 223M USD 2012"],
    ),
    (
        "a total with a bloc told apart into its members",
        "Из оборота Ирана с ЕАЭС в 2021 году на Россию пришлось 490 млн долларов, на Армению – 256 млн, "
        "Казахстан – 151 млн и на Белоруссию – 15 млн.",
        [
            "turnover IRN-RUS 490M USD 2021",
            "turnover ARM-IRN 256M USD 2021",
            "turnover IRN-KAZ 151M USD 2021",
            "turnover BLR-IRN 15M USD 2021",
        ],
    ),
    (
        "and a country's exports by who buys them",
        "В 2021 году экспорт Узбекистана достиг 16 млрд долларов. Из общего объема экспорта на Китай пришлось 2 млрд "
        "долларов, на Россию – 1,5 млрд, Казахстан – 1 млрд.",
        [
            "export UZB-WLD 16000M USD 2021",
            "export UZB-CHN 2000M USD 2021",
            "export UZB-RUS 1500M USD 2021",
            "export UZB-KAZ 1000M USD 2021",
        ],
    ),
]


@pytest.mark.parametrize(("reason", "text", "expected"), PHRASING + AHEAD + CARRIED)
def test_rows_of_a_phrasing(reason: str, text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text)] == expected, reason
