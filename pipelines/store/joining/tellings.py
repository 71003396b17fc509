"""When what a claim tells of took place, as far as article and text allow."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which something took place, or is to; both ends count."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days

    def meets(self, other: "Window", slack: int = 0) -> bool:
        """True where the two share a day, or lie at most `slack` days apart."""
        room = timedelta(slack)
        return self.start <= other.end + room and other.start <= self.end + room

    def widened(self, before: int, after: int | None = None) -> "Window":
        """The window with days added at both ends."""
        return Window(self.start - timedelta(before), self.end + timedelta(before if after is None else after))

    def months(self) -> Iterator[tuple[int, int]]:
        """Year and month of every month that it touches.

        >>> list(Window(date(2023, 12, 30), date(2024, 1, 2)).months())
        [(2023, 12), (2024, 1)]
        """
        first, last = (12 * day.year + day.month - 1 for day in (self.start, self.end))
        return ((month // 12, month % 12 + 1) for month in range(first, last + 1))

    def joined(self, other: "Window") -> "Window":
        """The window over both."""
        return Window(min(self.start, other.start), max(self.end, other.end))


def dated(row: Row) -> Window | None:
    """The days that the text tells, None where it tells none."""
    start, end = row["event_start"] or row["event_end"], row["event_end"] or row["event_start"]
    return None if start is None else Window(start, end)


def published(row: Row) -> Window | None:
    """The days on which the article may have come out, None where nothing tells."""
    start, end = row["published_start"] or row["published_end"], row["published_end"] or row["published_start"]
    return None if start is None else Window(start, end)
