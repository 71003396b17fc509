"""Whom and which country a visit means that are told elsewhere: "эту страну", "Ваш визит", "его коллега"."""

from datetime import date

from visit_rows import told, visits_in


def test_the_document_spells_the_name() -> None:
    """The table has Нетаньяху; a document that writes him otherwise is followed."""
    (row,) = visits_in("Израильский премьер посетит Баку. Премьер-министр Биньямин Нетаниягу сообщил об этом вчера.")
    assert row.visitor == "Биньямин Нетаниягу"


def test_this_country_is_that_of_the_visit_before() -> None:
    rows = visits_in("Президент Ирана Али Мусави пояснил это. «Визит Вучича в Иран важен», — сказал Мусави.",
                     "Это третий визит Вучича в Иран. Ранее глава государства посещал эту страну в 2007 году.")  # fmt: skip
    assert {(r.visitor, r.host_country) for r in rows} == {("Александр Вучич", "IRN")}


def test_a_delegation_without_its_country_is_the_one_told_of() -> None:
    (row,) = visits_in(
        "В Минске готовятся к встрече с делегацией мэрии Пекина. Визит делегации планируется 31 июля.",
        "Возглавит делегацию заместитель мэра Пекина Чжай Хунсян.",
    )
    assert (row.visitor, row.visitor_country, row.host_country, row.status) == ("Чжай Хунсян", "CHN", "BLR", "planned")


def test_given_name_and_patronymic_stand_for_the_president() -> None:
    rows = visits_in("Об этом сказал президент Беларуси Александр Лукашенко.", "Александр Григорьевич посетил Баку.")
    assert [(r.visitor, r.host_country) for r in rows] == [("Александр Лукашенко", "AZE")]


def test_a_pronoun_is_not_of_one_who_is_at_home_there() -> None:
    (row,) = visits_in("Президент Ирана 20 июня примет министра обороны Ирака. Он прибудет в Тегеран с визитом.")
    assert (row.kind, row.visitor_country, row.host_country) == ("visit", "IRQ", "IRN")


def test_a_guest_said_to_be_on_a_visit_in_our_country_visits_the_host() -> None:
    (row,) = visits_in(
        "Министр обороны Армении Арам Саргсян встретился с находящейся с визитом в нашей стране делегацией во главе "
        "с министром обороны Греции Никосом Дендиасом."
    )
    assert (row.kind, row.visitor, row.host_country) == ("visit", "Никос Дендиас", "ARM")


def test_colleague_who_opens_the_sentence_has_the_office_of_its_subject() -> None:
    (row,) = visits_in(
        "Президента Ирака встретил в аэропорту Еревана посол Ирака.",
        "Иракского коллегу принимает президент Армении Арам Саргсян.",
    )
    assert (row.kind, row.host_role, row.host_country) == ("meeting", "president", "IRQ")


def test_who_received_the_guests_is_the_host() -> None:
    (row,) = visits_in(
        "Министр торговли Ирана Али Мусави 5 июня посетил Минск.", "Принимал гостя вице-премьер Беларуси Петр Носов."
    )
    assert (row.kind, row.visitor, row.host) == ("visit", "Али Мусави", "Петр Носов")


def test_somebody_of_no_told_office_who_leads_a_delegation_is_a_visitor() -> None:
    (row,) = visits_in("Делегация «Белнефтехима» во главе с Виктором Лысенко 5 июня ездила в Баку.")
    assert (*told(row), row.visitor, row.level) == ("visit", "BLR", "AZE", "held", "Виктор Лысенко", "business")


def test_the_country_is_the_one_the_sentence_before_speaks_of() -> None:
    (row,) = visits_in("Сенаторы провели неделю в Беларуси.", "С 5 по 9 июня в стране находилась делегация Ирана.")
    assert (*told(row), row.event_end) == ("visit", "IRN", "BLR", "held", date(2023, 6, 9))


def test_a_call_called_to_mind_by_the_two_is_theirs() -> None:
    _, call = visits_in(
        "Президент Ирана Масуд Карими 14 июня встретился с президентом Армении Арамом Саркисяном в Дубае.",
        "Собеседники вспомнили телефонный разговор 2 июня.",
    )
    assert (call.kind, {call.visitor_country, call.host_country}) == ("phone_call", {"IRN", "ARM"})
    assert call.event_start == date(2023, 6, 2)


def test_their_meeting_is_that_of_the_two_told_of_before() -> None:
    (row,) = visits_in(
        "Президент Ирана Масуд Карими ответил на письмо президента Армении Арама Саркисяна.",
        "Их встреча намечена на август в Ереване.",
    )
    assert (row.kind, {row.visitor_country, row.host_country}, row.place) == ("meeting", {"IRN", "ARM"}, "Ереван")


def test_a_minister_who_leads_a_delegation_that_has_come_is_a_visitor() -> None:
    (row,) = visits_in(
        "Президент Армении встретился с министром торговли Ирана Али Мусави, возглавляющим делегацию Ирана, "
        "прибывшую в Ереван на заседание комиссии."
    )
    assert (row.kind, row.visitor, row.host_country, row.place) == ("visit", "Али Мусави", "ARM", "Ереван")


def test_one_who_is_named_in_full_below_is_not_the_one_of_the_table_beside_him() -> None:
    (row,) = visits_in(
        "Глава МИД Узбекистана поговорил по телефону с иранским коллегой.",
        "Глава МИД Узбекистана поговорил по телефону с иранским коллегой Сейедом Аббасом Аракчи.",
        published=date(2026, 3, 3),
    )
    assert row.host == "Сейед Аббас Аракчи"
