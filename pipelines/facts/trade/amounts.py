"""What kind of amount a sum of money is: its bound, and whether it counts things instead."""

from decimal import Decimal

from pipelines.entities.mention import Bound
from pipelines.facts.trade.line import Line, Placed

_LEADS = frozenset({"до", "на", "сумму", "составил", "составила", "составило", "составили", "почти", "более", "свыше"})
LEAST = Decimal(10_000)  # less is a price


def bound_of(line: Line, figure: Placed) -> Bound:
    """The bound of a level; "не дотянул до 26 млн" is an upper one."""
    for mark in line.marked("level", max(0, figure.first - 4), figure.first):
        if mark.word == "дотянуть" and line.lower(mark.first - 1) == "не":
            return "at_most"
    return figure.mention.bound or "exact"


def counts_things(line: Line, figure: Placed) -> bool:
    """True for the bare "2 млрд" of "1,5 млрд кубометров, вернуть до 2 млрд"."""
    if figure.mention.form != "bare":
        return False
    if any(f.mention.kind == "money" and f.mention.form != "bare" for f in line.figures):
        return False
    quantities = (m for m in line.sentence.of_kind("quantity") if m.end <= figure.mention.start)
    return any((m.value or 0) >= LEAST for m in quantities)


def is_torn(line: Line, figure: Placed) -> bool:
    """True for the "724 млн" of "до 538, 724 млн": a blank behind the decimal comma, so what stands here is a part."""
    at = figure.first - 1
    whole = line.lower(at - 1)
    return line.lower(at) == "," and whole.isdigit() and len(whole) <= 3 and line.lower(at - 2) in _LEADS
