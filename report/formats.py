"""Figures, dates and countries as people write them, in the language of the page."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

import pycountry
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from pipelines.entities.country_facts import country_name
from report.words import Language, load_words

# In ISO 3166-1 only by agreement, in CLDR under these letters.
_CLDR_ONLY = {"XKX": "XK"}


@lru_cache(maxsize=1 << 12)
def country(code: str | None, language: Language) -> str:
    """Name of a country or bloc; the code itself where no list has it.

    >>> country("BLR", "en"), country("EAEU", "ru"), country("WLD", "en"), country("XXX", "ru")
    ('Belarus', 'Евразийский экономический союз', 'the world', 'XXX')
    """
    if code is None:
        return ""
    bloc = load_words(language).sections["bloc"].get(code)
    if bloc is not None:
        return bloc
    try:
        russian = country_name(code)
    except KeyError:
        return code
    if language == "ru":
        return russian
    listed = pycountry.countries.get(alpha_3=code)
    alpha2 = _CLDR_ONLY.get(code) or (listed and listed.alpha_2)
    return str(Locale(language).territories.get(alpha2, code)) if alpha2 else code


@lru_cache(maxsize=1 << 14)
def number(value: Decimal | float | int, language: Language, digits: int = 2) -> str:
    """A number with at most `digits` decimals.

    >>> number(1234.5, "en"), number(0.125, "ru")
    ('1,234.5', '0,12')
    """
    return str(format_decimal(value, f"#,##0.{'#' * digits}", locale=language))


@lru_cache(maxsize=1 << 14)
def money(amount: Decimal | None, currency: str | None, bound: str | None, language: Language) -> str:
    """An amount with its scale and currency, opened by the word for its bound.

    >>> money(Decimal("447100000.00"), "USD", "exact", "ru"), money(Decimal(-12_000), "AZN", "about", "en")
    ('447,1\xa0млн\xa0USD', 'about -12\xa0thousand\xa0AZN')
    """
    if amount is None:
        return ""
    words = load_words(language)
    value, scale = amount, ""
    for power in (9, 6, 3):
        if abs(amount) >= 10**power:
            value, scale = amount / 10**power, words("scale", str(power))
            break
    told = "\xa0".join(part for part in (number(value, language, 3), scale, currency or "") if part)
    word = "" if bound in (None, "exact") else words("bound", bound)
    return f"{word} {told}".strip()


def change(ratio: float | None, language: Language) -> str:
    """A growth in percent, as a factor from double on.

    >>> change(1.053, "ru"), change(0.75, "en"), change(6.0, "ru")
    ('+5,3\xa0%', '−25\xa0%', '×6')
    """
    if ratio is None:
        return ""
    if ratio >= 2:
        return f"×{number(ratio, language)}"
    percent = round((ratio - 1) * 100, 2)
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{number(abs(percent), language)}\xa0%"


def share(part: float | None, language: Language) -> str:
    """A share in percent.

    >>> share(0.333, "en")
    '33.3\xa0%'
    """
    return "" if part is None else f"{number(part * 100, language)}\xa0%"


@lru_cache(maxsize=1 << 12)
def day(when: date, language: Language) -> str:
    """One day.

    >>> day(date(2021, 5, 7), "ru"), day(date(2021, 5, 7), "en")
    ('7 мая 2021', '7 May 2021')
    """
    return str(format_date(when, "d MMMM y", locale=language))


@lru_cache(maxsize=1 << 13)
def interval(start: date | None, end: date | None, precision: str | None, language: Language) -> str:
    """A stretch of time as its precision tells it; "undated" where both ends are unknown.

    >>> interval(date(2020, 1, 1), date(2020, 12, 31), "year", "ru"), interval(None, date(2025, 12, 31), "year", "en")
    ('2020', 'until 31 December 2025')
    >>> interval(date(2021, 4, 1), date(2021, 6, 30), "quarter", "ru")
    '2-й квартал 2021'
    >>> interval(date(2021, 1, 1), date(2021, 9, 30), "range", "ru"), interval(date(2021, 5, 2), None, "range", "en")
    ('январь–сентябрь 2021', 'since 2 May 2021')
    """
    words = load_words(language)
    if start is None or end is None:
        if start is not None:
            return f"{words.ui('since')} {day(start, language)}"
        return words.ui("undated") if end is None else f"{words.ui('until')} {day(end, language)}"
    if start == end:
        return day(start, language)
    if _whole_months(start, end):
        return _months(start, end, precision, language)
    return f"{day(start, language)} – {day(end, language)}"


def _whole_months(start: date, end: date) -> bool:
    return start.day == 1 and date.fromordinal(end.toordinal() + 1).day == 1


def _months(start: date, end: date, precision: str | None, language: Language) -> str:
    words = load_words(language)
    first, last = start.month, end.month
    if first == 1 and last == 12:
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start.year != end.year:
        return f"{_month(start, language)} {start.year} – {_month(end, language)} {end.year}"
    if precision == "quarter" and last - first == 2 and last % 3 == 0:
        return f"{words('quarter', str(last // 3))} {start.year}"
    if precision == "half_year" and last - first == 5 and last % 6 == 0:
        return f"{words('half', str(last // 6))} {start.year}"
    if first == last:
        return f"{_month(start, language)} {start.year}"
    return f"{_month(start, language)}–{_month(end, language)} {start.year}"


def _month(when: date, language: Language) -> str:
    return str(format_date(when, "LLLL", locale=language))
