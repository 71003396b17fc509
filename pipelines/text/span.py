"""A piece of text by its place."""

from pipelines.text.records import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of Unicode code points: `start` is in, `end` is out.

    >>> Span(0, 5).of("Минск и Баку")
    'Минск'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start}:{self.end}: start must be at or before end, and neither negative")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that stand there."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """True where the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """True where `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: "Span") -> "Span":
        """Smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
