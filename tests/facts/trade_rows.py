"""What the tests of trade_volume read: a text as a document, its rows, and a row in one line."""

from datetime import date
from decimal import Decimal

from pipelines.documents.document import Block, BlockKind, Document, Published
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import read
from pipelines.facts.trade_volume import TradeVolume, extract
from pipelines.text.interval import Interval
from pipelines.text.span import Span

JUNE_2022 = date(2022, 6, 15)


def document(text: str, published: date | None = JUNE_2022, url: str | None = None) -> Document:
    """A document whose lines are its blocks; a line that opens with # is the title."""
    blocks, at, clean = [], 0, ""
    for line in text.split("\n"):
        kind: BlockKind = "title" if line.startswith("#") else "paragraph"
        body = line.lstrip("# ")
        blocks.append(Block(Span(at, at + len(body)), kind))
        clean += body + "\n"
        at = len(clean)
    day = Published(Interval(published, published, "day"), "metadata", published.isoformat()) if published else None
    return Document(
        document_id="d",
        source="d.txt",
        url=url,
        outlet=None,
        title=None,
        dateline_place=None,
        language="ru",
        published=day,
        text=clean,
        blocks=tuple(blocks),
        removed=(),
        raw_length=len(clean),
    )


def rows(text: str, published: date | None = JUNE_2022, url: str | None = None) -> tuple[TradeVolume, ...]:
    doc = document(text, published, url)
    return extract(read(doc, find_mentions(doc)))


def short(row: TradeVolume) -> str:
    """A row in one line: "turnover CZE-POL 5M USD x1.2 2021 target" with what is out of the ordinary only."""
    parts = [row.flow, f"{row.reporter}-{row.partner}"]
    if row.product != "all":
        parts.append(row.product)
    if row.amount is not None:
        mark = {"exact": "", "about": "~", "at_least": ">", "at_most": "<"}[row.amount_bound or "exact"]
        parts.append(f"{mark}{(row.amount / Decimal(1_000_000)).normalize():f}M {row.currency}")
    if row.change_ratio is not None:
        parts.append(f"x{round(row.change_ratio, 3)}")
    if row.share is not None:
        parts.append(f"{round(row.share * 100, 2):g}%")
    if row.period_start or row.period_end:
        parts.append(period(row.period_start, row.period_end))
    if row.modality != "actual":
        parts.append(row.modality)
    return " ".join(parts)


def period(start: date | None, end: date | None) -> str:
    if start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return str(start.year)
    return f"{start or ''}..{end or ''}"
