"""Pages to articles: what stays, what goes, and the way back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.documents.clean import clean
from pipelines.text.span import Span

BODY = "Послы двух стран встретились в Астане и обсудили поставки зерна, сообщили в министерстве."
MORE = "Экспорт за полгода вырос на 7,5% и достиг 31 миллиона долларов, уточнил собеседник."


def reasons(page: str) -> set[tuple[str, str]]:
    return {(r.reason, r.text) for r in clean(page).removed}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Главная / Новости / Экономика", "navigation"),
        ("Главная | Афиша | Контакты", "navigation"),
        ("/ / Внешние связи", "navigation"),
        ("Версия для слабовидящих", "navigation"),
        ("Қаз Рус Eng", "navigation"),
        ("1 | 2 | 3 | Далее", "navigation"),
        ("Лента новостей", "boilerplate"),
        ("Комментарии (37)", "boilerplate"),
        ("Комментарии: 6", "boilerplate"),
        ("Просмотров: 412", "boilerplate"),
        ("Поделиться", "boilerplate"),
        ("Подписывайтесь на нас в Telegram", "boilerplate"),
        ("👉 Читайте нас в Дзене", "boilerplate"),
        ("WWW.NEWS.BY WWW.NEWS.BY", "boilerplate"),
        ("USD 3.25 EUR 3.58", "boilerplate"),
        ("Ещё 20 материалов", "boilerplate"),
        ("Минск, +12 °C", "boilerplate"),
        ("145 просмотров", "boilerplate"),
        ("• • •", "boilerplate"),
        ("© Вестовой, 2015-2024", "copyright"),
        ("Все права защищены. Перепечатка только с разрешения", "copyright"),
        ("Фото: пресс-служба", "photo_caption"),
        ("© Фото : из архива редакции", "photo_caption"),
        ("Цех завода в Гяндже - Sputnik Азербайджан, 1920, 02.02.2021", "photo_caption"),
        ("AZN = 46.74 RUB", "boilerplate"),
        ("Эта новость в СМИ", "navigation"),
        ("$1 – 12482.38", "boilerplate"),
        ("UZS – 0,56%", "boilerplate"),
        ("/ niva.uz", "navigation"),
        ("- РИА Новости", "photo_caption"),
        ("Лен Зерно Китай Минск торговля Лен Зерно Китай Минск", "navigation"),
        ("Послы в зале. Фото © Вестовой, © Getty Images", "photo_caption"),
        ("Иван Петров / РИА Новости", "photo_caption"),
        ("Читайте также: Как растет экспорт льна", "related"),
        ("12:40 Премьер прилетел в Тбилиси", "related"),
        ("(function(d, s, id) {", "script"),
    ],
)
def test_furniture_goes_with_its_reason(line: str, reason: str) -> None:
    page = f"{BODY}\n\n{line}\n\n{MORE}"
    cleaned = clean(page)
    assert cleaned.text == f"{BODY}\n{MORE}"
    assert {r.reason for r in cleaned.removed} == {reason}
    assert line in {r.text for r in cleaned.removed}


@pytest.mark.parametrize(
    "line",
    [
        "Источник в правительстве рассказал, что визит отложен на месяц из-за разногласий по цене.",
        "Главное в документе — отмена пошлин.",
        "Фото с церемонии президенты подарили друг другу.",
        "Мир в регионе нужен всем, сказал посол.",
        "Новости о визите пришли в полдень, когда делегация уже улетела.",
        "— Экспорт растет, — сказал он.",
        "Архив передадут музею.",
        "Экспорт/импорт",
        "Задать вопрос послу смогли только двое.",
        "Полное или частичное снятие пошлин обсудят в мае.",
        "Официальный курс маната не меняется третий год, напомнил эксперт.",
        "Фото из архива посол подарил музею.",
        "12 мая посол отправился в Баку.",
        "Подписаться под документом стороны не успели.",
    ],
)
def test_the_articles_own_lines_stay(line: str) -> None:
    assert line in clean(f"{BODY}\n\n{line}\n\n{MORE}").text


@pytest.mark.parametrize(
    ("page", "gone"),
    [
        (f"{BODY}\nЧитайте также:\n- Премьер улетел в Минск\n- Как выросла торговля льном", "Премьер улетел"),
        (f"{BODY}\nЧитайте также:\n27 января 2024 Премьер улетел в Минск", "Премьер улетел"),
        (f"{BODY}\nГлавное за день\nПремьер улетел в Минск\nМинистр принял посла\n", "Министр принял"),
        (f"{BODY}\nСамое читаемое\n1. Премьер улетел в Минск\n2. Министр принял посла\n", "Министр принял"),
        (f"{BODY}\nЗал - Sputnik Грузия, 1920, 01.02.2021\nПремьер улетел в Минск\n\n{MORE}", "Премьер улетел"),
        (f"{BODY} Читайте также: Премьер улетел в Минск", "Премьер улетел"),
        (f"{BODY}\n\nПремьер улетел в Минск сегодня утром\nМинистр принял нового посла Сербии\n"
         "Как растет экспорт льна в Китай",
         "Премьер улетел"),
    ],
)  # fmt: skip
def test_links_to_other_articles_go(page: str, gone: str) -> None:
    cleaned = clean(page)
    assert gone not in cleaned.text
    assert BODY in cleaned.text
    assert any(r.reason == "related" and gone in r.text for r in cleaned.removed)


@pytest.mark.parametrize(
    "page",
    [
        f"{BODY}\nПо итогам подписаны:\nСоглашение о карантине растений\nМеморандум о туризме и спорте\n"
        "План сотрудничества на 2024 год",
        f"{BODY}\nЧитайте также: Премьер улетел\n\n{MORE}",
        f"{BODY}\nЧитайте также:\nПремьер улетел в Минск\n\n{MORE}",
    ],
)
def test_lists_end_where_the_article_goes_on(page: str) -> None:
    text = clean(page).text
    assert "План сотрудничества" in text if "План" in page else MORE in text


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("Стороны подписали меморандум о сотрудничестве в\nобласти спорта.\nДругой абзац.",
         ["Стороны подписали меморандум о сотрудничестве в области спорта.", "Другой абзац."]),
        ("Стороны договорились развивать торгово-\nэкономическое сотрудничество.",
         ["Стороны договорились развивать торгово-экономическое сотрудничество."]),
        (f"## Что дальше\n{BODY}", ["Что дальше", BODY]),
        (f"{BODY}\n\n{BODY}", [BODY]),
        (f"{BODY}\n\n{BODY}{MORE}", [f"{BODY} {MORE}"]),
        (f"Поиск\nУзбекистан 15/08/2022 Лен едет в Китай\nЛен едет в Китай\n\n{BODY}", ["Лен едет в Китай", BODY]),
        ("Экспорт, млн\n401,7\n289,5", ["Экспорт, млн", "401,7", "289,5"]),
        (f"Премьер улетел в Баку МИНСК, 3 мая - Вестовой. {BODY}",
         ["Премьер улетел в Баку", f"МИНСК, 3 мая - Вестовой. {BODY}"]),
        (f"17.01.2009 Торговля зерном за год выросла {BODY}", [f"Торговля зерном за год выросла {BODY}"]),
        ("Торговля двух стран зерном выросла на 9% Торговля двух стран зерном выросла за год на 9% и "
         "составила 2 млн тонн, сообщили в министерстве.",
         ["Торговля двух стран зерном выросла на 9%",
          "Торговля двух стран зерном выросла за год на 9% и составила 2 млн тонн, сообщили в министерстве."]),
    ],
)  # fmt: skip
def test_blocks(page: str, blocks: list[str]) -> None:
    cleaned = clean(page)
    assert [b.span.of(cleaned.text) for b in cleaned.blocks] == blocks


def test_header_holds_the_dates_that_cleaning_took_out() -> None:
    cleaned = clean(f"Новости\n15.07.2023, 18:05   Рубрика: Лен\nПослы встретились в Астане\n\n{BODY}")
    assert cleaned.header[:2] == ("15.07.2023, 18:05", "Послы встретились в Астане")
    assert "15.07.2023" not in cleaned.text


def test_header_reaches_over_the_buttons_of_a_page() -> None:
    buttons = "\n".join(["Twitter", "Facebook", "Поиск", "Что вы ищете ?", "Apple store"] * 5)
    cleaned = clean(f"{buttons}\nПослы встретились в Астане\n\n02 апреля 2024 22:04\n\n{BODY}")
    assert "02 апреля 2024 22:04" in cleaned.header


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("В избранные Сделать стартовой Подписка Объявления", False),
        ("Политика Экономика Общество Спорт", False),
        ("Политика экономика и общество двух стран", True),
        ("Московское время 04:54 1 мая 2024 года", False),
        ("Monday, 21 August 2023 14:22", False),
    ],
)
def test_links_strung_together(line: str, kept: bool) -> None:
    assert (line in clean(f"{line}\nПослы встретились в Астане\n\n{BODY}").text) is kept


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Послы встретятся в Астане19 ноября 2018 — 08:39\n", "Послы встретятся в Астане\n"),
        (
            "Послы встретились в Астане14.06.2024 18:32ТАШКЕНТ, 14 июня. /В/. Рост",
            "Послы встретились в Астане\nТАШКЕНТ",
        ),
        ("Визит состоялся19 ноября 2018 года в Минске по просьбе", "Визит состоялся 19 ноября 2018 года"),
    ],
)
def test_dates_glued_to_what_stands_before(raw: str, text: str) -> None:
    assert clean(f"{raw}\n{BODY}").text.startswith(text)


LIST = ["В Гомеле открыли новый завод удобрений", "Сколько стоит хлеб в соседних странах?",
        "Послы девяти стран вручили грамоты в Минске", "Лен подорожал на десятую часть"]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "item", "kept"),
    [
        ("Сайт газеты нашего края", "{n}. {words}", False),
        ("Сайт газеты нашего края", "- {words}", False),
        ("Вот что сделано за год:", "- {words}", True),  # announced
        ("Вот что сделано за год", "- {words};", True),
        ("Вот что подписали послы", "- соглашение: {words}", True),
        ("Послы подписали сегодня в столице", "- {words}", True),
        ("Вот что сделано за год", "- завод и {words}", True),
        ("Слово за слово", "— {words}", True),  # an interview
    ],
)
def test_headlines_that_nothing_announces(before: str, item: str, kept: bool) -> None:
    listed = "\n".join(item.format(n=n, words=words) for n, words in enumerate(LIST, start=1))
    assert ("завод удобрений" in clean(f"{BODY}\n{before}\n{listed}\n{BODY} Так было.").text) is kept


def test_headlines_of_one_line_with_their_hours() -> None:
    ticker = "НА САЙТЕ: В Гомеле открыт завод 04 марта 2026 г., 21:57В Минске прошел семинар 04 марта 2026 г., 21:55"
    ticker += "Послы приняли участие в диалоге 04 марта 2026 г., 21:52"
    assert clean(f"{ticker}\nПослы встретились в Астане\n\n{BODY}").text == f"Послы встретились в Астане\n{BODY}"


def test_sentence_over_the_title_stays() -> None:
    page = f"«Гомельлен» поставит соседям двадцать станков.\nСообщается, что станки уже в пути\n\n{BODY}"
    assert "двадцать станков" in clean(page).text


def test_date_under_the_article_told_twice() -> None:
    cleaned = clean(f"{BODY} {MORE}\nПослы встретились в Астане\n15 сентября 202215 сен 2022\n25")
    assert "15 сентября 2022" in cleaned.header
    assert "сен" not in cleaned.text


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Иван Петров Анна Седова Россия Москва Минск политика общество", False),
        ("Официальный визит Президента Республики Беларусь Ивана Петрова", True),
        ("Президент Республики Беларусь Иван Петров позвонил Анне Седовой", True),
        ("Иван Петров, Анна Седова и глава района на открытии", True),
        ("Завод у рекиФото: А. Седов", False),
        ("Мост через реку© РИА Новости . Анна Седова", False),
        ("Фото Анны Седовой (архив)", False),
        ("Фото на память сделали послы двух стран", True),
        ("• $ 93.15 -0.63", False),
        ("USD 92.51 -0.79 EUR 98.91 -0.65", False),
        ("Vestnik.by © 2010-2025.", False),
        ("(11 часов назад)", False),
        ("ПнВтСрЧтПтСбВс", False),
        ("2. Перейти к главному меню", False),
        ("2. Перейти к выпуску тракторов решили в Гомеле", True),
        ("Главная > Читайте в новом номере", False),
        ("if (d.getElementById(id)) return;", False),
        ("(обновлено: 10:22 23.11.2021)", False),
    ],
)
def test_furniture_between_paragraphs(line: str, kept: bool) -> None:
    assert (line in clean(f"Послы встретились в Астане\n\n{BODY}\n{line}\n{BODY} Так было.").text) is kept


@pytest.mark.parametrize(
    "line",
    ["№3 от 16 января 2014 года", "Ежедневная общественно-политическая газета", "您好,欢迎访问! [ 登录 | 注册 ]",
     "date 2025-11-20 https://vestnik.example/20251120/vizit.html"],
)  # fmt: skip
def test_what_is_no_title(line: str) -> None:
    cleaned = clean(f"{line}\nПослы обоих государств встретились в Астане\n\n{BODY}")
    assert cleaned.title is not None
    assert cleaned.blocks[cleaned.title].span.of(cleaned.text) == "Послы обоих государств встретились в Астане"


def test_title_that_stands_twice_is_the_title() -> None:
    raw = f"Вестник над рекой Подписка открыта\nПослы встретились в Астане\n\nПослы встретились в Астане\n{BODY}"
    cleaned = clean(raw)
    assert cleaned.title is not None
    assert cleaned.blocks[cleaned.title].span.of(cleaned.text) == "Послы встретились в Астане"


@pytest.mark.parametrize(
    "line",
    ["13.04.2021 17:43", "• 29 октября, 2025", "11:22 19/04/2024", "Пятница, 9 февраля 2024",
     "4 октября 2021 | Интервью",
     "2024-05-16 17:44", "Политика Материалы 23 декабря 2010 13:38 (UTC +04:00)"],
)  # fmt: skip
def test_dates_of_publication_leave_the_head(line: str) -> None:
    cleaned = clean(f"Лен едет в Китай\n\n{line}\n\n{BODY}")
    assert cleaned.text == f"Лен едет в Китай\n{BODY}"
    assert line in cleaned.header


def test_the_sites_own_clock_is_no_date_of_the_article() -> None:
    assert "22.11.2024" not in "".join(clean(f"Последнее обновление: 22.11.2024 18:00\n\nЛен едет\n\n{BODY}").header)


def test_of_two_dates_the_one_at_the_title_is_the_articles() -> None:
    page = f"Флаг Среда, 17 апреля 2024\nМинск Сплошная облачность +4°C\n\n25 апреля 2018, 20:43\n\nЛен едет\n\n{BODY}"
    cleaned = clean(page)
    assert cleaned.text == f"Лен едет\n{BODY}"
    assert [line for line in cleaned.header if "20" in line] == ["25 апреля 2018, 20:43"]


def test_a_date_with_its_weekday_is_that_of_a_visit_where_another_stands() -> None:
    header = clean(f"ВЕСТНИК ВЕСТНИК\nФлаг Пятница, 19 апреля 2024\nЛица\n20 октября 2010, 12:22\n\n{BODY}").header
    assert [line for line in header if "20" in line] == ["20 октября 2010, 12:22"]


def test_a_date_without_its_year_keeps_the_one_that_has_it() -> None:
    header = clean(f"date 2021-05-03 Поиск\n3 мая, 04:39\n\nЛен едет в Китай\n\n{BODY}").header
    assert [line for line in header if line[-1].isdigit()] == ["date 2021-05-03", "3 мая, 04:39"]


def test_a_date_under_the_article_is_handed_out_too() -> None:
    assert clean(f"{BODY}\n\n28 февраля 2023 года").header[-1] == "28 февраля 2023 года"


PAGES = st.lists(
    st.one_of(
        st.text(max_size=40),
        st.sampled_from(
            [
                BODY,
                MORE,
                "Читайте также:",
                "Поделиться",
                "&nbsp;",
                "**",
                "[a](b)",
                "15.07.2023",
                "# ",
                "- ",
                "<b>",
                "WWW.A.BY ",
            ]
        ),
    ),
    max_size=12,
).map("\n".join)


@given(PAGES)
@settings(max_examples=150)
def test_any_page_is_tiled_by_blocks_and_maps_back(page: str) -> None:
    cleaned = clean(page)
    position = 0
    for block in cleaned.blocks:
        assert block.span.start == position
        position = block.span.end + 1
    assert position == (len(cleaned.text) + 1 if cleaned.blocks else 0)
    for start, raw, length in cleaned.offsets.places():
        assert 0 <= start <= start + length <= len(cleaned.text)
        assert 0 <= raw <= len(page)
    for offset, character in enumerate(cleaned.text):
        raw_span = cleaned.offsets.to_raw(Span(offset, offset + 1))
        if character.isdigit() and "&" not in page:
            assert raw_span.of(page) == character
    covered = bytearray(len(page))
    for run in cleaned.offsets.runs:
        covered[run.raw_start : run.raw_start + run.raw_length] = b"x" * run.raw_length
    for piece in cleaned.removed:
        assert piece.text == piece.raw.of(page)
        covered[piece.raw.start : piece.raw.end] = b"x" * len(piece.raw)
    for entity in re.finditer("&nbsp;", page):
        covered[entity.start() : entity.end()] = b"x" * 6
    lost = [c for c, seen in zip(page, covered, strict=True) if not seen and c.isalnum()]
    assert lost == []


@pytest.mark.parametrize(
    "piece",
    ["а", "а б ", "<", "[", "а\n", "WWW.A.BY ", "1 ", "торгово- ", "| ", "Читайте также: ", f"{BODY} ", "ab.", "1.1"],
)
def test_long_pages_of_one_piece_come_through(piece: str) -> None:
    page = piece * 3_000  # a step that looks back over the whole page at every piece hangs here
    cleaned = clean(page)
    assert len(cleaned.text) <= len(page)


@pytest.mark.parametrize(
    "line", ["1" * 58 + "x|", "a.b" * 300 + "!", "ab.cd" * 300 + " и", "1.1" * 26 + "я", "usd 1.1" * 11 + "я"]
)
def test_lines_made_to_confuse_the_patterns_come_through(line: str) -> None:
    assert line in clean(f"{BODY}\n\n{line}\n\n{BODY} {BODY}").text


def test_a_line_broken_off_after_a_preposition_is_joined_whatever_comes_next() -> None:
    page = "Министр совершил рабочую поездку в\n\nАстану, где обсудил с коллегой поставки зерна и сахара.\n" + MORE
    assert "рабочую поездку в Астану, где обсудил" in clean(page).text


def test_a_marked_heading_under_running_text_is_no_title() -> None:
    cleaned = clean(f"{BODY}\n\n## О чем договорились стороны\n\n{MORE}")
    assert cleaned.title is None


@pytest.mark.parametrize(
    ("line", "blocks"),
    [
        # a gap that only stretches the text parts nothing
        ("Послы двух стран обсудили в Астане поставки зерна  и сахара, сообщили в министерстве.", 1),
        ("Экспорт за полгода вырос на 7,5% и достиг 31 миллиона долларов.  Импорт сократился на треть.", 1),
        # cells of a table stay apart
        ("Экспорт в соседнюю страну, млн долл.  401,7  289,5", 3),
    ],
)
def test_wide_gaps_part_cells_and_not_sentences(line: str, blocks: int) -> None:
    assert len(clean(f"{BODY}\n{line}\n{MORE}").blocks) == blocks + 2
