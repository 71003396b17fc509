"""A document read from its first sentence to its last: figures to claims."""

from collections.abc import Callable, Iterable, Iterator

from pipelines.documents.document import Published
from pipelines.entities.dates import expression_of
from pipelines.facts.reading import Reading
from pipelines.facts.trade.amounts import LEAST, bound_of, counts_things, is_torn
from pipelines.facts.trade.brackets import flow_told, is_ranked, partner_before
from pipelines.facts.trade.carried import carried_period, carried_product
from pipelines.facts.trade.case import Told
from pipelines.facts.trade.claim import Claim
from pipelines.facts.trade.confidence import confidence_of
from pipelines.facts.trade.currency import currency_for
from pipelines.facts.trade.economy import of_economy
from pipelines.facts.trade.elided import is_elided, is_tied
from pipelines.facts.trade.excess import with_excess
from pipelines.facts.trade.figures import leads_on, read_figure
from pipelines.facts.trade.focus import find_focus
from pipelines.facts.trade.line import Line, Placed, end_of, lay_out
from pipelines.facts.trade.modality import Modality, modality_of, names_aim
from pipelines.facts.trade.orient import Sides
from pipelines.facts.trade.parties import find_parties
from pipelines.facts.trade.periods import date_of, interval_of
from pipelines.facts.trade.products import Product, tells_its_parts
from pipelines.facts.trade.scope import Scope, is_local, ranked, scope_of
from pipelines.facts.trade.sides import partner_of, sides_for, sides_listed
from pipelines.facts.trade.tables import read_tables
from pipelines.facts.trade.thread import Thread
from pipelines.facts.trade.topics import Topic, bind, distribute, find_topics
from pipelines.facts.trade.volumes import counted_by
from pipelines.facts.trade.when import date_for, is_year_before, when
from pipelines.facts.trade.words import speaks_of_trade
from pipelines.text.records import replace

_FAR = 2  # sentences that an elided topic may reach back
_FAR_AIM = 8  # "Планка – 1 млрд" goes farther
_OF_BASE = ("level_before", "level_against", "level_in_brackets")


def read_claims(reading: Reading) -> Iterator[Claim]:
    """Claims about trade in the order of the text, then those of its tables, not yet merged."""
    cells = tuple(read_tables(reading))
    for reader in read_sentences(reading, cells):
        yield from reader.read()
    yield from cells


def read_sentences(
    reading: Reading, cells: Iterable[Claim], make: Callable[..., "SentenceReader"] | None = None
) -> Iterator["SentenceReader"]:
    """A reader (what `make` makes) for each sentence that may hold a claim; each is to be read before the next.

    `cells` are the claims of the document's tables, which the text around them goes on about.
    """
    named = [speaks_of_trade(s.tokens) for s in reading.sentences]
    if not any(named):
        return
    published = reading.document.published
    thread = Thread(find_focus(reading))
    if thread.focus.home in thread.focus.countries[:2]:
        thread.home = thread.focus.home
    told = {claim.sentence.index: claim for claim in cells}
    for sentence in reading.sentences:
        thread.listen(sentence)
        if sentence.index in told:
            thread.see(told[sentence.index])
        if named[sentence.index] or sentence.of_kind("money", "percent", "ratio"):
            yield (make or SentenceReader)(lay_out(sentence), thread, published)
        thread.hear(sentence)


class SentenceReader:
    """One sentence against the thread of the document."""

    def __init__(self, line: Line, thread: Thread, published: Published | None) -> None:
        self.line = line
        self.thread = thread
        self.published = published
        self.topics = with_excess(line, find_topics(line))
        looked = self.topics or line.figures
        self.parties = find_parties(line, thread.bloc, thread.last_named) if looked else ()
        self.aside: Placed | None = None  # the last figure, where it makes no row for whose trade it counts

    def read(self) -> Iterator[Claim]:
        """Claims of the sentence; the thread moves on."""
        shared = distribute(self.line, self.topics)
        before: tuple[Topic, Claim] | None = None
        for number, figure in enumerate(self.line.figures):
            topic = self._resolve(figure, shared.get(number) or bind(self.line, self.topics, figure))
            claim = None if topic is None else self._read(figure, topic, before)
            if topic is not None and claim is not None:
                before = (topic, claim)
                yield claim
        if before is None:
            self._note()

    def _resolve(self, figure: Placed, topic: Topic | None) -> Topic | None:
        """`topic`, with "показатель", "он" or an unnamed subject made the flow spoken of; None where it is no trade."""
        thread = self.thread
        if topic is not None and topic.flow == "foreign":
            thread.trade = False
            return None
        if topic is not None and topic.is_trade:
            goes_on = topic.deed and thread.flow == "turnover" and not self.parties
            right_behind = goes_on and self.line.sentence.index - thread.index <= 1
            parts = right_behind and tells_its_parts(self.line, topic.first)
            return replace(topic, flow="turnover") if parts else topic
        if topic is not None:
            near = [t for t in self.topics if t.last <= topic.first and t.flow != "same"]
            if near:
                return near[-1] if near[-1].is_trade else None
        listed = partner_before(self.line, figure)
        flow = None if listed is None else flow_told(self.line, figure)
        if flow is not None and topic is None:
            return Topic(flow, figure.first, figure.first, word="listed")
        gap = self.line.sentence.index - thread.index
        if listed is not None and topic is not None and thread.ranked > thread.index:
            return replace(topic, flow="turnover", word="listed")
        aim = topic is None and names_aim(self.line, figure)
        if thread.flow is None or not ((thread.trade and gap <= _FAR) or (aim and gap <= _FAR_AIM)):
            return None
        named = topic is not None or aim or listed is not None
        if not named and not (is_elided(self.line, figure) and is_tied(self.line, figure)):
            return None
        apart = listed is not None or any(m.value == "part" for m in self.line.marked("share", 0, figure.first))
        shared = thread.shared if apart and figure.mention.kind == "percent" else None
        flow = "turnover" if aim else shared or thread.flow
        return replace(topic or Topic("same", figure.first, figure.first), flow=flow, word="")

    def _read(self, figure: Placed, topic: Topic, before: tuple[Topic, Claim] | None) -> Claim | None:
        line = self.line
        told = read_figure(line, figure, topic)
        if told.said == "nothing" or is_torn(line, figure):
            return None
        modality = modality_of(line, figure, before[1].modality if before and self._goes_on(before[0], topic) else None)
        if told.said == "base_level":
            modality = "actual"
        if told.said == "change" and not topic.word and modality == "actual" != self.thread.modality:
            return None  # "сейчас показатель в четыре раза меньше" than what is aimed at
        if counted_by(line, figure, self.thread.measures) == "volume":
            return None
        if modality is None or (topic.deed and is_local(line, topic, figure)):
            return None
        scope = of_economy(line, self.topics, topic, scope_of(line, self.topics, topic, figure, self.parties))
        if scope.elsewhere and partner_before(line, figure) is not None:
            scope = replace(scope, elsewhere=False)  # "из торговли с Азией на Китай пришлось 60%"
        if self.thread.is_local(scope) or self._is_aside(figure, scope):
            self.aside = figure
            self._note_date(figure, topic, modality)
            return None
        self.aside = None
        if before is not None and told.said == "share" and self._says_of(figure, before[1]):
            return replace(before[1], share=told.value, amount=None, currency=None, change_ratio=None, base=None)
        return self._claim(figure, topic, told, modality, scope, before)

    def _is_aside(self, figure: Placed, scope: Scope) -> bool:
        """True for the 5% of "в другие страны – 3 млн (рост на 5%)": it goes on about what makes no row."""
        if self.aside is None or scope.whole or scope.world or scope.mutual:
            return False
        return not any(self.aside.last <= p.first < figure.first for p in self.line.places)

    def _note_date(self, figure: Placed, topic: Topic, modality: Modality) -> None:
        """Hands the date of a figure that makes no row on to those that follow."""
        at = date_for(self.line, figure, topic, modality, self.published)
        if at is not None and modality == "actual":
            self.thread.date(self.line, interval_of(at, self.published, None, False))

    def _goes_on(self, before: Topic, topic: Topic) -> bool:
        """True where `topic` is that of the figure before, or joined to it: "экспорт до 5 млрд, а импорт – до 3"."""
        if before == topic:
            return True
        return self.line.lower(topic.first - 1) in ("а", "и", ",") and topic.first > before.last and not topic.deed

    def _says_of(self, figure: Placed, before: Claim) -> bool:
        """True for the share of "отгрузили на 61 млн, а это 40% всей торговли": it is told of what stands before."""
        return before.amount is not None and self._says_this(figure)

    def _says_this(self, figure: Placed) -> bool:
        """True for "это на 19% больше": told of the figure before."""
        return "это" in self.line.lowers(max(0, figure.first - 4), figure.first)

    def _tells_again(self, figure: Placed, told: Told, before: Claim) -> bool:
        """True for the 9 млрд of "вырос на 7% до 9 млрд", of "на Перу – 7% торговли, в деньгах – 9 млрд"."""
        if leads_on(self.line, figure):
            return True
        share = told.said == "level" and before.share is not None and before.amount is None
        return share and not any(before.end <= p.mention.start < figure.mention.start for p in self.line.places)

    def _sides_of(
        self, figure: Placed, topic: Topic, told: Told, scope: Scope, before: Claim | None
    ) -> tuple[Topic, Sides | None]:
        """Topic and sides of `figure`; for a share of a country's whole trade those of the partner spoken of."""
        listed = sides_listed(self.thread, self.line, self.parties, figure, topic)
        if listed is not None:
            return listed
        if before is not None and before.flow == topic.flow and self._tells_again(figure, told, before):
            return topic, Sides(*before.pair, certainty=0.9)
        if told.said != "share":
            return topic, sides_for(self.thread, topic, scope)
        scope = ranked(scope) if not topic.word or is_ranked(self.line, figure) else scope
        sides = sides_for(self.thread, topic, scope)
        if sides is None or not sides.is_world:
            return topic, sides
        beside = None if before is None or before.share is None else partner_of(self.thread, topic, sides, before.pair)
        if beside is None and scope.product is None:
            return topic, partner_of(self.thread, topic, sides)
        return topic, beside or sides

    def _claim(
        self,
        figure: Placed,
        topic: Topic,
        told: Told,
        modality: Modality,
        scope: Scope,
        before: tuple[Topic, Claim] | None,
    ) -> Claim | None:
        line, last = self.line, None if before is None else before[1]
        topic, sides = self._sides_of(figure, topic, told, scope, last)
        if sides is None:
            self.thread.trade = self.thread.trade and not topic.word
            return None
        amount = figure.mention.value if told.said in ("level", "base_level") else None
        if amount is not None and (amount < LEAST or counts_things(line, figure)):
            return None
        # "на продовольствие пришлось 35 млн, на 5% больше": the growth is of what was counted
        same = before is not None and (before[0] == topic or (told.said == "change" and not topic.word))
        goods = (last.product, last.product_text) if last and same else None
        if last is None and told.said == "change" and self._says_this(figure):
            goods = self.thread.product
        product = carried_product(self.thread, topic, scope, goods)
        at = date_for(line, figure, topic, modality, self.published)
        going_on = last is not None and not topic.word and not last.rule.startswith(_OF_BASE)
        if told.said == "change" and last is not None and last.year_before:
            at, going_on = None, False  # "год назад – 15 млрд, что говорит о снижении на 40%": of this year's
        carried = (last.period if last and going_on else None) or carried_period(self.thread, line, sides, product)
        told, period, base = when(line, figure, at, told, modality, carried, self.published)
        if told.said == "nothing":
            return None
        deficit = scope.negative or (self.thread.negative and self.thread.noted == line.sentence.index - 1)
        amount = -amount if amount is not None and topic.flow == "balance" and deficit else amount
        claim = self._made(figure, topic, told, sides, product, at)
        claim = replace(claim, amount=amount, period=period, base=base, modality=modality)
        if scope.item is not None and figure.first > scope.item:
            claim = replace(claim, start=line.tokens[scope.item].start)
        if partner_before(line, figure) is not None:
            self.thread.list(line)
        if told.said != "base_level":
            self.thread.remember(line, claim, topic, sides, scope)
        return replace(claim, confidence=confidence_of(sides, topic, told, at is not None, period))

    def _made(
        self, figure: Placed, topic: Topic, told: Told, sides: Sides, product: Product, at: Placed | None
    ) -> Claim:
        """The claim that `figure` makes, its amount, period and mood left to be told."""
        line, mention = self.line, figure.mention
        first, end = line.tokens[topic.first], line.tokens[max(topic.first, topic.last - 1)]
        level = told.said in ("level", "base_level")
        return Claim(
            flow=topic.flow, reporter=sides.reporter, partner=sides.partner, product=product[0],
            product_text=product[1], currency=self._currency(figure, sides) if level else None,
            amount_bound=bound_of(line, figure) if level else None,
            change_ratio=told.value if told.said == "change" else None,
            share=told.value if told.said == "share" else None, period=None, period_said=at is not None,
            modality="actual", sentence=line.sentence, start=min(first.start, mention.start),
            end=max(end.end, mention.end) if topic.last > topic.first else mention.end, rule=told.rule, confidence=0.0,
            year_before=level and at is not None and is_year_before(at),
            over_years=at is not None and expression_of(at.mention).kind == "past_years",
            in_title=line.sentence.block_kind in ("title", "heading"),
        )  # fmt: skip

    def _currency(self, figure: Placed, sides: Sides) -> str | None:
        """Currency of a level: its own, that of the figure beside it, or of the passage."""
        beside = [f.mention for f in self.line.figures if f.mention.kind == "money" and f.mention.currency]
        passage = beside[0].currency if beside and figure.mention.form == "bare" else self.thread.currency
        countries = (sides.reporter, sides.partner)
        return currency_for(figure.mention, countries, self.thread.focus.home, passage)

    def _note(self) -> None:
        """A sentence without a claim may still name the flow that the next one counts."""
        line = self.line
        opens = len(line.tokens) > 0 and line.lower(len(line.tokens) - 1) == ":"  # a list over the next lines
        named = [t for t in self.topics if t.is_trade and (not t.deed or opens or self._has_way())]
        if not named:
            return
        topic = named[0]
        end = end_of(line)
        scope = scope_of(line, self.topics, topic, end, self.parties)
        if self.thread.is_local(scope):
            return
        if scope.part:
            scope = replace(scope, product=None)
        at = date_of(line, end, self.published)
        self.thread.note(line, topic, scope, None if at is None else interval_of(at, self.published, None, False))

    def _has_way(self) -> bool:
        return any(p.relation in ("to", "from_") for p in self.parties)
