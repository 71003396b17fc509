"""What an article is once it is cleaned and dated."""

from typing import Literal

from pipelines.text.interval import Interval
from pipelines.text.records import dataclass
from pipelines.text.span import Span

BlockKind = Literal["title", "heading", "paragraph", "list_item", "table_row"]
PublishedMethod = Literal["metadata", "dateline", "inferred"]


@dataclass(frozen=True, slots=True)
class RawArticle:
    """One input file as it came, content-addressed: `document_id` is the SHA-256 of its (unpacked) bytes in hex."""

    document_id: str
    source: str  # path relative to the input folder
    data: bytes
    sidecar: "Sidecar"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What `<name>.json` beside an article tells of it; every field may be absent."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    retrieved_at: str | None = None


@dataclass(frozen=True, slots=True)
class RemovedSpan:
    """A piece that cleaning took out of the raw text, and why. Offsets are code points of the decoded raw text."""

    raw: Span
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A title, paragraph, list item or table row of the clean text; sentences never cross its borders."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published, how that is known, and the words it was read from."""

    interval: Interval
    method: PublishedMethod
    evidence: str


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned article. Every offset that facts and mentions cite points into `text`."""

    document_id: str
    source: str
    url: str | None
    outlet: str | None
    title: str | None
    dateline_place: str | None
    language: str
    published: Published | None
    text: str
    blocks: tuple[Block, ...]
    removed: tuple[RemovedSpan, ...]
    raw_length: int
    # (clean_start, raw_start, length): that much clean text stands there in the decoded raw text; runs tile `text`.
    offsets: tuple[tuple[int, int, int], ...] = ()
