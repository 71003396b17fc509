"""Known figures of `expectations/figures.csv`: each becomes an expectation on table `trade_volume`."""

import csv
from dataclasses import dataclass
from pathlib import Path

from pipelines.store.suites import EXPECTATIONS, Expectation, Severity, SuiteError

_KEY = ("reporter", "partner", "flow", "product", "period_start", "period_end", "currency")


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: what it is of, its amount, how far a claim may differ from it, its source."""

    name: str
    key: dict[str, str]
    amount: float  # in units of the currency
    tolerance: float  # as a share of the amount
    severity: str
    source: str

    @property
    def covered_query(self) -> str:
        """Exact claims of the same pair, flow, product, period and currency."""
        # Values come from our own file and are checked on loading; GX takes no parameters.
        same = " AND ".join(f"{column} = '{value}'" for column, value in self.key.items())
        return f"SELECT * FROM trade_volume WHERE {same} AND modality = 'actual' AND amount_bound = 'exact'"

    @property
    def expectation(self) -> Expectation:
        """Fails on every such claim that lies outside the tolerance."""
        low, high = self.amount * (1 - self.tolerance), self.amount * (1 + self.tolerance)
        query = self.covered_query.replace("trade_volume", "{batch}") + f" AND amount NOT BETWEEN {low} AND {high}"
        severity: Severity = "critical" if self.severity == "critical" else "warning"
        return Expectation(
            f"figure_{self.name}",
            "unexpected_rows_expectation",
            {"unexpected_rows_query": query},
            severity,
            f"{self.amount:,.0f} {self.key['currency']} within {self.tolerance:.1%}. Source: {self.source}",
        )


def load_figures(path: Path = EXPECTATIONS / "figures.csv") -> tuple[Figure, ...]:
    """The known figures in the order of the file; raises SuiteError, naming the line, where one breaks its form."""
    figures: list[Figure] = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            if None in row.values() or any("'" in value for value in row.values()):
                raise SuiteError(f"{path.name}: {row.get('name')}: a cell is missing or holds a quote mark")
            key = {c: row[c] for c in _KEY}
            figures.append(
                Figure(row["name"], key, float(row["amount"]), float(row["tolerance"]), row["severity"], row["source"])
            )
    return tuple(figures)
