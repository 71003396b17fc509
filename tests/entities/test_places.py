"""Countries, blocs and places: names in all their forms, and look-alikes left alone."""

from itertools import pairwise

import pycountry
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.entities.gazetteer import load_gazetteer
from pipelines.entities.mention import Mention
from pipelines.entities.place_lexicons import country_names
from pipelines.entities.places import find_places
from pipelines.text.tokens import tokenize


def places(text: str) -> list[Mention]:
    return find_places(text, tokenize(text))


def ids(text: str) -> list[str | None]:
    return [m.canonical_id for m in places(text)]


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("поставки в Беларусь", "BLR", "noun"),
        ("поездка по Белоруссии", "BLR", "noun"),
        ("с Республикой Узбекистан", "UZB", "noun"),
        ("посол Азербайджанской Республики", "AZE", "noun"),
        ("в Королевстве Саудовская Аравия", "SAU", "noun"),
        ("Объединёнными Арабскими Эмиратами", "ARE", "noun"),
        ("товары из Кыргызстана", "KGZ", "noun"),
        ("рынок Поднебесной", "CHN", "noun"),
        ("с Боснией и Герцеговиной", "BIH", "noun"),
        ("в Буркина Фасо", "BFA", "noun"),
        ("в Кот-д’Ивуаре", "CIV", "noun"),
        ("президент Гвинеи-Бисау", "GNB", "noun"),
        ("послы Тимор-Лешти", "TLS", "noun"),
        ("из Тимора-Лесте", "TLS", "noun"),
        ("в Папуа — Новой Гвинее", "PNG", "noun"),
        ("в Республике Корея", "KOR", "noun"),
        ("в КНДР", "PRK", "abbreviation"),
        ("экономика РФ", "RUS", "abbreviation"),
        ("турецкую делегацию", "TUR", "adjective"),
        ("северокорейский министр", "PRK", "adjective"),
        ("десять россиян", "RUS", "demonym"),
        ("приехали китайцы", "CHN", "demonym"),
        ("страны ЕС", "EU", "bloc"),
        ("в рамках Союзного государства", "UNS", "bloc"),
        ("саммит Содружества Независимых Государств", "CIS", "bloc"),
    ],
)
def test_country_is_read(text: str, code: str, form: str) -> None:
    assert [(m.kind, m.canonical_id, m.country, m.form) for m in places(text)] == [("country", code, code, form)]


@pytest.mark.parametrize(
    ("text", "surface", "name", "country", "form"),
    [
        ("официальный Минск ответил", "Минск", "Минск", "BLR", "capital"),
        ("БАКУ, 5 мая", "БАКУ", "Баку", "AZE", "capital"),
        ("завод в Сумгаите", "Сумгаите", "Сумгаит", "AZE", "city"),
        ("встреча в Нижнем Новгороде", "Нижнем Новгороде", "Нижний Новгород", "RUS", "city"),
        ("порт в Шэньчжэне", "Шэньчжэне", "Шэньчжэнь", "CHN", "city"),
        ("фабрика в Барановичах", "Барановичах", "Барановичи", "BLR", "city"),
        ("губернатор Новосибирской области", "Новосибирской области", "Новосибирская область", "RUS", "region"),
        ("школы Карабаха", "Карабаха", "Карабах", "AZE", "region"),
        ("провинция Ганьсу", "Ганьсу", "Ганьсу", "CHN", "region"),
        ("в Крыму", "Крыму", "Крым", None, "region"),
        ("в Белом доме", "Белом доме", "Белый дом", "USA", "seat"),
        ("брестские аграрии", "брестские", "Брест", "BLR", "adjective_place"),
        ("встреча в Бресте", "Бресте", "Брест", "BLR", "city"),
    ],
)
def test_place_is_read(text: str, surface: str, name: str, country: str | None, form: str) -> None:
    found = [(m.kind, m.surface, m.canonical_name, m.country, m.form) for m in places(text)]
    assert found == [("place", surface, name, country, form)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("5 млн долларов США", "a currency"),
        ("120 тыс. долл. США", "a currency, shortened"),
        ("40 тысяч белорусских рублей", "a currency by adjective"),
        ("беседа на английском языке", "a language"),
        ("Sputnik Грузия, 2021", "an outlet"),
        ("телеканал «Беларусь 1»", "a channel"),
        ("улица Московская", "a street"),
        ("отель «Пекин»", "a hotel"),
        ("Андрей Минский", "a surname"),
        ("А. Брест", "a surname with initials"),
        ("Владимир Ковальчук", "a first name"),
        ("София Орлова", "a first name and a surname"),
        ("рассказы Чехов писал быстро", "a surname like a people"),
        ("Того же дня", "a pronoun"),
        ("орел летит", "a bird"),
        ("воды Индийского океана", "an ocean"),
        ("страны Латинской Америки", "a part of the world"),
        ("АР", "an abbreviation with nothing that speaks for the country"),
        ("турнир и турнепс", "words that only begin alike"),
    ],
)
def test_look_alike_is_left_alone(text: str, why: str) -> None:
    assert ids(text) == [], why


@pytest.mark.parametrize(
    "text", ["составил 5 млн долларов. Чехия стала", "до 3 млрд евро. Чехия стала", "5 млн долл. Чехия стала"]
)
def test_country_that_opens_the_sentence_behind_a_sum(text: str) -> None:
    assert [m for m in ids(text) if m] == ["CZE"]


def test_abbreviation_is_read_beside_its_country() -> None:
    assert ids("Президент АР прилетел из Баку") == ["AZE", "baku"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("белорусско-азербайджанский форум", [("белорусско", "BLR"), ("азербайджанский", "AZE")]),
        ("Российско-белорусско-казахстанская", [("Российско", "RUS"), ("белорусско", "BLR"), ("казахстанская", "KAZ")]),
        ("армяно- и российско-иранский", [("армяно", "ARM"), ("российско", "RUS"), ("иранский", "IRN")]),
        ("Беларусь–Азербайджан", [("Беларусь", "BLR"), ("Азербайджан", "AZE")]),
        ("Минск – Баку", [("Минск", "minsk"), ("Баку", "baku")]),
        ("Баку-Тбилиси-Карс", []),  # a route
        ("торгово-экономический", []),
    ],
)
def test_compound_gives_each_part(text: str, parts: list[tuple[str, str]]) -> None:
    found = places(text)
    assert [(m.surface, m.canonical_id) for m in found] == parts
    assert all(text[m.start : m.end] == m.surface for m in found)


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("из Беларуси", "gent"),
        ("к Беларуси", "datv"),
        ("в Беларуси", "loct"),
        ("в Беларусь", "accs"),
        ("с Беларусью", "ablt"),
        ("в соседней Грузии", "loct"),
        ("экономика Грузии", None),
        ("из Баку", "gent"),
    ],
)
def test_case_comes_from_form_and_preposition(text: str, case: str | None) -> None:
    assert [m.case for m in places(text)] == [case]


def test_a_namesake_needs_evidence() -> None:
    assert ids("Переговоры прошли во Владимире и в Софии.") == ["vladimir", "sofiya"]


def test_a_country_that_is_also_a_pronoun_shows_by_its_capital() -> None:
    assert ids("Партнеры в Африке, включая Того и Гану. Того требует план.") == ["TGO", "GHA"]


def test_every_country_of_the_united_nations_is_known() -> None:
    """Sovereign states: what ISO 3166 lists beside them are dependent territories."""
    codes = {code for code in country_names() if pycountry.countries.get(alpha_3=code)}
    assert len(codes) >= 193 + 2
    assert {"BLR", "AZE", "TUV", "VAT", "PSE", "SSD"} <= codes


def test_every_country_reads_its_own_name() -> None:
    names = {code: name for code, name in country_names().items() if pycountry.countries.get(alpha_3=code)}
    unread = {name for code, name in names.items() if code not in ids(f"в этом году {name}")}
    assert unread == set()


def test_country_codes_and_bloc_codes_stay_apart() -> None:
    blocs = [e for rests in load_gazetteer().names.values() for _, e in rests if e.form == "bloc"]
    assert {e.canonical_id for e in blocs if pycountry.countries.get(alpha_3=e.canonical_id)} == set()


@given(st.text(alphabet="БаккуМинск -–—.,«»’РБСША и5", max_size=60))
def test_mentions_quote_the_text_in_order(text: str) -> None:
    found = places(text)
    assert all(text[m.start : m.end] == m.surface and m.surface for m in found)
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
