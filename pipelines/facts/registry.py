"""The fact tables: a fourth one is one line here (and its files, see docs/how-to.md)."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from pipelines.facts import agreements, trade_volume, visits
from pipelines.facts.fact import Fact
from pipelines.facts.reading import Reading

FACT_TABLES: Mapping[str, Callable[[Reading], Sequence[Fact]]] = MappingProxyType(
    {
        "trade_volume": trade_volume.extract,
        "visits": visits.extract,
        "agreements": agreements.extract,
    }
)
