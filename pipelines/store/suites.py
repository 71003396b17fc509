"""Expectation suites as they lie in `expectations/`: read as JSON, without Great Expectations."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

EXPECTATIONS = Path(__file__).resolve().parents[2] / "expectations"
Severity = Literal["critical", "warning"]


class SuiteError(ValueError):
    """A suite that breaks its own form; the message names file and expectation."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation: its check name, GX type, kwargs, severity, and the reason it is there."""

    name: str
    type: str
    kwargs: dict[str, Any]
    severity: Severity
    notes: str


def load_suite(table: str) -> tuple[Expectation, ...]:
    """The expectations of `expectations/<table>.json`, in order.

    Raises SuiteError where one has no unique `meta.name`, no reason in `meta.notes`, or an unknown severity.
    """
    path = EXPECTATIONS / f"{table}.json"
    suite = json.loads(path.read_text("utf-8"))
    found: list[Expectation] = []
    for told in suite["expectations"]:
        meta = told.get("meta", {})
        name, notes, severity = meta.get("name"), meta.get("notes"), told.get("severity")
        if not name or any(e.name == name for e in found):
            raise SuiteError(f"{path.name}: meta.name {name!r} is missing or stands twice")
        if not notes:
            raise SuiteError(f"{path.name}: {name} gives no reason in meta.notes")
        if severity not in ("critical", "warning"):
            raise SuiteError(f"{path.name}: {name} has severity {severity!r}; use critical or warning")
        found.append(Expectation(name, told["type"], told["kwargs"], severity, notes))
    return tuple(found)


def suite_of(table: str) -> tuple[Expectation, ...]:
    """All expectations on `table`: those of its suite, and for trade those that the known figures make."""
    if table != "trade_volume":
        return load_suite(table)
    from pipelines.store.figures import load_figures  # stands on this module

    return (*load_suite(table), *(figure.expectation for figure in load_figures()))
