"""Rules that read sums of money: levels, levels of the period compared with, and differences, which are none."""

from pipelines.facts.trade.brackets import partner_before
from pipelines.facts.trade.case import COMPARATIVES, Case, Told, lead_of
from pipelines.facts.trade.excess import EXCESS
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.words import is_finite
from pipelines.text.morph import parses
from pipelines.text.records import replace

_EQUAL = frozenset(
    {",", "(", "/", "или", "около", "порядка", "примерно", "почти", "более", "свыше", "$", "€", ".", "это"}
)
_COMPARED = 9  # words from "обогнав" to the difference
_LOSSES = frozenset({"потерять", "недополучить", "прибавить", "прибавлять"})


def read_difference(case: Case) -> Told | None:
    """ "вырос на 136,5 млн", "на 5 млн больше": no level."""
    line, figure = case.line, case.figure
    if figure.mention.kind != "money" or case.topic.word in EXCESS:
        return None
    behind = line.mark_at("trend", figure.last)
    if line.lower(figure.first - 1) == "сумму":
        return None
    if case.lead_word == "на" and (_is_said_in_percent(case) or _is_lead_over(case)):
        return Told("nothing", "difference")
    lost = line.mark_at("trend", case.lead)
    if lost is not None and lost.word in _LOSSES:
        return Told("nothing", "difference")
    if _says_change_again(case) or _is_in_list_of_differences(case):
        return Told("nothing", "difference")
    if behind is not None and line.lower(figure.last) in COMPARATIVES | {
        "превышает",
        "превысил",
        "превысила",
        "превысило",
    }:
        return Told("nothing", "difference") if case.lead_word == "на" else None
    if line.lower(figure.first - 1) in ("+", "-", "−") and line.lower(figure.first - 2) in ("(", "на"):
        return Told("nothing", "difference")
    if case.lead_word != "до" and _is_of_growth(case):
        return Told("nothing", "difference")
    if case.lead_word != "на" or case.topic.deed:
        return None
    if line.is_dash(case.lead - 1) and line.marked("trend", 0, case.lead):
        return Told("nothing", "difference")
    before = line.marked("trend", max(0, min(case.lead - 8, line.clause(case.lead)[0])), case.lead)
    if before and not any(line.mark_at("deed", i) for i in range(before[-1].last, case.lead)):
        return Told("nothing", "difference")
    return None


def _is_said_in_percent(case: Case) -> bool:
    """True for "на 4 млн, или на 9% больше", "на 4 млн (9%) больше"; not for "продали товаров на 4 млн, или …"."""
    line, figure, topic = case.line, case.figure, case.topic
    start = max([topic.last, *(f.last for f in line.figures if f.last <= figure.first)])
    if topic.deed and any(line.marked("carrier", start, case.lead)):
        return False
    behind = next((f for f in line.figures if f.first >= figure.last), None)
    if behind is None or behind.mention.kind != "percent":
        return False
    between = {line.lower(i) for i in range(figure.last, behind.first)}
    if "(" in between and line.lower(behind.last) != ")":
        return False  # "на 4 млн (на 9% больше, чем год назад)"
    last = behind.last + (line.lower(behind.last) == ")")
    return line.lower(last) in COMPARATIVES and bool(between & {"или", "("}) and between <= {",", "или", "(", "на", "."}


def _is_lead_over(case: Case) -> bool:
    """True for "обогнав прежнего лидера – Чехию – на 22 млн"."""
    marks = list(case.line.marked("trend", max(0, case.lead - _COMPARED), case.lead))
    return bool(marks) and marks[-1].word in ("опередить", "обогнать", "превзойти", "уступать", "отставать")


def _says_change_again(case: Case) -> bool:
    """True for "в 5,1 раза, или на 7,4 млрд", "на 7,5% или 5,2 млрд": the change in money."""
    line, figure = case.line, case.figure
    before = next((f for f in reversed(line.figures) if f.last <= figure.first), None)
    if before is None or before.mention.kind == "money":
        return False
    between = {line.lower(i) for i in range(before.last, figure.first)}
    on = line.lower(before.first - 1) == "на" or "на" in between
    return on and ("или" in between or between >= {"(", "на"}) and between <= {",", "или", "(", "на", "почти", "около"}


def _is_in_list_of_differences(case: Case) -> bool:
    """True for "на 17 млн возрос импорт нефти, на 15 млн - цемента", "вырос экспорт сплавов (на 63 млн)"."""
    line, figure = case.line, case.figure
    if case.lead_word != "на" or case.topic.deed:
        return False
    if any(m.first <= figure.last + 1 and is_finite(line.lower(m.first)) for m in line.marked("trend", figure.last)):
        return True
    if line.lower(case.lead - 1) == "(" and line.marked("trend", 0, case.lead):
        return True
    before = next((f for f in reversed(line.figures) if f.last <= figure.first and f.mention.kind == "money"), None)
    if before is None or lead_of(line, before) < 0 or not line.is_border(case.lead - 1):
        return False
    return _is_in_list_of_differences(replace(case, figure=before, lead=lead_of(line, before)))


def _is_of_growth(case: Case) -> bool:
    """True for "сокращение торговли составило 8 млн", "потеряла на экспорте 2 млн"."""
    line, topic = case.line, case.topic
    again = any(True for _ in line.marked("anaphor", topic.last, case.figure.first))
    if again or any(line.lower(i).startswith("котор") for i in range(topic.last, case.figure.first)):
        return False  # "рост оборота, который составил 2 млрд": the flow, not its growth
    if any(line.is_border(m.first - 2) for m in line.marked("anaphor", topic.last, case.figure.first)):
        return False  # "несмотря на рост торговли, ее объем в 2 млрд"
    for mark in line.marked("trend", max(0, topic.first - 4), topic.first):
        if any(line.is_border(i) or is_finite(line.lower(i)) for i in range(mark.last, topic.first)):
            continue
        if mark.word in _LOSSES or parses(line.lower(mark.first))[0].pos == "NOUN":
            return True
    return False


def read_base_level(case: Case) -> Told | None:
    """ "против 480 млн", "с 1 млрд до 2 млрд", "чем в 2020 году (2,3 млрд)": a level of the period compared with."""
    line, figure = case.line, case.figure
    if figure.mention.kind != "money":
        return None
    if case.lead_word in ("с", "со"):
        later = [f for f in line.figures if f.first > figure.last and f.mention.kind == "money"]
        if any(line.lower(lead_of(line, f)) == "до" for f in later[:1]):
            return Told("base_level", "level_before")
        before = [f for f in line.figures if f.last <= figure.first and f.mention.kind == "money"]
        up_to = bool(before) and line.lower(lead_of(line, before[-1])) == "до"
        if up_to or (case.lead_word == "с" and _has_level(line, before)):
            return Told("base_level", "level_before")
    opener = case.lead - 1 if case.lead_word == "на" else case.lead
    if line.lower(opener) == "(" and any(d.last == opener for d in line.dates):
        return Told("base_level", "level_in_brackets")
    if case.lead_word == "(" and any(figure.last <= d.first <= figure.last + 1 for d in line.dates):
        return Told("base_level", "level_in_brackets")
    mark = line.mark_at("base", case.lead)
    if mark is not None and mark.word not in ("уровень", "показатель", "к", "ко"):
        return Told("base_level", "level_against")
    return None


def _has_level(line: Line, before: list[Placed]) -> bool:
    """True where "достигнув 30 млрд" stands right before "с 7 млрд"."""
    return bool(before) and line.mark_at("level", lead_of(line, before[-1])) is not None


def read_equal(case: Case) -> Told | None:
    """ "20 млрд юаней (3 млрд долларов)": the second sum is the first in another currency."""
    line, figure = case.line, case.figure
    before = [f for f in line.figures if f.last <= figure.first]
    if figure.mention.kind != "money" or not before or before[-1].mention.kind != "money":
        return None
    one, other = before[-1].mention, figure.mention
    between = [line.lower(i) for i in range(before[-1].last, figure.first)]
    if None in (one.form, other.form) or "bare" in (one.form, other.form) or one.form == other.form:
        return None
    return Told("nothing", "same_in_other_currency") if between and set(between) <= _EQUAL else None


def read_level(case: Case) -> Told | None:
    """ "составил 5 млн", "до 5 млн", "– 5 млн", "на 5 млн" after a verb of trade."""
    figure = case.figure
    if figure.mention.kind != "money":
        return None
    if case.topic.deed:
        return Told("level", "level_of_deed") if _is_worth(case) else None
    return Told("level", "level_of_flow")


def _is_worth(case: Case) -> bool:
    """True for "закупила товаров на 5 млн", "на сумму 5 млн": the money is what the goods are worth."""
    line, figure = case.line, case.figure
    grown = bool(line.marked("trend", case.topic.last, figure.first))
    if partner_before(line, figure) is not None or (grown and line.mark_at("level", case.lead) is not None):
        return True
    counted = any(case.topic.last <= f.first < figure.first and f.mention.kind == "money" for f in line.figures)
    # "отгрузили на 5 млн, из них в Перу – 2 млн", "и хотим дойти до 9 млн"
    if counted and (line.is_dash(case.lead) or case.lead_word == "до"):
        return True
    if _buys_for(line, figure, case.topic.last):
        return True
    inside = range(max(0, case.figure.first - 5), case.figure.first)
    return any(line.lower(i) in ("на", "сумму", "сумма", "объеме", "стоимостью", "ценой") for i in inside)


def _buys_for(line: Line, figure: Placed, deed: int) -> bool:
    """True for "импортировал 1,5 млрд долларов узбекской продукции": the goods follow in the genitive."""
    at = figure.last
    while at < figure.last + 2 and parses(line.lower(at))[0].pos == "ADJF":
        at += 1
    goods = line.mark_at("carrier", at) or line.mark_at("product", at)
    return goods is not None and figure.first - deed <= 2 and any(p.case == "gent" for p in parses(line.lower(at)))
