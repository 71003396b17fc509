"""Tables of trade figures flattened to lines, one cell a line."""

from collections.abc import Iterator

from pipelines.facts.reading import Reading
from pipelines.facts.trade.claim import Claim


def read_tables(reading: Reading) -> Iterator[Claim]:
    """Claims of the tables in `reading`."""
    yield from ()
