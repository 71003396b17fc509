"""Documents to table rows and back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pipelines.documents.document import Block, Document, Published
from pipelines.text.interval import Interval
from pipelines.text.span import Span

_SAME = ("document_id", "source", "url", "outlet", "title", "dateline_place", "language", "text", "raw_length")


def document_row(document: Document, *, ingested_at: datetime) -> dict[str, Any]:
    """The row of table `documents` for `document`; `duplicate_of` is settled where all documents are known."""
    published = document.published
    return {
        **{name: getattr(document, name) for name in _SAME},
        "published_start": published.interval.start if published else None,
        "published_end": published.interval.end if published else None,
        "published_precision": published.interval.precision if published else None,
        "published_method": published.method if published else None,
        "published_evidence": published.evidence if published else None,
        "text_length": len(document.text),
        "duplicate_of": None,
        "ingested_at": ingested_at,
        "blocks": [{"start_offset": b.span.start, "end_offset": b.span.end, "kind": b.kind} for b in document.blocks],
        "offset_runs": [
            {"clean_start": clean, "raw_start": raw, "length": length} for clean, raw, length in document.offsets
        ],
    }


def removed_rows(document: Document) -> list[dict[str, Any]]:
    """The rows of table `removed_spans` for `document`."""
    return [
        {
            "document_id": document.document_id,
            "raw_start": removed.raw.start,
            "raw_end": removed.raw.end,
            "reason": removed.reason,
            "removed_text": removed.text,
        }
        for removed in document.removed
    ]


def document_of_row(row: Mapping[str, Any]) -> Document:
    """The document that `row` was made of; what cleaning removed lies in a table of its own and is left out."""
    published = None
    if row["published_method"] is not None:
        interval = Interval(row["published_start"], row["published_end"], row["published_precision"])
        published = Published(interval, row["published_method"], row["published_evidence"])
    return Document(
        **{name: row[name] for name in _SAME},
        published=published,
        blocks=tuple(Block(Span(b["start_offset"], b["end_offset"]), b["kind"]) for b in row["blocks"]),
        removed=(),
        offsets=tuple((r["clean_start"], r["raw_start"], r["length"]) for r in row["offset_runs"]),
    )
