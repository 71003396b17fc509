"""All that Dagster is told: the one place that workspace.yaml names."""

import sys
from pathlib import Path

import dagster as dg

# workspace.yaml loads this file by its path, from any folder.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from assets.automation import daily, everything, facts_alone, new_articles
from assets.checks import suite_checks
from assets.documents import documents, raw_articles
from assets.entities import mentions
from assets.exports import exports, warehouse
from assets.facts import fact_assets
from assets.pages import report
from assets.resources import workplace

definitions = dg.Definitions(
    assets=[raw_articles, documents, mentions, *fact_assets, warehouse, exports, report],
    asset_checks=[suite_checks],
    jobs=[everything, facts_alone],
    schedules=[daily],
    sensors=[new_articles],
    resources={"workplace": workplace},
    executor=dg.in_process_executor,
)
