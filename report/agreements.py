"""Agreements of a pair as a board: from proposed to in force."""

from collections.abc import Sequence
from dataclasses import dataclass

from report import describe, formats
from report.cite import Cite, cites, originals
from report.row import Row
from report.words import Language, load_words

STATUSES = ("proposed", "planned", "agreed", "signed", "in_force", "implemented", "rejected", "unsaid")
# Columns that stand even when empty: the way an agreement goes.
_ALWAYS = ("planned", "agreed", "signed", "in_force")


@dataclass(frozen=True, slots=True)
class Card:
    """One agreement."""

    kind: str
    about: str
    title: bool  # `about` is its quoted title
    amounts: str
    date: str
    parties: str  # where others than the pair take part
    names: str
    earlier: Sequence[str]
    cites: Sequence[Cite]


@dataclass(frozen=True, slots=True)
class Column:
    """The agreements in one status."""

    code: str
    name: str
    cards: Sequence[Card]


def board(agreements: Sequence[Row], facts: dict[str, Row], language: Language) -> list[Column]:
    """The columns of the board in order; those off the usual way only where something stands in them."""
    words = load_words(language)
    columns: dict[str, list[Card]] = {status: [] for status in STATUSES}
    for row in agreements:
        columns[row["status"] or "unsaid"].append(_card(row, facts, language))
    return [
        Column(status, words("agreement_status", status), cards)
        for status, cards in columns.items()
        if cards or status in _ALWAYS
    ]


def _card(row: Row, facts: dict[str, Row], language: Language) -> Card:
    words = load_words(language)
    dated = row["event_start"] or row["event_end"]
    told = originals(row["fact_ids"], facts)
    others = row["parties"] if len(row["parties"]) > 2 else []
    return Card(
        kind=words("agreement", row["kind"]),
        about=row["title"] or row["subject"] or "",
        title=bool(row["title"]),
        amounts=describe.amounts(row, language),
        date=formats.interval(row["event_start"], row["event_end"], None, language) if dated else "",
        parties=", ".join(formats.country(code, language) for code in others),
        names=", ".join(sorted({name for fact in told for name in fact["party_names"]})),
        earlier=[words("agreement_status", s) for s in STATUSES if s in (row["statuses"] or ()) and s != row["status"]],
        cites=cites(told, language),
    )
