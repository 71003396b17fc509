"""What a date expression says, before anything is known of the day it was written on."""

from typing import Literal

from pipelines.text.interval import Precision
from pipelines.text.records import dataclass
from pipelines.text.span import Span

Relation = Literal["in", "by", "since", "anaphoric"]
Tense = Literal["past", "future"]

# How the days are found:
#   calendar  a stretch of the year `year`, or of the year `year_shift` away, or of a year that is not told
#   day       `amount` days away from the reference ("вчера")
#   weekday   the day `weekday` near the reference ("в понедельник")
#   week, month   the one `amount` away from the reference's own ("на прошлой неделе", "в этом месяце")
#   horizon   from the reference to the end of the year `amount` years ahead ("в ближайшие два года")
#   past_years    the `amount` years before the reference ("за последние пять лет")
#   to_date   from `first` of the year to the reference ("с начала года")
#   ago       another period moved by `amount` units of `step` ("годом ранее")
#   same      the months of another period, in the year told ("за аналогичный период прошлого года")
Kind = Literal["calendar", "day", "weekday", "week", "month", "horizon", "past_years", "to_date", "ago", "same"]
Step = Literal["day", "week", "month", "year"]

MonthDay = tuple[int, int]  # day 0 is the last of the month


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """One expression of time by its parts. `preposition` is the folded word that opens it, None where none does.

    `relation` is "by" for deadlines ("к 2030 году", "до конца года"), "since" for open starts, "anaphoric" where
    another period of the text is moved ("годом ранее").
    """

    span: Span
    rule: str
    kind: Kind
    precision: Precision
    relation: Relation = "in"
    preposition: str | None = None
    year: int | None = None
    last_year: int | None = None  # of a stretch over several years
    year_shift: int | None = None  # beside `year` where the text tells both: "прошлого, 2013 года"
    first: MonthDay = (1, 1)
    last: MonthDay = (12, 31)
    cumulative: bool = False  # quarters, half-years, "за девять месяцев": a finished one where the year is not told
    weekday: int | None = None  # Monday is 0; told beside a day of the month too
    days_away: int | None = None  # told beside a day of the month: "накануне, 16 октября 2023 года"
    amount: int = 0
    step: Step = "year"

    @property
    def explicit(self) -> bool:
        """True where the words alone settle the days."""
        return self.kind == "calendar" and self.year is not None
