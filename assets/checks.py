"""Asset checks: one for each expectation of `expectations/<table>.json`; a failed critical one blocks publishing."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import dagster as dg

from assets.candidate import build
from assets.preview import records
from assets.resources import Workplace
from pipelines.entities.country_facts import known_codes
from pipelines.store.check_results import CheckResult, kept_results, results_key, save_results
from pipelines.store.schema import FACT_TABLES
from pipelines.store.suites import Expectation, suite_of

_SEVERITY = {"critical": dg.AssetCheckSeverity.ERROR, "warning": dg.AssetCheckSeverity.WARN}
CHECKED_TABLES = ("documents", "mentions", *FACT_TABLES)


def _spec(table: str, expectation: Expectation) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        name=expectation.name,
        asset=table,
        description=expectation.notes,
        # What stands behind the facts is the warehouse. Blocking on documents or mentions would stop the facts,
        # which the built tables need: their critical failures fail the step instead, and with it the warehouse.
        blocking=expectation.severity == "critical" and table in FACT_TABLES,
        metadata={"type": expectation.type, "severity": expectation.severity},
    )


@dg.multi_asset_check(
    name="quality",
    description="Great Expectations suites over the built tables, before they are published.",
    specs=[_spec(table, e) for table in CHECKED_TABLES for e in suite_of(table)],
    required_resource_keys={"workplace"},
    can_subset=True,
)
def suite_checks(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
    """Shows each selected expectation with what was observed; one that stands on unchanged rows is not run again."""
    place: Workplace = context.resources.workplace
    selected = {(key.asset_key.to_user_string(), key.name) for key in context.selected_asset_check_keys}
    broken: list[CheckResult] = []
    for result in _results(place, [t for t in CHECKED_TABLES if any(t == table for table, _ in selected)]):
        if (result.table, result.name) in selected:
            if _stops_the_step(result):
                broken.append(result)
            yield _shown(result, place.settings.data_docs)
    if broken:
        raise dg.Failure("; ".join(f"{r.table}.{r.name}: {r.message}" for r in broken), allow_retries=False)


def _results(place: Workplace, tables: Sequence[str]) -> tuple[CheckResult, ...]:
    """Results on `tables`; when all are asked for, those kept of the same rows will do."""
    home, codes = place.settings.home, known_codes()
    selection, candidate = build(place)
    key, whole = results_key(selection.digest, codes), tuple(tables) == CHECKED_TABLES
    kept = kept_results(home, key) if whole and place.settings.data_docs.exists() else None
    if kept is not None:
        place.progress("checks", len(tables), len(tables))
        return kept
    # Great Expectations takes seconds to import: only where a suite runs.
    from pipelines.store.quality import build_docs, run_suites

    def step(done: int, of: int) -> None:
        place.progress("checks", done, of)

    results = run_suites(candidate, tables, home=home, codes=codes, step=step)
    build_docs(home)
    if whole:
        save_results(home, key, results)
    return results


def _stops_the_step(result: CheckResult) -> bool:
    return result.table not in FACT_TABLES and result.severity == "critical" and result.outcome in ("failed", "error")


def _shown(result: CheckResult, docs: Path) -> dg.AssetCheckResult:
    rows = list(result.failing_rows)
    metadata: dict[str, dg.MetadataValue | str | int] = {"outcome": result.outcome}
    if result.observed:
        metadata["observed"] = result.observed
    if rows:
        metadata["failing_rows"] = dg.MetadataValue.md(records(rows))
    metadata["open_data_docs"] = dg.MetadataValue.path(str(docs))
    return dg.AssetCheckResult(
        asset_key=result.table,
        check_name=result.name,
        passed=result.outcome in ("passed", "not_covered"),
        severity=_SEVERITY[result.severity],
        description=result.message,
        metadata=metadata,
    )
