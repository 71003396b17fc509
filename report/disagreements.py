"""Where figures do not agree: with each other, with their sum, with the growth that is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from report import describe, formats
from report.cite import Cite, cite, originals
from report.row import Row
from report.words import Language, load_words


@dataclass(frozen=True, slots=True)
class Conflict:
    """Different figures for one thing."""

    what: str
    accepted: str
    claims: Sequence[tuple[str, Cite]]


@dataclass(frozen=True, slots=True)
class FailedSum:
    """A turnover that its two ways do not add up to."""

    what: str
    turnover: str
    added: str
    difference: str
    cites: Sequence[Cite]


@dataclass(frozen=True, slots=True)
class FailedGrowth:
    """A growth that the two levels do not bear out."""

    what: str
    level: str
    base: str
    base_assumed: bool
    told: str
    computed: str
    cites: Sequence[Cite]


@dataclass(frozen=True, slots=True)
class Disagreements:
    """All that does not agree about a pair's trade."""

    conflicts: Sequence[Conflict]
    sums: Sequence[FailedSum]
    growth: Sequence[FailedGrowth]

    @property
    def count(self) -> int:
        return len(self.conflicts) + len(self.sums) + len(self.growth)


def conflict(row: Row, facts: dict[str, Row], language: Language) -> Conflict:
    """A resolved figure whose claims differ, with every claim."""
    product, period = describe.product_words(row, language), describe.period_words(row, language)
    claims = [
        (formats.money(f["amount"], f["currency"], f["amount_bound"], language), cite(f, language))
        for f in originals(row["fact_ids"], facts)
        if f["amount"] is not None
    ]
    return Conflict(
        what=f"{describe.flow_words(row, language)}, {product}, {period}",
        accepted=formats.money(row["amount"], row["currency"], row["amount_bound"], language),
        claims=claims,
    )


def failed_sum(row: Row, facts: dict[str, Row], language: Language) -> FailedSum:
    """A turnover beside the sum of exports and imports."""
    currency, added = row["currency"], row["one_way"] + row["other_way"]
    ways = (formats.money(row[way], currency, None, language) for way in ("one_way", "other_way"))
    product = load_words(language)("product", row["product"])
    return FailedSum(
        what=f"{describe.period_words(row, language)}, {product}",
        turnover=formats.money(row["turnover"], currency, None, language),
        added=f"{' + '.join(ways)} = {formats.money(added, currency, None, language)}",
        difference=formats.change(float(added / row["turnover"]), language),
        cites=[cite(facts[fact_id], language) for fact_id in row["fact_ids"]],
    )


def failed_growth(row: Row, facts: dict[str, Row], language: Language) -> FailedGrowth:
    """A growth as told beside the growth that the levels give."""
    currency = row["currency"]
    base = formats.interval(row["base_start"], row["base_end"], row["base_precision"], language)
    product = load_words(language)("product", row["product"])
    return FailedGrowth(
        what=f"{describe.flow_words(row, language)}, {product}, {describe.period_words(row, language)}",
        level=formats.money(row["amount"], currency, None, language),
        base=f"{base}: {formats.money(row['base_amount'], currency, None, language)}",
        base_assumed=row["base_assumed"],
        told=formats.change(row["change_ratio"], language),
        computed=formats.change(float(row["computed_ratio"]), language),
        cites=[cite(facts[fact_id], language) for fact_id in row["fact_ids"]],
    )
