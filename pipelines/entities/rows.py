"""Mentions to table rows and back."""

import hashlib
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import Any

from pipelines.entities.mention import Mention

_SAME = tuple(f.name for f in fields(Mention) if f.name not in ("start", "end", "value", "value_high"))


def mention_id(document_id: str, mention: Mention) -> str:
    """Stable id: a digest of document, place, kind and what the mention stands for."""
    told = "\t".join(
        str(x) for x in (document_id, mention.start, mention.end, mention.kind, mention.canonical_id, mention.form)
    )
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def mention_row(document_id: str, mention: Mention) -> dict[str, Any]:
    """The row of table `mentions` for `mention`."""
    return {
        "mention_id": mention_id(document_id, mention),
        "document_id": document_id,
        "mention_start": mention.start,
        "mention_end": mention.end,
        "value": None if mention.value is None else float(mention.value),
        "value_high": None if mention.value_high is None else float(mention.value_high),
        **{name: getattr(mention, name) for name in _SAME},
    }


def mention_of_row(row: Mapping[str, Any]) -> Mention:
    """The mention that `row` was made of; figures come back as the decimals their shortest notation names."""
    return Mention(
        start=row["mention_start"],
        end=row["mention_end"],
        value=None if row["value"] is None else Decimal(repr(row["value"])),
        value_high=None if row["value_high"] is None else Decimal(repr(row["value_high"])),
        **{name: row[name] for name in _SAME},
    )
