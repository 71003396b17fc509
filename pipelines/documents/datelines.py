"""Dates that a page puts over its text: "15.07.2023, 18:05", "БАКУ, 14 мар — ...", "17 октября, Минск /.../"."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipelines.documents.url_dates import MONTH_NUMBERS
from pipelines.text.dates import DateExpression, find_date_expressions, parse_date
from pipelines.text.span import Span
from pipelines.text.tokens import tokenize

_HEAD = 120  # a dateline stands within so many characters of its line
_RUBRIC = 2  # words at most before a date that ends its line: "Политика 12 мая 2021"
_SHORT = 60  # a line under the article that holds a date and little else
_LINES = 12  # and its line among the first of the text

MONTH_LABEL = re.compile(r"\A\s*date (\d{4}-\d\d)(?![\d-])\s*", re.IGNORECASE)  # "date 2019-07" before the text
_WORD = r"[А-ЯЁA-ZІЎҐЄЇӘҒҚҢӨҰҮҺ][\w’'.-]*"
# Before the date stand at most the place ("НЬЮ-ЙОРК,", "Москва.", "ГОМЕЛЬ (Беларусь),") or a label.
_PLACE = re.compile(
    rf"(?:{_WORD}(?: {_WORD}){{0,2}}(?: (?:край|область|район))?(?: ?\([^)]{{2,40}}\))?\s*[,./|—–-]\s*)?"
    rf"(?:\(\d{{1,2}}:\d\d\)\s*)?(?:/[^/]{{2,40}}/\s*[,-]?\s*)?"
)
_FOUNDED = re.compile(r"(?:установлен|основан|образован|подписан|родил|принят)\w*\W*$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\W|дата(?: публикации| размещения)?|опубликован\w*|размещен\w*|создан\w*|добавлен\w*|published|date|"
    r"\d{1,2}:\d\d|новости|главная)*",
    re.IGNORECASE,
)
# Behind it an agency, a clock, another field or nothing.
_AGENCY = re.compile(
    rf"(?:\s*года?|\s*г)?\.?\s*,?\s*(?:$|[|/(\[«]|[—–-]+\s*[/(«\"]?(?:\d?{_WORD})|\d{{1,2}}[:.]\d\d|\(?{_WORD}\s*(?:[./|,(—–-]|$)|{_WORD}\s+/|Корр\b|{_WORD}[A-ZА-ЯЁ]{{2}})"
)
# "МИНСК, 14 октября 2024 года. Президент прибыл ...": place and date are a sentence of their own.
_SENTENCE = re.compile(r"(?:\s*года?|\s*г)?\.\s+[«\"]?[А-ЯЁA-Z]")
_FIELD = re.compile(
    r"(?:\s*года?|\s*г)?\.?\s*(?:$|[|/•·()\[\]]|,(?!\s*[а-яё])|,\s*(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)\b|[—–-]\s*\d|в?\s*\d{1,2}[:.]\d\d|(?:автор|рубрика|просмотр|источник|версия|категория|фото|время|разместил|опубликовал|добавил)\w*\b|&|\s{2}|\d+\s*$)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"обновл|изменен|updated|©|\(c\)|все права|сегодня|погода|курс", re.IGNORECASE)
# Under the text it says more than the day over it, which may be that of the event.
_STATED = re.compile(r"\s*(?:опубликован|размещен|дата публикации)", re.IGNORECASE)
# A line without one of these holds no day: most lines need no closer look.
_DAY = re.compile(
    r"\d(?: ?[./-] ?\d| [a-z]{3}|\W{1,3}(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)|(?<=[a-z]{3} .))"
    r"|[а-я]{3}\.? \d\d?, \d{4}",
    re.IGNORECASE,
)
# The head of a page may be in English.
_ENGLISH = re.compile(
    r"\b(?:(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2,8})\.?,?|(?P<month_first>[A-Z][a-z]{2,8})\.? "
    r"(?P<day_after>\d{1,2}),) (?P<year>\d{4})\b"
)
_LATIN_NAME = re.compile("[A-Z][a-z]{2}")
# "Ноябрь 12, 2019": the order of English in Russian words.
_MONTH_FIRST = re.compile(r"\b(?P<month>[А-Я][а-я]{2,7})\.? (?P<day>\d{1,2}), (?P<year>\d{4})\b")
_SPACED = re.compile(r"\b(?P<day>\d\d) / (?P<month>\d\d) / (?P<year>\d{4})\b")
_CLOCK_BEFORE = re.compile(r"(?<!\bв )\b\d{1,2}:\d\d[,|]?\s+$")  # "Лица встретились 08:23 28.02.2017"
_GLUED_CLOCK = re.compile(r"(\b\d\d\.\d\d\.\d{4})(?=\d\d:\d\d\b)")  # "15.07.202318:05"
_WEEKDAY_BEHIND = re.compile(r",?\s*(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)")
# The last words of an article: "// 15.07.2023 — Вестник".
_SIGNED_OFF = re.compile(r"//\s*(\d\d\.\d\d\.\d{4})\s*[—–-]\s*[^\n/]{2,30}$")
_ENGLISH_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
_CAPTION = re.compile(r"\b1920,\s*$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date over the text: the expression, its words, and how much the place where it stands weighs.

    `kind` is "dateline" (before an agency's text), "field" (a line of its own) or "caption" (beside a picture: often
    but not always of the same day); `ticker` marks a weekday beside the date, which may be the day of a visit to the
    site.
    """

    date: DateExpression
    words: str
    kind: str
    ticker: bool = False

    @property
    def full(self) -> bool:
        return self.date.year is not None


def find_datelines(text: str, header: Sequence[str]) -> list[Dateline]:
    """Datelines among the page's `header` lines and the first lines of `text`, else under it; in order, each once."""
    found: dict[tuple[str, str], Dateline] = {}
    stated = [line for line in text[-400:].splitlines()[1:] if _STATED.match(line) and len(line) <= _SHORT]
    stated += [line for line in header if _STATED.match(line)]
    for line in (*stated, *header, *_first_lines(text)):
        for dateline in _read(line):
            found.setdefault((dateline.kind, dateline.words), dateline)
    if not found:
        for line in _last_lines(text):
            for dateline in _read(line):
                if dateline.full and dateline.kind == "field":
                    found.setdefault((dateline.kind, dateline.words), dateline)
    if not found and (signed := _SIGNED_OFF.search(text.rstrip())):
        return list(_read(signed[1]))
    return list(found.values())


def _last_lines(text: str) -> list[str]:
    """Some pages put the date under the article, in a line of its own."""
    return [line for line in text[-400:].splitlines()[1:] if len(line.strip()) <= _SHORT][-3:]


def _first_lines(text: str) -> Iterator[str]:
    lines = (line.strip() for line in text[:6000].splitlines())
    for _, line in zip(range(_LINES), (line for line in lines if line), strict=False):
        yield line


def _read(line: str) -> Iterator[Dateline]:
    line = _GLUED_CLOCK.sub(r"\1 ", MONTH_LABEL.sub("", line, count=1).strip().lstrip("#*>- "))
    head = line[:_HEAD]
    if not _DAY.search(head):
        return
    for date in (*_in_english(head), *_in_other_order(head), *find_date_expressions(head, tokenize(head))):
        if date.kind != "calendar" or date.precision != "day" or date.preposition or date.year_shift is not None:
            continue
        if head[date.span.start :].lower().startswith("сегодня"):
            continue
        before, words, after = head[: date.span.start], date.span.of(head), line[date.span.end :]
        before = _ENGLISH_WEEKDAY.sub("", before)
        kind = _kind(before, after, date)
        if kind is not None:
            ticker = date.weekday is not None or _WEEKDAY_BEHIND.match(after) is not None
            yield Dateline(date, words, kind, ticker)
            return
    if match := re.search(r"1920,\s*(\d\d\.\d\d\.\d{4})$", line):
        for date in find_date_expressions(match[1], tokenize(match[1])):
            yield Dateline(date, match[1], "caption")


def _in_english(head: str) -> Iterator[DateExpression]:
    """ "Monday, 21 August 2023", "May 16, 2024"."""
    if not _LATIN_NAME.search(head):
        return
    for m in _ENGLISH.finditer(head):
        month = MONTH_NUMBERS.get((m["month"] or m["month_first"]).lower())
        day = int(m["day"] or m["day_after"])
        if month is not None and 1 <= day <= monthrange(int(m["year"]), month)[1]:
            yield replace(parse_date(f"{day:02}.{month:02}.{m['year']}"), span=Span(*m.span()))


def _in_other_order(head: str) -> Iterator[DateExpression]:
    """ "Ноябрь 12, 2019", "16 / 11 / 2011"."""
    for m in _MONTH_FIRST.finditer(head):
        try:
            date = parse_date(f"{m['day']} {m['month']} {m['year']}")
        except ValueError:  # a word that is no month: "Пункт 12, 2019"
            continue
        yield replace(date, span=Span(*m.span()))
    for m in _SPACED.finditer(head):
        if 1 <= int(m["month"]) <= 12 and 1 <= int(m["day"]) <= monthrange(int(m["year"]), int(m["month"]))[1]:
            yield replace(parse_date(f"{m['day']}.{m['month']}.{m['year']}"), span=Span(*m.span()))


def _kind(before: str, after: str, date: DateExpression) -> str | None:
    if _CAPTION.search(before):
        return None if after.strip() else "caption"
    if _UPDATED.search(before) or _FOUNDED.search(before):
        return None
    full = date.year is not None
    if full and re.match(r"(?:\s*года?|\s*г)?[.,]?\s*(?:в|[—–-])?\s*\d{1,2}:\d\d\b", after):
        return "field"
    if date.rule == "numeric_day" and _LABEL.fullmatch(before):
        return "field"
    if _LABEL.fullmatch(before):
        if _FIELD.match(after) and (full or not after.strip(" ,.")):
            return "field"
        if _AGENCY.match(after) and (full or not re.match(r"\s*[—–-]", after)):
            return "dateline"
        return None
    if _PLACE.fullmatch(before) and (_AGENCY.match(after) or (_places(before, full) and _SENTENCE.match(after))):
        return "dateline"
    if full and _CLOCK_BEFORE.search(before) and re.match(r"(?:\s*года?|\s*г)?\.?\s*(?:$|\()", after):
        return "field"
    # A date at the end of a short line of furniture: "Рубрика | 4 октября 2024", "Анонс (04.02.2024 18:50)".
    if (
        full
        and len(before) < 110
        and re.fullmatch(r"(?:\s*года?|\s*г)?[.)\]]?\s*,?\s*(?:\d{1,2}[:.]\d\d)?\)?\s*", after)
    ):
        rubric = before.rpartition("|")[2]  # "Новости | Экономика, 4 октября 2024"
        return "field" if re.search(r"[|•·/(\[]\s*$", before) or len(rubric.split()) <= _RUBRIC else None
    return None


def _places(before: str, full: bool) -> bool:
    """A place stands before the date; before a day without its year one in capitals."""
    place = before.rstrip()
    return place.endswith(",") and (full or place.isupper())
