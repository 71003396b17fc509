"""Which mentions are one event, and which are several."""

from datetime import date

import pytest
from visit_rows import told, visits_in

ONE_EVENT = [
    (
        "talks and receptions in its course belong to the visit",
        "Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.",
        "В Баку Вучич провел переговоры с президентом Азербайджана Ильхамом Алиевым.",
        "Ильхам Алиев принял сербского президента в своей резиденции. В ходе визита подписано соглашение.",
    ),
    (
        "news that comes first as talks",
        "Ильхам Алиев и Александр Вучич провели переговоры.",
        "Президент Сербии Александр Вучич находится в Азербайджане с визитом.",
    ),
    (
        "headline, lead and quotation",
        "Глава правительства Ирака приедет в Анкару",
        "Премьер-министр Ирака посетит Анкару 20 июня. Визит продлится два дня.",
        "«Мы ждем премьер-министра Ирака», — сказал министр торговли Турции.",
    ),
    (
        "headline and lead at odds over the type",
        "Министр торговли Ирана прибыл в Минск с рабочим визитом",
        "Министр торговли Ирана Али Мусави прибыл в Минск с официальным визитом.",
    ),
    (
        "a delegation and the one who leads it",
        "Иранская делегация прибыла в Минск. Возглавляет ее министр торговли Али Мусави.",
    ),
    (
        "a call told again as a talk",
        "Президент Египта созвонился с королем Иордании.",
        "Во время беседы президента Египта и короля Иордании обсудили торговлю.",
    ),
]


@pytest.mark.parametrize("case", ONE_EVENT, ids=[case[0] for case in ONE_EVENT])
def test_one_event_is_one_row(case: tuple[str, ...]) -> None:
    assert len(visits_in(*case[1:])) == 1


SEPARATE = [
    (
        "a visit at hand and the one before it",
        ["Президент Сербии Александр Вучич прибыл в Баку с рабочим визитом.",
         "Государственный визит Вучича в Азербайджан состоялся в мае 2022 года."],
    ),
    (
        "an answering visit",
        ["Министр торговли Ирана посетил Минск 5 июня.", "Осенью ожидается ответный визит."],
    ),
    (
        "talks in a third country",
        ["Министр обороны Армении прибыл в Афины.", "В марте министры обороны Армении и Греции встретились в Париже."],
    ),
    (
        "talks of the spring and a visit to come",
        ["Президент Ирана планирует визит в Минск. Александр Лукашенко и президент Ирана встречались в Минске 25 марта."],
    ),
    (
        "two countries on one journey",
        ["Министр иностранных дел Германии посетит Казахстан и Узбекистан."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "paragraphs"), SEPARATE)
def test_two_events_are_two_rows(why: str, paragraphs: list[str]) -> None:
    assert len(visits_in(*paragraphs)) == 2, why


def test_an_answering_visit_goes_the_other_way() -> None:
    first, second = visits_in("Министр торговли Ирана посетил Минск 5 июня.", "Осенью ожидается ответный визит.")
    assert told(first) == ("visit", "IRN", "BLR", "held")
    assert told(second) == ("visit", "BLR", "IRN", "planned")
    assert (second.event_start, second.event_end) == (date(2023, 9, 1), date(2023, 11, 30))


def test_a_guest_at_the_host_s_table_is_a_visitor() -> None:
    """A word of a visit further on shows the talks to be part of it."""
    (row,) = visits_in(
        "Президент Беларуси Александр Лукашенко встретился со спикером парламента Ирана Али Мусави.",
        "В ходе визита в Минск иранский спикер возложит венок.",
    )
    assert (row.kind, row.visitor, row.host, row.place) == ("visit", "Али Мусави", "Александр Лукашенко", "Минск")


def test_talks_at_home_are_no_part_of_a_visit_abroad() -> None:
    first, second = visits_in(
        "Министр обороны Армении принял делегацию Франции во главе с министром обороны Жаном Мартеном.",
        "Ранее, в ходе визита министра обороны Армении во Францию, стороны подписали соглашение.",
    )
    assert (first.kind, {first.visitor_country, first.host_country}) == ("meeting", {"ARM", "FRA"})
    assert told(second) == ("visit", "ARM", "FRA", "held")


def test_each_who_called_has_a_row() -> None:
    rows = visits_in(
        "Вучичу позвонили президент Ирана Али Мусави, президент Ирака Омар Хасан и премьер-министр Чехии Ян Новак."
    )
    assert {(r.kind, frozenset((r.visitor_country, r.host_country))) for r in rows} == {
        ("phone_call", frozenset(pair)) for pair in (("IRN", "SRB"), ("IRQ", "SRB"), ("CZE", "SRB"))
    }


def test_years_of_a_list_are_visits_of_their_own() -> None:
    rows = visits_in(
        "Президент Ирана прибыл во Вьетнам.", "Он также посещал республику в 2001, 2006, 2013 и 2017 годах."
    )
    assert [r.event_start.year for r in rows if r.event_start] == [2001, 2006, 2013, 2017]
    assert {r.host_country for r in rows} == {"VNM"}


def test_the_meeting_before_is_one_of_its_own() -> None:
    rows = visits_in(
        "Президент Ирана Али Мусави 20 июня встретится в Вене с президентом Ирака Омаром Хасаном.",
        "Прошлая встреча состоялась в мае на полях саммита.",
    )
    assert [(r.kind, r.status) for r in rows] == [("meeting", "planned"), ("meeting", "held")]


def test_each_year_of_a_list_is_a_visit_of_its_own() -> None:
    rows = visits_in("Президент Сербии Александр Вучич побывал в Баку в 2014, 2018 и 2022 годах.")
    assert [r.event_start for r in rows] == [date(2014, 1, 1), date(2018, 1, 1), date(2022, 1, 1)]


def test_talks_about_a_visit_to_come_are_held() -> None:
    rows = visits_in(
        "Детали предстоящего визита обсуждались на встрече премьер-министра Грузии с новым послом Армении."
    )
    assert [told(r) for r in rows] == [("meeting", "GEO", "ARM", "held")]


def test_talks_that_came_to_nothing_do_not_call_off_the_visit() -> None:
    (row,) = visits_in(
        "Президент Сербии Александр Вучич прибыл в США с визитом.", "Встреча Вучича с президентом США не состоялась."
    )
    assert told(row) == ("visit", "SRB", "USA", "held")


def test_a_journey_that_came_to_nothing_does_not_call_off_another() -> None:
    (row,) = visits_in(
        "В мае Гомель посетила делегация Азербайджана.", "Мэра звали на ярмарку, но поездка не состоялась."
    )
    assert told(row) == ("visit", "AZE", "BLR", "held")


def test_an_invitation_that_came_to_nothing_is_a_visit_called_off() -> None:
    (row,) = visits_in(
        "Об этом рассказал мэр Гомеля Петр Носов.", "Его, впрочем, пригласили в Баку на ярмарку, но поездка сорвалась."
    )
    assert (*told(row), row.visitor) == ("visit", "BLR", "AZE", "cancelled", "Петр Носов")


def test_everybody_listed_at_a_gathering_is_a_visitor() -> None:
    rows = visits_in(
        "В заседании в Ташкенте приняли участие министр обороны Индии Радж Сингх, премьер-министр Казахстана Алихан "
        "Смаилов и премьер-министр Узбекистана Абдулла Арипов."
    )
    assert [(r.visitor_country, r.host_country) for r in rows] == [("IND", "UZB"), ("KAZ", "UZB")]


def test_the_last_time_is_another_visit() -> None:
    first, second = visits_in(
        "Вице-премьер Ирана Али Мусави встретился с президентом Армении. В предыдущий раз Мусави был в Ереване в мае."
    )
    assert (first.kind, second.kind, second.event_start) == ("meeting", "visit", date(2023, 5, 1))


def test_a_stage_of_the_visit_in_hand_is_no_visit_of_its_own() -> None:
    assert (
        len(visits_in("Президент Ирана прибыл в Тбилиси. В рамках визита президент Ирана также посетит Батуми.")) == 1
    )


def test_talks_at_hand_are_no_part_of_a_visit_called_to_mind() -> None:
    first, second = visits_in(
        "Президент Беларуси встретился с премьер-министром Ирана.",
        "Он напомнил о договоренностях, достигнутых в ходе визита президента Беларуси в Иран в мае 2022 года.",
    )
    assert (first.kind, second.kind, second.host) == ("meeting", "visit", None)


def test_talks_in_two_cities_are_two() -> None:
    rows = visits_in("Президенты Ирана и Ирака виделись в Москве на саммите и в Казани на форуме.")
    assert [(r.kind, r.place) for r in rows] == [("meeting", "Москва"), ("meeting", "Казань")]


def test_each_of_a_list_by_country_is_a_visitor() -> None:
    rows = visits_in(
        "В Вену приехали премьер-министры стран: Чехии – Ян Новак, Ирака – Омар Хасан, Кубы – Хуан Перес, а также "
        "председатель правительства России Андрей Соколов."
    )
    assert {(r.visitor, r.visitor_country) for r in rows} == {
        ("Ян Новак", "CZE"),
        ("Омар Хасан", "IRQ"),
        ("Хуан Перес", "CUB"),
        ("Андрей Соколов", "RUS"),
    }


def test_leaders_of_two_countries_are_those_who_called() -> None:
    """A leader without a name may lead the government."""
    (row,) = visits_in(
        "Лидеры Узбекистана и Японии провели телефонный разговор.",
        "Президент Узбекистана Алишер Каримов провел телефонный разговор с премьер-министром Японии Кэндзи Сато.",
    )
    assert (row.visitor, row.host) == ("Алишер Каримов", "Кэндзи Сато")


def test_the_ambassador_at_the_visitor_s_home_is_no_host() -> None:
    first, second = visits_in(
        "Министр иностранных дел Сербии Милан Петрович 21 июня посетит Сочи с однодневным визитом.",
        "В понедельник состоялась встреча посла России в Сербии Андрея Соколова с Миланом Петровичем.",
    )
    assert (first.kind, first.host, first.status) == ("visit", None, "planned")
    assert (second.kind, second.status) == ("meeting", "held")
