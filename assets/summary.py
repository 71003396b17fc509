"""What a run did, as the command line shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.store.warehouse import Publication


@dataclass(frozen=True, slots=True)
class Check:
    """One asset check as the run evaluated it."""

    table: str
    name: str
    outcome: str  # passed, failed, error, not_covered
    critical: bool
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did and where its results lie."""

    succeeded: bool
    failure: str
    articles: int
    new_articles: int
    refused: int
    unread: int  # (article, table) pairs that a stage after cleaning failed on
    changed: bool
    checks: Sequence[Check]
    published: Publication | None
    copies: int = 0  # files that are byte for byte another: one article
