"""A stretch of days, with the grain the text gave it."""

from datetime import date
from typing import Literal

from pipelines.text.records import dataclass

Precision = Literal["day", "month", "quarter", "season", "half_year", "year", "range"]


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Days from `start` to `end`, both in, and how the text expressed them.

    "в мае 2021 года" is 2021-05-01 .. 2021-05-31, `month`. One end may be open: "до конца 2025 года" has no start,
    "с 2020 года" no end.
    """

    start: date | None
    end: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ValueError("an interval needs a start or an end")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"interval {self.start}..{self.end}: start must be at or before end")
