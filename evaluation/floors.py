"""Accuracy floors: figures over the annotated articles that may rise but not fall.

python -m evaluation.floors            writes what has risen, and pins articles added or changed
python -m evaluation.floors --lower    the only way to write a lower figure
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor
from pathlib import Path

from evaluation.gold import TABLES, load_gold
from evaluation.predict import predict_folder
from evaluation.score import Score, score

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
_DIGITS = 10_000  # figures are cut, not rounded, to four digits, so that a floor is never above what was measured


@dataclass(frozen=True, slots=True)
class Floors:
    """F1 by table: `found` for rows found, `exact` for rows right in every scored column."""

    corpus: str  # digest of texts and gold: floors of other articles are not comparable
    found: Mapping[str, float]
    exact: Mapping[str, float]


class FloorError(ValueError):
    """Floors that would have to be lowered; the message names each."""


def measure(folder: Path = GOLD) -> Floors:
    """What the rules reach now on `folder` (its `texts` and `facts`)."""
    return floors_of(score(load_gold(folder / "facts"), predict_folder(folder / "texts")), digest(folder))


def floors_of(measured: Score, corpus: str) -> Floors:
    """The figures of `measured`, cut to four digits."""
    return Floors(
        corpus,
        {table: floor(measured.tables[table].f1 * _DIGITS) / _DIGITS for table in TABLES},
        {table: floor(measured.tables[table].exact_f1 * _DIGITS) / _DIGITS for table in TABLES},
    )


def digest(folder: Path = GOLD) -> str:
    """Sixteen hex digits over names and bytes of all texts and gold files."""
    hasher = hashlib.sha256()
    for file in sorted(p for part in ("facts", "texts") for p in (folder / part).iterdir()):
        hasher.update(f"{file.parent.name}/{file.name}\n".encode())
        hasher.update(hashlib.sha256(file.read_bytes()).digest())
    return hasher.hexdigest()[:16]


def load_floors(folder: Path = GOLD) -> Floors:
    """The pinned floors. Raises FileNotFoundError where nothing is pinned yet."""
    told = json.loads((folder / "floors.json").read_text("utf-8"))
    return Floors(told["corpus"], told["found"], told["exact"])


def fallen(pinned: Floors, now: Floors) -> list[str]:
    """A line for every figure of `now` below its floor."""
    return [
        f"{table}: F1 {name} {current[table]:.4f} is below its floor {least[table]:.4f}"
        for name, least, current in (("found", pinned.found, now.found), ("exact", pinned.exact, now.exact))
        for table in TABLES
        if current[table] < least.get(table, 0.0)
    ]


def pin(now: Floors, folder: Path = GOLD, *, lower: bool = False) -> None:
    """Writes `now` as the floors. Raises FloorError where one would fall and `lower` does not allow it."""
    file = folder / "floors.json"
    below = fallen(load_floors(folder), now) if file.exists() else []
    if below and not lower:
        raise FloorError("\n".join([*below, "floors only rise: --lower writes lower ones"]))
    told = {"corpus": now.corpus, "found": dict(now.found), "exact": dict(now.exact)}
    file.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and pins; 1 where a floor would fall."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.floors", description=__doc__)
    parser.add_argument("--lower", action="store_true", help="write lower figures too")
    told = parser.parse_args(arguments)
    now = measure()
    try:
        pin(now, lower=told.lower)
    except FloorError as error:
        print(error, file=sys.stderr)
        return 1
    for table in TABLES:
        print(f"{table}: F1 found {now.found[table]:.4f}, exact {now.exact[table]:.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
