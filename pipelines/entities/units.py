"""What a figure counts: per cent, times, time, or things ("куб. м", "новых автобусов")."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pipelines.text.lexicon import LexiconError, folded_set, load_toml
from pipelines.text.morph import Parse, inflections, parses
from pipelines.text.numbers import Number
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token, fold, tokenize

_FILE = Path(__file__).with_name("units.toml")
_ADJECTIVES = 3  # at most so many stand between a figure and its noun
_ADJECTIVE_PARTS = frozenset(("ADJF", "PRTF"))
_CLOSED_PARTS = frozenset(("PREP", "CONJ", "PRCL", "VERB", "INFN", "ADVB", "NPRO"))

UnitKind = Literal["percent", "points", "times", "time", "thing"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What stands behind a figure: tokens `first` to `last` (both in) are the unit, adjectives before it left out."""

    kind: UnitKind
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, UnitKind]  # one word, any form
    points: frozenset[str]
    point_adjectives: frozenset[str]
    dotted: frozenset[str]  # one letter needs its dot: "в." is a century, "в" is not
    short: dict[str, tuple[tuple[str, ...], ...]]  # by first token, longest first
    collective: frozenset[str]


def unit_after(tokens: Sequence[Token], number: Number) -> Unit | None:
    """The unit of `number`, None where none stands behind it."""
    at = number.tail + 1
    if at >= len(tokens):
        return None
    lexicon, token = _load(), tokens[at]
    if token.text in "%％":
        return _points_behind(tokens, at, lexicon) or Unit("percent", at, at)
    if token.kind == "punct" and token.text not in '«"':
        return None
    if (points := _points(tokens, at, lexicon)) is not None:
        return points
    if (kind := lexicon.words.get(token.lower)) is not None and _dot_fits(tokens, at, kind, lexicon):
        return Unit(kind, at, at)
    if (last := _short_end(tokens, at, lexicon)) is not None:
        return Unit("thing", at, last)
    return _thing(tokens, at, number, lexicon)


def _points(tokens: Sequence[Token], at: int, lexicon: _Lexicon) -> Unit | None:
    """ "процентных пункта", "п.п."."""
    if at + 1 >= len(tokens):
        return None
    if tokens[at].lower in lexicon.point_adjectives and tokens[at + 1].lower in lexicon.points:
        return Unit("points", at, at + 1)
    letters = [t.lower for t in tokens[at : at + 3]]
    return Unit("points", at, at + 2) if letters == ["п", ".", "п"] else None


def _points_behind(tokens: Sequence[Token], at: int, lexicon: _Lexicon) -> Unit | None:
    """ "2% пункта", "0,5%-ных пункта" do occur for points."""
    if at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.points:
        return Unit("points", at, at + 1)
    return None


def _dot_fits(tokens: Sequence[Token], at: int, kind: UnitKind, lexicon: _Lexicon) -> bool:
    if tokens[at].lower not in lexicon.dotted:
        return True
    return at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end


def _short_end(tokens: Sequence[Token], at: int, lexicon: _Lexicon) -> int | None:
    """Last token of the unit written short that opens at `at`."""
    for unit in lexicon.short.get(tokens[at].lower, ()):
        if tuple(t.lower for t in tokens[at : at + len(unit)]) == unit:
            return at + len(unit) - 1
    return None


def _thing(tokens: Sequence[Token], at: int, number: Number, lexicon: _Lexicon) -> Unit | None:
    """The noun that `number` counts, over adjectives: "новых пассажирских автобусов"."""
    fallback: Unit | None = None  # an adjective that may be the noun itself: "12 рабочих"
    for place in range(at, min(at + _ADJECTIVES + 1, len(tokens))):
        token = tokens[place]
        if token.kind != "word" or _is_name(token.text):
            return fallback
        if (kind := lexicon.words.get(token.lower)) is not None:
            return Unit(kind, place, place) if _dot_fits(tokens, place, kind, lexicon) else None
        if (last := _short_end(tokens, place, lexicon)) is not None and place > at:
            return Unit("thing", place, last)
        reading = _counted(token.lower, number, lexicon)
        if reading == "noun":
            return Unit("thing", place, place)
        if reading is None:
            return fallback
        if reading == "either":
            fallback = Unit("thing", place, place)
    return fallback


def _is_name(word: str) -> bool:
    """ "Беларуси", "США"; not "БелАЗов"."""
    return word[0].isupper() and (word.istitle() or word.isupper())


def _counted(word: str, number: Number, lexicon: _Lexicon) -> Literal["noun", "adjective", "either"] | None:
    """Whether `number` can count `word`, or pass over it to the noun behind.

    After a multiplier only the genitive plural is counted: "5 млн тонн", but "на 5 млн масла" is money.
    """
    if word in lexicon.collective:
        return "noun"
    readings = parses(word)
    if readings[0].pos in _CLOSED_PARTS:
        return None
    one = _ends_in_one(number)
    noun = any(p.pos == "NOUN" and _countable(p, number.scaled, one) for p in readings)
    adjective = any(p.pos in _ADJECTIVE_PARTS and (one or (p.number == "plur" and p.case != "nomn")) for p in readings)
    if noun and adjective and readings[0].pos in _ADJECTIVE_PARTS:
        return "either"
    return "noun" if noun else "adjective" if adjective else None


def _ends_in_one(number: Number) -> bool:
    """ "21 соглашение", "31 документ": the noun stands in the singular."""
    return not number.scaled and not number.looks_like_year and number.value % 10 == 1 and number.value % 100 != 11


def _countable(parse: Parse, scaled: bool, one: bool) -> bool:
    if parse.number == "plur":
        return parse.case == "gent" or not scaled
    return one or (parse.case == "gent" and not scaled)


def _forms(words: Iterable[str], where: str) -> frozenset[str]:
    return frozenset(form for word in folded_set(words, f"{_FILE.name} {where}") for form in inflections(word))


@lru_cache(maxsize=1)
def _load() -> _Lexicon:
    data = load_toml(_FILE)
    words: dict[str, UnitKind] = {}
    dotted: set[str] = set()
    kinds: tuple[UnitKind, ...] = ("percent", "time", "times")
    for kind in kinds:
        table = data[kind]
        short = folded_set(table.get("short", ()), f"{_FILE.name} {kind}.short")
        dotted |= {word for word in short if len(word) == 1}
        for form in sorted(_forms(table["words"], f"{kind}.words") | short):
            if words.setdefault(form, kind) != kind:
                raise LexiconError(f"{_FILE.name} {kind}: {form!r} is also {words[form]}")
    return _Lexicon(
        words=words,
        points=_forms(data["percent"]["points"], "percent.points"),
        point_adjectives=_forms(data["percent"]["point_adjectives"], "percent.point_adjectives"),
        dotted=frozenset(dotted),
        short=_by_first_token(data["short"]["units"]),
        collective=_forms(data["collective"]["words"], "collective"),
    )


def _by_first_token(units: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for unit in sorted(folded_set(units, f"{_FILE.name} short"), key=len, reverse=True):
        phrase = tuple(fold(token.text) for token in tokenize(unit))
        table.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(sorted(set(phrases), key=len, reverse=True)) for first, phrases in table.items()}
