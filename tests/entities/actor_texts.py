"""Builds documents for the actor tests: a text becomes one, each line of it a block."""

import re
from datetime import date

from pipelines.documents.document import Block, Document, Published
from pipelines.entities.actors import find_actors
from pipelines.entities.mention import Mention
from pipelines.entities.places import find_places
from pipelines.text.interval import Interval
from pipelines.text.span import Span
from pipelines.text.tokens import tokenize


def actors(text: str, year: int | None = None) -> list[Mention]:
    """Actors of `text`, published in `year`."""
    blocks = tuple(Block(Span(m.start(), m.end()), "paragraph") for m in re.finditer(r"[^\n]+", text))
    published = None
    if year is not None:
        published = Published(Interval(date(year, 1, 1), date(year, 12, 31), "year"), "inferred", str(year))
    document = Document(
        document_id="0" * 64,
        source="text.txt",
        url=None,
        outlet=None,
        title=None,
        dateline_place=None,
        language="ru",
        published=published,
        text=text,
        blocks=blocks,
        removed=(),
        raw_length=len(text),
    )
    tokens = [tokenize(text, b.span.start, b.span.end) for b in blocks]
    return find_actors(document, tokens, [m for block in tokens for m in find_places(text, block)])


def of_kind(text: str, kind: str, year: int | None = None) -> list[Mention]:
    """Mentions of one kind."""
    return [m for m in actors(text, year) if m.kind == kind]
