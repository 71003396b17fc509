"""The day, month or year an article was published, and how that is known.

First what stands beside the article (sidecar, address), then its dateline, then what its words let infer. Where these
leave more than one year open, or contradict each other, the day of publication stays unknown: never the current year.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from pipelines.documents.clue_rules import find_clues
from pipelines.documents.clues import YEARS, Clue, Told, Weight, read_dates
from pipelines.documents.datelines import MONTH_LABEL, Dateline, find_datelines
from pipelines.documents.document import Published, Sidecar
from pipelines.documents.events import find_event_clues
from pipelines.documents.inference import in_year, infer, nearest_day
from pipelines.documents.url_dates import find_url_date
from pipelines.text.dates import parse_date, resolve
from pipelines.text.interval import Interval

_LONG_AGO = timedelta(days=400)  # so long after what it tells as just past no article is written
_NEARBY = 60
# Clues that tell of the time of writing itself, not of history.
_STURDY = frozenset(["year_told_twice", "day_explained", "base_of_comparison", "latest_part_of_year", "weekday_of_day"])
_LABELLED = 200  # a label stands within so many characters of the head
_ISO = re.compile(r"\s*(\d{4})-(\d\d)(?:-(\d\d))?(?!\d)")


def find_published(text: str, title: str | None, header: Sequence[str], sidecar: Sidecar) -> Published | None:
    """When the article of clean `text` was published, None where that is not told.

    `header` holds the lines at the top of the raw page, those that cleaning removes included ("15.07.2023 Рубрика").
    The evidence quotes the words that the date was read from, joined by " | " where several had to be put together.
    """
    known = _from_sidecar(sidecar) or _from_label([*header, *text[:_LABELLED].splitlines()])
    if known is not None and known.interval.precision == "day":
        return known
    datelines = find_datelines(text, header)
    whole = text if title is None or title in text[: len(title) + 200] else f"{title}\n{text}"
    evidence = _Evidence(whole, sidecar)
    if known is None:
        full = _full_dateline(datelines, sidecar, evidence)
        if full is not None:
            return full
    partial = _without_year(datelines)
    if known is not None:
        return _refined(known, partial, datelines, evidence)
    return infer(evidence.clues, partial, whole, evidence.told)


def _without_year(datelines: Sequence[Dateline]) -> Dateline | None:
    return next((d for d in datelines if not d.full and d.kind != "caption"), None)


class _Evidence:
    """What the words of `text` tell of the day of writing, read when first asked for: most articles have a date."""

    def __init__(self, text: str, sidecar: Sidecar) -> None:
        self.text, self.sidecar = text, sidecar

    @cached_property
    def told(self) -> list[Told]:
        return read_dates(self.text)

    @cached_property
    def clues_of_dates(self) -> list[Clue]:
        return find_clues(self.told)

    @cached_property
    def clues(self) -> list[Clue]:
        return [*self.clues_of_dates, *find_event_clues(self.text), *_upper_bounds(self.sidecar)]


def _from_sidecar(sidecar: Sidecar) -> Published | None:
    """What the sidecar states, else the date in the address."""
    if sidecar.published:
        interval = _stated(sidecar.published)
        if interval is not None:
            return Published(interval, "metadata", sidecar.published)
    if sidecar.url and (found := find_url_date(sidecar.url)):
        return Published(found[0], "metadata", found[1])
    return None


def _from_label(lines: Sequence[str]) -> Published | None:
    """The month that stands labelled over the text ("date 2019-07"): the day is looked for elsewhere."""
    for label in filter(None, map(MONTH_LABEL.match, lines)):
        if (interval := _stated(label[1])) is not None and interval.start and interval.start.year in YEARS:
            return Published(interval, "dateline", label[1])
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


def _full_dateline(datelines: Sequence[Dateline], sidecar: Sidecar, evidence: _Evidence) -> Published | None:
    """The dateline that tells its year; a weekday beside it may show the day of a visit to the site: taken last.

    A caption's date counts where it completes the dateline's day and month.
    """
    partial = _without_year(datelines)
    ranked = sorted((d for d in datelines if d.full), key=lambda d: (d.kind == "caption", d.ticker))
    retrieved = _stated(sidecar.retrieved_at) if sidecar.retrieved_at else None
    for dateline in ranked:
        day = resolve(dateline.date, None)
        if day is None or day.start is None or day.start.year not in YEARS:
            continue
        if retrieved and retrieved.end and day.start > retrieved.end:
            continue
        if dateline.kind == "field" and partial is None and _out_of_date(day.start, dateline.words, evidence):
            continue
        if partial is None:
            return Published(day, "dateline", dateline.words)
        completed = nearest_day(partial.date, day.start)
        if completed is not None and abs((completed - day.start).days) <= 3:
            if dateline.kind == "field":  # a story dated ahead: what the page shows came first
                completed = min(completed, day.start)
            words = f"{partial.words} | {dateline.words}"
            return Published(Interval(completed, completed, "day"), "dateline", words)
    return None


def _out_of_date(shown: date, words: str, evidence: _Evidence) -> bool:
    """The date on the page is the day of a visit to the site: the words tell of days long gone by then as just past."""
    elsewhere = evidence.text.replace(words, "")
    if any(str(year) in elsewhere for year in (shown.year, shown.year - 1)):
        return False
    for clue in evidence.clues_of_dates:
        if clue.rule not in _STURDY:
            continue
        end = max((last for first, last in clue.windows if first <= shown), default=shown)
        if end + _LONG_AGO < shown and not _day_of_year_fits(clue, shown):
            return True
    return False


def _day_of_year_fits(clue: Clue, shown: date) -> bool:
    """ "во вторник, 17 сентября" shortly before or after the day shown: the weekday is a misprint."""
    if clue.rule != "weekday_of_day":
        return False
    away = min(
        (abs((shown.replace(year=2000, day=min(shown.day, 28)) - d.replace(year=2000)).days) for _, d in clue.windows),
        default=0,
    )
    return min(away, 366 - away) <= _NEARBY


def _refined(
    known: Published, partial: Dateline | None, datelines: Sequence[Dateline], evidence: _Evidence
) -> Published:
    """A month or year of the address, made closer by the dateline or by what the words tell of days within it."""
    assert known.interval.start is not None and known.interval.end is not None
    days = [resolve(d.date, None) for d in datelines if d.full and d.kind != "caption"]
    inside = [i.start for i in days if i and i.start and known.interval.start <= i.start <= known.interval.end]
    if partial is not None:
        inside += [d for d in (in_year(partial.date, known.interval.start.year),) if d and _within(d, known.interval)]
    if inside:
        return Published(Interval(inside[0], inside[0], "day"), known.method, known.evidence)
    window = ((known.interval.start, known.interval.end),)
    address = Clue("address", known.evidence or "", Weight.EXACT, window, known.interval.start.year)
    closer = infer([address, *evidence.clues], None, evidence.text, evidence.told)
    if closer is None or closer.interval.start is None or not _within(closer.interval.start, known.interval):
        return known
    return Published(closer.interval, known.method, known.evidence)


def _within(day: date, interval: Interval) -> bool:
    return interval.start is not None and interval.end is not None and interval.start <= day <= interval.end


def _upper_bounds(sidecar: Sidecar) -> list[Clue]:
    retrieved = _stated(sidecar.retrieved_at) if sidecar.retrieved_at else None
    if retrieved is None or retrieved.end is None:
        return []
    return [Clue("retrieved", sidecar.retrieved_at or "", Weight.BOUND, ((date(1992, 1, 1), retrieved.end),))]
