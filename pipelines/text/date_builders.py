"""From the words a rule of `date_grammar` matched to a `DateExpression`: one small function a rule.

Each returns None where the words turn out to be no date ("31 июня", "в прошлые годы").
"""

import re
from itertools import pairwise
from typing import Any

from pipelines.text.date_expression import DateExpression, Step
from pipelines.text.date_parts import Parts, make

_SEASONS = {1: ((3, 1), (5, 0)), 2: ((6, 1), (8, 0)), 3: ((9, 1), (11, 0)), 4: ((12, 1), (2, 0))}
_DECADES = {1: (1, 10), 2: (11, 20), 3: (21, 0)}
_PARTS_OF_YEAR = {1: (1, 3), 2: (5, 8), 3: (10, 12)}


def _is_day(day: int, month: int) -> bool:
    return 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)


def day(parts: Parts) -> DateExpression | None:
    """ "22 мая", "14 мар", "1-го июня 2024 года", "в четверг, 8 декабря", "накануне, 16 октября 2023 года"."""
    at = (parts.value("m"), parts.value("d"))
    if not _is_day(at[1], at[0]):
        return None
    weekday = parts.value("weekday") if parts.has("weekday") else None
    near = parts.value("near") if parts.has("near") else None
    return make(parts, precision="day", first=at, last=at, weekday=weekday, days_away=near)


def day_in_words(parts: Parts) -> DateExpression | None:
    """ "девятого октября", "двадцать первого мая 2023 года"."""
    if not parts.word("d").endswith("го"):
        return None
    number = parts.value("d") + (parts.value("tens") if parts.has("tens") else 0)
    at = (parts.value("m"), number)
    return make(parts, precision="day", first=at, last=at) if _is_day(number, at[0]) else None


def day_span(parts: Parts) -> DateExpression | None:
    """ "10–12 июля", "7 и 8 февраля", "с 3 по 7 октября 2024 года"."""
    month, start, end = parts.value("m"), parts.value("d1"), parts.value("d2")
    if not (_is_day(end, month) and start < end) or (parts.has("and") and end != start + 1):
        return None
    return make(parts, precision="range", relation="in", first=(month, start), last=(month, end))


def two_days(parts: Parts) -> DateExpression | None:
    """ "с 30 января по 1 февраля", "28 декабря 2023 года – 2 января 2024 года"."""
    first, last = (parts.value("m1"), parts.value("d1")), (parts.value("m2"), parts.value("d2"))
    if not (_is_day(first[1], first[0]) and _is_day(last[1], last[0])):
        return None
    return _two_ends(parts, first, last)


def month_span(parts: Parts) -> DateExpression | None:
    """ "в январе–августе 2024 года", "с апреля по июнь", "за январь-апрель этого года"."""
    first, last = (parts.value("m1"), 1), (parts.value("m2"), 0)
    if first[0] == last[0]:
        return None
    if parts.has("and") and last[0] != first[0] + 1:
        return None
    return _two_ends(parts, first, last, cumulative=True)


def _two_ends(parts: Parts, first: Any, last: Any, cumulative: bool = False) -> DateExpression | None:
    """A stretch whose two ends may each have a year of their own; the year told once belongs to the end."""
    fields: dict[str, Any] = {"precision": "range", "relation": "in", "first": first, "last": last}
    fields["cumulative"] = cumulative
    if parts.has("ya_abs"):
        begin = parts.value("ya_abs")
        end = parts.value("y_abs") if parts.has("y_abs") else begin + (last < first)
        return make(parts, None, year=begin, last_year=end, **fields) if begin <= end else None
    made = make(parts, **fields)
    if made is not None and last < first and made.year is not None:
        return make(parts, None, year=made.year - 1, last_year=made.year, **fields)
    return made


def numeric_day(parts: Parts) -> DateExpression | None:
    """ "15.07.2023", "2013-11-28", "17/05/2023"."""
    start, end = parts.match.span("n")
    figures = [int(f) for token in parts.tokens[start:end] for f in re.findall(r"\d+", token.text)]
    if any(a.end != b.start for a, b in pairwise(parts.tokens[start:end])):
        return None
    year, month, number = figures if figures[0] > 31 else figures[::-1]
    year += 2000 if year < 100 else 0
    if not (1 <= month <= 12 and _is_day(number, month) and 1900 <= year < 2100):
        return None
    return make(parts, None, precision="day", year=year, first=(month, number), last=(month, number))


def month(parts: Parts) -> DateExpression | None:
    """ "в мае 2021 года", "май 2021", "к маю", "в октябре прошлого года", "в этом мае"."""
    number = parts.value("m")
    shift = {"year_shift": parts.value("which")} if parts.has("which") else {}
    return make(parts, precision="month", first=(number, 1), last=(number, 0), **shift)


def part_of_month(parts: Parts) -> DateExpression | None:
    """ "в начале октября", "до конца ноября 2023 года", "в первой половине декабря"."""
    number = parts.value("m")
    if parts.has("half"):
        if parts.value("half") > 2:
            return None
        begin, end = ((1, 15), (16, 0))[parts.value("half") - 1]
    else:
        begin, end = _DECADES[parts.value("part")]
        if parts.preposition in ("к", "ко", "до") and parts.value("part") == 1:
            end = 1  # "к началу мая": when it begins
    return make(parts, precision="range", first=(number, begin), last=(number, end))


def quarter(parts: Parts) -> DateExpression | None:
    """ "во II квартале 2024 года", "в первом квартале", "I–III кварталы 2023 года"."""
    begin = parts.value("q")
    end = parts.value("q2") if parts.has("q2") else begin
    if not 1 <= begin <= end <= 4:
        return None
    months = {"first": (3 * begin - 2, 1), "last": (3 * end, 0)}
    return make(parts, precision="quarter" if begin == end else "range", cumulative=True, **months)


def half_year(parts: Parts) -> DateExpression | None:
    """ "в первом полугодии", "I полугодие 2023", "во второй половине 2024 года", "во второй половине года"."""
    number = parts.value("h")
    if number > 2:
        return None
    shift = {"year_shift": 0} if parts.has("of_year") else {}
    return make(
        parts, precision="half_year", cumulative=not shift, first=(6 * number - 5, 1), last=(6 * number, 0), **shift
    )


def over_half_year(parts: Parts) -> DateExpression | None:
    """ "за полгода": the first half."""
    return make(parts, precision="half_year", cumulative=True, first=(1, 1), last=(6, 0))


def months_from_january(parts: Parts) -> DateExpression | None:
    """ "за девять месяцев", "за первые пять месяцев этого года", "9 месяцев 2023 года", "за три квартала"."""
    number = parts.value("count") * (3 if parts.rule == "quarters_from_january" else 1)
    told = any(parts.has(g) for g in ("y_abs", "y_rel"))
    if not 1 <= number <= 12 or (parts.has("rank") and parts.value("rank") != 1):
        return None
    if not (told or parts.has("rank") or parts.preposition in ("за", "по")):
        return None
    if number == 1 and not told:
        return None
    precision = {3: "quarter", 6: "half_year", 12: "year"}.get(number, "range")
    return make(parts, precision=precision, cumulative=True, first=(1, 1), last=(number, 0))


def season(parts: Parts) -> DateExpression | None:
    """ "осенью", "этой осенью", "весной будущего года", "летом 2024 года", "к осени"."""
    first, last = _SEASONS[parts.value("season")]
    shift = {"year_shift": parts.value("which")} if parts.has("which") else {}
    return make(parts, precision="season", first=first, last=last, **shift)


def year_span(parts: Parts) -> DateExpression | None:
    """ "с 2006 по 2012 годы", "в 2024–2028 гг.", "на 2024-2026 годы"."""
    begin, end = parts.value("y1"), parts.value("y2")
    if begin >= end or not (parts.has("word") or parts.preposition):
        return None
    return make(parts, None, relation="in", precision="range", year=begin, last_year=end)


def to_date(parts: Parts) -> DateExpression | None:
    """ "с начала года": from 1 January to the day of writing."""
    if parts.value("part") != 1:
        return None
    shift = {"year_shift": 0} if parts.has("of_year") else {}
    made = make(parts, precision="range", relation="since", **shift)
    if made is None or made.year is not None or made.year_shift:
        return made
    return make(parts, precision="range", kind="to_date", relation="since", **shift)


def first_months(parts: Parts) -> DateExpression | None:
    """ "за первые месяцы текущего года": how many is not said, so until the day of writing."""
    made = make(parts, precision="range", kind="to_date")
    return made if made is not None and made.year_shift == 0 and parts.value("rank") == 1 else None


def part_of_year(parts: Parts) -> DateExpression | None:
    """ "в конце года", "к началу 2025 года", "до конца 2025 года"."""
    part = parts.value("part")
    begin, end = _PARTS_OF_YEAR[part]
    last = (1, 1) if parts.preposition in ("к", "ко", "до") and part == 1 else (end, 0)
    shift = {"year_shift": 0} if parts.has("of_year") else {}
    deadline = parts.preposition in ("к", "ко", "до")
    precision = "year" if part == 3 and deadline else "range"
    return make(parts, precision=precision, first=(begin, 1) if not deadline else (1, 1), last=last, **shift)


def year_results(parts: Parts) -> DateExpression | None:
    """ "по итогам года": the year that is ending or has just ended."""
    return make(parts, None, precision="year")


def year(parts: Parts) -> DateExpression | None:
    """ "в 2022 году", "в 2021-м", "за прошлый год", "к 2030 году", "прошлого, 2013 года"."""
    return make(parts, precision="year")


def horizon(parts: Parts) -> DateExpression | None:
    """ "в ближайшие два года": until the end of the second year from now."""
    return make(parts, None, kind="horizon", relation="by", precision="range", amount=parts.value("count"))


def past_years(parts: Parts) -> DateExpression | None:
    """ "за последние пять лет"."""
    return make(parts, None, kind="past_years", precision="range", amount=parts.value("count"))


def ago(parts: Parts) -> DateExpression | None:
    """ "годом ранее", "два года назад", "спустя неделю": another time of the text, moved."""
    count = parts.value("count") if parts.has("count") else 1
    steps: dict[str, Step] = {"years": "year", "months": "month", "weeks": "week", "days": "day"}
    step = next(steps[g] for g in steps if parts.has(g))
    sign = parts.value("ago")
    return make(parts, None, kind="ago", relation="anaphoric", precision=_grain(step), amount=sign * count, step=step)


def _grain(step: Step) -> str:
    return {"year": "year", "month": "month"}.get(step, "day")


def same_period(parts: Parts) -> DateExpression | None:
    """ "за аналогичный период прошлого года", "к тому же периоду", "за те же месяцы 2022-го", "в том же году"."""
    made = make(parts, kind="same", relation="anaphoric", precision="range")
    if made is None or made.year is not None or made.year_shift is not None:
        return made
    # "за тот же период экспорт вырос" speaks of the same months, "к тому же периоду" of those a year before.
    moved = parts.has("similar") or parts.preposition in ("к", "ко", "с", "со")
    return make(parts, None, kind="same", relation="anaphoric", precision="range", amount=-1 if moved else 0)


def these_months(parts: Parts) -> DateExpression | None:
    """ "за эти три месяца": the period just spoken of."""
    return make(parts, None, kind="same", relation="anaphoric", precision="range", amount=0)


def last_years(parts: Parts) -> DateExpression | None:
    """ "больше прошлогоднего"."""
    return make(parts, None, kind="ago", relation="anaphoric", precision="year", amount=-1)


def near_period(parts: Parts) -> DateExpression | None:
    """ "на прошлой неделе", "в этом месяце"."""
    kind = "week" if parts.has("weeks") else "month"
    precision = "range" if kind == "week" else "month"
    return make(parts, None, kind=kind, precision=precision, amount=parts.value("which"))


def weekday(parts: Parts) -> DateExpression | None:
    """ "во вторник", "в минувшую пятницу"."""
    amount = parts.value("which") if parts.has("which") else 0
    return make(parts, None, kind="weekday", precision="day", weekday=parts.value("weekday"), amount=amount)


def near_day(parts: Parts) -> DateExpression | None:
    """ "сегодня", "вчера", "накануне"."""
    return make(parts, None, kind="day", precision="day", amount=parts.value("day"))


def skip(_: Parts) -> DateExpression | None:
    """Words that look like a date and are none ("за последние три месяца")."""
    return None
