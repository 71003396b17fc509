"""The data dictionary: tables, columns and their words, generated from the COMMENTs of `sql/`."""

from pipelines.store.schema import VIEWS, Table, described

_HEAD = """# Data dictionary

Generated from the COMMENTs in `sql/` by `make dictionary`; edit them there. A test keeps this page current.
"""


def data_dictionary() -> str:
    """The dictionary in Markdown: one section a table or view."""
    return _HEAD + "".join(_section(table) for table in described())


def _section(table: Table) -> str:
    kind = "view" if table.name in VIEWS else "table"
    lines = [f"\n## {table.name} ({kind})\n", table.comment, "", "| column | type | meaning |", "| --- | --- | --- |"]
    lines += [f"| `{c.name}` | {c.type.replace('|', ' ')} | {c.comment} |" for c in table.columns]
    return "\n".join(lines) + "\n"
