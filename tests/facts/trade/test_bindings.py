"""Which figure is of which period, topic and mood."""

import pytest
from trade_rows import rows, short

BINDINGS = [
    (
        "a verb that is a ratio does not end the intent",
        "Иран и Чехия планируют утроить оборот и достичь объема 30 млрд долларов к 2025 году.",
        ["turnover CZE-IRN 30000M USD ..2025-12-31 target"],
    ),
    (
        "'довели' tells of what was reached",
        "Товарооборот Чехии и Перу за прошлый год мы довели почти до 1 млрд долларов.",
        ["turnover CZE-PER ~1000M USD 2021"],
    ),
    (
        "the date behind the level is that of the fall, too",
        "Экспорт Вьетнама в Чехию упал почти на 60% в годовом исчислении до 205 млн долларов за первые два месяца "
        "2022 года.",
        ["export VNM-CZE 205M USD x0.4 2022-01-01..2022-02-28"],
    ),
    (
        "a part told for a month aside, then the whole again",
        "Импорт Чехии из Перу вырос за семь месяцев 2021 года на 32,6%. Импорт золота за июль 2021 года вырос на 40%. "
        "Экспорт Чехии в Перу сократился на 43% до 10,2 млрд долларов.",
        [
            "import CZE-PER x1.326 2021-01-01..2021-07-31",
            "import CZE-PER other x1.4 2021-07-01..2021-07-31",
            "export CZE-PER 10200M USD x0.57 2021-01-01..2021-07-31",
        ],
    ),
    (
        "days of a year of accounts are not told",
        "За десять месяцев 2020-2021 финансового года товарооборот Индии и Чехии достиг 39,8 млрд долларов.",
        ["turnover CZE-IND 39800M USD"],
    ),
    (
        "a participle that tells no way",
        "В 2021 году из Чехии в Перу экспортирована нефть, полученная из битуминозных пород, на сумму 24 млн долларов.",
        ["export CZE-PER oil 24M USD 2021"],
    ),
    (
        "growth that is a part of the whole is a share, and whose goods are not known none",
        "В структуре роста экспорта Чехии в Перу на первом месте зонты – 45%.",
        [],
    ),
    (
        "'мы' acts, the country before is the other side",
        "Вторым партнером является Италия, на рынке которой за 2021 год мы продали товаров на 124 млн долларов.",
        ["export MDA-ITA 124M USD 2021"],
    ),
    (
        "deficit by its adjective",
        "За 2021 год негативное сальдо торговли Чехии с Перу составило 5 млн долларов.",
        ["balance CZE-PER -5M USD 2021"],
    ),
    (
        "a record 'since' or 'for' some time has no such period",
        "Чехия довела закупки удобрений из Перу до максимальных с ноября 2020 года 348 млн долларов.",
        ["import CZE-PER fertilizers 348M USD"],
    ),
    (
        "the date that 'когда' takes up",
        "Импорт Чехии из Перу в мае 2022 года составил 152 млн долларов – впервые с апреля 2021 года, когда импорт "
        "составлял 133 млн долларов.",
        ["import CZE-PER 152M USD 2022-05-01..2022-05-31", "import CZE-PER 133M USD 2021-04-01..2021-04-30"],
    ),
    (
        "a lead over another is no level",
        "В 2021 году Чехия импортировала из Перу товаров на 739 млн долларов, обогнав прежнего лидера – Кубу – на 22 млн.",
        ["import CZE-PER 739M USD 2021"],
    ),
    (
        "an aim not reached yet",
        "Посол надеется достичь общей цели – увеличить товарооборот Чехии и Перу до 5 млрд долларов.",
        ["turnover CZE-PER 5000M USD target"],
    ),
    (
        "months left out in a list of years",
        "В январе 2011 года Чехия импортировала из Перу мяса на 5 млн долларов, 2012 года – на 7 млн долларов.",
        [
            "import CZE-PER agri_food 5M USD 2011-01-01..2011-01-31",
            "import CZE-PER agri_food 7M USD 2012-01-01..2012-01-31",
        ],
    ),
    (
        "'прежде всего' is no whole",
        "В 2021 году товарооборот Чехии и Перу вырос на 6,6%. Рост основан прежде всего на экспорте Чехии, он вырос на 10%.",
        ["turnover CZE-PER x1.066 2021", "export CZE-PER x1.1 2021"],
    ),
    (
        "another thing's volume",
        "За 2021 год товарооборот Чехии и Перу вырос на 5%, объем грузоперевозок – на 50%.",
        ["turnover CZE-PER x1.05 2021"],
    ),
    (
        "what fell stands behind its percent",
        "На экспорт Литвы в Россию за 2021 год повлиял спад на 94% экспорта молока.",
        ["export LTU-RUS agri_food x0.06 2021"],
    ),
    (
        "'в том числе' without a figure of its own",
        "За 2021 год экспорт Перу в страны СНГ, в том числе в Россию, возрос на 10%.",
        ["export PER-CIS x1.1 2021"],
    ),
    (
        "what goods are worth",
        "За 2021 год Чехия поставила в Перу продукцию стоимостью 376 млн долларов.",
        ["export CZE-PER 376M USD 2021"],
    ),
    (
        "'страна' acts, with all the world",
        "По данным статистики Чехии, за 2021 год страна импортировала нефти на 554 млн долларов.",
        ["import CZE-WLD oil 554M USD 2021"],
    ),
    (
        "growth told behind the level of the year before is this year's",
        "В январе-июле 2021 года товарооборот Чехии и Перу достиг 9,3 млрд долларов. За аналогичный период прошлого года "
        "этот показатель составил 15,7 млрд долларов, что свидетельствует о снижении торговли на 40%.",
        [
            "turnover CZE-PER 9300M USD x0.6 2021-01-01..2021-07-31",
            "turnover CZE-PER 15700M USD 2020-01-01..2020-07-31",
        ],
    ),
    (
        "the flow that a growth is told of next, by a dash",
        "В 2021 году рост чешского экспорта в Перу составил 7%, импорта – около 18%.",
        ["export CZE-PER x1.07 2021", "import CZE-PER x1.18 2021"],
    ),
    (
        "two flows in one word are not told apart",
        "В 2021 году импорт Чехии из Перу составил 5 млн долларов, экспорт – 7 млн долларов. "
        "В декабре 2021 года эти показатели снизились на 12% и 65% соответственно.",
        ["import CZE-PER 5M USD 2021", "export CZE-PER 7M USD 2021"],
    ),
    (
        "goods in brackets, the first with 'на', and goods that no word list has",
        "В 2021 году Чехия сократила импорт из Перу, это нефть (на 94%), уголь (70%), зонты (10%).",
        ["import CZE-PER oil x0.06 2021", "import CZE-PER other x0.3 2021", "import CZE-PER other x0.9 2021"],
    ),
    (
        "an adjective of goods names some only before what is traded",
        "Чехия и Перу подписали планы по торговле и промышленной кооперации. За 2021 год показатель составил 5 млн "
        "долларов. Экспорт промышленных материалов достиг 2 млн долларов.",
        ["turnover CZE-PER 5M USD 2021", "export CZE-PER other 2M USD 2021"],
    ),
    (
        "a year before growth by so many times is the one compared with, not the growth's own",
        "В 2021 году товарооборот Чехии и Перу увеличился к 2020 году в 1,6 раза.",
        ["turnover CZE-PER x1.6 2021"],
    ),
    (
        "what it gained is a difference",
        "Товарооборот Чехии и Перу в 2021 году составил 5 млрд долларов. За год он прибавил 600 млн долларов.",
        ["turnover CZE-PER 5000M USD 2021"],
    ),
    (
        "'туда' is the country named last, or the end of the way told before it",
        "В 2021 году экспорт Перу в Чехию достиг 5 млн долларов. Лучше пошли дела и с Польшей. Экспорт туда составил "
        "3 млн долларов. В Чили перуанцы поставили товаров на 2 млн долларов, а ввезли оттуда на 1 млн долларов.",
        [
            "export PER-CZE 5M USD 2021",
            "export PER-POL 3M USD 2021",
            "export PER-CHL 2M USD 2021",
            "import PER-CHL 1M USD 2021",
        ],
    ),
    (
        "goods that went the other way, no flow named",
        "В 2021 году экспорт Перу в Чехию составил 5 млн долларов. В обратном направлении ушло товаров на 7 млн "
        "долларов.",
        ["export PER-CZE 5M USD 2021", "export CZE-PER 7M USD 2021"],
    ),
    (
        "a part 'из этой суммы' is of the flow behind the dash",
        "Товарооборот Чехии и Перу в 2021 году составил 5 млн долларов. Около 2 млн из этой суммы – импорт чешских "
        "товаров.",
        ["turnover CZE-PER 5M USD 2021", "import PER-CZE ~2M USD 2021"],
    ),
    (
        "'за эти месяцы' are those told, a clause of time goes on behind 'г.'",
        "За семь месяцев 2021 г. Чехия продала Перу товаров на 9 млн долларов. Импорт за эти месяцы составил 5 млн "
        "долларов, а за январь-июль 2020 года – 3 млн.",
        [
            "export CZE-PER 9M USD 2021-01-01..2021-07-31",
            "import CZE-PER 5M USD 2021-01-01..2021-07-31",
            "import CZE-PER 3M USD 2020-01-01..2020-07-31",
        ],
    ),
    (
        "exports go on the way told, where no other is, and the trade of the two is of all goods again",
        "Поставки перуанских товаров в Чехию за 2021 год выросли на 35%. Вывоз составил 5 млн долларов, экспорт кофе – "
        "2 млн долларов. Внешнеторговый оборот двух стран подбирается к 9 млн долларов.",
        [
            "export PER-CZE 5M USD x1.35 2021",
            "export PER-CZE agri_food 2M USD 2021",
            "turnover CZE-PER ~9M USD 2021",
        ],
    ),
    (
        "a part of the world that buys is no pair's, and what is told on of it neither",
        "Экспорт Чехии в ЕС в 2021 году сократился на 4%. Зато Центральная Азия купила чешских товаров на 5% больше, "
        "чем в 2020 году. Экспорт составил 62 млн долларов.",
        ["export CZE-EU x0.96 2021"],
    ),
    (
        "'больше 38%' is a growth, and 'с лишним' stands between a figure and its unit",
        "Если в прошлом году товарооборот Чехии и Перу упал на 17 с лишним процентов, то за первые три месяца текущего "
        "года рост составил уже больше 38%.",
        ["turnover CZE-PER x0.83 2021", "turnover CZE-PER x1.38 2022-01-01..2022-03-31"],
    ),
    (
        "the second figure of a growth tells it closer",
        "В 2021 году товарооборот Чехии и Перу вырос на 80 с лишним процентов – на 86%.",
        ["turnover CZE-PER x1.86 2021"],
    ),
    (
        "goods and services that make up a turnover, and the growth of each",
        "Торговля Чехии с Перу дала в 2021 году 9 млн долларов. Товаров продано на 7 млн долларов, услуг – примерно на "
        "2 млн. По услугам рост на 70%, по товарам – на 12%.",
        [
            "turnover CZE-PER 9M USD 2021",
            "turnover CZE-PER goods 7M USD x1.12 2021",
            "turnover CZE-PER services ~2M USD x1.7 2021",
        ],
    ),
    (
        "an aim behind what is sold now is of the next figure",
        "Мы уже вывозим в Чехию товаров на 5 млн долларов и поставили цель дойти до 9 млн долларов, сообщил посол Перу.",
        ["export PER-CZE 5M USD", "export PER-CZE 9M USD target"],
    ),
    (
        "with both ways told the text goes on about the whole",
        "Оборот Чехии и Перу в 2021 году составил 9 млн долларов. Из них 6 млн пришлось на чешский экспорт, 3 млн – на "
        "импорт. В 2020 году было 7 млн.",
        [
            "turnover CZE-PER 9M USD 2021",
            "export CZE-PER 6M USD 2021",
            "import CZE-PER 3M USD 2021",
            "turnover CZE-PER 7M USD 2020",
        ],
    ),
    (
        "a decade is no year, and a growth in brackets goes on behind 'тыс.'",
        "В 2000-х товарооборот Чехии и Перу превышал 5 млн долларов. Чешский экспорт в Чили за 2021 год сложился в "
        "сумме 70 тыс. (-24%), в Польшу – 90 тыс. долларов (+30%).",
        ["turnover CZE-PER >5M USD", "export CZE-CHL 0.07M USD x0.76 2021", "export CZE-POL 0.09M USD x1.3 2021"],
    ),
    (
        "the year of the level before is not that of the level it falls to",
        "Экспорт Чехии в Перу, как ожидается, снизится в течение 2015 года с почти 30 млрд евро в 2014 году до 20 млрд "
        "евро.",
        ["export CZE-PER ~30000M EUR 2014", "export CZE-PER 20000M EUR 2015"],
    ),
    (
        "'это' tells the growth of the goods before, though the flow is named again",
        "В 2021 году Чехия импортировала мяса на 6 млн долларов. По данным таможни, это на 19% больше, чем импорт за "
        "2020 год.",
        ["import CZE-WLD agri_food 6M USD x1.19 2021"],
    ),
    (
        "a volume beside its worth",
        "За 2021 год импорт Чехии из Перу составил 5 млн долларов. Объем импорта вырос в 5,6 раза, а его стоимость – в "
        "5,1 раза.",
        ["import CZE-PER 5M USD 2021"],
    ),
    (
        "what is lost is no share of the flow but its fall",
        "Чехия потеряла больше половины экспорта в Перу.",
        ["export CZE-PER x0.5"],
    ),
    (
        "'стали' is the metal where a word of goods stands beside it",
        "В 2021 году Чехия снизила импорт из Перу угля на 26%, железа и стали – на 82%.",
        ["import CZE-PER other x0.74 2021", "import CZE-PER other x0.18 2021"],
    ),
    (
        "a share that wavers",
        "Главный партнер Чехии – Перу, доля которого в торговле колеблется от 30% до 40%.",
        [],
    ),
    (
        "sold to two, each with a sum",
        "В 2021 году Чехия продала машины Кубе на сумму 1,2 млрд долларов и Египту на 3,2 млрд долларов.",
        ["export CZE-CUB machinery 1200M USD 2021", "export CZE-EGY machinery 3200M USD 2021"],
    ),
    (
        "who was passed is no side",
        "По итогам 2021 года Перу, опередив Чили, вышло на первое место в торговле Чехии с долей в 18%.",
        ["turnover CZE-PER 18% 2021"],
    ),
    (
        "months told again without their year",
        "За январь-ноябрь 2020 года товарооборот Чехии и Перу достиг 33 млрд долларов. "
        "В январе-ноябре чешский экспорт упал до 14 млрд долларов.",
        ["turnover CZE-PER 33000M USD 2020-01-01..2020-11-30", "export CZE-PER 14000M USD 2020-01-01..2020-11-30"],
    ),
    ("a sum torn by a blank", "В 2021 году экспорт Чехии в Перу вырос до 538, 724 млн долларов.", []),
    (
        "what is talked over is aimed at",
        "Чехия и Перу обсудили увеличение объема торговли до 10 млрд долларов.",
        ["turnover CZE-PER 10000M USD target"],
    ),
    (
        "goods told behind the sum of a deed",
        "В 2021 году Китай импортировал 1,5 млрд долларов чешской продукции.",
        ["import CHN-CZE 1500M USD 2021"],
    ),
    (
        "'поступления' are imports",
        "Поставки из Чехии в Перу в 2021 году снизились на 11,5%, импортные поступления – на 32,1%.",
        ["export CZE-PER x0.885 2021", "import CZE-PER x0.679 2021"],
    ),
    (
        "worth and growth told by 'или', by brackets",
        "В 2021 году Чили поставило в Чехию товаров на 14,2 млрд евро (на 8% меньше, чем годом ранее). "
        "Перу поставило в Чехию товаров на 3 млрд евро, или на 5% больше, чем годом ранее.",
        ["export CHL-CZE 14200M EUR x0.92 2021", "export PER-CZE 3000M EUR x1.05 2021"],
    ),
    (
        "a clause about the country before it",
        "Перу увеличило импорт. Больше всего пришлось на Чили, которая в 2021 году поставила в Чехию товаров на 5 млн евро.",
        ["export CHL-CZE 5M EUR 2021"],
    ),
    (
        "a country and a part of the world in one figure",
        "В 2021 году Чехия экспортировала в Чили и Центральную Азию товаров на 3,9 млн евро, в 2022 году – на 2,5 млн.",
        [],
    ),
    (
        "whose trade it is, told before without a figure",
        "С остальными странами СНГ упал товарооборот Армении. За 2021 год товарооборот с Чехией снизился на 5%, "
        "с Перу – на 4%.",
        ["turnover ARM-CZE x0.95 2021", "turnover ARM-PER x0.96 2021"],
    ),
    (
        "a deficit told before its sum",
        "Сальдо торговли Чехии с Перу в 2020 году стало отрицательным. Этот показатель составил 5,5 млрд долларов.",
        ["balance CZE-PER -5500M USD 2020"],
    ),
    (
        "'спаду' is no verb to come; a branch of industry is no economy",
        "Чешский импорт из Перу упал на 5%. Больше других пострадала пищевая промышленность: по спаду первым стал "
        "экспорт продовольствия – до 3 млн евро.",
        ["import CZE-PER x0.95", "export CZE-PER agri_food 3M EUR"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in BINDINGS], ids=[c[0] for c in BINDINGS])
def test_bindings(text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text, url="https://example.md/1")] == expected
