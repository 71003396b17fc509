"""The day, month or year an article was published, and how that is known.

First what stands beside the article (sidecar, address), then its dateline, then what its words let infer. Where these
leave more than one year open, or contradict each other, the day of publication stays unknown: never the current year.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.documents.clues import (
    LEAD,
    YEARS,
    Clue,
    Told,
    Weight,
    days_of,
    find_clues,
    latest_year,
    read_dates,
    whole_year,
)
from pipelines.documents.datelines import Dateline, find_datelines
from pipelines.documents.document import Published, PublishedMethod, Sidecar
from pipelines.documents.events import find_event_clues
from pipelines.documents.url_dates import find_url_date
from pipelines.text.dates import find_date_expressions, parse_date, resolve
from pipelines.text.interval import Interval
from pipelines.text.tokens import tokenize

_ISO = re.compile(r"\s*(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)")
_WEEKDAY_SLACK = 1  # a wire story of Tuesday may tell of what happened "в понедельник"
_EARLY_ENOUGH = 26  # of a month: what is told as just past was published in the same month


def find_published(text: str, title: str | None, header: Sequence[str], sidecar: Sidecar) -> Published | None:
    """When the article of clean `text` was published, None where that is not told.

    `header` holds the lines at the top of the raw page, those that cleaning removes included ("15.07.2023 Рубрика").
    The evidence quotes the words that the date was read from, joined by " | " where several had to be put together.
    """
    known = _from_sidecar(sidecar)
    if known is not None and known.interval.precision == "day":
        return known
    datelines = find_datelines(text, header)
    if known is None:
        full = _full_dateline(datelines, sidecar)
        if full is not None:
            return full
    partial = next((d for d in datelines if not d.full and d.kind != "caption"), None)
    if known is not None:
        return _refined(known, partial, datelines, text)
    whole = text if title is None or title in text[: len(title) + 200] else f"{title}\n{text}"
    told = read_dates(whole)
    clues = [*find_clues(told), *find_event_clues(whole), *_upper_bounds(sidecar)]
    return _inferred(clues, partial, whole, told)


def _from_sidecar(sidecar: Sidecar) -> Published | None:
    """What the sidecar states, else the date in the address."""
    if sidecar.published:
        interval = _stated(sidecar.published)
        if interval is not None:
            return Published(interval, "metadata", sidecar.published)
    if sidecar.url and (found := find_url_date(sidecar.url)):
        return Published(found[0], "metadata", found[1])
    return None


def _stated(words: str) -> Interval | None:
    """The day or month of a sidecar's `published`: ISO 8601 or as people write dates."""
    if match := _ISO.match(words):
        year, month, day = int(match[1]), int(match[2]), int(match[3] or 0)
        if not 1 <= month <= 12 or day > monthrange(year, month)[1]:
            return None
        if day:
            return Interval(date(year, month, day), date(year, month, day), "day")
        return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
    try:
        return resolve(parse_date(words), None)
    except ValueError:
        return None


def _full_dateline(datelines: Sequence[Dateline], sidecar: Sidecar) -> Published | None:
    """The dateline that tells its year; a weekday before it may show the day of a visit to the site: taken last.

    A caption's date counts where it completes the dateline's day and month.
    """
    partial = next((d for d in datelines if not d.full and d.kind != "caption"), None)
    ranked = sorted((d for d in datelines if d.full), key=lambda d: (d.kind == "caption", d.ticker))
    retrieved = _stated(sidecar.retrieved_at) if sidecar.retrieved_at else None
    for dateline in ranked:
        day = resolve(dateline.date, None)
        if day is None or day.start is None or day.start.year not in YEARS:
            continue
        if retrieved and retrieved.end and day.start > retrieved.end:
            continue
        if partial is None:
            return Published(day, "dateline", dateline.words)
        completed = _nearest(partial, day.start)
        if completed is not None and abs((completed - day.start).days) <= 3:
            evidence = f"{partial.words} | {dateline.words}"
            return Published(Interval(completed, completed, "day"), "dateline", evidence)
    return None


def _nearest(partial: Dateline, day: date) -> date | None:
    """The day of `partial` in the year that brings it closest to `day`."""
    candidates = [d for y in (day.year - 1, day.year, day.year + 1) if (d := _in_year(partial, y)) is not None]
    return min(candidates, key=lambda d: abs((d - day).days), default=None)


def _in_year(partial: Dateline, year: int) -> date | None:
    month, day = partial.date.first
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _refined(known: Published, partial: Dateline | None, datelines: Sequence[Dateline], text: str) -> Published:
    """A month or year of the address, made a day by the dateline, or by "сегодня, 2 сентября", that fits into it."""
    assert known.interval.start is not None and known.interval.end is not None
    days = [resolve(d.date, None) for d in datelines if d.full and d.kind != "caption"]
    inside = [i.start for i in days if i and i.start and known.interval.start <= i.start <= known.interval.end]
    if partial is not None:
        inside += [d for d in (_in_year(partial, known.interval.start.year),) if d and _within(d, known.interval)]
    if not inside and (anchor := _lead_day(read_dates(text[:LEAD]))) and anchor.exact:
        inside = [d for d in anchor.days if _within(d, known.interval)]
    if not inside:
        return known
    return Published(Interval(inside[0], inside[0], "day"), known.method, known.evidence)


def _within(day: date, interval: Interval) -> bool:
    return interval.start is not None and interval.end is not None and interval.start <= day <= interval.end


def _upper_bounds(sidecar: Sidecar) -> list[Clue]:
    retrieved = _stated(sidecar.retrieved_at) if sidecar.retrieved_at else None
    if retrieved is None or retrieved.end is None:
        return []
    return [Clue("retrieved", sidecar.retrieved_at or "", Weight.BOUND, ((date(1992, 1, 1), retrieved.end),))]


def _inferred(clues: Sequence[Clue], partial: Dateline | None, text: str, told: Sequence[Told]) -> Published | None:
    if not any(c.weight > Weight.SIEVE for c in clues):
        return None
    if partial is not None:
        return _dated([d for y in YEARS if (d := _in_year(partial, y)) is not None], clues, partial.words, text)
    anchor = _lead_day(told)
    if anchor is not None:
        found = _dated(anchor.days, clues, anchor.words, text)
        return found if found is None or anchor.exact else _coarser(found)
    return _without_day(clues, latest_year(text, told))


def _dated(days: Sequence[date], clues: Sequence[Clue], words: str, text: str) -> Published | None:
    """The one of `days`, the same day of different years, that the clues leave."""
    left = _allowed(days, [c for c in clues if c.weight <= Weight.SIEVE])
    used: list[Clue] = []
    for weight in (Weight.EXACT, Weight.STRONG, Weight.HINT):
        here = [c for c in clues if c.weight == weight]
        fitting = _allowed(left, here)
        if not fitting and not used:
            return None  # what is said contradicts itself
        if here and fitting:
            left, used = fitting, used + here
        if used and len(left) > 1:
            left = _on_weekday(left, text) or left
        if used and len(left) == 1:
            evidence = " | ".join(dict.fromkeys((words, *(c.words for c in used))))
            return Published(Interval(left[0], left[0], "day"), "inferred", evidence)
    return None


def _allowed(days: Sequence[date], clues: Sequence[Clue]) -> list[date]:
    return [d for d in days if all(c.allows(d) for c in clues)]


def _on_weekday(days: Sequence[date], text: str) -> list[date]:
    """Those of `days` that fall on the weekday the lead tells, or on the day after it."""
    lead = text[:LEAD]
    told = [e for e in find_date_expressions(lead, tokenize(lead)) if e.weekday is not None]
    if not told:
        return list(days)
    wanted = told[0].weekday or 0
    return [d for d in days if (d.weekday() - wanted) % 7 <= _WEEKDAY_SLACK]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A day that the lead tells without a year, in every year; `exact` where it fixes the day of writing."""

    days: tuple[date, ...]
    words: str
    exact: bool


def _lead_day(told: Sequence[Told]) -> _Anchor | None:
    """What the lead tells as today, or as just past, by day and month: "Сегодня, 14 апреля, начались переговоры"."""
    just_past: _Anchor | None = None
    for t in told:
        e = t.expression
        if e.span.start >= LEAD:
            break
        if e.kind != "calendar" or e.precision != "day" or e.year is not None or e.relation != "in":
            continue
        if e.days_away is not None:
            away = timedelta(days=e.days_away)
            return _Anchor(tuple(d - away for d in days_of(e)), t.words, True)
        if just_past is None and t.tense == "past":
            just_past = _Anchor(tuple(days_of(e)), t.words, False)
    return just_past


def _coarser(published: Published) -> Published:
    """The month around a day that the article was published on or soon after; the year at the end of a month."""
    day = published.interval.start
    assert day is not None
    if day.day <= _EARLY_ENOUGH:
        month = Interval(day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month")
        return Published(month, published.method, published.evidence)
    return Published(
        Interval(date(day.year, 1, 1), date(day.year, 12, 31), "year"), published.method, published.evidence
    )


def _without_day(clues: Sequence[Clue], latest: int | None) -> Published | None:
    """The month or year that the strongest clues agree on."""
    best = max(c.weight for c in clues)
    if best < Weight.STRONG:
        return None
    leading = [c for c in clues if c.weight == best]
    windows = _together([c for c in clues if c.weight <= Weight.SIEVE] + leading)
    if best == Weight.EXACT:
        windows = _together([c for c in clues if c.weight == Weight.STRONG], windows) or windows
    if best == Weight.STRONG:
        # What is quoted until the next figures are out is mostly quoted in the year it belongs to.
        windows = _together(
            [Clue(c.rule, c.words, c.weight, whole_year(c.typical)) for c in leading if c.typical], windows
        )
    if not windows:
        return None
    evidence = " | ".join(dict.fromkeys(c.words for c in leading))
    published = _as_published(windows, [c.typical for c in leading], evidence)
    if published is None or published.interval.end is None:
        return None
    return None if best < Weight.EXACT and latest and latest > published.interval.end.year else published


_Windows = list[tuple[date, date]]


def _together(clues: Sequence[Clue], windows: Sequence[tuple[date, date]] = ((date.min, date.max),)) -> _Windows:
    """What of `windows` all `clues` leave, in order."""
    left = list(windows)
    for clue in clues:
        left = [(max(a, c), min(b, d)) for a, b in left for c, d in clue.windows if max(a, c) <= min(b, d)]
    return sorted(set(left))


def _as_published(windows: _Windows, typical: Sequence[int | None], evidence: str) -> Published | None:
    """The day, month or year that holds all `windows`, else the year that is `typical` where just one is."""
    start, end = windows[0][0], max(last for _, last in windows)
    method: PublishedMethod = "inferred"
    if start == end:
        return Published(Interval(start, end, "day"), method, evidence)
    if (start.year, start.month) == (end.year, end.month):
        last = monthrange(start.year, start.month)[1]
        return Published(Interval(start.replace(day=1), end.replace(day=last), "month"), method, evidence)
    years = {start.year} if start.year == end.year else {y for y in typical if y and start.year <= y <= end.year}
    if len(years) != 1:
        return None
    year = years.pop()
    return Published(Interval(date(year, 1, 1), date(year, 12, 31), "year"), method, evidence)
