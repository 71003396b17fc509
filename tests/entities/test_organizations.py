import pytest

from tests.entities.actor_texts import of_kind

ORGANIZATIONS = [
    ("по данным Белстата", "statistics", "BLR", "a list entry, inflected"),
    ("данные Национальной службы статистики Грузии", "statistics", "GEO", "the country behind"),
    ("сообщил Государственный таможенный комитет Азербайджана", "customs", "AZE", "several words"),
    ("в МИД Беларуси ответили", "ministry", "BLR", "a ministry in one word"),
    ("белорусское Министерство транспорта и коммуникаций", "ministry", "BLR", "the adjective before"),
    ("тракторы МТЗ", "company", "BLR", "an abbreviation"),
    ("сборка МАЗов", "company", "BLR", "an abbreviation with an ending"),
    ("компания «Южный ветер» победила", "company", None, "a name in quotes behind its kind"),
    ('ОАО "Северный комбинат"', "company", None, "a legal form"),
    ("компания Gansu Linen подпишет", "company", None, "a Latin name"),
    ("в Ереванском государственном университете", "university", "ARM", "the city in its name"),
    ("посольство Беларуси сообщило", "embassy", "BLR", "an embassy"),
    ("депутаты Национального собрания Армении", "parliament", "ARM", "one of several, told by the country behind"),
    ("Белорусская торгово-промышленная палата", "chamber", "BLR", "a chamber"),
]


@pytest.mark.parametrize(("text", "form", "country", "why"), ORGANIZATIONS, ids=[o[3] for o in ORGANIZATIONS])
def test_organization(text: str, form: str, country: str | None, why: str) -> None:
    assert [(m.form, m.country) for m in of_kind(text, "organization")] == [(form, country)], why


@pytest.mark.parametrize("text", ["магазин закрыт", "на газ цена выросла", "мид-сезон скидок", "репорт о матче"])
def test_common_words_are_no_organizations(text: str) -> None:
    assert of_kind(text, "organization") == []


def test_parliament_of_the_country_the_document_speaks_of() -> None:
    found = of_kind("Визит в Казахстан.\nВ Сенате обсудили закон.", "organization")
    assert [m.country for m in found] == ["KAZ"]
