"""Version of a stage: a digest of the code and word lists it runs, so that it changes when they do and not by hand."""

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

Stage = Literal["documents", "mentions", "facts"]

_ROOMS: dict[Stage, tuple[str, ...]] = {
    "documents": ("text", "documents"),
    "mentions": ("text", "documents", "entities"),
    "facts": ("text", "documents", "entities", "facts"),
}
# Libraries whose release may change a row.
_LIBRARIES = ("pymorphy3", "pymorphy3-dicts-ru", "babel", "pycountry")
_KINDS = {".py", ".toml", ".csv"}


@lru_cache(maxsize=3)
def stage_version(stage: Stage) -> str:
    """Twelve hex digits over every source and data file of the rooms that `stage` stands on."""
    hasher = hashlib.sha256()
    for name in _LIBRARIES:
        hasher.update(f"{name}=={version(name)}\n".encode())
    root = Path(__file__).parent
    for room in _ROOMS[stage]:
        for file in sorted(p for p in (root / room).rglob("*") if p.suffix in _KINDS):
            hasher.update(str(file.relative_to(root)).encode())
            hasher.update(file.read_bytes())
    return hasher.hexdigest()[:12]
