"""What all pages are made of."""

from typing import Any

# A row of a table or query by column name.
Row = dict[str, Any]
