import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.entities.actor_texts import actors, of_kind

NAMES = [
    ("министра обороны Беларуси Виктора Жданина ждут в Баку", "Виктор Жданин", "the given name's genitive decides"),
    ("встреча с послом Азербайджана Рамилем Гасановым", "Рамиль Гасанов", "-ым of a surname in -ов"),
    ("переговоры с Томиславом Бошковичем", "Томислав Бошкович", "-ем of a surname in -ич"),
    ("визит премьер-министра Али Керимова", "Али Керимов", "an indeclinable given name leaves the case to the surname"),
    ("посол Кубы Павел Франсиско Рейес", "Павел Франсиско Рейес", "a given name as it stands ends no name"),
    ("слова Марии Залесской", "Мария Залесская", "a woman's adjectival surname"),
    ("рассказала журналистам Наталья Пинчук", "Наталья Пинчук", "a woman's surname in a consonant stands still"),
    ("по словам Ирины Ковалевич", "Ирина Ковалевич", "a woman's surname in -ич stands still"),
    ("министр ПЕТРОВИЧ Николай прибыл", "Николай Петрович", "surname first, in capitals"),
    ("директор завода Сергей ГАПЕЙКО", "Сергей Гапейко", "capitals become title case"),
    ("министр А. Н. Куликов прибыл", "А. Н. Куликов", "initials are all there is"),
    ("встретился с мэром города Ли Вэньбином", "Ли Вэньбин", "a Chinese family name stands first, undeclined"),
    ("посол Вьетнама Нгуен Ван Тай", "Нгуен Ван Тай", "three undeclined parts"),
    ("принц Мухаммед бен Зайед Аль Нахайян", "Мухаммед бен Зайед Аль Нахайян", "a long Arabic name"),
    ("министр Сергей Викторович Ковалев", "Сергей Ковалев", "the patronymic is dropped"),
    ("президентом Мухаммедом бен Рашидом", "Мухаммед бен Рашид", "a particle inside the name"),
    ("премьер-министром Эрнесто Мбангой", "Эрнесто Мбанга", "the office's case unfolds a foreign surname"),
    ("слова посла Петра Шевченко", "Петр Шевченко", "-ко does not decline"),
    ("с министром Давидом Кипиани", "Давид Кипиани", "-и does not decline"),
    ("профессор АГАЛАРОВ писал", "Агаларов", "a surname alone behind a title"),
]


@pytest.mark.parametrize(("text", "name", "why"), NAMES, ids=[n[2] for n in NAMES])
def test_name_comes_in_the_nominative(text: str, name: str, why: str) -> None:
    assert [m.canonical_name for m in of_kind(text, "person")] == [name], why


NOBODY = [
    ("самолет сел в аэропорту имени Гейдара Алиева", "an airport's namesake"),
    ("на улице Петра Машерова открыли магазин", "a street's namesake"),
    ("Фонд Гейдара Алиева выделил деньги", "a foundation's namesake"),
    ("Он возложил венок к могиле Гейдара Алиева", "a grave"),
    ("Завод «Горизонт» отгрузил партию в Минск", "a company"),
    ("Нагорный Карабах и Новый Афон", "places"),
    ("встреча с руководителями СМИ прошла вчера", "an abbreviation behind an office"),
    ("В понедельник Министерство Экономики сообщило", "words in capitals that open a phrase"),
]


@pytest.mark.parametrize(("text", "why"), NOBODY, ids=[n[1] for n in NOBODY])
def test_no_person(text: str, why: str) -> None:
    assert [m.surface for m in of_kind(text, "person")] == [], why


def test_surname_alone_is_the_one_named_in_full() -> None:
    found = of_kind(
        "Цех открыл Петр Завадский.\nПо словам Завадского, работа идет. И. Завадскому возражал другой.", "person"
    )
    assert [m.canonical_name for m in found][:2] == ["Петр Завадский"] * 2
    assert found[2].canonical_name != "Петр Завадский"  # another initial is another man


def test_initials_take_the_fuller_form() -> None:
    found = of_kind("И. Заремба прибыл в Баку.\nПосол Игорь Заремба дал интервью.", "person")
    assert {m.canonical_name for m in found} == {"Игорь Заремба"}


def test_office_and_name_that_disagree_in_case_are_not_one() -> None:
    role = of_kind("— Рад встрече, — сказал послу Александр Коваленко.", "role")[0]
    assert role.person is None


@given(st.text(alphabet="АБВабвПетриванов .,-«»\n", max_size=80))
def test_mentions_quote_the_text(text: str) -> None:
    for m in actors(text):
        assert text[m.start : m.end] == m.surface


def test_heading_in_capitals_gives_no_name() -> None:
    assert of_kind("ГЛАВА ПРАВИТЕЛЬСТВА АРМЕНИИ ПОСЕТИТ ТБИЛИСИ С ВИЗИТОМ", "person") == []


def test_surname_alone_is_the_holder_at_the_time_and_not_a_former_one() -> None:
    text = "Делегация почтила Гейдара Алиева. Затем прошла встреча с президентом Алиевым."
    assert of_kind(text, "person", 2013)[-1].canonical_name == "Ильхам Алиев"


@pytest.mark.parametrize(
    ("year", "role"), [(2010, "prime_minister"), (2018, "president")], ids=["before", "after he changed office"]
)
def test_office_of_a_known_person_follows_the_date(year: int, role: str) -> None:
    assert of_kind("Владимир Путин прилетел в Минск.", "person", year)[0].role == role


@pytest.mark.parametrize(
    ("name", "role"),
    [("Ильхам Алиев", "president"), ("Дмитрий Медведев", None)],
    ids=["one office nearly all the time", "two offices"],
)
def test_office_of_a_known_person_without_a_date(name: str, role: str | None) -> None:
    assert of_kind(f"{name} прилетел в Минск.", "person")[0].role == role
