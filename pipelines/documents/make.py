"""A raw article to a Document: decoded, cleaned, dated, its outlet, title and dateline found."""

from bisect import bisect_right

from pipelines.documents.clean import CleanText, clean, with_title
from pipelines.documents.dateline import find_dateline
from pipelines.documents.dating import find_published
from pipelines.documents.decode import UndecodableError, decode
from pipelines.documents.document import Document, RawArticle, Sidecar
from pipelines.documents.language import find_language
from pipelines.documents.outlets import find_outlet
from pipelines.documents.page import read_page
from pipelines.text.records import replace
from pipelines.text.span import Span


class Refused(ValueError):  # noqa: N818  (the caller reads "except Refused")
    """An article that cannot be made a document; the message is the reason."""


def make_document(raw: RawArticle) -> Document:
    """The document of `raw`. Raises Refused where it is no text, or nothing is left once cleaned."""
    try:
        text, _ = decode(raw.data)
    except UndecodableError as error:
        raise Refused(str(error)) from error
    sidecar = raw.sidecar
    page = None
    if raw.source.lower().removesuffix(".gz").endswith((".html", ".htm")):
        page = read_page(text)
        sidecar = merge(sidecar, page.sidecar)
    cleaned = clean(text, page.draft if page else None)
    if not any(c.isalpha() for c in cleaned.text):
        raise Refused("no text is left once menus, links and captions are taken out")
    return _assemble(raw, sidecar, cleaned, len(text))


def merge(told: Sidecar, found: Sidecar) -> Sidecar:
    """What the sidecar tells, completed by what the page tells of itself."""
    return replace(
        told,
        url=told.url or found.url,
        title=told.title or found.title,
        outlet=told.outlet or found.outlet,
        published=told.published or found.published,
    )


def _assemble(raw: RawArticle, sidecar: Sidecar, cleaned: CleanText, raw_length: int) -> Document:
    blocks = [block.span.of(cleaned.text) for block in cleaned.blocks]
    in_text = None if cleaned.title is None else blocks[cleaned.title]
    title = sidecar.title or in_text
    dateline = find_dateline([b for i, b in enumerate(blocks[:6]) if i != cleaned.title], cleaned.header)
    return Document(
        document_id=raw.document_id,
        source=raw.source,
        url=sidecar.url,
        outlet=find_outlet(sidecar, dateline.agency, cleaned.mastheads, cleaned.furniture, cleaned.text),
        title=title,
        dateline_place=dateline.place,
        language=find_language(cleaned.text),
        published=find_published(cleaned.text, title, cleaned.header, sidecar),
        text=cleaned.text,
        blocks=with_title(cleaned.blocks, cleaned.title),
        removed=cleaned.removed,
        raw_length=raw_length,
        offsets=cleaned.offsets.places(),
    )


def to_raw(document: Document, span: Span) -> Span:
    """Where the clean `span` of `document` stands in its decoded raw text."""
    starts = [start for start, _, _ in document.offsets]
    return Span(
        _raw(document, starts, span.start), _raw(document, starts, max(span.start, span.end - 1)) + (len(span) > 0)
    )


def _raw(document: Document, starts: list[int], offset: int) -> int:
    clean_start, raw_start, length = document.offsets[bisect_right(starts, offset) - 1]
    return raw_start + min(offset - clean_start, length)
