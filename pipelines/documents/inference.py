"""When an article was published, out of clues and a day told without its year; nothing where they leave several."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from pipelines.documents.clue_rules import latest_year
from pipelines.documents.clues import LEAD, STAYS, YEARS, Clue, Told, Weight, days_of, whole_year
from pipelines.documents.datelines import Dateline
from pipelines.documents.document import Published, PublishedMethod
from pipelines.text.dates import DateExpression, find_date_expressions
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass
from pipelines.text.tokens import tokenize

_WEEKDAY_SLACK = 1  # a wire story of Tuesday may tell of what happened "в понедельник"
_OPENING = 250  # an article that opens with a day of the past and its year is written in the days after it
_TO_THE_END = 2  # days left of a month: what is told as just past was published in the same month


def infer(clues: Sequence[Clue], partial: Dateline | None, text: str, told: Sequence[Told]) -> Published | None:
    """When `text` was published, as far as the `clues` read from it leave one day, month or year.

    `partial` is its dateline without a year, `told` its dates. The evidence quotes the words of all that was used.
    """
    if not any(c.weight > Weight.SIEVE for c in clues):
        return None
    clues = _without_history(clues)
    if partial is not None:
        return _dated([d for y in YEARS if (d := in_year(partial.date, y)) is not None], clues, partial.words, text)
    anchor = _lead_day(told)
    if anchor is not None:
        found = _dated(anchor.days, clues, anchor.words, text)
        if found is not None:
            return found if anchor.exact else _coarser(found)
        if len(anchor.days) > 1 or anchor.exact:
            return None  # a day told with its year may be history, beside what tells of the time of writing
    return _without_day(clues, latest_year(text, told))


def _without_history(clues: Sequence[Clue]) -> list[Clue]:
    """`clues` without an event told with its date where the rest point to later years: it is history by then."""
    later = [c for c in clues if c.rule != "latest_event" and c.weight >= Weight.HINT]
    return [
        c
        for c in clues
        if c.rule != "latest_event" or all(first <= c.windows[-1][1] for o in later for first, _ in o.windows[:1])
    ]


def in_year(expression: DateExpression, year: int) -> date | None:
    """The day that `expression` names by day and month, in `year`; None where that year lacks it."""
    month, day = expression.first
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def nearest_day(expression: DateExpression, day: date) -> date | None:
    """The day that `expression` names without a year, in the year that brings it closest to `day`."""
    years = (day.year - 1, day.year, day.year + 1)
    return min((d for y in years if (d := in_year(expression, y))), key=lambda d: abs((d - day).days), default=None)


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
        stay = e.rule in STAYS and e.year is not None and e.last_year is None
        if e.kind != "calendar" or not (e.precision == "day" or stay) or e.relation != "in":
            continue
        if e.days_away is not None and e.year is None:
            away = timedelta(days=e.days_away)
            return _Anchor(tuple(d - away for d in days_of(e)), t.words, True)
        if just_past is None and t.tense == "past" and not t.history and (e.year is None or e.span.start < _OPENING):
            days = days_of(e) if e.year is None else [d for d in (t.days.end if t.days else None,) if d]
            just_past = _Anchor(tuple(days), t.words, False)
    return just_past


def _coarser(published: Published) -> Published:
    """The month around a day that the article was published on or soon after; the year at the end of a month."""
    day = published.interval.start
    assert day is not None
    last = day.replace(day=monthrange(day.year, day.month)[1])
    if last.day - day.day >= _TO_THE_END:
        month = Interval(day.replace(day=1), last, "month")
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
