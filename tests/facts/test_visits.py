"""Which sentences give a row of visits, and which do not."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from visit_rows import told, visits_in

from pipelines.facts.visit import words as words_module
from pipelines.facts.visit.words import visit_words
from pipelines.text.lexicon import LexiconError

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
    ("Министр торговли Кубы прибыл в г. Минск.", "visit CUB BLR held"),
    (
        "В рамках рабочей поездки министр торговли Кубы Хуан Перес встретился с министром торговли Чехии.",
        "visit CUB CZE held",
    ),
    ("Министр торговли Кубы бывал в Минске в 2012 году.", "visit CUB BLR held"),
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
    (
        "Уважаемый президент Сербии! Ваш визит в Азербайджан, президент которого ждал вас, состоялся.",
        "visit SRB AZE held",
    ),
    (
        "Он уточнил, что, помимо глав МИД Чехии и Кубы, в Вену прибудет глава МИД Ирана Али Мусави.",
        "visit IRN AUT planned",
    ),
    (
        "Принято решение о переносе сроков первого саммита и официального визита премьер-министра Ирака в Анкару.",
        "visit IRQ TUR cancelled",
    ),
    ("Ожидается приезд в Ташкент главы европейской дипломатии Федерики Могерини.", "visit EU UZB planned"),
    # words for the journey
    ("Визит президента Турции Реджепа Тайипа Эрдогана в Баку состоится 20 июня.", "visit TUR AZE planned"),
    ("Визит премьер-министра Ирака в Анкару, намеченный на 20 июня, перенесен.", "visit IRQ TUR cancelled"),
    ("Визит премьер-министра Ирака в Анкару перенесен с 20 июня на 5 августа.", "visit IRQ TUR planned"),
    ("Главы МИД Сербии и Ирака обсудили по телефону границу.", "phone_call SRB IRQ held"),
    ("Между президентом Сербии и премьер-министром Ирака состоялся телефонный разговор.", "phone_call SRB IRQ held"),
    ("Накануне между министрами обороны Сербии и Ирака прошли переговоры.", "meeting SRB IRQ held"),
    ("Президенты Сербии и Ирака обменялись мнениями по телефону.", "phone_call SRB IRQ held"),
    ("На встрече с президентом Ирака Александр Вучич отметил рост торговли.", "meeting SRB IRQ held"),
    ("В ходе телефонного разговора президент Сербии поблагодарил премьер-министра Ирака.", "phone_call SRB IRQ held"),
    ("Президент Сербии в телефонном разговоре поздравил премьер-министра Ирака.", "phone_call SRB IRQ held"),
    ("Главы МИД Сербии и Ирака провели переговоры в Белграде.", "meeting SRB IRQ held"),
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
