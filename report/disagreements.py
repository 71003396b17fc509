"""Where figures do not agree: with each other, with their sum, with the growth that is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from report import describe, formats
from report.cite import Cite, cite
from report.row import Row
from report.words import Language, load_words

# In the order of the page; the rules are those of `sql/views/trade_volume_flags.sql`.
KINDS = (
    "conflicting_levels",
    "scale_slip",
    "sum_of_ways",
    "balance_of_ways",
    "growth",
    "part_exceeds_whole",
    "sum_of_periods",
    "mirror",
    "swapped_countries",
)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures that cannot all be true: the one held against the others, what they make of it, each with its words."""

    what: str
    stated: str
    other: str
    difference: str
    note: str
    figures: Sequence[tuple[str, Cite]]


@dataclass(frozen=True, slots=True)
class Group:
    """All disagreements of a pair that break one rule; `other` names what the figure is held against."""

    kind: str
    title: str
    lead: str
    other: str
    rows: Sequence[Disagreement]


@dataclass(frozen=True, slots=True)
class Disagreements:
    """All that does not agree about a pair's trade."""

    groups: Sequence[Group]

    @property
    def count(self) -> int:
        return sum(len(group.rows) for group in self.groups)


def disagreements(flags: Sequence[Row], facts: dict[str, Row], language: Language) -> Disagreements:
    """The rows of `trade_volume_flags` as groups, a rule each."""
    words = load_words(language)
    ranked = sorted(flags, key=lambda row: KINDS.index(row["kind"]))
    return Disagreements(
        [
            Group(
                kind=kind,
                title=words("flag_title", kind),
                lead=words("flag_lead", kind),
                other=words("flag_other", kind),
                rows=[_disagreement(row, facts, language) for row in rows],
            )
            for kind, rows in groupby(ranked, key=lambda row: str(row["kind"]))
        ]
    )


def _disagreement(row: Row, facts: dict[str, Row], language: Language) -> Disagreement:
    parts = row["parts"]
    names = (describe.flow_words, describe.product_words, describe.period_words)
    return Disagreement(
        what=", ".join(name(row, language) for name in names),
        stated=formats.money(row["amount"], row["currency"], parts[0]["amount_bound"], language),
        other=_other(row, language),
        difference=formats.change(row["ratio"], language),
        note=_growth_note(row, language) if row["kind"] == "growth" else "",
        figures=[
            (_figure(part, row, language), cite(facts[part["fact_id"]], language)) for part in _shown(parts, facts)
        ],
    )


def _shown(parts: Sequence[Row], facts: dict[str, Row]) -> list[Row]:
    """`parts` without those of reprints; all where only reprints tell them."""
    return [part for part in parts if facts[part["fact_id"]]["duplicate_of"] is None] or list(parts)


def _other(row: Row, language: Language) -> str:
    """What the figure is held against; of a sum with its parts: "100 + 300 = 400"."""
    told = formats.money(row["other_amount"], row["currency"], None, language)
    if row["kind"] in ("sum_of_ways", "sum_of_periods", "balance_of_ways"):
        sign = " − " if row["kind"] == "balance_of_ways" else " + "
        ways = (formats.money(part["amount"], row["currency"], None, language) for part in row["parts"][1:])
        return f"{sign.join(ways)} = {told}"
    return told


def _growth_note(row: Row, language: Language) -> str:
    """Growth as told beside growth by the levels, and where the base comes from."""
    words, (level, base) = load_words(language), row["parts"]
    told = formats.change(level["change_ratio"], language)
    computed = formats.change(float(level["amount"] / base["amount"]), language)
    assumed = f" ({words.ui('base_assumed')})" if row["base_assumed"] else ""
    return f"{words.ui('growth_told')}: {told}. {words.ui('growth_computed')}: {computed}{assumed}"


def _figure(part: Row, row: Row, language: Language) -> str:
    """The amount of one figure, and what it is of where that is not what the whole card is of."""
    amount = formats.money(part["amount"], row["currency"], part["amount_bound"], language)
    told = [describe.flow_words(part, language), describe.period_words(part, language)]
    known = [describe.flow_words(row, language), describe.period_words(row, language)]
    if part["product"] != row["product"]:
        told.append(describe.product_words(part, language))
    return ", ".join([amount, *(word for word in told if word not in known)])
