"""Expectation suites run against the built tables by Great Expectations, and its Data Docs.

Import it only where a suite runs: Great Expectations takes seconds and 290 MB.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

os.environ["GX_ANALYTICS_ENABLED"] = "False"  # read when the library is imported: no telemetry

import great_expectations as gx
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metadata_types import FailureSeverity
from sqlalchemy import Engine, text

from pipelines.store import duckdb_dialect
from pipelines.store.data_docs import make_offline
from pipelines.store.figures import load_figures
from pipelines.store.schema import NO_DOWNLOADS
from pipelines.store.suites import Expectation, Severity, load_suite, suite_of

Outcome = Literal["passed", "failed", "error", "not_covered"]
FAILING_ROWS = 20


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


def run_suite(database: Path, table: str, *, home: Path, codes: Mapping[str, Iterable[str]]) -> tuple[CheckResult, ...]:
    """Results of every expectation on `table` of the DuckDB file, in the order of the suite.

    `codes` holds what queries name in braces: `country_codes`, `currency_codes`. Data Docs of the latest results of
    every table are built into `home/data_docs`.
    """
    expectations = [_with_codes(e, codes) for e in suite_of(table)]
    context = _context(home)
    shutil.rmtree(home / "gx" / "uncommitted" / "validations" / table, ignore_errors=True)
    raw, uncovered = _validate(context, database, table, expectations)
    context.build_data_docs()
    make_offline(home / "gx" / "uncommitted" / "data_docs" / "local_site", home / "data_docs")
    return tuple(_result(table, e, raw[e.name], e.name in uncovered) for e in expectations)


def _with_codes(expectation: Expectation, codes: Mapping[str, Iterable[str]]) -> Expectation:
    query = expectation.kwargs.get("unexpected_rows_query")
    if query is None:
        return expectation
    for name, values in codes.items():
        query = query.replace(f"{{{name}}}", ", ".join(f"'{v}'" for v in sorted(values)))
    return replace(expectation, kwargs={**expectation.kwargs, "unexpected_rows_query": query})


def _context(home: Path) -> Any:
    duckdb_dialect.register()
    context = gx.get_context(mode="file", project_root_dir=str(home))
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def _validate(
    context: Any, database: Path, table: str, expectations: Sequence[Expectation]
) -> tuple[dict[str, Any], frozenset[str]]:
    """GX's results by check name, and the names of the known figures that no claim speaks of."""
    source = context.data_sources.add_or_update_sql(
        "warehouse",
        connection_string=f"{duckdb_dialect.URL_SCHEME}:///{database}",
        kwargs={"connect_args": {"read_only": True, "config": dict(NO_DOWNLOADS)}},
    )
    batch = source.add_table_asset(table, table_name=table).add_batch_definition_whole_table("whole table")
    suite = context.suites.add_or_update(
        gx.ExpectationSuite(
            name=table,
            expectations=[
                ExpectationConfiguration(
                    type=e.type,
                    kwargs=e.kwargs,
                    meta={"name": e.name, "notes": e.notes},
                    severity=FailureSeverity(e.severity),
                    description=f"{e.name}: {e.notes}",
                )
                for e in expectations
            ],
        )
    )
    definition = context.validation_definitions.add_or_update(
        gx.ValidationDefinition(name=table, data=batch, suite=suite)
    )
    outcome = definition.run(result_format={"result_format": "COMPLETE"})
    # The engine keeps its connection open; DuckDB lets no other in until it is closed.
    engine = source.get_engine()
    try:
        uncovered = _uncovered(engine) if table == "trade_volume" else frozenset()
    finally:
        source.get_execution_engine().close()
        engine.dispose()
    return {r.expectation_config.meta["name"]: r for r in outcome.results}, uncovered


def _result(table: str, expectation: Expectation, raw: Any, uncovered: bool) -> CheckResult:
    told = raw.result or {}
    raised = _exception(raw.exception_info)
    outcome: Outcome = "error" if raised else "passed" if raw.success else "failed"
    rows = _failing_rows(expectation, told)
    observed = str(told.get("observed_value", told.get("unexpected_count", "")))
    if outcome == "passed" and uncovered:
        outcome, observed = "not_covered", "no claim of it in this corpus"
    message = {
        "error": f"could not be evaluated: {raised}",
        "passed": "holds",
        "failed": f"{observed or len(rows)} rows break it",
        "not_covered": "not covered: the corpus does not speak of this figure",
    }[outcome]
    return CheckResult(
        expectation.name, table, outcome, expectation.severity, message, observed, rows, expectation.notes
    )


def _exception(info: Mapping[str, Any] | None) -> str:
    """The message of what was raised, empty where nothing was; GX nests it by metric, or not at all."""
    if not info:
        return ""
    if "raised_exception" in info:
        return str(info.get("exception_message")) if info["raised_exception"] else ""
    return "; ".join(sorted({str(v.get("exception_message")) for v in info.values() if v.get("raised_exception")}))


def _failing_rows(expectation: Expectation, told: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = told.get("details", {}).get("unexpected_rows")
    if rows:
        return [dict(r) for r in rows[:FAILING_ROWS]]
    column = str(expectation.kwargs.get("column", "value"))
    return [{column: value} for value in told.get("partial_unexpected_list") or []]


def _uncovered(engine: Engine) -> frozenset[str]:
    with engine.connect() as connection:
        return frozenset(
            f.expectation.name for f in load_figures() if connection.execute(text(f.covered_query)).first() is None
        )


__all__ = ["CheckResult", "load_suite", "run_suite"]
