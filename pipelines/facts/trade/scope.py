"""What the words around a topic and its figure say: parties, goods, how wide the flow reaches."""

from collections.abc import Sequence

from pipelines.facts.trade.around import Around, goods_of, look_around, part_of
from pipelines.facts.trade.brackets import tells_rank
from pipelines.facts.trade.focus import TRADE_BLOCS
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.parties import Party
from pipelines.facts.trade.products import Product
from pipelines.facts.trade.topics import Topic
from pipelines.facts.trade.words import Mark, may_be_subject
from pipelines.text.morph import parses
from pipelines.text.records import dataclass, replace

_NEAR = 3  # words before a flow that still say what kind of flow it is
_LOCAL_BACK = 4
_DEFICIT = "превышение импорта"


_TWO = frozenset({"два", "две", "двух", "двум", "двумя", "обе", "обеих", "обоих", "обеими", "2"})
_COUNTRIES = ("стран", "государств")
_STATE = frozenset({"страна", "республика", "государство"})
_EACH = 3  # countries told one by one, and their figures
_OF_STATE = frozenset({"страны", "республики", "государства"})
_SOURCES = frozenset({"согласно", "по", "как"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a figure's surroundings say of its flow."""

    parties: tuple[Party, ...]
    product: Product | None
    part: bool  # the figure counts a part of the topic
    world: bool  # with all countries of the world
    state: bool  # "внешняя торговля страны"
    these: bool  # with countries told before
    elsewhere: bool  # with a part of the world without a code
    mutual: bool  # "взаимный товарооборот", "двух стран"
    whole: bool  # "общий товарооборот": takes over no product
    counter: bool  # "встречные поставки"
    ours: bool  # "наш экспорт"
    local: bool  # trade of a region or a company
    negative: bool
    dated: bool  # the sentence has a date before the figure
    first: str | None  # whose side a turnover is told from
    told_by_one: bool  # "оборот Чехии с Польшей", not "между"
    ranked: bool  # the sentence tells a place in a ranking
    lone: str | None  # the one country of the sentence
    two: tuple[str, str] | None  # the two countries of the sentence
    item: int | None  # token where the words of a further item of a list begin
    index: int
    block: int


def scope_of(line: Line, topics: Sequence[Topic], topic: Topic, figure: Placed, parties: Sequence[Party]) -> Scope:
    """The scope of `figure` on `topic`."""
    around = look_around(line, topics, topic, figure, parties)
    first, last = around.first, around.last
    named = _named(line)
    each = _tells_each(line, around.told)
    before = max(first, topic.first - _NEAR)
    sides = [p for p in around.parties if p.relation in ("owner", "with_")]
    sides.sort(key=lambda p: p.relation != "owner")  # "удельный вес Чехии в торговле Перу": whose trade it is
    owners = [p.code for p in sides]
    return Scope(
        parties=tuple(replace(p, relation="owner") for p in around.parties) if each else around.parties,
        product=goods_of(around),
        part=part_of(around) is not None,
        world=each or _is_of_world(around),
        state=_is_of_state(around) and line.lower(topic.first - 1) not in ("в", "во"),
        these=_is_these(around),
        elsewhere=_is_codeless(around)
        or _is_joined_to_region(around)
        or _acts_elsewhere(around)
        or (not _has_end(around) and _names_many(line, max(first, line.clause(topic.first)[0]), figure.first))
        or ((_is_elsewhere(around) or _goes_elsewhere(around)) and not _has_end(around)),
        mutual=around.marks("scope", "pair", before, last),
        whole=_is_told_whole(line, before, topic.first) or _is_of_whole(around),
        counter=_is_counter(around),
        ours=_is_ours(around),
        local=_is_local_flow(around),
        negative=topic.word == _DEFICIT
        or around.marks("scope", "negative", max(first, topic.first - _LOCAL_BACK), max(last, topic.last)),
        dated=any(d.first < figure.first for d in line.dates),
        first=owners[0] if owners else None,
        told_by_one=any(p.relation == "owner" for p in around.parties),
        ranked=tells_rank(line),
        lone=named[0] if len(named) == 1 else None,
        two=(named[0], named[1]) if len(named) == 2 else None,
        item=around.item,
        index=line.sentence.index,
        block=line.sentence.block,
    )


def _has_part_abroad(around: Around) -> bool:
    """True for "импортировано на 5 млрд, в том числе из Чехии – на 3": the whole is that with all the world."""
    line, at = around.line, around.figure.last
    words = line.lowers(at, at + 5)
    if not (words[:1] == [","] and ("том" in words[:3] or words[1:3] in (["из", "них"], ["из", "которых"]))):
        return False
    way = ("from_", "to", "with_")
    own = "to" if around.topic.flow == "import" else "from_"
    ends = [p for p in around.parties if p.relation in way and p.relation != own]
    return not ends and any(at < p.first <= at + 7 and p.relation in (*way, "goods") for p in around.told)


def _is_of_world(around: Around) -> bool:
    """True where the flow is that with all countries: "внешняя торговля", "за рубеж", "экспорт страны"."""
    if around.listed or _is_relative(around):
        return False
    abroad = around.marks("scope", "world", around.first, around.last)
    return abroad or _has_part_abroad(around) or _is_of_state(around)


def _tells_each(line: Line, told: Sequence[Party]) -> bool:
    """True for "экспорт в Литве – 18 млн, в Эстонии – 9 млн, Латвии – 8 млн", "у Литвы – 5 млн": each one's whole."""
    own = [p for p in told if p.relation in ("owner", "at") or line.lower(p.first - 1) == "у"]
    if not told or len(line.figures) < _EACH or len(own) < len(told):
        return False
    named = {p.mention.canonical_id for p in line.places if p.mention.kind == "country" and p.mention.form != "bloc"}
    return len(named) >= _EACH


def _is_of_state(around: Around) -> bool:
    """True for "товарооборот страны составил": with all the world, where no other side is told."""
    line, at = around.line, around.topic.last
    if around.topic.deed and line.lower(around.topic.first - 1) in _STATE and not _has_end(around):
        return True  # "страна импортировала"
    if line.lower(at) not in _OF_STATE or any(p.first in (at, at + 1) for p in line.places):
        return False
    return len({p.code for p in around.parties}) < 2


def _is_relative(around: Around) -> bool:
    """True for "внешнеторговый оборот с которой": the country stands in the clause before."""
    line, at = around.line, around.topic.last
    return line.lower(at) == "с" and line.lower(at + 1).startswith("котор")


def _names_many(line: Line, first: int, last: int) -> bool:
    """True for "три страны", "десяти крупнейших стран-экспортеров", not for "двух стран"."""
    for at in range(first, last):
        word = line.lower(at)
        counted = (word.isdigit() and len(word) < 3) or (len(word) > 2 and parses(word)[0].pos == "NUMR")
        if counted and word not in _TWO and any(line.lower(i).startswith(_COUNTRIES) for i in (at + 1, at + 2)):
            return True
    return False


def _is_told_whole(line: Line, first: int, last: int) -> bool:
    """True for "общий экспорт", not for "прежде всего экспорт"."""
    if line.lower(0) == "всего" and first > 0 and line.marked("deed", last, last + 1) and not line.is_border(1):
        return True  # "Всего за полгода Чехия закупила"
    marks = (m for m in line.marked("scope", first, last) if m.value == "whole")
    return any(line.lower(m.first - 1) not in ("прежде", "больше", "чаще") for m in marks)


def _is_of_whole(around: Around) -> bool:
    """True for "экспорт в целом составил", "20% от общего объема"."""
    line, behind = around.line, around.line.mark_at("share", around.figure.last)
    return line.lower(around.first + 1) == "целом" or (behind is not None and behind.word == "от общего объема")


def _is_these(around: Around) -> bool:
    """True for "эти страны", not for "эту страну", the one told before."""
    line = around.line
    marks = [m for m in line.marked("scope", around.first, around.last) if m.value == "these"]
    return any(line.lower(m.first) in ("эти", "этих", "этими") or line.lower(m.last - 1).endswith("ам") for m in marks)


def _is_elsewhere(around: Around) -> bool:
    """True for "в страны Африки" before the figure (of a share: anywhere before it)."""
    share = around.figure.mention.kind != "money" and any(
        m.word == "доля" for m in around.line.marked("share", 0, around.figure.first)
    )
    fronted = around.topic.deed and around.start <= around.topic.last
    first = around.first if share or fronted else max(around.start, around.first)
    return around.marks("scope", "elsewhere", first, around.figure.first)


def _acts_elsewhere(around: Around) -> bool:
    """True for "Центральная Азия закупила чешских товаров": a part of the world does the deed."""
    line, topic = around.line, around.topic
    acts = [m for m in line.marked("scope", around.first, topic.first) if topic.deed and m.value == "elsewhere"]
    return (
        bool(acts)
        and may_be_subject(line.lower(acts[-1].last - 1))
        and all(p.relation == "goods" for p in around.parties)
    )


def _is_joined_to_region(around: Around) -> bool:
    """True for "экспорт в Чили и Центральную Азию", "с Перу и странами Африки": one figure of them all."""
    line = around.line
    regions = [m for m in line.marked("scope", around.first, around.figure.first) if m.value == "elsewhere"]
    ends = {p.last for p in around.parties if p.relation in ("to", "from_", "with_")}
    return any(line.lower(i) == "и" and i in ends for m in regions for i in (m.first - 1, m.first - 2))


def _goes_elsewhere(around: Around) -> bool:
    """True for "64% отправляют в страны Африки", "вдвое увеличил поставки в Азию": told behind the figure."""
    line, figure = around.line, around.figure
    if figure.mention.kind == "money":
        return False
    return any(
        m.value == "elsewhere" and line.lower(m.first - 1) in ("в", "во", "на", "из")
        for m in line.marked("scope", figure.last, line.clause(figure.first)[1])
    )


def _is_codeless(around: Around) -> bool:
    """True where a bloc that is no side of the table ("Таможенный союз") stands beside the flow."""
    parties = {p.code for p in around.told if around.first <= p.first < around.last}
    blocs = {p.mention.canonical_id for p in around.line.places if p.mention.form == "bloc"}
    return bool(parties & blocs - TRADE_BLOCS)


def _has_end(around: Around) -> bool:
    """True where the other side of the flow stands beside the figure."""
    far = ("from_", "with_", "goods") if around.topic.flow == "import" else ("to", "with_")
    parties = around.parties
    near = parties if around.start <= around.topic.last else [p for p in parties if p.first >= around.start]
    return any(p.relation in far for p in near) or len({p.code for p in near}) > 1


def _is_counter(around: Around) -> bool:
    """True for the "встречные" before the figure or its topic."""
    named = around.topic.word and around.topic.first >= around.start
    before = around.topic.first - _NEAR if named else 0
    return around.marks("anaphor", "counter", max(around.start, before), around.figure.first)


def _is_ours(around: Around) -> bool:
    """True for "наш экспорт", "мы импортируем"."""
    first, last = max(around.first, around.topic.first - _NEAR), around.topic.first
    if around.topic.deed:
        return any(around.line.lower(i) == "мы" for i in range(first, last))
    if any(around.line.lower(i) == "нами" for i in range(around.topic.last, around.topic.last + 3)):
        return True  # "товарооборот между нами и Перу"
    return around.marks("scope", "ours", first, last)


def _is_local_flow(around: Around) -> bool:
    """True for "товарооборот области", "экспорт предприятий", a share of a plant."""
    topic, figure = around.topic, around.figure
    if figure.mention.kind != "money" and _is_local(around.line, around.start, figure.first):
        return True
    last = min(around.last, figure.first) if figure.first > topic.first else around.last
    return _is_local(around.line, max(around.first, _past_source(around), topic.first - _LOCAL_BACK), last)


def _past_source(around: Around) -> int:
    """The token behind "согласно отчету организации," which names who counted, not whose trade it is."""
    line, (clause, _) = around.line, around.line.clause(around.topic.first)
    opener, _ = line.clause(max(0, clause - 2))
    return clause if line.lower(opener) in _SOURCES and line.lower(clause - 1) == "," else 0


def _named(line: Line) -> list[str]:
    """Codes of the countries of the sentence, each once."""
    told = (p.mention for p in line.places if p.mention.kind == "country")
    codes = (m.canonical_id for m in told if m.form != "bloc" or m.canonical_id in TRADE_BLOCS)
    return list(dict.fromkeys(code for code in codes if code is not None))


def _is_local(line: Line, first: int, last: int) -> bool:
    if any(m.value == "local" and not _is_of_country(line, m) for m in line.marked("scope", first, last)):
        return True
    return any(p.mention.form == "region" and first <= p.first < last for p in line.places)


def _is_of_country(line: Line, mark: Mark) -> bool:
    """True for "организациями Чехии": all that a country has."""
    if not line.lower(mark.first).endswith(("ями", "ами", "ий", "ия")):
        return False
    return any(p.first == mark.last and p.mention.kind == "country" for p in line.places)


def is_local(line: Line, topic: Topic, figure: Placed) -> bool:
    """True where a company or a region does the deed ("завод отгрузил")."""
    first = max([f.last for f in line.figures if f.last <= topic.first], default=0)
    last = max(figure.first, topic.last)
    start, end = line.tokens[first].start, line.tokens[last - 1].end
    companies = (m for m in line.sentence.of_kind("organization") if m.form == "company")
    return _is_local(line, first, last) or any(start <= m.start < end for m in companies)


def ranked(scope: Scope) -> Scope:
    """`scope` of "доля Польши – 7%, Россия заняла второе место – 6%": who is ranked is the partner."""
    parties = tuple(replace(p, relation="with_") if p.relation == "subject" else p for p in scope.parties)
    return replace(scope, parties=parties)


def lone_owner(scope: Scope) -> str | None:
    """The one country whose flow `scope` tells of, where no other is named ("оборот Перу с остальными странами")."""
    owners = [p.code for p in scope.parties if p.relation == "owner"]
    return owners[0] if len(owners) == len(scope.parties) == 1 else None
