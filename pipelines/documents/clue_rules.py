"""Rules that read clues of the day of writing from the dates an article tells ("по итогам 2020 года")."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from pipelines.documents.clues import LEAD, STAYS, Clue, Told, Weight, days_of, whole_year
from pipelines.documents.year_clues import (
    act_of_day,
    anniversary_span,
    as_of_day,
    base_of_comparison,
    latest_full_year,
    latest_part_of_year,
    plan_for_years,
    range_then_last_year,
    since_year_began,
    this_year_named,
    year_at_its_end,
    year_of_the_past,
)

_RESULTS_OUT = timedelta(days=60)  # "за 2022 год может стать рекордным" is said until the figures are known
_FIRST, _LAST = date(1992, 1, 1), date(2100, 1, 1)


def find_clues(told: Sequence[Told]) -> list[Clue]:
    """Clues of the dates `told`, the rules in order."""
    return [clue for rule in RULES for clue in rule(told)]


def latest_year(text: str, told: Sequence[Told]) -> int | None:
    """The latest year `text` names other than as a plan or deadline, in whatever way ("сезон-2024" too)."""
    ahead = [t.expression.span for t in told if not t.behind or t.expression.relation == "by"]
    years = [
        int(m[0])
        for m in re.finditer(r"(?<![\d.,])(?:199|20[012])\d(?![\d])", text)
        if not any(span.start <= m.start() < span.end for span in ahead)
    ]
    return max(years, default=None)


def year_told_twice(told: Sequence[Told]) -> Iterator[Clue]:
    """ "прошлого, 2013 года", "в этом, 2024 году"."""
    for t in told:
        if t.expression.year is not None and t.expression.year_shift is not None:
            year = t.expression.year - t.expression.year_shift
            yield Clue("year_told_twice", t.words, Weight.EXACT, whole_year(year), year)


def relative_explained(told: Sequence[Told]) -> Iterator[Clue]:
    """ "в прошлом году: тогда, в июле 2023 года", "в июне 2024 года, ровно год назад"."""
    for before, after in pairwise(told):
        if before.sentence != after.sentence:
            continue
        joint = before.text[before.expression.span.end : after.expression.span.start]
        if len(joint) > 25 or not re.search(r"[:(]|тогда|то есть|а именно|^, (?:в |ровно )?$", joint):
            continue
        words = before.text[before.expression.span.start : after.expression.span.end]
        for relative, plain in ((before, after), (after, before)):
            if plain.days is None or plain.days.start is None or plain.days.end is None:
                continue
            year = relative.expression.year_shift
            if year is not None and relative.expression.precision == "year" and relative.expression.year is None:
                at = plain.days.start.year - year
                yield Clue("relative_explained", words, Weight.EXACT, whole_year(at), at)
            elif relative.words.lower().endswith("назад") and relative.expression.step == "year":
                # "годом ранее" would count from the year spoken of, not from the day of writing
                first, last = (_years_on(d, -relative.expression.amount) for d in (plain.days.start, plain.days.end))
                yield Clue("relative_explained", words, Weight.EXACT, ((first, last),), first.year)


def day_explained(told: Sequence[Told]) -> Iterator[Clue]:
    """ "накануне, 16 октября 2023 года"; in the lead also "в среду, 8 декабря 2021 года"."""
    for t in told:
        if t.days is None or t.days.start is None:
            continue
        day = t.days.start
        if t.expression.days_away is not None:
            at = day - timedelta(days=t.expression.days_away)
            yield Clue("day_explained", t.words, Weight.EXACT, ((at, at),), at.year)
        elif t.expression.weekday is not None and t.expression.span.start < LEAD:
            yield Clue("day_explained", t.words, Weight.STRONG, (_about(day),), day.year)


def weekday_of_day(told: Sequence[Told]) -> Iterator[Clue]:
    """ "в пятницу, 13 мая, состоялись переговоры" in the lead: the years in which that day is a Friday."""
    for t in told:
        if t.expression.weekday is None or t.expression.year is not None or t.expression.year_shift is not None:
            continue
        if t.expression.kind != "calendar" or t.expression.span.start >= LEAD:
            continue
        fitting = [d for d in days_of(t.expression) if d.weekday() == t.expression.weekday]
        if fitting:
            yield Clue("weekday_of_day", t.words, Weight.SIEVE, tuple(_about(d) for d in fitting))
            return


def _about(day: date) -> tuple[date, date]:
    week = timedelta(days=6)
    return day - week, day + week


def same_part_twice(told: Sequence[Told]) -> Iterator[Clue]:
    """ "в ноябре прошлого года ... в ноябре 2010 г.", "I квартал 2019 года ... первый квартал следующего года"."""
    plain = {
        (t.expression.first, t.expression.last, t.expression.year): t for t in told if _part(t) and t.expression.year
    }
    for t in told:
        if not _part(t) or t.expression.year is not None or not t.expression.year_shift:
            continue
        same = [o for (first, last, _), o in plain.items() if (first, last) == (t.expression.first, t.expression.last)]
        if len(same) == 1 and same[0].expression.year is not None:
            year = same[0].expression.year - t.expression.year_shift
            yield Clue("same_part_twice", f"{same[0].words} | {t.words}", Weight.STRONG, whole_year(year), year)


def same_deadline_twice(told: Sequence[Told]) -> Iterator[Clue]:
    """ "до конца будущего года ... до конца 2013 года": the one date of a deadline told both ways."""
    ends = [t for t in told if t.expression.relation == "by" and t.expression.preposition == "до"]
    plain = {t.expression.year: t for t in ends if t.expression.year is not None and t.expression.year_shift is None}
    relative = [t for t in ends if t.expression.year is None and t.expression.year_shift in (0, 1)]
    if len(plain) == 1 and len({t.expression.year_shift for t in relative}) == 1:
        year, t = next(iter(plain.items()))
        if year is not None and relative[0].words.split()[:-2] == t.words.split()[:-2]:
            at = year - (relative[0].expression.year_shift or 0)
            yield Clue("same_deadline_twice", f"{relative[0].words} | {t.words}", Weight.STRONG, whole_year(at), at)


def _part(t: Told) -> bool:
    return t.expression.kind == "calendar" and t.expression.precision in ("month", "quarter", "season", "half_year")


def latest_event(told: Sequence[Told]) -> Iterator[Clue]:
    """ "В апреле 2021 года состоялся визит": what is told of with its month is mostly of the last weeks."""
    ends = [
        (t.days.start, t.days.end, t)
        for t in told
        if t.days is not None and t.days.start is not None and t.days.end is not None
        if t.expression.precision in ("day", "month") or t.expression.rule in ("part_of_month", *STAYS)
        if t.expression.relation == "in" and t.behind
        if not t.history
    ]
    if ends:
        first, last, t = max(ends, key=lambda e: e[1])
        yield Clue("latest_event", t.words, Weight.HINT, ((first, last + timedelta(days=50)),), last.year)


def coming_event(told: Sequence[Told]) -> Iterator[Clue]:
    """ "посетит Китай 16 мая 2024 года": a day is told of in the weeks before, a month within the year before."""
    ahead = [
        (t.days.start, t.days.end, t)
        for t in told
        if t.days is not None and t.days.start is not None and t.days.end is not None
        if t.expression.relation == "in" and t.tense == "future" and t.days.end - t.days.start <= timedelta(days=31)
    ]
    if ahead:
        first, last, t = min(ahead, key=lambda e: e[0])
        if t.expression.precision == "month":
            yield Clue("coming_event", t.words, Weight.HINT, ((first - timedelta(days=270), last),))
        else:
            earliest = first - timedelta(days=60)
            typical = first.year if earliest.year == first.year else None
            yield Clue("coming_event", t.words, Weight.STRONG, ((earliest, last),), typical)


def bounds(told: Sequence[Told]) -> Iterator[Clue]:
    """Nothing told of as past comes after the day of writing, nothing told of as coming before it."""
    for t in told:
        if t.days is None or t.expression.kind != "calendar":
            continue
        if t.behind and t.expression.relation in ("in", "since") and t.tense == "past" and t.days.start is not None:
            yield Clue("not_before", t.words, Weight.BOUND, ((t.days.start, _LAST),))
        elif (
            t.tense == "future" and t.expression.relation != "since" and t.days.end is not None and t.days.end > _FIRST
        ):
            late = _RESULTS_OUT if t.expression.preposition in ("за", "по") else timedelta()
            yield Clue("not_after", t.words, Weight.BOUND, ((_FIRST, t.days.end + late),))


def _years_on(day: date, years: int) -> date:
    return (
        day.replace(year=day.year + years, day=min(day.day, 28))
        if day.month == 2
        else day.replace(year=day.year + years)
    )


RULES: tuple[Callable[[Sequence[Told]], Iterator[Clue]], ...] = (
    year_told_twice,
    relative_explained,
    day_explained,
    weekday_of_day,
    range_then_last_year,
    base_of_comparison,
    latest_part_of_year,
    latest_full_year,
    year_of_the_past,
    same_part_twice,
    same_deadline_twice,
    this_year_named,
    anniversary_span,
    year_at_its_end,
    since_year_began,
    plan_for_years,
    act_of_day,
    as_of_day,
    latest_event,
    coming_event,
    bounds,
)
