"""Goods and period that a figure takes over from what the text told before it."""

from typing import TYPE_CHECKING

from pipelines.facts.trade.line import Line
from pipelines.facts.trade.orient import Sides
from pipelines.facts.trade.products import ALL, Product
from pipelines.facts.trade.scope import Scope
from pipelines.facts.trade.topics import Topic
from pipelines.text.interval import Interval

if TYPE_CHECKING:
    from pipelines.facts.trade.thread import Thread

_NEAR = 2  # sentences over which a period is taken over


def carried_product(thread: "Thread", topic: Topic, scope: Scope, before: Product | None) -> Product:
    """Goods of `topic`: its own, else those of the figure `before` on it, else what the sentence goes on about."""
    if scope.product is not None:
        return scope.product
    if before is not None:
        return before
    if scope.whole or (scope.world and topic.flow == "turnover"):
        return ALL
    if not topic.word:
        return thread.product
    gap = scope.index - thread.index
    told_anew = scope.dated and gap > 0 and (not topic.deed or topic.flow == "turnover")
    if not thread.trade or gap > 3 or told_anew:
        return ALL
    codes = {p.code for p in scope.parties}
    if thread.sides is not None and not codes <= {thread.sides.reporter, thread.sides.partner}:
        listed = thread.sides.reporter in (thread.home, *codes) and topic.flow == thread.flow
        return thread.product if listed and topic.flow != "turnover" else ALL
    whole = thread.flow == "turnover" or thread.whole_product == thread.product
    goes_on = topic.deed or whole or gap == 0 or not scope.parties
    anew = thread.noted == thread.index or (gap == 0 and not scope.parties)
    other = topic.flow != thread.flow or topic.deed or anew
    return thread.product if gap <= 2 and goes_on and other else ALL


def carried_period(thread: "Thread", line: Line, sides: Sides, product: Product = ALL) -> Interval | None:
    """The period that a figure without a date of its own takes over."""
    if thread.sides is not None:
        told = {thread.sides.reporter, thread.sides.partner, *(thread.main or ())}
        if not {sides.reporter, sides.partner} & told:
            return None
    index, block = max((thread.index, thread.block), thread.dated)
    near = line.sentence.index - index <= _NEAR or line.sentence.block - block <= 1
    if not near or thread.modality != "actual":
        return None
    back = product == ALL != thread.product and thread.whole_period is not None  # from a part told aside to the whole
    return thread.whole_period if back else thread.period
