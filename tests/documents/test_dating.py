"""Dating an article: metadata, dateline, inference, and when to stay silent."""

import pytest

from pipelines.documents.datelines import find_datelines
from pipelines.documents.dating import find_published
from pipelines.documents.document import Published, Sidecar
from pipelines.documents.events import load_beginnings, load_events
from pipelines.text.lexicon import LexiconError


def shown(published: Published | None) -> str | None:
    if published is None or published.interval.start is None:
        return None
    length = {"day": 10, "month": 7, "year": 4}[published.interval.precision]
    return f"{published.interval.start.isoformat()[:length]} {published.method}"


@pytest.mark.parametrize(
    ("line", "words", "kind"),
    [
        ("БАКУ, 14 мар — Вестник. Оборот вырос", "14 мар", "dateline"),
        ("17 октября, Минск /Корр. ВЕСТНИК/. Сразу", "17 октября", "dateline"),
        ("Минск. 3 февраля. VESTNIK.BY - Премьер", "3 февраля", "dateline"),
        ("НЬЮ-ЙОРК, 22 сентября. /Вестник/. Министры", "22 сентября", "dateline"),
        ("ГОМЕЛЬ (Беларусь), 3 мая - Вестник", "3 мая", "dateline"),
        ("БИШКЕК, 27 июня 2023 года — Вестник. Губернатор", "27 июня 2023 года", "dateline"),
        ("11 ноября, Весткінік. Президент", "11 ноября", "dateline"),
        ("ТБИЛИСИ, 10 июня 2023 года. Министр экономики Беларуси прибыл", "10 июня 2023 года", "dateline"),
        ("Астана, 4 мая 2019 г. Состоялась встреча", "4 мая 2019 г", "dateline"),
        ("ТАШКЕНТ, 10 июня. Президент принял посла", "10 июня", "dateline"),
        ("15 мая", "15 мая", "field"),
        ("12 августа 2025 г.", "12 августа 2025 г", "field"),
        ("4 октября 2024 | Интервью", "4 октября 2024", "field"),
        ("19 апреля 2024, 18:05", "19 апреля 2024", "field"),
        ("2022-05-05 13:23", "2022-05-05", "field"),
        ("• 18:00, 27-фев-2018", "27-фев-2018", "field"),
        ("15.07.2023   Рубрика: Экспорт", "15.07.2023", "field"),
        ("12 мая 2021, среда", "12 мая 2021", "field"),
        ("Экономика 12 мая 2021", "12 мая 2021", "field"),
        ("Вестник рынка | обзоры, 12.05.2021", "12.05.2021", "field"),
        ("2021.05.12", "2021.05.12", "field"),
        ("28-05-2014, 10:15", "28-05-2014", "field"),
        ("Monday, 21 August 2023 14:22", "21 August 2023", "field"),
        ("May 16, 2024", "May 16, 2024", "field"),
        ("БАКУ, 22 дек – 1VESTNIK.AZ", "22 дек", "dateline"),
        ("12 июн 19:33", "12 июн", "dateline"),
        ("Лесной край, (09:51) 28 октября 2004 г.", "28 октября 2004 г", "dateline"),
        ("Порт, контейнеры - Вестник, 1920, 26.07.2024", "26.07.2024", "caption"),
        ("16.11.201809:35", "16.11.2018", "field"),  # the clock glued on
        ("3 июня 2016. Разместил: вестник", "3 июня 2016", "field"),
        ("09:15 3 июня 2021 г. 27", "3 июня 2021 г", "field"),  # a counter of readers
        ("Ноябрь 12, 2019", "Ноябрь 12, 2019", "field"),
        ("Бишкек, 15.02.22. /Вестник/. Премьер", "15.02.22", "dateline"),
    ],
)
def test_dateline(line: str, words: str, kind: str) -> None:
    assert [(d.words, d.kind) for d in find_datelines(line, ())] == [(words, kind)]


def test_day_stated_under_the_text_comes_before_the_day_over_it() -> None:
    text = "3 мая 2023 года, Ереван\n\nСостоялась встреча министров.\n\nОпубликовано 04.05.2023 в 10:15\n"
    assert [d.words for d in find_datelines(text, ())] == ["04.05.2023", "3 мая 2023 года"]


@pytest.mark.parametrize(
    "line",
    [
        "28 марта президент прибыл в Баку",
        "28-29 марта состоится визит",
        "7 августа в Астане открылся форум",
        "9 мая — День Победы",
        "Справка. 5 мая 1992 года. Установлены отношения",
        "В субботу, 10 июня. Президент принял посла",
        "1 января 2024 года вступает в силу соглашение",
        "Обновлено: 28.09.2017 12:30",
        "Сегодня, 15 мая 2024 года",
        "В 2022 году оборот вырос",
        "Отношения установлены 18 мая 1992",
        "Пункт 12, 2019 год",
    ],
)
def test_no_dateline(line: str) -> None:
    assert find_datelines(line, ()) == []


@pytest.mark.parametrize(
    ("sidecar", "expected"),
    [
        (Sidecar(published="2023-05-17"), "2023-05-17 metadata"),
        (Sidecar(published="2023-05-17T10:00:00+04:00"), "2023-05-17 metadata"),
        (Sidecar(published="17 мая 2023 года"), "2023-05-17 metadata"),
        (Sidecar(published="2023-05"), "2023-05 metadata"),
        (Sidecar(published="вчера"), None),
        (Sidecar(published="2023-13-40"), None),
        (Sidecar(url="https://example.by/20230517/x.html"), "2023-05-17 metadata"),
        (Sidecar(published="2023-05-18", url="https://example.by/20230517/x.html"), "2023-05-18 metadata"),
    ],
)
def test_metadata(sidecar: Sidecar, expected: str | None) -> None:
    assert shown(find_published("Стороны провели встречу.", None, (), sidecar)) == expected


def test_address_with_a_year_takes_the_day_from_the_dateline() -> None:
    sidecar = Sidecar(url="https://example.by/view/posol-499846-2022")
    text = "5 мая, Брест /Корр. ВЕСТНИК/. Посол встретился с председателем."
    assert shown(find_published(text, None, (), sidecar)) == "2022-05-05 metadata"


def test_address_with_a_month_takes_the_day_from_the_lead() -> None:
    sidecar = Sidecar(url="https://example.kz/2017/09/pozdravil")
    assert shown(find_published("Сегодня, 2 сентября, президент позвонил.", None, (), sidecar)) == "2017-09-02 metadata"
    assert shown(find_published("Президент прибыл 30 августа.", None, (), sidecar)) == "2017-09 metadata"


def test_address_with_a_year_takes_the_month_from_what_is_told_as_new() -> None:
    sidecar = Sidecar(url="https://example.by/view/delegatsija-26349-2024")
    text = "9 июня 2024 г. начался визит делегации."
    assert shown(find_published(text, None, (), sidecar)) == "2024-06 metadata"


def test_misprint_beside_a_weekday_leaves_the_date_of_the_page() -> None:
    text = "16.10.2006\nВо вторник, 17 сентября, прилетит президент."
    assert shown(find_published(text, None, (), Sidecar())) == "2006-10-16 dateline"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a dateline that tells all
        ("БИШКЕК, 27 июня 2023 года — Вестник. Губернатор прибыл.", "2023-06-27 dateline"),
        ("Оборот вырос\n07.10.2014 08:39\nОбновлено: 28.09.2017\nМинистр сообщил.", "2014-10-07 dateline"),
        ("Кран, 1920, 14.03.2023\nБАКУ, 14 мар — Вестник. Оборот вырос.", "2023-03-14 dateline"),
        ("Переговоры19 ноября 2018 — 08:39\nПройдут сегодня.", "2018-11-19 dateline"),
        ("Торгпред открыл стенд.\nПо итогам 2021 года рост.\n28 февраля 2023 года", "2023-02-28 dateline"),
        # the day of the visit to the site stands above the day of the article
        ("Четверг, 24 апреля 2025\n14 марта 2025, 11:39\n14 марта, Минск /Корр./. Посол рад.", "2025-03-14 dateline"),
        ("20 июня 2025, пятница01:08\nОбщество\n12 мая 2025, 16:03\nСтороны подписали заявление.", "2025-05-12 dateline"),
        # the last words sign the article off
        ("За семь месяцев 2022 г. вывоз вырос вдвое. // 28.09.2022 — Вестник", "2022-09-28 dateline"),
        # a label that tells the month
        (" date 2019-07 Вывоз снова растет, следует из ответа ведомства.", "2019-07 dateline"),
        (" date 2019-07 ЧУЖБИНА, 5 июл - Вестник. Вывоз снова растет.", "2019-07-05 dateline"),
        # a day and month, the year from the words
        ("МИНСК, 22 мая - Вестник. По итогам 2020 года оборот составил 400 млн.", "2021-05-22 inferred"),
        ("МИНСК, 14 октября. /В/. В январе - августе оборот вырос на 7% к аналогичному периоду 2024 года.",
         "2025-10-14 inferred"),
        ("17 октября, Минск /Корр. В/. Гость прибыл накануне, 16 октября 2023 года.", "2023-10-17 inferred"),
        ("15 мая\nМинск\nГость был тут в прошлом году: тогда, в июле 2023 года, прошел саммит.", "2024-05-15 inferred"),
        ("МОСКВА, 22 сен - В. Встреча прошла на полях 78-й сессии Генеральной Ассамблеи ООН.", "2023-09-22 inferred"),
        ("БАКУ, 19 ноя - В. За четверть века с момента установления дипотношений Беларусь и Азербайджан "
         "прошли путь.", "2018-11-19 inferred"),
        # no day
        ("С 2005 по 2012 год торговля выросла вчетверо, итог прошлого года – 200 млн.", "2013 inferred"),
        ("По итогам прошлого, 2013 года оборот составил 200 млн.", "2014 inferred"),
        ("Комиссия собиралась в июне 2024 года, то есть ровно год назад.", "2025-06 inferred"),
        ("За пять месяцев 2021 года оборот удвоился, в 2020 году он вырос на 40%.", "2021 inferred"),
        ("Сегодня, 14 апреля, начались переговоры. В 2020 году оборот составил 400 млн.", "2021-04-14 inferred"),
        ("Президент посетит страну 16-17 мая 2024 года.", "2024 inferred"),
        ("В ноябре прошлого года стороны вели переговоры. В ноябре 2010 г. министр сообщил о переговорах.", "2011 inferred"),
        ("Недавно завершился 2010 год. Каким он был для посольства?", "2011 inferred"),
        ("За восемь месяцев текущего года оборот вырос. С начала 2024 года страну посетили 42 делегации.", "2024 inferred"),
        ("Оборот за первую декаду 2016 года упал на 9%, в январе-марте 2016 года он составил 215 млн.", "2016 inferred"),
        ("9 июня 2024 года начался визит делегации. Гостей встретили в аэропорту.", "2024-06 inferred"),
        ("28 июля, Минск /Корр. В/. Посол встретился с депутатом. Дипотношения Беларуси и Азербайджана установлены "
         "11 июня 1993 года. В 2023 году будет отмечаться 30-летие дипотношений.", "2022-07-28 inferred"),
        ("КИЕВ. 27 февраля. В. В прошлом году экспорт составил 3 млрд. В 2018 году страна продала больше, чем "
         "когда-либо.", "2019-02-27 inferred"),
        ("Лидеры уже встречались в этом году. В марте 2018 года премьер совершил визит.", "2018 inferred"),
        ("К 25-летию договора о дружбе (16 июня 1994 г. — 16 июня 2019 г.) стороны обменялись письмами.", "2019 inferred"),
        ("30 октября 2020 г. стороны отмечали 20-ю годовщину договора. Договор подписан 30 октября 2000 г. в целях "
         "развития связей.", "2020 inferred"),
        ("По приглашению премьера с 17 по 20 декабря 2019 года состоялся визит президента.", "2019-12 inferred"),
        ("Постановление Правительства от 23 ноября 2023 года № 1030\nПравительство постановляет.", "2023 inferred"),
        ("2 июля президент позвонил коллеге после Вторых Европейских игр.", "2019-07 inferred"),
        ("За первую половину 2018 года сосед занял первое место среди партнеров.", "2018 inferred"),
        ("Страны в 2024 году отмечают 30-летие дипотношений. Лидеры встретились.", "2024 inferred"),
        ("Делегация участвует в выставке ADEX 2016. Министры подписали план.", "2016 inferred"),
        ("Порт достроят до конца будущего года. Работы будут завершены до конца 2013 года.", "2012 inferred"),
        ("За 23 года дипломатических отношений Беларуси и Азербайджана прошло много встреч.", "2016 inferred"),
        ("29 июля 2021 года состоялась встреча с послом.", "2021-07 inferred"),
        ("30 июля 2021 года состоялась встреча с послом.", "2021 inferred"),  # perhaps told in August
        ("МИНСК, 6 марта - В. Завод в конце февраля 2020 г. заключил контракт.", "2020-03-06 inferred"),
        ("Техника охраняла климатическую конференцию COP29 в ноябре прошлого года.", "2025 inferred"),
        # the day of a visit to the site, long after what is told as new
        ("25.11.2024\nЛидер выступил\nВ январе-августе 2015 года оборот составил 950 млн долларов.", "2015 inferred"),
        ("Глава государства прибыл в Баку для участия в саммите по борьбе с изменением климата.", "2024-11 inferred"),
    ],
)  # fmt: skip
def test_dated(text: str, expected: str) -> None:
    assert shown(find_published(text, None, (), Sidecar())) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ЕРЕВАН, 9 сентября. /В/. В прошлом году оборот превысил 700 млн. Договор действует до 2030 года.",
        "Стороны договорились довести оборот до 1 млрд к 2030 году.",
        "БАКУ, 12 янв - В. По итогам 2020 года оборот составил 400 млн.",  # January of 2021 or of 2022
        "Завод построили в 1975 году.",
        "Собеседник напомнил, что годом ранее, в 2021-м, экспорт падал.",  # a year before the one spoken of
        "Главы государств обсудили проведение саммита в первом квартале 2017 года.",  # no figures: yet to come
        "ТАШКЕНТ, 9 мая. /В/. По итогам 2024 года и в 2025 году оборот вырос на 15%.",  # said in 2025 or in 2026
        "МИНСК, 20 декабря. /В/. Стороны подписали договор в апреле 2015 года.",  # of whatever year since
        "Бюджет на сезон-2024 меньше на 5%, чем в 2022 году.",  # a later year stands beside the figures
        "МИНСК, 3 мая. /В/. Вчера, 5 марта 2019 года, открыли завод.",  # contradicts the dateline
        "Сотрудничество началось в далеком 2007 году, с тех пор собрали 12 тыс. тракторов.",
        "С начала года оборот достиг 1 млрд долларов. Рост товарооборота в 2022 году рекордный.",  # that year or the next
        "В 2011 году прокачали 988 тыс. тонн. Это если в этом году не будет еще танкеров.",  # in that year or the next
        "МИНСК, 28 июля. /В/. Дипломатические отношения установлены 11 июня 1993 года.",
        "ЧУЖБИНА, 27 ноя – В. Впервые о проекте заговорили в октябре 2022 года.",
        "Вступило в силу 26 ноября 2004 года. Стороны намерены развивать связи.",
        "За 2022 год оборот может стать рекордным. В январе-ноябре 2022 года он вырос на 28%.",  # said in January too
        "За 30 лет со дня установления дипотношений Беларуси и Азербайджана прошло десять визитов.",  # or a year later
        "25 апреля 2024\nВизит отложен\nКак сообщили в воскресенье, 27 ноября, о сроках объявят позже.",
        "В 2023 году будет отмечаться 30-летие дипотношений Беларуси и Азербайджана.",
        "Все меняется в этом году. Завод построен в марте 2018 года, и с тех пор он растет.",  # history
        "Делегация примет участие в форуме TEA-2016, который состоится летом.",  # that year or the one before
        "Лидеры смогут подписать документы после 1 января 2020 года.",  # in that year or the one before
        "Эксперты напомнили, как в 2010 году сосед выдал займ в 200 млн долларов.",
        "За 30 лет торговля росла (2001–2019 годы).",  # not so many years
        "",
    ],
)
def test_stays_silent(text: str) -> None:
    assert find_published(text, None, (), Sidecar()) is None


def test_header_that_cleaning_removed_counts() -> None:
    assert shown(find_published("Завод продал лифты.", None, ("15.07.2023 Рубрика: Экспорт",), Sidecar())) == (
        "2023-07-15 dateline"
    )


def test_nothing_is_published_after_it_was_fetched() -> None:
    sidecar = Sidecar(retrieved_at="2020-01-01")
    assert find_published("Завод продал лифты.\n12.08.2024", None, (), sidecar) is None


@pytest.mark.parametrize(
    ("content", "load"),
    [
        ("name,place,first,last,source\nа,,2024-13-01,2024-01-02,x\n", load_events),
        ("name,place,first,last,source\n(,,2024-01-01,2024-01-02,x\n", load_events),
        ("name,place,first,last\nа,,2024-01-01,2024-01-02\n", load_events),
        ("kind,sides,day,source\nrelations,(+б,1993-06-11,x\n", load_beginnings),
    ],
)
def test_lists_are_checked(tmp_path, content: str, load) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "list.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LexiconError, match=r"list\.csv"):
        load(path)
