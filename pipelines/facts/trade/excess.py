"""One flow told to exceed the other: "импорт превысил экспорт на 5 млн" is a balance."""

from itertools import pairwise

from pipelines.facts.trade.line import Line
from pipelines.facts.trade.topics import Topic

_SURPLUS, _DEFICIT = "превышение экспорта", "превышение импорта"
EXCESS = frozenset({_SURPLUS, _DEFICIT})
_LARGER = frozenset({"больше", "выше"})
_REACH = 5  # tokens between the two flows


def with_excess(line: Line, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """`topics` with "экспорт превысил импорт", "превышение импорта над экспортом" made one balance."""
    for at, (one, other) in enumerate(pairwise(topics)):
        if (
            {one.flow, other.flow} == {"export", "import"}
            and not (one.deed or other.deed)
            and _exceeds(line, one, other)
        ):
            word = _SURPLUS if one.flow == "export" else _DEFICIT
            rest = [t for t in topics[at + 2 :] if t.flow != "turnover" or line.lower(t.first - 1) != "в"]
            return (*topics[:at], Topic("balance", one.first, other.last, word=word), *rest)
    return topics


def _exceeds(line: Line, one: Topic, other: Topic) -> bool:
    between = range(one.last, other.first)
    if len(between) > _REACH or any(line.is_border(i) for i in between):
        return False
    words = [line.lower(i) for i in between]
    if any(w.startswith(("превы", "превос")) for w in words) or _LARGER & set(words):
        return True
    return "над" in words and any(line.lower(i).startswith("превышен") for i in range(one.first - 3, one.first))
