"""What a figure says of its topic: a level, a change, a share, or nothing for this table."""

from collections.abc import Callable

from pipelines.facts.trade.case import Case, Told, lead_of
from pipelines.facts.trade.changes import read_change, read_index, read_signed
from pipelines.facts.trade.excess import EXCESS
from pipelines.facts.trade.levels import read_base_level, read_difference, read_equal, read_level
from pipelines.facts.trade.line import Line, Placed, growth_before
from pipelines.facts.trade.shares import read_share
from pipelines.facts.trade.topics import Topic
from pipelines.facts.trade.volumes import is_of_volume

# In this order; the first that reads something decides.
RULES: tuple[Callable[[Case], Told | None], ...] = (
    read_difference,
    read_base_level,
    read_equal,
    read_signed,
    read_index,
    read_change,
    read_share,
    read_level,
)


def read_figure(line: Line, figure: Placed, topic: Topic) -> Told:
    """What `figure` says of `topic`, `nothing` where no rule reads it."""
    if is_of_volume(line, figure):
        return Told("nothing", "growth_of_volume")
    if topic.word in EXCESS and figure.mention.kind != "money":
        return Told("nothing", "flows_compared")
    case = Case(line, figure, topic, lead_of(line, figure))
    for rule in RULES:
        told = rule(case)
        if told is not None:
            return told
    return Told("nothing")


def leads_on(line: Line, figure: Placed) -> bool:
    """True for the 9 млрд of "вырос на 7% до 9 млрд": what the change before it led to."""
    growth = growth_before(line, figure)
    return growth is not None and not any(map(line.is_border, range(growth.last, figure.first)))
