"""Jobs, schedule and sensor: when the work is done by itself."""

import hashlib

import dagster as dg

from assets.settings import load_settings

everything = dg.define_asset_job(
    "everything",
    selection=dg.AssetSelection.all(),
    description="Articles in, checked tables and exports out.",
    executor_def=dg.in_process_executor,
)
facts_alone = dg.define_asset_job(
    "facts",
    selection=dg.AssetSelection.groups("facts"),
    description="The three fact tables and their checks, from mentions already made.",
    executor_def=dg.in_process_executor,
)
daily = dg.ScheduleDefinition(
    name="daily",
    job=everything,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    description="Every day at 05:00 UTC. Switch it on in the UI.",
)


@dg.sensor(
    job=everything,
    minimum_interval_seconds=30,
    description="Starts a run when files in COMMUNIQUE_RAW come, change or go.",
)
def new_articles(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
    """One run for each new state of the input folder; the state is names, sizes and times, not contents."""
    raw = load_settings().raw
    hasher = hashlib.sha256()
    for path in sorted(p for p in raw.rglob("*") if p.is_file() and not p.is_symlink()):
        state = path.stat()
        hasher.update(
            f"{path.relative_to(raw)}\t{state.st_size}\t{state.st_mtime_ns}\n".encode("utf-8", "surrogatepass")
        )
    cursor = hasher.hexdigest()
    if cursor == context.cursor:
        return dg.SkipReason(f"nothing new in {raw}")
    return dg.SensorResult(run_requests=[dg.RunRequest(run_key=cursor)], cursor=cursor)
