"""A figure before the rules: how it is led in, which way it goes."""

from decimal import Decimal
from typing import Literal

from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.topics import Topic
from pipelines.text.records import dataclass

Said = Literal["level", "base_level", "change", "share", "nothing"]

_BEFORE_FIGURE = frozenset(
    {"около", "почти", "чуть", "примерно", "порядка", "более", "чем", "менее", "свыше", "уже", "всего", "еще", "лишь",
     "только", "практически", "приблизительно", "не", "аж", "сразу", "сумму", "уровне", "уровня", "рекордные",
     "рекордных", "рекордной", "целых", "планку", "отметку", "отметки", "планки", "размере", "общую", "тоже", "и",
     "больше", "меньше"}
)  # fmt: skip
COMPARATIVES = frozenset({"больше", "меньше", "выше", "ниже"})
_EXCEEDING = frozenset({"превысить", "превышать", "превзойти", "опередить", "обогнать", "уступать", "отставать"})


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


def own_word(case: Case) -> str:
    """The preposition inside the mention itself ("на четверть", "в 6 раз"), else the lead word."""
    inside = case.line.lower(case.figure.first)
    return inside if inside in ("на", "в", "во") else case.lead_word


def trend_of(case: Case) -> tuple[int, int] | None:
    """(+1 or -1, index) of the word that says which way it went, None where none does."""
    line, figure = case.line, case.figure
    for mark in line.marked("trend", figure.last, figure.last + 3):
        if any(line.is_border(i) for i in range(figure.last, mark.first)):
            break
        word = line.lower(mark.first)
        if word in COMPARATIVES or mark.word in _EXCEEDING:
            return (1 if mark.value == "up" else -1), mark.first
    left = [
        m
        for m in line.marked("trend", 0, figure.first)
        if m.word not in _EXCEEDING and line.lower(m.first) not in COMPARATIVES
    ]
    clause = line.clause(figure.first)
    right = [m for m in line.marked("trend", figure.last, min(clause[1], figure.last + 5)) if m.word not in _EXCEEDING]
    near = [m for m in left if m.first >= clause[0]]
    chosen = near[-1] if near else right[0] if right else left[-1] if left else None
    return None if chosen is None else ((1 if chosen.value == "up" else -1), chosen.first)
