"""From a date expression and what is known of the day it was written on to days."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from pipelines.text.date_expression import DateExpression, MonthDay, Tense
from pipelines.text.interval import Interval, Precision

_FAR_AHEAD = timedelta(days=62)  # without a tense, what lies further ahead in the year is taken for last year's
_WINTER = (12, 1)


def resolve(expression: DateExpression, reference: Interval | None, tense: Tense | None = None) -> Interval | None:
    """The days of `expression` as written at `reference` (the interval of publication), None where that is not told.

    An explicit date needs no reference; nothing is ever filled in from today's date. `tense` is that of the verb:
    "в октябре" written in February is last year's or this year's by it. A deadline has no start, an open start no end;
    "к 2012 году" in a text of 2014 is the year itself. Anaphoric expressions are `resolve_anaphoric`'s.
    """
    if expression.relation == "anaphoric":
        return None
    whole = _whole(expression, reference, tense or ("future" if expression.relation == "by" else None))
    if whole is None:
        return None
    return _related(expression, whole, reference)


def resolve_anaphoric(
    expression: DateExpression, period: Interval, reference: Interval | None = None
) -> Interval | None:
    """`period` moved as `expression` says: "годом ранее" of 2024 is 2023. None where the expression moves nothing.

    "за аналогичный период прошлого года" of January–August 2025 is January–August 2024, by the year of `reference`
    or, where that is unknown, by that of the period.
    """
    if period.start is None or period.end is None:
        return None
    if expression.kind == "ago":
        return _moved(period.start, period.end, expression, period.precision)
    if expression.kind != "same":
        return None
    year = expression.year
    if year is None and expression.year_shift is not None:
        base = _one_year(reference)
        year = (period.end.year if base is None else base) + expression.year_shift
        if year == period.end.year:
            year += expression.year_shift  # nothing is compared with itself: last year's figure with the one before
    shift = expression.amount if year is None else year - period.end.year
    return _shift_years(period.start, period.end, shift, period.precision)


def _whole(expression: DateExpression, reference: Interval | None, tense: Tense | None) -> Interval | None:
    """The whole stretch that the words name, deadline or not."""
    if expression.kind == "calendar":
        return _calendar(expression, reference, tense)
    if reference is None or reference.start is None or reference.end is None:
        return None
    start, end = reference.start, reference.end
    if expression.kind == "horizon":
        year = _one_year(reference)
        return None if year is None else Interval(start, date(year + expression.amount, 12, 31), "range")
    about = (start.year, start.month) == (end.year, end.month)  # the month of writing is known
    if expression.kind == "past_years":
        return (
            None if not about else Interval(_safe(start.year - expression.amount, start.month, start.day), end, "range")
        )
    if expression.kind == "to_date":
        return Interval(date(end.year, 1, 1), end if about else None, "range") if start.year == end.year else None
    if expression.kind == "month":
        return _near_month(expression, start, end)
    return _near_day(expression, start, tense) if start == end else None


def _related(expression: DateExpression, whole: Interval, reference: Interval | None) -> Interval | None:
    if expression.relation == "since" and expression.kind == "calendar":
        return Interval(whole.start, None, whole.precision)
    if expression.relation == "by":
        written = reference.start if reference else None
        if expression.preposition in ("к", "ко") and written and whole.end and whole.end < written:
            return whole
        return Interval(None, whole.end, whole.precision)
    return whole


def _calendar(expression: DateExpression, reference: Interval | None, tense: Tense | None) -> Interval | None:
    if expression.year is not None:
        if expression.precision == "season" and expression.first == _WINTER:
            return None  # "зимой 2024 года" may begin or end in that year
        return _stretch(expression, expression.year)
    if reference is None or reference.start is None or reference.end is None:
        return None
    if expression.year_shift is not None:
        return _year_away(expression, reference.start, reference.end)
    near = _one_year(reference)
    if near is None:
        return None
    if expression.rule == "year_results":  # of the year just over, or of the one that is drawing to its end
        known = reference.start.month == reference.end.month
        return _stretch(expression, near - (reference.end.month <= 4)) if known else None
    candidates = [s for y in (near - 1, near, near + 1) if (s := _stretch(expression, y)) is not None]
    return _choose(expression, candidates, reference, tense)


def _choose(
    expression: DateExpression, candidates: list[Interval], reference: Interval, tense: Tense | None
) -> Interval | None:
    """Which year's stretch is meant where none is told."""
    start, end = reference.start, reference.end
    assert start is not None and end is not None
    spans = [(c, c.start, c.end) for c in candidates if c.start and c.end]
    behind = [c for c, first, last in spans if (last if expression.cumulative else first) <= end]
    ahead = [c for c, first, last in spans if last >= start and (not expression.cumulative or last > end)]
    if expression.rule == "over_half_year" and (end.month <= 6 or start.month <= 6):
        return None  # "за полгода" is January–June only once these are over
    if tense == "future":
        return ahead[0] if ahead else None
    if tense == "past" or expression.cumulative or expression.relation == "since":
        return behind[-1] if behind else None
    soon = [c for c, first, _ in spans if first <= end + _FAR_AHEAD and first.year <= end.year]
    return soon[-1] if soon else None


def _year_away(expression: DateExpression, start: date, end: date) -> Interval | None:
    """The stretch in the year `year_shift` away from that of writing."""
    if start.year != end.year:
        return None
    year = end.year + (expression.year_shift or 0)
    if expression.precision == "season" and expression.first == _WINTER:
        if start != end:
            return None
        this_winter = end.year if end.month >= 9 else end.year - 1
        shift = expression.year_shift or 0
        between = 3 <= end.month <= 8  # "прошлой зимой" in May is the one that began last year
        year = this_winter + shift + (1 if shift < 0 and between else 0)
    return _stretch(expression, year)


def _near_month(expression: DateExpression, start: date, end: date) -> Interval | None:
    if (start.year, start.month) != (end.year, end.month):
        return None
    months = end.year * 12 + end.month - 1 + expression.amount
    year, month = divmod(months, 12)
    return Interval(date(year, month + 1, 1), date(year, month + 1, _length(year, month + 1)), "month")


def _near_day(expression: DateExpression, day: date, tense: Tense | None) -> Interval | None:
    if expression.kind == "week":
        monday = day - timedelta(days=day.weekday()) + timedelta(weeks=expression.amount)
        return Interval(monday, monday + timedelta(days=6), "range")
    if expression.kind == "weekday":
        wanted = expression.weekday or 0
        if expression.amount > 0 or tense == "future":
            near = day + timedelta(days=(wanted - day.weekday()) % 7)
        else:
            near = day - timedelta(days=(day.weekday() - wanted) % 7)
        if expression.amount and near == day:
            near += timedelta(weeks=expression.amount)
    else:
        near = day + timedelta(days=expression.amount)
    return Interval(near, near, "day")


def _stretch(expression: DateExpression, year: int) -> Interval | None:
    """The days that `first` to `last` are in `year`; None for 29 February of a year that has none."""
    last_year = expression.last_year
    if last_year is None:
        last_year = year + (expression.last[0] < expression.first[0])  # over New Year
    start, end = _day(year, expression.first), _day(last_year, expression.last)
    if start is None or end is None or start > end:
        return None
    return Interval(start, end, expression.precision)


def _day(year: int, at: MonthDay) -> date | None:
    month, day = at
    length = _length(year, month)
    return None if day > length else date(year, month, day or length)


@lru_cache(maxsize=1 << 12)
def _length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _one_year(reference: Interval | None) -> int | None:
    if reference is None or reference.start is None or reference.end is None:
        return None
    return reference.end.year if reference.start.year == reference.end.year else None


def _safe(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, _length(year, month)))


def _shift_years(start: date, end: date, years: int, precision: Precision) -> Interval:
    last_day = end.day == _length(end.year, end.month)
    day = 31 if last_day and start.day == 1 else end.day  # the end of a month stays one in a leap year
    return Interval(
        _safe(start.year + years, start.month, start.day), _safe(end.year + years, end.month, day), precision
    )


def _moved(start: date, end: date, expression: DateExpression, precision: Precision) -> Interval:
    if expression.step == "year":
        return _shift_years(start, end, expression.amount, precision)
    if expression.step == "month":
        return Interval(_month_away(start, expression.amount), _month_away(end, expression.amount), precision)
    days = timedelta(days=expression.amount * (7 if expression.step == "week" else 1))
    return Interval(start + days, end + days, precision)


def _month_away(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last_day = day.day == _length(day.year, day.month)
    return _safe(year, month + 1, 31 if last_day else day.day)
