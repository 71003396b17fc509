"""Asset checks: one for each expectation of `expectations/<table>.json`; a failed critical one blocks publishing."""

from collections.abc import Iterator

import dagster as dg

from assets.candidate import build
from assets.preview import markdown_table
from assets.resources import Workplace
from pipelines.entities.country_facts import known_codes
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
    """Runs every suite that has a selected check, and shows each expectation with what was observed."""
    # Great Expectations takes seconds to import: only where a suite runs.
    from pipelines.store.quality import CheckResult, run_suite

    place: Workplace = context.resources.workplace
    _, candidate = build(place)
    selected = {(key.asset_key.to_user_string(), key.name) for key in context.selected_asset_check_keys}
    tables = [t for t in CHECKED_TABLES if any(t == table for table, _ in selected)]
    broken: list[CheckResult] = []
    for number, table in enumerate(tables):
        place.progress("checks", number, len(tables))
        for result in run_suite(candidate, table, home=place.settings.home, codes=known_codes()):
            if (table, result.name) in selected:
                if table not in FACT_TABLES and result.severity == "critical" and result.outcome in ("failed", "error"):
                    broken.append(result)
                yield _shown(result)
    place.progress("checks", len(tables), len(tables))
    if broken:
        raise dg.Failure("; ".join(f"{r.table}.{r.name}: {r.message}" for r in broken), allow_retries=False)


def _shown(result: "CheckResult") -> dg.AssetCheckResult:  # type: ignore[name-defined]  # noqa: F821
    rows = list(result.failing_rows)
    return dg.AssetCheckResult(
        asset_key=result.table,
        check_name=result.name,
        passed=result.outcome in ("passed", "not_covered"),
        severity=_SEVERITY[result.severity],
        description=result.message,
        metadata={
            "outcome": result.outcome,
            "observed": result.observed,
            "failing_rows": dg.MetadataValue.md(markdown_table(rows, list(rows[0])) if rows else "none"),
            "notes": result.notes,
        },
    )
