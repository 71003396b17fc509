"""Rows to parts, warehouse and exports, and their checks: the only room that knows DuckDB, Polars and GX."""
