"""The period that a figure covers and the one it is compared with, from all that the text says of time."""

from itertools import pairwise

from pipelines.documents.document import Published
from pipelines.entities.dates import expression_of
from pipelines.facts.trade.case import Told
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.modality import Modality, window
from pipelines.facts.trade.periods import (
    base_date,
    base_of,
    closed,
    compared_period,
    date_of,
    in_year_before,
    interval_of,
    is_base,
    is_told_by_when,
    moved,
    unnamed_year,
    whole_period,
    years_apart,
)
from pipelines.facts.trade.topics import Topic
from pipelines.text.interval import Interval

_LATER = frozenset({("через", "год"), ("год", "спустя"), ("годом", "позже"), ("годом", "позднее"), ("год", "позже")})

_THESE = ("за эти", "в эти", "в течение этих")  # "за эти месяцы": those told before

When = tuple[Told, Interval | None, Interval | None]


def when(
    line: Line,
    figure: Placed,
    at: Placed | None,
    told: Told,
    modality: Modality,
    carried: Interval | None,
    published: Published | None,
) -> When:
    """Period and base of a figure, and what it tells where its date turns that round.

    `at` is the date found for it, `carried` the period that it takes over where it has none.
    """
    if told.said == "base_level":
        compared = compared_period(line, figure, carried, published)
        return (told if compared is not None or told.rule != "level_before" else Told("nothing")), compared, None
    years = None if at is None or told.said != "change" else years_apart(at)
    if years is not None:
        return told, years[1], years[0]
    if at is not None and expression_of(at.mention).kind == "past_years":
        return told, None, None
    period = _period(line, figure, at, modality, carried, published)
    if told.rule == "change_times" and told.value and at is not None and _turns_back(line, figure, period, carried):
        return Told("change", "change_inverse", 1 / told.value), carried, period
    base = base_of(line, figure, period, published) if told.said == "change" else None
    return told, period or _year_after(line, figure, modality, published), base


def _period(
    line: Line,
    figure: Placed,
    at: Placed | None,
    modality: Modality,
    carried: Interval | None,
    published: Published | None,
) -> Interval | None:
    first, last = window(line, figure)
    if at is None or at.first < first:
        unnamed = unnamed_year(line, first, last, published)
        if unnamed is not None:
            return unnamed
    if at is None or at.first < first:
        later = _years_later(line, first, figure.first)
        if later and carried is not None:
            return moved(carried, later)
    if at is None:
        return carried if modality == "actual" else None
    if modality == "actual" and at.mention.surface.lower().startswith(_THESE):
        return carried
    same = _same_part_of_year(line, figure, at) or _told_again(at, carried)
    if same is not None and modality == "actual":
        return same
    period = interval_of(at, published, in_year_before(line, figure, at, carried), modality != "actual")
    if period is not None and carried is not None and expression_of(at.mention).kind == "to_date":
        return carried if carried.start == period.start else period  # "с начала года" goes on about the months told
    if period is not None and period.start is None and carried is not None and carried.end == period.end:
        return carried  # "с начала года до августа"
    if period is not None and is_told_by_when(line, at):
        return closed(period)
    if period is not None and period.end is None and carried is not None and carried.start == period.start:
        return carried
    if period is not None and period.end is None and period.precision == "year":
        return None  # "с 2010 года": growth since then, no period of a level
    return period if period is None or modality == "target" else whole_period(period)


def _same_part_of_year(line: Line, figure: Placed, at: Placed) -> Interval | None:
    """January of the bare year in "в январе 2011-го – 5 млн, 2012-го – 7 млн": a list leaves the month out."""
    if at.mention.date_precision != "year" or at.last > figure.first or line.lower(at.first - 1) != ",":
        return None
    parts = [d for d in line.dates if d.last <= at.first and d.mention.date_precision != "year"]
    listed = any(parts[-1].last <= f.first and f.last < at.first for f in line.figures) if parts else False
    part, whole = parts[-1].mention.interval if listed else None, at.mention.interval
    if part is None or whole is None or part.start is None or whole.start is None:
        return None
    return moved(part, whole.start.year - part.start.year)


def _told_again(at: Placed, carried: Interval | None) -> Interval | None:
    """`carried`, where "в январе-ноябре" names its months again without the year."""
    told = at.mention.interval
    if carried is None or told is None or any(c.isdigit() for c in at.mention.surface):
        return None
    if at.mention.form == "anaphoric" or expression_of(at.mention).year_shift is not None:
        return None
    ends = (told.start, told.end, carried.start, carried.end)
    if any(day is None for day in ends) or carried.precision == "year":
        return None
    months = [(day.month, day.day) for day in ends if day is not None]
    return carried if months[:2] == months[2:] else None


def _years_later(line: Line, first: int, last: int) -> int:
    """1 for "через год", "год спустя", "годом позже": the year after the one told before; 0 where none is."""
    return int(any(pair in _LATER for pair in pairwise(line.lowers(first, last + 1))))


def _year_after(line: Line, figure: Placed, modality: Modality, published: Published | None) -> Interval | None:
    """The period of an undated figure that the sentence compares with "первый квартал прошлого года"."""
    bases = [d for d in line.dates if d.first < figure.first and is_base(line, d, published)]
    at = base_date(line, figure, published) or (bases[-1] if bases else None)
    if modality != "actual" or at is None or at.mention.date_precision == "year" or at.mention.interval is None:
        return None
    return moved(at.mention.interval, 1) if expression_of(at.mention).year_shift == -1 else None


def _turns_back(line: Line, figure: Placed, period: Interval | None, carried: Interval | None) -> bool:
    """True for "в 2021-м было вдвое больше" behind a figure of 2022: the date is the base."""
    first, _ = window(line, figure)
    was = any(line.lower(i) in ("было", "был", "была") for i in range(first, figure.first))
    if not was or period is None or carried is None or period.end is None or carried.start is None:
        return False
    return period.end < carried.start


def date_for(
    line: Line, figure: Placed, topic: Topic, modality: Modality, published: Published | None
) -> Placed | None:
    """The date of `figure`; what lies ahead takes none out of a clause with "который"."""
    at = date_of(line, figure, published)
    if at is None or modality == "actual" or at.mention.form == "by":
        return at
    first, last = line.clause(at.first)
    aside = line.lower(first).startswith("котор") and not (first <= topic.first < last or first <= figure.first < last)
    return None if aside or _is_over(line, figure, at, published) else at


def is_year_before(at: Placed) -> bool:
    """True for "за аналогичный период прошлого года", "годом ранее"."""
    return at.mention.form == "anaphoric" and expression_of(at.mention).year_shift == -1


def _is_over(line: Line, figure: Placed, at: Placed, published: Published | None) -> bool:
    """True for the past date of an earlier figure: "в 2020 году составил 6 млрд, цель – 15 млрд"."""
    end, today = at.mention.date_end, published.interval.start if published else None
    return at.first < window(line, figure)[0] and end is not None and today is not None and end < today
