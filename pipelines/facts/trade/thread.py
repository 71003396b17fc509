"""What sentences take over from each other: the flow, its two sides, goods, period and currency spoken of."""

from dataclasses import field

from pipelines.facts.reading import Sentence
from pipelines.facts.trade.carried import carried_period
from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.focus import STATE_BODIES, TRADE_BLOCS, Focus
from pipelines.facts.trade.line import Line
from pipelines.facts.trade.modality import Modality
from pipelines.facts.trade.orient import Sides
from pipelines.facts.trade.products import ALL, Product
from pipelines.facts.trade.scope import Scope, lone_owner
from pipelines.facts.trade.sides import DIRECTIONLESS, sides_for
from pipelines.facts.trade.topics import Topic
from pipelines.facts.trade.volumes import measures_of
from pipelines.text.interval import Interval
from pipelines.text.records import dataclass

_NEAR = 2  # sentences over which a text goes on about a region


@dataclass(slots=True)
class Thread:
    """What the text speaks of at the moment; changes from sentence to sentence."""

    focus: Focus
    flow: str | None = None
    sides: Sides | None = None
    product: Product = ALL
    whole_product: Product = ALL  # of the turnover told last
    period: Interval | None = None
    whole_period: Interval | None = None  # of what was told last of all goods
    dated: tuple[int, int] = (-99, -99)  # sentence and paragraph of a date that no claim came with
    currency: str | None = None
    home: str | None = None  # whose exports and imports are told
    speaker: str | None = None  # country of who spoke last
    last_named: str | None = None  # country
    named: set[str] = field(default_factory=set)  # countries so far
    last_two: tuple[str, str] | None = None  # the only countries of the sentence before
    bloc: str | None = None  # the one named last
    noted: int = -99  # the last sentence that named a flow without a figure
    listed: int = -99  # the last sentence that listed partners
    steady: str | None = None  # the country that the last two of different flows had in common
    before_list: Sides | None = None
    ranked: int = -99  # the sentence that spoke of "торговые партнеры" last
    way: tuple[str, str] | None = None  # exporter, importer
    ways: set[tuple[str, str]] = field(default_factory=set)  # all told so far
    flows: list[tuple[int, str]] = field(default_factory=list)  # sentence and flow of each claim
    index: int = -99  # of the last sentence on trade
    block: int = -99
    trade: bool = False  # the last subject was trade
    modality: Modality = "actual"
    shared: str | None = None  # the flow that the last claim told a share of
    local: tuple[int, int] | None = None  # block and sentence that told of a region or a company last
    main: tuple[str, str] | None = None  # the pair of the first claim
    negative: bool = False  # the balance named without a figure is a deficit
    measures: tuple[str, ...] = ()  # what the sentence of the last claim counts, in order

    def hear(self, sentence: Sentence) -> None:
        """Notes the country named last, once `sentence` is read; what it listed is told aside."""
        if self.listed == sentence.index:
            self.sides = self.before_list
        self._back_to_whole(sentence.index)
        money = [m.currency for m in sentence.of_kind("money") if m.currency is not None]
        self.currency = money[0] if money and self.currency is None else self.currency
        named = [m.canonical_id for m in sentence.of_kind("country") if m.form != "bloc"]
        self.last_named = named[-1] if named else self.last_named
        bodies = [m.country for m in sentence.of_kind("organization") if m.form in STATE_BODIES]
        self.named.update(c for c in (*named, *bodies) if c is not None)
        codes = list(dict.fromkeys(c for c in named if c is not None))
        self.last_two = (codes[0], codes[1]) if len(codes) == 2 else None
        for at, token in enumerate(sentence.tokens[:-1] if "партн" in sentence.text.lower() else ()):
            if token.lower.startswith("партнерств"):
                continue
            if token.lower.startswith("партнер"):  # "торговым партнером Чехии является", "для чешской стороны"
                trading = any(t.lower.startswith(("торгов", "внешнеторг")) for t in sentence.tokens)
                self.ranked = sentence.index if trading else self.ranked
                start = sentence.tokens[at + 1 + (sentence.tokens[at + 1].lower == "для")].start
                owners = [m for m in sentence.of_kind("country") if m.start == start and m.case != "nomn"]
                self.home = owners[0].canonical_id if owners else self.home

    def _back_to_whole(self, index: int) -> None:
        """Behind "оборот – 5 млн, экспорт – 3 млн, импорт – 2 млн" the text goes on about the turnover."""
        last = self.flows[-4:]
        both = {flow for at, flow in last if at == index} >= {"export", "import"}
        if both and self.sides is not None and any(flow == "turnover" and index - at <= 1 for at, flow in last):
            first, second = sorted((self.sides.reporter, self.sides.partner))
            self.flow, self.sides = "turnover", Sides(first, second, self.sides.certainty)

    def listen(self, sentence: Sentence) -> None:
        """Notes who speaks, and the bloc named."""
        for mention in sentence.mentions:
            if mention.kind in ("role", "person") and mention.country in self.focus.countries:
                self.speaker = mention.country
            elif mention.kind == "organization" and mention.form in ("statistics", "customs"):
                self.home = mention.country if mention.country in self.focus.countries else self.home
            elif mention.kind == "country" and mention.form == "bloc":
                self.bloc = mention.canonical_id

    def see(self, cell: Claim) -> None:
        """Takes in what a cell of a table told: the text goes on about its last row."""
        self.index, self.block, self.trade = cell.sentence.index, cell.sentence.block, True
        self.flow, self.sides = cell.flow, Sides(cell.reporter, cell.partner, 0.7)
        self.period, self.currency, self.modality = cell.period, cell.currency, cell.modality
        self.product = (cell.product, cell.product_text)

    def is_local(self, scope: Scope) -> bool:
        """True where `scope` tells, or goes on about, a region, a company or countries without a code."""
        bloc = self.sides is not None and {self.sides.reporter, self.sides.partner} & TRADE_BLOCS
        if scope.local or scope.elsewhere or (scope.these and not bloc):
            self.local, self.home = (scope.block, scope.index), lone_owner(scope) or self.home
            return True
        if self.local is None or scope.mutual:
            return False
        if scope.parties:  # "из них 17 млрд – вывоз из России": of the trade with Africa told before
            own = all(p.relation in ("owner", "from_") for p in scope.parties) and len(scope.parties) == 1
            return (
                own and not scope.whole and not scope.world and scope.index - self.local[1] == 1 and self.sides is None
            )
        return scope.block == self.local[0] and scope.index - self.local[1] <= _NEAR

    def date(self, line: Line, period: Interval | None) -> None:
        """Takes in the period of a figure that made no claim."""
        self.period, self.whole_period = period, period
        self.dated = (line.sentence.index, line.sentence.block)

    def list(self, line: Line) -> None:
        """Notes that `line` lists partners, before the first of them is remembered."""
        if self.listed != line.sentence.index:
            self.listed, self.before_list = line.sentence.index, self.sides

    def remember(self, line: Line, claim: Claim, topic: Topic, sides: Sides, scope: Scope) -> None:
        """Takes in what `claim` spoke of; a share tells of a part and leaves the rest as it was."""
        self._stand_at(line)
        self.measures = measures_of(line)
        self.currency = claim.currency or self.currency
        self.flows.append((line.sentence.index, topic.flow))
        self.main = self.main or (sides.reporter, sides.partner)
        self.shared = topic.flow if claim.share is not None else None
        if claim.share is not None and claim.amount is None:
            if scope.whole and claim.product == "all":
                self.product = ALL
            if self.flow is None and not sides.is_world:
                self.flow, self.sides, self.period = (
                    topic.flow,
                    sides,
                    claim.period,
                )  # "доля оборота ... – 5%. Он составил 2 млрд"
            self._turn(topic, sides, scope)
            return
        self.modality = claim.modality
        if self.sides is not None and topic.flow == self.flow != "turnover" and line.sentence.index != self.listed:
            common = {sides.reporter, sides.partner} & {self.sides.reporter, self.sides.partner}
            self.steady = common.pop() if len(common) == 1 else self.steady
        self.flow, self.sides = topic.flow, sides
        if not scope.part:
            self.product = (claim.product, claim.product_text)
            if topic.flow == "turnover":
                self.whole_product = self.product
        aside = self.period is not None and claim.period is not None and _before(claim.period, self.period)
        if claim.modality == "actual" and not aside:
            self.period = claim.period
            if claim.product == "all":
                self.whole_period = claim.period
        self._turn(topic, sides, scope)

    def note(self, line: Line, topic: Topic, scope: Scope, period: Interval | None) -> None:
        """Takes in a flow that a sentence names without a figure."""
        sides = sides_for(self, topic, scope)
        same = sides is not None and self.sides is not None and {sides.reporter, sides.partner} == {
            self.sides.reporter, self.sides.partner
        }  # fmt: skip
        if sides is None and scope.parties:  # a flow of many countries, no pair's
            self.home = lone_owner(scope) or self.home
            self.trade = False
            return
        near = sides is not None and carried_period(self, line, sides) is not None
        if sides is not None:
            self.sides = sides
            self._turn(topic, sides, scope)
        self._stand_at(line)
        self.noted, self.negative = line.sentence.index, scope.negative
        self.flow = topic.flow
        if scope.product is not None or scope.parties or not same:
            self.product = scope.product or ALL
        self.modality = "actual"
        if period is not None or not near:
            self.period = self.whole_period = period

    def _stand_at(self, line: Line) -> None:
        self.index, self.block, self.trade = line.sentence.index, line.sentence.block, True

    def _turn(self, topic: Topic, sides: Sides, scope: Scope) -> None:
        """Notes which way goods go and whose trade is told; those of a list are told of one and the same."""
        if scope.index == self.listed:
            return
        if topic.flow in ("export", "import"):
            self.way = (sides.reporter, sides.partner) if topic.flow == "export" else (sides.partner, sides.reporter)
            self.ways.add(self.way)
            # "поставки из Перу" into the country told of
            told = topic.word in DIRECTIONLESS and self.home == sides.partner
            if scope.parties and not scope.counter and sides.reporter != "WLD" and not told:
                self.home = sides.reporter
        elif scope.first is not None:
            relations = [p.relation for p in scope.parties if p.code != scope.first]
            if not relations and not scope.told_by_one:
                self.home = sides.partner if sides.reporter == scope.first else sides.reporter
                return
            if ("with_" in relations and scope.told_by_one) or self.home not in (sides.reporter, sides.partner):
                self.home = scope.first


def _before(one: Interval, other: Interval) -> bool:
    """True where `one` ends before `other` begins."""
    return one.end is not None and other.start is not None and one.end < other.start
