"""Partners ranked, shares of partners, figures of parts of the world that have no code."""

import pytest
from trade_rows import rows, short

RANKINGS = [
    (
        "places in a ranking, each with its figure",
        "Товарооборот Индии с Перу в 2021 году составил 5 млрд долларов. Перу стало третьим торговым партнером Индии. "
        "На первом месте США с показателем в 99,9 млрд, вторым идет Китай с 95,8 млрд долларов. "
        "Объединенные Арабские Эмираты расположились на четвертом месте с товарооборотом в 64 млрд.",
        [
            "turnover IND-PER 5000M USD 2021",
            "turnover IND-USA 99900M USD 2021",
            "turnover CHN-IND 95800M USD 2021",
            "turnover ARE-IND 64000M USD 2021",
        ],
    ),
    (
        "the place told before the share",
        "По итогам 2021 года удельный вес Чехии в торговле Перу достиг 48%. "
        "Занявшая второе место Куба дала всего 7% во внешнем товарообороте.",
        ["turnover CZE-PER 48% 2021", "turnover CUB-PER 7% 2021"],
    ),
    (
        "the share in the other flow is of the same partner",
        "В 2021 году доля Чехии в импорте Перу составила 54%, тогда как доля в экспорте – 41%.",
        ["import PER-CZE 54% 2021", "export PER-CZE 41% 2021"],
    ),
    (
        "falls to, with the verb before the countries",
        "Наибольшая доля в обороте Узбекистана со странами Центральной Азии приходится на Казахстан – 62%, "
        "остальная: на Киргизию – 17%, Туркмению – 12%.",
        ["turnover KAZ-UZB 62%", "turnover KGZ-UZB 17%", "turnover TKM-UZB 12%"],
    ),
    (
        "members of a bloc are partners of the one country",
        "Взаимная торговля Армении с государствами – членами ЕАЭС пришлась на Россию (94%) и Казахстан (3%).",
        ["turnover ARM-RUS 94%", "turnover ARM-KAZ 3%"],
    ),
    (
        "brackets that tell a quantity first, and slanted ones",
        "В 2021 году Куба закупила у Перу зерновых на 108 млн долларов. Первое место в списке поставщиков зерна на Кубу "
        "заняла Аргентина (2 млн тонн зерна на 736 млн долларов), на втором – Чили /290 млн долларов/.",
        [
            "import CUB-PER agri_food 108M USD 2021",
            "import CUB-ARG agri_food 736M USD 2021",
            "import CUB-CHL agri_food 290M USD 2021",
        ],
    ),
    (
        "who is ranked next trades with the same one",
        "В 2021 году Перу довело поставки на Кубу до 219 млн долларов. Чили, нарастившее экспорт до 117 млн, стало третьим.",
        ["export PER-CUB 219M USD 2021", "export CHL-CUB 117M USD 2021"],
    ),
    (
        "each country's whole, one by one",
        "В 2021 году объем экспорта в Литве снизился на 7% до 18 млрд евро, в Эстонии – на 8% до 8,9 млрд евро, "
        "Латвии – на 4% до 8,7 млрд евро.",
        [
            "export LTU-WLD 18000M EUR x0.93 2021",
            "export EST-WLD 8900M EUR x0.92 2021",
            "export LVA-WLD 8700M EUR x0.96 2021",
        ],
    ),
    (
        "behind a list of partners the whole of one country",
        "За 2021 год Чехия экспортировала в Перу товаров на 376 млн долларов. На втором месте Куба (287 млн долларов). "
        "Объем экспорта товаров из Чехии составил 4,1 млрд долларов.",
        ["export CZE-PER 376M USD 2021", "export CZE-CUB 287M USD 2021", "export CZE-WLD 4100M USD 2021"],
    ),
    (
        "two partners, two sums",
        "В 2021 году товарооборот Узбекистана с Китаем составил 6 млрд долларов. Товарооборот с Киргизией и Германией "
        "составил 903 млн и 829 млн долларов соответственно, а с соседним Афганистаном – 776 млн.",
        [
            "turnover CHN-UZB 6000M USD 2021",
            "turnover KGZ-UZB 903M USD 2021",
            "turnover DEU-UZB 829M USD 2021",
            "turnover AFG-UZB 776M USD 2021",
        ],
    ),
    (
        "a list over the lines",
        "Страны, куда Узбекистан в 2021 году экспортировал больше всего пряжи:\nТурция – 161 млн долларов;\n"
        "Китай – 97 млн долларов;\nПольша – 16 млн долларов.",
        [
            "export UZB-TUR other 161M USD 2021",
            "export UZB-CHN other 97M USD 2021",
            "export UZB-POL other 16M USD 2021",
        ],
    ),
    (
        "partners in a list do not become whose trade is told",
        "Внешнеторговый оборот Узбекистана за 2021 год составил 5,8 млрд долларов. Наибольший объем внешнеторгового "
        "оборота зафиксирован с Китаем (27,9%), Россией (18,7%), Казахстаном (7,1%).",
        [
            "turnover UZB-WLD 5800M USD 2021",
            "turnover CHN-UZB 27.9% 2021",
            "turnover RUS-UZB 18.7% 2021",
            "turnover KAZ-UZB 7.1% 2021",
        ],
    ),
    (
        "deliveries into the country whose imports are told",
        "Импорт Китаем чешского калия в 2021 году сократился до 17 млн долларов. Поставки из Перу уменьшились "
        "до 102 млн долларов. Импорт из Канады вырос до 67 млн долларов.",
        ["import CHN-CZE fertilizers 17M USD 2021", "export PER-CHN 102M USD 2021", "import CHN-CAN 67M USD 2021"],
    ),
    (
        "countries and sums in one and the same order",
        "Оборот Чехии с Перу в 2021 году составил 9 млн долларов. За ним следуют Россия, Китай и Чили – 7,5, 6,2 и 5 "
        "млн долларов.",
        [
            "turnover CZE-PER 9M USD 2021",
            "turnover CZE-RUS 7.5M USD 2021",
            "turnover CHN-CZE 6.2M USD 2021",
            "turnover CHL-CZE 5M USD 2021",
        ],
    ),
    (
        "as many sums as countries, else whose they are is not told",
        "Оборот Чехии с Перу в 2021 году составил 9 млн долларов. За ним следуют Россия, Китай, Польша и Чили – 7 млн, "
        "6 млн и 5 млн долларов.",
        ["turnover CZE-PER 9M USD 2021"],
    ),
    (
        "each country's own trade with all the world, told one after another",
        "Чехия за 2021 год продала за рубеж товаров на 18 млрд евро. Столько же процентов потеряла Польша, ее экспорт "
        "опустился до 9 млрд евро; перуанский экспорт сократился на 4%, до 8 млрд евро.\nИмпорт Чехии в 2021 году упал "
        "на 13% и составил 17 млрд евро, Польши – на 10%, до 7 млрд евро, Венгрии – на 9%, до 6 млрд евро.\nДефицит "
        "внешней торговли в 2021 году был у Чехии 0,5 млрд евро, у Польши – 0,7 млрд евро, у Перу – 0,4 млрд евро.",
        [
            "export CZE-WLD 18000M EUR 2021",
            "export POL-WLD 9000M EUR 2021",
            "export PER-WLD 8000M EUR x0.96 2021",
            "import CZE-WLD 17000M EUR x0.87 2021",
            "import POL-WLD 7000M EUR x0.9 2021",
            "import HUN-WLD 6000M EUR x0.91 2021",
            "balance CZE-WLD -500M EUR 2021",
            "balance POL-WLD -700M EUR 2021",
            "balance PER-WLD -400M EUR 2021",
        ],
    ),
    (
        "the buyer stays while its suppliers are told",
        "В 2021 году Чехия ввезла из Перу кофе на 1 млн долларов. Всего за год Чехия импортировала кофе на 9 млн "
        "долларов. Больше всего дали закупки в Чили – 4 млн долларов, далее идут Польша (2 млн долларов) и Китай (1,5 "
        "млн долларов).",
        [
            "import CZE-PER agri_food 1M USD 2021",
            "import CZE-WLD agri_food 9M USD 2021",
            "import CZE-CHL agri_food 4M USD 2021",
            "import CZE-POL agri_food 2M USD 2021",
            "import CZE-CHN agri_food 1.5M USD 2021",
        ],
    ),
    (
        "'из которых' tells whose goods a part of an import is",
        "За 2021 год импорт кофе в Чехию составил 9 млн долларов, из которых перуанского было на 3 млн долларов.",
        ["import CZE-WLD agri_food 9M USD 2021", "import CZE-PER agri_food 3M USD 2021"],
    ),
    (
        "'страны' is the one whose statistics are told, and a share is told in money",
        "#Чехия расширила торговлю с Перу\nПо данным Комитета статистики Перу, внешнеторговый оборот страны в 2021 году "
        "составил 50 млрд долларов. На Чехию приходится 10% торговли, в деньгах – 5 млрд долларов.",
        ["turnover PER-WLD 50000M USD 2021", "turnover CZE-PER 5000M USD 10% 2021"],
    ),
    (
        "'от общего объема импорта' is the whole, not a flow of its own, and 'товаров' names no goods",
        "Импорт товаров в Чехию в 2021 году осуществлялся из Перу – 30% от общего объема импорта, Венгрии – 19% и "
        "Китая – 14%.",
        ["import CZE-PER 30% 2021", "import CZE-HUN 19% 2021", "import CZE-CHN 14% 2021"],
    ),
    (
        "goods of one country, and of another",
        "Импорт белорусского калия в Китай за 2021 год уменьшился до 411 млн долларов, канадского – до 387 млн долларов.",
        ["import CHN-BLR fertilizers 411M USD 2021", "import CHN-CAN fertilizers 387M USD 2021"],
    ),
]

ELSEWHERE = [
    (
        "a part of the world has no code, nor has the growth in the brackets behind it",
        "За 2021 год экспорт Перу в страны Африки составил 3,1 млрд долларов (рост на 15%). "
        "Экспорт в Чехию – 1,4 млрд долларов.",
        ["export PER-CZE 1400M USD 2021"],
    ),
    ("told behind the figure", "Около 64% своего экспорта Чили отправляет в страны Азии.", []),
    ("the rest of the states", "Экспорт Чили в остальные государства снизился на 24% – до 105 млн долларов.", []),
    ("three countries are no pair", "Доля трех стран в общем объеме чешского экспорта составляет 46%.", []),
    (
        "behind 'в страны' stands where the goods go",
        "В страны Евросоюза молдавский экспорт за 2021 год увеличился на 2,5% – до 524 млн долларов.",
        ["export MDA-EU 524M USD x1.025 2021"],
    ),
    (
        "outside a bloc",
        "В 2021 году оборот Чехии со странами СНГ составил 5 млн долларов, со странами вне СНГ – 64 млн долларов.",
        ["turnover CIS-CZE 5M USD 2021"],
    ),
    ("some countries", "Некоторые страны, в том числе Сербия и Чехия, купили удобрений на 100 млн долларов.", []),
    (
        "'между нами'",
        "Президент Перу сообщил, что в 2021 году товарооборот между нами и странами СНГ достиг 30 млрд долларов. "
        "С Чехией встречи не было. Перу и Чехия соседи.",
        ["turnover CIS-PER 30000M USD 2021"],
    ),
    (
        "members with a hyphen",
        "Оборот Киргизии со странами-участницами Евразийского экономического союза в 2021 году составил 927 млн долларов.",
        ["turnover EAEU-KGZ 927M USD 2021"],
    ),
    (
        "a country's own total",
        "По данным министерства торговли Турции, товарооборот страны в 2021 году составил 30,1 млрд долларов.",
        ["turnover TUR-WLD 30100M USD 2021"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in RANKINGS], ids=[c[0] for c in RANKINGS])
def test_rankings(text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text)] == expected


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in ELSEWHERE], ids=[c[0] for c in ELSEWHERE])
def test_parts_of_the_world(text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text)] == expected
