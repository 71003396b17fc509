"""Figures that are no money: per cent, ratios, quantities of things."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from pipelines.entities.bounds import bound_of
from pipelines.entities.currencies import is_small_change
from pipelines.entities.mention import Mention, MentionKind
from pipelines.entities.money import currency_of
from pipelines.entities.units import Unit, unit_after
from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.morph import inflections, parses
from pipelines.text.numbers import Number, find_numbers
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, indices

_FILE = Path(__file__).with_name("quantities.toml")


def find_quantities(
    text: str, tokens: Sequence[Token], numbers: Sequence[Number] | None = None, openers: Sequence[int] | None = None
) -> list[Mention]:
    """Mentions of kind "percent", "ratio" and "quantity", in order.

    - percent: `value` as written, without sign (5.3 of "5,3%"); `form` is "points" for percentage points, "plus" or
      "minus" where a sign stands before it in brackets ("(-5,3%)"), else None.
    - ratio: `value` is a factor; `form` is "times" ("в 1,6 раза", "вдвое": 1.6, 2) or "fraction" ("на четверть",
      "девять десятых": 0.25, 0.9). The span takes in the preposition "в" or "на" where one stands.
    - quantity: `value` in units of the thing, `unit` the words of the text ("тонн", "куб. м", "рабочих мест").

    `numbers` are those of `tokens`, `openers` the indices of those that `may_tell_ratio`, where the caller has them.

    >>> from pipelines.text.tokens import tokenize
    >>> text = "выросли почти вдвое, на 5,3% больше: 5,75 млрд куб. м газа"
    >>> [(m.kind, m.surface, str(m.value), m.unit, m.bound) for m in find_quantities(text, tokenize(text))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('ratio', 'вдвое', '2', None, 'about'), ('percent', '5,3%', '5.3', None, 'exact'),
     ('quantity', '5,75 млрд куб. м', '5750000000.00', 'куб. м', 'exact')]
    """
    found = find_numbers(tokens) if numbers is None else numbers
    counted = (_read_number(text, tokens, number) for number in found)
    mentions = [mention for mention in counted if mention is not None]
    hits = indices(tokens, may_tell_ratio) if openers is None else openers
    mentions += _ratio_words(text, tokens, hits, {index for n in found for index in range(n.first, n.last + 1)})
    return sorted(mentions, key=lambda m: (m.start, m.end))


def _read_number(text: str, tokens: Sequence[Token], number: Number) -> Mention | None:
    if currency_of(tokens, number) is not None:
        return None
    unit = unit_after(tokens, number)
    if unit is not None and unit.kind in ("percent", "points"):
        form = "points" if unit.kind == "points" else _sign(tokens, number)
        return _mention(text, tokens, number, number.first, unit, "percent", form)
    if unit is not None and unit.kind == "times":
        return _times(text, tokens, number, unit)
    if number.fraction:
        return _fraction(text, tokens, number)
    if unit is None or unit.kind != "thing" or _is_name_number(tokens, number):
        return None
    if is_small_change(tokens[unit.last].lower):
        return None
    return _mention(text, tokens, number, number.first, unit, "quantity", None)


def _mention(
    text: str, tokens: Sequence[Token], number: Number, first: int, unit: Unit, kind: MentionKind, form: str | None
) -> Mention:
    last = number.last if number.linked else unit.last
    return Mention(
        start=tokens[first].start,
        end=tokens[last].end,
        surface=text[tokens[first].start : tokens[last].end],
        kind=kind,
        value=number.value,
        value_high=number.value_high,
        unit=text[tokens[unit.first].start : tokens[unit.last].end] if kind == "quantity" else None,
        form=form,
        bound=bound_of(tokens, number.first, last),
    )


def _sign(tokens: Sequence[Token], number: Number) -> str | None:
    """ "minus" of "(–12%)", "plus" of "(+12%)": outside brackets a dash is no sign."""
    if number.first < 2 or tokens[number.first - 1].end != number.start or tokens[number.first - 2].text != "(":
        return None
    sign = tokens[number.first - 1].text
    return "plus" if sign == "+" else "minus" if sign in "-–−" else None


def _is_name_number(tokens: Sequence[Token], number: Number) -> bool:
    """ "№ 5", "статья 12 договора", a year before a noun ("в 2013 компаний"): the figure counts nothing."""
    before = tokens[number.first - 1].lower if number.first else ""
    if before == "за" and number.in_words and number.first == number.last and number.value == number.multiplier:
        return True  # a price: "за тысячу кубометров"
    return before in ("№", "номер", "статья", "статьи", "пункт", "ст") or (number.looks_like_year and before == "в")


def _times(text: str, tokens: Sequence[Token], number: Number, unit: Unit) -> Mention | None:
    """ "в 1,6 раза", "в более чем 2 раза"; "9 раз" without "в" is a count of occasions."""
    at = number.first - 1
    while at > 0 and (tokens[at].lower in _load().between or _is_adjective(tokens[at])):
        at -= 1
    if at < 0 or tokens[at].lower not in ("в", "во"):
        return None
    return _mention(text, tokens, number, at, unit, "ratio", "times")


def _is_adjective(token: Token) -> bool:
    """ "в рекордные 3,3 раза"."""
    return token.kind == "word" and token.lower.endswith(("ые", "ие")) and parses(token.text)[0].pos == "ADJF"


def _fraction(text: str, tokens: Sequence[Token], number: Number) -> Mention:
    first = number.first - 1 if number.first and tokens[number.first - 1].lower == "на" else number.first
    return _ratio(text, tokens, first, number.first, number.last, number.value, "fraction")


def _ratio(text: str, tokens: Sequence[Token], first: int, head: int, last: int, value: Decimal, form: str) -> Mention:
    start, end = tokens[first].start, tokens[last].end
    bound = bound_of(tokens, head, last)
    return Mention(start=start, end=end, surface=text[start:end], kind="ratio", value=value, form=form, bound=bound)


def _ratio_words(text: str, tokens: Sequence[Token], hits: Sequence[int], taken: set[int]) -> Iterator[Mention]:
    """Ratios told by one word: "вдвое", "двукратный", "на треть", "удвоился"; and "1,5-кратный"."""
    words = _load()
    for index in hits:
        token = tokens[index]
        if token.kind == "number":
            if (multiple := _multiple(tokens, index)) is not None:
                yield _ratio(text, tokens, index, index, index + 2, multiple, "times")
            continue
        if (factor := words.times.get(token.lower)) is not None:
            yield _ratio(text, tokens, index, index, index, factor, "times")
        elif (part := words.part_ordinals.get(token.lower)) is not None and _is_portion(tokens, index):
            first = index - 1 if index and tokens[index - 1].lower == "на" else index
            yield _ratio(text, tokens, first, index, index + 1, part, "fraction")
        elif (part := words.parts.get(token.lower)) is not None and _is_part(tokens, index, words, taken):
            first = index - 1 if index and tokens[index - 1].lower == "на" else index
            yield _ratio(text, tokens, first, index, index, part, "fraction")


def may_tell_ratio(word: str) -> bool:
    """True for a (folded) token that a ratio may open with: a figure, "вдвое", "треть"."""
    return word[0].isdecimal() or word in _load().triggers


def _multiple(tokens: Sequence[Token], index: int) -> Decimal | None:
    """Factor of "1,5-кратный", "3-кратно"."""
    if (
        index + 2 >= len(tokens)
        or tokens[index + 1].text not in "-–‑"
        or tokens[index + 2].start != tokens[index].end + 1
    ):
        return None
    if not tokens[index + 2].lower.startswith("кратн"):
        return None
    return Decimal(tokens[index].text.replace(",", "."))


def _is_part(tokens: Sequence[Token], index: int, words: "_Words", taken: set[int]) -> bool:
    if index in taken:
        return False
    before = tokens[index - 1].lower if index else ""
    behind = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return before not in words.no_part_before and behind not in words.no_part_behind


def _is_portion(tokens: Sequence[Token], index: int) -> bool:
    """ "пятую часть экспорта", but not "в пятой части"."""
    before = tokens[index - 1].lower if index else ""
    return index + 1 < len(tokens) and tokens[index + 1].lower in ("часть", "части") and before not in ("в", "во")


@dataclass(frozen=True, slots=True)
class _Words:
    times: dict[str, Decimal]
    parts: dict[str, Decimal]
    part_ordinals: dict[str, Decimal]
    triggers: frozenset[str]  # every word that may tell a ratio
    between: frozenset[str]
    no_part_before: frozenset[str]
    no_part_behind: frozenset[str]


def _valued(table: dict[str, str], inflected: bool, where: str) -> dict[str, Decimal]:
    folded_set((word for words in table.values() for word in words.split()), f"{_FILE.name} {where}")
    return {
        form: Decimal(value)
        for value, words in table.items()
        for word in words.split()
        for form in (inflections(word) if inflected else (word,))
    }


@lru_cache(maxsize=1)
def _load() -> _Words:
    data = load_toml(_FILE)
    times: dict[str, Decimal] = {}
    for section, inflected in (("adverbs", False), ("adjectives", True), ("verbs", True)):
        for form, value in _valued(data["times"][section], inflected, f"times.{section}").items():
            if times.setdefault(form, value) != value:
                raise LexiconError(f"{_FILE.name} times: {form!r} stands for two factors")
    parts = _valued(data["parts"], False, "parts")
    part_ordinals = _valued(data["part_ordinals"], True, "part_ordinals")
    return _Words(
        times=times,
        parts=parts,
        part_ordinals=part_ordinals,
        triggers=frozenset(times | parts | part_ordinals),
        between=folded_set(data["between"]["words"], f"{_FILE.name} between"),
        no_part_before=folded_set(data["no_part"]["before"], f"{_FILE.name} no_part.before"),
        no_part_behind=folded_set(data["no_part"]["behind"], f"{_FILE.name} no_part.behind"),
    )
