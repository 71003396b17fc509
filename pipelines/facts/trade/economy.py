"""Figures told beside a country's economy: "ВВП Перу вырос на 3%, экспорт – на 9%"."""

from collections.abc import Sequence

from pipelines.facts.trade.line import Line
from pipelines.facts.trade.parties import Party
from pipelines.facts.trade.scope import Scope
from pipelines.facts.trade.topics import Topic
from pipelines.text.morph import parses
from pipelines.text.records import replace

_ECONOMY = frozenset({"ввп", "экономический рост", "промышленность", "инфляция"})


def of_economy(line: Line, topics: Sequence[Topic], topic: Topic, scope: Scope) -> Scope:
    """`scope` with all the world, where `topic` stands behind a country's output and names no side of its own."""
    economy = [t for t in topics if t.word in _ECONOMY and t.last <= topic.first and not _is_branch(line, t)]
    if not economy or scope.parties or scope.mutual or not topic.word:
        return scope
    near = [p for p in line.places if p.mention.kind == "country" and -4 <= p.first - economy[0].last <= 3]
    codes = [p.mention.canonical_id for p in near if p.mention.canonical_id is not None]
    owners = tuple(Party(code, "owner", 0, 0) for code in codes[:1])
    return replace(scope, parties=owners, world=True)


def _is_branch(line: Line, topic: Topic) -> bool:
    """True for "пищевая промышленность": one branch, not the country's output."""
    before = parses(line.lower(topic.first - 1)) if topic.word == "промышленность" else []
    return any(p.pos == "ADJF" for p in before)
