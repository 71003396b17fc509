"""What the words of an article tell of the time it was written at: clues, each with the days it leaves possible.

A clue is what people write in a certain year or right after it ("по итогам 2020 года", "в прошлом году: тогда, в июле
2023 года"). `dating` intersects them.
"""

import re
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from functools import cached_property

from pipelines.text.dates import DateExpression, find_date_expressions, resolve
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass
from pipelines.text.sentences import split_sentences
from pipelines.text.span import Span
from pipelines.text.tense import tense_at
from pipelines.text.tokens import Token, tokenize

YEARS = range(1992, 2027)  # of news in Russian between independent countries
STAYS = ("day_span", "two_days")  # rules of "с 17 по 20 декабря 2019 года", "5 и 6 мая"
LEAD = 600  # what stands in so many first characters happened about the day of publication


class Weight(IntEnum):
    """How far a clue can be trusted."""

    BOUND = 0  # leaves out, never points
    SIEVE = 1  # leaves one year of several, never points alone
    HINT = 2
    STRONG = 3
    EXACT = 4


@dataclass(frozen=True, slots=True)
class Clue:
    """Days of publication that `words` leave possible: any of `windows`. `typical` is the likeliest year, if one is."""

    rule: str
    words: str
    weight: Weight
    windows: tuple[tuple[date, date], ...]
    typical: int | None = None

    def allows(self, day: date) -> bool:
        return any(first <= day <= last for first, last in self.windows)


@dataclass(frozen=True)
class Told:
    """A date expression of the text with its sentence and the tense beside it."""

    expression: DateExpression
    days: Interval | None  # where the words alone settle them
    tokens: Sequence[Token]  # of the sentence
    sentence: Span
    text: str

    @cached_property
    def tense(self) -> str | None:
        span = self.expression.span
        first = bisect_right(self.tokens, span.start, key=_end)
        return tense_at(self.tokens, first, bisect_left(self.tokens, span.end, first, key=_start))

    @cached_property
    def words(self) -> str:
        return self.expression.span.of(self.text)

    @cached_property
    def has_figures(self) -> bool:
        words = self.sentence.of(self.text)
        return any(sign in words for sign in _FIGURE_SIGNS) and _FIGURES.search(words) is not None

    @property
    def behind(self) -> bool:
        """False for plans: "состоится в 2025 году", "программа на 2024-2026 годы"."""
        plan = self.expression.preposition == "на" and self.expression.precision in ("year", "range")
        return self.tense != "future" and not plan

    @cached_property
    def history(self) -> bool:
        """Of what was founded, began or came into force then."""
        span = self.expression.span
        around = self.text[max(self.sentence.start, span.start - _ASIDE) : min(self.sentence.end, span.end + _ASIDE)]
        lower = around.lower()
        return any(sign in lower for sign in _HISTORY_SIGNS) and _HISTORY.search(around) is not None


_ASIDE = 60  # characters to either side of a date in which its verb stands
_FIGURES = re.compile(r"\d\s*%|процент|\bмлн|\bмлрд|миллион|миллиард|тыс[.\b]|\bтонн|\bраза?\b|\bвдвое|\bвтрое")
_FIGURE_SIGNS = ("%", "процент", "мл", "милли", "тыс", "тонн", "раз", "вдвое", "втрое")
_DIGIT = re.compile(r"\d")
_YEAR_WORD = re.compile(r" год[ау]?\b")  # "в ноябре прошлого года" too
# What began or was founded then goes on since: nothing is told of the time of writing.
_HISTORY = re.compile(
    r"родил|основан|учрежд|провозгла|дип(?:ломатическ\w+ )?\s?отношени|вступил\w* в силу|постро[ие]|начал[оа]сь|"
    r"начато\b|впервые|напомнил\w*,? как|вспомн|\bсоздан|был[аио]? открыт|введен\w* в|дал[её]к",
    re.IGNORECASE,
)
_HISTORY_SIGNS = (
    "родил", "основан", "учрежд", "провозгла", "дип", "вступил", "постро", "нача", "создан", "открыт", "введен", "дал",
    "впервые", "вспомн", "напомнил",
)  # fmt: skip


def read_dates(text: str) -> list[Told]:
    """The date expressions of every sentence of `text` that may hold one of a year or day, with its surroundings."""
    told: list[Told] = []
    for line in re.finditer(r"[^\n]+", text):
        if not _dated(text, *line.span()):
            continue
        for sentence in split_sentences(text, Span(*line.span())):
            if not _dated(text, sentence.start, sentence.end):
                continue
            tokens = tokenize(text, sentence.start, sentence.end)
            for expression in find_date_expressions(text, tokens):
                told.append(Told(expression, resolve(expression, None), tokens, sentence, text))
    return told


def _dated(text: str, start: int, end: int) -> bool:
    """`text[start:end]` may hold a date: a digit stands there, or a year without its number."""
    return bool(
        _DIGIT.search(text, start, end) or (text.find(" год", start, end) >= 0 and _YEAR_WORD.search(text, start, end))
    )


def _start(token: Token) -> int:
    return token.start


def _end(token: Token) -> int:
    return token.end


def days_of(expression: DateExpression) -> list[date]:
    """The day that `expression` names without a year, in every year that has it."""
    month, day = expression.first
    return [date(y, month, day) for y in YEARS if day <= monthrange(y, month)[1]]


def whole_year(year: int) -> tuple[tuple[date, date], ...]:
    """The one window that `year` is."""
    return ((date(year, 1, 1), date(year, 12, 31)),)
