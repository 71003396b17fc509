"""What the words of an article tell of the time it was written at: clues, each with the days it leaves possible.

A clue is what people write in a certain year or right after it ("по итогам 2020 года", "в прошлом году: тогда, в июле
2023 года"). `dating` intersects them.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from pipelines.text.dates import DateExpression, find_date_expressions, resolve
from pipelines.text.interval import Interval
from pipelines.text.sentences import split_sentences
from pipelines.text.span import Span
from pipelines.text.tense import tense_at
from pipelines.text.tokens import Token, tokenize

YEARS = range(1992, 2027)  # of news in Russian between independent countries
LEAD = 600  # what stands in so many first characters happened about the day of publication


class Weight(IntEnum):
    """How far a clue can be trusted."""

    BOUND = 0  # leaves out, never points
    SIEVE = 1  # leaves one year of several, never points alone
    HINT = 2
    STRONG = 3
    EXACT = 4


@dataclass(frozen=True, slots=True)
class Clue:
    """Days of publication that `words` leave possible: any of `windows`. `typical` is the likeliest year, if one is."""

    rule: str
    words: str
    weight: Weight
    windows: tuple[tuple[date, date], ...]
    typical: int | None = None

    def allows(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.windows)


@dataclass(frozen=True)
class Told:
    """A date expression of the text with its sentence and the tense beside it."""

    expression: DateExpression
    days: Interval | None  # where the words alone settle them
    tense: str | None
    sentence: Span
    text: str

    @cached_property
    def words(self) -> str:
        return self.expression.span.of(self.text)

    @cached_property
    def has_figures(self) -> bool:
        return _FIGURES.search(self.sentence.of(self.text)) is not None


_FIGURES = re.compile(r"\d\s*%|процент|\bмлн|\bмлрд|миллион|миллиард|тыс[.\b]|\bтонн|\bраза?\b|\bвдвое|\bвтрое")
_FIGURE = re.compile(r"\d")
_FIRST, _LAST = date(1992, 1, 1), date(2100, 1, 1)


def read_dates(text: str) -> list[Told]:
    """The date expressions of every sentence of `text` that holds a figure, with what stands around them."""
    told: list[Told] = []
    for line in re.finditer(r"[^\n]+", text):
        if not _FIGURE.search(line[0]):
            continue
        for sentence in split_sentences(text, Span(*line.span())):
            if not _FIGURE.search(text, sentence.start, sentence.end):
                continue
            tokens = tokenize(text, sentence.start, sentence.end)
            for expression in find_date_expressions(text, tokens):
                told.append(Told(expression, resolve(expression, None), _tense(tokens, expression), sentence, text))
    return told


def _tense(tokens: Sequence[Token], expression: DateExpression) -> str | None:
    first = next(i for i, t in enumerate(tokens) if t.end > expression.span.start)
    last = next((i for i, t in enumerate(tokens) if t.start >= expression.span.end), len(tokens))
    return tense_at(tokens, first, last)


def find_clues(told: Sequence[Told]) -> list[Clue]:
    """Clues of the dates `told`, the rules in order."""
    return [clue for rule in RULES for clue in rule(told)]


def latest_year(text: str, told: Sequence[Told]) -> int | None:
    """The latest year `text` names other than as a plan or deadline, in whatever way ("сезон-2024" too)."""
    ahead = [t.expression.span for t in told if not _is_past(t) or t.expression.relation == "by"]
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


def days_of(expression: DateExpression) -> list[date]:
    """The day that `expression` names without a year, in every year that has it."""
    month, day = expression.first
    return [date(y, month, day) for y in YEARS if day <= monthrange(y, month)[1]]


def _about(day: date) -> tuple[date, date]:
    week = timedelta(days=6)
    return day - week, day + week


def range_then_last_year(told: Sequence[Told]) -> Iterator[Clue]:
    """ "с 2006 по 2012 годы ... и по итогам прошлого года": the last of these years is the year before."""
    for t in told:
        last = t.expression.last_year
        if last is None or t.tense == "future" or t.expression.year is None:
            continue
        beside = (o for o in told if o.sentence == t.sentence and o.expression.span.start > t.expression.span.end)
        if any(o.expression.year_shift == -1 and o.expression.precision == "year" for o in beside):
            yield Clue("range_then_last_year", t.words, Weight.EXACT, whole_year(last + 1), last + 1)


def base_of_comparison(told: Sequence[Told]) -> Iterator[Clue]:
    """ "в январе–августе ... к аналогичному периоду 2024 года": written a year after, these months over."""
    for t in told:
        if t.expression.kind != "same" or t.expression.year is None:
            continue
        current = next((o for o in told if o.sentence == t.sentence and o.expression.cumulative), None)
        if current is not None and (current.expression.year is not None or current.expression.year_shift == -1):
            continue
        year = t.expression.year + 1
        first = date(year, 1, 1)
        if current is not None:
            first = _end_of(current.expression, year) + timedelta(days=1)
        yield Clue("base_of_comparison", t.words, Weight.STRONG, ((first, date(year + 1, 2, 15)),), year)


def latest_part_of_year(told: Sequence[Told]) -> Iterator[Clue]:
    """ "за первое полугодие 2025 года": figures of a part of a year are quoted until those of a longer part are out."""
    parts = [t for t in told if t.expression.cumulative and t.has_figures and _is_past(t)]
    ends = [(t.days.end, t) for t in parts if t.days is not None and t.days.end is not None]
    if ends:
        end, t = max(ends, key=lambda pair: pair[0])
        after = (end + timedelta(days=1), end + timedelta(days=220))
        yield Clue("latest_part_of_year", t.words, Weight.STRONG, (after,), end.year if end.month < 11 else None)


def latest_full_year(told: Sequence[Told]) -> Iterator[Clue]:
    """ "по итогам 2020 года", "в 2022 году вырос на 5%": quoted until the next year's figures are out in February.

    "по итогам 2024 года и в 2025 году" may be said in 2025 or in 2026.
    """
    years = [
        (t.expression.last_year or t.expression.year or 0, t)
        for t in told
        if t.expression.precision in ("year", "range") and t.expression.year is not None
        if t.expression.first == (1, 1) and t.expression.last == (12, 31)
        if t.expression.relation == "in" and _is_past(t) and t.has_figures
    ]
    if not years:
        return
    year, t = max(years, key=lambda pair: pair[0])
    over = max((y for y, o in years if o.expression.preposition in ("за", "по")), default=year)
    if over < year:
        yield Clue("latest_full_year", t.words, Weight.HINT, ((date(year, 1, 1), date(year + 2, 1, 31)),))
    else:
        yield Clue(
            "latest_full_year", t.words, Weight.STRONG, ((date(year + 1, 1, 1), date(year + 2, 1, 31)),), year + 1
        )


def latest_event(told: Sequence[Told]) -> Iterator[Clue]:
    """ "В апреле 2021 года состоялся визит": what is told of with its month is mostly of the last weeks."""
    ends = [
        (t.days.start, t.days.end, t)
        for t in told
        if t.days is not None and t.days.start is not None and t.days.end is not None
        if t.expression.precision in ("day", "month") and t.expression.relation == "in" and _is_past(t)
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
            yield Clue("coming_event", t.words, Weight.STRONG, ((first - timedelta(days=60), last),), first.year)


def bounds(told: Sequence[Told]) -> Iterator[Clue]:
    """Nothing told of as past comes after the day of writing, nothing told of as coming before it."""
    for t in told:
        if t.days is None or t.expression.kind != "calendar":
            continue
        if _is_past(t) and t.expression.relation in ("in", "since") and t.tense == "past" and t.days.start is not None:
            yield Clue("not_before", t.words, Weight.BOUND, ((t.days.start, _LAST),))
        elif (
            t.tense == "future" and t.expression.relation != "since" and t.days.end is not None and t.days.end > _FIRST
        ):
            yield Clue("not_after", t.words, Weight.BOUND, ((_FIRST, t.days.end),))


def _is_past(t: Told) -> bool:
    """False for plans: "состоится в 2025 году", "программа на 2024-2026 годы"."""
    plan = t.expression.preposition == "на" and t.expression.precision in ("year", "range")
    return t.tense != "future" and not plan


def whole_year(year: int) -> tuple[tuple[date, date], ...]:
    """The one window that `year` is."""
    return ((date(year, 1, 1), date(year, 12, 31)),)


def _years_on(day: date, years: int) -> date:
    return (
        day.replace(year=day.year + years, day=min(day.day, 28))
        if day.month == 2
        else day.replace(year=day.year + years)
    )


def _end_of(expression: DateExpression, year: int) -> date:
    """Last day of the months of `expression` in `year`."""
    month = expression.last[0] % 12 + 1
    return date(year + (month == 1), month, 1) - timedelta(days=1)


RULES: tuple[Callable[[Sequence[Told]], Iterator[Clue]], ...] = (
    year_told_twice,
    relative_explained,
    day_explained,
    weekday_of_day,
    range_then_last_year,
    base_of_comparison,
    latest_part_of_year,
    latest_full_year,
    latest_event,
    coming_event,
    bounds,
)
