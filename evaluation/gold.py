"""Articles annotated by hand: one JSON file each, rows with the words they stand at."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLES = ("trade_volume", "visits", "agreements")
Row = Mapping[str, Any]


class GoldError(ValueError):
    """A gold file that breaks its form; the message names it."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated article: the file it speaks of, its publication date, and its rows by table.

    `optional` rows are debatable: found is not wrong, not found is not missed.
    """

    name: str
    file: str
    published: str | None
    published_known_from: str
    needed: Mapping[str, Sequence[Row]]
    optional: Mapping[str, Sequence[Row]]


def load_gold(folder: Path, *, only: str = "", with_published: bool = False) -> tuple[GoldDocument, ...]:
    """Gold of `folder` in the order of the file names; `only` is a prefix of them.

    `with_published` adds the columns that can only be known once the page's address or date is told.
    Raises GoldError where a file is no gold.
    """
    if not folder.is_dir():
        raise GoldError(f"{folder}: no such folder; give one that holds <id>.json files")
    return tuple(_load(path, with_published) for path in sorted(folder.glob(f"{only}*.json")))


def _load(path: Path, with_published: bool) -> GoldDocument:
    try:
        told = json.loads(path.read_text("utf-8"))
        file = Path(told["file"]).name if told.get("file") else f"{told['id']}.txt"
        needed: dict[str, list[Row]] = {}
        optional: dict[str, list[Row]] = {}
        for table in TABLES:
            needed[table], optional[table] = _split(told, table, with_published)
        return GoldDocument(
            path.stem, file, told.get("published"), told.get("published_known_from", "text"), needed, optional
        )
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{path.name}: {error!r}") from error


def _split(told: Mapping[str, Any], table: str, with_published: bool) -> tuple[list[Row], list[Row]]:
    needed: list[Row] = []
    apart = told.get("optional", {})
    optional: list[Row] = list(apart.get(table, [])) if isinstance(apart, dict) else []
    for row in told.get(table, []):
        plain = dict(row)
        late = plain.pop("with_published", {})
        plain = {k: v for k, v in plain.items() if k not in late} | (late if with_published else {})
        (optional if plain.pop("optional", False) else needed).append(plain)
    return needed, optional
