"""The built tables before they are published: what the checks look at, and what publishing puts in place."""

from pathlib import Path

from assets.batches import batches_of, read_input
from assets.resources import Workplace
from pipelines.documents.near_duplicates import mark_duplicates
from pipelines.store.schema import DOCUMENT_TABLES, FACT_TABLES
from pipelines.store.warehouse import PUBLISHED, Selection, build_candidate, publication
from pipelines.version import stage_version


def select(place: Workplace) -> Selection:
    """The parts that make up the tables now, and which documents copy which."""
    store, entries = place.store, read_input(place.settings.home)
    batches = batches_of(entries)
    stages = dict.fromkeys(DOCUMENT_TABLES, ("documents", stage_version("documents")))
    stages["mentions"] = ("mentions", stage_version("mentions"))
    stages |= {table: (table, stage_version("facts")) for table in FACT_TABLES}
    for stage, version in stages.values():
        place.require(stage, version, batches)
    files = {
        table: [store.file(stage, version, batch, table) for batch in batches]
        for table, (stage, version) in stages.items()
    }
    documents = sorted((e.batch, e.document_id) for e in entries)
    return Selection(files, documents, _duplicates(place, batches, {d for _, d in documents}))


def _duplicates(place: Workplace, batches: tuple[str, ...], current: set[str]) -> dict[str, str]:
    """Copies and their originals: the first of a group is the one published first, then the smallest id."""
    rows = [
        row
        for batch in batches
        for row in place.store.read("documents", stage_version("documents"), batch, "documents")
        .select(["document_id", "text", "published_start"])
        .to_pylist()
        if row["document_id"] in current
    ]
    published = {r["document_id"]: r["published_start"] for r in rows}
    # Undated articles come last: they cannot be shown to be first.
    return mark_duplicates(
        ((r["document_id"], r["text"]) for r in rows),
        sort_key=lambda document: (published[document] is None, str(published[document])),
    )


def build(place: Workplace) -> tuple[Selection, Path]:
    """The selection that counts now and the file that holds its tables: the published one where nothing changed."""
    selection = select(place)
    standing = publication(place.settings.home)
    if standing is not None and standing.digest == selection.digest:
        return selection, place.settings.home / PUBLISHED
    return selection, build_candidate(place.settings.home, selection)
