"""Dates that addresses of news pages carry."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone

from pipelines.text.interval import Interval

_FIRST_YEAR, _LAST_YEAR = 1995, 2026  # of Russian-language news on the web; beyond lies an identifier
# English names and Russian ones in Latin letters, whole or short.
MONTH_NUMBERS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan", "yanvar"),
            ("february", "feb", "fevral"),
            ("march", "mar", "mart"),
            ("april", "apr", "aprel"),
            ("may", "maj"),
            ("june", "jun", "iyun", "ijun"),
            ("july", "jul", "iyul", "ijul"),
            ("august", "aug", "avgust"),
            ("september", "sep", "sentyabr"),
            ("october", "oct", "oktyabr"),
            ("november", "nov", "noyabr"),
            ("december", "dec", "dekabr"),
        ),
        start=1,
    )
    for name in names
}

_SEPARATED_DAY = re.compile(r"(?<!\d)(\d{4})([-/_.])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([-/_.])(\d{1,2})\2(\d{4})(?!\d)")
_RUN = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)(?:\d{3})?)?(?!\d)")
_RUN_DAY_FIRST = re.compile(r"(?<=[-_/])(\d\d)(\d\d)(\d{4})(?:\d{6})?(?=[-_/.?]|$)")
_NAMED_MONTH = re.compile(r"(?<!\d)(\d{4})[-/]([a-z]{3,9})(?:[-/](\d{1,2}))?(?![\da-z])")
_GLUED_MONTH = re.compile(r"(?<![\da-z])(\d{1,2})([a-z]{3})(\d{4})(?![\da-z])")
_MONTH = re.compile(r"(?<=[/=])(\d{4})[-/](\d{1,2})(?=[/?#]|$)")
_MONTH_AND_DAY = re.compile(r"/(\d{4})/(\d\d)(\d\d)(?=[/?#]|$)")
_MOSCOW = timezone(timedelta(hours=3))
_SECONDS = re.compile(r"[?&]st=(\d{9,10})(?=[&#]|$)")
_YEAR_AT_END = re.compile(r"-\d{3,8}-(\d{4})(?=/?(?:[?#]|$))")
_YEAR_FOLDER = re.compile(r"/(\d{4})/")


def find_url_date(url: str) -> tuple[Interval, str] | None:
    """The date in an address and the piece it stands in, None where there is none: a day, a month or a year.

    Takes what news sites write (".../20210522/...", "/2024/05/24/", "/2021/july/", "-499846-2022"), never an
    identifier that merely looks like it ("/1320240517", "/id20250").

    >>> find_url_date("https://example.by/news/view/posol-499846-2022")[0].precision
    'year'
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url.lower())
    for read in (_day_separated, _day_first, _digit_run, _month_and_day, _named_month, _month_folder, _seconds, _year):
        for interval, words in read(path):
            return interval, words
    return None


Reader = Callable[[str], Iterator[tuple[Interval, str]]]


def _day_separated(path: str) -> Iterator[tuple[Interval, str]]:
    for m in _SEPARATED_DAY.finditer(path):
        yield from _interval(m[0], int(m[1]), int(m[3]), int(m[4]))


def _day_first(path: str) -> Iterator[tuple[Interval, str]]:
    for m in _DAY_FIRST.finditer(path):
        yield from _interval(m[0], int(m[4]), int(m[3]), int(m[1]))


def _digit_run(path: str) -> Iterator[tuple[Interval, str]]:
    """20210522, or a clock behind it: 20080612035125, 20080612035125472; 28022022, 13122019124900."""
    for m in _RUN.finditer(path):
        if m[4] is None or (int(m[4]) < 24 and int(m[5]) < 60 and int(m[6]) < 60):
            yield from _interval(m[0], int(m[1]), int(m[2]), int(m[3]))
    for m in _RUN_DAY_FIRST.finditer(path):
        yield from _interval(m[0], int(m[3]), int(m[2]), int(m[1]))


def _month_and_day(path: str) -> Iterator[tuple[Interval, str]]:
    """/2021/0522/."""
    for m in _MONTH_AND_DAY.finditer(path):
        yield from _interval(m[0], int(m[1]), int(m[2]), int(m[3]))


def _named_month(path: str) -> Iterator[tuple[Interval, str]]:
    for m in _NAMED_MONTH.finditer(path):
        if month := MONTH_NUMBERS.get(m[2]):
            yield from _interval(m[0], int(m[1]), month, int(m[3]) if m[3] else None)
    for m in _GLUED_MONTH.finditer(path):  # /07oct2007/
        if month := MONTH_NUMBERS.get(m[2]):
            yield from _interval(m[0], int(m[3]), month, int(m[1]))


def _month_folder(path: str) -> Iterator[tuple[Interval, str]]:
    for m in _MONTH.finditer(path):
        yield from _interval(m[0], int(m[1]), int(m[2]), None)


def _seconds(path: str) -> Iterator[tuple[Interval, str]]:
    """newsA.php?st=1718000000: seconds since 1970, taken as the day in Moscow."""
    for m in _SECONDS.finditer(path):
        day = datetime.fromtimestamp(int(m[1]), _MOSCOW).date()
        yield from _interval(m[0].strip("?&"), day.year, day.month, day.day)


def _year(path: str) -> Iterator[tuple[Interval, str]]:
    for pattern in (_YEAR_AT_END, _YEAR_FOLDER):
        for m in pattern.finditer(path):
            if _FIRST_YEAR <= (year := int(m[1])) <= _LAST_YEAR:
                yield Interval(date(year, 1, 1), date(year, 12, 31), "year"), m[0].strip("/")


def _interval(words: str, year: int, month: int, day: int | None) -> Iterator[tuple[Interval, str]]:
    """The day or month, unless the figures cannot be one."""
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12):
        return
    length = monthrange(year, month)[1]
    if day is None:
        yield Interval(date(year, month, 1), date(year, month, length), "month"), words.strip("/")
    elif 1 <= day <= length:
        yield Interval(date(year, month, day), date(year, month, day), "day"), words.strip("/")
