"""Rows that reports are tested on: figures that disagree, and words that would be markup."""

from datetime import date
from decimal import Decimal
from typing import Any

from warehouse_rows import TEXT, row

Rows = list[tuple[str, dict[str, Any]]]
ATTACK = "</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 1'> & \"«{{ 7 * 7 }}»"


def figure(fact_id: str, amount: int, **told: Any) -> tuple[str, dict[str, Any]]:
    """A figure of trade of Belarus and Azerbaijan in millions, for 2020 if nothing else is told."""
    return "trade_volume", row("trade_volume", fact_id=fact_id, amount=Decimal(amount * 1_000_000), **told)


def year(number: int) -> dict[str, date]:
    """The period of a whole year."""
    return {"period_start": date(number, 1, 1), "period_end": date(number, 12, 31)}


def disagreeing_rows() -> Rows:
    """Two turnovers of a year, parts that do not add up, a growth that its base does not bear out."""
    ways = {"reporter": "BLR", "partner": "AZE"}
    other = {"document_id": "d2", "source": "b.txt", "text": TEXT + " Иначе.", "text_length": len(TEXT) + 7}
    return [
        ("documents", row("documents")),
        ("documents", row("documents", **other)),
        figure("t1", 500),
        figure("t2", 450, document_id="d2"),
        figure("t3", 300, flow="export", **ways),
        figure("t4", 100, flow="import", **ways),
        figure("t5", 400, **year(2019)),
        figure("t6", 600, **year(2021), change_ratio=1.05),
        figure("t7", 1000, modality="target", period_start=None, period_end=date(2025, 12, 31)),
        figure("t8", 700, modality="expected", **year(2022)),
    ]


def hostile_rows() -> Rows:
    """An article whose every field is an attack; its facts quote it."""
    text = TEXT + " " + ATTACK
    length = len(text)
    start = text.index(ATTACK)
    words = {"evidence": ATTACK, "evidence_start": start, "evidence_end": length, "sentence_end": length}
    return [
        (
            "documents",
            row(
                "documents",
                text=text,
                text_length=length,
                raw_length=length,
                title=ATTACK,
                outlet=ATTACK,
                source=ATTACK,
                url="javascript:window.hacked=1",
                published_evidence=ATTACK,
                blocks=[{"start_offset": 0, "end_offset": length, "kind": "paragraph"}],
            ),
        ),
        ("removed_spans", row("removed_spans", removed_text=ATTACK, reason="x'\"><b>")),
        (
            "mentions",
            row(
                "mentions",
                mention_start=start,
                mention_end=length,
                surface=ATTACK,
                kind="person",
                canonical_name=ATTACK,
            ),
        ),
        figure("t1", 500, **words, product_text=ATTACK, attribution=ATTACK, rule=ATTACK),
        ("visits", row("visits", **words, visitor=ATTACK, place=ATTACK, delegation=ATTACK)),
        (
            "agreements",
            row("agreements", **words, title=ATTACK, subject=ATTACK, party_names=[ATTACK], unit=ATTACK, quantity=3.0),
        ),
    ]
