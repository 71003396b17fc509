"""One figure, or several of the same thing, on their way to a row."""

from decimal import Decimal

from pipelines.entities.mention import Bound
from pipelines.facts.reading import Sentence
from pipelines.facts.trade.modality import Modality
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a text states of one flow, product and period; `start`, `end` are the evidence in the document."""

    flow: str
    reporter: str
    partner: str
    product: str
    product_text: str | None
    amount: Decimal | None = None
    currency: str | None = None
    amount_bound: Bound | None = None
    change_ratio: Decimal | None = None
    base: Interval | None = None
    share: Decimal | None = None
    period: Interval | None
    period_said: bool  # told beside the figure, not taken over
    modality: Modality
    sentence: Sentence
    start: int
    end: int
    rule: str
    confidence: float
    in_title: bool = False
    year_before: bool = False  # a level "за аналогичный период прошлого года"
    again: tuple[int, ...] = ()  # other sentences that told it
    over_years: bool = False  # a growth "за последние пять лет", which is no period of a level

    @property
    def pair(self) -> tuple[str, str]:
        """Reporter and partner."""
        return self.reporter, self.partner

    @property
    def sentences(self) -> tuple[int, ...]:
        """Numbers of the sentences that tell it."""
        return (self.sentence.index, *self.again)

    @property
    def direction(self) -> tuple[str, str, str]:
        """Flow with exporter before importer; a turnover and a balance with the pair in order."""
        if self.flow == "import":
            return "way", self.partner, self.reporter
        if self.flow == "export":
            return "way", self.reporter, self.partner
        return self.flow, *sorted((self.reporter, self.partner))  # type: ignore[return-value]
