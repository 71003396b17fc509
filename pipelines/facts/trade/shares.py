"""The rule that reads parts of a whole."""

from pipelines.facts.trade.brackets import partner_before
from pipelines.facts.trade.case import Case, Told, own_word, trend_of
from pipelines.facts.trade.line import Line, Placed
from pipelines.text.morph import parses

_PARTS = frozenset({"доля", "удельный вес"})


def read_share(case: Case) -> Told | None:
    """ "40% нашего экспорта", "на долю АПК придется четверть", "из них 70% – экспорт", "доля – 95%"."""
    line, figure = case.line, case.figure
    value = figure.mention.value
    if figure.mention.kind == "money" or value is None or figure.mention.form in ("points", "times"):
        return None
    if figure.mention.kind == "ratio" and figure.mention.form != "fraction":
        return None
    share = value if figure.mention.kind == "ratio" else value / 100
    follower = next((f for f in line.figures if f.first > figure.last), None)
    if follower is not None and _explains(line, figure, follower):
        return Told("nothing", "share_told_twice")
    told = any(m.word in _PARTS for m in line.marked("share", 0, figure.first))
    if (
        not 0 < share <= 1
        or own_word(case) == "с"
        or (own_word(case) == "до" and not told)
        or line.lower(figure.first) == "на"
    ):
        return None
    if any(m.word in ("потерять", "недополучить") for m in line.marked("trend", figure.first - 2, figure.first)):
        return None  # "потеряла больше половины экспорта"
    if _is_in_range(case):
        return Told("nothing", "share_in_a_range")
    if _is_of_unknown_goods(case):
        return Told("nothing", "share_of_unknown_goods")
    first, last = line.clause(figure.first)
    around = bool(line.marked("share", max(0, first - 16), min(len(line.tokens), last + 3)))
    owned = any(
        line.mark_at("topic", i) and _is_genitive(line.lower(i)) for i in range(figure.last, min(last, figure.last + 4))
    )
    listed = partner_before(line, figure) is not None and trend_of(case) is None
    found = around or owned or listed or _is_same_sum(case)
    return Told("share", "share_of_flow", share) if found else None


def _is_in_range(case: Case) -> bool:
    """True for either end of "от 30% до 40%"."""
    line, figure = case.line, case.figure
    low, high = ("от", "до")
    after = next((f for f in line.figures if f.first == figure.last + 1), None)
    before = next((f for f in line.figures if f.last == figure.first - 1), None)
    if case.lead_word == low:
        return after is not None and line.lower(figure.last) == high
    return case.lead_word == high and before is not None and line.lower(before.first - 1) == low


def _is_of_unknown_goods(case: Case) -> bool:
    """True for "в структуре экспорта зонты – 45%": goods that no word list has."""
    line, figure = case.line, case.figure
    if not line.is_dash(figure.first - 1):
        return False
    noun = figure.first - 2
    if not any(m.word == "структура" for m in line.marked("share", 0, noun)):
        return False
    placed = any(p.first <= noun < p.last for p in line.places)
    return not placed and not any(line.mark_at(section, noun) for section in ("product", "share", "topic"))


def _is_same_sum(case: Case) -> bool:
    """True for the "5%" of "2 млрд долларов, или 5%": the sum before it as a part of the whole."""
    line, at = case.line, case.figure.first - 1
    sums = [f for f in line.figures if f.mention.kind == "money" and f.last <= at]
    if line.lower(at) != "или" or not sums or sums[-1].last < at - 1 or trend_of(case) is not None:
        return False
    return case.figure.mention.kind == "percent"


def _explains(line: Line, figure: Placed, follower: Placed) -> bool:
    """True where a second figure says the first again: "свыше девяти десятых оборота — 93% —"."""
    return (
        follower.mention.kind == "percent"
        and figure.mention.kind == "ratio"
        and line.is_dash(follower.first - 1)
        and not any(line.is_border(i) for i in range(figure.last, follower.first))
    )


def _is_genitive(word: str) -> bool:
    return any(p.case == "gent" for p in parses(word))
