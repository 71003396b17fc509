"""What the agreement tests read, and how a row is told shortly."""

from datetime import date
from typing import Any

from pipelines.documents.document import Block, BlockKind, Document, Published
from pipelines.entities.extract import find_mentions
from pipelines.facts.agreements import Agreement, extract
from pipelines.facts.reading import read
from pipelines.text.interval import Interval
from pipelines.text.span import Span

PUBLISHED = date(2023, 6, 15)  # a Thursday


def agreements_in(
    *paragraphs: str, published: date | None = PUBLISHED, kinds: tuple[BlockKind, ...] = ()
) -> tuple[Agreement, ...]:
    """Rows of a document of these paragraphs, published on that day; `kinds` of its first blocks."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for i, paragraph in enumerate(paragraphs):
        kind: BlockKind = kinds[i] if i < len(kinds) else "paragraph"
        blocks.append(Block(Span(start, start + len(paragraph)), kind))
        start += len(paragraph) + 2
    known = None if published is None else Published(Interval(published, published, "day"), "metadata", "")
    document = Document(
        document_id="d", source="d.txt", url=None, outlet=None, title=None, dateline_place=None, language="ru",
        published=known, text=text, blocks=tuple(blocks), removed=(), raw_length=len(text),
    )  # fmt: skip
    rows = extract(read(document, find_mentions(document)))
    for row in rows:
        assert row.evidence.of(text) == row.evidence_text
        assert row.parties == tuple(sorted(row.parties)) and len(row.parties) >= 2
    return rows


def told(row: Agreement) -> tuple[Any, ...]:
    return row.kind, row.status, row.parties
