"""Tables of trade figures flattened to lines, one cell a line: periods, then a label and its figures, and so on."""

import re
from collections.abc import Callable, Iterator, Sequence

from pipelines.entities.money import find_money
from pipelines.facts.reading import Reading, Sentence
from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.focus import find_focus
from pipelines.facts.trade.line import end_of, lay_out
from pipelines.facts.trade.orient import Sides
from pipelines.facts.trade.parties import find_parties
from pipelines.facts.trade.products import ALL
from pipelines.facts.trade.scope import scope_of
from pipelines.facts.trade.thread import Thread
from pipelines.facts.trade.topics import find_topics
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass
from pipelines.text.tokens import tokenize

_CELL = re.compile(r"[-−–]?\d[\d\s]*(?:[.,]\d+)?\Z")
_LONGEST_LABEL = 15  # tokens; a longer line is a sentence
_TRUST = 0.7


@dataclass(frozen=True, slots=True)
class _Label:
    """What the figures of a row are: flow, sides, goods and unit ("млн долл.")."""

    flow: str
    sides: Sides
    product: tuple[str, str | None]
    unit: str


def read_tables(reading: Reading) -> Iterator[Claim]:
    """Claims of the tables in `reading`: each cell below a period, beside a label that names a flow and a unit.

    "Показатель / 2022 год / 2023 год / Экспорт Чехии в Китай, млн долл. / 120,4 / 131" makes two claims.
    """
    sentences = reading.sentences
    if not any(_CELL.match(s.text) for s in sentences):
        return
    thread = Thread(find_focus(reading))
    periods: list[Interval] = []
    at = 0
    while at < len(sentences):
        header = _run(sentences, at, lambda s: _period(s) is not None)
        if len(header) > 1:
            periods = [p for p in map(_period, header) if p is not None]
            at += len(header)
            continue
        cells = _run(sentences, at + 1, lambda s: _CELL.match(s.text) is not None)
        label = _label(sentences[at], thread) if periods and len(cells) == len(periods) else None
        if label is not None:
            for cell, period in zip(cells, periods, strict=True):
                yield from _claims(cell, label, period)
        at += 1 + (len(cells) if label is not None else 0)


def _run(sentences: Sequence[Sentence], at: int, fits: Callable[[Sentence], bool]) -> list[Sentence]:
    """Sentences from `at` on that fit, up to the first that does not."""
    found: list[Sentence] = []
    while at < len(sentences) and fits(sentences[at]):
        found.append(sentences[at])
        at += 1
    return found


def _period(sentence: Sentence) -> Interval | None:
    """The period of a cell that holds nothing else."""
    dates = sentence.of_kind("date")
    if len(dates) != 1 or len(sentence.text) - (dates[0].end - dates[0].start) > 3:
        return None
    return dates[0].interval


def _label(sentence: Sentence, thread: Thread) -> _Label | None:
    line = lay_out(sentence)
    topics = [t for t in find_topics(line) if t.is_trade and not t.deed]
    if len(topics) != 1 or len(line.tokens) > _LONGEST_LABEL:
        return None
    scope = scope_of(line, topics, topics[0], end_of(line), find_parties(line))
    sides = None if scope.local else thread.sides_for(topics[0], scope)
    unit = sentence.text.rpartition(",")[2].strip()
    if sides is None or not unit:
        return None
    return _Label(topics[0].flow, sides, scope.product or ALL, unit)


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
