"""Lines of a page and what can be told from the look of one."""

import re

from pipelines.text.records import dataclass
from pipelines.text.tokens import fold_text

_LINE = re.compile(r"[^\n]+")
_CELL_GAP = re.compile(r"( {2,})")
_NUMERIC_CELL = re.compile(r"[\d.,%+–—-]+")
_FINAL = (".", "!", "?", "…", ":", ";")
_CLOSING = "»\"”')]"
_SENTENCE_BREAK = re.compile(r"[а-яё»\")\d%][.!?…] +[«\"“—–-]*[А-ЯЁA-Z]")
_LETTER = re.compile(r"[^\W\d_]")

MONTHS = (
    r"(?:январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]"
    r"|янв|фев|февр|мар|апр|июн|июл|авг|сен|сент|окт|ноя|нояб|дек"
    r"|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?))"
)
_WEEKDAY = (
    r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)
_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?\(?(?:мск|msk|utc|gmt)(?: ?[+-]\d{1,2}(?::\d\d)?)?\)?)?"
_DAY = (
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
    rf"|\d{{1,2}} {MONTHS}\.?,?(?: \d{{4}})?(?: ?г(?:\.|ода?)?)?)"
)
_DATE = re.compile(
    r"^(?:[•·|*–—-]\s*)?(?:date |дата:? |опубликовано:? |обновлено:? )?"
    rf"(?:{_WEEKDAY},? *)?(?:{_TIME},? *)?(?:[•|/·]\s*)?{_DAY}"
    rf"(?:,? *(?:в |\| ?|/ ?|- ?|– ?|— ?|t|• ?|· ?)?{_TIME})?(?:,? *{_WEEKDAY})?(?P<rest>.*)$"
)


_DATED_RUBRIC = re.compile(rf"^(?:[а-яa-z-]+ ){{1,3}}[|•,]? ?(?:{_DAY},? {_TIME}|{_WEEKDAY}, {_DAY})$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the space around it, or a cell of a line whose parts stand wide apart."""

    start: int
    end: int
    text: str
    lower: str  # folded
    after_gap: bool  # an empty line stands before it
    cell: bool  # not the first cell of its line
    words: int
    final: bool  # it ends as a sentence does
    body: bool  # it reads like running text: a finished sentence of some length, or too long for a headline

    @classmethod
    def of(cls, start: int, text: str, after_gap: bool, cell: bool) -> "Line":
        """The line `text` that begins at `start`, its look taken in: every rule asks for it."""
        length = len(text)
        final = text.rstrip(_CLOSING)[-1:] in _FINAL
        body = length > 180 or (length >= 60 and final) or (length > 80 and _SENTENCE_BREAK.search(text) is not None)
        words = text.count(" ") + 1
        return cls(start, start + length, text, fold_text(text), after_gap, cell, words, final, body)

    @property
    def headline(self) -> bool:
        """It reads like a headline: some words, no full stop, one piece."""
        length = len(self.text)
        if not 12 <= length <= 180 or _LETTER.search(self.text) is None:
            return False
        if self.text[-1] in ".;:,-–—" and not self.text.endswith("..."):
            return False
        return _SENTENCE_BREAK.search(self.text) is None


def split_lines(text: str) -> list[Line]:
    """Lines of `text` that hold anything, in order; a line with wide gaps inside comes as its cells."""
    lines: list[Line] = []
    last_end = 0
    for found in _LINE.finditer(text):
        raw = found[0]
        stripped = raw.strip()
        if not stripped:
            continue
        start = found.start() + len(raw) - len(raw.lstrip())
        gap = text.count("\n", last_end, start) > 1
        last_end = found.end()
        if "  " not in stripped:
            lines.append(Line.of(start, stripped, gap, False))
            continue
        position, first = 0, True
        for piece in _cells(stripped):
            position = stripped.index(piece, position)
            lines.append(Line.of(start + position, piece, gap and first, not first))
            position, first = position + len(piece), False
    return lines


def _cells(line: str) -> list[str]:
    """Parts of `line` between wide gaps; a gap that only stretches running text parts nothing."""
    parts = _CELL_GAP.split(line)
    cells = [parts[0]]
    for gap, part in zip(parts[1::2], parts[2::2], strict=True):
        if _runs_on(cells[-1], part):
            cells[-1] += gap + part
        else:
            cells.append(part)
    return cells


def _runs_on(before: str, after: str) -> bool:
    if _NUMERIC_CELL.fullmatch(after):
        return False
    return (after[0].islower() and before[-1] not in ".!?:") or (len(before) >= 40 and len(after) >= 20)


def dated_rubric(line: str) -> bool:
    """A folded line of a rubric, a date and a time ("политика материалы 23 декабря 2010 13:38")."""
    return len(line) <= 80 and line[-1] in "0123456789)а." and _DATED_RUBRIC.match(line) is not None


def date_rest(line: str) -> str | None:
    """What is left of a folded line after the date and time it opens with; None where it opens with none.

    >>> date_rest("15.07.2023, 18:05"), date_rest("4 октября 2024 | интервью"), date_rest("15 товаров")
    ('', ' | интервью', None)
    """
    if not any(c.isdigit() for c in line[:24]):
        return None
    found = _DATE.match(line)
    return found["rest"] if found else None
