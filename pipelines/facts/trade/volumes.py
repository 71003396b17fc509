"""What is told of tonnes and pieces beside the money: the growth of a volume is no growth of the trade's value."""

from pipelines.facts.trade.line import Line, Placed
from pipelines.text.morph import parses

# What may stand between a quantity and its growth: "10 тонн (-26%)", "10 тонн, что в 5 раз больше".
_TIES = frozenset(
    {"(", ",", "+", "-", "–", "—", "−", "±", "что", "это", "или", "на", "в", "более", "чем", "почти", "около", "плюс",
     "минус", "рост", "прирост", "спад", "снижение", "увеличение", "уже", "примерно"}
)  # fmt: skip


def is_of_volume(line: Line, figure: Placed) -> bool:
    """True for the 26% of "10 тыс. тонн (-26%) на сумму 5 млн", and of "на 26% в физическом выражении"."""
    if figure.mention.kind == "money":
        return False
    return _follows_quantity(line, figure) or _is_told_in_volume(line, figure)


def measures_of(line: Line) -> tuple[str, ...]:
    """What the sums and quantities of `line` count, in order: "volume" or "value"."""
    told = [(f.first, "value") for f in line.figures if f.mention.kind == "money"]
    told += [(q.first, "volume") for q in line.quantities]
    return tuple(what for _, what in sorted(told))


def counted_by(line: Line, figure: Placed, measures: tuple[str, ...]) -> str | None:
    """What a growth of "это соответственно на 28% и на 33% меньше" is of; `measures` are those told before."""
    growths = [f for f in line.figures if f.mention.kind != "money"]
    if figure not in growths or len(growths) != len(measures) or len(growths) < 2:
        return None
    if not any(line.lower(i) == "соответственно" for i in range(growths[0].first - 3, len(line.tokens))):
        return None
    return measures[growths.index(figure)]


def _follows_quantity(line: Line, figure: Placed) -> bool:
    before = [q for q in line.quantities if q.last <= figure.first]
    if not before:
        return False
    start = before[-1].last
    later = [f.mention for f in line.figures if f.mention.kind == "money" and f.first >= figure.last]
    worth = any(m.form != "bare" for m in later)
    while worth and start < before[-1].last + 3 and _names_goods(line, start):
        start += 1  # "10 тонн продукции, что на 26% меньше, на сумму 5 млн"
    between = line.lowers(start, figure.first)
    return len(between) <= 4 and _TIES.issuperset(between) and between != [","]


def _names_goods(line: Line, at: int) -> bool:
    word = line.lower(at)
    named = line.mark_at("product", at) or line.mark_at("carrier", at)
    return named is not None or (word.isalpha() and parses(word)[0].pos == "ADJF")


def _is_told_in_volume(line: Line, figure: Placed) -> bool:
    """True where the clause says that it counts things."""
    first, last = line.clause(figure.first)
    if "объем" in line.lowers(first, figure.first) and line.lowers(last + 1, last + 4) == ["а", "его", "стоимость"]:
        return True
    return any(m.value == "volume" for m in line.marked("measure", first, last))
