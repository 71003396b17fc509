"""Results of expectation suites, kept beside the tables they are of: the same rows are not checked twice.

Knows nothing of Great Expectations, so that a run with nothing new need not import it.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from pipelines.store import suites
from pipelines.store.suites import Severity

Outcome = Literal["passed", "failed", "error", "not_covered"]
_FORM = "1"  # of the file


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What became of one expectation. `error` means that it could not be evaluated: neither a pass nor bad data."""

    name: str
    table: str
    outcome: Outcome
    severity: Severity
    message: str
    observed: str
    failing_rows: Sequence[Mapping[str, Any]]
    notes: str


def results_key(digest: str, codes: Mapping[str, Iterable[str]]) -> str:
    """Name of what the suites say of the tables named `digest`: changes with the rows, the suites, and the codes."""
    hasher = hashlib.sha256(f"{_FORM} {digest}".encode())
    for file in sorted(p for p in suites.EXPECTATIONS.iterdir() if p.suffix in (".json", ".csv")):
        hasher.update(file.name.encode() + file.read_bytes())
    hasher.update(json.dumps({name: sorted(values) for name, values in sorted(codes.items())}).encode())
    return hasher.hexdigest()[:16]


def save_results(home: Path, key: str, results: Sequence[CheckResult]) -> None:
    """Keeps `results` in place of those kept before; results with an error are not kept, for it may pass away."""
    folder = home / "gx" / "results"
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.iterdir()):
        old.unlink()
    if any(r.outcome == "error" for r in results):
        return
    private = folder / f".{key}.part"
    private.write_text(json.dumps([asdict(r) for r in results], ensure_ascii=False, default=str), "utf-8")
    private.replace(folder / f"{key}.json")


def kept_results(home: Path, key: str) -> tuple[CheckResult, ...] | None:
    """The results kept under `key`, cells of failing rows as words; None where there are none."""
    file = home / "gx" / "results" / f"{key}.json"
    if not file.exists():
        return None
    return tuple(CheckResult(**told) for told in json.loads(file.read_text("utf-8")))
