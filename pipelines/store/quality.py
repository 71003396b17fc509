"""Expectation suites run against the built tables by Great Expectations, and its Data Docs.

Import it only where a suite runs: Great Expectations takes seconds and 290 MB.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["GX_ANALYTICS_ENABLED"] = "False"  # read when the library is imported: no telemetry

import great_expectations as gx
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metadata_types import FailureSeverity
from sqlalchemy import Engine, text

from pipelines.store import duckdb_dialect
from pipelines.store.check_results import CheckResult, Outcome
from pipelines.store.data_docs import make_offline
from pipelines.store.figures import load_figures
from pipelines.store.schema import NO_DOWNLOADS
from pipelines.store.suites import Expectation, suite_of

FAILING_ROWS = 20


def run_suites(
    database: Path,
    tables: Sequence[str],
    *,
    home: Path,
    codes: Mapping[str, Iterable[str]],
    step: Callable[[int, int], None] = lambda done, of: None,
) -> tuple[CheckResult, ...]:
    """Results of every expectation on `tables` of the DuckDB file, in the order of tables and suites.

    `codes` holds what queries name in braces: `country_codes`, `currency_codes`. `step(done, of)` is called before
    each table and at the end. The results are kept in `home/gx`, where `build_docs` finds them.
    """
    context = _context(home)
    results: list[CheckResult] = []
    for number, table in enumerate(tables):
        step(number, len(tables))
        expectations = [_with_codes(e, codes) for e in suite_of(table)]
        shutil.rmtree(home / "gx" / "uncommitted" / "validations" / table, ignore_errors=True)
        raw, uncovered = _validate(context, database, table, expectations)
        results += [_result(table, e, raw[e.name], e.name in uncovered) for e in expectations]
    step(len(tables), len(tables))
    return tuple(results)


def build_docs(home: Path) -> Path:
    """Builds Data Docs of the latest results of every table into `home/data_docs`; returns the index page."""
    _context(home).build_data_docs()
    return make_offline(home / "gx" / "uncommitted" / "data_docs" / "local_site", home / "data_docs")


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
        "failed": _breaking(observed or str(len(rows))),
        "not_covered": "not covered: the corpus does not speak of this figure",
    }[outcome]
    return CheckResult(
        expectation.name, table, outcome, expectation.severity, message, observed, rows, expectation.notes
    )


def _breaking(count: str) -> str:
    return "1 row breaks it" if count == "1" else f"{count} rows break it"


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
