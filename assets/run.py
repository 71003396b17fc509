"""The whole job in this process: what `communique run` does, kept in the same records as runs from the UI."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

import dagster as dg

from assets.definitions import definitions
from assets.instance import FROM_COMMAND_LINE, close_dead_runs, open_instance
from assets.resources import Progress, Workplace
from assets.settings import Settings
from assets.summary import Check, Summary
from pipelines.store.schema import FACT_TABLES
from pipelines.store.warehouse import publication, writer_lock


def run_everything(settings: Settings, progress: Progress, *, waiting: Callable[[], None] = lambda: None) -> Summary:
    """Runs job `everything`; a failed asset or critical check ends it without publishing, and the summary says why.

    `waiting` is called when another run is at work in the same home, before waiting for it.
    """
    logging.getLogger("dagster").setLevel(logging.ERROR)
    with writer_lock(settings.home, waiting), open_instance(settings.home) as instance:
        close_dead_runs(instance, FROM_COMMAND_LINE)
        before = publication(settings.home)
        result = definitions.resolve_job_def("everything").execute_in_process(
            instance=instance,
            run_config={"loggers": {"console": {"config": {"log_level": "CRITICAL"}}}},
            resources={"workplace": Workplace(settings, progress)},
            raise_on_error=False,
            tags=dict(FROM_COMMAND_LINE),
        )
        now = publication(settings.home)
    metadata = {
        event.asset_key.to_user_string(): event.materialization.metadata
        for event in result.get_asset_materialization_events()
        if event.asset_key is not None
    }
    unusable = _number(metadata, "documents", "refused")
    return Summary(
        succeeded=result.success,
        failure=_failure(result),
        articles=_number(metadata, "raw_articles", "dagster/row_count") - unusable,
        new_articles=_number(metadata, "raw_articles", "new"),
        refused=_number(metadata, "raw_articles", "refused") + unusable,
        unread=sum(_number(metadata, stage, "refused") for stage in ("mentions", *FACT_TABLES)),
        changed=(before and before.digest) != (now and now.digest),
        checks=tuple(_check(e) for e in result.get_asset_check_evaluations()),
        published=now,
        copies=_number(metadata, "raw_articles", "same_bytes_as_another"),
    )


def _number(metadata: Mapping[str, Any], asset: str, name: str) -> int:
    told = metadata.get(asset, {}).get(name)
    return 0 if told is None else int(told.value)


def _check(evaluation: dg.AssetCheckEvaluation) -> Check:
    outcome = evaluation.metadata.get("outcome")
    return Check(
        table=evaluation.asset_key.to_user_string(),
        name=evaluation.check_name,
        outcome=str(outcome.value) if outcome else ("passed" if evaluation.passed else "failed"),
        critical=evaluation.severity == dg.AssetCheckSeverity.ERROR,
        message=evaluation.description or "",
    )


def _failure(result: dg.ExecuteInProcessResult) -> str:
    """The innermost message of what stopped the run, in one line."""
    for event in result.all_node_events:
        if event.is_step_failure:
            error = event.step_failure_data.error
            while error is not None and error.cause is not None:
                error = error.cause
            if error and error.cls_name == "DagsterAssetCheckFailedError":  # its message names neither check nor table
                return "a critical check failed; tables published before stay as they were"
            words = error.message.strip().splitlines()[0] if error else "unknown"
            return f"{event.step_key}: {words}"
    return ""
