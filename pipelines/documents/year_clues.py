"""Clues from years and the parts of years that figures are told of: whose are quoted until later ones are out."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from pipelines.documents.clues import Clue, Told, Weight, whole_year
from pipelines.text.dates import DateExpression

_LAST = date(2100, 1, 1)
_OPENING = 12  # code points that may stand before the date that opens a sentence
_JUBILEE = re.compile(r"(\d{2,3})(?:-?\s?лет|-?[йяю]\w* годовщин)\w*")
# "в 2024 году отмечают 30-летие": neither what is gone by nor what is to come
_KEPT = re.compile(r"\s+(?:отмеча|праздну)(?:ет|ют)(?:ся)?\s+(?:\w+ ){0,2}\d+[-– ]?(?:лет|[йяю]\w* годовщин)")
# "в 2022 году исполняется 10 лет": said in the year before too, of what is prepared
_FALLS = re.compile(r"\s+исполняется\s+(?:\w+ ){0,2}(?:\d+[-– ]?(?:лет|год)|век|четверть)")
_ACT = re.compile(r"(?:Постановление|Указ|Распоряжение|Закон|Приказ|Решение)\b[^.,«]{0,80}\bот\s+$", re.IGNORECASE)
_AS_OF = re.compile(r"по (?:состоянию|данным|положению)\s+$", re.IGNORECASE)
_COUNTED_ANEW = timedelta(days=270)  # after that a later count is out
_REPRINTED = 60  # days after an act in which its text comes out
_NEXT_SENTENCE = 40  # code points: "По итогам прошлого года он составил" opens the sentence behind
_TO_DATE = re.compile(r"(?:на|по) (?:сегодняшний день|данный момент|сегодня)", re.IGNORECASE)
_AFTER = re.compile(r"\bпосле\s+$", re.IGNORECASE)  # "рекорд после 1991 года": how long nothing like it was
_ENDED = re.compile(r"(?:завершил(?:ся|ась)|закончил(?:ся|ась)|завершивш|закончивш|ушедш)\w*\s+$", re.IGNORECASE)
_BEGUN = re.compile(r"(?:наступил|начался|начавш|наступивш|уходящ)\w*\s+$", re.IGNORECASE)


def range_then_last_year(told: Sequence[Told]) -> Iterator[Clue]:
    """ "с 2006 по 2012 годы ... и по итогам прошлого года": the last of these years is the year before."""
    for t in told:
        last = t.expression.last_year
        if last is None or t.tense == "future" or t.expression.year is None:
            continue
        # in the same sentence, or in the one that goes on from it
        reach = t.sentence.end + _NEXT_SENTENCE
        beside = (o for o in told if t.expression.span.end < o.expression.span.start <= reach)
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
    parts = [t for t in told if t.expression.cumulative and t.behind and (t.has_figures or _gone_by(t))]
    ends = [(t.days.end, t) for t in parts if t.days is not None and t.days.end is not None]
    if ends:
        end, t = max(ends, key=lambda pair: pair[0])
        after = (end + timedelta(days=1), end + timedelta(days=220))
        yield Clue("latest_part_of_year", t.words, Weight.STRONG, (after,), end.year if end.month < 11 else None)


def _gone_by(t: Told) -> bool:
    """ "за первую половину 2018 года": only what has been counted is told so."""
    return t.expression.preposition == "за" and t.expression.year is not None


def latest_full_year(told: Sequence[Told]) -> Iterator[Clue]:
    """ "по итогам 2020 года", "в 2022 году вырос на 5%": quoted until the next year's figures are out in February.

    "по итогам 2024 года и в 2025 году" may be said in 2025 or in 2026; so may "в 2022 году" beside "с начала года".
    """
    parts = {t.expression.year for t in told if t.expression.cumulative and t.has_figures}
    years = [
        (t.expression.last_year or t.expression.year or 0, t)
        for t in told
        if t.expression.precision in ("year", "range") and t.expression.year is not None
        if t.expression.first == (1, 1) and t.expression.last == (12, 31)
        if t.expression.relation == "in" and t.behind and t.has_figures and not t.history
        if t.expression.preposition is not None or t.expression.year not in parts  # "за первую декаду 2016 года"
        if not _AFTER.search(t.text, t.sentence.start, t.expression.span.start)
    ]
    if not years:
        return
    year, t = max(years, key=lambda pair: pair[0])
    if _beside_last_year(t, told):
        yield Clue("latest_full_year", t.words, Weight.HINT, ((date(year + 2, 1, 1), date(year + 4, 1, 31)),))
        return
    over = max((y for y, o in years if o.expression.preposition in ("за", "по")), default=year)
    going_on = t.expression.preposition not in ("за", "по") and any(_up_to_now(o) for o in told)
    if over < year or going_on:
        first = date(year, 4 if going_on else 1, 1)
        yield Clue("latest_full_year", t.words, Weight.HINT, ((first, date(year + 2, 1, 31)),))
    else:
        yield Clue(
            "latest_full_year", t.words, Weight.STRONG, ((date(year + 1, 1, 1), date(year + 2, 1, 31)),), year + 1
        )


def _beside_last_year(t: Told, told: Sequence[Told]) -> bool:
    """ "в прошлом году продали больше, чем в 2021 году": not that year, a later one has gone by."""
    before = (o for o in told if o.sentence == t.sentence and o.expression.span.end < t.expression.span.start)
    return any(o.has_figures and _whole_year_from_now(o.expression) == -1 for o in before)


def _whole_year_from_now(expression: DateExpression) -> int | None:
    """0 for "в этом году", -1 for "в прошлом году", 1 for "в следующем"; None where told in figures or a part."""
    return expression.year_shift if expression.precision == "year" and expression.year is None else None


def _up_to_now(t: Told) -> bool:
    """What goes on until the day of writing: "с начала года", "на сегодняшний день уже имеем", "итоги в этом году";
    who speaks of the next year may mean by this one the last that is told."""
    if t.expression.rule == "to_date":
        return t.expression.year is None and t.expression.year_shift in (None, 0) and t.has_figures
    years = _whole_year_from_now(t.expression)
    if years == 1 or (years == 0 and (t.tense == "future" or not t.has_figures)):
        return True
    return _TO_DATE.search(t.sentence.of(t.text)) is not None


def year_of_the_past(told: Sequence[Told]) -> Iterator[Clue]:
    """ "в 2018 году страна продала больше, чем когда-либо", no later year told: said from spring on or a year after."""
    years = [
        (t.expression.year or 0, t)
        for t in told
        if t.expression.rule == "year" and t.expression.preposition in ("в", "за", "по") and t.expression.year
        if t.tense == "past" and t.expression.relation == "in" and not t.has_figures and not t.history
    ]
    if years and any(t.expression.year_shift == -1 and t.expression.precision == "year" for t in told):
        year, t = max(years, key=lambda pair: pair[0])
        yield Clue("year_of_the_past", t.words, Weight.HINT, ((date(year, 4, 1), date(year + 1, 12, 31)),))


def year_at_its_end(told: Sequence[Told]) -> Iterator[Clue]:
    """ "недавно завершился 2010 год": written in the year after; "наступил 2011 год": in that year."""
    for t in told:
        year = t.expression.year
        if year is None or t.expression.precision != "year" or t.expression.preposition is not None:
            continue
        before = t.text[max(t.sentence.start, t.expression.span.start - 30) : t.expression.span.start]
        if _ENDED.search(before):
            yield Clue(
                "year_at_its_end", before.split()[-1] + " " + t.words, Weight.STRONG, whole_year(year + 1), year + 1
            )
        elif _BEGUN.search(before):
            yield Clue("year_at_its_end", before.split()[-1] + " " + t.words, Weight.STRONG, whole_year(year), year)


def since_year_began(told: Sequence[Told]) -> Iterator[Clue]:
    """ "с начала 2024 года прибыли 42 делегации": written in that year, the surer beside "текущего года"."""
    this_year = any(t.expression.year_shift == 0 for t in told)
    for t in told:
        if t.expression.rule == "to_date" and t.expression.year is not None and t.tense == "past":
            year = t.expression.year
            weight = Weight.STRONG if this_year or t.has_figures else Weight.HINT
            yield Clue("since_year_began", t.words, weight, ((date(year, 1, 10), date(year + 1, 1, 31)),), year)


def act_of_day(told: Sequence[Told]) -> Iterator[Clue]:
    """ "Постановление правительства от 23 ноября 2023 года № 1030" over the text: the page gives the act itself."""
    for t in told:
        if t.expression.precision != "day" or t.days is None or t.days.start is None or t.days.end is None:
            continue
        if _ACT.match(t.text[t.sentence.start : t.expression.span.start]):
            window = (t.days.start, t.days.end + timedelta(days=_REPRINTED))
            yield Clue("act_of_day", t.words, Weight.STRONG, (window,), t.days.end.year)
            return


def as_of_day(told: Sequence[Told]) -> Iterator[Clue]:
    """ "по состоянию на 1 января 2024 года": counted so, and quoted until a later day has been counted."""
    days = [
        (t.days.end, t)
        for t in told
        if t.expression.precision == "day" and t.days is not None and t.days.end is not None
        if t.expression.preposition == "на" and _AS_OF.search(t.text, t.sentence.start, t.expression.span.start)
    ]
    if days:
        day, t = max(days, key=lambda pair: pair[0])
        last = day + _COUNTED_ANEW
        yield Clue("as_of_day", t.words, Weight.STRONG, ((day, last),), day.year if last.year == day.year else None)


def plan_for_years(told: Sequence[Told]) -> Iterator[Clue]:
    """ "дорожная карта на 2025-2026 годы": drawn up in the year before at the earliest."""
    for t in told:
        if t.expression.rule == "year_span" and t.expression.preposition == "на" and t.expression.year:
            yield Clue("plan_for_years", t.words, Weight.BOUND, ((date(t.expression.year - 1, 1, 1), _LAST),))


def this_year_named(told: Sequence[Told]) -> Iterator[Clue]:
    """ "уже встречались в этом году. В марте 2018 года ...": what is told next is told of the year of writing."""
    for before, after in pairwise(told):
        shift, plain = before.expression.year_shift, after.expression
        if shift not in (0, -1) or before.expression.precision != "year" or before.expression.year is not None:
            continue
        opens = 0 < plain.span.start - before.sentence.end <= _OPENING and before.expression.preposition == "в"
        ends = before.sentence.end - before.expression.span.end <= _OPENING
        if opens and ends and plain.year is not None and plain.precision in ("day", "month") and after.tense == "past":
            words = f"{before.words} | {after.words}"
            yield Clue("this_year_named", words, Weight.STRONG, whole_year(plain.year - shift), plain.year - shift)


def anniversary_span(told: Sequence[Told]) -> Iterator[Clue]:
    """ "в 2024 году отмечают 30-летие", "25-летие договора (16 июня 1994 – 16 июня 2019 года)", "отметили в 2020 году
    20-ю годовщину" of what was in 2000: written about the day that the years are full."""
    known = {t.expression.year for t in told}
    for t in told:
        year = t.expression.year if t.expression.rule == "year" else None
        if year is not None and _FALLS.match(t.text, t.expression.span.end):
            yield Clue("anniversary_span", t.words, Weight.HINT, ((date(year - 1, 7, 1), date(year, 12, 31)),))
            continue
        if year is not None and _KEPT.match(t.text, t.expression.span.end):
            yield Clue("anniversary_span", t.words, Weight.STRONG, whole_year(year), year)
            continue
        first, last = t.expression.year, t.expression.last_year
        years = _JUBILEE.search(t.text, t.sentence.start, t.sentence.end) if first is not None else None
        if years is None or first is None:
            continue
        if last is None and t.behind and first - int(years[1]) in known:
            first, last = first - int(years[1]), first
        if last is not None and last - first == int(years[1]):
            yield Clue("anniversary_span", f"{years[0]} | {t.words}", Weight.STRONG, whole_year(last), last)


def _end_of(expression: DateExpression, year: int) -> date:
    """Last day of the months of `expression` in `year`."""
    month = expression.last[0] % 12 + 1
    return date(year + (month == 1), month, 1) - timedelta(days=1)
