"""Column schema and words of the contract, for the Dagster UI."""

import dagster as dg

from pipelines.store.schema import Table, described


def table_of(name: str) -> Table:
    """The table or view of this name, as `sql` defines it."""
    return next(t for t in described() if t.name == name)


def column_schema(name: str) -> dg.TableSchema:
    """Dagster's column schema of a table, with the COMMENT of every column."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                c.name, c.type, description=c.comment, constraints=dg.TableColumnConstraints(nullable=c.nullable)
            )
            for c in table_of(name).columns
        ]
    )
