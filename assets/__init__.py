"""Dagster assets: thin wrappers that run the pipelines and show what came of it."""
