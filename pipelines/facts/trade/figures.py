"""What a figure says of its topic: a level, a change, a share, or nothing for this table."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.topics import Topic
from pipelines.text.morph import parses

Said = Literal["level", "base_level", "change", "share", "nothing"]

_BEFORE_FIGURE = frozenset(
    {"около", "почти", "примерно", "порядка", "более", "чем", "менее", "свыше", "уже", "всего", "еще", "лишь", "только",
     "практически", "приблизительно", "не", "аж", "сразу", "сумму", "уровне", "уровня", "рекордные", "рекордных",
     "рекордной", "целых", "планку", "отметку", "отметки", "планки", "размере", "общую", "тоже", "и"}
)  # fmt: skip
_PARTS = frozenset({"доля", "удельный вес"})
_COMPARATIVES = frozenset({"больше", "меньше", "выше", "ниже"})
_LOSSES = frozenset({"потерять", "недополучить"})
_EXCEEDING = frozenset({"превысить", "превышать", "превзойти", "опередить", "уступать", "отставать"})


@dataclass(frozen=True, slots=True)
class Case:
    """A figure before the rules: its sentence, its topic, and the word that leads it in."""

    line: Line
    figure: Placed
    topic: Topic
    lead: int  # index of the word before the figure and its "около", "более чем"

    @property
    def lead_word(self) -> str:
        return self.line.lower(self.lead)


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule read: `value` is a change ratio or a share; a level keeps its amount in the mention."""

    said: Said
    rule: str = ""
    value: Decimal | None = None


def lead_of(line: Line, figure: Placed) -> int:
    """Index of the word that leads `figure` in, "около" and the like passed over; -1 at the start of the sentence."""
    at = figure.first - 1
    while at >= 0 and (line.lower(at) in _BEFORE_FIGURE or _is_in_size(line, at)):
        at -= 1
    return at


def _is_in_size(line: Line, at: int) -> bool:
    """True for "на величину в", "в размере": they say no more than the figure."""
    if line.lower(at) == "в" and line.lower(at - 1) == "величину":
        return True
    return line.lower(at) == "величину" or (line.lower(at).startswith("рекордн") and line.lower(at - 1) == "на")


def _own_word(case: Case) -> str:
    """The preposition inside the mention itself ("на четверть", "в 6 раз"), else the lead word."""
    inside = case.line.lower(case.figure.first)
    return inside if inside in ("на", "в", "во") else case.lead_word


def _trend(case: Case) -> tuple[int, int] | None:
    """(+1 or -1, index) of the word that says which way it went, None where none does."""
    line, figure = case.line, case.figure
    for mark in line.marked("trend", figure.last, figure.last + 3):
        if any(line.is_border(i) for i in range(figure.last, mark.first)):
            break
        word = line.lower(mark.first)
        if word in _COMPARATIVES or mark.word in _EXCEEDING:
            return (1 if mark.value == "up" else -1), mark.first
    left = [
        m
        for m in line.marked("trend", 0, figure.first)
        if m.word not in _EXCEEDING and line.lower(m.first) not in _COMPARATIVES
    ]
    clause = line.clause(figure.first)
    right = [m for m in line.marked("trend", figure.last, min(clause[1], figure.last + 5)) if m.word not in _EXCEEDING]
    near = [m for m in left if m.first >= clause[0]]
    chosen = near[-1] if near else right[0] if right else left[-1] if left else None
    return None if chosen is None else ((1 if chosen.value == "up" else -1), chosen.first)


def _compares_flows(case: Case) -> bool:
    """True for "импорт в шесть раз больше экспорта": one flow against another, no change over time."""
    line, at = case.line, case.figure.last
    if line.lower(at) not in _COMPARATIVES:
        return False
    return any(
        m.value != "foreign" and not any(line.is_border(i) or line.lower(i) == "чем" for i in range(at, m.first))
        for m in line.marked("topic", at + 1, at + 5)
    )


def read_difference(case: Case) -> Told | None:
    """ "вырос на 136,5 млн", "на 5 млн больше": no level."""
    line, figure = case.line, case.figure
    if figure.mention.kind != "money":
        return None
    behind = line.mark_at("trend", figure.last)
    if behind is not None and line.lower(figure.last) in _COMPARATIVES | {
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
    if line.is_dash(case.lead - 1) and any(True for _ in line.marked("trend", 0, case.lead)):
        return Told("nothing", "difference")
    before = list(line.marked("trend", max(0, case.lead - 8), case.lead))
    if before and not any(line.mark_at("deed", i) for i in range(before[-1].last, case.lead)):
        return Told("nothing", "difference")
    return None


def _is_of_growth(case: Case) -> bool:
    """True for "сокращение торговли составило 44 млн", "потеряла на экспорте 3 млн"."""
    line, topic = case.line, case.topic
    for mark in line.marked("trend", max(0, topic.first - 4), topic.first):
        if any(line.is_border(i) for i in range(mark.last, topic.first)):
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
        if before and line.lower(lead_of(line, before[-1])) == "до":
            return Told("base_level", "level_before")
    opener = case.lead - 1 if case.lead_word == "на" else case.lead
    if line.lower(opener) == "(" and any(d.last == opener for d in line.dates):
        return Told("base_level", "level_in_brackets")
    mark = line.mark_at("base", case.lead)
    if mark is not None and mark.word not in ("уровень", "показатель", "к", "ко"):
        return Told("base_level", "level_against")
    return None


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
    line = case.line
    inside = range(max(0, case.figure.first - 5), case.figure.first)
    return any(line.lower(i) in ("на", "сумму", "сумма", "объеме", "стоимостью") for i in inside)


def read_signed(case: Case) -> Told | None:
    """ "(+36,5%)", "(-5%)"."""
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
    if figure.mention.kind != "percent" or value is None or _own_word(case) == "на" or not 30 <= value <= 1500:
        return None
    pace = any(True for _ in line.marked("index", max(0, figure.first - 6), figure.first))
    base = line.mark_at("base", figure.last)
    against = base is not None and base.word not in ("чем", "против", "уровень", "показатель") and _trend(case) is None
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
    trend = _trend(case)
    if trend is None:
        return None
    times = figure.mention.kind == "ratio" and figure.mention.form != "fraction"
    if times or _own_word(case) == "на" or _is_next_to(case, trend[1]):
        return _changed(case, trend[0], "change_times" if times else "change_percent")
    return None


def _is_next_to(case: Case, at: int) -> bool:
    """True for "рост 5%", "рост экспорта составил 5%", "прибавил еще 30%": nothing but what grew stands between."""
    line = case.line
    if at > case.figure.first:
        return line.lower(at) in _COMPARATIVES
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


def read_share(case: Case) -> Told | None:
    """ "40% нашего экспорта", "на долю АПК придется четверть", "из них 95% – экспорт", "доля – 95%"."""
    line, figure = case.line, case.figure
    value = figure.mention.value
    if figure.mention.kind == "money" or value is None or figure.mention.form in ("points", "times"):
        return None
    if figure.mention.kind == "ratio" and figure.mention.form != "fraction":
        return None
    share = value if figure.mention.kind == "ratio" else value / 100
    if line.lower(figure.first - 1) == "(" and any(
        m.word in ("уступать", "опередить") for m in line.marked("trend", max(0, figure.first - 6), figure.first)
    ):
        return Told("nothing", "share_of_another")
    follower = next((f for f in line.figures if f.first > figure.last), None)
    if follower is not None and _explains(line, figure, follower):
        return Told("nothing", "share_told_twice")
    told = any(m.word in _PARTS for m in line.marked("share", 0, figure.first))
    if (
        not 0 < share <= 1
        or _own_word(case) == "с"
        or (_own_word(case) == "до" and not told)
        or line.lower(figure.first) == "на"
    ):
        return None
    first, last = line.clause(figure.first)
    around = any(True for _ in line.marked("share", max(0, first - 16), min(len(line.tokens), last + 3)))
    owned = any(
        line.mark_at("topic", i) and _is_genitive(line.lower(i)) for i in range(figure.last, min(last, figure.last + 4))
    )
    return Told("share", "share_of_flow", share) if around or owned else None


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


# In this order; the first that reads something decides.
RULES: tuple[Callable[[Case], Told | None], ...] = (
    read_difference,
    read_base_level,
    read_signed,
    read_index,
    read_change,
    read_share,
    read_level,
)


def read_figure(line: Line, figure: Placed, topic: Topic) -> Told:
    """What `figure` says of `topic`, `nothing` where no rule reads it."""
    case = Case(line, figure, topic, lead_of(line, figure))
    for rule in RULES:
        told = rule(case)
        if told is not None:
            return told
    return Told("nothing")
