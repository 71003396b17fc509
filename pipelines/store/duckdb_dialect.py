"""A DuckDB dialect for Great Expectations: results are fetched at once, because it reads them after closing."""

import duckdb_engine
from sqlalchemy.dialects import registry
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy

URL_SCHEME = "duckdb+buffered"


class BufferedContext(duckdb_engine.Dialect.execution_ctx_cls):  # type: ignore[misc,valid-type]
    """Keeps the rows of every statement, so that they outlive the connection."""

    def post_exec(self) -> None:
        """Fetches all rows as soon as a statement has run."""
        super().post_exec()
        if self.cursor.description:
            self.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(
                self.cursor, self.cursor.description, initial_buffer=self.cursor.fetchall()
            )


class BufferedDialect(duckdb_engine.Dialect):
    """duckdb-engine's dialect with buffered results."""

    execution_ctx_cls = BufferedContext
    supports_statement_cache = False


def register() -> None:
    """Makes `duckdb+buffered://` known to SQLAlchemy; to be called before a connection string names it."""
    registry.register("duckdb.buffered", __name__, BufferedDialect.__name__)
