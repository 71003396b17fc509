"""The agreement rules on made-up sentences in the wording of news."""

from datetime import date
from typing import Any

import pytest
from agreement_rows import PUBLISHED, agreements_in, told

from pipelines.facts.agreement import words as words_module
from pipelines.text.lexicon import LexiconError

AB = ("AZE", "BLR")
# (the text, the one row it gives: kind, status, parties)
FRAMES = [
    # a verb and the document it is done to
    ("Минск и Баку подписали соглашение о взаимном признании дипломов.", ("agreement", "signed", AB)),
    ("Между Грузией и Арменией подписан договор о дружбе.", ("treaty", "signed", ("ARM", "GEO"))),
    ("Беларусь и Сербия заключили меморандум о туризме.", ("memorandum", "signed", ("BLR", "SRB"))),
    ("Казахстан и Узбекистан утвердили дорожную карту по водному хозяйству.", ("roadmap", "signed", ("KAZ", "UZB"))),
    ("Россия и Вьетнам приняли совместное заявление.", ("declaration", "signed", ("RUS", "VNM"))),
    ("Министерства обороны Беларуси и Азербайджана подписали план сотрудничества на 2024 год.", ("programme", "signed", AB)),
    ("Грузия и Турция парафировали соглашение о транзите.", ("agreement", "signed", ("GEO", "TUR"))),
    ("Стороны поставили подписи под декларацией о партнерстве Ирана и Армении.", ("declaration", "signed", ("ARM", "IRN"))),
    ("Подписанный в Тбилиси план действий Грузии и Ирана касается портов.", ("programme", "signed", ("GEO", "IRN"))),
    ("Программу «Мосты» министерства Грузии и Ирана запустили в мае.", ("programme", "signed", ("GEO", "IRN"))),
    ("Вузы Гродно и Гянджи обменялись меморандумом об учебе.", ("memorandum", "signed", AB)),
    ("С иранским поставщиком договор армяне расторгли.", ("contract", "rejected", ("ARM", "IRN"))),
    # several documents
    ("По итогам переговоров президентов Беларуси и Азербайджана подписан ряд документов.", ("package", "signed", AB)),
    ("Россия и Сербия подпишут пакет документов.", ("package", "planned", ("RUS", "SRB"))),
    # what is still to come, or not
    ("Баку и Минск рассчитывают подписать соглашение о перевозках.", ("agreement", "planned", AB)),
    ("Соглашение о туризме между Ираном и Грузией будет подписано.", ("agreement", "planned", ("GEO", "IRN"))),
    ("Турция и Грузия могут подписать договор о транзите.", ("treaty", "planned", ("GEO", "TUR"))),
    ("Ожидается подписание меморандума между вузами Беларуси и Азербайджана.", ("memorandum", "planned", AB)),
    ("К подписанию готовится соглашение Армении и Ирана о мостах.", ("agreement", "planned", ("ARM", "IRN"))),
    ("Грузия предлагает Армении заключить соглашение о роуминге.", ("agreement", "proposed", ("ARM", "GEO"))),
    ("Стороны обсудили возможность заключения договора между Сербией и Ираном.", ("treaty", "proposed", ("IRN", "SRB"))),
    ("Соглашение о роуминге между Грузией и Арменией подписано не было.", ("agreement", "rejected", ("ARM", "GEO"))),
    ("Договор о пошлинах между Ираном и Сербией подписан так и не был.", ("treaty", "rejected", ("IRN", "SRB"))),
    ("Грузия и Армения отказались подписать соглашение о роуминге.", ("agreement", "rejected", ("ARM", "GEO"))),
    ("Подписание договора между Ираном и Сербией отложено.", ("treaty", "rejected", ("IRN", "SRB"))),
    # in force
    ("Соглашение о пенсиях между Беларусью и Азербайджаном вступило в силу.", ("agreement", "in_force", AB)),
    ("Парламент Армении ратифицировал соглашение с Ираном об энергетике.", ("agreement", "in_force", ("ARM", "IRN"))),
    ("Действующий договор между Арменией и Ираном рассчитан до 2030 года.", ("treaty", "in_force", ("ARM", "IRN"))),
    ("Меморандум Сербии и Грузии, подписанный в мае, остается в силе.", ("memorandum", "in_force", ("GEO", "SRB"))),
    # deals
    ("МАЗ подписал с азербайджанской компанией контракт на поставку автобусов.", ("contract", "signed", AB)),
    ("Завод МТЗ поставит Азербайджану 300 тракторов.", ("contract", "planned", AB)),
    ("Минск намерен купить у Баку полмиллиона тонн нефти.", ("contract", "planned", AB)),
    # without a document
    ("В Баку с гостями из Минска принято решение организовать совместное производство.", ("project", "agreed", AB)),
    ("Президенты Беларуси и Азербайджана договорились открыть прямые рейсы.", ("arrangement", "agreed", AB)),
    ("Армения и Грузия условились о взаимном признании виз.", ("arrangement", "agreed", ("ARM", "GEO"))),
    ("Достигнута договоренность о возобновлении паромов между Ираном и Россией.", ("arrangement", "agreed", ("IRN", "RUS"))),
    ("Ереван и Тегеран планируют совместно выходить на рынки соседей.", ("arrangement", "planned", ("ARM", "IRN"))),
    ("Беларусь и Азербайджан договорились создать совместное предприятие по сборке лифтов.", ("project", "agreed", AB)),
    ("Казахстан и Узбекистан учредят совместную компанию.", ("project", "planned", ("KAZ", "UZB"))),
    ("Минск и Баку намерены построить завод удобрений.", ("project", "planned", AB)),
    ("Компании из Ирана построят в Туркменистане газопровод.", ("project", "planned", ("IRN", "TKM"))),
    ("На переговорах Баку и Минска были выработаны 12 направлений.", ("arrangement", "agreed", AB)),
    ("Иран договорился с Азербайджаном о закупке 5 млрд. кубометров газа.", ("arrangement", "agreed", ("AZE", "IRN"))),
    ("С Ереваном достигнута договоренность о 160 тысячах тонн мазута, сказали в Тегеране.",
     ("arrangement", "agreed", ("ARM", "IRN"))),
    ("Россия и Вьетнам договорились о сотрудничестве в сфере образования.", ("arrangement", "agreed", ("RUS", "VNM"))),
    ("О строительстве моста Армения и Иран не договорились.", ("project", "rejected", ("ARM", "IRN"))),
    ("Подписание договора Грузии и Ирана было отложено.", ("treaty", "rejected", ("GEO", "IRN"))),
    ("Пока Грузия и Иран не подписали договор.", ("treaty", "planned", ("GEO", "IRN"))),
    ("Возобновлять рейсы не станут до подписания соглашения между Грузией и Ираном.",
     ("agreement", "planned", ("GEO", "IRN"))),
    ("Грузия сможет подписать соглашение с Ираном.", ("agreement", "planned", ("GEO", "IRN"))),
    ("По итогам трехсторонней встречи Ирана, Грузии и Армении министры подпишут декларацию.",
     ("declaration", "planned", ("ARM", "GEO", "IRN"))),
    ("Шеки и Полоцк стали городами-побратимами.", ("sister_cities", "signed", AB)),
    ("Подписано соглашение об установлении побратимских связей между Минском и Баку.", ("sister_cities", "signed", AB)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_each_frame_gives_one_row(text: str, expected: tuple[Any, ...]) -> None:
    assert [told(row) for row in agreements_in(text)] == [expected]


# (the text that gives no row, why)
NOTHING = [
    ("По принятой государственной программе учителя из Минска учатся в Баку.", "one country's programme"),
    (
        "Займ Баку дан Минску для реализации проектов и программы социально-экономического развития.",
        "one country's programme",
    ),
    ("Минтруда Беларуси и профсоюз подписали соглашение о зарплате, сообщили в Азербайджане.", "a domestic matter"),
    ("Футбольный клуб из Баку подписал контракт с защитником из Минска.", "sport"),
    ("Если контракт между Беларусью и Азербайджаном не подписан, он не действует.", "conditional"),
    ("Документ состоит из пяти глав и касается Беларуси и Азербайджана.", "says nothing of its standing"),
    ("Президенты Беларуси и Азербайджана договорились развивать сотрудничество.", "goodwill only"),
    ("Министры Грузии и Армении договорились о встрече в июле.", "a meeting"),
    ("Баку и Минск договорились довести товарооборот до 1 млрд долларов.", "a trade target"),
    ("Планка, о которой договорились Ереван и Тегеран, далека.", "told in passing"),
    ("Беларусь поставила Азербайджану 300 тонн масла.", "trade, no deal"),
    ("Казахстан построит в Астане метро, узнали в Узбекистане.", "works at home"),
    ("Совмин утвердил программу экспорта. Беларусь и Азербайджан торгуют.", "adopted by one government for itself"),
    ("Страны СНГ подписали декларацию. Минск и Баку довольны.", "a document of many"),
    ("Согласно договоренности о поставках, Минск и Баку торгуют.", "an understanding mentioned in passing"),
    ("Контракт Минска и Баку вряд ли подпишут.", "in doubt"),
    ("Минская область закупит 50 автобусов.", "a single country"),
    ("Программа визита президента Грузии в Ереван насыщенная.", "no document"),
    ("Реализация достигнутых договоренностей по итогам саммита Грузии и Ирана идет.", "an understanding left unsaid"),
    ("Премьеры Армении и Грузии выразили готовность совместно противостоять вызовам.", "goodwill only"),
    ("Завод поставит шасси в Беларусь для сборки 15 машин в Азербайджане.", "what is counted is not delivered"),
    ("Подписание соглашения о туризме позволит Грузии и Ирану ездить чаще.", "what it would bring"),
    ("Грузия и Иран видят возможность договоренности о паромах.", "a chance, no understanding"),
    ("Глава МИД Грузии сделал заявление по итогам переговоров в Ереване.", "words, not a declaration"),
    ("По преданию, хан из Турции заключил договор с царем Армении.", "a tale"),
]


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_what_is_no_agreement_gives_no_row(text: str, why: str) -> None:
    assert agreements_in(text) == (), why


# (the text, its first row's columns)
DETAILS: list[tuple[str, dict[str, Any]]] = [
    ("Беларусь и Азербайджан подписали 14 документов.", {"kind": "package", "document_count": 14}),
    ("Беларусь и Азербайджан подпишут три меморандума.", {"kind": "memorandum", "document_count": 3}),
    ("Будут подписаны до десяти межправительственных соглашений Армении и Грузии.", {"document_count": 10}),
    ("Заводы Беларуси и Азербайджана подписали 20 контрактов на сумму 54 млн долларов.",
     {"document_count": 20, "amount": 54_000_000, "currency": "USD", "quantity": None}),
    ("Минск и Баку подписали контракт на поставку 45 мусоровозов на сумму $6 млн.",
     {"quantity": 45, "unit": "мусоровозов", "amount": 6_000_000, "currency": "USD"}),
    ("Минск и Баку заключили сделку на поставку двух танкеров нефти общим объемом 160 тыс. тонн.",
     {"kind": "contract", "quantity": 160_000, "unit": "тонн"}),
    ("Минск и Баку подписали меморандум о поставке 400 автобусов.", {"kind": "memorandum", "quantity": 400}),
    ('Минск и Баку подписали соглашение "О взаимном признании подписей".', {"title": "О взаимном признании подписей"}),
    ("Минск и Баку подписали соглашение о защите инвестиций 12 мая.",
     {"subject": "защите инвестиций", "event_start": date(2023, 5, 12), "sectors": ("finance",)}),
    ("Минск и Баку подпишут соглашение о туризме до конца июля.",
     {"event_start": None, "event_end": date(2023, 7, 31)}),
    ("Минск и Баку намерены подписать соглашение о правах до конца 2024 года.", {"event_end": date(2024, 12, 31)}),
    ("Минск и Баку намерены подписать соглашение о туризме до 2030 года.", {"event_end": None}),
    ("Минск и Баку подписали программу сотрудничества на 2024-2026 годы.", {"event_start": None}),
    ("Соглашение о торговле между Минском и Баку вступит в силу 15 июля.", {"status": "signed", "event_start": None}),
    ("Министры Грузии и Ирана подписали в Тбилиси договор о дорогах.", {"place": "Тбилиси", "place_country": "GEO"}),
    ("Ратифицировано соглашение о свободной торговле между Сербией и ЕАЭС.", {"parties": ("EAEU", "SRB")}),
    ("Грузия и Армения спорят о газе. Между Сербией и Ираном снизят пошлины: соглашение об этом министры подписали в мае.", {"parties": ("IRN", "SRB")}),
    ("Иран, Азербайджан и Туркменистан подписали соглашение о газе.", {"parties": ("AZE", "IRN", "TKM")}),
    ("Президенты Узбекистана, Таджикистана и Кыргызстана – соседи – подписали соглашение.", {"parties": ("KGZ", "TJK", "UZB")}),
    ("Завод в Гяндже (Азербайджан) и немецкая компания подписали контракт на базе машин МАЗ.", {"parties": ("AZE", "DEU")}),
    ("Программа туризма Грузии и Армении (подписана 5 мая 2022 года) выполняется.",
     {"kind": "programme", "event_start": date(2022, 5, 5)}),
    ("Машины доставлены в Баку в рамках межправительственного соглашения с Беларусью.", {"kind": "agreement", "status": None}),
    ("По заключенному 3 июня договору Беларуси с Азербайджаном везут лифты.",
     {"status": "signed", "event_start": date(2023, 6, 3), "document_count": None}),
    ("Минск и Баку подписали программу обменов в 2024-2028 годах.", {"event_start": None}),
    ("На форуме Грузии и Ирана достигнуты договоренности на сумму более 5 млн долларов.",
     {"kind": "arrangement", "amount": 5_000_000, "currency": "USD"}),
    ("Иран и Китай подписали 30 документов на сумму более 3 млрд долларов.", {"document_count": 30, "amount": 3_000_000_000}),
    ("Россия и Куба подписали протокол о намерениях по туризму.", {"kind": "memorandum", "subject": "туризму"}),
    ("Минск и Баку ждут контракт, согласно которому отгрузят 550 комплектов.", {"quantity": 550}),
    ("С мая этого года Гянджа и Полоцк стали городами-побратимами.",
     {"event_start": date(2023, 5, 1), "event_end": date(2023, 5, 31)}),
    ("Президенты Грузии и Ирана вспомнили беседу 2 июня, в ходе которой достигнута договоренность о новых паромах.",
     {"event_start": date(2023, 6, 2)}),
    ("Минск и Баку договорились о поставках льна: 40 тонн в месяц.", {"quantity": 40, "unit": "тонн"}),
    ("Минск и Баку договорились о пробной партии: завод получит 7 тыс. тонн мазута. Контракт подписан 2 июня.",
     {"kind": "contract", "status": "signed", "quantity": 7000, "event_start": date(2023, 6, 2)}),
    ("Соглашение о туризме от 2009 года Грузия и Иран расторгли.", {"subject": "туризме"}),
    ("МАЗ поставит Азербайджану 70 самосвалов.", {"subject": "70 самосвалов"}),
    ("Минск и Баку подписали дорожную карту из 63 пунктов.", {"subject": None}),
    ("Минск и Баку подписали меморандум о туризме на выставке в Гомеле.", {"subject": "туризме"}),
    ("МТЗ и SOCAR подписали договор о топливе.", {"parties": AB, "kind": "contract"}),
    ("Завод МТЗ поставит Азербайджану 300 тракторов.", {"party_names": ("МТЗ",)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "columns"), DETAILS)
def test_columns_are_read_beside_the_deal(text: str, columns: dict[str, Any]) -> None:
    row = agreements_in(text)[0]
    assert {name: getattr(row, name) for name in columns} == columns


def test_package_and_the_documents_named_in_it_are_rows_of_their_own() -> None:
    rows = agreements_in(
        "Армения и Иран подписали восемь документов, включая соглашение о защите инвестиций, меморандум о туризме и "
        "дорожную карту развития портов."
    )
    assert [(r.kind, r.status) for r in rows] == [
        ("package", "signed"), ("agreement", "signed"), ("memorandum", "signed"), ("roadmap", "signed"),
    ]  # fmt: skip


def test_items_of_a_list_take_over_what_its_head_says() -> None:
    rows = agreements_in(
        "По итогам визита президента Ирана в Армению 9 июня подписаны:",
        "соглашение о сотрудничестве в сфере связи;",
        "соглашение о сотрудничестве в сфере здравоохранения;",
        kinds=("paragraph", "list_item", "list_item"),
    )
    assert [(r.kind, r.status, r.event_start) for r in rows] == [("agreement", "signed", date(2023, 6, 9))] * 2


def test_items_go_on_after_a_remark_on_one_of_them() -> None:
    rows = agreements_in(
        "Грузия и Иран провели переговоры. Подписаны следующие документы:",
        "— меморандум о портах. Он касается Батуми;",
        "— соглашение о связи.",
    )
    assert [(r.kind, r.status) for r in rows] == [("memorandum", "signed"), ("agreement", "signed")]


def test_sentence_without_a_verb_goes_on_with_the_package() -> None:
    rows = agreements_in("Грузия и Турция подписали семь документов. Среди них – меморандум о транзите.")
    assert [(r.kind, r.status) for r in rows] == [("package", "signed"), ("memorandum", "signed")]


def test_list_behind_a_colon_takes_verb_and_sides_of_its_head() -> None:
    rows = agreements_in(
        "Грузия, Иран и Армения спорят о реке. Подписаны: трехстороннее соглашение о плотине, договор о дружбе между "
        "Грузией и Ираном и дорожная карта развития портов."
    )
    three = ("ARM", "GEO", "IRN")
    assert [told(r) for r in rows] == [
        ("agreement", "signed", three), ("treaty", "signed", ("GEO", "IRN")), ("roadmap", "signed", three)
    ]  # fmt: skip


def test_deal_told_in_title_lead_and_quotation_is_one_row() -> None:
    rows = agreements_in(
        "МТЗ поставит Азербайджану 950 тракторов",
        "Контракт между МТЗ и заводом в Гяндже на поставку 950 тракторов на сумму $15 млн подписан во время визита.",
        "«Сегодня подписан контракт на 950 машин», – сказал директор.",
        kinds=("title",),
    )
    assert [(r.kind, r.status, r.quantity, r.amount, r.event_start) for r in rows] == [
        ("contract", "signed", 950, 15_000_000, PUBLISHED)
    ]


def test_document_told_again_without_its_name_only_adds_to_it() -> None:
    rows = agreements_in("Баку и Минск подписали соглашение о рейсах. Документ подписан 6 июня в Гяндже.")
    assert [(r.kind, r.event_start, r.place) for r in rows] == [("agreement", date(2023, 6, 6), "Гянджа")]


def test_document_told_again_by_a_pronoun_takes_its_days() -> None:
    rows = agreements_in("Вузы Гродно и Гянджи обменялись меморандумом об учебе. Его подписали 7 июня два ректора.")
    assert [(r.kind, r.event_start) for r in rows] == [("memorandum", date(2023, 6, 7))]


def test_same_kind_about_another_matter_is_another_row() -> None:
    rows = agreements_in("Баку и Минск подписали меморандум о туризме и меморандум о карантине растений.")
    assert [r.subject for r in rows] == ["туризме", "карантине растений"]


def test_undated_signing_takes_the_day_of_its_meeting_but_not_of_a_journey() -> None:
    meeting = (
        "Сегодня в Астане прошло заседание совета Казахстана и Узбекистана. По окончании заседания подписан договор."
    )
    assert [r.event_start for r in agreements_in(meeting)] == [PUBLISHED]
    stay = "Премьер Грузии 5 июня побывал в Ереване. По итогам переговоров принято заявление Грузии и Армении."
    assert [r.event_start for r in agreements_in(stay)] == [date(2023, 6, 5)]
    journey = "14 июня президент Узбекистана прибыл в Казахстан с визитом. В ходе визита подписан договор."
    assert [r.event_start for r in agreements_in(journey)] == [None]
    month = "В апреле состоялся визит президента Узбекистана в Казахстан. В ходе визита подписан договор."
    assert [r.event_start for r in agreements_in(month)] == [date(2023, 4, 1)]


def test_relative_dates_of_an_undated_article_stay_open() -> None:
    rows = agreements_in("Завтра Армения и Иран подпишут меморандум о вузах.", published=None)
    assert [(r.status, r.event_start, r.event_end) for r in rows] == [("planned", None, None)]


def test_sides_are_the_countries_of_the_article_where_the_sentence_names_none() -> None:
    rows = agreements_in(
        "Президент Азербайджана прибыл в Беларусь. Переговоры Баку и Минска прошли в Минске.",
        "По их итогам подписан меморандум о туризме.",
    )
    assert [r.parties for r in rows] == [AB]


def test_text_of_an_agreement_is_one_row() -> None:
    rows = agreements_in(
        "СОГЛАШЕНИЕ О ТУРИЗМЕ МЕЖДУ ПРАВИТЕЛЬСТВОМ РЕСПУБЛИКИ БЕЛАРУСЬ И ПРАВИТЕЛЬСТВОМ ГРУЗИИ",
        "Вступило в силу 3 марта 2016 года",
        "Правительство Республики Беларусь и Правительство Грузии договорились о нижеследующем:",
        "Статья 1. Настоящее Соглашение применяется к путешественникам.",
    )
    assert [told(r) for r in rows] == [("agreement", "in_force", ("BLR", "GEO"))]


def test_announced_points_are_told_one_by_one() -> None:
    rows = agreements_in("Псков и Гродно договорились о двух вещах. Первое: вернут рейс. Второе: обменяются врачами.")
    assert [(r.kind, r.status) for r in rows] == [("arrangement", "agreed")] * 2


# (the text, kinds of its rows, why)
SEVERAL = [
    ("Беларусь и Вьетнам подписали 24 соглашения и меморандума.", ["agreement"], "one number for both"),
    ("Грузия и Иран подписали следующие документы: договор о дорогах и меморандум о портах.", ["treaty", "memorandum"],
     "the head announces them"),
    ("Баку и Минск подписали соглашение о рейсах. Парламент ратифицировал соглашение.", ["agreement"], "told again"),
    ("Баку и Минск подписали соглашение о рейсах. Подписано газовое соглашение.", ["agreement", "agreement"],
     "an adjective tells them apart"),
    ("Баку и Минск подписали новые соглашения. Министры подписали соглашение о связи.", ["agreement", "agreement"],
     "several and one"),
    ("Киев и Анкара готовят соглашение о зоне свободной торговли. Текст соглашения о ЗСТ почти согласован. "
     "Соглашение о ЗСТ готово.", ["agreement"], "its abbreviation"),
    ("Узбекистан и Монголия подписали 14 соглашений. Прошла церемония подписания документов. Подписано 14 документов.",
     ["package"], "the same number"),
    ("Омск и Гродно подписали соглашение о побратимстве. Россия и Беларусь рады. Соглашение подписано вчера.",
     ["sister_cities"], "the bare noun"),
    ("Газпром и CNPC подписали соглашение о поставках газа. Контракт заключен на 30 лет.", ["agreement"], "the bare noun"),
    ("Минск и Баку подписали план по реализации соглашения о туризме.", ["programme"], "what it serves"),
    ("Узбекистан и Россия подписали соглашение о труде. Такие же соглашения заключили области.", ["agreement"], "the like"),
    ("Грузия и Иран подписали следующие соглашения: о туризме, о спорте.", ["agreement"], "matters, no documents"),
    ("Президенты Грузии и Ирана подпишут декларацию, посвященную юбилею, а также ряд других документов.",
     ["declaration", "package"], "a list goes on after what tells of its first member"),
    ("Предполагается подписание решения «О совете», соглашения Грузии и Ирана об учебе.", ["agreement"], "a title between"),
    ("Есть планы создать совместные предприятия Грузии и Ирана.", ["project"], "an intent"),
    ("Минск и Баку подписали договор на 450 тракторов. Планируется подписание контракта.", ["contract", "contract"],
     "one signed, one to come"),
    ("Грузия и Иран подписали почти четыре десятка соглашений и контрактов.", ["package"], "one number for both"),
    ("Баку и Минск подписали контракт на 300 лифтов. Завод МТЗ поставит Азербайджану 50 тракторов.",
     ["contract", "contract"], "other goods"),
    ("Минск и Баку договорились о закупке белорусских лифтов. Достигнута договоренность об обучении белорусских врачей.",
     ["arrangement", "arrangement"], "the adjective of a side is no common matter"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds", "why"), SEVERAL)
def test_one_document_or_several(text: str, kinds: list[str], why: str) -> None:
    assert [row.kind for row in agreements_in(text)] == kinds, why


def test_date_in_the_name_of_one_document_is_not_the_day_of_another() -> None:
    rows = agreements_in(
        "Ожидается подписание 10 документов между Грузией и Ираном, в их числе - программа торговли до 2030 года и "
        "соглашение о портах."
    )
    assert [(r.kind, r.event_end) for r in rows] == [("package", None), ("programme", None), ("agreement", None)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('[documents]\nletter = ["письмо"]\n[words]\n', "letter"),
        ('[documents]\n[words]\nsings = ["петь"]\n', "sings"),
        ('[documents]\n[words]\nsign = ["подписать", "Подписать"]\n', "Подписать"),
    ],
    ids=["unknown document", "unknown group", "word twice"],
)
def test_lexicon_names_the_entry_that_breaks_a_rule(
    content: str, message: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "agreements.toml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(words_module, "_PATH", path)
    words_module.agreement_words.cache_clear()
    try:
        with pytest.raises(LexiconError, match=message):
            words_module.agreement_words()
    finally:
        words_module.agreement_words.cache_clear()


def test_every_group_and_sector_has_words() -> None:
    groups = {w.group for words in words_module.agreement_words().values() for w in words}
    assert groups == set(words_module.Group.__args__)  # type: ignore[attr-defined]
