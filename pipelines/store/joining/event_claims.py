"""Table `event_claims`: which claims of the warehouse tell of one event."""

import duckdb
import pyarrow as pa

from pipelines.store.joining.agreements import join_agreements
from pipelines.store.joining.visits import join_visits

_RULES = {"visits": join_visits, "agreements": join_agreements}


def fill_event_claims(connection: duckdb.DuckDBPyConnection) -> None:
    """Fills `event_claims` from the claims that stand in the connection's database."""
    for table, join in _RULES.items():
        rows = connection.sql(
            "SELECT f.*, d.published_start, d.published_end, coalesce(d.duplicate_of, d.document_id) AS original "
            f"FROM {table} f JOIN documents d USING (document_id)"
        ).to_arrow_table()
        events = join(rows.to_pylist())
        held = pa.table(
            {
                "fact_id": pa.array(sorted(events), pa.string()),
                "fact_table": pa.array([table] * len(events), pa.string()),
                "event_id": pa.array([events[fact_id] for fact_id in sorted(events)], pa.string()),
            }
        )
        connection.register("held_events", held)
        connection.execute("INSERT INTO event_claims BY NAME SELECT * FROM held_events")
        connection.unregister("held_events")
