"""Figures: one number written in digits, however its digits are grouped."""

import re
from collections.abc import Sequence
from decimal import Decimal

from pipelines.text.numerals import load_numerals
from pipelines.text.records import dataclass
from pipelines.text.tokens import Token

_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,}")
_ROUND = re.compile(r"[1-9]\d{0,2}[.,]000")  # "500,000 долларов"
_DASHES = frozenset("-–‑")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in digits; `last` is the index of its last token."""

    last: int
    value: Decimal
    fraction: bool = False  # "2/3"


def read_figure(tokens: Sequence[Token], index: int) -> Figure | None:
    """The figure that opens at `index`.

    None where the digits are no number: an ordinal ("78-й"), a name ("МАЗ-500", "115-ФЗ"), a clock time, a score, a
    date ("16.10.2023").
    """
    if _is_part_of_name(tokens, index):
        return None
    if (fraction := _fraction(tokens, index)) is not None:
        return fraction
    last, text = _grouped(tokens, index)
    if last == index:
        last, text = _torn(tokens, index)
    if _goes_on_as_name(tokens, last):
        return None
    value = _value(text, tokens[last + 1].lower if last + 1 < len(tokens) else "")
    return None if value is None else Figure(last, value)


def _fraction(tokens: Sequence[Token], index: int) -> Figure | None:
    """ "2/3", "1/4": a proper fraction with a denominator up to ten."""
    if index + 2 >= len(tokens) or tokens[index + 1].text != "/" or tokens[index + 2].end != tokens[index].start + 3:
        return None
    above, below = tokens[index].text, tokens[index + 2].text
    if not (above.isdigit() and below.isdigit() and 0 < int(above) < int(below)):
        return None
    return Figure(index + 2, round(Decimal(above) / Decimal(below), 6), fraction=True)


def _value(text: str, behind: str) -> Decimal | None:
    """Decimal comma or point; separators part thousands where there are several, or three zeros and no multiplier."""
    marks = text.count(",") + text.count(".")
    if marks > 1 and not _THOUSANDS.fullmatch(text):
        return None
    if marks > 1 or (_ROUND.fullmatch(text) and behind not in load_numerals().large):
        return Decimal(text.replace(",", "").replace(".", ""))
    return Decimal(text.replace(",", "."))


def _grouped(tokens: Sequence[Token], index: int) -> tuple[int, str]:
    """ "38 500 000" as one figure: groups of three, parted by one space of any width."""
    text, last = tokens[index].text, index
    if len(text) > 3 or text[0] == "0" or not text.isdigit():
        return last, text
    while last + 1 < len(tokens) and "." not in text and "," not in text:
        following = tokens[last + 1]
        if following.start != tokens[last].end + 1 or not _GROUP.fullmatch(following.text):
            break
        text, last = text + following.text, last + 1
    return last, text


def _torn(tokens: Sequence[Token], index: int) -> tuple[int, str]:
    """ "$1 ,7 млрд", "1, 7 млрд": a stray space beside the decimal comma."""
    text = tokens[index].text
    if index + 3 >= len(tokens) or tokens[index + 1].text != "," or not text.isdigit() or len(text) > 3:
        return index, text
    comma, tenths, after = tokens[index + 1], tokens[index + 2], tokens[index + 3]
    if tenths.kind != "number" or not tenths.text.isdigit() or after.lower not in load_numerals().large:
        return index, text
    before_comma, after_comma = comma.start - tokens[index].end, tenths.start - comma.end
    # "10, 15 млн" may be a list; one digit, or three that open with a zero, are no number of their own there.
    decimals = len(tenths.text) == 1 or (len(tenths.text) == 3 and tenths.text[0] == "0")
    if (before_comma == 1 and after_comma == 0) or (before_comma == 0 and after_comma == 1 and decimals):
        return index + 2, f"{text}.{tenths.text}"
    return index, text


def _is_part_of_name(tokens: Sequence[Token], index: int) -> bool:
    """ "Ту-154", "COP29", "12:30": glued to what stands before."""
    if index == 0 or tokens[index - 1].end != tokens[index].start:
        return False
    before = tokens[index - 1]
    if before.kind == "word":
        # "составил5 млн" lost a space; "G20", "БЕЛАЗ75" are names; "USD5" is money
        return not (before.text.islower() and not before.text.isascii()) and not _is_currency_code(before.text)
    if index < 2 or tokens[index - 2].end != before.start:
        return False
    earlier = tokens[index - 2]
    if before.text == ":" and earlier.kind == "number":
        return True
    return before.text in _DASHES and earlier.kind == "word" and len(earlier.text) > 0 and not earlier.text.islower()


def _is_currency_code(word: str) -> bool:
    return word in ("USD", "EUR", "RUB", "BYN", "AZN", "CNY", "KZT", "US")


def _goes_on_as_name(tokens: Sequence[Token], last: int) -> bool:
    """ "78-й", "115-ФЗ", "16-летний", "05:40": glued to what stands behind."""
    if last + 2 >= len(tokens) or tokens[last + 1].start != tokens[last].end:
        return False
    glue, after = tokens[last + 1], tokens[last + 2]
    if after.start != glue.end:
        return False
    if glue.text == ":":
        return after.kind == "number"
    return glue.text in _DASHES and after.kind == "word"
