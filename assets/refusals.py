"""What a stage refused: logged, put into quarantine, and shown in its metadata."""

from collections.abc import Sequence

import dagster as dg

from assets.batches import Entry, batches_of
from assets.preview import markdown_table
from assets.quarantine import write_quarantine
from assets.resources import Workplace
from assets.stages import read_refusals

SHOWN = 50
Refusals = list[tuple[str, str]]


def settle_stage(
    context: dg.AssetExecutionContext, place: Workplace, stage: str, version: str, entries: Sequence[Entry]
) -> Refusals:
    """(source, reason) of the current articles that `stage` could make nothing of, after telling so everywhere."""
    sources = {e.source for e in entries}
    found = read_refusals(place.store, stage, version, batches_of(entries))
    return settle(context, place, stage, [(source, reason) for source, reason in found if source in sources])


def settle(context: dg.AssetExecutionContext, place: Workplace, stage: str, refused: Refusals) -> Refusals:
    """`refused` as given, logged and written to `home/quarantine/<stage>`."""
    write_quarantine(place.settings.home, stage, refused)
    for source, reason in refused:
        context.log.warning(f"refused {source}: {reason}")
    return refused


def metadata_of(refused: Refusals) -> dict[str, int | dg.MarkdownMetadataValue]:
    """Count and table for the metadata of the asset."""
    shown = [{"source": source, "reason": reason} for source, reason in refused[:SHOWN]]
    table = markdown_table(shown, ["source", "reason"]) if shown else "nothing was refused"
    return {"refused": len(refused), "refusals": dg.MetadataValue.md(table)}
