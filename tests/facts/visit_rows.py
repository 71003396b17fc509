"""What the tests of visits read: paragraphs as a document, and its rows."""

from datetime import date
from typing import Any

from pipelines.documents.document import Block, Document, Published
from pipelines.entities.extract import find_mentions
from pipelines.facts.reading import read
from pipelines.facts.visits import Visit, extract
from pipelines.text.interval import Interval
from pipelines.text.span import Span

PUBLISHED = date(2023, 6, 15)  # a Thursday


def document_of(*paragraphs: str, published: date | None = PUBLISHED) -> Document:
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(Span(start, start + len(paragraph)), "paragraph"))
        start += len(paragraph) + 2
    known = None if published is None else Published(Interval(published, published, "day"), "metadata", "")
    return Document(
        document_id="d", source="d.txt", url=None, outlet=None, title=None, dateline_place=None, language="ru",
        published=known, text=text, blocks=tuple(blocks), removed=(), raw_length=len(text),
    )  # fmt: skip


def visits_in(*paragraphs: str, published: date | None = PUBLISHED) -> tuple[Visit, ...]:
    """Rows of a document of these paragraphs, published on that day; each quotes its words."""
    document = document_of(*paragraphs, published=published)
    rows = extract(read(document, find_mentions(document)))
    for row in rows:
        assert row.evidence.of(document.text) == row.evidence_text
        assert row.sentence.contains(row.evidence)
    return rows


def told(row: Visit) -> tuple[Any, ...]:
    return row.kind, row.visitor_country, row.host_country, row.status


# (the text, what it tells: kind, visitor's country, other country, status)
