"""Where the words stand that belong to a topic and to one of its figures."""

from collections.abc import Sequence
from itertools import pairwise

from pipelines.facts.trade.line import Line, Placed, growth_before
from pipelines.facts.trade.parties import Party
from pipelines.facts.trade.products import Product, product_before, product_between, unknown_goods
from pipelines.facts.trade.topics import Topic
from pipelines.text.records import dataclass, replace

_WAYS = ("with_", "to", "from_")


@dataclass(frozen=True, slots=True)
class Around:
    """A figure on its topic: tokens `first` to `last` (out) speak of the topic, those from `start` of the figure."""

    line: Line
    topic: Topic
    figure: Placed
    first: int
    last: int
    start: int
    parties: tuple[Party, ...]
    told: tuple[Party, ...]  # all of the sentence
    listed: bool  # parties of its own stand right before the figure ("с Китаем – 4 млрд")
    item: int | None  # where the words of a further item of a list begin

    def marks(self, section: str, value: str, first: int, last: int) -> bool:
        """True where a word of the lexicon says `value` from token `first` up to `last`."""
        return any(m.value == value for m in self.line.marked(section, first, last))


def look_around(line: Line, topics: Sequence[Topic], topic: Topic, figure: Placed, parties: Sequence[Party]) -> Around:
    """Where the words of `figure` and its `topic` stand, and the countries among them."""
    first, last = _zone(line, topics, topic, figure)
    near = [p for p in parties if first <= p.first < last]
    start = _start(line, topic, figure)
    here = _here(line, parties, near, start, topic, figure) if start >= last or start > topic.last else []
    if not near and not topic.word and figure.first == topic.first:  # "на Китай пришлось 16%, Турцию – 5%"
        before = [p for p in parties if p.first < start][-1:]
        near = _bare_here(line, before, start, figure) if before else []
    near = _own_of_two(line, near, figure)
    if any(p.relation == "goods" for p in near):  # "импорт чешского угля – 5 млн, польского – 3 млн"
        here = [replace(p, relation="goods") if _is_bare_adjective(line, p) else p for p in here]
    if here:
        near = [p for p in near if not _gives_way(p, here)] + here
    item = _item(line, topic, here)
    return Around(line, topic, figure, first, last, start, tuple(near), tuple(parties), bool(here), item)


def _item(line: Line, topic: Topic, here: Sequence[Party]) -> int | None:
    """Where "из Перу – 4 млн" begins behind another figure of its topic, None where the topic leads in."""
    first = min((p.first for p in here), default=0)
    if not any(topic.last <= f.first and f.last <= first for f in line.figures):
        return None
    return first - 1 if line.tokens[first - 1].kind == "word" else first


def _own_of_two(line: Line, near: list[Party], figure: Placed) -> list[Party]:
    """`near` without the other's country: "с Перу и Чили составил 5 млн и 3 млн соответственно"."""
    pairs = [(a, b) for a, b in pairwise(near) if b.joined and a.relation == b.relation and a.relation in _WAYS]
    figures = [(a, b) for a, b in pairwise(line.figures) if figure in (a, b) and _are_two(line, a, b)]
    if len(pairs) != 1 or not figures:
        return near
    other = pairs[0][1] if figure == figures[0][0] else pairs[0][0]
    return [p for p in near if p != other]


def _are_two(line: Line, one: Placed, other: Placed) -> bool:
    """True for "5 млн и 3 млн соответственно"."""
    between = [line.lower(i) for i in range(one.last, other.first)]
    alike = one.mention.kind == other.mention.kind and "и" in between and len(between) <= 3
    return alike and any(line.lower(i) == "соответственно" for i in (other.last, other.last + 1, one.first - 1))


def _is_bare_adjective(line: Line, party: Party) -> bool:
    """True for the "польского" that a dash follows."""
    adjective = any(p.first == party.first and p.mention.form == "adjective" for p in line.places)
    return party.relation == "owner" and adjective and line.is_dash(party.last)


def _zone(line: Line, topics: Sequence[Topic], topic: Topic, figure: Placed) -> tuple[int, int]:
    """Tokens whose countries and products belong to `topic`: between the figures and flows beside it."""
    ends = [f.last for f in line.figures if f.last <= topic.first and f.first != figure.first]
    ends += [t.last for t in topics if t.last <= topic.first and t.is_trade and not t.deed and t != topic]
    first = max(ends, default=0)
    starts = [f.first for f in line.figures if f.first >= topic.last]
    starts += [t.first for t in topics if t.first >= topic.last and t.is_trade and not t.deed]
    last = min(starts, default=len(line.tokens))
    if topic.deed and any(p.first == figure.last and p.mention.form == "adjective" for p in line.places):
        last = max(last, figure.last + 1)  # "импортировал 5 млн долларов чешской продукции"
    if figure.first < topic.first:
        last = min(last, max(line.clause(topic.first)[1], topic.last))
    return first, last


def _start(line: Line, topic: Topic, figure: Placed) -> int:
    """The token behind the figure before, or behind the topic where that is nearer."""
    ends = [f.last for f in line.figures if f.last <= figure.first]
    if topic.last <= figure.first and topic.last > topic.first and topic.word:
        ends.append(topic.last)
    return max(ends, default=0)


def _here(
    line: Line, parties: Sequence[Party], near: Sequence[Party], start: int, topic: Topic, figure: Placed
) -> list[Party]:
    """Parties right before a further figure of the same topic: "с Китаем – 4 млрд", "турецкий – 8 млрд"."""
    here = [p for p in parties if start <= p.first < figure.first]
    if here or not near:
        return here
    percent = growth_before(line, figure)
    if percent is not None:  # "Эстонии – на 10%, до 9 млрд"
        return _here(line, parties, near, _start(line, topic, percent), topic, percent)
    return _bare_here(line, near, start, figure) or _still_here(line, parties, topic, start)


def _still_here(line: Line, parties: Sequence[Party], topic: Topic, start: int) -> list[Party]:
    """Parties of the figure before: "с Китаем вырос вдвое и достиг 4 млрд", "чешско-китайская – 4 млрд, рост на 5%"."""
    ends = [topic.last, *(f.last for f in line.figures if topic.last <= f.first and f.last <= start)]
    if len(ends) < 3 or not topic.word:
        return []
    for first, last in zip(ends[-2:0:-1], ends[:1:-1], strict=False):
        found = [p for p in parties if first <= p.first < last and p.relation in ("with_", "to", "from_", "at")]
        found = found or _pair_of_adjectives(line, [p for p in parties if first <= p.first < last])
        if found:
            return found
    return []


def _pair_of_adjectives(line: Line, parties: list[Party]) -> list[Party]:
    """`parties` where they are those of "чешско-китайская" alone."""
    whose = {p.first for p in line.places if p.mention.form in ("adjective", "compound")}
    return parties if len(parties) == 2 and all(p.relation == "owner" and p.first in whose for p in parties) else []


def _bare_here(line: Line, near: Sequence[Party], start: int, figure: Placed) -> list[Party]:
    """A country told without its preposition: "с Россией – 7 млрд, Китаем – 4 млрд"."""
    bare = [p for p in line.places if start <= p.first < figure.first and p.mention.kind == "country"]
    if len(bare) != 1 or not (line.is_dash(bare[0].last) or bare[0].last == figure.first):
        return []
    if line.mark_at("scope", bare[0].first) is not None:
        return []  # "со странами вне СНГ – 5 млн"
    code = bare[0].mention.country or bare[0].mention.canonical_id
    return [] if code is None else [replace(near[-1], code=code, first=bare[0].first, last=bare[0].last)]


def _gives_way(party: Party, here: Sequence[Party]) -> bool:
    """True for a party of the topic whose part, or whose country, one beside the figure takes."""
    relations = {p.relation for p in here}
    if party.relation in relations or party.code in {p.code for p in here}:
        return True
    return party.relation == "subject" and "owner" in relations


def part_of(around: Around) -> Product | None:
    """The goods that a figure counts of its flow: "на продовольствие пришлось", "услуги дали", "сахара –"."""
    line, start, stop = around.line, around.start, around.figure.first
    if not around.topic.word:  # "по услугам – рост на 7%"
        led = [m for m in line.marked("product", start, stop) if line.lower(m.first - 1) == "по"]
        if led:
            return product_between(line, led[0].first, stop, part=True)
    tied = bool(line.marked("share", start, stop)) or any(line.is_dash(i) for i in range(max(start, stop - 3), stop))
    if line.lower(stop - 1) == "на":
        stop -= 1
    if line.lower(stop - 1) == "(" and around.topic.last < stop:  # "сформировали мясо (82%), молоко (11%)"
        marks = line.marked("product", max(start, around.topic.last), stop - 1)
        if marks and not _has_country(around, stop):
            return product_between(line, marks[0].first, stop - 1, part=True)
    if not tied:
        return None
    return _named_in(line, start, stop) or (unknown_goods(line, start, stop) if around.topic.last < start else None)


def _has_country(around: Around, stop: int) -> bool:
    """True where a country stands right before the bracket, or a word of growth in it: no list of goods."""
    return any(p.last == stop - 1 for p in around.line.places)


def goods_of(around: Around) -> Product | None:
    """The goods of a figure: of the part it counts, else of its topic."""
    line, topic, figure = around.line, around.topic, around.figure
    part = part_of(around)
    if part is not None and not (part[0] == "goods" and line.mark_at("product", topic.last) is not None and topic.word):
        return part
    if figure.mention.kind != "money" and line.marked("share", figure.last, figure.last + 3):
        part = product_between(line, _past_verb(line, figure.last), len(line.tokens))
        if part is not None:
            return part
    if not topic.deed:
        return product_between(line, topic.first, around.last) or product_before(line, around.first, topic.first)
    listed = _named_in(line, around.start, figure.first) if around.start > topic.last else None
    named = listed or product_between(line, topic.last, max(figure.first, topic.last))
    named = named or _named_in(line, around.first, topic.first)
    beside = any(m.value == "services" for m in line.marked("product"))  # "товаров продано на 5 млн, услуг – на 1 млн"
    return None if named is not None and named[0] == "goods" and not beside else named


def _named_in(line: Line, first: int, last: int) -> Product | None:
    """Goods told anywhere there: "говядины белорусы отправили на ..."."""
    marks = line.marked("product", first, last)
    return product_between(line, marks[0].first, last, part=True) if marks else None


def _past_verb(line: Line, at: int) -> int:
    """The token behind the verb of sharing and its dash."""
    while line.is_dash(at) or line.mark_at("share", at) is not None or line.lower(at) == "на":
        at += 1
    return at
