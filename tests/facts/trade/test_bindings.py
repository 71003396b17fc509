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
        "'поступления' are imports",
        "Поставки из Чехии в Перу в 2021 году снизились на 11,5%, импортные поступления – на 32,1%.",
        ["export CZE-PER x0.885 2021", "import CZE-PER x0.679 2021"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in BINDINGS], ids=[c[0] for c in BINDINGS])
def test_bindings(text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text, url="https://example.md/1")] == expected
