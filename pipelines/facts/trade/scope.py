"""What stands around a topic and its figure: parties, product, how wide the flow reaches."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.parties import Party, Relation
from pipelines.facts.trade.products import Product, product_before, product_between
from pipelines.facts.trade.topics import Topic
from pipelines.facts.trade.words import Mark

_LOCAL_BACK = 4
_CODELESS = frozenset({"CU", "UN", "NATO", "UNS"})
_NEGATIVE = frozenset(
    {"отрицательное", "отрицательный", "отрицательным", "отрицательного", "дефицит", "дефицита", "дефицитом", "минус"}
)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a figure's surroundings say of its flow."""

    parties: tuple[Party, ...]
    product: Product | None
    world: bool  # with all countries of the world
    these: bool  # to countries told before
    elsewhere: bool  # to a part of the world without a code
    mutual: bool  # "взаимный товарооборот", "двух стран"
    whole: bool  # "общий товарооборот": takes over no product
    counter: bool  # "встречные поставки"
    local: bool  # trade of a region or a company
    negative: bool
    dated: bool  # the sentence has a date before the figure
    first: str | None  # whose side a turnover is told from
    part: bool  # the figure counts a part of the topic
    ours: bool  # "наш экспорт"
    lone: str | None  # the one country of the sentence
    told_by_one: bool  # "оборот Чехии с Польшей", not "между"
    index: int
    block: int


def scope_of(line: Line, topics: Sequence[Topic], topic: Topic, figure: Placed, parties: Sequence[Party]) -> Scope:
    """The scope of `figure` on `topic`."""
    first, last = _zone(line, topics, topic, figure)
    near = [p for p in parties if first <= p.first < last]
    between = _between(line, topic, figure)
    here = _here(line, parties, near, between) if between[0] >= last or between[0] > topic.last else []
    if here:
        near = [p for p in near if not _gives_way(p, here)] + here
    product = _product(line, topic, figure, (first, last), between)
    words = range(max(first, topic.first - 4), last)
    return Scope(
        parties=tuple(near),
        product=product,
        world=not here
        and not _is_relative(line, topic)
        and any(m.value == "world" for m in line.marked("scope", first, last)),
        these=any(_is_these(line, m) for m in line.marked("scope", first, last)),
        elsewhere=_is_codeless(line, first, last)
        or (
            not _has_end(topic, near, between)
            and any(
                m.value == "elsewhere"
                for m in line.marked(
                    "scope", first if _tells_share(line, figure) else max(between[0], first), figure.first
                )
            )
        ),
        mutual=any(m.value == "pair" for m in line.marked("scope", max(first, topic.first - 3), last)),
        whole=any(m.value == "whole" for m in line.marked("scope", max(first, topic.first - 3), topic.first)),
        counter=any(
            m.value == "counter"
            for m in line.marked(
                "anaphor", max(between[0], topic.first - 3 if topic.first >= between[0] else 0), figure.first
            )
        ),
        local=(figure.mention.kind != "money" and _is_local(line, *between))
        or _is_local(
            line, max(first, topic.first - _LOCAL_BACK), min(last, figure.first if figure.first > topic.first else last)
        ),
        negative=any(line.lower(i) in _NEGATIVE for i in words),
        dated=any(d.first < figure.first for d in line.dates),
        first=next((p.code for p in near if p.relation in ("owner", "with_")), None),
        part=_tells_part(line, between) and _named_in(line, *between) is not None,
        ours=_is_ours(line, topic, first),
        lone=_lone(line),
        told_by_one=any(p.relation == "owner" for p in near),
        index=line.sentence.index,
        block=line.sentence.block,
    )


def _is_these(line: Line, mark: Mark) -> bool:
    """True for "эти страны", not for "эту страну", the one told before."""
    return mark.value == "these" and line.lower(mark.first).startswith(("эти", "этим"))


def _lone(line: Line) -> str | None:
    codes = {p.mention.canonical_id for p in line.places if p.mention.kind == "country"}
    return codes.pop() if len(codes) == 1 else None


def _is_codeless(line: Line, first: int, last: int) -> bool:
    """True where a bloc that is no side of the table ("Таможенный союз") stands beside the flow."""
    return any(p.mention.canonical_id in _CODELESS and first <= p.first < last for p in line.places)


def _has_end(topic: Topic, near: Sequence[Party], between: tuple[int, int]) -> bool:
    """True where the other side of the flow stands beside the figure."""
    far = ("from_", "with_", "goods") if topic.flow == "import" else ("to", "with_")
    last = near if between[0] <= topic.last else [p for p in near if p.first >= between[0]]
    return any(p.relation in far for p in last) or len({p.code for p in last}) > 1


def _is_ours(line: Line, topic: Topic, first: int) -> bool:
    """True for "наш экспорт", "мы импортируем"."""
    near = range(max(first, topic.first - 3), topic.first)
    if topic.deed:
        return any(line.lower(i) == "мы" for i in near)
    return any(m.value == "ours" for m in line.marked("scope", near.start, near.stop))


def _tells_share(line: Line, figure: Placed) -> bool:
    return figure.mention.kind != "money" and any(m.word == "доля" for m in line.marked("share", 0, figure.first))


def _is_relative(line: Line, topic: Topic) -> bool:
    """True for "внешнеторговый оборот с которой": the country stands in the clause before."""
    return line.lower(topic.last) == "с" and line.lower(topic.last + 1).startswith("котор")


def _gives_way(party: Party, here: Sequence[Party]) -> bool:
    """True for a party of the topic whose part, or whose country, one beside the figure takes."""
    relations = {p.relation for p in here}
    if party.relation in relations or party.code in {p.code for p in here}:
        return True
    return party.relation == "subject" and "owner" in relations


def _zone(line: Line, topics: Sequence[Topic], topic: Topic, figure: Placed) -> tuple[int, int]:
    """Tokens whose countries and products belong to `topic`."""
    ends = [f.last for f in line.figures if f.last <= topic.first and f.first != figure.first]
    ends += [t.last for t in topics if t.last <= topic.first and t.is_trade and not t.deed and t != topic]
    first = max(ends, default=0)
    starts = [f.first for f in line.figures if f.first >= topic.last]
    starts += [t.first for t in topics if t.first >= topic.last and t.is_trade and not t.deed]
    last = min(starts, default=len(line.tokens))
    if figure.first < topic.first:
        last = min(last, max(line.clause(topic.first)[1], topic.last))
    return first, last


def _between(line: Line, topic: Topic, figure: Placed) -> tuple[int, int]:
    """Tokens from the figure before (or the topic) up to `figure`."""
    ends = [f.last for f in line.figures if f.last <= figure.first]
    if topic.last <= figure.first and topic.last > topic.first and topic.word:
        ends.append(topic.last)
    return max(ends, default=0), figure.first


def _here(line: Line, parties: Sequence[Party], near: Sequence[Party], between: tuple[int, int]) -> list[Party]:
    """Parties that stand right before a further figure of the same topic: "с Китаем – 4 млрд", "турецкий – 8 млрд"."""
    first, last = between
    here = [p for p in parties if first <= p.first < last]
    if here or not near:
        return here
    bare = [p for p in line.places if first <= p.first < last and p.mention.kind == "country"]
    if len(bare) == 1 and (line.is_dash(bare[0].last) or bare[0].last == last):
        relation: Relation = near[-1].relation
        code = bare[0].mention.country or bare[0].mention.canonical_id
        return (
            []
            if code is None
            else [replace(near[-1], code=code, relation=relation, first=bare[0].first, last=bare[0].last)]
        )
    return []


def _product(
    line: Line, topic: Topic, figure: Placed, zone: tuple[int, int], between: tuple[int, int]
) -> Product | None:
    """Goods of `figure`: of the part it counts, else of its topic."""
    if _tells_part(line, between):
        part = _named_in(line, *between)
        if part is not None:
            return part
    if figure.mention.kind != "money" and any(True for _ in line.marked("share", figure.last, figure.last + 3)):
        part = product_between(line, _past_verb(line, figure.last), len(line.tokens))
        if part is not None:
            return part
    if topic.deed:
        named = product_between(line, topic.last, max(figure.first, topic.last)) or _named_in(
            line, zone[0], topic.first
        )
        return None if named is not None and named[0] == "goods" else named
    return product_between(line, topic.first, zone[1]) or product_before(line, zone[0], topic.first)


def _named_in(line: Line, first: int, last: int) -> Product | None:
    """Goods told anywhere there: "говядины белорусы отправили на ..."."""
    marks = list(line.marked("product", first, last))
    return product_between(line, marks[0].first, last, part=True) if marks else None


def _past_verb(line: Line, at: int) -> int:
    """The token behind the verb of sharing and its dash."""
    while line.is_dash(at) or line.mark_at("share", at) is not None or line.lower(at) == "на":
        at += 1
    return at


def _tells_part(line: Line, between: tuple[int, int]) -> bool:
    """True for "на продовольствие пришлось", "услуги дали", "сахара –": the words before the figure name the goods."""
    first, last = between
    if any(True for _ in line.marked("share", first, last)):
        return True
    return any(line.is_dash(i) for i in range(max(first, last - 3), last))


def _is_local(line: Line, first: int, last: int) -> bool:
    if any(m.value == "local" for m in line.marked("scope", first, last)):
        return True
    return any(p.mention.form == "region" and first <= p.first < last for p in line.places)


def is_local(line: Line, topic: Topic, figure: Placed) -> bool:
    """True where a company or a region does the deed ("завод отгрузил")."""
    first = max([f.last for f in line.figures if f.last <= topic.first], default=0)
    last = max(figure.first, topic.last)
    return _is_local(line, first, last) or any(
        m.kind == "organization"
        and m.form == "company"
        and line.tokens[first].start <= m.start < line.tokens[last - 1].end
        for m in line.sentence.mentions
    )
