"""One thing the text speaks of, with its place and what it stands for."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pipelines.text.interval import Interval, Precision
from pipelines.text.records import dataclass
from pipelines.text.span import Span

MentionKind = Literal[
    "person", "role", "organization", "country", "place", "money", "percent", "ratio", "quantity", "date"
]
Bound = Literal["exact", "about", "at_least", "at_most"]
Case = Literal["nomn", "gent", "datv", "accs", "ablt", "loct"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A mention in a document's clean text. Fields that a kind does not use are None.

    The contract's columns come first; those below `date_precision` are what the fact rules need beside them.
    """

    start: int
    end: int
    surface: str
    kind: MentionKind
    canonical_id: str | None = None  # ISO code (country, bloc, currency) or a stable slug
    canonical_name: str | None = None  # Russian nominative
    value: Decimal | None = None  # money in units of the currency, percent as written, ratio as a factor
    value_high: Decimal | None = None  # upper end of a range ("500–600 млн")
    unit: str | None = None  # of a quantity, as in the text
    currency: str | None = None  # ISO 4217
    date_start: date | None = None
    date_end: date | None = None
    date_precision: Precision | None = None
    form: str | None = None  # how it is said; see the finder of each kind
    case: Case | None = None  # of the head word, where it is unambiguous
    bound: Bound | None = None  # what words beside a figure make of it ("около", "более", "не более")
    country: str | None = None  # whose: country of a role, person, organization or place (ISO3 or bloc code)
    role: str | None = None  # slug: of a role, or of a person whose role the text or the table tells
    person: str | None = None  # canonical name: of a person, or of the one who holds a role

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def interval(self) -> Interval | None:
        """The resolved dates of a `date` mention, None where the text does not settle them."""
        if self.date_precision is None or (self.date_start is None and self.date_end is None):
            return None
        return Interval(self.date_start, self.date_end, self.date_precision)
