"""Tables of trade figures flattened to lines, one cell a line: heads, then a line and its figures, and so on."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from pipelines.entities.money import find_money
from pipelines.facts.reading import Reading, Sentence
from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.focus import find_focus
from pipelines.facts.trade.line import end_of, lay_out
from pipelines.facts.trade.orient import Sides
from pipelines.facts.trade.parties import find_parties
from pipelines.facts.trade.products import ALL
from pipelines.facts.trade.scope import scope_of
from pipelines.facts.trade.sides import sides_for
from pipelines.facts.trade.thread import Thread
from pipelines.facts.trade.topics import find_topics
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass
from pipelines.text.tokens import tokenize

_CELL = re.compile(r"[-−–]?\d[\d\s]*(?:[.,]\d+)?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_CAPTION = 2  # lines between the caption and the heads
_LONGEST_LABEL = 15  # tokens; a longer line is a sentence
_TRUST = 0.7


@dataclass(frozen=True, slots=True)
class _Label:
    """What the figures of a row or a column are: flow, sides, goods and unit ("млн долл.")."""

    flow: str
    sides: Sides
    product: tuple[str, str | None]
    unit: str


@dataclass(slots=True)
class _Table:
    """Heads read so far: periods over the columns, or labels over them, each with a line of its own."""

    thread: Thread
    periods: tuple[Interval, ...] = ()
    columns: tuple[_Label, ...] = ()


def read_tables(reading: Reading) -> Iterator[Claim]:
    """Claims of the tables in `reading`: each cell that has a period, and a label that names a flow and a unit.

    "Показатель / 2022 год / 2023 год / Экспорт Чехии в Китай, млн долл. / 120,4 / 131" makes two claims, and so does
    "Торговля, млн долл. / Год / Оборот / Экспорт / 2022 / 200,5 / 120,4", whose unit stands in the line above.
    """
    sentences = reading.sentences
    if not any(_CELL.match(s.text) for s in sentences):
        return
    table = _Table(Thread(find_focus(reading)))
    at = 0
    while at < len(sentences):
        step = _read_heads(sentences, at, table)
        if not step:
            row = _row(sentences, at, table)
            step = 1 + len(row)
            for cell, label, period in row:
                yield from _claims(cell, label, period)
        for sentence in sentences[at : at + step]:
            table.thread.hear(sentence)
        at += step


def _read_heads(sentences: Sequence[Sentence], at: int, table: _Table) -> int:
    """How many lines from `at` on are the heads of columns, which go into `table`; 0 where none are."""
    header = _run(sentences, at, lambda s: _period(s) is not None)
    if len(header) > 1:
        table.periods, table.columns = tuple(p for p in map(_period, header) if p is not None), ()
        return len(header)
    two = sentences[at : at + 2]
    if at + 2 >= len(sentences) or any(len(s.tokens) > _LONGEST_LABEL for s in two):
        return 0  # no two labels with a period behind: spares the look for a unit
    unit = _unit_above(sentences, at)
    columns = _run(sentences, at, lambda s: _label(s, table.thread, unit) is not None) if unit else []
    after = at + len(columns)
    if len(columns) > 1 and after < len(sentences) and _period(sentences[after]) is not None:
        labels = (_label(s, table.thread, unit) for s in columns)
        table.periods, table.columns = (), tuple(label for label in labels if label is not None)
        return len(columns)
    return 0


def _row(sentences: Sequence[Sentence], at: int, table: _Table) -> list[tuple[Sentence, _Label, Interval]]:
    """Cells behind the line at `at`, each with its label and period, where that line begins a row of `table`."""
    cells = _run(sentences, at + 1, lambda s: _CELL.match(s.text) is not None)
    if table.columns:
        period, wide = _period(sentences[at]), len(table.columns)
        beyond = cells[wide : wide + 1]  # the period of the next row
        if period is None or len(cells) < wide or any(_period(c) is None for c in beyond):
            return []
        return [(c, label, period) for c, label in zip(cells[:wide], table.columns, strict=True)]
    if not table.periods or len(cells) != len(table.periods):
        return []
    label = _label(sentences[at], table.thread, _unit_of(sentences[at]))
    return [] if label is None else [(c, label, p) for c, p in zip(cells, table.periods, strict=True)]


def _run(sentences: Sequence[Sentence], at: int, fits: Callable[[Sentence], bool]) -> list[Sentence]:
    """Sentences from `at` on that fit, up to the first that does not."""
    found: list[Sentence] = []
    while at < len(sentences) and fits(sentences[at]):
        found.append(sentences[at])
        at += 1
    return found


def _period(sentence: Sentence) -> Interval | None:
    """The period of a cell that holds nothing else."""
    if _YEAR.match(sentence.text):
        year = int(sentence.text)
        return Interval(date(year, 1, 1), date(year, 12, 31), "year")
    dates = sentence.of_kind("date")
    if len(dates) != 1 or len(sentence.text) - (dates[0].end - dates[0].start) > 3:
        return None
    return dates[0].interval


def _unit_of(sentence: Sentence) -> str:
    """ "млн долл." of "Экспорт, млн долл.", empty where the line has no such tail."""
    before, _, unit = sentence.text.rpartition(",")
    return unit.strip() if before and _is_unit(unit) else ""


@lru_cache(maxsize=1 << 10)
def _is_unit(text: str) -> bool:
    counted = f"1 {text.strip()}"
    return any(m.currency is not None for m in find_money(counted, tokenize(counted)))


def _unit_above(sentences: Sequence[Sentence], at: int) -> str:
    """The unit told in one of the lines right above the heads."""
    for above in range(at - 1, max(-1, at - 1 - _CAPTION), -1):
        unit = _unit_of(sentences[above])
        if unit:
            return unit
    return ""


def _label(sentence: Sentence, thread: Thread, unit: str) -> _Label | None:
    line = lay_out(sentence)
    topics = [t for t in find_topics(line) if t.is_trade and not t.deed]
    if not unit or len(topics) != 1 or line.figures or len(line.tokens) > _LONGEST_LABEL:
        return None
    scope = scope_of(line, topics, topics[0], end_of(line), find_parties(line))
    sides = None if scope.local else sides_for(thread, topics[0], scope)
    return None if sides is None else _Label(topics[0].flow, sides, scope.product or ALL, unit)


def _claims(cell: Sentence, label: _Label, period: Interval) -> Iterator[Claim]:
    text = f"{cell.text} {label.unit}"
    for money in find_money(text, tokenize(text)):
        if money.value is not None and money.currency is not None:
            yield Claim(
                flow=label.flow, reporter=label.sides.reporter, partner=label.sides.partner, product=label.product[0],
                product_text=label.product[1], amount=money.value, currency=money.currency, amount_bound="exact",
                period=period, period_said=True, modality="actual", sentence=cell, start=cell.span.start,
                end=cell.span.end, rule="table_cell",
                confidence=round(_TRUST * (0.6 + 0.4 * label.sides.certainty), 3),
            )  # fmt: skip
