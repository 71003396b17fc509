"""The visit rules on made-up sentences in the wording of news."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.documents.document import Block, Document, Published
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import read
from pipelines.facts.visit import words as words_module
from pipelines.facts.visit.words import visit_words
from pipelines.facts.visits import Visit, extract
from pipelines.text.interval import Interval
from pipelines.text.lexicon import LexiconError
from pipelines.text.span import Span

PUBLISHED = date(2023, 6, 15)  # a Thursday


def document_of(*paragraphs: str, published: date | None = PUBLISHED) -> Document:
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 2
    known = None if published is None else Published(Interval(published, published, "day"), "metadata", "")
    return Document(
        document_id="d", source="d.txt", url=None, outlet=None, title=None, dateline_place=None, language="ru",
        published=known, text=text, blocks=tuple(blocks), removed=(), raw_length=len(text),
    )  # fmt: skip


def visits_in(*paragraphs: str, published: date | None = PUBLISHED) -> tuple[Visit, ...]:
    """Rows of a document of these paragraphs, published on that day; each quotes its words."""
    document = document_of(*paragraphs, published=published)
    rows = extract(read(document, find_mentions(document)))
    for row in rows:
        assert row.evidence.of(document.text) == row.evidence_text
        assert row.sentence.contains(row.evidence)
    return rows


def told(row: Visit) -> tuple[Any, ...]:
    return row.kind, row.visitor_country, row.host_country, row.status


# (the text, what it tells: kind, visitor's country, other country, status)
FRAMES = [
    # journeys
    ("Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.", "visit SRB AZE held"),
    ("Премьер-министр Грузии Ираклий Гарибашвили посетит Ереван 20 июня.", "visit GEO ARM planned"),
    ("Президент Казахстана Касым-Жомарт Токаев находится в Узбекистане с визитом.", "visit KAZ UZB ongoing"),
    ("В Ташкент с рабочим визитом прилетел премьер-министр Казахстана Алихан Смаилов.", "visit KAZ UZB held"),
    ("Глава МИД Ирана планирует посетить Москву в июле.", "visit IRN RUS planned"),
    ("Министр обороны Турции побывал в Тбилиси.", "visit TUR GEO held"),
    ("Президент Монголии был 9 мая в Москве.", "visit MNG RUS held"),
    ("Министр финансов Чехии направляется в Вену.", "visit CZE AUT planned"),
    ("Президент Туркменистана сделал транзитную остановку в Баку.", "visit TKM AZE held"),
    ("Из Кишинева вернулась делегация парламента Румынии во главе со спикером Иоаном Петреску.", "visit ROU MDA held"),
    ("Премьер-министр Венгрии примет участие в саммите в Самарканде.", "visit HUN UZB planned"),
    ("Президент Ирака принял приглашение посетить Баку.", "visit IRQ AZE planned"),
    ("Об этом заявил в Стамбуле глава МИД России.", "visit RUS TUR held"),
    ("Посетивший на днях Баку министр транспорта Грузии рассказал о планах.", "visit GEO AZE held"),
    ("Депутат парламента Ирана едет в Минск.", "visit IRN BLR planned"),
    ("Москва принимала парламентскую делегацию Кубы.", "visit CUB RUS held"),
    ("Ульяновскую область посетила делегация правительства провинции Хэнань, КНР.", "visit CHN RUS held"),
    ("Европейский комиссар Йоханнес Хан посетит Баку.", "visit EU AZE planned"),
    ("В эти дни делегация Ирана во главе с министром торговли работает в Армении.", "visit IRN ARM ongoing"),
    ("По приглашению президента Ирака президент Сербии посетит эту страну.", "visit SRB IRQ planned"),
    (
        "4 мая по приглашению министра торговли Кубы министр торговли Ирана совершил визит в эту страну.",
        "visit IRN CUB held",
    ),
    ("Визит министра торговли Ирана, который давно ждут, состоится в Ереване 20 июня.", "visit IRN ARM planned"),
    ("Стороны обсуждают детали визита президента Ирана в Ереван.", "visit IRN ARM planned"),
    ("Министр торговли Ирана во время визита в Ереван рассчитывает встретиться с премьером.", "visit IRN ARM planned"),
    ("Премьер-министр принял президента Венесуэлы, недавно побывавшего на Кубе.", "visit VEN CUB held"),
    ("Казанский университет посетила делегация Монголии.", "visit MNG RUS held"),
    ("В Москву собирается министр торговли Кубы.", "visit CUB RUS planned"),
    # words for the journey
    ("Визит президента Турции Реджепа Тайипа Эрдогана в Баку состоится 20 июня.", "visit TUR AZE planned"),
    ("Визит премьер-министра Ирака в Анкару, намеченный на 20 июня, перенесен.", "visit IRQ TUR cancelled"),
    ("Визит премьер-министра Ирака в Анкару не состоится.", "visit IRQ TUR cancelled"),
    ("В ходе визита министра юстиции Кубы в Ханой подписан меморандум.", "visit CUB VNM held"),
    ("Ожидается приезд в Минск министра энергетики Ирана.", "visit IRN BLR planned"),
    ("Министр культуры Египта завершил визит в Ереван.", "visit EGY ARM held"),
    # delegations
    ("Парламентская делегация Вьетнама побывала в Минске.", "visit VNM BLR held"),
    ("В Бишкек прибыла делегация Татарстана.", "visit RUS KGZ held"),
    # receptions, talks, calls
    ("Новый посол Ирана Али Мусави вручил верительные грамоты президенту Армении.", "meeting ARM IRN held"),
    ("Президент Армении принял верительные грамоты посла Ирана Али Мусави.", "meeting ARM IRN held"),
    ("Президент Армении принял в своей резиденции посла Ирана Али Мусави.", "meeting ARM IRN held"),
    (
        "Посол Ирана встретился с главой департамента по консульским вопросам МИД Грузии Н. Комадзе.",
        "meeting IRN GEO held",
    ),
    ("Об этом президент Армении заявил, принимая в Ереване посла Ирана.", "meeting ARM IRN held"),
    (
        "Президент Армении встретился с прибывшим на заседание министров торговли СНГ министром торговли Кубы.",
        "meeting ARM CUB held",
    ),
    ("У президента Ирана состоялись переговоры с премьер-министром Ирака.", "meeting IRN IRQ held"),
    ("Заместитель премьер-министра обсудил с послом Китая в Кыргызстане торговлю.", "meeting KGZ CHN held"),
    ("В Ялте состоялась встреча один на один Президента Ирана и Президента Грузии.", "meeting IRN GEO held"),
    (
        "Главы дипведомств Турции и Казахстана Хакан Фидан и Арман Серик провели телефонный разговор.",
        "phone_call TUR KAZ held",
    ),
    ("Президент Узбекистана принял посла Китая.", "meeting UZB CHN held"),
    ("Президент Беларуси Александр Лукашенко принял министра обороны Азербайджана.", "meeting BLR AZE held"),
    ("В аэропорту Еревана президента Кипра встретил министр обороны Армении.", "visit CYP ARM held"),
    ("Министр обороны Армении встретился с министром обороны Греции на полях форума.", "meeting ARM GRC held"),
    ("Состоялись переговоры президентов Ирана и Ирака.", "meeting IRN IRQ held"),
    ("Премьер-министр Армении обсудил с послом Франции поставки зерна.", "meeting ARM FRA held"),
    ("Премьер-министры Чехии и Словакии провели заседание совета.", "meeting CZE SVK held"),
    ("Под председательством министров торговли Ирана и Ирака прошло заседание комиссии.", "meeting IRN IRQ held"),
    ("Спикеры парламентов Чехии и Словакии Ян Новак и Петр Ковач встретились в Вене.", "meeting CZE SVK held"),
    ("Министр торговли Ирана провел пресс-конференцию с министром торговли Ирака.", "meeting IRN IRQ held"),
    ("Владимир Путин поговорил по телефону с президентом Турции Реджепом Эрдоганом.", "phone_call RUS TUR held"),
    ("Президент Египта созвонился с королем Иордании.", "phone_call EGY JOR held"),
    ("Президент Сербии Александр Вучич позвонил Ильхаму Алиеву.", "phone_call SRB AZE held"),
    ("Министр экономики Грузии провел видеоконференцию с министром экономики Армении.", "video_call GEO ARM held"),
]


@pytest.mark.parametrize(("text", "expected"), FRAMES)
def test_each_frame_gives_its_row(text: str, expected: str) -> None:
    kind, visitor, host, status = expected.split()
    rows = visits_in(text)
    assert len(rows) == 1
    if kind == "visit":
        assert told(rows[0]) == (kind, visitor, host, status)
    else:  # of talks both orders are right
        assert (rows[0].kind, rows[0].status) == (kind, status)
        assert {rows[0].visitor_country, rows[0].host_country} == {visitor, host}


NOTHING = [
    ("Министр сельского хозяйства Беларуси посетил агрокомбинат в Гродно.", "a trip at home"),
    ("Президент Молдовы Майя Санду встретилась с премьер-министром Молдовы.", "talks at home"),
    ("Сборная Азербайджана прибыла в Минск на матч.", "sport"),
    ("Туристы из Беларуси посетили Баку.", "tourists"),
    ("Президент Грузии не посещал Москву.", "denied"),
    ("Премьер-министр Польши хотел бы посетить Баку.", "a wish"),
    ("Президент Сербии пригласил президента Азербайджана посетить Белград.", "an invitation that nobody has accepted"),
    ("Президент Турции принял участие в церемонии открытия завода.", "no place abroad"),
    ("Президент Украины принял закон о бюджете.", "nobody is received"),
    ("Посол отметил, что строительство завода в Турции находится на последней стадии.", "the works are there, not he"),
    ("Президент Ирана отметил, что в Грузии был принят новый закон.", "a passive"),
    ("Президент Ирака выразил надежду, что премьер-министр Грузии посетит Багдад.", "a hope"),
    ("Если президент Ирака прибудет в Киев, переговоры возобновятся.", "a condition"),
    ("Бывший президент Грузии Михаил Саакашвили прибыл в Киев.", "out of office"),
    ("Посол Ирана в Беларуси посетил завод в Гродно.", "he lives there"),
    ("Министр спорта Беларуси поздравил сборную, которая вернулась из Баку.", "the team was there"),
    ("Вучич не сможет приехать в Москву из-за визита канцлера Австрии.", "the other's visit leads elsewhere"),
    ("Президент Грузии поблагодарил Вучича за слова на встрече с президентом России.", "whose talks is left open"),
    ("Президент США с нетерпением ждет визита президента Сербии в Вашингтон.", "a hope"),
    ("Члены совета Организации тюркских государств встретились с президентом Турции.", "members of an organization"),
    ("Президент Грузии встретился с вице-президентом Абхазии.", "a land without a code of its own"),
    ("Эксперт из Баку Рашид Мамедов прилетел в Тбилиси.", "no official"),
    ("Президент Ирана собирается провести в Минске выставку.", "he need not go there himself"),
    ("Председатель КНР Си Цзиньпин посетил Гонконг.", "no journey abroad"),
    (
        "Договоренности президентов Ирана и Кубы были достигнуты в ходе встреч на высшем уровне.",
        "many meetings, none told",
    ),
]


@pytest.mark.parametrize(("text", "why"), NOTHING)
def test_no_row(text: str, why: str) -> None:
    assert visits_in(text) == (), why


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


COLUMNS = [
    ("Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.", {"visitor": "Александр Вучич"}),
    ("Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.", {"visit_type": "official"}),
    ("Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.", {"place": "Баку", "place_country": "AZE"}),
    ("Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.", {"level": "head_of_state"}),
    ("Президент Сербии Александр Вучич прибыл в Баку с официальным визитом.", {"event_start": None, "cameo_code": "042"}),
    ("Президент Ирана прибыл в столицу Армении.", {"place": "Ереван"}),
    ("Президент Ирана прибыл в Армению. Переговоры пройдут в Ереване.", {"place": "Ереван"}),
    ("Президент Беларуси Александр Лукашенко принял министра обороны Азербайджана.", {"level": "minister"}),
    ("По словам посла Али Мусави, президент Ирана посетит Минск.", {"attribution": "Али Мусави"}),
    (
        "Министр обороны Ирана, генерал Ахмад Вахиди прибыл в Душанбе.",
        {"visitor": "Ахмад Вахиди", "visitor_role": "defence_minister"},
    ),
    ("Министр иностранных дел Ирана встретился с министром иностранных дел КНР Ван И. Это вторая встреча.", {"host": "Ван И"}),
    ("Президент Ирана прибыл на саммит по климату в Ереване.", {"occasion": "саммит по климату"}),
    ("Министр торговли Ирана прибыл в Минск в рамках рабочей поездки.", {"visit_type": "working"}),
    ("В октябре Лукашенко планирует приехать в Баку.", {"visitor": "Александр Лукашенко"}),
    ("Делегация во главе с министром труда Ирана Зейбой Ахмадовой прибыла в Минск.", {"visitor": "Зейба Ахмадова"}),
    ("Президент Ирана прибыл с госвизитом в Ереван.", {"visit_type": "state", "visitor_role": "president"}),
    ("Президент Ирана совершит двухдневный рабочий визит в Ереван.", {"duration_days": 2, "visit_type": "working"}),
    ("Президент Ирана прибыл в Ереван. Визит рассчитан на три дня.", {"duration_days": 3}),
    ("Президент Ирана 5 июня прибыл в Ереван с трехдневным визитом.", {"event_end": date(2023, 6, 7)}),
    ("Министр торговли Ирана посетил Минск 5 июня.", {"event_start": date(2023, 6, 5), "event_precision": "day"}),
    ("Министр торговли Ирана посетит Минск в октябре.", {"event_start": date(2023, 10, 1), "event_end": date(2023, 10, 31)}),
    ("В октябре министр торговли Ирана посетил Минск.", {"event_start": date(2022, 10, 1)}),
    ("10–12 мая министр торговли Ирана находился в Минске.", {"event_start": date(2023, 5, 10), "event_end": date(2023, 5, 12)}),
    (
        "В Минске министр торговли Ирана Али Мусави провел переговоры с премьер-министром Беларуси Романом Головченко.",
        {"kind": "meeting", "place": "Минск", "host": "Роман Головченко"},
    ),
    (
        "Министр обороны Армении прибыл в Тбилиси, где его принял премьер-министр Грузии Ираклий Кобахидзе.",
        {"kind": "visit", "host": "Ираклий Кобахидзе", "host_role": "prime_minister"},
    ),
    (
        "Визит в Тбилиси нанес министр обороны Армении, его принял премьер-министр Ираклий Кобахидзе.",
        {"kind": "visit", "host": "Ираклий Кобахидзе", "host_country": "GEO"},
    ),
    ("Договор подпишут 20 июня: в Ереван приезжает министр торговли Ирана.", {"event_start": date(2023, 6, 20)}),
    (
        "Президент Турции обсудил с президентом Ирана положение в регионе и проект дороги по телефону.",
        {"kind": "phone_call", "host_country": "IRN"},
    ),
    ("Самолет президента Ирана 5 июня совершил техническую посадку в Баку.", {"visit_type": "transit", "place": "Баку"}),
    ("Борт премьер-министра Грузии приземлился в Ереване.", {"visitor_country": "GEO", "host_country": "ARM"}),
    (
        "Министр торговли Ирана посетил Минск 5 июня. После переговоров утверждена программа до 2030 года.",
        {"event_end": date(2023, 6, 5)},
    ),
    ("3 июня президент Ирана и премьер-министр Ирака обсудили в Минске ситуацию в Сирии.", {"place_country": "BLR"}),
    ("По случаю выставки, которая откроется в среду, 7 июня, в Вену прибыл министр торговли Ирана.", {"event_start": date(2023, 6, 7)}),
    ("Визит президента Ирана в Ереван, который готовили год, продлится с 20 по 22 июня.", {"event_end": date(2023, 6, 22)}),
    (
        "Президент Ирана прибыл в Ереван 5 июня. Он рассказал о визите в Ереван по итогам первого полугодия 2023 года.",
        {"event_end": date(2023, 6, 5)},
    ),
    (
        "Министр торговли Ирана посетит Ереван по приглашению министра торговли Армении Арама Казаряна.",
        {"host": "Арам Казарян", "host_role": "trade_minister"},
    ),
    (
        "Спецпосланник президента Ирана, замглавы МИД Исламской Республики Али Мусави посетит Ереван.",
        {"visitor": "Али Мусави", "visitor_role": "special_envoy"},
    ),
    (
        "Специальный посланник президента США по делам Южной и Центральной Азии Том Уильямс посетил Ташкент.",
        {"visitor": "Том Уильямс", "visitor_country": "USA"},
    ),
    (
        "В Тверь прибыла делегация из Китая. Губернатор области Андрей Соколов встретил ее на вокзале.",
        {"visitor_country": "CHN", "host": "Андрей Соколов"},
    ),
    (
        "Президент Ирана посетит матч между сборными Германии и Чехии в Вене.",
        {"host_country": "AUT", "place": "Вена"},
    ),
    (
        "Премьер-министр, министр иностранных дел Катара Али Мусави находится в Москве.",
        {"visitor": "Али Мусави", "visitor_country": "QAT"},
    ),
    (
        "Премьер-министр Армении Тигран Казарян принял делегацию во главе с руководителем группы дружбы Литва-Армения "
        "Сейма Литвы Ионасом Петкусом.",
        {"host": "Ионас Петкус", "host_country": "LTU"},
    ),
    (
        "17 мая находящуюся с визитом в Вильнюсе делегацию, возглавляемую председателем НС РА Ашотом Казаряном, "
        "приняла председатель Сейма Литвы Рута Петкуте.",
        {"visitor": "Ашот Казарян", "visitor_country": "ARM", "host": "Рута Петкуте"},
    ),
    (
        "Президент Ирана Али Мусави и президент Ирака Омар Хасан посетили в Багдаде выставку.",
        {"visitor": "Али Мусави", "host": "Омар Хасан"},
    ),
    (
        "Министр торговли Ирана 20 июня отправится в турне, в рамках которого посетит Ереван.",
        {"host_country": "ARM", "event_start": None},
    ),
    (
        "В рамках визита в Ереван министр торговли Ирана провел переговоры с председателем Агентства пищевой безопасности "
        "Армении Арамом Казаряном.",
        {"kind": "visit", "host": "Арам Казарян"},
    ),
    (
        "В Ташкенте прошли переговоры белорусской делегации во главе с заместителем министра торговли Анной Новик со "
        "спикером парламента Узбекистана Алишером Каримовым.",
        {"visitor": "Анна Новик", "host": "Алишер Каримов"},
    ),
    (
        "Президент Ирана Али Мусави прибыл в Ереван. Президента встречали министр культуры Арам Казарян и другие лица.",
        {"visitor": "Али Мусави", "host": "Арам Казарян", "host_country": "ARM"},
    ),
    (
        "Премьер-министра Ирака Омара Хасана в Ереване встретил министр культуры Арам Казарян. Премьер-министр Ирака "
        "провел переговоры с президентом Армении Ашотом Мелконяном.",
        {"visitor": "Омар Хасан", "host": "Ашот Мелконян"},
    ),
    ("Делегация Госдумы прибыла в Минск.", {"visitor_country": "RUS", "level": "parliament"}),
    ("Рабочая группа Милли Меджлиса посетила Минск.", {"visitor_country": "AZE", "level": "parliament"}),
    ("Делегация «Белнефтехима» посетила Баку.", {"visitor_country": "BLR", "delegation": "Делегация «Белнефтехима»"}),
    ("Президент Ирана накануне завершил официальный визит в Ереван.", {"status": "held", "visit_type": "official"}),
    ("В Ереване открылся форум. Президент Ирана накануне завершил здесь рабочий визит.", {"host_country": "ARM"}),
    ("Министры обороны Армении и Греции встретились в Париже.", {"place_country": "FRA", "cameo_code": "044"}),
    ("Президент Египта созвонился с королем Иордании.", {"cameo_code": "041"}),
    (
        "Премьер-министр Грузии прибыл в Баку для участия в международном форуме по транспорту.",
        {"occasion": "международный форум по транспорту"},
    ),
    (
        "Парламентская делегация Вьетнама побывала в Минске.",
        {"visitor": None, "delegation": "Парламентская делегация Вьетнама", "level": "parliament"},
    ),
    (
        "Делегация Ирана во главе с министром торговли Али Мусави прибыла в Минск.",
        {"visitor": "Али Мусави", "visitor_country": "IRN", "delegation": None},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "columns"), COLUMNS)
def test_columns(text: str, columns: dict[str, Any]) -> None:
    (row,) = visits_in(text)
    assert {name: getattr(row, name) for name in columns} == columns


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


def test_the_meeting_before_is_one_of_its_own() -> None:
    rows = visits_in(
        "Президент Ирана Али Мусави 20 июня встретится в Вене с президентом Ирака Омаром Хасаном.",
        "Прошлая встреча состоялась в мае на полях саммита.",
    )
    assert [(r.kind, r.status) for r in rows] == [("meeting", "planned"), ("meeting", "held")]


def test_day_of_a_call_is_that_of_the_dateline() -> None:
    (row,) = visits_in("ТБИЛИСИ, 15 июня. Состоялся телефонный разговор премьер-министров Грузии и Армении.")
    assert (row.event_start, row.event_end) == (PUBLISHED, PUBLISHED)


def test_day_of_a_departure_told_as_news_is_that_of_the_news() -> None:
    (row,) = visits_in("Президент Ирана направился с визитом в Минск.")
    assert row.event_start == PUBLISHED


def test_first_and_last_day_told_apart_make_the_stretch() -> None:
    (row,) = visits_in(
        "Завершив визит в Армению, президент Ирана 7 июня отправился из Еревана на родину.",
        "Президент Ирана прибыл в Ереван 5 июня.",
    )
    assert (row.event_start, row.event_end) == (date(2023, 6, 5), date(2023, 6, 7))


def test_talks_by_video_may_be_told_so_in_the_sentence_behind() -> None:
    (row,) = visits_in(
        "Министр торговли Ирана провел переговоры с министром торговли Ирака. Встреча прошла в формате видеоконференции."
    )
    assert row.kind == "video_call"


def test_given_name_and_patronymic_stand_for_the_president() -> None:
    rows = visits_in("Об этом сказал президент Беларуси Александр Лукашенко.", "Александр Григорьевич посетил Баку.")
    assert [(r.visitor, r.host_country) for r in rows] == [("Александр Лукашенко", "AZE")]


def test_each_year_of_a_list_is_a_visit_of_its_own() -> None:
    rows = visits_in("Президент Сербии Александр Вучич побывал в Баку в 2014, 2018 и 2022 годах.")
    assert [r.event_start for r in rows] == [date(2014, 1, 1), date(2018, 1, 1), date(2022, 1, 1)]


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


def test_an_invitation_that_came_to_nothing_is_a_visit_called_off() -> None:
    (row,) = visits_in(
        "Об этом рассказал мэр Гомеля Петр Носов.", "Его, впрочем, пригласили в Баку на ярмарку, но поездка сорвалась."
    )
    assert (*told(row), row.visitor) == ("visit", "BLR", "AZE", "cancelled", "Петр Носов")


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


def test_everybody_listed_at_a_gathering_is_a_visitor() -> None:
    rows = visits_in(
        "В заседании в Ташкенте приняли участие министр обороны Индии Радж Сингх, премьер-министр Казахстана Алихан "
        "Смаилов и премьер-министр Узбекистана Абдулла Арипов."
    )
    assert [(r.visitor_country, r.host_country) for r in rows] == [("IND", "UZB"), ("KAZ", "UZB")]


def test_city_of_the_airport_is_the_place() -> None:
    (row,) = visits_in(
        "Президент Ирана прибыл в Турцию.",
        "В аэропорту «Эсенбога» Анкары президента Ирана встретил министр юстиции Турции.",
    )
    assert (row.host_country, row.place) == ("TUR", "Анкара")


def test_the_last_time_is_another_visit() -> None:
    first, second = visits_in(
        "Вице-премьер Ирана Али Мусави встретился с президентом Армении. В предыдущий раз Мусави был в Ереване в мае."
    )
    assert (first.kind, second.kind, second.event_start) == ("meeting", "visit", date(2023, 5, 1))


def test_a_stage_of_the_visit_in_hand_is_no_visit_of_its_own() -> None:
    assert (
        len(visits_in("Президент Ирана прибыл в Тбилиси. В рамках визита президент Ирана также посетит Батуми.")) == 1
    )


def test_day_of_the_word_is_not_the_day_of_the_visit() -> None:
    (row,) = visits_in("Во вторник министр торговли Ирана сообщил, что посетит Минск.")
    assert row.event_start is None


def test_talks_at_hand_are_no_part_of_a_visit_called_to_mind() -> None:
    first, second = visits_in(
        "Президент Беларуси встретился с премьер-министром Ирана.",
        "Он напомнил о договоренностях, достигнутых в ходе визита президента Беларуси в Иран в мае 2022 года.",
    )
    assert (first.kind, second.kind, second.host) == ("meeting", "visit", None)


def test_talks_in_two_cities_are_two() -> None:
    rows = visits_in("Президенты Ирана и Ирака виделись в Москве на саммите и в Казани на форуме.")
    assert [(r.kind, r.place) for r in rows] == [("meeting", "Москва"), ("meeting", "Казань")]


def test_place_of_talks_told_in_the_sentence_behind() -> None:
    (row,) = visits_in(
        "Министр обороны Армении встретился с министром обороны Греции. Встреча прошла на полях форума в Анталье."
    )
    assert (row.kind, row.place, row.place_country, row.cameo_code) == ("meeting", "Анталья", "TUR", "044")


def test_undated_document_leaves_relative_dates_open() -> None:
    (row,) = visits_in("Министр торговли Ирана вчера посетил Минск.", published=None)
    assert row.event_start is None


def test_a_day_within_a_visit_is_not_the_day_of_the_visit() -> None:
    (row,) = visits_in("Сегодня в рамках визита президента Ирана в Ереван открыта выставка.")
    assert row.event_start is None


PARTS = st.sampled_from(
    [
        "Президент Сербии Александр Вучич", "министр обороны Армении", "он", "Его коллега", "делегация Ирана", "гостя",
        "прибыл", "принял", "встретился", "с визитом", "в Баку", "в ходе визита", ", который", "— сказал", "и", "(", ")",
        "с премьер-министром Грузии", "обсудил", "состоялся телефонный разговор", "20 июня", "визит", "отменен", ".", "«", "с ним",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=14))
def test_any_order_of_words_is_read(parts: list[str]) -> None:
    """Rows of any jumble quote the text, name two countries, and are the same on a second reading."""
    text = " ".join(parts)
    rows = visits_in(text)
    assert rows == visits_in(text)
    for row in rows:
        assert row.visitor_country and row.host_country and row.visitor_country != row.host_country


BROKEN = [
    ('[words]\nvisits = ["визит"]\n[types]\n[days]\n[delegations]\n', "visits"),
    ('[words]\nvisit = ["визит", "Визит"]\n[types]\n[days]\n[delegations]\n', "Визит"),
    ('[words]\n[types]\n"рабочий" = "busy"\n[days]\n[delegations]\n', "рабочий"),
]


@pytest.mark.parametrize(("toml", "named"), BROKEN)
def test_a_broken_word_list_names_its_entry(
    toml: str, named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "visits.toml"
    path.write_text(toml, encoding="utf-8")
    monkeypatch.setattr(words_module, "_PATH", path)
    with pytest.raises(LexiconError, match=named):
        visit_words.__wrapped__()
