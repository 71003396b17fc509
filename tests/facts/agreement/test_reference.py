"""One document told of several times, in other words, or not at all."""

from typing import Any

import pytest
from agreement_rows import agreements_in

CASES: list[tuple[str, list[Any], str]] = [
    ("Грузия и Иран подписали меморандум о паромах. Контракт на суда будет подписан позднее. Порт готовится. "
     "Документ подписали два министра.", [("memorandum", "signed"), ("contract", "planned")], "the one that is signed"),
    ("Грузия и Иран готовят соглашение о паромах. Предварительный документ был подписан в Поти.",
     [("agreement", "planned"), ("agreement", "signed")], "another one"),
    ("По итогам встречи подписан меморандум о взаимопонимании. Меморандум о взаимопонимании седьмого заседания комиссии "
     "Армении и Ирана подписали сопредседатели.", [("memorandum", "signed")], "understanding is no matter"),
    ("В Тбилиси прошла церемония. По случаю подписания меморандума президент Грузии и премьер Ирана провели беседу. "
     "Грузия и Иран подписали меморандум о паромах.", [("memorandum", "signed")], "who acts is no matter"),
    ("Премьер Грузии уехал в Иран. Подписание правящей партией документа в поддержку фермеров отложили.", [],
     "a document that nothing is said of"),
    ("Грузия и Иран подписали ряд соглашений. Грузия заключает с Ираном новые соглашения.", [("package", "signed")],
     "what the package is made of"),
    ("Грузия и Иран подписали восемь соглашений. Число меморандумов, подписанных в Поти, радует.",
     [("agreement", "signed")], "counted before"),
    ("Президент Грузии утвердил договор с Ираном «О передаче карт». Обсуждался документ об утверждении договора с Ираном "
     "«о передаче карт».", [("treaty", "signed")], "the same title"),
    ("Порты Грузии и Ирана подписали соглашение о чае. Подписали договор от Грузии Георгадзе, от Ирана Хосейни.",
     [("agreement", "signed")], "who signed it for whom"),
    ("Грузия продлила контракт на поставки чая с Ираном. Контракт на поставки был заключен в мае. Компании заключают "
     "подобные соглашения каждый год.", [("contract", "in_force")], "prolonged, told again, and the like"),
    ("Грузия и Иран подписали соглашение о чае. Соглашение было подготовлено с учетом замечаний. Данное соглашение между "
     "Грузией и Ираном стало третьим.", [("agreement", "signed")], "what became of it before"),
    ("Грузия подписала контракт с Ираном на сооружение порта. Он предусматривает строительство причалов в Поти.",
     [("contract", "signed")], "what it provides for"),
    ("В Грузии и Иране подписаны соглашения и контракты.", [("agreement", "signed")], "one mention of both"),
    ("Соглашение Грузии и Ирана о военной базе подписано в Поти. Торг был долгим. Срок назвали позже. Цена не названа. "
     "Военное соглашение подписано на 15 лет.", [("agreement", "signed")], "its matter as an adjective"),
    ("Парламент Грузии ратифицировал весь пакет соглашений с Ираном. Депутаты ратифицировали все соглашения с Ираном.",
     [("package", "in_force")], "what the package is made of"),
    ("Указ уполномочивает министра Грузии на переговоры с Ираном и подписание соглашения.", [("agreement", "planned")],
     "a mandate"),
    ("Сейчас это соглашение Грузии с Ираном начинает действовать.", [("agreement", "in_force")], "begins"),
    ("Премьеры Грузии и Ирана отметили ход работ по проектам дорожных карт.", [], "undertakings, no drafts"),
    ("Новый уровень отношений Грузии и Ирана закреплен совместной декларацией.", [("declaration", "signed")],
     "what seals it"),
    ("Президент Грузии на саммите в Иране никаких документов не подписал.", [], "none at all"),
    ("Кабинет министров подписал проект соглашения между Грузией и Ираном о реализации программы обменов.",
     [("agreement", "planned")], "what it serves is not signed by it"),
    ("Грузия и Иран в мае заключили ряд контрактов в сфере связи. Это важно. Спрос растет. Несколько контрактов мы "
     "подписали.", [("contract", "signed")], "several, told again"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rows", "why"), CASES)
def test_each_document_is_one_row(text: str, rows: list[Any], why: str) -> None:
    assert [(r.kind, r.status) for r in agreements_in(text)] == rows, why


def test_a_title_may_call_the_document_by_another_name() -> None:
    rows = agreements_in(
        "Президент Армении подпишет соглашение о железной дороге с Ираном",
        "Президент Армении поедет в Иран, где планируется подписать меморандум о строительстве железной дороги.",
        kinds=("title",),
    )
    assert [(r.kind, r.status) for r in rows] == [("memorandum", "planned")]


def test_day_of_an_anniversary_is_not_that_of_the_document() -> None:
    rows = agreements_in(
        "5 июня 2023 г. Грузия и Иран отмечали годовщину подписания договора о дружбе. Договор о дружбе был подписан "
        "в Поти 5 июня 2003 г."
    )
    assert [(r.kind, str(r.event_start), r.place) for r in rows] == [("treaty", "2003-06-05", "Поти")]


def test_title_may_call_a_project_an_arrangement() -> None:
    rows = agreements_in(
        "Грузия и Иран договорились о «Чайном пути»",
        "Грузия и Иран договорились о строительстве дороги.",
        kinds=("title",),
    )
    assert [(r.kind, r.status) for r in rows] == [("project", "agreed")]
