"""Numbers of Russian text, in figures and in words: "38 500 000", "1,7 млрд", "полтора миллиона", "500–600 тыс."

What a number counts (money, percent, tonnes, a year) is left to the finders of `entities`.
"""

from collections.abc import Container, Sequence
from decimal import Decimal

from pipelines.text.figures import read_figure
from pipelines.text.numerals import Numerals, load_numerals
from pipelines.text.records import dataclass, replace
from pipelines.text.tokens import Token, indices

_ONE = Decimal(1)
_DASHES = frozenset("-–—‑−")
_RANGE_DASHES = _DASHES - {"—"}  # "экспорт 500 — 600 импорт": a spaced em dash parts clauses
_LINKS = frozenset(("и", "или", "против", ","))


@dataclass(frozen=True, slots=True)
class Number:
    """One number. `start`, `end` are offsets, half-open; `first`, `last` the indices of its tokens, both in.

    `tail` is the index of the token after which its unit stands: behind an abbreviation's dot ("тыс."), or behind the
    later number that names the unit for both ("130,9 и 82,4 млн долларов").
    """

    start: int
    end: int
    first: int
    last: int
    tail: int
    value: Decimal
    value_high: Decimal | None = None  # upper end of a range
    multiplier: Decimal = _ONE  # of its last part: 1000000 in "5 млн"
    scaled: bool = False  # a multiplier from тысяча up stands in it
    in_words: bool = False
    fraction: bool = False  # "две трети", "девять десятых"
    linked: bool = False  # unit (and perhaps multiplier) come from the next number

    @property
    def looks_like_year(self) -> bool:
        """A bare "2013"."""
        return not self.scaled and not self.in_words and 1900 <= self.value <= 2100 and self.value % 1 == 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure with its multiplier, before parts are summed and ranges joined."""

    first: int
    last: int
    tail: int
    value: Decimal
    multiplier: Decimal = _ONE
    scaled: bool = False
    in_words: bool = False
    fraction: bool = False


def find_numbers(
    tokens: Sequence[Token], dated: Container[int] = (), openers: Sequence[int] | None = None
) -> tuple[Number, ...]:
    """Numbers among `tokens`, in order, none inside another; those at the indices `dated` tell days and count nothing.

    `openers` are the indices of the tokens that `may_open_number`, where the caller has them already.

    Ordinals ("78-й", "третий"), parts of names ("МАЗ-500", "115-ФЗ"), clock times, scores and written dates are none.

    >>> from pipelines.text.tokens import tokenize
    >>> [str(n.value) for n in find_numbers(tokenize("38 млрд 607,6 млн долларов и 12 документов"))]
    ['38607600000.0', '12']
    """
    words = load_numerals()
    found: list[Number] = []
    behind = 0
    for index in indices(tokens, may_open_number) if openers is None else openers:
        number = _read_number(tokens, index, words) if index >= behind and index not in dated else None
        if number is not None:
            found.append(number)
            behind = number.last + 1
    return _link(tokens, found)


def may_open_number(word: str) -> bool:
    """True for a (folded) token that a number may open with: a figure, a numeral, two that a hyphen joins."""
    if not word[0].isalnum():
        return False
    words = load_numerals()
    return word[0].isdecimal() or word in words.openers or words.pair(word) is not None


def _read_number(tokens: Sequence[Token], index: int, words: Numerals) -> Number | None:
    """The number that opens at `index`: a sum of parts, or a range of two sums."""
    if (pair := _hyphenated(tokens, index, words)) is not None:
        return pair
    low = _read_sum(tokens, index, words)
    if low is None:
        return None
    high = _read_upper_end(tokens, low, words)
    if high is None:
        return _number(tokens, low, None)
    scaled_low = low if low.scaled else replace(low, value=low.value * high.multiplier)
    joined = replace(high, first=low.first, value=scaled_low.value, in_words=low.in_words)
    return _number(tokens, joined, high.value)


def _number(tokens: Sequence[Token], part: _Part, high: Decimal | None) -> Number:
    return Number(
        start=tokens[part.first].start,
        end=tokens[part.last].end,
        first=part.first,
        last=part.last,
        tail=part.tail,
        value=part.value,
        value_high=high,
        multiplier=part.multiplier,
        scaled=part.scaled,
        in_words=part.in_words,
        fraction=part.fraction,
    )


def _hyphenated(tokens: Sequence[Token], index: int, words: Numerals) -> Number | None:
    """ "два-три миллиона": one token that holds both ends."""
    ends = words.pair(tokens[index].lower)
    if ends is None:
        return None
    value = _scale(tokens, _Part(index, index, index, ends[0], in_words=True), words)
    return _number(tokens, value, ends[1] * value.multiplier)


def _read_upper_end(tokens: Sequence[Token], low: _Part, words: Numerals) -> _Part | None:
    """The upper end where `low` opens a range: "500–600 млн", "от 500 до 600 млн"."""
    cut = low.tail + 1
    if cut + 1 >= len(tokens) or low.fraction:
        return None
    between = tokens[cut]
    if between.text in _RANGE_DASHES or (between.text == "—" and between.start == tokens[cut - 1].end):
        spaced = between.start > tokens[cut - 1].end
        if spaced != (tokens[cut + 1].start > between.end) or (spaced and _like_year(low)):
            return None
    elif not (between.lower == "до" and low.first > 0 and _after_from(tokens, low.first)):
        return None
    high = _read_sum(tokens, cut + 1, words)
    if high is None or high.fraction:
        return None
    factor = _ONE if low.scaled else high.multiplier
    return high if low.value * factor < high.value else None


def _after_from(tokens: Sequence[Token], first: int) -> bool:
    """Whether "от" opens the range ("от 500", "от $500"); "с 50 до 43" is a change, no range."""
    before = first - 1 if tokens[first - 1].kind == "word" else first - 2
    return before >= 0 and tokens[before].lower == "от"


def _like_year(part: _Part) -> bool:
    return not part.scaled and 1900 <= part.value <= 2100 and part.value % 1 == 0


def _read_sum(tokens: Sequence[Token], index: int, words: Numerals) -> _Part | None:
    """A part and the smaller ones that follow it: "38 млрд 607,6 млн", "пять тысяч двести"."""
    total = _read_part(tokens, index, words)
    while total is not None and total.scaled and total.tail + 1 < len(tokens):
        if tokens[total.tail + 1].kind == "punct":
            break
        more = _read_part(tokens, total.tail + 1, words)
        if more is None or more.value >= total.multiplier or not _adds_up(total, more):
            break
        total = replace(more, first=total.first, value=total.value + more.value, scaled=True)
    return total


def _adds_up(total: _Part, more: _Part) -> bool:
    """Whether `more` goes on the sum; a count of its own ("5 тысяч 10 лет назад") does not."""
    if more.scaled:
        return True
    return total.multiplier == 1000 and total.in_words == more.in_words and (more.in_words or more.value >= 100)


def _read_part(tokens: Sequence[Token], index: int, words: Numerals) -> _Part | None:
    """A figure with its multiplier; a multiplier alone; a half of one."""
    token = tokens[index]
    if token.kind == "number":
        figure = read_figure(tokens, index)
        if figure is None:
            return None
        part = _Part(index, figure.last, figure.last, figure.value, fraction=figure.fraction)
        return part if figure.fraction else _scale(tokens, _with_fraction(tokens, part, words), words)
    if (half := words.halves.get(token.lower)) is not None:
        return _Part(index, index, index, half, half * 2, scaled=True, in_words=True)
    if token.lower in words.cardinals:
        return _read_words(tokens, index, words)
    if _stands_alone(tokens, index, words):
        value = words.multipliers[token.lower]
        return _Part(index, index, index, value, value, token.lower in words.large, in_words=True)
    if token.lower in words.fractions_before and index + 1 < len(tokens) and tokens[index + 1].lower in words.large:
        part = _Part(index, index, index, words.fractions_before[token.lower], in_words=True)
        return _scale(tokens, part, words)
    return None


def _stands_alone(tokens: Sequence[Token], index: int, words: Numerals) -> bool:
    word = tokens[index].lower
    before = tokens[index - 1].lower if index else ""
    if before in words.vague_before:
        return False
    return word in words.alone or (word in words.genitive and before in words.genitive_after)


def _read_words(tokens: Sequence[Token], index: int, words: Numerals) -> _Part | None:
    """Numerals in falling order ("сто двадцать пять"), with a fraction behind them, and the multiplier."""
    value, step, last = Decimal(0), Decimal(1000), index - 1
    while last + 1 < len(tokens) and (next_ := words.cardinals.get(tokens[last + 1].lower)) is not None:
        if next_ >= step or (10 < next_ < 20 and step == 10) or (step < 10):
            break
        value, last = value + next_, last + 1
        step = _ONE if next_ < 20 else Decimal(10) if next_ < 100 else Decimal(100)
    part = _Part(index, last, last, value, in_words=True)
    part = _with_fraction(tokens, part, words)
    scaled = _scale(tokens, part, words)
    if value == 1 and last == index == scaled.last and not _counts_one(tokens, index, words):
        return None  # a pronoun: "один из документов"
    return scaled


def _counts_one(tokens: Sequence[Token], index: int, words: Numerals) -> bool:
    return index + 1 < len(tokens) and tokens[index + 1].lower in words.one_before


def _with_fraction(tokens: Sequence[Token], part: _Part, words: Numerals) -> _Part:
    """ "две трети", "пять целых три десятых", "два с половиной"."""
    if part.last + 1 == len(tokens) or tokens[part.last + 1].lower not in words.before_fraction:
        return part
    after = [t.lower for t in tokens[part.last + 1 : part.last + 5]]
    if (denominator := words.denominators.get(after[0])) is not None and part.value < denominator:
        return replace(
            part, last=part.last + 1, tail=part.last + 1, value=_ratio(part.value, denominator), fraction=True
        )
    if len(after) > 1 and after[0] == "с" and after[1] in words.fractions_after:
        end = part.last + 2
        return replace(part, last=end, tail=end, value=part.value + words.fractions_after[after[1]])
    if after[0] in words.whole:
        skip = 2 if after[1:2] == ["и"] else 1
        tenths = after[skip : skip + 2]
        if len(tenths) == 2 and tenths[0] in words.cardinals and tenths[1] in words.denominators:
            end = part.last + skip + 2
            more = words.cardinals[tenths[0]] / words.denominators[tenths[1]]
            return replace(part, last=end, tail=end, value=part.value + more)
    return part


def _ratio(value: Decimal, denominator: Decimal) -> Decimal:
    return (value / denominator).quantize(Decimal("0.000001")).normalize()


def _scale(tokens: Sequence[Token], part: _Part, words: Numerals) -> _Part:
    """`part` with the multiplier that follows it, over "с лишним" if that stands between."""
    after = part.last + 1
    if after + 2 < len(tokens) and tokens[after].lower == "с" and tokens[after + 1].lower in words.surplus:
        after += 2
        part = replace(part, tail=after - 1)  # "17 с лишним процентов"
    if after >= len(tokens) or (multiplier := words.multipliers.get(tokens[after].lower)) is None:
        return part
    short = tokens[after].lower in ("тыс", "млн", "млрд", "трлн")
    dotted = short and after + 1 < len(tokens) and tokens[after + 1].text == "."
    tail = after + dotted
    large = tokens[after].lower in words.large
    return replace(part, last=after, tail=tail, value=part.value * multiplier, multiplier=multiplier, scaled=large)


def _link(tokens: Sequence[Token], found: list[Number]) -> tuple[Number, ...]:
    """Numbers whose multiplier and unit stand with the next one: "130,9 и 82,4 млн", "с 50,8 до 43,1 млн тонн"."""
    linked = list(found)
    for place in range(len(found) - 2, -1, -1):
        one, other = found[place], linked[place + 1]
        if other.first != one.last + 2 or not _is_link(tokens, one, other):
            continue
        factor = other.multiplier if other.scaled and not one.scaled else _ONE
        linked[place] = replace(
            one,
            tail=other.tail,
            value=one.value * factor,
            multiplier=one.multiplier * factor,
            scaled=one.scaled or other.scaled,
            linked=True,
        )
    return tuple(linked)


def _is_link(tokens: Sequence[Token], one: Number, other: Number) -> bool:
    if one.looks_like_year or one.value_high is not None or one.fraction or (one.scaled and not other.scaled):
        return False
    between = tokens[one.last + 1].lower
    if between == ",":
        return other.linked
    from_to = between == "до" and one.first > 0 and tokens[one.first - 1].lower in ("с", "со")
    return from_to or between in _LINKS
