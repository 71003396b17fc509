"""Rules that read growth and decline: a ratio of the level to that of the base."""

from decimal import Decimal

from pipelines.facts.trade.case import COMPARATIVES, Case, Told, own_word, trend_of
from pipelines.text.morph import parses


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
    pace = any(True for _ in line.marked("index", max(0, figure.first - 6), figure.first))
    base = line.mark_at("base", figure.last)
    against = (
        base is not None and base.word not in ("чем", "против", "уровень", "показатель") and trend_of(case) is None
    )
    if (pace and value > 50) or against:
        return Told("change", "change_index", value / 100)
    return None


def read_change(case: Case) -> Told | None:
    """ "вырос на 5,3%", "рост 5%", "в 1,6 раза больше", "упал вдвое", "прибавили четверть"."""
    figure = case.figure
    if figure.mention.kind == "money" or figure.mention.form == "points":
        return None
    if _compares_flows(case):
        return Told("nothing", "flows_compared")
    trend = trend_of(case)
    if trend is None:
        return None
    times = figure.mention.kind == "ratio" and figure.mention.form != "fraction"
    if times or own_word(case) == "на" or _is_next_to(case, trend[1]):
        return _changed(case, trend[0], "change_times" if times else "change_percent")
    return None


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
