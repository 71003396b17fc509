"""Asset checks: one for each expectation of `expectations/<table>.json`; a failed critical one blocks publishing."""

from collections.abc import Iterator

import dagster as dg

from assets.candidate import build
from assets.facts import fact_assets
from assets.preview import markdown_table
from assets.resources import Workplace
from pipelines.entities.country_facts import known_codes
from pipelines.store.schema import FACT_TABLES
from pipelines.store.suites import Expectation, load_suite

_SEVERITY = {"critical": dg.AssetCheckSeverity.ERROR, "warning": dg.AssetCheckSeverity.WARN}
CHECKED_TABLES = ("documents", "mentions", *FACT_TABLES)


def _spec(table: str, expectation: Expectation) -> dg.AssetCheckSpec:
    return dg.AssetCheckSpec(
        name=expectation.name,
        asset=table,
        description=expectation.notes,
        blocking=expectation.severity == "critical",
        # All tables are built together: checks wait for the facts, and what stands behind the facts waits for them.
        additional_deps=[a for a in FACT_TABLES if a != table],
        metadata={"type": expectation.type, "severity": expectation.severity},
    )


def _check(table: str) -> dg.AssetChecksDefinition:
    suite = load_suite(table)

    @dg.multi_asset_check(
        name=f"{table}_suite",
        specs=[_spec(table, e) for e in suite],
        required_resource_keys={"workplace"},
        can_subset=True,
    )
    def checks(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        # Great Expectations takes seconds to import: only where a suite runs.
        from pipelines.store.quality import run_suite

        place: Workplace = context.resources.workplace
        _, candidate = build(place)
        wanted = {key.name for key in context.selected_asset_check_keys}
        for result in run_suite(candidate, table, home=place.settings.home, codes=known_codes()):
            if result.name not in wanted:
                continue
            rows = list(result.failing_rows)
            yield dg.AssetCheckResult(
                asset_key=table,
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

    return checks


suite_checks = tuple(_check(table) for table in CHECKED_TABLES)
__all__ = ["fact_assets", "suite_checks"]
