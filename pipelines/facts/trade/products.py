"""What goods a flow is told of."""

from pipelines.facts.trade.line import Line
from pipelines.facts.trade.words import Mark, is_finite
from pipelines.text.morph import parses

Product = tuple[str, str | None]  # the contract's product, and the words

ALL: Product = ("all", None)
_LIST_WORDS = frozenset({",", "и", "а", "также", ")", ";", "при", "этом"})
_LONGEST = 4  # words of an unknown item of a list


def product_between(line: Line, first: int, last: int, part: bool = False) -> Product | None:
    """The product named from token `first` up to `last`, no farther than the first verb; None where none is.

    Bare "товаров" names none, but for "торговля товарами" and where the goods are a `part` told apart.
    """
    marks: list[Mark] = []
    while first < last and _is_stop(line, first):
        first += 1
    for mark in line.marked("product", first, last):
        if any(_is_stop(line, i) for i in range(first, mark.first)) or line.lower(mark.first - 1) in ("без", "кроме"):
            break
        if marks and mark.first - marks[-1].last > 2:
            break
        marks.append(mark)
    while marks and _colours_else(line, marks[-1]):
        marks.pop()
    if len(marks) == 1 and marks[0].value == "goods":
        said = part or line.lower(marks[0].first) == "товарами"
        if not said or _is_coloured(line, marks[0].first):
            return None
    return _named(line, marks) if marks else None


def product_before(line: Line, first: int, at: int) -> Product | None:
    """The product of the adjectives right before the flow word at `at`: "продовольственная торговля"."""
    start = at
    while start > first and _is_modifier(line, start - 1):
        start -= 1
    marks = [m for m in line.marked("product", start, at) if m.value != "goods"]
    return _named(line, marks) if marks else None


def unknown_goods(line: Line, first: int, last: int) -> Product | None:
    """Goods of a list that no word list has: umbrellas in "мяса – на 5%, зонтов – на 7%"; None for anything else."""
    while first < last and line.lower(first) in _LIST_WORDS:
        first += 1
    while first < last and (line.is_dash(last - 1) or line.lower(last - 1) in ("(", "на")):
        last -= 1
    words = [line.lower(i) for i in range(first, last)]
    if not 0 < len(words) <= _LONGEST or any(line.mark_at(s, i) for s in line.sections for i in range(first, last)):
        return None
    if any(p.first < last and p.last > first for p in (*line.places, *line.dates, *line.figures)):
        return None
    kinds = [parses(w)[0].pos if w.isalpha() else "" for w in words]
    named = all(k in ("NOUN", "ADJF", "CONJ") for k in kinds) and "NOUN" in kinds
    return ("other", line.words(first, last)) if named else None


def tells_its_parts(line: Line, at: int) -> bool:
    """True where the deed at `at` shares a trade out: "товаров продано на 5 млн, услуг – на 1 млн"."""
    named = {m.value for m in line.marked("product")}
    return named >= {"goods", "services"} and parses(line.lower(at))[0].pos == "PRTS"


def _is_stop(line: Line, at: int) -> bool:
    if line.lower(at) in (",", ";", "(", ":"):
        return True
    return is_finite(line.lower(at)) and line.mark_at("product", at) is None  # "стали": the metal, too


def _colours_else(line: Line, mark: Mark) -> bool:
    """True for the "промышленной" of "торговля и промышленная кооперация": the noun behind it is no goods."""
    at = mark.last
    if not _is_adjective(line.lower(mark.last - 1)) or not line.lower(at).isalpha():
        return False
    if any(line.mark_at(s, at) for s in ("product", "carrier", "topic", "share", "trend", "level")):
        return False
    return parses(line.lower(at))[0].pos == "NOUN"


def _is_adjective(word: str) -> bool:
    return parses(word)[0].pos == "ADJF"


def _is_modifier(line: Line, at: int) -> bool:
    word = line.lower(at)
    return word.isalpha() and (parses(word)[0].pos in ("ADJF", "PRTF") or line.mark_at("product", at) is not None)


def _is_coloured(line: Line, at: int) -> bool:
    """True for "белорусских товаров": the adjective says whose, the noun says nothing."""
    return any(p.first <= at - 1 < p.last or p.first <= at - 2 < p.last for p in line.places)


def _named(line: Line, marks: list[Mark]) -> Product:
    """The run of marks as one product: of "сельскохозяйственная техника" the noun decides, of a list what all share."""
    values: list[str] = []
    for i, mark in enumerate(marks):
        follows = i + 1 < len(marks) and marks[i + 1].first == mark.last and marks[i + 1].value != "goods"
        led = i > 0 and marks[i - 1].last == mark.first and mark.value == "goods"
        if not follows and not led:
            values.append(mark.value)
    kinds = dict.fromkeys(values)
    kinds.pop("goods", None) if len(kinds) > 1 and "services" not in kinds else None
    value = (
        next(iter(kinds))
        if len(kinds) == 1
        else "goods_and_services"
        if set(kinds) == {"goods", "services"}
        else "other"
    )
    return value, line.words(marks[0].first, marks[-1].last)
