"""Whether a figure is told as a fact, as what is expected, or as what is aimed at."""

from typing import Literal

from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.words import Mark, is_ahead, is_finite, is_infinitive, is_past

Modality = Literal["actual", "expected", "target"]

_OF_FACT = frozenset({"когда", "сейчас"})  # what follows is told as a fact
_INTENT_REACH = 8  # words from "планируют" to its infinitive


def window(line: Line, figure: Placed) -> tuple[int, int]:
    """Tokens that speak of `figure`: from the figure before it up to the one behind it, no farther than its clause."""
    told = (f for f in line.figures if f.last <= figure.first)
    before = [f for f in told if not is_finite(line.lower(f.first))]  # "утроить и довести до 30 млрд"
    if before and line.lower(before[-1].last) == "до" and line.lower(before[-1].first - 1) in ("с", "со"):
        before.pop()  # "довести с 5 до 10 млрд"
    first = before[-1].last if before else 0
    stop = min([f.first for f in line.figures if f.first >= figure.last], default=len(line.tokens))
    last = figure.last
    while last < stop and not (line.is_border(last) and not line.is_dash(last + 1) and not line.is_dash(last - 1)):
        last += 1
    return first, last


def modality_of(line: Line, figure: Placed, before: Modality | None) -> Modality | None:
    """Modality of `figure`; `before` is that of the figure before it on the same topic; None where it is unreal."""
    first, last = window(line, figure)
    first = max(
        [i for i, word in enumerate(line.lowers(first, figure.first), first + 1) if word in _OF_FACT], default=first
    )
    if any(_is_unreal(line, m) for m in line.marked("modality", first, last)):
        return None
    if _is_target(line, first, last, figure):
        return "target"
    if _is_expected(line, first, last):
        return "expected"
    if before not in (None, "actual") and not _has_predicate(line, first, last):
        return before
    return "actual"


def _is_unreal(line: Line, mark: Mark) -> bool:
    """True for "мог бы составить", "не достиг"; not for "хотел бы отметить"."""
    if mark.value != "unreal":
        return False
    if line.lower(mark.first) == "потенциалу":
        return False  # "5 млрд не отвечают потенциалу"
    if mark.word == "потенциал":  # "потенциал – миллиард", not "есть потенциал довести до миллиарда"
        return not any(is_infinitive(line.lower(i)) for i in range(mark.last, min(len(line.tokens), mark.last + 6)))
    if mark.word != "бы":
        return True
    before = mark.first - 1
    return line.lower(before).startswith("мог") or any(line.mark_at(s, before) for s in ("level", "trend", "deed"))


def names_aim(line: Line, figure: Placed) -> bool:
    """True for "Планка понятна: 1,2 млрд", "500 млн – таков ориентир": the aim itself is the subject."""
    if figure.mention.kind != "money":
        return False
    first, last = window(line, figure)
    aims = ("планка", "ориентир", "цель", "задача", "целевой показатель", "поставить задачу", "поставить цель")
    return any(m.word in aims and not _is_passed(line, m.first) for m in line.marked("modality", first, last))


def _is_target(line: Line, first: int, last: int, figure: Placed) -> bool:
    for mark in line.marked("modality", first, last):
        if _leads_to_next(line, mark, figure):
            continue
        reached = mark.last - mark.first == 1 and is_past(line.lower(mark.first))  # "довели", not "поставили задачу"
        if mark.value == "target" and not reached and not _is_passed(line, mark.first):
            return True
        if mark.value == "intent" and _leads_on(line, mark.last, min(last, mark.last + _INTENT_REACH)):
            return True
    return False


def _leads_to_next(line: Line, mark: Mark, figure: Placed) -> bool:
    """True for the aim of "вывозим на 5 млн и поставили цель дойти до 9 млн" behind the 5 million."""
    after = next((f for f in line.figures if f.first >= figure.last), None)
    if mark.first < figure.last or after is None or after.mention.kind != "money" or after.first < mark.last:
        return False
    between = range(mark.last, after.first)
    return any(is_infinitive(line.lower(i)) for i in between) and not any(line.is_border(i) for i in between)


def _is_passed(line: Line, at: int) -> bool:
    """True for the "планка" of "преодолели планку в 500 млн"."""
    before = line.marked("modality", max(0, at - 3), at)
    return any(m.value == "passed" and not is_infinitive(line.lower(m.first)) for m in before)


def _leads_on(line: Line, first: int, last: int) -> bool:
    """True where an infinitive or a noun of growth follows: "планируют увеличить", "договорились об увеличении"."""
    for section in ("trend", "level", "deed", "modality"):
        for mark in line.marked(section, first, last):
            word = line.lower(mark.first)
            if is_infinitive(word) or word.endswith(("ение", "ения", "ении", "ением", "ению")):
                return True
    return False


def _is_expected(line: Line, first: int, last: int) -> bool:
    if any(m.value == "expected" for m in line.marked("modality", first, last)):
        return True
    return any(is_ahead(line.lower(m.first)) for s in ("level", "trend", "deed") for m in line.marked(s, first, last))


def _has_predicate(line: Line, first: int, last: int) -> bool:
    return any(line.marked(s, first, last) for s in ("level", "trend", "deed"))
