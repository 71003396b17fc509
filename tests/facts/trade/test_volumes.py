"""Tonnes and their growth told beside the money."""

import pytest
from trade_rows import rows, short

CASES = [
    (
        "the growth in the first bracket is of the tonnes, that in the second of the money",
        "В 2021 году из Перу в Чехию импортировано 10 560 тонн (-26%) кофе на сумму $16,9 млн (на 25% меньше, чем "
        "в 2020 году), из Чили - 5 572 тонны (+12%) на сумму $8,3 млн (+60%).",
        ["import CZE-PER agri_food 16.9M USD x0.75 2021", "import CZE-CHL agri_food 8.3M USD x1.6 2021"],
    ),
    (
        "a growth of tonnes alone is none of the trade",
        "В 2021 году Перу экспортировало кофе в Чехию: 900 тонн, что в 5 раз больше, чем годом ранее.",
        [],
    ),
    (
        "'соответственно' shares the growths out to tonnes and money",
        "В 2021 году Перу экспортировало в Чехию 900 тонн кофе на сумму $5 млн. Это соответственно на 28% и на 33% "
        "меньше, чем в 2020 году.",
        ["export PER-CZE agri_food 5M USD x0.67 2021"],
    ),
    (
        "what the goods are worth behind brackets, the supplier 'откуда' they come, growth of the tonnes told between",
        "В 2021 году Чехия ввезла 23 тысячи тонн мяса (свежего и замороженного) общей стоимостью $37 млн. Крупнейшим "
        "поставщиком стала Венгрия, откуда было импортировано 10 тысяч тонн продукции, что на 26% меньше, чем годом "
        "ранее, на сумму $16 млн (снижение на 25%). Из Перу ввезено 2 тысячи тонн мяса на сумму $6 млн (+53%).",
        [
            "import CZE-WLD agri_food 37M USD 2021", "import CZE-HUN agri_food 16M USD x0.75 2021",
            "import CZE-PER agri_food 6M USD x1.53 2021",
        ],
    ),
    (
        "by how much less, in tonnes and in money, is no level",
        "В 2021 году импорт мяса из Перу в Чехию сократился на 8 тыс. тонн или 19% по объему и на 14 млн долларов. Из "
        "Чехии экспортировано в Перу мясной продукции на сумму 900 тыс. долларов, что на 200 тыс. долларов или 21% "
        "меньше, чем в 2020 году.",
        ["export CZE-PER agri_food 0.9M USD x0.79 2021"],
    ),
    (
        "in physical terms",
        "Экспорт Перу в Чехию в 2021 году вырос на 7%, в физическом выражении – на 2%.",
        ["export PER-CZE x1.07 2021"],
    ),
    (
        "signed growths of a list belong to the country before the bracket",
        "В 2021 году экспорт Чехии в Перу (-33%), Чили (-20%) и Эквадор (+21%) менялся по-разному.",
        ["export CZE-PER x0.67 2021", "export CZE-CHL x0.8 2021", "export CZE-ECU x1.21 2021"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "text", "expected"), CASES)
def test_growth_is_of_what_it_stands_with(reason: str, text: str, expected: list[str]) -> None:
    assert [short(row) for row in rows(text)] == expected, reason


def test_evidence_of_an_item_of_a_list_is_its_own_words() -> None:
    found = rows("В 2021 году Чехия импортировала кофе из Перу на 5 млн долларов, из Чили – на 3 млн долларов.")
    assert [row.evidence_text for row in found] == [
        "импортировала кофе из Перу на 5 млн долларов",
        "из Чили – на 3 млн долларов",
    ]
