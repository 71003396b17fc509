"""Whose flow a figure counts: reporter and partner from its surroundings first, from what the text told before then."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipelines.facts.trade.brackets import partner_before, sides_in_list
from pipelines.facts.trade.line import Line, Placed
from pipelines.facts.trade.orient import Known, Sides, sides_of
from pipelines.facts.trade.parties import Party
from pipelines.facts.trade.scope import Scope
from pipelines.facts.trade.topics import Topic
from pipelines.text.records import replace

if TYPE_CHECKING:
    from pipelines.facts.trade.thread import Thread

# Flow words that go on in the direction told before ("Из Грузии везут вино. Поставки выросли вдвое").
_BOUGHT = frozenset({"закупка", "импортные закупки"})  # "закупки в Перу" are made there
DIRECTIONLESS = frozenset({"поставка", "отгрузка", "продажа", "экспортные поставки"})


def sides_for(thread: "Thread", topic: Topic, scope: Scope) -> Sides | None:
    """Reporter and partner of `topic`, from its surroundings first and the thread then."""
    known = _known(thread, scope)
    parties = scope.parties if topic.deed else _placed(scope.parties, topic)
    if topic.flow == "balance":
        parties = tuple(replace(p, relation="owner") if p.relation == "to" else p for p in parties)
    if scope.ours and topic.deed:  # "Перу, на рынке которого мы продали": the one told before is the other side
        parties = tuple(replace(p, relation="with_") if p.relation == "subject" else p for p in parties)
    if scope.ours and not any(p.relation in ("owner", "subject") for p in parties) and len(parties) < 2:
        ours = thread.speaker or thread.focus.home
        if ours is not None:
            parties = (Party(ours, "owner", 0, 0), *parties)
            known = _known(thread, scope, ours=True)
    if scope.state and topic.flow == "turnover" and not parties and thread.home is not None:
        parties = (Party(thread.home, "owner", 0, 0),)  # "внешнеторговый оборот страны"
    if not topic.word and not parties and thread.sides is not None:
        found: Sides | None = replace(thread.sides, certainty=min(thread.sides.certainty, 0.75))
    elif topic.word in DIRECTIONLESS and not parties and thread.way is not None and _goes_one_way(thread, scope):
        found = Sides(*thread.way, certainty=0.7)
    elif thread.sides is not None and not parties and _is_told_on(thread, topic, scope):
        found = replace(thread.sides, certainty=0.7)
    else:
        flow = "export" if topic.flow == "balance" else topic.flow
        alone = scope.whole and flow != "turnover" and len({p.code for p in parties}) <= 1
        if alone and not parties and scope.lone is not None:
            parties = (Party(scope.lone, "owner", 0, 0),)
        found = _next_in_ranking(thread, topic, scope, parties) or _next_whole(thread, topic, scope, parties)
        found = found or sides_of(flow, parties, known, scope.world or (alone and not scope.mutual))
    if scope.mutual and found is not None and "WLD" in (found.reporter, found.partner):
        found = _mutual(thread, topic, scope, parties)
    if found is None:
        return None
    turned = scope.counter if topic.flow != "turnover" else found.reporter > found.partner  # has no direction
    return Sides(found.partner, found.reporter, found.certainty) if turned else found


def sides_listed(
    thread: "Thread", line: Line, parties: Sequence[Party], figure: Placed, topic: Topic
) -> tuple[Topic, Sides] | None:
    """Topic and sides of "Перу (5 млрд)", where a country stands right before the bracket of its figure."""
    at = partner_before(line, figure)
    code = None if at is None else at.mention.canonical_id
    before = [p for p in parties if p.first < figure.first and not _has_own_figure(line, p)]
    if at is None or code is None or any(p.first == at.first and p.relation in ("owner", "goods") for p in before):
        return None
    places = (partner_before(line, f) for f in line.figures)
    brackets = [p.mention.canonical_id or "" for p in places if p is not None]
    steady = thread.steady if topic.flow == thread.flow and thread.sides is not None else None
    if steady and topic.flow in ("export", "import") and thread.sides and thread.sides.partner == steady:
        topic = replace(topic, flow="export" if topic.flow == "import" else "import")  # seen from the other side
    found = sides_in_list(topic, code, before, brackets, steady or thread.home)
    return None if found is None else (replace(topic, flow=found[0]), found[1])


def _has_own_figure(line: Line, party: Party) -> bool:
    """True for the Germany of "закупки в Германии – 5 млн, далее Перу (4 млн)": not whose list it is."""
    end = party.relation in ("to", "from_", "with_", "at") and line.is_dash(party.last)
    return end and any(0 < f.first - party.last <= 2 for f in line.figures)


def _goes_one_way(thread: "Thread", scope: Scope) -> bool:
    """True where the way told goes on: right behind it, or later in a text that tells of no other."""
    return scope.index - thread.index <= 1 or len(thread.ways) == 1


def _is_told_on(thread: "Thread", topic: Topic, scope: Scope) -> bool:
    """True for the "вывоз" behind "поставки перуанских товаров в Чехию", where no flow of the other way is told."""
    same = topic.flow == thread.flow and topic.flow in ("export", "import") and len(thread.ways) == 1
    return same and not (scope.world or scope.whole or scope.ours or scope.mutual)


def _next_in_ranking(thread: "Thread", topic: Topic, scope: Scope, parties: tuple[Party, ...]) -> Sides | None:
    """Sides of "Китай, который довёл экспорт до 5 млн, стал третьим": who is ranked trades with the same one."""
    codes = {p.code for p in parties if p.relation in ("owner", "subject")}
    if not scope.ranked or thread.sides is None or thread.sides.is_world or topic.flow != thread.flow:
        return None
    if topic.flow == "turnover" or len(codes) != 1 or len(parties) != 1:
        return None
    code = codes.pop()
    return None if code in (thread.sides.reporter, thread.sides.partner) else Sides(code, thread.sides.partner, 0.7)


def _next_whole(thread: "Thread", topic: Topic, scope: Scope, parties: tuple[Party, ...]) -> Sides | None:
    """Sides of "латвийский экспорт" behind Lithuania's with all the world: each country's whole is told."""
    told = thread.sides
    if told is None or not told.is_world or topic.flow in ("turnover", "balance") or topic.flow != thread.flow:
        return None
    near = scope.index - thread.index <= 1 and not scope.mutual
    whose = len(parties) == 1 and parties[0].relation == "owner"
    return Sides(parties[0].code, "WLD", 0.6) if near and whose else None


def _mutual(thread: "Thread", topic: Topic, scope: Scope, parties: tuple[Party, ...]) -> Sides | None:
    """Sides of a trade between two where the text last spoke of trade with the world."""
    known = replace(_known(thread, scope), pair=None)
    return sides_of("export" if topic.flow == "balance" else topic.flow, parties, known, world=False)


def partner_of(thread: "Thread", topic: Topic, sides: Sides, pair: tuple[str, str] | None = None) -> Sides | None:
    """`pair`, else that spoken of, for a share of one country's trade with the world ("ее доля в импорте Перу")."""
    if pair is None and thread.sides is not None:
        pair = (thread.sides.reporter, thread.sides.partner)
    own = sides.partner if sides.reporter == "WLD" else sides.reporter
    if pair is None or own not in pair or "WLD" in pair:
        return None
    other = pair[1] if pair[0] == own else pair[0]
    one, second = (own, other) if topic.flow != "turnover" else sorted((own, other))
    return Sides(one, second, 0.5)


def _known(thread: "Thread", scope: Scope, ours: bool = False) -> Known:
    told = None if scope.parties else scope.two or (thread.last_two if scope.mutual or thread.sides is None else None)
    pair = told if thread.sides is None else (thread.sides.reporter, thread.sides.partner)
    if pair is None and scope.mutual and len(thread.focus.countries) == 2:
        pair = thread.focus.countries[0], thread.focus.countries[1]  # no others are spoken of
    goes_on = scope.block == thread.block or (scope.index - thread.index <= 1 and thread.flow == "turnover")
    if pair is not None and thread.main is not None and not goes_on and set(pair) != set(thread.main):
        pair = thread.main  # a paragraph of its own goes back to the pair of the document
    home = thread.home or scope.first
    clear = thread.focus.clear and not _comes_later(thread, scope)
    if thread.focus.clear and not clear and pair is None and home == thread.focus.home:
        home = None
    return Known(pair, home, thread.focus.countries, clear, alone=not ours, listed=thread.listed >= 0)


def _comes_later(thread: "Thread", scope: Scope) -> bool:
    """True where the lead tells of one country's trade, and the second of the document is named further on."""
    first, second = thread.focus.countries[:2]
    return scope.lone == first and first not in thread.named and second not in thread.named


def _placed(parties: tuple[Party, ...], topic: Topic) -> tuple[Party, ...]:
    """`parties` without places of the story: "в Чехии" is a side only right behind the flow ("импорт в Чехии")."""
    kept = []
    for party in parties:
        if party.relation != "at":
            kept.append(party)
        elif 0 <= party.first - topic.last <= 1:
            kept.append(replace(party, relation="from_" if topic.word in _BOUGHT else "owner"))
    return tuple(kept)
