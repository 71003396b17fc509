"""Rules that read growth and decline: a ratio of the level to that of the base."""

from decimal import Decimal

from pipelines.facts.trade.case import COMPARATIVES, Case, Told, lead_of, own_word, trend_of
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.words import is_finite
from pipelines.text.morph import parses
from pipelines.text.records import replace


def _compares_flows(case: Case) -> bool:
    """True for "импорт в шесть раз больше экспорта": one flow against another, no change over time."""
    line, at = case.line, case.figure.last
    if line.lower(at) not in COMPARATIVES:
        return False
    return any(
        m.value != "foreign" and not any(line.is_border(i) or line.lower(i) == "чем" for i in range(at, m.first))
        for m in line.marked("topic", at + 1, at + 5)
    )


def read_signed(case: Case) -> Told | None:
    """ "(+12,5%)", "(-5%)"."""
    sign = case.line.lower(case.figure.first - 1)
    if case.figure.mention.kind != "percent" or sign not in ("+", "-", "−", "–"):
        return None
    opener = case.line.lower(case.figure.first - 2)
    if sign != "+" and opener not in ("(", ","):
        return None
    return _changed(case, 1 if sign == "+" else -1, "change_signed")


def read_index(case: Case) -> Told | None:
    """ "темп роста 112,3%", "составил 112% к уровню прошлого года"."""
    line, figure = case.line, case.figure
    value = figure.mention.value
    if figure.mention.kind != "percent" or value is None or own_word(case) == "на" or not 30 <= value <= 1500:
        return None
    opener = line.clause(figure.first)[0]
    pace = bool(line.marked("index", min(opener, figure.first - 6), figure.first))
    base = line.mark_at("base", figure.last)
    before = next((f for f in reversed(line.figures) if f.last <= figure.first), None)
    if before is not None and _goes_on(line, before, figure):
        told = read_index(replace(case, figure=before, lead=lead_of(line, before)))
        if told is not None:
            return Told("change", "change_index", value / 100)
    against = (
        base is not None and base.word not in ("чем", "против", "уровень", "показатель") and trend_of(case) is None
    )
    if (pace and value > 50) or against:
        return Told("change", "change_index", value / 100)
    return None


def _goes_on(line: Line, before: Placed, figure: Placed) -> bool:
    """True for "с Перу составил 59% к 2008 году, с Чили – 60%": a country, or the other flow, and a dash."""
    if before.mention.kind != "percent" or not line.is_dash(figure.first - 1):
        return False
    return not any(is_finite(line.lower(i)) for i in range(before.last, figure.first))


def read_change(case: Case) -> Told | None:
    """ "вырос на 5,3%", "рост 5%", "в 1,6 раза больше", "упал вдвое", "прибавили четверть"."""
    figure = case.figure
    if figure.mention.kind == "money" or figure.mention.form == "points":
        return None
    if _compares_flows(case):
        return Told("nothing", "flows_compared")
    if _is_told_closer(case):
        return Told("nothing", "growth_told_twice")
    trend = trend_of(case)
    if trend is None or _is_part(case):
        return None
    times = figure.mention.kind == "ratio" and figure.mention.form != "fraction"
    if (_is_second_of_two(case) or _is_first_of_two(case)) and not case.topic.word:
        return Told("nothing", "two_flows_not_told_apart")
    if any(rule(case, trend[1]) for rule in _GROWTH_WITHOUT_ON):
        return _changed(case, trend[0], "change_percent")
    if times or own_word(case) == "на" or _is_next_to(case, trend[1]):
        return _changed(case, trend[0], "change_times" if times else "change_percent")
    return None


def _is_told_closer(case: Case) -> bool:
    """True for the 80% of "на 80 с лишним процентов – на 86%", "больше 80%, точнее, на 86%"."""
    line, figure = case.line, case.figure
    after = next((f for f in line.figures if f.first >= figure.last), None)
    if after is None or after.mention.kind != figure.mention.kind or figure.mention.bound in (None, "exact"):
        return False
    between = line.lowers(figure.last, after.first)
    return "точнее" in between or (len(between) == 2 and line.is_dash(figure.last) and between[1] == "на")


def _is_part(case: Case) -> bool:
    """True for "рост поставок, которые дают 20% от общего объема", "в структуре роста зерно – 45%": a share."""
    line, figure = case.line, case.figure
    behind = line.mark_at("share", figure.last)
    if behind is not None and behind.value == "of":
        return True
    return any(m.word == "структура" for m in line.marked("share", line.clause(figure.first)[0], figure.first))


def _is_second_of_two(case: Case, at: int = 0) -> bool:
    """True for the second of "на 19,8% и 40,3% соответственно"."""
    line, figure = case.line, case.figure
    if line.lower(figure.last) != "соответственно" or line.lower(figure.first - 1) != "и":
        return False
    return any(f.last == figure.first - 1 and line.lower(f.first - 1) == "на" for f in line.figures)


def _is_first_of_two(case: Case) -> bool:
    """True for the first of "на 19,8% и 40,3% соответственно"."""
    line, figure = case.line, case.figure
    after = next((f for f in line.figures if f.first == figure.last + 1), None)
    return line.lower(figure.last) == "и" and after is not None and line.lower(after.last) == "соответственно"


def _names_next_flow(case: Case, at: int) -> bool:
    """True for "рост экспорта составил 7%, импорта – 18%"."""
    line, topic = case.line, case.topic
    before = [f for f in line.figures if f.last <= topic.first]
    if not before or before[-1].mention.kind != "percent" or not line.is_dash(case.lead) or topic.last != case.lead:
        return False
    return at < before[-1].first and parses(line.lower(at))[0].pos == "NOUN"


def _goes_on_in_brackets(case: Case, at: int) -> bool:
    """True for the coal of "сократила импорт нефти (на 94%), угля (70%)"."""
    line, figure = case.line, case.figure
    while (line.lower(figure.first - 1), line.lower(figure.last)) == ("(", ")"):
        if line.lower(figure.first) == "на":
            return figure is not case.figure
        before = next((f for f in reversed(line.figures) if f.last <= figure.first), None)
        if before is None or before.mention.kind != "percent":
            return False
        if line.lower(before.first - 1) == "на" and line.lower(before.first - 2) == "(":
            return True
        figure = before
    return False


def _repeats_growth(case: Case, at: int = 0) -> bool:
    """True for the last of "экспорт – 5 млн, рост 24%, импорт – 3 млн – 21%": a dash for the growth."""
    line, figure = case.line, case.figure
    before = [f for f in line.figures if f.last <= figure.first]
    if len(before) < 3 or figure.mention.kind != "percent" or before[-1].last != figure.first - 1:
        return False
    grown = [f for f in before if f.mention.kind == "percent"]
    if before[-1].mention.kind != "money" or not line.is_dash(figure.first - 1) or not grown:
        return False
    return any(m.last <= grown[-1].first for m in line.marked("trend", before[0].last, grown[-1].first))


def _is_in_brackets(case: Case, at: int) -> bool:
    """True for "уменьшение поставок в Чехию (7,9%)": what the noun of growth says is told in brackets."""
    line, figure = case.line, case.figure
    if line.lower(figure.first - 1) != "(" or line.lower(figure.last) != ")" or not at < case.topic.first:
        return False
    return parses(line.lower(at))[0].pos == "NOUN" and not any(line.is_border(i) for i in range(at, case.topic.first))


def _adds(case: Case, at: int) -> bool:
    """True for "прибавил по сравнению с прошлым годом более 130%": with a date between, the verb needs no "на"."""
    line, figure = case.line, case.figure
    mark = line.mark_at("trend", at)
    added = mark is not None and mark.word in ("прибавить", "прибавлять", "потерять")
    dated = any(at < d.first < figure.first for d in line.dates)
    return added and dated and not any(line.is_border(i) for i in range(at, figure.first))


def _is_next_to(case: Case, at: int) -> bool:
    """True for "рост 5%", "рост экспорта составил 5%", "прибавил еще 30%": nothing but what grew stands between."""
    line = case.line
    if at > case.figure.first:
        return line.lower(at) in COMPARATIVES
    if at == case.lead:
        return True
    tied = line.mark_at("level", case.lead) is not None or line.is_dash(case.lead)
    noun = parses(line.lower(at))[0].pos == "NOUN"
    borders = [i for i in range(at, case.lead) if line.is_border(i)]
    return tied and noun and all(line.lower(i + 1).startswith("котор") for i in borders)


def _changed(case: Case, sign: int, rule: str) -> Told | None:
    value = case.figure.mention.value
    if value is None:
        return None
    if case.figure.mention.kind == "ratio" and case.figure.mention.form != "fraction":
        if value <= 0:
            return None
        return Told("change", rule, value if sign > 0 else Decimal(1) / value)
    part = value if case.figure.mention.kind == "ratio" else value / 100
    ratio = 1 + sign * part
    return Told("change", rule, ratio) if ratio > 0 else None


# Growth that no "на" leads in: what stands before it says that it is one.
_GROWTH_WITHOUT_ON = (
    _is_second_of_two,
    _repeats_growth,
    _is_in_brackets,
    _adds,
    _names_next_flow,
    _goes_on_in_brackets,
)
