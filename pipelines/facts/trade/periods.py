"""What days a figure covers, and what days a change is counted from."""

from calendar import monthrange
from datetime import date

from pipelines.documents.document import Published
from pipelines.entities.dates import expression_of, resolve_for, shift_to
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.words import is_finite, is_past
from pipelines.text.interval import Interval
from pipelines.text.morph import parses

_EVENT_KINDS = frozenset({"day", "weekday", "week"})  # when something was said, no stretch that trade is counted over
_RECORDS = ("впервые", "максим", "миним", "рекорд", "наибольш", "наивысш", "самого")
_TOWARDS = frozenset({"к", "ко"})
_BASE_REACH = 9
_SHORT_REACH = 5  # of a single word ("чем", "против")
_YEARS = {"этом": 0, "нынешнем": 0, "текущем": 0, "прошлом": -1, "минувшем": -1, "следующем": 1}
_COMPARATIVES = frozenset({"больше", "меньше", "выше", "ниже"})


def is_base(line: Line, at: Placed, published: Published | None) -> bool:
    """True for the date of "по сравнению с 2019 годом", "чем годом ранее", "к уровню 2023 года"."""
    if _is_grown_to(line, at):
        return True
    if line.lower(at.first - 1) in _COMPARATIVES:
        return True
    for mark in line.marked("base", max(0, at.first - _BASE_REACH), at.last):
        if mark.last - mark.first == 1 and at.first - mark.first > _SHORT_REACH:
            continue
        if any(line.is_border(i) or is_finite(line.lower(i)) for i in range(mark.last, at.first)):
            continue
        if any(f.first >= mark.last and f.last <= at.first for f in line.figures):
            continue
        if mark.word in _TOWARDS:
            return _is_counted_from(line, at, published)
        return True
    return False


def _is_grown_to(line: Line, at: Placed) -> bool:
    """True for "вырос к августу на 6,7%", "вырос к 2020 году вдвое": the time compared with."""
    opener = at.first if line.lower(at.first) in _TOWARDS else at.first - 1
    if line.lower(opener) not in _TOWARDS or line.mark_at("trend", opener - 1) is None:
        return False
    kinds = ("percent", "ratio") if is_past(line.lower(opener - 1)) else ("percent",)
    return any(f.mention.kind in kinds and 0 <= f.first - at.last <= 1 for f in line.figures)


def _is_counted_from(line: Line, at: Placed, published: Published | None) -> bool:
    """ "к" opens a base behind a change ("вырос на 5% к 2019 году"), a deadline elsewhere ("к 2030 году")."""
    if at.mention.form == "anaphoric":
        return True
    change = any(f.mention.kind != "money" and f.last <= at.first <= f.last + 3 for f in line.figures)
    end = at.mention.date_end
    return change and (
        end is None or published is None or published.interval.end is None or end <= published.interval.end
    )


def _is_period(line: Line, at: Placed) -> bool:
    if any(line.lower(i).startswith("финансов") for i in range(at.last, at.last + 3)):
        return False  # "2021-2022 финансового года": what days that year has is not told
    if any(line.lower(i).startswith(_RECORDS) for i in (at.first - 1, at.first - 2)):
        return False  # "до максимума за шесть месяцев", "впервые с 2010 года"
    if line.lower(at.first) == "спустя" and (expression_of(at.mention).amount or 1) > 1:
        return False  # "спустя девять лет возобновили поставки": how long there were none
    if at.mention.form in ("by", "since"):
        return at.mention.date_precision != "day" or at.mention.form == "by"
    return at.mention.date_precision != "day" and expression_of(at.mention).kind not in _EVENT_KINDS


def date_of(line: Line, figure: Placed, published: Published | None) -> Placed | None:
    """The date mention that says what `figure` covers: right behind it or else the nearest before it."""
    told = [d for d in line.dates if is_told_by_when(line, d) and d.last + 1 == line.clause(figure.first)[0]]
    if told:
        return told[0]
    free = [d for d in line.dates if _is_period(line, d) and _is_own(line, d, figure, published)]
    behind = [d for d in free if figure.last <= d.first < _stop_of(line, figure)]
    if behind and _follows(line, figure, behind[0]):
        return behind[0]
    before = [d for d in free if d.last <= figure.first and not _is_of_level_before(line, d, figure)]
    if before:
        return before[-1]
    clause = line.clause(figure.first)
    late = [d for d in behind if d.first < clause[1]]
    return late[0] if late else None


def _is_of_level_before(line: Line, at: Placed, figure: Placed) -> bool:
    """True for the year of "с 30 млрд евро в 2014 году до 20 млрд евро": it is that of the level before."""
    if line.lower(figure.first - 1) != "до":
        return False
    told = [f for f in line.figures if f.mention.kind == "money" and 0 <= at.first - f.last <= 1]
    return any({"с", "со"} & set(line.lowers(f.first - 2, f.first)) for f in told)


def is_told_by_when(line: Line, at: Placed) -> bool:
    """True for the date of "впервые с апреля 2021 года, когда импорт составлял 5 млн"."""
    return (line.lower(at.last), line.lower(at.last + 1)) == (",", "когда")


def closed(interval: Interval) -> Interval:
    """The month or year that an open interval begins with."""
    start = interval.start
    if start is None or interval.end is not None or interval.precision not in ("month", "year"):
        return interval
    if interval.precision == "year":
        return year(start.year)
    return Interval(start, date(start.year, start.month, monthrange(start.year, start.month)[1]), "month")


def _is_own(line: Line, at: Placed, figure: Placed, published: Published | None) -> bool:
    """True for a date that is no base, and for the base of "к 2012 году, когда торговля достигла 5 млн"."""
    if not is_base(line, at, published):
        return True
    return at.last < figure.first and is_told_by_when(line, at)


def _follows(line: Line, figure: Placed, at: Placed) -> bool:
    """True where only small words stand between the figure and its date: "5 млн долларов уже в 2022 году"."""
    words = [line.lower(i) for i in range(figure.last, at.first)]
    return (
        len(words) <= 2
        and not any(line.is_border(i) or line.is_dash(i) for i in range(figure.last, at.first))
        and "и" not in words
    )


def interval_of(at: Placed, published: Published | None, carried: Interval | None, ahead: bool) -> Interval | None:
    """The days of a date mention; `carried` is what "годом ранее" moves, `ahead` tells that the verb looks ahead."""
    mention = at.mention
    if mention.form == "anaphoric":
        if mention.interval is not None:
            return mention.interval
        return None if carried is None else shift_to(mention, carried, published)
    found = resolve_for(mention, "future", published) if ahead else mention.interval
    return found if found is not None else mention.interval


def unnamed_year(line: Line, first: int, last: int, published: Published | None) -> Interval | None:
    """The year of "а в этом должен составить", "в прошлом – 5 млн": the word "году" is left out."""
    if published is None or published.interval.end is None:
        return None
    for at in range(first, last):
        shift = _YEARS.get(line.lower(at + 1)) if line.lower(at) == "в" else None
        if shift is not None and (
            line.is_dash(at + 2) or is_finite(line.lower(at + 2)) or _is_short(line.lower(at + 2))
        ):
            return year(published.interval.end.year + shift)
    return None


def _is_short(word: str) -> bool:
    return word.isalpha() and parses(word)[0].pos in ("ADJS", "ADVB", "NPRO")


def years_apart(at: Placed) -> tuple[Interval, Interval] | None:
    """First and last year of "с 2010 по 2015 годы", None for any other date."""
    interval = at.mention.interval
    if interval is None or interval.start is None or interval.end is None or interval.precision != "range":
        return None
    if interval.start.year == interval.end.year or (interval.start.month, interval.end.month) != (1, 12):
        return None
    return year(interval.start.year), year(interval.end.year)


def year(number: int) -> Interval:
    """The whole year `number`."""
    return Interval(date(number, 1, 1), date(number, 12, 31), "year")


def whole_period(interval: Interval) -> Interval:
    """What a level by a deadline covers: "к концу года может достичь" speaks of the year."""
    if interval.start is not None or interval.end is None:
        return interval
    if (interval.end.month, interval.end.day) == (12, 31):
        return year(interval.end.year)
    return interval


def base_of(line: Line, figure: Placed, period: Interval | None, published: Published | None) -> Interval | None:
    """The period that a change is counted from, as far as the sentence says it."""
    at = base_date(line, figure, published)
    if at is not None and at.mention.form == "by":
        return _month_before(at.mention.date_end, period)
    return None if at is None else _year_before(at, interval_of(at, published, period, False), period)


def _year_before(at: Placed, found: Interval | None, period: Interval | None) -> Interval | None:
    """`found`, or the year before `period` where "предыдущего года" was read from the article's date instead."""
    if found is None or found.start is None or period is None or period.start is None or found.start < period.start:
        return found
    return found if expression_of(at.mention).year is not None else moved(period, -1)


def _month_before(day: date | None, period: Interval | None) -> Interval | None:
    """The month of `day` in the year that puts it right before `period` ("в сентябре вырос к августу")."""
    if day is None or period is None or period.start is None:
        return None
    year_of = period.start.year - (day.month >= period.start.month)
    return Interval(date(year_of, day.month, 1), date(year_of, day.month, monthrange(year_of, day.month)[1]), "month")


def base_date(line: Line, figure: Placed, published: Published | None) -> Placed | None:
    """The date that `figure` is compared with: behind it, else right before it."""
    bases = [d for d in line.dates if is_base(line, d, published)]
    stop = _stop_of(line, figure)
    start = max([f.last for f in line.figures if f.last <= figure.first], default=0)
    behind = [d for d in bases if figure.last <= d.first < stop]
    before = [d for d in bases if start <= d.first < figure.first and not _is_of_figure_before(line, start, d)]
    chosen = behind or before[-1:]
    return chosen[0] if chosen else None


def _stop_of(line: Line, figure: Placed) -> int:
    """Where the words about a change end: at the next figure, or behind the level that it leads to ("до 5 млрд")."""
    later = [f for f in line.figures if f.first >= figure.last]
    if later and later[0].mention.kind == "money" and figure.mention.kind != "money":
        between = range(figure.last, later[0].first)
        if "до" in [line.lower(i) for i in between[-2:]] and not any(line.is_border(i) for i in between):
            later = later[1:]
    return later[0].first if later else len(line.tokens)


def _is_of_figure_before(line: Line, start: int, at: Placed) -> bool:
    """True for the base of "на 86% к прошлому году, а экспорт в 3 раза": it belongs to the figure before."""
    if start == 0 or any(line.is_border(i) for i in range(start, at.first)):
        return False
    return line.is_border(at.last) and line.lower(at.last + 1) in ("а", "и", "но", "при", "экспорт", "импорт")


def compared_period(
    line: Line, figure: Placed, period: Interval | None, published: Published | None
) -> Interval | None:
    """What the second figure of "12 млрд против 15 млрд годом ранее" covers; `period` is that of the first."""
    stop = min([f.first for f in line.figures if f.first >= figure.last], default=len(line.tokens))
    start = max([f.last for f in line.figures if f.last <= figure.first], default=0)
    behind = [d for d in line.dates if figure.last <= d.first < stop and _follows(line, figure, d)]
    before = [d for d in line.dates if start <= d.first and d.last <= figure.first]
    chosen = (_shifted(line, behind) or behind)[:1] or before[-1:]
    found = _year_before(chosen[0], interval_of(chosen[0], published, period, False), period) if chosen else None
    if found is not None and found.end is None and found.start is not None and found.precision == "year":
        return year(found.start.year)
    return found


def _shifted(line: Line, behind: list[Placed]) -> list[Placed]:
    """The "годом ранее" of "за тот же период годом ранее": it says which year the same period is of."""
    return [d for d in line.dates if behind and d.first == behind[0].last and d.mention.form == "anaphoric"]


def in_year_before(line: Line, figure: Placed, at: Placed, carried: Interval | None) -> Interval | None:
    """`carried` moved to the year of "в 2019 году – 7 млрд за тот же период", else as it is."""
    if at.first < figure.first or at.mention.form != "anaphoric" or carried is None:
        return carried
    start = max([f.last for f in line.figures if f.last <= figure.first], default=0)
    years = [d.mention for d in line.dates if start <= d.first < figure.first and d.mention.date_precision == "year"]
    if not years or carried.start is None or carried.end is None or years[-1].date_start is None:
        return carried
    return moved(carried, years[-1].date_start.year - carried.end.year) or carried


def moved(interval: Interval, years: int) -> Interval | None:
    """`interval` so many years later; None for one that is open or ends with February (its last day moves)."""
    if interval.start is None or interval.end is None or (interval.end.month == 2 and interval.end.day >= 28):
        return None
    start = interval.start.replace(year=interval.start.year + years)
    return Interval(start, interval.end.replace(year=interval.end.year + years), interval.precision)
