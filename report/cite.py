"""The way from a fact to the sentence it was read from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.formats import interval
from report.row import Row
from report.words import Language, load_words


@dataclass(frozen=True, slots=True)
class Cite:
    """A link to the words of a fact in its article's page, from a page one folder away."""

    url: str
    label: str  # outlet and date
    evidence: str


def article_file(document_id: str) -> str:
    """Name of an article's page, the same on every run."""
    return f"{document_id[:20]}.html"


def outlet(row: Row, language: Language) -> str:
    """Who published the article of `row`."""
    return str(row["outlet"] or load_words(language).ui("unknown_outlet"))


def published(row: Row, language: Language) -> str:
    """When the article of `row` was published."""
    return interval(row["published_start"], row["published_end"], row["published_precision"], language)


def cite(fact: Row, language: Language) -> Cite:
    """The link to where `fact` stands."""
    url = f"../articles/{article_file(fact['document_id'])}#f-{fact['fact_id']}"
    return Cite(url, f"{outlet(fact, language)}, {published(fact, language)}", fact["evidence"])


def originals(fact_ids: Iterable[str], facts: dict[str, Row]) -> list[Row]:
    """The facts of these ids, without those of reprints; all of them where only reprints tell it."""
    told = [facts[fact_id] for fact_id in fact_ids]
    return [fact for fact in told if fact["duplicate_of"] is None] or told


def cites(facts: Sequence[Row], language: Language) -> list[Cite]:
    """Links to all of `facts`."""
    return [cite(fact, language) for fact in facts]
