"""A document read from its first sentence to its last: figures to claims, with what sentences take over from each other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.documents.document import Published
from pipelines.facts.reading import Reading
from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.currency import currency_for
from pipelines.facts.trade.figures import Told, read_figure
from pipelines.facts.trade.focus import Focus, find_focus
from pipelines.facts.trade.line import Line, Placed, lay_out
from pipelines.facts.trade.modality import Modality, modality_of
from pipelines.facts.trade.orient import Known, Sides, sides_of
from pipelines.facts.trade.parties import find_parties
from pipelines.facts.trade.periods import base_of, date_of, interval_of, whole_period, years_apart
from pipelines.facts.trade.products import ALL, Product
from pipelines.facts.trade.scope import Scope, is_local, scope_of
from pipelines.facts.trade.topics import Topic, bind, distribute, find_topics, is_elided
from pipelines.facts.trade.words import speaks_of_trade
from pipelines.text.interval import Interval

_FAR = 2  # sentences that an elided topic may reach back
_RULE_TRUST = {
    "level_of_flow": 0.95, "level_of_deed": 0.8, "level_before": 0.75, "level_against": 0.9, "change_percent": 0.93,
    "change_times": 0.9, "change_signed": 0.88, "change_index": 0.85, "share_of_flow": 0.75,
}  # fmt: skip


@dataclass(slots=True)
class Thread:
    """What the text speaks of at the moment."""

    flow: str | None = None
    sides: Sides | None = None
    product: Product = ALL
    period: Interval | None = None
    currency: str | None = None
    home: str | None = None
    index: int = -99  # of the last sentence with a claim or a topic
    block: int = -99
    trade: bool = False  # the last subject was trade
    modality: Modality = "actual"


def read_claims(reading: Reading) -> Iterator[Claim]:
    """Claims about trade in the order of the text, not yet merged."""
    if not any(speaks_of_trade(s.tokens) for s in reading.sentences):
        return
    reader = _Reader(find_focus(reading), reading.document.published)
    for sentence in reading.sentences:
        yield from reader.read(lay_out(sentence))


class _Reader:
    def __init__(self, focus: Focus, published: Published | None) -> None:
        self.focus = focus
        self.published = published
        self.thread = Thread(home=focus.home if focus.home in focus.countries[:2] else None)

    def read(self, line: Line) -> Iterator[Claim]:
        """Claims of one sentence."""
        topics = find_topics(line)
        shared = distribute(line, topics)
        parties = find_parties(line)
        before: tuple[Topic, Modality] | None = None
        for number, figure in enumerate(line.figures):
            topic = shared.get(number) or bind(line, topics, figure)
            topic = self._resolve(line, figure, topic)
            if topic is None:
                continue
            told = read_figure(line, figure, topic)
            if told.said == "nothing":
                continue
            modality = modality_of(line, figure, before[1] if before and before[0] == topic else None)
            if modality is None or (topic.deed and is_local(line, topic, figure)):
                continue
            scope = scope_of(line, topics, topic, figure, parties)
            if scope.local:
                continue
            claim = self._claim(line, figure, topic, told, modality, scope)
            if claim is not None:
                before = (topic, modality)
                yield claim
        self._pass_on(line, topics, parties)

    def _resolve(self, line: Line, figure: Placed, topic: Topic | None) -> Topic | None:
        """`topic` with "показатель", "он" or an unnamed subject made the flow spoken of; None where it is no trade."""
        if topic is not None and topic.flow == "foreign":
            self.thread.trade = False
            return None
        if topic is not None and topic.is_trade:
            return topic
        thread = self.thread
        if thread.flow is None or not thread.trade or line.sentence.index - thread.index > _FAR:
            return None
        if topic is None and not is_elided(line, figure):
            return None
        at = topic or Topic("same", figure.first, figure.first)
        return replace(at, flow=thread.flow, word="")

    def _claim(
        self, line: Line, figure: Placed, topic: Topic, told: Told, modality: Modality, scope: Scope
    ) -> Claim | None:
        thread = self.thread
        sides = self._sides(topic, scope)
        if sides is None:
            return None
        product = self._product(topic, scope)
        at = date_of(line, figure, self.published, scope.since)
        period, base = self._period(line, figure, at, told, modality, sides)
        mention = figure.mention
        amount = mention.value if told.said in ("level", "base_level") else None
        currency = None
        if amount is not None:
            currency = currency_for(mention, (sides.reporter, sides.partner), self.focus.home, thread.currency)
            if topic.flow == "balance" and scope.negative:
                amount = -amount
        start = min(line.tokens[topic.first].start, mention.start)
        end = max(line.tokens[topic.last - 1].end, mention.end) if topic.last > topic.first else mention.end
        claim = Claim(
            flow=topic.flow, reporter=sides.reporter, partner=sides.partner, product=product[0], product_text=product[1],
            amount=amount, currency=currency, amount_bound=(mention.bound or "exact") if amount is not None else None,
            change_ratio=told.value if told.said == "change" else None, base=base,
            share=told.value if told.said == "share" else None,
            period=period, period_said=at is not None, modality=modality, sentence=line.sentence, start=start, end=end,
            rule=told.rule, confidence=self._confidence(sides, topic, told, at is not None, period),
            in_title=line.sentence.block_kind in ("title", "heading"),
        )  # fmt: skip
        if told.said != "base_level":
            self._remember(line, claim, topic, sides, scope)
        return claim

    def _sides(self, topic: Topic, scope: Scope) -> Sides | None:
        thread = self.thread
        pair = (thread.sides.reporter, thread.sides.partner) if thread.sides is not None else None
        home = thread.home or scope.first
        known = Known(pair, home, self.focus.countries, self.focus.clear)
        if not topic.word and not scope.parties and thread.sides is not None:
            sides: Sides | None = replace(thread.sides, certainty=min(thread.sides.certainty, 0.75))
        else:
            sides = sides_of("export" if topic.flow == "balance" else topic.flow, scope.parties, known, scope.world)
        if sides is not None and scope.counter:
            return Sides(sides.partner, sides.reporter, sides.certainty)
        return sides

    def _product(self, topic: Topic, scope: Scope) -> Product:
        if scope.product is not None:
            return scope.product
        thread = self.thread
        if scope.whole:
            return ALL
        if not topic.word:
            return thread.product
        continues = thread.trade and scope.index - thread.index <= 1 and not scope.dated
        same_pair = (
            not scope.parties
            or thread.sides is None
            or set(c.code for c in scope.parties) <= {thread.sides.reporter, thread.sides.partner}
        )
        return (
            thread.product
            if continues and same_pair and (topic.flow != thread.flow or scope.index == thread.index)
            else ALL
        )

    def _period(
        self, line: Line, figure: Placed, at: Placed | None, told: Told, modality: Modality, sides: Sides
    ) -> tuple[Interval | None, Interval | None]:
        """Period and base of a figure."""
        carried = self._carried_period(line, sides)
        if told.said == "base_level":
            main = interval_of(at, self.published, carried, False) if at is not None else carried
            return base_of(line, figure, main, self.published), None
        period = carried if modality == "actual" else None
        if at is not None:
            years = years_apart(at)
            if years is not None and told.said == "change":
                return years[1], years[0]
            period = interval_of(at, self.published, carried, modality != "actual")
            if period is not None and modality != "target":
                period = whole_period(period)
        base = base_of(line, figure, period, self.published) if told.said == "change" else None
        return period, base

    def _carried_period(self, line: Line, sides: Sides) -> Interval | None:
        thread = self.thread
        near = line.sentence.index - thread.index <= 1 or line.sentence.block == thread.block
        same = thread.sides is not None and {sides.reporter, sides.partner} == {
            thread.sides.reporter,
            thread.sides.partner,
        }
        return thread.period if near and same and thread.modality == "actual" else None

    def _remember(self, line: Line, claim: Claim, topic: Topic, sides: Sides, scope: Scope) -> None:
        thread = self.thread
        thread.index, thread.block, thread.trade = line.sentence.index, line.sentence.block, True
        thread.currency = claim.currency or thread.currency
        if claim.share is not None and claim.amount is None:
            return
        thread.modality = claim.modality
        thread.sides = sides
        thread.flow = topic.flow
        thread.product = (claim.product, claim.product_text)
        if claim.modality == "actual":
            thread.period = claim.period
        if topic.flow in ("export", "import") and sides.certainty >= 1:
            thread.home = sides.reporter
        elif scope.first is not None and topic.flow == "turnover":
            thread.home = thread.home if thread.home in (sides.reporter, sides.partner) else scope.first

    def _pass_on(self, line: Line, topics: tuple[Topic, ...], parties: object) -> None:
        """A sentence without a claim may still name the flow that the next one counts."""

    def _confidence(self, sides: Sides, topic: Topic, told: Told, dated: bool, period: Interval | None) -> float:
        trust = _RULE_TRUST.get(told.rule, 0.7) * (0.6 + 0.4 * sides.certainty)
        if not topic.word:
            trust *= 0.9
        if not dated:
            trust *= 0.92 if period is not None else 0.85
        return round(trust, 3)

